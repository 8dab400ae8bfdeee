// Where a process stands still until it is scheduled, and what the policy must know before it goes on
// without. What is done at once is a persistent set of one (Godefroid 1996): it commutes with whatever
// others can do before it, so runs that differ only in its moment end alike. Whether it does depends on
// who uses what, which is found out as the search goes: the second process that uses a queue or a pipe
// in the same way makes the search start again, with stops there. It would break if an effect were done
// at once that a process which cannot wait for it (one that polls, looks or may be killed) can notice.
// A signal of a parent that ends is such an effect: it is the only one that its child gets, and takes
// effect at any later moment.

import Diagnostics
import Explorer
import Machine
import Observation

/// A way to use a queue or a direction of a pipe.
struct Use: Hashable {
  var object: ObjectName
  var reads: Bool
}

/// Who uses it: a process, or where processes change places whoever runs this function.
struct User: Hashable {
  var parent: ProcessIndex?
  var isDaemon: Bool
  var process: ProcessIndex?
  var role: String?

  /// Whether both are killed when their parent ends, and only then.
  func isSibling(of other: User) -> Bool {
    isDaemon && other.isDaemon && parent == other.parent
  }
}

extension Kernel {
  func stops(
    at effect: Effect, _ context: ProcessContext, isNew: Bool, in transaction: Transaction
  ) -> Bool {
    if policy.time == .idealMachine, case .sleep(let time) = effect {
      return time != .exactly(0)
    }
    // A feeder loses more after it.
    if case .beginExit = effect {
      return buffers(of: context).contains { buffer($0, in: transaction).isUncertain }
    }
    if policy.stopsAtEveryMove { return effect.isMove }
    if policy.isPlain, effect.reachesOthers { return true }
    switch effect {
    case .paused, .unsupported, .fork, .processNumber, .parentNumber, .processorCount,
      .makeSemaphore, .close, .now, .sleep, .randomFloat, .beginExit, .makePipe, .makeQueue,
      .makeShared, .startManager:
      return false
    case .exit, .abort:
      return policy.observesExits || isNoticed(endOf: context, isNew: isNew, in: transaction)
    case .write(.standardOutput, let bytes): return policy.separates(write: bytes, by: context)
    case .write(.standardError, _): return false
    case .wait(let target, .forever):
      // Who has ended stays so: nothing that others do makes a difference.
      return ([target] + context.joined).contains {
        life(transaction[slot(ofLife: $0)]).exitCode == nil
      }
    case .signal: return isNew || policy.killable > .endingDaemons
    case .open(let path, let mode):
      if mode.truncates || mode.exclusive || policy.removesFiles { return true }
      guard case .inside(let name) = FolderPath.resolve(path) else { return false }
      return transaction[pathSlot(name)] == 0
    case .writeFile(_, let bytes): return !bytes.isEmpty
    case .seek(let file, _, let origin):
      // The end is where others may write to; a position may be others' too.
      if case .shared = context.entry(file) { return true }
      return origin == 2
    case .release(let id): return isNew || !releasesAtOnce(id, context)
    case .put(let id, let item, _):
      return isNew || !putsAtOnce(id, item, context, in: transaction)
    case .get(let id, _): return isNew || !getsAtOnce(id, context, in: transaction)
    case .send(let end, let message):
      return isNew || !sendsAtOnce(end, message, context, in: transaction)
    case .receive(let end): return isNew || !receivesAtOnce(end, context, in: transaction)
    case .closeEnd(let id):
      return isNew
        || context.end(id).map { isNoticed(closing: $0, own: 0, in: transaction) } ?? false
    case .awaitFeeder(let id):
      return !buffer(bufferSlot(id, of: context), in: transaction).isEmpty
    case .wait, .poll, .acquire, .semaphoreValue, .read, .truncate, .remove,
      .rename, .fileKind, .fileSize, .listFolder, .choose, .awaitReady, .queueSize, .queueIsEmpty,
      .queueIsFull, .taskDone, .awaitTasks, .load, .store, .call, .stopManager, .serve:
      return true
    }
  }

  // MARK: What nobody can tell from having been done later

  /// Whoever acquires waits for ever, so it makes no difference how early he can; and two releases
  /// change places as long as neither fails. Where one would fail in any order, it also does here, and
  /// the search starts again.
  private func releasesAtOnce(_ id: SemaphoreID, _ context: ProcessContext) -> Bool {
    guard let name = slots.objectName(Slot(Int(id.index))) else { return false }
    return !policy.isKillable(context) && !policy.polled.contains(name)
      && !policy.overReleased.contains(name)
  }

  /// A put into a buffer is nobody's affair. A share of the capacity that is free stays free while
  /// nobody else puts, and those who wait for others' puts and gets wait for ever.
  private func putsAtOnce(
    _ id: QueueID, _ item: QueueItem, _ context: ProcessContext, in transaction: Transaction
  ) -> Bool {
    let queue = name(id)
    if queue.kind == .fed, !hasRoom(queue) { return true }
    let name = slots.objectName(queue)
    guard !policy.isKillable(context), !policy.sharedWriting.contains(name) else { return false }
    switch queue.kind {
    case .joinable: return false
    case .fed:
      let room = components.semaphores[transaction[slots.slot(.queue(queue, .room))]]
      return room.value > 0 && !policy.measured.contains(name)
    case .simple:
      guard case .pickled(let bytes) = item, !policy.polled.contains(name) else { return false }
      return itemPipe(id, in: transaction).channel.hasRoom(for: bytes)
    }
  }

  /// The first item is his who alone gets any. What it leaves free only lets others go on.
  private func getsAtOnce(
    _ id: QueueID, _ context: ProcessContext, in transaction: Transaction
  ) -> Bool {
    let name = slots.objectName(name(id))
    guard isAlone(reading: name, context), !policy.measured.contains(name) else { return false }
    let pipe = itemPipe(id, in: transaction)
    return !pipe.isBeingRead && pipe.channel.isReady
  }

  /// The same for the only receiver of a pipe; the end of all messages stays what it is.
  private func receivesAtOnce(
    _ id: EndID, _ context: ProcessContext, in transaction: Transaction
  ) -> Bool {
    guard let slot = context.end(id)?.receives, let name = slots.objectName(slot),
      isAlone(reading: name, context), let direction = direction(slot, in: transaction)
    else { return false }
    return direction.channel.isReady || (direction.senders == 0 && !direction.isReset)
  }

  /// A message is there earlier for somebody who waits for ever; while no receiver goes away before
  /// the senders do, it makes no other difference.
  private func sendsAtOnce(
    _ id: EndID, _ message: [UInt8], _ context: ProcessContext, in transaction: Transaction
  ) -> Bool {
    guard let end = context.end(id), let slot = end.sends, let name = slots.objectName(slot),
      !policy.isKillable(context), !policy.sharedWriting.contains(name),
      !policy.polled.contains(name), !policy.broken.contains(name),
      let direction = direction(slot, in: transaction), direction.receivers > 0
    else { return false }
    let isReset = end.receives.flatMap { self.direction($0, in: transaction) }?.isReset ?? false
    return !isReset && direction.channel.hasRoom(for: message)
  }

  private func isAlone(reading name: ObjectName, _ context: ProcessContext) -> Bool {
    !policy.isKillable(context) && !policy.sharedReading.contains(name)
      && !policy.polled.contains(name)
  }

  // MARK: Closing

  /// Whether somebody who would not wait for ever could tell that the end is closed: whoever sends to
  /// it fails, and whoever polls finds it ready.
  ///
  /// - Parameter own: how many of the copies of the other end are closed with it.
  private func isNoticed(closing end: PipeEnd, own: Int, in transaction: Transaction) -> Bool {
    if let slot = end.receives, let direction = direction(slot, in: transaction),
      direction.senders > own
    {
      return true
    }
    return end.sends.flatMap(slots.objectName).map(policy.polled.contains) ?? false
  }

  private func isNoticed(
    endOf context: ProcessContext, isNew: Bool, in transaction: Transaction
  ) -> Bool {
    let ends = context.ends.compactMap { $0 }
    if isNew, !ends.isEmpty || !context.feeding.isEmpty { return true }
    if buffers(of: context).contains(where: { !buffer($0, in: transaction).isEmpty }) {
      return true
    }
    return ends.contains { end in
      isNoticed(closing: end, own: ends.count { $0.sends == end.receives }, in: transaction)
    }
  }

  // MARK: What the policy must know

  /// Refuses what the search cannot decide, or not under its policy.
  func check(
    _ effect: Effect, by context: ProcessContext, in transaction: Transaction
  ) throws {
    if case .unsupported(let diagnostic) = effect { throw StepFault.unsupported(diagnostic) }
    if case .choose(let count) = effect, count < 1 || count > 10_000 {
      throw StepFault.unsupported(
        Diagnostic(
          .unsupported, .says("a choice among \(count) values is too wide to explore"),
          at: line(context), hint: .fixed("random.randint(1, 6)")))
    }
    guard !policy.stopsAtEveryMove else { return }
    var revised = policy
    if case .signal(let id, _) = effect {
      revised.adapt(
        toSignalOf: life(transaction[slot(ofLife: id)]),
        senderIsEnding: context.isEnding || context.body.isLeaving)
    }
    revised.adapt(to: effect)
    adapt(&revised, to: effect, by: context, in: transaction)
    adaptReductions(&revised, to: effect, by: context, in: transaction)
    if revised != policy { throw StepFault.revise(revised) }
  }

  /// What an effect on queues and pipes takes for granted no longer.
  private func adapt(
    _ policy: inout Policy, to effect: Effect, by context: ProcessContext,
    in transaction: Transaction
  ) {
    switch effect {
    case .acquire(let id, .none), .acquire(let id, .seconds), .acquire(let id, .unknown),
      .semaphoreValue(let id):
      if let name = slots.objectName(Slot(Int(id.index))) { policy.polled.insert(name) }
    case .release(let id):
      let slot = Slot(Int(id.index))
      var semaphore = components.semaphores[transaction[slot]]
      if case .overReleased = semaphore.release(), let name = slots.objectName(slot) {
        policy.overReleased.insert(name)
      }
    case .get(let id, let patience):
      let name = slots.objectName(name(id))
      use(name, reads: true, by: context, &policy)
      if patience != .forever { policy.polled.insert(name) }
    case .put(let id, _, let patience):
      let queue = name(id)
      let name = slots.objectName(queue)
      use(name, reads: false, by: context, &policy)
      if patience != .forever, queue.capacity != nil { policy.measured.insert(name) }
    case .queueIsEmpty(let id): policy.polled.insert(slots.objectName(name(id)))
    case .queueSize(let id), .queueIsFull(let id):
      policy.measured.insert(slots.objectName(name(id)))
    case .receive(let end):
      guard let name = context.end(end)?.receives.flatMap(slots.objectName) else { return }
      use(name, reads: true, by: context, &policy)
    case .send(let end, _):
      guard let name = context.end(end)?.sends.flatMap(slots.objectName) else { return }
      use(name, reads: false, by: context, &policy)
    case .awaitReady(let waitables, let patience):
      if waitables.count > 1 || patience != .forever { poll(waitables, context, &policy) }
    case .closeEnd(let id):
      if let end = context.end(id) { close(end, own: 0, &policy, in: transaction) }
    case .exit, .abort:
      // Its feeders may have taken nothing of what it put.
      if !context.feeding.isEmpty { policy.losesBuffers = true }
      let ends = context.ends.compactMap { $0 }
      for end in ends {
        close(end, own: ends.count { $0.sends == end.receives }, &policy, in: transaction)
      }
    default: break
    }
  }

  private func use(
    _ name: ObjectName, reads: Bool, by context: ProcessContext, _ policy: inout Policy
  ) {
    let user = user(context)
    let use = Use(object: name, reads: reads)
    if users[use] == nil { uses.append(use) }
    if users[use]?.contains(user) != true { users[use, default: []].append(user) }
    note(use, &policy)
  }

  /// Tells the policy whether the use is shared.
  func note(_ use: Use, _ policy: inout Policy) {
    let found = users[use] ?? []
    guard let first = found.first,
      found.count > 1 || members[first, default: []].count > 1
    else { return }
    guard use.reads else {
      policy.sharedWriting.insert(use.object)
      return
    }
    policy.sharedReading.insert(use.object)
    if !found.allSatisfy({ $0.isSibling(of: first) }) { policy.mixedReading.insert(use.object) }
  }

  private func poll(
    _ waitables: [Waitable], _ context: ProcessContext, _ policy: inout Policy
  ) {
    for waitable in waitables {
      switch waitable {
      case .process:
        policy.observesExits = true
        policy.asksAboutProcesses = true
      case .end(let id):
        if let name = context.end(id)?.receives.flatMap(slots.objectName) {
          policy.polled.insert(name)
        }
      }
    }
  }

  private func close(
    _ end: PipeEnd, own: Int, _ policy: inout Policy, in transaction: Transaction
  ) {
    if let slot = end.receives, let name = slots.objectName(slot),
      let direction = direction(slot, in: transaction), direction.senders > own
    {
      policy.broken.insert(name)
    }
  }
}

extension Effect {
  /// It may be done without a stop, and is noticed by others all the same.
  var reachesOthers: Bool {
    switch self {
    case .release, .put, .get, .send, .receive, .closeEnd, .signal: true
    default: false
    }
  }

  /// It brings a message of another process.
  var brings: Bool {
    switch self {
    case .get, .receive, .call: true
    default: false
    }
  }
}

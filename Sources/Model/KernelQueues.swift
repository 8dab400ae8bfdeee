// Effects on queues, in the phases that CPython 3.11's multiprocessing.queues has. A get takes the
// reading lock, waits for an item, and gives back the lock and the item's share of the capacity; where
// nobody can tell, it is one step. See Policy for when somebody can.

import Explorer
import Machine

extension Kernel {
  func makeQueue(
    _ kind: QueueKind, _ capacity: Int32?, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Reply {
    let name = QueueName(
      maker: context.index, number: context.made.queues, kind: kind, capacity: capacity)
    context.made.queues += 1
    let pipe = slots.slot(.queue(name, .pipe))
    put(ItemPipe(), in: pipe, &transaction)
    if hasRoom(name) {
      let room = capacity ?? Int32.max
      transaction[slots.slot(.queue(name, .room))] = handle(
        of: Semaphore(value: room, maximum: room))
    }
    if kind == .joinable { put(TaskCount(), of: name, &transaction) }
    return .queue(QueueID(Int(pipe.index)))
  }

  func name(_ id: QueueID) -> QueueName {
    guard case .queue(let name, _) = slots.kind(of: Slot(Int(id.index))) else {
      preconditionFailure("internal error: not a queue")  // only `makeQueue` gives such numbers
    }
    return name
  }

  func itemPipe(_ id: QueueID, in transaction: Transaction) -> ItemPipe {
    itemPipe(Slot(Int(id.index)), in: transaction)
  }

  func itemPipe(_ slot: Slot, in transaction: Transaction) -> ItemPipe {
    if let changed = transaction.changedPipes.first(where: { $0.slot == slot }) {
      return changed.pipe
    }
    return components.itemPipes[transaction[slot]]
  }

  func put(_ pipe: ItemPipe, in slot: Slot, _ transaction: inout Transaction) {
    if let index = transaction.changedPipes.firstIndex(where: { $0.slot == slot }) {
      transaction.changedPipes[index].pipe = pipe
    } else {
      transaction.changedPipes.append((slot: slot, pipe: pipe))
    }
  }

  /// Interns what a step has changed. Each step does so at its end, when its process is put in place
  /// or has ended.
  func internChanges(in transaction: inout Transaction) {
    for (slot, pipe) in transaction.changedPipes {
      transaction[slot] = components.itemPipes.intern(pipe, pipe)
    }
    transaction.changedPipes = []
    for (slot, buffer) in transaction.changedBuffers {
      transaction[slot] = buffer.isEmpty ? 0 : components.buffers.intern(buffer, buffer)
    }
    transaction.changedBuffers = []
  }

  private func tasks(of name: QueueName, in transaction: Transaction) -> TaskCount {
    components.tasks[transaction[slots.slot(.queue(name, .tasks))]]
  }

  private func put(_ tasks: TaskCount, of name: QueueName, _ transaction: inout Transaction) {
    transaction[slots.slot(.queue(name, .tasks))] = components.tasks.intern(tasks, tasks)
  }

  /// Whether the queue's free capacity is part of the state: where it can run out, or is asked for.
  func hasRoom(_ name: QueueName) -> Bool {
    guard name.kind != .simple else { return false }
    return name.capacity != nil || policy.stopsAtEveryMove
      || policy.measured.contains(slots.objectName(name))
  }

  // MARK: Putting

  func put(
    _ id: QueueID, _ item: QueueItem, _ patience: Patience, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Performance {
    let name = name(id)
    if name.kind == .simple { return putSimply(id, item, &context, in: &transaction) }
    if hasRoom(name) {
      let slot = slots.slot(.queue(name, .room))
      var room = components.semaphores[transaction[slot]]
      guard case .taken = room.acquire() else { return waiting(patience, late: .bool(false)) }
      transaction[slot] = handle(of: room)
    }
    if name.kind == .joinable {
      var tasks = tasks(of: name, in: transaction)
      tasks.add()
      put(tasks, of: name, &transaction)
    }
    if policy.rules.contains(.noFeeder) {
      putStraight(id, item, in: &transaction)
      return .replied(.bool(true))
    }
    let slot = bufferSlot(id, of: context)
    changeOrder(of: name, in: &transaction) { $0.append(slot) }
    var buffer = buffer(slot, in: transaction)
    buffer.items.append(item)
    put(buffer, in: slot, &transaction)
    context.feed(Slot(Int(id.index)))
    return .replied(.bool(true))
  }

  /// Without a feeder: the process itself writes, and waits for room.
  private func putSimply(
    _ id: QueueID, _ item: QueueItem, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Performance {
    let slot = Slot(Int(id.index))
    let own = slots.slot(.context(context.index))
    var pipe = itemPipe(id, in: transaction)
    if context.progress == .writing {
      return pipe.channel.writer == own ? .blocked(late: nil) : .replied(.bool(true))
    }
    let sending = pipe.channel.send(pickled(item, &context), by: own)
    if sending == .waits { return .blocked(late: nil) }
    put(pipe, in: slot, &transaction)
    if sending == .sent { return .replied(.bool(true)) }
    context.progress = .writing
    return .part(.writing)
  }

  private func pickled(_ item: QueueItem, _ context: inout ProcessContext) -> [UInt8] {
    switch item {
    case .pickled(let bytes): bytes
    case .later(let ticket):
      if case .pickled(let bytes) = context.body.takeItem(ticket: ticket) { bytes } else { [] }
    case .faulty: []
    }
  }

  // MARK: Getting

  func get(
    _ id: QueueID, _ patience: Patience, _ stride: Stride, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Performance {
    while true {
      switch phase(of: id, patience, &context, in: &transaction) {
      case .went: break
      case .done(let reply): return .replied(reply)
      case .late: return patience.isNone ? .replied(.bool(false)) : .blocked(late: .bool(false))
      case .waits: return .blocked(late: nil)
      }
      if isSeen(context.progress, patience, id, stride, context) {
        return .part(.getting(id, context.progress.part))
      }
    }
  }

  private enum GetPhase {
    case went, waits, late
    case done(Reply)
  }

  /// One phase of a get.
  private func phase(
    of id: QueueID, _ patience: Patience, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> GetPhase {
    let slot = Slot(Int(id.index))
    var pipe = itemPipe(id, in: transaction)
    switch context.progress {
    case .reading:
      guard let (item, done) = pipe.channel.receive() else {
        if patience == .forever { return .waits }
        context.progress = .failed
        return .went
      }
      put(pipe, in: slot, &transaction)
      if let done { finishWriting(done, in: &transaction) }
      context.progress = .took(item, lock: true, room: hasRoom(name(id)))
      return .went
    case .failed:
      pipe.isBeingRead = false
      put(pipe, in: slot, &transaction)
      return .late
    case .took(let item, let lock, let room):
      // A get with a limit gives the lock back last, one without gives it back first.
      let givesLock = lock && (!room || patience == .forever)
      if givesLock {
        pipe.isBeingRead = false
        put(pipe, in: slot, &transaction)
      } else if room {
        giveBackRoom(of: name(id), in: &transaction)
      }
      let rest = Progress.took(item, lock: lock && !givesLock, room: room && givesLock)
      context.progress = rest
      return rest == .took(item, lock: false, room: false) ? .done(.bytes(item)) : .went
    case .none, .writing, .waiting, .calling:
      if pipe.isBeingRead { return patience == .forever ? .waits : .late }
      pipe.isBeingRead = true
      put(pipe, in: slot, &transaction)
      context.progress = .reading
      return .went
    }
  }

  func giveBackRoom(of name: QueueName, in transaction: inout Transaction) {
    guard hasRoom(name) else { return }
    let slot = slots.slot(.queue(name, .room))
    var room = components.semaphores[transaction[slot]]
    _ = room.release()
    transaction[slot] = handle(of: room)
  }

  /// Whether others may act between this phase and the next one.
  private func isSeen(
    _ progress: Progress, _ patience: Patience, _ id: QueueID, _ stride: Stride,
    _ context: ProcessContext
  ) -> Bool {
    switch stride {
    case .whole: return false
    case .part: return true
    case .usual: break
    }
    switch progress {
    case .took(_, let lock, let room):
      let nextIsLock = lock && (!room || patience == .forever)
      return nextIsLock ? showsReading(id, context) : showsRoom(id, context)
    case .reading, .failed: return showsReading(id, context)
    case .none, .writing, .waiting, .calling: return false
    }
  }

  /// Whether somebody can tell that the reading lock is held, see `Policy.polled`.
  func showsReading(_ id: QueueID, _ context: ProcessContext) -> Bool {
    let name = slots.objectName(name(id))
    guard policy.sharedReading.contains(name) else { return false }
    if policy.polled.contains(name) { return true }
    // Who is killed as he reads holds the lock for ever; those who are killed with him do not mind.
    guard policy.isKillable(context) else { return false }
    return policy.killable != .endingDaemons || policy.mixedReading.contains(name)
  }

  /// Whether somebody can tell that an item was taken and its share of the capacity not given back.
  func showsRoom(_ id: QueueID, _ context: ProcessContext) -> Bool {
    let name = name(id)
    guard hasRoom(name) else { return false }
    return policy.measured.contains(slots.objectName(name))
      || (policy.isKillable(context) && showsReading(id, context))
  }

  // MARK: Looking

  func queueSize(_ id: QueueID, in transaction: Transaction) -> Reply {
    let name = name(id)
    guard hasRoom(name) else { return .int(0) }
    let room = components.semaphores[transaction[slots.slot(.queue(name, .room))]]
    return .int(Int((room.maximum ?? 0) - room.value))
  }

  func queueIsFull(_ id: QueueID, in transaction: Transaction) -> Reply {
    let name = name(id)
    guard name.capacity != nil, hasRoom(name) else { return .bool(false) }
    let room = components.semaphores[transaction[slots.slot(.queue(name, .room))]]
    return .bool(room.value == 0)
  }

  func queueIsEmpty(_ id: QueueID, in transaction: Transaction) -> Reply {
    .bool(itemPipe(id, in: transaction).channel.messages.isEmpty)
  }

  // MARK: Tasks

  func taskDone(_ id: QueueID, in transaction: inout Transaction) -> Reply {
    let name = name(id)
    var tasks = tasks(of: name, in: transaction)
    guard tasks.finish() else { return .failed(.overReleased) }
    put(tasks, of: name, &transaction)
    return .done
  }

  /// Beginning to wait is a step of its own: whoever has begun is woken by the next 0.
  func awaitTasks(
    _ id: QueueID, _ context: inout ProcessContext, in transaction: inout Transaction
  ) -> Performance {
    let name = name(id)
    var tasks = tasks(of: name, in: transaction)
    if context.progress == .waiting {
      return tasks.waiters.contains(context.index) ? .blocked(late: nil) : .replied(.done)
    }
    if tasks.unfinished == 0 { return .replied(.done) }
    tasks.wait(context.index)
    put(tasks, of: name, &transaction)
    context.progress = .waiting
    return .part(.awaitingTasks(id))
  }
}

extension Progress {
  /// A get's phase as it is told.
  fileprivate var part: ReplayStep.Part.Get {
    switch self {
    case .took(let item, let lock, _): lock ? .hasItem(item) : .hasGivenLockBack(item)
    case .failed: .hasFailed
    case .none, .reading, .writing, .waiting, .calling: .hasLock
    }
  }
}

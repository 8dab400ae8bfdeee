// The queue effects of a World, step by step as CPython 3.11's multiprocessing.queues takes them.

import CPlatform
import Glibc
import Machine
import Synchronization

extension World {
  mutating func makeQueue(_ kind: QueueKind, capacity: Int32?) -> Reply {
    var ends: [Int32] = [-1, -1]
    let result = platform_message_pipe(&ends)
    guard result == 0 else { return .failed(.system(errno: -result, path: nil)) }
    guard
      let id = arena.makeQueue(kind, capacity: capacity, readEnd: ends[0], writeEnd: ends[1])
    else {
      for end in ends { Glibc.close(end) }
      return .failed(.system(errno: ENOSPC, path: nil))
    }
    return .queue(id)
  }

  // MARK: Putting

  mutating func put(
    _ item: QueueItem, into id: QueueID, _ patience: Patience, at site: Site
  ) -> Reply {
    let queue = arena.queue(id)
    let kind = queue.kind
    if kind == .simple { return putAtOnce(item, into: id, at: site) }
    if !queue.places.cell.pointee.tryAcquire() {
      let limit = limit(of: patience)
      guard limit != .now else { return .bool(false) }
      tell(.waits(.queueRoom(id), limited: limit != .never), at: site)
      let reason = WaitTarget.queueRoom(id).reason
      let taking = take(queue.places, reason, until: limit.deadline, at: site)
      if taking == .timedOut { tell(.gaveUp, at: site) }
      guard taking == .rung else { return taking == .timedOut ? .bool(false) : .interrupted }
    }
    queue.cell.pointee.lastPutter.store(process.index + 1, ordering: .relaxed)
    tell(.put(id, item.piece), at: site)
    if isFeederHeld || item.isLater {
      replay?.items.append((id, item))
    } else {
      append(item, to: id)
    }
    if kind == .joinable { queue.addTask() }
    return .bool(true)
  }

  /// Gives an item to the feeder.
  mutating func append(_ item: QueueItem, to id: QueueID) {
    let index = feeder.open(id)
    switch item {
    case .pickled(let bytes): feeder.buffers[index].append(bytes)
    case .faulty(let text): feeder.buffers[index].append(faulty: text)
    // Only machines put such an item that are explored or replayed, and these pickle it before.
    case .later: break
    }
  }

  /// `SimpleQueue.put`: writes to the pipe itself, and waits for room.
  private mutating func putAtOnce(_ item: QueueItem, into id: QueueID, at site: Site) -> Reply {
    guard case .pickled(let bytes) = item else {
      return .failed(.system(errno: EINVAL, path: nil))
    }
    let queue = arena.queue(id)
    let target = WaitTarget.queueRoom(id)
    guard take(queue.writingLock, target.reason, until: nil, at: site) == .rung else {
      return .interrupted
    }
    defer { queue.writingLock.release() }
    _ = queue.places.cell.pointee.tryAcquire()
    queue.cell.pointee.lastPutter.store(process.index + 1, ordering: .relaxed)
    tell(.put(id, bytes.piece), at: site)
    let end = write(bytes, to: queue.writeEnd, waiting: target, at: site)
    return end == .whole ? .bool(true) : end.reply
  }

  // MARK: Getting

  mutating func get(_ id: QueueID, _ patience: Patience, at site: Site) -> Reply {
    let queue = arena.queue(id)
    let limit = limit(of: patience)
    switch beginReading(id, queue, limit, at: site) {
    case .rung: break
    case .timedOut: return .bool(false)
    case .interrupted: return .interrupted
    }
    let (item, end) = takeItem(id, queue, at: site)
    guard end == .whole else {
      queue.readingLock.release()
      return end.reply
    }
    // Told before anybody else can get the next one.
    tell(.got(id, item.piece), at: site)
    // In CPython's order, which differs between the two.
    if patience != .forever { queue.places.release() }
    queue.readingLock.release()
    if patience == .forever { queue.places.release() }
    return .bytes(item)
  }

  /// Takes the reading lock and waits for an item; `.rung` when both are there.
  private mutating func beginReading(
    _ id: QueueID, _ queue: MessageQueue, _ limit: WaitLimit, at site: Site
  ) -> Waking {
    var hasToldWait = false
    if !queue.readingLock.cell.pointee.tryAcquire() {
      guard limit != .now else { return .timedOut }
      tellWait(for: .item(id), limit, &hasToldWait, at: site)
      let reason = WaitTarget.item(id).reason
      let taking = take(queue.readingLock, reason, until: limit.deadline, at: site)
      if taking == .timedOut { tell(.gaveUp, at: site) }
      guard taking == .rung else { return taking }
    }
    queue.readingLock.cell.pointee.noteHolder(process, at: site)
    let waking = awaitItem(id, queue, limit, &hasToldWait, at: site)
    if waking != .rung { queue.readingLock.release() }
    return waking
  }

  private mutating func awaitItem(
    _ id: QueueID, _ queue: MessageQueue, _ limit: WaitLimit, _ hasToldWait: inout Bool,
    at site: Site
  ) -> Waking {
    var waking = Waking.rung
    while !queue.hasReadAhead {
      // What else can come than an item, an error say, `takeItem` will meet again.
      guard queue.readAhead() == .wouldWait else { return .rung }
      guard limit != .now else { return .timedOut }
      if waking == .timedOut {
        tell(.gaveUp, at: site)
        return .timedOut
      }
      tellWait(for: .item(id), limit, &hasToldWait, at: site)
      waking = sleep(
        for: WaitTarget.item(id).reason, on: .descriptor(queue.readEnd.descriptor, POLLIN),
        until: limit.deadline, at: site)
      if waking == .interrupted { return .interrupted }
    }
    return .rung
  }

  private func tellWait(
    for target: WaitTarget, _ limit: WaitLimit, _ hasTold: inout Bool, at site: Site
  ) {
    if !hasTold { tell(.waits(target, limited: limit != .never), at: site) }
    hasTold = true
  }

  /// Takes the first item, waiting for all of it. Only under the reading lock.
  mutating func takeItem(
    _ id: QueueID, _ queue: MessageQueue, at site: Site
  ) -> (bytes: [UInt8], end: Transfer) {
    var header: UInt32 = 0
    let end = withUnsafeMutableBytes(of: &header) { fill($0, from: queue, id, at: site) }
    guard end == .whole else { return ([], end) }
    return Pipe.gather(Pipe.length(header)) { fill($0, from: queue, id, at: site) }
  }

  /// The rest of an item whose beginning was there: it is waited for without a limit, as CPython does.
  private mutating func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from queue: MessageQueue, _ id: QueueID, at site: Site
  ) -> Transfer {
    var got = 0
    while got < buffer.count {
      switch queue.take(into: UnsafeMutableRawBufferPointer(rebasing: buffer[got...])) {
      case .moved(0): return .endOfFile
      case .moved(let count): got += count
      case .failed(let number): return .failed(number)
      case .wouldWait:
        let bell = Bell.descriptor(queue.readEnd.descriptor, POLLIN)
        let reason = WaitTarget.item(id).reason
        if sleep(for: reason, on: bell, until: nil, at: site) == .interrupted {
          return .interrupted
        }
      }
    }
    return .whole
  }

  // MARK: Tasks

  func taskDone(_ id: QueueID, at site: Site) -> Reply {
    // Told first: else the step of one that waited could come before this one.
    tell(.taskDone(id), at: site)
    return arena.queue(id).finishTask() ? .done : .failed(.overReleased)
  }

  mutating func awaitTasks(_ id: QueueID, at site: Site) -> Reply {
    let queue = arena.queue(id)
    let round = queue.cell.pointee.finishedRounds.load(ordering: .sequentiallyConsistent)
    guard queue.cell.pointee.unfinished.load(ordering: .sequentiallyConsistent) > 0 else {
      return .done
    }
    tell(.waits(.tasks(id), limited: false), at: site)
    queue.cell.pointee.taskWaiters.add(1, ordering: .sequentiallyConsistent)
    defer { queue.cell.pointee.taskWaiters.subtract(1, ordering: .sequentiallyConsistent) }
    while queue.cell.pointee.finishedRounds.load(ordering: .sequentiallyConsistent) == round {
      let waking = sleep(
        for: WaitTarget.tasks(id).reason, on: .word(queue.taskWord, not: round), until: nil,
        at: site)
      if waking == .interrupted { return .interrupted }
    }
    return .done
  }
}

extension QueueItem {
  var isLater: Bool { if case .later = self { true } else { false } }

  /// What a step carries of it.
  fileprivate var piece: [UInt8] { if case .pickled(let bytes) = self { bytes.piece } else { [] } }
}

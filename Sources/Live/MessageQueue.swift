// A queue in shared memory: a pipe for its items, and what all processes have to know beside it. It
// is multiprocessing.queues.Queue by its parts: a semaphore that counts the free places, a lock for
// whoever reads and one for whoever writes. It knows bytes and counts, not buffers or waiting.

import CPlatform
import Glibc
import Machine
import Synchronization

/// A queue's own numbers.
struct QueueCell: ~Copyable {
  /// How often the last task was done: the futex word of those that wait for it. It stands first.
  let finishedRounds: Atomic<UInt32>
  let taskWaiters: Atomic<UInt32>
  /// Tasks that were put and are not done.
  let unfinished: Atomic<UInt32>
  let readEnd: Atomic<Int32>
  let writeEnd: Atomic<Int32>
  /// A `QueueKind`.
  let kind: Atomic<UInt32>
  let capacity: Atomic<Int32>
  /// Who put the last item: its `ProcessID` plus 1, or 0.
  let lastPutter: Atomic<UInt32>
  /// Which of the bytes that were read ahead nobody has got yet.
  let aheadStart: Atomic<UInt32>
  let aheadEnd: Atomic<UInt32>
}

/// A queue of the arena. Copies name the same memory.
struct MessageQueue {
  let base: UnsafeMutableRawPointer

  /// The cell, three semaphores, and a page for bytes that were read ahead.
  static let size = 8192
  private static let aheadOffset = 4096
  private static let aheadCapacity = size - aheadOffset
  /// What a queue that is never full counts down from, as CPython's does.
  private static let unbounded = Int32.max

  var cell: UnsafeMutablePointer<QueueCell> { base.assumingMemoryBound(to: QueueCell.self) }

  private func semaphore(_ place: Int) -> Semaphore {
    Semaphore(
      cell: (base + (1 + place) * SemaphoreCell.size)
        .assumingMemoryBound(to: SemaphoreCell.self))
  }

  /// Counts the free places.
  var places: Semaphore { semaphore(0) }
  /// Held by the one who waits for an item or takes it: if he is killed, nobody reads any more.
  var readingLock: Semaphore { semaphore(1) }
  var writingLock: Semaphore { semaphore(2) }
  var readEnd: Pipe { Pipe(cell.pointee.readEnd.load(ordering: .relaxed)) }
  var writeEnd: Pipe { Pipe(cell.pointee.writeEnd.load(ordering: .relaxed)) }

  var kind: QueueKind {
    // Only raw values of it are ever stored there.
    QueueKind(rawValue: UInt8(cell.pointee.kind.load(ordering: .relaxed))) ?? .fed
  }

  func prepare(_ kind: QueueKind, capacity: Int32?, readEnd: Int32, writeEnd: Int32) {
    cell.pointee.kind.store(UInt32(kind.rawValue), ordering: .relaxed)
    cell.pointee.readEnd.store(readEnd, ordering: .relaxed)
    cell.pointee.writeEnd.store(writeEnd, ordering: .relaxed)
    let count = capacity ?? MessageQueue.unbounded
    cell.pointee.capacity.store(count, ordering: .relaxed)
    places.cell.pointee.prepare(value: count, maximum: count)
    readingLock.cell.pointee.prepare(value: 1, maximum: 1)
    writingLock.cell.pointee.prepare(value: 1, maximum: 1)
  }

  // MARK: Looking

  /// How many items were put and not got.
  var count: Int {
    Int(cell.pointee.capacity.load(ordering: .relaxed)) - Int(places.cell.pointee.count)
  }

  /// nil for one that is never full.
  var capacity: Int32? {
    let count = cell.pointee.capacity.load(ordering: .relaxed)
    return count == MessageQueue.unbounded ? nil : count
  }

  var isFull: Bool { places.cell.pointee.count == 0 }

  /// Whether nothing has left the buffers, or all that did was got.
  var isEmpty: Bool { !hasReadAhead && !readEnd.has(POLLIN) }

  // MARK: Reading. Only under the reading lock.

  var hasReadAhead: Bool {
    cell.pointee.aheadStart.load(ordering: .relaxed)
      != cell.pointee.aheadEnd.load(ordering: .relaxed)
  }

  /// Takes what the pipe holds, a page at most, in one call: several small items come at once then,
  /// and the next who gets finds them here.
  func readAhead() -> Attempt {
    let buffer = UnsafeMutableRawBufferPointer(
      start: base + MessageQueue.aheadOffset, count: MessageQueue.aheadCapacity)
    let attempt = readEnd.read(into: buffer)
    if case .moved(let count) = attempt {
      cell.pointee.aheadStart.store(0, ordering: .relaxed)
      cell.pointee.aheadEnd.store(UInt32(count), ordering: .relaxed)
    }
    return attempt
  }

  /// Moves bytes that are there into the buffer; none where nothing is.
  func take(into buffer: UnsafeMutableRawBufferPointer) -> Attempt {
    if !hasReadAhead {
      if buffer.count >= MessageQueue.aheadCapacity { return readEnd.read(into: buffer) }
      let attempt = readAhead()
      guard case .moved(let count) = attempt, count > 0 else { return attempt }
    }
    let start = Int(cell.pointee.aheadStart.load(ordering: .relaxed))
    let count = min(Int(cell.pointee.aheadEnd.load(ordering: .relaxed)) - start, buffer.count)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(
        start: base + MessageQueue.aheadOffset + start, count: count))
    cell.pointee.aheadStart.store(UInt32(start + count), ordering: .relaxed)
    return .moved(count)
  }

  // MARK: Tasks

  func addTask() { cell.pointee.unfinished.add(1, ordering: .acquiringAndReleasing) }

  /// False where every task is done already.
  func finishTask() -> Bool {
    var seen = cell.pointee.unfinished.load(ordering: .acquiring)
    while seen > 0 {
      let attempt = cell.pointee.unfinished.weakCompareExchange(
        expected: seen, desired: seen - 1, ordering: .acquiringAndReleasing)
      seen = attempt.original
      guard attempt.exchanged else { continue }
      if seen == 1 { announceEnd() }
      return true
    }
    return false
  }

  private func announceEnd() {
    cell.pointee.finishedRounds.add(1, ordering: .sequentiallyConsistent)
    if cell.pointee.taskWaiters.load(ordering: .sequentiallyConsistent) > 0 { wakeTaskWaiters() }
  }

  func wakeTaskWaiters() { platform_futex_wake(taskWord, Int32.max) }

  /// The futex word of those that wait for the tasks.
  var taskWord: UnsafePointer<UInt32> {
    UnsafeRawPointer(cell).assumingMemoryBound(to: UInt32.self)
  }
}

extension SharedArena {
  /// A new queue over this pipe; nil when the run has used up all that there are.
  func makeQueue(
    _ kind: QueueKind, capacity: Int32?, readEnd: Int32, writeEnd: Int32
  ) -> QueueID? {
    let index = header.pointee.queues.add(1, ordering: .relaxed).oldValue
    guard index < UInt32(SharedArena.queueCapacity) else {
      header.pointee.queues.subtract(1, ordering: .relaxed)
      return nil
    }
    let id = QueueID(Int(index))
    queue(id).prepare(kind, capacity: capacity, readEnd: readEnd, writeEnd: writeEnd)
    return id
  }
}

// The components of a queue. CPython makes a queue of a pipe with a reading lock, a semaphore for its
// capacity, and, for a joinable one, a count of tasks under a condition. Each is a slot of its own,
// so that a step depends only on what it looks at. What a process has put stands in its own buffer,
// from which its feeder takes it to the pipe.

import Explorer
import Machine

/// A queue's pipe, and its reading lock.
struct ItemPipe: Hashable, Sendable {
  var channel = Channel(.pipe)
  /// Somebody has the reading lock; for ever, if he is no more.
  var isBeingRead = false
}

/// A joinable queue's tasks.
struct TaskCount: Hashable, Sendable {
  private(set) var unfinished = 0
  /// Who has begun to wait, in the order of their numbers. Reaching 0 wakes them all, whatever the
  /// count is when they run.
  private(set) var waiters: [ProcessIndex] = []

  mutating func add() { unfinished += 1 }

  /// - Returns: false where no task was left to be done.
  mutating func finish() -> Bool {
    guard unfinished > 0 else { return false }
    unfinished -= 1
    if unfinished == 0 { waiters = [] }
    return true
  }

  mutating func wait(_ process: ProcessIndex) {
    waiters.append(process)
    waiters.sort { $0.number < $1.number }
  }
}

/// What a process has put into a queue and its feeder has not yet taken to the pipe. Not there while
/// it is empty.
struct FeederBuffer: Hashable, Sendable {
  var items: [QueueItem] = []
  /// The pipe holds the beginning of an item, and has no room for the rest.
  var isWriting = false

  var isEmpty: Bool { items.isEmpty && !isWriting }

  /// Whether something can still become of it than being taken to the pipe.
  var isUncertain: Bool {
    items.contains { if case .pickled = $0 { false } else { true } }
  }

  /// The items that can still change.
  var tickets: [UInt32] {
    items.compactMap { if case .later(let ticket) = $0 { ticket } else { nil } }
  }
}

/// A queue's name: what is the same in all schedules in which its maker makes it.
struct QueueName: Hashable, Sendable {
  var maker: ProcessIndex
  var number: Int
  var kind: QueueKind
  /// Nil for one that is never full.
  var capacity: Int32?
}

enum QueuePart: UInt8, Hashable, Sendable {
  case pipe
  /// How much of the capacity is free: a semaphore.
  case room
  case tasks
  /// By a wrong rule: the buffers of all items that are not in the pipe yet, in the order of `put`.
  case order
}

/// How far a process is in the operation at which it stands, where others may act before it is done.
enum Progress: Hashable, Sendable {
  case none
  /// It has a queue's reading lock.
  case reading
  /// It has found no item in time, and still has the reading lock.
  case failed
  /// It has its item, and still has to give back what is named here.
  case took([UInt8], lock: Bool, room: Bool)
  /// The beginning of its message is on its way, and the rest waits for room.
  case writing
  /// It is among those who are woken when all tasks are done.
  case waiting
  /// Its call is on its way to the manager.
  case calling

  /// Whether something else knows by it who the process is.
  var namesProcess: Bool {
    switch self {
    case .writing, .waiting, .calling: true
    case .none, .reading, .failed, .took: false
    }
  }
}

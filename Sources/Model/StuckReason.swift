// What a process that is stuck waits for, as data: reports say it in their own words, and a cache keeps
// it.

import Diagnostics

extension StuckReport {
  package enum Reason: Hashable, Sendable {
    /// For a process to end; nil for one without a name.
    case process(String?)
    /// For what somebody may hold.
    case lock
    /// For a semaphore that counts to be released.
    case semaphore
    /// For somebody to notify, set or pass what it waits at.
    case wakeUp
    /// For an item of a queue; nobody put one where `lastPutter` is nil.
    case item(lastPutter: String?, hasEnded: Bool)
    /// For an item that it put itself last.
    case ownItem
    /// For the turn to read from a queue, which somebody has, or had when he died.
    case readingLock(reader: String?, hasEnded: Bool)
    /// For an item whose sender was killed in the middle of it.
    case restOfItem
    case queueRoom(capacity: Int?)
    /// For its feeder, which waits for room in the queue's pipe.
    case feeder
    case tasks(left: Int)
    /// For a message; these have the other end open.
    case message(senders: [String])
    /// For a message that nobody but itself could send.
    case ownMessage
    case pipeRoom
    /// For one of several messages and processes' ends.
    case ready(count: Int)
    /// For a manager's.
    case answer
    /// For nothing: it goes round for ever.
    case spinning
    case somebody
  }
}

extension StuckReport.Reason {
  /// What stands after "waits for"; in Chinese, a clause of its own.
  ///
  /// - Parameter shown: a process's name as somebody shows it.
  package func wording(naming shown: (String) -> String = { $0 }) -> Wording {
    switch self {
    case .process(nil): .says("a process to end")
    case .process(let name?): .says("\(shown(name)) to end")
    case .lock: .says("the lock to be released")
    case .semaphore: .says("the semaphore to be released")
    case .wakeUp: .says("somebody to wake it up")
    case .item(nil, _): .says("an item, and nobody has put any")
    case .item(let putter?, hasEnded: false):
      .says("an item; \(shown(putter)) was the last that put one")
    case .item(let putter?, hasEnded: true):
      .says("an item; \(shown(putter)) was the last that put one, and it has ended")
    case .ownItem: .says("an item")
    case .readingLock(nil, _): .says("the queue's reading lock")
    case .readingLock(let reader?, hasEnded: false):
      .says("the queue's reading lock, which \(shown(reader)) has")
    case .readingLock(let reader?, hasEnded: true):
      .says("the queue's reading lock, which \(shown(reader)) had when it died")
    case .restOfItem: .says("the rest of an item whose sender was killed")
    case .queueRoom(nil): .says("room in the queue's pipe")
    case .queueRoom(let capacity?): .says("room in the queue, which holds \(capacity)")
    case .feeder: .says("room in the queue's pipe for what it has put")
    case .tasks(1): .says("the queue's last task to be done")
    case .tasks(let left): .says("\(left) of the queue's tasks to be done")
    case .message(let senders) where senders.isEmpty: .says("a message")
    case .message(let senders):
      .says("a message; the other end is open in \(senders.map(shown))")
    case .ownMessage: .says("a message; only itself still has the other end open")
    case .pipeRoom: .says("room in the pipe")
    case .ready(1): .says("something to be ready")
    case .ready(let count): .says("one of \(count) to be ready")
    case .answer: .says("an answer of the manager")
    case .spinning: .says("nothing: it goes round for ever")
    case .somebody: .says("somebody")
    }
  }
}

// In fields of a file.
extension StuckReport.Reason {
  /// The kind, and what belongs to it.
  package var fields: [String] {
    switch self {
    case .process(let name): ["process"] + (name.map { [$0] } ?? [])
    case .lock: ["lock"]
    case .semaphore: ["semaphore"]
    case .wakeUp: ["wakeUp"]
    case .item(let putter, let hasEnded): Self.fields("item", putter, hasEnded)
    case .ownItem: ["ownItem"]
    case .readingLock(let reader, let hasEnded): Self.fields("readingLock", reader, hasEnded)
    case .restOfItem: ["restOfItem"]
    case .queueRoom(let capacity): ["queueRoom"] + (capacity.map { ["\($0)"] } ?? [])
    case .feeder: ["feeder"]
    case .tasks(let left): ["tasks", "\(left)"]
    case .message(let senders): ["message"] + senders
    case .ownMessage: ["ownMessage"]
    case .pipeRoom: ["pipeRoom"]
    case .ready(let count): ["ready", "\(count)"]
    case .answer: ["answer"]
    case .spinning: ["spinning"]
    case .somebody: ["somebody"]
    }
  }

  private static func fields(_ kind: String, _ name: String?, _ hasEnded: Bool) -> [String] {
    [kind, hasEnded ? "ended" : "alive"] + (name.map { [$0] } ?? [])
  }

  /// - Returns: nil for what `fields` never gives.
  package init?(fields: [String]) {
    let rest = Array(fields.dropFirst())
    switch fields.first {
    case "process": self = .process(rest.first)
    case "lock": self = .lock
    case "semaphore": self = .semaphore
    case "wakeUp": self = .wakeUp
    case "item": self = .item(lastPutter: rest.dropFirst().first, hasEnded: rest.first == "ended")
    case "ownItem": self = .ownItem
    case "readingLock":
      self = .readingLock(reader: rest.dropFirst().first, hasEnded: rest.first == "ended")
    case "restOfItem": self = .restOfItem
    case "queueRoom": self = .queueRoom(capacity: rest.first.flatMap { Int($0) })
    case "feeder": self = .feeder
    case "tasks": self = .tasks(left: rest.first.flatMap { Int($0) } ?? 0)
    case "message": self = .message(senders: rest)
    case "ownMessage": self = .ownMessage
    case "pipeRoom": self = .pipeRoom
    case "ready": self = .ready(count: rest.first.flatMap { Int($0) } ?? 0)
    case "answer": self = .answer
    case "spinning": self = .spinning
    case "somebody": self = .somebody
    default: return nil
    }
  }
}

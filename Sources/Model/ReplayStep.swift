// What a process does in one move of a schedule, as pictures and lists tell it.

import Diagnostics
import Machine

/// One visible operation of a replayed schedule: a cell in the picture with a column a process.
package struct ReplayStep: Hashable, Sendable {
  /// The process's number in the order of their start.
  package var process: Int
  package var name: String
  /// The line of the program, from 1; 0 where its code is done.
  package var line: Int
  package var operation: Operation

  package enum Operation: Hashable, Sendable {
    case open(path: String, truncating: Bool)
    case read(path: String, [UInt8])
    case write(path: String, [UInt8])
    /// A file is cut.
    case changeFolder(path: String)
    case remove(path: String)
    /// It takes the place of what has the new name.
    case rename(path: String, to: String)
    /// It asks for a file's size or existence, a folder's names, or opens what is not there.
    case look(path: String)
    /// `acquired` is false where it did not wait, or gave up.
    case acquire(SemaphoreID, acquired: Bool)
    case release(SemaphoreID)
    /// It asks for a semaphore's value.
    case count(SemaphoreID, value: Int)
    case wait(ProcessID, finished: Bool)
    case poll(ProcessID, finished: Bool)
    case signal(ProcessID, Int32)
    /// The number of the value that a random choice falls on.
    case choose(Int)
    case print([UInt8])
    case exit(code: Int32, ExceptionSummary?)
    case die(signal: Int32)
    /// `sent` is false where it failed.
    case send(EndID, [UInt8], sent: Bool)
    /// Nil where nothing will come.
    case receive(EndID, [UInt8]?)
    case awaitReady(isReady: Bool)
    case closeEnd(EndID)
    case put(QueueID, QueueItem)
    case get(QueueID, [UInt8])
    /// A get that gave up, or did not wait.
    case findEmpty(QueueID)
    /// A put that gave up, or did not wait.
    case findFull(QueueID, QueueItem)
    /// The process's feeder moves an item.
    case feed(QueueID, Feed)
    /// It asks for a queue's size, or whether it is empty or full.
    case lookAtQueue(QueueID, Look, Reply)
    /// Its own buffer is empty.
    case awaitFeeder(QueueID)
    case taskDone(QueueID)
    case awaitTasks(QueueID)
    case load(SharedID, [SharedWord])
    case store(SharedID, at: Int, [SharedWord])
    /// A call of a manager and its answer; nil where the manager is gone.
    case call(ManagerID, [UInt8], [UInt8]?)
    case stopManager(ManagerID)
    /// A part of an operation, in which it then stands.
    case part(Part)
  }

  /// What it asks for.
  package enum Look: Hashable, Sendable { case size, isEmpty, isFull }

  package enum Feed: Hashable, Sendable {
    /// It is in the pipe now.
    case item([UInt8])
    /// What it is made of can no longer change.
    case pickled
    /// It cannot be pickled.
    case lost([UInt8])
  }

  package enum Part: Hashable, Sendable {
    package enum Get: Hashable, Sendable {
      /// It has the reading lock.
      case hasLock
      case hasItem([UInt8])
      /// It has its item, and the queue does not know yet that there is room.
      case hasGivenLockBack([UInt8])
      /// It has found nothing, and still has the reading lock.
      case hasFailed
    }

    case getting(QueueID, Get)
    /// The beginning of a message is on its way.
    case writing
    case awaitingTasks(QueueID)
    case calling(ManagerID)
    /// It changes what its feeder has not taken yet.
    case changing
    /// It begins to end, and its feeder gives up at the first fault from now on.
    case ending
  }
}

extension ReplayStep {
  /// It is a move of the process's feeder, not its own.
  package var isFeed: Bool { if case .feed = operation { true } else { false } }

  var isPart: Bool { if case .part = operation { true } else { false } }

  /// It is a part of the operation that follows, and of nothing else.
  var belongsToRest: Bool {
    switch operation {
    case .part(.getting), .part(.calling): true
    default: false
    }
  }

  /// What it does, in a few words: `reads '1'`, `writes '0'`, `gets the lock`, `prints 'bought'`.
  package var wording: Wording {
    switch operation {
    case .open(let path, truncating: true): .says("opens \(path), which empties it")
    case .open(let path, truncating: false): .says("opens \(path)")
    case .read(_, let bytes): .says("reads \(Self.quoted(bytes))")
    case .write(_, let bytes): .says("writes \(Self.quoted(bytes))")
    case .changeFolder(let path): .says("changes \(path)")
    case .remove(let path): .says("removes \(path)")
    case .rename(let path, let new): .says("renames \(path) to \(new)")
    case .look(let path): .says("looks for \(path)")
    case .acquire(_, acquired: true): .says("gets the lock")
    case .acquire(_, acquired: false): .says("does not get the lock")
    case .release: .says("releases the lock")
    case .count(_, let value): .says("looks at the semaphore: \(value)")
    case .wait(_, finished: true): .says("has joined")
    case .wait(_, finished: false): .says("gives up joining")
    case .poll(_, finished: true): .says("sees it has ended")
    case .poll(_, finished: false): .says("sees it is alive")
    case .signal: .says("sends a signal")
    case .choose(let value): .says("draws number \(value)")
    case .print(let bytes): .says("prints \(Self.quoted(bytes))")
    case .exit(_, let exception?): .says("dies: \(exception.type)")
    case .exit(0, nil): .says("ends")
    case .exit(let code, nil): .says("ends with \(code)")
    case .die(let signal): .says("is killed by signal \(signal)")
    case .send(_, let message, true): .says("sends \(Self.value(message))")
    case .send(_, _, false): .says("cannot send")
    case .receive(_, let message?): .says("receives \(Self.value(message))")
    case .receive(_, nil): .says("is told that nothing will come")
    case .awaitReady(true): .says("finds something ready")
    case .awaitReady(false): .says("gives up waiting")
    case .closeEnd: .says("closes its end of a pipe")
    case .put(_, let item): .says("puts \(Self.value(item))")
    case .get(_, let item): .says("gets \(Self.value(item))")
    case .findEmpty: .says("finds the queue empty")
    case .findFull: .says("finds the queue full")
    case .feed(_, .item(let item)): .says("its feeder moves \(Self.value(item)) to the pipe")
    case .feed(_, .pickled): .says("its feeder pickles an item")
    case .feed(_, .lost): .says("its feeder loses an item")
    case .lookAtQueue(_, _, let reply): .says("looks at the queue: \(Self.seen(reply))")
    case .awaitFeeder: .says("sees its buffer empty")
    case .taskDone: .says("says that a task is done")
    case .awaitTasks: .says("sees all tasks done")
    case .load(_, let words): .says("loads \(Self.text(of: words))")
    case .store(_, _, let words): .says("stores \(Self.text(of: words))")
    case .call(_, let call, let answer?):
      ManagedCall(call).map {
        .says("calls the manager: \($0.text(of: $0.kind, answer: answer))")
      } ?? .says("calls the manager")
    case .call(_, _, nil): .says("finds the manager gone")
    case .stopManager: .says("stops the manager")
    case .part(let part): part.wording
    }
  }

  /// A pickled value in a few columns.
  package static func value(_ pickled: [UInt8]) -> Wording {
    Pickle.shortText(of: pickled).map(Wording.fixed) ?? .says("an object")
  }

  package static func value(_ item: QueueItem) -> Wording {
    switch item {
    case .pickled(let bytes): value(bytes)
    case .later: .says("an object")
    case .faulty: .says("what cannot be pickled")
    }
  }

  private static func seen(_ reply: Reply) -> Wording {
    switch reply {
    case .bool(true): .says("yes")
    case .bool(false): .says("no")
    case .int(let value): .fixed("\(value)")
    default: .fixed("?")
    }
  }

  /// Words of shared memory: integers as such, what looks like a float's bits as a float.
  package static func text(of words: [SharedWord]) -> String {
    let texts = words.prefix(4).map { word in
      switch word {
      case .bits(let bits): number(bits)
      case .opaque: "?"
      }
    }
    return texts.joined(separator: ", ") + (words.count > 4 ? ", …" : "")
  }

  private static func number(_ bits: UInt64) -> String {
    let integer = Int64(bitPattern: bits)
    // The bits of all floats from 1e-100 to 1e100 are far from small integers.
    guard abs(Double(integer)) > 1e15 else { return "\(integer)" }
    return "\(Double(bitPattern: bits))"
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    while text.last == "\n" { text.removeLast() }
    let short = text.count > 40 ? text.prefix(37) + "…" : text[...]
    return "'" + short.map { $0.isNewline ? "⏎" : String($0) }.joined() + "'"
  }
}

extension ReplayStep.Part {
  fileprivate var wording: Wording {
    switch self {
    case .getting(_, .hasLock): .says("has the queue's reading lock")
    case .getting(_, .hasItem(let item)): .says("has got \(ReplayStep.value(item))")
    case .getting(_, .hasGivenLockBack): .says("gives the reading lock back")
    case .getting(_, .hasFailed): .says("finds nothing in the queue")
    case .writing: .says("sends, and waits for room")
    case .awaitingTasks: .says("waits for the tasks")
    case .calling: .says("calls the manager")
    case .changing: .says("changes what it has put")
    case .ending: .says("begins to end")
    }
  }
}

// What a process does in one move of a schedule, as pictures and lists tell it.

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
  package var text: String {
    switch operation {
    case .open(let path, let truncating):
      truncating ? "opens \(path), which empties it" : "opens \(path)"
    case .read(_, let bytes): "reads \(Self.quoted(bytes))"
    case .write(_, let bytes): "writes \(Self.quoted(bytes))"
    case .changeFolder(let path): "changes \(path)"
    case .remove(let path): "removes \(path)"
    case .rename(let path, let new): "renames \(path) to \(new)"
    case .look(let path): "looks for \(path)"
    case .acquire(_, let acquired): acquired ? "gets the lock" : "does not get the lock"
    case .release: "releases the lock"
    case .count(_, let value): "looks at the semaphore: \(value)"
    case .wait(_, let finished): finished ? "has joined" : "gives up joining"
    case .poll(_, let finished): finished ? "sees it has ended" : "sees it is alive"
    case .signal: "sends a signal"
    case .choose(let value): "draws number \(value)"
    case .print(let bytes): "prints \(Self.quoted(bytes))"
    case .exit(let code, let exception):
      exception.map { "dies: \($0.type)" } ?? (code == 0 ? "ends" : "ends with \(code)")
    case .die(let signal): "is killed by signal \(signal)"
    case .send(_, let message, let sent):
      sent ? "sends \(Self.value(message))" : "cannot send"
    case .receive(_, let message):
      message.map { "receives \(Self.value($0))" } ?? "is told that nothing will come"
    case .awaitReady(let isReady): isReady ? "finds something ready" : "gives up waiting"
    case .closeEnd: "closes its end of a pipe"
    case .put(_, let item): "puts \(Self.value(item))"
    case .get(_, let item): "gets \(Self.value(item))"
    case .findEmpty: "finds the queue empty"
    case .findFull: "finds the queue full"
    case .feed(_, let feed):
      switch feed {
      case .item(let item): "its feeder moves \(Self.value(item)) to the pipe"
      case .pickled: "its feeder pickles an item"
      case .lost: "its feeder loses an item"
      }
    case .lookAtQueue(_, _, let reply): "looks at the queue: \(Self.seen(reply))"
    case .awaitFeeder: "sees its buffer empty"
    case .taskDone: "says that a task is done"
    case .awaitTasks: "sees all tasks done"
    case .load(_, let words): "loads \(Self.text(of: words))"
    case .store(_, _, let words): "stores \(Self.text(of: words))"
    case .call(_, let call, let answer?):
      "calls the manager"
        + (ManagedCall(call).map { ": " + $0.text(of: $0.kind, answer: answer) } ?? "")
    case .call(_, _, nil): "finds the manager gone"
    case .stopManager: "stops the manager"
    case .part(let part): part.text
    }
  }

  /// A pickled value in a few columns.
  package static func value(_ pickled: [UInt8]) -> String {
    Pickle.shortText(of: pickled) ?? "an object"
  }

  package static func value(_ item: QueueItem) -> String {
    switch item {
    case .pickled(let bytes): value(bytes)
    case .later: "an object"
    case .faulty: "what cannot be pickled"
    }
  }

  package static func seen(_ reply: Reply) -> String {
    switch reply {
    case .bool(let value): value ? "yes" : "no"
    case .int(let value): "\(value)"
    default: "?"
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
  package var text: String {
    switch self {
    case .getting(_, .hasLock): "has the queue's reading lock"
    case .getting(_, .hasItem(let item)): "has got \(ReplayStep.value(item))"
    case .getting(_, .hasGivenLockBack): "gives the reading lock back"
    case .getting(_, .hasFailed): "finds nothing in the queue"
    case .writing: "sends, and waits for room"
    case .awaitingTasks: "waits for the tasks"
    case .calling: "calls the manager"
    case .changing: "changes what it has put"
    case .ending: "begins to end"
    }
  }
}

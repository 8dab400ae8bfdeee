// A run in which every process waits and nobody can wake them, as data and as the text that people
// see. StuckWatch finds it.

import Observation

/// Who waits for what at the end of a stuck run.
package struct StuckRun: Hashable, Sendable {
  /// One process that waits.
  package struct Waiter: Hashable, Sendable {
    /// Its name: `MainProcess`, `Process-1`.
    package var process: String
    /// The source text of the call that waits: `lock.acquire()`; nil where the process's code has
    /// ended, and it waits for its children.
    package var call: String?
    /// From 1; 0 where there is no call.
    package var line: Int
    package var reason: Reason

    package init(process: String, call: String?, line: Int, reason: Reason) {
      self.process = process
      self.call = call
      self.line = line
      self.reason = reason
    }
  }

  package enum Reason: Hashable, Sendable {
    /// For a process to end.
    case process(String)
    /// For a lock, or a semaphore that counts. `holder` took it last and has not released it.
    case semaphore(isLock: Bool, holder: Holder?)
    /// For an item of a queue; nobody put one yet where `lastPutter` is nil.
    case item(lastPutter: String?, hasEnded: Bool)
    /// For the turn to read from a queue, which a process took with it when it was ended.
    case readingLock(Holder)
    case queueRoom(capacity: Int?)
    /// For its feeder, which waits for room in the queue's pipe.
    case feeder
    case tasks(left: Int)
    case message
    case pipeRoom
    /// For one of several messages and processes' ends.
    case ready(count: Int)
    /// For a manager's.
    case answer
    /// In a replayed run: for its turn, which another process has by this move.
    case turn(move: Int, of: Int)
  }

  package struct Holder: Hashable, Sendable {
    package var process: String
    /// Where it took it, from 1.
    package var line: Int
    package var hasEnded: Bool

    package init(process: String, line: Int, hasEnded: Bool) {
      self.process = process
      self.line = line
      self.hasEnded = hasEnded
    }
  }

  /// In the order of the process table.
  package var waiters: [Waiter]

  package init(waiters: [Waiter]) { self.waiters = waiters }
}

extension StuckRun {
  /// The report as it is shown, with a line end after each line.
  package var text: String {
    var lines = ["Stuck: every process waits, and nobody can wake them."]
    let names = waiters.map { StuckRun.shown($0.process) }
    let nameWidth = names.map(\.count).max() ?? 0
    let places = waiters.map { $0.call.map { "waits in \($0)" } ?? "waits at its end" }
    let placeWidth = places.map(\.count).max() ?? 0
    let lineWidth = waiters.map { "\($0.line)".count }.max() ?? 0
    for (index, waiter) in waiters.enumerated() {
      let line = waiter.line > 0 ? "line \(waiter.line)" : ""
      lines.append(
        "  \(names[index].padded(to: nameWidth)) \(places[index].padded(to: placeWidth))"
          + "  \(line.padded(to: 5 + lineWidth))  \(waiter.explanation)")
    }
    for hint in hints { lines.append("  hint: \(hint)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A process's name as reports show it.
  static func shown(_ name: String) -> String {
    name == RunRecord.mainProcess ? "main" : name
  }

  /// What would help, two sentences at most.
  private var hints: [String] {
    var kept: [String] = []
    for hint in waiters.compactMap(hint) where !kept.contains(hint) { kept.append(hint) }
    return Array(kept.prefix(2))
  }

  private func hint(for waiter: Waiter) -> String? {
    switch waiter.reason {
    case .semaphore(let isLock, let holder?):
      if holder.hasEnded { return "`with lock:` gives the lock back however its block ends" }
      if holder.process == waiter.process, isLock {
        return "a process cannot take a Lock twice; an RLock it can"
      }
      return waitsInCircle(waiter) ? "let every process take the locks in the same order" : nil
    case .item(_?, _):
      return "say that nothing more will come, such as q.put(None) for each who gets, or let them"
        + " be daemons: daemon=True"
    case .readingLock:
      return "let whoever gets end by himself: q.put(None) instead of p.terminate()"
    case .feeder:
      return "a process ends once its items have left it: first q.get(), then p.join()"
    case .tasks: return "q.task_done() for each item that q.get() gave"
    case .message:
      return "an end that a process does not use, close() it: recv() ends with EOFError once every"
        + " copy of the other end is closed"
    case .turn:
      return "`tutor explore --schedule` shows where a schedule does not fit its program"
    case .process, .semaphore, .item, .queueRoom, .pipeRoom, .ready, .answer: return nil
    }
  }

  /// Whether following the holders from here comes back to this process.
  private func waitsInCircle(_ start: Waiter) -> Bool {
    var current = start
    for _ in waiters {
      guard case .semaphore(_, let holder?) = current.reason,
        let next = waiters.first(where: { $0.process == holder.process })
      else { return false }
      if next.process == start.process { return true }
      current = next
    }
    return false
  }
}

extension StuckRun.Waiter {
  fileprivate var explanation: String {
    switch reason {
    case .process(let name): "for \(StuckRun.shown(name)) to end"
    case .semaphore(isLock: false, _) where call?.contains(".wait(") == true:
      "to be woken up; nobody is left who would do it"
    case .semaphore(let isLock, let holder):
      explanation(of: isLock ? "the lock" : "the semaphore", heldBy: holder)
    case .item(nil, _): "for an item; nobody has put one"
    case .item(let putter?, let hasEnded):
      "for an item; \(StuckRun.shown(putter)) put the last one"
        + (hasEnded ? ", and has ended" : "")
    case .readingLock(let reader):
      "for its turn to get; \(StuckRun.shown(reader.process)) had it in line \(reader.line), and has"
        + " ended"
    case .queueRoom(let capacity?): "for room in the queue; \(capacity) is all that it holds"
    case .queueRoom(nil): "for room in the queue"
    case .feeder: "for its items to leave it; the queue's pipe is full"
    case .tasks(let left):
      "for the queue's tasks to be done; \(left) \(left == 1 ? "is" : "are") not"
    case .message: "for a message"
    case .pipeRoom: "for room in the pipe"
    case .ready(let count): count == 1 ? "for something to be ready" : "for one of \(count)"
    case .answer: "for an answer of the manager"
    case .turn(let move, let process):
      "for its turn in the schedule; move \(move) is process \(process)'s"
    }
  }

  private func explanation(of thing: String, heldBy holder: StuckRun.Holder?) -> String {
    guard let holder else { return "for \(thing); nobody is left who would release it" }
    if holder.process == process {
      return "for \(thing); it holds it itself, since line \(holder.line)"
    }
    let name = StuckRun.shown(holder.process)
    return holder.hasEnded
      ? "for \(thing); \(name) took it in line \(holder.line), and has ended"
      : "for \(thing); \(name) holds it since line \(holder.line)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

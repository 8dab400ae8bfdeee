// A run in which every process waits and nobody can wake them, as data and as the text that people
// see. StuckWatch finds it.

import Diagnostics
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
  package func text(in language: ReadingLanguage) -> String {
    let title = Wording.says("Stuck: every process waits, and nobody can wake them.")
    let hints = hints.map { DiagnosticRenderer.hintWord(in: language) + $0.text(in: language) }
    let lines = [title.text(in: language)] + (rows(in: language) + hints).map { "  " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Who waits where for what, a row each.
  private func rows(in language: ReadingLanguage) -> [String] {
    let names = waiters.map { StuckRun.shown($0.process).text(in: language) }
    let places = waiters.map { waiter -> String in
      switch language {
      case .english: waiter.call.map { "waits in \($0)" } ?? "waits at its end"
      case .chinese: waiter.call.map { "第 \(waiter.line) 行 \($0)" } ?? "结束时"
      }
    }
    let nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
    let placeWidth = places.map { DisplayWidth.of($0) }.max() ?? 0
    let lineWidth = waiters.map { "\($0.line)".count }.max() ?? 0
    return waiters.indices.map { index in
      let name = DisplayWidth.padded(names[index], to: nameWidth)
      let explanation = waiters[index].explanation.text(in: language)
      switch language {
      case .english:
        let line = waiters[index].line > 0 ? "line \(waiters[index].line)" : ""
        return name + " " + DisplayWidth.padded(places[index], to: placeWidth) + "  "
          + DisplayWidth.padded(line, to: 5 + lineWidth) + "  " + explanation
      case .chinese: return name + "  " + places[index] + "：" + explanation
      }
    }
  }

  /// A process's name as reports show it.
  static func shown(_ name: String) -> Wording {
    name == RunRecord.mainProcess ? .says("main") : .fixed(name)
  }

  /// What would help, two sentences at most.
  private var hints: [Wording] {
    var kept: [Wording] = []
    for hint in waiters.compactMap(hint) where !kept.contains(hint) { kept.append(hint) }
    return Array(kept.prefix(2))
  }

  private func hint(for waiter: Waiter) -> Wording? {
    switch waiter.reason {
    case .semaphore(let isLock, let holder?):
      if holder.hasEnded {
        return .says("`with lock:` gives the lock back however its block ends")
      }
      if holder.process == waiter.process, isLock {
        return .says("a process cannot take a Lock twice; an RLock it can")
      }
      return waitsInCircle(waiter)
        ? .says("let every process take the locks in the same order") : nil
    case .item(_?, _):
      return .says(
        """
        say that nothing more will come, such as q.put(None) for each who gets, or let them be \
        daemons: daemon=True
        """)
    case .readingLock:
      return .says("let whoever gets end by himself: q.put(None) instead of p.terminate()")
    case .feeder:
      return .says("a process ends once its items have left it: first q.get(), then p.join()")
    case .tasks: return .says("q.task_done() for each item that q.get() gave")
    case .message:
      return .says(
        """
        an end that a process does not use, close() it: recv() ends with EOFError once every copy \
        of the other end is closed
        """)
    case .turn:
      return .says("`tutor explore --schedule` shows where a schedule does not fit its program")
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
  fileprivate var explanation: Wording {
    switch reason {
    case .process(let name): .says("for \(StuckRun.shown(name)) to end")
    case .semaphore(isLock: false, _) where call?.contains(".wait(") == true:
      .says("to be woken up; nobody is left who would do it")
    case .semaphore(let isLock, let holder):
      explanation(of: isLock ? .says("the lock") : .says("the semaphore"), heldBy: holder)
    case .item(nil, _): .says("for an item; nobody has put one")
    case .item(let putter?, hasEnded: false):
      .says("for an item; \(StuckRun.shown(putter)) put the last one")
    case .item(let putter?, hasEnded: true):
      .says("for an item; \(StuckRun.shown(putter)) put the last one, and has ended")
    case .readingLock(let reader):
      .says(
        """
        for its turn to get; \(StuckRun.shown(reader.process)) had it in line \(reader.line), and \
        has ended
        """)
    case .queueRoom(let capacity?):
      .says("for room in the queue; \(capacity) is all that it holds")
    case .queueRoom(nil): .says("for room in the queue")
    case .feeder: .says("for its items to leave it; the queue's pipe is full")
    case .tasks(left: 1): .says("for the queue's tasks to be done; 1 is not")
    case .tasks(let left): .says("for the queue's tasks to be done; \(left) are not")
    case .message: .says("for a message")
    case .pipeRoom: .says("for room in the pipe")
    case .ready(count: 1): .says("for something to be ready")
    case .ready(let count): .says("for one of \(count)")
    case .answer: .says("for an answer of the manager")
    case .turn(let move, let process):
      .says("for its turn in the schedule; move \(move) is process \(process)'s")
    }
  }

  private func explanation(of thing: Wording, heldBy holder: StuckRun.Holder?) -> Wording {
    guard let holder else { return .says("for \(thing); nobody is left who would release it") }
    if holder.process == process {
      return .says("for \(thing); it holds it itself, since line \(holder.line)")
    }
    let name = StuckRun.shown(holder.process)
    return holder.hasEnded
      ? .says("for \(thing); \(name) took it in line \(holder.line), and has ended")
      : .says("for \(thing); \(name) holds it since line \(holder.line)")
  }
}

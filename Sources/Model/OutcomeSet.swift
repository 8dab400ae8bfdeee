// What an exploration found, as data for verdicts, tables and pictures.

import Diagnostics
import Machine
import Observation

/// How far an exploration may go.
package struct Bounds: Hashable, Sendable {
  package var states: Int
  package var seconds: Double
  /// Of the visited set and all that stands beside it.
  package var bytes: Int
  /// Instructions that one process may perform between two visible operations.
  package var instructions: Int

  package init(
    states: Int = 20_000_000, seconds: Double = 60, bytes: Int = 4 << 30,
    instructions: Int = 50_000_000
  ) {
    self.states = states
    self.seconds = seconds
    self.bytes = bytes
    self.instructions = instructions
  }
}

/// The set of outcomes of a program over all schedules.
package struct OutcomeSet: Sendable {
  package enum Limit: Hashable, Sendable {
    case states(Int)
    case seconds(Double)
    case bytes(Int)
    /// A process computes on and on; at this line when it was left.
    case instructions(process: String, line: Int)
    /// Somebody asked to stop.
    case cancelled
  }

  package enum Verdict: Hashable, Sendable {
    /// These are all outcomes.
    case exact
    /// These are real; that one is absent proves nothing.
    case partial(Limit)
    /// The program does what the model cannot decide.
    case unsupported(Diagnostic)
  }

  /// One value of the observer, with all that leads to it.
  package struct Outcome: Sendable {
    /// As `repr` shows it; for the default observer a line of its own words.
    package var value: String
    /// Of the shortest witness.
    package var schedule: Schedule
    /// How many distinct final states give it.
    package var finalStates: Int
    /// In how many of them everybody who is alive waits for ever.
    package var stuckStates: Int
    /// A shortest way to be stuck with this value, where there is one.
    package var stuck: StuckReport?
    /// The kinds of crashes in final states with this value, each with a shortest way there.
    package var crashes: [Crash]
  }

  /// A process that an exception ended.
  package struct Crash: Sendable {
    package var process: String
    package var exception: ExceptionSummary
    package var schedule: Schedule
  }

  package var verdict: Verdict
  /// Sorted by value: numbers by size, then texts.
  package var outcomes: [Outcome]
  package var states: Int
  package var transitions: Int
  package var seconds: Double

  package var isExact: Bool { verdict == .exact }

  package subscript(value: String) -> Outcome? { outcomes.first { $0.value == value } }
}

/// Everybody who is alive waits, and nobody can wake them.
package struct StuckReport: Sendable {
  package struct Waiter: Sendable {
    package var process: String
    /// What it waits in, as the source has it: `lock.acquire()`.
    package var operation: String
    /// From 1; 0 where it is in none.
    package var line: Int
    /// For what: `Process-2 to end`.
    package var reason: String
    /// Who has it, and the line where they took it, where that is known.
    package var holder: Holder?
  }

  package struct Holder: Sendable {
    package var process: String
    package var line: Int
  }

  package var waiters: [Waiter]
  package var schedule: Schedule
}

/// One visible operation of a replayed schedule: a cell in the picture with a column a process.
package struct ReplayStep: Sendable {
  /// The process's number in the order of the process table.
  package var process: Int
  package var name: String
  package var line: Int
  package var operation: Operation
  /// In a few words: `reads '1'`, `writes '0'`, `acquires the lock`, `prints bought`.
  package var text: String

  package enum Operation: Hashable, Sendable {
    case start
    case open(path: String, truncating: Bool)
    case read(path: String, [UInt8])
    case write(path: String, [UInt8])
    case changeFolder(path: String)
    case look
    case acquire(SemaphoreID, acquired: Bool)
    case release(SemaphoreID)
    case wait(ProcessID, finished: Bool)
    case signal(ProcessID)
    case choose(Int)
    case print([UInt8])
    case exit(code: Int32, ExceptionSummary?)
    case die(signal: Int32)
  }
}

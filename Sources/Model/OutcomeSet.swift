// What an exploration found, as data for verdicts, tables and pictures.

import Diagnostics
import Explorer
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
  /// What is tried at random once one of these bounds is met.
  package var walks: WalkLimits
  /// How many threads may work: what is found does not depend on it, but for a bound on time.
  package var jobs = 1

  package init(
    states: Int = 20_000_000, seconds: Double = 60, bytes: Int = 2 << 30,
    instructions: Int = 20_000_000, walks: WalkLimits = WalkLimits()
  ) {
    self.states = states
    self.seconds = seconds
    self.bytes = bytes
    self.instructions = instructions
    self.walks = walks
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
    /// As `repr` shows it; a summary in English where nothing in particular is observed.
    package var value: String
    /// That summary.
    package var summary: RunSummary?
    /// Of the witness with the fewest changes of process; empty after the first hundreds of outcomes.
    package var schedule: Schedule
    /// How many distinct final states give it; 0 where only a walk beyond a bound came to one.
    package var finalStates: Int
    /// In how many of them everybody who is alive waits for ever.
    package var stuckStates: Int
    /// A shortest way to be stuck with this value, where there is one.
    package var stuck: StuckReport?
    /// The kinds of crashes in final states with this value, each with a shortest way there.
    package var crashes: [Crash]
    /// How likely it is where each turn, up to the next operation that others may notice, goes to any
    /// process that can go on; nil where that was not asked or took too long to find out.
    package var odds: Double? = nil

    /// The value for a reader.
    package func shown(in language: ReadingLanguage) -> String {
      summary?.text(in: language) ?? value
    }
  }

  /// A kind of crash: an exception that ended a process, at a line.
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
  /// How many random walks were taken beyond the bound of a partial search.
  package var walks = 0

  package var isExact: Bool { verdict == .exact }

  /// Runs that never end and are not stuck; nil where it was not found out.
  package var endless: EndlessRuns? = nil

  /// Takes the schedules away: they are those of a world in which a wrong rule holds.
  mutating func dropSchedules() {
    for index in outcomes.indices {
      outcomes[index].schedule = Schedule()
      outcomes[index].stuck?.schedule = Schedule()
      for crash in outcomes[index].crashes.indices {
        outcomes[index].crashes[crash].schedule = Schedule()
      }
    }
    endless?.doomed?.schedule = Schedule()
    endless?.round?.schedule = Schedule()
  }

  /// What can occur here and not there; nil where one of the two is not exact.
  package func outcomes(beyond other: OutcomeSet) -> [Outcome]? {
    guard isExact, other.isExact else { return nil }
    return outcomes.filter { other[$0.value] == nil }
  }

  package subscript(value: String) -> Outcome? { outcomes.first { $0.value == value } }
}

/// Runs that go on for ever, though not everybody waits.
package struct EndlessRuns: Sendable {
  /// A way to such runs, and who goes on in them.
  package struct Way: Sendable {
    package var schedule: Schedule
    /// Their names.
    package var processes: [String]
  }

  /// From so many states on no end can be reached.
  package var doomedStates = 0
  package var doomed: Way?
  /// To where a run can come back again and again, though it can also end.
  package var round: Way?
}

/// Everybody who is alive waits, and nobody can wake them.
package struct StuckReport: Hashable, Sendable {
  package struct Waiter: Hashable, Sendable {
    package var process: String
    /// What it waits in, as the source has it: `lock.acquire()`.
    package var operation: String
    /// From 1; 0 where it is in none.
    package var line: Int
    package var reason: Reason
    /// Who has it, and the line where they took it, where that is known.
    package var holder: Holder?

    package init(
      process: String, operation: String, line: Int, reason: Reason, holder: Holder?
    ) {
      self.process = process
      self.operation = operation
      self.line = line
      self.reason = reason
      self.holder = holder
    }
  }

  package struct Holder: Hashable, Sendable {
    package var process: String
    /// Where it took it.
    package var line: Int
    /// It is no more, and can never give it back.
    package var hasEnded: Bool

    package init(process: String, line: Int, hasEnded: Bool) {
      self.process = process
      self.line = line
      self.hasEnded = hasEnded
    }
  }

  package var waiters: [Waiter]
  package var schedule: Schedule

  package init(waiters: [Waiter], schedule: Schedule) {
    self.waiters = waiters
    self.schedule = schedule
  }
}

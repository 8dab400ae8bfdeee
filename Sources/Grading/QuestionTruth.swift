// What can happen, as verdicts need it: a question's outcome set with its values made comparable. It is
// computed once and shown in many places; nothing in it knows who asked.

import Diagnostics
import Model
import Observation

/// The answer to a question, computed from its program.
package struct QuestionTruth: Sendable {
  /// A value that occurs, and a shortest schedule that produces it.
  package struct Found: Hashable, Sendable {
    package var value: AnswerValue
    package var schedule: Schedule
    /// Whether there is a run with this value in which everybody waits for ever.
    package var isStuck: Bool

    package init(value: AnswerValue, schedule: Schedule, isStuck: Bool = false) {
      self.value = value
      self.schedule = schedule
      self.isStuck = isStuck
    }
  }

  package enum Extent: Hashable, Sendable {
    /// These are all values.
    case complete
    /// These are real, and there may be more.
    case atLeast
    /// The question could not be computed.
    case undecided(Diagnostic)
  }

  /// In the outcome set's order; distinct.
  package var found: [Found]
  package var extent: Extent
  package var states: Int
  package var seconds: Double

  package init(found: [Found], extent: Extent, states: Int, seconds: Double) {
    self.found = found
    self.extent = extent
    self.states = states
    self.seconds = seconds
  }

  package init(_ outcomes: OutcomeSet) {
    var found: [Found] = []
    var keys: Set<String> = []
    for outcome in outcomes.outcomes {
      let value = AnswerValue(repr: outcome.value)
      guard keys.insert(value.key).inserted else { continue }
      found.append(
        Found(value: value, schedule: outcome.schedule, isStuck: outcome.stuckStates > 0))
    }
    let extent: Extent =
      switch outcomes.verdict {
      case .exact: .complete
      case .partial: .atLeast
      case .unsupported(let diagnostic): .undecided(diagnostic)
      }
    self.init(found: found, extent: extent, states: outcomes.states, seconds: outcomes.seconds)
  }

  package var values: [AnswerValue] { found.map(\.value) }

  package var isComplete: Bool { extent == .complete }

  /// What was found for a value, however it is written.
  package subscript(value: AnswerValue) -> Found? {
    found.first { $0.value.key == value.key }
  }
}

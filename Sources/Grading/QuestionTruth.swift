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
    /// Who waits for whom in such a run.
    package var stuck: StuckReport?

    package init(
      value: AnswerValue, schedule: Schedule, isStuck: Bool = false, stuck: StuckReport? = nil
    ) {
      self.value = value
      self.schedule = schedule
      self.isStuck = isStuck
      self.stuck = stuck
    }

    /// Who waits for whom at the end of `schedule`; nil where all end in it.
    package var stuckAtItsEnd: StuckReport? {
      stuck.flatMap { $0.schedule == schedule ? $0 : nil }
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
  /// What cut the search short; nil where nothing did, or where that is not known.
  package var limit: OutcomeSet.Limit?
  /// How many random runs were tried after the search was cut short.
  package var walks: Int
  /// Where the truth is about one text: the first of its lines that no schedule prints there, from 1;
  /// nil where all of them come.
  package var impossibleLine: Int?

  package init(
    found: [Found], extent: Extent, states: Int, seconds: Double,
    limit: OutcomeSet.Limit? = nil, walks: Int = 0, impossibleLine: Int? = nil
  ) {
    self.found = found
    self.extent = extent
    self.states = states
    self.seconds = seconds
    self.limit = limit
    self.walks = walks
    self.impossibleLine = impossibleLine
  }

  /// Whether a text can be printed: found where it can.
  init(_ answer: TranscriptAnswer, to lines: [String]) {
    self.init(found: [], extent: .complete, states: answer.states, seconds: answer.seconds)
    switch answer.finding {
    case .possible(let schedule, let isStuck):
      let value = AnswerValue.list(lines.map(AnswerValue.text))
      found = [Found(value: value, schedule: schedule, isStuck: isStuck)]
    case .impossible(let line): impossibleLine = line
    case .goesOn: break
    case .undecided(let reason):
      extent = .atLeast
      limit = reason
    case .unsupported(let diagnostic): extent = .undecided(diagnostic)
    }
  }

  package init(_ outcomes: OutcomeSet) {
    let found = Self.distinct(
      outcomes.outcomes.map {
        Found(
          value: AnswerValue(repr: $0.value), schedule: $0.schedule, isStuck: $0.stuckStates > 0,
          stuck: $0.stuck)
      })
    var limit: OutcomeSet.Limit?
    let extent: Extent
    switch outcomes.verdict {
    case .exact: extent = .complete
    case .partial(let reason):
      extent = .atLeast
      limit = reason
    case .unsupported(let diagnostic): extent = .undecided(diagnostic)
    }
    self.init(
      found: found, extent: extent, states: outcomes.states, seconds: outcomes.seconds,
      limit: limit, walks: outcomes.walks)
  }

  /// The first of those whose values are the same answer.
  static func distinct(_ found: [Found]) -> [Found] {
    var keys: Set<String> = []
    return found.filter { keys.insert($0.value.key).inserted }
  }

  package var values: [AnswerValue] { found.map(\.value) }

  package var isComplete: Bool { extent == .complete }

  /// What was found for a value, however it is written.
  package subscript(value: AnswerValue) -> Found? {
    found.first { $0.value.key == value.key }
  }
}

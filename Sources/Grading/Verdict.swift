// A prediction judged: what was right in it, what was missed, what cannot happen, with the evidence.

import Course

/// What became of a prediction.
package struct Verdict: Sendable {
  package enum Kind: Hashable, Sendable {
    case right
    /// Values can occur that were not named.
    case missed
    /// Values were named that no schedule produces.
    case impossible
    case missedAndImpossible
    /// The answer was not understood; it is asked again and costs nothing.
    case unread(Unread)
    /// Nothing in the answer is refuted, but the search did not come to its end.
    case undecided
  }

  package var kind: Kind
  /// What was predicted, in the form of the question; nil for an unread answer.
  package var prediction: Prediction?
  /// Values that were named and occur.
  package var confirmed: [AnswerValue]
  /// Values that occur and were not named, each with its schedule.
  package var missed: [QuestionTruth.Found]
  /// Values that were named and that no schedule produces; empty unless the search was complete.
  package var impossible: [AnswerValue]
  /// How often the asked value occurs, for `when`, where that is known.
  package var fact: Frequency?
  /// The belief that the wrong answer fits.
  package var belief: Belief?

  package init(
    kind: Kind, prediction: Prediction? = nil, confirmed: [AnswerValue] = [],
    missed: [QuestionTruth.Found] = [], impossible: [AnswerValue] = [], fact: Frequency? = nil,
    belief: Belief? = nil
  ) {
    self.kind = kind
    self.prediction = prediction
    self.confirmed = confirmed
    self.missed = missed
    self.impossible = impossible
    self.fact = fact
    self.belief = belief
  }

  package var isRight: Bool { kind == .right }

  /// Whether it was read and found to be wrong.
  package var isWrong: Bool {
    switch kind {
    case .missed, .impossible, .missedAndImpossible: true
    case .right, .unread, .undecided: false
    }
  }

  /// The missed value with the shortest way there: what to show first.
  package var evidence: QuestionTruth.Found? {
    missed.min { $0.schedule.moves.count < $1.schedule.moves.count }
  }
}

// What somebody predicted, as it was understood. AnswerReader makes it, Grader judges it.

/// How sure somebody says to be.
package enum Confidence: String, Hashable, Sendable {
  /// With `!` at its end.
  case sure
  /// With `?` at its end.
  case guess
}

/// An answer that was understood.
package struct Prediction: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// For `which` and `what`.
    case values([PredictedValue])
    /// For `can`.
    case possible(Bool)
    /// For `when`.
    case frequency(Frequency)
    case seconds(Double)
    case lines([String])
  }

  /// As it was typed, without the sign of confidence.
  package var text: String
  package var confidence: Confidence?
  package var content: Content

  package init(text: String, confidence: Confidence? = nil, content: Content) {
    self.text = text
    self.confidence = confidence
    self.content = content
  }

  /// The lines of a predicted text; none for any other prediction.
  package var lines: [String] {
    if case .lines(let lines) = content { lines } else { [] }
  }
}

/// A value that was named, or a stretch of whole numbers.
package enum PredictedValue: Hashable, Sendable {
  case one(AnswerValue)
  /// At most `AnswerReader.widestRange` numbers.
  case range(ClosedRange<Int>)

  /// Every value that it names.
  package var all: [AnswerValue] {
    switch self {
    case .one(let value): [value]
    case .range(let range): range.map(AnswerValue.integer)
    }
  }
}

package enum Frequency: String, Hashable, Sendable { case always, sometimes, never }

/// Why an answer was not understood: what would be understood. Costs nothing; it is asked again.
package enum Unread: Hashable, Sendable {
  case empty
  /// For `which`: values, however named.
  case values
  /// For `which`, where all outcomes are of one kind.
  case numbers
  case texts
  case truths
  /// For `what`: one value.
  case oneValue
  case oneNumber
  case yesOrNo
  case frequency
  case seconds
  case lines
  /// A stretch of numbers that nobody can mean.
  case rangeTooWide
  /// Longer than any answer.
  case tooLong
}

/// What became of an answer.
package enum Reading: Hashable, Sendable {
  case read(Prediction)
  case unread(Unread)

  package var prediction: Prediction? {
    if case .read(let prediction) = self { prediction } else { nil }
  }
}

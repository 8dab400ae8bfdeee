// (question, prediction, truth) → verdict, and nothing else: no clock, no shell, no state. Rule: a
// search that was cut short refutes only by what it found, never by what it did not find.

import Course

/// Judges predictions.
package enum Grader {
  /// The verdict on an answer as it was typed.
  package static func grade(
    _ answer: String, to question: Question, truth: QuestionTruth
  ) -> Verdict {
    switch AnswerReader.read(answer, form: question.form) {
    case .unread(let unread): Verdict(kind: .unread(unread))
    case .read(let prediction): grade(prediction, to: question, truth: truth)
    }
  }

  /// The verdict on an answer that was understood.
  package static func grade(
    _ prediction: Prediction, to question: Question, truth: QuestionTruth
  ) -> Verdict {
    var verdict = judge(prediction, form: question.form, truth: truth)
    if verdict.isWrong {
      verdict.belief = question.beliefs.first { belief in
        belief.answer.map {
          isSame(prediction, as: $0, form: question.form, truth: truth)
        } ?? false
      }
    }
    return verdict
  }

  /// Whether an answer that was understood is right.
  static func isRight(
    _ prediction: Prediction, to question: Question, truth: QuestionTruth
  ) -> Bool {
    judge(prediction, form: question.form, truth: truth).isRight
  }

  private static func judge(
    _ prediction: Prediction, form: AnswerForm, truth: QuestionTruth
  ) -> Verdict {
    var verdict = Verdict(kind: .undecided, prediction: prediction)
    switch (form, prediction.content) {
    case (.which, .values), (.what, .values):
      switch AnswerMatcher(truth: truth).values(of: prediction, form: form) {
      case .failure(let refused): return Verdict(kind: .unread(refused.unread))
      case .success(let values): compare(values, truth: truth, &verdict)
      }
    case (.can(let literal), .possible(let answer)):
      possible(answer, AnswerValue(repr: literal), truth, &verdict)
    case (.when(let literal), .frequency(let answer)):
      frequency(answer, AnswerValue(repr: literal), truth, &verdict)
    case (.seconds, .seconds(let seconds)):
      member(.real(seconds), truth, &verdict) { isNear($0, seconds) }
    case (.lines, .lines(let lines)):
      let value = AnswerValue.list(lines.map(AnswerValue.text))
      member(value, truth, &verdict) { $0.key == value.key }
    default:
      // A prediction that was read for another form of question.
      return Verdict(kind: .unread(.values))
    }
    if case .undecided = truth.extent { return Verdict(kind: .undecided, prediction: prediction) }
    return verdict
  }

  // MARK: Forms

  private static func compare(
    _ named: [AnswerValue], truth: QuestionTruth, _ verdict: inout Verdict
  ) {
    let keys = Set(named.map(\.key))
    verdict.confirmed = named.compactMap { truth[$0]?.value }
    verdict.missed = truth.found.filter { !keys.contains($0.value.key) }
    let unseen = named.filter { truth[$0] == nil }
    if truth.isComplete { verdict.impossible = unseen }
    settle(&verdict, isProven: truth.isComplete)
  }

  private static func possible(
    _ answer: Bool, _ value: AnswerValue, _ truth: QuestionTruth, _ verdict: inout Verdict
  ) {
    let found = truth.found.first { isMeant($0.value, by: value) }
    switch (answer, found) {
    case (true, let found?):
      verdict.confirmed = [found.value]
      settle(&verdict, isProven: true)
    case (false, let found?):
      verdict.missed = [found]
      settle(&verdict, isProven: true)
    case (true, nil):
      if truth.isComplete { verdict.impossible = [value] }
      settle(&verdict, isProven: truth.isComplete)
    case (false, nil):
      settle(&verdict, isProven: truth.isComplete)
    }
  }

  private static func frequency(
    _ answer: Frequency, _ value: AnswerValue, _ truth: QuestionTruth, _ verdict: inout Verdict
  ) {
    let with = truth.found.filter { isMeant($0.value, by: value) }
    let without = truth.found.filter { !isMeant($0.value, by: value) }
    let isProven = truth.isComplete || (!with.isEmpty && !without.isEmpty)
    if isProven {
      verdict.fact = without.isEmpty ? .always : with.isEmpty ? .never : .sometimes
    }
    if answer == .never { verdict.missed = with }
    if answer == .always { verdict.missed = without }
    if let fact = verdict.fact {
      // What was claimed and does not occur: runs with it, or runs without it.
      if fact == .never, answer != .never { verdict.impossible = [value] }
      if fact == .always, answer != .always { verdict.impossible = [.other("")] }
    }
    settle(&verdict, isProven: isProven)
  }

  /// One of the values is named, and any will do.
  private static func member(
    _ value: AnswerValue, _ truth: QuestionTruth, _ verdict: inout Verdict,
    matches: (AnswerValue) -> Bool
  ) {
    if let found = truth.found.first(where: { matches($0.value) }) {
      verdict.confirmed = [found.value]
      return settle(&verdict, isProven: true)
    }
    if truth.isComplete {
      verdict.impossible = [value]
      verdict.missed = truth.found
    }
    settle(&verdict, isProven: truth.isComplete)
  }

  private static func settle(_ verdict: inout Verdict, isProven: Bool) {
    switch (verdict.missed.isEmpty, verdict.impossible.isEmpty) {
    case (true, true): verdict.kind = isProven ? .right : .undecided
    case (false, true): verdict.kind = .missed
    case (true, false): verdict.kind = .impossible
    case (false, false): verdict.kind = .missedAndImpossible
    }
  }

  /// Whether an outcome is the value asked about; one asked for as true or false means any such.
  static func isMeant(_ outcome: AnswerValue, by value: AnswerValue) -> Bool {
    if case .truth(let truth) = value { return outcome.isTrue == truth }
    return outcome.key == value.key
  }

  /// A twentieth of a second is how well people read a stopwatch.
  private static func isNear(_ value: AnswerValue, _ seconds: Double) -> Bool {
    switch value {
    case .integer(let number): abs(Double(number) - seconds) <= 0.05
    case .real(let number): abs(number - seconds) <= 0.05
    case .nothing, .truth, .text, .list, .set, .other: false
    }
  }

  // MARK: Beliefs

  private static func isSame(
    _ prediction: Prediction, as answer: String, form: AnswerForm, truth: QuestionTruth
  ) -> Bool {
    guard case .read(let other) = AnswerReader.read(answer, form: form) else { return false }
    guard case .values = prediction.content else { return prediction.content == other.content }
    let matcher = AnswerMatcher(truth: truth)
    guard case .success(let left) = matcher.values(of: prediction, form: form),
      case .success(let right) = matcher.values(of: other, form: form)
    else { return false }
    return Set(left.map(\.key)) == Set(right.map(\.key))
  }
}

// Named values beside those that occur. What people write is taken for the kind of value that the
// question is about: `three` for 3, `yes` for True, `7` for '7'. What cannot be taken so is unread.

import Course

/// Understands a prediction's values in the light of a question's.
struct AnswerMatcher {
  let truth: QuestionTruth
  private let kinds: Set<AnswerValue.Kind>

  init(truth: QuestionTruth) {
    self.truth = truth
    kinds = Set(truth.values.map(\.kind))
  }

  /// The values that a prediction names, distinct, in its order.
  func values(
    of prediction: Prediction, form: AnswerForm
  ) -> Result<[AnswerValue], AnswerReader.Refused> {
    guard case .values(let predicted) = prediction.content else {
      return .failure(AnswerReader.Refused(.values))
    }
    let named = predicted.flatMap(\.all)
    // With nothing found there is nothing to take them for.
    guard !kinds.isEmpty else { return .success(distinct(named)) }
    if let whole = whole(prediction.text) { return .success([whole]) }
    let taken = named.map(take)
    if !taken.contains(nil) { return .success(distinct(taken.compactMap(\.self))) }
    if let values = loosely(prediction.text), form != .what || values.count == 1 {
      return .success(distinct(values))
    }
    return .failure(AnswerReader.Refused(expectation(form)))
  }

  /// The outcome that the whole answer spells, commas and all.
  private func whole(_ text: String) -> AnswerValue? {
    let asText = AnswerValue.text(text).key
    let asValue = AnswerReader.value(of: text)
    return truth.values.first { value in
      switch value.kind {
      case .text: return value.key == asText || value.key == asValue.key
      case .collection: return value.key == asValue.key
      case .other: return AnswerText.folded(value.shown) == AnswerText.folded(text)
      case .nothing, .truth, .number: return false
      }
    }
  }

  /// A named value as one of the kinds in question.
  private func take(_ value: AnswerValue) -> AnswerValue? {
    if kinds.contains(value.kind) { return value }
    switch value {
    case .integer(let number):
      if kinds.contains(.truth), number == 0 || number == 1 { return .truth(number == 1) }
      return kinds.contains(.text) ? .text("\(number)") : nil
    case .real(let number): return kinds.contains(.text) ? .text("\(number)") : nil
    case .text(let text):
      if kinds.contains(.truth), let truth = AnswerReader.yesOrNo(text) { return .truth(truth) }
      return kinds.contains(.other) ? .other(text) : nil
    case .nothing:
      // "None of them" is none.
      if kinds.contains(.number) { return .integer(0) }
      return kinds.contains(.text) ? .text("None") : nil
    case .truth(let truth): return kinds.contains(.text) ? .text(truth ? "True" : "False") : nil
    case .list, .set: return kinds.contains(.text) ? .text(value.shown) : nil
    case .other(let text): return kinds.contains(.text) ? .text(text) : nil
    }
  }

  /// A second reading of an answer whose words did not fit.
  private func loosely(_ text: String) -> [AnswerValue]? {
    if kinds == [.number], case .values(let values) = NumberReader.read(text, ignoresWords: true) {
      let taken = values.flatMap(\.all).map(take)
      return taken.contains(nil) ? nil : taken.compactMap(\.self)
    }
    if kinds.contains(.collection), let values = AnswerValue.parseSeveral(AnswerText.plain(text)),
      values.allSatisfy({ kinds.contains($0.kind) })
    {
      return values
    }
    let both: Set<String> = ["both", "both of them", "either", "都", "都有", "都会", "都可能", "都能"]
    if kinds == [.truth], both.contains(AnswerText.folded(text)) {
      return [.truth(true), .truth(false)]
    }
    return nil
  }

  private func distinct(_ values: [AnswerValue]) -> [AnswerValue] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0.key).inserted }
  }

  private func expectation(_ form: AnswerForm) -> Unread {
    switch kinds {
    case [.number]: form == .what ? .oneNumber : .numbers
    case [.truth]: .truths
    case [.text]: form == .what ? .oneValue : .texts
    default: form == .what ? .oneValue : .values
    }
  }
}

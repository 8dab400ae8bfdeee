// Verdict → sentences for people, in their language. Numbers of states are grouped by thousands; what
// was cut short says so.

import Course
import Diagnostics
import Machine
import Observation

/// Makes sentences of verdicts.
package struct VerdictText: Sendable {
  package let language: ReadingLanguage
  let phrases: Phrases

  package init(_ language: ReadingLanguage) {
    self.language = language
    phrases = Phrases.table(language)
  }

  // MARK: What can happen

  /// What the search found: `Every interleaving (48 102 states, 0.2 s): any number from 1 to 10.`
  package func truth(_ truth: QuestionTruth, of question: Question) -> String {
    let template: String
    switch truth.extent {
    case .undecided(let diagnostic):
      return fill(phrases.undecided, ("reason", diagnostic.message.text(in: language)))
    case .atLeast: template = phrases.searchedInPart
    case .complete:
      template =
        question.time == .idealMachine ? phrases.searchedIdeal : phrases.searched
    }
    return fill(
      template, ("states", states(truth.states)), ("seconds", Self.seconds(truth.seconds)),
      ("what", what(truth, question.form)))
  }

  /// What can happen, in a few words: `1-4`, `it happens sometimes`.
  package func outcomes(_ truth: QuestionTruth, of question: Question) -> String {
    switch question.form {
    case .which, .what: list(truth.values)
    case .can, .when, .seconds, .lines: what(truth, question.form)
    }
  }

  private func what(_ truth: QuestionTruth, _ form: AnswerForm) -> String {
    switch form {
    case .which, .what: return values(truth)
    case .lines:
      if !truth.found.isEmpty { return phrases.linesCan }
      return truth.isComplete ? phrases.linesNever : phrases.notYetSeen
    case .seconds:
      return fill(phrases.takesSeconds, ("values", list(truth.values, last: phrases.or)))
    case .can(let literal):
      let value = AnswerValue(repr: literal)
      let occurs = truth.values.contains { Grader.isMeant($0, by: value) }
      if occurs { return phrases.itCan }
      return truth.isComplete ? phrases.itNever : phrases.notYetSeen
    case .when(let literal):
      let value = AnswerValue(repr: literal)
      let count = truth.values.filter { Grader.isMeant($0, by: value) }.count
      if count > 0, count < truth.values.count { return phrases.itSometimes }
      guard truth.isComplete else { return count > 0 ? phrases.itCan : phrases.notYetSeen }
      return count > 0 ? phrases.itAlways : phrases.itNever
    }
  }

  private func values(_ truth: QuestionTruth) -> String {
    guard truth.isComplete else { return fill(phrases.atLeast, ("values", list(truth.values))) }
    if truth.values.count == 1 { return fill(phrases.only, ("values", list(truth.values))) }
    let numbers = truth.values.compactMap(\.wholeNumber).sorted()
    if let first = numbers.first, let last = numbers.last, numbers.count == truth.values.count,
      numbers.count > 2, last - first == numbers.count - 1
    {
      return fill(phrases.anyNumber, ("first", "\(first)"), ("last", "\(last)"))
    }
    return list(truth.values, last: phrases.or)
  }

  /// What meets a belief: the lesson's sentence, or the rule's own.
  package func belief(_ belief: Belief) -> String {
    guard belief.says.isEmpty, let rule = belief.rule.flatMap({ WrongRules(name: $0) }) else {
      return belief.says
    }
    let text = RuleText(rule, in: language)
    return fill(phrases.rightUnderRule, ("rule", text.condition), ("why", text.truth))
  }

  // MARK: What became of the answer

  /// The verdict in a sentence or a few: `Your 1 can happen. You missed 2-10.`
  package func judgement(
    _ verdict: Verdict, on question: Question, truth: QuestionTruth
  ) -> String {
    switch verdict.kind {
    case .unread(let unread): return self.unread(unread)
    case .undecided:
      if case .undecided(let diagnostic) = truth.extent {
        return fill(phrases.undecided, ("reason", diagnostic.message.text(in: language)))
      }
      return sentences(confirmed(verdict, question.form), phrases.wasCutShort)
    case .right: return right(verdict, question.form, truth)
    case .missed, .impossible, .missedAndImpossible: return wrong(verdict, question.form, truth)
    }
  }

  private func right(
    _ verdict: Verdict, _ form: AnswerForm, _ truth: QuestionTruth
  ) -> String {
    let states = ("states", self.states(truth.states))
    switch form {
    case .which, .what:
      let phrase = verdict.confirmed.count > 1 ? phrases.rightAll : phrases.rightOne
      return fill(phrase, ("values", list(verdict.confirmed)))
    case .can:
      return verdict.confirmed.isEmpty ? fill(phrases.rightCannot, states) : phrases.rightCan
    case .when:
      switch verdict.fact {
      case .always, nil: return fill(phrases.rightAlways, states)
      case .sometimes: return phrases.rightSometimes
      case .never: return fill(phrases.rightNever, states)
      }
    case .seconds: return fill(phrases.rightSeconds, ("values", list(verdict.confirmed)))
    case .lines:
      let isStuck = truth.found.contains { $0.isStuck }
      return sentences(phrases.rightLines, isStuck ? phrases.linesThenStuck : "")
    }
  }

  private func wrong(
    _ verdict: Verdict, _ form: AnswerForm, _ truth: QuestionTruth
  ) -> String {
    let states = ("states", self.states(truth.states))
    switch form {
    case .which, .what:
      let impossible = fill(phrases.cannotHappen, ("values", list(verdict.impossible)), states)
      let missed = fill(phrases.missed, ("values", list(verdict.missed.map(\.value))))
      return sentences(
        confirmed(verdict, form), verdict.impossible.isEmpty ? "" : impossible,
        verdict.missed.isEmpty ? "" : missed)
    case .can:
      return verdict.missed.isEmpty ? fill(phrases.notSoCannot, states) : phrases.notSoCan
    case .when:
      return howOften(verdict, states)
    case .seconds:
      return fill(
        phrases.notSeconds, ("values", list(verdict.missed.map(\.value), last: phrases.or)),
        ("named", list(verdict.impossible)))
    case .lines: return sentences(fill(phrases.linesCannot, states), whereLinesPart(verdict, truth))
    }
  }

  /// Up to where a predicted text can come, and what cannot.
  private func whereLinesPart(_ verdict: Verdict, _ truth: QuestionTruth) -> String {
    guard let place = truth.impossibleLine, let lines = verdict.prediction?.lines,
      lines.indices.contains(place - 1)
    else { return phrases.linesGoOn }
    let line = ("line", lines[place - 1])
    return place == 1
      ? fill(phrases.linesBegin, line)
      : fill(phrases.linesUntil, ("count", "\(place - 1)"), line)
  }

  private func howOften(_ verdict: Verdict, _ states: (String, String)) -> String {
    let answer = verdict.prediction?.content
    switch verdict.fact {
    case .always:
      return fill(
        answer == .frequency(.sometimes) ? phrases.alwaysNotSometimes : phrases.alwaysNotNever,
        states)
    case .never:
      return fill(
        answer == .frequency(.sometimes) ? phrases.neverNotSometimes : phrases.neverNotAlways,
        states)
    case .sometimes, nil:
      return answer == .frequency(.always) ? phrases.notAlways : phrases.notNever
    }
  }

  private func confirmed(_ verdict: Verdict, _ form: AnswerForm) -> String {
    guard !verdict.confirmed.isEmpty else { return "" }
    return fill(phrases.canHappen, ("values", list(verdict.confirmed)))
  }

  /// What stands above the picture of `verdict.evidence`; nil where there is nothing to show.
  package func leadIn(_ verdict: Verdict, on question: Question) -> String? {
    guard let evidence = verdict.evidence else { return nil }
    switch question.form {
    case .which, .what:
      if let number = evidence.value.wholeNumber {
        let isWord = number > 0 && phrases.numbers.indices.contains(number)
        let word = isWord ? phrases.numbers[number] : "\(number)"
        return fill(phrases.wayForNumber, ("value", word))
      }
      return fill(phrases.wayToValue, ("value", list([evidence.value])))
    case .can: return phrases.wayThere
    case .when:
      return verdict.prediction?.content == .frequency(.always)
        ? phrases.wayWithout : phrases.wayThere
    case .seconds, .lines: return phrases.wayToLines
    }
  }

  /// What to type instead of what was not understood.
  package func unread(_ unread: Unread) -> String {
    switch unread {
    case .empty: phrases.unreadEmpty
    case .values: phrases.unreadValues
    case .numbers: phrases.unreadNumbers
    case .texts: phrases.unreadTexts
    case .truths: phrases.unreadTruths
    case .oneValue: phrases.unreadOneValue
    case .oneNumber: phrases.unreadOneNumber
    case .yesOrNo: phrases.unreadYesOrNo
    case .frequency: phrases.unreadFrequency
    case .seconds: phrases.unreadSeconds
    case .lines: phrases.unreadLines
    case .rangeTooWide: phrases.unreadRange
    case .tooLong: phrases.unreadLong
    }
  }

  /// How a question's answer is written, for the line below it.
  package func form(of question: Question) -> String {
    switch question.form {
    case .which: phrases.unreadValues
    case .what: phrases.unreadOneValue
    case .can: phrases.unreadYesOrNo
    case .when: phrases.unreadFrequency
    case .seconds: phrases.unreadSeconds
    case .lines: phrases.unreadLines
    }
  }

  // MARK: The live run

  /// What a live run showed; where it contradicts a complete search, the fault is named as ours.
  ///
  /// - Parameter value: the outcome as `repr` shows it.
  package func live(_ value: String, on question: Question, truth: QuestionTruth) -> String {
    let outcome = AnswerValue(repr: value)
    let isOutside = truth.isComplete && truth[outcome] == nil
    guard !isOutside else { return fill(phrases.outsideModel, ("value", list([outcome]))) }
    return live(value, on: question)
  }

  /// What a live run showed, before anything is known of what it could show.
  package func live(_ value: String, on question: Question) -> String {
    let outcome = AnswerValue(repr: value)
    switch question.form {
    case .can(let literal), .when(let literal):
      let isMeant = Grader.isMeant(outcome, by: AnswerValue(repr: literal))
      return isMeant ? phrases.thisRunDid : phrases.thisRunDidNot
    case .which, .what, .seconds, .lines:
      return fill(phrases.thisRun, ("value", list([outcome])))
    }
  }

  // MARK: Parts

  private func list(_ values: [AnswerValue], last: String? = nil) -> String {
    ValueList.text(values, comma: phrases.comma, last: last ?? phrases.and)
  }

  package func states(_ count: Int) -> String {
    count == 1 ? phrases.state : fill(phrases.states, ("count", Self.grouped(count)))
  }

  private func sentences(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: language == .english ? " " : "")
  }

  func fill(_ phrase: String, _ values: (String, String)...) -> String {
    Phrases.fill(phrase, values.map { (name: $0.0, value: $0.1) })
  }

  /// `48 102`
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// `0.2`; what takes less than a twentieth of a second is `0.0`, and from ten on whole seconds do.
  package static func seconds(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "?" }
    if seconds >= 10 { return "\(Int(seconds.rounded()))" }
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

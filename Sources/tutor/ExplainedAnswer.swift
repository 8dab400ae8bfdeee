// `tutor explore --explain VALUES`: the wrong rules under which exactly these values can occur.

import Course
import Diagnostics
import FoundationEssentials
import Grading
import Language
import Machine
import Model
import Observation

/// What an answer to `explore --explain` says.
struct ExplainedAnswer {
  private let values: String
  private let isRight: Bool
  private let search: RuleSearch
  private let language: ReadingLanguage

  /// - Parameters:
  ///   - values: as they were typed, and as they were read.
  ///   - observe: an expression that can be parsed.
  ///   - bounds: of the search for what can occur, and of that in each wrong rule's world.
  init(
    _ values: (text: String, prediction: Prediction), observe: String, program: LessonProgram,
    files: [DataFile], time: TimeTruth, bounds: (truth: Bounds, rule: Bounds),
    language: ReadingLanguage, shouldStop: (Int) -> Bool
  ) {
    let question = Question(
      id: QuestionID("explain"), ask: "", observe: observe, form: .which, time: time,
      program: program)
    var truths = TruthStore(bounds: bounds.truth, ruleBounds: bounds.rule)
    let truth = truths.truth(
      of: program, files: files, observe: observe, time: time, shouldStop: shouldStop)
    let verdict = Grader.grade(values.prediction, to: question, truth: truth)
    self.values = values.text
    self.language = language
    isRight = verdict.isRight
    search =
      isRight
      ? RuleSearch()
      : truths.rules(
        behind: values.prediction, to: question, files: files, shouldStop: shouldStop)
  }

  /// 0 where there is an explanation, 1 where there is none, 3 where one may still be found.
  var status: Int32 {
    isRight || !search.found.isEmpty ? 0 : search.undecided.isEmpty ? 1 : 3
  }

  var text: String {
    var lines: [Wording] = []
    if isRight { lines.append(.says("\(values) is right: exactly these values can occur.")) }
    for rule in search.found {
      let text = RuleText(rule, in: language)
      lines += [
        .says("\(values) would be right if \(text.condition) (\(rule.name))."),
        .fixed("  " + text.truth),
      ]
    }
    if !isRight, search.found.isEmpty {
      lines.append(
        .says("Under no single wrong rule can exactly these values occur: \(values)."))
    }
    if !search.undecided.isEmpty {
      let names = search.undecided.map(\.name).joined(separator: ", ")
      lines.append(.says("Not decided within the bounds: \(names)."))
    }
    return lines.map { $0.text(in: language) + "\n" }.joined()
  }

  private struct Report: Encodable {
    struct Rule: Encodable {
      var rule: String
      var condition: String
      var truth: String
    }

    var isRight: Bool
    var explained: [Rule]
    var undecided: [String]
  }

  var json: String {
    let explained = search.found.map { rule in
      let text = RuleText(rule, in: .english)
      return Report.Rule(rule: rule.name, condition: text.condition, truth: text.truth)
    }
    return ReportText.json(
      Report(isRight: isRight, explained: explained, undecided: search.undecided.map(\.name)))
  }
}

// What can be wrong with a course and takes a search to find: a truth that cannot be computed, a `what`
// with two values, a solution that fails, a wrong fix that passes. Flows in: lessons. Flows out: faults
// with file and line.

import Course
import Diagnostics
import Machine
import Observation

/// Holds a course against what its programs can do.
package struct TruthLint {
  private var truths: TruthStore

  package init(_ truths: TruthStore) { self.truths = truths }

  // MARK: Questions

  /// The faults of one question, in all its variants.
  package mutating func faults(of question: Question, in lesson: Lesson) -> [CourseFault] {
    let place = LessonPlace(lesson)
    var faults: [CourseFault] = []
    // What cannot even be compiled is the other lint's to tell.
    guard Self.canBeSearched(question.program, question.observe) else { return [] }
    for variant in 0..<min(question.variantCount, Self.mostVariants) {
      let truth = truths.truth(of: question, in: lesson, variant: variant)
      let name = Self.name(question, variant)
      if let fault = Self.incomplete(truth, name, line: question.line, place) {
        faults.append(fault)
        continue
      }
      if question.form == .what, truth.values.count != 1 {
        faults.append(
          place.fault(
            "\(name) has \(truth.values.count) values, \(ValueList.text(truth.values)), and 'what' "
              + "asks for the only one.", line: question.line, hint: "write 'answer: which'"))
      }
      if variant == 0 { faults += beliefFaults(question, truth, lesson, place) }
    }
    return faults
  }

  private static func canBeSearched(_ program: LessonProgram, _ observe: String) -> Bool {
    guard case .success = ObserveExpression.parse(observe),
      case .success = TruthStore.compile(program)
    else { return false }
    return true
  }

  /// More variants of one question than anybody is asked.
  private static let mostVariants = 100

  /// The truth of a question as it is asked first.
  ///
  /// - Parameter lines: the text that a question for `lines` is about.
  package mutating func truth(
    of question: Question, in lesson: Lesson, printing lines: [String] = []
  ) -> QuestionTruth {
    truths.truth(of: question, in: lesson, printing: lines)
  }

  private static func name(_ question: Question, _ variant: Int) -> String {
    let constants = question.constants(variant: variant).map { "\($0.name) = \($0.value)" }
    let suffix = constants.isEmpty ? "" : " with \(constants.joined(separator: ", "))"
    return "The question '\(question.id)'" + suffix
  }

  /// That a search did not come to its end.
  private static func incomplete(
    _ truth: QuestionTruth, _ name: String, line: Int, _ place: LessonPlace
  ) -> CourseFault? {
    switch truth.extent {
    case .complete: return nil
    case .undecided(let diagnostic):
      return place.fault(
        "\(name) cannot be decided: \(diagnostic.message.text(in: .english)).", line: line,
        hint: diagnostic.hint?.text(in: .english))
    case .atLeast:
      let reason: String =
        switch truth.limit {
        case .instructions(let process, let line): "\(process) computes on and on in line \(line)"
        case .states, .seconds, .bytes, .cancelled, nil:
          "there are more than \(VerdictText(.english).states(truth.states))"
        }
      return place.fault(
        "\(name) cannot be searched to the end: \(reason).", line: line,
        hint: "take fewer processes or items, or observe less")
    }
  }

  /// A rule under which the right answer is the same explains nothing.
  private mutating func ruleFault(
    _ belief: Belief, _ question: Question, _ truth: QuestionTruth, _ lesson: Lesson,
    _ place: LessonPlace
  ) -> [CourseFault] {
    guard let name = belief.rule, let rule = WrongRules(name: name) else { return [] }
    let wrong = truths.truth(
      of: question.program(), files: lesson.dataFiles, observe: question.observe,
      time: question.time, rules: rule)
    if !wrong.isComplete {
      return [
        place.fault(
          "What '\(question.id)' comes to under the rule '\(name)' cannot be searched to the end.",
          line: question.line)
      ]
    }
    guard wrong.values == truth.values else { return [] }
    return [
      place.fault(
        "Under the rule '\(name)' the answer to '\(question.id)' is the same.", line: question.line)
    ]
  }

  private mutating func beliefFaults(
    _ question: Question, _ truth: QuestionTruth, _ lesson: Lesson, _ place: LessonPlace
  ) -> [CourseFault] {
    question.beliefs.flatMap { belief -> [CourseFault] in
      guard let answer = belief.answer else {
        return ruleFault(belief, question, truth, lesson, place)
      }
      let lines = AnswerReader.read(answer, form: question.form).prediction?.lines ?? []
      let truth = truths.truth(of: question, in: lesson, printing: lines)
      let verdict = Grader.grade(answer, to: question, truth: truth)
      func fault(_ what: String) -> [CourseFault] {
        [place.fault("The belief '\(answer)' \(what).", line: question.line)]
      }
      if verdict.isRight { return fault("is the right answer to '\(question.id)'") }
      if !verdict.isWrong { return fault("is no answer to '\(question.id)'") }
      return verdict.belief == belief ? [] : fault("is the same answer as another belief")
    }
  }

  // MARK: Exercises

  /// The faults of one exercise: its start fails, its solutions pass, each wrong fix breaks the
  /// property that it is there for.
  package mutating func faults(of exercise: Exercise, in lesson: Lesson) -> [CourseFault] {
    let place = LessonPlace(lesson)
    var faults: [CourseFault] = []
    let start = judge(exercise.start, exercise, lesson)
    if !start.isEmpty, start.allSatisfy({ $0.kind == .holds }) {
      faults.append(
        place.fault(
          "The start \(exercise.start.name) has nothing to mend: every property holds.",
          line: exercise.line))
    }
    faults += open(start, exercise.start, exercise, place)
    for solution in exercise.solutions {
      let verdicts = judge(solution, exercise, lesson)
      for verdict in verdicts where verdict.kind == .broken {
        faults.append(
          place.fault(
            "The solution \(solution.name) breaks '\(verdict.property.expression)'."
              + Self.schedule(verdict), line: verdict.property.line))
      }
      faults += open(verdicts, solution, exercise, place)
    }
    for wrong in exercise.wrong {
      let verdicts = judge(wrong.program, exercise, lesson)
      let declared = verdicts.first { $0.property.observe == wrong.breaks }
      if let declared, declared.kind == .holds {
        let broken = verdicts.filter { $0.kind == .broken }.map { "'\($0.property.expression)'" }
        let instead = broken.isEmpty ? "nothing" : broken.joined(separator: ", ")
        faults.append(
          place.fault(
            "The wrong fix \(wrong.program.name) does not break "
              + "'\(declared.property.expression)'; it breaks \(instead).",
            line: declared.property.line))
      }
      if declared?.kind == .undecided { faults += open(verdicts, wrong.program, exercise, place) }
    }
    return faults
  }

  private static func schedule(_ verdict: PropertyVerdict) -> String {
    guard let schedule = verdict.evidence?.schedule.text, !schedule.isEmpty else { return "" }
    return " A schedule: \(schedule)"
  }

  private mutating func judge(
    _ program: LessonProgram, _ exercise: Exercise, _ lesson: Lesson
  ) -> [PropertyVerdict] {
    // The other lint has told of a program that lacks a constant or does not compile.
    guard let program = program.setting(exercise.constants) else { return [] }
    let properties = exercise.must.filter { Self.canBeSearched(program, $0.observe) }
    return properties.map { property in
      let truth = truths.truth(of: program, files: lesson.dataFiles, observe: property.observe)
      var verdict = Grader.judge(property, truth: truth)
      if case .undecided(let diagnostic) = truth.extent {
        verdict.reason = diagnostic.message.text(in: .english)
      }
      return verdict
    }
  }

  /// That properties of a program were not decided.
  private func open(
    _ verdicts: [PropertyVerdict], _ program: LessonProgram, _ exercise: Exercise,
    _ place: LessonPlace
  ) -> [CourseFault] {
    verdicts.filter { $0.kind == .undecided }.map { verdict in
      let reason =
        verdict.reason.map { ": \($0)" }
        ?? ": there are more than \(VerdictText(.english).states(verdict.states))"
      return place.fault(
        "'\(verdict.property.expression)' cannot be decided for \(program.name)\(reason).",
        line: verdict.property.line, hint: "take fewer processes or items, or observe less")
    }
  }
}

extension Property {
  /// As it stands in the lesson: `never: stuck`.
  package var expression: String { "\(kind.rawValue): \(observe)" }
}

// (lesson, question) → its truth, computed once. Flows in: a question and its lesson's files. Flows
// out: what can happen, and the steps of a schedule. It explores; it never runs anything for real.

import Course
import Diagnostics
import Language
import Machine
import Model
import Observation

/// Computes the answers to questions and remembers them.
package struct TruthStore: Sendable {
  /// What a truth depends on, and all that it depends on.
  private struct Key: Hashable {
    let program: String
    let observe: String
    let time: TimeTruth
    var rules: WrongRules = []
    let files: [DataFile]
    /// The text that it is about, for a question that predicts one.
    var lines: [String]?
  }

  private var known: [Key: QuestionTruth] = [:]
  /// What was compiled last: a program is explored several times in a row, under one rule each.
  private var compiled: (program: LessonProgram, code: Result<Program, Diagnostic>)?
  private let bounds: Bounds
  /// How far a wrong rule's world is searched.
  private let ruleBounds: Bounds
  /// Where truths are kept from one process to the next.
  private let cache: TruthCache?

  package init(
    bounds: Bounds = Bounds(), ruleBounds: Bounds = TruthStore.fewStates, cache: TruthCache? = nil
  ) {
    self.bounds = bounds
    self.ruleBounds = ruleBounds
    self.cache = cache
  }

  /// The answer to a variant of a question of a lesson; searched for at its first asking.
  ///
  /// To a question for `lines` it is whether a run can print one text: the set of all texts is never
  /// made.
  ///
  /// - Parameter lines: that text; other questions do not look at it.
  package mutating func truth(
    of question: Question, in lesson: Lesson, variant: Int = 0, printing lines: [String] = [],
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> QuestionTruth {
    let program = question.program(variant: variant)
    switch question.form {
    case .which, .what, .can, .when, .seconds:
      return truth(
        of: program, files: lesson.dataFiles, observe: question.observe, time: question.time,
        shouldStop: shouldStop)
    case .lines:
      return truth(
        of: program, files: lesson.dataFiles, printing: lines, time: question.time,
        shouldStop: shouldStop)
    }
  }

  /// Whether a program can print a text, read as leniently as people write.
  private mutating func truth(
    of program: LessonProgram, files: [DataFile], printing lines: [String], time: TimeTruth,
    shouldStop: (Int) -> Bool
  ) -> QuestionTruth {
    let key = Key(
      program: program.text, observe: "lines", time: time, files: files, lines: lines)
    if let truth = known[key] { return truth }
    switch code(of: program) {
    case .failure(let diagnostic): return Self.undecided(diagnostic)
    case .success(let compiled):
      let predicted = PredictedLines(lines) { line in
        let folded = AnswerText.folded(line)
        return folded.isEmpty ? nil : folded
      }
      let answer = Exploration.canPrint(
        predicted, program: compiled, folder: Self.folder(files), time: time, bounds: bounds,
        shouldStop: shouldStop)
      let truth = QuestionTruth(answer, to: lines)
      if truth.limit != .cancelled { known[key] = truth }
      return truth
    }
  }

  /// What an expression can come to over all runs of a program; searched for at its first asking.
  ///
  /// A truth whose search was stopped by `shouldStop` is not remembered.
  ///
  /// - Parameters:
  ///   - files: what is in the program's folder when it starts.
  ///   - rules: wrong rules that hold. Their worlds are searched less far than the true one.
  ///   - shouldStop: asked now and then with the number of states so far.
  package mutating func truth(
    of program: LessonProgram, files: [DataFile], observe: String, time: TimeTruth = .anySchedule,
    rules: WrongRules = [], shouldStop: (Int) -> Bool = { _ in false }
  ) -> QuestionTruth {
    let key = Key(program: program.text, observe: observe, time: time, rules: rules, files: files)
    if let truth = known[key] { return truth }
    let expression: ObserveExpression
    switch ObserveExpression.parse(observe) {
    case .failure(let diagnostic): return Self.undecided(diagnostic)
    case .success(let parsed): expression = parsed
    }
    switch code(of: program) {
    case .failure(let diagnostic): return Self.undecided(diagnostic)
    case .success(let compiled):
      let bounds = rules.isEmpty ? self.bounds : ruleBounds
      let question = TruthCache.Question(
        program: program.text, observe: observe, time: time, rules: rules, files: files,
        bounds: bounds)
      if let truth = cache?.truth(of: question) {
        known[key] = truth
        return truth
      }
      let outcomes = Exploration.explore(
        program: compiled, folder: Self.folder(files), observe: expression, time: time,
        rules: rules, bounds: bounds, shouldStop: shouldStop)
      let truth = QuestionTruth(outcomes)
      if outcomes.verdict != .partial(.cancelled) {
        known[key] = truth
        cache?.keep(outcomes, of: question)
      }
      return truth
    }
  }

  private mutating func code(of program: LessonProgram) -> Result<Program, Diagnostic> {
    if let compiled, compiled.program == program { return compiled.code }
    let code = Self.compile(program)
    compiled = (program, code)
    return code
  }

  /// The steps of a schedule of a program, as a picture shows them.
  ///
  /// - Parameter observe: the question's expression: lines that it does not look at are left out, and
  ///   steps after it was settled are told as such.
  package static func steps(
    of schedule: Schedule, program: LessonProgram, files: [DataFile], observe: String? = nil,
    time: TimeTruth = .anySchedule, language: ReadingLanguage = .english
  ) -> Result<[WitnessStep], Diagnostic> {
    let expression = observe.flatMap { try? ObserveExpression.parse($0).get() }
    return compile(program).flatMap {
      Exploration.replayed(
        schedule, program: $0, folder: folder(files), observe: expression, time: time)
    }.map {
      WitnessStep.steps(
        from: $0, source: program.text, observed: expression?.projection, language: language)
    }
  }

  /// Files as an exploration takes them.
  package static func folder(_ files: [DataFile]) -> [String: [UInt8]] {
    Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
  }

  private static func undecided(_ diagnostic: Diagnostic) -> QuestionTruth {
    QuestionTruth(found: [], extent: .undecided(diagnostic), states: 0, seconds: 0)
  }
}

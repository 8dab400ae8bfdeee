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
    let files: [DataFile]
  }

  private var known: [Key: QuestionTruth] = [:]
  private let bounds: Bounds
  /// Where truths are kept from one process to the next.
  private let cache: TruthCache?

  package init(bounds: Bounds = Bounds(), cache: TruthCache? = nil) {
    self.bounds = bounds
    self.cache = cache
  }

  /// The answer to a variant of a question of a lesson; searched for at its first asking.
  package mutating func truth(
    of question: Question, in lesson: Lesson, variant: Int = 0,
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> QuestionTruth {
    truth(
      of: question.program(variant: variant), files: lesson.dataFiles, observe: question.observe,
      time: question.time, shouldStop: shouldStop)
  }

  /// What an expression can come to over all runs of a program; searched for at its first asking.
  ///
  /// A truth whose search was stopped by `shouldStop` is not remembered.
  ///
  /// - Parameters:
  ///   - files: what is in the program's folder when it starts.
  ///   - shouldStop: asked now and then with the number of states so far.
  package mutating func truth(
    of program: LessonProgram, files: [DataFile], observe: String, time: TimeTruth = .anySchedule,
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> QuestionTruth {
    let key = Key(program: program.text, observe: observe, time: time, files: files)
    if let truth = known[key] { return truth }
    let expression: ObserveExpression
    switch ObserveExpression.parse(observe) {
    case .failure(let diagnostic): return Self.undecided(diagnostic)
    case .success(let parsed): expression = parsed
    }
    switch Self.compile(program) {
    case .failure(let diagnostic): return Self.undecided(diagnostic)
    case .success(let compiled):
      let question = TruthCache.Question(
        program: program.text, observe: observe, time: time, files: files, bounds: bounds)
      if let truth = cache?.truth(of: question) {
        known[key] = truth
        return truth
      }
      let outcomes = Exploration.explore(
        program: compiled, folder: Self.folder(files), observe: expression, time: time,
        bounds: bounds, shouldStop: shouldStop)
      let truth = QuestionTruth(outcomes)
      if outcomes.verdict != .partial(.cancelled) {
        known[key] = truth
        cache?.keep(outcomes, of: question)
      }
      return truth
    }
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

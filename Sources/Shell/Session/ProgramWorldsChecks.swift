// Hints and exercises in the running executable: what the explorer says of a question before it is
// answered, and of a program that the learner has mended.

import Course
import Diagnostics
import Grading
import Observation

extension ProgramWorlds {
  package func hint(
    for asked: Asked, after prediction: String?, language: ReadingLanguage, width: Int,
    shouldStop: (Int) -> Bool
  ) -> HintSearch {
    let (truth, wasStopped) = telling(of: asked, after: prediction, shouldStop: shouldStop)
    guard !wasStopped else { return .stopped }
    let missed = prediction.map { Grader.grade($0, to: asked.question, truth: truth).missed } ?? []
    guard let told = truth.telling(for: asked.question.form, missed: missed),
      case .success(let steps) = steps(of: told.schedule, for: asked, language: language)
    else { return .none }
    return .found(
      WitnessHint(
        steps, stuck: told.stuckAtItsEnd, for: asked.question.form, width: width,
        language: language))
  }

  /// The truth that a hint comes from. Of all the texts that a program can print there is none, so a
  /// question for one gets its hint from how runs end.
  private func telling(
    of asked: Asked, after prediction: String?, shouldStop: (Int) -> Bool
  ) -> (QuestionTruth, wasStopped: Bool) {
    switch asked.question.form {
    case .which, .what, .can, .when, .seconds:
      truth(for: asked, judging: prediction, shouldStop: shouldStop)
    case .lines:
      truth(of: asked.job.program, in: asked.lesson, observe: "stuck", shouldStop: shouldStop)
    }
  }

  package func check(
    _ program: LessonProgram, against exercise: Exercise, in lesson: Lesson,
    language: ReadingLanguage, width: Int, shouldStop: (Int) -> Bool
  ) -> ExerciseReport {
    if case .failure(let diagnostic) = TruthStore.compile(program) {
      return .refused(rows(diagnostic, of: program, language))
    }
    guard let program = program.setting(exercise.constants) else {
      return .refused(lacking(exercise.constants, in: program, language))
    }
    var checks: [PropertyCheck] = []
    for property in exercise.must {
      let (truth, wasStopped) = truth(
        of: program, in: lesson, observe: property.observe, shouldStop: shouldStop)
      guard !wasStopped else { return .stopped }
      if case .undecided(let diagnostic) = truth.extent {
        return .refused(rows(diagnostic, of: program, language))
      }
      let verdict = Grader.judge(property, truth: truth)
      checks.append(
        check(verdict, of: program, in: lesson, language: language, width: width))
    }
    return .checked(checks)
  }

  private func lacking(
    _ constants: [Constant], in program: LessonProgram, _ language: ReadingLanguage
  ) -> [String] {
    let present = program.constants
    return constants.filter { !present.contains($0.name) }.map {
      language(.lacksConstant($0.name, value: $0.value))
    }
  }

  private func check(
    _ verdict: PropertyVerdict, of program: LessonProgram, in lesson: Lesson,
    language: ReadingLanguage, width: Int
  ) -> PropertyCheck {
    let text = VerdictText(language)
    var name = text.name(of: verdict.property)
    while let last = name.last, ".。".contains(last) { name.removeLast() }
    let sentence =
      name + (language == .english ? " – " : "——") + text.outcome(of: verdict)
    guard verdict.kind == .broken, let found = verdict.evidence else {
      return PropertyCheck(
        verdict: verdict.kind == .holds
          ? .right : verdict.kind == .broken ? .impossible : .undecided,
        sentence: sentence)
    }
    let steps = TruthStore.steps(
      of: found.stuck?.schedule ?? found.schedule, program: program, files: lesson.dataFiles,
      observe: verdict.property.observe, language: language)
    var evidence: [String] = []
    if case .success(let steps) = steps {
      evidence = WitnessPicture(width: width, language: language).lines(of: steps)
    }
    if let stuck = found.stuck {
      if !evidence.isEmpty { evidence.append("") }
      evidence += text.waits(in: stuck)
    }
    return PropertyCheck(verdict: .impossible, sentence: sentence, evidence: evidence)
  }
}

// Driving in the running executable: a program of the model under the learner's hand.

import Course
import Diagnostics
import Grading
import Model
import Observation

extension ProgramWorlds {
  package func goal(
    of asked: Asked, after prediction: String?, shouldStop: (Int) -> Bool
  ) -> DriveGoal? {
    let question = asked.question
    guard question.time == .anySchedule else { return nil }
    switch question.form {
    case .can(let literal), .when(let literal):
      return DriveGoal(observe: question.observe, value: literal)
    case .what, .seconds, .lines: return nil
    case .which:
      let (truth, wasStopped) = truth(for: asked, judging: prediction, shouldStop: shouldStop)
      guard !wasStopped else { return nil }
      let missed = prediction.map { Grader.grade($0, to: question, truth: truth).missed } ?? []
      return truth.telling(for: .which, missed: missed).map {
        DriveGoal(observe: question.observe, value: $0.value.shown)
      }
    }
  }

  package func drive(
    _ job: Job, language: ReadingLanguage
  ) -> Result<Drive, DriveRefusal> {
    let observe: ObserveExpression?
    switch job.observe.map(ObserveExpression.parse) {
    case .failure(let diagnostic): return .failure(refusal(diagnostic, of: job.program, language))
    case .success(let expression): observe = expression
    case nil: observe = nil
    }
    let files =
      job.isOwnFile
      ? ProgramFolder.read(beside: job.program.path) : TruthStore.folder(job.files)
    return TruthStore.compile(job.program).flatMap {
      Drive.begin($0, folder: files, observe: observe)
    }.mapError { refusal($0, of: job.program, language) }
  }

  private func refusal(
    _ diagnostic: Diagnostic, of program: LessonProgram, _ language: ReadingLanguage
  ) -> DriveRefusal {
    DriveRefusal(rows: rows(diagnostic, of: program, language))
  }

  package func labels(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage
  ) -> [String] {
    let choices = drive.lanes.flatMap(\.choices).compactMap(\.step)
    return WitnessStep.labels(
      of: drive.steps, before: choices, source: program.text, language: language)
  }

  package func intentions(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage
  ) -> [Schedule.Move: String] {
    let seen = drive.lanes.flatMap(\.choices).compactMap { choice in
      choice.step.map { (move: choice.move, step: $0) }
    }
    let texts = WitnessStep.intentions(
      of: seen.map { ($0.step, $0.move.decision) }, after: drive.steps, source: program.text,
      language: language)
    return Dictionary(zip(seen.map(\.move), texts)) { first, _ in first }
  }

  package func picture(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage, width: Int
  ) -> [String] {
    let steps = WitnessStep.steps(from: drive.steps, source: program.text, language: language)
    return WitnessPicture(width: width, language: language).lines(of: steps)
  }
}

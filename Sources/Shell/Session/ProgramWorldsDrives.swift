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

  package func labels(of steps: [ReplayStep], language: ReadingLanguage) -> [String] {
    WitnessStep.labels(of: steps, language: language)
  }

  package func picture(of drive: Drive, language: ReadingLanguage, width: Int) -> [String] {
    WitnessPicture(width: width, language: language)
      .lines(of: WitnessStep.steps(from: drive.steps, language: language))
  }
}

// The worlds of a session in the running executable: Live, Model and Grading.

import Course

package final class ProgramWorlds: Worlds {
  package init() {}

  package func run(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void, shouldStop: () -> Bool
  ) -> LiveReport {
    LiveReport(remarks: ["running needs the machine"])
  }

  package func explore(
    _ job: Job, language: ReadingLanguage, width: Int, shouldStop: (Int) -> Bool
  ) -> ExplorationReport {
    ExplorationReport(summary: "", details: ["exploring needs the machine"])
  }

  package func expectedForm(of question: Question, language: ReadingLanguage) -> String { "" }

  package func read(
    _ prediction: String, for asked: Asked, language: ReadingLanguage
  ) -> PredictionReading { .read }

  package func readAgainstTruth(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, shouldStop: (Int) -> Bool
  ) -> PredictionReading { .read }

  package func compare(
    _ value: String, for asked: Asked, language: ReadingLanguage
  ) -> (sentence: String, isInside: Bool) { ("", true) }

  package func judge(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, width: Int
  ) -> Judgement {
    Judgement(verdict: .undecided, search: "", outcomes: "", paragraphs: [])
  }
}

// The worlds of a session in the running executable: Live, Model and Grading.

import Course

package struct ProgramWorlds: Worlds {
  package init() {}

  package func run(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void, shouldStop: () -> Bool
  ) -> LiveReport {
    LiveReport(remarks: ["running needs the machine"])
  }

  package func explore(
    _ job: Job, language: ReadingLanguage, width: Int, shouldStop: () -> Bool
  ) -> ExplorationReport {
    ExplorationReport(states: 0, seconds: 0, summary: "", details: ["exploring needs the machine"])
  }

  package func expectedForm(of question: Question, language: ReadingLanguage) -> String {
    "1,2"
  }

  package func read(
    _ prediction: String, for question: Question, variant: Int, language: ReadingLanguage
  ) -> PredictionReading {
    .read
  }

  package func judge(
    _ prediction: String, for question: Question, job: Job, language: ReadingLanguage, width: Int,
    shouldStop: () -> Bool
  ) -> (ExplorationReport, Judgement) {
    let report = explore(job, language: language, width: width, shouldStop: shouldStop)
    return (report, Judgement(verdict: .undecided, paragraphs: report.details))
  }
}

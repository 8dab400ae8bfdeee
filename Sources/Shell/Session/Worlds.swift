// What a session asks of the layers below: to run a program, to explore it, to read and to judge a
// prediction. Reports come back as data and as finished sentences of Grading's; the session places
// them on the screen.

import Course

/// A line that a live run prints, as it comes.
package struct LiveLine: Hashable, Sendable {
  /// Since the run's start.
  package var seconds: Double
  package var process: String
  package var number: Int32
  package var text: String
  package var isError: Bool

  package init(
    seconds: Double, process: String, number: Int32, text: String, isError: Bool = false
  ) {
    self.seconds = seconds
    self.process = process
    self.number = number
    self.text = text
    self.isError = isError
  }
}

/// A program to run, with what it finds in its folder.
package struct Job: Hashable, Sendable {
  package var program: LessonProgram
  package var files: [DataFile]
  /// What to look at; nil for everything.
  package var observe: String?
  package var time: TimeTruth
  package var speed: Double

  package init(
    program: LessonProgram, files: [DataFile], observe: String? = nil,
    time: TimeTruth = .anySchedule, speed: Double = 1
  ) {
    self.program = program
    self.files = files
    self.observe = observe
    self.time = time
    self.speed = speed
  }
}

/// How a live run ended.
package struct LiveReport: Hashable, Sendable {
  /// The observed value as `repr` shows it; nil where nothing was to be observed or it failed.
  package var value: String?
  package var seconds: Double
  /// Whether the learner stopped it.
  package var wasStopped: Bool
  /// What else there is to say: that it got stuck, that it could not be run. Plain lines.
  package var remarks: [String]

  package init(
    value: String? = nil, seconds: Double = 0, wasStopped: Bool = false, remarks: [String] = []
  ) {
    self.value = value
    self.seconds = seconds
    self.wasStopped = wasStopped
    self.remarks = remarks
  }
}

/// What every interleaving came to.
package struct ExplorationReport: Sendable {
  package var states: Int
  package var seconds: Double
  /// The outcomes in a sentence: `1, 2, 3 or 4`; "at least" where the search was cut short.
  package var summary: String
  /// More lines: a table of outcomes, who waits for whom, what cannot be explored.
  package var details: [String]
  package var wasStopped: Bool
  /// Whether `value` was met, or could still have been where the search was cut short.
  package var allows: @Sendable (_ value: String) -> Bool

  package init(
    states: Int, seconds: Double, summary: String, details: [String] = [],
    wasStopped: Bool = false, allows: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.states = states
    self.seconds = seconds
    self.summary = summary
    self.details = details
    self.wasStopped = wasStopped
    self.allows = allows
  }
}

/// A prediction, judged.
package struct Judgement: Hashable, Sendable {
  package var verdict: StoredVerdict
  /// The verdict in words, paragraph by paragraph.
  package var paragraphs: [String]
  /// The evidence as a picture; rows that must not be wrapped.
  package var picture: [String]

  package init(verdict: StoredVerdict, paragraphs: [String], picture: [String] = []) {
    self.verdict = verdict
    self.paragraphs = paragraphs
    self.picture = picture
  }
}

/// Whether a typed line is an answer to a question.
package enum PredictionReading: Hashable, Sendable {
  case read
  /// It is not; what one looks like.
  case unread(expected: String)
}

package protocol Worlds {
  /// Runs a program in real processes; returns when all have ended.
  func run(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void, shouldStop: () -> Bool
  ) -> LiveReport

  /// Explores a program. The report can judge predictions later.
  func explore(
    _ job: Job, language: ReadingLanguage, width: Int, shouldStop: () -> Bool
  ) -> ExplorationReport

  /// What an answer to the question looks like: `name every number that can occur: 3 · 1,2 · 1-4`.
  func expectedForm(of question: Question, language: ReadingLanguage) -> String

  func read(
    _ prediction: String, for question: Question, variant: Int, language: ReadingLanguage
  ) -> PredictionReading

  /// Explores the question's program and judges a prediction that `read` could read.
  func judge(
    _ prediction: String, for question: Question, job: Job, language: ReadingLanguage, width: Int,
    shouldStop: () -> Bool
  ) -> (ExplorationReport, Judgement)
}

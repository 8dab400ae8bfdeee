// What a session asks of the layers below: to run a program, to explore it, to read and to judge a
// prediction. Reports come back as data and as finished sentences of Grading's; the session places
// them on the screen.

import Course
import Diagnostics
import Grading
import Model
import Observation

/// A line that a live run prints, as it comes.
package struct LiveLine: Hashable, Sendable {
  /// Since the run's start.
  package var seconds: Double
  package var process: String
  /// The process number of the operating system; nil on an ideal machine, which has none.
  package var number: Int32?
  package var text: String
  package var isError: Bool

  package init(
    seconds: Double, process: String, number: Int32?, text: String, isError: Bool = false
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
  /// Which runs an exploration counts.
  package var time: TimeTruth
  package var speed: Double
  /// Whether it is a file of the learner's, which runs where it is.
  package var isOwnFile: Bool

  package init(
    program: LessonProgram, files: [DataFile], observe: String? = nil,
    time: TimeTruth = .anySchedule, speed: Double = 1, isOwnFile: Bool = false
  ) {
    self.isOwnFile = isOwnFile
    self.program = program
    self.files = files
    self.observe = observe
    self.time = time
    self.speed = speed
  }
}

/// How a live run ended.
package struct LiveReport: Sendable {
  /// The observed value as `repr` shows it; nil where nothing was to be observed or it failed.
  package var value: String?
  /// The program's own seconds.
  package var seconds: Double
  package var processes: Int
  /// Whether the learner stopped it.
  package var wasStopped: Bool
  /// What each process did when.
  package var timeline: Timeline
  /// What else there is to say: that it got stuck, that it could not be run. Rows as they are.
  package var remarks: [String]

  package init(
    value: String? = nil, seconds: Double = 0, processes: Int = 0, wasStopped: Bool = false,
    timeline: Timeline = Timeline(), remarks: [String] = []
  ) {
    self.value = value
    self.seconds = seconds
    self.processes = processes
    self.wasStopped = wasStopped
    self.timeline = timeline
    self.remarks = remarks
  }
}

/// How a run on an ideal machine ended.
package struct IdealReport: Sendable {
  package var seconds: Double
  /// Those who are left and wait for ever.
  package var stuck: [String]

  package init(seconds: Double, stuck: [String] = []) {
    self.seconds = seconds
    self.stuck = stuck
  }
}

/// Why a program cannot run on an ideal machine; rows as they are.
package struct IdealRefusal: Error, Hashable, Sendable {
  package var rows: [String]

  package init(rows: [String]) { self.rows = rows }
}

/// What every interleaving came to.
package struct ExplorationReport: Hashable, Sendable {
  /// What was found, in a sentence; "at least" where the search was cut short.
  package var summary: String
  /// More rows: a table of outcomes, who waits for whom, what cannot be explored.
  package var details: [String]
  package var wasStopped: Bool

  package init(summary: String, details: [String] = [], wasStopped: Bool = false) {
    self.summary = summary
    self.details = details
    self.wasStopped = wasStopped
  }
}

/// A prediction, judged.
package struct Judgement: Hashable, Sendable {
  package var verdict: StoredVerdict
  /// What every interleaving came to, in a sentence.
  package var search: String
  /// The outcomes alone, for the record: `1-4`.
  package var outcomes: String
  /// The verdict in words, with what leads to the picture.
  package var sentence: String
  /// The evidence as a picture; rows that must not be wrapped.
  package var picture: [String]
  /// What explains it, paragraph by paragraph.
  package var reasons: [String]

  package init(
    verdict: StoredVerdict, search: String, outcomes: String, sentence: String,
    picture: [String] = [], reasons: [String] = []
  ) {
    self.verdict = verdict
    self.search = search
    self.outcomes = outcomes
    self.sentence = sentence
    self.picture = picture
    self.reasons = reasons
  }
}

/// Whether a typed line is an answer to a question.
package enum PredictionReading: Hashable, Sendable {
  /// It is, and so sure the learner is of it.
  case read(Confidence?)
  /// It is not; what one looks like.
  case unread(String)
  /// The learner stopped the search for what one looks like.
  case stopped
}

/// A question as it is asked: its lesson, and the variant of its constants.
package struct Asked: Hashable, Sendable {
  package var question: Question
  package var lesson: Lesson
  package var variant: Int

  package init(question: Question, lesson: Lesson, variant: Int) {
    self.question = question
    self.lesson = lesson
    self.variant = variant
  }

  /// The program that it asks about.
  var job: Job {
    Job(
      program: question.program(variant: variant), files: lesson.dataFiles,
      observe: question.observe, speed: question.speed)
  }
}

/// What looking for a hint came to.
package enum HintSearch: Hashable, Sendable {
  case found(WitnessHint)
  /// No schedule is known that would help.
  case none
  case stopped
}

/// What became of one property of the learner's program.
package struct PropertyCheck: Hashable, Sendable {
  /// `.right` where it holds, `.impossible` where it is broken, else `.undecided`.
  package var verdict: Mark
  package var sentence: String
  /// The run that breaks it, and who waits for whom in it; rows that must not be wrapped.
  package var evidence: [String]

  package init(verdict: Mark, sentence: String, evidence: [String] = []) {
    self.verdict = verdict
    self.sentence = sentence
    self.evidence = evidence
  }
}

/// What checking the learner's program came to.
package enum ExerciseReport: Hashable, Sendable {
  /// In the order of the exercise's properties.
  case checked([PropertyCheck])
  /// It cannot be judged; rows that say why.
  case refused([String])
  case stopped
}

/// What a learner who drives is to reach.
package struct DriveGoal: Hashable, Sendable {
  /// What is looked at.
  package var observe: String
  /// What it is to come to, as `repr` shows it.
  package var value: String

  package init(observe: String, value: String) {
    self.observe = observe
    self.value = value
  }
}

/// Why a program cannot be driven; rows as they are.
package struct DriveRefusal: Error, Hashable, Sendable {
  package var rows: [String]

  package init(rows: [String]) { self.rows = rows }
}

package protocol Worlds {
  /// Runs a program in real processes; returns when all have ended.
  func run(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void, shouldStop: () -> Bool
  ) -> LiveReport

  /// Runs a program in virtual time.
  func runIdeally(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void
  ) -> Result<IdealReport, IdealRefusal>

  /// Explores a program. `shouldStop` is given the number of states so far.
  func explore(
    _ job: Job, language: ReadingLanguage, width: Int, shouldStop: (Int) -> Bool
  ) -> ExplorationReport

  /// What an answer to the question looks like: `Name every number that can occur: 3 · 1,2 · 1-4`.
  func expectedForm(of question: Question, language: ReadingLanguage) -> String

  /// Whether a line is an answer in the question's form; nothing is computed for it.
  func read(
    _ prediction: String, for asked: Asked, language: ReadingLanguage
  ) -> PredictionReading

  /// Explores the question's program, and finds whether the answer is of the kind of its values.
  func readAgainstTruth(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, shouldStop: (Int) -> Bool
  ) -> PredictionReading

  /// What a live run showed, in a sentence, and whether the exploration has it.
  func compare(
    _ value: String, for asked: Asked, language: ReadingLanguage
  ) -> (sentence: String, isInside: Bool)

  /// Which two operations meet, and a schedule. `prediction` is an earlier answer to the question.
  func hint(
    for asked: Asked, after prediction: String?, language: ReadingLanguage, width: Int,
    shouldStop: (Int) -> Bool
  ) -> HintSearch

  /// What to drive to: what the question asks about, or an outcome that the earlier answer
  /// `prediction` missed. Nil where every run gives the same, or the learner stopped the search.
  func goal(
    of asked: Asked, after prediction: String?, shouldStop: (Int) -> Bool
  ) -> DriveGoal?

  /// A program about to begin, for the learner to schedule.
  func drive(_ job: Job, language: ReadingLanguage) -> Result<Drive, DriveRefusal>

  /// The steps of a drive so far in words, one each.
  func labels(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage
  ) -> [String]

  /// What the processes are about to do, by the moves that do it, without the answers that they will
  /// get. A move of which nothing is seen has none.
  func intentions(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage
  ) -> [Schedule.Move: String]

  /// A drive so far as a picture.
  func picture(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage, width: Int
  ) -> [String]

  /// Judges the learner's program by every property that the exercise asks for.
  func check(
    _ program: LessonProgram, against exercise: Exercise, in lesson: Lesson,
    language: ReadingLanguage, width: Int, shouldStop: (Int) -> Bool
  ) -> ExerciseReport

  /// Judges a prediction that could be read.
  func judge(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, width: Int
  ) -> Judgement
}

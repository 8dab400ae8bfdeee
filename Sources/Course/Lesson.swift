// A lesson as data: its text, programs, questions, runs and exercises in order.

import Diagnostics

/// One lesson: a folder with a text, programs and data files.
///
/// Its text opens with YAML front matter. The keys: `id` (needed), `title` (needed), `after` (ids of
/// lessons that should come before), `minutes`.
package struct Lesson: Hashable, Sendable {
  package var id: LessonID
  package var title: String
  /// Its place in the course, from 1.
  package var number: Int
  /// The lessons that should come before it.
  package var after: [LessonID]
  /// How long it takes most people.
  package var minutes: Int?
  /// The steps of a learner, in order. At least one.
  package var elements: [Element]
  /// What a program of this lesson finds in its folder when it starts, by name in order.
  package var dataFiles: [DataFile]
  /// The lesson's folder.
  package var folder: String
  /// The language that its text is in: the one asked for, or English.
  package var language: ReadingLanguage

  package init(
    id: LessonID, title: String, number: Int, after: [LessonID] = [], minutes: Int? = nil,
    elements: [Element], dataFiles: [DataFile] = [], folder: String,
    language: ReadingLanguage = .english
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.after = after
    self.minutes = minutes
    self.elements = elements
    self.dataFiles = dataFiles
    self.folder = folder
    self.language = language
  }

  package var questions: [Question] {
    elements.compactMap { if case .predict(let question) = $0 { question } else { nil } }
  }

  package var exercises: [Exercise] {
    elements.compactMap { if case .fix(let exercise) = $0 { exercise } else { nil } }
  }

  package func question(_ id: QuestionID) -> Question? {
    questions.first { $0.id == id }
  }
}

/// One step of a lesson.
package enum Element: Hashable, Sendable {
  /// Prose between the live elements.
  case text(Prose)
  /// A fenced block `program`: a program to show.
  case program(ProgramElement)
  /// A fenced block `predict`: a question.
  case predict(Question)
  /// A fenced block `run`: a live run.
  case run(RunSpec)
  /// A fenced block `fix`: something to mend.
  case fix(Exercise)

  /// Where it starts in the lesson's text, from 1.
  package var line: Int {
    switch self {
    case .text(let prose): prose.line
    case .program(let element): element.line
    case .predict(let question): question.line
    case .run(let spec): spec.line
    case .fix(let exercise): exercise.line
    }
  }
}

/// CommonMark text, as the author wrote it, without blank lines around it.
package struct Prose: Hashable, Sendable {
  package var markdown: String
  /// Where it starts in the lesson's text, from 1.
  package var line: Int

  package init(markdown: String, line: Int) {
    self.markdown = markdown
    self.line = line
  }
}

/// A program to show.
///
/// The block holds the file's name alone, or the keys `file` (needed) and `with`.
package struct ProgramElement: Hashable, Sendable {
  package var program: LessonProgram
  package var line: Int

  package init(program: LessonProgram, line: Int) {
    self.program = program
    self.line = line
  }
}

/// A file that a program finds in its folder.
package struct DataFile: Hashable, Sendable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A live run of a program, all keys optional: `program`, `speed`, `ideal`, `times`, `with`.
package struct RunSpec: Hashable, Sendable {
  package var program: LessonProgram
  /// How many times faster sleeps and timeouts pass; 1 is real time.
  package var speed: Double
  /// Whether it runs in virtual time instead of in real processes.
  package var ideal: Bool
  /// How many runs, one after the other.
  package var times: Int
  package var line: Int

  package init(
    program: LessonProgram, speed: Double = 1, ideal: Bool = false, times: Int = 1, line: Int
  ) {
    self.program = program
    self.speed = speed
    self.ideal = ideal
    self.times = times
    self.line = line
  }
}

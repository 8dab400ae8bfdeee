// One learner at the prompt. Flows in: lines. Flows out: the course on the screen, answers into the
// store. It decides what comes next; what a program does, and whether a prediction is right, is the
// worlds' to say.

import Course
import Diagnostics

package struct Session {
  var course: Course
  var language: ReadingLanguage
  let screen: Screen
  let input: LineInput
  let store: ProgressStore
  let worlds: any Worlds
  /// Where the learner's own copies are; nil where nothing can be kept.
  let work: WorkFolder?
  /// Reads the course again in another language; nil where that is not possible.
  let reload: (ReadingLanguage) -> Course?

  /// The lesson, by its index in the course.
  var lessonIndex = 0
  var steps: [LessonStep] = []
  /// The step that Enter shows, from 0; `steps.count` at the lesson's end.
  var next = 0
  /// The step that was shown last in this session.
  var shown: Int?
  /// The question that is being asked, while it is.
  var posed: Asked?
  /// What the last live run did.
  var lastRun: Timeline?
  /// How many hints have been given.
  var hintsGiven: [QuestionPlace: Int] = [:]
  var exerciseHintsGiven: [ExerciseID: Int] = [:]
  /// The exercises whose solution was asked for before it was due.
  var solutionsAskedFor: Set<ExerciseID> = []
  /// Whether this session has said what `!` and `?` are for.
  var hasShownSigns = false

  package init(
    course: Course, screen: Screen, input: LineInput, store: ProgressStore, worlds: any Worlds,
    work: WorkFolder? = nil,
    reload: @escaping (ReadingLanguage) -> Course? = { _ in nil }
  ) {
    self.course = course
    language = course.language
    self.screen = screen
    self.input = input
    self.store = store
    self.worlds = worlds
    self.work = work
    self.reload = reload
  }

  var lesson: Lesson { course.lessons[lessonIndex] }

  /// What a command asks of the loop.
  enum Outcome: Hashable { case stay, leave }

  /// Greets, and reads commands until the learner leaves.
  package mutating func run() throws(StoreFault) {
    let places = try store.places()
    resume(places)
    greet(isNew: places.isEmpty)
    while true {
      let completer = self.completer
      screen.write(input.isInteractive ? "\n" : "")
      switch input.read(prompt: prompt, keeping: true, complete: { completer.complete($0) }) {
      case .line(let line): if perform(line) == .leave { return }
      case .interrupted: continue
      case .end:
        if input.isInteractive { screen.say(language(.farewell), style: .dim) }
        return
      }
    }
  }

  private mutating func resume(_ places: [StoredPlace]) {
    let latest = places.compactMap { place in
      course.lessons.firstIndex { $0.id.name == place.lesson }.map { ($0, place.step) }
    }.first
    enter(latest?.0 ?? 0, at: latest?.1 ?? 0)
  }

  /// Goes to a lesson without showing anything.
  mutating func enter(_ index: Int, at step: Int) {
    lessonIndex = index
    steps = LessonStep.steps(of: lesson)
    next = min(max(step, 0), steps.count)
    shown = nil
    solutionsAskedFor = []
    exerciseHintsGiven = [:]
  }

  private func greet(isNew: Bool) {
    screen.say(language(.tagline), style: .bold, indent: 0)
    if isNew {
      screen.say(language(.welcome(lesson: lesson.number, title: lesson.title)), indent: 0)
      return
    }
    let place: Phrase
    if next < steps.count {
      place = .stoppedAt(
        lesson: lesson.number, title: lesson.title, step: next + 1, of: steps.count)
    } else {
      place = .finishedLesson(lesson: lesson.number, title: lesson.title)
    }
    let whole = language(place) + "   " + language(.goOnHint)
    let fits = DisplayWidth.of(whole) <= screen.width
    for line in fits ? [whole] : [language(place), language(.goOnHint)] {
      screen.say(line, indent: 0)
    }
  }

  /// `last-ticket 3/7> `, with a tick once the lesson has been gone through.
  var prompt: StyledText {
    var text = StyledText(lesson.id.name, style: [.bold, .cyan])
    text.append(" ")
    if next < steps.count {
      text.append("\(next + 1)/\(steps.count)")
    } else {
      text.append("✓", style: .green)
    }
    text.append("> ")
    return text
  }

  var completer: Completer {
    Completer(
      commands: Command.allCases.map {
        Completer.Item($0.rawValue, about: language(.about($0)))
      },
      lessons: course.lessons.map { Completer.Item($0.id.name, about: $0.title) },
      programs: lesson.programs.map { Completer.Item($0.name) },
      programNames: currentProgram.map { SourceNames.of($0.text) } ?? [])
  }

  /// The program that the steps up to here are about.
  var currentProgram: LessonProgram? {
    if let posed { return posed.job.program }
    let last = min(shown ?? next - 1, steps.count - 1)
    guard last >= 0 else { return nil }
    return steps[...last].last { $0.program != nil }?.program
  }

  /// Keeps where the learner is; what fails is said, and goes on.
  func keepPlace() {
    keep { () throws(StoreFault) in
      try store.setPlace(lesson: lesson.id.name, step: next)
    }
  }

  func keep(_ change: () throws(StoreFault) -> Void) {
    do {
      try change()
    } catch {
      screen.say(language(.notStored) + " " + error.lines(language)[0], style: .red)
    }
  }

  /// The latest answer to a question; of this lesson where none is named.
  func answer(to question: Question, in lesson: Lesson? = nil) -> StoredAnswer? {
    let name = (lesson ?? self.lesson).id.name
    return answers.last { $0.lesson == name && $0.question == question.id.name }
  }
}

extension StoreFault {
  /// What is wrong, and what to do about it.
  package func lines(_ language: ReadingLanguage) -> [String] {
    let hint = language(.hintWord) + " "
    switch self {
    case .readOnly(let path, let reason):
      return [
        language(.dataReadOnly(path: path, reason: reason)), hint + language(.chooseDataFolder),
      ]
    case .cannotOpen(let path, let reason):
      return [
        language(.dataCannotOpen(path: path, reason: reason)), hint + language(.chooseDataFolder),
      ]
    case .full(let path):
      return [language(.dataFull(path: path)), hint + language(.chooseDataFolder)]
    case .damaged(let path):
      return [language(.dataDamaged(path: path)), hint + language(.moveAside(path: path))]
    case .busy(let path): return [language(.dataBusy(path: path))]
    case .newer(let path):
      return [language(.dataNewer(path: path)), hint + language(.chooseDataFolder)]
    }
  }
}

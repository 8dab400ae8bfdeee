// `tutor lint`: a course → everything that is wrong with it, each with file and line.

import ArgumentParser
import Course
import Diagnostics
import Glibc
import Grading
import Model
import Observation
import Shell

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what is wrong with a course, before learners do.",
    discussion: """
      Every program is compiled; every question's truth is computed, in all variants; every exercise's \
      start must fail, its solutions pass, its wrong fixes break what they are there for; both \
      languages must have the same elements; and each question's program is run live, and what it \
      shows must be among what exploring found.

      The exit status is 0 where nothing was found, 1 where something was.
      """)

  @Argument(help: "The folder with course.yaml; else as for the shell.", completion: .directory)
  var folder: String?

  @Option(help: "Only these lessons, by id. May be given again.")
  var lesson: [String] = []

  @Option(help: "Seconds that one search may take.")
  var seconds = 20.0

  @Option(help: "How often to run each question's program live.")
  var runs = 1

  @Option(help: "Where results are kept between runs; else $XDG_CACHE_HOME/tutor.")
  var cache: String?

  @Flag(help: "Keep no results between runs, and use none.")
  var noCache = false

  func validate() throws {
    guard seconds > 0, runs >= 0, runs <= 1_000 else {
      throw ValidationError("--seconds must be above 0, --runs from 0 to 1000")
    }
  }

  func run() throws {
    let faults: [CourseFault]
    var summary = ""
    switch readCourses() {
    case .failure(let found): faults = found.faults
    case .success(let courses):
      let lessons = try chosen(courses[0])
      faults = lint(courses, lessons)
      summary = Self.count(lessons)
    }
    for fault in faults { print(fault.located) }
    if faults.isEmpty {
      print("\(summary): nothing found.")
    } else {
      print("\(counted(faults.count, "fault")).")
      throw ExitCode(1)
    }
  }

  // MARK: Input

  /// The course in every language; the first is English.
  private func readCourses() -> Result<[Course], CourseFaults> {
    CourseLocation.find(option: folder).mapError { CourseFaults([$0]) }.flatMap { folder in
      var courses: [Course] = []
      var faults: [CourseFault] = []
      for language in ReadingLanguage.allCases {
        switch CourseReader.read(folder: folder, language: language) {
        case .success(let course): courses.append(course)
        // What is wrong in every language is told once.
        case .failure(let found): faults += found.faults.filter { !faults.contains($0) }
        }
      }
      return faults.isEmpty ? .success(courses) : .failure(CourseFaults(faults))
    }
  }

  private func chosen(_ course: Course) throws -> [Lesson] {
    for name in lesson where course.lesson(LessonID(name)) == nil {
      let near = Spelling.nearest(to: name, among: course.lessons.map(\.id.name))
      throw ValidationError(
        "the course has no lesson '\(name)'" + (near.map { "; is it '\($0)'?" } ?? ""))
    }
    return course.lessons.filter { lesson.isEmpty || lesson.contains($0.id.name) }
  }

  // MARK: Rules

  private func lint(_ courses: [Course], _ lessons: [Lesson]) -> [CourseFault] {
    var course = courses[0]
    course.lessons = lessons
    var faults = CourseLint.faults(of: course, translations: Array(courses.dropFirst()))
    let kept = noCache ? nil : (cache ?? CacheFolder.fromEnvironment())
    var truths = TruthLint(
      TruthStore(
        bounds: Bounds(states: 5_000_000, seconds: seconds),
        cache: kept.map { TruthCache(folder: $0, version: CacheFolder.version) }))
    let parts = lessons.map { $0.questions.count + $0.exercises.count }.reduce(0, +)
    let bar = ProgressBar(total: parts)
    var done = 0
    for lesson in lessons {
      for question in lesson.questions {
        faults += truths.faults(of: question, in: lesson)
        faults += liveFaults(of: question, in: lesson, &truths)
        done += 1
        bar.show(done)
      }
      for exercise in lesson.exercises {
        faults += truths.faults(of: exercise, in: lesson)
        done += 1
        bar.show(done)
      }
    }
    bar.clear()
    return faults.inOrder(of: lessons)
  }

  /// Runs a question's program for real: what it shows must be among what exploring found.
  private func liveFaults(
    of question: Question, in lesson: Lesson, _ truths: inout TruthLint
  ) -> [CourseFault] {
    guard truths.truth(of: question, in: lesson).isComplete, question.time == .anySchedule else {
      return []
    }
    let worlds = ProgramWorlds()
    let job = Job(
      program: question.program(), files: lesson.dataFiles, observe: question.observe, speed: 50)
    for _ in 0..<runs {
      let report = worlds.run(job, language: .english, show: { _ in }, shouldStop: { false })
      let place = LessonPlace(lesson)
      guard let value = report.value else {
        let reason = report.remarks.joined(separator: " ")
        return [
          place.fault(
            "\(question.program.name) showed no value of '\(question.observe)' when it ran. \(reason)",
            line: question.line)
        ]
      }
      let shown = AnswerValue(repr: value)
      let truth = truths.truth(of: question, in: lesson, printing: shown.texts)
      guard truth.isComplete, truth[shown] == nil else { continue }
      return [
        place.fault(
          "\(question.program.name) ran and showed \(value) for the question '\(question.id)', and "
            + "exploring did not find that. This is a fault of tutor.", line: question.line)
      ]
    }
    return []
  }

  private static func count(_ lessons: [Lesson]) -> String {
    let questions = lessons.map(\.questions.count).reduce(0, +)
    let exercises = lessons.map(\.exercises.count).reduce(0, +)
    let programs = lessons.map(\.allPrograms.count).reduce(0, +)
    return [
      counted(lessons.count, "lesson"), counted(questions, "question"),
      counted(exercises, "exercise"), counted(programs, "program"),
    ].joined(separator: ", ")
  }
}

extension CourseFault {
  /// `lessons/03-lock/lesson.md:12: …`, as editors follow it, with note and hint below.
  fileprivate var located: String {
    var text = file
    if let line = diagnostic.span?.line { text += ":\(line)" }
    text += ": " + message
    if let note = diagnostic.note { text += "\n  " + note.text(in: .english) }
    if let hint = diagnostic.hint { text += "\n  hint: " + hint.text(in: .english) }
    return text
  }

  private var message: String {
    let message = diagnostic.message.text(in: .english)
    if case .python(let type) = diagnostic.kind { return "\(type): \(message)" }
    return message
  }
}

extension [CourseFault] {
  /// By lesson, file and line, and as they were found within one line.
  fileprivate func inOrder(of lessons: [Lesson]) -> [CourseFault] {
    let folders = lessons.map { $0.folder + "/" }
    func place(_ fault: CourseFault) -> Int {
      folders.firstIndex { fault.file.hasPrefix($0) } ?? folders.count
    }
    return enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      let (a, b) = (place(left), place(right))
      if a != b { return a < b }
      if left.file != right.file { return left.file < right.file }
      return (left.diagnostic.span?.line ?? 0, $0.offset)
        < (right.diagnostic.span?.line ?? 0, $1.offset)
    }.map(\.element)
  }
}

// `tutor check`: submissions → a report on standard output, and an exit status.

import ArgumentParser
import Course
import Diagnostics
import Glibc
import Grading
import Shell

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Grade submissions: predictions, and programs for exercises.",
    discussion: """
      A submission is a folder with answers.yaml and the programs of exercises, or a single program. \
      A folder of such folders is a batch, one learner each. Programs are judged by exploring every \
      interleaving; nothing of them runs outside tutor.

      The exit status is 0 where all is right, 1 where something is wrong or missing, 2 where a \
      submission could not be read, 3 where something was not decided within the limits or tutor \
      itself failed; the highest of these counts.
      """)

  @Argument(help: "A submission, or a folder of submissions.", completion: .file())
  var paths: [String] = ["."]

  @OptionGroup var course: CourseOptions

  @Option(help: "text, json, junit, tap, gradescope or csv.")
  var format = ReportFormat.text

  @Option(help: "How many submissions to grade at a time; else one for each processor.")
  var jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Option(help: "Seconds of computing for a prediction or a program.")
  var limit = 30

  @Option(help: "MiB of memory for a submission.")
  var memory = 1024

  @Option(help: "States of a search, after which it is cut short.")
  var states = 500_000

  @Option(help: "What must be handed in: a lesson, or lesson/question. May be given again.")
  var expect: [String] = []

  @Option(help: "What single programs are for, whatever their names: lesson/exercise.")
  var exercise: String?

  @Option(help: "Where results are kept between runs; else $XDG_CACHE_HOME/tutor.")
  var cache: String?

  @Flag(help: "Keep no results between runs, and use none.")
  var noCache = false

  @Flag(help: "Exit with 0 whatever is found, if only the report could be written.")
  var exitZero = false

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs is from 1 to 256") }
    guard (1...86_400).contains(limit) else { throw ValidationError("--limit is from 1 to 86400") }
    guard (128...1 << 20).contains(memory) else {
      throw ValidationError("--memory is from 128 to 1048576")
    }
    guard (1...1 << 31).contains(states) else { throw ValidationError("--states must be above 0") }
  }

  func run() throws {
    let language = course.reader.language
    let index = CourseIndex(try openCourse(course.lessons, language))
    try checkNames(index)
    let places = SubmissionPlace.find(
      paths, lessonNames: index.lessonNames, programsAreLearners: exercise != nil)
    if format == .gradescope, places.count > 1 {
      throw ValidationError("gradescope is for one submission, and there are \(places.count) here")
    }
    let columns = format == .text ? Screen().width : 80
    let submissions = grade(places, index.course, language, columns)
    let report = Report(course: index.course.title, submissions: submissions)
    let text = report.text(as: format, columns: columns, language: language)
    guard StandardOutput.write(text) else {
      StandardError.complain(
        .says("the report could not be written: \(Wording.systemError(errno))"), in: language)
      throw ExitCode(3)
    }
    throw ExitCode(exitZero ? 0 : report.status.exitStatus)
  }

  private func grade(
    _ places: [SubmissionPlace], _ course: Course, _ language: ReadingLanguage, _ columns: Int
  ) -> [GradedSubmission] {
    // A worker that dies while it is told its order must not end the batch.
    signal(SIGPIPE, SIG_IGN)
    let rules = GradingRules(
      lessons: course.folder, language: language.rawValue, columns: max(20, columns - 6),
      seconds: limit, memory: memory, states: states,
      cache: noCache ? nil : cache ?? CacheFolder.fromEnvironment(),
      version: CacheFolder.version, expected: expect, exercise: exercise)
    if let folder = rules.cache { TruthCache.tidy(folder: folder) }
    let bar = ProgressBar(total: places.count)
    bar.show(0)
    var batch = GradingBatch(places, rules: rules, jobs: jobs)
    let submissions = batch.run { bar.show($0) }
    bar.clear()
    return submissions
  }

  /// What the options name is in the course.
  private func checkNames(_ index: CourseIndex) throws {
    var expectation = Expectation()
    for name in expect where !expectation.add(name, from: index) {
      let near = index.nearestLesson(to: name).map { "; is it '\($0)'?" } ?? ""
      throw ValidationError("the course has no '\(name)'\(near)")
    }
    guard let exercise else { return }
    switch index.exercise(named: exercise) {
    case .one: return
    case .none(let nearest):
      let near = nearest.map { "; is it '\($0)'?" } ?? ""
      throw ValidationError("the course has no exercise '\(exercise)'\(near)")
    case .several(let names):
      throw ValidationError("'\(exercise)' could be \(names.joined(separator: " or "))")
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}

/// The course that a command works with, or the end of the command.
func openCourse(_ lessons: String?, _ language: ReadingLanguage) throws -> Course {
  let read = CourseLocation.find(option: lessons).mapError { CourseFaults([$0]) }
    .flatMap { CourseReader.read(folder: $0, language: language) }
  switch read {
  case .success(let course): return course
  case .failure(let faults):
    StandardError.complain(.fixed(faults.summary(in: language)), in: language)
    throw ExitCode(3)
  }
}

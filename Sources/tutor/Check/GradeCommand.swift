// `tutor __grade`: the worker that grades one submission. Hidden, because nobody types it. It bounds its
// own memory and time before it reads anything of a stranger's, and dies with whoever started it.

import ArgumentParser
import CPlatform
import Course
import Diagnostics
import FoundationEssentials
import Glibc
import Grading

struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "__grade", shouldDisplay: false)

  func run() throws {
    guard let line = Self.readLine(), let order = JSONLine.value(GradingOrder.self, from: line),
      platform_tie_to_pipe(0, getpid(), SIGKILL) == 0, platform_pipe_is_abandoned(0) == 0
    else {
      throw ExitCode(70)
    }
    platform_forbid_core_files()
    let rules = order.rules
    Self.limit(RLIMIT_AS, to: rules.memory << 20)
    Self.limitTime(to: rules.seconds)
    guard
      case .success(let course) = CourseReader.read(
        folder: rules.lessons, language: rules.readingLanguage)
    else { throw ExitCode(70) }
    try grade(order, CourseIndex(course))
  }

  private func grade(_ order: GradingOrder, _ index: CourseIndex) throws {
    let rules = order.rules
    var expectation = Expectation()
    for name in rules.expected { _ = expectation.add(name, from: index) }
    var exercise: CourseIndex.Place?
    if let name = rules.exercise, case .one(let place) = index.exercise(named: name) {
      exercise = place
    }
    let submission = SubmissionReader(index, expecting: expectation, exercise: exercise)
      .read(order.place)
    let settings = GradingSettings(
      language: rules.readingLanguage, columns: rules.columns, bounds: rules.bounds,
      seconds: rules.seconds)
    let cache = rules.cache.map { TruthCache(folder: $0, version: rules.version) }
    var grader = SubmissionGrader(settings, cache: cache)
    let plan = grader.plan(submission)
    if order.from == 0 { try tell(.planned(plan, notes: grader.notes(of: submission))) }
    for index in plan.indices.dropFirst(order.from) {
      let start = Self.secondsUsed()
      Self.limitTime(to: Int(start) + rules.seconds + 1)
      let part = grader.grade(submission.parts[index], planned: plan[index]) {
        Self.secondsUsed() - start > Double(rules.seconds)
      }
      try tell(.graded(index, part))
    }
  }

  private func tell(_ line: GradingLine) throws {
    let bytes = try JSONLine.bytes(of: line)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ExitCode(70) }
      written += count
    }
  }

  private static func readLine() -> [UInt8]? {
    var line: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while line.last != UInt8(ascii: "\n") {
      let count = read(0, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      line += chunk[..<count]
    }
    return line
  }

  // MARK: Limits

  private static func limit(_ resource: __rlimit_resource, to bytes: Int) {
    var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// Lets the kernel end this process when it has used so much time in all: the search looks at the
  /// time itself, but a single operation on huge numbers may never come back.
  private static func limitTime(to seconds: Int) {
    let time = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    var limit = rlimit()
    guard getrlimit(time, &limit) == 0 else { return }
    limit.rlim_cur = min(rlim_t(max(1, seconds)), limit.rlim_max)
    setrlimit(time, &limit)
  }

  /// Of computing, by this process alone.
  private static func secondsUsed() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

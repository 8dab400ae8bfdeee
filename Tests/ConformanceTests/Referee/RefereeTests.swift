// The explored sets held against thousands of runs of CPython. It takes long, so it only runs where
// TUTOR_REFEREE_RUNS says how many runs in all; Tests/Referee/run is the command for it.

import Foundation
import Live
import Model
import Observation
import Synchronization
import Testing

private let settings = ProcessInfo.processInfo.environment
private let allRuns = settings["TUTOR_REFEREE_RUNS"].flatMap(Int.init) ?? 0
private let liveRuns = settings["TUTOR_REFEREE_LIVE"].flatMap(Int.init) ?? 20
/// Where the table goes.
private let table = settings["TUTOR_REFEREE_TABLE"] ?? "/dev/stdout"
/// Only the programs and questions whose names contain it.
private let only = settings["TUTOR_REFEREE_ONLY"] ?? ""
/// How many runs go on side by side.
private let jobs = 2

@Suite(.enabled(if: allRuns > 0 && Runner.python != nil))
struct RefereeTests {
  @Test func everyRunIsAmongTheExploredOnes() throws {
    let python = try #require(Runner.python)
    let questions = try RefereedQuestion.all().filter {
      only.isEmpty || "\($0.subject) \($0.name)".contains(only)
    }
    #expect(!questions.isEmpty)
    let timed = questions.filter { $0.time == .anySchedule }
    let share = timed.isEmpty ? 0 : (allRuns + timed.count - 1) / timed.count
    var report = RefereeTable(try #require(FileHandle(forWritingAtPath: table)))
    for question in questions {
      let explored = try question.explore()
      #expect(explored.isExact, "\(question.subject) \(question.name)")
      var row = RefereeTable.Row(question: question, explored: explored)
      switch question.time {
      case .idealMachine: row.seconds = try WatchedRun.seconds(of: question, under: python)
      case .anySchedule:
        row.python = RunTally(runs: share, jobs: jobs) { number in
          try WatchedRun.value(of: question, under: python, seed: "\(question.name) \(number)")
        }
        row.live = RunTally(runs: liveRuns, jobs: 1) { _ in try liveValue(of: question) }
      }
      report.add(row)
      #expect(row.outside.isEmpty, "\(question.subject) \(question.name): \(row.outside)")
    }
    report.finish()
  }

  private func liveValue(of question: RefereedQuestion) throws -> String {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("referee-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    for file in question.files {
      try Data(file.bytes).write(to: folder.appendingPathComponent(file.name))
    }
    let program = folder.appendingPathComponent(question.fileName)
    try Data(question.program.text.utf8).write(to: program)
    var order = RunSettings(file: program.path, speed: 50)
    order.markedFunctions = question.observe.projection.markedFunctions
    let run = try LiveRun.start(order, executable: Runner.tutor.command[0]).get()
    while true {
      if case .ended(let outcome) = run.next() {
        return question.observe.outcome(
          of: outcome.record.projected(on: question.observe.projection))
      }
    }
  }
}

/// Runs, and how often each value was seen.
struct RunTally: Sendable {
  private(set) var counts: [String: Int] = [:]
  /// The first run that gave each value.
  private(set) var firsts: [String: Int] = [:]

  var runs: Int { counts.values.reduce(0, +) }

  init() {}

  /// - Parameter value: does the run of this number; what it throws becomes a value of its own, which
  ///   lies outside of every set.
  init(runs: Int, jobs: Int, value: @escaping @Sendable (Int) throws -> String) {
    let tally = Mutex(RunTally())
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < runs else { return }
        let found: String
        do { found = try value(number) } catch { found = "no value: \(error)" }
        tally.withLock {
          $0.counts[found, default: 0] += 1
          $0.firsts[found] = min(number, $0.firsts[found] ?? number)
        }
      }
    }
    self = tally.withLock { $0 }
  }
}

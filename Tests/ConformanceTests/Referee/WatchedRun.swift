// A disturbed and recorded run of python3, watched from outside until it ends or nothing of it moves
// any more.

import Course
import Foundation
import Glibc
import Observation

/// One python3 in a process group of its own.
struct WatchedRun {
  /// Of a run in which something still moves after so long nothing is known.
  private static let limit = 60.0
  /// Shrunk sleeps and time limits are shorter than this, and only a manager's server, which looks
  /// around once a second, rests as long.
  private static let quiet = 0.8

  enum Fault: Error { case cannotStart, neverEnds }

  /// Runs the question's program, disturbed.
  /// - Returns: the question's value.
  static func value(
    of question: RefereedQuestion, under runner: Runner, seed: String
  ) throws -> String {
    let files = FileManager.default
    let (scratch, folder) = try makeFolder(for: question)
    defer { try? files.removeItem(at: scratch) }
    let path = scratch.appendingPathComponent("record")
    let projection = question.observe.projection
    let code = try run(
      runner.command + [question.fileName], in: folder.path, stuckAfter: quiet,
      environment: ProcessInfo.processInfo.environment.merging(runner.environment) { $1 }
        .merging([
          "TUTOR_RECORD": path.path, "TUTOR_SEED": seed, "LC_ALL": "C.UTF-8",
          "TUTOR_MARKED": projection.markedFunctions.joined(separator: " "),
        ]) { $1 })
    var record = try RecordReader.record(from: Data(contentsOf: path), mainCode: code)
    for name in try files.contentsOfDirectory(atPath: folder.path).sorted() {
      let data = files.contents(atPath: folder.appendingPathComponent(name).path) ?? Data()
      record.files.append(RunRecord.File(name: name, bytes: [UInt8](data)))
    }
    return question.observe.outcome(of: record.projected(on: projection))
  }

  /// How many seconds the question's program really takes, left alone.
  static func seconds(
    of question: RefereedQuestion, under runner: Runner
  ) throws -> Double {
    let (scratch, folder) = try makeFolder(for: question)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let start = Date()
    _ = try run(
      runner.command + [question.fileName], in: folder.path, stuckAfter: limit,
      environment: ProcessInfo.processInfo.environment.merging(runner.environment) { $1 })
    return Date().timeIntervalSince(start)
  }

  /// A folder with the program and its files, and one around it.
  private static func makeFolder(
    for question: RefereedQuestion
  ) throws -> (scratch: URL, folder: URL) {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appendingPathComponent("referee-\(UUID().uuidString)")
    let folder = scratch.appendingPathComponent("work")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in question.files {
      try Data(file.bytes).write(to: folder.appendingPathComponent(file.name))
    }
    try Data(question.program.text.utf8).write(
      to: folder.appendingPathComponent(question.fileName))
    return (scratch, folder)
  }

  /// - Returns: the exit code; nil where everybody waited for ever.
  private static func run(
    _ command: [String], in folder: String, stuckAfter quiet: Double,
    environment: [String: String]
  ) throws -> Int32? {
    let words = [
      "/bin/sh", "-c", "cd \"$0\" && exec \"$@\" < /dev/null > ../output 2> ../errors", folder,
      "env", "--default-signal",
    ]
    guard let leader = Runner.start(words + command, environment: environment, ownGroup: true)
    else { throw Fault.cannotStart }
    defer { kill(-leader, SIGKILL) }
    var activity = GroupActivity(group: leader)
    let start = Date()
    var moved = start
    while true {
      var status: Int32 = 0
      guard waitpid(leader, &status, WNOHANG) != leader else {
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : -signal
      }
      usleep(10_000)
      let now = Date()
      if activity.hasMoved() { moved = now }
      let isStuck = now.timeIntervalSince(moved) > quiet
      guard isStuck || now.timeIntervalSince(start) > limit else { continue }
      kill(-leader, SIGKILL)
      while waitpid(leader, &status, 0) < 0, errno == EINTR {}
      if isStuck { return nil }
      throw Fault.neverEnds
    }
  }
}

/// Whether any thread of a process group has run: its switches are counted, so a short moment counts
/// as well as a long one.
private struct GroupActivity {
  let group: pid_t
  private var switches: [String: Int] = [:]

  init(group: pid_t) { self.group = group }

  /// Since the last time that this was asked.
  mutating func hasMoved() -> Bool {
    var now: [String: Int] = [:]
    var isRunning = false
    for process in Self.numbers(in: "/proc") where getpgid(pid_t(process) ?? 0) == group {
      for thread in Self.numbers(in: "/proc/\(process)/task") {
        let path = "/proc/\(process)/task/\(thread)/status"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
        isRunning = isRunning || text.contains("\nState:\tR") || text.contains("\nState:\tD")
        now[thread] = text.split(separator: "\n").filter { $0.contains("ctxt_switches") }
          .compactMap { Int($0.split(separator: "\t").last ?? "") }.reduce(0, +)
      }
    }
    defer { switches = now }
    return isRunning || now != switches
  }

  private static func numbers(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.allSatisfy(\.isNumber) }
  }
}

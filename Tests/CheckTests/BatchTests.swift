import Foundation
import Testing

/// A batch as a whole: the verdict that each submission must get, the same bytes however it is graded,
/// and nothing lost when it is killed.
@Suite(.serialized) struct BatchTests {
  /// A larger batch takes minutes: `TUTOR_BATCH=300 swift test --filter BatchTests`.
  static let count =
    ProcessInfo.processInfo.environment["TUTOR_BATCH"].flatMap { Int($0) }
    ?? 45

  /// A limit that hostile submissions meet soon.
  static func arguments(_ scratch: Scratch, _ more: String...) -> [String] {
    [
      "check", scratch.path + "/batch", "--lessons", scratch.path + "/course", "--limit", "2",
      "--memory", "256", "--states", "50000",
    ] + more
  }

  struct JSONReport: Decodable {
    struct Submission: Decodable {
      var learner: String
      var status: String
      var points: Int
      var parts: [Part]
    }
    struct Part: Decodable { var checks: [Check] }
    struct Check: Decodable { var says: String }
    var submissions: [Submission]
  }

  static func report(_ text: String) throws -> JSONReport {
    try JSONDecoder().decode(JSONReport.self, from: Data(text.utf8))
  }

  @Test func everySubmissionGetsItsVerdict() throws {
    let scratch = try Scratch()
    _ = try SmallCourse.make(in: scratch)
    let batch = GeneratedBatch.make(Self.count)
    try GeneratedBatch.write(batch, to: scratch.path + "/batch")
    let start = Date()
    let one = try Tutor.run(
      Self.arguments(scratch, "--format", "json", "--jobs", "1", "--no-cache"), in: scratch)
    let alone = Date().timeIntervalSince(start)
    #expect(one.status == 3)
    #expect(one.errors == "")
    let graded = try Self.report(one.output).submissions
    #expect(graded.count == batch.count)
    let expected = batch.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (submission, wanted) in zip(graded, expected) {
      #expect(submission.status == wanted.status, "\(wanted.name)")
      if let points = wanted.points { #expect(submission.points == points, "\(wanted.name)") }
      #expect(
        submission.parts.isEmpty || submission.parts.allSatisfy { !$0.checks.isEmpty },
        "\(wanted.name)")
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/pwned"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/batch/pwned"))

    // The same with two workers, in less time or more, but in the same bytes.
    let second = Date()
    let two = try Tutor.run(
      Self.arguments(scratch, "--format", "json", "--jobs", "2", "--no-cache"), in: scratch)
    #expect(two.output == one.output)
    if ProcessInfo.processInfo.environment["TUTOR_BATCH"] != nil {
      let both = Date().timeIntervalSince(second)
      print("\(batch.count) submissions: \(alone) s with one job, \(both) s with two")
    }
  }

  @Test func aKilledBatchIsTakenUpAgain() throws {
    let scratch = try Scratch()
    _ = try SmallCourse.make(in: scratch)
    let batch = (GeneratedBatch.right + GeneratedBatch.wrong + GeneratedBatch.unread)
    try GeneratedBatch.write(batch, to: scratch.path + "/batch")
    let whole = try Tutor.run(Self.arguments(scratch, "--format", "csv", "--no-cache"), in: scratch)
    #expect(whole.output.split(separator: "\r\n").count == batch.count + 1)
    for milliseconds in [30, 120, 300] {
      let process = try Tutor.start(Self.arguments(scratch, "--format", "csv"), in: scratch)
      usleep(useconds_t(milliseconds * 1000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try scratch.text("output")
      #expect(left == "" || left == whole.output)
    }
    let again = try Tutor.run(Self.arguments(scratch, "--format", "csv"), in: scratch)
    #expect(again.output == whole.output)
    // Everything is known now, and damaged entries are as good as none.
    let cache = scratch.path + "/cache/tutor"
    let entries = try FileManager.default.contentsOfDirectory(atPath: cache)
    #expect(!entries.isEmpty)
    for (index, entry) in entries.enumerated() {
      let url = URL(fileURLWithPath: cache + "/" + entry)
      var data = try Data(contentsOf: url)
      switch index % 3 {
      case 0: data = data.prefix(data.count / 2)
      case 1: data[data.count / 2] ^= 1
      default: data = Data()
      }
      try data.write(to: url)
    }
    let damaged = try Tutor.run(Self.arguments(scratch, "--format", "csv"), in: scratch)
    #expect(damaged.output == whole.output)
    let known = try Tutor.run(Self.arguments(scratch, "--format", "csv"), in: scratch)
    #expect(known.output == whole.output)
  }

  @Test func noWorkerOutlivesItsBatch() throws {
    let scratch = try Scratch()
    _ = try SmallCourse.make(in: scratch)
    try GeneratedBatch.write(
      [GeneratedBatch.hostile[1], GeneratedBatch.hostile[10]], to: scratch.path + "/batch")
    var arguments = Self.arguments(scratch, "--no-cache", "--jobs", "2")
    arguments[5] = "60"
    let process = try Tutor.start(arguments, in: scratch)
    usleep(500_000)
    let workers = Self.children(of: process.processIdentifier)
    #expect(!workers.isEmpty)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    var left = workers
    for _ in 0..<100 where !left.isEmpty {
      usleep(20_000)
      left = left.filter { kill($0, 0) == 0 && !Self.isZombie($0) }
    }
    #expect(left.isEmpty)
  }

  private static func children(of parent: Int32) -> [Int32] {
    let path = "/proc/\(parent)/task/\(parent)/children"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: " ").compactMap { Int32($0) }
  }

  private static func isZombie(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    return status.contains("State:\tZ")
  }
}

// `tutor explore` from outside: what it finds does not depend on the processors, and its counts of
// states are another tool's.

import Foundation
import Testing

@Suite struct ExploreTests {
  /// A model of Tests/Benchmarks/explore, for so many processes.
  private func model(_ name: String, _ count: Int, in scratch: Scratch) throws -> String {
    let source = try String(
      contentsOfFile: Tutor.project + "/Tests/Benchmarks/explore/\(name).py", encoding: .utf8)
    let path = scratch.path + "/\(name).py"
    try source.replacing("\nN = 3\n", with: "\nN = \(count)\n")
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test(arguments: [
    ("tickets", 7, ["--no-reduction", "--no-symmetry"]),
    ("tickets", 8, ["--no-symmetry"]),
    ("producers", 3, []),
    ("ticket_file", 14, []),
  ])
  func reportIsTheSameOnOneProcessor(name: String, count: Int, flags: [String]) throws {
    let reports = try ["1", "2"].map { jobs in
      let scratch = try Scratch()
      let path = try model(name, count, in: scratch)
      let ended = try Tutor.run(
        ["explore", path, "--format", "json", "--jobs", jobs, "--observe", "stuck"] + flags,
        in: scratch)
      return ended.output.split(separator: "\n").filter { !$0.contains("\"seconds\"") }
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0].contains { $0.contains("\"states\"") })
  }

  /// SPIN stores as many states without its reduction.
  @Test(.enabled(if: Tutor.find("spin") != nil && Tutor.find("gcc") != nil))
  func countsAreSpins() throws {
    let ended = try Tutor.run(
      [Tutor.path], in: Scratch(), environment: ["SIZES": "1 2 3 4 5 6"],
      executable: Tutor.project + "/Tests/Benchmarks/counts/run")
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.output.split(separator: "\n").count == 1 + 6 + 5 + 7)
  }
}

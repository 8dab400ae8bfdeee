// Programs that nobody wrote do the same in the machine and under CPython: what they print, and the
// traceback of the exception that ends them. The same seeds draw the same programs.

import Foundation
import Testing

/// How many programs are drawn, and the first one's seed.
private let count = setting("TUTOR_RANDOM_PROGRAMS", otherwise: 2_000)
private let firstSeed = setting("TUTOR_RANDOM_SEED", otherwise: 1)

private func setting(_ name: String, otherwise value: Int) -> Int {
  ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
}

@Suite struct RandomProgramTests {
  @Test(.enabled(if: Runner.python != nil)) func theMachineAgreesWithCPython() throws {
    let programs = (0..<count).map { number in
      var draw = ProgramDraw(.core, seed: UInt64(firstSeed + number))
      return draw.program(statements: 14)
    }
    let expected = try PythonBatch.run(programs, by: #require(Runner.python))
    try #require(expected.count == programs.count)
    for (number, program) in programs.enumerated() {
      let difference = expected[number].difference(from: SoloRun.of(program))
      guard let difference, KnownDifference.explaining(difference) == nil else { continue }
      Issue.record("seed \(firstSeed + number): \(difference)")
    }
  }

  @Test func theSameSeedDrawsTheSameProgram() {
    var one = ProgramDraw(.core, seed: 7)
    var other = ProgramDraw(.core, seed: 7)
    var next = ProgramDraw(.core, seed: 8)
    let program = one.program(statements: 14)
    #expect(program == other.program(statements: 14))
    #expect(program != next.program(statements: 14))
  }
}

/// A difference that stays, and why.
private struct KnownDifference {
  var inPython: String
  var explanation: String

  static let all = [
    KnownDifference(
      inPython: " argument after * must be an iterable, not ",
      explanation: "f(*x) with x alone is compiled as f(*[*x]), whose error names no function"),
    KnownDifference(
      inPython: "nan",
      explanation: "a nan is an object to CPython, which finds the same one equal in containers"),
    KnownDifference(
      inPython: "Python int too large to convert to C long",
      explanation: "'%c' % 10**20 is out of the range of characters, which tutor says"),
  ]

  static func explaining(_ difference: BatchRun.Difference) -> String? {
    if exchanged(difference.python) == difference.tutor {
      return "which item of a set is compared first is another in every run of CPython"
    }
    return all.first { difference.python.contains($0.inPython) }?.explanation
  }

  /// The complaint about a comparison with its two types exchanged; nil for other lines.
  private static func exchanged(_ line: String) -> String? {
    guard let match = line.firstMatch(of: /(.* instances of )'(\w+)' and '(\w+)'(.*)/) else {
      return nil
    }
    return "\(match.1)'\(match.3)' and '\(match.2)'\(match.4)"
  }
}

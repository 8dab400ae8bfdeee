// What a program may show is exactly what exploring it finds, and every real run is among it.

import Course
import Foundation
import Grading
import Machine
import Model
import Observation
import Testing

/// How often each program is run for real, by tutor and by python3; both as TUTOR_CONFORMANCE_RUNS says.
private let asked =
  ProcessInfo.processInfo.environment["TUTOR_CONFORMANCE_RUNS"].flatMap(Int.init)
private let liveRuns = asked ?? 20
private let pythonRuns = asked ?? 3
private let watch = 3

private let observed = ConformanceProgram.all.filter { $0.expected.outcomes != nil }
private let listed = AwaitedPrograms.listed
private let explored = observed.filter { !listed.explorations.contains($0.path) }
private let awaited = observed.filter { listed.explorations.contains($0.path) }
private let running = explored.filter { !listed.runs.contains($0.path) && $0.isSeenFromOutside }

@Suite struct ExplorationTests {
  @Test(arguments: explored)
  func itsOutcomesAreTheExpectedOnes(program: ConformanceProgram) throws {
    let outcomes = try program.explore()
    #expect(outcomes.isExact)
    #expect(outcomes.outcomes.map(\.value).sorted() == program.expected.outcomes?.sorted())
  }

  @Test(arguments: awaited)
  func whatIsAwaitedIsNotThereYet(program: ConformanceProgram) throws {
    let outcomes = try? program.explore(seconds: 5)
    let isRight =
      outcomes?.isExact == true
      && outcomes?.outcomes.map(\.value).sorted() == program.expected.outcomes?.sorted()
    #expect(!isRight, "it is explored rightly now: take it off awaited.txt")
  }

  @Test(arguments: running)
  func liveRunsAreAmongThem(program: ConformanceProgram) async throws {
    try await program.expectOutcomes(of: .tutor, runs: liveRuns)
  }

  @Test(.enabled(if: Runner.python != nil), arguments: running)
  func pythonsRunsAreAmongThem(program: ConformanceProgram) async throws {
    try await program.expectOutcomes(of: try #require(Runner.python), runs: pythonRuns)
  }
}

extension ConformanceProgram {
  /// Whether output and files alone tell its outcome.
  fileprivate var isSeenFromOutside: Bool {
    let observe = expected.observe ?? ""
    return !observe.contains("overlap(") && !observe.contains("exitcode(")
  }

  fileprivate func explore(seconds: Double = 60) throws -> OutcomeSet {
    let program = LessonProgram(name: name, path: path, text: text)
    return Exploration.explore(
      program: try TruthStore.compile(program).get(), folder: [name: Array(text.utf8)],
      observe: try ObserveExpression.parse(expected.observe ?? "").get(),
      bounds: Bounds(seconds: seconds))
  }

  fileprivate func expectOutcomes(of runner: Runner, runs: Int) async throws {
    let observe = try ObserveExpression.parse(expected.observe ?? "").get()
    for _ in 0..<runs {
      let run = try await runner.run(self, limit: watch)
      let value = try observe.value(of: run.record).get()
      #expect(expected.outcomes?.contains(value) == true, "\(value) from \(run)")
    }
  }
}

extension ProgramRun {
  /// The run as observers see it, as far as it can be told from outside.
  fileprivate var record: RunRecord {
    var record = RunRecord()
    record.lines = output.map { RunRecord.Line(process: "", text: $0) }
    record.errorLines = errors.map { RunRecord.Line(process: "", text: $0) }
    record.isStuck = isStuck
    record.files = files.sorted { $0.key < $1.key }.map {
      RunRecord.File(name: $0.key, bytes: $0.value)
    }
    record.ends = errors.compactMap { line in
      let type = line.prefix { $0.isLetter || $0 == "." || $0 == "_" }
      guard type.hasSuffix("Error") || type.hasSuffix("Empty") || type.hasSuffix("Full") else {
        return nil
      }
      let message = line.dropFirst(type.count + 2)
      return RunRecord.End(
        process: "", code: 1,
        exception: ExceptionSummary(type: String(type), message: String(message), line: 0))
    }
    return record
  }
}

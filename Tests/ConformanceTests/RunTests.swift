// Every program does the same under tutor and under CPython.

import Testing

/// What a program that ends may take, and how long one that waits for ever is watched.
private let limit = 20
private let watch = 3

private let programs = ConformanceProgram.all
private let ours = programs.filter { !AwaitedPrograms.listed.runs.contains($0.path) }
private let awaited = programs.filter { AwaitedPrograms.listed.runs.contains($0.path) }
private let python = programs.filter { $0.expected.refusal == nil }

@Suite struct RunTests {
  @Test func everyListedProgramIsThere() {
    let paths = Set(programs.map(\.path))
    let listed = AwaitedPrograms.listed
    #expect(listed.misread.isEmpty)
    #expect(listed.runs.subtracting(paths).isEmpty)
    #expect(listed.explorations.subtracting(paths).isEmpty)
    #expect(programs.count >= 800)
  }

  @Test(arguments: ours)
  func tutorRunsItAsExpected(program: ConformanceProgram) async throws {
    let differences = program.expected.differences(
      from: try await Runner.tutor.run(program, limit: limit))
    #expect(differences.isEmpty)
  }

  @Test(arguments: awaited)
  func whatIsAwaitedIsNotThereYet(program: ConformanceProgram) async throws {
    let differences = program.expected.differences(
      from: try await Runner.tutor.run(program, limit: watch))
    #expect(!differences.isEmpty, "it runs rightly now: take it off awaited.txt")
  }

  @Test(.enabled(if: Runner.python != nil), arguments: python)
  func pythonRunsItAsExpected(program: ConformanceProgram) async throws {
    let runner = try #require(Runner.python)
    let run = try await runner.run(program, limit: program.expected.isStuck ? watch : limit)
    #expect(program.expected.differences(from: run).isEmpty)
  }
}

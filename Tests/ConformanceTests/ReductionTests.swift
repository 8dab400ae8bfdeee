// Reduced = unreduced on every conformance program that has outcomes and on every program of the course:
// with its own question and with none, in any schedule and on an ideal machine.

import Diagnostics
import Foundation
import Language
import Machine
import Model
import Observation
import Testing

private let observed = ConformanceProgram.all.filter {
  $0.expected.outcomes != nil && !AwaitedPrograms.listed.explorations.contains($0.path)
}

@Suite struct ReductionTests {
  @Test(arguments: observed)
  func reducedEqualsUnreduced(program: ConformanceProgram) throws {
    let plain = try explore(program, .none)
    // What only the plain search cannot finish is checked elsewhere, by its expected outcomes.
    guard plain.isExact else { return }
    let few = try explore(program, Shortcuts(joinsAlike: false))
    let both = try explore(program, Shortcuts())
    #expect(few.states <= plain.states && both.states <= few.states)
    #expect(few.outcomes.map(\.value) == plain.outcomes.map(\.value))
    #expect(few.outcomes.map(\.finalStates) == plain.outcomes.map(\.finalStates))
    #expect(few.outcomes.map(\.stuckStates) == plain.outcomes.map(\.stuckStates))
    #expect(both.outcomes.map(\.value) == plain.outcomes.map(\.value))
    #expect(
      both.outcomes.map { $0.stuckStates > 0 } == plain.outcomes.map { $0.stuckStates > 0 })
  }

  @Test(arguments: observed)
  func andOnAnIdealMachine(program: ConformanceProgram) throws {
    try expectSame { try explore(program, $0, time: .idealMachine) }
  }

  @Test(arguments: observed)
  func andWithoutAQuestion(program: ConformanceProgram) throws {
    try expectSame { try explore(program, $0, asks: false) }
  }

  @Test(arguments: CoursePrograms.all, [TimeTruth.anySchedule, .idealMachine])
  func andInTheCourse(program: CourseProgram, time: TimeTruth) throws {
    for question in program.questions(time) {
      let observe = try question.map { try ObserveExpression.parse($0).get() }
      let code = try compiled(program.name, program.text)
      try expectSame { shortcuts in
        Exploration.explore(
          program: code, folder: program.folder, observe: observe, time: time,
          bounds: Bounds(states: 5_000, seconds: 10), shortcuts: shortcuts)
      }
    }
  }

  private func expectSame(_ explore: (Shortcuts) throws -> OutcomeSet) throws {
    let plain = try explore(.none)
    guard plain.isExact else { return }
    for shortcuts in [
      Shortcuts(joinsAlike: false), Shortcuts(skipsSteps: false), Shortcuts(),
    ] {
      let set = try explore(shortcuts)
      #expect(set.isExact)
      #expect(set.outcomes.map(\.value) == plain.outcomes.map(\.value))
      #expect(
        set.outcomes.map { $0.stuckStates > 0 } == plain.outcomes.map { $0.stuckStates > 0 })
    }
  }

  private func explore(
    _ program: ConformanceProgram, _ shortcuts: Shortcuts, time: TimeTruth = .anySchedule,
    asks: Bool = true
  ) throws -> OutcomeSet {
    let observe = try ObserveExpression.parse(program.expected.observe ?? "").get()
    return Exploration.explore(
      program: try compiled(program.name, program.text),
      folder: [program.name: Array(program.text.utf8)], observe: asks ? observe : nil, time: time,
      bounds: Bounds(states: asks && time == .anySchedule ? 300_000 : 10_000, seconds: 20),
      shortcuts: shortcuts)
  }

  private func compiled(_ name: String, _ text: String) throws -> Program {
    let tree = try Parser.parse(SourceText(name: name, text: text)).get()
    guard case .success(let code) = Compiler.compile(tree, for: Library.standard.environment)
    else { throw Refused() }
    return code
  }
}

/// A program of the course's lessons.
struct CourseProgram: Sendable, CustomTestStringConvertible {
  let path: String
  let text: String
  /// What is beside it.
  let folder: [String: [UInt8]]

  var testDescription: String { path }
  var name: String { String(path.split(separator: "/").last ?? "") }

  func questions(_ time: TimeTruth) -> [String?] {
    let questions = [
      nil, "stuck", "printed('ate')", "crashed", "[line.split()[0] for line in lines]",
      "before('ate', 'baked')",
    ]
    return time == .idealMachine ? questions + ["seconds"] : questions
  }
}

enum CoursePrograms {
  static let all: [CourseProgram] = {
    let lessons = ConformanceProgram.folder
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("lessons")
    let files = FileManager.default.subpaths(atPath: lessons.path) ?? []
    func bytes(_ path: String) -> [UInt8] {
      Array(
        FileManager.default.contents(atPath: lessons.appendingPathComponent(path).path) ?? Data())
    }
    return files.filter { $0.hasSuffix(".py") }.sorted().map { path in
      // A lesson's data stand in its first folder.
      let lesson = path.split(separator: "/")[0] + "/"
      let data = files.filter {
        $0.hasPrefix(lesson) && ($0.hasSuffix(".json") || $0.hasSuffix(".txt"))
      }
      return CourseProgram(
        path: path, text: String(decoding: bytes(path), as: UTF8.self),
        folder: Dictionary(
          data.sorted().map { (String($0.split(separator: "/").last ?? ""), bytes($0)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }()
}

private struct Refused: Error {}

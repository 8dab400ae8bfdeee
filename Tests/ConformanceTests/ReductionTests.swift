// Reduced = unreduced on every conformance program that has outcomes.

import Diagnostics
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

  private func explore(
    _ program: ConformanceProgram, _ shortcuts: Shortcuts
  ) throws -> OutcomeSet {
    let source = SourceText(name: program.name, text: program.text)
    let tree = try Parser.parse(source).get()
    guard case .success(let code) = Compiler.compile(tree, for: Library.standard.environment)
    else { throw Refused() }
    let observe = try ObserveExpression.parse(program.expected.observe ?? "").get()
    return Exploration.explore(
      program: code, folder: [program.name: Array(program.text.utf8)], observe: observe,
      bounds: Bounds(states: 300_000, seconds: 20), shortcuts: shortcuts)
  }
}

private struct Refused: Error {}

// A run that somebody schedules by hand. Flows in: moves, one by one, and steps back. Flows out: where
// every process stands, what it would do next, and what the question's expression comes to so far.
// Every state is a value, so a step back is the state before.

import Diagnostics
import Explorer
import Language
import Machine
import Observation

/// A run under the hand of a person.
package struct Drive {
  /// One process that is alive.
  package struct Lane {
    /// Its number in the order of their start, which moves go by.
    package var process: Int
    package var name: String
    /// Where it stands, from 1; 0 where its code is done.
    package var line: Int
    /// The ways in which it can go on; none while it waits.
    package var choices: [Choice]
  }

  /// One move that can be made.
  package struct Choice {
    package var move: Schedule.Move
    /// What is seen of it; nil where nothing is.
    package var step: ReplayStep?
  }

  private let kernel: Kernel
  private let observe: ObserveExpression?
  private let run: RunSoFar
  private var walk: Replayer
  private var past: [Replayer] = []

  /// A program about to begin.
  ///
  /// - Parameters:
  ///   - folder: the files that are there at the start.
  ///   - observe: what is looked at after each move.
  package static func begin(
    _ program: Program, folder: [String: [UInt8]] = [:], observe: ObserveExpression? = nil
  ) -> Result<Drive, Diagnostic> {
    Exploration.reporting { try Drive(program, folder, observe) }
  }

  private init(
    _ program: Program, _ folder: [String: [UInt8]], _ observe: ObserveExpression?
  ) throws {
    var policy = Policy()
    policy.stopsAtEveryMove = true
    policy.projection = observe?.projection ?? Projection()
    let run = RunSoFar()
    kernel = Kernel(
      main: Exploration.explored(program), folder: folder, policy: policy,
      instructions: Bounds().instructions, ending: run.take)
    self.observe = observe
    self.run = run
    walk = try Replayer(kernel)
  }

  // MARK: Where it stands

  /// What was done so far.
  package var steps: [ReplayStep] { walk.steps }
  package var schedule: Schedule { walk.schedule }

  /// Those who are alive, in the order of their start.
  package var lanes: [Lane] {
    walk.alive().map { index, context in
      let process = walk.number(of: index)
      return Lane(
        process: process, name: context.name, line: context.body.currentLine,
        choices: choices(of: index, process))
    }
  }

  private func choices(of index: ProcessIndex, _ process: Int) -> [Choice] {
    let view = StateView(words: walk.state)
    let own = try? kernel.options(of: kernel.slots.slot(.context(index)), in: view, traced: true)
    // Nobody thinks of standing still in the middle of an operation.
    var decisions = own?.map(\.decision).filter { $0 != .part } ?? []
    decisions += (0..<walk.feeders(of: index)).map { Schedule.Decision.feed($0) }
    return decisions.compactMap { decision in
      let move = Schedule.Move(process: process, decision: decision)
      var next = walk
      guard case .success(.none) = Exploration.reporting({ try next.take(move) }) else {
        return nil
      }
      let isSeen = next.steps.count > walk.steps.count
      return Choice(move: move, step: isSeen ? next.steps.last : nil)
    }
  }

  /// Everybody has ended.
  package var isOver: Bool { walk.alive().isEmpty }

  /// Somebody is alive, and nobody can move.
  package var isStuck: Bool { !isOver && lanes.allSatisfy { $0.choices.isEmpty } }

  /// What is looked at, over the run so far, as `repr` shows it; nil where nothing is, and where it
  /// has no value yet, as `lines[0]` before the first line. Of a run that is over, what it came to.
  package var value: String? {
    guard let observe else { return nil }
    _ = try? kernel.judge(StateView(words: walk.state), stuck: isStuck)
    guard !isOver, !isStuck else { return run.seen.map { observe.outcome(of: $0) } }
    return run.seen.flatMap { try? observe.value(of: $0).get() }
  }

  // MARK: Moves

  /// Makes a move; an error says why it cannot be made, and changes nothing.
  package mutating func take(_ move: Schedule.Move) -> Diagnostic? {
    var next = walk
    switch Exploration.reporting({ try next.take(move) }) {
    case .failure(let diagnostic): return diagnostic
    case .success(let fault?): return fault
    case .success(.none):
      past.append(walk)
      walk = next
      return nil
    }
  }

  /// Takes the last move back; false where there is none.
  package mutating func undo() -> Bool {
    guard let before = past.popLast() else { return false }
    walk = before
    return true
  }
}

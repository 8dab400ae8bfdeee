// One run on an ideal machine: what happens at which second, where computing costs nothing. Who goes
// first within an instant, and what random choices fall on, is left to chance, as in a live run.

import Diagnostics
import Explorer
import Language
import Machine
import Observation

/// What happened in one run on an ideal machine.
package struct IdealRun: Sendable {
  package struct Moment: Sendable {
    /// Since the start of the run.
    package var seconds: Double
    package var step: ReplayStep
  }

  package var moments: [Moment]
  /// How long it took.
  package var seconds: Double
  /// Those who are left, where nobody can go on.
  package var stuck: [String]
}

extension Exploration {
  /// Runs a program once on an ideal machine.
  ///
  /// - Returns: the run, or why it cannot be run so.
  package static func idealRun(
    of program: Program, folder: [String: [UInt8]] = [:]
  ) -> Result<IdealRun, Diagnostic> {
    reporting { () throws -> IdealRun in
      var policy = Policy()
      policy.stopsAtEveryMove = true
      policy.time = .idealMachine
      policy.readsClock = true
      let kernel = Kernel(
        main: explored(program), folder: folder, policy: policy,
        instructions: Bounds().instructions, ending: { _ in 0 })
      kernel.drawFraction = { Double.random(in: 0..<1) }
      var walk = try Replayer(kernel)
      var run = IdealRun(moments: [], seconds: 0, stuck: [])
      while run.moments.count < mostMoments {
        try walk.letTimePass()
        guard let option = try walk.options().randomElement() else { break }
        let shown = walk.steps.count
        walk.take(option)
        run.seconds = walk.elapsedSeconds ?? run.seconds
        for step in walk.steps.dropFirst(shown) {
          run.moments.append(IdealRun.Moment(seconds: run.seconds, step: step))
        }
      }
      run.stuck = walk.alive().map(\.context.name)
      return run
    }
  }

  /// Of a program that never ends, so much is shown.
  private static let mostMoments = 100_000
}

extension Replayer {
  /// Everything that somebody can do now.
  func options() throws -> [(option: Kernel.Option, actor: ProcessIndex)] {
    let view = StateView(words: state)
    var found: [(option: Kernel.Option, actor: ProcessIndex)] = []
    for actor in kernel.slots.actors where view[actor] != 0 {
      switch kernel.slots.kind(of: actor) {
      case .context(let index), .buffer(let index, _):
        for option in try kernel.options(of: actor, in: view, traced: true)
        where option.decision != .part {
          found.append((option, index))
        }
      default: break
      }
    }
    return found
  }

  mutating func take(_ choice: (option: Kernel.Option, actor: ProcessIndex)) {
    adopt(choice.option.transaction, by: choice.actor)
  }

  /// The seconds that have passed on an ideal machine; nil where only a range is known.
  var elapsedSeconds: Double? {
    kernel.elapsedSeconds(at: StateView(words: state)[kernel.slots.slot(.clock)])
  }
}

// What a search is told and what it tells: limits, reductions, and how far it got.

/// How far a search may go.
package struct SearchLimits: Hashable, Sendable {
  package var states: Int
  package var seconds: Double
  package var bytes: Int
  package var walks: WalkLimits

  package init(
    states: Int = .max, seconds: Double = .infinity, bytes: Int = .max,
    walks: WalkLimits = WalkLimits()
  ) {
    self.states = states
    self.seconds = seconds
    self.bytes = bytes
    self.walks = walks
  }
}

/// How many walks to take for more ends once a limit is met. With no limit on the seconds, the same
/// walks are taken on every machine.
package struct WalkLimits: Hashable, Sendable {
  package var walks: Int
  /// Of all walks together.
  package var steps: Int
  package var seconds: Double
  /// They take what is left of the search's own seconds instead, and one at least.
  package var usesRestOfTime = false

  package init(walks: Int = 5_000, steps: Int = .max, seconds: Double = 1) {
    self.walks = walks
    self.steps = steps
    self.seconds = seconds
  }
}

/// What a search found.
package struct SearchReport {
  package enum Stop {
    /// Every state that can be reached was expanded.
    case complete
    case states, seconds, bytes, cancelled
    /// The system could not go on.
    case failed(any Error)
  }

  /// A kind of end, by `ComponentSystem.judge`'s number.
  package struct Ending: Hashable, Sendable {
    package var number: Int
    /// How many states end so, as far as the search got; 0 where only a walk beyond came there.
    package var count: Int
    /// The first of them that was found, which is a nearest one.
    package var first: Int
  }

  package var stop: Stop
  package var states: Int
  /// In how many of them some steps were left out.
  package var reducedStates: Int
  package var transitions: Int
  package var seconds: Double
  package var bytes: Int
  /// How many walks were taken beyond a limit.
  package var walks: Int
  /// In the order of their numbers.
  package var endings: [Ending]

  /// Whether every state that can be reached was expanded.
  package var isComplete: Bool { if case .complete = stop { true } else { false } }
}

/// One step of a path: which actor, and which of its alternatives.
package struct Move: Hashable, Sendable {
  package var actor: Slot
  package var alternative: Int

  package init(actor: Slot, alternative: Int) {
    self.actor = actor
    self.alternative = alternative
  }
}

/// How a search saves work.
package struct Reductions: Hashable, Sendable {
  /// A local step is taken alone.
  package var takesLocalStepsAlone: Bool
  package var usesPersistentSets: Bool
  /// Bundles stand in the order of their handles.
  package var sortsBundles: Bool

  /// - Parameter takesFewSteps: local steps alone, and persistent sets.
  package init(takesFewSteps: Bool = true, sortsBundles: Bool = true) {
    takesLocalStepsAlone = takesFewSteps
    usesPersistentSets = takesFewSteps
    self.sortsBundles = sortsBundles
  }

  /// Every step in every state.
  package static let none = Reductions(takesFewSteps: false, sortsBundles: false)
}

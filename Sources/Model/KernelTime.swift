// The ideal machine: operations take no time, sleeps and time limits are exact, and time passes only
// when nobody can do anything. All orders within one instant are there. Each process that waits with
// a limit, or sleeps, has a timer, which counts what is left: so states in which the same is left meet,
// however late it is.
//
// The clock is an actor of its own. Its step takes the shortest time that is left off all timers, and
// it is enabled only while no other actor is: that is why it reads the whole state.
//
// The reductions of any schedule hold here too. Whoever is in a persistent set (Godefroid 1996, chapter
// 4) and can act still can after whatever those outside do, so no run that leaves him for later has
// the clock's step in it: within an instant the clock need not be looked at, and its future counts as
// none. A timer is its process's own and changes places with it. It would break if time could pass
// while somebody can act, or if a step read the timer of another process.

import Diagnostics
import Explorer
import Machine
import Observation

extension Kernel {
  private static let nanoseconds = 1e9

  // MARK: Timers

  /// How long an effect sleeps, or waits at most, in nanoseconds; nil where it does neither or has no
  /// limit.
  private func limit(of effect: Effect, by context: ProcessContext) throws -> Int64? {
    switch effect {
    case .sleep(let seconds?): return duration(seconds)
    case .sleep(nil): throw unknownTime(context)
    default: break
    }
    switch effect.patience {
    case .seconds(let seconds)?: return duration(seconds)
    case .unknown?: throw unknownTime(context)
    case .some(.none), .forever?, nil: return nil
    }
  }

  private func duration(_ seconds: Double) -> Int64 {
    Int64(min(max(seconds, 0), 1e9) * Kernel.nanoseconds + 0.5)
  }

  private func unknownTime(_ context: ProcessContext) -> StepFault {
    StepFault.unsupported(
      Diagnostic(
        .unsupported, .says("an ideal machine needs to know how long this takes"),
        at: line(context), hint: .fixed("random.choice([0.5, 1, 1.5])")))
  }

  private func timer(of context: ProcessContext) -> Slot { slots.slot(.timer(context.index)) }

  /// Sets the timer of a process that has come to an effect.
  func setTimer(of context: ProcessContext, in transaction: inout Transaction) throws {
    guard policy.time == .idealMachine else { return }
    let limit = try limit(of: context.pending, by: context) ?? 0
    let slot = timer(of: context)
    let handle = limit == 0 ? 0 : components.times.intern(limit, limit)
    if transaction[slot] != handle { transaction[slot] = handle }
  }

  /// Whether the time is over that a process sleeps, or waits at most.
  func isDue(_ context: ProcessContext, in state: StateView) -> Bool {
    policy.time == .anySchedule || state[timer(of: context)] == 0
  }

  // MARK: The clock

  func startClock(in transaction: inout Transaction) {
    guard policy.time == .idealMachine else { return }
    transaction[slots.slot(.clock)] = components.times.intern(0, 0)
  }

  /// The seconds since the start, as far as anybody looks at them.
  func elapsedSeconds(at handle: Handle) -> Double {
    handle == 0 ? 0 : Double(components.times[handle]) / Kernel.nanoseconds
  }

  /// What an ideal machine's clock shows; its wall clock starts at some second of 2023.
  func reading(_ clock: Clock, in transaction: Transaction) -> Reply {
    let elapsed = elapsedSeconds(at: transaction[slots.slot(.clock)])
    switch clock {
    case .wall: return .float(1_700_000_000 + elapsed)
    case .monotonic: return .float(elapsed)
    case .processor: return .float(0)
    }
  }

  /// Time passes, if nobody can do anything now.
  func clockStep(in state: StateView) throws -> Step {
    if try isAnybodyBusy(in: state) { return Step(.blocked) }
    guard let transaction = tick(in: state) else { return Step(.ended) }
    return Step(.enabled, [Step.Alternative(writes: transaction.writes)])
  }

  /// The state after the shortest time that is left; nil where no time is left.
  func tick(in state: StateView) -> Transaction? {
    let running = timers(in: state)
    guard let shortest = running.map(\.left).min() else { return nil }
    var transaction = Transaction(state, traced: false)
    for timer in running {
      let left = timer.left - shortest
      transaction[timer.slot] = left == 0 ? 0 : components.times.intern(left, left)
    }
    if policy.readsClock {
      let clock = slots.slot(.clock)
      let now = components.times[state[clock]] + shortest
      transaction[clock] = components.times.intern(now, now)
    }
    return transaction
  }

  private func timers(in state: StateView) -> [(slot: Slot, left: Int64)] {
    slots.actors.compactMap { actor in
      guard case .context(let index) = slots.kind(of: actor), state[actor] != 0 else { return nil }
      let slot = slots.slot(.timer(index))
      let handle = state[slot]
      return handle == 0 ? nil : (slot, components.times[handle])
    }
  }

  func isAnybodyBusy(in state: StateView) throws -> Bool {
    for actor in slots.actors where state[actor] != 0 {
      switch slots.kind(of: actor) {
      case .context: if try canAct(context(of: actor, in: state), in: state) { return true }
      case .buffer:
        if !feederOptions(of: actor, in: state, traced: false).isEmpty { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a process has an option, without computing where it leads.
  private func canAct(_ context: ProcessContext, in state: StateView) throws -> Bool {
    if case .alive(let signal, _) = life(state[slots.slot(.life(context.index))]), signal != 0 {
      return true
    }
    if context.spins { return false }
    if context.isEntering { return true }
    if context.joined.contains(where: { life(state[slot(ofLife: $0)]).exitCode == nil }) {
      return false
    }
    switch context.pending {
    case .choose: return true
    case .sleep: return isDue(context, in: state)
    default: break
    }
    var copy = context
    var transaction = Transaction(state, traced: false)
    switch try perform(context.pending, by: &copy, in: &transaction) {
    case .replied, .ended, .part, .alternatives: return true
    case .blocked(let late): return late != nil && isDue(context, in: state)
    }
  }
}

extension Effect {
  /// How long the effect may wait; nil for one that does not wait.
  fileprivate var patience: Patience? {
    switch self {
    case .wait(_, let patience), .acquire(_, let patience), .awaitReady(_, let patience),
      .put(_, _, let patience), .get(_, let patience), .call(_, _, let patience):
      patience
    default: nil
    }
  }
}

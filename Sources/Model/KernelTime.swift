// The ideal machine: operations take no time, sleeps and time limits are exact, and time passes only
// when nobody can do anything. All orders within one instant are there. Each process that waits with
// a limit, or sleeps, has a timer, which counts what is left: so states in which the same is left meet,
// however late it is.
//
// The clock is an actor of its own. Its step takes the shortest time that is left off all timers, and
// it is enabled only while no other actor is: that is why it reads the whole state.
//
// Of a random float only its range is known. Then the clock's step has an alternative for each set of
// timers that may be the first, and what is known of the differences of the others is kept with the
// clock, see Zone; only its own step writes there. A random time is never taken to be exactly 0. A
// timer says which time of the zone is its own, so processes may change places with it.
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

  /// How long an effect sleeps, or waits at most; nil where it does neither or has no limit.
  private func limit(of effect: Effect, by context: ProcessContext) throws -> TimeLeft? {
    switch effect {
    case .sleep(.exactly(let seconds)): return .exactly(nanoseconds: duration(seconds))
    case .sleep(.within(let range)): return timeLeft(range)
    case .sleep(.unknown): throw unknownTime(context)
    default: break
    }
    switch effect.patience {
    case .seconds(let seconds)?: return .exactly(nanoseconds: duration(seconds))
    case .unknown?: throw unknownTime(context)
    case .some(.none), .forever?, nil: return nil
    }
  }

  private func timeLeft(_ range: FloatRange) -> TimeLeft {
    let low = duration(range.low)
    let high = duration(range.high)
    guard low < high else { return .exactly(nanoseconds: low) }
    return .within(
      TimeRange(
        most: TimeBound(nanoseconds: high, isStrict: !range.includesHigh),
        least: TimeBound(nanoseconds: -low, isStrict: !range.includesLow || low == 0)))
  }

  private func duration(_ seconds: Double) -> Int64 {
    Int64(min(max(seconds, 0), 1e9) * Kernel.nanoseconds + 0.5)
  }

  private func unknownTime(_ context: ProcessContext) -> StepFault {
    unfit(.says("an ideal machine needs to know how long this takes"), at: line(context))
  }

  private func timer(of context: ProcessContext) -> Slot { slots.slot(.timer(context.index)) }

  /// Sets the timer of a process that has come to an effect.
  func setTimer(of context: ProcessContext, in transaction: inout Transaction) throws {
    guard policy.time == .idealMachine else { return }
    let limit = try limit(of: context.pending, by: context) ?? .exactly(nanoseconds: 0)
    let slot = timer(of: context)
    let handle = handle(of: limit)
    if transaction[slot] != handle { transaction[slot] = handle }
  }

  private func handle(of time: TimeLeft) -> Handle {
    time == .exactly(nanoseconds: 0) ? 0 : components.times.intern(time, time)
  }

  /// Whether the time is over that a process sleeps, or waits at most.
  func isDue(_ context: ProcessContext, in state: StateView) -> Bool {
    policy.time == .anySchedule || state[timer(of: context)] == 0
  }

  // MARK: The clock

  func startClock(in transaction: inout Transaction) {
    guard policy.time == .idealMachine else { return }
    let start = ClockState()
    transaction[slots.slot(.clock)] = components.clocks.intern(start, start)
  }

  /// The seconds since the start, as far as anybody looks at them; nil where only a range is known.
  func elapsedSeconds(at handle: Handle) -> Double? {
    handle == 0 ? 0 : components.clocks[handle].elapsed.map { Double($0) / Kernel.nanoseconds }
  }

  /// What an ideal machine's clock shows; its wall clock starts at some second of 2023.
  func reading(_ clock: Clock, in transaction: Transaction) -> Reply {
    guard let elapsed = elapsedSeconds(at: transaction[slots.slot(.clock)]) else {
      return .opaque(.clock, id: 0)
    }
    switch clock {
    case .wall: return .float(1_700_000_000 + elapsed)
    case .monotonic: return .float(elapsed)
    case .processor: return .float(0)
    }
  }

  /// Time passes, if nobody can do anything now.
  func clockStep(in state: StateView) throws -> Step {
    if try isAnybodyBusy(in: state) { return Step(.blocked) }
    let ticks = try ticks(in: state)
    guard !ticks.isEmpty else { return Step(.ended) }
    return Step(.enabled, ticks.map { Step.Alternative(writes: $0.writes) })
  }

  /// A process's timer that is running.
  private struct Timer {
    var process: ProcessIndex
    var slot: Slot
    var left: TimeLeft
  }

  /// The ways in which the shortest time that is left passes; none where no time is left.
  private func ticks(in state: StateView) throws -> [Transaction] {
    let timers = timers(in: state)
    guard !timers.isEmpty else { return [] }
    if let exact = exactTimes(of: timers) { return [tick(timers, exact, in: state)] }
    let zone = zone(of: timers, in: state)
    let firsts = zone.firsts(kinds: kinds(of: timers, in: state), atMost: Kernel.ticksAtMost)
    guard let firsts else {
      throw unfit(.says("so many random sleeps at once have too many orders"))
    }
    passesRandomTimes = true
    return try firsts.map { try tick(timers, $0.over, $0.zone, in: state) }
  }

  private static let ticksAtMost = 5_000

  /// The time that passes until the timers of these processes are over, and perhaps others'.
  struct Tick {
    var processes: [ProcessIndex]
    var transaction: Transaction
  }

  /// What is left of timers none of which is random.
  private func exactTimes(of timers: [Timer]) -> [Int64]? {
    let exact = timers.compactMap { timer -> Int64? in
      if case .exactly(let left) = timer.left { left } else { nil }
    }
    return exact.count == timers.count ? exact : nil
  }

  /// All timers that may be over first; one stands for all where there is no doubt.
  func ticks(preferring wanted: ProcessIndex?, in state: StateView) throws -> [Tick] {
    let timers = timers(in: state)
    if let exact = exactTimes(of: timers) {
      guard let shortest = exact.indices.min(by: { exact[$0] < exact[$1] }) else { return [] }
      return [
        Tick(processes: [timers[shortest].process], transaction: tick(timers, exact, in: state))
      ]
    }
    let zone = zone(of: timers, in: state)
    let ticks = try timers.indices.compactMap { try tick([$0 + 1], of: timers, zone, in: state) }
    return ticks.filter { $0.processes == [wanted] } + ticks.filter { $0.processes != [wanted] }
  }

  /// - Returns: nil where others' are over before.
  func tick(_ over: [ProcessIndex], in state: StateView) throws -> Tick? {
    let timers = timers(in: state)
    let numbers = over.compactMap { process in
      timers.firstIndex { $0.process == process }.map { $0 + 1 }
    }
    guard numbers.count == over.count else { return nil }
    return try tick(numbers, of: timers, zone(of: timers, in: state), in: state)
  }

  private func tick(
    _ numbers: [Int], of timers: [Timer], _ zone: Zone, in state: StateView
  ) throws -> Tick? {
    guard let zone = zone.first(numbers) else { return nil }
    return Tick(
      processes: numbers.map { timers[$0 - 1].process },
      transaction: try tick(timers, numbers, zone, in: state))
  }

  /// Random sleeps are in the way, whatever line they are in.
  private func unfit(_ message: Wording, at span: Span? = nil) -> StepFault {
    StepFault.unsupported(
      Diagnostic(.unsupported, message, at: span, hint: .fixed("random.choice([0.5, 1, 1.5])")))
  }

  private func tick(_ timers: [Timer], _ left: [Int64], in state: StateView) -> Transaction {
    let shortest = left.min() ?? 0
    var transaction = Transaction(state, traced: false)
    for (timer, left) in zip(timers, left) {
      transaction[timer.slot] = handle(of: .exactly(nanoseconds: left - shortest))
    }
    setClock(in: &transaction) { $0.pass(shortest) }
    return transaction
  }

  /// What is known of the timers.
  private func zone(of timers: [Timer], in state: StateView) -> Zone {
    let known = components.clocks[state[slots.slot(.clock)]].zone ?? Zone([])
    var zone = Zone(
      timers.map { timer in
        switch timer.left {
        case .exactly(let nanoseconds): TimeRange(exactly: nanoseconds)
        case .within(let range): range
        case .related(let number): known.range(of: number)
        }
      })
    let numbers = timers.map { timer in
      if case .related(let number) = timer.left { number } else { 0 }
    }
    zone.relate(known, numbers: numbers)
    return zone
  }

  /// The state when the timers of these numbers, from 1, are over, of which the zone says when.
  private func tick(
    _ timers: [Timer], _ over: [Int], _ zone: Zone, in state: StateView
  ) throws -> Transaction {
    var transaction = Transaction(state, traced: false)
    for number in over { transaction[timers[number - 1].slot] = 0 }
    let others = (1...timers.count).filter { !over.contains($0) }
    let rest = zone.after(over[0], keeping: others)
    let related = rest.related
    for (number, timer) in others.enumerated() {
      let range = rest.range(of: number + 1)
      let time: TimeLeft =
        if let nanoseconds = range.nanoseconds {
          .exactly(nanoseconds: nanoseconds)
        } else if let place = related.firstIndex(of: number + 1) {
          .related(place + 1)
        } else {
          .within(range)
        }
      transaction[timers[timer - 1].slot] = handle(of: time)
    }
    let passed = zone.range(of: over[0]).nanoseconds
    if passed == nil, policy.projection.looksAtClock {
      throw unfit(.says("the seconds after a random sleep are a range"))
    }
    setClock(in: &transaction) {
      $0.pass(passed)
      $0.zone = related.isEmpty ? nil : rest.after(0, keeping: related)
    }
    return transaction
  }

  private func setClock(
    in transaction: inout Transaction, _ change: (inout ClockState) -> Void
  ) {
    let slot = slots.slot(.clock)
    var clock = components.clocks[transaction[slot]]
    change(&clock)
    if !policy.readsClock { clock.elapsed = 0 }
    let handle = components.clocks.intern(clock, clock)
    if transaction[slot] != handle { transaction[slot] = handle }
  }

  private func timers(in state: StateView) -> [Timer] {
    slots.actors.compactMap { actor in
      guard case .context(let index) = slots.kind(of: actor), state[actor] != 0 else { return nil }
      let slot = slots.slot(.timer(index))
      let handle = state[slot]
      return handle == 0
        ? nil : Timer(process: index, slot: slot, left: components.times[handle])
    }
  }

  /// The same for those processes that are alike in all.
  private func kinds(of timers: [Timer], in state: StateView) -> [Int] {
    let bundles = bundles
    var known: [[Handle]: Int] = [:]
    return timers.map { timer in
      guard timer.process != .main, timer.process.number <= bundles.count else {
        return -1 - timer.process.number
      }
      let bundle = bundles[timer.process.number - 1]
      let key = [Handle(bundle.group)] + bundle.slots.map { state[$0] }
      let number = known[key] ?? known.count
      known[key] = number
      return number
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

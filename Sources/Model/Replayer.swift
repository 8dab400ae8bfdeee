// One path through the model, step by step, with all that there is to see on it: for the paths that a
// search found, and for schedules that somebody typed.
//
// Rule: a search runs a new process to its first stop at once. What it does there nobody notices, so
// it is shown only when the process is scheduled, and schedules have no needless changes.

import Diagnostics
import Explorer
import Machine
import Observation

/// A walk through a kernel's states.
struct Replayer {
  let kernel: Kernel
  private(set) var state: [Handle] = []
  private(set) var steps: [ReplayStep] = []
  private(set) var moves: [Schedule.Move] = []
  /// The processes in the order of their start.
  private(set) var started: [ProcessIndex] = []
  /// By process number: what a process did as soon as it was started.
  private var held: [[Transaction.TraceEvent]] = []
  /// By process number: its buffers in the order in which it first put into them, which numbers its
  /// feeders.
  private var buffers: [[Slot]] = []
  /// How time passed last, and from which state.
  private var lastTick: (before: [Handle], tick: Kernel.Tick)?
  /// Whose random times are over first. A schedule does not say it of those who then sleep again.
  var guesses = Guesses()

  /// How many queues a process has put into; its feeders are numbered below that.
  func feeders(of process: ProcessIndex) -> Int {
    process.number < buffers.count ? buffers[process.number].count : 0
  }

  init(_ kernel: Kernel) throws {
    self.kernel = kernel
    var transaction = Transaction(StateView(words: []), traced: true)
    try kernel.begin(in: &transaction)
    started.append(.main)
    adopt(transaction, by: .main)
  }

  /// The schedule so far.
  var schedule: Schedule { Schedule(moves) }

  /// The process's number in the order of their start.
  func number(of index: ProcessIndex) -> Int { started.firstIndex(of: index) ?? index.number }

  private mutating func take(_ writes: [Step.Write]) {
    for write in writes {
      while state.count <= Int(write.slot.index) { state.append(0) }
      state[Int(write.slot.index)] = write.handle
    }
  }

  mutating func adopt(_ transaction: Transaction, by actor: ProcessIndex) {
    take(transaction.writes)
    if !transaction.notes.isEmpty {
      let note = kernel.components.notes.intern(transaction.notes, transaction.notes)
      let observer = Int(kernel.observerSlot.index)
      state[observer] = kernel.observe(note, after: state[observer])
    }
    for event in transaction.trace ?? [] {
      let owner = owner(of: event)
      while held.count <= owner.number { held.append([]) }
      held[owner.number].append(event)
    }
    release(actor)
  }

  private func owner(of event: Transaction.TraceEvent) -> ProcessIndex {
    switch event {
    case .move(_, _, let index): index
    case .started(let index): kernel.slots.parent(of: index) ?? .main
    case .fed(_, _, let index): index
    }
  }

  /// Shows what a process did so far.
  private mutating func release(_ process: ProcessIndex) {
    guard process.number < held.count else { return }
    let events = held[process.number]
    held[process.number] = []
    for event in events {
      switch event {
      case .started(let index): if !started.contains(index) { started.append(index) }
      case .move(let step, let decision, let index):
        // Who is waited for has ended before.
        if case .wait(let id, finished: true) = step.operation {
          release(ProcessIndex(number: Int(id.index)))
        }
        if case .put(let queue, _) = step.operation { buffer(for: queue, of: index) }
        show(step, decision, by: index)
      case .fed(let step, let buffer, let index):
        show(step, .feed(number(of: buffer, of: index)), by: index)
      }
    }
  }

  private mutating func show(
    _ step: ReplayStep, _ decision: Schedule.Decision, by index: ProcessIndex
  ) {
    var step = step
    step.process = number(of: index)
    let move = Schedule.Move(process: step.process, decision: decision)
    // Parts with nothing between them and the rest are the whole; whoever dies leaves it at them.
    if !step.isPart, !step.isFeed, decision != .die {
      let part = Schedule.Move(process: step.process, decision: .part)
      while moves.last == part, steps.last?.belongsToRest == true {
        moves.removeLast()
        steps.removeLast()
      }
    }
    steps.append(step)
    moves.append(move)
  }

  // MARK: Feeders

  private mutating func buffer(for queue: QueueID, of process: ProcessIndex) {
    let slot = kernel.slots.slot(.buffer(process, queue: Slot(Int(queue.index))))
    while buffers.count <= process.number { buffers.append([]) }
    if !buffers[process.number].contains(slot) { buffers[process.number].append(slot) }
  }

  private func number(of buffer: Slot, of process: ProcessIndex) -> Int {
    process.number < buffers.count ? buffers[process.number].firstIndex(of: buffer) ?? 0 : 0
  }

  /// Shows what is left: that of processes that were never scheduled.
  mutating func finish() {
    passWaits()
    for number in 0..<held.count { release(ProcessIndex(number: number)) }
  }

  /// A search takes several waits as one, see `AlikeProcesses`: whoever has waited for some of those
  /// for whom it waits goes on to the others.
  private mutating func passWaits() {
    guard kernel.splitsWaits else { return }
    for (index, context) in alive() {
      let actor = kernel.slots.slot(.context(index))
      var context = context
      while case .wait(let id, .forever) = context.pending,
        hasEnded(ProcessIndex(number: Int(id.index))),
        let option = try? kernel.options(
          of: actor, in: StateView(words: state), traced: true
        ).first
      {
        adopt(option.transaction, by: index)
        guard state[Int(actor.index)] != 0 else { break }
        context = kernel.context(of: actor, in: StateView(words: state))
      }
    }
  }

  /// On an ideal machine, lets time pass until somebody can move; who has slept enough wakes up, which
  /// is no move. Of random times the one of who is wanted passes first, if it may.
  ///
  /// - Parameter wakes: whether sleepers wake up by themselves.
  mutating func letTimePass(for wanted: ProcessIndex? = nil, wakes: Bool = true) throws {
    guard kernel.policy.time == .idealMachine else { return }
    while true {
      if wakes, try wakeSleepers() { continue }
      let view = StateView(words: state)
      if try kernel.isAnybodyBusy(in: view) {
        guard let wanted, try passTogether(with: wanted) else { return }
        continue
      }
      let ticks = try kernel.ticks(preferring: wanted, in: view)
      guard !ticks.isEmpty else { return }
      let tick = ticks[guesses.next(below: ticks.count)]
      lastTick = (before: state, tick: tick)
      take(tick.transaction.writes)
    }
  }

  /// Lets the time of a process that cannot move be over at the same instant as those that were last,
  /// if it may be; what the others have done since then has nothing to do with it.
  private mutating func passTogether(with process: ProcessIndex) throws -> Bool {
    let timer = kernel.slots.slot(.timer(process))
    let actor = kernel.slots.slot(.context(process))
    let view = StateView(words: state)
    guard let (before, last) = lastTick, view[actor] != 0, view[timer] != 0,
      view[timer] == last.transaction[timer],
      try kernel.options(of: actor, in: view, traced: false).isEmpty,
      let tick = try kernel.tick(last.processes + [process], in: StateView(words: before))
    else { return false }
    for write in tick.transaction.writes
    where view[write.slot] == last.transaction[write.slot] {
      take([write])
    }
    lastTick = (before, tick)
    return true
  }

  /// Tells whether anybody was to be woken up.
  private mutating func wakeSleepers() throws -> Bool {
    let view = StateView(words: state)
    for (index, context) in alive() {
      guard case .sleep = context.pending, kernel.isDue(context, in: view) else { continue }
      let options = try kernel.options(
        of: kernel.slots.slot(.context(index)), in: view, traced: true)
      guard let option = options.first(where: { $0.decision == .proceed }) else { continue }
      adopt(option.transaction, by: index)
      return true
    }
    return false
  }

  /// Takes a step that a search found.
  mutating func take(_ move: Move) throws {
    if case .clock = kernel.slots.kind(of: move.actor) {
      // Whatever was done by now was done before time passes. Whose is over is told by who moves then:
      // in a search in which processes change places, the alternative does not tell.
      finish()
      return
    }
    var options = try kernel.options(of: move.actor, in: StateView(words: state), traced: true)
    if options.isEmpty, case .context(let actor) = kernel.slots.kind(of: move.actor) {
      try letTimePass(for: actor, wakes: false)
      options = try kernel.options(of: move.actor, in: StateView(words: state), traced: true)
    }
    switch kernel.slots.kind(of: move.actor) {
    case .context(let actor), .buffer(let actor, _):
      guard move.alternative < options.count else { throw NoSuchMove() }
      adopt(options[move.alternative].transaction, by: actor)
    default: break
    }
  }

  /// Takes a move of a schedule; an error tells what is wrong with it.
  mutating func take(_ move: Schedule.Move) throws -> Diagnostic? {
    try letTimePass(for: move.process < started.count ? started[move.process] : nil)
    let (count, number) = (moves.count + 1, move.process)
    guard move.process < started.count else {
      return fault(.says("move \(count) of the schedule: there is no process \(number) yet"))
    }
    let index = started[move.process]
    let slot = kernel.slots.slot(.context(index))
    let view = StateView(words: state)
    guard view[slot] != 0 else {
      return fault(.says("move \(count) of the schedule: process \(number) has ended"))
    }
    if case .feed(let queue) = move.decision { return try feed(queue, of: index, move) }
    let options = try kernel.options(of: slot, in: view, traced: true)
    guard let option = options.first(where: { $0.decision == move.decision }) else {
      let line = kernel.components.contexts[view[slot]].body.currentLine
      if options.isEmpty {
        return fault(
          .says("move \(count) of the schedule: process \(number) waits, at line \(line)"))
      }
      let ways = options.prefix(6).map {
        Schedule([Schedule.Move(process: move.process, decision: $0.decision)]).text
      }
      return fault(
        .says("move \(count) of the schedule: process \(number) cannot do that, at line \(line)"),
        hint: .says("here it can be \(ways.joined(separator: " · "))"))
    }
    adopt(option.transaction, by: index)
    return nil
  }

  private mutating func feed(
    _ queue: Int, of process: ProcessIndex, _ move: Schedule.Move
  ) throws -> Diagnostic? {
    let slots = process.number < buffers.count ? buffers[process.number] : []
    let view = StateView(words: state)
    let (count, number) = (moves.count + 1, move.process)
    guard queue < slots.count, view[slots[queue]] != 0 else {
      return fault(
        .says("move \(count) of the schedule: process \(number) has nothing there to feed"))
    }
    let options = try kernel.options(of: slots[queue], in: view, traced: true)
    guard let option = options.first else {
      return fault(
        .says("move \(count) of the schedule: process \(number)'s feeder waits for room"))
    }
    adopt(option.transaction, by: process)
    return nil
  }

  private func fault(_ message: Wording, hint: Wording? = nil) -> Diagnostic {
    Diagnostic(.input, message, at: nil, hint: hint)
  }

  /// Whether a process that was started has ended.
  func hasEnded(_ index: ProcessIndex) -> Bool {
    let slot = Int(kernel.slots.slot(.life(index)).index)
    guard slot < state.count, state[slot] != 0 else { return false }
    return kernel.life(state[slot]).exitCode != nil
  }

  /// Those who are alive, in the order of their start.
  func alive() -> [(index: ProcessIndex, context: ProcessContext)] {
    started.compactMap { index in
      let slot = Int(kernel.slots.slot(.context(index)).index)
      guard slot < state.count, state[slot] != 0 else { return nil }
      return (index, kernel.components.contexts[state[slot]])
    }
  }
}

/// A path of choices, the first ways first; after a failure the last choice that has another way takes
/// it, and what came after it begins anew.
struct Guesses {
  private var choices: [(taken: Int, count: Int)] = []
  private var used = 0

  mutating func next(below count: Int) -> Int {
    if used == choices.count { choices.append((0, count)) }
    used += 1
    return choices[used - 1].taken
  }

  /// Begins anew with the last choice of which there is another way; false where there is none.
  mutating func change() -> Bool {
    used = 0
    while let last = choices.popLast() {
      guard last.taken + 1 < last.count else { continue }
      choices.append((last.taken + 1, last.count))
      return true
    }
    return false
  }
}

/// A search and who tells of it disagree.
private struct NoSuchMove: Error {}

// The simulated kernel: it performs every effect on interned components, as a system that the
// explorer searches. Flows in: a state and who acts. Flows out: what he can do, as handles written.
//
// Rules: between two stops a process is left alone. A process's own effects touch its context only;
// whatever others could notice is a slot of the state, read and written through the transaction, so
// that the search knows what a step depends on. Any schedule: a sleep is nothing, a timed wait that
// would block may run out at any moment, a signal takes effect at any later moment.

import Diagnostics
import Explorer
import Machine
import Observation

/// The world of a program, for any schedule.
final class Kernel: ComponentSystem {
  let policy: Policy
  /// What matters of processes' memories.
  private let interest: CanonicalInterest
  private let main: any ProcessBody
  private let startFiles: [(path: String, bytes: [UInt8])]
  let folders: Set<String>
  private let instructions: Int
  /// Asked for the number of a kind of end.
  private let ending: (ProjectedRun) -> Int

  /// Who uses what, see `KernelStops`.
  var users: [Use: [User]] = [:]
  var uses: [Use] = []
  /// Where processes change places: who they are that run the same function.
  var members: [User: Set<ProcessIndex>] = [:]
  var slots = SlotTable()
  var components = Components()
  let observerSlot: Slot
  let folderSlot: Slot
  /// It tells what a search found that takes several waits as one.
  let splitsWaits: Bool
  /// The transcript that a run has to print, and how much of it any run has.
  var matching: PredictedLines?
  var furthest = 0
  var accessNumbers = AccessNumbers()
  var knownBundles: [Bundle] = []
  var kin = KinTable()
  /// Draws a random float from [0, 1), where a run is made up; else its range is kept.
  var drawFraction: (() -> Double)?
  /// A time has passed of which only a range is known.
  var passesRandomTimes = false
  /// The name under which each process was started first.
  private(set) var names: [String] = []

  /// Effects that a process performs between two stops before it is looked at more closely.
  private static let effectsAtEase = 200
  /// And before it has to stop in any case.
  private static let effectsAtMost = 10_000
  /// Puts, gets and their like without a stop. Each leaves components behind, however short they were.
  private static let passedAtMost = 100
  static let processesAtMost = 1_000

  /// - Parameters:
  ///   - main: the main process, about to begin.
  ///   - folder: the files at the start, by path.
  ///   - ending: the number, dense from 0, of a kind of end.
  init(
    main: any ProcessBody, folder: [String: [UInt8]], policy: Policy, instructions: Int,
    ending: @escaping (ProjectedRun) -> Int
  ) {
    self.main = main
    self.policy = policy
    interest = policy.interest
    self.instructions = instructions
    self.ending = ending
    startFiles = folder.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
    folders = FolderPath.folders(of: startFiles.map(\.path))
    observerSlot = slots.slot(.observers)
    folderSlot = slots.slot(.folder)
    splitsWaits = false
  }

  /// The same world with the same slots, in which every process is itself.
  init(telling kernel: Kernel) {
    main = kernel.main
    startFiles = kernel.startFiles
    folders = kernel.folders
    instructions = kernel.instructions
    ending = kernel.ending
    slots = kernel.slots
    observerSlot = kernel.observerSlot
    folderSlot = kernel.folderSlot
    var policy = kernel.policy
    policy.sortsProcesses = false
    self.policy = policy
    interest = policy.interest
    splitsWaits = kernel.policy.isSymmetric
  }

  var actors: [Slot] { slots.actors }
  var observers: Slot? { observerSlot }

  // A context holds its heap, which copies of it share until they change; a few KB is what
  // differs on average.
  var bytes: Int {
    (components.contexts.count + components.managers.count) * 8_192
      + components.notebooks.count * 256
  }

  // MARK: The first state

  func initialState() throws -> [Handle] {
    var transaction = Transaction(StateView(words: []), traced: false)
    try begin(in: &transaction)
    var words = [Handle](repeating: 0, count: slots.kinds.count)
    for write in transaction.writes { words[Int(write.slot.index)] = write.handle }
    return words
  }

  /// Puts the files in place, and starts the main process.
  func begin(in transaction: inout Transaction) throws {
    for (number, file) in startFiles.enumerated() {
      let content = slots.slot(.content(maker: nil, number: number))
      transaction[content] = handle(ofContent: file.bytes)
      transaction[slots.slot(.path(file.path))] = pathHandle(content)
    }
    transaction[folderSlot] = handle(ofFolder: startFiles.map(\.path))
    var notebook = Notebook(policy.projection)
    let context = ProcessContext(
      index: .main, name: RunRecord.mainProcess, isDaemon: false, body: main)
    startClock(in: &transaction)
    try start(context, in: &transaction)
    for entry in transaction.notes { notebook.note(entry, for: policy.projection) }
    transaction[observerSlot] =
      matching == nil
      ? components.notebooks.intern(notebook, notebook) : match(transaction.notes, from: 1)
    transaction.notes = []
  }

  /// Brings a new process to its first stop.
  func start(_ context: ProcessContext, in transaction: inout Transaction) throws {
    try keep(name: context.name, of: context.index)
    transaction[slots.slot(.life(context.index))] = handle(
      of: .alive(signal: 0, isDaemon: context.isDaemon))
    // The context's slot is taken now, so that processes stand in the order of their start.
    _ = slots.slot(.context(context.index))
    transaction.trace?.append(.started(context.index))
    var context = context
    try advance(&context, isNew: true, in: &transaction)
  }

  private func keep(name: String, of index: ProcessIndex) throws {
    while names.count <= index.number { names.append("") }
    if names[index.number].isEmpty { names[index.number] = name }
    guard names[index.number] != name, policy.sortsProcesses else { return }
    var revised = policy
    revised.sortsProcesses = false
    throw StepFault.revise(revised)
  }

  // MARK: Steps

  func step(of actor: Slot, in state: StateView) throws -> Step {
    if case .clock = slots.kind(of: actor) { return try clockStep(in: state) }
    let options = try options(of: actor, in: state, traced: false)
    let isLocal = !options.isEmpty && isLocal(actor, in: state)
    let disturbers =
      policy.takesFewSteps ? disturbers(of: actor, state.reads, options, in: state) : nil
    guard !options.isEmpty else { return Step(.blocked, disturbers: disturbers) }
    var alternatives: [Step.Alternative] = []
    for option in options {
      let notes = option.transaction.notes
      let alternative = Step.Alternative(
        writes: option.transaction.writes,
        note: notes.isEmpty ? 0 : components.notes.intern(notes, notes))
      alternatives.append(alternative)
    }
    return Step(isLocal ? .local : .enabled, alternatives, disturbers: disturbers)
  }

  private func isLocal(_ actor: Slot, in state: StateView) -> Bool {
    if case .buffer = slots.kind(of: actor) { return isLocal(feeder: actor, in: state) }
    return isLocal(components.contexts[state[actor]])
  }

  /// The actor's context. Alike ones share one, whose index and name are anybody's.
  func context(of actor: Slot, in state: StateView) -> ProcessContext {
    var context = context(in: actor, state[actor])
    if policy.rules.contains(.sharedGlobals) { adoptGlobals(&context, in: state) }
    return context
  }

  func context(in actor: Slot, _ handle: Handle) -> ProcessContext {
    var context = components.contexts[handle]
    if case .context(let index) = slots.kind(of: actor), index != context.index {
      context.index = index
      context.name = names[index.number]
    }
    return context
  }

  /// A choice is its process's own affair, unless that may die before it.
  private func isLocal(_ context: ProcessContext) -> Bool {
    guard case .choose = context.pending, !context.isEntering else { return false }
    return !policy.isKillable(context)
  }

  /// One way for a process to go on.
  struct Option {
    var decision: Schedule.Decision
    var transaction: Transaction
  }

  /// All ways for a process to go on, in a fixed order; none while it waits.
  func options(of actor: Slot, in state: StateView, traced: Bool) throws -> [Option] {
    if case .buffer = slots.kind(of: actor) {
      return feederOptions(of: actor, in: state, traced: traced)
    }
    let context = context(of: actor, in: state)
    var options: [Option] = []
    if !context.spins {
      options = try ownOptions(of: context, in: state, traced: traced)
    }
    if policy.isKillable(context) || policy.stopsAtEveryMove,
      case .alive(let signal, _) = life(state[slots.slot(.life(context.index))]), signal != 0,
      try !policy.rules.contains(.daemonsFinish) || !context.isDaemon || isQuiet(in: state)
    {
      var transaction = Transaction(state, traced: traced)
      die(of: signal, context, in: &transaction)
      options.append(Option(decision: .die, transaction: transaction))
    }
    return options
  }

  /// All ways to go on but to die.
  func ownOptions(
    of context: ProcessContext, in state: StateView, traced: Bool
  ) throws -> [Option] {
    guard policy.rules.contains(.joinIsLock) else {
      return try freeOptions(of: context, in: state, traced: traced)
    }
    guard hasTurn(context.index, in: state) else { return [] }
    return try freeOptions(of: context, in: state, traced: traced).map { option in
      var option = option
      keepTurn(context.index, in: &option.transaction)
      return option
    }
  }

  private func freeOptions(
    of context: ProcessContext, in state: StateView, traced: Bool
  ) throws -> [Option] {
    if context.isEntering {
      var transaction = Transaction(state, traced: traced)
      enter(context, in: &transaction)
      return [Option(decision: .proceed, transaction: transaction)]
    }
    if case .choose(let count) = context.pending {
      var options: [Option] = []
      for value in 0..<count {
        var transaction = Transaction(state, traced: traced)
        try go(on: context, with: .int(value), deciding: .choose(value), in: &transaction)
        options.append(Option(decision: .choose(value), transaction: transaction))
      }
      return options
    }
    // Whoever replays may take an operation whole or in its parts.
    if policy.stopsAtEveryMove, context.pending.hasParts {
      let whole = try options(of: context, in: state, stride: .whole, traced: traced)
      let part = try options(of: context, in: state, stride: .part, traced: traced)
      return whole + part.filter { $0.decision == .part && whole.first?.decision != .part }
    }
    for process in context.joined where life(state[slot(ofLife: process)]).exitCode == nil {
      return []
    }
    return try options(of: context, in: state, stride: .usual, traced: traced)
  }

  private func options(
    of context: ProcessContext, in state: StateView, stride: Stride, traced: Bool
  ) throws -> [Option] {
    if case .sleep = context.pending, !isDue(context, in: state) { return [] }
    var changed = context
    var transaction = Transaction(state, traced: traced)
    func replied(_ reply: Reply, _ decision: Schedule.Decision) throws -> Option {
      var transaction = transaction
      try go(on: changed, with: reply, deciding: decision, in: &transaction)
      return Option(decision: decision, transaction: transaction)
    }
    switch try perform(context.pending, by: &changed, in: &transaction, stride: stride) {
    case .replied(let reply) where context.isChanging:
      record(.part(.changing), context, .part, in: &transaction)
      return [try replied(reply, .part)]
    case .replied(let reply) where context.pending == .beginExit:
      record(.part(.ending), context, .part, in: &transaction)
      return [try replied(reply, .part)]
    case .replied(let reply): return [try replied(reply, .proceed)]
    case .ended: return [Option(decision: .proceed, transaction: transaction)]
    case .blocked(let late):
      guard let late, isDue(context, in: state) else { return [] }
      return [try replied(late, .giveUp)]
    case .part(let part):
      record(.part(part), changed, .part, in: &transaction)
      put(changed, in: &transaction)
      return [Option(decision: .part, transaction: transaction)]
    case .alternatives(let replies):
      return try replies.enumerated().map { try replied($1, .choose($0)) }
    }
  }

  private func go(
    on context: ProcessContext, with reply: Reply, deciding decision: Schedule.Decision,
    in transaction: inout Transaction
  ) throws {
    var context = context
    try answer(&context, reply, decision, in: &transaction)
    try advance(&context, in: &transaction)
  }

  func answer(
    _ context: inout ProcessContext, _ reply: Reply, _ decision: Schedule.Decision,
    in transaction: inout Transaction
  ) throws {
    if case .bytes(let message) = reply, context.pending.brings { try expectNames(in: message) }
    record(reply, context, decision, in: &transaction)
    feedAtOnce(context, in: &transaction)
    context.progress = .none
    if context.isUnborn {
      context.isUnborn = false
    } else {
      context.body.resume(with: reply)
    }
  }

  // MARK: Running

  /// Runs a process from where it was answered to its next stop, and puts it into the state.
  ///
  /// - Parameter isNew: it was just made, by another process whose step this is. What it does here is
  ///   shown when it is scheduled first, so it must be nothing that others depend on.
  func advance(
    _ context: inout ProcessContext, isNew: Bool = false, in transaction: inout Transaction
  ) throws {
    var loop = LoopWatch()
    var rounds = 0
    var effects = 0
    var passed = 0
    let notes = transaction.notes.count
    var changes = ChangeWatch(context, tickets: tickets(of: context, in: transaction))
    context.isChanging = false
    if isNew, policy.rules.contains(.sharedGlobals) {
      context.isUnborn = true
      context.pending = .paused
      return put(context, in: &transaction)
    }
    var update = fileUpdate(after: context.pending, by: context, in: transaction)
    var mayJoin = isRightMover(context.pending, by: context)
    var spent = 0
    while true {
      let budget = changes.isWatching ? 1 : Kernel.budget
      let reading = sharedReading(of: context)
      let effect = context.body.run(budget: budget)
      if changes.hasChanged(context), let before = changes.before {
        context = before
        context.isChanging = true
        context.pending = .paused
        return put(context, in: &transaction)
      }
      context.pending = effect
      if case .paused = effect {
        rounds += 1
        if loop.hasSeen(context, at: rounds) { return spin(&context, in: &transaction) }
        spent += budget
        guard spent < instructions else {
          throw StepFault.endless(process: context.name, line: context.body.currentLine)
        }
        context.body.resume(with: .done)
        continue
      }
      try gather(&context, in: transaction)
      try check(effect, by: context, in: transaction)
      effects += 1
      let isWatched = watch(&context, in: &transaction)
      // Nobody may act between two signals that go together, nor inside a `+=` that is one step.
      let goesOn =
        context.signalled.dropFirst().contains(effect)
        || reading?.isFinished(by: effect, at: context.body.currentLine) == true
      if !goesOn,
        isWatched || stops(at: effect, context, isNew: isNew, in: transaction)
          || effects > Kernel.effectsAtMost || passed >= Kernel.passedAtMost
      {
        if mayJoin, !isWatched, effects <= Kernel.effectsAtEase,
          try join(effect, by: &context, in: &transaction)
        {
          mayJoin = false
          changes = ChangeWatch(context, tickets: tickets(of: context, in: transaction))
          continue
        }
        try setTimer(of: context, in: &transaction)
        countStanding(1, context, in: &transaction)
        guard update != nil, effects <= Kernel.effectsAtMost else {
          return put(context, in: &transaction)
        }
        stand(context, in: transaction, &update)
      }
      update?.take(effect, path: path(of: effect, context, in: transaction))
      if update?.isDone == true {
        if giveUp(update, in: &transaction) { return }
        update = nil
      }
      if effect.reachesOthers { passed += 1 }
      if !effect.keepsMover { mayJoin = false }
      if effects > Kernel.effectsAtEase, transaction.notes.count == notes, passed == 0,
        loop.hasSeen(context, at: effects)
      {
        return spin(&context, in: &transaction)
      }
      switch try perform(effect, by: &context, in: &transaction) {
      case .replied(let reply):
        try answer(&context, reply, .proceed, in: &transaction)
        changes = ChangeWatch(context, tickets: tickets(of: context, in: transaction))
      case .ended:
        _ = giveUp(update, in: &transaction)
        return
      case .blocked, .part, .alternatives:
        if giveUp(update, in: &transaction) { return }
        try setTimer(of: context, in: &transaction)
        return put(context, in: &transaction)
      }
    }
  }

  /// Notes where the process stands among watched functions; tells whether it is inside one, where
  /// each effect is a stop, or about to enter one.
  private func watch(
    _ context: inout ProcessContext, in transaction: inout Transaction
  ) -> Bool {
    let projection = policy.projection
    guard !projection.markedFunctions.isEmpty else { return false }
    let stack = context.body.callStack.map(\.function)
    var watch = context.watch
    let entries = watch.look(at: stack, of: context.name, for: projection)
    context.isEntering = entries.contains { if case .entered = $0 { true } else { false } }
    if !context.isEntering {
      context.watch = watch
      transaction.notes += entries
    }
    return projection.markedFunctions.contains { stack.contains($0) }
  }

  private func enter(
    _ context: ProcessContext, in transaction: inout Transaction
  ) {
    var context = context
    let stack = context.body.callStack.map(\.function)
    transaction.notes += context.watch.look(
      at: stack, of: context.name, for: policy.projection)
    context.isEntering = false
    put(context, in: &transaction)
  }

  /// Calls and loop turns at a time.
  private static let budget = 100_000

  func put(_ context: ProcessContext, in transaction: inout Transaction) {
    internChanges(in: &transaction)
    shareGlobals(of: context, in: &transaction)
    let form = context.body.canonicalForm(interest)
    var context = context
    context.reach = form.reach
    context.joined = joined(by: context)
    let isPinned = isPinned(context) || !policy.isSymmetric
    transaction[slots.slot(.context(context.index))] = components.contexts.intern(
      context.content(form.bytes, isPinned: isPinned), context)
  }

  private func spin(_ context: inout ProcessContext, in transaction: inout Transaction) {
    context.spins = true
    put(context, in: &transaction)
  }

  func line(_ context: ProcessContext) -> Span? {
    let line = context.body.currentLine
    guard line > 0 else { return nil }
    let place = Position(line: line, column: 0)
    return Span(place, place)
  }

  /// The name of the process that acts in the slot, or whose feeder does.
  func name(of actor: Slot) -> String {
    switch slots.kind(of: actor) {
    case .context(let index): index.number < names.count ? names[index.number] : ""
    case .buffer(let owner, _):
      owner.number < names.count ? "the feeder of \(names[owner.number])" : ""
    case .observers, .folder, .life, .semaphore, .path, .content, .openFile, .pipe, .queue,
      .shared, .manager, .timer, .clock, .globals, .turn:
      ""
    }
  }

  // MARK: Observers

  func observe(_ note: Handle, after observation: Handle) -> Handle {
    if matching != nil { return match(components.notes[note], from: observation) }
    var notebook = components.notebooks[observation]
    for entry in components.notes[note] { notebook.note(entry, for: policy.projection) }
    return components.notebooks.intern(notebook, notebook)
  }

  func note(_ entry: Notebook.Entry, in transaction: inout Transaction) {
    if Notebook.wants(entry, for: policy.projection) { transaction.notes.append(entry) }
  }

  // MARK: Ends

  func judge(_ state: StateView, stuck: Bool) throws -> Int {
    if matching != nil { return 2 * (Int(state[observerSlot]) - 1) + (stuck ? 1 : 0) }
    try expectSameEnds(in: state)
    return ending(finalRun(state, stuck: stuck))
  }

  /// A state without further steps, as far as outcomes depend on it.
  private func finalRun(_ state: StateView, stuck: Bool) -> ProjectedRun {
    var ends: [RunRecord.End] = []
    for number in 0..<slots.processCount {
      let index = ProcessIndex(number: number)
      let handle = state[slots.slot(.life(index))]
      if handle == 0 { continue }
      switch life(handle) {
      case .ended(let name, let code, let exception):
        ends.append(
          RunRecord.End(
            process: name.isEmpty ? names[number] : name, code: code, exception: exception))
      case .alive:
        let context = components.contexts[state[slots.slot(.context(index))]]
        let name = context.index == index ? context.name : names[number]
        ends.append(RunRecord.End(process: name, code: nil))
      }
    }
    return ProjectedRun(
      notebook: components.notebooks[state[observerSlot]], ends: ends, files: files(in: state),
      isStuck: stuck,
      virtualSeconds: policy.readsClock ? elapsedSeconds(at: state[slots.slot(.clock)]) : nil)
  }

  /// The files that the projection looks at.
  private func files(in state: StateView) -> [RunRecord.File] {
    var names = policy.projection.files
    if policy.projection.looksAtAllFiles { names = components.folders[state[folderSlot]] }
    return names.compactMap { name in
      guard case .inside(let path) = FolderPath.resolve(name) else { return nil }
      let handle = state[pathSlot(path)]
      guard handle != 0 else { return nil }
      let bytes = content(state[contentSlot(handle)])
      return RunRecord.File(name: name, bytes: bytes)
    }
  }
}

/// Finds a process that comes back to where it was: compared with one earlier moment, which is
/// renewed ever more seldom (Brent 1980).
struct LoopWatch {
  private var kept: [UInt8] = []
  private var keptEffect: Effect?
  private var keptFiles: [FileEntry?] = []
  private var next: Int

  init() { next = 1 }

  mutating func hasSeen(_ context: ProcessContext, at count: Int) -> Bool {
    let isDue = count >= next
    // Who wants something else is elsewhere; that is told without a look at the whole memory.
    guard isDue || context.pending == keptEffect else { return false }
    let bytes = context.body.canonicalBytes()
    if bytes == kept, context.files == keptFiles { return true }
    if isDue {
      kept = bytes
      keptEffect = context.pending
      keptFiles = context.files
      next = count * 2
    }
    return false
  }
}

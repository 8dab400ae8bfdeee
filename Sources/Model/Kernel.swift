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
  private let main: any ProcessBody
  private let startFiles: [(path: String, bytes: [UInt8])]
  let folders: Set<String>
  private let instructions: Int
  /// Asked for the number of a kind of end.
  private let ending: (ProjectedRun) -> Int

  var slots = SlotTable()
  var components = Components()
  let observerSlot: Slot
  let folderSlot: Slot

  /// Effects that a process performs between two stops before it is looked at more closely.
  private static let effectsAtEase = 200
  /// And before it has to stop in any case.
  private static let effectsAtMost = 10_000
  static let processesAtMost = 2_000

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
    self.instructions = instructions
    self.ending = ending
    startFiles = folder.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
    folders = FolderPath.folders(of: startFiles.map(\.path))
    observerSlot = slots.slot(.observers)
    folderSlot = slots.slot(.folder)
  }

  var actors: [Slot] { slots.contexts }
  var observers: Slot? { observerSlot }

  // A context holds its heap, which copies of it share until they change; a few KB is what
  // differs on average.
  var bytes: Int { components.contexts.count * 8_192 + components.notebooks.count * 256 }

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
    try start(context, in: &transaction)
    for entry in transaction.notes { notebook.note(entry, for: policy.projection) }
    transaction.notes = []
    transaction[observerSlot] = components.notebooks.intern(notebook, notebook)
  }

  /// Brings a new process to its first stop.
  func start(_ context: ProcessContext, in transaction: inout Transaction) throws {
    transaction[slots.slot(.life(context.index))] = handle(
      of: .alive(signal: 0, isDaemon: context.isDaemon))
    // The context's slot is taken now, so that processes stand in the order of their start.
    _ = slots.slot(.context(context.index))
    transaction.trace?.append(.started(context.index))
    var context = context
    try advance(&context, in: &transaction)
  }

  // MARK: Steps

  func step(of actor: Slot, in state: StateView) throws -> Step {
    let options = try options(of: actor, in: state, traced: false)
    guard !options.isEmpty else { return Step(.blocked) }
    var alternatives: [Step.Alternative] = []
    for option in options {
      let notes = option.transaction.notes
      let alternative = Step.Alternative(
        writes: option.transaction.writes,
        note: notes.isEmpty ? 0 : components.notes.intern(notes, notes))
      alternatives.append(alternative)
    }
    let context = components.contexts[state[actor]]
    return Step(isLocal(context) ? .local : .enabled, alternatives)
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
    let context = components.contexts[state[actor]]
    var options: [Option] = []
    if !context.spins {
      options = try ownOptions(of: context, in: state, traced: traced)
    }
    if policy.isKillable(context) || policy.stopsAtEveryMove,
      case .alive(let signal, _) = life(state[slots.slot(.life(context.index))]), signal != 0
    {
      var transaction = Transaction(state, traced: traced)
      die(of: signal, context, in: &transaction)
      options.append(Option(decision: .die, transaction: transaction))
    }
    return options
  }

  private func ownOptions(
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
    var changed = context
    var transaction = Transaction(state, traced: traced)
    switch try perform(context.pending, by: &changed, in: &transaction) {
    case .replied(let reply):
      try go(on: changed, with: reply, deciding: .proceed, in: &transaction)
      return [Option(decision: .proceed, transaction: transaction)]
    case .ended: return [Option(decision: .proceed, transaction: transaction)]
    case .blocked(let late):
      guard let late else { return [] }
      try go(on: changed, with: late, deciding: .giveUp, in: &transaction)
      return [Option(decision: .giveUp, transaction: transaction)]
    }
  }

  private func go(
    on context: ProcessContext, with reply: Reply, deciding decision: Schedule.Decision,
    in transaction: inout Transaction
  ) throws {
    var context = context
    record(reply, context, decision, in: &transaction)
    context.body.resume(with: reply)
    try advance(&context, in: &transaction)
  }

  // MARK: Running

  /// Runs a process from where it was answered to its next stop, and puts it into the state.
  func advance(_ context: inout ProcessContext, in transaction: inout Transaction) throws {
    var loop = LoopWatch()
    var rounds = 0
    var effects = 0
    let notes = transaction.notes.count
    while true {
      let effect = context.body.run(budget: Kernel.budget)
      context.pending = effect
      if case .paused = effect {
        rounds += 1
        if loop.hasSeen(context, at: rounds) { return spin(&context, in: &transaction) }
        guard rounds * Kernel.budget < instructions else {
          throw StepFault.endless(process: context.name, line: context.body.currentLine)
        }
        context.body.resume(with: .done)
        continue
      }
      try check(effect, by: context, in: transaction)
      effects += 1
      let isWatched = watch(&context, in: &transaction)
      if isWatched || stops(at: effect, context, in: transaction) || effects > Kernel.effectsAtMost
      {
        return put(context, in: &transaction)
      }
      if effects > Kernel.effectsAtEase, transaction.notes.count == notes,
        loop.hasSeen(context, at: effects)
      {
        return spin(&context, in: &transaction)
      }
      switch try perform(effect, by: &context, in: &transaction) {
      case .replied(let reply):
        record(reply, context, .proceed, in: &transaction)
        context.body.resume(with: reply)
      case .ended: return
      case .blocked: return put(context, in: &transaction)
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

  private func put(_ context: ProcessContext, in transaction: inout Transaction) {
    transaction[slots.slot(.context(context.index))] = components.contexts.intern(
      context.content, context)
  }

  private func spin(_ context: inout ProcessContext, in transaction: inout Transaction) {
    context.spins = true
    put(context, in: &transaction)
  }

  /// Whether a process stands still here until it is scheduled.
  private func stops(
    at effect: Effect, _ context: ProcessContext, in transaction: Transaction
  ) -> Bool {
    if policy.stopsAtEveryMove { return effect.isMove }
    switch effect {
    case .paused, .unsupported, .fork, .processNumber, .parentNumber, .processorCount,
      .makeSemaphore, .close, .now, .sleep, .randomFloat, .beginExit, .serve, .makePipe, .makeQueue,
      .makeShared, .startManager:
      return false
    case .exit, .abort: return policy.observesExits
    case .write(.standardOutput, let bytes): return policy.separates(write: bytes, by: context)
    case .write(.standardError, _): return false
    case .wait(let target, .forever):
      // Who has ended stays so: nothing that others do makes a difference.
      return life(transaction[slot(ofLife: target)]).exitCode == nil
    case .open(let path, let mode):
      if mode.truncates || mode.exclusive || policy.removesFiles { return true }
      guard case .inside(let name) = FolderPath.resolve(path) else { return false }
      return transaction[pathSlot(name)] == 0
    case .writeFile(_, let bytes): return !bytes.isEmpty
    case .seek(_, _, let origin): return origin == 2
    case .wait, .poll, .signal, .acquire, .release, .semaphoreValue, .read, .truncate, .remove,
      .rename, .fileKind, .fileSize, .listFolder, .choose, .send, .receive, .awaitReady, .closeEnd,
      .put, .get, .queueSize, .queueIsEmpty, .queueIsFull, .awaitFeeder, .taskDone, .awaitTasks,
      .load,
      .store, .call, .stopManager:
      return true
    }
  }

  /// Refuses what the search cannot decide, or not under its policy.
  private func check(
    _ effect: Effect, by context: ProcessContext, in transaction: Transaction
  ) throws {
    if case .unsupported(let diagnostic) = effect { throw StepFault.unsupported(diagnostic) }
    if case .choose(let count) = effect, count < 1 || count > 10_000 {
      throw StepFault.unsupported(
        Diagnostic(
          .unsupported, "a choice among \(count) values is too wide to explore",
          at: line(context), hint: "random.randint(1, 6)"))
    }
    guard !policy.stopsAtEveryMove else { return }
    var target: Life?
    if case .signal(let id, _) = effect { target = life(transaction[slot(ofLife: id)]) }
    if let revised = policy.revised(for: effect, target: target) {
      throw StepFault.revise(revised)
    }
  }

  func line(_ context: ProcessContext) -> Span? {
    let line = context.body.currentLine
    guard line > 0 else { return nil }
    let place = Position(line: line, column: 0)
    return Span(place, place)
  }

  // MARK: Observers

  func observe(_ note: Handle, after observation: Handle) -> Handle {
    var notebook = components.notebooks[observation]
    for entry in components.notes[note] { notebook.note(entry, for: policy.projection) }
    return components.notebooks.intern(notebook, notebook)
  }

  func note(_ entry: Notebook.Entry, in transaction: inout Transaction) {
    if Notebook.wants(entry, for: policy.projection) { transaction.notes.append(entry) }
  }

  // MARK: Ends

  func judge(_ state: StateView, stuck: Bool) -> Int {
    ending(finalRun(state, stuck: stuck))
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
        ends.append(RunRecord.End(process: name, code: code, exception: exception))
      case .alive:
        let context = components.contexts[state[slots.slot(.context(index))]]
        ends.append(RunRecord.End(process: context.name, code: nil))
      }
    }
    return ProjectedRun(
      notebook: components.notebooks[state[observerSlot]], ends: ends, files: files(in: state),
      isStuck: stuck)
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
  private var keptFiles: [FileEntry?] = []
  private var next: Int

  init() { next = 1 }

  mutating func hasSeen(_ context: ProcessContext, at count: Int) -> Bool {
    let bytes = context.body.canonicalBytes()
    if bytes == kept, context.files == keptFiles { return true }
    if count >= next {
      kept = bytes
      keptFiles = context.files
      next = count * 2
    }
    return false
  }
}

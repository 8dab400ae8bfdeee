// Wrong rules as the simulated kernel follows them, for a world that is explored to find out what a
// wrong answer rests on. Each rule only takes schedules away or changes what one effect does; with none
// of them on, nothing here is called.

import Explorer
import Machine
import Observation

extension WrongRules {
  /// Rules that only make steps longer, or change what happens inside a machine: the reasons why steps
  /// can be left out hold as before.
  static let keepingReductions: WrongRules = [
    .atomicFiles, .reentrantLock, .nestedValues, .atomicAdd, .sleepOrders,
  ]
}

// MARK: Files

/// What a process is about to do to a file, from its first look at it or its emptying on, where no
/// other process comes between.
struct FileUpdate {
  private let path: String
  private var hasWritten = false
  private(set) var isDone = false
  /// How things are where the process would have been left alone first since it wrote last: there it
  /// stands if it does not come to write.
  var standing: Transaction?

  /// - Parameter effect: what was performed just now.
  init?(after effect: Effect, path: String?) {
    switch effect {
    case .open, .read, .writeFile, .fileKind, .fileSize: break
    default: return nil
    }
    guard let path else { return nil }
    self.path = path
  }

  /// Takes in what the process performs next.
  mutating func take(_ effect: Effect, path: String?) {
    guard path == self.path else { return }
    switch effect {
    case .writeFile:
      hasWritten = true
      standing = nil
    case .close: if hasWritten { isDone = true }
    case .open(_, let mode): if mode.reads, !mode.writes { isDone = true }
    default: break
    }
  }
}

/// What a process has performed just now: perhaps the first half of a `+=`.
struct SharedReading {
  var effect: Effect
  var line: Int

  /// Whether an effect is the second half.
  func isFinished(by next: Effect, at line: Int) -> Bool {
    guard line == self.line else { return false }
    return switch (effect, next) {
    case (.load(let left, _, _), .store(let right, _, _, _)): left == right
    case (.call(let left, _, _), .call(let right, _, _)): left == right
    default: false
    }
  }
}

extension Kernel {
  /// The update that a process has begun with what it performed just now.
  func fileUpdate(
    after effect: Effect, by context: ProcessContext, in transaction: Transaction
  ) -> FileUpdate? {
    guard policy.rules.contains(.atomicFiles) else { return nil }
    return FileUpdate(after: effect, path: path(of: effect, context, in: transaction))
  }

  /// Keeps where the process would have been left alone first.
  func stand(
    _ context: ProcessContext, in transaction: Transaction, _ update: inout FileUpdate?
  ) {
    guard update?.standing == nil else { return }
    var standing = transaction
    put(context, in: &standing)
    update?.standing = standing
  }

  /// Goes back to where the process would have been left alone, if it has come past that.
  func giveUp(_ update: FileUpdate?, in transaction: inout Transaction) -> Bool {
    guard let standing = update?.standing else { return false }
    transaction = standing
    return true
  }

  /// The path of the file that an effect is about.
  func path(of effect: Effect, _ context: ProcessContext, in transaction: Transaction) -> String? {
    switch effect {
    case .open(let path, _), .fileKind(let path), .fileSize(let path): path
    case .read(let file, _), .writeFile(let file, _), .close(let file):
      path(of: file, context, in: transaction)
    default: nil
    }
  }

  // MARK: Shared values

  /// What a process has just read, where a `+=` is one step.
  func sharedReading(of context: ProcessContext) -> SharedReading? {
    guard policy.rules.contains(.atomicAdd) else { return nil }
    return SharedReading(effect: context.pending, line: context.body.currentLine)
  }

  // MARK: Global data

  /// The process as it finds itself when it is scheduled.
  func adoptGlobals(_ context: inout ProcessContext, in state: StateView) {
    let handle = state[slots.slot(.globals)]
    if handle != 0 { context.body.adopt(components.globals[handle]) }
  }

  /// Shows all others what the process has made of the global data.
  func shareGlobals(of context: ProcessContext, in transaction: inout Transaction) {
    guard policy.rules.contains(.sharedGlobals) else { return }
    var body = context.body
    let slot = slots.slot(.globals)
    let handle = transaction[slot]
    let before = handle == 0 ? GlobalData() : components.globals[handle]
    let data = before.merged(under: body.globalData())
    transaction[slot] = components.globals.intern(data, data)
  }

  // MARK: Turns

  /// Whether a child may go on: none of its siblings is at work.
  func hasTurn(_ index: ProcessIndex, in state: StateView) -> Bool {
    guard let parent = slots.parent(of: index) else { return true }
    let holder = state[slots.slot(.turn(parent))]
    return holder == 0 || holder == turn(of: index)
  }

  /// After a child's step: it is at work until it has ended.
  func keepTurn(_ index: ProcessIndex, in transaction: inout Transaction) {
    guard let parent = slots.parent(of: index) else { return }
    let isAlive = transaction[slots.slot(.context(index))] != 0
    transaction[slots.slot(.turn(parent))] = isAlive ? turn(of: index) : 0
  }

  private func turn(of index: ProcessIndex) -> Handle { Handle(index.number + 1) }

  // MARK: Daemons

  /// Whether nobody can go on but by a daemon's death.
  func isQuiet(in state: StateView) throws -> Bool {
    for number in 0..<slots.processCount {
      let slot = slots.slot(.context(ProcessIndex(number: number)))
      guard state[slot] != 0 else { continue }
      let context = context(of: slot, in: state)
      if context.spins { continue }
      if try !ownOptions(of: context, in: state, traced: false).isEmpty { return false }
      for buffer in buffers(of: context) where state[buffer] != 0 {
        if !feederOptions(of: buffer, in: state, traced: false).isEmpty { return false }
      }
    }
    return true
  }

  // MARK: Queues

  /// Puts an item straight into a queue, which takes any number of them.
  func putStraight(_ id: QueueID, _ item: QueueItem, in transaction: inout Transaction) {
    switch item {
    case .pickled(let bytes):
      var pipe = itemPipe(id, in: transaction)
      pipe.channel.place(bytes)
      put(pipe, in: Slot(Int(id.index)), &transaction)
    // Nothing is pickled later where there is no feeder.
    case .later, .faulty: giveBackRoom(of: name(id), in: &transaction)
    }
  }

  /// The buffers from which items are to be taken, in the order of the puts.
  func order(of queue: QueueName, in transaction: Transaction) -> [Slot] {
    let handle = transaction[slots.slot(.queue(queue, .order))]
    return handle == 0 ? [] : components.orders[handle]
  }

  func changeOrder(
    of queue: QueueName, in transaction: inout Transaction, _ change: (inout [Slot]) -> Void
  ) {
    guard policy.rules.contains(.fifo) else { return }
    var order = order(of: queue, in: transaction)
    change(&order)
    transaction[slots.slot(.queue(queue, .order))] =
      order.isEmpty ? 0 : components.orders.intern(order, order)
  }

  /// Whether a buffer's first item is the first of all that are to be taken.
  func isFirst(_ buffer: Slot, of queue: QueueName, in transaction: Transaction) -> Bool {
    !policy.rules.contains(.fifo) || order(of: queue, in: transaction).first == buffer
  }

  func forgetFirst(_ buffer: Slot, of queue: QueueName, in transaction: inout Transaction) {
    changeOrder(of: queue, in: &transaction) { order in
      if let place = order.firstIndex(of: buffer) { order.remove(at: place) }
    }
  }

  // MARK: Pipes

  /// Whether nothing more can come for a process that receives: by the wrong rule, as soon as all who
  /// have sent have stopped, or nobody but itself could send.
  func hasEnded(_ direction: PipeDirection, at slot: Slot, for context: ProcessContext) -> Bool {
    if direction.senders == 0 { return true }
    guard policy.rules.contains(.pipeEnds) else { return false }
    let own = context.ends.count { $0?.sends == slot }
    return direction.speakers?.isEmpty == true || direction.senders == own
  }
}

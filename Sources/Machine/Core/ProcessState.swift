// What a process knows of itself, and its way in and out: how a child starts, in which order a
// process ends.
//
// Rule: at the end the main process prints its traceback, then shuts its managers down, terminates its
// daemonic children, joins the others, and waits for its feeders; a child does all that first and
// prints its traceback last.
// (CPython 3.11: multiprocessing.process.BaseProcess._bootstrap, multiprocessing.util._exit_function.)

import Language

/// A process's place in the run.
struct ProcessState {
  /// The `Process` object that this process runs for; `.missing` in the main one.
  var current: Value = .missing
  /// Numbers from the main process down: `[2, 1]` is `Process-2:1`. Empty for the main process.
  var identity: [Int] = []
  var name = "MainProcess"
  var isDaemon = false
  var hasParent = false
  var parentName = ""
  /// How many children it has named so far.
  var childCount = 0
  /// Its children that have not been joined, as `Process` objects, in order of their start.
  var children: [Value] = []
  /// The managers that it has started and that are not shut down.
  var managers: [StartedManager] = []
  /// The queues whose feeders it waits for at its end, in the order of the first `put`.
  var fedQueues: [QueueID] = []
  /// It has put something into a queue that has a feeder.
  var hasFed = false
  var arguments: [String] = []
  /// What it runs: nil for the program from its first line.
  var runsTarget = false
}

/// A manager as its starter knows it.
struct StartedManager {
  var id: ManagerID
  /// Its server's name as a process.
  var name: String
}

extension Machine {
  // MARK: In

  /// Stands at the first instruction of the program.
  mutating func startMain() {
    let main = image.program.main.index
    let code = image.codes[Int(main)]
    stack.reserve(code.frameSize, used: 0)
    top = code.slotCount
    frames = [Frame(code: main, base: 0, returnTop: 0, kind: .function)]
    pc = 0
    if let slot = image.globalSlot("__name__") { globals[slot] = make("__main__") }
    if let slot = image.globalSlot("__file__") { globals[slot] = make(image.program.source.name) }
  }

  /// A forked child forgets what its parent was doing, and calls the run method of its own Process.
  mutating func startChild(_ object: Value, name: String, isDaemon: Bool) -> Interrupt {
    frames = []
    top = 0
    handled = .none
    process.parentName = process.name
    process.hasParent = true
    process.current = object
    process.name = name
    process.isDaemon = isDaemon
    process.children = []
    process.managers = []
    process.fedQueues = []
    process.hasFed = false
    process.childCount = 0
    waitingItems = []
    process.runsTarget = true
    openFiles = openFiles.map { OpenFile(index: $0.index, depth: -1) }
    nesting = 0
    forgetAcquisitions()
    startsTarget = true
    return .restarted
  }

  /// The first step of a child: calls `run`. Executed again from its start after each reply, where
  /// what it calls is a builtin that asks the world.
  mutating func enterTarget() throws(Interrupt) {
    stack.reserve(8, used: 0)
    do throws(Interrupt) {
      let (callable, arguments) = try firstCall()
      if try !enter(callable, arguments, returnTop: 0) { top = 0 }
    } catch {
      if case .raised = error { startsTarget = false }
      throw error
    }
    startsTarget = false
    finishInstruction()
  }

  /// What a child calls: its `run` method, or at once what `Process.run` would call, so that the
  /// target is a frame like any other and not nested in a builtin.
  private mutating func firstCall() throws(Interrupt) -> (Value, Arguments) {
    let object = process.current
    if case .builtin = classAttribute(NameID(.run), of: type(of: object)),
      state(.privateTarget, of: object) != .none
    {
      return (state(.privateTarget, of: object), targetArguments(of: object))
    }
    return (try attribute(NameID(.run), of: object), Arguments(positional: []))
  }

  // MARK: Out

  /// Everything between the last instruction and the end. Executed again from its start after each
  /// reply.
  mutating func leave() throws(Interrupt) -> ExitStatus {
    guard case .leaving(let exception) = ending else {
      if case .ended(let status) = ending { return status }
      return ExitStatus(code: 0)
    }
    let isChild = process.runsTarget
    if !isChild { try report(exception) }
    if process.hasFed { _ = try perform(.beginExit) }
    for manager in process.managers { _ = try perform(.stopManager(manager.id)) }
    try leaveChildren()
    for queue in process.fedQueues { _ = try perform(.awaitFeeder(queue)) }
    if isChild { try report(exception) }
    if !isChild { try closeAllFiles() }
    try flushOutput()
    let status = status(after: exception)
    ending = .ended(status)
    replies.removeAll()
    replyCursor = 0
    return status
  }

  private mutating func report(_ exception: Value) throws(Interrupt) {
    guard exception != .none else { return }
    if isInstance(exception, of: .systemExit) {
      if let text = try exitText(exception) {
        try writeOutput(.standardError, Array((text + "\n").utf8), flush: true)
      }
      return
    }
    var text = tracebackText(of: exception)
    if let type = self.exception(exception)?.type {
      text += hintLine(type: type, message: quietText(of: exception))
    }
    if process.runsTarget { text = "Process \(process.name):\n" + text }
    try writeOutput(.standardError, Array(text.utf8), flush: true)
  }

  /// `sys.exit("text")` prints its argument.
  private mutating func exitText(_ exception: Value) throws(Interrupt) -> String? {
    guard let arguments = self.exception(exception)?.arguments, let first = arguments.first else {
      return nil
    }
    if arguments.count == 1, first == .none || integer(first) != nil { return nil }
    let value = arguments.count == 1 ? first : make(tuple: arguments)
    return try str(value).string
  }

  private mutating func status(after exception: Value) -> ExitStatus {
    guard exception != .none else { return ExitStatus(code: 0) }
    if isInstance(exception, of: .systemExit) {
      let arguments = self.exception(exception)?.arguments ?? []
      guard let first = arguments.first, first != .none else { return ExitStatus(code: 0) }
      guard arguments.count == 1, let number = integer(first) else { return ExitStatus(code: 1) }
      return ExitStatus(code: Int32(Int(truncatingIfNeeded: number) & 0xFF))
    }
    let interrupted = isInstance(exception, of: .keyboardInterrupt) && !process.runsTarget
    return ExitStatus(code: interrupted ? 130 : 1, exception: summary(of: exception))
  }

  /// Daemonic children are terminated, then all are joined.
  private mutating func leaveChildren() throws(Interrupt) {
    let children = process.children
    for child in children where state(.privateDaemon, of: child) == .bool(true) {
      if let id = childID(child) { _ = try perform(.signal(id, 15)) }
    }
    for child in children {
      if let id = childID(child) { _ = try perform(.wait(id, .forever)) }
    }
  }

  /// The world's id of a started child.
  func childID(_ process: Value) -> ProcessID? {
    if case .int(let index) = state(.privateProcess, of: process) { ProcessID(index) } else { nil }
  }
}

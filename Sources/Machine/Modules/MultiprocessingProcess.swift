// multiprocessing.Process and the functions about processes. A Process object's state: `_name`,
// `_target`, `_args`, `_kwargs`, `_daemon`, `_identity` (a tuple of numbers), `_parent` (its parent's
// identity), and `_process`, the world's number, once it is started.
// (CPython 3.11: multiprocessing.process.)

import Language

let processMethods: [BuiltinFunction] = [
  BuiltinFunction(
    "__init__", of: .process,
    .bound(
      Signature("self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None")
    ) { machine, values throws(Interrupt) in
      try machine.initialiseProcess(values)
      return .none
    }),
  BuiltinFunction(
    "run", of: .process,
    .one { machine, process throws(Interrupt) in
      try machine.runTarget(of: process)
    }),
  BuiltinFunction(
    "start", of: .process,
    .one { machine, process throws(Interrupt) in
      try machine.start(process)
      return .none
    }),
  BuiltinFunction(
    "join", of: .process,
    .bound(Signature("self, timeout=None")) { machine, values throws(Interrupt) in
      try machine.join(values[0], timeout: values[1])
      return .none
    }),
  BuiltinFunction(
    "is_alive", of: .process,
    .one { machine, process throws(Interrupt) in
      .bool(try machine.isAlive(process))
    }),
  BuiltinFunction(
    "terminate", of: .process,
    .one { machine, process throws(Interrupt) in
      try machine.signal(process, 15, "terminate")
    }),
  BuiltinFunction(
    "kill", of: .process,
    .one { machine, process throws(Interrupt) in
      try machine.signal(process, 9, "kill")
    }),
  BuiltinFunction(
    "close", of: .process,
    .one { machine, process throws(Interrupt) in
      try machine.closeProcess(process)
    }),
  BuiltinFunction(
    "name", of: .process, as: .getter,
    .one { machine, process throws(Interrupt) in
      machine.state(.privateName, of: process)
    }),
  BuiltinFunction(
    "name", of: .process, as: .setter,
    .two { machine, process, name throws(Interrupt) in
      guard machine.text(name) != nil else {
        throw machine.raise(.assertionError, "name must be a string")
      }
      machine.setState(.privateName, of: process, to: name)
      return .none
    }),
  BuiltinFunction(
    "daemon", of: .process, as: .getter,
    .one { machine, process throws(Interrupt) in
      machine.state(.privateDaemon, of: process)
    }),
  BuiltinFunction(
    "daemon", of: .process, as: .setter,
    .two { machine, process, daemon throws(Interrupt) in
      guard machine.state(.privateProcess, of: process) == .none else {
        throw machine.raise(.assertionError, "process has already started")
      }
      machine.setState(.privateDaemon, of: process, to: daemon)
      return .none
    }),
  BuiltinFunction(
    "pid", of: .process, as: .getter,
    .one { machine, process throws(Interrupt) in
      try machine.processNumber(of: process)
    }),
  BuiltinFunction(
    "ident", of: .process, as: .getter,
    .one { machine, process throws(Interrupt) in
      try machine.processNumber(of: process)
    }),
  BuiltinFunction(
    "exitcode", of: .process, as: .getter,
    .one { machine, process throws(Interrupt) in
      try machine.exitcode(of: process)
    }),
  .getter("sentinel", of: .process) { (m, process) throws(Interrupt) in
    try m.checkNotClosed(process)
    guard let id = m.childID(process) else {
      throw m.raise(.valueError, "process not started")
    }
    return .int(id.sentinel)
  },
  BuiltinFunction(
    "__repr__", of: .process,
    .one { machine, process throws(Interrupt) in
      machine.make(try machine.processText(process))
    }),
]

extension Machine {
  // MARK: Making and starting

  fileprivate mutating func initialiseProcess(_ values: [Value]) throws(Interrupt) {
    func given(_ index: Int) -> Value { values[index] == .missing ? .none : values[index] }
    guard given(1) == .none else {
      throw raise(.assertionError, "group argument must be None for now")
    }
    let arguments = values[4] == .missing ? [] : try collect(values[4])
    let keywords = try makeDict([])
    if values[5] != .missing { try fillDict(keywords, [values[5]], [], "dict") }
    let daemon = given(6) == .none ? .bool(process.isDaemon) : given(6)
    let number = process.childCount + 1
    let identity = process.identity + [number]
    var name = given(3)
    if name == .none {
      let own = identity.map(String.init).joined(separator: ":")
      name = make("\(typeName(of: values[0]))-\(own)")
    } else if text(name) == nil {
      name = make(text: try str(name))
    }
    let argumentTuple = make(tuple: arguments)
    let identityTuple = make(tuple: identity.map { .int($0) })
    _ = withInstance(values[0]) { instance in
      instance.attributes.set(.privateIdentity, identityTuple)
      instance.attributes.set(.privateName, name)
      instance.attributes.set(.privateTarget, given(2))
      instance.attributes.set(.privateArgs, argumentTuple)
      instance.attributes.set(.privateKwargs, keywords)
      instance.attributes.set(.privateDaemon, daemon)
    }
    process.childCount = number
  }

  fileprivate mutating func runTarget(of process: Value) throws(Interrupt) -> Value {
    let target = state(.privateTarget, of: process)
    guard try isTrue(target) else { return .none }
    let arguments = targetArguments(of: process)
    return try call(target, arguments.positional, keywords: arguments.keywords)
  }

  /// `args` and `kwargs`, as they were given.
  func targetArguments(of process: Value) -> Arguments {
    var keywords: [Arguments.Keyword] = []
    for entry in dict(state(.privateKwargs, of: process))?.entries ?? []
    where entry.key != .missing {
      keywords.append(Arguments.Keyword(name: text(entry.key) ?? Text(""), value: entry.value))
    }
    return Arguments(
      positional: tuple(state(.privateArgs, of: process)) ?? [], keywords: keywords)
  }

  fileprivate mutating func start(_ child: Value) throws(Interrupt) {
    try checkNotClosed(child)
    guard state(.privateProcess, of: child) == .none else {
      throw raise(.assertionError, "cannot start a process twice")
    }
    try checkIsChild(child, "can only start a process object created by current process")
    guard !process.isDaemon else {
      throw raise(.assertionError, "daemonic processes are not allowed to have children")
    }
    if !pendingOutput.isEmpty { _ = try perform(.write(.standardOutput, pendingOutput)) }
    let name = text(state(.privateName, of: child))?.string ?? ""
    let isDaemon = try isTrue(state(.privateDaemon, of: child))
    let reply = try request(.fork(name: name, daemon: isDaemon))
    if case .child = reply {
      pendingOutput = []
      process.identity = (tuple(state(.privateIdentity, of: child)) ?? []).map {
        if case .int(let number) = $0 { number } else { 0 }
      }
      keepDraws(of: targetArguments(of: child))
      throw startChild(child, name: name, isDaemon: isDaemon)
    }
    guard case .forked(let id) = reply else { return }
    pendingOutput = []
    for argument in targetArguments(of: child).values { spend(argument) }
    setState(.privateProcess, of: child, to: .int(Int(id.index)))
    process.children.append(child)
  }

  private mutating func checkIsChild(_ child: Value, _ message: String) throws(Interrupt) {
    let identity = (tuple(state(.privateIdentity, of: child)) ?? []).dropLast()
    let own = process.identity.map { Value.int($0) }
    guard Array(identity) == own else { throw raise(.assertionError, message) }
  }

  fileprivate mutating func checkNotClosed(_ child: Value) throws(Interrupt) {
    guard state(.privateName, of: child) != .none else {
      // A subclass's `__init__` that did not call Process's.
      throw missingAttribute(NameID(.privateClosed), of: child)
    }
    if state(.privateClosed, of: child) == .bool(true) {
      throw raise(.valueError, "process object is closed")
    }
  }

  // MARK: Waiting and asking

  fileprivate mutating func join(_ child: Value, timeout: Value) throws(Interrupt) {
    try checkNotClosed(child)
    try checkIsChild(child, "can only join a child process")
    guard let id = childID(child) else {
      throw raise(.assertionError, "can only join a started process")
    }
    let patience = timeout == .missing ? Patience.forever : try patience(timeout)
    guard case .exitCode(let code) = try perform(.wait(id, patience)), code != nil else { return }
    process.children.removeAll { $0 == child }
  }

  /// How long a `timeout` argument lets wait.
  mutating func patience(_ timeout: Value) throws(Interrupt) -> Patience {
    switch timeout {
    case .none, .missing: return .forever
    case .opaque: return .unknown
    case .int(let seconds): return seconds <= 0 ? .none : .seconds(Double(seconds))
    case .float(let seconds): return seconds <= 0 ? .none : .seconds(seconds)
    case .bool(let bool): return bool ? .seconds(1) : .none
    default:
      throw raise(
        .typeError, "'\(typeName(of: timeout))' object cannot be interpreted as an integer")
    }
  }

  fileprivate mutating func isAlive(_ child: Value) throws(Interrupt) -> Bool {
    try checkNotClosed(child)
    if child == process.current { return true }
    try checkIsChild(child, "can only test a child process")
    guard let id = childID(child) else { return false }
    guard case .exitCode(let code) = try perform(.poll(id)) else { return false }
    if code != nil { process.children.removeAll { $0 == child } }
    return code == nil
  }

  fileprivate mutating func exitcode(of child: Value) throws(Interrupt) -> Value {
    try checkNotClosed(child)
    guard let id = childID(child), child != process.current else { return .none }
    guard case .exitCode(let code?) = try perform(.poll(id)) else { return .none }
    return .int(Int(code))
  }

  fileprivate mutating func signal(
    _ child: Value, _ number: Int32, _ method: String
  ) throws(Interrupt) -> Value {
    try checkNotClosed(child)
    guard let id = childID(child) else {
      throw raise(.attributeError, "'NoneType' object has no attribute '\(method)'")
    }
    _ = try perform(.signal(id, number))
    return .none
  }

  fileprivate mutating func closeProcess(_ child: Value) throws(Interrupt) -> Value {
    if let id = childID(child), state(.privateClosed, of: child) == .none {
      guard case .exitCode(let code) = try perform(.poll(id)), code != nil else {
        throw raise(
          .valueError,
          "Cannot close a process while it is still running. You should first call join() or "
            + "terminate().")
      }
      process.children.removeAll { $0 == child }
    }
    setState(.privateClosed, of: child, to: .bool(true))
    return .none
  }

  fileprivate mutating func processNumber(of child: Value) throws(Interrupt) -> Value {
    try checkNotClosed(child)
    if child == process.current { return try number(perform(.processNumber(nil))) }
    if isInstance(child, of: .parentProcess) { return try number(perform(.parentNumber)) }
    guard let id = childID(child) else { return .none }
    return number(try perform(.processNumber(id)))
  }

  /// A process number as a value.
  func number(_ reply: Reply) -> Value {
    if case .int(let number) = reply { return .int(number) }
    if case .opaque(let kind, let id) = reply { return .opaque(kind, id: id) }
    return .none
  }

  fileprivate mutating func processText(_ child: Value) throws(Interrupt) -> String {
    let type = typeName(of: child)
    let name = try repr(state(.privateName, of: child)).string
    var text = "<\(type) name=\(name)"
    let daemon = try isTrue(state(.privateDaemon, of: child)) ? " daemon" : ""
    if state(.privateClosed, of: child) == .bool(true) {
      let own = try number(perform(.processNumber(nil)))
      text += " parent=\(try str(own).string) closed"
    } else if child == process.current {
      let parent = process.hasParent ? try number(perform(.parentNumber)) : Value.none
      text += " parent=\(try str(parent).string) started"
    } else {
      let own = try number(perform(.processNumber(nil)))
      guard let id = childID(child) else {
        return text + " parent=\(try str(own).string) initial\(daemon)>"
      }
      let pid = try number(perform(.processNumber(id)))
      text += " pid=\(try str(pid).string) parent=\(try str(own).string)"
      if case .int(let code) = try exitcode(of: child) {
        text += " stopped exitcode=\(exitText(code))"
      } else {
        text += " started"
      }
    }
    return text + daemon + ">"
  }

  private func exitText(_ code: Int) -> String {
    switch code {
    case -15: "-SIGTERM"
    case -9: "-SIGKILL"
    case -2: "-SIGINT"
    case -11: "-SIGSEGV"
    default: "\(code)"
    }
  }

  // MARK: The functions of the module

  /// The `Process` object that this process runs for; the main one gets its object when first asked.
  mutating func currentProcess() -> Value {
    if process.current != .missing { return process.current }
    var attributes = AttributeTable()
    attributes.set(.privateName, make("MainProcess"))
    attributes.set(.privateDaemon, .bool(false))
    attributes.set(.privateIdentity, make(tuple: []))
    process.current = make(
      .instance(InstanceObject(type: .type(.mainProcess), attributes: attributes)))
    return process.current
  }

  /// The parent as a child sees it; `None` in the main process.
  fileprivate mutating func parentProcess() -> Value {
    guard process.hasParent else { return .none }
    var attributes = AttributeTable()
    attributes.set(.privateName, make(process.parentName))
    attributes.set(.privateDaemon, .bool(false))
    attributes.set(.privateIdentity, make(tuple: []))
    return make(.instance(InstanceObject(type: .type(.parentProcess), attributes: attributes)))
  }

  fileprivate mutating func activeChildren() throws(Interrupt) -> Value {
    var alive: [Value] = []
    for child in process.children {
      guard let id = childID(child) else { continue }
      if case .exitCode(nil) = try perform(.poll(id)) { alive.append(child) }
    }
    process.children = alive
    let servers = process.managers.map { serverProcess($0) }
    return make(list: servers + alive)
  }

  /// A manager's server as one of the children.
  private mutating func serverProcess(_ manager: StartedManager) -> Value {
    let name = make(manager.name)
    let identity = make(tuple: process.identity.map { .int($0) } + [.int(0)])
    return makeInstance(
      .type(.process),
      [(.privateName, name), (.privateDaemon, .bool(false)), (.privateIdentity, identity)])
  }
}

extension Machine {
  /// Processes are forked. A program that names another way is refused before it starts; this is for
  /// names that are computed.
  fileprivate mutating func checkStartMethod(_ method: Value) throws(Interrupt) {
    if method == .missing || method == .none { return }
    switch text(method)?.string {
    case "fork": return
    case "spawn"?, "forkserver"?:
      effect = .unsupported(diagnostic(.says("a start method other than 'fork'")))
      throw .suspended
    default:
      throw raise(.valueError, "cannot find context for \(try repr(method).string)")
    }
  }
}

let processFunctions: [BuiltinFunction] = [
  BuiltinFunction(
    "current_process",
    .zero { machine throws(Interrupt) in
      machine.currentProcess()
    }),
  BuiltinFunction(
    "active_children",
    .zero { machine throws(Interrupt) in
      try machine.activeChildren()
    }),
  BuiltinFunction(
    "cpu_count",
    .zero { machine throws(Interrupt) in
      machine.number(try machine.perform(.processorCount))
    }),
  BuiltinFunction(
    "parent_process",
    .zero { machine throws(Interrupt) in
      machine.parentProcess()
    }),
  BuiltinFunction(
    "get_start_method",
    .bound(Signature("allow_none=False")) {
      machine, _ throws(Interrupt) in machine.make("fork")
    }),
  .bound("get_context", "method=None") { (m, a) throws(Interrupt) in
    try m.checkStartMethod(a[0])
    return .module(.multiprocessing)
  },
  .bound("set_start_method", "method, force=False") { (m, a) throws(Interrupt) in
    try m.checkStartMethod(a[0])
    return .none
  },
  BuiltinFunction("freeze_support", .zero { _ throws(Interrupt) in .none }),
]

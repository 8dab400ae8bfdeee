// multiprocessing.Manager: the manager object and starting it. Its state: `_manager`, the world's
// number, `_closed` once it is shut down, `_process`, who started it.
// (CPython 3.11: multiprocessing.managers.BaseManager, SyncManager.)

import Language

let managerFunctions: [BuiltinFunction] = [
  .zero("Manager") { (m) throws(Interrupt) in try m.startManager() }
]

let managerMethods: [BuiltinFunction] =
  [
    .one("shutdown", of: .syncManager) { (m, manager) throws(Interrupt) in
      try m.shutDown(manager)
      return .none
    },
    .bound("join", of: .syncManager, "self, timeout=None") { (m, a) throws(Interrupt) in
      try m.join(manager: a[0], within: m.patience(a[1]))
      return .none
    },
    .one("__enter__", of: .syncManager) { (_, manager) in manager },
    .bound("__exit__", of: .syncManager, "self, *args") { (m, a) throws(Interrupt) in
      try m.shutDown(a[0])
      return .none
    },
    .free("dict", of: .syncManager) { (m, arguments) throws(Interrupt) in
      try m.create(.dict, arguments)
    },
    .free("list", of: .syncManager) { (m, arguments) throws(Interrupt) in
      try m.create(.list, arguments)
    },
    .free("Namespace", of: .syncManager) { (m, arguments) throws(Interrupt) in
      try m.create(.namespace, arguments)
    },
  ]
  + [
    ("Value", "self, typecode, value, lock=True", ManagedKind.value),
    ("Array", "self, typecode, sequence, lock=True", .array),
    ("Lock", "self", .lock), ("RLock", "self", .rlock),
    ("Semaphore", "self, value=1", .semaphore),
    ("BoundedSemaphore", "self, value=1", .boundedSemaphore),
    ("Condition", "self, lock=None", .condition), ("Event", "self", .event),
    ("Barrier", "self, parties, action=None, timeout=None", .barrier),
    ("Queue", "self, maxsize=0", .queue), ("JoinableQueue", "self, maxsize=0", .joinableQueue),
  ].map { name, signature, kind in
    .bound(name, of: .syncManager, signature) { (m, a) throws(Interrupt) in
      try m.create(kind, Arguments(positional: a.map { $0 == .missing ? .none : $0 }))
    }
  }

/// What a manager can hold, by the type of its proxy.
enum ManagedKind: Int {
  case dict, list, namespace, value, array, lock, rlock, semaphore, boundedSemaphore
  case condition, event, barrier, queue, joinableQueue

  var proxyType: TypeID {
    switch self {
    case .dict: .dictProxy
    case .list: .listProxy
    case .namespace: .namespaceProxy
    case .value: .valueProxy
    case .array: .arrayProxy
    case .lock, .rlock, .semaphore, .boundedSemaphore: .acquirerProxy
    case .condition: .conditionProxy
    case .event: .eventProxy
    case .barrier: .barrierProxy
    case .queue: .queueProxy
    case .joinableQueue: .joinableQueueProxy
    }
  }

  /// The name by which a manager makes one, as a proxy's repr shows it.
  var typeID: String {
    switch self {
    case .dict: "dict"
    case .list: "list"
    case .namespace: "Namespace"
    case .value: "Value"
    case .array: "Array"
    case .lock: "Lock"
    case .rlock: "RLock"
    case .semaphore: "Semaphore"
    case .boundedSemaphore: "BoundedSemaphore"
    case .condition: "Condition"
    case .event: "Event"
    case .barrier: "Barrier"
    case .queue: "Queue"
    case .joinableQueue: "JoinableQueue"
    }
  }
}

extension Machine {
  // MARK: The manager

  fileprivate mutating func startManager() throws(Interrupt) -> Value {
    guard !process.isDaemon else {
      throw raise(.assertionError, "daemonic processes are not allowed to have children")
    }
    if !pendingOutput.isEmpty { _ = try perform(.write(.standardOutput, pendingOutput)) }
    // A manager's server takes a number among its starter's children.
    let number = process.childCount + 1
    let identity = (process.identity + [number]).map(String.init).joined(separator: ":")
    let reply = try request(.startManager(name: "SyncManager-\(identity)"))
    pendingOutput = []
    if case .child = reply {
      becomeServer()
      throw .restarted
    }
    guard case .manager(let id) = reply else { return .none }
    process.childCount = number
    process.managers.append(StartedManager(id: id, name: "SyncManager-\(identity)"))
    return makeInstance(.type(.syncManager), [(.privateManager, .int(Int(id.index)))])
  }

  private func managerID(_ value: Value) -> ManagerID {
    if case .int(let index) = state(.privateManager, of: value) {
      ManagerID(index)
    } else {
      ManagerID(0)
    }
  }

  fileprivate mutating func shutDown(_ manager: Value) throws(Interrupt) {
    let id = managerID(manager)
    // Only who started it has it to end.
    guard process.managers.contains(where: { $0.id == id }) else { return }
    _ = try request(.stopManager(id))
    process.managers.removeAll { $0.id == id }
    setState(.privateClosed, of: manager, to: .bool(true))
  }

  /// Waits for the server's end: a call that it answers to those alone who wait no longer.
  fileprivate mutating func join(
    manager: Value, within patience: Patience
  ) throws(Interrupt) {
    guard state(.privateClosed, of: manager) != .bool(true) else { return }
    let id = managerID(manager)
    guard process.managers.contains(where: { $0.id == id }) else {
      throw raise(.assertionError, "can only join a child process")
    }
    let call = try managerCall(
      .none, ManagerRequest.join, Arguments(positional: []), kind: .namespace)
    _ = try answer(of: id, to: call, patience)
  }

  /// `manager.dict(…)` and its like: a proxy for a new object of the server.
  fileprivate mutating func create(
    _ kind: ManagedKind, _ arguments: Arguments
  ) throws(Interrupt) -> Value {
    let manager = arguments.positional[0]
    guard state(.privateClosed, of: manager) != .bool(true) else {
      throw raise(.assertionError, "server not yet started")
    }
    let rest = Arguments(
      positional: Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
    let given = try copyingOperands(rest, toMake: kind)
    let call = try managerCall(.none, kind.typeID, given, kind: kind)
    let made = try answer(of: managerID(manager), to: call, .forever)
    return makeProxy(kind, for: made, like: manager)
  }

  /// A proxy for an object of the server that a manager, or another proxy, calls.
  private mutating func makeProxy(
    _ kind: ManagedKind, for referent: Value, like other: Value
  ) -> Value {
    makeInstance(
      .type(kind.proxyType),
      [
        (.privateManager, state(.privateManager, of: other)), (.privateReferent, referent),
        (.privateKind, .int(kind.rawValue)),
      ])
  }

  // MARK: Calls

  /// A call as it travels: the object's number (or None, to make one), what it is, the method, its
  /// arguments.
  private mutating func managerCall(
    _ referent: Value, _ method: String, _ arguments: Arguments, kind: ManagedKind
  ) throws(Interrupt) -> [UInt8] {
    let positional = make(tuple: arguments.positional)
    let keywords = try makeDict([])
    for keyword in arguments.keywords {
      let name = make(text: keyword.name)
      try setDictValue(keywords, name, keyword.value)
    }
    let name = make(method)
    return try pickle(make(tuple: [referent, .int(kind.rawValue), name, positional, keywords]))
  }

  private mutating func answer(
    of manager: ManagerID, to call: [UInt8], _ patience: Patience
  ) throws(Interrupt) -> Value {
    guard case .bytes(let answer) = try request(.call(manager, call, patience)) else {
      return .none
    }
    let taken = try unpickle(answer)
    let parts = tuple(taken) ?? []
    guard parts.count == 2 else { return .none }
    switch parts[0] {
    case .bool(true): return parts[1]
    case .bool(false): throw .raised(parts[1])
    default:
      effect = .unsupported(diagnostic(.listed(text(parts[1])?.string ?? "")))
      throw .suspended
    }
  }

  /// Calls a method of the object that a proxy stands for.
  mutating func callManaged(
    _ proxy: Value, _ method: String, _ arguments: [Value] = [],
    keywords: [Arguments.Keyword] = [], within patience: Patience = .forever
  ) throws(Interrupt) -> Value {
    let all = Arguments(positional: arguments, keywords: keywords)
    let call = try managerCall(
      state(.privateReferent, of: proxy), method, all, kind: managedKind(of: proxy))
    let answer = try answer(of: managerID(proxy), to: call, patience)
    if rules.contains(.nestedValues), let nested = nestedProxy(of: proxy, answer) { return nested }
    return answer
  }

  /// Where nested values are managed too, the server answers with what stands for one.
  private mutating func nestedProxy(of proxy: Value, _ answer: Value) -> Value? {
    guard let parts = tuple(answer), parts.count == 3, parts[0] == .ellipsis,
      case .int(let number) = parts[2], let kind = ManagedKind(rawValue: number)
    else { return nil }
    return makeProxy(kind, for: parts[1], like: proxy)
  }

  func managedKind(of proxy: Value) -> ManagedKind {
    guard case .int(let number) = state(.privateKind, of: proxy) else { return .dict }
    return ManagedKind(rawValue: number) ?? .dict
  }
}

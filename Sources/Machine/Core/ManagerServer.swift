// A manager's server: a copy of the machine that started it, which answers calls and does nothing
// else. Flows in: a call as `MultiprocessingManager` makes it. Flows out: its answer, or that the call
// has to wait. A call that waits leaves nothing behind in the server, so it can be asked again.
// (CPython 3.11: multiprocessing.managers.Server, which has a thread for each client.)

import Diagnostics
import Language

/// What a manager holds, by number.
struct ManagerServer {
  var referents: [Referent] = []
}

/// An object of a manager's server.
enum Referent {
  /// A dict, list, Namespace, Value or Array: its methods are the object's own.
  case object(Value)
  case semaphore(ManagedSemaphore)
  case condition(ManagedCondition)
  case event(isSet: Bool)
  case barrier(ManagedBarrier)
  case queue(ManagedQueue)

  var knowsClients: Bool {
    switch self {
    case .semaphore(let semaphore): semaphore.kind == .rlock
    case .condition: true
    case .object, .event, .barrier, .queue: false
    }
  }
}

/// What becomes of a call.
enum Served {
  case value(Value)
  /// Not until another call has changed something.
  case later
}

extension Machine {
  /// Whether a manager's server keeps in mind which client holds a lock.
  package var knowsClients: Bool {
    server?.referents.contains { $0.knowsClients } ?? false
  }

  /// Turns a copy of the machine that started a manager into its server.
  package mutating func becomeServer() {
    frames = []
    top = 0
    handled = .none
    nesting = 0
    replies = []
    pendingOutput = []
    process.children = []
    process.managers = []
    process.fedQueues = []
    waitingItems = []
    forgetAcquisitions()
    answer = nil
    server = ManagerServer()
  }

  /// Answers a client's call as a manager's server.
  ///
  /// - Parameter isLate: the client's patience has ended.
  /// - Returns: the answer; nil where the call has to wait until another call has changed something.
  package mutating func serve(
    _ call: [UInt8], for client: ProcessID, isLate: Bool
  ) -> [UInt8]? {
    stack.makeUnique(used: top)
    stack.reserve(64, used: top)
    nestedStepsLeft = 20_000_000
    stepsLeft = Machine.quantum
    defer {
      replies = []
      if heap.wantsCollection { collectGarbage() }
    }
    do throws(Interrupt) {
      switch try served(call, for: client, isLate: isLate) {
      case .value(let value): return try pickle(make(tuple: [.bool(true), value]))
      case .later: return nil
      }
    } catch {
      return answer(for: error)
    }
  }

  /// An exception of the operation; or what it is that a server cannot do, which refuses the run.
  private mutating func answer(for interrupt: Interrupt) -> [UInt8] {
    finishInstruction()
    frames = []
    nesting = 0
    do throws(Interrupt) {
      switch interrupt {
      case .raised(let exception): return try pickle(make(tuple: [.bool(false), exception]))
      case .suspended, .restarted:
        var feature = Wording.says("a manager's operation that prints, waits or calls a manager")
        if case .unsupported(let diagnostic) = effect { feature = diagnostic.message }
        return try pickle(make(tuple: [.none, make(feature.text(in: .english))]))
      }
    } catch {
      return []
    }
  }

  private mutating func served(
    _ call: [UInt8], for client: ProcessID, isLate: Bool
  ) throws(Interrupt) -> Served {
    let taken = try unpickle(call)
    let parts = tuple(taken) ?? []
    guard parts.count == 5, case .int(let number) = parts[1],
      let kind = ManagedKind(rawValue: number), let method = text(parts[2])?.string
    else { return .value(.none) }
    if method == ManagerRequest.join { return isLate ? .value(.none) : .later }
    var request = ManagerRequest(
      method: method, arguments: tuple(parts[3]) ?? [], keywords: [], client: client,
      isLate: isLate)
    for entry in dict(parts[4])?.entries ?? [] where entry.key != .missing {
      request.keywords.append(
        Arguments.Keyword(name: text(entry.key) ?? Text(""), value: entry.value))
    }
    guard case .int(let index) = parts[0] else { return .value(try make(kind, request)) }
    return try perform(request, on: index)
  }

  private mutating func perform(
    _ request: ManagerRequest, on index: Int
  ) throws(Interrupt) -> Served {
    guard let referent = server?.referents[index] else { return .value(.none) }
    if request.method == "__repr__" { return .value(try shown(referent)) }
    switch referent {
    case .object(let object):
      if request.method == "#GETVALUE" { return .value(object) }
      guard rules.contains(.nestedValues) else { return .value(try callObject(object, request)) }
      var request = request
      request.arguments = request.arguments.map(referred)
      let result = try callObject(object, request)
      return .value(nested(result, of: request))
    case .semaphore(var semaphore):
      defer { server?.referents[index] = .semaphore(semaphore) }
      return try semaphore.serve(request, &self)
    case .condition(var condition):
      defer { server?.referents[index] = .condition(condition) }
      return try condition.serve(request, &self)
    case .event(var isSet):
      defer { server?.referents[index] = .event(isSet: isSet) }
      return serve(request, event: &isSet)
    case .barrier(var barrier):
      defer { server?.referents[index] = .barrier(barrier) }
      return try barrier.serve(request, &self)
    case .queue(var queue):
      defer { server?.referents[index] = .queue(queue) }
      return try queue.serve(request, &self)
    }
  }

  /// What a proxy that comes back stands for.
  private func referred(_ value: Value) -> Value {
    guard isInstance(value, of: .dictProxy) || isInstance(value, of: .listProxy),
      case .int(let number) = state(.privateReferent, of: value),
      case .object(let object)? = server?.referents[number]
    else { return value }
    return object
  }

  /// What a wrong rule answers with for a list or dict inside a managed object: what stands for it.
  private mutating func nested(_ value: Value, of request: ManagerRequest) -> Value {
    guard ["__getitem__", "__getattribute__", "get", "setdefault"].contains(request.method) else {
      return value
    }
    let kind: ManagedKind
    switch object(value) {
    case .list?: kind = .list
    case .dict?: kind = .dict
    default: return value
    }
    var number = server?.referents.firstIndex { referent in
      if case .object(value) = referent { true } else { false }
    }
    if number == nil {
      number = server?.referents.count
      server?.referents.append(.object(value))
    }
    return make(tuple: [.ellipsis, .int(number ?? 0), .int(kind.rawValue)])
  }

  /// A method of an object that Python code would have.
  private mutating func callObject(
    _ object: Value, _ request: ManagerRequest
  ) throws(Interrupt) -> Value {
    let arguments = request.arguments
    switch request.method {
    case "__getattribute__":
      return try attribute(nameID(for: text(arguments[0]) ?? Text("")), of: object)
    case "__setattr__":
      try setAttribute(nameID(for: text(arguments[0]) ?? Text("")), of: object, to: arguments[1])
      return .none
    case "__delattr__":
      try deleteAttribute(nameID(for: text(arguments[0]) ?? Text("")), of: object)
      return .none
    case "__imul__":
      _ = try inPlace(.multiply, object, arguments[0])
      return .none
    case "__add__": return try binary(.add, object, arguments[0])
    case "__mul__", "__rmul__": return try binary(.multiply, object, arguments[0])
    case "__getitem__": return try item(of: object, arguments[0])
    case "__setitem__":
      try setItem(of: object, arguments[0], to: arguments[1])
      return .none
    case "__delitem__":
      try deleteItem(of: object, arguments[0])
      return .none
    case "__contains__": return try compare(.in, arguments[0], object)
    case "__len__": return .int(try lengthOfReferent(object))
    default: break
    }
    let method = try attribute(nameID(for: Text(request.method)), of: object)
    let result = try call(method, arguments, keywords: request.keywords)
    // `keys()` and its like travel as lists.
    if case .dictView? = self.object(result) { return make(list: try collect(result)) }
    return result
  }

  private mutating func lengthOfReferent(_ object: Value) throws(Interrupt) -> Int {
    if let length = try lengthBuiltin(object) { return length }
    if case .int(let length)? = try callSpecial(.dunderLen, of: object) { return length }
    return 0
  }

  private func serve(_ request: ManagerRequest, event isSet: inout Bool) -> Served {
    switch request.method {
    case "set": isSet = true
    case "clear": isSet = false
    case "wait": return isSet || request.isLate ? .value(.bool(isSet)) : .later
    default: return .value(.bool(isSet))
    }
    return .value(.none)
  }

  // MARK: Making

  private mutating func make(
    _ kind: ManagedKind, _ request: ManagerRequest
  ) throws(Interrupt) -> Value {
    let referent: Referent
    do throws(Interrupt) {
      referent = try self.referent(kind, request)
    } catch {
      guard case .raised(let exception) = error else { throw error }
      throw remoteError(about: exception)
    }
    server?.referents.append(referent)
    return .int((server?.referents.count ?? 1) - 1)
  }

  /// What goes wrong while an object is made is told as a whole.
  private mutating func remoteError(about exception: Value) -> Interrupt {
    let rule = String(repeating: "-", count: 75)
    let text = "Traceback (most recent call last):\n" + lastLine(of: exception)
    return raise(.remoteError, "\n\(rule)\n\(text)\n\(rule)")
  }

  private mutating func referent(
    _ kind: ManagedKind, _ request: ManagerRequest
  ) throws(Interrupt) -> Referent {
    let first = request.arguments.first ?? .none
    switch kind {
    case .dict, .list:
      let type = Value.type(kind == .dict ? .dict : .list)
      return .object(try call(type, request.arguments, keywords: request.keywords))
    case .namespace:
      let namespace = makeInstance(.type(.namespace), [])
      for keyword in request.keywords {
        try setAttribute(nameID(for: keyword.name), of: namespace, to: keyword.value)
      }
      return .object(namespace)
    case .value:
      return .object(
        makeInstance(
          .type(.managedValue),
          [(.privateTypecode, first), (.privateStorage, request.arguments[1])]))
    case .array: return .object(try makeManagedArray(first, request.arguments[1]))
    case .lock: return .semaphore(ManagedSemaphore(kind: .lock, value: 1))
    case .rlock: return .semaphore(ManagedSemaphore(kind: .rlock, value: 1))
    case .semaphore, .boundedSemaphore:
      let value = first == .none ? 1 : try index(first)
      guard value >= 0 else {
        throw raise(.valueError, "semaphore initial value must be >= 0")
      }
      return .semaphore(
        ManagedSemaphore(kind: kind == .semaphore ? .semaphore : .bounded(value), value: value))
    case .condition:
      guard first == .none else {
        throw raise(.typeError, "tutor's managed Condition has a lock of its own")
      }
      return .condition(ManagedCondition())
    case .event: return .event(isSet: false)
    case .barrier:
      return .barrier(ManagedBarrier(parties: try index(first), action: request.arguments[1]))
    case .queue, .joinableQueue:
      return .queue(ManagedQueue(maximum: first == .none ? 0 : try index(first)))
    }
  }

  // MARK: Showing

  private mutating func shown(_ referent: Referent) throws(Interrupt) -> Value {
    switch referent {
    case .object(let object): return make(text: try repr(object))
    case .semaphore(let semaphore): return make(semaphore.description)
    case .condition(let condition):
      return make("<Condition(\(condition.lock.description), \(condition.sleepers.count))>")
    case .event(let isSet):
      return make("<threading.Event at \(address(.none)): \(isSet ? "set" : "unset")>")
    case .barrier(let barrier):
      return make(
        "<threading.Barrier at \(address(.none)): waiters=\(barrier.waiting)/\(barrier.parties)>")
    case .queue: return make("<queue.Queue object at \(address(.none))>")
    }
  }
}

/// A call to a manager, taken apart.
struct ManagerRequest {
  /// The method of no object by which a client waits for the server's end.
  static let join = "#JOIN"

  var method: String
  var arguments: [Value]
  var keywords: [Arguments.Keyword]
  var client: ProcessID
  /// The client will wait no longer.
  var isLate: Bool
}

// multiprocessing's locks and semaphores. Each is one semaphore of the world; their objects' state is
// `_semaphore`, the world's number, `_count`, how many times this process has acquired it more than
// released it, and `_maximum`. A forked child starts with a count of 0: nothing that its parent holds
// is its own. (CPython 3.11: multiprocessing.synchronize, _multiprocessing.SemLock.)

import Language

let lockMethods: [BuiltinFunction] =
  [
    BuiltinFunction(
      "__init__", of: .lock,
      .one { machine, lock throws(Interrupt) in
        try machine.initialiseSemaphore(lock, value: 1, maximum: 1)
        return .none
      }),
    BuiltinFunction(
      "__repr__", of: .lock,
      .one { machine, lock throws(Interrupt) in
        machine.make("<Lock(owner=\(try machine.ownerText(lock)))>")
      }),
    BuiltinFunction(
      "__init__", of: .rlock,
      .one { machine, lock throws(Interrupt) in
        try machine.initialiseSemaphore(lock, value: 1, maximum: 1)
        return .none
      }),
    BuiltinFunction(
      "__repr__", of: .rlock,
      .one { machine, lock throws(Interrupt) in
        let owner = try machine.ownerText(lock)
        let count = machine.acquisitions(lock)
        let shown = count > 0 || owner == "None" ? "\(count)" : "nonzero"
        return machine.make("<RLock(\(owner), \(shown))>")
      }),
    BuiltinFunction(
      "__init__", of: .semaphore,
      .bound(Signature("self, value=1")) {
        machine, values throws(Interrupt) in
        let value = try machine.semaphoreStart(values[1])
        try machine.initialiseSemaphore(values[0], value: value, maximum: nil)
        return .none
      }),
    BuiltinFunction(
      "get_value", of: .semaphore,
      .one { machine, semaphore throws(Interrupt) in
        .int(try machine.semaphoreValue(semaphore))
      }),
    BuiltinFunction(
      "__repr__", of: .semaphore,
      .one { machine, semaphore throws(Interrupt) in
        machine.make("<Semaphore(value=\(try machine.semaphoreValue(semaphore)))>")
      }),
    BuiltinFunction(
      "__init__", of: .boundedSemaphore,
      .bound(Signature("self, value=1")) {
        machine, values throws(Interrupt) in
        let value = try machine.semaphoreStart(values[1])
        try machine.initialiseSemaphore(values[0], value: value, maximum: value)
        return .none
      }),
    BuiltinFunction(
      "__repr__", of: .boundedSemaphore,
      .one { machine, semaphore throws(Interrupt) in
        let value = try machine.semaphoreValue(semaphore)
        guard case .int(let maximum) = machine.state(.privateMaximum, of: semaphore) else {
          return .none
        }
        return machine.make("<BoundedSemaphore(value=\(value), maxvalue=\(maximum))>")
      }),
  ] + TypeID.semaphoreTypes.flatMap(acquiringMethods)

extension TypeID {
  /// The types whose objects are one semaphore each.
  static let semaphoreTypes: [TypeID] = [.lock, .rlock, .semaphore]
}

/// What all of them have.
private func acquiringMethods(of type: TypeID) -> [BuiltinFunction] {
  [
    BuiltinFunction(
      "acquire", of: type,
      .bound(Signature("self, block=True, timeout=None")) { machine, values throws(Interrupt) in
        let patience = try machine.patience(block: values[1], timeout: values[2])
        return .bool(try machine.acquire(values[0], patience))
      }),
    BuiltinFunction(
      "release", of: type,
      .one { machine, lock throws(Interrupt) in
        try machine.release(lock)
        return .none
      }),
    BuiltinFunction(
      "__enter__", of: type,
      .one { machine, lock throws(Interrupt) in
        .bool(try machine.acquire(lock, .forever))
      }),
    BuiltinFunction(
      "__exit__", of: type,
      .bound(Signature("self, *args")) {
        machine, values throws(Interrupt) in
        try machine.release(values[0])
        return .none
      }),
  ]
}

extension Machine {
  fileprivate mutating func semaphoreStart(_ value: Value) throws(Interrupt) -> Int32 {
    let number = value == .missing ? 1 : try index(value)
    guard number >= 0 else { throw raise(.system(errno: 22, path: nil)) }
    guard let start = Int32(exactly: number) else {
      throw raise(.overflowError, "signed integer is greater than maximum")
    }
    return start
  }

  mutating func initialiseSemaphore(
    _ object: Value, value: Int32, maximum: Int32?
  ) throws(Interrupt) {
    let reply = try request(.makeSemaphore(value: value, maximum: maximum))
    guard case .semaphore(let id) = reply else { return }
    setState(.privateSemaphore, of: object, to: .int(Int(id.index)))
    if let index = object.heapIndex { semaphoreObjects.append(UInt32(index)) }
    setState(.privateCount, of: object, to: .int(0))
    if let maximum { setState(.privateMaximum, of: object, to: .int(Int(maximum))) }
  }

  private mutating func semaphoreID(_ object: Value) throws(Interrupt) -> SemaphoreID {
    if case .int(let index) = state(.privateSemaphore, of: object) { return SemaphoreID(index) }
    throw raise(
      .attributeError, "'\(shownType(of: object))' object has no attribute '_semlock'")
  }

  /// `acquire(block, timeout)`: a timeout counts only where it may block.
  mutating func patience(block: Value, timeout: Value) throws(Interrupt) -> Patience {
    if block != .missing, !(try isTrue(block)) { return .none }
    if case .object = timeout, number(timeout) == nil {
      throw raise(.typeError, "must be real number, not \(shownType(of: timeout))")
    }
    return try patience(timeout)
  }

  /// How many times this process has acquired it more than released it.
  func acquisitions(_ object: Value) -> Int {
    if case .int(let count) = state(.privateCount, of: object) { count } else { 0 }
  }

  mutating func acquire(_ object: Value, _ patience: Patience) throws(Interrupt) -> Bool {
    let held = acquisitions(object)
    if held > 0, isReentrant(object) {
      setState(.privateCount, of: object, to: .int(held + 1))
      return true
    }
    let id = try semaphoreID(object)
    guard case .bool(true) = try perform(.acquire(id, patience)) else { return false }
    setState(.privateCount, of: object, to: .int(held + 1))
    return true
  }

  mutating func release(_ object: Value) throws(Interrupt) {
    let held = acquisitions(object)
    if held < 1, isInstance(object, of: .rlock) {
      throw raise(.assertionError, "attempt to release recursive lock not owned by thread")
    }
    if held > 1, isReentrant(object) {
      return setState(.privateCount, of: object, to: .int(held - 1))
    }
    let id = try semaphoreID(object)
    if case .failed(let failure) = try perform(.release(id)) { throw raise(failure) }
    setState(.privateCount, of: object, to: .int(held - 1))
  }

  private func isReentrant(_ object: Value) -> Bool {
    isInstance(object, of: .rlock)
      || (rules.contains(.reentrantLock) && isInstance(object, of: .lock))
  }

  fileprivate mutating func semaphoreValue(_ object: Value) throws(Interrupt) -> Int {
    let id = try semaphoreID(object)
    if case .int(let value) = try perform(.semaphoreValue(id)) { return value }
    return 0
  }

  fileprivate mutating func ownerText(_ lock: Value) throws(Interrupt) -> String {
    if acquisitions(lock) > 0 {
      // Tells an exploration that the process's name is seen.
      if isExplored { _ = try perform(.processNumber(nil)) }
      return process.name
    }
    return try semaphoreValue(lock) == 1 ? "None" : "SomeOtherProcess"
  }

  /// In a forked child: nothing that the parent has acquired is the child's own.
  mutating func forgetAcquisitions() {
    for index in semaphoreObjects where isSemaphore(index) {
      setState(.privateCount, of: .object(Reference(heap: Int(index))), to: .int(0))
    }
  }

  /// After a collection: keeps those that are still there, each once.
  mutating func forgetLostSemaphores() {
    var seen: Set<UInt32> = []
    semaphoreObjects = semaphoreObjects.filter { isSemaphore($0) && seen.insert($0).inserted }
  }

  private func isSemaphore(_ index: UInt32) -> Bool {
    guard case .instance(let instance) = heap[Int(index)] else { return false }
    return instance.attributes[.privateSemaphore] != nil
  }
}

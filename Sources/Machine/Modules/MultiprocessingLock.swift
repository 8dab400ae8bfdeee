// multiprocessing.Lock: a semaphore of value 1 that any process may release. State: `_semaphore`, the
// world's number, and `_count`, how many times this process has acquired it more than released it,
// which only a repr looks at. (CPython 3.11: multiprocessing.synchronize, _multiprocessing.SemLock.)

import Language

let lockMethods: [BuiltinFunction] = [
  BuiltinFunction(
    "__init__", of: .lock,
    .one { machine, lock throws(Interrupt) in
      try machine.initialiseSemaphore(lock, value: 1, maximum: 1)
      return .none
    }),
  BuiltinFunction(
    "acquire", of: .lock,
    .bound(Signature("self, block=True, timeout=None")) { machine, values throws(Interrupt) in
      let patience = try machine.patience(block: values[1], timeout: values[2])
      return .bool(try machine.acquire(values[0], patience))
    }),
  BuiltinFunction(
    "release", of: .lock,
    .one { machine, lock throws(Interrupt) in
      try machine.release(lock)
      return .none
    }),
  BuiltinFunction(
    "__enter__", of: .lock,
    .one { machine, lock throws(Interrupt) in
      .bool(try machine.acquire(lock, .forever))
    }),
  BuiltinFunction(
    "__exit__", of: .lock,
    .bound(Signature("self, *args")) {
      machine, values throws(Interrupt) in
      try machine.release(values[0])
      return .none
    }),
  BuiltinFunction(
    "__repr__", of: .lock,
    .one { machine, lock throws(Interrupt) in
      machine.make("<Lock(owner=\(try machine.ownerText(lock)))>")
    }),
]

extension Machine {
  mutating func initialiseSemaphore(
    _ object: Value, value: Int32, maximum: Int32?
  ) throws(Interrupt) {
    switch try perform(.makeSemaphore(value: value, maximum: maximum)) {
    case .semaphore(let id):
      setState(.privateSemaphore, of: object, to: .int(Int(id.index)))
      setState(.privateCount, of: object, to: .int(0))
    case .failed(let failure): throw raise(failure)
    case .done, .bool, .int, .float, .bytes, .texts, .opaque, .forked, .child, .exitCode, .file,
      .interrupted:
      break
    }
  }

  private func semaphoreID(_ object: Value) -> SemaphoreID {
    if case .int(let index) = state(.privateSemaphore, of: object) {
      SemaphoreID(index)
    } else {
      SemaphoreID(0)
    }
  }

  /// `acquire(block, timeout)`: a timeout counts only where it may block.
  mutating func patience(block: Value, timeout: Value) throws(Interrupt) -> Patience {
    if block != .missing, !(try isTrue(block)) { return .none }
    return try patience(timeout)
  }

  /// How many times this process has acquired it more than released it.
  func acquisitions(_ object: Value) -> Int {
    if case .int(let count) = state(.privateCount, of: object) { count } else { 0 }
  }

  mutating func acquire(_ object: Value, _ patience: Patience) throws(Interrupt) -> Bool {
    guard case .bool(true) = try perform(.acquire(semaphoreID(object), patience)) else {
      return false
    }
    setState(.privateCount, of: object, to: .int(acquisitions(object) + 1))
    return true
  }

  mutating func release(_ object: Value) throws(Interrupt) {
    if case .failed(let failure) = try perform(.release(semaphoreID(object))) {
      throw raise(failure)
    }
    setState(.privateCount, of: object, to: .int(acquisitions(object) - 1))
  }

  mutating func semaphoreValue(_ object: Value) throws(Interrupt) -> Int {
    if case .int(let value) = try perform(.semaphoreValue(semaphoreID(object))) { value } else { 0 }
  }

  fileprivate mutating func ownerText(_ lock: Value) throws(Interrupt) -> String {
    if acquisitions(lock) > 0 { return process.name }
    return try semaphoreValue(lock) == 1 ? "None" : "SomeOtherProcess"
  }
}

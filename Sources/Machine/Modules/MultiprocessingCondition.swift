// multiprocessing.Condition and Event, on nothing but semaphores, so that both worlds have them and
// every order that CPython allows is there. A Condition's state: `_lock`, its lock or RLock, and three
// semaphores, `_sleeping` (who waits), `_woken` (who has stopped waiting), `_wait` (the wake-up calls).
// An Event's: `_condition`, and `_flag`, a semaphore of value 1 while it is set.
// (CPython 3.11: multiprocessing.synchronize.)

import Language

let conditionMethods: [BuiltinFunction] =
  [
    BuiltinFunction(
      "__init__", of: .condition,
      .bound(Signature("self, lock=None")) { machine, values throws(Interrupt) in
        try machine.initialiseCondition(values[0], lock: values[1])
        return .none
      }),
    BuiltinFunction(
      "wait", of: .condition,
      .bound(Signature("self, timeout=None")) { machine, values throws(Interrupt) in
        let patience = try machine.patience(values[1])
        return .bool(try machine.wait(on: values[0], patience))
      }),
    BuiltinFunction(
      "wait_for", of: .condition,
      .bound(Signature("self, predicate, timeout=None")) { machine, values throws(Interrupt) in
        try machine.wait(on: values[0], for: values[1], timeout: values[2])
      }),
    BuiltinFunction(
      "notify", of: .condition,
      .bound(Signature("self, n=1")) { machine, values throws(Interrupt) in
        let count = values[1] == .missing ? 1 : try machine.index(values[1])
        try machine.notify(values[0], count: count)
        return .none
      }),
    BuiltinFunction(
      "notify_all", of: .condition,
      .one { machine, condition throws(Interrupt) in
        try machine.notify(condition, count: .max)
        return .none
      }),
    BuiltinFunction(
      "acquire", of: .condition,
      .bound(Signature("self, block=True, timeout=None")) { machine, values throws(Interrupt) in
        let patience = try machine.patience(block: values[1], timeout: values[2])
        return .bool(
          try machine.acquire(machine.state(.privateLock, of: values[0]), patience))
      }),
    BuiltinFunction(
      "release", of: .condition,
      .one { machine, condition throws(Interrupt) in
        try machine.release(machine.state(.privateLock, of: condition))
        return .none
      }),
    BuiltinFunction(
      "__enter__", of: .condition,
      .one { machine, condition throws(Interrupt) in
        .bool(try machine.acquire(machine.state(.privateLock, of: condition), .forever))
      }),
    BuiltinFunction(
      "__exit__", of: .condition,
      .bound(Signature("self, *args")) { machine, values throws(Interrupt) in
        try machine.release(machine.state(.privateLock, of: values[0]))
        return .none
      }),
    BuiltinFunction(
      "__repr__", of: .condition,
      .one { machine, condition throws(Interrupt) in
        let lock = try machine.repr(machine.state(.privateLock, of: condition)).string
        let sleeping = try machine.value(of: machine.state(.privateSleeping, of: condition))
        let woken = try machine.value(of: machine.state(.privateWoken, of: condition))
        return machine.make("<Condition(\(lock), \(sleeping - woken))>")
      }),
  ]

let eventMethods: [BuiltinFunction] = [
  BuiltinFunction(
    "__init__", of: .event,
    .one { machine, event throws(Interrupt) in
      try machine.initialiseEvent(event)
      return .none
    }),
  BuiltinFunction(
    "is_set", of: .event,
    .one { machine, event throws(Interrupt) in
      .bool(
        try machine.holdingLock(of: event) { machine, event throws(Interrupt) in
          try machine.isFlagUp(event)
        })
    }),
  BuiltinFunction(
    "set", of: .event,
    .one { machine, event throws(Interrupt) in
      _ = try machine.holdingLock(of: event) { machine, event throws(Interrupt) in
        let flag = machine.state(.privateFlag, of: event)
        _ = try machine.tryAcquire(flag)
        try machine.post(flag)
        try machine.wake(machine.state(.privateCondition, of: event), count: .max)
        return true
      }
      return .none
    }),
  BuiltinFunction(
    "clear", of: .event,
    .one { machine, event throws(Interrupt) in
      _ = try machine.holdingLock(of: event) { machine, event throws(Interrupt) in
        try machine.tryAcquire(machine.state(.privateFlag, of: event))
      }
      return .none
    }),
  BuiltinFunction(
    "wait", of: .event,
    .bound(Signature("self, timeout=None")) { machine, values throws(Interrupt) in
      let patience = try machine.patience(values[1])
      return .bool(
        try machine.holdingLock(of: values[0]) { machine, event throws(Interrupt) in
          if try machine.isFlagUp(event) { return true }
          let condition = machine.state(.privateCondition, of: event)
          _ = try machine.sleep(on: condition, patience)
          return try machine.isFlagUp(event)
        })
    }),
  BuiltinFunction(
    "__repr__", of: .event,
    .one { machine, event throws(Interrupt) in
      let set = try machine.holdingLock(of: event) { machine, event throws(Interrupt) in
        try machine.isFlagUp(event)
      }
      let address = machine.address(event)
      return machine.make("<Event at \(address) \(set ? "set" : "unset")>")
    }),
]

extension Machine {
  // MARK: Bare semaphores, which keep no count in this process

  /// A semaphore's number as a value, for an object's state.
  private mutating func makeBareSemaphore() throws(Interrupt) -> Value {
    guard case .semaphore(let id) = try request(.makeSemaphore(value: 0, maximum: nil)) else {
      return .none
    }
    return .int(Int(id.index))
  }

  private func bareID(_ value: Value) -> SemaphoreID {
    if case .int(let index) = value { SemaphoreID(index) } else { SemaphoreID(0) }
  }

  fileprivate mutating func tryAcquire(_ semaphore: Value) throws(Interrupt) -> Bool {
    try perform(.acquire(bareID(semaphore), .none)) == .bool(true)
  }

  fileprivate mutating func post(_ semaphore: Value) throws(Interrupt) {
    if case .failed(let failure) = try perform(.release(bareID(semaphore))) {
      throw raise(failure)
    }
  }

  fileprivate mutating func value(of semaphore: Value) throws(Interrupt) -> Int {
    if case .int(let value) = try perform(.semaphoreValue(bareID(semaphore))) { value } else { 0 }
  }

  // MARK: Condition

  fileprivate mutating func initialiseCondition(
    _ condition: Value, lock given: Value
  ) throws(Interrupt) {
    var lock = given
    if given == .missing || given == .none {
      lock = try instantiate(.rlock, Arguments(positional: []))
    }
    let sleeping = try makeBareSemaphore()
    let woken = try makeBareSemaphore()
    let wait = try makeBareSemaphore()
    setState(.privateLock, of: condition, to: lock)
    setState(.privateSleeping, of: condition, to: sleeping)
    setState(.privateWoken, of: condition, to: woken)
    setState(.privateWait, of: condition, to: wait)
  }

  mutating func wait(
    on condition: Value, _ patience: Patience
  ) throws(Interrupt) -> Bool {
    guard acquisitions(state(.privateLock, of: condition)) > 0 else {
      throw raise(.assertionError, "must acquire() condition before using wait()")
    }
    return try sleep(on: condition, patience)
  }

  /// Gives the lock up, waits for a wake-up call, and takes the lock again. How often this process
  /// has acquired the lock stays as it was.
  fileprivate mutating func sleep(
    on condition: Value, _ patience: Patience
  ) throws(Interrupt) -> Bool {
    let lock = state(.privateLock, of: condition)
    let lockID = bareID(state(.privateSemaphore, of: lock))
    try post(state(.privateSleeping, of: condition))
    _ = try perform(.release(lockID))
    do throws(Interrupt) {
      let call = try perform(.acquire(bareID(state(.privateWait, of: condition)), patience))
      try post(state(.privateWoken, of: condition))
      _ = try perform(.acquire(lockID, .forever))
      return call == .bool(true)
    } catch {
      if case .raised = error {
        try post(state(.privateWoken, of: condition))
        _ = try perform(.acquire(lockID, .forever))
      }
      throw error
    }
  }

  mutating func notify(_ condition: Value, count: Int) throws(Interrupt) {
    guard acquisitions(state(.privateLock, of: condition)) > 0 else {
      throw raise(.assertionError, "lock is not owned")
    }
    try wake(condition, count: count)
  }

  /// Wakes up to `count` sleepers, and waits until each has heard it. Those whose time ran out
  /// meanwhile are discounted first.
  fileprivate mutating func wake(_ condition: Value, count: Int) throws(Interrupt) {
    let sleeping = state(.privateSleeping, of: condition)
    let woken = state(.privateWoken, of: condition)
    let wait = state(.privateWait, of: condition)
    while try tryAcquire(woken) { _ = try tryAcquire(sleeping) }
    var sleepers = 0
    while sleepers < count, try tryAcquire(sleeping) {
      try post(wait)
      sleepers += 1
    }
    guard sleepers > 0 else { return }
    for _ in 0..<sleepers { _ = try perform(.acquire(bareID(woken), .forever)) }
    while try tryAcquire(wait) {}
  }

  fileprivate mutating func wait(
    on condition: Value, for predicate: Value, timeout: Value
  ) throws(Interrupt) -> Value {
    var result = Value.none
    let patience = try patience(timeout)
    _ = try wait(on: condition, patience) { (m) throws(Interrupt) in
      result = try m.call(predicate, [])
      return try m.isTrue(result)
    }
    return result
  }

  /// Waits until something is so, looking again after each wake-up call.
  ///
  /// - Returns: whether it is so at last.
  mutating func wait(
    on condition: Value, _ patience: Patience,
    until isSo: (inout Machine) throws(Interrupt) -> Bool
  ) throws(Interrupt) -> Bool {
    var left = patience
    var end = 0.0
    if case .seconds(let seconds) = left { end = try clockReading() + seconds }
    var mayWait = true
    while true {
      if try isSo(&self) { return true }
      guard mayWait else { return false }
      mayWait = try wait(on: condition, left) || left == .forever
      guard case .seconds = left else { continue }
      let now = try clockReading()
      mayWait = mayWait && now < end
      left = .seconds(end - now)
    }
  }

  /// A monotonic clock; 0 where the world does not tell, so that a whole timeout is always left.
  private mutating func clockReading() throws(Interrupt) -> Double {
    if case .float(let now) = try perform(.now(.monotonic)) { now } else { 0 }
  }

  // MARK: Event

  fileprivate mutating func initialiseEvent(_ event: Value) throws(Interrupt) {
    let lock = try instantiate(.lock, Arguments(positional: []))
    let condition = try instantiate(.condition, Arguments(positional: [lock]))
    let flag = try makeBareSemaphore()
    setState(.privateCondition, of: event, to: condition)
    setState(.privateFlag, of: event, to: flag)
  }

  fileprivate mutating func isFlagUp(_ event: Value) throws(Interrupt) -> Bool {
    let flag = state(.privateFlag, of: event)
    guard try tryAcquire(flag) else { return false }
    try post(flag)
    return true
  }

  /// Runs `body` while this process holds the event's lock; its count of acquisitions stays 0.
  fileprivate mutating func holdingLock(
    of event: Value,
    _ body: (inout Machine, Value) throws(Interrupt) -> Bool
  ) throws(Interrupt) -> Bool {
    let lock = state(.privateLock, of: state(.privateCondition, of: event))
    let lockID = bareID(state(.privateSemaphore, of: lock))
    _ = try perform(.acquire(lockID, .forever))
    do throws(Interrupt) {
      let result = try body(&self, event)
      _ = try perform(.release(lockID))
      return result
    } catch {
      if case .raised = error { _ = try perform(.release(lockID)) }
      throw error
    }
  }
}

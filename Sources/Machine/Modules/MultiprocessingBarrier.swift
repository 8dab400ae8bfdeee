// multiprocessing.Barrier, on a Condition and two shared numbers: how it stands, and how many wait.
// A Barrier's state: `_condition`, `_shared` (the world's number of the two), `_parties`, `_action`,
// `_timeout`. (CPython 3.11: threading.Barrier over multiprocessing.synchronize.)

import Language

let barrierMethods: [BuiltinFunction] = [
  .bound("__init__", of: .barrier, "self, parties, action=None, timeout=None") {
    (m, a) throws(Interrupt) in
    try m.initialiseBarrier(a)
    return .none
  },
  .bound("wait", of: .barrier, "self, timeout=None") { (m, a) throws(Interrupt) in
    .int(try m.wait(atBarrier: a[0], timeout: a[1]))
  },
  .one("reset", of: .barrier) { (m, barrier) throws(Interrupt) in
    try m.holdingBarrier(barrier) { (m) throws(Interrupt) in
      let standing = try m.standing(of: barrier)
      if try m.barrierCount(barrier) == 0 {
        try m.setStanding(of: barrier, to: .filling)
      } else if standing == .filling || standing == .broken {
        try m.setStanding(of: barrier, to: .resetting)
      }
      try m.wakeAll(atBarrier: barrier)
    }
    return .none
  },
  .one("abort", of: .barrier) { (m, barrier) throws(Interrupt) in
    try m.holdingBarrier(barrier) { (m) throws(Interrupt) in try m.breakBarrier(barrier) }
    return .none
  },
  .getter("parties", of: .barrier) { (m, barrier) throws(Interrupt) in
    m.state(.privateParties, of: barrier)
  },
  .getter("n_waiting", of: .barrier) { (m, barrier) throws(Interrupt) in
    guard try m.standing(of: barrier) == .filling else { return .int(0) }
    return .int(try m.barrierCount(barrier))
  },
  .getter("broken", of: .barrier) { (m, barrier) throws(Interrupt) in
    .bool(try m.standing(of: barrier) == .broken)
  },
]

/// How a barrier stands.
private enum BarrierStanding: Int {
  case filling = 0
  /// Those who waited are leaving.
  case draining = 1
  case resetting = -1
  case broken = -2
}

extension Machine {
  fileprivate mutating func initialiseBarrier(_ a: [Value]) throws(Interrupt) {
    let condition = try instantiate(.condition, Arguments(positional: []))
    guard case .shared(let id) = try request(.makeShared([.bits(0), .bits(0)])) else { return }
    setState(.privateCondition, of: a[0], to: condition)
    setState(.privateShared, of: a[0], to: .int(Int(id.index)))
    setState(.privateParties, of: a[0], to: a[1])
    setState(.privateAction, of: a[0], to: a[2] == .missing ? .none : a[2])
    setState(.privateTimeout, of: a[0], to: a[3] == .missing ? .none : a[3])
  }

  // MARK: The two numbers, reached only while the condition is held or for a look

  private mutating func barrierNumber(_ barrier: Value, _ index: Int) throws(Interrupt) -> Int {
    guard case .int(let id) = state(.privateShared, of: barrier),
      case .words(let words) = try request(
        .load(SharedID(id), index..<(index + 1), under: nil)),
      case .bits(let bits)? = words.first
    else { return 0 }
    return Int(Int64(bitPattern: bits))
  }

  private mutating func setBarrierNumber(
    _ barrier: Value, _ index: Int, to number: Int
  ) throws(Interrupt) {
    guard case .int(let id) = state(.privateShared, of: barrier) else { return }
    let word = SharedWord.bits(UInt64(bitPattern: Int64(number)))
    _ = try request(.store(SharedID(id), at: index, [word], under: nil))
  }

  fileprivate mutating func standing(of barrier: Value) throws(Interrupt) -> BarrierStanding {
    BarrierStanding(rawValue: try barrierNumber(barrier, 0)) ?? .broken
  }

  fileprivate mutating func setStanding(
    of barrier: Value, to standing: BarrierStanding
  ) throws(Interrupt) {
    try setBarrierNumber(barrier, 0, to: standing.rawValue)
  }

  fileprivate mutating func barrierCount(_ barrier: Value) throws(Interrupt) -> Int {
    try barrierNumber(barrier, 1)
  }

  // MARK: Waiting

  fileprivate mutating func holdingBarrier(
    _ barrier: Value, _ body: (inout Machine) throws(Interrupt) -> Void
  ) throws(Interrupt) {
    let lock = state(.privateLock, of: state(.privateCondition, of: barrier))
    // Having the lock changes what is asked when the builtin is executed again.
    takeSnapshotIfNeeded()
    _ = try acquire(lock, .forever)
    do throws(Interrupt) {
      try body(&self)
    } catch {
      if case .raised = error { try release(lock) }
      throw error
    }
    try release(lock)
  }

  fileprivate mutating func wakeAll(atBarrier barrier: Value) throws(Interrupt) {
    try notify(state(.privateCondition, of: barrier), count: .max)
  }

  fileprivate mutating func breakBarrier(_ barrier: Value) throws(Interrupt) {
    try setStanding(of: barrier, to: .broken)
    try wakeAll(atBarrier: barrier)
  }

  fileprivate mutating func wait(
    atBarrier barrier: Value, timeout: Value
  ) throws(Interrupt) -> Int {
    var limit = timeout
    if timeout == .missing || timeout == .none { limit = state(.privateTimeout, of: barrier) }
    let patience = try patience(limit)
    var place = 0
    try holdingBarrier(barrier) { (m) throws(Interrupt) in
      try m.enterBarrier(barrier)
      place = try m.barrierCount(barrier)
      try m.setBarrierNumber(barrier, 1, to: place + 1)
      do throws(Interrupt) {
        try m.passBarrier(barrier, place, patience)
      } catch {
        if case .raised = error { try m.leaveBarrier(barrier) }
        throw error
      }
      try m.leaveBarrier(barrier)
    }
    return place
  }

  /// Waits while those of the round before leave.
  private mutating func enterBarrier(_ barrier: Value) throws(Interrupt) {
    let condition = state(.privateCondition, of: barrier)
    var standing = try standing(of: barrier)
    while standing == .draining || standing == .resetting {
      _ = try wait(on: condition, .forever)
      standing = try self.standing(of: barrier)
    }
    guard standing == .filling else { throw raise(.brokenBarrierError) }
  }

  private mutating func passBarrier(
    _ barrier: Value, _ place: Int, _ patience: Patience
  ) throws(Interrupt) {
    guard case .int(let parties) = state(.privateParties, of: barrier), place + 1 == parties else {
      return try awaitRelease(barrier, patience)
    }
    do throws(Interrupt) {
      let action = state(.privateAction, of: barrier)
      if action != .none { _ = try call(action, []) }
      try setStanding(of: barrier, to: .draining)
      try wakeAll(atBarrier: barrier)
    } catch {
      if case .raised = error { try breakBarrier(barrier) }
      throw error
    }
  }

  private mutating func awaitRelease(
    _ barrier: Value, _ patience: Patience
  ) throws(Interrupt) {
    let isReleased = try wait(
      on: state(.privateCondition, of: barrier), patience,
      until: { (m) throws(Interrupt) in try m.standing(of: barrier) != .filling })
    guard isReleased else {
      try breakBarrier(barrier)
      throw raise(.brokenBarrierError)
    }
    let standing = try standing(of: barrier)
    if standing == .broken || standing == .resetting { throw raise(.brokenBarrierError) }
  }

  /// The last one out makes the barrier ready for the next round.
  private mutating func leaveBarrier(_ barrier: Value) throws(Interrupt) {
    let left = try barrierCount(barrier) - 1
    try setBarrierNumber(barrier, 1, to: left)
    guard left == 0 else { return }
    let standing = try standing(of: barrier)
    guard standing == .draining || standing == .resetting else { return }
    try setStanding(of: barrier, to: .filling)
    try wakeAll(atBarrier: barrier)
  }
}

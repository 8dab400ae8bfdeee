// What a manager's server keeps of locks, conditions, barriers and queues: threading's and queue's, not
// multiprocessing's. Each serves one call; one that has to wait says so and changes nothing.
// (CPython 3.11: threading, queue.)

import Language

struct ManagedSemaphore {
  enum Kind: Hashable {
    case lock, rlock, semaphore
    case bounded(Int)
  }

  var kind: Kind
  var value: Int
  /// Of an RLock: who holds it, and how often he has acquired it.
  var owner: ProcessID?
  var depth = 0

  init(kind: Kind, value: Int) {
    self.kind = kind
    self.value = value
  }

  func isHeld(by client: ProcessID) -> Bool { owner == client && depth > 0 }

  /// Whether it was taken.
  mutating func take(for client: ProcessID) -> Bool {
    if kind == .rlock, isHeld(by: client) {
      depth += 1
      return true
    }
    guard value > 0 else { return false }
    value -= 1
    if kind == .rlock { (owner, depth) = (client, 1) }
    return true
  }

  mutating func serve(
    _ request: ManagerRequest, _ machine: inout Machine
  ) throws(Interrupt) -> Served {
    guard request.method == "release" else {
      if take(for: request.client) { return .value(.bool(true)) }
      return request.isLate ? .value(.bool(false)) : .later
    }
    try release(by: request.client, &machine)
    return .value(.none)
  }

  mutating func release(
    by client: ProcessID, _ machine: inout Machine
  ) throws(Interrupt) {
    switch kind {
    case .lock:
      guard value == 0 else { throw machine.raise(.runtimeError, "release unlocked lock") }
    case .rlock:
      guard isHeld(by: client) else {
        throw machine.raise(.runtimeError, "cannot release un-acquired lock")
      }
      depth -= 1
      guard depth == 0 else { return }
      owner = nil
    case .semaphore: break
    case .bounded(let bound):
      guard value < bound else {
        throw machine.raise(.valueError, "Semaphore released too many times")
      }
    }
    value += 1
  }

  var description: String {
    let place = "0x7f0000000000"
    return switch kind {
    case .lock: "<\(value == 0 ? "locked" : "unlocked") _thread.lock object at \(place)>"
    case .rlock:
      "<\(depth > 0 ? "locked" : "unlocked") _thread.RLock object owner=\(owner?.index ?? 0) "
        + "count=\(depth) at \(place)>"
    case .semaphore: "<threading.Semaphore at \(place): value=\(value)>"
    case .bounded(let bound): "<threading.BoundedSemaphore at \(place): value=\(value)/\(bound)>"
    }
  }
}

/// A number by which a client that waits is known, the smallest that is free.
private func freeTicket(_ used: [Int]) -> Int { (0...).first { !used.contains($0) } ?? 0 }

struct ManagedCondition {
  struct Sleeper {
    var ticket: Int
    /// How often the client had acquired the lock.
    var depth: Int
    var isWoken = false
  }

  var lock = ManagedSemaphore(kind: .rlock, value: 1)
  /// In the order in which they went to sleep.
  var sleepers: [Sleeper] = []

  mutating func serve(
    _ request: ManagerRequest, _ machine: inout Machine
  ) throws(Interrupt) -> Served {
    switch request.method {
    case "#SLEEP": return .value(.int(try sleep(request, &machine)))
    case "#WAKE":
      guard let index = index(of: request) else { return .value(.bool(false)) }
      if sleepers[index].isWoken { return .value(.bool(true)) }
      return request.isLate ? .value(.bool(false)) : .later
    case "#RESUME": return resume(request)
    case "notify", "notify_all":
      guard lock.isHeld(by: request.client) else {
        throw machine.raise(.runtimeError, "cannot notify on un-acquired lock")
      }
      var count = Int.max
      if request.method == "notify" {
        let given = request.arguments.first ?? request.keywords.first?.value
        count = try given.map { (value) throws(Interrupt) in try machine.index(value) } ?? 1
      }
      wake(count)
      return .value(.none)
    default: return try lock.serve(request, &machine)
    }
  }

  private mutating func sleep(
    _ request: ManagerRequest, _ machine: inout Machine
  ) throws(Interrupt) -> Int {
    guard lock.isHeld(by: request.client) else {
      throw machine.raise(.runtimeError, "cannot wait on un-acquired lock")
    }
    let ticket = freeTicket(sleepers.map(\.ticket))
    sleepers.append(Sleeper(ticket: ticket, depth: lock.depth))
    (lock.owner, lock.depth, lock.value) = (nil, 0, 1)
    return ticket
  }

  private func index(of request: ManagerRequest) -> Int? {
    sleepers.firstIndex { request.arguments.first == .int($0.ticket) }
  }

  private mutating func wake(_ count: Int) {
    var left = count
    for index in sleepers.indices where left > 0 && !sleepers[index].isWoken {
      sleepers[index].isWoken = true
      left -= 1
    }
  }

  /// Takes the lock again as it was.
  private mutating func resume(_ request: ManagerRequest) -> Served {
    guard let index = index(of: request) else { return .value(.none) }
    guard lock.take(for: request.client) else { return .later }
    lock.depth = sleepers.remove(at: index).depth
    return .value(.none)
  }
}

struct ManagedBarrier {
  enum State: UInt8 { case waiting, released, broken }

  struct Guest {
    var ticket: Int
    /// How many were there before.
    var place: Int
    var state = State.waiting
  }

  var parties: Int
  var action: Value
  var guests: [Guest] = []
  var isBroken = false

  init(parties: Int, action: Value) {
    self.parties = parties
    self.action = action
  }

  var waiting: Int { guests.count { $0.state == .waiting } }

  mutating func serve(
    _ request: ManagerRequest, _ machine: inout Machine
  ) throws(Interrupt) -> Served {
    switch request.method {
    case "#ARRIVE": return try arrive(&machine)
    case "#PASS": return try pass(request, &machine)
    case "abort":
      isBroken = true
      settle(.broken)
    case "reset":
      isBroken = false
      settle(.broken)
    case "parties": return .value(.int(parties))
    case "n_waiting": return .value(.int(waiting))
    default: return .value(.bool(isBroken))
    }
    return .value(.none)
  }

  private mutating func arrive(_ machine: inout Machine) throws(Interrupt) -> Served {
    if isBroken { throw machine.raise(.brokenBarrierError) }
    // Those of the round before leave first.
    guard guests.allSatisfy({ $0.state == .waiting }) else { return .later }
    let ticket = freeTicket(guests.map(\.ticket))
    guests.append(Guest(ticket: ticket, place: guests.count))
    if guests.count == parties {
      if action != .none { _ = try machine.call(action, []) }
      settle(.released)
    }
    return .value(.int(ticket))
  }

  private mutating func settle(_ state: State) {
    for index in guests.indices where guests[index].state == .waiting {
      guests[index].state = state
    }
  }

  private mutating func pass(
    _ request: ManagerRequest, _ machine: inout Machine
  ) throws(Interrupt) -> Served {
    guard let index = guests.firstIndex(where: { request.arguments.first == .int($0.ticket) })
    else { return .value(.none) }
    if guests[index].state == .waiting {
      guard request.isLate else { return .later }
      isBroken = true
      settle(.broken)
    }
    let guest = guests.remove(at: index)
    if guest.state == .broken { throw machine.raise(.brokenBarrierError) }
    return .value(.int(guest.place))
  }
}

struct ManagedQueue {
  /// 0 for no limit.
  var maximum: Int
  var items: [Value] = []
  var unfinished = 0

  init(maximum: Int) { self.maximum = maximum }

  private var isFull: Bool { maximum > 0 && items.count >= maximum }

  mutating func serve(
    _ request: ManagerRequest, _ machine: inout Machine
  ) throws(Interrupt) -> Served {
    switch request.method {
    case "put":
      if isFull {
        guard request.isLate else { return .later }
        throw machine.raise(.queueFull)
      }
      items.append(request.arguments[0])
      unfinished += 1
    case "get":
      if items.isEmpty {
        guard request.isLate else { return .later }
        throw machine.raise(.queueEmpty)
      }
      return .value(items.removeFirst())
    case "task_done":
      guard unfinished > 0 else {
        throw machine.raise(.valueError, "task_done() called too many times")
      }
      unfinished -= 1
    case "join": if unfinished > 0 { return .later }
    case "empty": return .value(.bool(items.isEmpty))
    case "full": return .value(.bool(isFull))
    default: return .value(.int(items.count))
    }
    return .value(.none)
  }
}

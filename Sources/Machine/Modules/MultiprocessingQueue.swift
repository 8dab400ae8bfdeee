// multiprocessing's Queue, JoinableQueue and SimpleQueue. A queue's state: `_queue`, the world's
// number, `_closed` (this process has closed it), `_join_cancelled`.
//
// Rule: an item is pickled when its feeder takes it, which is later than `put`. In a live run the
// moment of `put` is as good as any; where every moment counts, an item that can still change waits
// in the machine under a ticket.
// (CPython 3.11: multiprocessing.queues.)

import Language

let queueMethods: [BuiltinFunction] =
  [
    .bound("__init__", of: .queue, "self, maxsize=0") { (m, a) throws(Interrupt) in
      try m.initialiseQueue(a[0], .fed, maximum: a[1])
      return .none
    },
    .bound("__init__", of: .joinableQueue, "self, maxsize=0") { (m, a) throws(Interrupt) in
      try m.initialiseQueue(a[0], .joinable, maximum: a[1])
      return .none
    },
    .one("__init__", of: .simpleQueue) { (m, queue) throws(Interrupt) in
      try m.initialiseQueue(queue, .simple, maximum: .missing)
      return .none
    },
    .bound("put", of: .queue, "self, obj, block=True, timeout=None") { (m, a) throws(Interrupt) in
      let patience = try m.patience(block: a[2], timeout: a[3])
      try m.put(a[1], into: a[0], patience)
      return .none
    },
    .two("put_nowait", of: .queue) { (m, queue, item) throws(Interrupt) in
      try m.put(item, into: queue, .none)
      return .none
    },
    .bound("get", of: .queue, "self, block=True, timeout=None") { (m, a) throws(Interrupt) in
      let patience = try m.patience(block: a[1], timeout: a[2])
      return try m.get(from: a[0], patience)
    },
    .one("get_nowait", of: .queue) { (m, queue) throws(Interrupt) in
      try m.get(from: queue, .none)
    },
    .one("qsize", of: .queue) { (m, queue) throws(Interrupt) in
      if case .int(let size) = try m.request(.queueSize(m.queueID(queue))) {
        .int(size)
      } else {
        .none
      }
    },
    .one("full", of: .queue) { (m, queue) throws(Interrupt) in
      .bool(try m.request(.queueIsFull(m.queueID(queue))) == .bool(true))
    },
    .one("close", of: .queue) { (m, queue) throws(Interrupt) in
      m.setState(.privateClosed, of: queue, to: .bool(true))
      return .none
    },
    .one("join_thread", of: .queue) { (m, queue) throws(Interrupt) in
      guard m.state(.privateClosed, of: queue) == .bool(true) else {
        throw m.raise(.assertionError, "Queue \(try m.repr(queue).string) not closed")
      }
      let id = try m.queueID(queue)
      if m.process.fedQueues.contains(id) { _ = try m.request(.awaitFeeder(id)) }
      return .none
    },
    .one("cancel_join_thread", of: .queue) { (m, queue) throws(Interrupt) in
      m.setState(.privateJoinCancelled, of: queue, to: .bool(true))
      let id = try m.queueID(queue)
      m.process.fedQueues.removeAll { $0 == id }
      return .none
    },
    .one("task_done", of: .joinableQueue) { (m, queue) throws(Interrupt) in
      if case .failed = try m.perform(.taskDone(m.queueID(queue))) {
        throw m.raise(.valueError, "task_done() called too many times")
      }
      return .none
    },
    .bound("join", of: .joinableQueue, "self") { (m, a) throws(Interrupt) in
      _ = try m.request(.awaitTasks(m.queueID(a[0])))
      return .none
    },
    .bound("put", of: .simpleQueue, "self, obj") { (m, a) throws(Interrupt) in
      let pickled = try m.pickle(a[1])
      try m.checkHandle(a[0])
      _ = try m.request(.put(m.queueID(a[0]), .pickled(pickled), .forever))
      return .none
    },
    .bound("get", of: .simpleQueue, "self") { (m, a) throws(Interrupt) in
      try m.checkHandle(a[0])
      guard case .bytes(let item) = try m.request(.get(m.queueID(a[0]), .forever)) else {
        return .none
      }
      return try m.unpickle(item)
    },
    .one("close", of: .simpleQueue) { (m, queue) throws(Interrupt) in
      m.setState(.privateClosed, of: queue, to: .bool(true))
      return .none
    },
  ]
  + [TypeID.queue, .simpleQueue].map { type in
    .one("empty", of: type) { (m, queue) throws(Interrupt) in
      if type == .simpleQueue { try m.checkHandle(queue) }
      return .bool(try m.request(.queueIsEmpty(m.queueID(queue))) == .bool(true))
    }
  }

/// An item that its feeder has yet to pickle.
struct WaitingItem {
  var ticket: UInt32
  var value: Value
}

extension Machine {
  fileprivate mutating func initialiseQueue(
    _ queue: Value, _ kind: QueueKind, maximum: Value
  ) throws(Interrupt) {
    let bound = try integerArgument(maximum, default: 0)
    let capacity = bound > 0 ? Int32(clamping: bound) : nil
    guard case .queue(let id) = try request(.makeQueue(kind, capacity: capacity)) else { return }
    setState(.privateQueue, of: queue, to: .int(Int(id.index)))
  }

  fileprivate mutating func queueID(_ queue: Value) throws(Interrupt) -> QueueID {
    if case .int(let index) = state(.privateQueue, of: queue) { return QueueID(index) }
    throw raise(.attributeError, "'\(typeName(of: queue))' object has no attribute '_reader'")
  }

  /// A SimpleQueue that is closed has lost its ends of the pipe.
  fileprivate mutating func checkHandle(_ queue: Value) throws(Interrupt) {
    guard state(.privateClosed, of: queue) == .bool(true) else { return }
    throw raise(.osError, "handle is closed")
  }

  private mutating func checkOpen(_ queue: Value) throws(Interrupt) {
    guard state(.privateClosed, of: queue) == .bool(true) else { return }
    throw raise(.valueError, "Queue \(try repr(queue).string) is closed")
  }

  fileprivate mutating func put(
    _ item: Value, into queue: Value, _ patience: Patience
  ) throws(Interrupt) {
    try checkOpen(queue)
    let id = try queueID(queue)
    let travelling = try queueItem(item)
    guard try request(.put(id, travelling, patience)) != .bool(false) else {
      throw raise(.queueFull)
    }
    if case .later(let ticket) = travelling {
      waitingItems.append(WaitingItem(ticket: ticket, value: item))
    }
    process.hasFed = true
    if !process.fedQueues.contains(id), state(.privateJoinCancelled, of: queue) != .bool(true) {
      process.fedQueues.append(id)
    }
  }

  fileprivate mutating func get(
    from queue: Value, _ patience: Patience
  ) throws(Interrupt) -> Value {
    try checkOpen(queue)
    let id = try queueID(queue)
    guard case .bytes(let item) = try request(.get(id, patience)) else {
      throw raise(.queueEmpty)
    }
    return try unpickle(item)
  }

  // MARK: What the feeder does

  private mutating func queueItem(_ value: Value) throws(Interrupt) -> QueueItem {
    if isExplored || delaysPickling, !rules.contains(.noFeeder), canChange(value, depth: 0) {
      let used = waitingItems.map(\.ticket)
      return .later(ticket: (0...).first { !used.contains($0) } ?? 0)
    }
    return try pickledByFeeder(value)
  }

  /// Whether anybody could change what its pickle will be.
  private func canChange(_ value: Value, depth: Int) -> Bool {
    guard case .object(let reference) = value else { return false }
    switch object(at: reference) {
    case .string, .bytes, .bigInteger, .range, .slice, .function, .userClass: return false
    case .tuple(let items): return depth > 50 || items.contains { canChange($0, depth: depth + 1) }
    case .free, .list, .dict, .set, .frozenSet, .cell, .method, .instance, .exception, .generator,
      .iterator, .dictView, .property, .staticMethod, .classMethod, .superObject, .file:
      return true
    }
  }

  private mutating func pickledByFeeder(_ value: Value) throws(Interrupt) -> QueueItem {
    do throws(Interrupt) {
      return .pickled(try pickle(value))
    } catch {
      guard case .raised(let exception) = error else { throw error }
      let message = quietText(of: exception)
      var text = "Traceback (most recent call last):\n" + lastLine(of: exception) + "\n"
      if let type = self.exception(exception)?.type {
        text += hintLine(type: type, message: message)
      }
      return .faulty(text: Array(text.utf8))
    }
  }

  /// The item that was put with this ticket, pickled as it is now; it is forgotten then.
  package mutating func takeItem(ticket: UInt32) -> QueueItem {
    guard let index = waitingItems.firstIndex(where: { $0.ticket == ticket }) else {
      return .pickled([])
    }
    let value = waitingItems.remove(at: index).value
    if waitingItems.isEmpty { hasPaused = false }
    do throws(Interrupt) {
      return try pickledByFeeder(value)
    } catch {
      return .faulty(text: Array("tutor: a __getstate__ that prints or waits\n".utf8))
    }
  }
}

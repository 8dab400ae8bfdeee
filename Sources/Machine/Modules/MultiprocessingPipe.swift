// multiprocessing.Pipe and Connection. A Connection's state: `_handle`, this process's number for its
// end of the pipe, `None` once it is closed, `_readable` and `_writable`.
// (CPython 3.11: multiprocessing.connection.)

import Language

let connectionMethods: [BuiltinFunction] = [
  .two("send", of: .connection) { (m, connection, item) throws(Interrupt) in
    let end = try m.openEnd(connection, for: .privateWritable)
    let message = try m.pickle(item)
    _ = try m.request(.send(end, message))
    return .none
  },
  .one("recv", of: .connection) { (m, connection) throws(Interrupt) in
    let end = try m.openEnd(connection, for: .privateReadable)
    return try m.unpickle(m.message(from: end))
  },
  .bound("send_bytes", of: .connection, "self, buf, offset=0, size=None") {
    (m, a) throws(Interrupt) in
    let end = try m.openEnd(a[0], for: .privateWritable)
    let message = try m.slice(ofBytes: a[1], offset: a[2], size: a[3])
    _ = try m.request(.send(end, message))
    return .none
  },
  .bound("recv_bytes", of: .connection, "self, maxlength=None") { (m, a) throws(Interrupt) in
    let end = try m.openEnd(a[0], for: .privateReadable)
    var limit = Int.max
    if a[1] != .missing, a[1] != .none { limit = try m.index(a[1]) }
    if limit < 0 { throw m.raise(.valueError, "negative maxlength") }
    let message = try m.message(from: end)
    guard message.count <= limit else {
      try m.refuseMessage(a[0])
      throw m.raise(.osError, "bad message length")
    }
    return m.make(bytes: message)
  },
  .bound("poll", of: .connection, "self, timeout=0.0") { (m, a) throws(Interrupt) in
    let end = try m.openEnd(a[0], for: .privateReadable)
    let patience = a[1] == .missing ? Patience.none : try m.patience(a[1])
    return .bool(try m.ready([.end(end)], within: patience) != [])
  },
  .one("close", of: .connection) { (m, connection) throws(Interrupt) in
    try m.close(connection)
    return .none
  },
  .one("fileno", of: .connection) { (m, connection) throws(Interrupt) in
    .int(Int(try m.openEnd(connection).index))
  },
  .getter("closed", of: .connection) { (m, connection) throws(Interrupt) in
    .bool(m.state(.privateHandle, of: connection) == .none)
  },
  .getter("readable", of: .connection) { (m, connection) throws(Interrupt) in
    m.state(.privateReadable, of: connection)
  },
  .getter("writable", of: .connection) { (m, connection) throws(Interrupt) in
    m.state(.privateWritable, of: connection)
  },
  .one("__enter__", of: .connection) { (_, connection) in connection },
  .bound("__exit__", of: .connection, "self, *args") { (m, a) throws(Interrupt) in
    try m.close(a[0])
    return .none
  },
]

let connectionFunctions: [BuiltinFunction] = [
  .bound("Pipe", "duplex=True") { (m, a) throws(Interrupt) in
    let isDuplex = try m.flag(a[0], default: true)
    guard case .ends(let first, let second) = try m.request(.makePipe(duplex: isDuplex)) else {
      return .none
    }
    let left = m.makeConnection(first, readable: true, writable: isDuplex)
    let right = m.makeConnection(second, readable: isDuplex, writable: true)
    return m.make(tuple: [left, right])
  }
]

extension ModuleDescription {
  static let multiprocessingConnection = ModuleDescription(
    id: .multiprocessingConnection,
    functions: connectionFunctions + [
      .bound("wait", "object_list, timeout=None") { (m, a) throws(Interrupt) in
        let objects = try m.collect(a[0])
        let patience = try m.patience(a[1])
        var waitables: [Waitable] = []
        for object in objects { waitables.append(try m.waitable(object)) }
        let ready = try m.ready(waitables, within: patience)
        return m.make(list: ready.map { objects[$0] })
      }
    ],
    types: [("Connection", .connection)],
    refused: [
      "Listener": "use multiprocessing.Pipe", "Client": "use multiprocessing.Pipe",
    ])
}

extension Machine {
  fileprivate mutating func makeConnection(
    _ end: EndID, readable: Bool, writable: Bool
  ) -> Value {
    makeInstance(
      .type(.connection),
      [
        (.privateHandle, .int(Int(end.index))), (.privateReadable, .bool(readable)),
        (.privateWritable, .bool(writable)),
      ])
  }

  /// The end that a connection stands for.
  /// - Parameter direction: what it must be able to do, `_readable` or `_writable`.
  fileprivate mutating func openEnd(
    _ connection: Value, for direction: Name? = nil
  ) throws(Interrupt) -> EndID {
    guard case .int(let handle) = state(.privateHandle, of: connection) else {
      throw raise(.osError, "handle is closed")
    }
    if let direction, state(direction, of: connection) != .bool(true) {
      let only = direction == .privateReadable ? "write-only" : "read-only"
      throw raise(.osError, "connection is \(only)")
    }
    return EndID(handle)
  }

  fileprivate mutating func message(from end: EndID) throws(Interrupt) -> [UInt8] {
    if case .bytes(let message) = try request(.receive(end)) { message } else { [] }
  }

  fileprivate mutating func close(_ connection: Value) throws(Interrupt) {
    guard case .int(let handle) = state(.privateHandle, of: connection) else { return }
    _ = try request(.closeEnd(EndID(handle)))
    setState(.privateHandle, of: connection, to: .none)
  }

  /// After a message of a wrong length nothing more can be received.
  fileprivate mutating func refuseMessage(_ connection: Value) throws(Interrupt) {
    guard state(.privateWritable, of: connection) == .bool(true) else {
      return try close(connection)
    }
    setState(.privateReadable, of: connection, to: .bool(false))
  }

  /// Which of these are ready, once one is.
  fileprivate mutating func ready(
    _ waitables: [Waitable], within patience: Patience
  ) throws(Interrupt) -> [Int] {
    if case .indices(let ready) = try request(.awaitReady(waitables, patience)) {
      ready
    } else {
      []
    }
  }

  fileprivate mutating func waitable(_ object: Value) throws(Interrupt) -> Waitable {
    if isInstance(object, of: .connection) { return .end(try openEnd(object)) }
    if case .int(let sentinel) = object, let process = ProcessID(sentinel: sentinel) {
      return .process(process)
    }
    throw raise(.valueError, "Invalid file object: \(try repr(object).string)")
  }

  /// The part of a bytes object that `send_bytes` sends.
  fileprivate mutating func slice(
    ofBytes value: Value, offset: Value, size: Value
  ) throws(Interrupt) -> [UInt8] {
    guard case .bytes(let bytes)? = object(storage(of: value)) else {
      throw raise(
        .typeError,
        "memoryview: a bytes-like object is required, not '\(typeName(of: value))'")
    }
    let start = try integerArgument(offset, default: 0)
    if start < 0 { throw raise(.valueError, "offset is negative") }
    if start > bytes.count { throw raise(.valueError, "buffer length < offset") }
    guard size != .missing, size != .none else { return Array(bytes[start...]) }
    let count = try index(size)
    if count < 0 { throw raise(.valueError, "size is negative") }
    if count > bytes.count - start { throw raise(.valueError, "buffer length < offset + size") }
    return Array(bytes[start..<(start + count)])
  }
}

extension ProcessID {
  private static let firstSentinel = 1000

  /// The number by which a program waits for the process.
  var sentinel: Int { ProcessID.firstSentinel + Int(index) }

  init?(sentinel: Int) {
    guard sentinel >= ProcessID.firstSentinel, sentinel < 1 << 30 else { return nil }
    self.init(sentinel - ProcessID.firstSentinel)
  }
}

// `bytes` and its methods.

import BigInt
import Language

extension Library {
  static var bytesMethods: [BuiltinFunction] {
    [
      .bound(
        "__new__", of: .bytes, as: .staticMethod, "type, source=b'', encoding=None, errors=None"
      ) {
        (m, a) throws(Interrupt) in
        let bytes = try m.makeBytes(a)
        let value = m.make(bytes: bytes)
        return m.instance(of: a[0], .bytes, holding: value)
      },
      .bound("decode", of: .bytes, "self, /, encoding='utf-8', errors='strict'") {
        (m, a) throws(Interrupt) in
        let encoding =
          a[1] == .missing ? "utf-8" : try m.textArgument(a[1], "decode() argument 1").string
        let errors =
          a[2] == .missing ? "strict" : try m.textArgument(a[2], "decode() argument 2").string
        return m.make(text: try m.decode(m.bytes(a[0]), encoding, errors))
      },
      .bound("hex", of: .bytes, "self, /, sep=None, bytes_per_sep=1") { (m, a) throws(Interrupt) in
        let separator = a[1] == .missing ? "" : try m.textArgument(a[1], "sep").string
        let parts = m.bytes(a[0]).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return m.make(parts.joined(separator: separator))
      },
      .bound("fromhex", of: .bytes, as: .classMethod, "type, string, /") {
        (m, a) throws(Interrupt) in
        var bytes: [UInt8] = []
        var half: Int?
        for (index, byte) in try m.textArgument(a[1], "fromhex() argument").utf8.enumerated() {
          if isBlank(byte), half == nil { continue }
          guard let digit = digitValue(byte), digit < 16 else {
            throw m.raise(
              .valueError,
              "non-hexadecimal number found in fromhex() arg at position \(index)")
          }
          if let high = half {
            bytes.append(UInt8(high * 16 + digit))
            half = nil
          } else {
            half = digit
          }
        }
        if half != nil {
          throw m.raise(
            .valueError,
            "non-hexadecimal number found in fromhex() arg at position "
              + "\(m.text(a[1])?.count ?? 0)")
        }
        return m.make(bytes: bytes)
      },
      .bound("find", of: .bytes, "self, sub, start=None, end=None, /") { (m, a) throws(Interrupt) in
        .int(try m.findBytes(a, last: false) ?? -1)
      },
      .bound("rfind", of: .bytes, "self, sub, start=None, end=None, /") {
        (m, a) throws(Interrupt) in .int(try m.findBytes(a, last: true) ?? -1)
      },
      .bound("index", of: .bytes, "self, sub, start=None, end=None, /") {
        (m, a) throws(Interrupt) in
        if let found = try m.findBytes(a, last: false) { return .int(found) }
        throw m.raise(.valueError, "subsection not found")
      },
      .two("count", of: .bytes) { (m, a, part) throws(Interrupt) in
        let bytes = m.bytes(a)
        let part = try m.bytesArgument(part)
        if part.isEmpty { return .int(bytes.count + 1) }
        return .int(countRanges(of: part, in: bytes, from: 0, to: bytes.count))
      },
      .two("startswith", of: .bytes) { (m, a, part) throws(Interrupt) in
        for option in m.tuple(part) ?? [part] {
          if m.bytes(a).starts(with: try m.bytesArgument(option)) { return .bool(true) }
        }
        return .bool(false)
      },
      .two("endswith", of: .bytes) { (m, a, part) throws(Interrupt) in
        for option in m.tuple(part) ?? [part] {
          let tail = try m.bytesArgument(option)
          if m.bytes(a).suffix(tail.count).elementsEqual(tail) { return .bool(true) }
        }
        return .bool(false)
      },
      .bound("replace", of: .bytes, "self, old, new, count=-1, /") { (m, a) throws(Interrupt) in
        let old = try m.bytesArgument(a[1])
        let new = try m.bytesArgument(a[2])
        let limit = try m.integerArgument(a[3], default: -1)
        return m.make(bytes: replacing(old, with: new, in: m.bytes(a[0]), limit: limit))
      },
      .bound("split", of: .bytes, "self, /, sep=None, maxsplit=-1") { (m, a) throws(Interrupt) in
        let bytes = m.bytes(a[0])
        let limit = try m.integerArgument(a[2], default: -1)
        let parts: [ArraySlice<UInt8>]
        if a[1] == .missing || a[1] == .none {
          parts = splitOnSpace(bytes, limit: limit, isASCII: true)
        } else {
          let separator = try m.bytesArgument(a[1])
          if separator.isEmpty { throw m.raise(.valueError, "empty separator") }
          parts = split(bytes, on: separator, limit: limit)
        }
        var items: [Value] = []
        for part in parts { items.append(m.make(bytes: Array(part))) }
        return m.make(list: items)
      },
      .bound("splitlines", of: .bytes, "self, /, keepends=False") { (m, a) throws(Interrupt) in
        let keepsEnds = try m.flag(a[1])
        let lines = linesOfBytes(m.bytes(a[0]), keepingEnds: keepsEnds)
        var items: [Value] = []
        for line in lines { items.append(m.make(bytes: Array(line))) }
        return m.make(list: items)
      },
      .two("join", of: .bytes) { (m, a, iterable) throws(Interrupt) in
        var result: [UInt8] = []
        for (index, item) in try m.collect(iterable).enumerated() {
          guard case .bytes(let part)? = m.object(item) else {
            throw m.raise(
              .typeError,
              "sequence item \(index): expected a bytes-like object, \(m.shownType(of: item)) found"
            )
          }
          if index > 0 { result.append(contentsOf: m.bytes(a)) }
          result.append(contentsOf: part)
        }
        return m.make(bytes: result)
      },
      stripping("strip", .both), stripping("lstrip", .left), stripping("rstrip", .right),
      .one("upper", of: .bytes) { (m, a) throws(Interrupt) in
        m.make(bytes: m.bytes(a).map { $0 &- 97 < 26 ? $0 - 32 : $0 })
      },
      .one("lower", of: .bytes) { (m, a) throws(Interrupt) in
        m.make(bytes: m.bytes(a).map { $0 &- 65 < 26 ? $0 + 32 : $0 })
      },
      .one("isdigit", of: .bytes) { (m, a) throws(Interrupt) in
        .bool(!m.bytes(a).isEmpty && m.bytes(a).allSatisfy(isDigit))
      },
    ]
  }

  private static func stripping(_ name: String, _ side: TextSide) -> BuiltinFunction {
    .bound(name, of: .bytes, "self, bytes=None, /") { (m, a) throws(Interrupt) in
      let set: [UInt8]? = a[1] == .missing || a[1] == .none ? nil : try m.bytesArgument(a[1])
      var slice = m.bytes(a[0])[...]
      func goes(_ byte: UInt8) -> Bool { set.map { $0.contains(byte) } ?? isBlank(byte) }
      if side != .right { while let first = slice.first, goes(first) { slice.removeFirst() } }
      if side != .left { while let last = slice.last, goes(last) { slice.removeLast() } }
      return m.make(bytes: Array(slice))
    }
  }
}

extension Machine {
  func bytes(_ value: Value) -> [UInt8] {
    if case .bytes(let bytes)? = object(value) { bytes } else { [] }
  }

  mutating func bytesArgument(_ value: Value) throws(Interrupt) -> [UInt8] {
    switch object(storage(of: value)) {
    case .bytes(let bytes)?: return bytes
    default:
      if case .int(let int) = value, let byte = UInt8(exactly: int) { return [byte] }
      throw raise(
        .typeError, "a bytes-like object is required, not '\(shownType(of: value))'")
    }
  }

  fileprivate mutating func findBytes(_ a: [Value], last: Bool) throws(Interrupt) -> Int? {
    let bytes = bytes(a[0])
    let part = try bytesArgument(a[1])
    let (start, end) = try bounds(a[2], a[3], in: bytes.count)
    if start > end { return nil }
    return last
      ? lastRange(of: part, in: bytes, from: start, to: end)
      : firstRange(of: part, in: bytes, from: start, to: end)
  }

  fileprivate mutating func makeBytes(_ a: [Value]) throws(Interrupt) -> [UInt8] {
    if a[1] == .missing { return [] }
    if let text = text(storage(of: a[1])) {
      if a[2] == .missing { throw raise(.typeError, "string argument without an encoding") }
      let encoding = try textArgument(a[2], "bytes() argument 2").string
      let errors = a[3] == .missing ? "strict" : try textArgument(a[3], "bytes() argument 3").string
      return try encode(text, encoding, errors)
    }
    if case .bytes(let bytes)? = object(storage(of: a[1])) { return bytes }
    if integer(a[1]) != nil {
      let count = try index(a[1])
      if count < 0 { throw raise(.valueError, "negative count") }
      if count > 1 << 30 { throw raise(.memoryError) }
      return [UInt8](repeating: 0, count: count)
    }
    guard isIterable(a[1]) else {
      throw raise(.typeError, "cannot convert '\(shownType(of: a[1]))' object to bytes")
    }
    return try byteValues(a[1])
  }

  /// The bytes that an iterable of integers gives.
  mutating func byteValues(_ iterable: Value) throws(Interrupt) -> [UInt8] {
    var bytes: [UInt8] = []
    for item in try collect(iterable) {
      guard let byte = UInt8(exactly: try index(item)) else {
        throw raise(.valueError, "bytes must be in range(0, 256)")
      }
      bytes.append(byte)
    }
    return bytes
  }
}

/// The lines of bytes: only line feeds and carriage returns end them.
private func linesOfBytes(_ bytes: [UInt8], keepingEnds: Bool) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    let isPair = end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10
    let next = min(end + (isPair ? 2 : 1), bytes.count)
    lines.append(bytes[start..<(keepingEnds ? next : end)])
    start = next
  }
  return lines
}

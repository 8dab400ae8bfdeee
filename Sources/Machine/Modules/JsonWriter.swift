// Writes values as JSON text, with CPython's options and its spelling.

import BigInt
import Language

/// One writing of a JSON document.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var indent: [UInt8]?
  private var itemSeparator = Array(", ".utf8)
  private var keySeparator = Array(": ".utf8)
  private var sortsKeys = false
  private var escapesNonASCII = true
  private var allowsNaN = true
  private var skipsKeys = false
  private var fallback = Value.none
  private var open: [Value] = []

  init() {}

  /// Takes the keyword arguments of `dumps`.
  mutating func read(_ options: Value, _ machine: inout Machine) throws(Interrupt) {
    var hasSeparators = false
    for entry in machine.dict(options)?.entries ?? [] where entry.key != .missing {
      let value = entry.value
      let name = machine.text(entry.key)?.string ?? ""
      switch name {
      case "indent":
        if value == .none { break }
        if let text = machine.text(value) {
          indent = text.utf8
        } else {
          indent = [UInt8](repeating: 32, count: max(try machine.index(value), 0))
        }
      case "separators":
        if value == .none { break }
        let parts = try machine.collect(value)
        if parts.count == 2 {
          itemSeparator = try machine.textArgument(parts[0], "separator").utf8
          keySeparator = try machine.textArgument(parts[1], "separator").utf8
          hasSeparators = true
        }
      case "sort_keys": sortsKeys = try machine.isTrue(value)
      case "ensure_ascii": escapesNonASCII = try machine.isTrue(value)
      case "allow_nan": allowsNaN = try machine.isTrue(value)
      case "skipkeys": skipsKeys = try machine.isTrue(value)
      case "default": fallback = value
      case "check_circular": break
      default:
        throw machine.raise(
          .typeError, "JSONEncoder.__init__() got an unexpected keyword argument '\(name)'")
      }
    }
    if indent != nil, !hasSeparators { itemSeparator = [44] }
  }

  mutating func write(
    _ value: Value, depth: Int, _ machine: inout Machine
  ) throws(Interrupt) {
    let held = machine.storage(of: value)
    switch held {
    case .none: bytes.append(contentsOf: "null".utf8)
    case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    case .int(let int): bytes.append(contentsOf: decimalBytes(int))
    case .float(let float): try write(float, &machine)
    case .opaque(let kind, let id): bytes.append(contentsOf: kind.placeholder(id).utf8)
    case .object:
      switch machine.object(held) {
      case .string(let text)?: write(text)
      case .bigInteger(let big)?:
        bytes.append(contentsOf: try machine.decimalText(of: big).utf8)
      case .list(let items)?, .tuple(let items)?:
        try enter(value, &machine)
        try write(items, depth, &machine)
        open.removeLast()
      case .dict(let table)?:
        try enter(value, &machine)
        try write(table, depth, &machine)
        open.removeLast()
      default: try writeOther(value, depth, &machine)
      }
    default: try writeOther(value, depth, &machine)
    }
  }

  private mutating func enter(_ value: Value, _ machine: inout Machine) throws(Interrupt) {
    if open.contains(value) { throw machine.raise(.valueError, "Circular reference detected") }
    if open.count > 200 {
      throw machine.raise(
        .recursionError, "maximum recursion depth exceeded while encoding a JSON object")
    }
    open.append(value)
  }

  private mutating func writeOther(
    _ value: Value, _ depth: Int, _ machine: inout Machine
  ) throws(Interrupt) {
    guard fallback != .none else {
      throw machine.raise(
        .typeError, "Object of type \(machine.typeName(of: value)) is not JSON serializable")
    }
    try enter(value, &machine)
    let replacement = try machine.call(fallback, [value])
    try write(replacement, depth: depth, &machine)
    open.removeLast()
  }

  private mutating func write(_ float: Double, _ machine: inout Machine) throws(Interrupt) {
    if float.isFinite {
      bytes.append(contentsOf: floatRepr(float).utf8)
      return
    }
    if !allowsNaN {
      throw machine.raise(
        .valueError, "Out of range float values are not JSON compliant")
    }
    bytes.append(
      contentsOf: (float.isNaN ? "NaN" : float > 0 ? "Infinity" : "-Infinity").utf8)
  }

  private mutating func newLine(_ depth: Int) {
    guard let indent else { return }
    bytes.append(10)
    for _ in 0..<depth { bytes.append(contentsOf: indent) }
  }

  private mutating func write(
    _ items: [Value], _ depth: Int, _ machine: inout Machine
  ) throws(Interrupt) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(contentsOf: itemSeparator) }
      newLine(depth + 1)
      try write(item, depth: depth + 1, &machine)
    }
    if !items.isEmpty { newLine(depth) }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(
    _ table: DictTable, _ depth: Int, _ machine: inout Machine
  ) throws(Interrupt) {
    var entries = table.entries.filter { $0.key != .missing }
    if sortsKeys {
      var keys: [Value] = []
      for index in entries.indices {
        keys.append(machine.make(tuple: [entries[index].key, .int(index)]))
      }
      let order = try machine.sorted(keys, key: .none, reverse: false)
      entries = order.compactMap { pair in
        guard let parts = machine.tuple(pair), case .int(let index) = parts[1] else { return nil }
        return entries[index]
      }
    }
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for entry in entries {
      guard let key = try key(entry.key, &machine) else { continue }
      if !isFirst { bytes.append(contentsOf: itemSeparator) }
      isFirst = false
      newLine(depth + 1)
      write(key)
      bytes.append(contentsOf: keySeparator)
      try write(entry.value, depth: depth + 1, &machine)
    }
    if !isFirst { newLine(depth) }
    bytes.append(UInt8(ascii: "}"))
  }

  private func key(_ value: Value, _ machine: inout Machine) throws(Interrupt) -> Text? {
    switch value {
    case .none: return Text("null")
    case .bool(let bool): return Text(bool ? "true" : "false")
    case .int(let int): return Text(String(int))
    case .float(let float): return Text(floatRepr(float))
    default: break
    }
    switch machine.object(machine.storage(of: value)) {
    case .string(let text)?: return text
    case .bigInteger(let big)?: return Text(try machine.decimalText(of: big))
    default: break
    }
    if skipsKeys { return nil }
    throw machine.raise(
      .typeError,
      "keys must be str, int, float, bool or None, not \(machine.shownType(of: value))")
  }

  private mutating func write(_ text: Text) {
    bytes.append(34)
    if text.isASCII || !escapesNonASCII {
      for byte in text.utf8 { append(byte) }
    } else {
      for point in text.codePoints {
        if point < 128 { append(UInt8(point)) } else { appendEscaped(point) }
      }
    }
    bytes.append(34)
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case 34, 92: bytes.append(contentsOf: [92, byte])
    case 10: bytes.append(contentsOf: [92, UInt8(ascii: "n")])
    case 13: bytes.append(contentsOf: [92, UInt8(ascii: "r")])
    case 9: bytes.append(contentsOf: [92, UInt8(ascii: "t")])
    case 8: bytes.append(contentsOf: [92, UInt8(ascii: "b")])
    case 12: bytes.append(contentsOf: [92, UInt8(ascii: "f")])
    case 0..<32: appendUnit(UInt32(byte))
    case 127 where escapesNonASCII: bytes.append(byte)
    default: bytes.append(byte)
    }
  }

  private mutating func appendEscaped(_ point: UInt32) {
    if point < 0x10000 { return appendUnit(point) }
    let rest = point - 0x10000
    appendUnit(0xD800 + (rest >> 10))
    appendUnit(0xDC00 + (rest & 0x3FF))
  }

  private mutating func appendUnit(_ unit: UInt32) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(48, count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}

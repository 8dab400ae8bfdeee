// Reads JSON text into values, on its bytes. Messages and places of faults are CPython's.

import BigInt
import Language

/// One reading of a JSON document.
struct JSONReader {
  enum Stop: Error {
    /// A fault in the text: CPython's message and the byte where it stands.
    case fault(String, Int)
    case interrupt(Interrupt)
  }

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private var memo: [[UInt8]: Value] = [:]

  init(text: Text) { bytes = text.utf8 }

  mutating func document(_ machine: inout Machine) throws(Stop) -> Value {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw .fault("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0)
    }
    skipBlanks()
    let value = try value(&machine)
    skipBlanks()
    if index < bytes.count { throw .fault("Extra data", index) }
    return value
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 32, 9, 10, 13: index += 1
      default: return
      }
    }
  }

  private mutating func value(_ machine: inout Machine) throws(Stop) -> Value {
    guard index < bytes.count else { throw .fault("Expecting value", index) }
    switch bytes[index] {
    case UInt8(ascii: "\""):
      index += 1
      return machine.make(text: try string(&machine))
    case UInt8(ascii: "{"): return try object(&machine)
    case UInt8(ascii: "["): return try array(&machine)
    case UInt8(ascii: "n") where takes("null"): return .none
    case UInt8(ascii: "t") where takes("true"): return .bool(true)
    case UInt8(ascii: "f") where takes("false"): return .bool(false)
    case UInt8(ascii: "N") where takes("NaN"): return .float(.nan)
    case UInt8(ascii: "I") where takes("Infinity"): return .float(.infinity)
    case UInt8(ascii: "-") where takes("-Infinity"): return .float(-.infinity)
    default: return try number(&machine)
    }
  }

  private mutating func takes(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { return false }
    index += count
    return true
  }

  private mutating func number(_ machine: inout Machine) throws(Stop) -> Value {
    let start = index
    var end = index
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    guard end < bytes.count, isDigit(bytes[end]) else { throw .fault("Expecting value", start) }
    if bytes[end] == UInt8(ascii: "0") {
      end += 1
    } else {
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    }
    var isFloat = false
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(bytes[end + 1]) {
      isFloat = true
      end += 1
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      var exponent = end + 1
      if exponent < bytes.count, bytes[exponent] == 43 || bytes[exponent] == 45 { exponent += 1 }
      if exponent < bytes.count, isDigit(bytes[exponent]) {
        isFloat = true
        while exponent < bytes.count, isDigit(bytes[exponent]) { exponent += 1 }
        end = exponent
      }
    }
    index = end
    let text = Array(bytes[start..<end])
    if isFloat { return .float(parseFloat(text) ?? 0) }
    if text.count > 4300 { throw .interrupt(machine.tooManyDigits(text.count)) }
    return machine.make(integer: parseInteger(text, base: 10) ?? 0)
  }

  private mutating func enter(_ machine: inout Machine) throws(Stop) {
    depth += 1
    if depth > 500 {
      throw .interrupt(
        machine.raise(
          .recursionError,
          "maximum recursion depth exceeded while decoding a JSON array from a unicode string"))
    }
  }

  private mutating func array(_ machine: inout Machine) throws(Stop) -> Value {
    try enter(&machine)
    defer { depth -= 1 }
    index += 1
    var items: [Value] = []
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return machine.make(list: items)
    }
    while true {
      items.append(try value(&machine))
      skipBlanks()
      guard index < bytes.count, bytes[index] == 44 || bytes[index] == 93 else {
        throw .fault("Expecting ',' delimiter", index)
      }
      index += 1
      if bytes[index - 1] == 93 { return machine.make(list: items) }
      skipBlanks()
    }
  }

  private mutating func object(_ machine: inout Machine) throws(Stop) -> Value {
    try enter(&machine)
    defer { depth -= 1 }
    index += 1
    let dict = machine.make(.dict(DictTable()))
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return dict
    }
    while true {
      guard index < bytes.count, bytes[index] == 34 else {
        throw .fault("Expecting property name enclosed in double quotes", index)
      }
      index += 1
      let key = try key(&machine)
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
        throw .fault("Expecting ':' delimiter", index)
      }
      index += 1
      skipBlanks()
      let value = try value(&machine)
      do throws(Interrupt) {
        try machine.setDictValue(dict, key, value)
      } catch {
        throw .interrupt(error)
      }
      skipBlanks()
      guard index < bytes.count, bytes[index] == 44 || bytes[index] == 125 else {
        throw .fault("Expecting ',' delimiter", index)
      }
      index += 1
      if bytes[index - 1] == 125 { return dict }
      skipBlanks()
      if index < bytes.count, bytes[index] == 34 { continue }
      throw .fault("Expecting property name enclosed in double quotes", index)
    }
  }

  /// Equal keys of one document share one object.
  private mutating func key(_ machine: inout Machine) throws(Stop) -> Value {
    let text = try string(&machine)
    if let known = memo[text.utf8] { return known }
    let value = machine.make(text: text)
    memo[text.utf8] = value
    return value
  }

  /// The rest of a string, after its opening quote.
  private mutating func string(_ machine: inout Machine) throws(Stop) -> Text {
    let begin = index - 1
    var end = index
    while end < bytes.count, bytes[end] != 34, bytes[end] != 92, bytes[end] >= 32 { end += 1 }
    if end < bytes.count, bytes[end] == 34 {
      let text = Text(slice: bytes[index..<end])
      index = end + 1
      return text
    }
    var result = Array(bytes[index..<end])
    index = end
    while true {
      guard index < bytes.count else {
        throw .fault("Unterminated string starting at", begin)
      }
      let byte = bytes[index]
      switch byte {
      case 34:
        index += 1
        return Text(utf8: result)
      case 92:
        index += 1
        try escape(begin, &result)
      case 0..<32: throw .fault("Invalid control character at", index)
      default:
        result.append(byte)
        index += 1
      }
    }
  }

  private mutating func escape(_ begin: Int, _ result: inout [UInt8]) throws(Stop) {
    guard index < bytes.count else { throw .fault("Unterminated string starting at", begin) }
    let byte = bytes[index]
    index += 1
    switch byte {
    case 34, 92, 47: result.append(byte)
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "u"):
      var point = try fourDigits()
      if (0xD800..<0xDC00).contains(point), index + 1 < bytes.count, bytes[index] == 92,
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let saved = index
        index += 2
        let low = try fourDigits()
        if (0xDC00..<0xE000).contains(low) {
          point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00)
        } else {
          index = saved
        }
      }
      Text.append(point, to: &result)
    default: throw .fault("Invalid \\escape", index - 2)
    }
  }

  private mutating func fourDigits() throws(Stop) -> UInt32 {
    var point: UInt32 = 0
    for offset in 0..<4 {
      guard index + offset < bytes.count, let digit = digitValue(bytes[index + offset]), digit < 16
      else { throw .fault("Invalid \\uXXXX escape", index - 1) }
      point = point << 4 | UInt32(digit)
    }
    index += 4
    return point
  }
}

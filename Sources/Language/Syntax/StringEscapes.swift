// Flows in: the bytes between a literal's quotes. Flows out: its code points or bytes, escapes undone.

import Diagnostics

/// Undoes the escapes of string and bytes literals, and words their errors as CPython does.
struct StringDecoder {
  let bytes: [UInt8]
  let isRaw: Bool

  /// What CPython says in brackets and after it: `(unicode error) …`.
  struct Fault: Error {
    var message: String
  }

  // MARK: Text

  /// The code points that the bytes in `range` stand for.
  func text(_ range: Range<Int>) throws(Fault) -> [UInt32] {
    guard !isRaw, bytes[range].contains(UInt8(ascii: "\\")) else { return plain(range) }
    var scalars: [UInt32] = []
    scalars.reserveCapacity(range.count)
    var offset = range.lowerBound
    // CPython counts places in a copy in which a character beyond ASCII takes ten bytes.
    var shift = -range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        let size = Self.size(of: bytes[offset])
        scalars += plain(offset..<offset + size)
        if size > 1 { shift += 10 - size }
        offset += size
        continue
      }
      var escape = Escape(bytes: bytes, start: offset, end: range.upperBound, shift: shift)
      if let scalar = try escape.scalar() { scalars.append(scalar) }
      offset = escape.offset
    }
    return scalars
  }

  private func plain(_ range: Range<Int>) -> [UInt32] {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.map(\.value)
  }

  private static func size(of byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  // MARK: Bytes

  /// The bytes that the ASCII text in `range` stands for.
  func data(_ range: Range<Int>) throws(Fault) -> [UInt8] {
    guard !isRaw, bytes[range].contains(UInt8(ascii: "\\")) else { return Array(bytes[range]) }
    var data: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        data.append(bytes[offset])
        offset += 1
        continue
      }
      var escape = Escape(
        bytes: bytes, start: offset, end: range.upperBound, shift: -range.lowerBound)
      data += try escape.data()
      offset = escape.offset
    }
    return data
  }
}

/// One escape, from its backslash.
private struct Escape {
  let bytes: [UInt8]
  let start: Int
  let end: Int
  /// What to add to an offset for the place that a message tells.
  let shift: Int
  var offset: Int

  init(bytes: [UInt8], start: Int, end: Int, shift: Int) {
    self.bytes = bytes
    self.start = start
    self.end = end
    self.shift = shift
    offset = start + 1
  }

  /// The code point that the escape stands for; `nil` for a line end, which it swallows.
  mutating func scalar() throws(StringDecoder.Fault) -> UInt32? {
    let letter = next()
    if letter == UInt8(ascii: "\n") { return nil }
    if let simple = simple(letter) { return UInt32(simple) }
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(letter)
    case UInt8(ascii: "x"): return try hexadecimal(2, "truncated \\xXX escape")
    case UInt8(ascii: "u"): return try hexadecimal(4, "truncated \\uXXXX escape")
    case UInt8(ascii: "U"):
      let code = try hexadecimal(8, "truncated \\UXXXXXXXX escape")
      guard code <= 0x10FFFF else { throw fault("illegal Unicode character") }
      return code
    case UInt8(ascii: "N"): return try named()
    default:
      offset = start + 1
      return UInt32(UInt8(ascii: "\\"))
    }
  }

  mutating func data() throws(StringDecoder.Fault) -> [UInt8] {
    let letter = next()
    if letter == UInt8(ascii: "\n") { return [] }
    if let simple = simple(letter) { return [simple] }
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      return [UInt8(truncatingIfNeeded: octal(letter))]
    case UInt8(ascii: "x"):
      guard let high = digit(offset), let low = digit(offset + 1) else {
        throw StringDecoder.Fault(
          message: "(value error) invalid \\x escape at position \(start + shift)")
      }
      offset += 2
      return [UInt8(truncatingIfNeeded: high << 4 | low)]
    default: return [UInt8(ascii: "\\"), letter]
    }
  }

  private mutating func next() -> UInt8 {
    defer { offset += 1 }
    return bytes[offset]
  }

  private func simple(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): letter
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "v"): 11
    default: nil
    }
  }

  private func digit(_ index: Int) -> UInt32? {
    index < end ? Number.digit(bytes[index]).map(UInt32.init) : nil
  }

  private mutating func octal(_ first: UInt8) -> UInt32 {
    var value = UInt32(first - UInt8(ascii: "0"))
    for _ in 0..<2 {
      guard let digit = digit(offset), digit < 8 else { break }
      value = value << 3 | digit
      offset += 1
    }
    return value
  }

  private mutating func hexadecimal(
    _ count: Int, _ complaint: String
  ) throws(StringDecoder.Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = digit(offset) else { throw fault(complaint) }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  /// `\N{name}`
  private mutating func named() throws(StringDecoder.Fault) -> UInt32 {
    let complaint = "malformed \\N character escape"
    guard offset < end, bytes[offset] == UInt8(ascii: "{") else { throw fault(complaint) }
    let first = offset + 1
    while offset < end, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
    guard offset < end, offset > first else {
      if offset < end { offset += 1 }
      throw fault(complaint)
    }
    let name = String(decoding: bytes[first..<offset], as: UTF8.self).uppercased()
    offset += 1
    guard let scalar = Unicode.Scalar(named: name) else {
      throw fault("unknown Unicode character name")
    }
    return scalar.value
  }

  private func fault(_ reason: String) -> StringDecoder.Fault {
    let first = start + shift
    let last = offset + shift - 1
    let place =
      first == last ? "byte 0x5c in position \(first)" : "bytes in position \(first)-\(last)"
    return StringDecoder.Fault(
      message: "(unicode error) 'unicodeescape' codec can't decode \(place): \(reason)")
  }
}

extension Unicode.Scalar {
  /// The character of this name, by trying all: the standard library has no table that way round.
  fileprivate init?(named name: String) {
    for code in UInt32(0)...0x10FFFF where !(0x3400...0x9FFF).contains(code) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      if scalar.properties.name == name || scalar.properties.nameAlias == name {
        self = scalar
        return
      }
    }
    return nil
  }
}

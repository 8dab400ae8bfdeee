// The element types of shared memory, by the array module's letters: how a Python value becomes a
// word, and back. Integers wrap around as C's do.
// (CPython 3.11: multiprocessing.sharedctypes.typecode_to_type, ctypes.)

import BigInt
import Language

enum SharedTypecode: UInt8, CaseIterable {
  case character, wideCharacter, byte, unsignedByte, short, unsignedShort, int, unsignedInt
  case long, unsignedLong, longLong, unsignedLongLong, float, double

  var letter: String {
    switch self {
    case .character: "c"
    case .wideCharacter: "u"
    case .byte: "b"
    case .unsignedByte: "B"
    case .short: "h"
    case .unsignedShort: "H"
    case .int: "i"
    case .unsignedInt: "I"
    case .long: "l"
    case .unsignedLong: "L"
    case .longLong: "q"
    case .unsignedLongLong: "Q"
    case .float: "f"
    case .double: "d"
    }
  }

  /// The ctypes type's name, as reprs show it.
  var name: String {
    switch self {
    case .character: "c_char"
    case .wideCharacter: "c_wchar"
    case .byte: "c_byte"
    case .unsignedByte: "c_ubyte"
    case .short: "c_short"
    case .unsignedShort: "c_ushort"
    case .int: "c_int"
    case .unsignedInt: "c_uint"
    case .long, .longLong: "c_long"
    case .unsignedLong, .unsignedLongLong: "c_ulong"
    case .float: "c_float"
    case .double: "c_double"
    }
  }

  init?(letter: String) {
    guard let found = SharedTypecode.allCases.first(where: { $0.letter == letter }) else {
      return nil
    }
    self = found
  }
}

extension Machine {
  /// The word for a value of this element type.
  mutating func word(_ value: Value, _ code: SharedTypecode) throws(Interrupt) -> SharedWord {
    if case .opaque(let kind, let id) = value, code == .double || code == .long || code == .int {
      return .opaque(kind, id: kind.identity(id))
    }
    switch code {
    case .character: return .bits(try characterWord(value))
    case .wideCharacter:
      guard let text = text(storage(of: value)) else {
        throw raise(
          .typeError, "unicode string expected instead of \(typeName(of: value)) instance")
      }
      guard text.count == 1, let point = text.codePoints.first else {
        throw raise(.typeError, "one character unicode string expected")
      }
      return .bits(UInt64(point))
    case .float: return .bits(Double(Float(try realWord(value))).bitPattern)
    case .double: return .bits(try realWord(value).bitPattern)
    case .byte, .unsignedByte, .short, .unsignedShort, .int, .unsignedInt, .long, .unsignedLong,
      .longLong, .unsignedLongLong:
      return .bits(wrapped(try integerWord(value), code))
    }
  }

  private mutating func characterWord(_ value: Value) throws(Interrupt) -> UInt64 {
    if case .bytes(let bytes)? = object(value), bytes.count == 1 { return UInt64(bytes[0]) }
    if case .int(let int) = value, (0..<256).contains(int) { return UInt64(int) }
    throw raise(.typeError, "one character bytes, bytearray or integer expected")
  }

  private mutating func realWord(_ value: Value) throws(Interrupt) -> Double {
    if case .float(let float) = value { return float }
    guard let number = number(value) else {
      throw raise(.typeError, "must be real number, not \(typeName(of: value))")
    }
    return try double(number)
  }

  /// The lowest 64 bits of an integer.
  private mutating func integerWord(_ value: Value) throws(Interrupt) -> UInt64 {
    if case .int(let int) = value { return UInt64(bitPattern: Int64(int)) }
    if let integer = integer(storage(of: value)) { return UInt64(truncatingIfNeeded: integer) }
    return UInt64(bitPattern: Int64(try index(value)))
  }

  private func wrapped(_ low: UInt64, _ code: SharedTypecode) -> UInt64 {
    switch code {
    case .byte: UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: low)))
    case .unsignedByte: UInt64(UInt8(truncatingIfNeeded: low))
    case .short: UInt64(bitPattern: Int64(Int16(truncatingIfNeeded: low)))
    case .unsignedShort: UInt64(UInt16(truncatingIfNeeded: low))
    case .int: UInt64(bitPattern: Int64(Int32(truncatingIfNeeded: low)))
    case .unsignedInt: UInt64(UInt32(truncatingIfNeeded: low))
    case .long, .longLong, .unsignedLong, .unsignedLongLong, .character, .wideCharacter, .float,
      .double:
      low
    }
  }

  /// The value that a word stands for.
  mutating func value(of word: SharedWord, _ code: SharedTypecode) -> Value {
    switch word {
    case .opaque(let kind, let id): return .opaque(kind, id: id)
    case .bits(let bits):
      switch code {
      case .character: return make(bytes: [UInt8(truncatingIfNeeded: bits)])
      case .wideCharacter:
        return make(text: Text(codePoints: [UInt32(truncatingIfNeeded: bits)]))
      case .float, .double: return .float(Double(bitPattern: bits))
      case .unsignedLong, .unsignedLongLong: return make(integer: BigInt(bits))
      case .byte, .unsignedByte, .short, .unsignedShort, .int, .unsignedInt, .long, .longLong:
        return .int(Int(Int64(bitPattern: bits)))
      }
    }
  }
}

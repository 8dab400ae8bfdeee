// Numbers: the lexer finds where one ends and whether it is well formed; the parser asks for its value.

import BigInt
import Diagnostics

extension Lexer {
  /// Reads a number at `offset`, with CPython's error for each way to write it wrong.
  mutating func readNumber(from start: Int, at place: Position) throws(LexicalFault) {
    if bytes[offset] == UInt8(ascii: "0") {
      switch bytes[offset + 1] | 0x20 {
      case UInt8(ascii: "x"): try readBased(16, "hexadecimal")
      case UInt8(ascii: "o"): try readBased(8, "octal")
      case UInt8(ascii: "b"): try readBased(2, "binary")
      default: try readDecimal(from: start, at: place)
      }
    } else {
      try readDecimal(from: start, at: place)
    }
    add(.number, from: start, at: place)
  }

  /// Reads `0x…`, `0o…` or `0b…`.
  private mutating func readBased(_ base: UInt8, _ name: String) throws(LexicalFault) {
    offset += 2
    repeat {
      if bytes[offset] == UInt8(ascii: "_") { offset += 1 }
      guard let digit = digitValue(bytes[offset]), digit < base else {
        if base < 16, isDigit(bytes[offset]) { throw badDigit(bytes[offset], in: name) }
        throw badNumber(name)
      }
      while let digit = digitValue(bytes[offset]), digit < base { offset += 1 }
    } while bytes[offset] == UInt8(ascii: "_")
    if base < 16, isDigit(bytes[offset]) { throw badDigit(bytes[offset], in: name) }
    try verifyEnd(name)
  }

  private mutating func readDecimal(from start: Int, at place: Position) throws(LexicalFault) {
    var isFloat = false
    if bytes[offset] != UInt8(ascii: ".") { try readDigits() }
    let digitsEnd = offset
    if bytes[offset] == UInt8(ascii: ".") {
      isFloat = true
      offset += 1
      if isDigit(bytes[offset]) { try readDigits() }
    }
    if bytes[offset] | 0x20 == UInt8(ascii: "e") {
      let sign = bytes[offset + 1] == UInt8(ascii: "+") || bytes[offset + 1] == UInt8(ascii: "-")
      if isDigit(bytes[offset + (sign ? 2 : 1)]) {
        isFloat = true
        offset += sign ? 2 : 1
        try readDigits()
      } else if sign {
        offset += 2
        throw badNumber("decimal")
      }
    }
    if bytes[offset] | 0x20 == UInt8(ascii: "j") {
      offset += 1
      return try verifyEnd("imaginary")
    }
    try rejectLeadingZeros(from: start, to: digitsEnd, isFloat: isFloat, at: place)
    try verifyEnd("decimal")
  }

  private mutating func rejectLeadingZeros(
    from start: Int, to end: Int, isFloat: Bool, at place: Position
  ) throws(LexicalFault) {
    guard !isFloat, bytes[start] == UInt8(ascii: "0") else { return }
    let digits = bytes[start..<end]
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "_") }.count
    guard zeros < digits.count else { return }
    throw leadingZeros(zeros, at: place)
  }

  /// Reads digits with single underscores between them.
  private mutating func readDigits() throws(LexicalFault) {
    while true {
      while isDigit(bytes[offset]) { offset += 1 }
      guard bytes[offset] == UInt8(ascii: "_") else { return }
      offset += 1
      guard isDigit(bytes[offset]) else { throw badNumber("decimal") }
    }
  }

  /// Refuses a letter straight after a number, but for the keywords that may stand there.
  private mutating func verifyEnd(_ name: String) throws(LexicalFault) {
    guard Self.classes[Int(bytes[offset])] == .letter || isDigit(bytes[offset]) else { return }
    let following = ["and", "else", "for", "if", "in", "is", "or", "not"]
    for keyword in following where bytes[offset...].starts(with: keyword.utf8) { return }
    throw badNumber(name)
  }

  private func isDigit(_ byte: UInt8) -> Bool { Self.classes[Int(byte)] == .digit }

  private func digitValue(_ byte: UInt8) -> UInt8? { Number.digit(byte) }
}

/// The values of number tokens.
enum Number {
  enum Failure: Error {
    case complex
    case tooManyDigits(Int)
  }

  /// CPython's limit for reading an integer in decimal.
  private static let maximumDigits = 4300

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The value of a token that the lexer has found to be well formed.
  static func value(of token: ArraySlice<UInt8>) throws(Failure) -> Constant {
    let digits = token.filter { $0 != UInt8(ascii: "_") }
    let text = String(decoding: digits, as: UTF8.self)
    if digits.count > 2, digits[0] == UInt8(ascii: "0") {
      switch digits[1] | 0x20 {
      case UInt8(ascii: "x"): return integer(bits(of: digits.dropFirst(2), each: 4))
      case UInt8(ascii: "o"): return integer(bits(of: digits.dropFirst(2), each: 3))
      case UInt8(ascii: "b"): return integer(bits(of: digits.dropFirst(2), each: 1))
      default: break
      }
    }
    if digits.last.map({ $0 | 0x20 == UInt8(ascii: "j") }) == true { throw .complex }
    guard digits.allSatisfy({ digit($0) ?? 10 < 10 }) else {
      return .float(Double(text) ?? .infinity)
    }
    guard digits.count <= maximumDigits else { throw .tooManyDigits(digits.count) }
    if let small = Int(text) { return .integer(BigInt(small)) }
    return .integer(BigInt(text, radix: 10) ?? 0)
  }

  private static func integer(_ words: [UInt]) -> Constant {
    .integer(BigInt(BigUInt(words: words)))
  }

  /// The words of a number of which each digit is so many bits, the lowest first: in linear time,
  /// as a literal may be long.
  private static func bits(of digits: ArraySlice<UInt8>, each size: Int) -> [UInt] {
    var words: [UInt] = []
    var word: UInt = 0
    var filled = 0
    for digit in digits.reversed() {
      let value = UInt(self.digit(digit) ?? 0)
      word |= value << filled
      filled += size
      guard filled >= UInt.bitWidth else { continue }
      words.append(word)
      filled -= UInt.bitWidth
      word = filled == 0 ? 0 : value >> (size - filled)
    }
    words.append(word)
    return words
  }
}

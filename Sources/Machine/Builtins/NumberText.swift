// Numbers as text and text as numbers, in CPython's spelling.

import BigInt
import Language

/// An integer's decimal digits, with its sign.
func decimalBytes(_ int: Int) -> [UInt8] {
  if int >= 0, int < 10 { return [UInt8(48 + int)] }
  return [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
    var rest = int.magnitude
    var place = 20
    while rest > 0 {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      buffer[place] = UInt8(48 + digit)
      rest = quotient
    }
    if int < 0 {
      place -= 1
      buffer[place] = 45
    }
    count = 20 - place
    for index in 0..<count { buffer[index] = buffer[place + index] }
  }
}

/// The shortest text that reads back as the same float: `0.1`, `1e+16`, `1e-05`, `inf`, `nan`.
func floatRepr(_ value: Double) -> String {
  if value.isNaN { return "nan" }
  if value.isInfinite { return value < 0 ? "-inf" : "inf" }
  if value == value.rounded(.towardZero), abs(value) < 1e15 {
    return value.sign == .minus ? "-\(Int(-value)).0" : "\(Int(value)).0"
  }
  let (digits, point) = shortestDigits(abs(value))
  let sign = value < 0 ? "-" : ""
  return sign + decimalText(digits, point: point, exponentFrom: 16, addsPoint: true)
}

/// The digits of the shortest text that reads back as the same float, and where its decimal point
/// stands: 0.05 is ([5], -1).
func shortestDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
  var digits: [UInt8] = []
  var point = 0
  var seenPoint = false
  var exponent = 0
  var bytes = Array(value.description.utf8)[...]
  if let mark = bytes.firstIndex(of: UInt8(ascii: "e")) {
    exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
    bytes = bytes[..<mark]
  }
  for byte in bytes {
    if byte == UInt8(ascii: ".") {
      seenPoint = true
    } else {
      digits.append(byte)
      if !seenPoint { point += 1 }
    }
  }
  point += exponent
  while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
  var leading = 0
  while leading < digits.count - 1, digits[leading] == UInt8(ascii: "0") { leading += 1 }
  digits.removeFirst(leading)
  point -= leading
  if digits == [UInt8(ascii: "0")] { point = 1 }
  return (digits, point)
}

/// Digits with their point in place, or with an exponent where that is shorter to read: below 1e-4
/// and from `exponentFrom` digits before the point on.
func decimalText(
  _ digits: [UInt8], point: Int, exponentFrom: Int, addsPoint: Bool
) -> String {
  var text = ""
  if point > -4, point <= exponentFrom {
    if point <= 0 {
      text = "0." + String(repeating: "0", count: -point) + string(digits)
    } else if point >= digits.count {
      text = string(digits) + String(repeating: "0", count: point - digits.count)
      if addsPoint { text += ".0" }
    } else {
      text = string(digits[..<point]) + "." + string(digits[point...])
    }
    return text
  }
  text = string(digits[..<1])
  if digits.count > 1 { text += "." + string(digits[1...]) }
  return text + exponentText(point - 1)
}

/// `e+05`, `e-12`
func exponentText(_ exponent: Int, mark: String = "e") -> String {
  let magnitude = exponent.magnitude
  return mark + (exponent < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + "\(magnitude)"
}

private func string(_ digits: some Sequence<UInt8>) -> String {
  String(decoding: Array(digits), as: UTF8.self)
}

/// The number that a text spells, as `int(text, base)` reads it: blanks around it, a sign, a prefix,
/// single underscores between digits. Nil where it spells none.
func parseInteger(_ text: [UInt8], base requested: Int) -> BigInt? {
  var bytes = stripped(text)
  var isNegative = false
  if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
    isNegative = sign == UInt8(ascii: "-")
    bytes.removeFirst()
  }
  var base = requested
  if bytes.count >= 2, bytes.first == UInt8(ascii: "0") {
    let prefix: Int =
      switch bytes[bytes.startIndex + 1] | 0x20 {
      case UInt8(ascii: "x"): 16
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "b"): 2
      default: 0
      }
    if prefix != 0, base == prefix || base == 0 {
      base = prefix
      bytes.removeFirst(2)
      if bytes.first == UInt8(ascii: "_") { bytes.removeFirst() }
    }
  }
  if base == 0 {
    base = 10
    if bytes.count > 1, bytes.first == UInt8(ascii: "0"),
      bytes.contains(where: { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: "_") })
    {
      return nil
    }
  }
  guard let magnitude = parseDigits(bytes, base: base) else { return nil }
  return isNegative ? -magnitude : magnitude
}

private func parseDigits(_ bytes: ArraySlice<UInt8>, base: Int) -> BigInt? {
  var small = 0
  var overflows = false
  var digits: [UInt8] = []
  var afterDigit = false
  for byte in bytes {
    if byte == UInt8(ascii: "_") {
      if !afterDigit { return nil }
      afterDigit = false
      continue
    }
    guard let digit = digitValue(byte), digit < base else { return nil }
    afterDigit = true
    digits.append(byte)
    if !overflows {
      let (product, overflow1) = small.multipliedReportingOverflow(by: base)
      let (sum, overflow2) = product.addingReportingOverflow(digit)
      overflows = overflow1 || overflow2
      small = sum
    }
  }
  guard afterDigit else { return nil }
  if !overflows { return BigInt(small) }
  return BigInt(String(decoding: digits, as: UTF8.self), radix: base)
}

func digitValue(_ byte: UInt8) -> Int? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
  case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 87
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
  default: nil
  }
}

/// The float that a text spells, as `float(text)` reads it; nil where it spells none.
func parseFloat(_ text: [UInt8]) -> Double? {
  let bytes = stripped(text)
  var cleaned: [UInt8] = []
  cleaned.reserveCapacity(bytes.count)
  var previous: UInt8 = 0
  for (index, byte) in bytes.enumerated() {
    if byte == UInt8(ascii: "_") {
      let following = bytes.startIndex + index + 1
      guard isDigit(previous), following < bytes.endIndex, isDigit(bytes[following]) else {
        return nil
      }
    } else {
      cleaned.append(byte)
    }
    previous = byte
  }
  let word = String(decoding: cleaned, as: UTF8.self)
  switch word.lowercased() {
  case "inf", "+inf", "infinity", "+infinity": return .infinity
  case "-inf", "-infinity": return -.infinity
  case "nan", "+nan", "-nan": return .nan
  default: break
  }
  guard
    cleaned.allSatisfy({
      isDigit($0) || $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }), cleaned.contains(where: isDigit)
  else { return nil }
  return Double(word)
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) || (28...31) ~= byte }

private func stripped(_ text: [UInt8]) -> ArraySlice<UInt8> {
  var slice = text[...]
  while let first = slice.first, isBlank(first) { slice.removeFirst() }
  while let last = slice.last, isBlank(last) { slice.removeLast() }
  return slice
}

/// The digits in base ten of whatever digits Unicode knows: `int('４')` is 4.
func asciiDigits(_ text: Text) -> [UInt8] {
  if text.isASCII { return text.utf8 }
  var bytes: [UInt8] = []
  for point in text.codePoints {
    if point < 128 {
      bytes.append(UInt8(point))
    } else if let scalar = Unicode.Scalar(point),
      scalar.properties.generalCategory == .decimalNumber,
      let number = scalar.properties.numericValue
    {
      bytes.append(UInt8(48 + Int(number)))
    } else if let scalar = Unicode.Scalar(point), scalar.properties.isWhitespace {
      bytes.append(32)
    } else {
      bytes.append(0)
    }
  }
  return bytes
}

extension Machine {
  /// The decimal text of an integer value's number.
  /// - Throws: ValueError beyond CPython's limit of 4300 digits.
  mutating func decimalText(of big: BigInt) throws(Interrupt) -> String {
    if big.magnitude.bitWidth > 14_284 {
      let text = big.description
      if text.utf8.count - (big.sign == .minus ? 1 : 0) > 4300 { throw tooManyDigits(nil) }
      return text
    }
    return big.description
  }

  /// The refusal of more than 4300 digits.
  mutating func tooManyDigits(_ count: Int?) -> Interrupt {
    let what =
      count.map {
        "Exceeds the limit (4300 digits) for integer string conversion: value has \($0) digits"
      }
      ?? "Exceeds the limit (4300 digits) for integer string conversion"
    return raise(.valueError, what + "; use sys.set_int_max_str_digits() to increase the limit")
  }
}

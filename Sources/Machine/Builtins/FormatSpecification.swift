// The mini-language of `format`, f-strings and `str.format`: `{x:>10.2f}`.

import BigInt
import Glibc
import Language

/// A format specification taken apart: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
  var fill: UInt32 = 32
  /// `<`, `>`, `=`, `^`; nil where the type's own side counts.
  var alignment: Character?
  var sign: Character = "-"
  var isAlternate = false
  var isZeroPadded = false
  var coercesNegativeZero = false
  var width = 0
  /// `,` or `_`.
  var grouping: Character?
  var precision: Int?
  var type: Character?

  /// Why a text is no specification, in CPython's words.
  struct Fault: Error { var message: String }

  init(_ text: Text) throws(Fault) {
    let points = text.codePoints
    var index = 0
    func character(_ at: Int) -> Character? {
      at < points.count ? Unicode.Scalar(points[at]).map(Character.init) : nil
    }
    let sides: [Character] = ["<", ">", "=", "^"]
    if let side = character(1), sides.contains(side) {
      fill = points[0]
      alignment = side
      index = 2
    } else if let side = character(0), sides.contains(side) {
      alignment = side
      index = 1
    }
    if let mark = character(index), mark == "+" || mark == "-" || mark == " " {
      sign = mark
      index += 1
    }
    if character(index) == "z" {
      coercesNegativeZero = true
      index += 1
    }
    if character(index) == "#" {
      isAlternate = true
      index += 1
    }
    if character(index) == "0" {
      isZeroPadded = true
      if alignment == nil {
        fill = 48
        alignment = "="
      }
      index += 1
    }
    width = try FormatSpecification.number(points, &index) ?? 0
    if let mark = character(index), mark == "," || mark == "_" {
      grouping = mark
      index += 1
      if let next = character(index), next == "," || next == "_" {
        throw Fault(
          message: next == mark
            ? "Cannot specify '\(mark)' with '\(mark)'." : "Cannot specify both ',' and '_'.")
      }
    }
    if character(index) == "." {
      index += 1
      guard let digits = try FormatSpecification.number(points, &index) else {
        throw Fault(message: "Format specifier missing precision")
      }
      precision = digits
    }
    if index < points.count {
      type = character(index)
      index += 1
    }
    if index < points.count { throw Fault(message: "Invalid format specifier") }
  }

  private static func number(_ points: [UInt32], _ index: inout Int) throws(Fault) -> Int? {
    let start = index
    var number = 0
    while index < points.count, points[index] &- 48 < 10 {
      number = number * 10 + Int(points[index] - 48)
      if number > 1 << 31 { throw Fault(message: "Too many decimal digits in format string") }
      index += 1
    }
    return index > start ? number : nil
  }

  // MARK: Laying out

  /// A text of `count` code points within the width.
  func padded(_ text: Text, defaultSide: Character) -> Text {
    let missing = width - text.count
    guard missing > 0 else { return text }
    let side = alignment ?? defaultSide
    let before = side == "<" ? 0 : side == "^" ? missing / 2 : missing
    var bytes: [UInt8] = []
    for _ in 0..<before { Text.append(fill, to: &bytes) }
    bytes.append(contentsOf: text.utf8)
    for _ in 0..<(missing - before) { Text.append(fill, to: &bytes) }
    return Text(utf8: bytes)
  }

  /// A number from its parts: sign, prefix (`0x`), digits before the point, and the rest.
  func number(
    isNegative: Bool, prefix: String = "", digits: String, rest: String = "", groupSize: Int = 3
  ) -> Text {
    let signText = isNegative ? "-" : sign == "-" ? "" : String(sign)
    var body = grouping == nil ? digits : grouped(digits, groupSize)
    if alignment == "=" {
      let taken = signText.utf8.count + prefix.utf8.count + rest.utf8.count
      if fill == 48, grouping != nil {
        var padded = digits
        while body.utf8.count + taken < width {
          padded = "0" + padded
          body = grouped(padded, groupSize)
        }
      } else if body.utf8.count + taken < width {
        var bytes: [UInt8] = []
        for _ in 0..<(width - taken - body.utf8.count) { Text.append(fill, to: &bytes) }
        let filler = String(decoding: bytes, as: UTF8.self)
        return Text(signText + prefix + filler + body + rest)
      }
    }
    return padded(Text(signText + prefix + body + rest), defaultSide: ">")
  }

  private func grouped(_ digits: String, _ size: Int) -> String {
    guard let grouping else { return digits }
    var result = ""
    let count = digits.utf8.count
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index) % size == 0 { result.append(grouping) }
      result.append(digit)
    }
    return result
  }
}

/// C's `printf` of one float: `%.*f`, `%#.*g`.
func printfFloat(_ format: String, _ precision: Int, _ value: Double) -> String {
  var buffer = [CChar](repeating: 0, count: 512)
  let precision = Int32(clamping: precision)
  let needed = withVaList([precision, value]) { vsnprintf(&buffer, buffer.count, format, $0) }
  if Int(needed) >= buffer.count {
    buffer = [CChar](repeating: 0, count: Int(needed) + 1)
    _ = withVaList([precision, value]) { vsnprintf(&buffer, buffer.count, format, $0) }
  }
  return String(decoding: buffer.prefix(Int(needed)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

extension Machine {
  /// `format(value, specification)` of a builtin value.
  mutating func formatBuiltin(
    _ value: Value, _ specification: Text
  ) throws(Interrupt) -> Text {
    if specification.utf8.isEmpty { return try str(value) }
    let held = storage(of: value)
    let isText: Bool
    if case .string? = object(held) { isText = true } else { isText = false }
    guard isText || number(held) != nil else {
      throw raise(
        .typeError,
        "unsupported format string passed to \(shownType(of: value)).__format__")
    }
    let parsed: FormatSpecification
    do throws(FormatSpecification.Fault) {
      parsed = try FormatSpecification(specification)
    } catch {
      throw raise(.valueError, error.message)
    }
    if let text = text(held) { return try formatText(text, parsed) }
    switch number(held) {
    case .int(let int)?:
      if let text = formatSmall(int, parsed) { return text }
      return try formatInteger(BigInt(int), parsed, value)
    case .big(let big)?: return try formatInteger(big, parsed, value)
    case .float(let float)?: return try formatFloat(float, parsed, value)
    case .opaque(let kind, let id)?:
      return parsed.padded(Text(kind.placeholder(id)), defaultSide: ">")
    case nil: return Text("")
    }
  }

  private mutating func formatText(
    _ text: Text, _ specification: FormatSpecification
  ) throws(Interrupt) -> Text {
    if let type = specification.type, type != "s" { throw unknownCode(type, "str") }
    if specification.sign != "-" {
      throw raise(
        .valueError,
        specification.sign == " "
          ? "Space not allowed in string format specifier"
          : "Sign not allowed in string format specifier")
    }
    if specification.isAlternate {
      throw raise(.valueError, "Alternate form (#) not allowed in string format specifier")
    }
    if specification.alignment == "=", !specification.isZeroPadded {
      throw raise(.valueError, "'=' alignment not allowed in string format specifier")
    }
    if let grouping = specification.grouping {
      throw raise(.valueError, "Cannot specify '\(grouping)' with 's'.")
    }
    var layout = specification
    if layout.alignment == "=" { layout.alignment = "<" }
    let cut = specification.precision.map { text.slice(0, min($0, text.count)) } ?? text
    return layout.padded(cut, defaultSide: "<")
  }

  private mutating func unknownCode(_ type: Character, _ name: String) -> Interrupt {
    raise(
      .valueError, "Unknown format code '\(type)' for object of type '\(name)'")
  }

  /// An integer that fits, in the usual forms; nil for the others.
  private func formatSmall(_ int: Int, _ specification: FormatSpecification) -> Text? {
    guard specification.precision == nil, !specification.coercesNegativeZero else { return nil }
    let digits: String
    switch specification.type {
    case nil, "d": digits = String(decoding: decimalBytes(int), as: UTF8.self)
    case "x" where specification.grouping == nil && !specification.isAlternate:
      digits = String(int, radix: 16)
    default: return nil
    }
    return specification.number(
      isNegative: int < 0, digits: int < 0 ? String(digits.dropFirst()) : digits)
  }

  private mutating func formatInteger(
    _ big: BigInt, _ specification: FormatSpecification, _ value: Value
  ) throws(Interrupt) -> Text {
    let type = specification.type ?? "d"
    switch type {
    case "e", "E", "f", "F", "g", "G", "%":
      return try formatFloat(double(.big(big)), specification, value)
    case "b", "c", "d", "o", "x", "X", "n": break
    default: throw unknownCode(type, shownType(of: value))
    }
    if specification.precision != nil {
      throw raise(.valueError, "Precision not allowed in integer format specifier")
    }
    if specification.coercesNegativeZero {
      throw raise(
        .valueError,
        "Negative zero coercion (z) not allowed in format specifier with integer format code '\(type)'"
      )
    }
    if type == "c" { return try formatCharacter(big, specification) }
    if specification.grouping == ",", type != "d" {
      throw raise(.valueError, "Cannot specify ',' with '\(type)'.")
    }
    let radix = type == "b" ? 2 : type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
    let magnitude = BigInt(big.magnitude)
    let digits: String =
      radix == 10
      ? try decimalText(of: magnitude)
      : String(magnitude, radix: radix, uppercase: type == "X")
    let prefix = specification.isAlternate && radix != 10 ? "0\(type)" : ""
    return specification.number(
      isNegative: big.sign == .minus && !big.isZero, prefix: prefix, digits: digits,
      groupSize: radix == 10 ? 3 : 4)
  }

  private mutating func formatCharacter(
    _ big: BigInt, _ specification: FormatSpecification
  ) throws(Interrupt) -> Text {
    if specification.sign != "-" {
      throw raise(.valueError, "Sign not allowed with integer format specifier 'c'")
    }
    guard let point = UInt32(exactly: big), point < 0x110000 else {
      throw raise(.overflowError, "%c arg not in range(0x110000)")
    }
    return specification.padded(Text(codePoints: [point]), defaultSide: "<")
  }

  private mutating func formatFloat(
    _ float: Double, _ specification: FormatSpecification, _ value: Value
  ) throws(Interrupt) -> Text {
    let type = specification.type
    if let type, !"eEfFgG%n".contains(type) { throw unknownCode(type, shownType(of: value)) }
    var magnitude = abs(float)
    var isNegative = float.sign == .minus && !float.isNaN
    var suffix = ""
    if type == "%" {
      magnitude *= 100
      suffix = "%"
    }
    var body: String
    if !magnitude.isFinite {
      body = magnitude.isNaN ? "nan" : "inf"
      if type == "E" || type == "F" || type == "G" { body = body.uppercased() }
      var plain = specification
      plain.grouping = nil
      return plain.number(isNegative: isNegative, digits: "", rest: body + suffix)
    }
    body = FormatSpecification.floatDigits(
      magnitude, type, specification.precision, isAlternate: specification.isAlternate)
    if specification.coercesNegativeZero, isNegative,
      !body.contains(where: { $0 >= "1" && $0 <= "9" })
    {
      isNegative = false
    }
    let whole = String(decoding: body.utf8.prefix(while: isDigit), as: UTF8.self)
    return specification.number(
      isNegative: isNegative, digits: whole,
      rest: String(decoding: body.utf8.dropFirst(whole.utf8.count), as: UTF8.self) + suffix)
  }
}

extension FormatSpecification {
  /// A finite, positive float by a presentation type.
  static func floatDigits(
    _ value: Double, _ type: Character?, _ precision: Int?, isAlternate: Bool
  ) -> String {
    let flag = isAlternate ? "#" : ""
    switch type {
    case "e": return printfFloat("%\(flag).*e", precision ?? 6, value)
    case "E": return printfFloat("%\(flag).*E", precision ?? 6, value)
    case "f", "F", "%": return printfFloat("%\(flag).*f", precision ?? 6, value)
    case "g", "n": return printfFloat("%\(flag).*g", precision ?? 6, value)
    case "G": return printfFloat("%\(flag).*G", precision ?? 6, value)
    default:
      guard let precision else { return floatRepr(value) }
      let (digits, point) = significantDigits(value, max(precision, 1))
      return decimalText(
        digits, point: point, exponentFrom: max(precision, 1) - 1, addsPoint: true)
    }
  }

  private static func significantDigits(_ value: Double, _ count: Int) -> ([UInt8], Int) {
    let text = Array(printfFloat("%.*e", count - 1, value).utf8)
    guard let mark = text.firstIndex(of: UInt8(ascii: "e")) else { return ([48], 1) }
    var digits = text[..<mark].filter(isDigit)
    while digits.count > 1, digits.last == 48 { digits.removeLast() }
    let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
    return (digits, exponent + 1)
  }
}

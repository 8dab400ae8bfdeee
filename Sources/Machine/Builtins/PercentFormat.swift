// The `%` operator of strings and bytes: `'%-5s %03d' % (name, n)`.

import BigInt
import Glibc
import Language

/// One `%…` of a format text.
private struct Conversion {
  var key: Text?
  var leftAligned = false
  var plus = false
  var blank = false
  var alternate = false
  var zero = false
  var width = 0
  var precision: Int?
  var type: UInt32 = 0

  /// The text within its width.
  func padded(_ text: Text) -> Text {
    guard text.count < width else { return text }
    let filler = [UInt8](repeating: 32, count: width - text.count)
    return Text(utf8: leftAligned ? text.utf8 + filler : filler + text.utf8)
  }

  func number(isNegative: Bool, prefix: String = "", digits: String, padsZeros: Bool = true) -> Text
  {
    let sign = isNegative ? "-" : plus ? "+" : blank ? " " : ""
    var body = digits
    let taken = sign.utf8.count + prefix.utf8.count
    if zero, padsZeros, !leftAligned, body.utf8.count + taken < width {
      body = String(repeating: "0", count: width - taken - body.utf8.count) + body
    }
    return padded(Text(sign + prefix + body))
  }
}

extension Machine {
  /// `format % arguments`; nil where the left side is no string or bytes.
  mutating func percentFormat(_ format: Value, _ arguments: Value) throws(Interrupt) -> Value? {
    switch object(storage(of: format)) {
    case .string(let text)?:
      if let bytes = try plainPercent(text.utf8, arguments) { return make(text: Text(utf8: bytes)) }
      var run = PercentRun(isBytes: false, arguments: arguments, machine: self)
      return make(text: Text(utf8: try run.format(text.codePoints, &self)))
    case .bytes(let bytes)?:
      var run = PercentRun(isBytes: true, arguments: arguments, machine: self)
      return make(bytes: try run.format(bytes.map(UInt32.init), &self))
    default: return nil
    }
  }
}

extension Machine {
  /// The common case: nothing but `%s` and `%d` of small integers, as many as there are arguments. Nil
  /// for anything else, before any part of it is done.
  private mutating func plainPercent(
    _ format: [UInt8], _ arguments: Value
  ) throws(Interrupt) -> [UInt8]? {
    let items: [Value]
    if let tuple = tuple(arguments) {
      items = tuple
    } else if case .instance? = object(arguments) {
      return nil
    } else {
      items = [arguments]
    }
    var used = 0
    var index = 0
    while index < format.count {
      if format[index] == 37 {
        guard index + 1 < format.count else { return nil }
        switch format[index + 1] {
        case UInt8(ascii: "s"): if used >= items.count { return nil }
        case UInt8(ascii: "d"):
          guard used < items.count, case .int = items[used] else { return nil }
        default: return nil
        }
        used += 1
        index += 1
      }
      index += 1
    }
    guard used == items.count else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(format.count + used * 8)
    var next = 0
    index = 0
    while index < format.count {
      if format[index] != 37 {
        bytes.append(format[index])
        index += 1
        continue
      }
      if case .int(let int) = items[next] {
        bytes.append(contentsOf: decimalBytes(int))
      } else {
        bytes.append(contentsOf: try str(items[next]).utf8)
      }
      next += 1
      index += 2
    }
    return bytes
  }
}

/// One evaluation of `%`: where it stands in its arguments.
private struct PercentRun {
  let isBytes: Bool
  let arguments: Value
  let items: [Value]?
  let mapping: Bool
  var nextItem = 0

  init(isBytes: Bool, arguments: Value, machine: Machine) {
    self.isBytes = isBytes
    self.arguments = arguments
    items = machine.tuple(machine.storage(of: arguments))
    switch machine.builtinType(of: arguments) {
    case .tuple, .str, .bytes, .int, .float, .bool, .noneType: mapping = false
    default: mapping = items == nil
    }
  }

  mutating func format(
    _ points: [UInt32], _ machine: inout Machine
  ) throws(Interrupt) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < points.count {
      let point = points[index]
      index += 1
      if point != 37 {
        append(point, to: &bytes)
        continue
      }
      let conversion = try parse(points, &index, &machine)
      if conversion.type == 37 {
        bytes.append(37)
        continue
      }
      let argument = try argument(for: conversion, &machine)
      bytes.append(
        contentsOf: try convert(argument, conversion, index - 1, &machine).utf8)
    }
    let used = items.map { nextItem >= $0.count } ?? (nextItem > 0 || mapping)
    if !used {
      throw machine.raise(
        .typeError,
        "not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
    }
    return bytes
  }

  private func append(_ point: UInt32, to bytes: inout [UInt8]) {
    if isBytes { bytes.append(UInt8(point)) } else { Text.append(point, to: &bytes) }
  }

  private mutating func parse(
    _ points: [UInt32], _ index: inout Int, _ machine: inout Machine
  ) throws(Interrupt) -> Conversion {
    var conversion = Conversion()
    if index < points.count, points[index] == 40 {
      conversion.key = try parseKey(points, &index, &machine)
    }
    flags: while index < points.count {
      switch points[index] {
      case 45: conversion.leftAligned = true
      case 43: conversion.plus = true
      case 32: conversion.blank = true
      case 35: conversion.alternate = true
      case 48: conversion.zero = true
      default: break flags
      }
      index += 1
    }
    if let width = try parseNumber(points, &index, &machine) {
      conversion.width = abs(width)
      if width < 0 { conversion.leftAligned = true }
    }
    if index < points.count, points[index] == 46 {
      index += 1
      conversion.precision = max(try parseNumber(points, &index, &machine) ?? 0, 0)
    }
    while index < points.count, [104, 108, 76].contains(points[index]) { index += 1 }
    guard index < points.count else { throw machine.raise(.valueError, "incomplete format") }
    conversion.type = points[index]
    index += 1
    return conversion
  }

  private func parseKey(
    _ points: [UInt32], _ index: inout Int, _ machine: inout Machine
  ) throws(Interrupt) -> Text {
    if !mapping { throw machine.raise(.typeError, "format requires a mapping") }
    var depth = 1
    let start = index + 1
    index += 1
    while index < points.count {
      if points[index] == 40 { depth += 1 }
      if points[index] == 41 {
        depth -= 1
        if depth == 0 {
          index += 1
          return Text(codePoints: points[start..<(index - 1)])
        }
      }
      index += 1
    }
    throw machine.raise(.valueError, "incomplete format key")
  }

  private mutating func parseNumber(
    _ points: [UInt32], _ index: inout Int, _ machine: inout Machine
  ) throws(Interrupt) -> Int? {
    if index < points.count, points[index] == 42 {
      index += 1
      guard case .int(let number) = try nextArgument(&machine) else {
        throw machine.raise(.typeError, "* wants int")
      }
      return number
    }
    let start = index
    var number = 0
    while index < points.count, points[index] &- 48 < 10, number < 1 << 31 {
      number = number * 10 + Int(points[index] - 48)
      index += 1
    }
    return index > start ? number : nil
  }

  private mutating func nextArgument(_ machine: inout Machine) throws(Interrupt) -> Value {
    nextItem += 1
    if let items {
      if nextItem <= items.count { return items[nextItem - 1] }
    } else if nextItem == 1 {
      return arguments
    }
    throw machine.raise(.typeError, "not enough arguments for format string")
  }

  private mutating func argument(
    for conversion: Conversion, _ machine: inout Machine
  ) throws(Interrupt) -> Value {
    guard let key = conversion.key else { return try nextArgument(&machine) }
    let keyValue = isBytes ? machine.make(bytes: key.utf8) : machine.make(text: key)
    return try machine.item(of: arguments, keyValue)
  }

  private func convert(
    _ value: Value, _ conversion: Conversion, _ index: Int, _ machine: inout Machine
  ) throws(Interrupt) -> Text {
    let type = Unicode.Scalar(conversion.type).map(Character.init) ?? " "
    switch type {
    case "s":
      if isBytes, case .bytes(let bytes)? = machine.object(value) {
        return conversion.padded(Text(utf8: bytes))
      }
      return cut(try machine.str(value), conversion)
    case "r": return cut(try machine.repr(value), conversion)
    case "a": return cut(asciiOnly(try machine.repr(value)), conversion)
    case "c": return try character(value, conversion, &machine)
    case "d", "i", "u", "o", "x", "X": return try integer(value, type, conversion, &machine)
    case "e", "E", "f", "F", "g", "G": return try float(value, type, conversion, &machine)
    default:
      let code = String(conversion.type, radix: 16)
      throw machine.raise(
        .valueError,
        "unsupported format character '\(conversion.type > 31 && conversion.type < 127 ? String(type) : "?")' (0x\(code)) at index \(index)"
      )
    }
  }

  private func cut(_ text: Text, _ conversion: Conversion) -> Text {
    conversion.padded(conversion.precision.map { text.slice(0, min($0, text.count)) } ?? text)
  }

  private func character(
    _ value: Value, _ conversion: Conversion, _ machine: inout Machine
  ) throws(Interrupt) -> Text {
    if let text = machine.text(value), text.count == 1 { return conversion.padded(text) }
    guard let number = machine.integer(value) else {
      throw machine.raise(.typeError, "%c requires int or char")
    }
    guard let point = UInt32(exactly: number), point < 0x110000 else {
      throw machine.raise(.overflowError, "%c arg not in range(0x110000)")
    }
    return conversion.padded(Text(codePoints: [point]))
  }

  private func integer(
    _ value: Value, _ type: Character, _ conversion: Conversion, _ machine: inout Machine
  ) throws(Interrupt) -> Text {
    let isDecimal = type == "d" || type == "i" || type == "u"
    let number: BigInt
    switch machine.number(value) {
    case .int(let int)?: number = BigInt(int)
    case .big(let big)?: number = big
    case .opaque(let kind, let id)?: return conversion.padded(Text(kind.placeholder(id)))
    case .float(let float)? where isDecimal: number = try machine.truncated(float)
    case .float?, nil:
      guard let index = try machine.callMethod(value, NameID(.dunderIndex), []),
        let big = machine.integer(index)
      else {
        let wanted = isDecimal ? "a real number" : "an integer"
        throw machine.raise(
          .typeError,
          "%\(type) format: \(wanted) is required, not \(machine.shownType(of: value))")
      }
      number = big
    }
    let magnitude = BigInt(number.magnitude)
    let radix = type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
    var digits =
      radix == 10
      ? try machine.decimalText(of: magnitude)
      : String(magnitude, radix: radix, uppercase: type == "X")
    if let precision = conversion.precision, digits.utf8.count < precision {
      digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
    }
    return conversion.number(
      isNegative: number.sign == .minus && !number.isZero,
      prefix: conversion.alternate && radix != 10 ? "0\(type)" : "", digits: digits)
  }

  private func float(
    _ value: Value, _ type: Character, _ conversion: Conversion, _ machine: inout Machine
  ) throws(Interrupt) -> Text {
    if case .opaque(let kind, let id) = value {
      return conversion.padded(Text(kind.placeholder(id)))
    }
    let float = try machine.realNumber(value)
    let magnitude = abs(float)
    let isNegative = float.sign == .minus && !float.isNaN
    if !magnitude.isFinite {
      let word = magnitude.isNaN ? "nan" : "inf"
      return conversion.number(
        isNegative: isNegative, digits: type.isUppercase ? word.uppercased() : word)
    }
    let digits = FormatSpecification.floatDigits(
      magnitude, type, conversion.precision ?? 6, isAlternate: conversion.alternate)
    return conversion.number(isNegative: isNegative, digits: digits)
  }
}

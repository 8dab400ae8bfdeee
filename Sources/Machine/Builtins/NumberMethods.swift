// `int`, `float`, `bool` and `str` as constructors, and the methods of numbers.

import BigInt
import Language

extension Library {
  static var numberMethods: [BuiltinFunction] { constructors + integerMethods + floatMethods }

  private static var constructors: [BuiltinFunction] {
    [
      .bound("__new__", of: .int, as: .staticMethod, "type, x=0, /, base=10") {
        (m, a) throws(Interrupt) in
        let value = try m.makeInteger(a[1], base: a[2])
        return m.instance(of: a[0], .int, holding: value)
      },
      .bound("__new__", of: .bool, as: .staticMethod, "type, x=False, /") {
        (m, a) throws(Interrupt) in .bool(try m.flag(a[1]))
      },
      .bound("__new__", of: .float, as: .staticMethod, "type, x=0, /") {
        (m, a) throws(Interrupt) in
        let value = try m.makeFloat(a[1])
        return m.instance(of: a[0], .float, holding: value)
      },
      .bound("__new__", of: .str, as: .staticMethod, "type, object='', encoding=None, errors=None")
      {
        (m, a) throws(Interrupt) in
        let text: Text
        if a[1] == .missing {
          text = .empty
        } else if a[2] == .missing, a[3] == .missing {
          text = try m.str(a[1])
        } else if case .bytes(let bytes)? = m.object(a[1]) {
          let encoding =
            a[2] == .missing ? "utf-8" : try m.textArgument(a[2], "str() argument 2").string
          let errors =
            a[3] == .missing ? "strict" : try m.textArgument(a[3], "str() argument 3").string
          text = try m.decode(bytes, encoding, errors)
        } else {
          throw m.raise(
            .typeError,
            m.text(a[1]) != nil
              ? "decoding str is not supported"
              : "decoding to str: need a bytes-like object, \(m.shownType(of: a[1])) found")
        }
        if a[0] == .type(.str), m.text(a[1]) != nil { return a[1] }
        let value = m.make(text: text)
        return m.instance(of: a[0], .str, holding: value)
      },
      .free("__new__", of: .noneType, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        if arguments.positional.count == 1, arguments.keywords.isEmpty { return .none }
        throw m.raise(.typeError, "NoneType takes no arguments")
      },
    ]
  }

  private static var integerMethods: [BuiltinFunction] {
    [
      .one("bit_length", of: .int) { (m, a) throws(Interrupt) in
        .int((m.integer(a) ?? 0).magnitude.bitWidth)
      },
      .one("bit_count", of: .int) { (m, a) throws(Interrupt) in
        .int((m.integer(a) ?? 0).magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount })
      },
      .one("conjugate", of: .int) { (_, a) in a },
      .one("__index__", of: .int) { (m, a) throws(Interrupt) in m.make(integer: m.integer(a) ?? 0)
      },
      .one("__int__", of: .int) { (m, a) throws(Interrupt) in m.make(integer: m.integer(a) ?? 0) },
      .one("as_integer_ratio", of: .int) { (m, a) throws(Interrupt) in
        m.make(tuple: [m.make(integer: m.integer(a) ?? 0), .int(1)])
      },
      .getter("real", of: .int) { (_, a) in a },
      .getter("imag", of: .int) { (_, _) in .int(0) },
      .getter("numerator", of: .int) { (_, a) in a },
      .getter("denominator", of: .int) { (_, _) in .int(1) },
      .bound("to_bytes", of: .int, "self, /, length=1, byteorder='big', *, signed=False") {
        (m, a) throws(Interrupt) in
        let length = try m.integerArgument(a[1], default: 1)
        let order =
          a[2] == .missing ? "big" : try m.textArgument(a[2], "to_bytes() argument 2").string
        let signed = try m.flag(a[3])
        return m.make(
          bytes: try m.bytes(of: m.integer(a[0]) ?? 0, length, order, signed: signed))
      },
      .bound(
        "from_bytes", of: .int, as: .classMethod,
        "type, bytes, byteorder='big', *, signed=False"
      ) { (m, a) throws(Interrupt) in
        var bytes: [UInt8]
        if case .bytes(let given)? = m.object(a[1]) {
          bytes = given
        } else {
          bytes = try m.byteValues(a[1])
        }
        if a[2] != .missing, m.text(a[2])?.string == "little" { bytes.reverse() }
        var number = BigInt(0)
        for byte in bytes { number = number << 8 | BigInt(byte) }
        if try m.flag(a[3]), let first = bytes.first, first >= 128 {
          number -= BigInt(1) << (bytes.count * 8)
        }
        return m.make(integer: number)
      },
    ]
  }

  private static var floatMethods: [BuiltinFunction] {
    [
      .one("is_integer", of: .float) { (m, a) throws(Interrupt) in
        let float = try m.realNumber(a)
        return .bool(float.isFinite && float == float.rounded())
      },
      .one("conjugate", of: .float) { (_, a) in a },
      .getter("real", of: .float) { (_, a) in a },
      .getter("imag", of: .float) { (_, _) in .float(0) },
      .one("as_integer_ratio", of: .float) { (m, a) throws(Interrupt) in
        let float = try m.realNumber(a)
        if float.isNaN { throw m.raise(.valueError, "cannot convert NaN to integer ratio") }
        if float.isInfinite {
          throw m.raise(.overflowError, "cannot convert Infinity to integer ratio")
        }
        var numerator = float
        var shift = 0
        while numerator != numerator.rounded() {
          numerator *= 2
          shift += 1
        }
        let (top, bottom) = (
          m.make(integer: BigInt(numerator)), m.make(integer: BigInt(1) << shift)
        )
        return m.make(tuple: [top, bottom])
      },
      .one("hex", of: .float) { (m, a) throws(Interrupt) in
        let text = printfFloat("%.*a", 13, try m.realNumber(a))
        return m.make(text)
      },
    ]
  }
}

extension Machine {
  /// The integer part of a float.
  mutating func truncated(_ float: Double) throws(Interrupt) -> BigInt {
    if float.isNaN { throw raise(.valueError, "cannot convert float NaN to integer") }
    if float.isInfinite {
      throw raise(.overflowError, "cannot convert float infinity to integer")
    }
    return BigInt(float.rounded(.towardZero))
  }

  /// The integer part as a value.
  mutating func makeInteger(of float: Double) throws(Interrupt) -> Value {
    if abs(float) < 9e18 { return .int(Int(float)) }
    return make(integer: try truncated(float))
  }

  /// `int(value, base)`
  mutating func makeInteger(_ value: Value, base: Value) throws(Interrupt) -> Value {
    if value == .missing {
      if base != .missing { throw raise(.typeError, "int() missing string argument") }
      return .int(0)
    }
    if base != .missing { return try parsedInteger(value, base: index(base)) }
    switch value {
    case .int: return value
    case .bool(let bool): return .int(bool ? 1 : 0)
    case .float(let float): return try makeInteger(of: float)
    case .opaque(let kind, let id): return blurred(kind, id)
    default: break
    }
    switch object(value) {
    case .bigInteger?: return value
    case .string?, .bytes?: return try parsedInteger(value, base: 10)
    default: break
    }
    for name in [Name.dunderInt, .dunderIndex] {
      guard case .instance? = object(value), let result = try callSpecial(name, of: value) else {
        continue
      }
      guard let number = integer(storage(of: result)) else {
        throw raise(
          .typeError,
          "\(name.spelling) returned non-int (type \(shownType(of: result)))")
      }
      return make(integer: number)
    }
    if let held = heldValue(of: value), number(held) != nil || text(held) != nil {
      return try makeInteger(held, base: .missing)
    }
    throw raise(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not "
        + "'\(shownType(of: value))'")
  }

  private mutating func parsedInteger(_ value: Value, base: Int) throws(Interrupt) -> Value {
    guard base == 0 || (2...36).contains(base) else {
      throw raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    let digits: [UInt8]
    switch object(storage(of: value)) {
    case .string(let text)?: digits = asciiDigits(text)
    case .bytes(let bytes)?: digits = bytes
    default: throw raise(.typeError, "int() can't convert non-string with explicit base")
    }
    if digits.count > 4300, base & (base - 1) != 0 {
      let count = digits.count(where: isDigit)
      if count > 4300 { throw tooManyDigits(count) }
    }
    if let number = parseInteger(digits, base: base) { return make(integer: number) }
    let shown = String(try repr(value).string.unicodeScalars.prefix(200))
    throw raise(.valueError, "invalid literal for int() with base \(base): \(shown)")
  }

  /// `float(value)`
  mutating func makeFloat(_ value: Value) throws(Interrupt) -> Value {
    switch value {
    case .missing: return .float(0)
    case .float, .opaque: return value
    default: break
    }
    switch object(value) {
    case .string(let text)?:
      if let float = parseFloat(asciiDigits(text)) { return .float(float) }
      let shown = try repr(value).string
      throw raise(.valueError, "could not convert string to float: \(shown)")
    case .bytes(let bytes)?:
      if let float = parseFloat(bytes) { return .float(float) }
      let shown = try repr(value).string
      throw raise(.valueError, "could not convert string to float: \(shown)")
    case .instance?
    where number(value) != nil
      || [Name.dunderFloat, .dunderIndex].contains {
        classAttribute(NameID($0), of: type(of: value)) != nil
      }:
      return .float(try realNumber(value))
    default: break
    }
    if let number = number(value) { return .float(try double(number)) }
    throw raise(
      .typeError,
      "float() argument must be a string or a real number, not '\(shownType(of: value))'")
  }

  fileprivate mutating func bytes(
    of number: BigInt, _ length: Int, _ order: String, signed: Bool
  ) throws(Interrupt) -> [UInt8] {
    guard order == "big" || order == "little" else {
      throw raise(.valueError, "byteorder must be either 'little' or 'big'")
    }
    if number.sign == .minus, !signed {
      throw raise(.overflowError, "can't convert negative int to unsigned")
    }
    let limit = BigInt(1) << (length * 8)
    let highest = signed ? limit >> 1 : limit
    guard number < highest, !signed || number >= -highest else {
      throw raise(.overflowError, "int too big to convert")
    }
    var rest = number.sign == .minus ? number + limit : number
    var bytes: [UInt8] = []
    for _ in 0..<length {
      bytes.append(UInt8(truncatingIfNeeded: Int(rest & 255)))
      rest >>= 8
    }
    return order == "little" ? bytes : bytes.reversed()
  }
}

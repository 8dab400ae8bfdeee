// Operators on builtin values. Flows in: an operator and two values. Flows out: the result, or nil
// where these types do not support it and the caller says so in CPython's words.

import BigInt
import Glibc
import Language

extension Machine {
  /// `a op b` for builtin values; nil where their types do not support it.
  mutating func binaryBuiltin(
    _ op: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Interrupt) -> Value? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return try integers(op, x, y)
    case (.float(let x), .float(let y)): return try floats(op, x, y)
    case (.int(let x), .float(let y)): return try floats(op, Double(x), y)
    case (.float(let x), .int(let y)): return try floats(op, x, Double(y))
    case (.bool(let x), .bool(let y)):
      switch op {
      case .bitAnd: return .bool(x && y)
      case .bitOr: return .bool(x || y)
      case .bitXor: return .bool(x != y)
      default: return try integers(op, x ? 1 : 0, y ? 1 : 0)
      }
    default: break
    }
    if op == .modulo, let result = try percentFormat(a, b) { return result }
    if let x = number(a), let y = number(b) { return try numbers(op, x, y) }
    return try sequences(op, a, b)
  }

  private mutating func numbers(
    _ op: BinaryOperator, _ a: Number, _ b: Number
  ) throws(Interrupt) -> Value? {
    switch (a, b) {
    case (.opaque, _), (_, .opaque): return combined(op, a, b)
    case (.int(let x), .int(let y)): return try integers(op, x, y)
    case (.int(let x), .big(let y)): return try bigIntegers(op, BigInt(x), y)
    case (.big(let x), .int(let y)): return try bigIntegers(op, x, BigInt(y))
    case (.big(let x), .big(let y)): return try bigIntegers(op, x, y)
    case (.float, _), (_, .float): return try floats(op, double(a), double(b))
    }
  }

  // MARK: Integers

  private mutating func integers(
    _ op: BinaryOperator, _ x: Int, _ y: Int
  ) throws(Interrupt) -> Value? {
    switch op {
    case .add:
      let (sum, overflows) = x.addingReportingOverflow(y)
      return overflows ? make(integer: BigInt(x) + BigInt(y)) : .int(sum)
    case .subtract:
      let (difference, overflows) = x.subtractingReportingOverflow(y)
      return overflows ? make(integer: BigInt(x) - BigInt(y)) : .int(difference)
    case .multiply:
      let (product, overflows) = x.multipliedReportingOverflow(by: y)
      return overflows ? make(integer: BigInt(x) * BigInt(y)) : .int(product)
    case .divide:
      if y == 0 { throw raise(.zeroDivisionError, "division by zero") }
      if x.magnitude <= 1 << 53, y.magnitude <= 1 << 53 { return .float(Double(x) / Double(y)) }
      return .float(trueQuotient(BigInt(x), BigInt(y)))
    case .floorDivide:
      if y == 0 { throw raise(.zeroDivisionError, "integer division or modulo by zero") }
      if y == -1, x == .min { return make(integer: -BigInt(x)) }
      let quotient = x / y
      return .int(x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient)
    case .modulo:
      if y == 0 { throw raise(.zeroDivisionError, "integer modulo by zero") }
      if y == -1 { return .int(0) }
      let remainder = x % y
      return .int(remainder != 0 && (remainder < 0) != (y < 0) ? remainder + y : remainder)
    case .power: return try power(x, y)
    case .shiftLeft:
      if y < 0 { throw raise(.valueError, "negative shift count") }
      if x == 0 { return .int(0) }
      if y < 63, x.magnitude.leadingZeroBitCount > y + 1 { return .int(x << y) }
      return try bigIntegers(.shiftLeft, BigInt(x), BigInt(y))
    case .shiftRight:
      if y < 0 { throw raise(.valueError, "negative shift count") }
      return .int(x >> min(y, 63))
    case .bitAnd: return .int(x & y)
    case .bitOr: return .int(x | y)
    case .bitXor: return .int(x ^ y)
    case .matrixMultiply: return nil
    }
  }

  private mutating func power(_ x: Int, _ y: Int) throws(Interrupt) -> Value {
    if y < 0 { return try floatPower(Double(x), Double(y)) }
    var result = 1
    var base = x
    var exponent = y
    while exponent > 0 {
      if exponent & 1 == 1 {
        let (product, overflows) = result.multipliedReportingOverflow(by: base)
        if overflows { return try bigPower(BigInt(x), y) }
        result = product
      }
      exponent >>= 1
      if exponent > 0 {
        let (square, overflows) = base.multipliedReportingOverflow(by: base)
        if overflows { return try bigPower(BigInt(x), y) }
        base = square
      }
    }
    return .int(result)
  }

  private mutating func bigPower(_ x: BigInt, _ y: Int) throws(Interrupt) -> Value {
    let (bits, overflows) = x.magnitude.bitWidth.multipliedReportingOverflow(by: y)
    if overflows || bits > Machine.largestInteger { throw raise(.memoryError) }
    return make(integer: x.power(y))
  }

  /// The number of bits beyond which an integer is refused, so that no program fills the memory.
  private static var largestInteger: Int { 1 << 28 }

  private mutating func bigIntegers(
    _ op: BinaryOperator, _ x: BigInt, _ y: BigInt
  ) throws(Interrupt) -> Value? {
    switch op {
    case .add: return make(integer: x + y)
    case .subtract: return make(integer: x - y)
    case .multiply: return make(integer: x * y)
    case .divide:
      if y.isZero { throw raise(.zeroDivisionError, "division by zero") }
      let quotient = trueQuotient(x, y)
      if quotient.isInfinite {
        throw raise(.overflowError, "integer division result too large for a float")
      }
      return .float(quotient)
    case .floorDivide:
      if y.isZero { throw raise(.zeroDivisionError, "integer division or modulo by zero") }
      return make(integer: x.floorDivided(by: y).quotient)
    case .modulo:
      if y.isZero { throw raise(.zeroDivisionError, "integer modulo by zero") }
      return make(integer: x.floorDivided(by: y).remainder)
    case .power:
      if y.sign == .minus {
        return try floatPower(double(.big(x)), double(.big(y)))
      }
      if x.magnitude <= 1 {
        return make(integer: x.magnitude.isZero ? (y.isZero ? 1 : 0) : y % 2 == 0 ? 1 : x)
      }
      guard let exponent = Int(exactly: y) else { throw raise(.memoryError) }
      return try bigPower(x, exponent)
    case .shiftLeft:
      if y.sign == .minus { throw raise(.valueError, "negative shift count") }
      guard let count = Int(exactly: y), count <= Machine.largestInteger else {
        throw raise(.overflowError, "too many digits in integer")
      }
      return make(integer: x << count)
    case .shiftRight:
      if y.sign == .minus { throw raise(.valueError, "negative shift count") }
      guard let count = Int(exactly: y) else { return .int(x.sign == .minus ? -1 : 0) }
      return make(integer: x.shiftedRight(count))
    case .bitAnd: return make(integer: x & y)
    case .bitOr: return make(integer: x | y)
    case .bitXor: return make(integer: x ^ y)
    case .matrixMultiply: return nil
    }
  }

  // MARK: Floats

  private mutating func floats(
    _ op: BinaryOperator, _ x: Double, _ y: Double
  ) throws(Interrupt) -> Value? {
    switch op {
    case .add: return .float(x + y)
    case .subtract: return .float(x - y)
    case .multiply: return .float(x * y)
    case .divide:
      if y == 0 { throw raise(.zeroDivisionError, "float division by zero") }
      return .float(x / y)
    case .floorDivide:
      if y == 0 { throw raise(.zeroDivisionError, "float floor division by zero") }
      return .float(floorDivision(x, y).quotient)
    case .modulo:
      if y == 0 { throw raise(.zeroDivisionError, "float modulo") }
      return .float(floorDivision(x, y).remainder)
    case .power: return try floatPower(x, y)
    case .shiftLeft, .shiftRight, .bitAnd, .bitOr, .bitXor, .matrixMultiply: return nil
    }
  }

  mutating func floatPower(_ x: Double, _ y: Double) throws(Interrupt) -> Value {
    if x == 0, y < 0 {
      throw raise(.zeroDivisionError, "0.0 cannot be raised to a negative power")
    }
    if x < 0, x.isFinite, y.isFinite, y != y.rounded() {
      throw raise(.valueError, "math domain error")
    }
    let result = pow(x, y)
    if result.isInfinite, x.isFinite, y.isFinite {
      let text = make("Numerical result out of range")
      throw raise(.overflowError, arguments: [.int(34), text])
    }
    return .float(result)
  }

  // MARK: divmod and pow with a modulus

  /// `divmod(a, b)` of numbers; nil where one is none.
  mutating func divmodBuiltin(_ a: Value, _ b: Value) throws(Interrupt) -> Value? {
    guard let x = number(a), let y = number(b) else { return nil }
    if case .float = x { return try floatDivmod(x, y) }
    if case .float = y { return try floatDivmod(x, y) }
    guard let quotient = try numbers(.floorDivide, x, y), let rest = try numbers(.modulo, x, y)
    else { return nil }
    return make(tuple: [quotient, rest])
  }

  private mutating func floatDivmod(_ a: Number, _ b: Number) throws(Interrupt) -> Value {
    if case .opaque(let kind, let id) = a {
      return make(tuple: [blurred(kind, id), blurred(kind, id)])
    }
    let x = try double(a)
    let y = try double(b)
    if y == 0 { throw raise(.zeroDivisionError, "float divmod()") }
    let (quotient, remainder) = floorDivision(x, y)
    return make(tuple: [.float(quotient), .float(remainder)])
  }

  /// `pow(base, exponent, modulus)`.
  mutating func modularPower(
    _ base: Value, _ exponent: Value, _ modulus: Value
  ) throws(Interrupt) -> Value {
    guard let x = integer(base), let y = integer(exponent), let m = integer(modulus) else {
      throw raise(
        .typeError, "pow() 3rd argument not allowed unless all arguments are integers")
    }
    if m.isZero { throw raise(.valueError, "pow() 3rd argument cannot be 0") }
    let modulo = BigInt(m.magnitude)
    var start = x.floorDivided(by: modulo).remainder
    if y.sign == .minus {
      guard let inverse = start.inverse(modulo) else {
        throw raise(.valueError, "base is not invertible for the given modulus")
      }
      start = inverse
    }
    let result = start.power(BigInt(y.magnitude), modulus: modulo)
    return make(integer: result.floorDivided(by: m).remainder)
  }

  // MARK: Unary

  /// `-a`, `+a`, `~a` of a builtin value; nil where its type does not support it.
  mutating func unaryBuiltin(_ op: UnaryOperator, _ a: Value) throws(Interrupt) -> Value? {
    guard let number = number(a) else { return nil }
    switch (op, number) {
    case (.not, _): return .bool(try !isTrue(a))
    case (.minus, .opaque(let kind, let id)): return negated(kind, id)
    case (.plus, .opaque): return a
    case (_, .opaque(let kind, let id)): return blurred(kind, id)
    case (.minus, .int(let x)): return x == .min ? make(integer: -BigInt(x)) : .int(-x)
    case (.minus, .big(let x)): return make(integer: -x)
    case (.minus, .float(let x)): return .float(-x)
    case (.plus, .int(let x)): return .int(x)
    case (.plus, .big(let x)): return make(integer: x)
    case (.plus, .float(let x)): return .float(x)
    case (.invert, .int(let x)): return .int(~x)
    case (.invert, .big(let x)): return make(integer: -x - 1)
    case (.invert, .float): return nil
    }
  }
}

/// Python's `//` and `%` of floats: the remainder has the divisor's sign.
func floorDivision(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
  var remainder = fmod(x, y)
  var division = (x - remainder) / y
  if remainder != 0 {
    if (y < 0) != (remainder < 0) {
      remainder += y
      division -= 1
    }
  } else {
    remainder = copysign(0, y)
  }
  guard division != 0 else { return (copysign(0, x / y), remainder) }
  var quotient = division.rounded(.down)
  if division - quotient > 0.5 { quotient += 1 }
  return (quotient, remainder)
}

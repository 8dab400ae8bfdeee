// The numeric tower, as far as arithmetic needs it: what kind of number a value is, and exact
// conversions between integers of any size and floats.

import BigInt
import Glibc
import Language

/// A value seen as a number.
enum Number {
  case int(Int)
  case big(BigInt)
  case float(Double)
  case opaque(OpaqueKind, id: UInt32)
}

extension Machine {
  /// The number that a value is; nil for everything that is none.
  func number(_ value: Value) -> Number? {
    switch value {
    case .int(let int): return .int(int)
    case .bool(let bool): return .int(bool ? 1 : 0)
    case .float(let float): return .float(float)
    case .opaque(let kind, let id): return .opaque(kind, id: id)
    case .object(let reference):
      switch object(at: reference) {
      case .bigInteger(let big): return .big(big)
      case .instance: return heldValue(of: value).flatMap(number)
      default: return nil
      }
    default: return nil
    }
  }

  /// What an instance of a class that derives from a container, number or string holds.
  func heldValue(of value: Value) -> Value? {
    if case .instance(let instance)? = object(value) {
      instance.attributes[.privateStorage]
    } else {
      nil
    }
  }

  /// The value itself, or what it holds: a `defaultdict`'s dict.
  @inline(__always) func storage(of value: Value) -> Value {
    if case .instance? = object(value) { heldValue(of: value) ?? value } else { value }
  }

  /// The float nearest to a number.
  mutating func double(_ number: Number) throws(Interrupt) -> Double {
    switch number {
    case .int(let int): return Double(int)
    case .float(let float): return float
    case .opaque(let kind, _): throw undecidable(kind)
    case .big(let big):
      let double = big.nearestDouble
      if double.isInfinite { throw raise(.overflowError, "int too large to convert to float") }
      return double
    }
  }

  /// An argument that must be a real number, as `math` takes it.
  mutating func realNumber(_ value: Value) throws(Interrupt) -> Double {
    if case .float(let float) = value { return float }
    if case .int(let int) = value { return Double(int) }
    if let number = number(value) { return try double(number) }
    if let result = try callMethod(value, NameID(.dunderFloat), []) {
      if case .float(let float) = storage(of: result) { return float }
      throw raise(
        .typeError,
        "\(shownType(of: value)).__float__ returned non-float (type \(shownType(of: result)))")
    }
    if let result = try callMethod(value, NameID(.dunderIndex), []), let number = number(result) {
      return try double(number)
    }
    throw raise(.typeError, "must be real number, not \(shownType(of: value))")
  }
}

extension BigInt {
  /// Rounded to nearest, ties to even; infinite where it is too large.
  var nearestDouble: Double {
    let double = magnitude.nearestDouble
    return sign == .minus ? -double : double
  }

  /// Rounds toward negative infinity, as Python does.
  func floorDivided(by divisor: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if !remainder.isZero, (remainder.sign == .minus) != (divisor.sign == .minus) {
      return (quotient - 1, remainder + divisor)
    }
    return (quotient, remainder)
  }

  /// Shifts toward negative infinity.
  func shiftedRight(_ count: Int) -> BigInt {
    if sign == .plus { return BigInt(magnitude >> count) }
    return -BigInt((magnitude - 1) >> count) - 1
  }
}

extension BigUInt {
  var nearestDouble: Double {
    let width = bitWidth
    if width <= 64 { return Double(UInt64(self)) }
    if width > 1100 { return .infinity }
    let shift = width - 64
    var head = UInt64(self >> shift)
    if trailingZeroBitCount < shift { head |= 1 }
    return scalbn(Double(head), Int32(shift))
  }
}

/// The float nearest to `dividend / divisor`; infinite where it is too large.
func trueQuotient(_ dividend: BigInt, _ divisor: BigInt) -> Double {
  let isNegative = (dividend.sign == .minus) != (divisor.sign == .minus)
  var top = dividend.magnitude
  var bottom = divisor.magnitude
  let shift = 66 - (top.bitWidth - bottom.bitWidth)
  if shift > 0 { top <<= shift } else { bottom <<= -shift }
  var (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
  if !remainder.isZero { quotient |= 1 }
  let scaled = scalbn(quotient.nearestDouble, Int32(clamping: -shift))
  return isNegative ? -scaled : scaled
}

/// Compares an integer of any size with a float exactly: -1, 0, 1; nil where the float is not a number.
func exactOrder(_ integer: BigInt, _ float: Double) -> Int? {
  if float.isNaN { return nil }
  if float.isInfinite { return float > 0 ? -1 : 1 }
  let whole = float.rounded(.towardZero)
  let other = BigInt(whole)
  if integer != other { return integer < other ? -1 : 1 }
  return whole == float ? 0 : whole < float ? -1 : 1
}

/// The same for a machine integer.
func exactOrder(_ integer: Int, _ float: Double) -> Int? {
  if float.isNaN { return nil }
  if float >= 9_223_372_036_854_775_808 { return -1 }
  if float < -9_223_372_036_854_775_808 { return 1 }
  let whole = float.rounded(.towardZero)
  let other = Int(whole)
  if integer != other { return integer < other ? -1 : 1 }
  return whole == float ? 0 : whole < float ? -1 : 1
}

// The math module.

import BigInt
import Glibc
import Language

extension ModuleDescription {
  static var math: ModuleDescription {
    ModuleDescription(
      id: .math, functions: floatForms + pairForms + wholeForms + integerForms,
      values: [
        ("pi", .float(.pi)), ("e", .float(M_E)), ("tau", .float(2 * .pi)),
        ("inf", .float(.infinity)), ("nan", .float(.nan)),
      ])
  }

  /// A function of one float. A result that is not a number where the argument is one is a domain
  /// error; one that is infinite where the argument is not is a range error.
  private static func form(
    _ name: String, polesAreDomain: Bool = false, _ body: @escaping @Sendable (Double) -> Double
  ) -> BuiltinFunction {
    .one(name) { (m, a) throws(Interrupt) in
      if case .opaque(let kind, let id) = a { return m.blurred(kind, id) }
      let x = try m.realNumber(a)
      let result = body(x)
      if result.isNaN, !x.isNaN { throw m.raise(.valueError, "math domain error") }
      if result.isInfinite, x.isFinite {
        throw polesAreDomain
          ? m.raise(.valueError, "math domain error") : m.raise(.overflowError, "math range error")
      }
      return .float(result)
    }
  }

  private static var floatForms: [BuiltinFunction] {
    [
      form("sqrt") { $0.squareRoot() }, form("exp") { Glibc.exp($0) },
      form("exp2") { Glibc.exp2($0) }, form("expm1") { Glibc.expm1($0) },
      form("log1p", polesAreDomain: true) { Glibc.log1p($0) },
      form("sin") { Glibc.sin($0) }, form("cos") { Glibc.cos($0) }, form("tan") { Glibc.tan($0) },
      form("asin") { Glibc.asin($0) }, form("acos") { Glibc.acos($0) },
      form("atan") { Glibc.atan($0) }, form("sinh") { Glibc.sinh($0) },
      form("cosh") { Glibc.cosh($0) }, form("tanh") { Glibc.tanh($0) },
      form("asinh") { Glibc.asinh($0) }, form("acosh") { Glibc.acosh($0) },
      form("atanh", polesAreDomain: true) { Glibc.atanh($0) },
      form("fabs") { Swift.abs($0) }, form("cbrt") { Glibc.cbrt($0) },
      form("degrees") { $0 * (180 / .pi) }, form("radians") { $0 * (.pi / 180) },
      form("gamma", polesAreDomain: true) { Glibc.tgamma($0) },
      form("lgamma", polesAreDomain: true) { Glibc.lgamma($0) },
      form("erf") { Glibc.erf($0) }, form("erfc") { Glibc.erfc($0) },
      .bound("log", "x, base=None, /") { (m, a) throws(Interrupt) in
        let x = try m.logarithm(a[0])
        if a[1] == .missing { return .float(x) }
        let base = try m.logarithm(a[1])
        if base == 0 { throw m.raise(.zeroDivisionError, "float division by zero") }
        return .float(x / base)
      },
      .one("log2") { (m, a) throws(Interrupt) in
        if let big = m.integer(a), big > 0, big.magnitude.bitWidth > 1000 {
          return .float(try m.logarithm(a) / Glibc.log(2))
        }
        let x = try m.realNumber(a)
        if x <= 0 { throw m.raise(.valueError, "math domain error") }
        return .float(Glibc.log2(x))
      },
      .one("log10") { (m, a) throws(Interrupt) in
        if let big = m.integer(a), big > 0, big.magnitude.bitWidth > 1000 {
          return .float(try m.logarithm(a) / Glibc.log(10))
        }
        let x = try m.realNumber(a)
        if x <= 0 { throw m.raise(.valueError, "math domain error") }
        return .float(Glibc.log10(x))
      },
      .one("isnan") { (m, a) throws(Interrupt) in .bool(try m.realNumber(a).isNaN) },
      .one("isinf") { (m, a) throws(Interrupt) in .bool(try m.realNumber(a).isInfinite) },
      .one("isfinite") { (m, a) throws(Interrupt) in .bool(try m.realNumber(a).isFinite) },
      .one("modf") { (m, a) throws(Interrupt) in
        let x = try m.realNumber(a)
        let whole = x.rounded(.towardZero)
        let fraction = x.isInfinite ? 0 : x - whole
        return m.make(tuple: [.float(copysign(fraction, x)), .float(whole)])
      },
      .one("frexp") { (m, a) throws(Interrupt) in
        let x = try m.realNumber(a)
        if x == 0 || !x.isFinite { return m.make(tuple: [.float(x), .int(0)]) }
        let exponent = Int(x.exponent) + 1
        return m.make(tuple: [.float(scalbn(x, Int32(-exponent))), .int(exponent)])
      },
    ]
  }

  private static func pair(
    _ name: String, _ body: @escaping @Sendable (Double, Double) -> Double
  ) -> BuiltinFunction {
    .two(name) { (m, a, b) throws(Interrupt) in
      let x = try m.realNumber(a)
      let y = try m.realNumber(b)
      let result = body(x, y)
      if result.isNaN, !x.isNaN, !y.isNaN { throw m.raise(.valueError, "math domain error") }
      if result.isInfinite, x.isFinite, y.isFinite {
        throw name == "pow" && x == 0
          ? m.raise(.valueError, "math domain error") : m.raise(.overflowError, "math range error")
      }
      return .float(result)
    }
  }

  private static var pairForms: [BuiltinFunction] {
    [
      pair("pow") { Glibc.pow($0, $1) }, pair("fmod") { Glibc.fmod($0, $1) },
      pair("atan2") { Glibc.atan2($0, $1) }, pair("copysign") { Glibc.copysign($0, $1) },
      pair("remainder") { Glibc.remainder($0, $1) },
      .two("ldexp") { (m, a, b) throws(Interrupt) in
        let x = try m.realNumber(a)
        let result = scalbn(x, Int32(clamping: try m.index(b)))
        if result.isInfinite, x.isFinite { throw m.raise(.overflowError, "math range error") }
        return .float(result)
      },
      .bound("hypot", "*coordinates") { (m, a) throws(Interrupt) in
        var numbers: [Double] = []
        for item in m.tuple(a[0]) ?? [] { numbers.append(try m.realNumber(item)) }
        return .float(numbers.reduce(0) { Glibc.hypot($0, $1) })
      },
      .two("dist") { (m, p, q) throws(Interrupt) in
        let first = try m.collect(p)
        let second = try m.collect(q)
        guard first.count == second.count else {
          throw m.raise(
            .valueError, "both points must have the same number of dimensions")
        }
        var result = 0.0
        for index in first.indices {
          result = Glibc.hypot(
            result, try m.realNumber(first[index]) - (try m.realNumber(second[index])))
        }
        return .float(result)
      },
      .bound("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0") { (m, a) throws(Interrupt) in
        let x = try m.realNumber(a[0])
        let y = try m.realNumber(a[1])
        let relative = a[2] == .missing ? 1e-9 : try m.realNumber(a[2])
        let absolute = a[3] == .missing ? 0 : try m.realNumber(a[3])
        if x == y { return .bool(true) }
        if x.isInfinite || y.isInfinite { return .bool(false) }
        let difference = Swift.abs(x - y)
        return .bool(
          difference <= relative * Swift.max(Swift.abs(x), Swift.abs(y)) || difference <= absolute)
      },
      .one("fsum") { (m, a) throws(Interrupt) in
        // Exact partial sums, none overlapping (Shewchuk 1997).
        var partials: [Double] = []
        for item in try m.collect(a) {
          var x = try m.realNumber(item)
          var kept: [Double] = []
          for partial in partials {
            var (large, small) = (x, partial)
            if Swift.abs(large) < Swift.abs(small) { swap(&large, &small) }
            let high = large + small
            let low = small - (high - large)
            if low != 0 { kept.append(low) }
            x = high
          }
          partials = kept + [x]
        }
        return .float(partials.reduce(0, +))
      },
    ]
  }

  private static func whole(
    _ name: String, _ method: String, _ rule: FloatingPointRoundingRule
  ) -> BuiltinFunction {
    .one(name) { (m, a) throws(Interrupt) in
      switch m.number(a) {
      case .int?, .big?: return m.make(integer: m.integer(m.storage(of: a)) ?? 0)
      case .opaque(let kind, let id)?: return m.blurred(kind, id)
      case .float(let float)?: return try m.makeInteger(of: float.rounded(rule))
      case nil: break
      }
      let id = m.nameID(for: Text(method))
      if case .instance? = m.object(a), let result = try m.callMethod(a, id, []) { return result }
      if name == "trunc" {
        throw m.raise(
          .typeError, "type \(m.shownType(of: a)) doesn't define __trunc__ method")
      }
      return try m.makeInteger(of: m.realNumber(a).rounded(rule))
    }
  }

  private static var wholeForms: [BuiltinFunction] {
    [
      whole("floor", "__floor__", .down), whole("ceil", "__ceil__", .up),
      whole("trunc", "__trunc__", .towardZero),
    ]
  }

  private static var integerForms: [BuiltinFunction] {
    [
      .bound("gcd", "*integers") { (m, a) throws(Interrupt) in
        var result = BigInt(0)
        for item in m.tuple(a[0]) ?? [] {
          result = result.greatestCommonDivisor(with: try m.wholeArgument(item))
        }
        return m.make(integer: BigInt(result.magnitude))
      },
      .bound("lcm", "*integers") { (m, a) throws(Interrupt) in
        var result = BigInt(1)
        for item in m.tuple(a[0]) ?? [] {
          let other = BigInt(try m.wholeArgument(item).magnitude)
          if other.isZero { return .int(0) }
          result = result / result.greatestCommonDivisor(with: other) * other
        }
        return m.make(integer: result)
      },
      .one("factorial") { (m, a) throws(Interrupt) in
        if case .float = a {
          throw m.raise(
            .typeError, "'float' object cannot be interpreted as an integer")
        }
        let count = try m.index(a)
        if count < 0 {
          throw m.raise(.valueError, "factorial() not defined for negative values")
        }
        if count > 50_000 { throw m.raise(.overflowError, "factorial() argument too large") }
        var result = BigInt(1)
        var number = 2
        while number <= count {
          result *= BigInt(number)
          number += 1
        }
        return m.make(integer: result)
      },
      .two("comb") { (m, a, b) throws(Interrupt) in
        let (total, chosen) = (try m.wholeArgument(a), try m.wholeArgument(b))
        if total < 0 { throw m.raise(.valueError, "n must be a non-negative integer") }
        if chosen < 0 { throw m.raise(.valueError, "k must be a non-negative integer") }
        if chosen > total { return .int(0) }
        let least = Swift.min(chosen, total - chosen)
        var result = BigInt(1)
        var step = BigInt(1)
        while step <= least {
          result = result * (total - least + step) / step
          step += 1
        }
        return m.make(integer: result)
      },
      .bound("perm", "n, k=None, /") { (m, a) throws(Interrupt) in
        let total = try m.wholeArgument(a[0])
        let chosen = a[1] == .missing || a[1] == .none ? total : try m.wholeArgument(a[1])
        if total < 0 { throw m.raise(.valueError, "n must be a non-negative integer") }
        if chosen < 0 { throw m.raise(.valueError, "k must be a non-negative integer") }
        if chosen > total { return .int(0) }
        var result = BigInt(1)
        var step = BigInt(0)
        while step < chosen {
          result *= total - step
          step += 1
        }
        return m.make(integer: result)
      },
      .one("isqrt") { (m, a) throws(Interrupt) in
        let number = try m.wholeArgument(a)
        if number < 0 {
          throw m.raise(.valueError, "isqrt() argument must be nonnegative")
        }
        return m.make(integer: BigInt(number.magnitude.squareRoot()))
      },
      .bound("prod", "iterable, /, *, start=1") { (m, a) throws(Interrupt) in
        var result = a[1] == .missing ? Value.int(1) : a[1]
        for item in try m.collect(a[0]) { result = try m.binary(.multiply, result, item) }
        return result
      },
    ]
  }
}

extension Machine {
  fileprivate mutating func wholeArgument(_ value: Value) throws(Interrupt) -> BigInt {
    if let big = integer(storage(of: value)) { return big }
    return BigInt(try index(value))
  }

  /// The natural logarithm of a number of any size.
  fileprivate mutating func logarithm(_ value: Value) throws(Interrupt) -> Double {
    if let big = integer(storage(of: value)), big > 0, big.magnitude.bitWidth > 1000 {
      let shift = big.magnitude.bitWidth - 64
      return Glibc.log((big >> shift).nearestDouble) + Double(shift) * Glibc.log(2)
    }
    let x = try realNumber(value)
    if x <= 0 { throw raise(.valueError, "math domain error") }
    return Glibc.log(x)
  }
}

// Arithmetic on literals, done once instead of each time. Only where nobody can tell: what raises is
// left to the machine, and so is what grows long.

import BigInt

enum ConstantFolder {
  /// CPython folds integers up to so many bits; so do we.
  private static let mostBits = 128
  private static let longestText = 4096

  /// The value of an expression that is made of literals alone.
  static func fold(_ expression: Expression) -> ProgramConstant? {
    switch expression.kind {
    case .constant(let value): return .plain(value)
    case .tuple(let items): return fold(all: items).map(ProgramConstant.tuple)
    case .unary(let op, let operand):
      guard case .plain(let value)? = fold(operand) else { return nil }
      return fold(op, value).map(ProgramConstant.plain)
    case .binary(let left, let op, let right): return fold(left, op, right)
    default: return nil
    }
  }

  /// The values of all of them, where each is made of literals.
  static func fold(all items: [Expression]) -> [ProgramConstant]? {
    var values: [ProgramConstant] = []
    for item in items {
      guard let value = fold(item) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func fold(_ op: UnaryOperator, _ value: Constant) -> Constant? {
    switch (op, value) {
    case (.not, _): .bool(!value.isTrue)
    case (.minus, .integer(let number)): .integer(-number)
    case (.minus, .float(let number)): .float(-number)
    case (.plus, .integer), (.plus, .float): value
    case (.invert, .integer(let number)): .integer(-number - 1)
    case (.minus, _), (.plus, _), (.invert, _): nil
    }
  }

  private static func fold(
    _ left: Expression, _ op: BinaryOperator, _ right: Expression
  ) -> ProgramConstant? {
    // The right side is short; a long chain is looked at from its right end, and ends there.
    guard case .plain(let second)? = fold(right), case .plain(let first)? = fold(left) else {
      return nil
    }
    switch (first, second) {
    case (.integer(let a), .integer(let b)): return integer(a, op, b).map { .plain($0) }
    case (.float(let a), .float(let b)): return float(a, op, b).map { .plain($0) }
    case (.float(let a), .integer(let b)):
      return exactFloat(b).flatMap { float(a, op, $0) }.map { .plain($0) }
    case (.integer(let a), .float(let b)):
      return exactFloat(a).flatMap { float($0, op, b) }.map { .plain($0) }
    case (.string(let a), .string(let b)) where op == .add && a.count + b.count <= longestText:
      return .plain(.string(a + b))
    default: return nil
    }
  }

  /// An integer as a float, where that is the same number.
  private static func exactFloat(_ value: BigInt) -> Double? {
    value.magnitude.bitWidth <= 53 ? Int(exactly: value).map(Double.init) : nil
  }

  private static func integer(_ a: BigInt, _ op: BinaryOperator, _ b: BigInt) -> Constant? {
    guard a.bitWidth <= mostBits, b.bitWidth <= mostBits else { return nil }
    switch op {
    case .add: return .integer(a + b)
    case .subtract: return .integer(a - b)
    case .multiply: return .integer(a * b)
    case .bitAnd: return .integer(a & b)
    case .bitOr: return .integer(a | b)
    case .bitXor: return .integer(a ^ b)
    case .power: return power(a, b).map(Constant.integer)
    case .shiftLeft:
      guard let count = Int(exactly: b), (0...mostBits).contains(count) else { return nil }
      return .integer(a << count)
    case .floorDivide, .modulo:
      guard !b.isZero else { return nil }
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let isBelow = !remainder.isZero && (remainder < 0) != (b < 0)
      if op == .modulo { return .integer(isBelow ? remainder + b : remainder) }
      return .integer(isBelow ? quotient - 1 : quotient)
    case .divide, .shiftRight, .matrixMultiply: return nil
    }
  }

  private static func power(_ base: BigInt, _ exponent: BigInt) -> BigInt? {
    guard let count = Int(exactly: exponent), (0...mostBits).contains(count),
      base.bitWidth * count <= 2 * mostBits
    else { return nil }
    return base.power(count)
  }

  private static func float(_ a: Double, _ op: BinaryOperator, _ b: Double) -> Constant? {
    switch op {
    case .add: .float(a + b)
    case .subtract: .float(a - b)
    case .multiply: .float(a * b)
    case .divide: b == 0 ? nil : .float(a / b)
    default: nil
    }
  }
}

// Random floats of which the range is kept: on an ideal machine they may feed a sleep. A search takes
// the times of two sleeps to be independent, so each drawn float may be slept once: whoever sleeps it
// again, or sleeps what was computed from it as well, sleeps an unknown time. The same holds for who
// has it from another process, but for a child that gets it as an argument.

import Language

/// A random float that a machine has drawn, or what it computed from one.
struct Draw: Hashable {
  var range: FloatRange
  /// The place in `draws` of the float that it was computed from; its own where it was drawn.
  var origin: Int
  /// Of a drawn one: it must not be slept any more.
  var isSpent = false
}

extension Machine {
  /// A random float of this range.
  mutating func drawn(from range: FloatRange) -> Value {
    draws.append(Draw(range: range, origin: draws.count))
    return .opaque(.chance, id: UInt32(draws.count))
  }

  /// What a function makes of a placeholder, as far as the world need not know it.
  func blurred(_ kind: OpaqueKind, _ id: UInt32) -> Value {
    .opaque(kind, id: kind.identity(id))
  }

  /// Adding, subtracting, multiplying and dividing keep ranges.
  mutating func combined(_ op: BinaryOperator, _ a: Number, _ b: Number) -> Value {
    switch (a, b) {
    case (.opaque(.chance, let x), .opaque(.chance, let y)): return combinedDraws(op, x, y)
    case (.opaque(.chance, let id), _):
      guard let number = finite(b) else { break }
      switch op {
      case .add: return mapped(id) { $0 + number }
      case .subtract: return mapped(id) { $0 - number }
      case .multiply where number != 0: return mapped(id) { $0 * number }
      case .divide where number != 0: return mapped(id) { $0 / number }
      default: break
      }
    case (_, .opaque(.chance, let id)):
      guard let number = finite(a) else { break }
      switch op {
      case .add: return mapped(id) { number + $0 }
      case .subtract: return mapped(id) { number - $0 }
      case .multiply where number != 0: return mapped(id) { number * $0 }
      default: break
      }
    case (.opaque(let kind, let id), _), (_, .opaque(let kind, let id)): return blurred(kind, id)
    default: break
    }
    return .opaque(.chance, id: 0)
  }

  /// What a function that never falls, or never rises, makes of a float.
  private mutating func mapped(_ id: UInt32, _ function: (Double) -> Double) -> Value {
    guard let draw = draw(id) else { return .opaque(.chance, id: 0) }
    draws.append(Draw(range: draw.range.mapped(function), origin: draw.origin))
    return .opaque(.chance, id: UInt32(draws.count))
  }

  /// Sums and differences of independent floats; those they are made of must not be slept then.
  private mutating func combinedDraws(_ op: BinaryOperator, _ x: UInt32, _ y: UInt32) -> Value {
    guard let left = draw(x), let right = draw(y), left.origin != right.origin,
      !draws[left.origin].isSpent, !draws[right.origin].isSpent,
      op == .add || op == .subtract
    else { return .opaque(.chance, id: 0) }
    draws[left.origin].isSpent = true
    draws[right.origin].isSpent = true
    return drawn(from: left.range + (op == .add ? right.range : -right.range))
  }

  mutating func negated(_ kind: OpaqueKind, _ id: UInt32) -> Value {
    kind == .chance ? mapped(id) { -$0 } : .opaque(kind, id: id)
  }

  private func draw(_ id: UInt32) -> Draw? { id == 0 ? nil : draws[Int(id) - 1] }

  private func finite(_ number: Number) -> Double? {
    switch number {
    case .int(let int): Double(int)
    case .float(let float) where float.isFinite: float
    case .float, .big, .opaque: nil
    }
  }

  // MARK: Sleeping

  func sleepTime(_ kind: OpaqueKind, _ id: UInt32) -> SleepTime {
    guard kind == .chance, let draw = draw(id), !draws[draw.origin].isSpent, draw.range.low >= 0,
      draw.range.low <= draw.range.high
    else { return .unknown }
    return .within(draw.range)
  }

  /// Notes that the float was slept, or is another process's now.
  mutating func spend(_ value: Value) {
    guard case .opaque(.chance, let id) = value, let draw = draw(id) else { return }
    draws[draw.origin].isSpent = true
  }

  /// A forked child may sleep what it got as an argument, and nothing else that its parent drew.
  mutating func keepDraws(of arguments: Arguments) {
    let kept = Set(
      arguments.values.compactMap { value in
        if case .opaque(.chance, let id) = value { draw(id)?.origin } else { nil }
      })
    for place in draws.indices where !kept.contains(place) { draws[place].isSpent = true }
  }
}

/// The floats from `low` to `high`, each with or without the end itself.
package struct FloatRange: Hashable, Sendable {
  package var low: Double
  package var high: Double
  package var includesLow: Bool
  package var includesHigh: Bool

  /// What `random.random()` draws from.
  static let fraction = FloatRange(low: 0, high: 1, includesLow: true, includesHigh: false)

  /// The range of what a function that never falls, or never rises, makes of a float of this one.
  func mapped(_ function: (Double) -> Double) -> FloatRange {
    let first = function(low)
    let last = function(high)
    return first <= last
      ? FloatRange(low: first, high: last, includesLow: includesLow, includesHigh: includesHigh)
      : FloatRange(low: last, high: first, includesLow: includesHigh, includesHigh: includesLow)
  }

  /// The range of the sums of a float of this one and any float of the other.
  static func + (left: FloatRange, right: FloatRange) -> FloatRange {
    FloatRange(
      low: left.low + right.low, high: left.high + right.high,
      includesLow: left.includesLow && right.includesLow,
      includesHigh: left.includesHigh && right.includesHigh)
  }

  static prefix func - (range: FloatRange) -> FloatRange { range.mapped { -$0 } }
}

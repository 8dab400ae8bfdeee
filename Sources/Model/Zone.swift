// Times of which only ranges are known, with what is known of their differences: the zones of timed
// automata as difference-bound matrices (Dill: Timing Assumptions and Verification of Finite-State
// Concurrent Systems, 1989; Bengtsson, Yi: Timed Automata, 2004). A matrix is kept closed: no bound
// follows from others that is tighter than the one that stands there. So each bound is met or
// approached by some times of the zone, and equal zones have equal matrices.

/// How large a difference of two times may be.
struct TimeBound: Hashable, Comparable {
  var nanoseconds: Int64
  /// The difference stays below that.
  var isStrict: Bool

  static let zero = TimeBound(nanoseconds: 0, isStrict: false)
  static let belowZero = TimeBound(nanoseconds: 0, isStrict: true)

  /// Whether the left one is tighter.
  static func < (left: TimeBound, right: TimeBound) -> Bool {
    left.nanoseconds != right.nanoseconds
      ? left.nanoseconds < right.nanoseconds : left.isStrict && !right.isStrict
  }

  static func + (left: TimeBound, right: TimeBound) -> TimeBound {
    TimeBound(
      nanoseconds: left.nanoseconds + right.nanoseconds,
      isStrict: left.isStrict || right.isStrict)
  }
}

/// How long something takes from now on.
enum TimeLeft: Hashable {
  case exactly(nanoseconds: Int64)
  /// Independent of all others.
  case within(TimeRange)
  /// This time of the clock's zone, from 1.
  case related(Int)
}

struct TimeRange: Hashable {
  /// Of the time.
  var most: TimeBound
  /// Of its opposite.
  var least: TimeBound

  init(most: TimeBound, least: TimeBound) {
    self.most = most
    self.least = least
  }

  init(exactly nanoseconds: Int64) {
    most = TimeBound(nanoseconds: nanoseconds, isStrict: false)
    least = TimeBound(nanoseconds: -nanoseconds, isStrict: false)
  }

  /// Where it is but one time.
  var nanoseconds: Int64? { most.nanoseconds == -least.nanoseconds ? most.nanoseconds : nil }
}

/// Times from now on, numbered from 1; 0 is now.
struct Zone: Hashable {
  private(set) var count: Int
  /// Row after row: how much the row's time may exceed the column's.
  private var bounds: [TimeBound]

  /// Times that have nothing to do with each other.
  init(_ ranges: [TimeRange]) {
    count = ranges.count
    let ends = [TimeRange(exactly: 0)] + ranges
    bounds = ends.flatMap { row in ends.map { row.most + $0.least } }
    for time in ends.indices { self[time, time] = .zero }
  }

  private(set) subscript(row: Int, column: Int) -> TimeBound {
    get { bounds[row * (count + 1) + column] }
    set { bounds[row * (count + 1) + column] = newValue }
  }

  func range(of time: Int) -> TimeRange { TimeRange(most: self[time, 0], least: self[0, time]) }

  /// Takes over how times are related in another zone.
  ///
  /// - Parameter numbers: the number there of each time here, or 0.
  mutating func relate(_ other: Zone, numbers: [Int]) {
    for (row, left) in numbers.enumerated() where left > 0 {
      for (column, right) in numbers.enumerated() where right > 0 {
        self[row + 1, column + 1] = other[left, right]
      }
    }
  }

  /// Leaves only the times where `row`'s exceeds `column`'s by no more; nil where there are none.
  func limited(_ row: Int, _ column: Int, _ bound: TimeBound) -> Zone? {
    guard bound < self[row, column] else { return self }
    guard self[column, row] + bound >= .zero else { return nil }
    var result = self
    for first in 0...count {
      let start = self[first, row] + bound
      for second in 0...count {
        let sum = start + self[column, second]
        if sum < self[first, second] { result[first, second] = sum }
      }
    }
    return result
  }

  /// The ways in which some of the times are over first, at the same instant, and all others later.
  ///
  /// - Parameters:
  ///   - kinds: of each time. Of several of a kind it makes no difference which are over; it is those
  ///     that come first.
  ///   - limit: on how many ways there are.
  /// - Returns: for each, who they are, and the zone of these times; nil if there are too many.
  func firsts(kinds: [Int], atMost limit: Int) -> [(over: [Int], zone: Zone)]? {
    var found: [(over: [Int], zone: Zone)] = []
    let twins = kinds.enumerated().map { kinds[..<$0].lastIndex(of: $1).map { $0 + 1 } }
    for leader in 1...count where twins[leader - 1] == nil {
      var zone: Zone? = self
      for other in 1..<leader { zone = zone?.limited(leader, other, .belowZero) }
      guard let zone else { continue }
      var partial = [(over: [leader], zone: zone)]
      for other in leader + 1..<count + 1 {
        partial = partial.flatMap { choice in
          var ways: [(over: [Int], zone: Zone)] = []
          if let later = choice.zone.limited(leader, other, .belowZero) {
            ways.append((choice.over, later))
          }
          if twins[other - 1].map(choice.over.contains) ?? true,
            let together = choice.zone.together(leader, other)
          {
            ways.append((choice.over + [other], together))
          }
          return ways
        }
        if found.count + partial.count > limit { return nil }
      }
      found += partial
    }
    return found
  }

  /// These are over first, perhaps at the same instant as others; nil where that cannot be.
  func first(_ over: [Int]) -> Zone? {
    var zone: Zone? = self
    for other in 1...count {
      zone =
        over.contains(other)
        ? zone?.together(over[0], other) : zone?.limited(over[0], other, .zero)
    }
    return zone
  }

  private func together(_ one: Int, _ other: Int) -> Zone? {
    limited(one, other, .zero)?.limited(other, one, .zero)
  }

  /// The same times as seen when `time` is over.
  ///
  /// - Parameter kept: those to keep; they get their numbers in this order.
  func after(_ time: Int, keeping kept: [Int]) -> Zone {
    let old = [time] + kept
    var zone = self
    zone.count = kept.count
    zone.bounds = old.flatMap { row in old.map { self[row, $0] } }
    return zone
  }

  /// The times that are not only known by their range, but by their difference to others too.
  var related: [Int] {
    guard count > 1 else { return [] }
    return (1...count).filter { time in
      range(of: time).nanoseconds == nil
        && (1...count).contains { other in
          other != time
            && (self[time, other] < self[time, 0] + self[0, other]
              || self[other, time] < self[other, 0] + self[0, time])
        }
    }
  }
}

/// An ideal machine's clock.
struct ClockState: Hashable {
  /// Since the start, in nanoseconds, as far as anybody looks; nil after a time of which only a range
  /// is known.
  var elapsed: Int64? = 0
  /// How the times are related that processes still sleep.
  var zone: Zone?

  mutating func pass(_ nanoseconds: Int64?) {
    guard let before = elapsed, let nanoseconds else {
      elapsed = nil
      return
    }
    elapsed = before + nanoseconds
  }
}

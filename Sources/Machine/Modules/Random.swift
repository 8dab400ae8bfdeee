// The random module. Unseeded, each number is a choice of the world: exploration tries them all. After
// `random.seed(n)`, and for `random.Random(n)`, the sequence is CPython's.

import BigInt
import Glibc
import Language

extension ModuleDescription {
  static var random: ModuleDescription {
    ModuleDescription(
      id: .random,
      functions: randomForms.map { name, signature, body in
        .bound(name, signature) { (m, a) throws(Interrupt) in
          var source = m.moduleRandomSource()
          return try body(&m, &source, a)
        }
      } + [
        .bound("seed", "a=None, version=2") { (m, a) throws(Interrupt) in
          let source = try m.seeded(a[0])
          m.defaultRandom = source
          return .none
        }
      ],
      types: [("Random", .randomGenerator)],
      refused: [
        "SystemRandom": "use the functions of random itself",
        "getstate": "use random.Random(seed)", "setstate": "use random.Random(seed)",
      ])
  }
}

extension Library {
  /// The methods of `random.Random`.
  static var randomMethods: [BuiltinFunction] {
    randomForms.map { name, signature, body in
      .bound(name, of: .randomGenerator, signature.isEmpty ? "self" : "self, " + signature) {
        (m, a) throws(Interrupt) in
        var source = RandomSource(generator: a[0])
        return try body(&m, &source, Array(a.dropFirst()))
      }
    } + [
      .bound("__init__", of: .randomGenerator, "self, x=None, /") { (m, a) throws(Interrupt) in
        let seeded = try m.seeded(a[1])
        let state = m.state(.privateState, of: seeded)
        m.setState(.privateState, of: a[0], to: state)
        return .none
      },
      .bound("seed", of: .randomGenerator, "self, a=None, version=2") { (m, a) throws(Interrupt) in
        let seeded = try m.seeded(a[1])
        let state = m.state(.privateState, of: seeded)
        m.setState(.privateState, of: a[0], to: state)
        m.setState(.privateResult, of: a[0], to: .none)
        return .none
      },
    ]
  }
}

private typealias RandomBody =
  @Sendable (inout Machine, inout RandomSource, [Value]) throws(Interrupt) -> Value

/// Where numbers come from: an instance with a Mersenne Twister's state, or the world.
struct RandomSource {
  var generator: Value

  /// A number from 0 up to but not including `limit`.
  func below(_ limit: BigInt, _ machine: inout Machine) throws(Interrupt) -> BigInt {
    if let number = machine.withTwister(generator, { $0.nextBelow(limit.magnitude) }) {
      return BigInt(number)
    }
    if let count = Int(exactly: limit) {
      if case .int(let choice) = try machine.perform(.choose(count: count)) {
        return BigInt(choice)
      }
      return 0
    }
    throw machine.raise(.overflowError, "tutor's random chooses among fewer than 2**63 numbers")
  }

  func below(_ limit: Int, _ machine: inout Machine) throws(Interrupt) -> Int {
    Int(truncatingIfNeeded: try below(BigInt(limit), &machine))
  }

  /// A float in [0, 1); nil where the world keeps it a placeholder.
  func float(_ machine: inout Machine) throws(Interrupt) -> Double? {
    if case .float(let float) = try fraction(&machine) { float } else { nil }
  }

  /// `.float` in [0, 1), `.anyFraction` or `.opaque`.
  private func fraction(_ machine: inout Machine) throws(Interrupt) -> Reply {
    if let float = machine.withTwister(generator, { $0.nextFloat() }) { return .float(float) }
    return try machine.perform(.randomFloat)
  }

  /// A float made from a random one by a function that never falls, or never rises; a placeholder
  /// where that is one.
  func value(
    _ machine: inout Machine, _ body: (Double) -> Double
  ) throws(Interrupt) -> Value {
    switch try fraction(&machine) {
    case .float(let float): return .float(body(float))
    case .anyFraction: return machine.drawn(from: FloatRange.fraction.mapped(body))
    default: return .opaque(.chance, id: 0)
    }
  }
}

private let randomForms: [(String, String, RandomBody)] = [
  ("random", "", { (m, s, _) throws(Interrupt) in try s.value(&m) { $0 } }),
  (
    "uniform", "a, b",
    { (m, s, a) throws(Interrupt) in
      let low = try m.realNumber(a[0])
      let high = try m.realNumber(a[1])
      return try s.value(&m) { low + (high - low) * $0 }
    }
  ),
  (
    "triangular", "low=0.0, high=1.0, mode=None",
    { (m, s, a) throws(Interrupt) in
      let low = a[0] == .missing ? 0 : try m.realNumber(a[0])
      let high = a[1] == .missing ? 1 : try m.realNumber(a[1])
      let mode = a[2] == .missing || a[2] == .none ? nil : try m.realNumber(a[2])
      return try s.value(&m) { u in
        if high == low { return low }
        let c = mode.map { ($0 - low) / (high - low) } ?? 0.5
        if u > c { return high + (low - high) * sqrt((1 - u) * (1 - c)) }
        return low + (high - low) * sqrt(u * c)
      }
    }
  ),
  (
    "expovariate", "lambd",
    { (m, s, a) throws(Interrupt) in
      let rate = try m.realNumber(a[0])
      return try s.value(&m) { -log(1 - $0) / rate }
    }
  ),
  ("gauss", "mu=0.0, sigma=1.0", { (m, s, a) throws(Interrupt) in try m.gauss(s, a) }),
  (
    "normalvariate", "mu=0.0, sigma=1.0",
    { (m, s, a) throws(Interrupt) in try m.normalVariate(s, a) }
  ),
  (
    "randint", "a, b",
    { (m, s, a) throws(Interrupt) in
      try m.randomInRange(s, from: m.wholeNumber(a[0]), to: m.wholeNumber(a[1]) + 1, by: 1)
    }
  ),
  (
    "randrange", "start, stop=None, step=1",
    { (m, s, a) throws(Interrupt) in
      let first = try m.wholeNumber(a[0])
      if a[1] == .missing || a[1] == .none {
        if first <= 0 { throw m.raise(.valueError, "empty range for randrange()") }
        return m.make(integer: try s.below(first, &m))
      }
      let step = a[2] == .missing ? BigInt(1) : try m.wholeNumber(a[2])
      return try m.randomInRange(s, from: first, to: m.wholeNumber(a[1]), by: step)
    }
  ),
  (
    "getrandbits", "k",
    { (m, s, a) throws(Interrupt) in
      let count = try m.index(a[0])
      if count < 0 { throw m.raise(.valueError, "number of bits must be non-negative") }
      if let bits = m.withTwister(s.generator, { $0.nextBits(count) }) {
        return m.make(integer: BigInt(bits))
      }
      return m.make(integer: try s.below(BigInt(1) << count, &m))
    }
  ),
  (
    "choice", "seq",
    { (m, s, a) throws(Interrupt) in
      let count = try m.length(of: a[0])
      if count == 0 { throw m.raise(.indexError, "Cannot choose from an empty sequence") }
      return try m.item(of: a[0], .int(s.below(count, &m)))
    }
  ),
  (
    "shuffle", "x",
    { (m, s, a) throws(Interrupt) in
      let list = m.storage(of: a[0])
      guard var items = m.list(list) else {
        throw m.raise(
          .typeError, "'\(m.shownType(of: a[0]))' object does not support item assignment")
      }
      var index = items.count - 1
      while index > 0 {
        items.swapAt(index, try s.below(index + 1, &m))
        index -= 1
      }
      m.withList(list) { $0 = items }
      return .none
    }
  ),
  ("sample", "population, k", { (m, s, a) throws(Interrupt) in try m.sample(s, a[0], a[1]) }),
  (
    "choices", "population, weights=None, *, cum_weights=None, k=1",
    { (m, s, a) throws(Interrupt) in try m.choices(s, a) }
  ),
]

extension Machine {
  func moduleRandomSource() -> RandomSource { RandomSource(generator: defaultRandom) }

  /// Runs the twister of a seeded generator; nil where it has none.
  func twister(_ generator: Value) -> MersenneTwister? {
    guard case .instance? = object(generator),
      case .bytes(let bytes)? = object(state(.privateState, of: generator))
    else { return nil }
    return MersenneTwister(bytes: bytes)
  }

  mutating func withTwister<R>(
    _ generator: Value, _ body: (inout MersenneTwister) -> R
  ) -> R? {
    guard var twister = twister(generator) else { return nil }
    let result = body(&twister)
    if let index = state(.privateState, of: generator).heapIndex {
      heap[index] = .bytes(twister.bytes)
    }
    return result
  }

  /// A generator seeded with a value; one without a state of its own where the value is None.
  fileprivate mutating func seeded(_ value: Value) throws(Interrupt) -> Value {
    let seed: BigUInt
    switch number(value) {
    case .int(let int)?: seed = BigUInt(int.magnitude)
    case .big(let big)?: seed = big.magnitude
    case .float(let float)?: seed = BigUInt(hashOf(float).magnitude)
    case .opaque?: return makeInstance(.type(.randomGenerator), [])
    case nil:
      if value == .missing || value == .none {
        return makeInstance(.type(.randomGenerator), [])
      }
      throw raise(
        .typeError,
        text(value) == nil
          ? "The only supported seed types are: None,\nint, float, str, bytes, and bytearray."
          : "tutor's random.seed takes a number")
    }
    let state = make(bytes: MersenneTwister(seed: seed).bytes)
    return makeInstance(.type(.randomGenerator), [(.privateState, state)])
  }

  fileprivate mutating func wholeNumber(_ value: Value) throws(Interrupt) -> BigInt {
    if let big = integer(storage(of: value)) { return big }
    if case .float(let float) = value, float == float.rounded(), float.isFinite {
      return BigInt(float)
    }
    if case .float = value { throw raise(.valueError, "non-integer arg 1 for randrange()") }
    return BigInt(try index(value))
  }

  fileprivate mutating func randomInRange(
    _ source: RandomSource, from start: BigInt, to stop: BigInt, by step: BigInt
  ) throws(Interrupt) -> Value {
    let width = stop - start
    if step == 1 {
      if width <= 0 {
        throw raise(.valueError, "empty range for randrange() (\(start), \(stop), \(width))")
      }
      return make(integer: start + (try source.below(width, &self)))
    }
    if step.isZero { throw raise(.valueError, "zero step for randrange()") }
    let slack = step.sign == .minus ? step + 1 : step - 1
    let count = (width + slack).floorDivided(by: step).quotient
    if count <= 0 { throw raise(.valueError, "empty range for randrange()") }
    return make(integer: start + step * (try source.below(count, &self)))
  }

  fileprivate mutating func gauss(
    _ source: RandomSource, _ a: [Value]
  ) throws(Interrupt) -> Value {
    let mean = a[0] == .missing ? 0 : try realNumber(a[0])
    let deviation = a[1] == .missing ? 1 : try realNumber(a[1])
    let generator = source.generator
    if case .float(let kept) = state(.privateResult, of: generator) {
      setState(.privateResult, of: generator, to: .none)
      return .float(mean + kept * deviation)
    }
    guard let first = try source.float(&self), let second = try source.float(&self) else {
      return .opaque(.chance, id: 0)
    }
    let angle = first * 2 * Double.pi
    let radius = sqrt(-2 * log(1 - second))
    setState(.privateResult, of: generator, to: .float(sin(angle) * radius))
    return .float(mean + cos(angle) * radius * deviation)
  }

  fileprivate mutating func normalVariate(
    _ source: RandomSource, _ a: [Value]
  ) throws(Interrupt) -> Value {
    let mean = a[0] == .missing ? 0 : try realNumber(a[0])
    let deviation = a[1] == .missing ? 1 : try realNumber(a[1])
    let constant = 4 * exp(-0.5) / sqrt(2.0)
    while true {
      guard let first = try source.float(&self), let other = try source.float(&self) else {
        return .opaque(.chance, id: 0)
      }
      let second = 1 - other
      let z = constant * (first - 0.5) / second
      if z * z / 4 <= -log(second) { return .float(mean + z * deviation) }
    }
  }

  /// CPython's `sample`: from a shrinking pool, or by a set where few are taken from many.
  fileprivate mutating func sample(
    _ source: RandomSource, _ population: Value, _ count: Value
  ) throws(Interrupt) -> Value {
    if setKind(storage(of: population)) != nil || dict(storage(of: population)) != nil {
      throw raise(
        .typeError, "Population must be a sequence.  For dicts or sets, use sorted(d).")
    }
    var pool = try collect(population)
    let wanted = try index(count)
    guard wanted >= 0, wanted <= pool.count else {
      throw raise(.valueError, "Sample larger than population or is negative")
    }
    let total = pool.count
    var setSize = 21
    if wanted > 5 { setSize += Int(pow(4, ceil(log(Double(wanted) * 3) / log(4)))) }
    var result: [Value] = []
    if total <= setSize || twister(source.generator) == nil {
      for taken in 0..<wanted {
        let place = try source.below(total - taken, &self)
        result.append(pool[place])
        pool[place] = pool[total - taken - 1]
      }
    } else {
      var taken: Set<Int> = []
      for _ in 0..<wanted {
        var place = try source.below(total, &self)
        while !taken.insert(place).inserted { place = try source.below(total, &self) }
        result.append(pool[place])
      }
    }
    return make(list: result)
  }

  fileprivate mutating func choices(
    _ source: RandomSource, _ a: [Value]
  ) throws(Interrupt) -> Value {
    let pool = try collect(a[0])
    let count = a[3] == .missing ? 1 : try index(a[3])
    let isSeeded = twister(source.generator) != nil
    var result: [Value] = []
    if a[1] == .missing || a[1] == .none, a[2] == .missing || a[2] == .none {
      if pool.isEmpty { throw raise(.indexError, "list index out of range") }
      for _ in 0..<max(count, 0) {
        let place =
          isSeeded
          ? Int((try source.float(&self) ?? 0) * Double(pool.count))
          : try source.below(pool.count, &self)
        result.append(pool[place])
      }
      return make(list: result)
    }
    let sums = try cumulativeWeights(a)
    guard sums.count == pool.count else {
      throw raise(.valueError, "The number of weights does not match the population")
    }
    guard let total = sums.last, total > 0 else {
      throw raise(.valueError, "Total of weights must be greater than zero")
    }
    for _ in 0..<max(count, 0) {
      if let float = try source.float(&self) {
        let place = sums.dropLast().firstIndex { $0 > float * total } ?? pool.count - 1
        result.append(pool[place])
      } else {
        let possible = pool.indices.filter { sums[$0] > ($0 > 0 ? sums[$0 - 1] : 0) }
        result.append(pool[possible[try source.below(possible.count, &self)]])
      }
    }
    return make(list: result)
  }

  private mutating func cumulativeWeights(_ a: [Value]) throws(Interrupt) -> [Double] {
    var sums: [Double] = []
    if a[2] != .missing, a[2] != .none {
      for weight in try collect(a[2]) { sums.append(try realNumber(weight)) }
      return sums
    }
    var sum = 0.0
    for weight in try collect(a[1]) {
      sum += try realNumber(weight)
      sums.append(sum)
    }
    return sums
  }
}

// A process's own source of random numbers, seeded anew in each process: a fork must not make two
// processes draw the same.

struct Chance {
  private var state: UInt64

  init() {
    var system = SystemRandomNumberGenerator()
    state = system.next()
  }

  /// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// From 0 up to but not including `count`, each as likely.
  mutating func number(below count: Int) -> Int {
    guard count > 1 else { return 0 }
    let bound = UInt64(count)
    // The lowest 2^64 mod bound values would make some numbers likelier.
    let surplus = (0 &- bound) % bound
    while true {
      let (high, low) = next().multipliedFullWidth(by: bound)
      if low >= surplus { return Int(high) }
    }
  }

  /// In [0, 1), a multiple of 2^-53.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}

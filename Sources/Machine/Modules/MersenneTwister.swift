// The generator behind `random.seed(n)`: the 32-bit Mersenne Twister of Matsumoto and Nishimura, seeded
// as CPython seeds it, so a seeded program has CPython's sequence. The state is plain bytes, kept in
// the process's heap.

import BigInt

/// A Mersenne Twister's state: 624 words and the number of those used up.
struct MersenneTwister {
  private(set) var words: [UInt32]
  private(set) var used: Int

  /// Seeded by an array of words (init_by_array of the reference implementation).
  init(seed: BigUInt) {
    var key: [UInt32] = []
    var rest = seed
    while !rest.isZero {
      key.append(UInt32(truncatingIfNeeded: UInt(rest & 0xFFFF_FFFF)))
      rest >>= 32
    }
    if key.isEmpty { key = [0] }
    words = [UInt32](repeating: 0, count: 624)
    used = 624
    words[0] = 19_650_218
    for index in 1..<624 {
      words[index] =
        1_812_433_253 &* (words[index - 1] ^ words[index - 1] >> 30) &+ UInt32(index)
    }
    mix(key)
  }

  private mutating func mix(_ key: [UInt32]) {
    var index = 1
    var place = 0
    func previous(_ factor: UInt32) -> UInt32 {
      (words[index - 1] ^ words[index - 1] >> 30) &* factor
    }
    for _ in 0..<max(624, key.count) {
      words[index] = (words[index] ^ previous(1_664_525)) &+ key[place] &+ UInt32(place)
      index += 1
      place += 1
      if index >= 624 {
        words[0] = words[623]
        index = 1
      }
      if place >= key.count { place = 0 }
    }
    for _ in 0..<623 {
      words[index] = (words[index] ^ previous(1_566_083_941)) &- UInt32(index)
      index += 1
      if index >= 624 {
        words[0] = words[623]
        index = 1
      }
    }
    words[0] = 0x8000_0000
  }

  /// From `bytes`.
  init(bytes: [UInt8]) {
    var all: [UInt32] = []
    all.reserveCapacity(625)
    bytes.withUnsafeBytes { buffer in
      for index in 0..<625 {
        all.append(buffer.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
      }
    }
    used = Int(all.removeLast())
    words = all
  }

  /// As 2 500 bytes.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(2500)
    for word in words + [UInt32(used)] {
      withUnsafeBytes(of: word) { result.append(contentsOf: $0) }
    }
    return result
  }

  mutating func nextWord() -> UInt32 {
    if used >= 624 { regenerate() }
    var word = words[used]
    used += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    return word ^ word >> 18
  }

  private mutating func regenerate() {
    for index in 0..<624 {
      let joined = words[index] & 0x8000_0000 | words[(index + 1) % 624] & 0x7FFF_FFFF
      words[index] =
        words[(index + 397) % 624] ^ joined >> 1 ^ (joined & 1 == 1 ? 0x9908_B0DF : 0)
    }
    used = 0
  }

  /// In [0, 1), with 53 bits.
  mutating func nextFloat() -> Double {
    let high = Double(nextWord() >> 5)
    let low = Double(nextWord() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  mutating func nextBits(_ count: Int) -> BigUInt {
    var result = BigUInt(0)
    var shift = 0
    var remaining = count
    while remaining > 0 {
      let word = remaining < 32 ? nextWord() >> UInt32(32 - remaining) : nextWord()
      result |= BigUInt(word) << shift
      shift += 32
      remaining -= 32
    }
    return result
  }

  /// Below `limit`, each number alike.
  mutating func nextBelow(_ limit: BigUInt) -> BigUInt {
    if limit.isZero { return 0 }
    let width = limit.bitWidth
    if width <= 32 {
      let bound = UInt32(limit)
      while true {
        let word = nextWord() >> UInt32(32 - width)
        if word < bound { return BigUInt(word) }
      }
    }
    while true {
      let number = nextBits(width)
      if number < limit { return number }
    }
  }
}

// The visited set: every state once, as a vector of handles, with how it was reached first. Exact:
// a tag of 32 bits only spares comparisons, and equality is that of the whole vector.

import Glibc

/// States in the order of their discovery, found again by content.
///
/// A vector's trailing zeros are not kept, so vectors of different lengths are one where they agree:
/// components may come into being during a search.
struct StateStore: ~Copyable {
  /// How a state was reached first.
  struct Arrival: BitwiseCopyable {
    var parent: UInt32
    /// Index among the actors.
    var actor: UInt16
    var alternative: UInt16
  }

  private var words = FlatBuffer<UInt32>(capacity: 1 << 16)
  /// Where each state's words start, and the end of the last one.
  private var offsets = FlatBuffer<UInt32>(capacity: 1 << 12)
  private var arrivals = FlatBuffer<Arrival>(capacity: 1 << 12)
  /// Tag in the upper half, state number plus 1 in the lower; 0 for vacant. The place is the tag's
  /// upper bits, so that growing needs no vector.
  private var table = FlatBuffer<UInt64>(repeating: 0, count: 1 << 13)
  private var tableBits: UInt32 = 13

  init() { offsets.append(0) }

  var count: Int { arrivals.count }
  var bytes: Int { words.bytes + offsets.bytes + arrivals.bytes + table.bytes }
  /// Room for more states and words, in 32 bits each.
  var isFull: Bool { count >= 0xFFFF_FFF0 || words.count >= 0xFFF0_0000 }

  /// What a slot that holds a handle adds to the state's hash, by exclusive or.
  @inline(__always)
  static func mix(_ slot: Int, _ handle: UInt32) -> UInt64 {
    if handle == 0 { return 0 }
    var word = UInt64(UInt32(truncatingIfNeeded: slot)) << 32 | UInt64(handle)
    word = (word ^ word >> 31) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 29) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 32
  }

  func arrival(at state: Int) -> Arrival { arrivals[state] }

  @inline(__always)
  func length(of state: Int) -> Int { Int(offsets[state + 1] - offsets[state]) }

  /// The state's words, valid until the next insertion.
  @inline(__always)
  func vector(of state: Int) -> UnsafePointer<UInt32> {
    UnsafePointer(words.base + Int(offsets[state]))
  }

  /// Finds the vector, or adds it.
  ///
  /// - Parameter length: without trailing zeros.
  @inline(__always)
  mutating func insert(
    _ vector: UnsafePointer<UInt32>, length: Int, hash: UInt64, from arrival: Arrival
  ) -> (state: Int, isNew: Bool) {
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = table.count - 1
    var place = Int(tag >> (32 - tableBits))
    while true {
      let entry = table[place]
      if entry == 0 { break }
      if UInt32(truncatingIfNeeded: entry >> 32) == tag {
        let state = Int(UInt32(truncatingIfNeeded: entry)) - 1
        if isEqual(state, vector, length) { return (state, false) }
      }
      place = (place + 1) & mask
    }
    table[place] = UInt64(tag) << 32 | UInt64(count + 1)
    words.append(from: vector, count: length)
    offsets.append(UInt32(truncatingIfNeeded: words.count))
    arrivals.append(arrival)
    if count * 8 > table.count * 5, tableBits < 32 { double() }
    return (count - 1, true)
  }

  /// The state of a vector that is there.
  func find(_ vector: UnsafePointer<UInt32>, length: Int, hash: UInt64) -> Int? {
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = table.count - 1
    var place = Int(tag >> (32 - tableBits))
    while table[place] != 0 {
      if UInt32(truncatingIfNeeded: table[place] >> 32) == tag {
        let state = Int(UInt32(truncatingIfNeeded: table[place])) - 1
        if isEqual(state, vector, length) { return state }
      }
      place = (place + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private func isEqual(_ state: Int, _ vector: UnsafePointer<UInt32>, _ length: Int) -> Bool {
    let start = Int(offsets[state])
    guard Int(offsets[state + 1]) - start == length else { return false }
    return memcmp(words.base + start, vector, length * 4) == 0
  }

  private mutating func double() {
    let size = table.count * 2
    var old = FlatBuffer<UInt64>(repeating: 0, count: size)
    swap(&old, &table)
    tableBits += 1
    for index in 0..<old.count where old[index] != 0 {
      var place = Int(UInt32(truncatingIfNeeded: old[index] >> 32) >> (32 - tableBits))
      while table[place] != 0 { place = (place + 1) & (size - 1) }
      table[place] = old[index]
    }
  }
}

// A hash table from two words to one, for what the search remembers of its steps: open addressing
// in one block of plain memory.

/// A map from pairs of words to a word below `UInt32.max`.
struct PairTable: ~Copyable {
  struct Entry: BitwiseCopyable {
    var first: UInt32
    var second: UInt32
    /// `vacant` where there is no entry.
    var value: UInt32
  }

  private static let vacant = UInt32.max

  private var entries: FlatBuffer<Entry>
  private var mask: Int
  private var shift: UInt64
  private(set) var count = 0

  init(capacity: Int = 1024) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    entries = FlatBuffer(
      repeating: Entry(first: 0, second: 0, value: PairTable.vacant), count: size)
    mask = size - 1
    shift = UInt64(64 - size.trailingZeroBitCount)
  }

  var bytes: Int { entries.bytes }

  /// Where a pair is looked for first: the upper bits of a sum of products, as in `Search`'s hash.
  @inline(__always)
  private func place(of first: UInt32, _ second: UInt32) -> Int {
    let sum = UInt64(first) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(second) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: sum >> shift)
  }

  @inline(__always)
  func value(_ first: UInt32, _ second: UInt32) -> UInt32? {
    var index = place(of: first, second)
    while true {
      let entry = entries[index]
      if entry.value == PairTable.vacant { return nil }
      if entry.first == first, entry.second == second { return entry.value }
      index = (index + 1) & mask
    }
  }

  /// Adds a pair that is not there.
  mutating func insert(_ first: UInt32, _ second: UInt32, _ value: UInt32) {
    if (count + 1) * 2 > entries.count { double() }
    place(Entry(first: first, second: second, value: value))
    count += 1
  }

  private mutating func place(_ entry: Entry) {
    var index = place(of: entry.first, entry.second)
    while entries[index].value != PairTable.vacant { index = (index + 1) & mask }
    entries[index] = entry
  }

  private mutating func double() {
    let size = entries.count * 2
    var old = FlatBuffer(
      repeating: Entry(first: 0, second: 0, value: PairTable.vacant), count: size)
    swap(&old, &entries)
    mask = size - 1
    shift -= 1
    for index in 0..<old.count where old[index].value != PairTable.vacant { place(old[index]) }
  }
}

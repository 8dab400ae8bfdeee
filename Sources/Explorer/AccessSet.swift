// Sets of ways in which actors touch what they share: the words in which a system tells the search
// what disturbs what. The search knows no more of them than whether two sets meet.

/// A set of accesses, each a number that the system gives to one way of touching one thing.
package struct AccessSet: Hashable, Sendable {
  package private(set) var words: [UInt64] = []

  package init() {}

  package var isEmpty: Bool { words.isEmpty }

  package mutating func insert(_ access: Int) {
    while words.count <= access / 64 { words.append(0) }
    words[access / 64] |= 1 << UInt64(access % 64)
  }
}

/// Sets of accesses by number, in plain memory.
struct AccessTable: ~Copyable {
  /// The set that meets every other but the empty one.
  static let everything: UInt32 = 0
  static let nothing: UInt32 = 1

  private var numbers: [AccessSet: UInt32] = [:]
  private var words = FlatBuffer<UInt64>()
  /// Where each set's words start; those of `everything` are none.
  private var starts = FlatBuffer<UInt32>()

  init() {
    starts.append(0)
    starts.append(0)
    starts.append(0)
    numbers[AccessSet()] = AccessTable.nothing
  }

  /// - Parameter set: nil for everything.
  mutating func intern(_ set: AccessSet?) -> UInt32 {
    guard let set else { return AccessTable.everything }
    if let number = numbers[set] { return number }
    let number = UInt32(starts.count - 1)
    for word in set.words { words.append(word) }
    starts.append(UInt32(words.count))
    numbers[set] = number
    return number
  }

  @inline(__always)
  func meet(_ left: UInt32, _ right: UInt32) -> Bool {
    if left == AccessTable.nothing || right == AccessTable.nothing { return false }
    if left == AccessTable.everything || right == AccessTable.everything { return true }
    let a = Int(starts[Int(left)])
    let b = Int(starts[Int(right)])
    let count = min(Int(starts[Int(left) + 1]) - a, Int(starts[Int(right) + 1]) - b)
    for index in 0..<count where words[a + index] & words[b + index] != 0 { return true }
    return false
  }

  @inline(__always)
  func contains(_ set: UInt32, _ access: Int) -> Bool {
    if set == AccessTable.everything { return true }
    let start = Int(starts[Int(set)])
    guard access / 64 < Int(starts[Int(set) + 1]) - start else { return false }
    return words[start + access / 64] >> UInt64(access % 64) & 1 == 1
  }
}

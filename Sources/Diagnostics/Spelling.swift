// The nearest known name for a misspelt one. Flows in: what was written and what exists. Flows out:
// a suggestion only when it is near enough to be meant.

package enum Spelling {
  /// The candidate nearest to `word`, the first among equals; nil when none is near.
  ///
  /// Near means: the same but for case, or at most a third of the longer one's letters inserted,
  /// left out, changed or swapped with a neighbour.
  package static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate.unicodeScalars.count <= 64 {
      let other = Array(candidate.lowercased().unicodeScalars)
      let distance = self.distance(letters, other)
      // A word of one or two letters is near only to itself.
      guard distance == 0 || (distance <= max(letters.count, other.count) / 3) else { continue }
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Insertions, deletions, changes and swaps of neighbours that lead from one word to the other.
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var row = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let change = left[i - 1] == right[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }

  // MARK: Python's suggestions

  /// The name that CPython 3.11 asks about in "Did you mean: 'x'?"; the first among equals.
  ///
  /// Costs are counted in halves of a change: 2 for a letter inserted, left out or changed, 1 for
  /// the other case. A third of both names' letters may differ. The names are compared byte by
  /// byte, as CPython does. For a NameError ask with the local names, then with the global ones,
  /// then with the builtins; for an AttributeError with the sorted attributes.
  package static func suggestion(for name: String, among candidates: [String]) -> String? {
    guard candidates.count < 750 else { return nil }
    let wanted = Array(name.utf8)
    var best: (name: String, cost: Int)?
    for candidate in candidates where candidate != name {
      let other = Array(candidate.utf8)
      var limit = (wanted.count + other.count + 3) * 2 / 6
      if let best { limit = min(limit, best.cost - 1) }
      guard let cost = cost(wanted[...], other[...], limit: limit) else { continue }
      best = (candidate, cost)
    }
    return best?.name
  }

  /// Names longer than this, less what they have in common, are not compared.
  private static let longestCompared = 40

  /// What it costs to change one name into the other; `nil` above the limit.
  private static func cost(
    _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int
  ) -> Int? {
    let start = zip(left, right).prefix { $0 == $1 }.count
    var (left, right) = (left.dropFirst(start), right.dropFirst(start))
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    (left, right) = (left.dropLast(end), right.dropLast(end))
    guard !left.isEmpty, !right.isEmpty else {
      let cost = 2 * (left.count + right.count)
      return cost <= limit ? cost : nil
    }
    guard left.count <= longestCompared, right.count <= longestCompared else { return nil }
    var row = (0...left.count).map { 2 * $0 }
    for byte in right {
      var diagonal = row[0]
      row[0] += 2
      for (index, other) in left.enumerated() {
        let substituted = diagonal + change(byte, other)
        diagonal = row[index + 1]
        row[index + 1] = min(substituted, row[index] + 2, diagonal + 2)
      }
    }
    return row[left.count] <= limit ? row[left.count] : nil
  }

  private static func change(_ left: UInt8, _ right: UInt8) -> Int {
    if left == right { return 0 }
    return lowercased(left) == lowercased(right) ? 1 : 2
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

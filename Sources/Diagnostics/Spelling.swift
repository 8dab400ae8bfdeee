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
}

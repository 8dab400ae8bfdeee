// The state of an incremental search: what is looked for, and where it was found.

struct HistorySearch {
  let lines: [String]
  private(set) var wanted = ""
  private(set) var failed = false
  /// The index in `lines` of what was found.
  private var place: Int?
  private var replacement: String?

  init(lines: [String]) {
    self.lines = lines
  }

  /// The line to show.
  var found: String? { replacement ?? place.map { lines[$0] } }

  mutating func lengthen(by character: Character) {
    wanted.append(character)
    find(before: (place ?? lines.count - 1) + 1)
  }

  mutating func shorten() {
    guard !wanted.isEmpty else { return }
    wanted.removeLast()
    place = nil
    if wanted.isEmpty { failed = false } else { find(before: lines.count) }
  }

  /// The next older line that holds what is wanted and differs from the one found.
  mutating func older() {
    guard !wanted.isEmpty else { return }
    var limit = place ?? lines.count
    while let older = lines[..<limit].lastIndex(where: { $0.contains(wanted) }) {
      if place == nil || lines[older] != found {
        place = older
        failed = false
        return
      }
      limit = older
    }
    failed = true
  }

  mutating func giveUp(with line: String) {
    replacement = line
  }

  private mutating func find(before limit: Int) {
    let match = lines[..<min(limit, lines.count)].lastIndex { $0.contains(wanted) }
    failed = match == nil
    if let match { place = match }
  }
}

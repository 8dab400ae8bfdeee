// Steps → a picture with one lane a process and time from left to right, or a numbered list where it
// does not fit. Widths are columns of a terminal. A mark is drawn only for what the steps prove.

import Course
import Diagnostics

/// Draws a schedule.
package struct WitnessPicture: Sendable {
  /// Columns that there are.
  package var width: Int
  /// Whether lines and marks are drawn with ASCII signs alone.
  package var usesASCII: Bool
  private let phrases: Phrases

  package init(width: Int, usesASCII: Bool = false, language: ReadingLanguage = .english) {
    self.width = max(16, width)
    self.usesASCII = usesASCII
    phrases = Phrases.table(language)
  }

  /// The picture's lines, none wider than `width`, without indentation. It ends where the question's
  /// value is settled. Processes that only read are counted below it, for they change nothing.
  package func lines(of steps: [WitnessStep]) -> [String] {
    let steps = usesASCII ? steps.map(plain) : steps
    if steps.contains(where: { $0.seconds != nil }) { return moments(steps) }
    let bystanders = Bystanders.find(in: steps)
    let shown = Bystanders.withoutIdleReleases(
      steps.filter { !bystanders.contains($0.process) && !$0.isLate })
    guard !shown.isEmpty else { return [] }
    let mark = WitnessMark.find(in: shown)
    let others = bystanders.count
    let drawn = lanes(of: shown, mark: mark) ?? list(of: shown, mark: mark)
    guard others > 0 else { return drawn }
    let phrase = others == 1 ? phrases.oneOther : phrases.others
    let note = Phrases.fill(phrase, [("count", "\(others)")])
    return drawn + [DisplayWidth.prefix(of: note, columns: width)]
  }

  // MARK: Lanes

  private struct Lane {
    let process: Int
    let name: String
    var line = ""
    var columns = 0
  }

  /// More rows of lanes than this are harder to follow than a list.
  private static let mostBands = 3

  /// All steps in one row of lanes, or in a few, one below the other.
  private func lanes(of steps: [WitnessStep], mark: WitnessMark?) -> [String]? {
    for gap in [2, 1] {
      let bands = bands(of: steps, gap: gap)
      if bands.count == 1 { return band(steps[...], gap: gap, steps: steps, mark: mark) }
    }
    let bands = bands(of: steps, gap: 2)
    // In a narrow terminal a row would hold a step or two.
    guard !bands.isEmpty, bands.count <= Self.mostBands, width >= 60 else { return nil }
    var lines: [String] = []
    for (index, range) in bands.enumerated() {
      if index > 0 { lines.append("") }
      lines += band(steps[range], gap: 2, steps: steps, mark: mark)
    }
    return lines
  }

  /// The stretches of steps that fit into one row each; none where a single step does not.
  private func bands(of steps: [WitnessStep], gap: Int) -> [Range<Int>] {
    let room = width - start(of: steps)
    var bands: [Range<Int>] = []
    var first = 0
    var time = 0
    for (index, step) in steps.enumerated() {
      let columns = gap + DisplayWidth.of(step.label)
      guard columns <= room else { return [] }
      if time + columns > room {
        bands.append(first..<index)
        first = index
        time = 0
      }
      time += columns
    }
    return bands + [first..<steps.count]
  }

  /// The column where lanes start.
  private func start(of steps: [WitnessStep]) -> Int {
    (steps.map { DisplayWidth.of($0.lane) }.max() ?? 0) + 2
  }

  /// One row of lanes, and the mark below it if it falls into it.
  private func band(
    _ part: ArraySlice<WitnessStep>, gap: Int, steps: [WitnessStep], mark: WitnessMark?
  ) -> [String] {
    var lanes: [Lane] = []
    for step in part where !lanes.contains(where: { $0.process == step.process }) {
      lanes.append(Lane(process: step.process, name: step.lane))
    }
    lanes.sort { $0.process < $1.process }
    let start = start(of: steps)
    var time = gap
    var marked: Int?
    for index in part.indices {
      let step = steps[index]
      guard let lane = lanes.firstIndex(where: { $0.process == step.process }) else { continue }
      let dashes = time - lanes[lane].columns
      lanes[lane].line += String(repeating: usesASCII ? "-" : "─", count: dashes) + step.label
      lanes[lane].columns = time + DisplayWidth.of(step.label)
      if index == mark?.step { marked = start + time }
      time = lanes[lane].columns + gap
    }
    let drawn = lanes.map { DisplayWidth.padded($0.name, to: start) + $0.line }
    guard let mark, let marked else { return drawn }
    return drawn + [markLine(mark, at: marked)]
  }

  /// The mark's sentence to the right of its column, else to the left, else from the margin on.
  private func markLine(_ mark: WitnessMark, at column: Int) -> String {
    let sign = usesASCII ? "^" : "▲"
    let text = sentence(mark)
    let columns = DisplayWidth.of(text)
    if column + 2 + columns <= width {
      return String(repeating: " ", count: column) + sign + " " + text
    }
    if columns + 1 <= column {
      return String(repeating: " ", count: column - columns - 1) + text + " " + sign
    }
    return DisplayWidth.prefix(of: text, columns: width)
  }

  private func sentence(_ mark: WitnessMark) -> String {
    switch mark.reason {
    case .readBeforeWrite(let count) where count == 2: phrases.bothRead
    case .readBeforeWrite(let count): Phrases.fill(phrases.allRead, [("count", "\(count)")])
    case .readEmpty: phrases.readEmpty
    }
  }

  // MARK: The ideal machine's moments

  /// What is printed at which second, and the end; everything where nothing is printed.
  private func moments(_ steps: [WitnessStep]) -> [String] {
    let lines = steps.filter { if case .prints = $0.action { true } else { false } }
    var shown = lines.isEmpty ? steps : lines
    if let end = steps.last, end.label == phrases.ends, end.seconds != shown.last?.seconds {
      shown.append(end)
    }
    let times = shown.map { step in
      step.seconds.map { Phrases.fill(phrases.takesSeconds, [("values", Self.brief($0))]) } ?? ""
    }
    let timeWidth = times.map { DisplayWidth.of($0) }.max() ?? 0
    let nameWidth = min(width / 3, shown.map { DisplayWidth.of($0.lane) }.max() ?? 0)
    return zip(shown, times).prefix(Self.longestList).map { step, time in
      let head =
        String(repeating: " ", count: timeWidth - DisplayWidth.of(time)) + time + "  "
        + DisplayWidth.padded(DisplayWidth.prefix(of: step.lane, columns: nameWidth), to: nameWidth)
        + "  "
      return head + fitted(step.label, to: width - DisplayWidth.of(head))
    }
  }

  /// A number of seconds without needless digits.
  static func brief(_ seconds: Double) -> String {
    seconds == seconds.rounded() && abs(seconds) < 1e9 ? "\(Int(seconds))" : "\(seconds)"
  }

  // MARK: The list

  /// More steps than this are cut in the middle.
  private static let longestList = 40

  private func list(of steps: [WitnessStep], mark: WitnessMark?) -> [String] {
    let digits = String(steps.count).count
    let nameWidth = min(width / 3, steps.map { DisplayWidth.of($0.lane) }.max() ?? 0)
    var lines: [String] = []
    for (index, step) in steps.enumerated() {
      let number = String(index + 1)
      let name = DisplayWidth.prefix(of: step.lane, columns: nameWidth)
      let head =
        String(repeating: " ", count: digits - number.count) + number + ". "
        + DisplayWidth.padded(name, to: nameWidth) + "  "
      lines.append(head + fitted(step.label, to: width - DisplayWidth.of(head)))
    }
    if lines.count > Self.longestList {
      let left = lines.count - Self.longestList + 1
      let more = Phrases.fill(phrases.moreSteps, [("count", "\(left)")])
      lines.replaceSubrange(30..<(30 + left), with: [plain(more)])
    }
    guard let mark else { return lines }
    return lines + [DisplayWidth.prefix(of: sentence(mark), columns: width)]
  }

  private func fitted(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let dots = plain("…")
    let room = max(0, columns - DisplayWidth.of(dots))
    return DisplayWidth.prefix(of: text, columns: room) + dots
  }

  private func plain(_ step: WitnessStep) -> WitnessStep {
    var step = step
    step.label = plain(step.label)
    return step
  }

  private func plain(_ text: String) -> String {
    usesASCII ? String(text.flatMap { $0 == "…" ? Array("...") : [$0] }) : text
  }
}

/// What a picture leaves out because it makes no difference in it.
private enum Bystanders {
  /// The processes that only read, under locks that they gave back or under none; none where nobody
  /// else does anything.
  static func find(in steps: [WitnessStep]) -> Set<Int> {
    var reads: Set<Int> = []
    var acts: Set<Int> = []
    var held: [Int: Int] = [:]
    for step in steps {
      switch step.action {
      // Whoever finds a file empty does not go on as the others do.
      case .reads(_, let bytes):
        if bytes.isEmpty { acts.insert(step.process) } else { reads.insert(step.process) }
      case .acquires: held[step.process, default: 0] += 1
      case .releases: held[step.process, default: 0] -= 1
      case .empties, .writes, .prints, .other: acts.insert(step.process)
      }
    }
    let bystanders = reads.subtracting(acts).filter { held[$0, default: 0] == 0 }
    let all = Set(steps.map(\.process))
    return bystanders.count == all.count ? [] : bystanders
  }

  /// Without the releases of locks that nobody acquires after them.
  static func withoutIdleReleases(_ steps: [WitnessStep]) -> [WitnessStep] {
    steps.indices.filter { index in
      guard case .releases(let lock) = steps[index].action else { return true }
      return steps[index...].contains { $0.action == .acquires(lock) }
    }.map { steps[$0] }
  }
}

/// The step at which it went wrong, where the steps prove it.
struct WitnessMark: Hashable {
  enum Reason: Hashable {
    /// So many processes read a file before any of them, or anybody else, wrote it, and then each of
    /// them wrote it.
    case readBeforeWrite(count: Int)
    /// It was read between its emptying and its writing.
    case readEmpty
  }

  let step: Int
  let reason: Reason

  static func find(in steps: [WitnessStep]) -> WitnessMark? {
    emptyRead(in: steps) ?? earlyReads(in: steps)
  }

  private static func emptyRead(in steps: [WitnessStep]) -> WitnessMark? {
    for (index, step) in steps.enumerated() {
      guard case .reads(let path, let bytes) = step.action, bytes.isEmpty else { continue }
      let emptied = steps[..<index].last {
        $0.action == .empties(path: path) || $0.writtenPath == path
      }
      if let emptied, emptied.action == .empties(path: path), emptied.process != step.process {
        return WitnessMark(step: index, reason: .readEmpty)
      }
    }
    return nil
  }

  private static func earlyReads(in steps: [WitnessStep]) -> WitnessMark? {
    guard let write = steps.firstIndex(where: { $0.writtenPath != nil }),
      let path = steps[write].writtenPath
    else { return nil }
    let changed =
      steps[..<write].firstIndex { $0.action == .empties(path: path) } ?? write
    let writers = Set(steps[write...].filter { $0.writtenPath == path }.map(\.process))
    var readers: Set<Int> = []
    var last = 0
    for (index, step) in steps[..<changed].enumerated() where writers.contains(step.process) {
      guard case .reads(path, _) = step.action, readers.insert(step.process).inserted else {
        continue
      }
      last = index
    }
    guard readers.count >= 2 else { return nil }
    return WitnessMark(step: last, reason: .readBeforeWrite(count: readers.count))
  }
}

extension WitnessStep {
  fileprivate var writtenPath: String? {
    if case .writes(let path, _) = action { path } else { nil }
  }
}

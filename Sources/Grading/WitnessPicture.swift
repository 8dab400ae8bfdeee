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

  /// The picture's lines, none wider than `width`, without indentation.
  package func lines(of steps: [WitnessStep]) -> [String] {
    guard !steps.isEmpty else { return [] }
    let mark = WitnessMark.find(in: steps)
    for gap in [2, 1] {
      if let lines = lanes(of: steps, gap: gap, mark: mark) { return lines }
    }
    return list(of: steps, mark: mark)
  }

  // MARK: Lanes

  private struct Lane {
    let process: Int
    let name: String
    var line = ""
    var columns = 0
  }

  private func lanes(of steps: [WitnessStep], gap: Int, mark: WitnessMark?) -> [String]? {
    var lanes: [Lane] = []
    for step in steps where !lanes.contains(where: { $0.process == step.process }) {
      lanes.append(Lane(process: step.process, name: step.lane))
    }
    lanes.sort { $0.process < $1.process }
    let nameWidth = lanes.map { DisplayWidth.of($0.name) }.max() ?? 0
    let start = nameWidth + 2
    var time = gap
    var marked = 0
    for (index, step) in steps.enumerated() {
      guard let lane = lanes.firstIndex(where: { $0.process == step.process }) else { continue }
      let dashes = time - lanes[lane].columns
      lanes[lane].line += String(repeating: usesASCII ? "-" : "─", count: dashes) + step.label
      lanes[lane].columns = time + DisplayWidth.of(step.label)
      if index == mark?.step { marked = start + time }
      time = lanes[lane].columns + gap
      guard start + lanes[lane].columns <= width else { return nil }
    }
    let drawn = lanes.map { DisplayWidth.padded($0.name, to: nameWidth) + "  " + $0.line }
    guard let mark else { return drawn }
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

  private func plain(_ text: String) -> String {
    usesASCII ? String(text.flatMap { $0 == "…" ? Array("...") : [$0] }) : text
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

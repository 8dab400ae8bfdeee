// A lesson's text cut into its front matter, prose and live blocks. Flows in: lines. Flows out: pieces
// with their lines; what the pieces mean is LessonReader's to say. Fences are CommonMark's: three or
// more ` or ~, indented by at most three spaces, closed by at least as many.

import Diagnostics

/// The pieces of a lesson's text.
struct LessonText {
  enum Piece {
    case prose(Prose)
    case live(LiveBlock)
  }

  /// A fenced block whose info string is one of ours.
  struct LiveBlock {
    enum Kind: String, CaseIterable {
      case program, predict, run, fix
    }

    let kind: Kind
    let body: String
    /// Where its fence opens, from 1; the body starts on the next line.
    let line: Int
  }

  /// The YAML between the lines `---`; its first line is line 2.
  let frontMatter: String
  let pieces: [Piece]
  /// What is wrong with the text's form.
  let faults: [CourseFault]

  /// nil, and only faults, where there is no front matter.
  static func cut(_ file: LessonFile) -> Result<LessonText, CourseFault> {
    let lines = file.source.lines
    guard let first = lines.first, first.trimmed == "---" else {
      let empty = lines.allSatisfy(\.trimmed.isEmpty)
      return .failure(
        file.fault(
          empty ? "The lesson is empty." : "The lesson does not open with front matter.",
          line: 1, hint: "open it with the lines '---', 'id: …', 'title: …', '---'"))
    }
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
      return .failure(
        file.fault(
          "The front matter is not closed.", line: 1, hint: "close it with a line '---'"))
    }
    var cutter = Cutter(file: file)
    cutter.cut(from: end + 1)
    return .success(
      LessonText(
        frontMatter: lines[1..<end].joined(separator: "\n"), pieces: cutter.pieces,
        faults: cutter.faults))
  }
}

/// Walks down the lines once.
private struct Cutter {
  let file: LessonFile
  var pieces: [LessonText.Piece] = []
  var faults: [CourseFault] = []
  private var prose: [String] = []
  private var proseLine = 1

  init(file: LessonFile) { self.file = file }

  mutating func cut(from start: Int) {
    let lines = file.source.lines
    var index = start
    while index < lines.count {
      guard let fence = Fence(lines[index]) else {
        append(lines[index], at: index)
        index += 1
        continue
      }
      let close = lines[(index + 1)...].firstIndex { fence.isClosed(by: $0) }
      index = take(fence, from: index, to: close)
    }
    endProse()
  }

  /// Takes a fenced block as live or as prose; answers where to go on.
  private mutating func take(_ fence: Fence, from open: Int, to close: Int?) -> Int {
    let lines = file.source.lines
    let end = close ?? lines.count
    guard let kind = liveKind(of: fence, line: open + 1) else {
      for index in open..<min(end + 1, lines.count) { append(lines[index], at: index) }
      return end + 1
    }
    if close == nil {
      faults.append(
        file.fault(
          "The block '\(kind.rawValue)' is not closed.", line: open + 1,
          hint: "close it with a line \(fence.text)"))
    }
    endProse()
    let body = lines[(open + 1)..<end].map(fence.unindented).joined(separator: "\n")
    pieces.append(.live(LessonText.LiveBlock(kind: kind, body: body, line: open + 1)))
    return end + 1
  }

  private mutating func liveKind(of fence: Fence, line: Int) -> LessonText.LiveBlock.Kind? {
    let words = fence.info.split(separator: " ").map(String.init)
    guard let word = words.first else { return nil }
    if let kind = LessonText.LiveBlock.Kind(rawValue: word) {
      if words.count > 1 {
        faults.append(
          file.fault(
            "The word '\(word)' stands alone after a fence.", line: line,
            hint: "write the rest into the block, one 'key: value' on each line"))
      }
      return kind
    }
    let names = LessonText.LiveBlock.Kind.allCases.map(\.rawValue)
    // Short words are near to too many languages: a slip in them is not told from `rust` or `ini`.
    if let near = Spelling.nearest(to: word, among: names),
      near.count > 3 || near == word.lowercased()
    {
      faults.append(
        file.fault(
          "There is no live block '\(word)'.", line: line, hint: "did you mean '\(near)'?"))
    }
    return nil
  }

  private mutating func append(_ line: String, at index: Int) {
    if prose.isEmpty {
      guard !line.trimmed.isEmpty else { return }
      proseLine = index + 1
    }
    prose.append(line)
  }

  private mutating func endProse() {
    while let last = prose.last, last.trimmed.isEmpty { prose.removeLast() }
    guard !prose.isEmpty else { return }
    let text = prose.joined(separator: "\n")
    pieces.append(.prose(Prose(markdown: text, line: proseLine)))
    prose = []
  }
}

/// A line that opens a fenced block.
private struct Fence {
  let indentation: Int
  let sign: Character
  let length: Int
  let info: String

  var text: String { String(repeating: sign, count: length) }

  init?(_ line: String) {
    let spaces = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(spaces)
    guard spaces <= 3, let sign = rest.first, sign == "`" || sign == "~" else { return nil }
    let length = rest.prefix { $0 == sign }.count
    let info = rest.dropFirst(length).trimmed
    guard length >= 3, sign == "~" || !info.contains("`") else { return nil }
    indentation = spaces
    self.sign = sign
    self.length = length
    self.info = info
  }

  func isClosed(by line: String) -> Bool {
    let spaces = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(spaces).trimmed
    return spaces <= 3 && rest.count >= length && rest.allSatisfy { $0 == sign }
  }

  /// A line of the block without the indentation of its fence.
  func unindented(_ line: String) -> String {
    var rest = line[...]
    for _ in 0..<indentation where rest.first == " " { rest = rest.dropFirst() }
    return String(rest)
  }
}

// Text with styles, and how it is broken into rows. Flows in: words. Flows out: rows that fit the
// width, whatever the width of a character is.

import Diagnostics

/// How a stretch of text looks.
package struct TextStyle: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let bold = TextStyle(rawValue: 1)
  package static let dim = TextStyle(rawValue: 2)
  package static let italic = TextStyle(rawValue: 4)
  package static let underlined = TextStyle(rawValue: 8)
  package static let red = TextStyle(rawValue: 16)
  package static let green = TextStyle(rawValue: 32)
  package static let yellow = TextStyle(rawValue: 64)
  package static let blue = TextStyle(rawValue: 128)
  package static let magenta = TextStyle(rawValue: 256)
  package static let cyan = TextStyle(rawValue: 512)
  /// Code within a sentence: coloured, or in backticks where there are no colours.
  package static let code = TextStyle(rawValue: 1024)

  /// The parameters of the escape sequence that turns it on.
  var parameters: String {
    let table: [(TextStyle, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underlined, "4"), (.red, "31"),
      (.green, "32"), (.yellow, "33"), (.blue, "34"), (.magenta, "35"), (.cyan, "36"),
      (.code, "36"),
    ]
    return table.filter { contains($0.0) }.map(\.1).joined(separator: ";")
  }
}

/// A stretch of text in one style.
package struct StyledRun: Hashable, Sendable {
  package var text: String
  package var style: TextStyle
}

/// A line of text, or a paragraph that is still to be broken into rows.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  package private(set) var runs: [StyledRun]

  package init(_ text: String = "", style: TextStyle = []) {
    runs = text.isEmpty ? [] : [StyledRun(text: text, style: style)]
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package mutating func append(_ text: String, style: TextStyle = []) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(StyledRun(text: text, style: style))
    }
  }

  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, style: run.style) }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// The columns that it takes.
  package var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The text alone; code keeps its backticks, which `InlineMarks` leaves in place.
  package var plain: String { runs.map(\.text).joined() }

  /// The text with escape sequences around what is styled.
  package var escaped: String {
    runs.map { run in
      let parameters = run.style.parameters
      return parameters.isEmpty ? run.text : "\u{1b}[\(parameters)m\(run.text)\u{1b}[0m"
    }.joined()
  }

  /// The same text with `style` added throughout.
  package func styled(_ style: TextStyle) -> StyledText {
    var result = StyledText()
    for run in runs { result.append(run.text, style: run.style.union(style)) }
    return result
  }

  /// Filled with spaces on the right.
  package func padded(to columns: Int) -> StyledText {
    let missing = columns - width
    return missing > 0 ? self + StyledText(String(repeating: " ", count: missing)) : self
  }
}

extension StyledText {
  /// The rows of a paragraph within `columns`; `first` begins the first row and `rest` the others.
  ///
  /// Rows break at spaces, at line ends, and beside wide characters as East Asian text does, but
  /// never before its closing marks. A word longer than a row is cut.
  package func wrapped(
    to columns: Int, first: StyledText = "", rest: StyledText = ""
  ) -> [StyledText] {
    var rows = RowBreaker(columns: columns, first: first, rest: rest)
    for run in runs {
      for character in run.text { rows.take(character, style: run.style) }
    }
    return rows.finish()
  }

  /// The rows of a line whose spaces matter, as code's: cut at the width, at a space where one is
  /// near, and the overhang begun with `rest`.
  package func cut(to columns: Int, first: StyledText, rest: StyledText) -> [StyledText] {
    var rows: [StyledText] = []
    var left = runs.flatMap { run in run.text.map { (character: $0, style: run.style) } }[...]
    repeat {
      var row = rows.isEmpty ? first : rest
      let taken = Self.fitting(left.map(\.character), into: columns - row.width)
      for (character, style) in left.prefix(taken) { row.append(String(character), style: style) }
      left = left.dropFirst(taken)
      // A row does not begin with the space that it was cut at.
      if left.first?.character == " " { left = left.drop { $0.character == " " } }
      rows.append(row)
    } while !left.isEmpty
    return rows
  }

  /// How many of the characters stand in a row.
  private static func fitting(_ characters: [Character], into columns: Int) -> Int {
    var used = 0
    var count = 0
    for character in characters {
      used += DisplayWidth.of(character)
      guard used <= columns else { break }
      count += 1
    }
    guard count < characters.count, characters[count] != " " else { return max(count, 1) }
    let space = characters[..<count].lastIndex(of: " ")
    guard let space, space > count * 2 / 3, characters[..<space].contains(where: { $0 != " " })
    else { return max(count, 1) }
    return space
  }
}

/// Breaks a paragraph into rows, character by character.
private struct RowBreaker {
  let columns: Int
  let rest: StyledText
  private var rows: [StyledText] = []
  private var row: StyledText
  private var used: Int
  /// Spaces that count only once a word follows.
  private var space = StyledText()
  /// The word that is not placed yet.
  private var word = StyledText()
  private var wordWidth = 0
  private var rowIsEmpty = true

  init(columns: Int, first: StyledText, rest: StyledText) {
    self.columns = columns
    self.rest = rest
    row = first
    used = first.width
  }

  mutating func take(_ character: Character, style: TextStyle) {
    if character == "\n" {
      placeWord()
      endRow()
      return
    }
    if character == " " {
      placeWord()
      space.append(" ", style: style.intersection([.underlined]))
      return
    }
    let width = DisplayWidth.of(character)
    let breaksBefore =
      width == 2 && !Self.closing.contains(character) && !endsWithOpening && !word.isEmpty
    let breaksAfter = !word.isEmpty && endsWithWide && !Self.closing.contains(character)
    if breaksBefore || breaksAfter { placeWord() }
    word.append(String(character), style: style)
    wordWidth += width
  }

  mutating func finish() -> [StyledText] {
    placeWord()
    if !rowIsEmpty || rows.isEmpty { endRow() }
    return rows
  }

  private var endsWithWide: Bool {
    guard let last = word.runs.last?.text.last else { return false }
    return DisplayWidth.of(last) == 2 && !Self.opening.contains(last)
  }

  private var endsWithOpening: Bool {
    guard let last = word.runs.last?.text.last else { return false }
    return Self.opening.contains(last)
  }

  private static let closing: Set<Character> = [
    "。", "，", "、", "；", "：", "？", "！", "）", "】", "》", "」", "』", "”", "’", ",", ".", ";", ":",
    "?", "!", ")", "]", "`", "·", "…", "—",
  ]
  private static let opening: Set<Character> = ["（", "【", "《", "「", "『", "“", "‘", "(", "[", "`"]

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if !rowIsEmpty, used + space.width + wordWidth > columns { endRow() }
    if !rowIsEmpty {
      row.append(space)
      used += space.width
    }
    space = StyledText()
    if used + wordWidth <= columns {
      row.append(word)
      used += wordWidth
      rowIsEmpty = false
    } else {
      cutWord()
    }
    word = StyledText()
    wordWidth = 0
  }

  private mutating func cutWord() {
    for run in word.runs {
      for character in run.text {
        let width = DisplayWidth.of(character)
        if used + width > columns, !rowIsEmpty { endRow() }
        row.append(String(character), style: run.style)
        used += width
        rowIsEmpty = false
      }
    }
  }

  private mutating func endRow() {
    rows.append(row)
    row = rest
    used = rest.width
    rowIsEmpty = true
    space = StyledText()
  }
}

// Strangers' names and texts made harmless in one line. Flows in: anything. Flows out: text without
// line ends, without what steers a terminal or turns the direction of writing, and without what XML
// cannot hold; nothing is dropped in silence.

import Diagnostics

package enum PlainText {
  /// The text in one line, what is not shown written out as `\n`, `\x1b` or `\u202e`; at most
  /// `longest` characters.
  package static func line(_ text: String, longest: Int = 500) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest) {
      if isHarmless(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      }
    }
    return String(result) + (text.unicodeScalars.count > longest ? "…" : "")
  }

  /// Lines as `line` makes them, split where the text ends its lines.
  package static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map {
      line(String($0).replacingTabs)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff,
      0xfff9...0xfffb, 0xe0000...0xe007f:
      false
    // Places that Unicode gives to no character.
    case let value where value & 0xfffe == 0xfffe || (0xfdd0...0xfdef).contains(value): false
    default: true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(scalar.value, radix: 16)
      if scalar.value < 0x100 {
        return "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      }
      return scalar.value < 0x10000 ? "\\u" + digits : "\\U" + digits
    }
  }

  /// Rows of at most `columns`, broken between words, or between characters where writing has no
  /// spaces; a longer word is cut.
  package static func wrapped(_ text: String, columns: Int) -> [String] {
    var rows: [String] = []
    var row = ""
    var width = 0
    for word in words(of: text) {
      let wordWidth = DisplayWidth.of(word)
      let isSpace = word == " "
      if width + wordWidth > columns, !isSpace, width > 0 {
        rows.append(row.withoutSpacesAtEnd)
        row = ""
        width = 0
      }
      if isSpace, width == 0, !rows.isEmpty { continue }
      var rest = word
      while DisplayWidth.of(rest) > columns {
        let part = DisplayWidth.prefix(of: rest, columns: max(2, columns))
        guard !part.isEmpty else { break }
        rows.append(part)
        rest = String(rest.dropFirst(part.count))
      }
      row += rest
      width += DisplayWidth.of(rest)
    }
    if !row.withoutSpacesAtEnd.isEmpty || rows.isEmpty { rows.append(row.withoutSpacesAtEnd) }
    return rows
  }

  /// Words, single spaces, and wide characters each by itself with the marks that belong to it.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    // Whether the next character belongs to the last word.
    var isOpen = false
    for character in text {
      let isWide = DisplayWidth.of(character) > 1
      let follows = "，。、；：！？）」”’".contains(character)
      if character == " " {
        words.append(" ")
        isOpen = false
        continue
      }
      let hasWord = words.last.map { $0 != " " } ?? false
      if hasWord, follows || (isOpen && (!isWide || words[words.count - 1].endsOpening)) {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      isOpen = !isWide || "（「“‘".contains(character)
    }
    return words
  }
}

extension String {
  fileprivate var endsOpening: Bool { last.map { "（「“‘".contains($0) } ?? false }

  fileprivate var withoutSpacesAtEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  fileprivate var replacingTabs: String {
    contains("\t")
      ? split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ") : self
  }
}

// Colours for Python source. It looks at words, strings, numbers and comments only, so that a file
// that does not parse is coloured as well.

package enum PythonColours {
  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  /// The source's lines, coloured.
  package static func lines(of source: String) -> [StyledText] {
    var painter = Painter(source)
    return painter.paint()
  }

  private struct Painter {
    let characters: [Character]
    var place = 0
    var lines: [StyledText] = []
    var line = StyledText()

    init(_ source: String) {
      characters = Array(source)
    }

    mutating func paint() -> [StyledText] {
      while place < characters.count { paintNext() }
      lines.append(line)
      return lines
    }

    private mutating func paintNext() {
      let character = characters[place]
      if character == "#" {
        paintWhile(style: .dim) { !$0.isNewline }
      } else if character == "\"" || character == "'" {
        paintString()
      } else if character == "_" || character.isLetter {
        paintWord()
      } else if character.isASCII, character.isNumber {
        paintWhile(style: .magenta) { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
      } else {
        put(character, style: [])
      }
    }

    private mutating func put(_ character: Character, style: TextStyle) {
      place += 1
      if character.isNewline {
        lines.append(line)
        line = StyledText()
      } else {
        line.append(String(character), style: style)
      }
    }

    private mutating func paintWhile(style: TextStyle, _ belongs: (Character) -> Bool) {
      while place < characters.count, belongs(characters[place]) {
        put(characters[place], style: style)
      }
    }

    private mutating func paintWord() {
      var end = place
      while end < characters.count,
        characters[end] == "_" || characters[end].isLetter || characters[end].isNumber
      {
        end += 1
      }
      let word = String(characters[place..<end])
      let isPrefix =
        word.count <= 2 && end < characters.count
        && (characters[end] == "\"" || characters[end] == "'")
        && word.lowercased().allSatisfy { "rbfu".contains($0) }
      let follows = lines.isEmpty && line.isEmpty ? "" : line.plain.split(separator: " ").last ?? ""
      let style: TextStyle =
        isPrefix
        ? .green
        : keywords.contains(word)
          ? .blue : follows == "def" || follows == "class" ? .bold : []
      while place < end { put(characters[place], style: style) }
    }

    private mutating func paintString() {
      let quote = characters[place]
      let isLong =
        place + 2 < characters.count && characters[place + 1] == quote
        && characters[place + 2] == quote
      for _ in 0..<(isLong ? 3 : 1) { put(quote, style: .green) }
      while place < characters.count {
        let character = characters[place]
        if character == "\\", place + 1 < characters.count {
          put(character, style: .green)
          put(characters[place], style: .green)
        } else if character == quote, !isLong {
          put(character, style: .green)
          return
        } else if character == quote, place + 2 < characters.count,
          characters[place + 1] == quote, characters[place + 2] == quote
        {
          for _ in 0..<3 { put(quote, style: .green) }
          return
        } else if character.isNewline, !isLong {
          return
        } else {
          put(character, style: .green)
        }
      }
    }
  }
}

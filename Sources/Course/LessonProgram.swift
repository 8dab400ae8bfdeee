// A lesson's program: an ordinary Python file, perhaps with other values for its constants.

/// A Python file of a lesson.
package struct LessonProgram: Hashable, Sendable {
  /// Its path in the lesson's folder, with `/`: `ticket.py`, `fix/narrow_lock.py`.
  package var name: String
  /// Where it stands on disk.
  package var path: String
  /// Its source text.
  package var text: String

  package init(name: String, path: String, text: String) {
    self.name = name
    self.path = path
    self.text = text
  }

  /// The program with these constants set; nil where it has no line `NAME = …` at its left margin
  /// for one of them. Line numbers stay as they are.
  package func setting(_ constants: [Constant]) -> LessonProgram? {
    guard !constants.isEmpty else { return self }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
      .map(String.init)
    for constant in constants {
      // Every line that sets it: a later one would take the value back.
      let places = lines.indices.filter { Self.name(assignedIn: lines[$0]) == constant.name }
      guard !places.isEmpty else { return nil }
      for index in places {
        let comment = Self.comment(of: lines[index])
        lines[index] =
          "\(constant.name) = \(constant.value)" + (comment.isEmpty ? "" : "  " + comment)
      }
    }
    var program = self
    program.text = lines.joined(separator: "\n")
    return program
  }

  /// The constants that can be set, in order: the names of lines `NAME = …` at the left margin.
  package var constants: [String] {
    text.split(whereSeparator: \.isLineEnd).compactMap { Self.name(assignedIn: String($0)) }
  }

  private static func name(assignedIn line: String) -> String? {
    let name = line.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
    guard let first = name.first, first == "_" || first.isLetter else { return nil }
    let rest = line.dropFirst(name.count).drop { $0 == " " }
    guard rest.first == "=", rest.dropFirst().first != "=" else { return nil }
    return String(name)
  }

  /// The line's comment with its `#`, which is not one inside quotes.
  private static func comment(of line: String) -> String {
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        return String(line[index...])
      }
    }
    return ""
  }
}

/// A name at the top of a program and the value that it gets.
package struct Constant: Hashable, Sendable {
  package var name: String
  /// A Python literal, as it is written into the program.
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// The values among which one constant varies, the first being the one to begin with.
package struct Variation: Hashable, Sendable {
  package var name: String
  /// Python literals; at least one.
  package var values: [String]

  package init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

extension Character {
  /// A line end as SourceText knows it.
  var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}

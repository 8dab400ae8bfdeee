// A program as people read it: line numbers, colours, and rows no wider than the screen.

import Course
import Diagnostics

enum Listing {
  static func rows(
    of program: LessonProgram, lines range: Range<Int>? = nil, width: Int
  ) -> [StyledText] {
    var lines = PythonColours.lines(of: program.text)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let range = range ?? 0..<lines.count
    let digits = max(2, String(range.upperBound).count)
    var rows = [StyledText("  ") + StyledText(program.name, style: .bold)]
    for index in range where index < lines.count {
      let number = String(index + 1)
      let padding = String(repeating: " ", count: digits - number.count + 2)
      let first = StyledText(padding + number + "  ", style: .dim)
      let rest = StyledText(String(repeating: " ", count: digits + 4) + "↳ ", style: .dim)
      rows += lines[index].expandingTabs.cut(to: width, first: first, rest: rest)
        .map(\.withoutTrailingSpaces)
    }
    return rows
  }

  /// The lines of the function or class `name`, or the line that assigns to it; nil where there is
  /// none.
  static func lines(of name: String, in source: String) -> Range<Int>? {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    func indent(_ line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
    for (start, line) in lines.enumerated() {
      let words = line.split { !($0 == "_" || $0.isLetter || $0.isNumber) }
      guard let first = words.first else { continue }
      if first == name,
        line.drop(while: { $0 == " " }).dropFirst(name.count)
          .drop(while: { $0 == " " }).first == "="
      {
        return start..<start + 1
      }
      guard first == "def" || first == "class", words.dropFirst().first == name[...] else {
        continue
      }
      var end = start + 1
      var last = end
      while end < lines.count {
        let isBlank = lines[end].allSatisfy(\.isWhitespace)
        if !isBlank, indent(lines[end]) <= indent(line) { break }
        end += 1
        if !isBlank { last = end }
      }
      return start..<last
    }
    return nil
  }
}

// The text of one file, and places in it. Flows in: bytes. Flows out: lines and spans.
// A place is counted as CPython counts it: lines from 1, columns in code points from 0.

/// A position in a source text.
package struct Position: Hashable, Comparable, Sendable {
  /// The line, from 1.
  package var line: Int32
  /// The column in Unicode code points, from 0.
  package var column: Int32

  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a source text, from `start` up to but not including `end`.
package struct Span: Hashable, Sendable {
  package var start: Position
  package var end: Position

  package init(_ start: Position, _ end: Position) {
    self.start = start
    self.end = end
  }

  /// The span from where `first` starts to where `last` ends.
  package init(from first: Span, to last: Span) {
    self.init(first.start, last.end)
  }

  /// The line on which it starts, from 1.
  package var line: Int { Int(start.line) }
}

/// A file's text, split into lines once.
package struct SourceText: Hashable, Sendable {
  /// The name shown in tracebacks, as it was given on the command line.
  package let name: String
  /// The lines without their line ends.
  package let lines: [String]
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
    lines = Self.split(text)
  }

  /// The text of a line, from 1; empty where there is no such line.
  package func line(_ number: Int) -> String {
    number >= 1 && number <= lines.count ? lines[number - 1] : ""
  }

  /// Splits at `\n`, `\r\n` and a lone `\r`, as Python reads a file.
  private static func split(_ text: String) -> [String] {
    let newline = UInt8(ascii: "\n")
    let carriageReturn = UInt8(ascii: "\r")
    var lines: [String] = []
    var start = text.utf8.startIndex
    var index = start
    while index < text.utf8.endIndex {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      if byte == newline || byte == carriageReturn {
        lines.append(String(text[start..<index]))
        start = next
        if byte == carriageReturn, next < text.utf8.endIndex, text.utf8[next] == newline {
          start = text.utf8.index(after: next)
        }
        index = start
      } else {
        index = next
      }
    }
    lines.append(String(text[start...]))
    return lines
  }
}

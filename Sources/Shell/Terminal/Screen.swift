// What the learner looks at: styled lines flow in, bytes on stdout flow out. It knows widths and
// colours, nothing of lessons.

import CTerminal
import Diagnostics
import Glibc

/// Where text for the learner goes.
package struct Screen: Sendable {
  /// What the environment and stdout allow.
  package struct Abilities: Hashable, Sendable {
    /// Whether bold and colours may be used.
    package var styles: Bool
    /// Whether stdout is a terminal that can move its cursor.
    package var cursor: Bool
    /// A width that does not change; nil asks the terminal each time.
    package var columns: Int?

    package init(styles: Bool, cursor: Bool, columns: Int?) {
      self.styles = styles
      self.cursor = cursor
      self.columns = columns
    }
  }

  package let abilities: Abilities
  /// Where the bytes go.
  private let descriptor: Int32

  /// A screen whose bytes go to an open descriptor.
  package init(_ abilities: Abilities, descriptor: Int32) {
    self.abilities = abilities
    self.descriptor = descriptor
  }

  /// The screen on this process's stdout.
  package init() {
    let dumb = (environment("TERM") ?? "dumb") == "dumb"
    let isTerminal = isatty(1) == 1
    descriptor = 1
    let plain = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    abilities = Abilities(
      styles: isTerminal && !dumb && !plain,
      cursor: isTerminal && !dumb,
      columns: isTerminal ? nil : environment("COLUMNS").flatMap { Int($0) })
  }

  /// The columns that text may take: at least 20, at most 100, so that lines stay readable.
  package var width: Int {
    let now = abilities.columns ?? Int(terminal_columns())
    return now < 1 ? 80 : min(max(now, 20), 100)
  }

  /// The columns of the terminal on stdout, 80 where it does not tell; nil where there is none, and
  /// what reads the output wants it whole.
  package static var terminalColumns: Int? {
    guard isatty(1) == 1 else { return nil }
    let columns = Int(terminal_columns())
    return columns < 1 ? 80 : columns
  }

  package func write(_ text: String) {
    writeAll(text, to: descriptor)
  }

  package func show(_ lines: [StyledText]) {
    write(lines.map { text(of: $0) + "\n" }.joined())
  }

  package func show(_ line: StyledText) {
    show([line])
  }

  /// A line of plain words, wrapped, each row set in by `indent` columns.
  package func say(_ words: String, style: TextStyle = [], indent: Int = 2) {
    let margin = StyledText(String(repeating: " ", count: indent))
    let text = InlineMarks.read(words, style: style)
    show(text.wrapped(to: width, first: margin, rest: margin))
  }

  /// The bytes for a text: with escape sequences where styles are allowed.
  package func text(of line: StyledText) -> String {
    abilities.styles ? line.escaped : line.plain
  }
}

/// A variable of the environment; nil where it is absent.
package func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// Writes all of a text to a descriptor; what cannot be written is lost.
func writeAll(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, start, rest.count)
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { return }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }
}

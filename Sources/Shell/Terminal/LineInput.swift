// Where lines come from: the same questions to a terminal with an editor, to a dumb one, and to a
// pipe. Flows in: keys. Flows out: lines, or that there will be no more.

import CTerminal
import Glibc

/// What reading a line came to.
package enum InputLine: Hashable, Sendable {
  case line(String)
  /// Ctrl-C: the line is given up.
  case interrupted
  /// Ctrl-D, the end of a pipe, or the wish of the system that we go.
  case end
}

/// Words that could stand where the cursor is.
package struct Completion: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    package var word: String
    /// One line about it; may be empty.
    package var about: String
    /// Whether a space follows once it is the only one; not after a folder.
    package var isWhole: Bool

    package init(word: String, about: String = "", isWhole: Bool = true) {
      self.word = word
      self.about = about
      self.isWhole = isWhole
    }
  }

  /// How many characters before the cursor the words begin with.
  package var typed: Int
  package var choices: [Choice]

  package init(typed: Int, choices: [Choice]) {
    self.typed = typed
    self.choices = choices
  }

  /// What all choices have in common beyond what is typed.
  package var commonRest: String {
    guard var common = choices.first.map({ Array($0.word) }) else { return "" }
    for choice in choices.dropFirst() {
      let same = zip(common, choice.word).prefix { $0 == $1 }.count
      common.removeLast(common.count - same)
    }
    return String(common.dropFirst(typed))
  }
}

/// Reads the learner's lines.
package final class LineInput {
  private let editor: LineEditor?
  private let screen: Screen
  private var bytes: [UInt8] = []
  private var ended = false
  /// Whether what is read must be written too, since no terminal echoes it.
  private let echoes: Bool

  package init(screen: Screen, history: HistoryFile) {
    self.screen = screen
    let isTerminal = isatty(0) == 1
    echoes = !isTerminal
    editor =
      isTerminal && screen.abilities.cursor
      ? LineEditor(screen: screen, history: history) : nil
  }

  /// Lines that are known beforehand, as from a pipe.
  package init(screen: Screen, script: String) {
    self.screen = screen
    editor = nil
    bytes = Array(script.utf8)
    ended = true
    echoes = true
  }

  /// Whether a person is there to be asked.
  package var isInteractive: Bool { !echoes }

  /// Asks with `prompt`. Lines asked for with `keeping` go into the history.
  package func read(
    prompt: StyledText, keeping: Bool, complete: @escaping (String) -> Completion
  ) -> InputLine {
    terminal_forget(Int32(TERMINAL_INTERRUPTED))
    guard let editor else { return readPlain(prompt: prompt) }
    return editor.read(prompt: prompt, keeping: keeping, complete: complete)
  }

  private func readPlain(prompt: StyledText) -> InputLine {
    screen.write(screen.text(of: prompt))
    while true {
      if let line = nextBufferedLine() {
        if echoes { screen.write(line + "\n") }
        return .line(line)
      }
      if ended {
        screen.write("\n")
        return .end
      }
      let signals = terminal_wait(
        Int32(TERMINAL_INTERRUPTED | TERMINAL_ENDING))
      if signals != 0 {
        screen.write("\n")
        // Nobody types into a pipe: Ctrl-C there means the whole session.
        let interrupted = signals == Int32(TERMINAL_INTERRUPTED)
        return interrupted && isInteractive ? .interrupted : .end
      }
      fill()
    }
  }

  private func fill() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(0, &chunk, chunk.count)
    if count > 0 {
      bytes += chunk.prefix(count)
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      ended = true
    }
  }

  private func nextBufferedLine() -> String? {
    if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: bytes[..<end], as: UTF8.self)
      bytes.removeSubrange(...end)
      return line
    }
    guard ended, !bytes.isEmpty else { return nil }
    defer { bytes.removeAll() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Whether Ctrl-C, or a signal to end, has come since the last line was read.
package func stopIsWanted() -> Bool {
  terminal_pending(Int32(TERMINAL_INTERRUPTED | TERMINAL_ENDING)) != 0
}

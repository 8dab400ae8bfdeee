// The line editor of a terminal: libedit with our completion, our search and our signals. Flows in:
// keys. Flows out: lines. libedit calls back through plain C functions, which find the editor in
// its client data.

import CTerminal
import Diagnostics
import Glibc

final class LineEditor {
  private let editor: OpaquePointer
  private let entries: OpaquePointer
  private let screen: Screen
  private let history: HistoryFile
  /// What has been entered, oldest first; what the search looks through.
  private var lines: [String] = []
  private var complete: (String) -> Completion = { _ in Completion(typed: 0, choices: []) }
  /// The prompt as C text, kept until the next one.
  private var prompt: UnsafeMutablePointer<CChar>?

  /// Nil where libedit cannot use the terminal.
  init?(screen: Screen, history: HistoryFile) {
    guard let editor = terminal_editor("tutor"), let entries = history_init() else { return nil }
    self.editor = editor
    self.entries = entries
    self.screen = screen
    self.history = history
    terminal_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    terminal_set_prompt(editor) { LineEditor.of($0)?.prompt }
    terminal_history_limit(entries, Int32(HistoryFile.limit))
    terminal_set_history(editor, entries)
    for line in history.load() { remember(line) }
    bindKeys()
  }

  deinit {
    el_end(editor)
    history_end(entries)
    free(prompt)
  }

  func read(
    prompt: StyledText, keeping: Bool, complete: @escaping (String) -> Completion
  ) -> InputLine {
    self.complete = complete
    setPrompt(prompt)
    var count: Int32 = 0
    guard let read = terminal_read_line(editor, &count), count > 0 else { return stopped() }
    var line = String(cString: read)
    while line.last?.isNewline == true { line.removeLast() }
    if keeping { keep(line) }
    return .line(line)
  }

  private func stopped() -> InputLine {
    let interrupted = terminal_pending(Int32(TERMINAL_INTERRUPTED)) != 0
    if interrupted {
      // The mark goes to the line's end, which may be rows below the cursor.
      terminal_erase(editor)
      _ = el_cursor(editor, Int32(textOfLine.unicodeScalars.count))
      terminal_draw(editor)
      terminal_print("^C\n")
    } else {
      // libedit has shown ^D itself.
      terminal_print("\n")
    }
    el_reset(editor)
    terminal_forget(Int32(TERMINAL_INTERRUPTED))
    return interrupted ? .interrupted : .end
  }

  private func keep(_ line: String) {
    guard !line.allSatisfy(\.isWhitespace), line != lines.last else { return }
    remember(line)
    history.append(line)
  }

  private func remember(_ line: String) {
    lines.append(line)
    terminal_history_enter(entries, line)
  }

  private func setPrompt(_ text: StyledText) {
    free(prompt)
    prompt = strdup(screen.abilities.styles ? Self.escaped(text) : text.plain)
    terminal_set_prompt_width(Int32(text.width))
  }

  /// The prompt with its escape sequences between the marks that EL_PROMPT_ESC was given.
  private static func escaped(_ text: StyledText) -> String {
    text.runs.map { run in
      let parameters = run.style.parameters
      guard !parameters.isEmpty else { return run.text }
      return "\u{1}\u{1b}[\(parameters)m\u{1}\(run.text)\u{1}\u{1b}[0m\u{1}"
    }.joined()
  }

  /// The editor that a callback of libedit belongs to.
  private static func of(_ editor: OpaquePointer?) -> LineEditor? {
    guard let client = terminal_client(editor) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
  }

  private func bindKeys() {
    terminal_add_function(editor, "tutor-complete", "Complete the word") { editor, _ in
      LineEditor.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    terminal_add_function(editor, "tutor-search", "Search the history") { editor, _ in
      LineEditor.of(editor)?.search() ?? UInt8(CC_ERROR)
    }
    let keys = [
      ("^I", "tutor-complete"), ("^R", "tutor-search"), ("^W", "ed-delete-prev-word"),
      ("\\e[3~", "ed-delete-next-char"), ("\\e[1~", "ed-move-to-beg"),
      ("\\e[4~", "ed-move-to-end"), ("\\e[H", "ed-move-to-beg"), ("\\e[F", "ed-move-to-end"),
      ("\\eOH", "ed-move-to-beg"), ("\\eOF", "ed-move-to-end"),
      ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ]
    for (key, function) in keys { terminal_bind(editor, key, function) }
  }
}

// Completion.
extension LineEditor {
  private var textBeforeCursor: String {
    guard let line = el_line(editor)?.pointee, let buffer = line.buffer else { return "" }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: line.cursor - buffer)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func completeWord() -> UInt8 {
    let completion = complete(textBeforeCursor)
    guard !completion.choices.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    var rest = completion.commonRest
    if completion.choices.count == 1, completion.choices[0].isWhole { rest += " " }
    if !rest.isEmpty {
      el_insertstr(editor, rest)
      return UInt8(CC_REFRESH)
    }
    guard completion.choices.count > 1 else { return UInt8(CC_NORM) }
    list(completion.choices)
    return UInt8(CC_NORM)
  }

  /// Shows the choices below the line, and the line again below them.
  private func list(_ choices: [Completion.Choice]) {
    let widest = choices.map { DisplayWidth.of($0.word) }.max() ?? 0
    let margin = StyledText(String(repeating: " ", count: min(widest + 4, screen.width / 2)))
    var text = "\n"
    for choice in choices {
      let word = StyledText("  ") + StyledText(choice.word, style: .bold)
      for row in StyledText(choice.about, style: .dim).wrapped(
        to: screen.width, first: word.padded(to: margin.width), rest: margin)
      {
        text += screen.text(of: row) + "\n"
      }
    }
    terminal_print(text)
    terminal_draw(editor)
  }
}

// Search. libedit's own incremental search loses wide characters, so this one reads keys itself.
extension LineEditor {
  private func search() -> UInt8 {
    let before = textOfLine
    let promptBefore = prompt.map { String(cString: $0) } ?? ""
    let widthBefore = promptWidth(promptBefore)
    var search = HistorySearch(lines: lines)
    var result = UInt8(CC_REFRESH)
    reading: while true {
      redraw(prompt: "(search) \(search.wanted): ", line: search.found ?? "")
      var key: wchar_t = 0
      guard el_wgetc(editor, &key) == 1 else {
        result = UInt8(CC_EOF)
        break
      }
      switch key {
      case 0x12: search.older()
      case 0x7f, 0x08: search.shorten()
      case 0x07:
        search.giveUp(with: before)
        break reading
      case 0x0a, 0x0d:
        result = UInt8(CC_NEWLINE)
        break reading
      default:
        guard key >= 0x20, let scalar = Unicode.Scalar(UInt32(key)) else {
          // A key that edits: the found line is taken, and the key does its work on it.
          push(key)
          break reading
        }
        search.lengthen(by: Character(scalar))
      }
      if search.failed { terminal_beep() }
    }
    let interrupted = result == UInt8(CC_EOF)
    terminal_erase(editor)
    free(prompt)
    prompt = strdup(promptBefore)
    terminal_set_prompt_width(Int32(widthBefore))
    replaceLine(with: interrupted ? "" : search.found ?? before)
    terminal_draw(editor)
    if result == UInt8(CC_NEWLINE) {
      terminal_print("\r\n")
      // What CC_NEWLINE expects at the end of the line.
      el_insertstr(editor, "\n")
    }
    return result
  }

  private func redraw(prompt text: String, line: String) {
    terminal_erase(editor)
    free(prompt)
    prompt = strdup(text)
    terminal_set_prompt_width(Int32(DisplayWidth.of(text)))
    replaceLine(with: line)
    terminal_draw(editor)
  }

  /// The columns of a prompt that may hold escape sequences between its marks.
  private func promptWidth(_ text: String) -> Int {
    var isEscape = false
    var width = 0
    for piece in text.split(separator: "\u{1}", omittingEmptySubsequences: false) {
      if !isEscape { width += DisplayWidth.of(piece) }
      isEscape.toggle()
    }
    return width
  }

  private var textOfLine: String {
    guard let line = el_line(editor)?.pointee, let buffer = line.buffer else { return "" }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: line.lastchar - buffer)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func replaceLine(with text: String) {
    // Positions count wide characters, and el_cursor goes no further than the line's ends.
    _ = el_cursor(editor, Int32(textOfLine.unicodeScalars.count))
    el_deletestr(editor, Int32(textBeforeCursor.unicodeScalars.count))
    if !text.isEmpty { el_insertstr(editor, text) }
  }

  private func push(_ key: wchar_t) {
    withUnsafePointer(to: (key, wchar_t(0))) { pointer in
      pointer.withMemoryRebound(to: wchar_t.self, capacity: 2) { el_wpush(editor, $0) }
    }
  }
}

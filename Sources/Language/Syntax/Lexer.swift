// Cuts a text into tokens. Flows in: UTF-8 bytes. Flows out: tokens, and at most one fault, at the
// last of them. It knows characters, lines and brackets, and nothing of grammar.

import Diagnostics

/// A text cut into tokens.
package struct LexedText: Sendable {
  /// The bytes that the tokens point into: line ends are `\n`, and the last line has one.
  package var bytes: [UInt8]
  /// At least one token; the last is `.endMarker` or `.fault`.
  package var tokens: [Token]
  /// Why the text could not be read to its end.
  package var fault: LexicalFault?
}

/// Why a text could not be cut to its end.
package struct LexicalFault: Error, Sendable {
  package var diagnostic: Diagnostic
  /// Whether CPython tells it even when the grammar is at fault further up.
  package var isTold = true
  /// The bracket that is open where reading stops; that it was never closed is told when the
  /// grammar is at fault on a later line than it.
  package var openBracket: Diagnostic?
}

/// Reads a text from its beginning to its end.
struct Lexer {
  let bytes: [UInt8]
  /// Reading ends here.
  let limit: Int
  var tokens: [Token] = []

  var offset = 0
  var line = 1
  /// The offset of the line's first byte; for a fragment, where that would be if its line had only
  /// ASCII before it.
  var lineStart = 0
  /// How many bytes more than code points have been read of this line.
  var surplus = 0

  private(set) var indents = [Indent(column: 0, tabless: 0)]
  var brackets: [Bracket] = []
  /// Where a fragment is read, its line ends do not count, as within brackets.
  private let isFragment: Bool

  struct Indent: Hashable {
    /// The column with a tab going to the next multiple of 8, and with a tab as wide as a space.
    var column: Int
    var tabless: Int
  }

  struct Bracket {
    var byte: UInt8
    var span: Span
  }

  private init(bytes: [UInt8], limit: Int, isFragment: Bool) {
    self.bytes = bytes
    self.limit = limit
    self.isFragment = isFragment
  }

  /// Cuts a whole file.
  package static func lex(_ text: String) -> LexedText {
    let bytes = normalized(text)
    var lexer = Lexer(bytes: bytes, limit: bytes.count - padding, isFragment: false)
    lexer.tokens.reserveCapacity(bytes.count / 4)
    return lexer.lexed()
  }

  /// Cuts a text that is one expression, in which line ends and indentation mean nothing.
  static func lexExpression(_ text: String) -> LexedText {
    let bytes = normalized(text)
    var lexer = Lexer(bytes: bytes, limit: bytes.count - padding, isFragment: true)
    return lexer.lexed()
  }

  /// Cuts the expression that stands in `range` of an f-string's bytes, its first byte at `place`.
  /// As CPython does, it takes the braces around it for parentheses.
  static func lexField(
    _ bytes: [UInt8], _ range: Range<Int>, at place: Position, within braces: Span
  ) -> LexedText {
    var lexer = Lexer(bytes: bytes, limit: range.upperBound, isFragment: true)
    lexer.offset = range.lowerBound
    lexer.line = Int(place.line)
    lexer.lineStart = range.lowerBound - Int(place.column)
    var lexed = lexer.lexed()
    let start = Int32(range.lowerBound)
    let opening = Token(
      kind: .leftParenthesis, start: start, end: start, span: Span(braces.start, place))
    lexed.tokens.insert(opening, at: 0)
    guard lexed.fault == nil else { return lexed }
    let end = lexed.tokens[lexed.tokens.count - 1]
    let closing = Token(
      kind: .rightParenthesis, start: end.start, end: end.start,
      span: Span(end.span.start, braces.end))
    lexed.tokens.insert(closing, at: lexed.tokens.count - 2)
    return lexed
  }

  /// Bytes of zero behind the text, so that looking ahead needs no test for the end.
  private static let padding = 4

  /// The bytes with `\n` for every line end, one at the very end, and zeros behind it.
  private static func normalized(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.contains(UInt8(ascii: "\r")) { bytes = withoutCarriageReturns(bytes) }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    bytes.append(contentsOf: repeatElement(0, count: padding))
    return bytes
  }

  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\r") else {
        result.append(byte)
        continue
      }
      result.append(UInt8(ascii: "\n"))
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    }
    return result
  }

  private mutating func lexed() -> LexedText {
    do {
      try readAll()
      return LexedText(bytes: bytes, tokens: tokens, fault: nil)
    } catch {
      add(.fault, from: offset, at: position)
      return LexedText(bytes: bytes, tokens: tokens, fault: error)
    }
  }

  // MARK: Places

  /// The place of the byte at `offset`.
  var position: Position { Position(line: line, column: offset - lineStart - surplus) }

  /// Adds the token that ends at `offset`.
  mutating func add(_ kind: TokenKind, from start: Int, at place: Position) {
    let end = kind.isZeroWidth ? place : position
    tokens.append(
      Token(
        kind: kind, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: offset),
        span: Span(place, end)))
  }

  /// Steps over a line end.
  mutating func startNextLine() {
    offset += 1
    line += 1
    lineStart = offset
    surplus = 0
  }

  /// Steps over one byte within a line.
  mutating func step() {
    if bytes[offset] & 0xC0 == 0x80 { surplus += 1 }
    offset += 1
  }

  // MARK: Lines

  private mutating func readAll() throws(LexicalFault) {
    if isFragment {
      while try readToken() {}
      add(.newline, from: offset, at: position)
      add(.endMarker, from: offset, at: position)
      return
    }
    while offset < limit {
      if try readIndentation() {
        while try readToken() {}
      }
    }
    let end = endOfLastLine()
    for _ in indents.dropFirst() { add(.dedent, from: offset, at: end) }
    add(.endMarker, from: offset, at: end)
  }

  /// What CPython marks when a file ends too early: nothing, on its last line.
  private func endOfLastLine() -> Position { Position(line: max(1, line - 1), column: -1) }

  /// Reads a line's beginning. False when nothing but blanks and a comment is on it; then it has
  /// been read to its end.
  private mutating func readIndentation() throws(LexicalFault) -> Bool {
    var indent = Indent(column: 0, tabless: 0)
    var firstLine: Indent?
    measuring: while true {
      switch bytes[offset] {
      case UInt8(ascii: " "):
        indent.column += 1
        indent.tabless += 1
      case UInt8(ascii: "\t"):
        indent.column = (indent.column / 8 + 1) * 8
        indent.tabless += 1
      case 0x0C:
        indent = Indent(column: 0, tabless: 0)
      case UInt8(ascii: "\\"):
        if firstLine == nil, indent.column > 0 { firstLine = indent }
        try continueLine()
        continue
      default:
        break measuring
      }
      offset += 1
    }
    skipComment()
    if bytes[offset] == UInt8(ascii: "\n") {
      startNextLine()
      return false
    }
    try take(firstLine ?? indent)
    return true
  }

  private mutating func skipComment() {
    guard bytes[offset] == UInt8(ascii: "#") else { return }
    while bytes[offset] != UInt8(ascii: "\n"), offset < limit { step() }
  }

  /// What CPython marks for a change of indentation: the blank before the first character.
  private var lastBlank: Position {
    var place = position
    place.column -= 1
    return place
  }

  /// Compares a line's indentation with those that are open.
  private mutating func take(_ indent: Indent) throws(LexicalFault) {
    let current = indents[indents.count - 1]
    if indent.column == current.column {
      guard indent.tabless == current.tabless else { throw inconsistentTabs() }
    } else if indent.column > current.column {
      guard indents.count < 100 else { throw tooManyIndents() }
      guard indent.tabless > current.tabless else { throw inconsistentTabs() }
      indents.append(indent)
      add(.indent, from: offset, at: lastBlank)
    } else {
      try close(to: indent)
    }
  }

  private mutating func close(to indent: Indent) throws(LexicalFault) {
    guard indents.contains(where: { $0.column == indent.column }) else { throw noMatchingIndent() }
    while indents.count > 1, indent.column < indents[indents.count - 1].column {
      indents.removeLast()
      add(.dedent, from: offset, at: lastBlank)
    }
    guard indent.tabless == indents[indents.count - 1].tabless else { throw inconsistentTabs() }
  }

  // MARK: Tokens

  /// Reads one token of a line. False when it was the line's end.
  private mutating func readToken() throws(LexicalFault) -> Bool {
    try skipBlanks()
    let start = offset
    let place = position
    skipComment()
    guard offset < limit else { return try readEnd() }
    let byte = bytes[offset]
    if byte == UInt8(ascii: "\n") { return readLineEnd(from: start, at: place) }
    switch Self.classes[Int(byte)] {
    case .letter:
      try readName(from: start, at: place)
    case .digit:
      try readNumber(from: start, at: place)
    case .quote:
      try readString(from: start, at: place)
    case .dot:
      if Self.classes[Int(bytes[offset + 1])] == .digit {
        try readNumber(from: start, at: place)
      } else {
        try readSign(byte, from: start, at: place)
      }
    case .sign:
      try readSign(byte, from: start, at: place)
    case .other:
      throw nonPrintable(UInt32(byte))
    }
    return true
  }

  private mutating func readLineEnd(from start: Int, at place: Position) -> Bool {
    if isFragment || !brackets.isEmpty {
      startNextLine()
      return true
    }
    add(.newline, from: start, at: place)
    startNextLine()
    return false
  }

  private mutating func readEnd() throws(LexicalFault) -> Bool {
    guard brackets.isEmpty else { throw neverClosed() }
    return false
  }

  private mutating func skipBlanks() throws(LexicalFault) {
    while true {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C:
        offset += 1
      case UInt8(ascii: "\\") where offset < limit:
        try continueLine()
      default:
        return
      }
    }
  }

  /// Steps over a backslash and the line end that must be behind it.
  private mutating func continueLine() throws(LexicalFault) {
    offset += 1
    guard bytes[offset] == UInt8(ascii: "\n") else {
      repeat { step() } while bytes[offset] & 0xC0 == 0x80
      throw afterContinuation()
    }
    if offset + 1 >= limit { throw unexpectedEnd() }
    startNextLine()
  }

  private mutating func readName(from start: Int, at place: Position) throws(LexicalFault) {
    var packed: UInt64 = 0
    var isASCII = true
    while true {
      let byte = bytes[offset]
      guard Self.classes[Int(byte)] == .letter || Self.classes[Int(byte)] == .digit else { break }
      if byte >= 0x80 { isASCII = false }
      packed = packed << 8 | UInt64(byte)
      step()
      if offset - start <= 2, isQuote(bytes[offset]), isStringPrefix(bytes[start..<offset]) {
        return try readString(from: start, at: place)
      }
    }
    guard isASCII else {
      try verifyName(from: start, at: place)
      return add(.name, from: start, at: place)
    }
    let keyword = offset - start <= 8 ? TokenKind.keywords[packed] : nil
    add(keyword ?? .name, from: start, at: place)
  }

  private func isQuote(_ byte: UInt8) -> Bool { Self.classes[Int(byte)] == .quote }

  private func isStringPrefix(_ prefix: ArraySlice<UInt8>) -> Bool {
    switch prefix.map({ $0 | 0x20 }) {
    case [UInt8(ascii: "r")], [UInt8(ascii: "b")], [UInt8(ascii: "u")], [UInt8(ascii: "f")]: true
    case [UInt8(ascii: "r"), UInt8(ascii: "b")], [UInt8(ascii: "b"), UInt8(ascii: "r")]: true
    case [UInt8(ascii: "r"), UInt8(ascii: "f")], [UInt8(ascii: "f"), UInt8(ascii: "r")]: true
    default: false
    }
  }

  /// Reads a string from its opening quote, where `offset` stands, to its closing one.
  private mutating func readString(from start: Int, at place: Position) throws(LexicalFault) {
    let quote = bytes[offset]
    let isTriple = bytes[offset + 1] == quote && bytes[offset + 2] == quote
    let size = isTriple ? 3 : 1
    if !isTriple, bytes[offset + 1] == quote {
      offset += 2
      return add(.string, from: start, at: place)
    }
    offset += size
    var closing = 0
    while closing < size {
      let byte = bytes[offset]
      guard offset < limit, isTriple || byte != UInt8(ascii: "\n") else {
        throw unterminatedString(isTriple: isTriple, at: place)
      }
      closing = byte == quote ? closing + 1 : 0
      if byte == UInt8(ascii: "\\"), offset + 1 < limit { offset += 1 }
      if bytes[offset] == UInt8(ascii: "\n") { startNextLine() } else { step() }
    }
    add(.string, from: start, at: place)
  }
}

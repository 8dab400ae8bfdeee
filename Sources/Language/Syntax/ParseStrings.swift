// String literals: adjacent ones become one, and f-strings are cut into text and expressions. An
// expression in an f-string is read by a parser of its own over the same bytes, so that its places in
// the source are right.

import Diagnostics

extension Parser {
  /// Reads one or more adjacent literals.
  mutating func strings() throws(Failure) -> Expression {
    let start = place
    let first = index
    while kind == .string { advance() }
    furthest = max(furthest, index)
    let literals = tokens[first..<index].map { StringLiteral($0, in: bytes) }
    let span = self.span(from: start)
    let isBytes = literals[0].isBytes
    guard literals.allSatisfy({ $0.isBytes == isBytes }) else {
      throw syntaxError("cannot mix bytes and nonbytes literals")
    }
    if isBytes { return Expression(.constant(.bytes(try joinedBytes(literals))), span) }
    return Expression(try joinedText(literals), span)
  }

  private mutating func joinedBytes(_ literals: [StringLiteral]) throws(Failure) -> [UInt8] {
    var data: [UInt8] = []
    for literal in literals {
      guard bytes[literal.content].allSatisfy({ $0 < 0x80 }) else {
        throw syntaxError(
          "bytes can only contain ASCII literal characters", at: literal.token.span)
      }
      let decoder = StringDecoder(bytes: bytes, isRaw: literal.isRaw)
      do { data += try decoder.data(literal.content) } catch { throw syntaxError(error.message) }
    }
    return data
  }

  private mutating func joinedText(
    _ literals: [StringLiteral]
  ) throws(Failure) -> Expression.Kind {
    var parts: [FormattedPart] = []
    var isFormatted = false
    for literal in literals {
      if literal.isFormatted {
        isFormatted = true
        var cursor = FormatCursor(literal)
        try readFormatted(&cursor, level: 0, into: &parts)
      } else {
        try append(literal.content, isRaw: literal.isRaw, to: &parts)
      }
    }
    if isFormatted { return .formatted(parts) }
    guard case .text(let scalars)? = parts.first else { return .constant(.string([])) }
    return .constant(.string(scalars))
  }

  /// Appends the text that the bytes in `range` stand for to the text that the parts end with.
  private mutating func append(
    _ range: Range<Int>, isRaw: Bool, to parts: inout [FormattedPart]
  ) throws(Failure) {
    guard !range.isEmpty else { return }
    let scalars: [UInt32]
    do {
      scalars = try StringDecoder(bytes: bytes, isRaw: isRaw).text(range)
    } catch {
      throw syntaxError(error.message)
    }
    guard !scalars.isEmpty else { return }
    if case .text(let before)? = parts.last {
      parts[parts.count - 1] = .text(before + scalars)
    } else {
      parts.append(.text(scalars))
    }
  }

  // MARK: F-strings

  /// Reads text and replacement fields: at level 0 to the end of the literal, within a format
  /// specification to the brace that ends it.
  private mutating func readFormatted(
    _ cursor: inout FormatCursor, level: Int, into parts: inout [FormattedPart]
  ) throws(Failure) {
    while true {
      try readLiteral(&cursor, level: level, into: &parts)
      guard !cursor.isAtEnd else { return }
      if bytes[cursor.offset] == UInt8(ascii: "}") { return }
      try readField(&cursor, level: level, into: &parts)
    }
  }

  /// Reads text up to a brace that means something.
  private mutating func readLiteral(
    _ cursor: inout FormatCursor, level: Int, into parts: inout [FormattedPart]
  ) throws(Failure) {
    var start = cursor.offset
    while !cursor.isAtEnd {
      let byte = bytes[cursor.offset]
      if byte == UInt8(ascii: "\\"), !cursor.isRaw {
        skipEscape(&cursor)
        continue
      }
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
        cursor.step(bytes)
        continue
      }
      guard level == 0 else { break }
      if cursor.offset + 1 < cursor.end, bytes[cursor.offset + 1] == byte {
        cursor.step(bytes)
        try append(start..<cursor.offset, isRaw: cursor.isRaw, to: &parts)
        cursor.step(bytes)
        start = cursor.offset
        continue
      }
      guard byte == UInt8(ascii: "{") else {
        throw syntaxError("f-string: single '}' is not allowed")
      }
      break
    }
    try append(start..<cursor.offset, isRaw: cursor.isRaw, to: &parts)
  }

  /// Steps over a backslash and what it escapes; a brace is no escape but in `\N{name}`.
  private func skipEscape(_ cursor: inout FormatCursor) {
    cursor.step(bytes)
    guard !cursor.isAtEnd else { return }
    let letter = bytes[cursor.offset]
    guard letter != UInt8(ascii: "{"), letter != UInt8(ascii: "}") else { return }
    cursor.step(bytes)
    guard letter == UInt8(ascii: "N"), !cursor.isAtEnd,
      bytes[cursor.offset] == UInt8(ascii: "{")
    else { return }
    while !cursor.isAtEnd {
      let byte = bytes[cursor.offset]
      cursor.step(bytes)
      if byte == UInt8(ascii: "}") { return }
    }
  }

  /// Reads `{value=!conversion:specification}` from its opening brace.
  private mutating func readField(
    _ cursor: inout FormatCursor, level: Int, into parts: inout [FormattedPart]
  ) throws(Failure) {
    guard level < 2 else { throw syntaxError("f-string: expressions nested too deeply") }
    let opening = cursor.position
    cursor.step(bytes)
    let start = cursor
    try skipExpression(&cursor)
    let end = cursor
    guard !cursor.isAtEnd else { throw endOfField() }
    let value = try fragment(
      start.offset..<end.offset, at: start.position, within: Span(opening, end.next(bytes)))
    let isShown = bytes[cursor.offset] == UInt8(ascii: "=")
    if isShown {
      cursor.step(bytes)
      while !cursor.isAtEnd, isBlank(bytes[cursor.offset]) { cursor.step(bytes) }
      try append(start.offset..<cursor.offset, isRaw: true, to: &parts)
    }
    var conversion = try readConversion(&cursor)
    var specification: [FormattedPart]?
    if !cursor.isAtEnd, bytes[cursor.offset] == UInt8(ascii: ":") {
      cursor.step(bytes)
      var inner: [FormattedPart] = []
      try readFormatted(&cursor, level: level + 1, into: &inner)
      specification = inner
    }
    guard !cursor.isAtEnd, bytes[cursor.offset] == UInt8(ascii: "}") else { throw endOfField() }
    cursor.step(bytes)
    if isShown, conversion == nil, specification == nil { conversion = .repr }
    parts.append(.value(value, conversion: conversion, specification: specification ?? []))
  }

  private mutating func endOfField() -> Failure { syntaxError("f-string: expecting '}'") }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  /// `!s`, `!r` or `!a`
  private mutating func readConversion(
    _ cursor: inout FormatCursor
  ) throws(Failure) -> FormattedPart.Conversion? {
    guard !cursor.isAtEnd, bytes[cursor.offset] == UInt8(ascii: "!") else { return nil }
    cursor.step(bytes)
    guard !cursor.isAtEnd else { throw endOfField() }
    let letter = bytes[cursor.offset]
    cursor.step(bytes)
    switch letter {
    case UInt8(ascii: "s"): return .str
    case UInt8(ascii: "r"): return .repr
    case UInt8(ascii: "a"): return .ascii
    default:
      throw syntaxError(
        "f-string: invalid conversion character: expected 's', 'r', or 'a'")
    }
  }

  /// Steps to the end of a field's expression: a `!`, `:`, `=` or `}` outside brackets and quotes.
  private mutating func skipExpression(_ cursor: inout FormatCursor) throws(Failure) {
    var open: [UInt8] = []
    while !cursor.isAtEnd {
      let byte = bytes[cursor.offset]
      switch byte {
      case UInt8(ascii: "\\"):
        throw syntaxError("f-string expression part cannot include a backslash")
      case UInt8(ascii: "#"):
        throw syntaxError("f-string expression part cannot include '#'")
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        try skipString(&cursor, quote: byte)
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        guard open.count < 200 else { throw syntaxError("f-string: too many nested parenthesis") }
        open.append(byte)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if byte == UInt8(ascii: "}"), open.isEmpty { return }
        try close(byte, &open)
      case UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: ">"):
        guard open.isEmpty else { break }
        if byte != UInt8(ascii: ":"), cursor.offset + 1 < cursor.end,
          bytes[cursor.offset + 1] == UInt8(ascii: "=")
        {
          cursor.step(bytes)
        } else if byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") {
          return
        }
      default: break
      }
      cursor.step(bytes)
    }
    if let last = open.last {
      throw syntaxError("f-string: unmatched '\(UnicodeScalar(last))'")
    }
  }

  private mutating func close(_ byte: UInt8, _ open: inout [UInt8]) throws(Failure) {
    let shown = UnicodeScalar(byte)
    guard let opening = open.popLast() else {
      throw syntaxError("f-string: unmatched '\(shown)'")
    }
    // In ASCII a closing bracket is one or two places behind its opening one.
    guard byte - opening <= 2 else {
      throw syntaxError(
        "f-string: closing parenthesis '\(shown)' does not match opening parenthesis "
          + "'\(UnicodeScalar(opening))'")
    }
  }

  private mutating func skipString(
    _ cursor: inout FormatCursor, quote: UInt8
  ) throws(Failure) {
    let isTriple = bytes[cursor.offset..<cursor.end].starts(with: [quote, quote, quote])
    let size = isTriple ? 3 : 1
    for _ in 0..<size { cursor.step(bytes) }
    while !cursor.isAtEnd {
      if bytes[cursor.offset] == UInt8(ascii: "\\") {
        throw syntaxError("f-string expression part cannot include a backslash")
      }
      let rest = bytes[cursor.offset..<cursor.end]
      if rest.starts(with: repeatElement(quote, count: size)) {
        for _ in 0..<size { cursor.step(bytes) }
        return
      }
      cursor.step(bytes)
    }
    throw syntaxError("f-string: unterminated string")
  }

  /// Reads the expression of a field.
  private mutating func fragment(
    _ range: Range<Int>, at start: Position, within braces: Span
  ) throws(Failure) -> Expression {
    guard bytes[range].contains(where: { !isBlank($0) }) else {
      throw syntaxError("f-string: empty expression not allowed")
    }
    let lexed = Lexer.lexField(bytes, range, at: start, within: braces)
    var parser = Parser(lexed, isFragment: true)
    parser.depth = depth + 1
    let result = parser.result { (parser) throws(Failure) in try parser.soleExpression() }
    switch result {
    case .success(let value):
      tallest = max(tallest, parser.tallest + 1)
      return value
    case .failure(let diagnostic):
      fault = diagnostic
      throw .fault
    }
  }
}

/// A string token taken apart.
struct StringLiteral {
  let token: Token
  private(set) var isRaw = false
  private(set) var isBytes = false
  private(set) var isFormatted = false
  /// The bytes between the quotes.
  let content: Range<Int>
  /// How many bytes the prefix and the opening quotes take.
  let opening: Int

  init(_ token: Token, in bytes: [UInt8]) {
    self.token = token
    var start = token.range.lowerBound
    while bytes[start] != UInt8(ascii: "'"), bytes[start] != UInt8(ascii: "\"") {
      switch bytes[start] | 0x20 {
      case UInt8(ascii: "r"): isRaw = true
      case UInt8(ascii: "b"): isBytes = true
      case UInt8(ascii: "f"): isFormatted = true
      default: break
      }
      start += 1
    }
    let end = token.range.upperBound
    let isTriple =
      end - start >= 6 && bytes[start] == bytes[start + 1] && bytes[start] == bytes[start + 2]
    let quotes = isTriple ? 3 : 1
    content = start + quotes..<end - quotes
    opening = start + quotes - token.range.lowerBound
  }
}

/// A place within an f-string, in bytes and in the source's lines and columns.
struct FormatCursor {
  var offset: Int
  let end: Int
  let isRaw: Bool
  private(set) var position: Position

  init(_ literal: StringLiteral) {
    offset = literal.content.lowerBound
    end = literal.content.upperBound
    isRaw = literal.isRaw
    position = literal.token.span.start
    position.column += Int32(literal.opening)
  }

  var isAtEnd: Bool { offset >= end }

  /// Goes one byte on.
  mutating func step(_ bytes: [UInt8]) {
    position = next(bytes)
    offset += 1
  }

  /// The position behind the byte at `offset`.
  func next(_ bytes: [UInt8]) -> Position {
    var position = self.position
    if bytes[offset] == UInt8(ascii: "\n") {
      position.line += 1
      position.column = 0
    } else if offset + 1 >= bytes.count || bytes[offset + 1] & 0xC0 != 0x80 {
      position.column += 1
    }
    return position
  }
}

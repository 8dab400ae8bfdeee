// The lexer's tables of characters, and the reading of operators, brackets and names beyond ASCII.

import Diagnostics

extension Lexer {
  /// What a byte can begin.
  enum ByteClass: UInt8 { case other, letter, digit, quote, dot, sign }

  /// The class of each byte; bytes beyond ASCII are taken for letters and verified as names.
  static let classes: [ByteClass] = (0..<256).map { code in
    switch UInt8(code) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...0xFF:
      .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"), UInt8(ascii: "\""): .quote
    case UInt8(ascii: "."): .dot
    case 0x21...0x7E: .sign
    default: .other
    }
  }

  mutating func readSign(
    _ byte: UInt8, from start: Int, at place: Position
  ) throws(LexicalFault) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      try open(byte, from: start, at: place)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      try close(byte, from: start, at: place)
    default:
      let (kind, length) = sign(byte, peek(1), peek(2))
      offset += length
      add(kind, from: start, at: place)
    }
  }

  /// The byte some places on, or zero behind the end of what is read.
  private func peek(_ distance: Int) -> UInt8 {
    offset + distance < limit ? bytes[offset + distance] : 0
  }

  private mutating func open(
    _ byte: UInt8, from start: Int, at place: Position
  ) throws(LexicalFault) {
    offset += 1
    guard brackets.count < 200 else { throw tooManyBrackets() }
    let kind: TokenKind =
      byte == UInt8(ascii: "(")
      ? .leftParenthesis : byte == UInt8(ascii: "[") ? .leftBracket : .leftBrace
    add(kind, from: start, at: place)
    brackets.append(Bracket(byte: byte, span: Span(place, position)))
  }

  private mutating func close(
    _ byte: UInt8, from start: Int, at place: Position
  ) throws(LexicalFault) {
    offset += 1
    guard let opening = brackets.popLast() else { throw unmatched(byte) }
    let (kind, partner): (TokenKind, UInt8) =
      byte == UInt8(ascii: ")")
      ? (.rightParenthesis, UInt8(ascii: "("))
      : byte == UInt8(ascii: "]")
        ? (.rightBracket, UInt8(ascii: "[")) : (.rightBrace, UInt8(ascii: "{"))
    guard opening.byte == partner else { throw mismatched(byte, opening: opening) }
    add(kind, from: start, at: place)
  }

  /// The longest operator that begins with these three bytes.
  private func sign(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (TokenKind, Int) {
    let assigns = second == UInt8(ascii: "=")
    let doubles = second == first
    let thirdAssigns = third == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: ":"): return assigns ? (.colonEqual, 2) : (.colon, 1)
    case UInt8(ascii: "."):
      return doubles && third == first ? (.ellipsis, 3) : (.dot, 1)
    case UInt8(ascii: "="): return assigns ? (.doubleEqual, 2) : (.equal, 1)
    case UInt8(ascii: "!"): return assigns ? (.notEqual, 2) : (.unknown, 1)
    case UInt8(ascii: "+"): return assigns ? (.plusEqual, 2) : (.plus, 1)
    case UInt8(ascii: "-"):
      if second == UInt8(ascii: ">") { return (.arrow, 2) }
      return assigns ? (.minusEqual, 2) : (.minus, 1)
    case UInt8(ascii: "%"): return assigns ? (.percentEqual, 2) : (.percent, 1)
    case UInt8(ascii: "@"): return assigns ? (.atEqual, 2) : (.at, 1)
    case UInt8(ascii: "&"): return assigns ? (.ampersandEqual, 2) : (.ampersand, 1)
    case UInt8(ascii: "|"): return assigns ? (.barEqual, 2) : (.bar, 1)
    case UInt8(ascii: "^"): return assigns ? (.caretEqual, 2) : (.caret, 1)
    case UInt8(ascii: "*"):
      if doubles { return thirdAssigns ? (.doubleStarEqual, 3) : (.doubleStar, 2) }
      return assigns ? (.starEqual, 2) : (.star, 1)
    case UInt8(ascii: "/"):
      if doubles { return thirdAssigns ? (.doubleSlashEqual, 3) : (.doubleSlash, 2) }
      return assigns ? (.slashEqual, 2) : (.slash, 1)
    case UInt8(ascii: "<"):
      if doubles { return thirdAssigns ? (.leftShiftEqual, 3) : (.leftShift, 2) }
      if second == UInt8(ascii: ">") { return (.notEqual, 2) }
      return assigns ? (.lessEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"):
      if doubles { return thirdAssigns ? (.rightShiftEqual, 3) : (.rightShift, 2) }
      return assigns ? (.greaterEqual, 2) : (.greater, 1)
    default: return (.unknown, 1)
    }
  }

  /// Tests a name with characters beyond ASCII; the name ends at `offset`.
  mutating func verifyName(from start: Int, at place: Position) throws(LexicalFault) {
    let name = String(decoding: bytes[start..<offset], as: UTF8.self)
    var column = Int(place.column)
    for scalar in name.unicodeScalars {
      let isFirst = column == Int(place.column)
      let fits =
        isFirst
        ? scalar == "_" || scalar.properties.isXIDStart : scalar.properties.isXIDContinue
      guard fits else { throw badCharacter(scalar, at: Position(line: line, column: column)) }
      column += 1
    }
  }
}

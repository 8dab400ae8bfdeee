// The smallest parts of a program, as the lexer cuts them and the parser reads them.

import Diagnostics

/// A word, number, string, sign or line structure, with its place in bytes and in code points.
package struct Token: Hashable, Sendable {
  package var kind: TokenKind
  /// The bytes of it in the lexed text, from `start` up to but not including `end`.
  package var start: Int32
  package var end: Int32
  package var span: Span

  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// What a token is. Keywords and signs have a kind each, so that the parser never compares text.
package enum TokenKind: UInt8, Hashable, Sendable {
  case endMarker, newline, indent, dedent
  case name, number, string
  /// A character with which no token starts: `?`, `$`, `!`.
  case unknown
  /// The place at which the text could not be read on; always the last token.
  case fault

  // Keywords.
  case `false`, none, `true`, and, `as`, assert, async, await, `break`, `class`, `continue`, def
  case del, elif, `else`, except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda
  case nonlocal, not, or, pass, raise, `return`, `try`, `while`, with, yield

  // Brackets and separators.
  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, colon, dot, semicolon, equal, arrow, ellipsis, colonEqual

  // Operators.
  case plus, minus, star, slash, doubleSlash, percent, at, doubleStar
  case leftShift, rightShift, ampersand, bar, caret, tilde
  case less, greater, doubleEqual, notEqual, lessEqual, greaterEqual

  // Augmented assignments.
  case plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, percentEqual, atEqual
  case ampersandEqual, barEqual, caretEqual, rightShiftEqual, leftShiftEqual, doubleStarEqual
}

extension TokenKind {
  /// The keywords, each under its letters packed into one word.
  static let keywords: [UInt64: TokenKind] = {
    let spelled: [(String, TokenKind)] = [
      ("False", .false), ("None", .none), ("True", .true), ("and", .and), ("as", .as),
      ("assert", .assert), ("async", .async), ("await", .await), ("break", .break),
      ("class", .class), ("continue", .continue), ("def", .def), ("del", .del), ("elif", .elif),
      ("else", .else), ("except", .except), ("finally", .finally), ("for", .for),
      ("from", .from), ("global", .global), ("if", .if), ("import", .import), ("in", .in),
      ("is", .is), ("lambda", .lambda), ("nonlocal", .nonlocal), ("not", .not), ("or", .or),
      ("pass", .pass), ("raise", .raise), ("return", .return), ("try", .try),
      ("while", .while), ("with", .with), ("yield", .yield),
    ]
    var packed: [UInt64: TokenKind] = [:]
    for (text, kind) in spelled {
      packed[text.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = kind
    }
    return packed
  }()

  /// Whether the token is a place between characters.
  var isZeroWidth: Bool {
    switch self {
    case .indent, .dedent, .endMarker, .fault: true
    default: false
    }
  }

  /// What the token adds to the tree's structure rather than to a line's text.
  var isLayout: Bool {
    switch self {
    case .newline, .indent, .dedent, .endMarker: true
    default: false
    }
  }
}

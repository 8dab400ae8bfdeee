// What the lexer says about a text that it cannot cut, word for word as CPython 3.11 says it, and
// the range that CPython marks.

import Diagnostics

extension Lexer {
  private func error(
    _ message: String, type: String = "SyntaxError", at span: Span, hint: Wording? = nil
  ) -> LexicalFault {
    LexicalFault(
      diagnostic: Diagnostic(.python(type), .fixed(message), at: span, hint: hint))
  }

  /// A fault that is told only when the grammar is right up to it.
  private func quietError(
    _ message: String, type: String = "SyntaxError", at span: Span, hint: Wording? = nil
  ) -> LexicalFault {
    var fault = error(message, type: type, at: span, hint: hint)
    fault.isTold = false
    fault.openBracket = brackets.isEmpty ? nil : neverClosed().diagnostic
    return fault
  }

  /// The character that ends at `offset`.
  private var lastCharacter: Span {
    let place = Position(line: line, column: max(0, Int(position.column) - 1))
    return Span(place, place)
  }

  private func bracketName(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }

  // MARK: Lines

  func inconsistentTabs() -> LexicalFault {
    quietError(
      "inconsistent use of tabs and spaces in indentation", type: "TabError", at: startOfLine,
      hint: .says("use four spaces for each step, and no tabs"))
  }

  func noMatchingIndent() -> LexicalFault {
    quietError(
      "unindent does not match any outer indentation level", type: "IndentationError",
      at: wholeLine())
  }

  func tooManyIndents() -> LexicalFault {
    quietError("too many levels of indentation", type: "IndentationError", at: startOfLine)
  }

  private var startOfLine: Span {
    let place = Position(line: line, column: 0)
    return Span(place, place)
  }

  /// The place just behind the current line's last character.
  private func wholeLine() -> Span {
    var end = offset
    var column = Int(position.column)
    while bytes[end] != UInt8(ascii: "\n"), end < limit {
      if bytes[end] & 0xC0 != 0x80 { column += 1 }
      end += 1
    }
    let place = Position(line: line, column: column)
    return Span(place, place)
  }

  func unexpectedEnd() -> LexicalFault {
    guard brackets.isEmpty else { return neverClosed() }
    return quietError("unexpected EOF while parsing", at: Span(position, position))
  }

  func afterContinuation() -> LexicalFault {
    quietError("unexpected character after line continuation character", at: lastCharacter)
  }

  // MARK: Brackets

  func tooManyBrackets() -> LexicalFault {
    error("too many nested parentheses", at: lastCharacter)
  }

  func unmatched(_ byte: UInt8) -> LexicalFault {
    error("unmatched '\(bracketName(byte))'", at: lastCharacter)
  }

  func mismatched(_ byte: UInt8, opening: Bracket) -> LexicalFault {
    let told =
      "closing parenthesis '\(bracketName(byte))' does not match opening parenthesis "
      + "'\(bracketName(opening.byte))'"
    let place = opening.span.line == line ? "" : " on line \(opening.span.line)"
    return error(told + place, at: lastCharacter)
  }

  func neverClosed() -> LexicalFault {
    let opening = brackets[brackets.count - 1]
    let mark = Span(opening.span.start, opening.span.start)
    var fault = error("'\(bracketName(opening.byte))' was never closed", at: mark)
    fault.isTold = false
    fault.openBracket = fault.diagnostic
    return fault
  }

  // MARK: Strings, numbers and characters

  func unterminatedString(isTriple: Bool, at place: Position) -> LexicalFault {
    let kind = isTriple ? "triple-quoted string" : "string"
    let last = offset >= limit ? line - 1 : line
    return error(
      "unterminated \(kind) literal (detected at line \(last))", at: Span(place, place))
  }

  func badDigit(_ digit: UInt8, in name: String) -> LexicalFault {
    let start = position
    return error(
      "invalid digit '\(UnicodeScalar(digit))' in \(name) literal", at: Span(start, start))
  }

  func badNumber(_ name: String) -> LexicalFault {
    error("invalid \(name) literal", at: lastCharacter)
  }

  func leadingZeros(_ count: Int, at place: Position) -> LexicalFault {
    var end = place
    end.column += Int32(clamping: count)
    return error(
      "leading zeros in decimal integer literals are not permitted; "
        + "use an 0o prefix for octal integers", at: Span(place, end))
  }

  func badCharacter(_ scalar: Unicode.Scalar, at place: Position) -> LexicalFault {
    let code = Self.hexadecimal(scalar.value)
    let message =
      scalar.isPrintable
      ? "invalid character '\(scalar)' (U+\(code))" : "invalid non-printable character U+\(code)"
    return error(message, at: Span(place, place))
  }

  func nonPrintable(_ code: UInt32) -> LexicalFault {
    guard code != 0 else {
      return error("source code cannot contain null bytes", at: Span(position, position))
    }
    return error(
      "invalid non-printable character U+\(Self.hexadecimal(code))",
      at: Span(position, position))
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Unicode.Scalar {
  /// Whether Python's `str.isprintable` holds for the character.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}

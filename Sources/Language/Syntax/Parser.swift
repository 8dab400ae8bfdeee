// Makes a tree of a text. Flows in: tokens. Flows out: a tree, or the one fault that CPython would tell.
// It reads a program once, without going back. Only when that fails it reads again with `isExplaining`
// set, and then also looks for the usual mistakes, as CPython's parser does, at the same places and in
// the same order; so a correct program pays nothing for good messages.

import BigInt
import Diagnostics

/// A recursive-descent parser for Python 3.11 as far as tutor runs it.
package struct Parser {
  let bytes: [UInt8]
  let tokens: [Token]
  let lexicalFault: LexicalFault?

  /// The token that is looked at.
  var index = 0
  /// The furthest token that has been looked at: where CPython marks an error without a place.
  var furthest = 0
  /// Where the file's statement that is being read starts.
  var statementStart = 0
  /// Whether a rule may end before a token that it could take but not go on from.
  var isBacktracking = false
  /// Whether this is the second reading, which looks for the usual mistakes.
  var isExplaining = false
  /// How many expressions are being explained, each as a part of the one before.
  var explanations = 0
  /// What was found to say when `Failure.fault` is thrown.
  var fault: Diagnostic?

  /// How deeply the expression that is being read is nested.
  var depth = 0
  /// The height of the tallest tree of an expression or statement read since this was last reset.
  var tallest = 0
  /// The second reading's results, by rule and token.
  var memory: [MemoryKey: Remembered] = [:]
  /// For each token, how many brackets are open behind it; empty in the first reading.
  var levels: [UInt8] = []
  /// Whether this is the expression of an f-string's field.
  let isFragment: Bool

  /// A tree higher than this is refused, so that whoever walks it needs no more stack than that.
  static let maximumHeight = 1000

  enum Failure: Error {
    /// The text does not go on as the grammar asks.
    case mismatch
    /// `fault` says what is wrong.
    case fault
  }

  init(_ lexed: LexedText, isFragment: Bool = false) {
    bytes = lexed.bytes
    tokens = lexed.tokens
    lexicalFault = lexed.fault
    self.isFragment = isFragment
  }

  /// The tree of a whole file, or CPython's first complaint about its grammar. What stands where it
  /// has no meaning (`return` outside a function) the compiler tells.
  package static func parse(_ source: SourceText) -> Result<SyntaxTree, Diagnostic> {
    let lexed = Lexer.lex(source.text)
    var parser = Parser(lexed)
    return parser.result { (parser) throws(Failure) in try parser.file() }
      .map { SyntaxTree(source: source, body: $0) }
  }

  /// The tree of a text that is one expression, such as a question's `observe`. It may go over
  /// several lines, indented at will.
  package static func parseExpression(_ text: String) -> Result<Expression, Diagnostic> {
    var parser = Parser(Lexer.lexExpression(text))
    return parser.result { (parser) throws(Failure) in try parser.soleExpression() }
  }

  /// Reads once, and a second time to explain why the first reading failed.
  mutating func result<Tree>(
    _ rule: (inout Parser) throws(Failure) -> Tree
  ) -> Result<Tree, Diagnostic> {
    do {
      return .success(try rule(&self))
    } catch {
      return .failure(explanation(of: error, rule))
    }
  }

  mutating func soleExpression() throws(Failure) -> Expression {
    let expression = try starExpressions()
    try expect(.newline)
    try expect(.endMarker)
    return expression
  }

  // MARK: Tokens

  var kind: TokenKind { tokens[index].kind }

  /// The kind of the token behind the one that is looked at.
  var nextKind: TokenKind {
    mutating get {
      guard index + 1 < tokens.count else { return kind }
      furthest = max(furthest, index + 1)
      return tokens[index + 1].kind
    }
  }

  /// Where the token that is looked at starts.
  var place: Position { tokens[index].span.start }

  /// From `start` to the end of the last token that was read.
  func span(from start: Position) -> Span {
    var last = index - 1
    while last > 0, tokens[last].kind.isLayout { last -= 1 }
    return Span(start, last >= 0 ? tokens[last].span.end : start)
  }

  /// Goes on to the next token.
  mutating func advance() { index += 1 }

  /// Reads a token of this kind, if it is the next.
  mutating func take(_ kind: TokenKind) -> Bool {
    guard self.kind == kind else { return false }
    if index + 1 < tokens.count { index += 1 }
    return true
  }

  mutating func expect(_ kind: TokenKind) throws(Failure) {
    guard take(kind) else { throw mismatch() }
  }

  /// Reads a token that nothing else can replace: CPython names it when it is missing.
  mutating func require(_ kind: TokenKind, _ spelling: String) throws(Failure) {
    guard take(kind) else {
      if mismatch() == .fault { throw .fault }
      throw syntaxError("expected '\(spelling)'", at: tokens[index].span)
    }
  }

  mutating func identifier() throws(Failure) -> Identifier {
    guard kind == .name else { throw mismatch() }
    let token = tokens[index]
    advance()
    return Identifier(name(of: token), token.span)
  }

  /// A name's text, with letters of full width folded into ordinary ones, as Python folds them.
  func name(of token: Token) -> String {
    let text = String(decoding: bytes[token.range], as: UTF8.self)
    guard text.utf8.count > token.span.width else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(\.withoutFullWidth)))
  }

  /// Whether the token that is looked at is this name.
  func isName(_ text: StaticString) -> Bool {
    let token = tokens[index]
    guard token.kind == .name, token.range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes[token.range].elementsEqual($0) }
  }

  // MARK: Failures

  /// The text does not go on as it should at the token that is looked at.
  mutating func mismatch() -> Failure {
    furthest = max(furthest, index)
    if kind == .fault, let lexicalFault {
      fault = lexicalFault.diagnostic
      return .fault
    }
    return .mismatch
  }

  mutating func syntaxError(
    _ message: String, type: String = "SyntaxError", at span: Span, note: Wording? = nil,
    hint: Wording? = nil
  ) -> Failure {
    fault = Diagnostic(.python(type), .fixed(message), at: span, note: note, hint: hint)
    return .fault
  }

  mutating func unsupported(_ feature: Wording, at span: Span, hint: Wording) -> Failure {
    fault = Diagnostic(.unsupported, feature, at: span, hint: hint)
    return .fault
  }

  // MARK: Heights

  /// Begins a subtree; gives what `leave` needs.
  mutating func enter() throws(Failure) -> Int {
    depth += 1
    let outer = tallest
    tallest = 0
    guard depth <= Self.maximumHeight else { throw tooDeep() }
    return outer
  }

  mutating func leave(_ outer: Int) throws(Failure) {
    depth -= 1
    tallest = max(outer, tallest + 1)
    guard depth + tallest <= Self.maximumHeight else { throw tooDeep() }
  }

  /// Counts one more operation on top of what has been read of this expression.
  mutating func grow() throws(Failure) {
    tallest += 1
    guard depth + tallest <= Self.maximumHeight else { throw tooDeep() }
  }

  private mutating func tooDeep() -> Failure {
    syntaxError(
      "maximum recursion depth exceeded during compilation", type: "RecursionError",
      at: tokens[index].span,
      note: .says("This expression has more than \(Self.maximumHeight) parts within each other."),
      hint: .says("give its parts names and put them together step by step"))
  }
}

extension Span {
  /// The number of columns, within one line.
  var width: Int { Int(end.column - start.column) }
}

extension Unicode.Scalar {
  /// The ordinary form of a letter, digit or sign of full width.
  var withoutFullWidth: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(UInt8(value - 0xFF01 + 0x21))
  }
}

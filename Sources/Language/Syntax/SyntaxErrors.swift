// The second reading: why a text does not parse, in CPython's words and with the range that CPython
// marks. It tries things out and goes back, and remembers what it has read, so that it stays linear.

import Diagnostics

/// A rule whose results the second reading remembers.
enum RememberedRule: UInt8, Hashable { case expression, disjunction, operation }

struct MemoryKey: Hashable {
  var rule: RememberedRule
  var index: Int
}

/// What a rule gave at a token.
struct Remembered {
  /// `nil` where the rule did not fit.
  var expression: Expression?
  var end: Int
  var tallest: Int
}

extension Parser {
  /// Reads again from the statement that does not fit, and says what is wrong.
  mutating func explanation<Tree>(
    of failure: Failure, _ rule: (inout Parser) throws(Failure) -> Tree
  ) -> Diagnostic {
    let failing = tokens[furthest]
    if failing.kind == .fault, let lexicalFault { return lexicalFault.diagnostic }
    if failure == .mismatch { readAgain(rule) }
    if tokens[furthest].kind == .fault, let lexicalFault { return lexicalFault.diagnostic }
    var diagnostic = fault ?? generic(at: failing)
    if case .python = diagnostic.kind {} else { return diagnostic }
    if fault == nil, failing.kind == .indent || failing.kind == .dedent { return diagnostic }
    if let later = lexicalFault, let told = toldInstead(later) { return told }
    if isFragment {
      diagnostic.message = .fixed("f-string: " + diagnostic.message.text(in: .english))
    }
    return diagnostic
  }

  private mutating func readAgain<Tree>(_ rule: (inout Parser) throws(Failure) -> Tree) {
    isBacktracking = true
    isExplaining = true
    memory = [:]
    // What CPython looks for in statements that are right it does not find there.
    index = statementStart
    depth = 0
    tallest = 0
    levels = bracketLevels()
    do { _ = try rule(&self) } catch { if error == .mismatch { fault = nil } }
  }

  /// What is told of a fault further down in the text instead of what was found.
  private func toldInstead(_ later: LexicalFault) -> Diagnostic? {
    if later.isTold { return later.diagnostic }
    guard let bracket = later.openBracket, let opening = bracket.span else { return nil }
    return tokens[furthest].span.line > opening.line ? bracket : nil
  }

  private func generic(at token: Token) -> Diagnostic {
    switch token.kind {
    case .indent:
      Diagnostic(.python("IndentationError"), .fixed("unexpected indent"), at: token.span)
    case .dedent:
      Diagnostic(.python("IndentationError"), .fixed("unexpected unindent"), at: token.span)
    default:
      Diagnostic(.python("SyntaxError"), .fixed("invalid syntax"), at: token.span)
    }
  }

  /// For each token, how many brackets are open behind it.
  private func bracketLevels() -> [UInt8] {
    var level: UInt8 = 0
    return tokens.map { token in
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: level += 1
      case .rightParenthesis, .rightBracket, .rightBrace: level -= 1
      default: break
      }
      return level
    }
  }

  // MARK: Errors

  /// An error at the furthest token that has been looked at.
  mutating func syntaxError(_ message: String) -> Failure {
    syntaxError(message, at: tokens[furthest].span)
  }

  mutating func missingBlock(of owner: BlockOwner) -> Failure {
    let place = tokens[furthest].span.start
    return syntaxError(
      "expected an indented block after \(owner.name) on line \(owner.line)",
      type: "IndentationError", at: Span(place, place))
  }

  /// From the start of `first` to just before the end of the furthest token that has been looked
  /// at, as CPython marks a mistake whose end it does not know.
  func spanToFurthest(from first: Span) -> Span {
    var end = tokens[furthest].span.end
    end.column -= 1
    return Span(first.start, end)
  }

  // MARK: Trying out

  /// Looks at the next token, as CPython's parser does to see where a rule ends.
  mutating func look() throws(Failure) {
    furthest = max(furthest, index)
    if kind == .fault { throw mismatch() }
  }

  /// Reads on when the text goes on like that. The first reading knows that it must.
  mutating func goOn<Result>(
    _ read: (inout Parser) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    isBacktracking ? try attempt(read) : try read(&self)
  }

  /// What `read` gives, or `nil` when the text does not go on like that; then nothing is read.
  mutating func attempt<Result>(
    _ read: (inout Parser) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let before = (index, depth, tallest)
    do {
      return try read(&self)
    } catch {
      guard error == .mismatch else { throw error }
      (index, depth, tallest) = before
      return nil
    }
  }

  /// The same, and nothing is read in any case.
  mutating func lookAhead<Result>(
    _ read: (inout Parser) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let before = (index, depth, tallest)
    defer { (index, depth, tallest) = before }
    return try attempt(read)
  }

  /// Whether the token that is looked at is of this kind.
  mutating func sees(_ kind: TokenKind) -> Bool {
    furthest = max(furthest, index)
    return self.kind == kind
  }

  /// Whether the text goes on like that; then it is read, else nothing is.
  mutating func fits(_ read: (inout Parser) throws(Failure) -> Void) throws(Failure) -> Bool {
    let result: Void? = try attempt(read)
    return result != nil
  }

  /// Whether the text goes on like that; nothing is read in any case.
  mutating func foresees(_ read: (inout Parser) throws(Failure) -> Void) throws(Failure) -> Bool {
    let before = (index, depth, tallest)
    defer { (index, depth, tallest) = before }
    return try fits(read)
  }

  /// Looks for one mistake, and throws when it is found; nothing is read in any case.
  mutating func probe(_ find: (inout Parser) throws(Failure) -> Void) throws(Failure) {
    _ = try foresees(find)
  }

  /// Gives again what a rule gave at this token, or reads it and remembers.
  mutating func remembered(
    _ rule: RememberedRule, _ read: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let key = MemoryKey(rule: rule, index: index)
    if let known = memory[key] {
      guard let expression = known.expression else { throw .mismatch }
      index = known.end
      tallest = max(tallest, known.tallest)
      return expression
    }
    let outer = tallest
    tallest = 0
    let expression = try attempt(read)
    defer { tallest = max(outer, tallest) }
    memory[key] = Remembered(expression: expression, end: index, tallest: tallest)
    guard let expression else { throw .mismatch }
    try look()
    return expression
  }
}

// Why a text does not parse, in CPython's words. The second reading comes here at the places at which
// CPython's grammar has its rules for wrong programs.

import Diagnostics

/// A rule whose results the second reading remembers, so that looking twice costs no more than once.
enum RememberedRule: UInt8, Hashable { case expression, disjunction, operation }

struct MemoryKey: Hashable {
  var rule: RememberedRule
  var index: Int
}

struct Remembered {
  /// `nil` where the rule does not fit.
  var expression: Expression?
  var end: Int
  var tallest: Int
}

extension Parser {
  /// Reads again from the beginning, and says what is wrong.
  mutating func explanation<Tree>(
    of failure: Failure, _ rule: (inout Parser) throws(Failure) -> Tree
  ) -> Diagnostic {
    if let fault { return fault }
    if tokens[furthest].kind == .fault, let lexicalFault { return lexicalFault.diagnostic }
    return Diagnostic(.python("SyntaxError"), "invalid syntax", at: tokens[furthest].span)
  }

  /// An error at the furthest token that has been looked at.
  mutating func syntaxError(_ message: String) -> Failure {
    syntaxError(message, at: tokens[furthest].span)
  }

  mutating func missingBlock(of owner: BlockOwner) -> Failure {
    syntaxError(
      "expected an indented block after \(owner.name) on line \(owner.line)",
      type: "IndentationError", at: tokens[furthest].span)
  }

  mutating func rememberedExpression() throws(Failure) -> Expression {
    try remembered(.expression) { (parser) throws(Failure) in try parser.plainExpression() }
  }

  mutating func remembered(
    _ rule: RememberedRule, _ read: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    try read(&self)
  }

  mutating func explainNamedExpression() throws(Failure) {}
  mutating func explainBracket() throws(Failure) {}
  mutating func explainForTarget() throws(Failure) {}
  mutating func explainArguments() throws(Failure) {}
  mutating func explainParameters(
    of owner: ParameterOwner, until end: TokenKind
  ) throws(Failure) {}
  mutating func explainDelete() throws(Failure) {}
  mutating func explainAssignment() throws(Failure) {}
  mutating func explainWithTarget() throws(Failure) {}
  mutating func explainExceptTypes(_ first: Expression?) throws(Failure) {}
}

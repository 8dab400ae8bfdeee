// The arguments of a call, and the parameters of a function or a lambda.

import Diagnostics

extension Parser {
  // MARK: Arguments

  /// `(a, *b, c=d, **e)`, or a generator that needs no parentheses of its own.
  mutating func callArguments() throws(Failure) -> [Argument] {
    let start = place
    if isExplaining { try explainArguments() }
    advance()
    var reader = ArgumentOrder()
    var arguments: [Argument] = []
    while kind != .rightParenthesis {
      let argument = try self.argument(&reader)
      if kind == .for || kind == .async, case .positional = argument.kind, arguments.isEmpty {
        return [try soleGenerator(of: argument.value, from: start)]
      }
      arguments.append(argument)
      guard take(.comma) else { break }
    }
    try expect(.rightParenthesis)
    return arguments
  }

  private mutating func soleGenerator(
    of element: Expression, from start: Position
  ) throws(Failure) -> Argument {
    let clauses = try comprehensionClauses()
    try expect(.rightParenthesis)
    return Argument(.positional, Expression(.generator(element, clauses), span(from: start)))
  }

  /// What has been seen, and so may no longer come.
  struct ArgumentOrder {
    var hasKeyword = false
    var hasKeywordSpread = false
  }

  mutating func argument(_ order: inout ArgumentOrder) throws(Failure) -> Argument {
    switch kind {
    case .star:
      guard !order.hasKeywordSpread else { throw mismatch() }
      advance()
      return Argument(.spread, try expression())
    case .doubleStar:
      order.hasKeywordSpread = true
      advance()
      return Argument(.keywordSpread, try expression())
    case .name where nextKind == .equal:
      order.hasKeyword = true
      let name = try identifier()
      advance()
      return Argument(.keyword(name), try expression())
    default:
      guard !order.hasKeyword, !order.hasKeywordSpread else { throw mismatch() }
      let value = try namedExpression()
      guard kind != .equal else { throw mismatch() }
      return Argument(.positional, value)
    }
  }

  // MARK: Parameters

  /// `lambda a, b=c: body`
  mutating func lambda() throws(Failure) -> Expression {
    let start = place
    try expect(.lambda)
    let parameters = try self.parameters(of: .lambda)
    try require(.colon, ":")
    let body = try expression()
    return Expression(.lambda(parameters, body: body), span(from: start))
  }

  /// Whose parameters are read: a lambda's have no annotations and end at a colon.
  enum ParameterOwner { case function, lambda }

  mutating func parameters(of owner: ParameterOwner) throws(Failure) -> Parameters {
    let end: TokenKind = owner == .function ? .rightParenthesis : .colon
    if isExplaining { try explainParameters(of: owner, until: end) }
    var parameters = Parameters()
    var isKeywordOnly = false
    while kind != end {
      switch kind {
      case .slash:
        guard parameters.positionalOnly.isEmpty, !parameters.positional.isEmpty, !isKeywordOnly
        else { throw mismatch() }
        advance()
        parameters.positionalOnly = parameters.positional
        parameters.positional = []
      case .star:
        guard !isKeywordOnly else { throw mismatch() }
        isKeywordOnly = true
        try readStar(&parameters, of: owner)
      case .doubleStar:
        advance()
        parameters.keywords = try annotated(of: owner)
        _ = take(.comma)
        guard kind == end else { throw mismatch() }
        return parameters
      default:
        try readParameter(&parameters, isKeywordOnly: isKeywordOnly, of: owner)
      }
      guard take(.comma) else { break }
    }
    return parameters
  }

  /// `*rest`, or a bare `*` that a keyword-only parameter must follow.
  private mutating func readStar(
    _ parameters: inout Parameters, of owner: ParameterOwner
  ) throws(Failure) {
    advance()
    guard kind != .comma else {
      guard nextKind == .name else { throw mismatch() }
      return
    }
    parameters.rest = try annotated(of: owner, mayStar: true)
  }

  private mutating func readParameter(
    _ parameters: inout Parameters, isKeywordOnly: Bool, of owner: ParameterOwner
  ) throws(Failure) {
    let name = try annotated(of: owner)
    let value = take(.equal) ? try expression() : nil
    let parameter = Parameter(name: name, defaultValue: value)
    guard !isKeywordOnly else { return parameters.keywordOnly.append(parameter) }
    let previous = parameters.positional.last ?? parameters.positionalOnly.last
    if value == nil, previous?.defaultValue != nil { throw mismatch() }
    parameters.positional.append(parameter)
  }

  /// A parameter's name; its annotation is read and dropped.
  private mutating func annotated(
    of owner: ParameterOwner, mayStar: Bool = false
  ) throws(Failure) -> Identifier {
    let name = try identifier()
    if owner == .function, take(.colon) {
      _ = mayStar ? try starExpression() : try expression()
    }
    return name
  }
}

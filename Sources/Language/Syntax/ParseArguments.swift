// The arguments of a call, and the parameters of a function or a lambda.

import Diagnostics

extension Parser {
  // MARK: Arguments

  /// `(a, *b, c=d, **e)`, or a generator that needs no parentheses of its own.
  mutating func callArguments() throws(Failure) -> [Argument] {
    let start = place
    if isExplaining {
      try probe { (p) throws(Failure) in try p.findUnpackedComprehension() }
    }
    return try argumentsInParentheses(generatorFrom: start)
  }

  /// The bases of a class, which cannot be a generator.
  mutating func baseArguments() throws(Failure) -> [Argument] {
    try argumentsInParentheses(generatorFrom: nil)
  }

  private mutating func argumentsInParentheses(
    generatorFrom start: Position?
  ) throws(Failure) -> [Argument] {
    advance()
    let arguments = try explained(
      { (p) throws(Failure) in try p.argumentList(generatorFrom: start) },
      by: { (p) throws(Failure) in try p.explainArguments() })
    try expect(.rightParenthesis)
    return arguments
  }

  private mutating func argumentList(
    generatorFrom start: Position?
  ) throws(Failure) -> [Argument] {
    var order = ArgumentOrder()
    var arguments: [Argument] = []
    while kind != .rightParenthesis {
      let argument = try self.argument(&order)
      if kind == .for || kind == .async, case .positional = argument.kind, arguments.isEmpty,
        let start
      {
        return [try soleGenerator(of: argument.value, from: start)]
      }
      arguments.append(argument)
      guard take(.comma) else { break }
    }
    guard kind == .rightParenthesis else { throw mismatch() }
    return arguments
  }

  private mutating func soleGenerator(
    of element: Expression, from start: Position
  ) throws(Failure) -> Argument {
    let clauses = try comprehensionClauses()
    guard kind == .rightParenthesis else { throw mismatch() }
    let span = Span(start, tokens[index].span.end)
    return Argument(.positional, Expression(.generator(element, clauses), span))
  }

  /// What has been seen, and so may no longer come.
  struct ArgumentOrder {
    var hasKeyword = false
    var hasKeywordSpread = false
  }

  mutating func argument(_ order: inout ArgumentOrder) throws(Failure) -> Argument {
    if isExplaining { try explainKeyword() }
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
      let value = try positionalValue()
      guard kind != .equal else { throw mismatch() }
      return Argument(.positional, value)
    }
  }

  /// `name := value`, or an expression.
  private mutating func positionalValue() throws(Failure) -> Expression {
    if kind == .name, nextKind == .colonEqual { return try assignmentExpression() }
    let value = try expression()
    guard kind != .colonEqual else { throw mismatch() }
    return value
  }

  // MARK: Parameters

  /// `lambda a, b=c: body`
  mutating func lambda() throws(Failure) -> Expression {
    let start = place
    try expect(.lambda)
    let parameters = try self.parameters(of: .lambda)
    try expect(.colon)
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
        if isExplaining { try explainStar(of: owner, until: end) }
        guard !isKeywordOnly else { throw mismatch() }
        isKeywordOnly = true
        try readStar(&parameters, of: owner)
      case .doubleStar:
        if isExplaining { try explainDoubleStar(of: owner, until: end) }
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
    var value: Expression?
    if take(.equal) {
      try explainDefault()
      value = try expression()
    }
    let parameter = Parameter(name: name, defaultValue: value)
    guard !isKeywordOnly else { return parameters.keywordOnly.append(parameter) }
    let previous = parameters.positional.last ?? parameters.positionalOnly.last
    if value == nil, previous?.defaultValue != nil { throw mismatch() }
    parameters.positional.append(parameter)
  }

  /// A parameter's name; its annotation is read and dropped.
  mutating func annotated(
    of owner: ParameterOwner, mayStar: Bool = false
  ) throws(Failure) -> Identifier {
    let name = try identifier()
    if owner == .function, take(.colon) {
      _ = mayStar ? try starExpression() : try expression()
    }
    return name
  }
}

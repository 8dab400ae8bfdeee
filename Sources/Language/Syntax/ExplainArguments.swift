// The usual mistakes among the arguments of a call and the parameters of a function.

import Diagnostics

extension Parser {
  // MARK: Arguments

  /// What is wrong with the arguments that begin at the token that is looked at, after they have
  /// been found not to fit.
  mutating func explainArguments() throws(Failure) {
    try probe { (p) throws(Failure) in
      let read = try p.orderedArguments()
      guard read.contains(where: { !$0.isPositional }) else { throw p.mismatch() }
      try p.expect(.comma)
      guard p.sees(.star) else { throw p.mismatch() }
      throw p.syntaxError(
        "iterable argument unpacking follows keyword argument unpacking", at: p.tokens[p.index].span
      )
    }
    try probe { (p) throws(Failure) in
      let element = try p.expression()
      let clauses = try p.comprehensionClauses()
      try p.expect(.comma)
      throw p.bareGenerator(element, clauses)
    }
    try probe { (p) throws(Failure) in try p.findKeywordComprehension() }
    try probe { (p) throws(Failure) in
      let read = try p.orderedArguments()
      let clauses = try p.comprehensionClauses()
      let values = read.filter(\.isPositional)
      guard values.count > 1, let last = values.last else { throw p.mismatch() }
      throw p.bareGenerator(last.value, clauses)
    }
    try probe { (p) throws(Failure) in
      _ = try p.orderedArguments()
      try p.expect(.comma)
      let element = try p.expression()
      throw p.bareGenerator(element, try p.comprehensionClauses())
    }
    try probe { (p) throws(Failure) in
      let read = try p.orderedArguments()
      try p.expect(.comma)
      _ = try p.orderedArguments()
      let spreads = read.contains(where: \.isKeywordSpread)
      throw p.syntaxError(
        "positional argument follows keyword argument" + (spreads ? " unpacking" : ""))
    }
  }

  /// As many arguments in their right order as there are, without a comma at their end.
  private mutating func orderedArguments() throws(Failure) -> [Argument] {
    var order = ArgumentOrder()
    var arguments = [try argument(&order)]
    while kind == .comma {
      let next = try attempt { (p) throws(Failure) in
        p.advance()
        return try p.argument(&order)
      }
      guard let next else { break }
      arguments.append(next)
    }
    furthest = max(furthest, index)
    return arguments
  }

  private mutating func bareGenerator(
    _ element: Expression, _ clauses: [ComprehensionClause]
  ) -> Failure {
    let clause = clauses[clauses.count - 1]
    let last = clause.conditions.last ?? clause.source
    return syntaxError(
      "Generator expression must be parenthesized", at: Span(from: element.span, to: last.span))
  }

  /// `a=b for b in c`
  private mutating func findKeywordComprehension() throws(Failure) {
    let name = try identifier()
    let sign = tokens[index].span
    try expect(.equal)
    _ = try expression()
    _ = try comprehensionClauses()
    throw syntaxError(
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
      at: Span(from: name.span, to: sign))
  }

  /// What is wrong with an argument that may be a keyword with its value.
  mutating func explainKeyword() throws(Failure) {
    let first = tokens[index].span
    switch kind {
    case .true, .false, .none:
      guard nextKind == .equal else { break }
      let name = kind == .true ? "True" : kind == .false ? "False" : "None"
      throw syntaxError(
        "cannot assign to \(name)", at: Span(from: first, to: tokens[index + 1].span))
    default: break
    }
    if kind == .name, nextKind == .equal {
      try probe { (p) throws(Failure) in try p.findKeywordComprehension() }
      return
    }
    try probe { (p) throws(Failure) in
      let value = try p.expression()
      let sign = p.tokens[p.index].span
      try p.expect(.equal)
      throw p.syntaxError(
        "expression cannot contain assignment, perhaps you meant \"==\"?",
        at: Span(from: value.span, to: sign))
    }
  }

  // MARK: Parameters

  /// The beginnings of a parameter list that CPython has a message for.
  mutating func explainParameters(
    of owner: ParameterOwner, until end: TokenKind
  ) throws(Failure) {
    let reader = ParameterReader(owner: owner, end: end)
    try probe { (p) throws(Failure) in try reader.findMissingDefault(&p) }
    try probe { (p) throws(Failure) in try reader.findParentheses(&p) }
    if sees(.slash) {
      let slash = tokens[index].span
      if nextKind == .comma {
        throw syntaxError("at least one argument must precede /", at: slash)
      }
    }
    try probe { (p) throws(Failure) in try reader.findSecondSlash(&p) }
    try probe { (p) throws(Failure) in try reader.findSlashAfterStar(&p) }
    try probe { (p) throws(Failure) in try reader.findSlashBeforeStar(&p) }
  }

  /// What is wrong with `*` among parameters; it is the token that is looked at.
  mutating func explainStar(of owner: ParameterOwner, until end: TokenKind) throws(Failure) {
    let star = tokens[index].span
    let reader = ParameterReader(owner: owner, end: end)
    try probe { (p) throws(Failure) in
      p.advance()
      if p.sees(.comma) { p.advance() } else if !p.sees(end) { throw p.mismatch() }
      guard p.sees(end) || p.sees(.doubleStar) && p.tokens[p.index - 1].kind == .comma else {
        throw p.mismatch()
      }
      // Of a lambda CPython marks the token behind.
      let mark = owner == .function ? star : p.tokens[p.furthest].span
      throw p.syntaxError("named arguments must follow bare *", at: mark)
    }
    try probe { (p) throws(Failure) in
      p.advance()
      try reader.parameter(&p)
      let sign = p.tokens[p.index].span
      try p.expect(.equal)
      throw p.syntaxError("var-positional argument cannot have default value", at: sign)
    }
    try probe { (p) throws(Failure) in
      p.advance()
      if !p.take(.comma) { try reader.parameterWithoutDefault(&p) }
      while try reader.takes(.any, &p) {}
      let second = p.tokens[p.index].span
      try p.expect(.star)
      if !p.take(.comma) { try reader.parameterWithoutDefault(&p) }
      throw p.syntaxError("* argument may appear only once", at: second)
    }
  }

  /// What is wrong with `**` among parameters; it is the token that is looked at.
  mutating func explainDoubleStar(of owner: ParameterOwner, until end: TokenKind) throws(Failure) {
    let reader = ParameterReader(owner: owner, end: end)
    try probe { (p) throws(Failure) in
      p.advance()
      try reader.parameter(&p)
      let sign = p.tokens[p.index].span
      if p.take(.equal) {
        throw p.syntaxError("var-keyword argument cannot have default value", at: sign)
      }
      try p.expect(.comma)
      let start = p.place
      switch p.kind {
      case .star, .doubleStar, .slash: p.advance()
      default: try reader.parameter(&p)
      }
      throw p.syntaxError("arguments cannot follow var-keyword argument", at: p.span(from: start))
    }
  }
}

/// Reads parameters one by one, to find out in which way their list is wrong.
private struct ParameterReader {
  let owner: Parser.ParameterOwner
  let end: TokenKind

  enum Form { case withoutDefault, withDefault, any }

  /// A name and its annotation.
  func parameter(_ p: inout Parser) throws(Parser.Failure) {
    _ = try p.annotated(of: owner)
  }

  func parameterWithoutDefault(_ p: inout Parser) throws(Parser.Failure) {
    try parameter(&p)
    try separator(&p)
  }

  /// The comma behind a parameter, or the end of the list, which is not read.
  private func separator(_ p: inout Parser) throws(Parser.Failure) {
    guard p.take(.comma) || p.sees(end) else { throw p.mismatch() }
  }

  /// Reads a parameter of this form with what separates it, if it is the next.
  func takes(_ form: Form, _ p: inout Parser) throws(Parser.Failure) -> Bool {
    return try p.fits { (p) throws(Parser.Failure) in
      try parameter(&p)
      switch form {
      case .withoutDefault: break
      case .withDefault: try defaultValue(&p)
      case .any: if p.sees(.equal) { try defaultValue(&p) }
      }
      try separator(&p)
    }
  }

  private func defaultValue(_ p: inout Parser) throws(Parser.Failure) {
    try p.expect(.equal)
    try p.explainDefault()
    _ = try p.expression()
  }

  /// `def f(a=1, b)`
  func findMissingDefault(_ p: inout Parser) throws(Parser.Failure) {
    while try takes(.withoutDefault, &p) {}
    let hasSlash = try slashWithDefault(&p)
    guard try hasSlash ? true : takes(.withDefault, &p) else { throw p.mismatch() }
    while try takes(.withDefault, &p) {}
    let start = p.place
    try parameter(&p)
    let span = p.span(from: start)
    try separator(&p)
    throw p.syntaxError("non-default argument follows default argument", at: span)
  }

  /// `a, b=1, /` behind what has no default.
  private func slashWithDefault(_ p: inout Parser) throws(Parser.Failure) -> Bool {
    return try p.fits { (p) throws(Parser.Failure) in
      guard try takes(.withDefault, &p) else { throw p.mismatch() }
      while try takes(.withDefault, &p) {}
      try p.expect(.slash)
      try separator(&p)
    }
  }

  /// `def f((a, b))`
  func findParentheses(_ p: inout Parser) throws(Parser.Failure) {
    while try takes(.withoutDefault, &p) {}
    let start = p.place
    try p.expect(.leftParenthesis)
    let inner = ParameterReader(owner: owner, end: .rightParenthesis)
    guard try inner.takes(.withoutDefault, &p) else { throw p.mismatch() }
    while try inner.takes(.withoutDefault, &p) {}
    _ = p.take(.comma)
    try p.expect(.rightParenthesis)
    let whose = owner == .function ? "Function" : "Lambda expression"
    throw p.syntaxError("\(whose) parameters cannot be parenthesized", at: p.span(from: start))
  }

  /// Parameters and a `/` with what separates it.
  private func slash(_ p: inout Parser) throws(Parser.Failure) {
    guard try takes(.any, &p) else { throw p.mismatch() }
    while try takes(.any, &p) {}
    try p.expect(.slash)
    try separator(&p)
  }

  func findSecondSlash(_ p: inout Parser) throws(Parser.Failure) {
    try slash(&p)
    while try takes(.any, &p) {}
    let second = p.tokens[p.index].span
    try p.expect(.slash)
    throw p.syntaxError("/ may appear only once", at: second)
  }

  func findSlashAfterStar(_ p: inout Parser) throws(Parser.Failure) {
    _ = try p.fits { (p) throws(Parser.Failure) in try slash(&p) }
    while try takes(.any, &p) {}
    try p.expect(.star)
    if !p.take(.comma) { try parameterWithoutDefault(&p) }
    while try takes(.any, &p) {}
    let second = p.tokens[p.index].span
    try p.expect(.slash)
    throw p.syntaxError("/ must be ahead of *", at: second)
  }

  func findSlashBeforeStar(_ p: inout Parser) throws(Parser.Failure) {
    guard try takes(.any, &p) else { throw p.mismatch() }
    while try takes(.any, &p) {}
    try p.expect(.slash)
    let star = p.tokens[p.index].span
    try p.expect(.star)
    throw p.syntaxError("expected comma between / and *", at: star)
  }
}

extension Parser {
  /// `=` with no value behind it; the token behind it is looked at.
  mutating func explainDefault() throws(Failure) {
    guard isExplaining, sees(.rightParenthesis) || sees(.comma) else { return }
    throw syntaxError("expected default value expression", at: tokens[index - 1].span)
  }
}

extension Argument {
  fileprivate var isKeywordSpread: Bool {
    if case .keywordSpread = kind { true } else { false }
  }

  fileprivate var isPositional: Bool {
    switch kind {
    case .positional, .spread: true
    case .keyword, .keywordSpread: false
    }
  }
}

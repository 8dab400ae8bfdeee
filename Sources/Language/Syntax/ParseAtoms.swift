// Atoms: names, literals, and what stands in brackets.

import BigInt
import Diagnostics

extension Parser {
  mutating func atom() throws(Failure) -> Expression {
    let token = tokens[index]
    switch token.kind {
    case .name:
      advance()
      return Expression(.name(name(of: token)), token.span)
    case .number: return try number()
    case .string: return try strings()
    case .none: return keyword(.none)
    case .true: return keyword(.bool(true))
    case .false: return keyword(.bool(false))
    case .ellipsis: return keyword(.ellipsis)
    case .leftParenthesis: return try explained { (p) throws(Failure) in try p.parenthesized() }
    case .leftBracket: return try explained { (p) throws(Failure) in try p.bracketed() }
    case .leftBrace: return try dictionaryOrSet()
    default: throw mismatch()
    }
  }

  private mutating func keyword(_ constant: Constant) -> Expression {
    let span = tokens[index].span
    advance()
    return Expression(.constant(constant), span)
  }

  private mutating func number() throws(Failure) -> Expression {
    let token = tokens[index]
    do {
      let value = try Number.value(of: bytes[token.range])
      advance()
      return Expression(.constant(value), token.span)
    } catch {
      switch error {
      case .complex:
        throw unsupported(
          .says("complex numbers are not part of tutor's Python"), at: token.span,
          hint: .says("keep the two parts in two variables"))
      case .tooManyDigits(let count):
        throw syntaxError(
          "Exceeds the limit (4300 digits) for integer string conversion: value has \(count) "
            + "digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
            + "hexadecimal for huge integer literals to avoid decimal conversion limits.",
          at: token.span)
      }
    }
  }

  // MARK: Brackets

  /// What stands in braces. CPython looks for a dictionary's key without a value already at the
  /// first reading.
  private mutating func dictionaryOrSet() throws(Failure) -> Expression {
    let start = index
    let outer = (depth, tallest)
    do {
      return try explained { (p) throws(Failure) in try p.braced() }
    } catch {
      guard error == .mismatch else { throw error }
    }
    index = start
    (depth, tallest) = outer
    let wasBacktracking = isBacktracking
    isBacktracking = true
    defer { isBacktracking = wasBacktracking }
    try explainPairs()
    throw .mismatch
  }

  /// `()`, `(a)`, `(a, b)`, `(yield a)`, `(a for a in b)`
  private mutating func parenthesized() throws(Failure) -> Expression {
    let start = place
    advance()
    if take(.rightParenthesis) { return Expression(.tuple([]), span(from: start)) }
    return try parenthesizedContent(from: start)
  }

  /// Reads what stands in brackets; when it does not fit, looks for what is wrong with it.
  private mutating func explained(
    _ read: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    try explained(read, by: { (p) throws(Failure) in try p.explainBracket() })
  }

  /// Reads with one rule; in the second reading and when it does not fit, another looks for why.
  mutating func explained<Result>(
    _ read: (inout Parser) throws(Failure) -> Result,
    by explain: (inout Parser) throws(Failure) -> Void
  ) throws(Failure) -> Result {
    guard isExplaining else { return try read(&self) }
    if let result = try attempt(read) { return result }
    try explain(&self)
    throw mismatch()
  }

  /// What stands in parentheses, with the closing one.
  private mutating func parenthesizedContent(
    from start: Position
  ) throws(Failure) -> Expression {
    let end = TokenKind.rightParenthesis
    if kind == .yield {
      let value = try yieldExpression()
      try expect(end)
      return value
    }
    let first = try starNamedExpression()
    switch kind {
    case .comma:
      let elements = try restOfElements(after: first)
      try expect(end)
      return Expression(.tuple(elements), span(from: start))
    case .for, .async:
      guard !first.isStarred else { throw mismatch() }
      let clauses = try comprehensionClauses()
      try expect(end)
      return Expression(.generator(first, clauses), span(from: start))
    default:
      guard !first.isStarred || kind != end else { throw mismatch() }
      try expect(end)
      return first
    }
  }

  /// The elements that follow the first, each after a comma.
  private mutating func restOfElements(after first: Expression) throws(Failure) -> [Expression] {
    var elements = [first]
    while take(.comma), startsExpression || kind == .star {
      let element = try goOn { (p) throws(Failure) in try p.starNamedExpression() }
      guard let element else { break }
      elements.append(element)
    }
    return elements
  }

  /// `[]`, `[a, b]`, `[a for a in b]`
  private mutating func bracketed() throws(Failure) -> Expression {
    let start = place
    advance()
    if take(.rightBracket) { return Expression(.list([]), span(from: start)) }
    let first = try starNamedExpression()
    if kind == .for || kind == .async, !first.isStarred {
      let clauses = try comprehensionClauses()
      try expect(.rightBracket)
      return Expression(.listComprehension(first, clauses), span(from: start))
    }
    let elements = try restOfElements(after: first)
    try expect(.rightBracket)
    return Expression(.list(elements), span(from: start))
  }

  /// `{}`, `{a: b}`, `{**a}`, `{a, b}` and the comprehensions.
  private mutating func braced() throws(Failure) -> Expression {
    let start = place
    advance()
    if take(.rightBrace) { return Expression(.dict([]), span(from: start)) }
    guard kind != .doubleStar else { return try dictionary(from: start, first: nil) }
    let first = try starNamedExpression()
    if kind == .colon, !first.isStarred, !first.isNamed {
      return try dictionary(from: start, first: first)
    }
    if kind == .for || kind == .async, !first.isStarred {
      let clauses = try comprehensionClauses()
      try expect(.rightBrace)
      return Expression(.setComprehension(first, clauses), span(from: start))
    }
    let elements = try restOfElements(after: first)
    try expect(.rightBrace)
    return Expression(.set(elements), span(from: start))
  }

  /// A dictionary of which the first key, if it has one, has been read.
  private mutating func dictionary(
    from start: Position, first: Expression?
  ) throws(Failure) -> Expression {
    var pairs: [(key: Expression?, value: Expression)] = []
    if let key = first {
      try expect(.colon)
      let value = try expression()
      if kind == .for || kind == .async {
        let clauses = try comprehensionClauses()
        try expect(.rightBrace)
        return Expression(
          .dictComprehension(key: key, value: value, clauses), span(from: start))
      }
      pairs.append((key, value))
    } else {
      pairs.append(try pair())
    }
    while take(.comma), startsExpression || kind == .doubleStar { pairs.append(try pair()) }
    try expect(.rightBrace)
    return Expression(.dict(pairs), span(from: start))
  }

  /// `key: value` or `**mapping`
  mutating func pair() throws(Failure) -> (key: Expression?, value: Expression) {
    if take(.doubleStar) { return (nil, try operation()) }
    let key = try expression()
    try expect(.colon)
    return (key, try expression())
  }

  // MARK: Comprehensions

  /// `for a in b if c for d in e …`, at least one.
  mutating func comprehensionClauses() throws(Failure) -> [ComprehensionClause] {
    var clauses: [ComprehensionClause] = []
    while kind == .for || kind == .async {
      guard kind != .async else { throw asyncIsUnsupported() }
      let target = try loopTarget()
      let source = try disjunction()
      var conditions: [Expression] = []
      while take(.if) { conditions.append(try disjunction()) }
      clauses.append(ComprehensionClause(target: target, source: source, conditions: conditions))
    }
    guard !clauses.isEmpty else { throw mismatch() }
    return clauses
  }

  /// `for target in`
  mutating func loopTarget() throws(Failure) -> Expression {
    let target = try explained(
      { (p) throws(Failure) in
        p.advance()
        let target = try p.starTargets()
        try p.expect(.in)
        return target
      },
      by: { (p) throws(Failure) in try p.explainForTarget() })
    return target
  }

  /// The targets of a loop: `a`, `a, *b`, `(a, b)`.
  mutating func starTargets() throws(Failure) -> Expression {
    let start = place
    let first = try starTarget()
    guard kind == .comma else { return first }
    var elements = [first]
    while take(.comma), startsExpression || kind == .star { elements.append(try starTarget()) }
    return Expression(.tuple(elements), span(from: start))
  }

  /// `a`, `a.b`, `a[b]`, `*a`, or targets in brackets.
  mutating func starTarget() throws(Failure) -> Expression {
    let start = place
    if take(.star) {
      let target = try starTarget()
      guard !target.isStarred else { throw mismatch() }
      return Expression(.starred(target), span(from: start))
    }
    let target = try primary()
    guard target.isTarget else { throw mismatch() }
    return target
  }
}

extension Expression {
  var isStarred: Bool {
    if case .starred = kind { true } else { false }
  }

  var isNamed: Bool {
    if case .named = kind { true } else { false }
  }

  /// Whether a value can be assigned to it.
  var isTarget: Bool {
    switch kind {
    case .name, .attribute, .subscript: true
    case .starred(let inner): !inner.isStarred && inner.isTarget
    case .list(let elements), .tuple(let elements): elements.allSatisfy(\.isTarget)
    default: false
    }
  }

  /// Whether it can be the target of `+=` or of an annotation.
  var isSingleTarget: Bool {
    switch kind {
    case .name, .attribute, .subscript: true
    default: false
    }
  }

  /// Whether `del` can take it.
  var isDeletable: Bool {
    switch kind {
    case .name, .attribute, .subscript: true
    case .list(let elements), .tuple(let elements): elements.allSatisfy(\.isDeletable)
    default: false
    }
  }
}

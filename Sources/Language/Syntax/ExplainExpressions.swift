// The usual mistakes in expressions, each looked for where CPython's grammar has its rule for it.

import Diagnostics

extension Parser {
  // MARK: Expressions

  /// How many expressions deep the ways to write one wrong are looked for.
  private static let maximumExplanations = 250

  /// An expression in the second reading: first the ways to write it wrong.
  mutating func rememberedExpression() throws(Failure) -> Expression {
    try remembered(.expression) { (parser) throws(Failure) in
      if parser.isExplaining, parser.explanations < Self.maximumExplanations {
        try parser.explainExpression()
      }
      return try parser.plainExpression()
    }
  }

  private mutating func explainExpression() throws(Failure) {
    explanations += 1
    defer { explanations -= 1 }
    try probe { (p) throws(Failure) in try p.findMissingComma() }
    try probe { (p) throws(Failure) in try p.findMissingElse() }
    try probe { (p) throws(Failure) in try p.findPrintStatement() }
  }

  /// `a b` within brackets.
  private mutating func findMissingComma() throws(Failure) {
    if kind == .name, nextKind == .string || isSoftKeyword { return }
    let left = try disjunction()
    isExplaining = false
    defer { isExplaining = true }
    let right = try plainExpression()
    guard !left.isLegacyStatement, levels[index - 1] > 0 else { return }
    throw syntaxError(
      "invalid syntax. Perhaps you forgot a comma?", at: Span(from: left.span, to: right.span))
  }

  /// CPython takes each beginning of `match` and `case` for them here.
  private var isSoftKeyword: Bool {
    let name = bytes[tokens[index].range]
    return "match".utf8.starts(with: name) || "case".utf8.starts(with: name) || isName("_")
  }

  /// `a if b` without `else`.
  private mutating func findMissingElse() throws(Failure) {
    let value = try disjunction()
    try expect(.if)
    let condition = try disjunction()
    guard !sees(.else), !sees(.colon) else { return }
    throw syntaxError(
      "expected 'else' after 'if' expression", at: Span(from: value.span, to: condition.span))
  }

  /// `print a`
  private mutating func findPrintStatement() throws(Failure) {
    guard kind == .name, nextKind != .leftParenthesis else { return }
    let name = try identifier()
    let values = try starExpressions()
    guard name.name == "print" || name.name == "exec" else { return }
    throw syntaxError(
      "Missing parentheses in call to '\(name.name)'. Did you mean \(name.name)(...)?",
      at: Span(from: name.span, to: values.span))
  }

  /// `=` where `==` or `:=` is meant.
  mutating func explainNamedExpression() throws(Failure) {
    try probe { (p) throws(Failure) in
      let target = try p.expression()
      try p.expect(.colonEqual)
      _ = try p.expression()
      throw p.syntaxError(
        "cannot use assignment expressions with \(target.describedName)", at: target.span)
    }
    if kind == .name, nextKind == .equal {
      try probe { (p) throws(Failure) in
        let name = try p.identifier()
        try p.expect(.equal)
        let value = try p.operation()
        guard !p.sees(.equal), !p.sees(.colonEqual) else { return }
        throw p.syntaxError(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
          at: Span(from: name.span, to: value.span))
      }
    }
    try probe { (p) throws(Failure) in try p.findAssignmentToOperation() }
  }

  private mutating func findAssignmentToOperation() throws(Failure) {
    switch kind {
    case .true, .false, .none: return
    case .leftParenthesis, .leftBracket:
      let bracket = try lookAhead { (p) throws(Failure) in try p.atom() }
      switch bracket?.kind {
      case .list, .tuple, .generator: return
      default: break
      }
    default: break
    }
    let target = try operation()
    try expect(.equal)
    _ = try operation()
    guard !sees(.equal), !sees(.colonEqual) else { return }
    throw syntaxError(
      "cannot assign to \(target.describedName) here. Maybe you meant '==' instead of '='?",
      at: target.span)
  }

  // MARK: Brackets

  /// What is wrong with the brackets that open at the token that is looked at, after their content
  /// has been found not to fit.
  mutating func explainBracket() throws(Failure) {
    let opening = kind
    if opening == .leftParenthesis { try explainGroup() }
    if opening == .leftBrace {
      try explainPairs()
      try explainDictionaryComprehension()
    }
    try probe { (p) throws(Failure) in try p.findUnpackedComprehension() }
    guard opening != .leftParenthesis else { return }
    try probe { (p) throws(Failure) in try p.findBareComprehensionTarget() }
  }

  private mutating func explainGroup() throws(Failure) {
    try probe { (p) throws(Failure) in
      p.advance()
      guard p.sees(.star) else { throw p.mismatch() }
      let value = try p.argumentSpread()
      try p.expect(.rightParenthesis)
      throw p.syntaxError("cannot use starred expression here", at: value.span)
    }
    try probe { (p) throws(Failure) in
      p.advance()
      let stars = p.tokens[p.index].span
      try p.expect(.doubleStar)
      _ = try p.expression()
      try p.expect(.rightParenthesis)
      throw p.syntaxError("cannot use double starred expression here", at: stars)
    }
  }

  /// `*expression`, as among arguments.
  private mutating func argumentSpread() throws(Failure) -> Expression {
    let start = place
    try expect(.star)
    let value = try expression()
    return Expression(.starred(value), span(from: start))
  }

  /// `[*a for a in b]`
  mutating func findUnpackedComprehension() throws(Failure) {
    advance()
    guard sees(.star) else { throw mismatch() }
    let value = try argumentSpread()
    _ = try comprehensionClauses()
    throw syntaxError("iterable unpacking cannot be used in comprehension", at: value.span)
  }

  /// `[a, b for a, b in c]`
  private mutating func findBareComprehensionTarget() throws(Failure) {
    advance()
    let first = try starNamedExpression()
    var last = tokens[index].span
    try expect(.comma)
    if sees(.star) || startsExpression {
      repeat { last = try starNamedExpression().span } while take(.comma) && startsExpression
    }
    _ = try comprehensionClauses()
    throw syntaxError(
      "did you forget parentheses around the comprehension target?",
      at: Span(from: first.span, to: last))
  }

  /// A dictionary's pair that is not whole.
  mutating func explainPairs() throws(Failure) {
    try probe { (p) throws(Failure) in
      p.advance()
      while try p.attempt({ (p) throws(Failure) in try p.pair() }) != nil {
        try p.expect(.comma)
        try p.findBadPair(isFirst: false)
      }
      throw p.mismatch()
    }
    try probe { (p) throws(Failure) in
      p.advance()
      try p.findBadPair(isFirst: true)
    }
  }

  private mutating func explainDictionaryComprehension() throws(Failure) {
    try probe { (p) throws(Failure) in
      p.advance()
      let stars = p.tokens[p.index].span
      try p.expect(.doubleStar)
      _ = try p.operation()
      _ = try p.comprehensionClauses()
      try p.expect(.rightBrace)
      throw p.syntaxError("dict unpacking cannot be used in dict comprehension", at: stars)
    }
  }

  /// A dictionary's key without a value.
  private mutating func findBadPair(isFirst: Bool) throws(Failure) {
    try probe { (p) throws(Failure) in
      let key = try p.expression()
      guard p.sees(.colon) else {
        guard !isFirst else { return }
        var mark = key.span.end
        mark.column -= 1
        throw p.syntaxError("':' expected after dictionary key", at: Span(mark, mark))
      }
      let colon = p.tokens[p.index].span
      p.advance()
      if p.sees(.star) {
        let star = p.tokens[p.index].span
        p.advance()
        _ = try p.operation()
        throw p.syntaxError(
          "cannot use a starred expression in a dictionary value", at: p.spanToFurthest(from: star))
      }
      if p.sees(.rightBrace) || p.sees(.comma) {
        throw p.syntaxError("expression expected after dictionary key and ':'", at: colon)
      }
    }
  }

  // MARK: Targets

  /// `for f() in x`
  mutating func explainForTarget() throws(Failure) {
    try probe { (p) throws(Failure) in
      try p.expect(.for)
      try p.rejectTarget(try p.starExpressions(), of: .loop)
    }
  }

  enum TargetUse { case assignment, loop, deletion }

  /// Names the part of `expression` that cannot be a target, if there is one.
  mutating func rejectTarget(_ expression: Expression, of use: TargetUse) throws(Failure) {
    guard let culprit = expression.invalidTarget(of: use) else { return }
    let verb = use == .deletion ? "delete" : "assign to"
    throw syntaxError("cannot \(verb) \(culprit.describedName)", at: culprit.span)
  }
}

extension Expression {
  var isLegacyStatement: Bool {
    if case .name(let name) = kind { name == "print" || name == "exec" } else { false }
  }

  /// The first part that nothing can be assigned to, or that cannot be deleted.
  func invalidTarget(of use: Parser.TargetUse) -> Expression? {
    switch kind {
    case .name, .attribute, .subscript: return nil
    case .list(let elements), .tuple(let elements):
      for element in elements {
        if let culprit = element.invalidTarget(of: use) { return culprit }
      }
      return nil
    case .starred(let value): return use == .deletion ? self : value.invalidTarget(of: use)
    case .comparison(let left, let rest) where use == .loop:
      return rest[0].op == .in ? left.invalidTarget(of: use) : nil
    default: return self
    }
  }

  /// What CPython calls such an expression in its messages.
  var describedName: String {
    switch kind {
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .starred: "starred"
    case .name: "name"
    case .list: "list"
    case .tuple: "tuple"
    case .lambda: "lambda"
    case .call: "function call"
    case .and, .or, .binary, .unary: "expression"
    case .generator: "generator expression"
    case .yield, .yieldFrom: "yield expression"
    case .listComprehension: "list comprehension"
    case .setComprehension: "set comprehension"
    case .dictComprehension: "dict comprehension"
    case .dict: "dict literal"
    case .set: "set display"
    case .formatted: "f-string expression"
    case .constant(let constant): constant.describedName
    case .comparison: "comparison"
    case .conditional: "conditional expression"
    case .named: "named expression"
    case .slice: "slice"
    }
  }
}

extension Constant {
  fileprivate var describedName: String {
    switch self {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .ellipsis: "ellipsis"
    case .integer, .float, .string, .bytes: "literal"
    }
  }
}

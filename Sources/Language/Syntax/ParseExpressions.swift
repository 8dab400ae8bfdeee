// Expressions, from the loosest binding to the tightest. Each function reads one level of the grammar
// and stands at the first token that does not belong to it.

import Diagnostics

extension Parser {
  // MARK: Lists of expressions

  /// `a`, `a, b`, `*a, b,`: a tuple where there is a comma.
  mutating func starExpressions() throws(Failure) -> Expression {
    let start = place
    let first = try starExpression()
    guard kind == .comma else { return first }
    var elements = [first]
    while take(.comma), startsExpression || kind == .star {
      guard let element = try goOn({ (p) throws(Failure) in try p.starExpression() }) else { break }
      elements.append(element)
    }
    return Expression(.tuple(elements), span(from: start))
  }

  /// An expression, or `*` and one.
  mutating func starExpression() throws(Failure) -> Expression {
    kind == .star ? try starredOperand() : try expression()
  }

  /// An element of a list, tuple or set.
  mutating func starNamedExpression() throws(Failure) -> Expression {
    kind == .star ? try starredOperand() : try namedExpression()
  }

  private mutating func starredOperand() throws(Failure) -> Expression {
    let start = place
    advance()
    let value = try operation()
    return Expression(.starred(value), span(from: start))
  }

  /// Whether an expression can begin with the token that is looked at.
  var startsExpression: Bool {
    switch kind {
    case .name, .number, .string, .ellipsis, .none, .true, .false, .lambda, .not, .await,
      .leftParenthesis, .leftBracket, .leftBrace, .minus, .plus, .tilde:
      true
    default: false
    }
  }

  // MARK: Expressions

  /// `name := value`, or an expression.
  mutating func namedExpression() throws(Failure) -> Expression {
    if kind == .name, nextKind == .colonEqual { return try assignmentExpression() }
    if isExplaining { try explainNamedExpression() }
    let value = try expression()
    guard kind != .colonEqual else { throw mismatch() }
    return value
  }

  /// `name := value`
  mutating func assignmentExpression() throws(Failure) -> Expression {
    let start = place
    let name = try identifier()
    try expect(.colonEqual)
    let value = try expression()
    return Expression(.named(name, value), span(from: start))
  }

  /// `then if condition else other`, a lambda, or what binds tighter.
  mutating func expression() throws(Failure) -> Expression {
    isBacktracking ? try rememberedExpression() : try plainExpression()
  }

  mutating func plainExpression() throws(Failure) -> Expression {
    let outer = try enter()
    let start = place
    let result = kind == .lambda ? try lambda() : try conditional(from: start)
    try leave(outer)
    return result
  }

  private mutating func conditional(from start: Position) throws(Failure) -> Expression {
    let value = try disjunction()
    guard kind == .if else { return value }
    let rest = try goOn { (p) throws(Failure) in
      p.advance()
      let condition = try p.disjunction()
      try p.expect(.else)
      return (condition: condition, other: try p.expression())
    }
    guard let rest else { return value }
    return Expression(
      .conditional(condition: rest.condition, then: value, else: rest.other), span(from: start))
  }

  /// `yield`, `yield values`, `yield from iterable`
  mutating func yieldExpression() throws(Failure) -> Expression {
    let start = place
    try expect(.yield)
    if take(.from) {
      let source = try expression()
      return Expression(.yieldFrom(source), span(from: start))
    }
    let value = startsExpression || kind == .star ? try starExpressions() : nil
    return Expression(.yield(value), span(from: start))
  }

  // MARK: Logic

  mutating func disjunction() throws(Failure) -> Expression {
    if isBacktracking {
      return try remembered(.disjunction) { (p) throws(Failure) in try p.either() }
    }
    return try either()
  }

  private mutating func either() throws(Failure) -> Expression {
    let start = place
    let first = try conjunction()
    guard kind == .or else { return first }
    var operands = [first]
    while kind == .or {
      let operand = try goOn { (p) throws(Failure) in
        p.advance()
        return try p.conjunction()
      }
      guard let operand else { break }
      operands.append(operand)
    }
    return operands.count == 1 ? first : Expression(.or(operands), span(from: start))
  }

  private mutating func conjunction() throws(Failure) -> Expression {
    let start = place
    let first = try inversion()
    guard kind == .and else { return first }
    var operands = [first]
    while kind == .and {
      let operand = try goOn { (p) throws(Failure) in
        p.advance()
        return try p.inversion()
      }
      guard let operand else { break }
      operands.append(operand)
    }
    return operands.count == 1 ? first : Expression(.and(operands), span(from: start))
  }

  /// `not a`, as often as it is written.
  private mutating func inversion() throws(Failure) -> Expression {
    guard kind == .not else { return try comparison() }
    var starts: [Position] = []
    while kind == .not {
      starts.append(place)
      advance()
    }
    var result = try comparison()
    for start in starts.reversed() {
      try grow()
      result = Expression(.unary(.not, result), span(from: start))
    }
    return result
  }

  private mutating func comparison() throws(Failure) -> Expression {
    let start = place
    let first = try operation()
    var rest: [(op: ComparisonOperator, right: Expression)] = []
    while isComparisonOperator {
      let next = try goOn { (p) throws(Failure) in
        let op = try p.comparisonOperator()
        return (op: op, right: try p.operation())
      }
      guard let next else { break }
      rest.append(next)
    }
    guard !rest.isEmpty else { return first }
    return Expression(.comparison(first, rest), span(from: start))
  }

  private var isComparisonOperator: Bool {
    switch kind {
    case .doubleEqual, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .in, .not, .is: true
    default: false
    }
  }

  private mutating func comparisonOperator() throws(Failure) -> ComparisonOperator {
    let op: ComparisonOperator
    switch kind {
    case .doubleEqual: op = .equal
    case .notEqual:
      guard bytes[Int(tokens[index].start)] == UInt8(ascii: "!") else { throw mismatch() }
      op = .notEqual
    case .less: op = .less
    case .lessEqual: op = .lessOrEqual
    case .greater: op = .greater
    case .greaterEqual: op = .greaterOrEqual
    case .in: op = .in
    case .not:
      guard nextKind == .in else { throw mismatch() }
      advance()
      op = .notIn
    case .is:
      op = nextKind == .not ? .isNot : .is
      if op == .isNot { advance() }
    default: throw mismatch()
    }
    advance()
    return op
  }

  // MARK: Arithmetic

  /// What binds tighter than a comparison: `|` and all above it.
  mutating func operation() throws(Failure) -> Expression {
    if isBacktracking {
      return try remembered(.operation) { (p) throws(Failure) in try p.binary(over: 0) }
    }
    return try binary(over: 0)
  }

  /// An operation whose operators bind tighter than `floor`.
  private mutating func binary(over floor: UInt8) throws(Failure) -> Expression {
    let start = place
    var left = try unary()
    while let (op, strength) = binaryOperator, strength > floor {
      let right = try goOn { (p) throws(Failure) in
        p.advance()
        return try p.binary(over: strength)
      }
      guard let right else { break }
      try grow()
      left = Expression(.binary(left, op, right), span(from: start))
    }
    return left
  }

  /// The operator at the token that is looked at, and how tightly it binds.
  private var binaryOperator: (BinaryOperator, UInt8)? {
    switch kind {
    case .bar: (.bitOr, 1)
    case .caret: (.bitXor, 2)
    case .ampersand: (.bitAnd, 3)
    case .leftShift: (.shiftLeft, 4)
    case .rightShift: (.shiftRight, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .doubleSlash: (.floorDivide, 6)
    case .percent: (.modulo, 6)
    case .at: (.matrixMultiply, 6)
    default: nil
    }
  }

  private func unaryOperator(_ kind: TokenKind) -> UnaryOperator? {
    switch kind {
    case .minus: .minus
    case .plus: .plus
    case .tilde: .invert
    default: nil
    }
  }

  /// `-a`, `+a`, `~a`, as often as they are written, or a power.
  private mutating func unary() throws(Failure) -> Expression {
    guard unaryOperator(kind) != nil else { return try power() }
    var signs: [(op: UnaryOperator, start: Position)] = []
    while let op = unaryOperator(kind) {
      signs.append((op, place))
      advance()
    }
    var result = try power()
    for sign in signs.reversed() {
      try grow()
      result = Expression(.unary(sign.op, result), span(from: sign.start))
    }
    return result
  }

  private mutating func power() throws(Failure) -> Expression {
    let start = place
    let base = try primary()
    guard kind == .doubleStar else { return base }
    let outer = try enter()
    let exponent = try goOn { (p) throws(Failure) in
      p.advance()
      return try p.unary()
    }
    try leave(outer)
    guard let exponent else { return base }
    try grow()
    return Expression(.binary(base, .power, exponent), span(from: start))
  }

  // MARK: Primaries

  /// An atom with its attributes, calls and indices.
  mutating func primary() throws(Failure) -> Expression {
    let start = place
    guard kind != .await else { throw awaitIsUnsupported() }
    var result = try atom()
    while kind == .dot || kind == .leftParenthesis || kind == .leftBracket {
      let trailer = try goOn { [result] (p) throws(Failure) in try p.trailer(of: result) }
      guard let trailer else { break }
      result = Expression(trailer, span(from: start))
      try grow()
    }
    return result
  }

  /// `.name`, `(arguments)` or `[index]`
  private mutating func trailer(of value: Expression) throws(Failure) -> Expression.Kind {
    switch kind {
    case .dot:
      advance()
      return .attribute(value, try identifier())
    case .leftParenthesis:
      return .call(value, try callArguments())
    default:
      advance()
      let index = try slices()
      try expect(.rightBracket)
      return .subscript(value, index)
    }
  }

  /// What stands between the brackets of an index.
  private mutating func slices() throws(Failure) -> Expression {
    let start = place
    let first = try sliceOrStarred()
    guard kind == .comma else {
      guard case .starred = first.kind else { return first }
      return Expression(.tuple([first]), span(from: start))
    }
    var elements = [first]
    while take(.comma), startsExpression || kind == .star || kind == .colon {
      elements.append(try sliceOrStarred())
    }
    return Expression(.tuple(elements), span(from: start))
  }

  private mutating func sliceOrStarred() throws(Failure) -> Expression {
    kind == .star ? try starredOperand() : try slice()
  }

  /// `a`, or `start:stop:step` of which each may be missing.
  private mutating func slice() throws(Failure) -> Expression {
    let start = place
    var lower: Expression?
    if kind != .colon {
      let value = try namedExpression()
      guard kind == .colon else { return value }
      if case .named = value.kind { return value }
      lower = value
    }
    try expect(.colon)
    let upper = startsExpression ? try expression() : nil
    let step = take(.colon) && startsExpression ? try expression() : nil
    return Expression(.slice(lower, upper, step), span(from: start))
  }

  private mutating func awaitIsUnsupported() -> Failure {
    unsupported(
      .says("await is not part of tutor's Python"), at: tokens[index].span,
      hint: .says("call an ordinary function, or start a Process and join() it"))
  }
}

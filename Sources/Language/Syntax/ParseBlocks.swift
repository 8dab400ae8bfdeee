// Compound statements: those that have blocks.

import Diagnostics

extension Parser {
  /// The statements of a whole file.
  mutating func file() throws(Failure) -> [Statement] {
    var body: [Statement] = []
    while kind != .endMarker {
      statementStart = index
      try statement(into: &body)
    }
    return body
  }

  mutating func statement(into body: inout [Statement]) throws(Failure) {
    switch kind {
    case .if, .while, .for, .try, .with, .def, .class, .at, .async:
      let outer = try enter()
      let start = place
      let statement = try compound()
      body.append(Statement(statement.kind, span(from: statement.start ?? start)))
      try leave(outer)
    case .name where isName("match"):
      try rejectMatchStatement()
      let line = try explained(
        { (p) throws(Failure) in
          var line: [Statement] = []
          try p.simpleStatements(into: &line)
          return line
        },
        by: { (p) throws(Failure) in try p.explainMatch() })
      body += line
    default:
      try simpleStatements(into: &body)
    }
  }

  private mutating func compound() throws(Failure) -> (kind: Statement.Kind, start: Position?) {
    switch kind {
    case .if: (try ifStatement(), nil)
    case .while: (try whileStatement(), nil)
    case .for: (try forStatement(), nil)
    case .try: (try tryStatement(), nil)
    case .with: (try withStatement(), nil)
    case .at: try decorated()
    case .async: throw asyncIsUnsupported()
    default: (try definition(decorators: []), nil)
    }
  }

  /// A block: indented lines, or the rest of this line.
  mutating func block(of owner: BlockOwner) throws(Failure) -> [Statement] {
    var body: [Statement] = []
    guard take(.newline) else {
      try simpleStatements(into: &body)
      return body
    }
    guard take(.indent) else {
      furthest = max(furthest, index)
      throw kind == .fault ? .mismatch : missingBlock(of: owner)
    }
    repeat { try statement(into: &body) } while !take(.dedent)
    return body
  }

  /// What a block belongs to, for the message when it is missing.
  struct BlockOwner {
    var name: String
    var line: Int
  }

  /// Reads a keyword that a block will belong to.
  mutating func owner(_ name: String) -> BlockOwner {
    let line = tokens[index].span.line
    advance()
    return BlockOwner(name: name, line: line)
  }

  /// Reads the colon before a block, behind an expression.
  mutating func colonOfBlock() throws(Failure) {
    if isExplaining, kind == .newline {
      furthest = max(furthest, index)
      throw syntaxError("expected ':'")
    }
    try expect(.colon)
  }

  // MARK: Branches and loops

  private mutating func ifStatement() throws(Failure) -> Statement.Kind {
    var branches: [(start: Position, test: Expression, body: [Statement])] = []
    repeat {
      let start = place
      let owner = self.owner("'\(kind == .if ? "if" : "elif")' statement")
      let test = try namedExpression()
      try colonOfBlock()
      branches.append((start, test, try block(of: owner)))
      try grow()
    } while kind == .elif
    var otherwise = try elseBlock()
    let end = span(from: branches[0].start)
    for branch in branches.dropFirst().reversed() {
      let nested = Statement.Kind.if(branch.test, then: branch.body, else: otherwise)
      otherwise = [Statement(nested, Span(branch.start, end.end))]
    }
    return .if(branches[0].test, then: branches[0].body, else: otherwise)
  }

  private mutating func elseBlock() throws(Failure) -> [Statement] {
    guard kind == .else else { return [] }
    let owner = self.owner("'else' statement")
    try require(.colon, ":")
    return try block(of: owner)
  }

  private mutating func whileStatement() throws(Failure) -> Statement.Kind {
    let owner = self.owner("'while' statement")
    let test = try namedExpression()
    try colonOfBlock()
    let body = try block(of: owner)
    return .while(test, body: body, else: try elseBlock())
  }

  private mutating func forStatement() throws(Failure) -> Statement.Kind {
    let owner = BlockOwner(name: "'for' statement", line: tokens[index].span.line)
    let target = try loopTarget()
    let source = try starExpressions()
    try colonOfBlock()
    let body = try block(of: owner)
    return .for(target: target, in: source, body: body, else: try elseBlock())
  }

  // MARK: With

  private mutating func withStatement() throws(Failure) -> Statement.Kind {
    let owner = self.owner("'with' statement")
    let items: [WithItem]
    if let inParentheses = try parenthesizedItems() {
      items = inParentheses
    } else {
      items = try withItems()
    }
    try colonOfBlock()
    return .with(items, body: try block(of: owner))
  }

  /// `(a as b, c as d)` before a colon. Parentheses can also belong to the first item alone.
  private mutating func parenthesizedItems() throws(Failure) -> [WithItem]? {
    guard kind == .leftParenthesis else { return nil }
    let start = index
    do {
      advance()
      var items: [WithItem] = []
      repeat { items.append(try withItem()) } while take(.comma) && kind != .rightParenthesis
      try expect(.rightParenthesis)
      if kind == .colon || (isExplaining && kind == .newline) { return items }
    } catch {
      guard error == .mismatch else { throw error }
    }
    index = start
    return nil
  }

  private mutating func withItems() throws(Failure) -> [WithItem] {
    var items: [WithItem] = []
    repeat { items.append(try withItem()) } while take(.comma)
    return items
  }

  private mutating func withItem() throws(Failure) -> WithItem {
    let context = try expression()
    guard take(.as) else { return WithItem(context: context, target: nil) }
    let target = try explained(
      { (p) throws(Failure) in try p.withTarget() },
      by: { (p) throws(Failure) in try p.explainWithTarget() })
    return WithItem(context: context, target: target)
  }

  private mutating func withTarget() throws(Failure) -> Expression {
    let target = try starTarget()
    switch kind {
    case .comma, .rightParenthesis, .colon: return target
    case .newline where isExplaining: return target
    default: throw mismatch()
    }
  }

  // MARK: Try

  private mutating func tryStatement() throws(Failure) -> Statement.Kind {
    let owner = self.owner("'try' statement")
    try require(.colon, ":")
    let body = try block(of: owner)
    guard kind == .except || kind == .finally else {
      guard isExplaining else { throw mismatch() }
      furthest = max(furthest, index)
      throw syntaxError("expected 'except' or 'finally' block")
    }
    var handlers: [ExceptHandler] = []
    while kind == .except { handlers.append(try handler()) }
    let otherwise = handlers.isEmpty ? [] : try elseBlock()
    return .try(body: body, handlers: handlers, else: otherwise, finally: try finallyBlock())
  }

  private mutating func finallyBlock() throws(Failure) -> [Statement] {
    guard kind == .finally else { return [] }
    let owner = self.owner("'finally' statement")
    try require(.colon, ":")
    return try block(of: owner)
  }

  private mutating func handler() throws(Failure) -> ExceptHandler {
    let start = place
    let owner = self.owner("'except' statement")
    guard kind != .star else {
      throw unsupported(
        .says("except* is not part of tutor's Python"),
        at: Span(start, tokens[index].span.end),
        hint: .says("write `except` without the star"))
    }
    var type: Expression?
    var name: Identifier?
    if kind != .colon, !(isExplaining && kind == .newline) {
      let first = try expression()
      if isExplaining { try explainExceptTypes(first) }
      type = first
      if take(.as) { name = try identifier() }
    }
    try colonOfBlock()
    let body = try block(of: owner)
    return ExceptHandler(type: type, name: name, body: body, span: span(from: start))
  }

  // MARK: Definitions

  /// `@decorator` lines and the definition below them; a definition's place is its own.
  private mutating func decorated() throws(Failure) -> (kind: Statement.Kind, start: Position?) {
    var decorators: [Expression] = []
    while take(.at) {
      decorators.append(try namedExpression())
      try expect(.newline)
    }
    let start = place
    switch kind {
    case .def, .class: return (try definition(decorators: decorators), start)
    case .async: throw asyncIsUnsupported()
    default: throw mismatch()
    }
  }

  private mutating func definition(decorators: [Expression]) throws(Failure) -> Statement.Kind {
    kind == .def
      ? try function(decorators: decorators) : try classDefinition(decorators: decorators)
  }

  private mutating func function(decorators: [Expression]) throws(Failure) -> Statement.Kind {
    let owner = self.owner("function definition")
    let name = try identifier()
    try require(.leftParenthesis, "(")
    let parameters = try self.parameters(of: .function)
    try expect(.rightParenthesis)
    if kind == .arrow {
      let arrow = index
      advance()
      if startsExpression { _ = try expression() } else { index = arrow }
    }
    try require(.colon, ":")
    let body = try block(of: owner)
    return .function(
      FunctionDefinition(name: name, parameters: parameters, body: body, decorators: decorators))
  }

  private mutating func classDefinition(decorators: [Expression]) throws(Failure) -> Statement.Kind
  {
    let owner = self.owner("class definition")
    let name = try identifier()
    let bases = kind == .leftParenthesis ? try baseArguments() : []
    try colonOfBlock()
    for base in bases {
      switch base.kind {
      case .positional, .spread: break
      case .keyword(let name): throw classKeywordIsUnsupported(at: name.span)
      case .keywordSpread: throw classKeywordIsUnsupported(at: base.value.span)
      }
    }
    let body = try block(of: owner)
    return .class(
      ClassDefinition(name: name, bases: bases, body: body, decorators: decorators))
  }
}

// Simple statements: those that stand on one line, between semicolons.

import Diagnostics

extension Parser {
  /// Statements up to the end of the line.
  mutating func simpleStatements(into body: inout [Statement]) throws(Failure) {
    while true {
      body.append(try simpleStatement())
      if take(.semicolon) {
        if take(.newline) { return }
        continue
      }
      try expect(.newline)
      return
    }
  }

  private mutating func simpleStatement() throws(Failure) -> Statement {
    let start = place
    let outer = tallest
    tallest = 0
    let kind = try simpleKind()
    tallest = max(outer, tallest)
    return Statement(kind, span(from: start))
  }

  private mutating func simpleKind() throws(Failure) -> Statement.Kind {
    switch kind {
    case .pass: return bare(.pass)
    case .break: return bare(.break)
    case .continue: return bare(.continue)
    case .return: return try returnStatement()
    case .raise: return try raiseStatement()
    case .global: return .global(try names())
    case .nonlocal: return .nonlocal(try names())
    case .del: return try deleteStatement()
    case .assert: return try assertStatement()
    case .import: return try importStatement()
    case .from: return try importFromStatement()
    default: return try expressionStatement()
    }
  }

  private mutating func bare(_ kind: Statement.Kind) -> Statement.Kind {
    advance()
    return kind
  }

  private mutating func returnStatement() throws(Failure) -> Statement.Kind {
    advance()
    return .return(startsExpression || kind == .star ? try starExpressions() : nil)
  }

  private mutating func raiseStatement() throws(Failure) -> Statement.Kind {
    advance()
    guard startsExpression else { return .raise(nil, cause: nil) }
    let error = try expression()
    let cause = take(.from) ? try expression() : nil
    return .raise(error, cause: cause)
  }

  /// The names of a `global` or `nonlocal` statement.
  private mutating func names() throws(Failure) -> [Identifier] {
    advance()
    var names = [try identifier()]
    while take(.comma) { names.append(try identifier()) }
    return names
  }

  private mutating func deleteStatement() throws(Failure) -> Statement.Kind {
    .delete(
      try explained(
        { (p) throws(Failure) in try p.deleteTargets() },
        by: { (p) throws(Failure) in try p.explainDelete() }))
  }

  private mutating func deleteTargets() throws(Failure) -> [Expression] {
    advance()
    var targets: [Expression] = []
    repeat {
      let target = try primary()
      guard target.isDeletable else { throw mismatch() }
      targets.append(target)
    } while take(.comma) && startsExpression
    guard kind == .newline || kind == .semicolon else { throw mismatch() }
    return targets
  }

  private mutating func assertStatement() throws(Failure) -> Statement.Kind {
    advance()
    let condition = try expression()
    let message = take(.comma) ? try expression() : nil
    return .assert(condition, message: message)
  }

  // MARK: Imports

  private mutating func importStatement() throws(Failure) -> Statement.Kind {
    advance()
    var aliases: [ImportAlias] = []
    repeat {
      let name = try dottedName()
      aliases.append(ImportAlias(name: name, alias: try importedAs()))
    } while take(.comma)
    return .import(aliases)
  }

  private mutating func dottedName() throws(Failure) -> Identifier {
    let start = place
    var name = try identifier().name
    while take(.dot) { name += "." + (try identifier().name) }
    return Identifier(name, span(from: start))
  }

  private mutating func importedAs() throws(Failure) -> Identifier? {
    take(.as) ? try identifier() : nil
  }

  private mutating func importFromStatement() throws(Failure) -> Statement.Kind {
    let start = place
    advance()
    let isRelative = kind == .dot || kind == .ellipsis
    while kind == .dot || kind == .ellipsis { advance() }
    let module = isRelative && kind == .import ? nil : try dottedName()
    try expect(.import)
    let names = take(.star) ? [] : try importedNames()
    guard !isRelative, let module else {
      throw unsupported(
        .says("relative imports are not part of tutor's Python"), at: span(from: start),
        hint: .says("put the whole program into one file"))
    }
    return .importFrom(module: module, names: names)
  }

  /// `a, b as c`, with or without parentheses.
  private mutating func importedNames() throws(Failure) -> [ImportAlias] {
    let isParenthesized = take(.leftParenthesis)
    var aliases: [ImportAlias] = []
    repeat {
      if kind == .rightParenthesis, isParenthesized, !aliases.isEmpty { break }
      if isExplaining, !isParenthesized, kind == .newline, !aliases.isEmpty {
        throw syntaxError("trailing comma not allowed without surrounding parentheses")
      }
      let name = try identifier()
      aliases.append(ImportAlias(name: name, alias: try importedAs()))
    } while take(.comma)
    if isParenthesized { try expect(.rightParenthesis) }
    return aliases
  }

  // MARK: Expressions and assignments

  private mutating func expressionStatement() throws(Failure) -> Statement.Kind {
    if isExplaining { try explainAssignment() }
    let isParenthesized = kind == .leftParenthesis
    let first = kind == .yield ? try yieldExpression() : try starExpressions()
    switch kind {
    case .equal: return try assignment(to: first)
    case .colon: return try annotation(of: first, isParenthesized: isParenthesized)
    default: break
    }
    guard let op = augmentedOperator else { return .expression(first) }
    guard first.isSingleTarget else { throw mismatch() }
    advance()
    return .augmentedAssign(target: first, op, value: try assignedValue())
  }

  /// The right side of an assignment.
  mutating func assignedValue() throws(Failure) -> Expression {
    kind == .yield ? try yieldExpression() : try starExpressions()
  }

  private mutating func assignment(to first: Expression) throws(Failure) -> Statement.Kind {
    var targets: [Expression] = []
    var value = first
    while kind == .equal {
      guard value.isTarget else { throw mismatch() }
      targets.append(value)
      advance()
      value = try assignedValue()
    }
    return .assign(targets: targets, value: value)
  }

  private mutating func annotation(
    of target: Expression, isParenthesized: Bool
  ) throws(Failure) -> Statement.Kind {
    guard target.isSingleTarget else { throw mismatch() }
    advance()
    let annotation = try expression()
    let value = take(.equal) ? try assignedValue() : nil
    return .annotatedAssign(target: target, annotation: annotation, value: value)
  }

  var augmentedOperator: BinaryOperator? {
    switch kind {
    case .plusEqual: .add
    case .minusEqual: .subtract
    case .starEqual: .multiply
    case .slashEqual: .divide
    case .doubleSlashEqual: .floorDivide
    case .percentEqual: .modulo
    case .atEqual: .matrixMultiply
    case .ampersandEqual: .bitAnd
    case .barEqual: .bitOr
    case .caretEqual: .bitXor
    case .leftShiftEqual: .shiftLeft
    case .rightShiftEqual: .shiftRight
    case .doubleStarEqual: .power
    default: nil
    }
  }
}

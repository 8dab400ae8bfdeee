// Which names an expression uses and binds, and which calls it makes: a walk over its tree.

import Language

/// What a walk over an expression finds, in the order of the text.
struct ExpressionNames {
  struct Use {
    var name: String
    var expression: Expression
  }

  struct Call {
    var name: String
    var arguments: [Argument]
    var expression: Expression
  }

  /// Names that are read. The name of a call is among them.
  private(set) var uses: [Use] = []
  /// Calls of a plain name.
  private(set) var calls: [Call] = []
  /// Names that a comprehension, a lambda or `:=` binds.
  private(set) var bound: Set<String> = []

  init(_ expression: Expression) { visit(expression) }

  private mutating func visit(_ expressions: [Expression?]) {
    for expression in expressions {
      if let expression { visit(expression) }
    }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): uses.append(Use(name: name, expression: expression))
    case .constant: break
    case .formatted(let parts): visit(parts)
    case .list(let items), .tuple(let items), .set(let items), .and(let items), .or(let items):
      visit(items)
    case .dict(let pairs): for (key, value) in pairs { visit([key, value]) }
    case .starred(let inner), .unary(_, let inner), .attribute(let inner, _), .yieldFrom(let inner):
      visit(inner)
    case .binary(let left, _, let right): visit([left, right])
    case .subscript(let object, let index): visit([object, index])
    case .comparison(let first, let rest): visit([first] + rest.map(\.right))
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind {
        calls.append(Call(name: name, arguments: arguments, expression: expression))
      }
      visit(callee)
      visit(arguments.map(\.value))
    case .slice(let start, let stop, let step): visit([start, stop, step])
    case .conditional(let condition, let then, let other): visit([condition, then, other])
    case .lambda(let parameters, let body): visit(parameters, body)
    case .listComprehension(let item, let clauses), .setComprehension(let item, let clauses),
      .generator(let item, let clauses):
      visit(clauses)
      visit(item)
    case .dictComprehension(let key, let value, let clauses):
      visit(clauses)
      visit([key, value])
    case .named(let name, let value):
      bound.insert(name.name)
      visit(value)
    case .yield(let value): visit([value])
    }
  }

  private mutating func visit(_ parts: [FormattedPart]) {
    for part in parts {
      switch part {
      case .text: break
      case .value(let value, _, let specification):
        visit(value)
        visit(specification)
      }
    }
  }

  private mutating func visit(_ clauses: [ComprehensionClause]) {
    for clause in clauses {
      bind(clause.target)
      visit(clause.source)
      visit(clause.conditions)
    }
  }

  private mutating func visit(_ parameters: Parameters, _ body: Expression) {
    for parameter in parameters.positionalOnly + parameters.positional + parameters.keywordOnly {
      bound.insert(parameter.name.name)
      visit([parameter.defaultValue])
    }
    for name in [parameters.rest, parameters.keywords] {
      if let name { bound.insert(name.name) }
    }
    visit(body)
  }

  private mutating func bind(_ target: Expression) {
    switch target.kind {
    case .name(let name): bound.insert(name)
    case .tuple(let items), .list(let items): for item in items { bind(item) }
    case .starred(let inner): bind(inner)
    default: visit(target)
    }
  }
}

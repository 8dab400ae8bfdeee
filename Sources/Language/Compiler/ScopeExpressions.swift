// ScopeBuilder's way through expressions.

import Diagnostics

extension ScopeBuilder {
  mutating func visit(_ expression: Expression?) {
    if let expression { visit(expression) }
  }

  mutating func visit(_ expressions: [Expression]) {
    for expression in expressions { visit(expression) }
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): use(name, at: expression.span)
    case .constant: break
    case .formatted(let parts): visit(parts)
    case .list(let items), .tuple(let items), .set(let items), .and(let items), .or(let items):
      visit(items)
    case .dict(let items):
      for item in items {
        visit(item.key)
        visit(item.value)
      }
    case .starred(let value), .unary(_, let value), .yieldFrom(let value), .yield(let value?):
      visit(value)
      noteYield(expression)
    case .yield(nil): noteYield(expression)
    case .binary: visitBinary(expression)
    case .comparison(let first, let rest):
      visit(first)
      for item in rest { visit(item.right) }
    case .call(let function, let arguments):
      note(.call(argumentCount: arguments.count), of: function, at: expression.span)
      noteStartMethod(function, arguments)
      visit(function)
      visitArguments(arguments)
    case .attribute: visitAttribute(expression)
    case .subscript(let object, let index):
      note(.subscripted, of: object, at: expression.span)
      visit(object)
      visit(index)
    case .slice(let start, let stop, let step):
      visit(start)
      visit(stop)
      visit(step)
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .named(let target, let value): visitNamed(target, value, at: expression.span)
    case .lambda, .listComprehension, .setComprehension, .dictComprehension, .generator:
      visitScope(expression)
    }
  }

  /// Notes what is done with a name, in case it is a builtin's that has not every use.
  private mutating func note(_ use: Suspect.BuiltinUse, of object: Expression, at span: Span) {
    guard case .name(let name) = object.kind, Refusals.limitedBuiltins.contains(name) else {
      return
    }
    suspects.append(Suspect(.builtin(name, use), in: current, at: span))
  }

  /// Notes `set_start_method('spawn')` and `get_context('spawn')`, whatever they are called on.
  private mutating func noteStartMethod(_ function: Expression, _ arguments: [Argument]) {
    guard case .constant(.string(let points))? = arguments.first?.value.kind else { return }
    let method = String(String.UnicodeScalarView(points.compactMap(Unicode.Scalar.init)))
    let path: [String]
    switch function.kind {
    case .name(let name): path = [mangle(name)]
    case .attribute(let object, let name):
      guard case .name(let first) = object.kind else { return }
      path = [mangle(first), name.name]
    default: return
    }
    guard method == "spawn" || method == "forkserver" else { return }
    suspects.append(Suspect(.startMethod(method, path), in: current, at: function.span))
  }

  /// A chain `a + b + c + …` leans to the left: a loop here, however long it is.
  private mutating func visitBinary(_ expression: Expression) {
    var rights: [Expression] = []
    var left = expression
    while case .binary(let first, _, let right) = left.kind {
      rights.append(right)
      left = first
    }
    visit(left)
    for right in rights.reversed() { visit(right) }
  }

  private mutating func visit(_ parts: [FormattedPart]) {
    for part in parts {
      guard case .value(let value, _, let specification) = part else { continue }
      visit(value)
      visit(specification)
    }
  }

  /// Positional arguments come before keywords, wherever they stand.
  private mutating func visitArguments(_ arguments: [Argument]) {
    for argument in arguments where argument.kind.isPositional { visit(argument.value) }
    for argument in arguments where !argument.kind.isPositional { visit(argument.value) }
  }

  /// Visits `a.b.c` as one, however long it is.
  private mutating func visitAttribute(_ expression: Expression) {
    var names: [String] = []
    var object = expression
    while case .attribute(let inner, let name) = object.kind {
      names.append(mangle(name.name))
      object = inner
    }
    suspects.append(Suspect(.attributes(names), in: current, at: expression.span))
    if case .name(let first) = object.kind {
      let path = [mangle(first)] + names.reversed()
      suspects.append(Suspect(.path(path), in: current, at: expression.span))
    }
    visit(object)
  }

  private mutating func noteYield(_ expression: Expression) {
    switch expression.kind {
    case .yield, .yieldFrom: break
    default: return
    }
    table[current].isGenerator = true
    guard table[current].kind == .comprehension else { return }
    let place =
      switch table[current].name {
      case "<listcomp>": "list comprehension"
      case "<setcomp>": "set comprehension"
      case "<dictcomp>": "dict comprehension"
      default: "generator expression"
      }
    report("'yield' inside \(place)", at: expression.span)
  }

  // MARK: Expressions with a scope of their own

  private mutating func visitScope(_ expression: Expression) {
    switch expression.kind {
    case .lambda(let parameters, let body):
      visitDefaults(parameters)
      enter(.lambda, "<lambda>", at: expression.span) { builder in
        builder.addParameters(parameters)
        builder.visit(body)
      }
    case .listComprehension(let element, let clauses):
      visitComprehension("<listcomp>", [element], clauses, at: expression.span)
    case .setComprehension(let element, let clauses):
      visitComprehension("<setcomp>", [element], clauses, at: expression.span)
    case .dictComprehension(let key, let value, let clauses):
      visitComprehension("<dictcomp>", [value, key], clauses, at: expression.span)
    case .generator(let element, let clauses):
      visitComprehension("<genexpr>", [element], clauses, at: expression.span)
    default: break
    }
  }

  /// The first iterable belongs to the scope around, all else to the comprehension's own.
  private mutating func visitComprehension(
    _ name: String, _ elements: [Expression], _ clauses: [ComprehensionClause], at span: Span
  ) {
    guard let first = clauses.first else { return }
    visitIterable(first.source)
    enter(.comprehension, name, at: span) { builder in
      builder.addParameter(Identifier(".0", span))
      builder.visitTarget(first.target)
      builder.visit(first.conditions)
      for clause in clauses.dropFirst() {
        builder.visitTarget(clause.target)
        builder.visitIterable(clause.source)
        builder.visit(clause.conditions)
      }
      builder.visit(elements)
    }
    // A generator expression hands values out, but `yield` does not stand in it.
    if name == "<genexpr>", let id = table.scope(.comprehension, at: span, in: current) {
      table[id].isGenerator = true
    }
  }

  private mutating func visitTarget(_ target: Expression) {
    isInComprehensionTarget = true
    bindTarget(target)
    isInComprehensionTarget = false
  }

  private mutating func visitIterable(_ source: Expression) {
    iterableDepths[iterableDepths.count - 1] += 1
    visit(source)
    iterableDepths[iterableDepths.count - 1] -= 1
  }
}

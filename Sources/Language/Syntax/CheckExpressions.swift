// The check of a program's expressions: stars, yields, keywords and the names of comprehensions.

import Diagnostics

extension ProgramCheck {
  mutating func visit(_ expression: Expression?) {
    if let expression { visit(expression) }
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): scopes[current].used.insert(name)
    case .constant: break
    case .formatted(let parts): visit(parts)
    case .list(let elements), .tuple(let elements), .set(let elements):
      for element in elements { visitElement(element) }
    case .dict(let pairs):
      for pair in pairs {
        visit(pair.key)
        visit(pair.value)
      }
    case .starred(let value):
      placeFault("can't use starred expression here", at: expression.span)
      visit(value)
    case .unary(_, let value): visit(value)
    case .binary(let left, _, let right):
      visit(left)
      visit(right)
    case .comparison(let first, let rest):
      visit(first)
      for (_, right) in rest { visit(right) }
    case .and(let operands), .or(let operands):
      for operand in operands { visit(operand) }
    case .call(let function, let arguments):
      visit(function)
      visit(arguments)
    case .attribute(let value, _): visit(value)
    case .subscript(let value, let index):
      visit(value)
      visit(index)
    case .slice(let lower, let upper, let step):
      visit(lower)
      visit(upper)
      visit(step)
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .lambda(let parameters, let body):
      visitDefaults(of: parameters)
      within(.lambda) { check in
        check.bind(parameters)
        check.visit(body)
      }
    case .listComprehension, .setComprehension, .dictComprehension, .generator:
      visitComprehension(expression)
    case .named(let name, let value): visitNamed(name, value, at: expression.span)
    case .yield(let value):
      rejectYield(at: expression.span)
      visit(value)
    case .yieldFrom(let value):
      rejectYield(at: expression.span)
      visit(value)
    }
  }

  /// An element of a list, tuple or set, which may have a star.
  private mutating func visitElement(_ element: Expression) {
    if case .starred(let value) = element.kind { visit(value) } else { visit(element) }
  }

  private mutating func visit(_ parts: [FormattedPart]) {
    for part in parts {
      if case .value(let value, _, let specification) = part {
        visit(value)
        visit(specification)
      }
    }
  }

  mutating func visit(_ arguments: [Argument]) {
    var seen: Set<String> = []
    for argument in arguments {
      if case .keyword(let name) = argument.kind {
        let span = Span(from: name.span, to: argument.value.span)
        if !seen.insert(name.name).inserted {
          placeFault("keyword argument repeated: \(name.name)", at: span)
        }
        rejectDebug(name.name, at: span)
      }
      visit(argument.value)
    }
  }

  private mutating func rejectYield(at span: Span) {
    switch scopes[current].kind {
    case .module, .class: placeFault("'yield' outside function", at: span)
    case .function, .lambda: break
    case .comprehension(let name): nameFault("'yield' inside \(name)", at: span)
    }
  }

  // MARK: Comprehensions

  private mutating func visitComprehension(_ expression: Expression) {
    switch expression.kind {
    case .listComprehension(let element, let clauses):
      visit("list comprehension", [element], clauses)
    case .setComprehension(let element, let clauses):
      visit("set comprehension", [element], clauses)
    case .dictComprehension(let key, let value, let clauses):
      visit("dict comprehension", [key, value], clauses)
    case .generator(let element, let clauses):
      visit("generator expression", [element], clauses)
    default: break
    }
  }

  private mutating func visit(
    _ name: String, _ elements: [Expression], _ clauses: [ComprehensionClause]
  ) {
    visitIterable(clauses[0].source)
    let iterables = scopes[current].iterables
    within(.comprehension(name)) { check in
      check.scopes[check.current].iterables = iterables
      for (index, clause) in clauses.enumerated() {
        check.iterate(clause.target)
        if index > 0 { check.visitIterable(clause.source) }
        for condition in clause.conditions { check.visit(condition) }
      }
      for element in elements { check.visit(element) }
    }
  }

  private mutating func visitIterable(_ source: Expression) {
    scopes[current].iterables += 1
    visit(source)
    scopes[current].iterables -= 1
  }

  /// Binds a comprehension's loop variables.
  private mutating func iterate(_ target: Expression) {
    assign(target, isAlone: true)
    for name in target.boundNames {
      if scopes[current].nonlocals.contains(name) || scopes[current].globals.contains(name) {
        nameFault(
          "comprehension inner loop cannot rebind assignment expression target '\(name)'",
          at: target.span)
      }
      scopes[current].iterated.insert(name)
    }
  }

  // MARK: Assignment expressions

  /// `name := value`, which binds in the function around all comprehensions.
  private mutating func visitNamed(_ name: Identifier, _ value: Expression, at span: Span) {
    if scopes[current].iterables > 0 {
      nameFault(
        "assignment expression cannot be used in a comprehension iterable expression", at: span)
    }
    visit(value)
    var index = current
    while case .comprehension = scopes[index].kind, let outer = scopes[index].outer {
      if scopes[index].iterated.contains(name.name) {
        nameFault(
          "assignment expression cannot rebind comprehension iteration variable '\(name.name)'",
          at: name.span)
      }
      scopes[index].nonlocals.insert(name.name)
      index = outer
    }
    if index != current, scopes[index].kind == .class {
      nameFault(
        "assignment expression within a comprehension cannot be used in a class body",
        at: name.span)
    }
    scopes[index].assigned.insert(name.name)
    rejectDebug(name.name, at: name.span)
  }
}

extension Expression {
  /// The names that an assignment to it binds.
  fileprivate var boundNames: [String] {
    switch kind {
    case .name(let name): [name]
    case .list(let elements), .tuple(let elements): elements.flatMap(\.boundNames)
    case .starred(let value): value.boundNames
    default: []
    }
  }
}

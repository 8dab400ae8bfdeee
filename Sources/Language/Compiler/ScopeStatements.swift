// ScopeBuilder's way through statements, in the order of CPython's symbol table, which decides the
// fault that is reported first.

import Diagnostics

extension ScopeBuilder {
  mutating func visit(_ body: [Statement]) {
    for statement in body { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): visit(value)
    case .assign(let targets, let value): visitAssignment(targets, value)
    case .augmentedAssign(let target, _, let value):
      bindTarget(target)
      visit(value)
    case .annotatedAssign(let target, _, let value): visitAnnotated(target, value, statement.span)
    case .delete(let targets): for target in targets { bindTarget(target) }
    case .pass, .break, .continue: break
    case .return(let value): visit(value)
    case .raise(let exception, let cause):
      visit(exception)
      visit(cause)
    case .global(let names): declareGlobal(names, at: statement.span)
    case .nonlocal(let names): declareNonlocal(names, at: statement.span)
    case .assert(let condition, let message):
      visit(condition)
      visit(message)
    case .if, .while, .for, .with, .try: visitBlock(statement)
    case .function(let definition): visitFunction(definition, at: statement.span)
    case .class(let definition): visitClass(definition, at: statement.span)
    case .import(let names): for name in names { visitImport(name, at: statement.span) }
    case .importFrom(let module, let names): visitImport(from: module, names, at: statement.span)
    }
  }

  private mutating func visitBlock(_ statement: Statement) {
    switch statement.kind {
    case .if: visitIf(statement)
    case .while(let condition, let body, let otherwise):
      visit(condition)
      visit(body)
      visit(otherwise)
    case .for(let target, let source, let body, let otherwise):
      bindTarget(target)
      visit(source)
      visit(body)
      visit(otherwise)
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { bindTarget(target) }
      }
      visit(body)
    case .try(let body, let handlers, let otherwise, let finally):
      visit(body)
      visit(otherwise)
      for handler in handlers { visitHandler(handler) }
      visit(finally)
    default: break
    }
  }

  /// A chain of `elif` is a loop here, however long it is.
  private mutating func visitIf(_ first: Statement) {
    var statement = first
    while case .if(let condition, let then, let otherwise) = statement.kind {
      visit(condition)
      visit(then)
      guard otherwise.count == 1, case .if = otherwise[0].kind else { return visit(otherwise) }
      statement = otherwise[0]
    }
  }

  private mutating func visitAssignment(_ targets: [Expression], _ value: Expression) {
    for target in targets {
      bindTarget(target)
      if case .name(let name) = target.kind, value.isOpenCall {
        table[current].update(mangle(name)) { $0.holdsFile = true }
      }
    }
    visit(value)
  }

  private mutating func visitAnnotated(_ target: Expression, _ value: Expression?, _ span: Span) {
    if case .name(let name) = target.kind {
      declareAnnotated(name, hasValue: value != nil, at: span)
    } else {
      bindTarget(target)
    }
    visit(value)
  }

  private mutating func visitHandler(_ handler: ExceptHandler) {
    visit(handler.type)
    if let name = handler.name { bind(name.name, at: name.span) }
    visit(handler.body)
  }

  /// Visits what is assigned to or deleted: names are bound, everything else is evaluated.
  mutating func bindTarget(_ target: Expression) {
    switch target.kind {
    case .name(let name): bind(name, at: target.span)
    case .tuple(let items), .list(let items): for item in items { bindTarget(item) }
    case .starred(let inner): bindTarget(inner)
    case .attribute(let object, _): visit(object)
    default: visit(target)
    }
  }

  // MARK: Definitions

  private mutating func visitFunction(_ definition: FunctionDefinition, at span: Span) {
    bind(definition.name.name, at: span)
    visitDefaults(definition.parameters)
    for decorator in definition.decorators { visit(decorator) }
    enter(.function, definition.name.name, at: span) { builder in
      builder.addParameters(definition.parameters)
      builder.visit(definition.body)
    }
  }

  mutating func visitDefaults(_ parameters: Parameters) {
    for parameter in parameters.positionalOnly { visit(parameter.defaultValue) }
    for parameter in parameters.positional { visit(parameter.defaultValue) }
    for parameter in parameters.keywordOnly { visit(parameter.defaultValue) }
  }

  mutating func addParameters(_ parameters: Parameters) {
    for parameter in parameters.positionalOnly { addParameter(parameter.name) }
    for parameter in parameters.positional { addParameter(parameter.name) }
    for parameter in parameters.keywordOnly { addParameter(parameter.name) }
    if let rest = parameters.rest { addParameter(rest) }
    if let keywords = parameters.keywords { addParameter(keywords) }
  }

  private mutating func visitClass(_ definition: ClassDefinition, at span: Span) {
    bind(definition.name.name, at: span)
    for base in definition.bases {
      if base.kind.isRefusedInClass {
        suspects.append(Suspect(.classArgument(base.kind), in: current, at: base.value.span))
      }
      if case .name("type") = base.value.kind {
        suspects.append(Suspect(.builtin("type", .base), in: current, at: definition.name.span))
      }
      visit(base.value)
    }
    noteSlots(of: definition)
    for decorator in definition.decorators { visit(decorator) }
    let name = definition.name.name
    enter(.classBody, name, at: span, className: name) { $0.visit(definition.body) }
  }

  private mutating func noteSlots(of definition: ClassDefinition) {
    for statement in definition.body {
      guard case .assign(let targets, _) = statement.kind else { continue }
      for target in targets {
        if case .name("__slots__") = target.kind {
          suspects.append(Suspect(.slots, in: current, at: target.span))
        }
      }
    }
  }

  // MARK: Imports

  private mutating func visitImport(_ alias: ImportAlias, at span: Span) {
    let path = alias.name.name
    suspects.append(Suspect(.module(path), in: current, at: alias.name.span))
    if let short = alias.alias {
      bindImport(short.name, to: path)
    } else {
      let first = String(path.prefix { $0 != "." })
      bindImport(first, to: first)
    }
  }

  private mutating func visitImport(
    from module: Identifier, _ names: [ImportAlias], at span: Span
  ) {
    // What is there says nothing of how a program runs.
    if module.name == "__future__" { return }
    suspects.append(Suspect(.module(module.name), in: current, at: module.span))
    if names.isEmpty {
      if current != .module {
        report("import * only allowed at module level", at: starSpan(of: span))
      }
      suspects.append(Suspect(.star(from: module.name), in: current, at: span))
    }
    for name in names where name.name.name != "*" {
      suspects.append(
        Suspect(.member(of: module.name, name.name.name), in: current, at: name.name.span))
      let path = "\(module.name).\(name.name.name)"
      bindImport((name.alias ?? name.name).name, to: path)
    }
  }

  /// The place of the `*` that ends the statement.
  private func starSpan(of statement: Span) -> Span {
    let end = statement.end
    return Span(Position(line: Int(end.line), column: Int(end.column) - 1), end)
  }
}

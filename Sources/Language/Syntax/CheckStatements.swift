// The check of a program's statements: where they stand, and what they say of names.

import Diagnostics

extension ProgramCheck {
  mutating func visit(_ body: [Statement]) {
    for statement in body { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .pass: break
    case .break:
      if scopes[current].loops == 0 { placeFault("'break' outside loop", at: statement.span) }
    case .continue:
      if scopes[current].loops == 0 {
        placeFault("'continue' not properly in loop", at: statement.span)
      }
    case .return(let value):
      if !isInFunction { placeFault("'return' outside function", at: statement.span) }
      visit(value)
    case .global(let names): declare(names, isGlobal: true, at: statement.span)
    case .nonlocal(let names): declare(names, isGlobal: false, at: statement.span)
    case .expression, .assign, .augmentedAssign, .annotatedAssign, .delete, .raise, .assert:
      visitSimple(statement)
    case .import, .importFrom: visitImport(statement)
    case .if(let test, let then, let otherwise):
      visit(test)
      visit(then)
      visit(otherwise)
    case .while, .for, .with, .try: visitBlocks(statement)
    case .function(let definition): visit(definition)
    case .class(let definition): visit(definition)
    }
  }

  private mutating func visitSimple(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): visit(value)
    case .assign(let targets, let value):
      for target in targets { assign(target, isAlone: true) }
      visit(value)
    case .augmentedAssign(let target, _, let value):
      assign(target, isAlone: true)
      visit(value)
    case .annotatedAssign(let target, let annotation, let value):
      annotate(target, hasValue: value != nil, at: statement.span)
      visit(annotation)
      visit(value)
    case .delete(let targets):
      for target in targets { delete(target) }
    case .raise(let error, let cause):
      visit(error)
      visit(cause)
    case .assert(let condition, let message):
      visit(condition)
      visit(message)
    default: break
    }
  }

  private mutating func visitImport(_ statement: Statement) {
    switch statement.kind {
    case .import(let aliases):
      for alias in aliases {
        let name = alias.alias?.name ?? String(alias.name.name.prefix { $0 != "." })
        scopes[current].imported.insert(name)
        rejectDebug(name, at: statement.span)
      }
    case .importFrom(_, let aliases):
      if aliases.isEmpty, current != 0 {
        var star = statement.span
        star.start = star.end
        star.start.column -= 1
        nameFault("import * only allowed at module level", at: star)
      }
      for name in aliases.map({ ($0.alias ?? $0.name).name }) {
        scopes[current].imported.insert(name)
        rejectDebug(name, at: statement.span)
      }
    default: break
    }
  }

  // MARK: Blocks

  private mutating func visitBlocks(_ statement: Statement) {
    switch statement.kind {
    case .while(let test, let body, let otherwise):
      visit(test)
      visitLoop(body, at: statement.span)
      visit(otherwise)
    case .for(let target, let source, let body, let otherwise):
      assign(target, isAlone: true)
      visit(source)
      visitLoop(body, at: statement.span)
      visit(otherwise)
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { assign(target, isAlone: true) }
        enterBlock(at: statement.span)
      }
      visit(body)
      scopes[current].blocks -= items.count
    case .try(let body, let handlers, let otherwise, let finally):
      visitTry(body, handlers, otherwise, finally, at: statement.span)
    default: break
    }
  }

  private mutating func visitLoop(_ body: [Statement], at span: Span) {
    enterBlock(at: span)
    scopes[current].loops += 1
    visit(body)
    scopes[current].loops -= 1
    scopes[current].blocks -= 1
  }

  private mutating func visitTry(
    _ body: [Statement], _ handlers: [ExceptHandler], _ otherwise: [Statement],
    _ finally: [Statement], at span: Span
  ) {
    enterBlock(at: span)
    visit(body)
    visit(otherwise)
    for (index, handler) in handlers.enumerated() {
      if handler.type == nil, index < handlers.count - 1 {
        placeFault("default 'except:' must be last", at: handler.span)
      }
      visit(handler.type)
      if let name = handler.name { bind(name.name, at: name.span) }
      visit(handler.body)
    }
    visit(finally)
    scopes[current].blocks -= 1
  }

  private mutating func enterBlock(at span: Span) {
    scopes[current].blocks += 1
    if scopes[current].blocks > Self.maximumBlocks {
      placeFault("too many statically nested blocks", at: span)
    }
  }

  // MARK: Definitions

  private mutating func visit(_ definition: FunctionDefinition) {
    bind(definition.name.name, at: definition.name.span)
    for decorator in definition.decorators { visit(decorator) }
    visitDefaults(of: definition.parameters)
    within(.function) { check in
      check.bind(definition.parameters)
      check.visit(definition.body)
    }
  }

  private mutating func visit(_ definition: ClassDefinition) {
    bind(definition.name.name, at: definition.name.span)
    for decorator in definition.decorators { visit(decorator) }
    visit(definition.bases)
    within(.class) { check in check.visit(definition.body) }
  }

  mutating func visitDefaults(of parameters: Parameters) {
    let all = [parameters.positionalOnly, parameters.positional, parameters.keywordOnly]
    for parameter in all.joined() { visit(parameter.defaultValue) }
  }

  mutating func bind(_ parameters: Parameters) {
    let rest = [parameters.rest, parameters.keywords].compactMap { $0 }
    let named =
      [parameters.positionalOnly, parameters.positional, parameters.keywordOnly].joined()
      .map(\.name)
    for parameter in named + rest {
      if !scopes[current].parameters.insert(parameter.name).inserted {
        nameFault(
          "duplicate argument '\(parameter.name)' in function definition", at: parameter.span)
      }
      rejectDebug(parameter.name, at: parameter.span)
    }
  }

  // MARK: Names

  mutating func bind(_ name: String, at span: Span) {
    scopes[current].assigned.insert(name)
    rejectDebug(name, at: span)
  }

  func isDebug(_ name: String) -> Bool { name == "__debug__" }

  mutating func rejectDebug(_ name: String, at span: Span) {
    if isDebug(name) { placeFault("cannot assign to __debug__", at: span) }
  }

  private mutating func declare(_ names: [Identifier], isGlobal: Bool, at span: Span) {
    let word = isGlobal ? "global" : "nonlocal"
    for name in names.map(\.name) {
      let scope = scopes[current]
      if scope.parameters.contains(name) {
        nameFault("name '\(name)' is parameter and \(word)", at: span)
      } else if scope.used.contains(name) {
        nameFault("name '\(name)' is used prior to \(word) declaration", at: span)
      } else if scope.annotated.contains(name) {
        nameFault("annotated name '\(name)' can't be \(word)", at: span)
      } else if scope.assigned.contains(name) {
        nameFault("name '\(name)' is assigned to before \(word) declaration", at: span)
      }
      if isGlobal {
        scopes[current].globals.insert(name)
      } else {
        scopes[current].nonlocals.insert(name)
      }
      scopes[current].declarations.append(
        CheckedScope.Declaration(name: name, span: span, isGlobal: isGlobal))
    }
  }

  private mutating func annotate(_ target: Expression, hasValue: Bool, at span: Span) {
    guard case .name(let name) = target.kind else { return assign(target, isAlone: true) }
    let scope = scopes[current]
    if current != 0, scope.globals.contains(name) || scope.nonlocals.contains(name) {
      let word = scope.globals.contains(name) ? "global" : "nonlocal"
      nameFault("annotated name '\(name)' can't be \(word)", at: span)
    }
    scopes[current].annotated.insert(name)
    bind(name, at: target.span)
  }

  /// Binds what a target names, and looks into what it computes.
  mutating func assign(_ target: Expression, isAlone: Bool) {
    switch target.kind {
    case .name(let name): bind(name, at: target.span)
    case .attribute(let value, let name):
      visit(value)
      rejectDebug(name.name, at: target.span)
    case .list(let elements), .tuple(let elements):
      if elements.count(where: \.isStarred) > 1 {
        placeFault("multiple starred expressions in assignment", at: target.span)
      }
      for element in elements { assign(element, isAlone: false) }
    case .starred(let value):
      if isAlone {
        placeFault("starred assignment target must be in a list or tuple", at: target.span)
      }
      assign(value, isAlone: true)
    default: visit(target)
    }
  }

  private mutating func delete(_ target: Expression) {
    switch target.kind {
    case .name(let name):
      scopes[current].assigned.insert(name)
      if isDebug(name) { placeFault("cannot delete __debug__", at: target.span) }
    case .list(let elements), .tuple(let elements):
      for element in elements { delete(element) }
    default: visit(target)
    }
  }
}

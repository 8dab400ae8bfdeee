// Walks a tree once and notes which scopes there are and how each speaks of its names. Flows in: the
// tree. Flows out: a ScopeTable without decisions, what might have to be refused, and the first fault
// that CPython's symbol table finds, in the order in which it looks.

import Diagnostics

struct ScopeBuilder {
  var table = ScopeTable()
  /// What Refusals is to judge once it is known what the names mean.
  var suspects: [Suspect] = []
  private(set) var fault: Diagnostic?
  var current: ScopeID = .module
  /// For each scope from the module to the current one, how deep the walk is in iterables of
  /// comprehensions, where no name may be bound.
  var iterableDepths: [Int] = [0]
  /// Whether the target of a comprehension's `for` is being visited.
  var isInComprehensionTarget = false

  init(module span: Span) {
    _ = table.add(
      Scope(kind: .module, name: "<module>", span: span, parent: nil, className: nil))
  }

  /// Notes a fault; only the first counts.
  mutating func report(_ message: String, at span: Span) {
    fault = fault ?? Diagnostic(.python("SyntaxError"), .fixed(message), at: span)
  }

  // MARK: Scopes and names

  /// Visits what stands in a scope of its own.
  mutating func enter(
    _ kind: Scope.Kind, _ name: String, at span: Span, className: String? = nil,
    _ visit: (inout ScopeBuilder) -> Void
  ) {
    let outer = current
    let isTarget = isInComprehensionTarget
    current = table.add(
      Scope(
        kind: kind, name: name, span: span, parent: outer,
        className: className ?? table[outer].className))
    iterableDepths.append(iterableDepths[iterableDepths.count - 1])
    isInComprehensionTarget = false
    visit(&self)
    isInComprehensionTarget = isTarget
    iterableDepths.removeLast()
    current = outer
  }

  func mangle(_ name: String) -> String { mangled(name, in: table[current].className) }

  /// Notes that the current scope gives a name a value.
  mutating func bind(_ text: String, at span: Span) {
    let name = mangle(text)
    if isInComprehensionTarget {
      let uses = table[current].symbol(name).uses
      if !uses.isDisjoint(with: [.global, .nonlocal]) {
        report(
          "comprehension inner loop cannot rebind assignment expression target '\(text)'", at: span)
      }
    }
    let isTarget = isInComprehensionTarget
    table[current].update(name) { symbol in
      symbol.uses.insert(.assigned)
      if isTarget { symbol.uses.insert(.comprehensionTarget) }
      symbol.bindingCount += 1
    }
  }

  mutating func use(_ name: String, at span: Span) {
    let mangledName = mangle(name)
    table[current].update(mangledName) { $0.uses.insert(.used) }
    if name == "super", table[current].isFunctionLike {
      table[current].update("__class__") { $0.uses.insert(.used) }
    }
    suspects.append(Suspect(.name(mangledName), in: current, at: span))
  }

  mutating func bindImport(_ name: String, to module: String?) {
    table[current].update(mangle(name)) { symbol in
      symbol.uses.insert(.imported)
      symbol.bindingCount += 1
      switch (symbol.module, module) {
      case (.none, let module?): symbol.module = .one(module)
      case (.one(let known), _) where known == module: break
      case (_, _): symbol.module = .several
      }
    }
  }

  mutating func addParameter(_ parameter: Identifier) {
    let name = mangle(parameter.name)
    if table[current].symbol(name).uses.contains(.parameter) {
      report("duplicate argument '\(parameter.name)' in function definition", at: parameter.span)
      return
    }
    table[current].update(name) { symbol in
      symbol.uses.insert(.parameter)
      symbol.bindingCount += 1
    }
    table[current].parameters.append(name)
  }

  // MARK: Declarations

  mutating func declareGlobal(_ names: [Identifier], at span: Span) {
    declare(names, .global, word: "global", at: span)
  }

  mutating func declareNonlocal(_ names: [Identifier], at span: Span) {
    declare(names, .nonlocal, word: "nonlocal", at: span)
  }

  private mutating func declare(
    _ names: [Identifier], _ declaration: SymbolUses, word: String, at span: Span
  ) {
    for identifier in names {
      let name = mangle(identifier.name)
      let uses = table[current].symbol(name).uses
      if uses.contains(.parameter) {
        report("name '\(identifier.name)' is parameter and \(word)", at: span)
      } else if uses.contains(.used) {
        report("name '\(identifier.name)' is used prior to \(word) declaration", at: span)
      } else if uses.contains(.annotated) {
        report("annotated name '\(identifier.name)' can't be \(word)", at: span)
      } else if uses.contains(.assigned) {
        report("name '\(identifier.name)' is assigned to before \(word) declaration", at: span)
      }
      table[current].update(name) { $0.uses.insert(declaration) }
      table[current].directives.append(Identifier(name, span))
    }
  }

  mutating func declareAnnotated(_ text: String, hasValue: Bool, at span: Span) {
    let name = mangle(text)
    let uses = table[current].symbol(name).uses
    if current != .module {
      if uses.contains(.global) {
        report("annotated name '\(text)' can't be global", at: span)
      } else if uses.contains(.nonlocal) {
        report("annotated name '\(text)' can't be nonlocal", at: span)
      }
    }
    table[current].update(name) { symbol in
      symbol.uses.formUnion([.annotated, .assigned])
      if hasValue { symbol.bindingCount += 1 }
    }
  }

  // MARK: Assignment expressions

  /// `name := value`; within comprehensions the name belongs to the scope around them.
  mutating func visitNamed(_ target: Identifier, _ value: Expression, at span: Span) {
    if iterableDepths[iterableDepths.count - 1] > 0 {
      report(
        "assignment expression cannot be used in a comprehension iterable expression", at: span)
    }
    if table[current].kind == .comprehension { bindAroundComprehension(target) }
    visit(value)
    bind(target.name, at: target.span)
  }

  private mutating func bindAroundComprehension(_ target: Identifier) {
    let name = mangle(target.name)
    var next: ScopeID? = current
    while let id = next {
      let scope = table[id]
      switch scope.kind {
      case .comprehension:
        if scope.symbol(name).uses.contains(.comprehensionTarget) {
          report(
            "assignment expression cannot rebind comprehension iteration variable '\(target.name)'",
            at: target.span)
        }
        next = scope.parent
        continue
      case .classBody:
        report(
          "assignment expression within a comprehension cannot be used in a class body",
          at: target.span)
      case .module: declareAround(name, .global, in: id, at: target.span)
      case .function, .lambda:
        let isGlobal = scope.symbol(name).uses.contains(.global)
        declareAround(name, isGlobal ? .global : .nonlocal, in: id, at: target.span)
      }
      return
    }
  }

  private mutating func declareAround(
    _ name: String, _ declaration: SymbolUses, in owner: ScopeID, at span: Span
  ) {
    table[current].update(name) { $0.uses.insert(declaration) }
    table[current].directives.append(Identifier(name, span))
    table[owner].update(name) { symbol in
      symbol.uses.insert(owner == .module ? .global : .assigned)
      symbol.bindingCount += 1
    }
  }
}

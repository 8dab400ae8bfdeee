// CPython closes a file at the moment when nothing refers to it any more. Machines count no
// references, so the code says where that may have happened: after a statement with an `open(…)` whose
// result nobody keeps, and after a name that held a file gets another value.

import Diagnostics

extension CodeGenerator {
  /// Whether an `open(…)` stands in the expression whose file nobody keeps.
  ///
  /// - Parameter isKept: whether the expression's own value is kept, so that `open(…)` alone is too.
  func holdsLooseOpen(_ expression: Expression, isKept: Bool = false) -> Bool {
    guard opensFiles else { return false }
    return (isKept && expression.isOpenCall)
      ? expression.children.contains { $0.mentionsOpenCall } : expression.mentionsOpenCall
  }

  mutating func closeFiles(
    afterAssigning value: Expression, to targets: [Expression], _ span: Span
  ) {
    guard opensFiles else { return }
    if holdsLooseOpen(value, isKept: true) || targets.contains(where: dropsFile) {
      emit(.closeUnreachable, span)
    }
  }

  mutating func closeFiles(afterDeleting targets: [Expression], _ span: Span) {
    guard opensFiles else { return }
    if targets.contains(where: { holdsFile($0) || $0.mentionsOpenCall }) {
      emit(.closeUnreachable, span)
    }
  }

  mutating func closeFiles(
    afterDefining decorators: [Expression], _ parameters: Parameters, _ span: Span
  ) {
    guard opensFiles else { return }
    let defaults = (parameters.allPositional + parameters.keywordOnly).compactMap(\.defaultValue)
    if (decorators + defaults).contains(where: { holdsLooseOpen($0, isKept: true) }) {
      emit(.closeUnreachable, span)
    }
  }

  /// Whether a new value for the target may take away the last reference to a file.
  private func dropsFile(_ target: Expression) -> Bool {
    guard holdsFile(target), case .name(let name) = target.kind else {
      return target.mentionsOpenCall
    }
    let symbol = scope.symbol(mangle(name))
    let isShared = !symbol.uses.isDisjoint(with: [.global, .nonlocal])
    return symbol.bindingCount > 1 || isShared || unit.isInLoop
  }

  private func holdsFile(_ target: Expression) -> Bool {
    guard case .name(let name) = target.kind else { return false }
    let kept = mangle(name)
    return table[table.owner(of: kept, in: unit.scope)].symbol(kept).holdsFile
      || scope.symbol(kept).holdsFile
  }
}

extension Expression {
  /// Whether `open(…)` stands in it, functions' bodies left out.
  fileprivate var mentionsOpenCall: Bool {
    var pending = [self]
    while let next = pending.popLast() {
      if next.isOpenCall { return true }
      pending.append(contentsOf: next.children)
    }
    return false
  }

  /// What is evaluated where the expression is; a lambda's body is not.
  fileprivate var children: [Expression] {
    switch kind {
    case .name, .constant, .yield(nil): []
    case .formatted(let parts): parts.flatMap(\.children)
    case .list(let items), .tuple(let items), .set(let items), .and(let items), .or(let items):
      items
    case .dict(let items): items.flatMap { [$0.key, $0.value].compactMap(\.self) }
    case .starred(let value), .unary(_, let value), .attribute(let value, _),
      .named(_, let value), .yield(let value?), .yieldFrom(let value):
      [value]
    case .binary(let left, _, let right), .subscript(let left, let right): [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.right)
    case .call(let function, let arguments): [function] + arguments.map(\.value)
    case .slice(let start, let stop, let step): [start, stop, step].compactMap(\.self)
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .lambda(let parameters, _):
      (parameters.allPositional + parameters.keywordOnly).compactMap(\.defaultValue)
    case .listComprehension(let element, let clauses), .setComprehension(let element, let clauses),
      .generator(let element, let clauses):
      [element] + clauses.flatMap(\.children)
    case .dictComprehension(let key, let value, let clauses):
      [key, value] + clauses.flatMap(\.children)
    }
  }
}

extension FormattedPart {
  fileprivate var children: [Expression] {
    switch self {
    case .text: []
    case .value(let value, _, let specification): [value] + specification.flatMap(\.children)
    }
  }
}

extension ComprehensionClause {
  fileprivate var children: [Expression] { [target, source] + conditions }
}

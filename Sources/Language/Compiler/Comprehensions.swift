// Comprehensions and generator expressions: functions of their own, called at once with an iterator
// over the first iterable, which is evaluated outside.

import Diagnostics

/// What a comprehension makes of each round.
private enum Element {
  case list(Expression)
  case set(Expression)
  case dict(key: Expression, value: Expression)
  case generated(Expression)
}

extension CodeGenerator {
  mutating func compileComprehension(_ expression: Expression) {
    switch expression.kind {
    case .listComprehension(let element, let clauses):
      compile(.list(element), clauses, expression.span)
    case .setComprehension(let element, let clauses):
      compile(.set(element), clauses, expression.span)
    case .dictComprehension(let key, let value, let clauses):
      compile(.dict(key: key, value: value), clauses, expression.span)
    case .generator(let element, let clauses):
      compile(.generated(element), clauses, expression.span)
    default: break
    }
  }

  private mutating func compile(
    _ element: Element, _ clauses: [ComprehensionClause], _ span: Span
  ) {
    guard let id = table.scope(.comprehension, at: span, in: unit.scope), let first = clauses.first
    else { return }
    beginUnit(element.isGenerated ? .generator : .function, id, line: span.line)
    unit.code.positionalCount = 1
    emitStart(element, span)
    emit(.loadLocal(0), span)
    compileRounds(clauses[...], element, span)
    if element.isGenerated { emitNone(span) }
    emit(.return, span)
    makeFunction(endUnit(), span)
    compileIterable(first.source)
    emit(.getIterator, span)
    emit(.call(count: 1), span)
  }

  private mutating func emitStart(_ element: Element, _ span: Span) {
    switch element {
    case .list: emit(.buildList(count: 0), span)
    case .set: emit(.buildSet(count: 0), span)
    case .dict: emit(.buildDict(count: 0), span)
    case .generated: break
    }
  }

  /// `iterator -> `, the element made for each item and those of the further clauses.
  private mutating func compileRounds(
    _ clauses: ArraySlice<ComprehensionClause>, _ element: Element, _ span: Span
  ) {
    guard let clause = clauses.first else { return }
    let end = unit.makeLabel()
    let again = unit.labelHere()
    emit(.iterate(exhausted: end.target), span)
    store(to: clause.target)
    var place = span
    for condition in clause.conditions {
      place = branch(condition, to: again, when: false, place)
    }
    if let next = clauses.dropFirst().first {
      compileIterable(next.source)
      emit(.getIterator, place)
      compileRounds(clauses.dropFirst(), element, place)
    } else {
      compile(element, depth: Int32(clauses.endIndex) + 1, place)
    }
    emit(.jump(again.target), span)
    unit.bind(end)
  }

  /// - Parameter depth: how far below the new item the collection is.
  private mutating func compile(_ element: Element, depth: Int32, _ span: Span) {
    switch element {
    case .list(let value):
      compile(value)
      emit(.listAppend(depth: depth), span)
    case .set(let value):
      compile(value)
      emit(.setAdd(depth: depth), span)
    case .dict(let key, let value):
      compile(key)
      compile(value)
      emit(.dictSet(depth: depth), span)
    case .generated(let value):
      compile(value)
      emit(.yield, span)
      emit(.pop, span)
    }
  }
}

extension Element {
  fileprivate var isGenerated: Bool {
    guard case .generated = self else { return false }
    return true
  }
}

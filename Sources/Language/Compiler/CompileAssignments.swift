// Assignment in all its forms, and `del`.

import Diagnostics

extension CodeGenerator {
  mutating func compileAssignment(_ targets: [Expression], _ value: Expression, _ span: Span) {
    if !compileExchange(targets, value) {
      compile(value)
      for (index, target) in targets.enumerated() {
        if index < targets.count - 1 { emit(.duplicate, span) }
        store(to: target)
      }
    }
    closeFiles(afterAssigning: value, to: targets, span)
  }

  /// `a, b = b, a` without a tuple in between.
  ///
  /// - Returns: whether it was that.
  private mutating func compileExchange(_ targets: [Expression], _ value: Expression) -> Bool {
    guard targets.count == 1, case .tuple(let places) = targets[0].kind,
      case .tuple(let items) = value.kind, (2...3).contains(items.count),
      places.count == items.count, !(items + places).contains(where: \.isStarred)
    else { return false }
    for item in items { compile(item) }
    emit(.swap(depth: Int32(items.count) - 1), targets[0].span)
    for place in places { store(to: place) }
    return true
  }

  mutating func compileAnnotated(_ target: Expression, _ value: Expression?, _ span: Span) {
    if let value {
      compileAssignment([target], value, span)
      return
    }
    // Without a value only what stands around the target's last name is evaluated.
    switch target.kind {
    case .attribute(let object, _):
      compile(object)
      emit(.pop, span)
    case .subscript(let object, let index):
      for part in [object, index] {
        compile(part)
        emit(.pop, span)
      }
    default: break
    }
  }

  /// `value -> `
  mutating func store(to target: Expression) {
    let span = target.span
    switch target.kind {
    case .name(let name): store(name, span)
    case .attribute(let object, let name):
      if name.name == "__debug__" { report("cannot assign to __debug__", at: span) }
      compile(object)
      emit(.storeAttribute(attributeName(name.name)), span.from(name))
    case .subscript(let object, let index):
      compile(object)
      compile(index)
      emit(.storeItem, span)
    case .tuple(let items), .list(let items): unpack(to: items, span)
    case .starred: report("starred assignment target must be in a list or tuple", at: span)
    default: report("cannot assign to expression", at: span)
    }
  }

  /// `iterable -> `
  private mutating func unpack(to items: [Expression], _ span: Span) {
    var rest: Int?
    for (index, item) in items.enumerated() {
      guard case .starred = item.kind else { continue }
      if rest != nil { report("multiple starred expressions in assignment", at: span) }
      rest = index
    }
    if let rest {
      let after = items.count - rest - 1
      emit(.unpackRest(before: Int32(rest), after: Int32(after)), span)
    } else {
      emit(.unpack(count: Int32(items.count)), span)
    }
    for item in items {
      if case .starred(let inner) = item.kind {
        store(to: inner)
      } else {
        store(to: item)
      }
    }
  }

  // MARK: Augmented assignment

  mutating func compileAugmented(
    _ target: Expression, _ op: BinaryOperator, _ value: Expression, _ span: Span
  ) {
    switch target.kind {
    case .attribute(let object, let name):
      let place = target.span.from(name)
      let id = attributeName(name.name)
      compile(object)
      emit(.duplicate, place)
      emit(.loadAttribute(id), place)
      compile(value)
      emit(.inPlace(op), span)
      emit(.swap(depth: 1), place)
      emit(.storeAttribute(id), place)
    case .subscript(let object, let index):
      compile(object)
      compile(index)
      emit(.duplicateTwo, target.span)
      emit(.loadItem, target.span)
      compile(value)
      emit(.inPlace(op), span)
      // object key result -> result object key
      emit(.swap(depth: 2), target.span)
      emit(.swap(depth: 1), target.span)
      emit(.storeItem, target.span)
    default:
      compile(target)
      compile(value)
      emit(.inPlace(op), span)
      store(to: target)
    }
    closeFiles(afterAssigning: value, to: [target], span)
  }

  // MARK: Delete

  mutating func delete(_ target: Expression) {
    let span = target.span
    switch target.kind {
    case .name(let name): delete(name, span)
    case .attribute(let object, let name):
      compile(object)
      emit(.deleteAttribute(attributeName(name.name)), span.from(name))
    case .subscript(let object, let index):
      compile(object)
      compile(index)
      emit(.deleteItem, span)
    case .tuple(let items), .list(let items): for item in items { delete(item) }
    default: report("cannot delete expression", at: span)
    }
  }
}

extension Span {
  /// What a traceback marks of `object.name` whose span this is: where the name stands on a later
  /// line than the start, it begins with the name.
  func from(_ name: Identifier) -> Span {
    start.line == name.span.end.line ? self : Span(name.span.start, end)
  }
}

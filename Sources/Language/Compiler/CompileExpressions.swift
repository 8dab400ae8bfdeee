// Expressions to code: each leaves its value on the stack.

import Diagnostics

extension CodeGenerator {
  mutating func compile(_ expression: Expression) {
    let span = expression.span
    if let constant = ConstantFolder.fold(expression) { return emit(constant, span) }
    switch expression.kind {
    case .name(let name): compileName(name, span)
    case .constant(let value): emit(value, span)
    case .formatted(let parts): compileFormatted(parts, span)
    case .list, .tuple, .set, .dict: compileDisplay(expression)
    case .starred: report("can't use starred expression here", at: span)
    case .unary(let op, let operand):
      compile(operand)
      emit(.unary(op), span)
    case .binary: compileBinary(expression)
    case .comparison(let first, let rest): compileComparison(first, rest, span)
    case .and(let values): compileAndOr(values, isOr: false, span)
    case .or(let values): compileAndOr(values, isOr: true, span)
    case .call(let function, let arguments): compileCall(function, arguments, span)
    case .attribute: compileAttributes(expression)
    case .subscript(let object, let index):
      compile(object)
      compile(index)
      emit(.loadItem, span)
    case .slice(let start, let stop, let step): compileSlice(start, stop, step, span)
    case .conditional(let condition, let then, let otherwise):
      compileConditional(condition, then, otherwise, span)
    case .lambda(let parameters, let body): compileLambda(parameters, body, span)
    case .listComprehension, .setComprehension, .dictComprehension, .generator:
      compileComprehension(expression)
    case .named(let target, let value):
      compile(value)
      emit(.duplicate, span)
      store(target.name, target.span)
    case .yield(let value): compileYield(value, span)
    case .yieldFrom(let value): compileYieldFrom(value, span)
    }
  }

  private mutating func compileName(_ name: String, _ span: Span) {
    if name == "__debug__" {
      emit(Constant.bool(true), span)
    } else {
      load(name, span)
    }
  }

  /// A chain `a + b + c + …` leans to the left: a loop here, however long it is.
  private mutating func compileBinary(_ expression: Expression) {
    var pending: [(op: BinaryOperator, right: Expression, span: Span)] = []
    var left = expression
    while case .binary(let first, let op, let right) = left.kind {
      pending.append((op, right, left.span))
      left = first
      if ConstantFolder.fold(left) != nil { break }
    }
    compile(left)
    for (op, right, span) in pending.reversed() {
      compile(right)
      emit(.binary(op), span)
    }
  }

  /// `a.b.c`, however long it is.
  private mutating func compileAttributes(_ expression: Expression) {
    var pending: [(name: Identifier, span: Span)] = []
    var object = expression
    while case .attribute(let inner, let name) = object.kind {
      pending.append((name, object.span))
      object = inner
    }
    compile(object)
    for (name, span) in pending.reversed() {
      emit(.loadAttribute(attributeName(name.name)), span.from(name))
    }
  }

  private mutating func compileSlice(
    _ start: Expression?, _ stop: Expression?, _ step: Expression?, _ span: Span
  ) {
    for part in [start, stop] {
      if let part { compile(part) } else { emitNone(span) }
    }
    guard let step else { return emit(.buildSlice, span) }
    compile(step)
    emit(.buildSteppedSlice, span)
  }

  // MARK: Conditions as values

  private mutating func compileAndOr(_ values: [Expression], isOr: Bool, _ span: Span) {
    let end = unit.makeLabel()
    for value in values.dropLast() {
      compile(value)
      emit(isOr ? .jumpIfTrueOrPop(end.target) : .jumpIfFalseOrPop(end.target), span)
    }
    if let last = values.last { compile(last) }
    unit.bind(end)
  }

  private mutating func compileConditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ span: Span
  ) {
    let next = unit.makeLabel()
    let end = unit.makeLabel()
    branch(condition, to: next, when: false, span)
    compile(then)
    emit(.jump(end.target), span)
    unit.bind(next)
    compile(otherwise)
    unit.bind(end)
  }

  private mutating func compileComparison(
    _ first: Expression, _ rest: [(op: ComparisonOperator, right: Expression)], _ span: Span
  ) {
    compile(first)
    guard rest.count > 1 else {
      for item in rest { compileOperand(item, span) }
      return
    }
    let failed = unit.makeLabel()
    let end = unit.makeLabel()
    for item in rest.dropLast() {
      compileLink(item, span)
      emit(.jumpIfFalseOrPop(failed.target), span)
    }
    if let last = rest.last { compileOperand(last, span) }
    emit(.jump(end.target), span)
    unit.bind(failed)
    emit(.swap(depth: 1), span)
    emit(.pop, span)
    unit.bind(end)
  }

  /// `left -> result`
  private mutating func compileOperand(
    _ item: (op: ComparisonOperator, right: Expression), _ span: Span
  ) {
    switch item.op {
    case .in, .notIn: compileIterable(item.right)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .is, .isNot:
      compile(item.right)
    }
    emit(.compare(item.op), span)
  }

  /// `left -> right result`, for one link of a chain.
  private mutating func compileLink(
    _ item: (op: ComparisonOperator, right: Expression), _ span: Span
  ) {
    compile(item.right)
    // left right -> right left right
    emit(.duplicate, span)
    emit(.swap(depth: 2), span)
    emit(.swap(depth: 1), span)
    emit(.compare(item.op), span)
  }

  // MARK: Conditions as jumps

  /// Goes to `label` when the condition's truth is `wanted`, else on; the value itself is not made.
  ///
  /// - Parameter span: what is marked when the truth cannot be told.
  /// - Returns: what CPython goes on to mark: the comparison that was written last, if there was one.
  @discardableResult
  mutating func branch(
    _ condition: Expression, to label: Label, when wanted: Bool, _ span: Span
  ) -> Span {
    switch condition.kind {
    case .unary(.not, let operand): return branch(operand, to: label, when: !wanted, span)
    case .and(let values): return branch(values, isOr: false, to: label, when: wanted, span)
    case .or(let values): return branch(values, isOr: true, to: label, when: wanted, span)
    case .conditional(let test, let then, let otherwise):
      let next = unit.makeLabel()
      let end = unit.makeLabel()
      var place = branch(test, to: next, when: false, span)
      place = branch(then, to: label, when: wanted, place)
      emit(.jump(end.target), place)
      unit.bind(next)
      place = branch(otherwise, to: label, when: wanted, place)
      unit.bind(end)
      return place
    case .comparison(let first, let rest):
      if rest.count > 1 {
        branchChain(first, rest, to: label, when: wanted, condition.span)
      } else {
        compile(condition)
        jump(to: label, when: wanted, condition.span)
      }
      return condition.span
    default: break
    }
    if case .plain(let value)? = ConstantFolder.fold(condition) {
      if value.isTrue == wanted { emit(.jump(label.target), span) }
    } else {
      compile(condition)
      jump(to: label, when: wanted, span)
    }
    return span
  }

  private mutating func jump(to label: Label, when wanted: Bool, _ span: Span) {
    emit(wanted ? .popJumpIfTrue(label.target) : .popJumpIfFalse(label.target), span)
  }

  private mutating func branch(
    _ values: [Expression], isOr: Bool, to label: Label, when wanted: Bool, _ span: Span
  ) -> Span {
    var place = span
    let next = isOr == wanted ? label : unit.makeLabel()
    for value in values.dropLast() { place = branch(value, to: next, when: isOr, place) }
    if let last = values.last { place = branch(last, to: label, when: wanted, place) }
    if next != label { unit.bind(next) }
    return place
  }

  private mutating func branchChain(
    _ first: Expression, _ rest: [(op: ComparisonOperator, right: Expression)],
    to label: Label, when wanted: Bool, _ span: Span
  ) {
    let failed = unit.makeLabel()
    let end = unit.makeLabel()
    compile(first)
    for item in rest.dropLast() {
      compileLink(item, span)
      emit(.popJumpIfFalse(failed.target), span)
    }
    if let last = rest.last { compileOperand(last, span) }
    jump(to: label, when: wanted, span)
    emit(.jump(end.target), span)
    unit.bind(failed)
    emit(.pop, span)
    if !wanted { emit(.jump(label.target), span) }
    unit.bind(end)
  }

  // MARK: Generators

  private mutating func compileYield(_ value: Expression?, _ span: Span) {
    guard scope.isFunctionLike else { return report("'yield' outside function", at: span) }
    if let value { compile(value) } else { emitNone(span) }
    emit(.yield, span)
  }

  private mutating func compileYieldFrom(_ value: Expression, _ span: Span) {
    guard scope.isFunctionLike else { return report("'yield' outside function", at: span) }
    let end = unit.makeLabel()
    compile(value)
    emit(.getDelegate, span)
    emitNone(span)
    let again = unit.labelHere()
    emit(.delegate(ended: end.target), span)
    emit(.yield, span)
    emit(.jump(again.target), span)
    unit.bind(end)
  }
}

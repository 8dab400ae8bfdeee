// Statements to code, but for definitions, imports, `try` and `with`, which stand apart.

import Diagnostics

extension CodeGenerator {
  mutating func compile(_ body: [Statement]) {
    for statement in body { compile(statement) }
  }

  mutating func compile(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .expression(let value): compileStatement(value, span)
    case .assign(let targets, let value): compileAssignment(targets, value, span)
    case .augmentedAssign(let target, let op, let value):
      compileAugmented(target, op, value, span)
    case .annotatedAssign(let target, _, let value): compileAnnotated(target, value, span)
    case .delete(let targets):
      for target in targets { delete(target) }
      closeFiles(afterDeleting: targets, span)
    case .pass, .global, .nonlocal: break
    case .break: compileLeap(out: true, span)
    case .continue: compileLeap(out: false, span)
    case .return(let value): compileReturn(value, span)
    case .raise(let exception, let cause): compileRaise(exception, cause, span)
    case .assert(let condition, let message): compileAssert(condition, message, span)
    case .if: compileIf(statement)
    case .while(let condition, let body, let otherwise):
      compileWhile(condition, body, otherwise, span)
    case .for(let target, let source, let body, let otherwise):
      compileFor(Loop(target: target, source: source, body: body, otherwise: otherwise), span)
    case .with(let items, let body):
      compileWith(items[...], body, span)
      if items.contains(where: { holdsLooseOpen($0.context, isKept: true) }) {
        emit(.closeUnreachable, span)
      }
    case .try(let body, let handlers, let otherwise, let finally):
      compileTry(Trial(body: body, handlers: handlers, otherwise: otherwise), finally, span)
    case .function(let definition): compileFunction(definition, span)
    case .class(let definition): compileClass(definition, span)
    case .import(let names): for name in names { compileImport(name, span) }
    case .importFrom(let module, let names): compileImport(from: module, names, span)
    }
  }

  private mutating func compileStatement(_ value: Expression, _ span: Span) {
    // A constant that nobody looks at: a comment in quotes.
    if value.constantValue != nil { return }
    compile(value)
    emit(.pop, value.span)
    if holdsLooseOpen(value) { emit(.closeUnreachable, span) }
  }

  // MARK: Raise and assert

  private mutating func compileRaise(_ exception: Expression?, _ cause: Expression?, _ span: Span) {
    var count: Int32 = 0
    for value in [exception, cause] {
      guard let value else { break }
      compile(value)
      count += 1
    }
    emit(.raise(count: count), span)
  }

  private mutating func compileAssert(
    _ condition: Expression, _ message: Expression?, _ span: Span
  ) {
    let end = unit.makeLabel()
    let place = branch(condition, to: end, when: true, span)
    emit(.loadAssertionError, place)
    if let message {
      compile(message)
      emit(.call(count: 1), place)
    }
    emit(.raise(count: 1), place)
    unit.bind(end)
    if holdsLooseOpen(condition) { emit(.closeUnreachable, span) }
  }

  // MARK: If and loops

  /// A chain of `elif` is a loop here, however long it is.
  private mutating func compileIf(_ first: Statement) {
    let end = unit.makeLabel()
    var statement = first
    while case .if(let condition, let then, let otherwise) = statement.kind {
      let next = unit.makeLabel()
      let opens = holdsLooseOpen(condition)
      branch(condition, to: next, when: false, statement.span)
      if opens { emit(.closeUnreachable, statement.span) }
      compile(then)
      if otherwise.isEmpty, !opens {
        unit.bind(next)
        break
      }
      emit(.jump(end.target), statement.span)
      unit.bind(next)
      if opens { emit(.closeUnreachable, statement.span) }
      guard otherwise.count == 1, case .if = otherwise[0].kind else {
        compile(otherwise)
        break
      }
      statement = otherwise[0]
    }
    unit.bind(end)
  }

  /// The condition stands below the body, so that going round costs one jump.
  private mutating func compileWhile(
    _ condition: Expression, _ body: [Statement], _ otherwise: [Statement], _ span: Span
  ) {
    let test = unit.makeLabel()
    let again = unit.makeLabel()
    let end = unit.makeLabel()
    let opens = holdsLooseOpen(condition)
    emit(.jump(test.target), span)
    unit.bind(again)
    within(
      .loop(start: test, end: end, hasIterator: false), outside: unit.protection, at: span
    ) { generator in
      if opens { generator.emit(.closeUnreachable, span) }
      generator.compile(body)
      generator.unit.bind(test)
      generator.branch(condition, to: again, when: true, span)
    }
    compile(otherwise)
    unit.bind(end)
    if opens { emit(.closeUnreachable, span) }
  }

  struct Loop {
    let target: Expression
    let source: Expression
    let body: [Statement]
    let otherwise: [Statement]
  }

  private mutating func compileFor(_ loop: Loop, _ span: Span) {
    let exhausted = unit.makeLabel()
    let end = unit.makeLabel()
    let opens = holdsLooseOpen(loop.source, isKept: false)
    compileIterable(loop.source)
    emit(.getIterator, span)
    if opens { emit(.closeUnreachable, span) }
    let start = unit.labelHere()
    within(
      .loop(start: start, end: end, hasIterator: true), outside: unit.protection, at: span
    ) { generator in
      generator.emit(.iterate(exhausted: exhausted.target), span)
      generator.store(to: loop.target)
      generator.compile(loop.body)
      generator.emit(.jump(start.target), span)
    }
    unit.bind(exhausted)
    compile(loop.otherwise)
    unit.bind(end)
    if opens { emit(.closeUnreachable, span) }
  }

  // MARK: Leaving

  /// `break` and `continue`.
  private mutating func compileLeap(out: Bool, _ span: Span) {
    let (blocks, protection) = (unit.blocks, unit.protection)
    defer { (unit.blocks, unit.protection) = (blocks, protection) }
    while let block = unit.blocks.last {
      guard case .loop(let start, let end, _) = block.kind else {
        leave(block, keepingValue: false, span)
        continue
      }
      unit.protection = block.outside
      if out { leave(block, keepingValue: false, span) }
      emit(.jump(out ? end.target : start.target), span)
      return
    }
    report(out ? "'break' outside loop" : "'continue' not properly in loop", at: span)
    // The code is never run, but it must not fall off a path that a leap should have ended.
  }

  private mutating func compileReturn(_ value: Expression?, _ span: Span) {
    guard scope.isFunctionLike else { return report("'return' outside function", at: span) }
    let constant = value.map { ConstantFolder.fold($0) } ?? .plain(.none)
    if let value, constant == nil { compile(value) }
    if let value, holdsLooseOpen(value, isKept: true) { emit(.closeUnreachable, span) }
    let (blocks, protection) = (unit.blocks, unit.protection)
    while let block = unit.blocks.last { leave(block, keepingValue: constant == nil, span) }
    if let constant { emit(constant, span) }
    emit(.return, span)
    (unit.blocks, unit.protection) = (blocks, protection)
  }

  /// Writes what has to be done to leave the innermost block, and takes it off.
  private mutating func leave(_ block: CodeBuilder.Block, keepingValue: Bool, _ span: Span) {
    unit.blocks.removeLast()
    func lift(_ generator: inout CodeGenerator, _ span: Span) {
      if keepingValue { generator.emit(.swap(depth: 1), span) }
    }
    switch block.kind {
    case .loop(_, _, let hasIterator):
      guard hasIterator else { return }
      lift(&self, span)
      emit(.pop, span)
    case .tryBody: unit.protection = block.outside
    case .finallyBody(let statements):
      unit.protection = block.outside
      if keepingValue {
        within(.value, outside: unit.protection, at: span) { $0.compile(statements) }
      } else {
        compile(statements)
      }
    case .finallyHandler:
      lift(&self, span)
      emit(.pop, span)
      lift(&self, span)
      unit.protection = block.outside
      emit(.endHandler, span)
    case .with(let place):
      unit.protection = block.outside
      lift(&self, place)
      callExitWithNothing(place)
    case .handler(let name):
      unit.protection = block.outside
      lift(&self, span)
      emit(.endHandler, span)
      if let name { unbind(name, span) }
    case .value:
      lift(&self, span)
      emit(.pop, span)
    }
  }
}

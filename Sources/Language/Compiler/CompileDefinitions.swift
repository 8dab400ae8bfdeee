// Functions, lambdas and classes: their code, and the instructions that make them.

import Diagnostics

extension CodeGenerator {
  // MARK: Functions

  mutating func compileFunction(_ definition: FunctionDefinition, _ span: Span) {
    for decorator in definition.decorators { compile(decorator) }
    compileDefaults(definition.parameters)
    checkParameters(definition.parameters, span)
    guard let id = table.scope(.function, at: span, in: unit.scope) else { return }
    beginUnit(table[id].isGenerator ? .generator : .function, id, line: span.line)
    setParameters(definition.parameters)
    compileBody(definition.body)
    let end = definition.body.last?.span ?? span
    emitNone(end)
    emit(.return, end)
    let code = endUnit()
    makeFunction(code, span)
    applyDecorators(definition.decorators)
    store(definition.name.name, span)
    closeFiles(afterDefining: definition.decorators, definition.parameters, span)
  }

  mutating func compileLambda(_ parameters: Parameters, _ body: Expression, _ span: Span) {
    compileDefaults(parameters)
    checkParameters(parameters, span)
    guard let id = table.scope(.lambda, at: span, in: unit.scope) else { return }
    beginUnit(table[id].isGenerator ? .generator : .function, id, line: span.line)
    setParameters(parameters)
    compile(body)
    if holdsLooseOpen(body, isKept: true) { emit(.closeUnreachable, body.span) }
    emit(.return, body.span)
    makeFunction(endUnit(), span)
  }

  /// `default0 … cell0 … -> function`, the defaults being there.
  mutating func makeFunction(_ code: CodeID, _ span: Span) {
    pushCells(for: code, span)
    emit(.makeFunction(code), span)
  }

  private mutating func pushCells(for code: CodeID, _ span: Span) {
    for name in tables[code].freeNames {
      if let slot = unit.slots[name] { emit(.pushCell(slot), span) }
    }
  }

  private mutating func compileDefaults(_ parameters: Parameters) {
    for parameter in parameters.allPositional + parameters.keywordOnly {
      if let value = parameter.defaultValue { compile(value) }
    }
  }

  private mutating func checkParameters(_ parameters: Parameters, _ span: Span) {
    let all = parameters.allPositional.map(\.name) + parameters.keywordOnly.map(\.name)
    for name in all + [parameters.rest, parameters.keywords].compactMap(\.self) {
      if name.name == "__debug__" { report("cannot assign to __debug__", at: span) }
    }
  }

  private mutating func setParameters(_ parameters: Parameters) {
    let positional = parameters.allPositional
    unit.code.positionalOnlyCount = parameters.positionalOnly.count
    unit.code.positionalCount = positional.count
    unit.code.positionalDefaultCount = positional.count { $0.defaultValue != nil }
    unit.code.keywordDefaults = parameters.keywordOnly.map { $0.defaultValue != nil }
    unit.code.hasRest = parameters.rest != nil
    unit.code.hasKeywords = parameters.keywords != nil
  }

  /// `decorator0 … decoratorN value -> value`, the last decorator first.
  private mutating func applyDecorators(_ decorators: [Expression]) {
    for decorator in decorators.reversed() { emit(.call(count: 1), decorator.span) }
  }

  // MARK: Classes

  mutating func compileClass(_ definition: ClassDefinition, _ span: Span) {
    for decorator in definition.decorators { compile(decorator) }
    guard let id = table.scope(.classBody, at: span, in: unit.scope) else { return }
    beginUnit(.classBody, id, line: span.line)
    compileBody(definition.body)
    let end = definition.body.last?.span ?? span
    emitNone(end)
    emit(.return, end)
    let code = endUnit()
    // Other arguments than bases are refused.
    let bases = definition.bases.filter { !$0.kind.isRefusedInClass }
    for base in bases { compile(base.value) }
    pushCells(for: code, span)
    emit(.makeClass(code, bases: Int32(bases.count)), span)
    applyDecorators(definition.decorators)
    store(definition.name.name, span)
  }
}

extension Parameters {
  var allPositional: [Parameter] { positionalOnly + positional }
}

// Writes the code of a tree whose names are decided. The order of what it writes is the order in which
// CPython 3.11 evaluates, and each instruction's span is what CPython's traceback would mark. This
// file has the frame; statements and expressions stand in files of their own.

import Diagnostics

struct CodeGenerator {
  /// CPython's own limit to blocks within blocks.
  private static let deepestNesting = 20

  let table: ScopeTable
  let environment: LanguageEnvironment
  var tables: ProgramTables
  /// The code that is being written, and those around it.
  var unit: CodeBuilder
  private var outer: [CodeBuilder] = []
  private(set) var fault: Diagnostic?
  /// Whether `open` is spoken of at all.
  let opensFiles: Bool

  init(table: ScopeTable, environment: LanguageEnvironment) {
    self.table = table
    self.environment = environment
    tables = ProgramTables(wellKnownNames: environment.wellKnownNames)
    let code = CodeObject(kind: .module, name: "<module>", qualifiedName: "<module>", firstLine: 1)
    unit = CodeBuilder(scope: .module, code: code)
    opensFiles = table.scopes.contains { $0.symbol("open").uses.contains(.used) }
  }

  var scope: Scope { table[unit.scope] }

  func program(main: CodeID, source: SourceText) -> Program {
    Program(
      source: source, codes: tables.codes, main: main, constants: tables.constants,
      names: tables.names, globalNames: tables.globalNames)
  }

  /// Notes a fault that CPython's compiler finds while it writes code; only the first counts.
  mutating func report(_ message: String, at span: Span) {
    fault = fault ?? Diagnostic(.python("SyntaxError"), .fixed(message), at: span)
  }

  // MARK: Modules

  mutating func compileModule(_ body: [Statement]) -> CodeID {
    let end = body.last?.span ?? scope.span
    compileBody(body)
    emitNone(end)
    emit(.return, end)
    return finishUnit()
  }

  mutating func compileModule(returning expression: Expression) -> CodeID {
    compile(expression)
    emit(.return, expression.span)
    return finishUnit()
  }

  /// A module's, function's or class's statements, the docstring taken out.
  mutating func compileBody(_ body: [Statement]) {
    unit.code.docstring = body.first?.docstring
    let leading = unit.scope == .module ? FutureImports.leadingCount(body) : 0
    for (index, statement) in body.enumerated() where index >= leading || !statement.isFutureImport
    {
      compile(statement)
    }
  }

  // MARK: Units

  /// Starts to write the code of an inner scope.
  mutating func beginUnit(_ kind: CodeObject.Kind, _ id: ScopeID, line: Int) {
    let scope = table[id]
    var code = CodeObject(
      kind: kind, name: scope.name, qualifiedName: qualifiedName(of: scope), firstLine: line)
    let cells = scope.cells.filter { !scope.parameters.contains($0) }
    let locals =
      scope.isFunctionLike
      ? scope.names.filter { name in
        scope.resolutions[name] == .local && !scope.symbol(name).uses.contains(.parameter)
      } : []
    code.slotNames = scope.parameters + locals + cells + scope.free
    code.freeNames = scope.free
    outer.append(unit)
    unit = CodeBuilder(scope: id, code: code)
    for slot in scope.cells.compactMap({ unit.slots[$0] }).sorted() {
      emit(.makeCell(slot), scope.span)
    }
    if kind == .classBody, scope.cells.contains("__class__") {
      unit.code.classCell = unit.slots["__class__"]
    }
  }

  /// Ends the inner code and goes on with the one around it.
  mutating func endUnit() -> CodeID {
    let id = finishUnit()
    if let around = outer.popLast() { unit = around }
    return id
  }

  private mutating func finishUnit() -> CodeID {
    // After a fault nothing is run, and what was written may not even fit together.
    guard fault == nil else { return tables.add(unit.code) }
    let code = CodeFinisher.finish(unit) { [tables] in tables[$0] }
    return tables.add(code)
  }

  private func qualifiedName(of inner: Scope) -> String {
    if unit.scope == .module { return inner.name }
    switch inner.kind {
    case .function, .classBody:
      let name = mangled(inner.name, in: scope.className)
      let isGlobal = scope.resolutions[name] == .global
      if isGlobal { return inner.name }
    case .module, .lambda, .comprehension: break
    }
    let around = unit.code.qualifiedName
    return scope.isFunctionLike ? "\(around).<locals>.\(inner.name)" : "\(around).\(inner.name)"
  }

  // MARK: Writing

  mutating func emit(_ instruction: Instruction, _ span: Span) { unit.emit(instruction, span) }

  mutating func emit(_ constant: Constant, _ span: Span) { emit(.plain(constant), span) }

  mutating func emit(_ constant: ProgramConstant, _ span: Span) {
    emit(.constant(tables.constant(constant)), span)
  }

  mutating func emitNone(_ span: Span) { emit(Constant.none, span) }

  /// Writes what stands within a block that `return`, `break` and `continue` have to leave.
  mutating func within(
    _ kind: CodeBuilder.Block.Kind, outside: HandlerID?, at span: Span,
    _ write: (inout CodeGenerator) -> Void
  ) {
    if unit.blocks.count >= Self.deepestNesting {
      report("too many statically nested blocks", at: span)
      return
    }
    unit.blocks.append(CodeBuilder.Block(kind: kind, outside: outside))
    write(&self)
    unit.blocks.removeLast()
  }

  // MARK: Names

  /// A name as the current scope keeps it.
  func mangle(_ name: String) -> String { mangled(name, in: scope.className) }

  mutating func attributeName(_ name: String) -> NameID { tables.name(mangle(name)) }

  mutating func load(_ name: String, _ span: Span) {
    let name = mangle(name)
    switch scope.resolutions[name] ?? .global {
    case .local:
      if let slot = unit.slots[name], scope.isFunctionLike {
        emit(.loadLocal(slot), span)
      } else {
        emit(.loadClassName(tables.name(name), tables.global(name)), span)
      }
    case .cell, .free:
      guard let slot = unit.slots[name] else { return }
      let isClassBody = scope.kind == .classBody
      emit(isClassBody ? .loadClassCell(tables.name(name), slot) : .loadCell(slot), span)
    case .global:
      let isDeclared = scope.symbol(name).uses.contains(.global)
      if scope.kind == .classBody, !isDeclared {
        emit(.loadClassName(tables.name(name), tables.global(name)), span)
      } else {
        emit(.loadGlobal(tables.global(name)), span)
      }
    }
  }

  mutating func store(_ name: String, _ span: Span) {
    if name == "__debug__" { report("cannot assign to __debug__", at: span) }
    let name = mangle(name)
    switch scope.resolutions[name] ?? .global {
    case .local:
      if let slot = unit.slots[name], scope.isFunctionLike {
        emit(.storeLocal(slot), span)
      } else {
        emit(.storeClassName(tables.name(name)), span)
      }
    case .cell, .free: if let slot = unit.slots[name] { emit(.storeCell(slot), span) }
    case .global: emit(.storeGlobal(tables.global(name)), span)
    }
  }

  mutating func delete(_ name: String, _ span: Span) {
    if name == "__debug__" { report("cannot delete __debug__", at: span) }
    let name = mangle(name)
    switch scope.resolutions[name] ?? .global {
    case .local:
      if let slot = unit.slots[name], scope.isFunctionLike {
        emit(.deleteLocal(slot), span)
      } else {
        emit(.deleteClassName(tables.name(name)), span)
      }
    case .cell, .free: if let slot = unit.slots[name] { emit(.deleteCell(slot), span) }
    case .global: emit(.deleteGlobal(tables.global(name)), span)
    }
  }
}

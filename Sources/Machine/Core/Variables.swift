// Cells, globals, and what is said of a name without a value.

import Language

extension Machine {
  mutating func cellValue(_ cell: Value, _ slot: Slot) throws(Interrupt) -> Value {
    if case .cell(let value)? = object(cell), value != .missing { return value }
    let code = image.code(frames[frames.count - 1].code)
    let name = code.slotNames[Int(slot)]
    guard Int(slot) >= code.slotCount - code.freeNames.count else { throw unboundLocal(slot) }
    throw raise(
      .nameError,
      "cannot access free variable '\(name)' where it is not associated with a value in "
        + "enclosing scope")
  }

  mutating func setCell(_ cell: Value, _ value: Value) {
    if let index = cell.heapIndex { heap[index] = .cell(value) }
  }

  mutating func unboundLocal(_ slot: Slot) -> Interrupt {
    let name = image.code(frames[frames.count - 1].code).slotNames[Int(slot)]
    return raise(
      .unboundLocalError,
      "cannot access local variable '\(name)' where it is not associated with a value")
  }

  mutating func undefinedName(_ id: GlobalID) -> Interrupt {
    let name = image.program.globalNames[Int(id.index)]
    let raised = raise(.nameError, "name '\(name)' is not defined")
    if case .raised(let exception) = raised {
      let text = make(name)
      withException(exception) { $0.attributes.set(.name, text) }
    }
    return raised
  }

  mutating func deleteGlobal(_ id: GlobalID) throws(Interrupt) {
    let index = Int(id.index)
    guard globals[index] != .missing, globals[index] != image.initialGlobals[index] else {
      throw undefinedName(id)
    }
    globals[index] = image.initialGlobals[index]
  }

  // MARK: Imports

  mutating func module(named name: NameID) throws(Interrupt) -> Value {
    let spelled = spelling(of: name)
    guard let id = ModuleID.allCases.first(where: { $0.name == spelled }) else {
      throw raise(.moduleNotFoundError, "No module named '\(spelled)'")
    }
    return .module(id)
  }

  mutating func imported(_ name: NameID, from module: Value) throws(Interrupt) -> Value {
    if let value = try attributeIfPresent(name, of: module) { return value }
    var from = "unknown"
    if case .module(let id) = module { from = id.name }
    throw raise(
      .importError, "cannot import name '\(spelling(of: name))' from '\(from)' (unknown location)")
  }

  // MARK: with

  /// `manager -> exit enter`
  mutating func prepareWith() throws(Interrupt) {
    let manager = peek()
    let type = type(of: manager)
    guard let enter = classAttribute(NameID(.dunderEnter), of: type) else {
      throw raise(
        .typeError,
        "'\(shownType(of: manager))' object does not support the context manager protocol")
    }
    guard let exit = classAttribute(NameID(.dunderExit), of: type) else {
      throw raise(
        .typeError,
        "'\(shownType(of: manager))' object does not support the context manager protocol "
          + "(missed __exit__ method)")
    }
    let boundExit = try bind(exit, to: manager, type: type)
    let boundEnter = try bind(enter, to: manager, type: type)
    setPeek(0, boundExit)
    push(boundEnter)
  }

  /// `exit previous exception -> exit previous exception suppressed`
  mutating func enterExit() throws(Interrupt) -> Bool {
    let exception = peek()
    let position = top
    let arguments = Arguments(positional: [type(of: exception), exception, .none])
    return try enter(peek(2), arguments, returnTop: position)
  }

  // MARK: raise

  mutating func raiseInstruction(count: Int) throws(Interrupt) -> Interrupt {
    switch count {
    case 0:
      let handled = currentlyHandled
      guard handled != .none else {
        return raise(.runtimeError, "No active exception to reraise")
      }
      keepsTraceback = true
      return .raised(handled)
    case 1: return try raiseStatement(peek(), cause: .missing)
    default: return try raiseStatement(peek(1), cause: peek())
    }
  }
}

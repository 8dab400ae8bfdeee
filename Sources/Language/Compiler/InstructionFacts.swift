// What the stages after writing need to know of each instruction: where it goes, what it does to the
// stack, which slot it touches.

extension Instruction {
  /// Where it may jump to.
  package var target: Target? {
    switch self {
    case .jump(let target), .popJumpIfFalse(let target), .popJumpIfTrue(let target),
      .jumpIfFalseOrPop(let target), .jumpIfTrueOrPop(let target), .iterate(let target),
      .delegate(let target):
      target
    default: nil
    }
  }

  /// The same with another target.
  func retargeted(_ target: Target) -> Instruction {
    switch self {
    case .jump: .jump(target)
    case .popJumpIfFalse: .popJumpIfFalse(target)
    case .popJumpIfTrue: .popJumpIfTrue(target)
    case .jumpIfFalseOrPop: .jumpIfFalseOrPop(target)
    case .jumpIfTrueOrPop: .jumpIfTrueOrPop(target)
    case .iterate: .iterate(exhausted: target)
    case .delegate: .delegate(ended: target)
    default: self
    }
  }

  /// Whether it may jump to an earlier instruction: every way round a loop goes through one of these,
  /// so that a machine can count rounds there.
  var mayGoBack: Bool {
    switch self {
    case .jump, .popJumpIfFalse, .popJumpIfTrue: true
    default: false
    }
  }

  /// Whether the instruction below it is never next.
  package var endsPath: Bool {
    switch self {
    case .jump, .return, .raise, .reraise: true
    default: false
    }
  }

  /// The slot that it reads, whether as a variable or as a cell.
  package var readSlot: Slot? {
    switch self {
    case .loadLocal(let slot), .deleteLocal(let slot), .makeCell(let slot), .loadCell(let slot),
      .storeCell(let slot), .deleteCell(let slot), .pushCell(let slot), .loadClassCell(_, let slot):
      slot
    default: nil
    }
  }

  /// The slot whose former value no longer matters after it.
  var writtenSlot: Slot? {
    switch self {
    case .storeLocal(let slot), .deleteLocal(let slot), .makeCell(let slot): slot
    default: nil
    }
  }

  /// How many values it takes off the stack and how many it puts there.
  ///
  /// Where it jumps and does something else then, this is what it does when it goes on.
  package func stackEffect(_ codes: (CodeID) -> CodeObject) -> (taken: Int, put: Int) {
    switch self {
    case .constant, .loadLocal, .loadCell, .pushCell, .loadGlobal, .loadClassName, .loadClassCell,
      .loadAssertionError, .importModule:
      (0, 1)
    case .storeLocal, .storeCell, .storeGlobal, .storeClassName, .pop, .popJumpIfFalse,
      .popJumpIfTrue, .jumpIfFalseOrPop, .jumpIfTrueOrPop, .return, .reraise, .endHandler,
      .deleteAttribute:
      (1, 0)
    case .deleteLocal, .makeCell, .deleteCell, .deleteGlobal, .deleteClassName, .jump,
      .closeUnreachable:
      (0, 0)
    case .duplicate: (1, 2)
    case .duplicateTwo: (2, 4)
    case .swap(let depth): (Int(depth) + 1, Int(depth) + 1)
    case .loadAttribute, .unary, .getIterator, .listToTuple, .yield, .getDelegate:
      (1, 1)
    case .storeAttribute, .deleteItem: (2, 0)
    case .loadItem, .makeSuper, .binary, .inPlace, .compare, .buildSlice, .listExtend, .setUpdate,
      .dictUpdate:
      (2, 1)
    case .storeItem: (3, 0)
    case .buildSteppedSlice: (3, 1)
    case .iterate, .loadMethod, .prepareWith, .importName, .beginHandler: (1, 2)
    case .unpack(let count): (1, Int(count))
    case .unpackRest(let before, let after): (1, Int(before) + 1 + Int(after))
    case .buildList(let count), .buildTuple(let count), .buildSet(let count),
      .buildString(let count):
      (Int(count), 1)
    case .buildDict(let count): (2 * Int(count), 1)
    case .formatValue(_, let hasSpecification): (hasSpecification ? 2 : 1, 1)
    case .listAppend(let depth), .setAdd(let depth): (Int(depth) + 1, Int(depth))
    case .dictSet(let depth): (Int(depth) + 2, Int(depth))
    case .dictMerge: (4, 3)
    case .call(let count), .callKeywords(let count, _): (Int(count) + 1, 1)
    case .callMethod(let count), .callMethodKeywords(let count, _): (Int(count) + 2, 1)
    case .callSpread: (3, 1)
    case .makeFunction(let id): (codes(id).functionInputCount, 1)
    case .makeClass(let id, let bases): (Int(bases) + codes(id).freeNames.count, 1)
    case .delegate, .matchException: (2, 2)
    case .raise(let count): (Int(count), 0)
    case .callExit: (3, 4)
    }
  }

  /// How many values fewer or more are there after the jump than after going on.
  var jumpAdjustment: Int {
    switch self {
    case .jumpIfFalseOrPop, .jumpIfTrueOrPop: 1
    case .iterate: -2
    case .delegate: -1
    default: 0
    }
  }
}

extension CodeObject {
  /// How many values `makeFunction` finds on the stack.
  var functionInputCount: Int {
    positionalDefaultCount + keywordDefaults.count { $0 } + freeNames.count
  }
}

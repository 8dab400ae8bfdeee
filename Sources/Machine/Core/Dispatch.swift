// The dispatch loop: performs a program's instructions. What each does to the stack is written at
// `Instruction`; what is more than a few lines is done by the other files of this folder.

import Language

extension Machine {
  // MARK: The stack

  @inline(__always) mutating func push(_ value: Value) {
    stack.values[top] = value
    top += 1
  }

  @inline(__always) mutating func pop() -> Value {
    top -= 1
    return stack.values[top]
  }

  /// The value `depth` below the topmost.
  @inline(__always) func peek(_ depth: Int = 0) -> Value { stack.values[top - 1 - depth] }

  @inline(__always) mutating func setPeek(_ depth: Int, _ value: Value) {
    stack.values[top - 1 - depth] = value
  }

  /// The topmost `count` values, the deepest first.
  @inline(__always) func topValues(_ count: Int) -> [Value] {
    Array(UnsafeBufferPointer(start: stack.values + (top - count), count: count))
  }

  // MARK: Running frames

  /// Runs until the frames above `floor` have returned; their result is on the stack.
  mutating func execute(above floor: Int) throws(Interrupt) {
    while true {
      do throws(Interrupt) {
        try dispatch(above: floor)
        return
      } catch {
        guard case .raised(let exception) = error else { throw error }
        finishInstruction()
        try unwind(exception, above: floor)
      }
    }
  }

  private mutating func dispatch(above floor: Int) throws(Interrupt) {
    var instructions = image.codes[Int(frames[frames.count - 1].code)].instructions
    var base = Int(frames[frames.count - 1].base)

    // After a call or a return: another frame is on top.
    @inline(__always) func reload() {
      let frame = frames[frames.count - 1]
      instructions = image.codes[Int(frame.code)].instructions
      base = Int(frame.base)
    }

    while true {
      switch instructions[pc] {
      // MARK: Values and names
      case .constant(let id): push(image.constants[Int(id.index)])
      case .loadLocal(let slot):
        let value = stack.values[base + Int(slot)]
        if case .missing = value { throw unboundLocal(slot) }
        push(value)
      case .storeLocal(let slot): stack.values[base + Int(slot)] = pop()
      case .deleteLocal(let slot):
        if case .missing = stack.values[base + Int(slot)] { throw unboundLocal(slot) }
        stack.values[base + Int(slot)] = .missing
      case .makeCell(let slot):
        let cell = make(.cell(stack.values[base + Int(slot)]))
        stack.values[base + Int(slot)] = cell
      case .loadCell(let slot): push(try cellValue(stack.values[base + Int(slot)], slot))
      case .storeCell(let slot): setCell(stack.values[base + Int(slot)], pop())
      case .deleteCell(let slot):
        _ = try cellValue(stack.values[base + Int(slot)], slot)
        setCell(stack.values[base + Int(slot)], .missing)
      case .pushCell(let slot): push(stack.values[base + Int(slot)])
      case .loadGlobal(let id):
        let value = globals[Int(id.index)]
        if case .missing = value { throw undefinedName(id) }
        push(value)
      case .storeGlobal(let id): globals[Int(id.index)] = pop()
      case .deleteGlobal(let id): try deleteGlobal(id)
      case .loadClassName(let name, let global): push(try classBodyValue(name, global))
      case .loadClassCell(let name, let slot):
        if let value = classBodyAttribute(name) {
          push(value)
        } else {
          push(try cellValue(stack.values[base + Int(slot)], slot))
        }
      case .storeClassName(let name): setClassBodyAttribute(name, pop())
      case .deleteClassName(let name): try deleteClassBodyAttribute(name)

      // MARK: The stack
      case .pop: top -= 1
      case .duplicate: push(peek())
      case .duplicateTwo:
        let (x, y) = (peek(1), peek())
        push(x)
        push(y)
      case .swap(let depth):
        let value = peek()
        setPeek(0, peek(Int(depth)))
        setPeek(Int(depth), value)

      // MARK: Attributes and items
      case .loadAttribute(let name):
        let value = try attribute(name, of: peek())
        setPeek(0, value)
        finishInstruction()
      case .storeAttribute(let name):
        try pauseBeforeChange()
        try setAttribute(name, of: peek(), to: peek(1))
        top -= 2
        finishInstruction()
      case .deleteAttribute(let name):
        try pauseBeforeChange()
        try deleteAttribute(name, of: peek())
        top -= 1
        finishInstruction()
      case .loadItem:
        let value = try item(of: peek(1), peek())
        top -= 1
        setPeek(0, value)
        finishInstruction()
      case .storeItem:
        try pauseBeforeChange()
        try setItem(of: peek(1), peek(), to: peek(2))
        top -= 3
        finishInstruction()
      case .deleteItem:
        try pauseBeforeChange()
        try deleteItem(of: peek(1), peek())
        top -= 2
        finishInstruction()
      case .makeSuper:
        let made = make(.superObject(start: peek(1), receiver: peek()))
        top -= 1
        setPeek(0, made)

      // MARK: Operators
      case .unary(let op):
        let value = try unary(op, peek())
        setPeek(0, value)
        finishInstruction()
      case .binary(let op):
        if case .int(let x) = peek(1), case .int(let y) = peek(),
          let result = Machine.quickly(op, x, y)
        {
          top -= 1
          setPeek(0, .int(result))
          break
        }
        let value = try binary(op, peek(1), peek())
        top -= 1
        setPeek(0, value)
        finishInstruction()
      case .inPlace(let op):
        if case .int(let x) = peek(1), case .int(let y) = peek(),
          let result = Machine.quickly(op, x, y)
        {
          top -= 1
          setPeek(0, .int(result))
          break
        }
        try pauseBeforeChange()
        let value = try inPlace(op, peek(1), peek())
        top -= 1
        setPeek(0, value)
        finishInstruction()
      case .compare(let op):
        let value: Value
        if case .int(let x) = peek(1), case .int(let y) = peek(),
          let result = Machine.quickly(op, x, y)
        {
          value = .bool(result)
        } else {
          value = try compare(op, peek(1), peek())
        }
        top -= 1
        setPeek(0, value)
        finishInstruction()

      // MARK: Jumps
      case .jump(let target):
        let isLoop = Int(target) <= pc
        pc = Int(target)
        if isLoop { try countStep() }
        continue
      case .popJumpIfFalse(let target):
        let truth: Bool
        if case .bool(let bool) = peek() { truth = bool } else { truth = try isTrue(peek()) }
        finishInstruction()
        top -= 1
        if !truth {
          let isLoop = Int(target) <= pc
          pc = Int(target)
          if isLoop { try countStep() }
          continue
        }
      case .popJumpIfTrue(let target):
        let truth: Bool
        if case .bool(let bool) = peek() { truth = bool } else { truth = try isTrue(peek()) }
        finishInstruction()
        top -= 1
        if truth {
          let isLoop = Int(target) <= pc
          pc = Int(target)
          if isLoop { try countStep() }
          continue
        }
      case .jumpIfFalseOrPop(let target):
        let truth = try isTrue(peek())
        finishInstruction()
        if !truth {
          pc = Int(target)
          continue
        }
        top -= 1
      case .jumpIfTrueOrPop(let target):
        let truth = try isTrue(peek())
        finishInstruction()
        if truth {
          pc = Int(target)
          continue
        }
        top -= 1

      // MARK: Iteration
      case .getIterator:
        let value = try iterator(of: peek())
        setPeek(0, value)
        finishInstruction()
      case .iterate(let exhausted):
        if let generator = suspendedGenerator(peek()) {
          try enterGenerator(generator, peek(), sending: .none, as: .generatorInLoop)
          reload()
          continue
        }
        let next = try next(peek())
        finishInstruction()
        if let next {
          push(next)
        } else {
          top -= 1
          pc = Int(exhausted)
          continue
        }
      case .unpack(let count):
        let values = try unpacked(peek(), count: Int(count))
        top -= 1
        for value in values.reversed() { push(value) }
        finishInstruction()
      case .unpackRest(let before, let after):
        let values = try unpacked(peek(), before: Int(before), after: Int(after))
        top -= 1
        for value in values.reversed() { push(value) }
        finishInstruction()

      // MARK: Building
      case .buildList(let count): replaceTop(Int(count), with: make(list: topValues(Int(count))))
      case .buildTuple(let count): replaceTop(Int(count), with: make(tuple: topValues(Int(count))))
      case .buildSet(let count):
        let set = try makeSetLiteral(topValues(Int(count)))
        replaceTop(Int(count), with: set)
        finishInstruction()
      case .buildDict(let count):
        let dict = try makeDict(fromTop: Int(count))
        replaceTop(Int(count) * 2, with: dict)
        finishInstruction()
      case .buildSlice:
        replaceTop(2, with: make(.slice(start: peek(1), stop: peek(), step: .none)))
      case .buildSteppedSlice:
        replaceTop(3, with: make(.slice(start: peek(2), stop: peek(1), step: peek())))
      case .buildString(let count):
        let parts = topValues(Int(count))
        replaceTop(Int(count), with: joined(parts))
      case .formatValue(let conversion, let hasSpecification):
        let depth = hasSpecification ? 1 : 0
        let text = try formatted(
          peek(depth), conversion, specification: hasSpecification ? peek() : nil)
        replaceTop(depth + 1, with: make(text: text))
        finishInstruction()
      case .listAppend(let depth):
        let value = peek()
        withList(peek(Int(depth))) { $0.append(value) }
        top -= 1
      case .setAdd(let depth):
        try addToSet(peek(Int(depth)), peek())
        top -= 1
        finishInstruction()
      case .dictSet(let depth):
        try setDictValue(peek(Int(depth) + 1), peek(1), peek())
        top -= 2
        finishInstruction()
      case .listExtend:
        let values = try spread(peek())
        withList(peek(1)) { $0.append(contentsOf: values) }
        top -= 1
        finishInstruction()
      case .setUpdate:
        for value in try collect(peek()) { try addToSet(peek(1), value) }
        top -= 1
        finishInstruction()
      case .dictUpdate:
        try updateDict(peek(1), from: peek())
        top -= 1
        finishInstruction()
      case .dictMerge:
        try mergeKeywords(peek(), into: peek(1), for: peek(3))
        top -= 1
        finishInstruction()
      case .listToTuple: setPeek(0, make(tuple: list(peek()) ?? []))

      // MARK: Calls
      case .loadMethod(let name):
        let (callable, receiver) = try method(name, of: peek())
        setPeek(0, callable)
        push(receiver)
        finishInstruction()
      case .call(let count):
        try pauseBeforeChange()
        if try enterCall(at: top - Int(count) - 1, hasReceiver: false) {
          reload()
          continue
        }
        finishInstruction()
      case .callMethod(let count):
        try pauseBeforeChange()
        if try enterCall(at: top - Int(count) - 2, hasReceiver: true) {
          reload()
          continue
        }
        finishInstruction()
      case .callKeywords(let count, let names):
        try pauseBeforeChange()
        if try enterCall(
          at: top - Int(count) - 1, hasReceiver: false, keywords: image.constants[Int(names.index)])
        {
          reload()
          continue
        }
        finishInstruction()
      case .callMethodKeywords(let count, let names):
        try pauseBeforeChange()
        if try enterCall(
          at: top - Int(count) - 2, hasReceiver: true, keywords: image.constants[Int(names.index)])
        {
          reload()
          continue
        }
        finishInstruction()
      case .callSpread:
        try pauseBeforeChange()
        if try enterSpreadCall() {
          reload()
          continue
        }
        finishInstruction()
      case .makeFunction(let id): makeFunction(id)
      case .makeClass(let id, let bases):
        try enterClassBody(id, bases: Int(bases))
        reload()
        continue
      case .return:
        if !openFiles.isEmpty { try closeFilesOfFrame() }
        finishInstruction()
        try leaveFrame(returning: pop())
        if frames.count == floor { return }
        reload()

      // MARK: Generators
      case .yield:
        yieldValue(pop())
        if frames.count == floor { return }
        reload()
      case .getDelegate:
        let value = try delegate(of: peek())
        setPeek(0, value)
        finishInstruction()
      case .delegate(let ended):
        switch try stepDelegate() {
        case .entered:
          reload()
          continue
        case .yielded(let value):
          finishInstruction()
          setPeek(0, value)
        case .returned(let value):
          finishInstruction()
          top -= 1
          setPeek(0, value)
          pc = Int(ended)
          continue
        }

      // MARK: Exceptions
      case .raise(let count): throw try raiseInstruction(count: Int(count))
      case .beginHandler:
        let exception = pop()
        push(handled)
        push(exception)
        handled = exception
      case .endHandler: handled = pop()
      case .matchException:
        let result = try matches(peek(1), peek())
        setPeek(0, .bool(result))
        finishInstruction()
      case .reraise:
        keepsTraceback = true
        throw .raised(pop())
      case .loadAssertionError: push(.type(.assertionError))
      case .prepareWith:
        try prepareWith()
        finishInstruction()
      case .callExit:
        if try enterExit() {
          reload()
          continue
        }
        finishInstruction()

      // MARK: Imports
      case .importModule(let name): push(try module(named: name))
      case .importName(let name):
        let value = try imported(name, from: peek())
        push(value)
      case .closeUnreachable:
        try closeUnreachableFiles()
        finishInstruction()
      }
      pc += 1
    }
  }

  /// Replaces the topmost `count` values with one.
  @inline(__always) private mutating func replaceTop(_ count: Int, with value: Value) {
    top -= count
    push(value)
  }

  /// The commonest arithmetic on small integers; nil where it is not that simple.
  @inline(__always)
  private static func quickly(_ op: BinaryOperator, _ x: Int, _ y: Int) -> Int? {
    let (result, overflow): (Int, Bool)
    switch op {
    case .add: (result, overflow) = x.addingReportingOverflow(y)
    case .subtract: (result, overflow) = x.subtractingReportingOverflow(y)
    case .multiply: (result, overflow) = x.multipliedReportingOverflow(by: y)
    case .divide, .floorDivide, .modulo, .power, .shiftLeft, .shiftRight, .bitAnd, .bitOr,
      .bitXor, .matrixMultiply:
      return nil
    }
    return overflow ? nil : result
  }

  @inline(__always)
  private static func quickly(_ op: ComparisonOperator, _ x: Int, _ y: Int) -> Bool? {
    switch op {
    case .equal: x == y
    case .notEqual: x != y
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    case .greaterOrEqual: x >= y
    case .in, .notIn, .is, .isNot: nil
    }
  }

  /// Counts a call or a loop turn. What the instruction does is done; the next one is at `pc`.
  @inline(__always) mutating func countStep() throws(Interrupt) {
    stepsLeft -= 1
    if stepsLeft <= 0 { try endQuantum() }
  }

  /// Before an instruction that can change an object: while a feeder has yet to pickle one, the machine
  /// pauses here, so that whoever explores it sees each change by itself.
  @inline(__always) private mutating func pauseBeforeChange() throws(Interrupt) {
    if !waitingItems.isEmpty { try pauseOnce() }
  }

  @inline(never) private mutating func pauseOnce() throws(Interrupt) {
    guard nesting == 0, replies.isEmpty else { return }
    hasPaused.toggle()
    guard hasPaused else { return }
    effect = .paused
    throw .suspended
  }

  /// Between two instructions: room for a collection, and a pause when the budget is spent.
  @inline(never) private mutating func endQuantum() throws(Interrupt) {
    if nesting == 0 {
      if heap.wantsCollection { collectGarbage() }
      if budgetLeft > 0 { return startQuantum() }
      effect = .paused
      throw .suspended
    }
    stepsLeft = Machine.quantum
    nestedStepsLeft -= Machine.quantum
    if nestedStepsLeft <= 0 {
      effect = .unsupported(
        diagnostic(.says("an endless loop inside a function that a builtin calls")))
      throw .suspended
    }
  }
}

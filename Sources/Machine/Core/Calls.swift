// Calls: from operands on the stack to a frame, or at once to a result.

import Language

extension Machine {
  // MARK: From instructions

  /// Calls what stands at `position`, with the operands above it.
  /// - Parameter hasReceiver: the operand after the callable is a receiver, or missing.
  /// - Parameter keywords: the names of the last operands, a constant tuple.
  /// - Returns: true where a frame was pushed; false where the result is in place already.
  mutating func enterCall(
    at position: Int, hasReceiver: Bool, keywords: Value? = nil
  ) throws(Interrupt) -> Bool {
    let callable = stack.values[position]
    var first = position + 1
    if hasReceiver, case .missing = stack.values[first] { first += 1 }
    if keywords == nil {
      switch callable {
      case .builtin(let id):
        let result = try callBuiltin(id, first: first, count: top - first)
        top = position
        push(result)
        return false
      case .object(let reference) where !reference.isConstant:
        if case .function(let function) = heap[reference.index] {
          return try enterFunction(function, first: first, returnTop: position)
        }
        if case .method(let receiver, let inner) = heap[reference.index],
          let index = inner.heapIndex, case .function(let function) = heap[index]
        {
          stack.values[first - 1] = receiver
          return try enterFunction(function, first: first - 1, returnTop: position)
        }
      default: break
      }
    }
    return try enter(callable, arguments(from: first, keywords: keywords), returnTop: position)
  }

  /// `callable list dict -> result`
  mutating func enterSpreadCall() throws(Interrupt) -> Bool {
    var arguments = Arguments(positional: list(peek(1)) ?? [])
    for entry in dict(peek())?.entries ?? [] where entry.key != .missing {
      guard let name = text(entry.key) else {
        throw raise(.typeError, "keywords must be strings")
      }
      arguments.keywords.append(Arguments.Keyword(name: name, value: entry.value))
    }
    return try enter(peek(2), arguments, returnTop: top - 3)
  }

  /// `f(**mapping)`: adds the mapping's items to the keywords gathered so far.
  mutating func mergeKeywords(
    _ mapping: Value, into dict: Value, for callable: Value
  ) throws(Interrupt) {
    guard let table = self.dict(mapping) else {
      throw raise(
        .typeError,
        "\(callName(callable)) argument after ** must be a mapping, not \(shownType(of: mapping))")
    }
    for entry in table.entries where entry.key != .missing {
      if try dictValue(dict, for: entry.key) != nil {
        let name = try str(entry.key).string
        throw raise(
          .typeError, "\(callName(callable)) got multiple values for keyword argument '\(name)'")
      }
      try setDictValue(dict, entry.key, entry.value)
    }
  }

  /// `__main__.buy()`
  private func callName(_ callable: Value) -> String {
    switch object(callable) {
    case .function(let function): "__main__.\(image.code(function.code).qualifiedName)()"
    case .userClass(let userClass): "__main__.\(userClass.qualifiedName.string)()"
    case .method(_, let function): callName(function)
    default:
      switch callable {
      case .builtin(let id): "\(builtinName(image.library.functions[Int(id.index)]))()"
      case .type(let type): "\(type.qualifiedName)()"
      default: "\(shownType(of: callable)) object"
      }
    }
  }

  private func arguments(from first: Int, keywords: Value?) -> Arguments {
    let operands = topValues(top - first)
    let names = keywords.flatMap { tuple($0) } ?? []
    let split = operands.count - names.count
    return Arguments(
      positional: Array(operands[..<split]),
      keywords: zip(names, operands[split...]).map { name, value in
        Arguments.Keyword(name: text(name) ?? Text(""), value: value)
      })
  }

  // MARK: From builtins

  /// Calls from inside a builtin, and waits for the result.
  mutating func call(
    _ callable: Value, _ arguments: [Value], keywords: [Arguments.Keyword] = []
  ) throws(Interrupt) -> Value {
    if !isSurelyPure(callable) { takeSnapshotIfNeeded() }
    guard nesting < 180 else { throw recursionError() }
    let savedTop = top
    let savedPc = pc
    let floor = frames.count
    if nesting == 0 { outermostFrames = floor }
    nesting += 1
    do throws(Interrupt) {
      stack.reserve(top + 1, used: top)
      let all = Arguments(positional: arguments, keywords: keywords)
      if try enter(callable, all, returnTop: top) { try execute(above: floor) }
      nesting -= 1
      let result = pop()
      top = savedTop
      pc = savedPc
      return result
    } catch {
      nesting -= 1
      top = savedTop
      pc = savedPc
      throw error
    }
  }

  /// Whether a call surely needs nothing of the world. A builtin's callbacks take their own snapshot.
  func isSurelyPure(_ callable: Value) -> Bool {
    switch callable {
    case .builtin(let id): return !image.library.functions[Int(id.index)].mayWait
    case .type: return true
    default: break
    }
    switch object(callable) {
    case .function(let function): return image.codes[Int(function.code)].isPure
    case .method(_, let function):
      if case .builtin(let id) = function {
        return !image.library.functions[Int(id.index)].mayWait
      }
      if case .function(let function)? = object(function) {
        return image.codes[Int(function.code)].isPure
      }
      return false
    default: return false
    }
  }

  /// Calls a method, where the value's type has it.
  mutating func callMethod(
    _ receiver: Value, _ name: NameID, _ arguments: [Value]
  ) throws(Interrupt) -> Value? {
    guard let method = try attributeIfPresent(name, of: receiver) else { return nil }
    return try call(method, arguments)
  }

  /// Calls a dunder as operators do: looked up on the type, never on the instance.
  mutating func callSpecial(
    _ name: Name, of receiver: Value, _ arguments: [Value] = []
  ) throws(Interrupt) -> Value? {
    guard let found = classAttribute(NameID(name), of: type(of: receiver)), found != .none else {
      return nil
    }
    if isPlainFunction(found) { return try call(found, [receiver] + arguments) }
    return try call(bind(found, to: receiver, type: type(of: receiver)), arguments)
  }

  private func isPlainFunction(_ value: Value) -> Bool {
    if case .builtin(let id) = value {
      return image.library.functions[Int(id.index)].role == .method
    }
    if case .function? = object(value) { return true }
    return false
  }

  // MARK: Any callable

  /// Calls anything callable.
  mutating func enter(
    _ callable: Value, _ arguments: Arguments, returnTop: Int
  ) throws(Interrupt) -> Bool {
    switch callable {
    case .builtin(let id):
      return finish(try callBuiltin(id, arguments), returnTop)
    case .type(let type):
      return finish(try instantiate(type, arguments), returnTop)
    case .object(let reference):
      switch object(at: reference) {
      case .function(let function):
        let slots = try bind(arguments, to: function)
        return try enterBound(function, slots, returnTop: returnTop)
      case .method(let receiver, let function):
        var all = arguments
        all.positional.insert(receiver, at: 0)
        return try enter(function, all, returnTop: returnTop)
      case .userClass:
        return try enterInstantiation(of: callable, arguments, returnTop: returnTop)
      case .staticMethod(let function):
        return try enter(function, arguments, returnTop: returnTop)
      default: break
      }
    case .missing, .none, .notImplemented, .ellipsis, .bool, .int, .float, .module, .opaque: break
    }
    guard let method = classAttribute(NameID(.dunderCall), of: type(of: callable)) else {
      throw raise(.typeError, "'\(shownType(of: callable))' object is not callable")
    }
    let bound = try bind(method, to: callable, type: type(of: callable))
    return try enter(bound, arguments, returnTop: returnTop)
  }

  private mutating func finish(_ result: Value, _ returnTop: Int) -> Bool {
    top = returnTop
    push(result)
    return false
  }

  // MARK: Functions

  /// The common case in place: the arguments become the first slots where they stand.
  private mutating func enterFunction(
    _ function: FunctionObject, first: Int, returnTop: Int
  ) throws(Interrupt) -> Bool {
    let code = image.codes[Int(function.code)]
    let count = top - first
    guard code.isSimple, count == code.positionalCount, !code.isGenerator else {
      let slots = try bind(Arguments(positional: topValues(count)), to: function)
      return try enterBound(function, slots, returnTop: returnTop)
    }
    try checkDepth()
    stack.reserve(first + code.frameSize, used: top)
    var slot = top
    let cells = first + code.slotCount - code.freeCount
    while slot < cells {
      stack.values[slot] = .missing
      slot += 1
    }
    for cell in function.closure {
      stack.values[slot] = cell
      slot += 1
    }
    top = slot
    try pushFrame(
      Frame(
        code: function.code, base: Int32(truncatingIfNeeded: first),
        returnTop: Int32(truncatingIfNeeded: returnTop), kind: .function))
    return true
  }

  private mutating func enterBound(
    _ function: FunctionObject, _ slots: [Value], returnTop: Int
  ) throws(Interrupt) -> Bool {
    if image.codes[Int(function.code)].isGenerator {
      let generator = make(
        .generator(GeneratorObject(state: .fresh, code: function.code, pc: 0, stack: slots)))
      return finish(generator, returnTop)
    }
    try enterFrame(
      Frame(code: function.code, base: 0, returnTop: Int32(returnTop), kind: .function), slots)
    return true
  }

  /// Pushes a frame whose slots (and operands, for a generator) are `slots`, above the stack's top.
  mutating func enterFrame(_ frame: Frame, _ slots: [Value]) throws(Interrupt) {
    try checkDepth()
    var frame = frame
    let base = max(top, Int(frame.returnTop))
    frame.base = Int32(base)
    stack.reserve(base + image.codes[Int(frame.code)].frameSize, used: top)
    for (index, value) in slots.enumerated() { stack.values[base + index] = value }
    top = base + slots.count
    try pushFrame(frame)
  }

  @inline(__always)
  private mutating func pushFrame(_ frame: Frame) throws(Interrupt) {
    var frame = frame
    frame.handledBefore = handled
    if !frames.isEmpty { frames[frames.count - 1].pc = Int32(truncatingIfNeeded: pc) }
    frames.append(frame)
    pc = 0
    finishInstruction()
    try countStep()
  }

  @inline(__always) mutating func checkDepth() throws(Interrupt) {
    if frames.count >= 1000 { throw recursionError() }
  }

  private mutating func recursionError() -> Interrupt {
    raise(.recursionError, "maximum recursion depth exceeded")
  }

  /// The topmost frame is done: its result goes to its caller.
  mutating func leaveFrame(returning value: Value) throws(Interrupt) {
    let frame = frames.removeLast()
    handled = frame.handledBefore
    top = Int(frame.returnTop)
    if let caller = frames.last { pc = Int(caller.pc) }
    switch frame.kind {
    case .function: push(value)
    case .initializer:
      guard value == .none else {
        throw raise(
          .typeError, "__init__() should return None, not '\(shownType(of: value))'")
      }
      push(frame.owner)
    case .classBody:
      finishClass(frame)
      push(frame.owner)
    case .generatorInLoop, .generatorInDelegation, .generatorCalled:
      leaveGenerator(frame, returning: value)
    }
  }

  /// `def` or `lambda`: takes the defaults and cells from the stack.
  mutating func makeFunction(_ id: CodeID) {
    let code = image.code(id.index)
    let keywordCount = code.keywordDefaults.count { $0 }
    let total = code.positionalDefaultCount + keywordCount + code.freeNames.count
    let operands = topValues(total)
    let positional = code.positionalDefaultCount
    var given = operands[positional..<(positional + keywordCount)].makeIterator()
    let keywordDefaults = code.keywordDefaults.map { $0 ? given.next() ?? .missing : .missing }
    top -= total
    push(
      make(
        .function(
          FunctionObject(
            code: id.index, defaults: Array(operands[..<positional]),
            keywordDefaults: keywordDefaults,
            closure: Array(operands[(positional + keywordCount)...])))))
  }
}

// Generators: a function's frame put aside at each `yield`.

import Language

extension Machine {
  /// What a step of `yield from` came to.
  enum DelegateStep {
    case entered
    case yielded(Value)
    case returned(Value)
  }

  /// The generator that a value is, where it can be resumed.
  // Always inlined, as all that the dispatch loop asks of itself: a call would copy the machine.
  @inline(__always) func suspendedGenerator(_ value: Value) -> GeneratorObject? {
    guard case .generator(let generator)? = object(value) else { return nil }
    return generator.state == .fresh || generator.state == .suspended ? generator : nil
  }

  /// Puts the generator's frame on top.
  /// - Parameter sent: what its `yield` gives.
  mutating func enterGenerator(
    _ generator: GeneratorObject, _ value: Value, sending sent: Value, as kind: Frame.Kind
  ) throws(Interrupt) {
    guard let index = value.heapIndex else { return }
    var running = generator
    running.state = .running
    running.stack = []
    let returnTop = kind == .generatorInDelegation ? top - 1 : top
    heap[index] = .generator(running)
    let isFresh = generator.state == .fresh
    if isFresh, sent != .none {
      heap[index] = .generator(generator)
      throw raise(.typeError, "can't send non-None value to a just-started generator")
    }
    if let caller = frames.indices.last { frames[caller].pc = Int32(pc) }
    try checkDepth()
    let base = top
    stack.reserve(base + image.codes[Int(generator.code)].frameSize, used: top)
    for (offset, item) in generator.stack.enumerated() { stack.values[base + offset] = item }
    top = base + generator.stack.count
    frames.append(
      Frame(
        code: generator.code, base: Int32(base), returnTop: Int32(returnTop), kind: kind,
        owner: value, handledBefore: handled))
    finishInstruction()
    if isFresh {
      handled = .missing
      pc = 0
    } else {
      handled = pop()
      pc = Int(generator.pc) + 1
      push(sent)
    }
    try countStep()
  }

  /// The topmost frame, a generator's, yields: its frame is put aside.
  mutating func yieldValue(_ value: Value) {
    let frame = frames.removeLast()
    let base = Int(frame.base)
    if let index = frame.owner.heapIndex, case .generator(var generator) = heap[index] {
      generator.state = .suspended
      generator.pc = Int32(pc)
      push(handled)
      generator.stack = topValues(top - base)
      heap[index] = .generator(generator)
    }
    handled = frame.handledBefore
    top = Int(frame.returnTop)
    if let caller = frames.last { pc = Int(caller.pc) }
    push(value)
    generatorHasYielded = true
  }

  /// The topmost frame was a generator's, and it has returned.
  mutating func leaveGenerator(_ frame: Frame, returning value: Value) {
    if let index = frame.owner.heapIndex, case .generator(var generator) = heap[index] {
      generator.state = .ended
      generator.stack = []
      heap[index] = .generator(generator)
    }
    generatorHasYielded = false
    switch frame.kind {
    case .generatorInLoop:
      top -= 1
      if case .iterate(let exhausted) = instructionInProgress { pc = Int(exhausted) - 1 }
    case .generatorInDelegation:
      top -= 1
      push(value)
      if case .delegate(let ended) = instructionInProgress { pc = Int(ended) - 1 }
    case .generatorCalled, .function, .initializer, .classBody: push(value)
    }
  }

  private var instructionInProgress: Instruction {
    image.codes[Int(frames[frames.count - 1].code)].instructions[pc]
  }

  // MARK: From builtins

  /// Steps a generator from inside a builtin: the next item, or nil when it has ended.
  mutating func nextOfGenerator(
    _ value: Value, sending sent: Value
  ) throws(Interrupt) -> Value? {
    let result = try step(value, sending: sent)
    return generatorHasYielded ? result : nil
  }

  /// `next`, `send`: StopIteration when the generator has ended.
  mutating func send(_ sent: Value, to value: Value) throws(Interrupt) -> Value {
    let result = try step(value, sending: sent)
    if generatorHasYielded { return result }
    throw raise(.stopIteration, arguments: result == .none ? [] : [result])
  }

  private mutating func step(_ value: Value, sending sent: Value) throws(Interrupt) -> Value {
    guard let generator = suspendedGenerator(value) else {
      if case .generator(let generator)? = object(value), generator.state == .running {
        throw raise(.valueError, "generator already executing")
      }
      generatorHasYielded = false
      return .none
    }
    return try runNested { machine throws(Interrupt) in
      try machine.enterGenerator(generator, value, sending: sent, as: .generatorCalled)
    }
  }

  /// `generator.throw(exception)`
  mutating func `throw`(_ exception: Value, into value: Value) throws(Interrupt) -> Value {
    guard let generator = suspendedGenerator(value) else { throw .raised(exception) }
    guard generator.state == .suspended else {
      end(value)
      throw .raised(exception)
    }
    let result = try runNested { machine throws(Interrupt) in
      let floor = machine.frames.count
      try machine.enterGenerator(generator, value, sending: .none, as: .generatorCalled)
      machine.pc -= 1
      machine.top -= 1
      try machine.unwind(exception, above: floor)
    }
    if generatorHasYielded { return result }
    throw raise(.stopIteration, arguments: result == .none ? [] : [result])
  }

  /// `generator.close()`
  mutating func close(generator value: Value) throws(Interrupt) {
    guard let generator = suspendedGenerator(value) else { return }
    guard generator.state == .suspended else { return end(value) }
    let exit = makeException(.type(.generatorExit), [])
    do throws(Interrupt) {
      _ = try self.throw(exit, into: value)
    } catch {
      if case .raised(let raised) = error,
        isInstance(raised, of: .generatorExit) || isInstance(raised, of: .stopIteration)
      {
        return
      }
      throw error
    }
    throw raise(.runtimeError, "generator ignored GeneratorExit")
  }

  private mutating func end(_ value: Value) {
    guard let index = value.heapIndex, case .generator(var generator) = heap[index] else { return }
    generator.state = .ended
    generator.stack = []
    heap[index] = .generator(generator)
  }

  /// Runs what `enter` puts on top, nested, until it has left a result.
  private mutating func runNested(
    _ enter: (inout Machine) throws(Interrupt) -> Void
  ) throws(Interrupt) -> Value {
    takeSnapshotIfNeeded()
    let savedTop = top
    let savedPc = pc
    let floor = frames.count
    if nesting == 0 { outermostFrames = floor }
    nesting += 1
    do throws(Interrupt) {
      try enter(&self)
      if frames.count > floor { try execute(above: floor) }
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

  // MARK: yield from

  /// `iterable -> iterator`
  mutating func delegate(of iterable: Value) throws(Interrupt) -> Value {
    if case .generator? = object(iterable) { return iterable }
    return try iterator(of: iterable)
  }

  /// `iterator sent -> …`
  mutating func stepDelegate() throws(Interrupt) -> DelegateStep {
    let (iterator, sent) = (peek(1), peek())
    if case .generator(let generator)? = object(iterator) {
      guard suspendedGenerator(iterator) != nil else { return .returned(.none) }
      try enterGenerator(generator, iterator, sending: sent, as: .generatorInDelegation)
      return .entered
    }
    if sent != .none {
      let name = nameID(for: Text("send"))
      let sender = try attribute(name, of: iterator)
      return .yielded(try call(sender, [sent]))
    }
    if let value = try next(iterator) { return .yielded(value) }
    return .returned(.none)
  }
}

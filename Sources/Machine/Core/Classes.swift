// Class statements, instances, and the order in which bases are searched.

import Language

extension Machine {
  // MARK: The class statement

  /// `base0 … cell0 … -> class`: makes the class and runs its body with it as the namespace.
  mutating func enterClassBody(_ id: CodeID, bases count: Int) throws(Interrupt) {
    let code = image.code(id.index)
    let cells = topValues(code.freeNames.count)
    let bases = Array(topValues(code.freeNames.count + count).prefix(count))
    for base in bases where !isType(base) {
      throw raise(
        .typeError, "tutor's classes derive from classes, not from \(shownType(of: base))")
    }
    for case .type(let base) in bases where !base.isSubclassable {
      if [.bool, .range, .slice, .noneType, .function, .generator].contains(base) {
        throw raise(.typeError, "type '\(base.name)' is not an acceptable base type")
      }
      effect = .unsupported(diagnostic(.says("a class derived from \(base.name)")))
      throw .suspended
    }
    let made = make(.cell(.missing))
    guard let order = linearise(made, bases) else {
      let names = bases.map { name(ofType: $0) }.joined(separator: ", ")
      throw raise(
        .typeError,
        "Cannot create a consistent method resolution\norder (MRO) for bases \(names)")
    }
    var attributes = AttributeTable()
    if case .string(let points)? = code.docstring {
      attributes.set(.dunderDoc, make(text: Text(codePoints: points)))
    }
    heap[made.heapIndex ?? 0] = .userClass(
      ClassObject(
        name: Text(code.name), qualifiedName: Text(code.qualifiedName), resolutionOrder: order,
        bases: bases.isEmpty ? [.type(.object)] : bases, attributes: attributes))
    var slots = [Value](repeating: .missing, count: code.slotCount)
    for (index, cell) in cells.enumerated() { slots[code.slotCount - cells.count + index] = cell }
    let position = top - cells.count - count
    try enterFrame(
      Frame(
        code: id.index, base: 0, returnTop: Int32(position), kind: .classBody, owner: made), slots)
  }

  /// The body has run: fills the `__class__` cell, and settles what `__eq__` does to hashing.
  mutating func finishClass(_ frame: Frame) {
    if let slot = image.code(frame.code).classCell {
      setCell(stack.values[Int(frame.base) + Int(slot)], frame.owner)
    }
    guard let made = userClass(frame.owner), let index = frame.owner.heapIndex else { return }
    if made.attributes[.dunderEq] != nil, made.attributes[.dunderHash] == nil {
      var attributes = made.attributes
      attributes.set(.dunderHash, .none)
      heap[index] = .userClass(made.with(attributes))
    }
  }

  /// The C3 order: nil where the bases contradict each other.
  private func linearise(_ userClass: Value, _ bases: [Value]) -> [Value]? {
    var sequences = bases.map { fullResolutionOrder(of: $0) } + [bases]
    if bases.isEmpty { sequences = [[.type(.object)]] }
    var order = [userClass]
    while true {
      sequences.removeAll { $0.isEmpty }
      if sequences.isEmpty { return order }
      guard
        let next = sequences.lazy.compactMap(\.first).first(where: { candidate in
          !sequences.contains { $0.dropFirst().contains(candidate) }
        })
      else { return nil }
      order.append(next)
      for index in sequences.indices where sequences[index].first == next {
        sequences[index].removeFirst()
      }
    }
  }

  /// `__mro__`, with a builtin type's bases spelled out.
  func fullResolutionOrder(of type: Value) -> [Value] {
    guard case .type(let id) = type else { return resolutionOrder(of: type) }
    var order: [Value] = []
    var current: TypeID? = id
    while let type = current {
      order.append(.type(type))
      current = type.base
    }
    return order
  }

  func bases(of type: Value) -> [Value] {
    if case .type(let id) = type { return id.base.map { [.type($0)] } ?? [] }
    return userClass(type)?.bases ?? []
  }

  // MARK: Class bodies

  private var classInProgress: Value { frames[frames.count - 1].owner }

  func classBodyAttribute(_ name: NameID) -> Value? {
    userClass(classInProgress)?.attributes[name]
  }

  mutating func classBodyValue(_ name: NameID, _ global: GlobalID) throws(Interrupt) -> Value {
    if let value = classBodyAttribute(name) { return value }
    if name == NameID(.dunderName) || name == NameID(.dunderModule) { return make("__main__") }
    let value = globals[Int(global.index)]
    if case .missing = value { throw undefinedName(global) }
    return value
  }

  mutating func setClassBodyAttribute(_ name: NameID, _ value: Value) {
    guard let index = classInProgress.heapIndex, case .userClass(let userClass) = heap[index] else {
      return
    }
    var attributes = userClass.attributes
    attributes.set(name, value)
    heap[index] = .userClass(userClass.with(attributes))
  }

  mutating func deleteClassBodyAttribute(_ name: NameID) throws(Interrupt) {
    guard let index = classInProgress.heapIndex, case .userClass(let userClass) = heap[index] else {
      return
    }
    var attributes = userClass.attributes
    guard attributes.remove(name) else {
      throw raise(.nameError, "name '\(spelling(of: name))' is not defined")
    }
    heap[index] = .userClass(userClass.with(attributes))
  }

  // MARK: Instances

  /// Calls a builtin type.
  mutating func instantiate(_ type: TypeID, _ arguments: Arguments) throws(Interrupt) -> Value {
    if type.isException, image.library.attribute(NameID(.dunderNew), of: type) == nil {
      guard arguments.keywords.isEmpty else {
        throw raise(.typeError, "\(type.name)() takes no keyword arguments")
      }
      return makeException(.type(type), arguments.positional)
    }
    if case .builtin(let new)? = image.library.attribute(NameID(.dunderNew), of: type) {
      var all = arguments
      all.positional.insert(.type(type), at: 0)
      return try callBuiltin(new, all)
    }
    if case .builtin(let initialise)? = image.library.attribute(NameID(.dunderInit), of: type) {
      let made = make(.instance(InstanceObject(type: .type(type), attributes: AttributeTable())))
      var all = arguments
      all.positional.insert(made, at: 0)
      _ = try callBuiltin(initialise, all)
      return made
    }
    if type == .object {
      return make(.instance(InstanceObject(type: .type(type), attributes: AttributeTable())))
    }
    throw raise(.typeError, "cannot create '\(type.name)' instances")
  }

  /// Calls a user class: makes the instance, and enters its `__init__` where it has one.
  mutating func enterInstantiation(
    of userClass: Value, _ arguments: Arguments, returnTop: Int
  ) throws(Interrupt) -> Bool {
    var instance = Value.missing
    if let new = classAttribute(NameID(.dunderNew), of: userClass), new.heapIndex != nil {
      let function: Value
      if case .staticMethod(let inner)? = object(new) { function = inner } else { function = new }
      instance = try call(
        function, [userClass] + arguments.positional, keywords: arguments.keywords)
      if !isInstance(instance, ofType: userClass) {
        top = returnTop
        push(instance)
        return false
      }
    } else if builtinBase(of: userClass).isException {
      instance = makeException(userClass, arguments.positional)
    } else if let held = try instanceThatHolds(userClass, arguments) {
      instance = held
    } else {
      instance = make(.instance(InstanceObject(type: userClass, attributes: AttributeTable())))
    }
    var all = arguments
    all.positional.insert(instance, at: 0)
    let initialise = classAttribute(NameID(.dunderInit), of: userClass)
    if let initialise, case .function(let function)? = object(initialise) {
      let slots = try bind(all, to: function)
      try enterFrame(
        Frame(
          code: function.code, base: 0, returnTop: Int32(returnTop), kind: .initializer,
          owner: instance), slots)
      return true
    }
    if let initialise {
      _ = try call(initialise, all.positional, keywords: all.keywords)
    }
    top = returnTop
    push(instance)
    return false
  }
}

extension TypeID {
  /// Whether a program's class can derive from it: instances keep their state in attributes.
  var isSubclassable: Bool {
    switch self {
    case .int, .float, .str, .bytes, .list, .tuple, .dict, .set, .frozenset: true
    case .deque, .defaultdict, .counter, .orderedDict: true
    case .object, .process, .lock, .rlock, .semaphore, .boundedSemaphore, .condition, .event,
      .barrier:
      true
    default: isException
    }
  }
}

extension Machine {
  /// An instance of a class that derives from a number, text or container, with the value it holds; nil
  /// for other classes. A container starts empty: its `__init__` fills it.
  fileprivate mutating func instanceThatHolds(
    _ userClass: Value, _ arguments: Arguments
  ) throws(Interrupt) -> Value? {
    let base = builtinBase(of: userClass)
    var all = Arguments(positional: [userClass])
    switch base {
    case .list, .dict, .set, .deque, .defaultdict, .counter, .orderedDict: break
    case .int, .float, .str, .bytes, .tuple, .frozenset:
      all.positional += arguments.positional
      all.keywords = arguments.keywords
    default: return nil
    }
    guard case .builtin(let new)? = image.library.attribute(NameID(.dunderNew), of: base) else {
      return nil
    }
    return try callBuiltin(new, all)
  }
}

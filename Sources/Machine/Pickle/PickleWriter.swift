// From a value to a pickle, or the exception that CPython's pickling ends with.
// (CPython 3.11: multiprocessing.reduction.ForkingPickler, _pickle.)

import BigInt
import Language

/// A pickle in the making.
private struct PickleDraft {
  var bytes: [UInt8] = [Pickle.mark]
  /// Objects that have begun, by their place in the heap, in order.
  var numbers: [Int: Int] = [:]

  /// Takes a number for what is in no place of the heap, and so is never mentioned again.
  mutating func beginUnnamed() { numbers[-1 - numbers.count] = numbers.count }

  mutating func append(_ tag: PickleTag) { bytes.append(tag.rawValue) }

  mutating func append(word: UInt64) {
    for offset in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(offset * 8))) }
  }

  mutating func append(count: Int) {
    var rest = count
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(data: [UInt8]) {
    append(count: data.count)
    bytes.append(contentsOf: data)
  }
}

extension Machine {
  /// The value as bytes that another process of the program makes a copy of.
  mutating func pickle(_ value: Value) throws(Interrupt) -> [UInt8] {
    var draft = PickleDraft()
    try write(value, to: &draft)
    return draft.bytes
  }

  private mutating func write(
    _ value: Value, to draft: inout PickleDraft
  ) throws(Interrupt) {
    switch value {
    case .missing, .none: draft.append(.none)
    case .notImplemented: draft.append(.notImplemented)
    case .ellipsis: draft.append(.ellipsis)
    case .bool(let bool): draft.append(bool ? .true : .false)
    case .int(let int):
      draft.append(.int)
      draft.append(word: UInt64(bitPattern: Int64(int)))
    case .float(let float):
      draft.append(.float)
      draft.append(word: float.bitPattern)
    case .opaque(let kind, let id):
      draft.append(.opaque)
      draft.bytes.append(kind.rawValue)
      // Who gets it and who sends it must not both sleep it.
      draft.append(word: UInt64(kind.identity(id)))
    case .builtin(let id):
      draft.append(.builtin)
      draft.append(count: Int(id.index))
    case .type(let id):
      guard id != .mainProcess else {
        throw cannotLookUp("<class 'multiprocessing.process._MainProcess'>", "_MainProcess")
      }
      draft.append(.type)
      draft.append(count: Int(id.rawValue))
    case .module: throw cannotPickle("'module' object")
    case .object(let reference): try write(value, at: reference, to: &draft)
    }
  }

  private mutating func write(
    _ value: Value, at reference: Reference, to draft: inout PickleDraft
  ) throws(Interrupt) {
    let object = object(at: reference)
    switch object {
    case .string(let text):
      draft.append(.string)
      draft.append(data: text.utf8)
      return
    case .bytes(let data):
      draft.append(.bytes)
      draft.append(data: data)
      return
    case .bigInteger(let big):
      draft.append(.bigInteger)
      draft.append(data: Array(big.description.utf8))
      return
    case .range(let range):
      draft.append(.range)
      for number in [range.start, range.stop, range.step] {
        draft.append(word: UInt64(bitPattern: Int64(number)))
      }
      return
    case .function(let function): return try write(function, value, to: &draft)
    case .userClass(let userClass): return try write(userClass, value, to: &draft)
    default: break
    }
    if !reference.isConstant {
      if let number = draft.numbers[reference.index] {
        draft.append(.again)
        draft.append(count: number)
        return
      }
      draft.numbers[reference.index] = draft.numbers.count
    } else {
      draft.beginUnnamed()
    }
    guard draft.numbers.count < 1_000_000, valueDepth < 900 else {
      throw raise(.recursionError, "maximum recursion depth exceeded while pickling an object")
    }
    valueDepth += 1
    do throws(Interrupt) {
      try writeContents(of: value, object, to: &draft)
      valueDepth -= 1
    } catch {
      valueDepth -= 1
      throw error
    }
  }

  private mutating func writeContents(
    of value: Value, _ object: HeapObject, to draft: inout PickleDraft
  ) throws(Interrupt) {
    switch object {
    case .list(let items): try write(items, as: .list, to: &draft)
    case .tuple(let items): try write(items, as: .tuple, to: &draft)
    case .set(let table): try write(table.items, as: .set, to: &draft)
    case .frozenSet(let table): try write(table.items, as: .frozenSet, to: &draft)
    case .dict(let table):
      draft.append(.dict)
      draft.append(count: table.count)
      for entry in table.entries where entry.key != .missing {
        try write(entry.key, to: &draft)
        try write(entry.value, to: &draft)
      }
    case .slice(let start, let stop, let step):
      draft.append(.slice)
      for part in [start, stop, step] { try write(part, to: &draft) }
    case .method(let receiver, let function):
      draft.append(.method)
      try write(receiver, to: &draft)
      try write(function, to: &draft)
    case .exception(let exception):
      draft.append(.exception)
      try write(exception.type, to: &draft)
      draft.beginUnnamed()
      try write(exception.arguments, as: .tuple, to: &draft)
      try write(exception.attributes, to: &draft)
    case .instance(let instance): try write(instance, value, to: &draft)
    case .generator: throw cannotPickle("'generator' object")
    case .file(let file):
      throw cannotPickle("'_io.\(file.isBinary ? "BufferedReader" : "TextIOWrapper")' object")
    case .free, .string, .bytes, .bigInteger, .range, .cell, .function, .userClass, .iterator,
      .dictView, .property, .staticMethod, .classMethod, .superObject:
      throw cannotPickle("'\(typeName(of: value))' object")
    }
  }

  private mutating func write(
    _ values: [Value], as tag: PickleTag, to draft: inout PickleDraft
  ) throws(Interrupt) {
    draft.append(tag)
    draft.append(count: values.count)
    for value in values { try write(value, to: &draft) }
  }

  private mutating func write(
    _ attributes: AttributeTable, to draft: inout PickleDraft
  ) throws(Interrupt) {
    draft.append(count: attributes.entries.count)
    for entry in attributes.entries {
      draft.append(data: Array(spelling(of: entry.name).utf8))
      try write(entry.value, to: &draft)
    }
  }

  // MARK: Instances

  private mutating func write(
    _ instance: InstanceObject, _ value: Value, to draft: inout PickleDraft
  ) throws(Interrupt) {
    try checkTravels(value)
    if let reduced = try reduction(of: value) {
      draft.append(.reduced)
      for part in reduced { try write(part, to: &draft) }
      return
    }
    draft.append(.instance)
    try write(instance.type, to: &draft)
    if instance.type.heapIndex != nil,
      let state = try callSpecial(.dunderGetState, of: value)
    {
      draft.append(count: 0)
      draft.bytes.append(1)
      try write(state, to: &draft)
    } else {
      try write(instance.attributes, to: &draft)
      draft.bytes.append(0)
    }
  }

  /// What a class's own `__reduce__` gives: a callable and its arguments.
  private mutating func reduction(of value: Value) throws(Interrupt) -> [Value]? {
    guard type(of: value).heapIndex != nil,
      let reduced = try callSpecial(.dunderReduce, of: value)
    else { return nil }
    guard let parts = tuple(reduced), parts.count == 2, tuple(parts[1]) != nil else {
      throw raise(.picklingError, "tutor's __reduce__ must return a callable and its arguments")
    }
    return parts
  }

  /// Locks, queues and shared memory belong to the processes that inherit them.
  private mutating func checkTravels(_ value: Value) throws(Interrupt) {
    switch builtinType(of: value) {
    case .lock, .rlock, .semaphore, .boundedSemaphore, .condition, .queue, .simpleQueue,
      .joinableQueue, .synchronized, .synchronizedArray, .synchronizedString, .sharedNumber,
      .sharedNumbers, .sharedCharacters:
      throw raise(
        .runtimeError,
        "\(sharedTypeName(of: value)) objects should only be shared between "
          + "processes through inheritance")
    case .event, .barrier:
      throw raise(
        .runtimeError,
        "Condition objects should only be shared between processes through inheritance")
    case .mainProcess:
      throw cannotLookUp("<class 'multiprocessing.process._MainProcess'>", "_MainProcess")
    case .process, .parentProcess, .syncManager:
      throw raise(
        .typeError,
        "Pickling an AuthenticationString object is disallowed for security reasons")
    case .connection, .standardStream, .itertoolsIterator, .contextManager, .functionWrapper:
      throw cannotPickle("'\(typeName(of: value))' object")
    default: break
    }
  }

  private mutating func cannotPickle(_ what: String) -> Interrupt {
    raise(.typeError, "cannot pickle \(what)")
  }

  // MARK: By name

  private mutating func write(
    _ function: FunctionObject, _ value: Value, to draft: inout PickleDraft
  ) throws(Interrupt) {
    try write(global: qualifiedName(of: function), value, to: &draft)
  }

  private mutating func write(
    _ userClass: ClassObject, _ value: Value, to draft: inout PickleDraft
  ) throws(Interrupt) {
    try write(global: userClass.qualifiedName.string, value, to: &draft)
  }

  private mutating func write(
    global name: String, _ value: Value, to draft: inout PickleDraft
  ) throws(Interrupt) {
    if name.contains("<locals>") {
      throw raise(.attributeError, "Can't pickle local object '\(name)'")
    }
    let found = try global(named: name)
    if found == nil {
      let shown = try repr(value).string
      throw cannotLookUp(shown, name)
    }
    guard found == value else {
      throw raise(
        .picklingError,
        "Can't pickle \(try repr(value).string): it's not the same object as __main__.\(name)")
    }
    draft.append(.global)
    draft.append(data: Array(name.utf8))
  }

  private mutating func cannotLookUp(_ shown: String, _ name: String) -> Interrupt {
    let module = name == "_MainProcess" ? "multiprocessing.process" : "__main__"
    return raise(
      .picklingError, "Can't pickle \(shown): attribute lookup \(name) on \(module) failed")
  }

  /// A function or class of the program by its qualified name: `Dish.cook`.
  mutating func global(named name: String) throws(Interrupt) -> Value? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first, let slot = image.globalSlot(first) else { return nil }
    var value = globals[slot]
    if value == .missing { return nil }
    for part in parts.dropFirst() {
      guard let next = try attributeIfPresent(nameID(for: Text(part)), of: value) else {
        return nil
      }
      value = next
    }
    return value
  }
}

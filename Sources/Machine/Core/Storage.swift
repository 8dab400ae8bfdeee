// Making objects, looking at them, and changing containers in place.

import BigInt
import Language

extension Machine {
  // MARK: Making

  mutating func make(_ object: HeapObject) -> Value { .object(heap.allocate(object)) }

  /// Single characters of ASCII are constants of the library.
  mutating func make(text: Text) -> Value {
    if text.utf8.count == 1 { return .object(Reference(constant: Int(text.utf8[0] & 0x7F))) }
    return make(.string(text))
  }

  mutating func make(_ string: String) -> Value { make(text: Text(string)) }

  mutating func make(bytes: [UInt8]) -> Value { make(.bytes(bytes)) }

  mutating func make(list: [Value]) -> Value { make(.list(list)) }

  mutating func make(tuple: [Value]) -> Value { make(.tuple(tuple)) }

  /// A `.int` where it fits.
  mutating func make(integer: BigInt) -> Value {
    if let small = Int(exactly: integer) { return .int(small) }
    return make(.bigInteger(integer))
  }

  mutating func makeDict(_ pairs: [(Value, Value)]) throws(Interrupt) -> Value {
    let dict = make(.dict(DictTable()))
    for (key, value) in pairs { try setDictValue(dict, key, value) }
    return dict
  }

  // MARK: Looking

  @inline(__always) func object(at reference: Reference) -> HeapObject {
    reference.isConstant ? image.constantObjects[reference.index] : heap[reference.index]
  }

  @inline(__always) func object(_ value: Value) -> HeapObject? {
    guard case .object(let reference) = value else { return nil }
    return object(at: reference)
  }

  func text(_ value: Value) -> Text? {
    if case .string(let text)? = object(value) { text } else { nil }
  }

  @inline(__always) func list(_ value: Value) -> [Value]? {
    if case .list(let items)? = object(value) { items } else { nil }
  }

  func tuple(_ value: Value) -> [Value]? {
    if case .tuple(let items)? = object(value) { items } else { nil }
  }

  func dict(_ value: Value) -> DictTable? {
    if case .dict(let table)? = object(value) { table } else { nil }
  }

  /// The number that an int or bool is.
  func integer(_ value: Value) -> BigInt? {
    switch value {
    case .int(let int): BigInt(int)
    case .bool(let bool): BigInt(bool ? 1 : 0)
    case .object(let reference):
      if case .bigInteger(let big) = object(at: reference) { big } else { nil }
    default: nil
    }
  }

  /// A stable number for `id` and for reprs.
  static func address(of value: Value) -> Int {
    0x7F00_0000_0000 + (value.heapIndex ?? 0x1234) * 16
  }

  // MARK: Changing in place

  /// Changes a list without copying its storage.
  @inline(__always)
  mutating func withList<R>(_ value: Value, _ body: (inout [Value]) -> R) -> R {
    var items: [Value] = []
    let index = value.heapIndex ?? -1
    if index >= 0, case .list(let stored) = heap[index] { items = stored }
    if index >= 0 { heap[index] = .cell(.missing) }
    let result = body(&items)
    if index >= 0 { heap[index] = .list(items) }
    return result
  }

  @inline(__always)
  mutating func withDict<R>(_ value: Value, _ body: (inout DictTable) -> R) -> R {
    var table = DictTable()
    let index = value.heapIndex ?? -1
    if index >= 0, case .dict(let stored) = heap[index] { table = stored }
    if index >= 0 { heap[index] = .cell(.missing) }
    let result = body(&table)
    if index >= 0 { heap[index] = .dict(table) }
    return result
  }

  @inline(__always)
  mutating func withSet<R>(_ value: Value, _ body: (inout SetTable) -> R) -> R {
    var table = SetTable()
    let index = value.heapIndex ?? -1
    if index >= 0, case .set(let stored) = heap[index] { table = stored }
    if index >= 0 { heap[index] = .cell(.missing) }
    let result = body(&table)
    if index >= 0 { heap[index] = .set(table) }
    return result
  }

  @inline(__always)
  mutating func withInstance<R>(_ value: Value, _ body: (inout InstanceObject) -> R) -> R? {
    guard let index = value.heapIndex, case .instance(var instance) = heap[index] else {
      return nil
    }
    heap[index] = .cell(.missing)
    let result = body(&instance)
    heap[index] = .instance(instance)
    return result
  }

  mutating func withFile<R>(_ value: Value, _ body: (inout FileObject) -> R) -> R? {
    guard let index = value.heapIndex, case .file(var file) = heap[index] else { return nil }
    heap[index] = .cell(.missing)
    let result = body(&file)
    heap[index] = .file(file)
    return result
  }

  // MARK: Instances' own state

  /// An attribute of an instance of a builtin type, by its private name.
  func state(_ name: Name, of value: Value) -> Value {
    if case .instance(let instance)? = object(value) {
      instance.attributes[name] ?? .none
    } else {
      .none
    }
  }

  mutating func setState(_ name: Name, of value: Value, to new: Value) {
    _ = withInstance(value) { $0.attributes.set(name, new) }
  }

  // MARK: Names

  /// The id of a name that was computed while running.
  mutating func nameID(for text: Text) -> NameID {
    if let known = image.nameID(text.string) { return known }
    let fixed = image.program.names.count
    if let index = computedNames.firstIndex(of: text) { return NameID(fixed + index) }
    computedNames.append(text)
    return NameID(fixed + computedNames.count - 1)
  }

  func spelling(of name: NameID) -> String {
    let fixed = image.program.names.count
    let index = Int(name.index)
    return index < fixed ? image.program.names[index] : computedNames[index - fixed].string
  }
}

// What type a value has, and what is a subtype of what.

import Language

extension Machine {
  /// A `.type`, or a `.object` that is a user class.
  func type(of value: Value) -> Value {
    switch value {
    case .object(let reference):
      switch object(at: reference) {
      case .instance(let instance): instance.type
      case .exception(let exception): exception.type
      default: .type(builtinType(of: value))
      }
    default: .type(builtinType(of: value))
    }
  }

  /// The builtin type that a value is of, or that its class derives from.
  func builtinType(of value: Value) -> TypeID {
    switch value {
    case .missing, .none: .noneType
    case .notImplemented: .notImplementedType
    case .ellipsis: .ellipsisType
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .builtin: .builtinFunction
    case .type: .type
    case .module: .module
    case .opaque(let kind, _): kind == .processNumber || kind == .address ? .int : .float
    case .object(let reference): builtinType(of: object(at: reference))
    }
  }

  private func builtinType(of object: HeapObject) -> TypeID {
    switch object {
    case .free: .noneType
    case .string: .str
    case .bytes: .bytes
    case .bigInteger: .int
    case .list: .list
    case .tuple: .tuple
    case .dict: .dict
    case .set: .set
    case .frozenSet: .frozenset
    case .cell: .cell
    case .function: .function
    case .method(_, let function):
      if case .builtin = function { .builtinFunction } else { .method }
    case .userClass: .type
    case .instance(let instance): builtinBase(of: instance.type)
    case .exception(let exception): builtinBase(of: exception.type)
    case .generator: .generator
    case .iterator(let iterator): iteratorType(iterator)
    case .range: .range
    case .slice: .slice
    case .dictView(let kind, _):
      switch kind {
      case .keys: .dictKeys
      case .values: .dictValues
      case .items: .dictItems
      }
    case .property: .property
    case .staticMethod: .staticmethod
    case .classMethod: .classmethod
    case .superObject: .super
    case .file(let file): file.isBinary ? .binaryFile : .textFile
    }
  }

  private func iteratorType(_ iterator: IteratorObject) -> TypeID {
    switch iterator.kind {
    case .range: .rangeIterator
    case .zip: .zip
    case .map: .map
    case .filter: .filter
    case .enumerate: .enumerate
    case .chain, .library: .itertoolsIterator
    case .callable: .callableIterator
    case .items: .sequenceIterator
    case .reversed: builtinType(of: iterator.source) == .list ? .reverseIterator : .reversed
    case .sequence:
      switch builtinType(of: iterator.source) {
      case .tuple: .tupleIterator
      case .str: .strIterator
      case .bytes: .bytesIterator
      case .dict, .dictKeys: .dictKeyIterator
      case .dictValues: .dictValueIterator
      case .dictItems: .dictItemIterator
      case .set, .frozenset: .setIterator
      default: .listIterator
      }
    }
  }

  /// The first builtin type in a type's resolution order.
  func builtinBase(of type: Value) -> TypeID {
    if case .type(let id) = type { return id }
    for base in resolutionOrder(of: type) {
      if case .type(let id) = base { return id }
    }
    return .object
  }

  /// The types in which an attribute is looked up, in order; builtin types stand for their bases.
  func resolutionOrder(of type: Value) -> [Value] {
    if case .userClass(let userClass)? = object(type) { userClass.resolutionOrder } else { [type] }
  }

  func userClass(_ value: Value) -> ClassObject? {
    if case .userClass(let userClass)? = object(value) { userClass } else { nil }
  }

  func isType(_ value: Value) -> Bool {
    if case .type = value { true } else { userClass(value) != nil }
  }

  /// Its `__name__`.
  func name(ofType type: Value) -> String {
    if case .type(let id) = type { return id.name }
    return userClass(type)?.name.string ?? "object"
  }

  func typeName(of value: Value) -> String { name(ofType: type(of: value)) }

  /// The same as most messages say it.
  func shownType(of value: Value) -> String {
    if case .type(let id) = type(of: value) { return id.nameInMessages }
    return typeName(of: value)
  }

  /// The same as the messages of functions say it that check their arguments by a declaration.
  func argumentType(of value: Value) -> String {
    value == .none ? "None" : shownType(of: value)
  }

  func isSubtype(_ type: Value, of other: Value) -> Bool {
    if type == other { return true }
    for base in resolutionOrder(of: type) {
      if base == other { return true }
      if case .type(let id) = base, case .type(let wanted) = other, id.isSubtype(of: wanted) {
        return true
      }
    }
    return false
  }

  func isInstance(_ value: Value, of type: TypeID) -> Bool {
    builtinType(of: value).isSubtype(of: type)
  }

  func isInstance(_ value: Value, ofType type: Value) -> Bool {
    isSubtype(self.type(of: value), of: type)
  }

  /// Whether its class is the program's own, so that its dunders may be too.
  func isUserInstance(_ value: Value) -> Bool {
    guard case .object(let reference) = value, !reference.isConstant else { return false }
    switch heap[reference.index] {
    case .instance(let instance): return instance.type.heapIndex != nil
    case .exception(let exception): return exception.type.heapIndex != nil
    default: return false
    }
  }
}

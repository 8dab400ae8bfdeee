// The dunders that every object has from `object`: for programs that call them by name, most often by
// `super()`. Operators, `repr` and `hash` do not look here, so they stay as fast as they are.

import Language

extension Library {
  static let plainMethodList: [BuiltinFunction] = [
    .bound("__new__", of: .object, as: .staticMethod, "type, *rest, **keywords") {
      (m, a) throws(Interrupt) in try m.newObject(of: a[0], m.tuple(a[1]) ?? [])
    },
    .one("__repr__", of: .object) { (m, a) throws(Interrupt) in
      m.make(text: try m.plainRepr(a))
    },
    .one("__str__", of: .object) { (m, a) throws(Interrupt) in
      m.make(text: try m.plainStr(a))
    },
    .two("__format__", of: .object) { (m, a, specification) throws(Interrupt) in
      m.make(text: try m.format(a, try m.textArgument(specification, "__format__() argument")))
    },
    .two("__eq__", of: .object) { (m, a, b) throws(Interrupt) in
      if a == b { return .bool(true) }
      if m.isPlainInstance(a) { return .notImplemented }
      return try m.compareBuiltin(.equal, a, b) ?? .notImplemented
    },
    .two("__ne__", of: .object) { (m, a, b) throws(Interrupt) in .bool(!(try m.equal(a, b))) },
    .one("__hash__", of: .object) { (m, a) throws(Interrupt) in
      guard m.isPlainInstance(a), let index = a.heapIndex else { return .int(try m.hash(a)) }
      return .int(index &* 16)
    },
    .two("__getattribute__", of: .object) { (m, a, name) throws(Interrupt) in
      try m.attribute(m.attributeName(name, "__getattribute__"), of: a)
    },
    .two("__delattr__", of: .object) { (m, a, name) throws(Interrupt) in
      let id = try m.attributeName(name, "__delattr__")
      guard m.withInstance(a, { $0.attributes.remove(id) }) == true else {
        throw m.missingAttribute(id, of: a)
      }
      return .none
    },
  ]
}

extension Machine {
  /// Whether it is an instance of a class that derives from no number, text or container.
  fileprivate func isPlainInstance(_ value: Value) -> Bool {
    switch object(value) {
    case .instance?: heldValue(of: value) == nil
    case .exception?: true
    default: false
    }
  }

  /// `object.__repr__`, or what the builtin type that it derives from has in its place.
  fileprivate mutating func plainRepr(_ value: Value) throws(Interrupt) -> Text {
    if let exception = exception(value) { return try exceptionRepr(exception) }
    if let held = heldValue(of: value) { return try reprBuiltin(held) }
    return try reprBuiltin(value)
  }

  /// `object.__str__`, which shows what `repr` shows, or what an exception has in its place.
  fileprivate mutating func plainStr(_ value: Value) throws(Interrupt) -> Text {
    if let exception = exception(value) { return try exceptionText(exception) }
    if let text = text(storage(of: value)) { return text }
    return try repr(value)
  }

  /// `object.__new__` and `BaseException.__new__`: an instance that nobody has initialised.
  fileprivate mutating func newObject(
    of type: Value, _ arguments: [Value]
  ) throws(Interrupt) -> Value {
    guard isType(type) else {
      throw raise(.typeError, "object.__new__(X): X is not a type object (\(shownType(of: type)))")
    }
    if builtinBase(of: type).isException { return makeException(type, arguments) }
    guard arguments.isEmpty else {
      throw raise(
        .typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
    }
    return make(.instance(InstanceObject(type: type, attributes: AttributeTable())))
  }
}

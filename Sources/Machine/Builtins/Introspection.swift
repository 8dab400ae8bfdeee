// Builtins that look at or change objects as such, and the methods of object, generators, properties.

import Language

let introspectionFunctions: [BuiltinFunction] = [
  BuiltinFunction(
    "isinstance",
    .two { machine, value, type throws(Interrupt) in
      .bool(try machine.isInstance(value, ofAny: type))
    }),
  BuiltinFunction(
    "issubclass",
    .two { machine, type, other throws(Interrupt) in
      guard machine.isType(type) else {
        throw machine.raise(.typeError, "issubclass() arg 1 must be a class")
      }
      return .bool(try machine.isSubclass(type, ofAny: other))
    }),
  BuiltinFunction(
    "callable",
    .one { machine, value throws(Interrupt) in
      .bool(machine.isCallable(value))
    }),
  BuiltinFunction(
    "getattr",
    .free { machine, arguments throws(Interrupt) in
      try machine.getattr(arguments)
    }),
  BuiltinFunction(
    "hasattr",
    .two { machine, value, name throws(Interrupt) in
      let id = try machine.attributeName(name, "hasattr")
      do throws(Interrupt) {
        return .bool(try machine.attributeIfPresent(id, of: value) != nil)
      } catch {
        if case .raised(let exception) = error, machine.isInstance(exception, of: .attributeError) {
          return .bool(false)
        }
        throw error
      }
    }),
  BuiltinFunction(
    "setattr",
    .bound(Signature("obj, name, value, /")) {
      machine, values throws(Interrupt) in
      let id = try machine.attributeName(values[1], "setattr")
      try machine.setAttribute(id, of: values[0], to: values[2])
      return .none
    }),
  BuiltinFunction(
    "delattr",
    .two { machine, value, name throws(Interrupt) in
      let id = try machine.attributeName(name, "delattr")
      try machine.deleteAttribute(id, of: value)
      return .none
    }),
  BuiltinFunction(
    "id",
    .one { machine, value throws(Interrupt) in
      machine.isExplored
        ? .opaque(.address, id: UInt32(value.heapIndex ?? 0))
        : .int(Machine.address(of: value))
    }),
  BuiltinFunction(
    "vars",
    .one { machine, value throws(Interrupt) in
      try machine.attribute(NameID(.dunderDict), of: value)
    }),
  BuiltinFunction(
    "next",
    .free { machine, arguments throws(Interrupt) in
      guard (1...2).contains(arguments.positional.count) else {
        throw machine.raise(
          .typeError, "next expected at least 1 argument, got \(arguments.positional.count)")
      }
      let iterator = arguments.positional[0]
      if let value = try machine.nextOrRaise(iterator, hasDefault: arguments.positional.count == 2)
      {
        return value
      }
      if arguments.positional.count == 2 { return arguments.positional[1] }
      throw machine.raise(.stopIteration)
    }),
]

let objectMethods: [BuiltinFunction] = [
  BuiltinFunction(
    "__init__", of: .object,
    .free { machine, arguments throws(Interrupt) in
      let type = machine.type(of: arguments.positional[0])
      // What a class's own `__new__` takes is nobody else's business.
      let hasNew = machine.classAttribute(NameID(.dunderNew), of: type)?.heapIndex != nil
      guard hasNew || (arguments.positional.count == 1 && arguments.keywords.isEmpty) else {
        let name = machine.shownType(of: arguments.positional[0])
        throw machine.raise(.typeError, "\(name)() takes no arguments")
      }
      return .none
    }),
  BuiltinFunction(
    "__setattr__", of: .object,
    .bound(Signature("self, name, value, /")) {
      machine, values throws(Interrupt) in
      let id = try machine.attributeName(values[1], "__setattr__")
      _ = machine.withInstance(values[0]) { $0.attributes.set(id, values[2]) }
      return .none
    }),
  BuiltinFunction(
    "__init__", of: .baseException,
    .free { machine, arguments throws(Interrupt) in
      let own = Array(arguments.positional.dropFirst())
      machine.withException(arguments.positional[0]) { $0.arguments = own }
      return .none
    }),
  BuiltinFunction(
    "with_traceback", of: .baseException,
    .two { _, value, _ throws(Interrupt) in
      value
    }),
  BuiltinFunction("add_note", of: .baseException, .two { _, _, _ throws(Interrupt) in .none }),
  BuiltinFunction(
    "mro", of: .type,
    .one { machine, type throws(Interrupt) in
      machine.make(list: machine.fullResolutionOrder(of: type))
    }),
  BuiltinFunction(
    "__new__", of: .type,
    .free { machine, arguments throws(Interrupt) in
      guard arguments.positional.count == 2 else {
        throw machine.raise(.typeError, "type() takes 1 or 3 arguments")
      }
      return machine.type(of: arguments.positional[1])
    }),
  BuiltinFunction(
    "__new__", of: .super,
    .free { machine, arguments throws(Interrupt) in
      guard arguments.positional.count == 3 else {
        throw machine.raise(.runtimeError, "super(): no arguments")
      }
      return machine.make(
        .superObject(start: arguments.positional[1], receiver: arguments.positional[2]))
    }),
]

let generatorMethods: [BuiltinFunction] = [
  BuiltinFunction(
    "__next__", of: .generator,
    .one { machine, generator throws(Interrupt) in
      try machine.send(.none, to: generator)
    }),
  BuiltinFunction("__iter__", of: .generator, .one { _, generator throws(Interrupt) in generator }),
  BuiltinFunction(
    "send", of: .generator,
    .two { machine, generator, value throws(Interrupt) in
      try machine.send(value, to: generator)
    }),
  BuiltinFunction(
    "throw", of: .generator,
    .two { machine, generator, value throws(Interrupt) in
      guard case .raised(let exception) = try machine.raiseStatement(value, cause: .missing) else {
        return .none
      }
      return try machine.throw(exception, into: generator)
    }),
  BuiltinFunction(
    "close", of: .generator,
    .one { machine, generator throws(Interrupt) in
      try machine.close(generator: generator)
      return .none
    }),
]

let propertyMethods: [BuiltinFunction] = [
  BuiltinFunction(
    "__new__", of: .property,
    .bound(Signature("cls, fget=None, fset=None, fdel=None, doc=None")) {
      machine, values throws(Interrupt) in
      func given(_ value: Value) -> Value { value == .missing ? .none : value }
      return machine.make(
        .property(get: given(values[1]), set: given(values[2]), delete: given(values[3])))
    }),
  BuiltinFunction(
    "setter", of: .property,
    .two { machine, value, function throws(Interrupt) in
      guard case .property(let get, _, let delete)? = machine.object(value) else { return .none }
      return machine.make(.property(get: get, set: function, delete: delete))
    }),
  BuiltinFunction(
    "getter", of: .property,
    .two { machine, value, function throws(Interrupt) in
      guard case .property(_, let set, let delete)? = machine.object(value) else { return .none }
      return machine.make(.property(get: function, set: set, delete: delete))
    }),
  BuiltinFunction(
    "deleter", of: .property,
    .two { machine, value, function throws(Interrupt) in
      guard case .property(let get, let set, _)? = machine.object(value) else { return .none }
      return machine.make(.property(get: get, set: set, delete: function))
    }),
  BuiltinFunction(
    "__new__", of: .staticmethod,
    .two { machine, _, function throws(Interrupt) in
      machine.make(.staticMethod(function))
    }),
  BuiltinFunction(
    "__new__", of: .classmethod,
    .two { machine, _, function throws(Interrupt) in
      machine.make(.classMethod(function))
    }),
]

extension Machine {
  func isCallable(_ value: Value) -> Bool {
    switch value {
    case .builtin, .type: return true
    default: break
    }
    switch object(value) {
    case .function, .method, .userClass: return true
    default: return classAttribute(NameID(.dunderCall), of: type(of: value)) != nil
    }
  }

  /// `isinstance(value, type)`, where `type` may be a tuple.
  mutating func isInstance(_ value: Value, ofAny type: Value) throws(Interrupt) -> Bool {
    if isInstance(type, of: .unionType) {
      return try isInstance(value, ofAny: state(.privateArgs, of: type))
    }
    if let types = tuple(type) {
      for each in types where try isInstance(value, ofAny: each) { return true }
      return false
    }
    guard isType(type) else {
      throw raise(
        .typeError,
        "isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
    return isInstance(value, ofType: type)
  }

  mutating func isSubclass(_ type: Value, ofAny other: Value) throws(Interrupt) -> Bool {
    if isInstance(other, of: .unionType) {
      return try isSubclass(type, ofAny: state(.privateArgs, of: other))
    }
    if let types = tuple(other) {
      for each in types where try isSubclass(type, ofAny: each) { return true }
      return false
    }
    guard isType(other) else {
      throw raise(
        .typeError,
        "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
    return isSubtype(type, of: other)
  }

  mutating func attributeName(_ value: Value, _ function: String) throws(Interrupt) -> NameID {
    guard let text = text(value) else {
      throw raise(
        .typeError, "attribute name must be string, not '\(shownType(of: value))'")
    }
    return nameID(for: text)
  }

  fileprivate mutating func getattr(_ arguments: Arguments) throws(Interrupt) -> Value {
    let given = arguments.positional
    guard (2...3).contains(given.count) else {
      throw raise(.typeError, "getattr expected at least 2 arguments, got \(given.count)")
    }
    let id = try attributeName(given[1], "getattr")
    guard given.count == 3 else { return try attribute(id, of: given[0]) }
    do throws(Interrupt) { return try attributeIfPresent(id, of: given[0]) ?? given[2] } catch {
      if case .raised(let exception) = error, isInstance(exception, of: .attributeError) {
        return given[2]
      }
      throw error
    }
  }

  /// `next(iterator)`: a user's `__next__` raises its own StopIteration, which must pass as it is.
  fileprivate mutating func nextOrRaise(
    _ iterator: Value, hasDefault: Bool
  ) throws(Interrupt) -> Value? {
    if case .generator? = object(iterator), !hasDefault { return try send(.none, to: iterator) }
    if isUserInstance(iterator), !hasDefault {
      guard let value = try callSpecial(.dunderNext, of: iterator) else {
        throw raise(.typeError, "'\(shownType(of: iterator))' object is not an iterator")
      }
      return value
    }
    return try next(iterator)
  }
}

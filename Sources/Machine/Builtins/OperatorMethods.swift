// The dunders of builtin types, for programs that call them by name and for classes that derive from
// these types.

import Language

extension Library {
  /// `__len__`, `__getitem__`, `__eq__` and their like, for every type that has them.
  static var operatorMethods: [BuiltinFunction] {
    let sequences: [TypeID] = [.list, .tuple, .str, .bytes]
    let numbers: [TypeID] = [.int, .float]
    let sets: [TypeID] = [.set, .frozenset]
    var methods: [BuiltinFunction] = []
    for type in sequences + sets + [.dict, .range, .dictKeys, .dictValues, .dictItems] {
      methods += containerMethods(type)
    }
    for type in sequences + [.range] { methods.append(itemGetter(type)) }
    for type in [TypeID.list, .dict] { methods += itemSetters(type) }
    for type in sequences + sets + numbers + [.dict] {
      methods += comparisons(type, [.equal, .notEqual])
    }
    for type in sequences + sets + numbers {
      methods += comparisons(type, [.less, .lessOrEqual, .greater, .greaterOrEqual])
    }
    methods.append(.one("__str__", of: .str) { (_, a) in a })
    for type in sequences { methods += binaries(type, [.add, .multiply]) }
    for type in sets { methods += binaries(type, [.bitAnd, .bitOr, .bitXor, .subtract]) }
    methods += binaries(.dict, [.bitOr])
    for type in numbers {
      methods += binaries(
        type, [.add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power])
      methods += unaries(type)
    }
    methods += binaries(.int, [.shiftLeft, .shiftRight, .bitAnd, .bitOr, .bitXor])
    for type in [TypeID.str, .bytes, .tuple, .frozenset, .int, .float] {
      methods.append(
        .one("__hash__", of: type) { (m, a) throws(Interrupt) in .int(try m.hash(a)) })
      methods.append(
        .bound("__init__", of: type, "self, *rest, **keywords") { (_, _) in .none })
    }
    return methods.map(\.unwrapping) + [dictGetter, unionText] + initializers
  }

  private static func containerMethods(_ type: TypeID) -> [BuiltinFunction] {
    [
      .one("__len__", of: type) { (m, a) throws(Interrupt) in .int(try m.length(of: a)) },
      .one("__iter__", of: type) { (m, a) throws(Interrupt) in try m.iterator(of: a) },
      .two("__contains__", of: type) { (m, a, b) throws(Interrupt) in
        try m.compare(.in, b, a)
      },
    ]
  }

  private static func itemGetter(_ type: TypeID) -> BuiltinFunction {
    .two("__getitem__", of: type) { (m, a, key) throws(Interrupt) in
      try m.item(of: a, key)
    }
  }

  /// `int | str`
  private static var unionText: BuiltinFunction {
    .one("__repr__", of: .unionType) { (m, a) throws(Interrupt) in
      let names = (m.tuple(m.state(.privateArgs, of: a)) ?? []).map { type in
        type == .type(.noneType) ? "None" : m.qualifiedName(ofType: type)
      }
      return m.make(names.joined(separator: " | "))
    }
  }

  /// A class that derives from dict may say with `__missing__` what a missing key means.
  private static var dictGetter: BuiltinFunction {
    .two("__getitem__", of: .dict) { (m, a, key) throws(Interrupt) in
      if let value = try m.dictValue(m.storage(of: a), for: key) { return value }
      if case .instance? = m.object(a),
        let value = try m.callSpecial(.dunderMissing, of: a, [key])
      {
        return value
      }
      throw m.raise(.keyError, arguments: [key])
    }
  }

  /// What fills a container whose class derives from a builtin one.
  private static var initializers: [BuiltinFunction] {
    [
      .bound("__init__", of: .list, "self, iterable=(), /") { (m, a) throws(Interrupt) in
        let items = a[1] == .missing ? [] : try m.collect(a[1])
        m.withList(m.storage(of: a[0])) { $0 = items }
        return .none
      },
      .bound("__init__", of: .set, "self, iterable=(), /") { (m, a) throws(Interrupt) in
        let table = a[1] == .missing ? SetTable() : try m.table(ofIterable: a[1])
        m.withSet(m.storage(of: a[0])) { $0 = table }
        return .none
      },
    ]
  }

  private static func itemSetters(_ type: TypeID) -> [BuiltinFunction] {
    [
      .bound("__setitem__", of: type, "self, key, value, /") { (m, a) throws(Interrupt) in
        try m.setItem(of: a[0], a[1], to: a[2])
        return .none
      },
      .two("__delitem__", of: type) { (m, a, key) throws(Interrupt) in
        try m.deleteItem(of: a, key)
        return .none
      },
    ]
  }

  private static func comparisons(
    _ type: TypeID, _ operators: [ComparisonOperator]
  ) -> [BuiltinFunction] {
    operators.compactMap { op in
      guard let name = op.methods?.own.spelling else { return nil }
      return .two(name, of: type) { (m, a, b) throws(Interrupt) in
        let other = m.storage(of: b)
        if case .instance? = m.object(other) { return .notImplemented }
        if m.builtinType(of: a) != m.builtinType(of: other),
          m.number(a) == nil || m.number(other) == nil,
          m.setKind(a) == nil || m.setKind(other) == nil
        {
          return .notImplemented
        }
        return try m.compareBuiltin(op, a, other) ?? .notImplemented
      }
    }
  }

  private static func binaries(
    _ type: TypeID, _ operators: [BinaryOperator]
  ) -> [BuiltinFunction] {
    operators.flatMap { op -> [BuiltinFunction] in
      [
        .two(op.method.spelling, of: type) { (m, a, b) throws(Interrupt) in
          try m.binaryBuiltin(op, a, m.storage(of: b)) ?? .notImplemented
        },
        .two(op.reflectedMethod.spelling, of: type) { (m, a, b) throws(Interrupt) in
          try m.binaryBuiltin(op, m.storage(of: b), a) ?? .notImplemented
        },
      ]
    }
  }

  private static func unaries(_ type: TypeID) -> [BuiltinFunction] {
    [
      .one("__neg__", of: type) { (m, a) throws(Interrupt) in try m.unary(.minus, a) },
      .one("__pos__", of: type) { (m, a) throws(Interrupt) in try m.unary(.plus, a) },
      .one("__abs__", of: type) { (m, a) throws(Interrupt) in
        try m.isTrue(m.compare(.less, a, .int(0))) ? m.unary(.minus, a) : a
      },
      .one("__bool__", of: type) { (m, a) throws(Interrupt) in .bool(try m.isTrue(a)) },
    ]
  }
}

// The methods of `dict` and of its views.

import Language

extension Library {
  static var dictMethods: [BuiltinFunction] {
    [
      .free("__new__", of: .dict, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        let dict = m.make(.dict(DictTable()))
        let type = arguments.positional[0]
        if type != .type(.dict) { return m.instance(of: type, .dict, holding: dict) }
        try m.fillDict(dict, Array(arguments.positional.dropFirst()), arguments.keywords, "dict")
        return dict
      },
      .free("__init__", of: .dict) { (m, arguments) throws(Interrupt) in
        let dict = m.storage(of: arguments.positional[0])
        try m.fillDict(dict, Array(arguments.positional.dropFirst()), arguments.keywords, "dict")
        return .none
      },
      .bound("get", of: .dict, "self, key, default=None, /") { (m, a) throws(Interrupt) in
        if let value = try m.dictValue(a[0], for: a[1]) { return value }
        return a[2] == .missing ? .none : a[2]
      },
      .bound("setdefault", of: .dict, "self, key, default=None, /") { (m, a) throws(Interrupt) in
        if let value = try m.dictValue(a[0], for: a[1]) { return value }
        let value = a[2] == .missing ? .none : a[2]
        try m.setDictValue(a[0], a[1], value)
        return value
      },
      .bound("pop", of: .dict, "self, key, default=None, /") { (m, a) throws(Interrupt) in
        if let value = try m.removeDictValue(a[0], a[1]) { return value }
        if a[2] == .missing { throw m.raise(.keyError, arguments: [a[1]]) }
        return a[2]
      },
      .one("popitem", of: .dict) { (m, dict) throws(Interrupt) in
        guard let entry = m.dict(dict)?.entries.last(where: { $0.key != .missing }) else {
          throw m.raise(.keyError, "popitem(): dictionary is empty")
        }
        _ = try m.removeDictValue(dict, entry.key)
        return m.make(tuple: [entry.key, entry.value])
      },
      .one("keys", of: .dict) { (m, dict) throws(Interrupt) in
        m.make(.dictView(.keys, dict: dict))
      },
      .one("values", of: .dict) { (m, dict) throws(Interrupt) in
        m.make(.dictView(.values, dict: dict))
      },
      .one("items", of: .dict) { (m, dict) throws(Interrupt) in
        m.make(.dictView(.items, dict: dict))
      },
      .free("update", of: .dict) { (m, arguments) throws(Interrupt) in
        try m.fillDict(
          arguments.positional[0], Array(arguments.positional.dropFirst()), arguments.keywords,
          "update")
        return .none
      },
      .one("clear", of: .dict) { (m, dict) throws(Interrupt) in
        m.withDict(dict) { $0.removeAll() }
        return .none
      },
      .one("copy", of: .dict) { (m, dict) throws(Interrupt) in try m.copyOfDict(dict) },
      .bound("fromkeys", of: .dict, as: .classMethod, "type, iterable, value=None, /") {
        (m, a) throws(Interrupt) in
        let value = a[2] == .missing ? .none : a[2]
        let keys = try m.collect(a[1])
        let dict = m.make(.dict(DictTable()))
        for key in keys { try m.setDictValue(dict, key, value) }
        return dict
      },
      .two("isdisjoint", of: .dictKeys) { (m, view, other) throws(Interrupt) in
        .bool(
          try m.intersection(m.tableOfSet(view), with: m.tableOfSet(other)).count == 0)
      },
      .two("isdisjoint", of: .dictItems) { (m, view, other) throws(Interrupt) in
        .bool(
          try m.intersection(m.tableOfSet(view), with: m.tableOfSet(other)).count == 0)
      },
    ]
  }
}

extension Machine {
  /// A new dict with the same entries.
  mutating func copyOfDict(_ value: Value) throws(Interrupt) -> Value {
    make(.dict(dict(storage(of: value)) ?? DictTable()))
  }

  /// `dict(…)` and `dict.update(…)`: at most one mapping or iterable of pairs, then keywords.
  mutating func fillDict(
    _ dict: Value, _ positional: [Value], _ keywords: [Arguments.Keyword], _ name: String
  ) throws(Interrupt) {
    if positional.count > 1 {
      throw raise(
        .typeError, "\(name) expected at most 1 argument, got \(positional.count)")
    }
    var pairs: [(Value, Value)] = []
    if let source = positional.first {
      let held = storage(of: source)
      if self.dict(held) != nil {
        try updateDict(dict, from: held)
      } else if try attributeIfPresent(NameID(.keys), of: source) != nil {
        try updateDict(dict, from: source)
      } else {
        pairs = try self.pairs(of: source, isOrdered: name == "OrderedDict")
      }
    }
    for (key, value) in pairs { try setDictValue(dict, key, value) }
    for keyword in keywords {
      let key = make(text: keyword.name)
      try setDictValue(dict, key, keyword.value)
    }
  }

  /// - Parameter isOrdered: whether it is for an OrderedDict, whose complaints are its own.
  private mutating func pairs(
    of source: Value, isOrdered: Bool
  ) throws(Interrupt) -> [(Value, Value)] {
    var pairs: [(Value, Value)] = []
    for (number, item) in try collect(source).enumerated() {
      pairs.append(try pair(item, number: number, isOrdered: isOrdered))
    }
    return pairs
  }

  /// An item of what a dict is updated from, as a key and a value.
  mutating func pair(
    _ item: Value, number: Int, isOrdered: Bool = false
  ) throws(Interrupt) -> (Value, Value) {
    guard isOrdered || isIterable(item) else {
      throw raise(
        .typeError, "cannot convert dictionary update sequence element #\(number) to a sequence")
    }
    let pair = try collect(item)
    if isOrdered, pair.count != 2 {
      throw raise(
        .valueError,
        pair.count > 2
          ? "too many values to unpack (expected 2)"
          : "need more than \(pair.count) value\(pair.count == 1 ? "" : "s") to unpack")
    }
    guard pair.count == 2 else {
      throw raise(
        .valueError,
        "dictionary update sequence element #\(number) has length \(pair.count); 2 is required")
    }
    return (pair[0], pair[1])
  }
}

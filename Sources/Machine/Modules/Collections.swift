// The collections module: deque, defaultdict, Counter, OrderedDict. Each is an instance that holds a
// list or a dict under `_storage`, so all that works on those works on it.

import Language

extension ModuleDescription {
  static var collections: ModuleDescription {
    ModuleDescription(
      id: .collections,
      functions: [
        .bound("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None") {
          (m, a) throws(Interrupt) in try m.namedTuple(a)
        }
      ] + namedTupleFunctions,
      types: [
        ("deque", .deque), ("defaultdict", .defaultdict), ("Counter", .counter),
        ("OrderedDict", .orderedDict),
      ],
      refused: [
        "ChainMap": "merge the dicts: {**a, **b}", "UserDict": "derive from dict",
        "UserList": "derive from list", "UserString": "derive from str",
      ])
  }
}

extension Library {
  static var collectionsMethods: [BuiltinFunction] { dictKinds + counterMethods }

  private static var dictKinds: [BuiltinFunction] {
    [
      .free("__new__", of: .defaultdict, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        let a = arguments.positional
        let factory = a.count > 1 ? a[1] : .none
        guard factory == .none || m.isCallable(factory) else {
          throw m.raise(.typeError, "first argument must be callable or None")
        }
        let dict = m.make(.dict(DictTable()))
        try m.fillDict(dict, Array(a.dropFirst(2)), arguments.keywords, "defaultdict")
        return m.makeInstance(a[0], [(.privateStorage, dict), (.privateFactory, factory)])
      },
      .free("__init__", of: .defaultdict) { (m, arguments) throws(Interrupt) in
        let a = arguments.positional
        let dict = m.storage(of: a[0])
        try m.fillDict(dict, Array(a.dropFirst(2)), arguments.keywords, "defaultdict")
        m.setState(.privateFactory, of: a[0], to: a.count > 1 ? a[1] : .none)
        return .none
      },
      .two("__missing__", of: .defaultdict) { (m, a, key) throws(Interrupt) in
        let factory = m.state(.privateFactory, of: a)
        if factory == .none { throw m.raise(.keyError, arguments: [key]) }
        let value = try m.call(factory, [])
        try m.setDictValue(m.storage(of: a), key, value)
        return value
      },
      .getter("default_factory", of: .defaultdict) { (m, a) throws(Interrupt) in
        m.state(.privateFactory, of: a)
      },
      .one("__repr__", of: .defaultdict) { (m, a) throws(Interrupt) in
        let factory = try m.repr(m.state(.privateFactory, of: a))
        let inner = try m.repr(m.storage(of: a))
        return m.make(
          text: Text("defaultdict(") + factory + Text(", ") + inner + Text(")"))
      },
      .one("copy", of: .defaultdict) { (m, a) throws(Interrupt) in
        let dict = try m.copyOfDict(a)
        return m.makeInstance(
          m.type(of: a),
          [(.privateStorage, dict), (.privateFactory, m.state(.privateFactory, of: a))])
      },
      .free("__new__", of: .orderedDict, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        let a = arguments.positional
        let dict = m.make(.dict(DictTable()))
        try m.fillDict(dict, Array(a.dropFirst()), arguments.keywords, "OrderedDict")
        return m.makeInstance(a[0], [(.privateStorage, dict)])
      },
      .bound("move_to_end", of: .orderedDict, "self, key, last=True") { (m, a) throws(Interrupt) in
        let dict = m.storage(of: a[0])
        guard let value = try m.removeDictValue(dict, a[1]) else {
          throw m.raise(.keyError, arguments: [a[1]])
        }
        let rest = m.dict(dict)?.entries.filter { $0.key != .missing } ?? []
        let goesLast = try m.flag(a[2], default: true)
        if goesLast {
          try m.setDictValue(dict, a[1], value)
        } else {
          m.withDict(dict) { $0.removeAll() }
          try m.setDictValue(dict, a[1], value)
          for entry in rest { try m.setDictValue(dict, entry.key, entry.value) }
        }
        return .none
      },
      .bound("popitem", of: .orderedDict, "self, last=True") { (m, a) throws(Interrupt) in
        let dict = m.storage(of: a[0])
        let goesLast = try m.flag(a[1], default: true)
        let entries = m.dict(dict)?.entries.filter { $0.key != .missing } ?? []
        guard let entry = goesLast ? entries.last : entries.first else {
          throw m.raise(.keyError, "dictionary is empty")
        }
        _ = try m.removeDictValue(dict, entry.key)
        return m.make(tuple: [entry.key, entry.value])
      },
      .one("__repr__", of: .orderedDict) { (m, a) throws(Interrupt) in
        let view = m.make(.dictView(.items, dict: m.storage(of: a)))
        let items = m.make(list: try m.collect(view))
        if try m.length(of: a) == 0 { return m.make("OrderedDict()") }
        return m.make(text: Text("OrderedDict(") + (try m.repr(items)) + Text(")"))
      },
    ]
  }

  private static var counterMethods: [BuiltinFunction] {
    [
      .free("__new__", of: .counter, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        let a = arguments.positional
        let dict = m.make(.dict(DictTable()))
        let counter = m.makeInstance(a[0], [(.privateStorage, dict)])
        try m.count(Array(a.dropFirst()), arguments.keywords, into: dict, sign: 1)
        return counter
      },
      .free("__init__", of: .counter) { (m, arguments) throws(Interrupt) in
        let dict = m.storage(of: arguments.positional[0])
        try m.count(
          Array(arguments.positional.dropFirst()), arguments.keywords, into: dict, sign: 1)
        return .none
      },
      .two("__missing__", of: .counter) { (_, _, _) in .int(0) },
      .free("update", of: .counter) { (m, arguments) throws(Interrupt) in
        let dict = m.storage(of: arguments.positional[0])
        try m.count(
          Array(arguments.positional.dropFirst()), arguments.keywords, into: dict, sign: 1)
        return .none
      },
      .free("subtract", of: .counter) { (m, arguments) throws(Interrupt) in
        let dict = m.storage(of: arguments.positional[0])
        try m.count(
          Array(arguments.positional.dropFirst()), arguments.keywords, into: dict, sign: -1)
        return .none
      },
      .bound("most_common", of: .counter, "self, n=None") { (m, a) throws(Interrupt) in
        let pairs = try m.mostCommon(a[0])
        let limit = a[1] == .missing || a[1] == .none ? pairs.count : max(try m.index(a[1]), 0)
        return m.make(list: Array(pairs.prefix(limit)))
      },
      .one("elements", of: .counter) { (m, a) throws(Interrupt) in
        var items: [Value] = []
        for entry in m.dict(m.storage(of: a))?.entries ?? [] where entry.key != .missing {
          items += repeatElements([entry.key], try m.index(entry.value))
        }
        return try m.iterator(of: m.make(list: items))
      },
      .one("total", of: .counter) { (m, a) throws(Interrupt) in
        var total = Value.int(0)
        for value in m.dict(m.storage(of: a))?.liveValues ?? [] {
          total = try m.binary(.add, total, value)
        }
        return total
      },
      .one("copy", of: .counter) { (m, a) throws(Interrupt) in
        let dict = try m.copyOfDict(a)
        return m.makeInstance(m.type(of: a), [(.privateStorage, dict)])
      },
      .one("__repr__", of: .counter) { (m, a) throws(Interrupt) in
        if try m.length(of: a) == 0 { return m.make("Counter()") }
        let sorted = m.make(.dict(DictTable()))
        for pair in try m.mostCommon(a) {
          let parts = m.tuple(pair) ?? []
          try m.setDictValue(sorted, parts[0], parts[1])
        }
        return m.make(text: Text("Counter(") + (try m.repr(sorted)) + Text(")"))
      },
      combining("__add__") { (m, x, y) throws(Interrupt) in try m.binary(.add, x, y) },
      combining("__sub__") { (m, x, y) throws(Interrupt) in try m.binary(.subtract, x, y) },
      combining("__and__") { (m, x, y) throws(Interrupt) in try m.less(x, y) ? x : y },
      combining("__or__") { (m, x, y) throws(Interrupt) in try m.less(x, y) ? y : x },
      .two("__delitem__", of: .counter) { (m, a, key) throws(Interrupt) in
        _ = try m.removeDictValue(m.storage(of: a), key)
        return .none
      },
    ]
  }

  /// An operator of two counters, count by count; only positive counts are kept.
  private static func combining(
    _ name: String,
    _ combine: @escaping @Sendable (inout Machine, Value, Value) throws(Interrupt) -> Value
  ) -> BuiltinFunction {
    .two(name, of: .counter) { (m, a, b) throws(Interrupt) in
      guard m.isInstance(b, of: .counter) else { return .notImplemented }
      let result = m.make(.dict(DictTable()))
      let (left, right) = (m.storage(of: a), m.storage(of: b))
      for key in (m.dict(left)?.liveKeys ?? []) + (m.dict(right)?.liveKeys ?? []) {
        let x = try m.dictValue(left, for: key) ?? .int(0)
        let y = try m.dictValue(right, for: key) ?? .int(0)
        let count = try combine(&m, x, y)
        if try m.less(.int(0), count) { try m.setDictValue(result, key, count) }
      }
      return m.makeInstance(.type(.counter), [(.privateStorage, result)])
    }
  }
}

extension Machine {
  /// Counts items of an iterable, or adds the counts of a mapping.
  fileprivate mutating func count(
    _ positional: [Value], _ keywords: [Arguments.Keyword], into dict: Value, sign: Int
  ) throws(Interrupt) {
    if positional.count > 1 {
      throw raise(
        .typeError,
        "Counter.__init__() takes from 1 to 2 positional arguments but "
          + "\(positional.count + 1) were given")
    }
    if let source = positional.first, source != .none {
      if let table = self.dict(storage(of: source)) {
        // An empty counter takes over what it is given, whatever that is.
        let takesOver = sign > 0 && self.dict(dict)?.count == 0
        for entry in table.entries where entry.key != .missing {
          if takesOver {
            try setDictValue(dict, entry.key, entry.value)
            continue
          }
          try add(entry.value, to: entry.key, in: dict, sign: sign)
        }
      } else {
        for item in try collect(source) { try add(.int(1), to: item, in: dict, sign: sign) }
      }
    }
    for keyword in keywords {
      let key = make(text: keyword.name)
      try add(keyword.value, to: key, in: dict, sign: sign)
    }
  }

  private mutating func add(
    _ count: Value, to key: Value, in dict: Value, sign: Int
  ) throws(Interrupt) {
    let old = try dictValue(dict, for: key) ?? .int(0)
    try setDictValue(dict, key, binary(sign > 0 ? .add : .subtract, old, count))
  }

  /// Pairs of item and count, the highest count first, equal ones in order of first meeting.
  fileprivate mutating func mostCommon(_ counter: Value) throws(Interrupt) -> [Value] {
    let entries = dict(storage(of: counter))?.entries.filter { $0.key != .missing } ?? []
    var keyed: [Value] = []
    for (index, entry) in entries.enumerated() {
      let negative = try unary(.minus, entry.value)
      keyed.append(make(tuple: [negative, .int(index)]))
    }
    let order = try sorted(keyed, key: .none, reverse: false)
    var pairs: [Value] = []
    for item in order {
      guard let parts = tuple(item), case .int(let index) = parts[1] else { continue }
      pairs.append(make(tuple: [entries[index].key, entries[index].value]))
    }
    return pairs
  }
}

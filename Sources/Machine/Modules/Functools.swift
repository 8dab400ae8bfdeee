// The functools and operator modules, and the callables that they make.

import Language

extension ModuleDescription {
  static var functools: ModuleDescription {
    ModuleDescription(
      id: .functools,
      functions: [
        .bound("reduce", "function, iterable, initial=None, /") { (m, a) throws(Interrupt) in
          guard m.isIterable(a[1]) else {
            throw m.raise(.typeError, "reduce() arg 2 must support iteration")
          }
          var items = try m.collect(a[1])[...]
          var total = a[2]
          if total == .missing {
            guard let first = items.popFirst() else {
              throw m.raise(
                .typeError, "reduce() of empty iterable with no initial value")
            }
            total = first
          }
          for item in items { total = try m.call(a[0], [total, item]) }
          return total
        },
        .bound("update_wrapper", "wrapper, wrapped, assigned=None, updated=None") {
          (m, a) throws(Interrupt) in try m.updateWrapper(a[0], like: a[1])
        },
        .bound("wraps", "wrapped, assigned=None, updated=None") { (m, a) throws(Interrupt) in
          m.makeCallable(.wraps, a[0])
        },
        .bound("lru_cache", "maxsize=128, typed=False") { (m, a) throws(Interrupt) in
          if m.isCallable(a[0]) { return try m.makeCache(a[0], limit: .int(128)) }
          return m.makeCallable(.cacheDecorator, a[0] == .missing ? .int(128) : a[0])
        },
        .one("cache") { (m, a) throws(Interrupt) in try m.makeCache(a, limit: .none) },
        .one("cmp_to_key") { (m, a) throws(Interrupt) in m.makeCallable(.comparisonKey, a) },
        .one("total_ordering") { (m, a) throws(Interrupt) in try m.totalOrdering(a) },
      ] + orderings,
      types: [("partial", .partial)],
      refused: [
        "singledispatch": "test with isinstance", "cached_property": "use @property",
        "partialmethod": "use a method that calls the other",
      ])
  }

  /// What `total_ordering` puts into a class, named by what it defines and what it uses.
  private static var orderings: [BuiltinFunction] {
    func derived(
      _ name: String, _ base: ComparisonOperator, negated: Bool, withEqual: Bool
    ) -> BuiltinFunction {
      .two(name) { (m, a, b) throws(Interrupt) in
        var result = try m.isTrue(m.compare(base, a, b))
        if withEqual {
          let same = try m.isTrue(m.compare(.equal, a, b))
          result = negated ? !result && !same : result || same
        } else if negated {
          result = !result
        }
        return .bool(result)
      }
    }
    return [
      derived("_gt_lt", .less, negated: true, withEqual: true),
      derived("_le_lt", .less, negated: false, withEqual: true),
      derived("_ge_lt", .less, negated: true, withEqual: false),
      derived("_lt_gt", .greater, negated: true, withEqual: true),
      derived("_ge_gt", .greater, negated: false, withEqual: true),
      derived("_le_gt", .greater, negated: true, withEqual: false),
    ]
  }

  static var `operator`: ModuleDescription {
    func binary(_ name: String, _ op: BinaryOperator) -> BuiltinFunction {
      .two(name) { (m, a, b) throws(Interrupt) in try m.binary(op, a, b) }
    }
    func comparison(_ name: String, _ op: ComparisonOperator) -> BuiltinFunction {
      .two(name) { (m, a, b) throws(Interrupt) in try m.compare(op, a, b) }
    }
    return ModuleDescription(
      id: .operator,
      functions: [
        binary("add", .add), binary("sub", .subtract), binary("mul", .multiply),
        binary("truediv", .divide), binary("floordiv", .floorDivide), binary("mod", .modulo),
        binary("pow", .power), binary("and_", .bitAnd), binary("or_", .bitOr),
        binary("xor", .bitXor), binary("lshift", .shiftLeft), binary("rshift", .shiftRight),
        binary("concat", .add),
        comparison("eq", .equal), comparison("ne", .notEqual), comparison("lt", .less),
        comparison("le", .lessOrEqual), comparison("gt", .greater),
        comparison("ge", .greaterOrEqual), comparison("is_", .is), comparison("is_not", .isNot),
        .two("contains") { (m, a, b) throws(Interrupt) in try m.compare(.in, b, a) },
        .two("getitem") { (m, a, b) throws(Interrupt) in try m.item(of: a, b) },
        .one("neg") { (m, a) throws(Interrupt) in try m.unary(.minus, a) },
        .one("not_") { (m, a) throws(Interrupt) in .bool(try !m.isTrue(a)) },
        .one("truth") { (m, a) throws(Interrupt) in .bool(try m.isTrue(a)) },
        .bound("itemgetter", "*items") { (m, a) throws(Interrupt) in
          m.makeCallable(.itemgetter, a[0])
        },
        .bound("attrgetter", "*attributes") { (m, a) throws(Interrupt) in
          m.makeCallable(.attrgetter, a[0])
        },
        .free("methodcaller") { (m, arguments) throws(Interrupt) in
          let all = m.make(tuple: arguments.positional)
          return m.makeCallable(.methodcaller, all)
        },
      ])
  }
}

/// What calling a `functionWrapper` does; its `_function` is what it was made from.
enum CallableForm: Int {
  case cache, cacheDecorator, wraps, comparisonKey, contextManager, itemgetter, attrgetter
  case methodcaller
}

extension Library {
  /// The methods of the callables that functools and contextlib make.
  static var functoolsMethods: [BuiltinFunction] {
    [
      .free("__call__", of: .functionWrapper) { (m, arguments) throws(Interrupt) in
        try m.callWrapper(arguments)
      },
      .one("cache_clear", of: .functionWrapper) { (m, a) throws(Interrupt) in
        let table = m.make(.dict(DictTable()))
        m.setState(.privateResult, of: a, to: table)
        m.setState(.privateCount, of: a, to: .int(0))
        return .none
      },
      .one("cache_info", of: .functionWrapper) { (m, a) throws(Interrupt) in try m.cacheInfo(a) },
      .free("__new__", of: .partial, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        guard arguments.positional.count > 1 else {
          throw m.raise(
            .typeError, "type 'partial' takes at least one argument")
        }
        guard m.isCallable(arguments.positional[1]) else {
          throw m.raise(.typeError, "the first argument must be callable")
        }
        let rest = m.make(tuple: Array(arguments.positional.dropFirst(2)))
        let keywords = try m.makeDict(of: arguments.keywords)
        return m.makeInstance(
          arguments.positional[0],
          [
            (.privateFunction, arguments.positional[1]), (.privateArgs, rest),
            (.privateKwargs, keywords),
          ])
      },
      .free("__call__", of: .partial) { (m, arguments) throws(Interrupt) in
        let own = arguments.positional[0]
        let first = m.tuple(m.state(.privateArgs, of: own)) ?? []
        var keywords: [Arguments.Keyword] = []
        for entry in m.dict(m.state(.privateKwargs, of: own))?.entries ?? []
        where entry.key != .missing {
          guard let name = m.text(entry.key),
            !arguments.keywords.contains(where: { $0.name == name })
          else { continue }
          keywords.append(Arguments.Keyword(name: name, value: entry.value))
        }
        return try m.call(
          m.state(.privateFunction, of: own), first + arguments.positional.dropFirst(),
          keywords: keywords + arguments.keywords)
      },
      .getter("func", of: .partial) { (m, a) throws(Interrupt) in m.state(.privateFunction, of: a)
      },
      .getter("args", of: .partial) { (m, a) throws(Interrupt) in m.state(.privateArgs, of: a) },
      .getter("keywords", of: .partial) { (m, a) throws(Interrupt) in
        m.state(.privateKwargs, of: a)
      },
      .one("__repr__", of: .partial) { (m, a) throws(Interrupt) in
        var text = Text("functools.partial(") + (try m.repr(m.state(.privateFunction, of: a)))
        for item in m.tuple(m.state(.privateArgs, of: a)) ?? [] {
          text = text + Text(", ") + (try m.repr(item))
        }
        for entry in m.dict(m.state(.privateKwargs, of: a))?.entries ?? []
        where entry.key != .missing {
          text = text + Text(", ") + (try m.str(entry.key)) + Text("=") + (try m.repr(entry.value))
        }
        return m.make(text: text + Text(")"))
      },
      comparison("__lt__") { $0 < 0 }, comparison("__gt__") { $0 > 0 },
      comparison("__le__") { $0 <= 0 }, comparison("__ge__") { $0 >= 0 },
      comparison("__eq__") { $0 == 0 },
    ]
  }

  private static func comparison(
    _ name: String, _ holds: @escaping @Sendable (Int) -> Bool
  ) -> BuiltinFunction {
    .two(name, of: .comparisonKey) { (m, a, b) throws(Interrupt) in
      let result = try m.call(
        m.state(.privateFunction, of: a),
        [m.state(.privateResult, of: a), m.state(.privateResult, of: b)])
      if case .int(let int)? = m.number(result) { return .bool(holds(int)) }
      return try m.compare(.less, result, .int(0))
    }
  }
}

extension Machine {
  /// Keyword arguments as a dict.
  mutating func makeDict(of keywords: [Arguments.Keyword]) throws(Interrupt) -> Value {
    var pairs: [(Value, Value)] = []
    for keyword in keywords { pairs.append((make(text: keyword.name), keyword.value)) }
    return try makeDict(pairs)
  }

  mutating func makeCallable(_ form: CallableForm, _ function: Value) -> Value {
    makeInstance(
      .type(.functionWrapper),
      [(.privateKind, .int(form.rawValue)), (.privateFunction, function)])
  }

  fileprivate mutating func makeCache(
    _ function: Value, limit: Value
  ) throws(Interrupt) -> Value {
    let cache = makeCallable(.cache, function)
    let table = make(.dict(DictTable()))
    setState(.privateResult, of: cache, to: table)
    setState(.privateMaximum, of: cache, to: limit)
    setState(.privateCount, of: cache, to: .int(0))
    return try updateWrapper(cache, like: function)
  }

  /// Gives a wrapper the name and text of what it wraps.
  mutating func updateWrapper(
    _ wrapper: Value, like wrapped: Value
  ) throws(Interrupt) -> Value {
    for name in [Name.dunderModule, .dunderName, .dunderQualname, .dunderDoc] {
      if let value = try attributeIfPresent(NameID(name), of: wrapped) {
        try setWrapperAttribute(NameID(name), of: wrapper, to: value)
      }
    }
    try setWrapperAttribute(NameID(.dunderWrapped), of: wrapper, to: wrapped)
    return wrapper
  }

  private mutating func setWrapperAttribute(
    _ name: NameID, of wrapper: Value, to value: Value
  ) throws(Interrupt) {
    if case .instance? = object(wrapper) {
      _ = withInstance(wrapper) { $0.attributes.set(name, value) }
    } else {
      try setAttribute(name, of: wrapper, to: value)
    }
  }

  fileprivate mutating func callWrapper(_ arguments: Arguments) throws(Interrupt) -> Value {
    let own = arguments.positional[0]
    let rest = Array(arguments.positional.dropFirst())
    let function = state(.privateFunction, of: own)
    guard case .int(let number) = state(.privateKind, of: own),
      let form = CallableForm(rawValue: number)
    else { return .none }
    switch form {
    case .cache: return try callCache(own, function, rest, arguments.keywords)
    case .cacheDecorator: return try makeCache(rest.first ?? .none, limit: function)
    case .wraps: return try updateWrapper(rest.first ?? .none, like: function)
    case .comparisonKey:
      return makeInstance(
        .type(.comparisonKey),
        [(.privateFunction, function), (.privateResult, rest.first ?? .none)])
    case .contextManager:
      let generator = try call(function, rest, keywords: arguments.keywords)
      return makeInstance(.type(.contextManager), [(.privateGenerator, generator)])
    case .itemgetter, .attrgetter:
      guard let subject = rest.first else {
        throw raise(.typeError, "\(form) expected 1 argument, got 0")
      }
      var results: [Value] = []
      for key in tuple(function) ?? [] {
        results.append(
          form == .itemgetter ? try item(of: subject, key) : try attribute(path: key, of: subject))
      }
      return results.count == 1 ? results[0] : make(tuple: results)
    case .methodcaller:
      let parts = tuple(function) ?? []
      let method = try attribute(path: parts.first ?? .none, of: rest.first ?? .none)
      return try call(method, Array(parts.dropFirst()))
    }
  }

  private mutating func attribute(
    path: Value, of subject: Value
  ) throws(Interrupt) -> Value {
    guard let text = text(path) else {
      throw raise(.typeError, "attribute name must be a string")
    }
    var value = subject
    for name in text.string.split(separator: ".") {
      value = try attribute(nameID(for: Text(String(name))), of: value)
    }
    return value
  }

  // MARK: Caches

  /// `_result` holds the results by arguments, oldest first; `_count` counts the hits.
  private mutating func callCache(
    _ cache: Value, _ function: Value, _ positional: [Value], _ keywords: [Arguments.Keyword]
  ) throws(Interrupt) -> Value {
    var parts = positional
    if !keywords.isEmpty { parts.append(.ellipsis) }
    for keyword in keywords { parts += [make(text: keyword.name), keyword.value] }
    let key = make(tuple: parts)
    let table = state(.privateResult, of: cache)
    if let found = try dictValue(table, for: key) {
      if case .int(let hits) = state(.privateCount, of: cache) {
        setState(.privateCount, of: cache, to: .int(hits + 1))
      }
      if case .int = state(.privateMaximum, of: cache) {
        _ = try removeDictValue(table, key)
        try setDictValue(table, key, found)
      }
      return found
    }
    let result = try call(function, positional, keywords: keywords)
    let misses = state(.privateOwner, of: cache)
    if case .int(let count) = misses {
      setState(.privateOwner, of: cache, to: .int(count + 1))
    } else {
      setState(.privateOwner, of: cache, to: .int(1))
    }
    if case .int(let limit) = state(.privateMaximum, of: cache) {
      if limit <= 0 { return result }
      if let full = dict(table), full.count >= limit, let oldest = full.liveKeys.first {
        _ = try removeDictValue(table, oldest)
      }
    }
    try setDictValue(table, key, result)
    return result
  }

  fileprivate mutating func cacheInfo(_ cache: Value) throws(Interrupt) -> Value {
    let size = dict(state(.privateResult, of: cache))?.count ?? 0
    let misses = state(.privateOwner, of: cache)
    let type = try makeNamedTuple(
      "CacheInfo", ["hits", "misses", "maxsize", "currsize"], defaults: [])
    let parts = make(tuple: [
      state(.privateCount, of: cache), misses == .none ? .int(0) : misses,
      state(.privateMaximum, of: cache), .int(size),
    ])
    return makeInstance(type, [(.privateStorage, parts)])
  }

  fileprivate mutating func totalOrdering(_ type: Value) throws(Interrupt) -> Value {
    let attributes = userClass(type)?.attributes
    let derived: [(Name, String)]
    if attributes?[.dunderLt] != nil {
      derived = [(.dunderGt, "_gt_lt"), (.dunderLe, "_le_lt"), (.dunderGe, "_ge_lt")]
    } else if attributes?[.dunderGt] != nil {
      derived = [(.dunderLt, "_lt_gt"), (.dunderGe, "_ge_gt"), (.dunderLe, "_le_gt")]
    } else {
      throw raise(
        .valueError, "must define at least one ordering operation: < > <= >=")
    }
    for (name, function) in derived where attributes?[name] == nil {
      if let value = image.library.contents(of: .functools)[nameID(for: Text(function))] {
        try setAttribute(NameID(name), of: type, to: value)
      }
    }
    return type
  }
}

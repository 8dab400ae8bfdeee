// `collections.deque`: an instance that holds its items as a list under `_items`, and its bound under
// `_maximum`.

import Language

extension Library {
  static var dequeMethods: [BuiltinFunction] { changingDeque + askingDeque }

  private static var changingDeque: [BuiltinFunction] {
    [
      .bound("__new__", of: .deque, as: .staticMethod, "type, iterable=(), maxlen=None") {
        (m, a) throws(Interrupt) in
        var items = a[1] == .missing ? [] : try m.collect(a[1])
        var maximum = Value.none
        if a[2] != .missing, a[2] != .none {
          let limit = try m.index(a[2])
          if limit < 0 { throw m.raise(.valueError, "maxlen must be non-negative") }
          maximum = .int(limit)
          items = Array(items.suffix(limit))
        }
        let list = m.make(list: items)
        return m.makeInstance(a[0], [(.privateItems, list), (.privateMaximum, maximum)])
      },
      .bound("__init__", of: .deque, "self, iterable=(), maxlen=None") { (m, a) throws(Interrupt) in
        var items = a[1] == .missing ? [] : try m.collect(a[1])
        var maximum = Value.none
        if a[2] != .missing, a[2] != .none {
          maximum = .int(try m.index(a[2]))
          items = Array(items.suffix(try m.index(a[2])))
        }
        let kept = items
        m.setState(.privateMaximum, of: a[0], to: maximum)
        m.withList(m.items(of: a[0])) { $0 = kept }
        return .none
      },
      .two("append", of: .deque) { (m, a, item) throws(Interrupt) in
        let limit = m.maximumLength(a)
        m.withList(m.items(of: a)) { list in
          list.append(item)
          if list.count > limit { list.removeFirst() }
        }
        return .none
      },
      .two("appendleft", of: .deque) { (m, a, item) throws(Interrupt) in
        let limit = m.maximumLength(a)
        m.withList(m.items(of: a)) { list in
          list.insert(item, at: 0)
          if list.count > limit { list.removeLast() }
        }
        return .none
      },
      .one("pop", of: .deque) { (m, a) throws(Interrupt) in
        if let item = m.withList(m.items(of: a), { $0.popLast() }) { return item }
        throw m.raise(.indexError, "pop from an empty deque")
      },
      .one("popleft", of: .deque) { (m, a) throws(Interrupt) in
        let item = m.withList(m.items(of: a)) { $0.isEmpty ? nil : $0.removeFirst() }
        if let item { return item }
        throw m.raise(.indexError, "pop from an empty deque")
      },
      .two("extend", of: .deque) { (m, a, items) throws(Interrupt) in
        let more = try m.collect(items)
        let limit = m.maximumLength(a)
        m.withList(m.items(of: a)) { list in
          list += more
          if list.count > limit { list.removeFirst(list.count - limit) }
        }
        return .none
      },
      .two("extendleft", of: .deque) { (m, a, items) throws(Interrupt) in
        let more = try m.collect(items)
        let limit = m.maximumLength(a)
        m.withList(m.items(of: a)) { list in
          list.insert(contentsOf: more.reversed(), at: 0)
          if list.count > limit { list.removeLast(list.count - limit) }
        }
        return .none
      },
      .bound("rotate", of: .deque, "self, n=1, /") { (m, a) throws(Interrupt) in
        let steps = try m.integerArgument(a[1], default: 1)
        m.withList(m.items(of: a[0])) { list in
          guard list.count > 1 else { return }
          let shift = ((steps % list.count) + list.count) % list.count
          let cut = list.count - shift
          list = Array(list[cut...] + list[..<cut])
        }
        return .none
      },
      .one("clear", of: .deque) { (m, a) throws(Interrupt) in
        m.withList(m.items(of: a)) { $0 = [] }
        return .none
      },
      .one("reverse", of: .deque) { (m, a) throws(Interrupt) in
        m.withList(m.items(of: a)) { $0.reverse() }
        return .none
      },
      .two("remove", of: .deque) { (m, a, item) throws(Interrupt) in
        let list = m.items(of: a)
        guard let index = try m.firstIndex(of: item, in: m.list(list) ?? []) else {
          throw m.raise(.valueError, "deque.remove(x): x not in deque")
        }
        m.withList(list) { _ = $0.remove(at: index) }
        return .none
      },
      .bound("insert", of: .deque, "self, index, object, /") { (m, a) throws(Interrupt) in
        let index = try m.index(a[1])
        let list = m.items(of: a[0])
        if (m.list(list)?.count ?? 0) >= m.maximumLength(a[0]) {
          throw m.raise(.indexError, "deque already at its maximum size")
        }
        m.withList(list) { list in
          list.insert(
            a[2], at: index < 0 ? max(index + list.count, 0) : min(index, list.count))
        }
        return .none
      },
    ]
  }

  private static var askingDeque: [BuiltinFunction] {
    [
      .one("copy", of: .deque) { (m, a) throws(Interrupt) in
        let list = m.make(list: m.list(m.items(of: a)) ?? [])
        return m.makeInstance(
          m.type(of: a),
          [(.privateItems, list), (.privateMaximum, m.state(.privateMaximum, of: a))])
      },
      .two("count", of: .deque) { (m, a, item) throws(Interrupt) in
        .int(try m.count(item, in: m.list(m.items(of: a)) ?? []))
      },
      .bound("index", of: .deque, "self, value, start=0, stop=None, /") {
        (m, a) throws(Interrupt) in
        let items = m.list(m.items(of: a[0])) ?? []
        let (start, end) = try m.bounds(a[2], a[3], in: items.count)
        if let found = try m.firstIndex(of: a[1], in: items, start, end) { return .int(found) }
        let shown = try m.repr(a[1]).string
        throw m.raise(.valueError, "\(shown) is not in deque")
      },
      .one("__copy__", of: .deque) { (m, a) throws(Interrupt) in
        let list = m.make(list: m.list(m.items(of: a)) ?? [])
        return m.makeInstance(
          m.type(of: a),
          [(.privateItems, list), (.privateMaximum, m.state(.privateMaximum, of: a))])
      },
      .getter("maxlen", of: .deque) { (m, a) throws(Interrupt) in m.state(.privateMaximum, of: a) },
      .one("__len__", of: .deque) { (m, a) throws(Interrupt) in
        .int(m.list(m.items(of: a))?.count ?? 0)
      },
      .one("__iter__", of: .deque) { (m, a) throws(Interrupt) in
        try m.iterator(of: m.items(of: a))
      },
      .two("__contains__", of: .deque) { (m, a, item) throws(Interrupt) in
        try m.compare(.in, item, m.items(of: a))
      },
      .two("__getitem__", of: .deque) { (m, a, key) throws(Interrupt) in
        if case .slice? = m.object(key) {
          throw m.raise(.typeError, "sequence index must be integer, not 'slice'")
        }
        let items = m.list(m.items(of: a)) ?? []
        return items[try m.position(key, in: items.count, "deque")]
      },
      .bound("__setitem__", of: .deque, "self, key, value, /") { (m, a) throws(Interrupt) in
        let list = m.items(of: a[0])
        let place = try m.position(a[1], in: m.list(list)?.count ?? 0, "deque")
        m.withList(list) { $0[place] = a[2] }
        return .none
      },
      .two("__delitem__", of: .deque) { (m, a, key) throws(Interrupt) in
        let list = m.items(of: a)
        let place = try m.position(key, in: m.list(list)?.count ?? 0, "deque")
        m.withList(list) { _ = $0.remove(at: place) }
        return .none
      },
      .two("__eq__", of: .deque) { (m, a, b) throws(Interrupt) in
        guard m.isInstance(b, of: .deque) else { return .notImplemented }
        return .bool(try m.equal(m.items(of: a), m.items(of: b)))
      },
      .two("__add__", of: .deque) { (m, a, b) throws(Interrupt) in
        guard m.isInstance(b, of: .deque) else {
          throw m.raise(
            .typeError,
            "can only concatenate deque (not \"\(m.shownType(of: b))\") to deque")
        }
        let list = m.make(list: (m.list(m.items(of: a)) ?? []) + (m.list(m.items(of: b)) ?? []))
        return m.makeInstance(
          m.type(of: a),
          [(.privateItems, list), (.privateMaximum, m.state(.privateMaximum, of: a))])
      },
      .two("__mul__", of: .deque) { (m, a, times) throws(Interrupt) in try m.repeated(a, times) },
      .two("__rmul__", of: .deque) { (m, a, times) throws(Interrupt) in try m.repeated(a, times) },
      ordering("__lt__", .less), ordering("__le__", .lessOrEqual),
      ordering("__gt__", .greater), ordering("__ge__", .greaterOrEqual),
      .two("__iadd__", of: .deque) { (m, a, b) throws(Interrupt) in
        let more = try m.collect(b)
        let limit = m.maximumLength(a)
        m.withList(m.items(of: a)) { list in
          list += more
          if list.count > limit { list.removeFirst(list.count - limit) }
        }
        return a
      },
      .one("__repr__", of: .deque) { (m, a) throws(Interrupt) in
        let maximum = m.state(.privateMaximum, of: a)
        let items = m.list(m.items(of: a)) ?? []
        let close = maximum == .none ? "])" : "], maxlen=\(m.maximumLength(a)))"
        return m.make(
          text: try m.container(a, "deque([", close, again: "[...]") {
            (m, bytes) throws(Interrupt) in try m.appendItems(items, to: &bytes)
          })
      },
    ]
  }
}

extension Library {
  private static func ordering(_ name: String, _ op: ComparisonOperator) -> BuiltinFunction {
    .two(name, of: .deque) { (m, a, b) throws(Interrupt) in
      guard m.isInstance(b, of: .deque) else { return .notImplemented }
      return try m.compare(op, m.items(of: a), m.items(of: b))
    }
  }
}

extension Machine {
  /// A deque with the items so many times, the last of them where it is bounded.
  fileprivate mutating func repeated(_ deque: Value, _ times: Value) throws(Interrupt) -> Value {
    let repeated = try binary(.multiply, items(of: deque), times)
    let kept = make(list: Array((list(repeated) ?? []).suffix(maximumLength(deque))))
    return makeInstance(
      type(of: deque),
      [(.privateItems, kept), (.privateMaximum, state(.privateMaximum, of: deque))])
  }

  /// The list of a deque's items.
  fileprivate func items(of deque: Value) -> Value { state(.privateItems, of: deque) }

  /// A deque's bound; very large where it has none.
  fileprivate func maximumLength(_ deque: Value) -> Int {
    if case .int(let limit) = state(.privateMaximum, of: deque) { limit } else { .max }
  }
}

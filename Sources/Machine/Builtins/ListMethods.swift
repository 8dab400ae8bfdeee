// The methods of `list`, `tuple`, `range` and `slice`.

import Language

extension Library {
  static var listMethods: [BuiltinFunction] {
    [
      .bound("__new__", of: .list, as: .staticMethod, "type, iterable=(), /") {
        (m, a) throws(Interrupt) in
        let items = a[1] == .missing ? [] : try m.collect(a[1])
        let list = m.make(list: items)
        return m.instance(of: a[0], .list, holding: list)
      },
      .two("append", of: .list) { (m, list, item) throws(Interrupt) in
        m.withList(list) { $0.append(item) }
        return .none
      },
      .two("extend", of: .list) { (m, list, items) throws(Interrupt) in
        try m.extendList(list, from: items)
        return .none
      },
      .bound("insert", of: .list, "self, index, object, /") { (m, a) throws(Interrupt) in
        let index = try m.index(a[1])
        m.withList(a[0]) { list in
          let place = index < 0 ? max(index + list.count, 0) : min(index, list.count)
          list.insert(a[2], at: place)
        }
        return .none
      },
      .bound("pop", of: .list, "self, index=-1, /") { (m, a) throws(Interrupt) in
        let count = m.list(a[0])?.count ?? 0
        if count == 0 { throw m.raise(.indexError, "pop from empty list") }
        let index = try m.integerArgument(a[1], default: -1)
        let place = index < 0 ? index + count : index
        guard place >= 0, place < count else {
          throw m.raise(.indexError, "pop index out of range")
        }
        return m.withList(a[0]) { $0.remove(at: place) }
      },
      .two("remove", of: .list) { (m, list, item) throws(Interrupt) in
        guard let index = try m.firstIndex(of: item, in: m.list(list) ?? []) else {
          throw m.raise(.valueError, "list.remove(x): x not in list")
        }
        m.withList(list) { if index < $0.count { $0.remove(at: index) } }
        return .none
      },
      .one("clear", of: .list) { (m, list) throws(Interrupt) in
        m.withList(list) { $0.removeAll() }
        return .none
      },
      .one("copy", of: .list) { (m, list) throws(Interrupt) in m.make(list: m.list(list) ?? []) },
      .one("reverse", of: .list) { (m, list) throws(Interrupt) in
        m.withList(list) { $0.reverse() }
        return .none
      },
      .bound("sort", of: .list, "self, /, *, key=None, reverse=False") {
        (m, a) throws(Interrupt) in
        let key = a[1] == .missing ? .none : a[1]
        let reverse = try m.integerArgument(a[2], default: 0) != 0
        let count = m.list(a[0])?.count
        let sorted = try m.sorted(m.list(a[0]) ?? [], key: key, reverse: reverse)
        if m.list(a[0])?.count != count { throw m.raise(.valueError, "list modified during sort") }
        m.withList(a[0]) { $0 = sorted }
        return .none
      },
      .two("count", of: .list) { (m, list, item) throws(Interrupt) in
        .int(try m.count(item, in: m.list(list) ?? []))
      },
      .bound("index", of: .list, "self, value, start=0, stop=None, /") {
        (m, a) throws(Interrupt) in
        let items = m.list(a[0]) ?? []
        let (start, end) = try m.bounds(a[2], a[3], in: items.count)
        if let found = try m.firstIndex(of: a[1], in: items, start, end) { return .int(found) }
        let shown = try m.repr(a[1]).string
        throw m.raise(.valueError, "\(shown) is not in list")
      },
    ]
  }

  static var tupleMethods: [BuiltinFunction] {
    [
      .bound("__new__", of: .tuple, as: .staticMethod, "type, iterable=(), /") {
        (m, a) throws(Interrupt) in
        if a[0] == .type(.tuple), a[1] != .missing, m.tuple(a[1]) != nil { return a[1] }
        let items = a[1] == .missing ? [] : try m.collect(a[1])
        let tuple = m.make(tuple: items)
        return m.instance(of: a[0], .tuple, holding: tuple)
      },
      .two("count", of: .tuple) { (m, tuple, item) throws(Interrupt) in
        .int(try m.count(item, in: m.tuple(tuple) ?? []))
      },
      .bound("index", of: .tuple, "self, value, start=0, stop=None, /") {
        (m, a) throws(Interrupt) in
        let items = m.tuple(a[0]) ?? []
        let (start, end) = try m.bounds(a[2], a[3], in: items.count)
        if let found = try m.firstIndex(of: a[1], in: items, start, end) { return .int(found) }
        throw m.raise(.valueError, "tuple.index(x): x not in tuple")
      },
    ]
  }

  static var rangeMethods: [BuiltinFunction] {
    [
      .free("__new__", of: .range, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        let a = arguments.positional
        guard arguments.keywords.isEmpty else {
          throw m.raise(.typeError, "range() takes no keyword arguments")
        }
        guard a.count > 1 else {
          throw m.raise(.typeError, "range expected at least 1 argument, got 0")
        }
        guard a.count < 5 else {
          throw m.raise(.typeError, "range expected at most 3 arguments, got \(a.count - 1)")
        }
        var range = RangeObject(start: 0, stop: try m.index(a[a.count == 2 ? 1 : 2]), step: 1)
        if a.count > 2 { range.start = try m.index(a[1]) }
        if a.count > 3 { range.step = try m.index(a[3]) }
        if range.step == 0 { throw m.raise(.valueError, "range() arg 3 must not be zero") }
        return m.make(.range(range))
      },
      .getter("start", of: .range) { (m, a) throws(Interrupt) in .int(m.range(a).start) },
      .getter("stop", of: .range) { (m, a) throws(Interrupt) in .int(m.range(a).stop) },
      .getter("step", of: .range) { (m, a) throws(Interrupt) in .int(m.range(a).step) },
      .two("count", of: .range) { (m, a, item) throws(Interrupt) in
        .int(try m.containsBuiltin(a, item) == true ? 1 : 0)
      },
      .two("index", of: .range) { (m, a, item) throws(Interrupt) in
        if case .int(let int)? = m.number(item), let found = m.range(a).firstIndex(of: int) {
          return .int(found)
        }
        let shown = try m.repr(item).string
        throw m.raise(.valueError, "\(shown) is not in range")
      },
      .free("__new__", of: .slice, as: .staticMethod) { (m, arguments) throws(Interrupt) in
        let a = arguments.positional
        guard a.count > 1, a.count < 5 else {
          throw m.raise(.typeError, "slice expected at least 1 argument, got \(a.count - 1)")
        }
        return m.make(
          .slice(
            start: a.count == 2 ? .none : a[1], stop: a.count == 2 ? a[1] : a[2],
            step: a.count > 3 ? a[3] : .none))
      },
      .getter("start", of: .slice) { (m, a) throws(Interrupt) in
        if case .slice(let start, _, _)? = m.object(a) { start } else { .none }
      },
      .getter("stop", of: .slice) { (m, a) throws(Interrupt) in
        if case .slice(_, let stop, _)? = m.object(a) { stop } else { .none }
      },
      .getter("step", of: .slice) { (m, a) throws(Interrupt) in
        if case .slice(_, _, let step)? = m.object(a) { step } else { .none }
      },
      .two("indices", of: .slice) { (m, a, length) throws(Interrupt) in
        guard case .slice(let start, let stop, let step)? = m.object(a) else { return .none }
        let range = try m.range(start, stop, step, length: try m.index(length))
        return m.make(tuple: [.int(range.start), .int(range.stop), .int(range.step)])
      },
    ]
  }
}

extension Machine {
  func range(_ value: Value) -> RangeObject {
    if case .range(let range)? = object(value) {
      range
    } else {
      RangeObject(start: 0, stop: 0, step: 1)
    }
  }

  mutating func firstIndex(
    of item: Value, in items: [Value], _ start: Int = 0, _ end: Int = .max
  ) throws(Interrupt) -> Int? {
    var index = start
    while index < min(end, items.count) {
      if try same(items[index], item) { return index }
      index += 1
    }
    return nil
  }

  mutating func count(_ item: Value, in items: [Value]) throws(Interrupt) -> Int {
    var count = 0
    for other in items where try same(other, item) { count += 1 }
    return count
  }
}

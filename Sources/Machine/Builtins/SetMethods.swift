// The methods of `set` and `frozenset`.

import Language

extension Library {
  static var setMethods: [BuiltinFunction] {
    changingSetMethods + commonSetMethods(.set) + commonSetMethods(.frozenset)
  }

  private static var changingSetMethods: [BuiltinFunction] {
    [
      .bound("__new__", of: .set, as: .staticMethod, "type, iterable=(), /") {
        (m, a) throws(Interrupt) in
        let table = a[1] == .missing ? SetTable() : try m.table(ofIterable: a[1])
        let set = m.make(.set(table))
        return m.instance(of: a[0], .set, holding: set)
      },
      .bound("__new__", of: .frozenset, as: .staticMethod, "type, iterable=(), /") {
        (m, a) throws(Interrupt) in
        if a[0] == .type(.frozenset), case .frozenSet? = m.object(a[1]) { return a[1] }
        let table = a[1] == .missing ? SetTable() : try m.table(ofIterable: a[1])
        let set = m.make(.frozenSet(table))
        return m.instance(of: a[0], .frozenset, holding: set)
      },
      .two("add", of: .set) { (m, set, item) throws(Interrupt) in
        try m.addToSet(set, item)
        return .none
      },
      .two("remove", of: .set) { (m, set, item) throws(Interrupt) in
        if try !m.removeFromSet(set, item) { throw m.raise(.keyError, arguments: [item]) }
        return .none
      },
      .two("discard", of: .set) { (m, set, item) throws(Interrupt) in
        _ = try m.removeFromSet(set, item)
        return .none
      },
      .one("pop", of: .set) { (m, set) throws(Interrupt) in
        guard let item = m.withSet(set, { $0.popAny() }) else {
          throw m.raise(.keyError, "pop from an empty set")
        }
        return item
      },
      .one("clear", of: .set) { (m, set) throws(Interrupt) in
        m.withSet(set) { $0.removeAll() }
        return .none
      },
      .bound("update", of: .set, "self, *others") { (m, a) throws(Interrupt) in
        var table = m.set(a[0]) ?? SetTable()
        for other in m.tuple(a[1]) ?? [] {
          if let kind = m.setKind(m.storage(of: other)), kind != .view {
            try m.merge(m.tableOfSet(other), into: &table)
          } else {
            for item in try m.collect(other) { try m.insert(item, into: &table) }
          }
        }
        m.withSet(a[0]) { $0 = table }
        return .none
      },
      changing("intersection_update") { (m, a, b) throws(Interrupt) in
        try m.intersection(a, with: b)
      },
      changing("difference_update") { (m, a, b) throws(Interrupt) in
        var result = a
        for entry in b.entries {
          if let probe = try m.find(entry.item, hash: entry.hash, in: result) {
            result.remove(at: probe)
          }
        }
        return result
      },
      changing("symmetric_difference_update") { (m, a, b) throws(Interrupt) in
        try m.symmetricDifference(b, with: a)
      },
    ]
  }

  private typealias Combine =
    @Sendable (inout Machine, SetTable, SetTable) throws(Interrupt) -> SetTable

  private static func changing(_ name: String, _ combine: @escaping Combine) -> BuiltinFunction {
    .bound(name, of: .set, "self, *others") { (m, a) throws(Interrupt) in
      var table = m.set(a[0]) ?? SetTable()
      for other in m.tuple(a[1]) ?? [] { table = try combine(&m, table, m.tableOfSet(other)) }
      m.withSet(a[0]) { $0 = table }
      return .none
    }
  }

  private static func combining(
    _ name: String, _ owner: TypeID, _ combine: @escaping Combine
  ) -> BuiltinFunction {
    .bound(name, of: owner, "self, *others") { (m, a) throws(Interrupt) in
      var table = SetTable()
      table.fillFrom(m.set(a[0]) ?? SetTable())
      for other in m.tuple(a[1]) ?? [] { table = try combine(&m, table, m.tableOfSet(other)) }
      return m.make(owner == .set ? .set(table) : .frozenSet(table))
    }
  }

  private static func commonSetMethods(_ owner: TypeID) -> [BuiltinFunction] {
    [
      .one("copy", of: owner) { (m, a) throws(Interrupt) in
        if owner == .frozenset { return a }
        var table = SetTable()
        table.fillFrom(m.set(a) ?? SetTable())
        return m.make(.set(table))
      },
      combining("union", owner) { (m, a, b) throws(Interrupt) in try m.union(a, with: b) },
      combining("intersection", owner) { (m, a, b) throws(Interrupt) in
        try m.intersection(a, with: b)
      },
      combining("difference", owner) { (m, a, b) throws(Interrupt) in
        try m.difference(a, with: b)
      },
      combining("symmetric_difference", owner) { (m, a, b) throws(Interrupt) in
        try m.symmetricDifference(a, with: b)
      },
      .two("issubset", of: owner) { (m, a, b) throws(Interrupt) in
        .bool(try m.isSubset(m.tableOfSet(a), of: m.tableOfSet(b)))
      },
      .two("issuperset", of: owner) { (m, a, b) throws(Interrupt) in
        .bool(try m.isSubset(m.tableOfSet(b), of: m.tableOfSet(a)))
      },
      .two("isdisjoint", of: owner) { (m, a, b) throws(Interrupt) in
        .bool(try m.intersection(m.tableOfSet(a), with: m.tableOfSet(b)).count == 0)
      },
    ]
  }
}

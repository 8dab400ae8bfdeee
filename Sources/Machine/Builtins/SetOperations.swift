// Union, intersection and the like. Items are walked over in CPython's order, so the results have it.

import Language

extension Machine {
  /// The items of a set, a frozen set or a dict view that behaves as one.
  mutating func tableOfSet(_ value: Value) throws(Interrupt) -> SetTable {
    switch object(storage(of: value)) {
    case .set(let table)?, .frozenSet(let table)?: return table
    default: return try table(of: collect(value))
    }
  }

  /// A set of these items, added one after the other.
  mutating func table(of items: [Value]) throws(Interrupt) -> SetTable {
    var table = SetTable()
    for item in items { try insert(item, into: &table) }
    return table
  }

  /// `{a, b, c}`. CPython makes three or more constants a frozen set, that one a second one when it
  /// gathers its constants, and adds its items: the order is that of all these steps.
  mutating func makeSetLiteral(_ items: [Value]) throws(Interrupt) -> Value {
    var table = try table(of: items)
    if items.count >= 3, !items.contains(where: { $0.heapIndex != nil }) {
      let gathered = try self.table(of: table.items)
      table = SetTable()
      table.fillFrom(gathered)
    }
    return make(.set(table))
  }

  /// What `set(iterable)` makes of an iterable.
  mutating func table(ofIterable iterable: Value) throws(Interrupt) -> SetTable {
    switch object(storage(of: iterable)) {
    case .set(let other)?, .frozenSet(let other)?:
      var table = SetTable()
      table.fillFrom(other)
      return table
    default: return try table(of: collect(iterable))
    }
  }

  mutating func insert(_ item: Value, into table: inout SetTable) throws(Interrupt) {
    let hash = try hash(item)
    if try find(item, hash: hash, in: table) == nil { table.insert(item, hash: hash) }
  }

  /// Where an item stands.
  mutating func find(
    _ item: Value, hash: Int, in table: SetTable
  ) throws(Interrupt) -> SetTable.Probe? {
    var probe = table.firstProbe(hash: hash)
    while let found = probe {
      if try same(table.item(at: found), item) { return found }
      probe = table.nextProbe(found, hash: hash)
    }
    return nil
  }

  mutating func setContains(_ set: Value, _ item: Value) throws(Interrupt) -> Bool {
    guard let table = self.set(set) else { return false }
    return try find(item, hash: hash(item), in: table) != nil
  }

  /// - Returns: whether it was there.
  mutating func removeFromSet(_ set: Value, _ item: Value) throws(Interrupt) -> Bool {
    guard let probe = try place(of: item, in: set) else { return false }
    withSet(set) { $0.remove(at: probe) }
    return true
  }

  private mutating func place(
    of item: Value, in set: Value
  ) throws(Interrupt) -> SetTable.Probe? {
    guard let table = self.set(set) else { return nil }
    return try find(item, hash: hash(item), in: table)
  }

  mutating func union(_ a: SetTable, with b: SetTable) throws(Interrupt) -> SetTable {
    var result = SetTable()
    result.fillFrom(a)
    try merge(b, into: &result)
    return result
  }

  /// `update` with another set's items.
  mutating func merge(_ other: SetTable, into table: inout SetTable) throws(Interrupt) {
    if other.count == 0 { return }
    if table.count == 0 {
      table.fillFrom(other)
      return
    }
    table.prepareToMerge(other)
    for entry in other.entries where try find(entry.item, hash: entry.hash, in: table) == nil {
      table.insert(entry.item, hash: entry.hash)
    }
  }

  mutating func intersection(_ a: SetTable, with b: SetTable) throws(Interrupt) -> SetTable {
    let (larger, smaller) = b.count > a.count ? (b, a) : (a, b)
    var result = SetTable()
    for entry in smaller.entries where try find(entry.item, hash: entry.hash, in: larger) != nil {
      result.insert(entry.item, hash: entry.hash)
    }
    return result
  }

  mutating func difference(_ a: SetTable, with b: SetTable) throws(Interrupt) -> SetTable {
    var result = SetTable()
    if a.count >> 2 > b.count {
      result.fillFrom(a)
      for entry in b.entries {
        if let probe = try find(entry.item, hash: entry.hash, in: result) {
          result.remove(at: probe)
        }
      }
      return result
    }
    for entry in a.entries where try find(entry.item, hash: entry.hash, in: b) == nil {
      result.insert(entry.item, hash: entry.hash)
    }
    return result
  }

  mutating func symmetricDifference(
    _ a: SetTable, with b: SetTable
  ) throws(Interrupt) -> SetTable {
    var result = SetTable()
    result.fillFrom(b)
    for entry in a.entries {
      if let probe = try find(entry.item, hash: entry.hash, in: result) {
        result.remove(at: probe)
      } else {
        result.insert(entry.item, hash: entry.hash)
      }
    }
    return result
  }

  mutating func isSubset(_ a: SetTable, of b: SetTable) throws(Interrupt) -> Bool {
    if a.count > b.count { return false }
    for entry in a.entries where try find(entry.item, hash: entry.hash, in: b) == nil {
      return false
    }
    return true
  }
}

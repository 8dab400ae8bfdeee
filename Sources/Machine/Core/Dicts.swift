// Looking up, setting and removing in dicts and sets: hash the key, then compare with each candidate.

import Language

extension Machine {
  private mutating func probe(
    _ key: Value, hash: Int, in table: DictTable
  ) throws(Interrupt) -> DictTable.Probe? {
    var probe = table.firstProbe(hash: hash)
    while let found = probe {
      let candidate = table.entries[found.entry].key
      if candidate == key { return found }
      if try equal(candidate, key) { return found }
      probe = table.nextProbe(found, hash: hash)
    }
    return nil
  }

  // MARK: Dicts

  mutating func dictValue(_ dict: Value, for key: Value) throws(Interrupt) -> Value? {
    guard let table = self.dict(dict) else { return nil }
    let hash = try hash(key)
    guard let probe = try probe(key, hash: hash, in: table) else { return nil }
    return table.entries[probe.entry].value
  }

  mutating func setDictValue(
    _ dict: Value, _ key: Value, _ value: Value
  ) throws(Interrupt) {
    let hash = try hash(key)
    var found: DictTable.Probe?
    if let table = self.dict(dict) { found = try probe(key, hash: hash, in: table) }
    withDict(dict) { table in
      if let found {
        table.setValue(value, at: found)
      } else {
        table.insert(key, value, hash: hash)
      }
    }
  }

  /// - Returns: the removed value; nil where the key was not there.
  mutating func removeDictValue(_ dict: Value, _ key: Value) throws(Interrupt) -> Value? {
    guard let table = self.dict(dict) else { return nil }
    let hash = try hash(key)
    guard let probe = try probe(key, hash: hash, in: table) else { return nil }
    let value = table.entries[probe.entry].value
    withDict(dict) { $0.remove(at: probe) }
    return value
  }

  /// `{**mapping}` and `dict.update(mapping)`.
  mutating func updateDict(_ dict: Value, from mapping: Value) throws(Interrupt) {
    if let table = self.dict(mapping) {
      for entry in table.entries where entry.key != .missing {
        try setDictValue(dict, entry.key, entry.value)
      }
      return
    }
    guard let keys = try attributeIfPresent(NameID(.keys), of: mapping) else {
      throw raise(.typeError, "'\(shownType(of: mapping))' object is not a mapping")
    }
    let all = try call(keys, [])
    for key in try collect(all) {
      try setDictValue(dict, key, try item(of: mapping, key))
    }
  }

  /// `k0 v0 … -> dict` of `count` pairs.
  mutating func makeDict(fromTop count: Int) throws(Interrupt) -> Value {
    let operands = topValues(count * 2)
    let dict = make(.dict(DictTable()))
    for index in 0..<count {
      try setDictValue(dict, operands[index * 2], operands[index * 2 + 1])
    }
    return dict
  }

  // MARK: Sets

  private mutating func probe(
    _ item: Value, hash: Int, in table: SetTable
  ) throws(Interrupt) -> SetTable.Probe? {
    var probe = table.firstProbe(hash: hash)
    while let found = probe {
      if try equal(table.item(at: found), item) { return found }
      probe = table.nextProbe(found, hash: hash)
    }
    return nil
  }

  func set(_ value: Value) -> SetTable? {
    switch object(value) {
    case .set(let table), .frozenSet(let table): table
    default: nil
    }
  }

  mutating func makeSet(_ values: [Value]) throws(Interrupt) -> Value {
    let set = make(.set(SetTable()))
    for value in values { try addToSet(set, value) }
    return set
  }

  mutating func addToSet(_ set: Value, _ value: Value) throws(Interrupt) {
    let hash = try hash(value)
    if let table = self.set(set), try probe(value, hash: hash, in: table) != nil { return }
    withSet(set) { $0.insert(value, hash: hash) }
  }
}

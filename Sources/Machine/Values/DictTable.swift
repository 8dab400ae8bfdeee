// The ordered hash table behind dict. It knows slots and hashes, not Python: the machine hashes the
// key, and says for each candidate whether it is equal, so that a user's `__eq__` can run.

/// A dict's storage: entries in insertion order, and an index into them by hash.
package struct DictTable: Sendable {
  package struct Entry: Sendable {
    package var hash: Int
    /// `.missing` for a removed entry.
    package var key: Value
    package var value: Value
  }

  package private(set) var entries: [Entry] = []
  /// Open addressing over `entries`: an entry's number, -1 for never used. A removed entry stays
  /// until the next rebuild, so that probing goes past it.
  private var index: [Int32] = []
  package private(set) var count = 0

  package init() {}

  /// A place where to look for a key of some hash.
  package struct Probe {
    var slot: Int
    package fileprivate(set) var entry: Int
  }

  package func firstProbe(hash: Int) -> Probe? {
    guard !index.isEmpty else { return nil }
    return advance(Probe(slot: DictTable.spread(hash) & (index.count - 1), entry: -1), hash: hash)
  }

  /// The next entry with the same hash.
  package func nextProbe(_ probe: Probe, hash: Int) -> Probe? {
    advance(Probe(slot: (probe.slot + 1) & (index.count - 1), entry: -1), hash: hash)
  }

  private func advance(_ start: Probe, hash: Int) -> Probe? {
    var slot = start.slot
    while true {
      let number = Int(index[slot])
      if number < 0 { return nil }
      if entries[number].hash == hash, entries[number].key != .missing {
        return Probe(slot: slot, entry: number)
      }
      slot = (slot + 1) & (index.count - 1)
    }
  }

  package mutating func setValue(_ value: Value, at probe: Probe) {
    entries[probe.entry].value = value
  }

  /// Adds a key that is not there.
  package mutating func insert(_ key: Value, _ value: Value, hash: Int) {
    if (entries.count + 1) * 3 > index.count * 2 { rebuild(for: count + 1) }
    var slot = DictTable.spread(hash) & (index.count - 1)
    while index[slot] >= 0 { slot = (slot + 1) & (index.count - 1) }
    index[slot] = Int32(entries.count)
    entries.append(Entry(hash: hash, key: key, value: value))
    count += 1
  }

  package mutating func remove(at probe: Probe) {
    entries[probe.entry].key = .missing
    entries[probe.entry].value = .missing
    count -= 1
    if count == 0 { self = DictTable() }
  }

  package mutating func removeAll() { self = DictTable() }

  private mutating func rebuild(for needed: Int) {
    entries.removeAll { $0.key == .missing }
    var capacity = 8
    while capacity * 2 < needed * 3 * 2 { capacity *= 2 }
    index = [Int32](repeating: -1, count: capacity)
    for (number, entry) in entries.enumerated() {
      var slot = DictTable.spread(entry.hash) & (capacity - 1)
      while index[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
      index[slot] = Int32(number)
    }
  }

  private static func spread(_ hash: Int) -> Int {
    let product = UInt(bitPattern: hash) &* 0x9E37_79B9_7F4A_7C15
    return Int(bitPattern: product >> 20)
  }
}

// A set's storage. It places its items as CPython places them for the same hashes, so a program that
// walks over a set of small integers sees them in the order in which it will see them tomorrow.
// Like DictTable it knows slots and hashes, not Python.

/// A hash table of items without values, in CPython's order.
package struct SetTable: Sendable {
  package struct Entry: Sendable {
    package var hash: Int
    /// `.missing` where the slot was never used or its item was removed.
    package var item: Value
    /// The slot was used before: a search goes past it.
    package var wasRemoved = false

    var isUnused: Bool { item == .missing && !wasRemoved }
    static let unused = Entry(hash: 0, item: .missing)
  }

  /// The slots; walking over them in order is the set's order.
  package private(set) var slots: [Entry] = []
  package private(set) var count = 0
  /// Items and removed items.
  private var fill = 0
  /// Where the next `pop` begins to look.
  private var finger = 0

  private static let linearProbes = 9

  package init() {}

  /// The items in the set's order.
  package var items: [Value] {
    var items: [Value] = []
    items.reserveCapacity(count)
    for slot in slots where slot.item != .missing { items.append(slot.item) }
    return items
  }

  /// The items with their hashes, in the set's order.
  package var entries: [Entry] { slots.filter { $0.item != .missing } }

  /// A place where to look for an item of some hash.
  package struct Probe {
    package fileprivate(set) var slot: Int
    fileprivate var base: Int
    fileprivate var perturbation: UInt
    fileprivate var remaining: Int
  }

  private func start(_ hash: Int, _ mask: Int) -> Probe {
    let base = hash & mask
    return Probe(
      slot: base, base: base, perturbation: UInt(bitPattern: hash),
      remaining: base + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0)
  }

  @inline(__always) private func step(_ probe: inout Probe, _ mask: Int) {
    if probe.remaining > 0 {
      probe.remaining -= 1
      probe.slot += 1
      return
    }
    probe.perturbation >>= 5
    probe.base = Int(
      bitPattern: (UInt(bitPattern: probe.base) &* 5 &+ 1 &+ probe.perturbation)
        & UInt(bitPattern: mask))
    probe.slot = probe.base
    probe.remaining = probe.base + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
  }

  /// The first item with this hash.
  package func firstProbe(hash: Int) -> Probe? {
    guard count > 0 else { return nil }
    return search(from: start(hash, slots.count - 1), hash)
  }

  /// The next item with the same hash.
  package func nextProbe(_ probe: Probe, hash: Int) -> Probe? {
    var probe = probe
    step(&probe, slots.count - 1)
    return search(from: probe, hash)
  }

  private func search(from start: Probe, _ hash: Int) -> Probe? {
    let mask = slots.count - 1
    var probe = start
    while true {
      let slot = slots[probe.slot]
      if slot.item == .missing {
        if !slot.wasRemoved { return nil }
      } else if slot.hash == hash {
        return probe
      }
      step(&probe, mask)
    }
  }

  package func item(at probe: Probe) -> Value { slots[probe.slot].item }

  /// Adds an item that is not there.
  package mutating func insert(_ item: Value, hash: Int) {
    if slots.isEmpty { slots = [Entry](repeating: .unused, count: 8) }
    let mask = slots.count - 1
    var probe = start(hash, mask)
    var removed: Int?
    while !slots[probe.slot].isUnused {
      if slots[probe.slot].wasRemoved { removed = probe.slot }
      step(&probe, mask)
    }
    count += 1
    if let removed {
      slots[removed] = Entry(hash: hash, item: item)
      return
    }
    slots[probe.slot] = Entry(hash: hash, item: item)
    fill += 1
    if fill * 5 >= mask * 3 { resize(for: count > 50_000 ? count * 2 : count * 4) }
  }

  package mutating func remove(at probe: Probe) { remove(slot: probe.slot) }

  private mutating func remove(slot: Int) {
    slots[slot] = Entry(hash: 0, item: .missing, wasRemoved: true)
    count -= 1
  }

  package mutating func removeAll() { self = SetTable() }

  /// Takes out the item that CPython's `pop` would take.
  package mutating func popAny() -> Value? {
    guard count > 0 else { return nil }
    var slot = finger & (slots.count - 1)
    while slots[slot].item == .missing { slot = slot + 1 < slots.count ? slot + 1 : 0 }
    let item = slots[slot].item
    remove(slot: slot)
    finger = slot + 1
    return item
  }

  /// Makes room before all of another set's items are added, as CPython's `update` does.
  package mutating func prepareToMerge(_ other: SetTable) {
    if slots.isEmpty { slots = [Entry](repeating: .unused, count: 8) }
    if (fill + other.count) * 5 >= (slots.count - 1) * 3 { resize(for: (count + other.count) * 2) }
  }

  /// Takes over all of another set's items; only into an empty set.
  package mutating func fillFrom(_ other: SetTable) {
    prepareToMerge(other)
    if slots.count == other.slots.count, other.fill == other.count {
      slots = other.slots
    } else {
      for entry in other.slots where entry.item != .missing { place(entry) }
    }
    count = other.count
    fill = other.count
  }

  private mutating func resize(for minimum: Int) {
    var capacity = 8
    while capacity <= minimum { capacity *= 2 }
    let old = slots
    slots = [Entry](repeating: .unused, count: capacity)
    for entry in old where entry.item != .missing { place(entry) }
    fill = count
  }

  /// Puts an entry into the first unused slot, in a table without removed ones.
  private mutating func place(_ entry: Entry) {
    let mask = slots.count - 1
    var probe = start(entry.hash, mask)
    while slots[probe.slot].item != .missing { step(&probe, mask) }
    slots[probe.slot] = entry
  }
}

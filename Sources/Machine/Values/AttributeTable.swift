// The attributes of an instance, class or function: a short list in order of first assignment. Most
// objects have a handful, where looking through a list beats hashing.

import Language

package struct AttributeTable: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var name: NameID
    package var value: Value
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package subscript(name: NameID) -> Value? {
    for entry in entries where entry.name.index == name.index { return entry.value }
    return nil
  }

  package mutating func set(_ name: NameID, _ value: Value) {
    for index in entries.indices where entries[index].name.index == name.index {
      entries[index].value = value
      return
    }
    entries.append(Entry(name: name, value: value))
  }

  /// Removes the name; tells whether it was there.
  package mutating func remove(_ name: NameID) -> Bool {
    guard let index = entries.firstIndex(where: { $0.name == name }) else { return false }
    entries.remove(at: index)
    return true
  }
}

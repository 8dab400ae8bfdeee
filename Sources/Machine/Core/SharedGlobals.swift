// A process's global data, for a world in which processes have it in common: see `WrongRules`.

import Language

/// The values of global names, each as its pickle, in the order of their places.
package struct GlobalData: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var place: Int
    package var pickle: [UInt8]
  }

  package var entries: [Entry] = []

  package init() {}

  /// What is here, and what only the other has.
  package func merged(under other: GlobalData) -> GlobalData {
    var merged = other
    for entry in entries where !other.entries.contains(where: { $0.place == entry.place }) {
      merged.entries.append(entry)
    }
    merged.entries.sort { $0.place < $1.place }
    return merged
  }
}

extension Machine {
  /// The global names that are bound to numbers, texts and containers of such.
  package mutating func globalData() -> GlobalData {
    var data = GlobalData()
    for place in globals.indices where isData(globals[place]) {
      let value = globals[place]
      guard let pickle = try? self.pickle(value) else { continue }
      data.entries.append(GlobalData.Entry(place: place, pickle: pickle))
    }
    return data
  }

  /// Takes over what others have made of the global data. A container stays the object that it is, so
  /// that all who refer to it see the change.
  package mutating func adopt(_ data: GlobalData) {
    for entry in data.entries {
      let own = globals[entry.place]
      if isData(own), let pickle = try? self.pickle(own), pickle == entry.pickle { continue }
      guard let value = try? unpickle(entry.pickle) else { continue }
      if !replaceContents(of: own, by: value) { globals[entry.place] = value }
    }
  }

  private func isData(_ value: Value) -> Bool {
    switch value {
    case .none, .bool, .int, .float: return true
    case .missing, .notImplemented, .ellipsis, .opaque, .builtin, .type, .module: return false
    case .object(let reference):
      switch object(at: reference) {
      case .string, .bytes, .bigInteger, .list, .tuple, .dict, .set, .frozenSet: return true
      case .free, .cell, .function, .method, .userClass, .instance, .exception, .generator,
        .iterator, .range, .slice, .dictView, .property, .staticMethod, .classMethod,
        .superObject, .file:
        return false
      }
    }
  }

  private mutating func replaceContents(of own: Value, by value: Value) -> Bool {
    guard let index = own.heapIndex, case .object(let reference) = value else { return false }
    let new = object(at: reference)
    switch (heap[index], new) {
    case (.list, .list), (.dict, .dict), (.set, .set):
      heap[index] = new
      return true
    default: return false
    }
  }
}

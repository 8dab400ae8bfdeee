// The plain objects of a manager's server that no other module has: Namespace, Value, and the array
// module's array. (CPython 3.11: multiprocessing.managers, array.)

import Language

let managedObjectMethods: [BuiltinFunction] = [
  .one("__repr__", of: .namespace) { (m, namespace) throws(Interrupt) in
    guard case .instance(let instance)? = m.object(namespace) else { return .none }
    var parts: [String] = []
    for entry in instance.attributes.entries {
      let name = m.spelling(of: entry.name)
      if name.hasPrefix("_") { continue }
      parts.append("\(name)=\(try m.repr(entry.value).string)")
    }
    return m.make("Namespace(\(parts.sorted().joined(separator: ", ")))")
  },
  .one("get", of: .managedValue) { (m, value) throws(Interrupt) in
    m.state(.privateStorage, of: value)
  },
  .two("set", of: .managedValue) { (m, value, new) throws(Interrupt) in
    m.setState(.privateStorage, of: value, to: new)
    return .none
  },
  .one("__repr__", of: .managedValue) { (m, value) throws(Interrupt) in
    let code = try m.repr(m.state(.privateTypecode, of: value)).string
    return m.make("Value(\(code), \(try m.repr(m.state(.privateStorage, of: value)).string))")
  },
  .one("__len__", of: .managedArray) { (m, array) throws(Interrupt) in
    .int(m.list(m.state(.privateStorage, of: array))?.count ?? 0)
  },
  .two("__getitem__", of: .managedArray) { (m, array, key) throws(Interrupt) in
    let items = m.state(.privateStorage, of: array)
    if case .slice? = m.object(key) {
      return m.makeArray(m.state(.privateTypecode, of: array), try m.item(of: items, key))
    }
    let position = try m.position(key, in: m.list(items)?.count ?? 0, "array")
    return m.list(items)?[position] ?? .none
  },
  .bound("__setitem__", of: .managedArray, "self, key, value, /") { (m, a) throws(Interrupt) in
    let items = m.state(.privateStorage, of: a[0])
    let code = m.arrayTypecode(a[0])
    let word = try m.word(a[2], code)
    let position = try m.position(a[1], in: m.list(items)?.count ?? 0, "array", "assignment index")
    let value = m.value(of: word, code)
    m.withList(items) { $0[position] = value }
    return .none
  },
  .one("__repr__", of: .managedArray) { (m, array) throws(Interrupt) in
    let code = try m.repr(m.state(.privateTypecode, of: array)).string
    let items = m.state(.privateStorage, of: array)
    guard m.list(items)?.isEmpty == false else { return m.make("array(\(code))") }
    return m.make("array(\(code), \(try m.repr(items).string))")
  },
]

extension Machine {
  fileprivate mutating func makeArray(_ typecode: Value, _ items: Value) -> Value {
    makeInstance(.type(.managedArray), [(.privateTypecode, typecode), (.privateStorage, items)])
  }

  fileprivate func arrayTypecode(_ array: Value) -> SharedTypecode {
    let letter = text(state(.privateTypecode, of: array))?.string ?? ""
    return SharedTypecode(letter: letter) ?? .int
  }

  /// `manager.Array(typecode, sequence)`
  mutating func makeManagedArray(
    _ typecode: Value, _ sequence: Value
  ) throws(Interrupt) -> Value {
    guard let letter = text(typecode)?.string, let code = SharedTypecode(letter: letter) else {
      throw raise(
        .valueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
    }
    var items: [Value] = []
    for item in try collect(sequence) { items.append(value(of: try word(item, code), code)) }
    return makeArray(typecode, make(list: items))
  }
}

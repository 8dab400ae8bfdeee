// Proxies of managed objects: what each kind lets through to its object. A proxy's state: `_manager`,
// the world's number, `_referent`, the object's number in the server, `_kind`.
//
// Rule: a proxy passes operations, not objects: arguments and results are copies.
// (CPython 3.11: multiprocessing.managers.)

import Language

let proxyMethods: [BuiltinFunction] =
  commonMethods
  + forwarding(
    .dictProxy,
    [
      "__contains__", "__delitem__", "__getitem__", "__len__", "__setitem__", "clear", "copy",
      "get", "items", "keys", "pop", "popitem", "setdefault", "values",
    ])
  + forwarding(
    .listProxy,
    [
      "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__rmul__",
      "append", "count", "index", "insert", "pop", "remove", "reverse", "sort",
    ])
  + forwarding(.arrayProxy, ["__len__", "__getitem__", "__setitem__"])
  + forwarding(.valueProxy, ["get", "set"])
  + forwarding(.eventProxy, ["is_set", "set", "clear"])
  + forwarding(.conditionProxy, ["notify", "notify_all"])
  + forwarding(.barrierProxy, ["abort", "reset"])
  + forwarding(.queueProxy, ["empty", "full", "qsize", "task_done", "join"])
  + containerMethods + namespaceMethods + queueProxyMethods
  + [TypeID.acquirerProxy, .conditionProxy].flatMap(acquirerMethods)
  + waitingMethods

/// Methods that are one call of the same name.
private func forwarding(_ type: TypeID, _ names: [String]) -> [BuiltinFunction] {
  names.map { name in
    .free(name, of: type) { (m, arguments) throws(Interrupt) in
      try m.callManaged(
        arguments.positional[0], name, Array(arguments.positional.dropFirst()),
        keywords: arguments.keywords)
    }
  }
}

private let commonMethods: [BuiltinFunction] = [
  .one("__repr__", of: .proxy) { (m, proxy) throws(Interrupt) in
    let kind = m.managedKind(of: proxy).typeID
    return m.make(
      "<\(m.typeName(of: proxy)) object, typeid '\(kind)' at \(m.address(proxy))>")
  },
  .one("__str__", of: .proxy) { (m, proxy) throws(Interrupt) in
    do throws(Interrupt) {
      return try m.callManaged(proxy, "__repr__")
    } catch {
      guard case .raised = error else { throw error }
      let shown = try m.repr(proxy).string.dropLast()
      return m.make("\(shown); '__str__()' failed>")
    }
  },
  .one("_getvalue", of: .proxy) { (m, proxy) throws(Interrupt) in
    try m.callManaged(proxy, "#GETVALUE")
  },
  .bound("_callmethod", of: .proxy, "self, methodname, args=(), kwds={}") {
    (m, a) throws(Interrupt) in
    let name = try m.textArgument(a[1], "_callmethod() argument 1").string
    return try m.callManaged(a[0], name, a[2] == .missing ? [] : try m.collect(a[2]))
  },
]

private let containerMethods: [BuiltinFunction] = [
  .one("__iter__", of: .dictProxy) { (m, proxy) throws(Interrupt) in
    try m.iterator(of: m.callManaged(proxy, "keys"))
  },
  .one("__reversed__", of: .listProxy) { (m, proxy) throws(Interrupt) in
    let copy = try m.callManaged(proxy, "#GETVALUE")
    let reversed = m.make(list: (m.list(copy) ?? []).reversed())
    return try m.iterator(of: reversed)
  },
  .free("update", of: .dictProxy) { (m, arguments) throws(Interrupt) in
    try m.updateManaged(arguments.positional[0], arguments)
    return .none
  },
  .two("extend", of: .listProxy) { (m, proxy, items) throws(Interrupt) in
    try m.extendManaged(proxy, with: items)
    return .none
  },
  .two("__iadd__", of: .listProxy) { (m, proxy, items) throws(Interrupt) in
    try m.extendManaged(proxy, with: items)
    return proxy
  },
  .bound("__setitem__", of: .listProxy, "self, key, value, /") { (m, a) throws(Interrupt) in
    try m.setManagedItem(of: a[0], a[1], to: a[2])
    return .none
  },
  .two("__imul__", of: .listProxy) { (m, proxy, count) throws(Interrupt) in
    _ = try m.callManaged(proxy, "__imul__", [count])
    return proxy
  },
  .getter("value", of: .valueProxy) { (m, proxy) throws(Interrupt) in
    try m.callManaged(proxy, "get")
  },
  .two("value", of: .valueProxy, as: .setter) { (m, proxy, value) throws(Interrupt) in
    try m.callManaged(proxy, "set", [value])
  },
]

/// Names that begin with an underscore are the proxy's own.
private let namespaceMethods: [BuiltinFunction] = [
  .two("__getattr__", of: .namespaceProxy) { (m, proxy, name) throws(Interrupt) in
    if m.isPrivate(name) {
      throw m.missingAttribute(m.nameID(for: m.text(name) ?? Text("")), of: proxy)
    }
    return try m.callManaged(proxy, "__getattribute__", [name])
  },
  .bound("__setattr__", of: .namespaceProxy, "self, name, value, /") {
    (m, a) throws(Interrupt) in
    guard !m.isPrivate(a[1]) else {
      let id = m.nameID(for: m.text(a[1]) ?? Text(""))
      _ = m.withInstance(a[0]) { $0.attributes.set(id, a[2]) }
      return .none
    }
    return try m.callManaged(a[0], "__setattr__", [a[1], a[2]])
  },
  .two("__delattr__", of: .namespaceProxy) { (m, proxy, name) throws(Interrupt) in
    try m.callManaged(proxy, "__delattr__", [name])
  },
]

private let queueProxyMethods: [BuiltinFunction] = [
  .bound("put", of: .queueProxy, "self, item, block=True, timeout=None") {
    (m, a) throws(Interrupt) in
    let patience = try m.patience(block: a[2], timeout: a[3])
    return try m.callManaged(a[0], "put", [a[1]], within: patience)
  },
  .two("put_nowait", of: .queueProxy) { (m, proxy, item) throws(Interrupt) in
    try m.callManaged(proxy, "put", [item], within: .none)
  },
  .bound("get", of: .queueProxy, "self, block=True, timeout=None") { (m, a) throws(Interrupt) in
    let patience = try m.patience(block: a[1], timeout: a[2])
    return try m.callManaged(a[0], "get", within: patience)
  },
  .one("get_nowait", of: .queueProxy) { (m, proxy) throws(Interrupt) in
    try m.callManaged(proxy, "get", within: .none)
  },
]

private func acquirerMethods(of type: TypeID) -> [BuiltinFunction] {
  [
    .bound("acquire", of: type, "self, blocking=True, timeout=None") { (m, a) throws(Interrupt) in
      let patience = try m.patience(block: a[1], timeout: a[2])
      return try m.callManaged(a[0], "acquire", within: patience)
    },
    .one("release", of: type) { (m, proxy) throws(Interrupt) in
      try m.callManaged(proxy, "release")
    },
    .one("__enter__", of: type) { (m, proxy) throws(Interrupt) in
      try m.callManaged(proxy, "acquire")
    },
    .bound("__exit__", of: type, "self, *args") { (m, a) throws(Interrupt) in
      try m.callManaged(a[0], "release")
    },
  ]
}

/// A wait is one call to begin it, and one to be told of its end: the server keeps who waits.
private let waitingMethods: [BuiltinFunction] = [
  .bound("wait", of: .eventProxy, "self, timeout=None") { (m, a) throws(Interrupt) in
    try m.callManaged(a[0], "wait", within: m.patience(a[1]))
  },
  .bound("wait", of: .conditionProxy, "self, timeout=None") { (m, a) throws(Interrupt) in
    try m.waitForManagedCondition(a[0], m.patience(a[1]))
  },
  .bound("wait_for", of: .conditionProxy, "self, predicate, timeout=None") {
    (m, a) throws(Interrupt) in
    let patience = try m.patience(a[2])
    var result = try m.call(a[1], [])
    while try !m.isTrue(result) {
      guard try m.waitForManagedCondition(a[0], patience) == .bool(true) else {
        return try m.call(a[1], [])
      }
      result = try m.call(a[1], [])
    }
    return result
  },
  .bound("wait", of: .barrierProxy, "self, timeout=None") { (m, a) throws(Interrupt) in
    let ticket = try m.callManaged(a[0], "#ARRIVE")
    return try m.callManaged(a[0], "#PASS", [ticket], within: m.patience(a[1]))
  },
  .getter("parties", of: .barrierProxy) { (m, proxy) throws(Interrupt) in
    try m.callManaged(proxy, "parties")
  },
  .getter("n_waiting", of: .barrierProxy) { (m, proxy) throws(Interrupt) in
    try m.callManaged(proxy, "n_waiting")
  },
  .getter("broken", of: .barrierProxy) { (m, proxy) throws(Interrupt) in
    try m.callManaged(proxy, "broken")
  },
]

extension Machine {
  fileprivate func isPrivate(_ name: Value) -> Bool {
    text(name)?.utf8.first == UInt8(ascii: "_")
  }

  fileprivate mutating func waitForManagedCondition(
    _ proxy: Value, _ patience: Patience
  ) throws(Interrupt) -> Value {
    let ticket = try callManaged(proxy, "#SLEEP")
    let isWoken = try callManaged(proxy, "#WAKE", [ticket], within: patience)
    _ = try callManaged(proxy, "#RESUME", [ticket])
    return isWoken
  }
}

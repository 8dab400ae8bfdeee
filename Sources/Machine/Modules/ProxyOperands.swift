// Managed objects that are given to managed objects: `jobs.extend(more)`. CPython's server takes such
// an operand apart by calls to itself, between which it serves others; here the caller makes the same
// calls in the same order. (CPython 3.11: multiprocessing.managers.RebuildProxy.)

import Diagnostics
import Language

extension Machine {
  /// `list.extend(items)`
  mutating func extendManaged(_ list: Value, with items: Value) throws(Interrupt) {
    guard isContainerProxy(items) else {
      _ = try callManaged(list, "extend", [items])
      return
    }
    let iterator = try iteratorInServer(of: items)
    while let item = try next(iterator) { _ = try callManaged(list, "append", [item]) }
  }

  /// `list[key] = value`; all items for a slice are there before the first is set.
  mutating func setManagedItem(
    of list: Value, _ key: Value, to value: Value
  ) throws(Interrupt) {
    var value = value
    if case .slice? = object(key), isContainerProxy(value) {
      value = make(list: try collect(try iteratorInServer(of: value)))
    }
    _ = try callManaged(list, "__setitem__", [key, value])
  }

  /// `dict.update(items, …)`
  mutating func updateManaged(_ dict: Value, _ arguments: Arguments) throws(Interrupt) {
    let positional = Array(arguments.positional.dropFirst())
    guard positional.count == 1, isContainerProxy(positional[0]) else {
      _ = try callManaged(dict, "update", positional, keywords: arguments.keywords)
      return
    }
    let items = positional[0]
    if isInstance(items, of: .dictProxy) {
      for key in try collect(try callManaged(items, "keys")) {
        let value = try item(of: items, key)
        _ = try callManaged(dict, "__setitem__", [key, value])
      }
    } else {
      let iterator = try iterator(of: items)
      var number = 0
      while let item = try next(iterator) {
        let (key, value) = try pair(item, number: number)
        _ = try callManaged(dict, "__setitem__", [key, value])
        number += 1
      }
    }
    if !arguments.keywords.isEmpty {
      _ = try callManaged(dict, "update", [], keywords: arguments.keywords)
    }
  }

  /// What a new managed object is made from, with a copy in the place of a managed list or dict.
  /// Nobody sees the new object before it is made.
  mutating func copyingOperands(
    _ arguments: Arguments, toMake kind: ManagedKind
  ) throws(Interrupt) -> Arguments {
    let place = kind == .array ? 1 : 0
    guard [.list, .dict, .array].contains(kind), place < arguments.positional.count,
      isContainerProxy(arguments.positional[place])
    else { return arguments }
    let operand = arguments.positional[place]
    var copying = arguments
    if !isInstance(operand, of: .dictProxy) {
      copying.positional[place] = make(list: try collect(operand))
    } else if kind == .dict {
      let copy = try makeDict([])
      try updateDict(copy, from: operand)
      copying.positional[place] = copy
    } else {
      throw waitsForItself(kind)
    }
    return copying
  }

  /// Those whose items a server would have to get by calls.
  private func isContainerProxy(_ value: Value) -> Bool {
    [TypeID.listProxy, .dictProxy, .arrayProxy].contains { isInstance(value, of: $0) }
  }

  /// An iterator over a managed dict is another managed object, which the server's own copy of a
  /// proxy has no manager to make by.
  private mutating func iteratorInServer(of proxy: Value) throws(Interrupt) -> Value {
    guard !isInstance(proxy, of: .dictProxy) else {
      throw raise(.attributeError, "'NoneType' object has no attribute '_registry'")
    }
    return try iterator(of: proxy)
  }

  /// CPython's server makes one object at a time, so it waits for ever for the iterator.
  private mutating func waitsForItself(_ kind: ManagedKind) -> Interrupt {
    var diagnostic = diagnostic(.says("a managed \("\(kind.typeID)") made from a managed dict"))
    diagnostic.note = .says("CPython's manager waits for itself here.")
    let instead = kind == .array ? "Array('i', d.keys())" : "list(d.keys())"
    diagnostic.hint = .says("give it the keys: \(instead)")
    effect = .unsupported(diagnostic)
    return .suspended
  }
}

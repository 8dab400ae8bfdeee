// Decides for every name of every scope where its value is kept, by the rules of CPython's symbol
// table: functions see the functions around them, and nobody but a class body sees its names.

import Diagnostics

struct ScopeResolver {
  private(set) var table: ScopeTable
  private(set) var fault: Diagnostic?
  /// For each scope, the variables of functions around it that it or its inner scopes use.
  private var free: [Set<String>]

  private init(_ table: ScopeTable) {
    self.table = table
    free = Array(repeating: [], count: table.scopes.count)
  }

  /// The table with everything decided, or the first fault in the order in which CPython looks.
  static func resolve(_ table: ScopeTable) -> Result<ScopeTable, Diagnostic> {
    var resolver = ScopeResolver(table)
    for index in table.scopes.indices {
      resolver.resolveNames(of: ScopeID(index))
      if let fault = resolver.fault { return .failure(fault) }
    }
    for index in table.scopes.indices {
      resolver.table.scopes[index].free = resolver.free[index].sorted { left, right in
        left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
      }
    }
    return .success(resolver.table)
  }

  private mutating func resolveNames(of id: ScopeID) {
    for name in table[id].names {
      let resolution = resolve(name, in: id)
      // A scope further in cannot have been here before: scopes stand before those inside them.
      table[id].resolutions[name] = resolution
      if fault != nil { return }
    }
  }

  private mutating func resolve(_ name: String, in id: ScopeID) -> Resolution {
    let uses = table[id].symbol(name).uses
    if uses.contains(.global) {
      if uses.contains(.nonlocal) { report("name '\(name)' is nonlocal and global", name, id) }
      return .global
    }
    if uses.contains(.nonlocal) { return resolveNonlocal(name, in: id) }
    if id == .module { return .global }
    if !uses.isDisjoint(with: .binding) { return .local }
    return findAround(name, of: id) ? .free : .global
  }

  private mutating func resolveNonlocal(_ name: String, in id: ScopeID) -> Resolution {
    if id == .module {
      report("nonlocal declaration not allowed at module level", name, id)
    } else if !findAround(name, of: id) {
      report("no binding for nonlocal '\(name)' found", name, id)
    }
    return .free
  }

  /// Looks for the function around `id` that binds the name, and passes its cell down to `id`.
  private mutating func findAround(_ name: String, of id: ScopeID) -> Bool {
    var passing = [id]
    var next = table[id].parent
    while let current = next {
      switch binding(of: name, by: current) {
      case .here:
        makeCell(name, of: current)
        for scope in passing { free[scope.index].insert(name) }
        return true
      case .global: return false
      case .further:
        passing.append(current)
        next = table[current].parent
      }
    }
    return false
  }

  private enum Binding { case here, global, further }

  private func binding(of name: String, by id: ScopeID) -> Binding {
    let scope = table[id]
    if scope.kind == .module { return .global }
    if scope.kind == .classBody { return name == "__class__" ? .here : .further }
    let uses = scope.symbol(name).uses
    if uses.contains(.global) { return .global }
    if uses.contains(.nonlocal) { return .further }
    return uses.isDisjoint(with: .binding) ? .further : .here
  }

  private mutating func makeCell(_ name: String, of id: ScopeID) {
    if table[id].kind == .classBody {
      // Only `__class__`, which the class body itself does not see.
      table[id].cells = [name]
    } else if table[id].resolutions[name] != .cell {
      table[id].resolutions[name] = .cell
      table[id].cells.append(name)
    }
  }

  private mutating func report(_ message: String, _ name: String, _ id: ScopeID) {
    let directive = table[id].directives.first { $0.name == name }
    fault = fault ?? Diagnostic(.python("SyntaxError"), .fixed(message), at: directive?.span)
  }
}

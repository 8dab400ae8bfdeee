// What each name means in each scope of a file. ScopeBuilder gathers it, ScopeResolver decides it,
// and the code generator only looks it up.

import Diagnostics

/// An index into `ScopeTable.scopes`.
struct ScopeID: Hashable, Sendable {
  let index: Int
  init(_ index: Int) { self.index = index }

  static let module = ScopeID(0)
}

/// How a scope's text speaks of a name.
struct SymbolUses: OptionSet, Sendable {
  let rawValue: UInt16

  static let parameter = SymbolUses(rawValue: 1)
  /// Assigned, deleted, defined; but not by an import.
  static let assigned = SymbolUses(rawValue: 2)
  static let imported = SymbolUses(rawValue: 4)
  static let used = SymbolUses(rawValue: 8)
  static let annotated = SymbolUses(rawValue: 16)
  static let global = SymbolUses(rawValue: 32)
  static let nonlocal = SymbolUses(rawValue: 64)
  /// The variable of a comprehension's `for`.
  static let comprehensionTarget = SymbolUses(rawValue: 128)

  static let binding: SymbolUses = [.parameter, .assigned, .imported]
}

/// A name in one scope.
struct Symbol: Sendable {
  /// What the imports of the scope bind it to.
  enum ImportedModule: Hashable, Sendable {
    case none
    /// Every import of the name brings this module.
    case one(String)
    case several
  }

  var uses: SymbolUses = []
  var module: ImportedModule = .none
  /// How many statements of the scope give it a value.
  var bindingCount = 0
  /// Whether `name = open(…)` stands in the scope.
  var holdsFile = false

  /// The module that it always means, where only imports of that one bind it.
  var soleModule: String? {
    guard case .one(let name) = module, uses.isDisjoint(with: [.parameter, .assigned]) else {
      return nil
    }
    return name
  }
}

/// Where a name's value is kept, as seen from a scope.
enum Resolution: Hashable, Sendable {
  /// A slot; in a class body its namespace.
  case local
  /// A cell of the scope's own, because inner functions use it.
  case cell
  /// A cell of a function around it.
  case free
  case global
}

/// The text of a module, function, class body, lambda or comprehension.
struct Scope: Sendable {
  enum Kind: Hashable, Sendable { case module, function, classBody, lambda, comprehension }

  let kind: Kind
  /// `buy`, `<lambda>`, `<listcomp>`, `<module>`.
  let name: String
  let span: Span
  let parent: ScopeID?
  /// The class whose private names (`__x`) are meant here.
  let className: String?

  /// Every name, in the order of first mention.
  private(set) var names: [String] = []
  private(set) var symbols: [String: Symbol] = [:]
  /// `global` and `nonlocal` statements, for faults found late.
  var directives: [Identifier] = []
  /// In the order of the frame's slots.
  var parameters: [String] = []
  var isGenerator = false

  // Decided by ScopeResolver.
  var resolutions: [String: Resolution] = [:]
  /// Own variables that inner functions use, in the order in which they were found.
  var cells: [String] = []
  /// Variables of functions around it, used here or further in; sorted.
  var free: [String] = []

  init(kind: Kind, name: String, span: Span, parent: ScopeID?, className: String?) {
    self.kind = kind
    self.name = name
    self.span = span
    self.parent = parent
    self.className = className
  }

  /// Whether its code runs as a call does, with slots of its own.
  var isFunctionLike: Bool {
    switch kind {
    case .function, .lambda, .comprehension: true
    case .module, .classBody: false
    }
  }

  func symbol(_ name: String) -> Symbol { symbols[name] ?? Symbol() }

  /// Changes what is known of a name, which is there from now on.
  mutating func update(_ name: String, _ change: (inout Symbol) -> Void) {
    if symbols[name] == nil { names.append(name) }
    change(&symbols[name, default: Symbol()])
  }
}

/// All scopes of a file, each before those inside it.
struct ScopeTable: Sendable {
  /// What tells scopes apart: no two of the same kind stand at the same place of a scope.
  private struct Place: Hashable, Sendable {
    let kind: Scope.Kind
    let span: Span
    let parent: ScopeID?
  }

  var scopes: [Scope] = []
  private var places: [Place: ScopeID] = [:]

  subscript(id: ScopeID) -> Scope {
    get { scopes[id.index] }
    _modify { yield &scopes[id.index] }
  }

  mutating func add(_ scope: Scope) -> ScopeID {
    let id = ScopeID(scopes.count)
    places[Place(kind: scope.kind, span: scope.span, parent: scope.parent)] = id
    scopes.append(scope)
    return id
  }

  /// The scope of the function, class, lambda or comprehension that stands at `span` in `parent`.
  func scope(_ kind: Scope.Kind, at span: Span, in parent: ScopeID) -> ScopeID? {
    places[Place(kind: kind, span: span, parent: parent)]
  }

  /// The scope whose variable `name` is when `scope` speaks of it.
  func owner(of name: String, in scope: ScopeID) -> ScopeID {
    switch self[scope].resolutions[name] {
    case .local, .cell: return scope
    case .global, nil: return .module
    case .free: break
    }
    var next = self[scope].parent
    while let current = next {
      let resolution = self[current].resolutions[name]
      if resolution == .cell, self[current].isFunctionLike { return current }
      next = self[current].parent
    }
    return .module
  }
}

/// A private name (`__x` in class `Shop` is `_Shop__x`) as it is kept.
func mangled(_ name: String, in className: String?) -> String {
  guard let className, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else {
    return name
  }
  let bare = className.drop { $0 == "_" }
  return bare.isEmpty ? name : "_\(bare)\(name)"
}

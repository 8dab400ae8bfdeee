// Correct Python that tutor does not run, found before anything runs. Flows in: what the walk through
// the tree noted as suspect, and what the names mean. Flows out: one diagnostic for each place, with
// the feature's name and what to write instead.

import Diagnostics

/// A place that may have to be refused, once it is known what its names mean.
struct Suspect: Sendable {
  enum Kind: Sendable {
    /// A name that is read; a builtin, perhaps.
    case name(String)
    /// `a.b.c` that is read; a module's member, perhaps.
    case path([String])
    /// The attributes `b` and `c` of `x.b.c`, whatever `x` is.
    case attributes([String])
    /// A module that is imported, by its full name.
    case module(String)
    /// `from module import member`
    case member(of: String, String)
    /// `from module import *`
    case star(from: String)
    /// A class's `metaclass=M`, `*bases` or `**keywords`.
    case classArgument(Argument.Kind)
    /// A builtin's name, perhaps, in a use that tutor's builtin has not.
    case builtin(String, BuiltinUse)
    /// The name of a start method, given to what is called by such a path.
    case startMethod(String, [String])
    /// `__slots__` in a class's body.
    case slots
  }

  enum BuiltinUse: Sendable {
    case base
    case call(argumentCount: Int)
    case subscripted
  }

  let kind: Kind
  let scope: ScopeID
  let span: Span

  init(_ kind: Kind, in scope: ScopeID, at span: Span) {
    self.kind = kind
    self.scope = scope
    self.span = span
  }
}

struct Refusals {
  let table: ScopeTable
  let environment: LanguageEnvironment
  /// The module's names that the program itself gives a value, somewhere.
  private var definedNames: Set<String> = []
  private let builtins: Set<String>

  /// Builtins that tutor has, but not for every use.
  static let limitedBuiltins: Set = ["list", "dict", "tuple", "set", "frozenset", "type", "vars"]

  init(table: ScopeTable, suspects: [Suspect], environment: LanguageEnvironment) {
    self.table = table
    self.environment = environment
    builtins = Set(environment.builtins)
    noteDefinedNames()
    for suspect in suspects {
      if case .star(let module) = suspect.kind {
        definedNames.formUnion(environment.starNames(of: module))
      }
    }
  }

  private mutating func noteDefinedNames() {
    for scope in table.scopes {
      for name in scope.names where scope.resolutions[name] == .global {
        if !scope.symbol(name).uses.isDisjoint(with: .binding) { definedNames.insert(name) }
      }
    }
  }

  /// All refusals, in the order of their places.
  func all(of suspects: [Suspect]) -> [Diagnostic] {
    let found = suspects.compactMap(diagnostic).enumerated()
    return found.sorted { left, right in
      let (first, second) = (left.element.span?.start, right.element.span?.start)
      guard let first, let second, first != second else { return left.offset < right.offset }
      return first < second
    }.map(\.element)
  }

  private func diagnostic(_ suspect: Suspect) -> Diagnostic? {
    switch suspect.kind {
    case .name(let name): refuseName(name, suspect)
    case .path(let names): refusePath(names, suspect)
    case .attributes(let names): refuseAttribute(names, suspect.span)
    case .module(let name): refuseModule(name, suspect.span)
    case .member(let module, let name): refuseMember(name, of: module, suspect.span)
    case .star: nil
    case .classArgument(let kind): refuseClassArgument(kind, suspect.span)
    case .builtin(let name, let use): refuseUse(use, of: name, suspect)
    case .startMethod(let method, let path): refuseStartMethod(method, path, suspect)
    case .slots:
      Diagnostic(
        .unsupported, .says("__slots__ is not part of tutor's Python"), at: suspect.span,
        hint: .says("leave it out: without it an object takes every attribute"))
    }
  }

  // MARK: Builtins

  /// Whether a name means the builtin there.
  private func isBuiltin(_ name: String, _ suspect: Suspect) -> Bool {
    table[suspect.scope].resolutions[name] == .global && !definedNames.contains(name)
  }

  private func refuseUse(
    _ use: Suspect.BuiltinUse, of name: String, _ suspect: Suspect
  ) -> Diagnostic? {
    guard isBuiltin(name, suspect) else { return nil }
    let (refusal, hint): (Wording, Wording)
    switch (use, name) {
    case (.base, "type"):
      refusal = .says("metaclasses are not part of tutor's Python")
      hint = .says("write an ordinary class, or a function that makes it")
    case (.call(3), "type"):
      refusal = .says("type with three arguments is not part of tutor's Python")
      hint = .says("write class …:")
    case (.call(0), "vars"):
      refusal = .says("vars() is not part of tutor's Python")
      hint = .says("name the variables")
    case (.subscripted, _) where name != "vars":
      refusal = .says("generic types such as \(name)[…] are not part of tutor's Python")
      hint = .says("write \(name) alone")
    default: return nil
    }
    return Diagnostic(.unsupported, refusal, at: suspect.span, hint: hint)
  }

  private func refuseName(_ name: String, _ suspect: Suspect) -> Diagnostic? {
    guard isBuiltin(name, suspect), !builtins.contains(name), PythonNames.builtins.contains(name)
    else { return nil }
    return Diagnostic(
      .unsupported, .says("the builtin '\(name)' is not part of tutor's Python"), at: suspect.span,
      hint: environment.refused[name].map(Wording.listed))
  }

  /// Attributes that no object of tutor's has, with a point before their names.
  private func refuseAttribute(_ names: [String], _ span: Span) -> Diagnostic? {
    for name in names {
      guard let hint = environment.refused[".\(name)"] else { continue }
      return Diagnostic(
        .unsupported, .says("'\(name)' is not part of tutor's multiprocessing"), at: span,
        hint: .listed(hint))
    }
    return nil
  }

  // MARK: Modules

  private func refuseModule(_ name: String, _ span: Span) -> Diagnostic? {
    if name.hasPrefix(".") || name.isEmpty {
      return Diagnostic(
        .unsupported, .says("relative imports are not part of tutor's Python"), at: span,
        hint: .says("a program is one file: write what it needs into it"))
    }
    if environment.modules[name] != nil { return nil }
    let hint = hint(forModule: name)
    // A module that CPython has not either is missing when the import runs, and may be waited for
    // with `except ImportError`.
    guard hint != nil || PythonNames.modules.contains(String(name.prefix { $0 != "." })) else {
      return nil
    }
    let modules = environment.modules.keys.filter { !$0.contains(".") && !$0.hasPrefix("_") }
    return Diagnostic(
      .unsupported, .says("the module '\(name)' is not part of tutor's Python"), at: span,
      hint: hint.map(Wording.listed)
        ?? .says("these modules are there: \(modules.sorted())"))
  }

  /// What to write instead of a module or of the one that it is part of.
  private func hint(forModule name: String) -> String? {
    var prefix = name
    while environment.refused[prefix] == nil, let dot = prefix.lastIndex(of: ".") {
      prefix = String(prefix[..<dot])
    }
    return environment.refused[prefix]
  }

  private func refuseMember(_ name: String, of module: String, _ span: Span) -> Diagnostic? {
    guard let known = environment.modules[module], !known.names.contains(name),
      environment.modules["\(module).\(name)"] == nil
    else { return nil }
    let hint = known.refused[name] ?? environment.refused["\(module).\(name)"]
    guard hint != nil || PythonNames.members[module]?.contains(name) == true else { return nil }
    return Diagnostic(
      .unsupported, .says("'\(module).\(name)' is not part of tutor's Python"), at: span,
      hint: hint.map(Wording.listed) ?? self.hint(forMember: name, of: known))
  }

  /// The names that a module has instead, where they are few enough to be read.
  private func hint(forMember name: String, of module: LanguageEnvironment.Module) -> Wording? {
    let names = module.names.filter { !$0.hasPrefix("_") }.sorted()
    return names.count > 30
      ? nil : .says("these names are there: \(names)")
  }

  /// Judges `module.name` where the first name always means a module.
  private func refusePath(_ names: [String], _ suspect: Suspect) -> Diagnostic? {
    let owner = table.owner(of: names[0], in: suspect.scope)
    guard var module = table[owner].symbol(names[0]).soleModule else { return nil }
    for name in names.dropFirst() {
      if let refusal = refuseMember(name, of: module, suspect.span) { return refusal }
      guard environment.modules["\(module).\(name)"] != nil else { return nil }
      module += ".\(name)"
    }
    return nil
  }

  private func refuseStartMethod(
    _ method: String, _ path: [String], _ suspect: Suspect
  ) -> Diagnostic? {
    let owner = table.owner(of: path[0], in: suspect.scope)
    guard let module = table[owner].symbol(path[0]).soleModule else { return nil }
    let full = ([module] + path.dropFirst()).joined(separator: ".")
    guard full == "multiprocessing.get_context" || full == "multiprocessing.set_start_method" else {
      return nil
    }
    return Diagnostic(
      .unsupported, .says("the start method '\(method)' is not part of tutor's Python"),
      at: suspect.span, hint: .says("write 'fork': processes are forked"))
  }

  // MARK: Classes

  private func refuseClassArgument(_ kind: Argument.Kind, _ span: Span) -> Diagnostic? {
    switch kind {
    case .positional: return nil
    case .keyword, .keywordSpread:
      return Diagnostic(
        .unsupported, .says("keywords of a class are not part of tutor's Python"), at: span,
        hint: .says("write the class with its base classes only"))
    case .spread:
      return Diagnostic(
        .unsupported, .says("spread bases of a class are not part of tutor's Python"), at: span,
        hint: .says("name each base class"))
    }
  }
}

extension LanguageEnvironment {
  /// The names that `from module import *` brings.
  func starNames(of module: String) -> [String] {
    (modules[module]?.names ?? []).filter { !$0.hasPrefix("_") }
  }
}

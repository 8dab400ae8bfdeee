// What is wrong with a program whose grammar is right: names that are declared too late, statements
// where they have no meaning. Flows in: a tree. Flows out: CPython's first complaint. As CPython does,
// it tells a fault of names before any fault of places, wherever the two stand.

import Diagnostics

/// Walks a tree once and keeps the first fault of each kind.
struct ProgramCheck {
  /// All scopes, each behind the one around it.
  var scopes = [CheckedScope(.module, within: nil)]
  /// The scope that the walk is in.
  var current = 0
  private(set) var nameFault: Diagnostic?
  private(set) var placeFault: Diagnostic?

  /// How deep loops, `with` and `try` may stand within each other.
  static let maximumBlocks = 20

  /// CPython's first complaint about a file's statements.
  static func fault(in body: [Statement]) -> Diagnostic? {
    var check = ProgramCheck()
    if let fault = check.futureFault(in: body) { return fault }
    check.visit(body)
    return check.nameFault ?? check.nonlocalFault() ?? check.placeFault
  }

  // MARK: Faults

  mutating func nameFault(_ message: String, at span: Span, hint: String? = nil) {
    if nameFault == nil {
      nameFault = Diagnostic(.python("SyntaxError"), message, at: span, hint: hint)
    }
  }

  mutating func placeFault(_ message: String, at span: Span, hint: String? = nil) {
    if placeFault == nil {
      placeFault = Diagnostic(.python("SyntaxError"), message, at: span, hint: hint)
    }
  }

  // MARK: Imports from the future

  private static let futures: [String] = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  private func futureFault(in body: [Statement]) -> Diagnostic? {
    var isBeginning = true
    for (index, statement) in body.enumerated() {
      switch statement.kind {
      case .importFrom(let module, let names) where module.name == "__future__":
        guard isBeginning else {
          return Diagnostic(
            .python("SyntaxError"),
            "from __future__ imports must occur at the beginning of the file", at: statement.span)
        }
        for name in names where !Self.futures.contains(name.name.name) {
          let start = statement.span.start
          return Diagnostic(
            .python("SyntaxError"), "future feature \(name.name.name) is not defined",
            at: Span(start, start))
        }
      case .expression(let value):
        if case .constant(.string) = value.kind, index == 0 { continue }
        isBeginning = false
      default:
        isBeginning = false
      }
    }
    return nil
  }

  // MARK: Scopes

  /// Visits what is within a scope of its own.
  mutating func within(_ kind: CheckedScope.Kind, _ visit: (inout ProgramCheck) -> Void) {
    let outer = current
    scopes.append(CheckedScope(kind, within: outer))
    current = scopes.count - 1
    visit(&self)
    current = outer
  }

  /// Whether a `return` or a `yield` has a function to belong to.
  var isInFunction: Bool { scopes[current].kind == .function }

  /// `nonlocal` names that no function around binds.
  private func nonlocalFault() -> Diagnostic? {
    for scope in scopes {
      for declared in scope.declarations {
        let name = declared.name
        if declared.isGlobal {
          guard scope.nonlocals.contains(name) else { continue }
          return fault("name '\(name)' is nonlocal and global", at: declared.span)
        }
        if scope.globals.contains(name) { continue }
        guard let outer = scope.outer else {
          return fault("nonlocal declaration not allowed at module level", at: declared.span)
        }
        guard isBound(name, around: outer) else {
          return fault("no binding for nonlocal '\(name)' found", at: declared.span)
        }
      }
    }
    return nil
  }

  private func fault(_ message: String, at span: Span) -> Diagnostic {
    Diagnostic(.python("SyntaxError"), message, at: span)
  }

  /// Whether a function from this scope outwards binds the name.
  private func isBound(_ name: String, around scope: Int) -> Bool {
    var next: Int? = scope
    while let index = next {
      let scope = scopes[index]
      if scope.kind.isFunctionLike {
        if scope.globals.contains(name) { return false }
        if scope.binds(name) { return true }
      } else if scope.kind == .class, name == "__class__" {
        return true
      }
      next = scope.outer
    }
    return false
  }
}

/// The names of a module, class, function or comprehension as far as they have been seen.
struct CheckedScope {
  enum Kind: Hashable {
    case module, `class`, function, lambda
    /// With what CPython calls it: "list comprehension".
    case comprehension(String)

    /// Whether inner functions see its names.
    var isFunctionLike: Bool {
      switch self {
      case .module, .class: false
      case .function, .lambda, .comprehension: true
      }
    }
  }

  struct Declaration {
    var name: String
    var span: Span
    var isGlobal: Bool
  }

  let kind: Kind
  let outer: Int?
  var parameters: Set<String> = []
  var assigned: Set<String> = []
  var imported: Set<String> = []
  var used: Set<String> = []
  var annotated: Set<String> = []
  var globals: Set<String> = []
  var nonlocals: Set<String> = []
  /// A comprehension's own loop variables.
  var iterated: Set<String> = []
  var declarations: [Declaration] = []

  /// How many loops are around, and how many blocks that need unwinding.
  var loops = 0
  var blocks = 0
  /// How many iterables of comprehensions are around.
  var iterables = 0

  init(_ kind: Kind, within outer: Int?) {
    self.kind = kind
    self.outer = outer
  }

  func binds(_ name: String) -> Bool {
    guard !globals.contains(name), !nonlocals.contains(name) else { return false }
    return parameters.contains(name) || assigned.contains(name) || imported.contains(name)
  }
}

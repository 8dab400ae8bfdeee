// From an expression's tree to what it looks at. Flows in: the tree. Flows out: a Projection, or what
// is wrong with a name or an argument. Where an argument is no literal, everything is looked at.

import Diagnostics
import Language

enum ProjectionFinder {
  /// The names that an expression may use beside Python's own.
  static let names = [
    "printed", "lines", "lines_of", "file", "exitcode", "stuck", "crashed", "raised", "overlap",
    "before", "seconds",
  ]

  /// Functions and how many arguments each takes.
  private static let functions = [
    "printed": 1, "lines_of": 1, "file": 1, "exitcode": 1, "raised": 1, "overlap": 1, "before": 2,
  ]

  static func projection(
    of expression: Expression, builtins: [String]
  ) -> Result<Projection, Diagnostic> {
    let found = ExpressionNames(expression)
    var projection = Projection()
    for use in found.uses where !found.bound.contains(use.name) {
      switch use.name {
      case "lines": projection.ordersLines = true
      case "seconds": projection.looksAtClock = true
      default:
        guard names.contains(use.name) || builtins.contains(use.name) else {
          return .failure(unknown(use, builtins: builtins))
        }
      }
    }
    for call in found.calls where !found.bound.contains(call.name) {
      guard let count = functions[call.name] else { continue }
      if let fault = fault(in: call, expecting: count) { return .failure(fault) }
      if let fault = look(at: call, in: &projection) { return .failure(fault) }
    }
    if let use = uncalled(found) { return .failure(use) }
    return .success(projection)
  }

  private static func unknown(
    _ use: ExpressionNames.Use, builtins: [String]
  ) -> Diagnostic {
    let near = Spelling.nearest(to: use.name, among: names + builtins)
    return Diagnostic(
      .input, .says("name '\(use.name)' is not defined"), at: use.expression.span,
      note: near == nil
        ? .says("An observe expression knows \(names).") : nil,
      hint: near.map { .says("did you mean '\($0)'?") })
  }

  /// A function of ours that is used but not called.
  private static func uncalled(_ found: ExpressionNames) -> Diagnostic? {
    for name in names where functions[name] != nil && !found.bound.contains(name) {
      let uses = found.uses.filter { $0.name == name }
      let calls = found.calls.filter { $0.name == name }
      guard uses.count > calls.count, let use = uses.first else { continue }
      return Diagnostic(
        .input, .says("'\(name)' is a function and must be called"), at: use.expression.span,
        hint: .fixed(name == "before" ? "before('first', 'second')" : "\(name)('…')"))
    }
    return nil
  }

  private static func fault(
    in call: ExpressionNames.Call, expecting count: Int
  ) -> Diagnostic? {
    let isPlain = call.arguments.allSatisfy {
      if case .positional = $0.kind { true } else { false }
    }
    guard !isPlain || call.arguments.count != count else { return nil }
    return Diagnostic(
      .input,
      count == 1 ? .says("\(call.name)() takes one text") : .says("\(call.name)() takes two texts"),
      at: call.expression.span)
  }

  private static func look(
    at call: ExpressionNames.Call, in projection: inout Projection
  ) -> Diagnostic? {
    let literals = call.arguments.compactMap { literal($0.value) }
    let isLiteral = literals.count == call.arguments.count
    switch call.name {
    case "printed":
      if isLiteral { projection.countedTexts.appendNew(literals[0]) }
    case "lines_of":
      if isLiteral {
        projection.processes.appendNew(processName(literals[0]))
      } else {
        projection.namesPrinters = true
      }
    case "before":
      if isLiteral { projection.orderedPairs.appendNew(.init(literals[0], literals[1])) }
    case "file":
      if isLiteral {
        projection.files.appendNew(literals[0])
      } else {
        projection.looksAtAllFiles = true
      }
      return nil
    case "exitcode":
      projection.looksAtExitCodes = true
      return nil
    case "overlap":
      guard isLiteral else {
        return Diagnostic(
          .input, .says("overlap() takes the function's name as a literal text"),
          at: call.expression.span, hint: .fixed("overlap(\"look\")"))
      }
      projection.markedFunctions.appendNew(literals[0])
    default: return nil
    }
    if !isLiteral { projection.ordersLines = true }
    return nil
  }

  private static func literal(_ expression: Expression) -> String? {
    guard case .constant(.string(let points)) = expression.kind else { return nil }
    var text = String.UnicodeScalarView()
    for point in points { text.append(Unicode.Scalar(point) ?? "\u{FFFD}") }
    return String(text)
  }

  /// `main` is short for the main process's name.
  static func processName(_ name: String) -> String {
    name == "main" ? RunRecord.mainProcess : name
  }
}

extension Array where Element: Equatable {
  fileprivate mutating func appendNew(_ element: Element) {
    if !contains(element) { append(element) }
  }
}

// Text's tree to code. Flows in: a SyntaxTree and what is known of the world its program will run in.
// Flows out: a Program, or what is wrong: the first error that CPython's own compiler reports, else
// every place that tutor refuses. Nothing here knows how instructions are performed.

import Diagnostics

package enum Compiler {
  /// Compiles a whole file.
  ///
  /// - Returns: the program; or one SyntaxError, word for word CPython's; or all refusals, in the
  ///   order of their places.
  package static func compile(
    _ tree: SyntaxTree, for environment: LanguageEnvironment
  ) -> Result<Program, [Diagnostic]> {
    compile(.file(tree.body), of: tree.source, for: environment)
  }

  /// Compiles one expression: the program's module code returns its value.
  package static func compileExpression(
    _ expression: Expression, of source: SourceText, for environment: LanguageEnvironment
  ) -> Result<Program, [Diagnostic]> {
    compile(.expression(expression), of: source, for: environment)
  }

  private enum Content {
    case file([Statement])
    case expression(Expression)
  }

  private static func compile(
    _ content: Content, of source: SourceText, for environment: LanguageEnvironment
  ) -> Result<Program, [Diagnostic]> {
    let start = Position(line: 1, column: 0)
    var builder = ScopeBuilder(module: Span(start, start))
    switch content {
    case .file(let body):
      if let fault = FutureImports.check(body) { return .failure([fault]) }
      builder.visit(body)
    case .expression(let expression): builder.visit(expression)
    }
    if let fault = builder.fault { return .failure([fault]) }

    switch ScopeResolver.resolve(builder.table) {
    case .failure(let fault): return .failure([fault])
    case .success(let table):
      var generator = CodeGenerator(table: table, environment: environment)
      let main =
        switch content {
        case .file(let body): generator.compileModule(body)
        case .expression(let expression): generator.compileModule(returning: expression)
        }
      if let fault = generator.fault { return .failure([fault]) }
      let refusals = Refusals(table: table, suspects: builder.suspects, environment: environment)
      let found = refusals.all(of: builder.suspects)
      guard found.isEmpty else { return .failure(found) }
      return .success(generator.program(main: main, source: source))
    }
  }
}

/// `from __future__ import …`, which changes nothing here but has rules of its own.
enum FutureImports {
  /// The first of them that names no feature.
  static func check(_ body: [Statement]) -> Diagnostic? {
    for statement in body.prefix(leadingCount(body)) {
      guard case .importFrom(_, let names) = statement.kind, statement.isFutureImport else {
        continue
      }
      for name in names.map(\.name.name) where !PythonNames.futureFeatures.contains(name) {
        let message = name == "braces" ? "not a chance" : "future feature \(name) is not defined"
        let start = statement.span.start
        return Diagnostic(.python("SyntaxError"), .fixed(message), at: Span(start, start))
      }
    }
    return nil
  }

  /// How many statements open the file before which such an import may stand: a docstring and other
  /// such imports.
  static func leadingCount(_ body: [Statement]) -> Int {
    let docstring = body.first?.docstring == nil ? 0 : 1
    return docstring + body.dropFirst(docstring).prefix { $0.isFutureImport }.count
  }
}

extension Statement {
  var isFutureImport: Bool {
    guard case .importFrom(let module, _) = kind else { return false }
    return module.name == "__future__"
  }

  /// The text, where it is a string and nothing else.
  var docstring: Constant? {
    guard case .expression(let value) = kind, case .constant(.string) = value.kind else {
      return nil
    }
    return value.constantValue
  }
}

// How an observe expression gets its value: a small Python program of ours defines the names that it
// may use, over data that is written into the program as literals; our own machine runs it, and what
// it prints is the value.

import BigInt
import Diagnostics
import Language
import Machine

enum Evaluation {
  /// Far more than any expression needs over a run that a person looks at.
  private static let rounds = 2_000

  /// What the names mean. The data it works on is assigned before it, in `data(of:for:)`.
  private static let prelude = """
    def printed(text):
        if text in _counts:
            return _counts[text]
        count = 0
        for line in lines:
            if text in line:
                count += 1
        return count
    def _process(name):
        return 'MainProcess' if name == 'main' else name
    def lines_of(name):
        name = _process(name)
        if name in _lines_of:
            return _lines_of[name]
        return [line for process, line in _lines if process == name]
    def file(name):
        return _files[name] if name in _files else None
    def exitcode(name):
        name = _process(name)
        for process, code in _codes:
            if process == name:
                return code
        raise KeyError(name)
    def raised(name):
        count = 0
        for kind in _raised:
            if kind == name or kind.split('.')[-1] == name:
                count += 1
        return count
    def before(first, second):
        if (first, second) in _orders:
            return _orders[(first, second)]
        for line in lines:
            if first in line:
                return True
            if second in line:
                return False
        return False
    def overlap(function):
        return _overlaps[function]
    crashed = len(_raised)
    lines = [line for process, line in _lines]
    """

  static func value(
    of expression: Expression, over run: ProjectedRun, for projection: Projection
  ) -> Result<String, Diagnostic> {
    let body: [Statement]
    switch Parser.parse(SourceText(name: "<observe>", text: prelude)) {
    case .failure(let diagnostic): return .failure(diagnostic)
    case .success(let tree): body = tree.body
    }
    var writer = LiteralWriter(span: expression.span)
    writer.assignData(of: run, for: projection)
    let printing = writer.call("print", [writer.call("repr", [expression])])
    let tree = SyntaxTree(
      source: SourceText(name: "<observe>", text: ""),
      body: writer.statements + body + [Statement(.expression(printing), expression.span)])
    switch Compiler.compile(tree, for: Library.standard.environment) {
    case .failure(let diagnostics):
      return .failure(
        diagnostics.first ?? Diagnostic(.input, "this is no expression", at: expression.span))
    case .success(let program): return execute(program, at: expression.span)
    }
  }

  private static func execute(_ program: Program, at span: Span) -> Result<String, Diagnostic> {
    var machine = Machine(image: Image(program: program))
    var output: [UInt8] = []
    for _ in 0..<rounds {
      switch machine.run(budget: 100_000) {
      case .paused: machine.resume(with: .done)
      case .write(.standardOutput, let bytes):
        output += bytes
        machine.resume(with: .done)
      case .write(.standardError, _): machine.resume(with: .done)
      case .exit(let status):
        guard status.code == 0 else { return .failure(failure(status, at: span)) }
        if output.last == UInt8(ascii: "\n") { output.removeLast() }
        return .success(String(decoding: output, as: UTF8.self))
      case .unsupported(let diagnostic): return .failure(diagnostic)
      default:
        return .failure(
          Diagnostic(
            .input, "an observe expression may only look at the run, not act", at: span))
      }
    }
    return .failure(Diagnostic(.input, "the observe expression never ends", at: span))
  }

  private static func failure(_ status: ExitStatus, at span: Span) -> Diagnostic {
    guard let exception = status.exception else {
      return Diagnostic(.input, "the observe expression has no value", at: span)
    }
    return Diagnostic(.python(exception.type), exception.message, at: span)
  }
}

/// Writes data as statements that assign literals.
private struct LiteralWriter {
  let span: Span
  private(set) var statements: [Statement] = []

  init(span: Span) { self.span = span }

  mutating func assignData(of run: ProjectedRun, for projection: Projection) {
    let notebook = run.notebook
    assign("_lines", list(notebook.lines.map { tuple([text($0.process), text($0.text)]) }))
    assign("_counts", dict(zip(projection.countedTexts.map(text), notebook.counts.map(number))))
    assign(
      "_lines_of",
      dict(zip(projection.processes.map(text), notebook.linesOf.map { list($0.map(text)) })))
    assign(
      "_orders",
      dict(
        zip(
          projection.orderedPairs.map { tuple([text($0.first), text($0.second)]) },
          notebook.orders.map { truth($0 == .first) })))
    assign(
      "_overlaps", dict(zip(projection.markedFunctions.map(text), notebook.overlapped.map(truth))))
    assign(
      "_files",
      dict(run.files.map { (text($0.name), text(String(decoding: $0.bytes, as: UTF8.self))) }))
    assign(
      "_codes",
      list(
        run.ends.map { tuple([text($0.process), $0.code.map { number(Int($0)) } ?? none]) }))
    assign("_raised", list(run.ends.compactMap { $0.exception.map { text($0.type) } }))
    assign("stuck", truth(run.isStuck))
    assign("seconds", run.virtualSeconds.map { constant(.float($0)) } ?? none)
  }

  private mutating func assign(_ name: String, _ value: Expression) {
    statements.append(
      Statement(.assign(targets: [Expression(.name(name), span)], value: value), span))
  }

  func call(_ name: String, _ arguments: [Expression]) -> Expression {
    Expression(
      .call(Expression(.name(name), span), arguments.map { Argument(.positional, $0) }), span)
  }

  private func constant(_ constant: Constant) -> Expression {
    Expression(.constant(constant), span)
  }

  private var none: Expression { constant(.none) }
  private func text(_ text: String) -> Expression { constant(.text(text)) }
  private func truth(_ truth: Bool) -> Expression { constant(.bool(truth)) }

  private func number(_ number: Int) -> Expression {
    let magnitude = constant(.integer(BigInt(number.magnitude)))
    return number < 0 ? Expression(.unary(.minus, magnitude), span) : magnitude
  }

  private func list(_ items: [Expression]) -> Expression { Expression(.list(items), span) }
  private func tuple(_ items: [Expression]) -> Expression { Expression(.tuple(items), span) }

  private func dict(_ pairs: some Sequence<(Expression, Expression)>) -> Expression {
    Expression(.dict(pairs.map { (key: $0.0, value: $0.1) }), span)
  }
}

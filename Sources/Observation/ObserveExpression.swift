// A lesson's question about one finished run: a Python expression over what was printed, written and
// raised. Flows in: its text, once, and then finished runs. Flows out: its value as `repr` shows it,
// which is the outcome, and what it looks at.

import Diagnostics
import Language
import Machine

/// A Python expression over a finished run.
///
/// These names are there beside Python's own: `printed(text)` how many lines contain it; `lines` all
/// lines, in order; `lines_of(process)` that process's lines; `file(name)` a file's text at the end, or
/// `None`; `exitcode(process)`, `None` while it is alive; `stuck`; `crashed` how many processes an
/// exception ended, `raised(name)` how many that one did; `overlap(function)` whether two processes
/// were inside it at once; `before(a, b)` whether the first line with `a` came before any with `b`;
/// `seconds` on an ideal machine. A process goes by its `name`; `'main'` is the main one.
package struct ObserveExpression: Sendable {
  package let text: String
  /// What it looks at. A run that was recorded only as far as this gives the same value.
  package let projection: Projection
  private let expression: Expression

  /// - Parameter text: as the lesson has it.
  /// - Returns: the expression, or what is wrong with it, its spans counted within `text`.
  package static func parse(_ text: String) -> Result<ObserveExpression, Diagnostic> {
    guard text.contains(where: { !$0.isWhitespace }) else {
      return .failure(
        Diagnostic(
          .input, .says("the expression to observe is empty"), at: nil,
          hint: .fixed("printed(\"bought\")")))
    }
    // A text that was folded over several lines is one expression all the same.
    let line = text.drop { $0.isWhitespace }.map { $0.isNewline ? " " : $0 }
    let source = SourceText(name: "<observe>", text: String(line))
    return Parser.parse(source).flatMap { tree in
      guard tree.body.count == 1, case .expression(let expression) = tree.body[0].kind else {
        return .failure(
          Diagnostic(
            .input, .says("an observe text is one expression"), at: tree.body.first?.span,
            hint: .fixed("printed(\"bought\")")))
      }
      return ProjectionFinder.projection(
        of: expression, builtins: Library.standard.environment.builtins
      ).map { ObserveExpression(text: text, projection: $0, expression: expression) }
    }
  }

  /// The expression's value over a finished run, as `repr` shows it: the run's outcome.
  ///
  /// - Returns: the value, or the exception that the expression ended with.
  package func value(of record: RunRecord) -> Result<String, Diagnostic> {
    value(of: record.projected(on: projection))
  }

  /// The same over a run that was recorded as far as the expression looks at it.
  package func value(of run: ProjectedRun) -> Result<String, Diagnostic> { ready().value(of: run) }

  /// The run's outcome, see `Ready`.
  package func outcome(of run: ProjectedRun) -> String { ready().outcome(of: run) }

  /// For whoever asks over many runs.
  package func ready() -> Ready {
    Ready(evaluation: Evaluation.ready(expression), projection: projection)
  }

  /// An expression that is compiled.
  package struct Ready: Sendable {
    fileprivate let evaluation: Result<Evaluation, Diagnostic>
    fileprivate let projection: Projection

    fileprivate func value(of run: ProjectedRun) -> Result<String, Diagnostic> {
      evaluation.flatMap { $0.value(over: run, for: projection) }
    }

    /// The run's outcome as it is named everywhere: the value, or the exception in its place, for
    /// `lines[-1]` of a run without lines is an outcome too.
    package func outcome(of run: ProjectedRun) -> String {
      switch value(of: run) {
      case .success(let value): return value
      case .failure(let diagnostic):
        let message = diagnostic.message.text(in: .english)
        guard case .python(let type) = diagnostic.kind else { return message }
        return message.isEmpty ? type : "\(type): \(message)"
      }
    }
  }
}

// A fault as data: what is wrong, where, and what to do about it. Text is made by DiagnosticRenderer.

/// A fault in a learner's program or a lesson's file, found before anything runs.
package struct Diagnostic: Error, Hashable, Sendable {
  /// Who speaks in the first line.
  package enum Kind: Hashable, Sendable {
    /// CPython's own error, by the name of its exception type: `SyntaxError`, `IndentationError`.
    case python(String)
    /// Correct Python that tutor does not run; the message names the feature.
    case unsupported
    /// A fault in a lesson, an answers file or another input of ours.
    case input
  }

  package var kind: Kind
  /// The first line's text, word for word CPython's where `kind` is `.python`.
  package var message: Wording
  package var span: Span?
  /// One sentence in the present tense that explains, where that helps.
  package var note: Wording?
  /// What to write instead; something that can be typed.
  package var hint: Wording?

  package init(
    _ kind: Kind, _ message: Wording, at span: Span?, note: Wording? = nil, hint: Wording? = nil
  ) {
    self.kind = kind
    self.message = message
    self.span = span
    self.note = note
    self.hint = hint
  }
}

/// All that is wrong with one file, in the order of places. Nobody else can declare this of an array
/// of our own type.
// swift-format-ignore: AvoidRetroactiveConformances
extension Array: @retroactive Error where Element == Diagnostic {}

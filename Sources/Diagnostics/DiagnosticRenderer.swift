// Diagnostics as text: the layout of CPython's syntax errors, then what tutor adds to it.

/// Turns diagnostics into the text that a terminal shows.
package struct DiagnosticRenderer: Sendable {
  package init() {}

  /// The whole text, each line ended: the place, the marked source line, the message, and then the
  /// note and the hint where there are any.
  package func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    var lines: [String] = []
    if let span = diagnostic.span {
      lines.append("  File \"\(source.name)\", line \(span.line)")
      lines += marked(span, in: source)
    }
    lines.append(headline(of: diagnostic))
    if let note = diagnostic.note { lines.append("  \(note)") }
    if let hint = diagnostic.hint { lines.append("  hint: \(hint)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    switch diagnostic.kind {
    case .python(let type): "\(type): \(diagnostic.message)"
    case .unsupported: "Unsupported: \(diagnostic.message)"
    case .input: "tutor: \(diagnostic.message)"
    }
  }

  /// More of a line than anybody reads.
  private static let longestLine = 400

  /// The source line without its indentation, and the carets below it. A range that goes on in
  /// later lines is marked to the end of its first.
  private func marked(_ span: Span, in source: SourceText) -> [String] {
    let points = Array(source.line(span.line).unicodeScalars)
    let first = points.firstIndex { !DiagnosticRenderer.isBlank($0) } ?? points.count
    let last = (points.lastIndex { !DiagnosticRenderer.isBlank($0) } ?? first - 1) + 1
    guard first < last else { return [] }
    let start = max(first, Int(span.start.column))
    let end =
      span.end.line > span.start.line ? last : min(last, max(start + 1, Int(span.end.column)))
    // A very long line: the part around the mark.
    let from = last - first > DiagnosticRenderer.longestLine ? max(first, start - 60) : first
    let to = min(last, from + DiagnosticRenderer.longestLine)
    let carets = String(repeating: "^", count: max(1, min(end, to) - start))
    let space = points[min(from, start)..<min(start, to)].map { $0 == "\t" ? "\t" : " " }
    return [
      "    " + text(points[from..<to]),
      "    " + space.joined() + String(repeating: " ", count: max(0, start - to)) + carets,
    ]
  }

  private func text(_ points: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: points)
    return String(view)
  }

  private static func isBlank(_ point: Unicode.Scalar) -> Bool {
    point == " " || point == "\t" || point == "\u{0C}" || point == "\r"
  }
}

// Diagnostics as text. Flows in: a diagnostic and the source it speaks of. Flows out: what a person
// reads: CPython's layout for CPython's errors, then what tutor adds to it.

/// Turns diagnostics into the text that a terminal shows.
package struct DiagnosticRenderer: Sendable {
  private let language: ReadingLanguage

  /// - Parameter language: of what tutor says itself; CPython's words stay as they are.
  package init(in language: ReadingLanguage) { self.language = language }

  /// The whole text, each line ended: the place, the marked source line, the message, and then the
  /// note and the hint where there are any. What tutor says itself begins with place and message.
  package func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    lines(of: diagnostic, in: source).map { $0 + "\n" }.joined()
  }

  private func lines(of diagnostic: Diagnostic, in source: SourceText) -> [String] {
    var lines: [String] = []
    let marks = diagnostic.span.map { marked($0, in: source) } ?? []
    switch diagnostic.kind {
    case .python(let type):
      if let span = diagnostic.span {
        lines.append("  File \"\(source.name)\", line \(span.line)")
      }
      lines += marks
      lines.append("\(type): \(diagnostic.message.text(in: language))")
    case .unsupported, .input:
      lines.append(place(diagnostic.span, source) + diagnostic.message.text(in: language))
      lines += marks
    }
    if let note = diagnostic.note { lines.append("  " + note.text(in: language)) }
    if let hint = diagnostic.hint {
      lines.append("  " + Self.hintWord(in: language) + hint.text(in: language))
    }
    return lines
  }

  /// What stands before a hint.
  package static func hintWord(in language: ReadingLanguage) -> String {
    switch language {
    case .english: "hint: "
    case .chinese: "提示："
    }
  }

  private func place(_ span: Span?, _ source: SourceText) -> String {
    switch language {
    case .english: span.map { "\(source.name), line \($0.line): " } ?? "tutor: "
    case .chinese: span.map { "\(source.name) 第 \($0.line) 行：" } ?? "tutor："
    }
  }

  // MARK: The marked line

  /// More of a line than anybody reads.
  private static let longestLine = 400
  /// How much is shown before the mark in a longer one.
  private static let context = 60

  /// The source line without its indentation, and the carets below it. A range that goes on in
  /// later lines is marked to the end of its first; a place in the indentation has no carets.
  private func marked(_ span: Span, in source: SourceText) -> [String] {
    let points = Array(source.line(span.line).unicodeScalars)
    guard let first = points.firstIndex(where: { !isBlank($0) }),
      let last = points.lastIndex(where: { !isBlank($0) })
    else { return [] }
    let start = min(Int(span.start.column), points.count)
    let end = span.end.line > span.start.line ? last + 1 : Int(span.end.column)
    let shown = window(from: first, to: points.count, around: start)
    let line = "    " + text(points[shown])
    guard start >= first else { return [line] }
    let before = points[shown].prefix(max(0, start - shown.lowerBound))
    let marked = points[start..<max(start, min(end, points.count, shown.upperBound))]
    return [line, "    " + blanks(before) + carets(marked)]
  }

  /// The part of a line that is shown: all of it, or what is around the mark.
  private func window(from first: Int, to end: Int, around mark: Int) -> Range<Int> {
    guard end - first > Self.longestLine else { return first..<end }
    let from = max(first, mark - Self.context)
    return from..<min(end, from + Self.longestLine)
  }

  /// As many columns of blanks as the points take; a tab stays one, so that it goes as far.
  private func blanks(_ points: ArraySlice<Unicode.Scalar>) -> String {
    points.map { $0 == "\t" ? "\t" : String(repeating: " ", count: width(of: $0)) }.joined()
  }

  /// Carets below the points, and at least one.
  private func carets(_ points: ArraySlice<Unicode.Scalar>) -> String {
    String(repeating: "^", count: max(1, points.reduce(0) { $0 + width(of: $1) }))
  }

  private func width(of point: Unicode.Scalar) -> Int {
    isControl(point) ? 1 : DisplayWidth.of(point)
  }

  /// The points as text; what could steer the terminal is shown as a replacement character.
  private func text(_ points: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: points.map { isControl($0) && $0 != "\t" ? "\u{FFFD}" : $0 })
    return String(view)
  }

  private func isControl(_ point: Unicode.Scalar) -> Bool {
    point.value < 0x20 || (0x7F..<0xA0).contains(point.value)
  }

  private func isBlank(_ point: Unicode.Scalar) -> Bool {
    point == " " || point == "\t" || point == "\u{0C}"
  }
}

// The source line of a traceback's entry and the marks below it. Flows in: a span and its source. Flows
// out: the lines that CPython 3.11 prints, mark for mark.

import Diagnostics

/// The lines below `File "…", line …, in …`.
package enum TracebackLines {
  /// The source line, indented by four, and the marks below it where they tell more than the line.
  ///
  /// A range that goes on in later lines is marked to the end of its first. In an operation the
  /// operator is told apart from its operands (`~~^~~`), in an index the brackets (`~^^^`).
  package static func lines(of span: Span, in source: SourceText) -> [String] {
    let points = Array(source.line(span.line).unicodeScalars)
    guard let first = points.firstIndex(where: { !isBlank($0) }) else { return [] }
    let line = "    " + text(points[first...])
    let start = Int(span.start.column)
    let isOneLine = span.end.line == span.start.line
    let last = points.lastIndex { !isBlank($0) } ?? first
    let end = isOneLine ? min(Int(span.end.column), points.count) : last + 1
    guard start >= 0, start < end else { return [line] }
    let anchor = isOneLine ? anchor(in: text(points[start..<end])) : nil
    if anchor == nil, end - start == points.count - first { return [line] }
    let marks = (first..<max(first, end)).map { column -> String in
      let isAnchor = anchor?.contains(column - start) ?? true
      let mark = column < start ? " " : isAnchor ? "^" : "~"
      return String(repeating: mark, count: max(1, DisplayWidth.of(points[column])))
    }
    return [line, "    " + marks.joined()]
  }

  /// The columns of an operation's operator or an index's brackets, if that is what `segment` is.
  private static func anchor(in segment: String) -> Range<Int>? {
    var parser = Parser(Lexer.lex(segment))
    guard let body = try? parser.file(), body.count == 1,
      case .expression(let expression) = body[0].kind
    else { return nil }
    switch expression.kind {
    case .binary(let left, _, let right):
      return operatorColumns(in: segment, between: left.span, and: right.span)
    case .subscript(let value, let index):
      return bracketColumns(in: segment, behind: value.span, around: index.span)
    default: return nil
    }
  }

  private static func bracketColumns(
    in segment: String, behind value: Span, around index: Span
  ) -> Range<Int>? {
    let points = Array(segment.unicodeScalars)
    let opening = points.indices.first { $0 >= value.end.column && points[$0] == "[" }
    let closing = points.indices.first { $0 >= index.end.column && points[$0] == "]" }
    guard let opening, let closing else { return nil }
    return opening..<closing + 1
  }

  /// The first one or two characters that stand between the operands.
  private static func operatorColumns(
    in segment: String, between left: Span, and right: Span
  ) -> Range<Int>? {
    let points = Array(segment.unicodeScalars)
    let end = min(Int(right.start.column), points.count)
    let start = Int(left.end.column)
    guard start < end,
      let first = (start..<end).first(where: { !isBlank(points[$0]) && points[$0] != ")" })
    else { return nil }
    let isDouble = first + 1 < end && !isBlank(points[first + 1])
    return first..<first + (isDouble ? 2 : 1)
  }

  private static func text(_ points: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: points)
    return String(view)
  }

  private static func isBlank(_ point: Unicode.Scalar) -> Bool {
    point == " " || point == "\t" || point == "\u{0C}"
  }
}

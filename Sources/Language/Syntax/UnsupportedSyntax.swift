// Correct Python that tutor does not run. It is named where it stands, with what to write instead.

import Diagnostics

extension Parser {
  mutating func asyncIsUnsupported() -> Failure {
    let feature =
      switch nextKind {
      case .def: "async functions are not part of tutor's Python"
      case .with: "async with is not part of tutor's Python"
      case .for: "async for is not part of tutor's Python"
      default: ""
      }
    guard !feature.isEmpty else {
      index += 1
      return mismatch()
    }
    return unsupported(
      feature, at: Span(place, tokens[index + 1].span.end),
      hint: "leave out `async`; to do two things at once, start a Process for each")
  }

  mutating func classKeywordIsUnsupported(at span: Span) -> Failure {
    unsupported(
      "keywords of a class, such as metaclass=, are not part of tutor's Python", at: span,
      hint: "write the class with its base classes only")
  }

  /// `match x` without a colon.
  mutating func explainMatch() throws(Failure) {
    try probe { (p) throws(Failure) in
      p.advance()
      _ = try p.starExpressions()
      guard p.sees(.newline) else { throw p.mismatch() }
      throw p.syntaxError("expected ':'")
    }
  }

  /// Refuses `match x:`; `match` is otherwise a name like any other.
  mutating func rejectMatchStatement() throws(Failure) {
    let start = index
    let reached = furthest
    let keyword = tokens[index].span
    defer {
      index = start
      furthest = reached
    }
    do {
      advance()
      guard startsExpression || kind == .star else { return }
      _ = try starExpressions()
      guard take(.colon), take(.newline), take(.indent), isName("case") else { return }
    } catch {
      fault = nil
      return
    }
    throw unsupported(
      "the match statement is not part of tutor's Python", at: keyword,
      hint: "write `if … == …:`, `elif … == …:` and `else:`")
  }
}

// Correct Python that tutor does not run. It is named where it stands, with what to write instead.

import Diagnostics

extension Parser {
  mutating func asyncIsUnsupported() -> Failure {
    let feature: Wording
    switch nextKind {
    case .def: feature = .says("async functions are not part of tutor's Python")
    case .with: feature = .says("async with is not part of tutor's Python")
    case .for: feature = .says("async for is not part of tutor's Python")
    default:
      index += 1
      return mismatch()
    }
    return unsupported(
      feature, at: Span(place, tokens[index + 1].span.end),
      hint: .says("leave out `async`; to do two things at once, start a Process for each"))
  }

  mutating func classKeywordIsUnsupported(at span: Span) -> Failure {
    unsupported(
      .says("keywords of a class, such as metaclass=, are not part of tutor's Python"), at: span,
      hint: .says("write the class with its base classes only"))
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
      .says("the match statement is not part of tutor's Python"), at: keyword,
      hint: .says("write `if … == …:`, `elif … == …:` and `else:`"))
  }
}

// The usual mistakes in statements, each looked for where CPython's grammar has its rule for it.

import Diagnostics

extension Parser {
  /// What is wrong with a statement that is neither an expression nor an assignment.
  mutating func explainAssignment() throws(Failure) {
    guard try !isAssignment() else { return }
    try probe { (p) throws(Failure) in try p.findBadAnnotation() }
    try probe { (p) throws(Failure) in
      _ = try p.starNamedExpression()
    }
    try probe { (p) throws(Failure) in
      try p.skipTargets()
      let value = try p.starExpressions()
      try p.expect(.equal)
      try p.rejectTarget(value, of: .assignment)
    }
    try probe { (p) throws(Failure) in
      try p.skipTargets()
      let value = try p.yieldExpression()
      try p.expect(.equal)
      throw p.syntaxError("assignment to yield expression not possible", at: value.span)
    }
    try probe { (p) throws(Failure) in
      let target = try p.starExpressions()
      guard p.augmentedOperator != nil else { throw p.mismatch() }
      p.advance()
      _ = try p.assignedValue()
      throw p.syntaxError(
        "'\(target.describedName)' is an illegal expression for augmented assignment",
        at: target.span)
    }
  }

  /// Whether an assignment stands here that has nothing wrong.
  private mutating func isAssignment() throws(Failure) -> Bool {
    let annotated = try foresees { (p) throws(Failure) in
      guard p.kind == .name || p.kind == .leftParenthesis else { throw p.mismatch() }
      guard try p.primary().isSingleTarget else { throw p.mismatch() }
      try p.expect(.colon)
      _ = try p.expression()
      if p.take(.equal) { _ = try p.assignedValue() }
    }
    if annotated { return true }
    let assigned = try foresees { (p) throws(Failure) in
      guard try p.skipTargets() > 0 else { throw p.mismatch() }
      _ = try p.assignedValue()
      guard !p.sees(.equal) else { throw p.mismatch() }
    }
    if assigned { return true }
    let augmented = try foresees { (p) throws(Failure) in
      guard try p.primary().isSingleTarget else { throw p.mismatch() }
      guard p.augmentedOperator != nil else { throw p.mismatch() }
      p.advance()
      // Past the operator CPython looks for nothing else.
      _ = try p.attempt { (p) throws(Failure) in try p.assignedValue() }
    }
    return augmented
  }

  /// Reads `target =` as often as it stands here.
  @discardableResult
  private mutating func skipTargets() throws(Failure) -> Int {
    var count = 0
    while true {
      let isRead = try fits { (p) throws(Failure) in
        _ = try p.starTargets()
        try p.expect(.equal)
      }
      guard isRead else { return count }
      count += 1
    }
  }

  private mutating func findBadAnnotation() throws(Failure) {
    try probe { (p) throws(Failure) in
      guard p.kind == .leftBracket || p.kind == .leftParenthesis else { throw p.mismatch() }
      let target = try p.atom()
      switch target.kind {
      case .list, .tuple: break
      default: throw p.mismatch()
      }
      try p.expect(.colon)
      _ = try p.expression()
      throw p.syntaxError(
        "only single target (not \(target.describedName)) can be annotated", at: target.span)
    }
    try probe { (p) throws(Failure) in
      let first = try p.starNamedExpression()
      try p.expect(.comma)
      // CPython needs no comma between what follows.
      while try p.fits({ (p) throws(Failure) in _ = try p.starNamedExpression() }) {
        _ = p.take(.comma)
      }
      try p.expect(.colon)
      _ = try p.expression()
      throw p.syntaxError("only single target (not tuple) can be annotated", at: first.span)
    }
    try probe { (p) throws(Failure) in
      let target = try p.expression()
      try p.expect(.colon)
      _ = try p.expression()
      throw p.syntaxError("illegal target for annotation", at: target.span)
    }
  }

  mutating func explainDelete() throws(Failure) {
    try probe { (p) throws(Failure) in
      try p.expect(.del)
      try p.rejectTarget(try p.starExpressions(), of: .deletion)
    }
  }

  /// `with a as f():`; the token behind `as` is looked at.
  mutating func explainWithTarget() throws(Failure) {
    try probe { (p) throws(Failure) in
      let target = try p.expression()
      guard p.sees(.comma) || p.sees(.rightParenthesis) || p.sees(.colon) else { return }
      try p.rejectTarget(target, of: .assignment)
    }
  }

  /// `except a, b:`; the token behind the first type is looked at.
  mutating func explainExceptTypes(_ first: Expression) throws(Failure) {
    guard sees(.comma) else { return }
    try probe { (p) throws(Failure) in
      try p.expect(.comma)
      repeat { _ = try p.expression() } while p.take(.comma) && p.startsExpression
      if p.take(.as) { _ = try p.identifier() }
      try p.expect(.colon)
      throw p.syntaxError(
        "multiple exception types must be parenthesized", at: p.spanToFurthest(from: first.span))
    }
  }
}

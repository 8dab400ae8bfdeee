// `try` and `with`. The bodies of `finally` are written once for each way that leads into them, as
// CPython does, so that no instruction has to remember where it came from.

import Diagnostics

/// A `try` without its `finally`.
struct Trial {
  let body: [Statement]
  let handlers: [ExceptHandler]
  let otherwise: [Statement]
}

extension CodeGenerator {
  mutating func compileTry(_ trial: Trial, _ finally: [Statement], _ span: Span) {
    if finally.isEmpty {
      compileExcept(trial, span)
    } else {
      compileFinally(trial, finally, span)
    }
  }

  // MARK: Finally

  private mutating func compileFinally(_ trial: Trial, _ finally: [Statement], _ span: Span) {
    let outside = unit.protection
    let raised = unit.makeLabel()
    let end = unit.makeLabel()

    unit.protect(by: raised)
    within(.finallyBody(finally), outside: outside, at: span) { generator in
      if trial.handlers.isEmpty {
        generator.compile(trial.body)
      } else {
        generator.compileExcept(trial, span)
      }
    }
    unit.protection = outside
    compile(finally)
    emit(.jump(end.target), span)

    unit.bind(raised)
    emit(.beginHandler, span)
    let cleanup = unit.makeLabel()
    unit.protect(by: cleanup, dropping: 1)
    within(.finallyHandler, outside: outside, at: span) { $0.compile(finally) }
    emit(.reraise, span)
    unit.protection = outside
    abandonHandler(at: cleanup, span)
    unit.bind(end)
  }

  /// Where an exception goes that is raised while another is handled: `previous exception` are on
  /// the stack, and what was handled before is handled again.
  private mutating func abandonHandler(at label: Label, _ span: Span) {
    unit.bind(label)
    emit(.swap(depth: 1), span)
    emit(.endHandler, span)
    emit(.reraise, span)
  }

  // MARK: Except

  private mutating func compileExcept(_ trial: Trial, _ span: Span) {
    let outside = unit.protection
    let raised = unit.makeLabel()
    let cleanup = unit.makeLabel()
    let end = unit.makeLabel()

    unit.protect(by: raised)
    within(.tryBody, outside: outside, at: span) { $0.compile(trial.body) }
    unit.protection = outside
    compile(trial.otherwise)
    emit(.jump(end.target), span)

    unit.bind(raised)
    emit(.beginHandler, span)
    unit.protect(by: cleanup, dropping: 1)
    for (index, handler) in trial.handlers.enumerated() {
      if handler.type == nil, index < trial.handlers.count - 1 {
        report("default 'except:' must be last", at: handler.span)
      }
      compileHandler(handler, outside: outside, end: end)
    }
    emit(.reraise, span)
    unit.protection = outside
    abandonHandler(at: cleanup, span)
    unit.bind(end)
  }

  /// One `except`: `previous exception` are on the stack, also below it, where it does not match.
  private mutating func compileHandler(_ handler: ExceptHandler, outside: HandlerID?, end: Label) {
    let span = handler.span
    let cleanup = unit.protection
    let next = unit.makeLabel()
    if let type = handler.type {
      compile(type)
      emit(.matchException, span)
      emit(.popJumpIfFalse(next.target), span)
    }
    if let name = handler.name {
      store(name.name, span)
      let unbinding = unit.makeLabel()
      unit.protect(by: unbinding)
      within(.handler(name: name.name), outside: outside, at: span) { $0.compile(handler.body) }
      unit.protection = outside
      emit(.endHandler, span)
      unbind(name.name, span)
      emit(.jump(end.target), span)

      unit.bind(unbinding)
      unit.protection = cleanup
      unbind(name.name, span)
      emit(.reraise, span)
    } else {
      emit(.pop, span)
      within(.handler(name: nil), outside: outside, at: span) { $0.compile(handler.body) }
      unit.protection = outside
      emit(.endHandler, span)
      emit(.jump(end.target), span)
      unit.protection = cleanup
    }
    unit.bind(next)
  }

  /// The name of an `except … as` is gone after it, whether the body deleted it or not.
  mutating func unbind(_ name: String, _ span: Span) {
    emitNone(span)
    store(name, span)
    delete(name, span)
  }

  // MARK: With

  /// The items one within the other, and the body in the innermost.
  mutating func compileWith(_ items: ArraySlice<WithItem>, _ body: [Statement], _ span: Span) {
    guard let item = items.first else { return compile(body) }
    let outside = unit.protection
    let raised = unit.makeLabel()
    let end = unit.makeLabel()
    compile(item.context)
    emit(.prepareWith, span)
    emit(.call(count: 0), span)

    // The value is on the stack where the stretch starts, and is not kept.
    unit.protect(by: raised, dropping: 1)
    within(.with(span), outside: outside, at: span) { generator in
      if let target = item.target {
        generator.store(to: target)
      } else {
        generator.emit(.pop, span)
      }
      generator.compileWith(items.dropFirst(), body, span)
    }
    unit.protection = outside
    callExitWithNothing(span)
    emit(.jump(end.target), span)
    compileExit(at: raised, outside: outside, span)
    unit.bind(end)
  }

  /// `exit -> `, called as when nothing was raised.
  mutating func callExitWithNothing(_ span: Span) {
    for _ in 0..<3 { emitNone(span) }
    emit(.call(count: 3), span)
    emit(.pop, span)
  }

  /// Where the body's exceptions go: `exit exception` are on the stack.
  private mutating func compileExit(at raised: Label, outside: HandlerID?, _ span: Span) {
    let cleanup = unit.makeLabel()
    let suppressed = unit.makeLabel()
    let end = unit.makeLabel()
    unit.bind(raised)
    emit(.beginHandler, span)
    unit.protect(by: cleanup, dropping: 1)
    emit(.callExit, span)
    emit(.popJumpIfTrue(suppressed.target), span)
    emit(.reraise, span)
    unit.bind(suppressed)
    emit(.pop, span)
    unit.protection = outside
    emit(.endHandler, span)
    emit(.pop, span)
    emit(.jump(end.target), span)
    abandonHandler(at: cleanup, span)
    unit.bind(end)
  }
}

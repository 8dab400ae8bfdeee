// The contextlib module.

import Language

extension ModuleDescription {
  static var contextlib: ModuleDescription {
    ModuleDescription(
      id: .contextlib,
      functions: [
        .one("contextmanager") { (m, a) throws(Interrupt) in
          let wrapper = m.makeCallable(.contextManager, a)
          return try m.updateWrapper(wrapper, like: a)
        },
        .bound("suppress", "*exceptions") { (m, a) throws(Interrupt) in
          m.makeInstance(.type(.suppressor), [(.privateKind, .int(0)), (.privateArgs, a[0])])
        },
        .one("closing") { (m, a) throws(Interrupt) in
          m.makeInstance(.type(.suppressor), [(.privateKind, .int(1)), (.privateArgs, a)])
        },
        .bound("nullcontext", "enter_result=None") { (m, a) throws(Interrupt) in
          m.makeInstance(
            .type(.suppressor),
            [(.privateKind, .int(2)), (.privateArgs, a[0] == .missing ? .none : a[0])])
        },
      ],
      refused: [
        "ExitStack": "nest with statements",
        "redirect_stdout": "print(…, file=f)", "redirect_stderr": "print(…, file=f)",
        "asynccontextmanager": "use contextmanager",
      ])
  }
}

extension Library {
  static var contextlibMethods: [BuiltinFunction] {
    [
      .one("__enter__", of: .contextManager) { (m, a) throws(Interrupt) in
        if let value = try m.next(m.state(.privateGenerator, of: a)) { return value }
        throw m.raise(.runtimeError, "generator didn't yield")
      },
      .bound("__exit__", of: .contextManager, "self, type, value, traceback, /") {
        (m, a) throws(Interrupt) in try m.leaveContext(a[0], a[1], a[2])
      },
      .one("__enter__", of: .suppressor) { (m, a) throws(Interrupt) in
        m.state(.privateKind, of: a) == .int(0) ? a : m.state(.privateArgs, of: a)
      },
      .bound("__exit__", of: .suppressor, "self, type, value, traceback, /") {
        (m, a) throws(Interrupt) in
        let subject = m.state(.privateArgs, of: a[0])
        switch m.state(.privateKind, of: a[0]) {
        case .int(0):
          return .bool(a[2] == .none ? false : try m.matches(a[2], subject))
        case .int(1):
          _ = try m.callMethod(subject, NameID(.close), [])
          return .none
        default: return .none
        }
      },
    ]
  }
}

extension Machine {
  /// The `__exit__` of what `@contextmanager` makes: the generator goes on after its `yield`, or gets
  /// the exception there.
  fileprivate mutating func leaveContext(
    _ manager: Value, _ type: Value, _ raised: Value
  ) throws(Interrupt) -> Value {
    let generator = state(.privateGenerator, of: manager)
    if type == .none {
      if try next(generator) == nil { return .bool(false) }
      throw raise(.runtimeError, "generator didn't stop")
    }
    let exception = raised == .none ? try call(type, []) : raised
    let traceback = self.exception(exception)?.traceback ?? []
    do throws(Interrupt) {
      _ = try self.throw(exception, into: generator)
    } catch {
      guard case .raised(let other) = error else { throw error }
      let isWrapped =
        isInstance(exception, of: .stopIteration) && self.exception(other)?.cause == exception
      if other == exception || isWrapped {
        // As if it had not been through the generator.
        withException(exception) { $0.traceback = traceback }
        return .bool(false)
      }
      if isInstance(other, of: .stopIteration) { return .bool(true) }
      throw error
    }
    throw raise(.runtimeError, "generator didn't stop after throw()")
  }
}

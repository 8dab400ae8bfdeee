// Calls: plain, of methods, with keywords, with spreads, and `super()`.

import Diagnostics

extension CodeGenerator {
  mutating func compileCall(_ function: Expression, _ arguments: [Argument], _ span: Span) {
    checkKeywords(arguments, span)
    if arguments.isEmpty, compileSuper(function, span) { return }
    let isSpread = arguments.contains { $0.kind.isSpread }
    if case .attribute(let object, let name) = function.kind, !isSpread {
      compile(object)
      emit(.loadMethod(attributeName(name.name)), function.span.from(name))
      compileArguments(arguments, isMethod: true, span.from(name))
    } else {
      compile(function)
      if isSpread {
        compileSpread(arguments, span)
      } else {
        compileArguments(arguments, isMethod: false, span)
      }
    }
  }

  private mutating func compileArguments(
    _ arguments: [Argument], isMethod: Bool, _ span: Span
  ) {
    let count = Int32(arguments.count)
    var names: [ProgramConstant] = []
    for argument in arguments where argument.kind.isPositional { compile(argument.value) }
    for argument in arguments {
      guard case .keyword(let name) = argument.kind else { continue }
      names.append(.plain(.text(mangle(name.name))))
      compile(argument.value)
    }
    if names.isEmpty {
      emit(isMethod ? .callMethod(count: count) : .call(count: count), span)
      return
    }
    let id = tables.constant(.tuple(names))
    emit(
      isMethod
        ? .callMethodKeywords(count: count, names: id) : .callKeywords(count: count, names: id),
      span)
  }

  /// `callable -> result`: a list of the positional arguments, a dict of the others.
  private mutating func compileSpread(_ arguments: [Argument], _ span: Span) {
    let items = arguments.filter(\.kind.isPositional).map { argument -> Expression in
      if case .spread = argument.kind {
        return Expression(.starred(argument.value), argument.value.span)
      }
      return argument.value
    }
    compileList(items, span)
    var group: [Argument] = []
    var hasDict = false
    func flush(_ generator: inout CodeGenerator) {
      guard !group.isEmpty || !hasDict else { return }
      generator.compileKeywords(group, span)
      if hasDict { generator.emit(.dictMerge, span) }
      hasDict = true
      group = []
    }
    for argument in arguments where !argument.kind.isPositional {
      guard case .keywordSpread = argument.kind else {
        group.append(argument)
        continue
      }
      flush(&self)
      compile(argument.value)
      emit(.dictMerge, span)
    }
    flush(&self)
    emit(.callSpread, span)
  }

  private mutating func compileKeywords(_ arguments: [Argument], _ span: Span) {
    for argument in arguments {
      guard case .keyword(let name) = argument.kind else { continue }
      emit(Constant.text(mangle(name.name)), span)
      compile(argument.value)
    }
    emit(.buildDict(count: Int32(arguments.count)), span)
  }

  private mutating func checkKeywords(_ arguments: [Argument], _ span: Span) {
    var seen: Set<String> = []
    for argument in arguments {
      guard case .keyword(let name) = argument.kind else { continue }
      if name.name == "__debug__" { report("cannot assign to __debug__", at: span) }
      if !seen.insert(name.name).inserted {
        report(
          "keyword argument repeated: \(name.name)",
          at: Span(from: name.span, to: argument.value.span))
      }
    }
  }

  /// `super()` in a method, where `super` means the builtin.
  ///
  /// - Returns: whether it was that; else it is a call as any other, which fails as CPython's does.
  private mutating func compileSuper(_ function: Expression, _ span: Span) -> Bool {
    guard case .name("super") = function.kind, scope.resolutions["super"] == .global,
      table[.module].symbol("super").uses.isDisjoint(with: .binding),
      scope.resolutions["__class__"] == .free, let classSlot = unit.slots["__class__"],
      unit.code.positionalCount > 0, let first = scope.parameters.first
    else { return false }
    emit(.loadCell(classSlot), span)
    let isCell = scope.resolutions[first] == .cell
    emit(isCell ? .loadCell(0) : .loadLocal(0), span)
    emit(.makeSuper, span)
    return true
  }
}

extension Argument.Kind {
  /// Whether how many arguments it brings is known only when it runs.
  var isSpread: Bool {
    switch self {
    case .positional, .keyword: false
    case .spread, .keywordSpread: true
    }
  }
}

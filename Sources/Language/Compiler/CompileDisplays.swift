// Lists, tuples, sets, dicts and f-strings as they are written out.

import Diagnostics

extension CodeGenerator {
  /// Above so many items they go into the collection one by one instead of all onto the stack first,
  /// as in CPython.
  private static let mostOnStack = 30

  mutating func compileDisplay(_ expression: Expression) {
    let span = expression.span
    switch expression.kind {
    case .list(let items): compileList(items, span)
    case .set(let items): compileSet(items, span)
    case .dict(let items): compileDict(items, span)
    case .tuple(let items):
      if items.count <= Self.mostOnStack, !items.contains(where: \.isStarred) {
        for item in items { compile(item) }
        emit(.buildTuple(count: Int32(items.count)), span)
      } else {
        compileList(items, span)
        emit(.listToTuple, span)
      }
    default: break
    }
  }

  mutating func compileList(_ items: [Expression], _ span: Span) {
    let constants = items.count > 2 ? ConstantFolder.fold(all: items) : nil
    if let constants {
      emit(.buildList(count: 0), span)
      emit(.tuple(constants), span)
      emit(.listExtend, span)
      return
    }
    let isLong = items.count > Self.mostOnStack
    let head = isLong ? 0 : items.prefix { !$0.isStarred }.count
    for item in items.prefix(head) { compile(item) }
    emit(.buildList(count: Int32(head)), span)
    for item in items.dropFirst(head) {
      if case .starred(let value) = item.kind {
        compile(value)
        emit(.listExtend, span)
      } else {
        compile(item)
        emit(.listAppend(depth: 1), span)
      }
    }
  }

  private mutating func compileSet(_ items: [Expression], _ span: Span) {
    let isLong = items.count > Self.mostOnStack
    let head = isLong ? 0 : items.prefix { !$0.isStarred }.count
    for item in items.prefix(head) { compile(item) }
    emit(.buildSet(count: Int32(head)), span)
    for item in items.dropFirst(head) {
      if case .starred(let value) = item.kind {
        compile(value)
        emit(.setUpdate, span)
      } else {
        compile(item)
        emit(.setAdd(depth: 1), span)
      }
    }
  }

  private mutating func compileDict(_ items: [(key: Expression?, value: Expression)], _ span: Span)
  {
    var pairs: Int32 = 0
    var hasDict = false
    func flush(_ generator: inout CodeGenerator) {
      guard pairs > 0 || !hasDict else { return }
      generator.emit(.buildDict(count: pairs), span)
      if hasDict { generator.emit(.dictUpdate, span) }
      hasDict = true
      pairs = 0
    }
    for item in items {
      if let key = item.key {
        compile(key)
        compile(item.value)
        pairs += 1
        if Int(pairs) * 2 > Self.mostOnStack { flush(&self) }
      } else {
        flush(&self)
        compile(item.value)
        emit(.dictUpdate, span)
      }
    }
    flush(&self)
  }

  /// What is only walked over or looked into: a list of constants may as well be a tuple.
  mutating func compileIterable(_ expression: Expression) {
    if case .list(let items) = expression.kind, let constants = ConstantFolder.fold(all: items) {
      emit(.tuple(constants), expression.span)
    } else {
      compile(expression)
    }
  }

  // MARK: F-strings

  mutating func compileFormatted(_ parts: [FormattedPart], _ span: Span) {
    for part in parts {
      switch part {
      case .text(let scalars): emit(Constant.string(scalars), span)
      case .value(let value, let conversion, let specification):
        compile(value)
        if !specification.isEmpty { compileFormatted(specification, span) }
        emit(
          .formatValue(conversion.code, hasSpecification: !specification.isEmpty), span)
      }
    }
    switch parts.count {
    case 0: emit(Constant.string([]), span)
    case 1: break
    default: emit(.buildString(count: Int32(parts.count)), span)
    }
  }
}

extension FormattedPart.Conversion? {
  fileprivate var code: FormatConversion {
    switch self {
    case nil: .none
    case .str: .str
    case .repr: .repr
    case .ascii: .ascii
    }
  }
}

// Small questions about pieces of a tree that several stages ask.

import Diagnostics

extension Argument.Kind {
  /// Whether it fills positions: `value` and `*values`.
  var isPositional: Bool {
    switch self {
    case .positional, .spread: true
    case .keyword, .keywordSpread: false
    }
  }

  /// Whether tutor's classes cannot have it: `metaclass=M`, `*bases`.
  var isRefusedInClass: Bool {
    switch self {
    case .positional: false
    case .keyword, .spread, .keywordSpread: true
    }
  }
}

extension Expression {
  /// Whether it is `open(…)` itself.
  var isOpenCall: Bool {
    guard case .call(let function, _) = kind, case .name("open") = function.kind else {
      return false
    }
    return true
  }

  var constantValue: Constant? {
    guard case .constant(let value) = kind else { return nil }
    return value
  }
}

extension Constant {
  /// What `bool()` says of it.
  var isTrue: Bool {
    switch self {
    case .none: false
    case .ellipsis: true
    case .bool(let value): value
    case .integer(let value): !value.isZero
    case .float(let value): value != 0
    case .string(let scalars): !scalars.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    }
  }
}

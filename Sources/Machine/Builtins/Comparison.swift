// Ordering and equality of builtin values, hashes and truth, exactly as CPython's for numbers.

import BigInt
import Language

extension Machine {
  /// `a op b` for builtin values; nil where their types have no order.
  mutating func compareBuiltin(
    _ op: ComparisonOperator, _ a: Value, _ b: Value
  ) throws(Interrupt) -> Value? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return .bool(holds(op, x, y))
    case (.float(let x), .float(let y)): return .bool(holds(op, x, y))
    case (.object(let x), .object(let y)) where x == y && x.isConstant:
      if op == .equal { return .bool(true) }
      if op == .notEqual { return .bool(false) }
    default: break
    }
    switch op {
    case .equal: return .bool(try equalBuiltin(a, b))
    case .notEqual: return .bool(try !equalBuiltin(a, b))
    case .is: return .bool(a == b)
    case .isNot: return .bool(a != b)
    case .in, .notIn: return nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return try ordered(op, storage(of: a), storage(of: b)).map { .bool($0) }
    }
  }

  @inline(__always)
  private func holds<T: Comparable>(_ op: ComparisonOperator, _ x: T, _ y: T) -> Bool {
    switch op {
    case .equal, .is: x == y
    case .notEqual, .isNot: x != y
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    case .greaterOrEqual: x >= y
    case .in, .notIn: false
    }
  }

  private mutating func ordered(
    _ op: ComparisonOperator, _ a: Value, _ b: Value
  ) throws(Interrupt) -> Bool? {
    if let x = number(a), let y = number(b) {
      guard let order = try order(x, y) else { return false }
      return holds(op, order, 0)
    }
    switch (object(a), object(b)) {
    case (.string(let x)?, .string(let y)?): return holds(op, bytesOrder(x.utf8, y.utf8), 0)
    case (.bytes(let x)?, .bytes(let y)?): return holds(op, bytesOrder(x, y), 0)
    case (.list(let x)?, .list(let y)?): return try sequenceOrder(op, x, y)
    case (.tuple(let x)?, .tuple(let y)?): return try sequenceOrder(op, x, y)
    default: break
    }
    guard setKind(a) != nil, setKind(b) != nil else { return nil }
    let x = try tableOfSet(a)
    let y = try tableOfSet(b)
    switch op {
    case .less where x.count >= y.count, .greater where y.count >= x.count: return false
    case .less, .lessOrEqual: return try isSubset(x, of: y)
    default: return try isSubset(y, of: x)
    }
  }

  /// -1, 0, 1; nil where one is not a number (nan).
  private mutating func order(_ a: Number, _ b: Number) throws(Interrupt) -> Int? {
    switch (a, b) {
    case (.opaque(let kind, _), _), (_, .opaque(let kind, _)): throw undecidable(kind)
    case (.int(let x), .int(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.float(let x), .float(let y)):
      return x.isNaN || y.isNaN ? nil : x < y ? -1 : x == y ? 0 : 1
    case (.int(let x), .float(let y)): return exactOrder(x, y)
    case (.float(let x), .int(let y)): return exactOrder(y, x).map { -$0 }
    case (.big(let x), .float(let y)): return exactOrder(x, y)
    case (.float(let x), .big(let y)): return exactOrder(y, x).map { -$0 }
    case (.big(let x), .big(let y)): return x < y ? -1 : x == y ? 0 : 1
    case (.int, .big(let y)): return y.sign == .minus ? 1 : -1
    case (.big(let x), .int): return x.sign == .minus ? -1 : 1
    }
  }

  /// Code points are ordered as their UTF-8 is.
  private func bytesOrder(_ x: [UInt8], _ y: [UInt8]) -> Int {
    let shared = min(x.count, y.count)
    for index in 0..<shared where x[index] != y[index] { return x[index] < y[index] ? -1 : 1 }
    return x.count == y.count ? 0 : x.count < y.count ? -1 : 1
  }

  private mutating func sequenceOrder(
    _ op: ComparisonOperator, _ x: [Value], _ y: [Value]
  ) throws(Interrupt) -> Bool {
    try enterValue("in comparison")
    defer { valueDepth -= 1 }
    for index in 0..<min(x.count, y.count) where try !same(x[index], y[index]) {
      return try isTrue(compare(op, x[index], y[index]))
    }
    return holds(op, x.count, y.count)
  }

  /// Identical or equal, as containers compare their items.
  @inline(__always)
  mutating func same(_ a: Value, _ b: Value) throws(Interrupt) -> Bool {
    switch (a, b) {
    case (.int(let x), .int(let y)): return x == y
    case (.object(let x), .object(let y)) where x == y: return true
    case (.float(let x), .float(let y)): return x == y
    case (.none, .none), (.missing, .missing): return true
    default: return try equal(a, b)
    }
  }

  /// One level deeper into nested containers.
  mutating func enterValue(_ activity: String) throws(Interrupt) {
    valueDepth += 1
    // Each level takes some 12 KB of the native stack; a main thread has 8 MB.
    if valueDepth > 200 {
      valueDepth -= 1
      throw raise(.recursionError, "maximum recursion depth exceeded \(activity)")
    }
  }

  // MARK: Equality

  /// `a == b` for builtin values; values of different kinds are unequal.
  mutating func equalBuiltin(_ a: Value, _ b: Value) throws(Interrupt) -> Bool {
    switch (a, b) {
    case (.int(let x), .int(let y)): return x == y
    case (.float(let x), .float(let y)): return x == y
    case (.opaque(.processNumber, let x), .opaque(.processNumber, let y)): return x == y
    case (.object, .object): return try equalObjects(a, b)
    default:
      guard let x = number(a), let y = number(b) else {
        return a == b || storage(of: a) == storage(of: b)
      }
      return try order(x, y) == 0
    }
  }

  private mutating func equalObjects(_ a: Value, _ b: Value) throws(Interrupt) -> Bool {
    switch (object(a), object(b)) {
    case (.string(let x)?, .string(let y)?): return x.utf8 == y.utf8
    case (.tuple(let x)?, .tuple(let y)?), (.list(let x)?, .list(let y)?):
      return try equalItems(x, y)
    case (.dict(let x)?, .dict?): return try equalDicts(x, b)
    case (.bytes(let x)?, .bytes(let y)?): return x == y
    case (.bigInteger(let x)?, .bigInteger(let y)?): return x == y
    case (.range(let x)?, .range(let y)?): return equalRanges(x, y)
    case (.slice(let x0, let x1, let x2)?, .slice(let y0, let y1, let y2)?):
      return try equalItems([x0, x1, x2], [y0, y1, y2])
    case (.method(let x, let f)?, .method(let y, let g)?): return x == y && f == g
    case (.instance?, _), (_, .instance?):
      if a == b { return true }
      let x = storage(of: a)
      let y = storage(of: b)
      if x == a && y == b { return false }
      return try equalBuiltin(x, y)
    default:
      if a == b { return true }
      guard setKind(a) != nil, setKind(b) != nil else { return false }
      let x = try tableOfSet(a)
      let y = try tableOfSet(b)
      return x.count == y.count ? try isSubset(x, of: y) : false
    }
  }

  private mutating func equalItems(_ x: [Value], _ y: [Value]) throws(Interrupt) -> Bool {
    guard x.count == y.count else { return false }
    try enterValue("in comparison")
    defer { valueDepth -= 1 }
    for index in 0..<x.count where try !same(x[index], y[index]) { return false }
    return true
  }

  private mutating func equalDicts(_ x: DictTable, _ b: Value) throws(Interrupt) -> Bool {
    guard let y = dict(b), x.count == y.count else { return false }
    try enterValue("in comparison")
    defer { valueDepth -= 1 }
    for entry in x.entries where entry.key != .missing {
      guard let other = try dictValue(b, for: entry.key) else { return false }
      if try !same(entry.value, other) { return false }
    }
    return true
  }

  private func equalRanges(_ x: RangeObject, _ y: RangeObject) -> Bool {
    let count = x.count
    if count != y.count { return false }
    if count == 0 { return true }
    return x.start == y.start && (count == 1 || x.step == y.step)
  }

  // MARK: Truth

  /// Whether a builtin value counts as true.
  mutating func truthBuiltin(_ value: Value) throws(Interrupt) -> Bool {
    switch value {
    case .missing, .none: return false
    case .bool(let bool): return bool
    case .int(let int): return int != 0
    case .float(let float): return float != 0
    case .opaque(let kind, _):
      if kind == .processNumber || kind == .address { return true }
      throw undecidable(kind)
    case .notImplemented, .ellipsis, .builtin, .type, .module: return true
    case .object(let reference):
      switch object(at: reference) {
      case .string(let text): return !text.utf8.isEmpty
      case .bytes(let bytes): return !bytes.isEmpty
      case .list(let items), .tuple(let items): return !items.isEmpty
      case .dict(let table): return table.count > 0
      case .set(let table), .frozenSet(let table): return table.count > 0
      case .range(let range): return range.count > 0
      case .dictView(_, let owner): return dict(owner).map { $0.count > 0 } ?? false
      case .instance:
        guard let held = heldValue(of: value) else { return true }
        return try truthBuiltin(held)
      default: return true
      }
    }
  }
}

extension RangeObject {
  /// How many numbers it has.
  package var count: Int {
    if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
    return start > stop ? (start - stop - 1) / (0 - step) + 1 : 0
  }

  subscript(index: Int) -> Int { start + index * step }

  func firstIndex(of number: Int) -> Int? {
    let inside = step > 0 ? number >= start && number < stop : number <= start && number > stop
    guard inside, (number - start) % step == 0 else { return nil }
    return (number - start) / step
  }
}

// `+`, `*` of sequences, `|`, `&`, `-`, `^` of sets and dicts, and the in-place forms of all these.

import BigInt
import Language

extension Machine {
  /// An operator on values that are no numbers; nil where their types do not support it.
  mutating func sequences(
    _ op: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Interrupt) -> Value? {
    switch op {
    case .add: return try concatenate(a, b)
    case .multiply: return try repetition(storage(of: a), storage(of: b), given: (a, b))
    case .bitAnd, .bitOr, .bitXor, .subtract:
      return try setOperation(op, storage(of: a), storage(of: b))
    default: return nil
    }
  }

  private mutating func concatenate(_ a: Value, _ b: Value) throws(Interrupt) -> Value? {
    let (held, other) = (storage(of: a), storage(of: b))
    switch (object(held), object(other)) {
    case (.string(let x)?, .string(let y)?):
      if x.utf8.isEmpty { return other }
      if y.utf8.isEmpty { return held }
      return make(text: x + y)
    case (.list(let x)?, .list(let y)?): return make(list: x + y)
    case (.tuple(let x)?, .tuple(let y)?): return make(tuple: x + y)
    case (.bytes(let x)?, .bytes(let y)?): return make(bytes: x + y)
    case (.string?, _): throw cannotConcatenate("str", b)
    case (.list?, _): throw cannotConcatenate("list", b)
    case (.tuple?, _): throw cannotConcatenate("tuple", b)
    case (.bytes?, _): throw raise(.typeError, "can't concat \(shownType(of: b)) to bytes")
    default: return nil
    }
  }

  private mutating func cannotConcatenate(_ type: String, _ other: Value) -> Interrupt {
    raise(.typeError, "can only concatenate \(type) (not \"\(shownType(of: other))\") to \(type)")
  }

  private mutating func repetition(
    _ a: Value, _ b: Value, given: (Value, Value)
  ) throws(Interrupt) -> Value? {
    if isSequence(a) { return try repeated(a, times: b, given: given.1) }
    if isSequence(b) { return try repeated(b, times: a, given: given.0) }
    return nil
  }

  private func isSequence(_ value: Value) -> Bool {
    switch object(value) {
    case .string?, .list?, .tuple?, .bytes?: true
    default: false
    }
  }

  private mutating func repeated(
    _ sequence: Value, times: Value, given: Value
  ) throws(Interrupt) -> Value {
    let count: Int
    switch number(times) {
    case .int(let int)?: count = max(int, 0)
    case .big(let big)?:
      if big.sign == .minus {
        count = 0
      } else {
        throw raise(.overflowError, "cannot fit 'int' into an index-sized integer")
      }
    case .opaque(let kind, _)?: throw undecidable(kind)
    case .float?, nil:
      throw raise(
        .typeError, "can't multiply sequence by non-int of type '\(shownType(of: given))'")
    }
    switch object(sequence) {
    case .string(let text)?:
      try checkSize(text.utf8.count, count)
      if count == 1 { return sequence }
      return make(
        text: Text(utf8: repeatElements(text.utf8, count), count: text.count * count))
    case .list(let items)?:
      try checkSize(items.count, count)
      return make(list: repeatElements(items, count))
    case .tuple(let items)?:
      try checkSize(items.count, count)
      return make(tuple: repeatElements(items, count))
    case .bytes(let bytes)?:
      try checkSize(bytes.count, count)
      return make(bytes: repeatElements(bytes, count))
    default: return .none
    }
  }

  private mutating func checkSize(_ size: Int, _ count: Int) throws(Interrupt) {
    let (total, overflows) = size.multipliedReportingOverflow(by: count)
    if overflows || total > 1 << 30 { throw raise(.memoryError) }
  }

  // MARK: Sets and dicts

  /// `|`, `&`, `-`, `^` of sets, frozen sets, dict views, and `|` of dicts.
  private mutating func setOperation(
    _ op: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Interrupt) -> Value? {
    if case .dict? = object(a), case .dict? = object(b), op == .bitOr {
      let result = try copyOfDict(a)
      try updateDict(result, from: b)
      return result
    }
    if op == .bitOr, let union = typeUnion(a, b) { return union }
    guard let kind = setKind(a), setKind(b) != nil else { return nil }
    let result = try setTable(op, a, b)
    return make(kind == .frozen ? .frozenSet(result) : .set(result))
  }

  /// `int | str`, as `isinstance` takes it.
  private mutating func typeUnion(_ a: Value, _ b: Value) -> Value? {
    guard a != .none || b != .none, let left = unionMembers(a), let right = unionMembers(b) else {
      return nil
    }
    var members = left
    for member in right where !members.contains(member) { members.append(member) }
    let all = make(tuple: members)
    return members.count == 1
      ? members[0] : makeInstance(.type(.unionType), [(.privateArgs, all)])
  }

  private func unionMembers(_ value: Value) -> [Value]? {
    if value == .none { return [.type(.noneType)] }
    if isType(value) { return [value] }
    return isInstance(value, of: .unionType) ? tuple(state(.privateArgs, of: value)) : nil
  }

  enum SetKind { case set, frozen, view }

  /// Whether a value is a set, or a dict view that behaves as one.
  func setKind(_ value: Value) -> SetKind? {
    switch object(value) {
    case .set?: .set
    case .frozenSet?: .frozen
    case .dictView(let kind, _)?: kind == .values ? nil : .view
    default: nil
    }
  }

  private mutating func setTable(
    _ op: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Interrupt) -> SetTable {
    switch op {
    case .bitOr: return try union(tableOfSet(a), with: tableOfSet(b))
    case .bitAnd: return try intersection(tableOfSet(a), with: tableOfSet(b))
    case .subtract: return try difference(tableOfSet(a), with: tableOfSet(b))
    default: return try symmetricDifference(tableOfSet(a), with: tableOfSet(b))
    }
  }

  // MARK: In place

  /// `a op= b` where the type of `a` changes itself; nil where it does not, and `a op b` counts.
  mutating func inPlaceBuiltin(
    _ op: BinaryOperator, _ a: Value, _ b: Value
  ) throws(Interrupt) -> Value? {
    guard case .object = a else { return nil }
    let held = storage(of: a)
    switch (object(held), op) {
    case (.list?, .add):
      try extendList(held, from: b)
      return a
    case (.list?, .multiply):
      guard let result = try repetition(held, storage(of: b), given: (a, b)),
        let items = list(result)
      else { return nil }
      withList(held) { $0 = items }
      return a
    case (.set?, .bitOr), (.set?, .bitAnd), (.set?, .subtract), (.set?, .bitXor):
      guard setKind(b) != nil else { return nil }
      let result = try setTable(op, held, b)
      withSet(held) { $0 = result }
      return a
    case (.dict?, .bitOr):
      try fillDict(held, [b], [], "update")
      return a
    default: return nil
    }
  }

  /// `list.extend`
  mutating func extendList(_ list: Value, from iterable: Value) throws(Interrupt) {
    let items = try collect(iterable)
    withList(list) { $0.append(contentsOf: items) }
  }
}

func repeatElements<Element>(_ elements: [Element], _ count: Int) -> [Element] {
  if count <= 0 || elements.isEmpty { return [] }
  if elements.count == 1 { return [Element](repeating: elements[0], count: count) }
  var result: [Element] = []
  result.reserveCapacity(elements.count * count)
  for _ in 0..<count { result.append(contentsOf: elements) }
  return result
}

// Indexing, slicing, membership and length of builtin containers.

import BigInt
import Language

/// A slice's indices within a sequence of some length.
struct SliceRange {
  var start: Int
  var stop: Int
  var step: Int
  var count: Int

  var indices: [Int] { (0..<count).map { start + $0 * step } }
}

extension Machine {
  // MARK: Indices

  /// The index that a subscript means in a sequence of some length.
  /// - Parameter type: as the error spells it: `list`.
  mutating func position(
    _ key: Value, in count: Int, _ type: String, _ suffix: String = "index"
  ) throws(Interrupt) -> Int {
    let index: Int
    switch key {
    case .int(let int): index = int
    case .bool(let bool): index = bool ? 1 : 0
    case .opaque(let kind, _): throw undecidable(kind)
    default:
      if integer(key) != nil {
        throw raise(
          .indexError, "cannot fit '\(shownType(of: key))' into an index-sized integer")
      }
      guard case .instance? = object(key), let result = try callSpecial(.dunderIndex, of: key),
        case .int(let int) = result
      else { throw wrongIndex(type, key) }
      index = int
    }
    let found = index < 0 ? index + count : index
    guard found >= 0, found < count else {
      let subject = type == "str" ? "string " : type == "bytes" ? "" : "\(type) "
      throw raise(.indexError, "\(subject)\(suffix) out of range")
    }
    return found
  }

  private mutating func wrongIndex(_ type: String, _ key: Value) -> Interrupt {
    let name = shownType(of: key)
    switch type {
    case "str": return raise(.typeError, "string indices must be integers, not '\(name)'")
    case "deque": return raise(.typeError, "sequence index must be integer, not '\(name)'")
    case "bytes": return raise(.typeError, "byte indices must be integers or slices, not \(name)")
    default:
      return raise(.typeError, "\(type) indices must be integers or slices, not \(name)")
    }
  }

  /// A slice's bounds within a sequence of `length` items.
  mutating func range(
    _ start: Value, _ stop: Value, _ step: Value, length: Int
  ) throws(Interrupt) -> SliceRange {
    let stride = step == .none ? 1 : try sliceIndex(step)
    if stride == 0 { throw raise(.valueError, "slice step cannot be zero") }
    let low = stride < 0 ? -1 : 0
    let high = stride < 0 ? length - 1 : length
    let first = try start == .none ? (stride < 0 ? high : low) : bounded(start, length, low, high)
    let last = try stop == .none ? (stride < 0 ? low : high) : bounded(stop, length, low, high)
    var count = 0
    if stride > 0, first < last { count = (last - first - 1) / stride + 1 }
    if stride < 0, first > last { count = (first - last - 1) / (0 - max(stride, -Int.max)) + 1 }
    return SliceRange(start: first, stop: last, step: stride, count: count)
  }

  private mutating func bounded(
    _ value: Value, _ length: Int, _ low: Int, _ high: Int
  ) throws(Interrupt) -> Int {
    var index = try sliceIndex(value)
    if index < 0 { index = index < -length ? low : index + length }
    return min(max(index, low), high)
  }

  private mutating func sliceIndex(_ value: Value) throws(Interrupt) -> Int {
    if case .int(let int) = value { return int }
    if let big = integer(value) { return Int(clamping: big) }
    if case .instance? = object(value), let result = try callSpecial(.dunderIndex, of: value),
      let big = integer(result)
    {
      return Int(clamping: big)
    }
    if case .opaque(let kind, _) = value { throw undecidable(kind) }
    throw raise(
      .typeError, "slice indices must be integers or None or have an __index__ method")
  }

  // MARK: Reading

  /// `container[key]`; nil where the type has no items.
  mutating func getItemBuiltin(_ container: Value, _ key: Value) throws(Interrupt) -> Value? {
    switch object(container) {
    case .list(let items)?:
      if case .int(let index) = key, index >= 0, index < items.count { return items[index] }
      if case .slice(let start, let stop, let step)? = object(key) {
        let range = try range(start, stop, step, length: items.count)
        return make(list: picked(items, range))
      }
      return items[try position(key, in: items.count, "list")]
    case .dict?:
      if let value = try dictValue(container, for: key) { return value }
      throw raise(.keyError, arguments: [key])
    case .tuple(let items)?:
      if case .int(let index) = key, index >= 0, index < items.count { return items[index] }
      if case .slice(let start, let stop, let step)? = object(key) {
        let range = try range(start, stop, step, length: items.count)
        return make(tuple: picked(items, range))
      }
      return items[try position(key, in: items.count, "tuple")]
    case .string(let text)?: return try item(of: text, key)
    case .bytes(let bytes)?:
      if case .slice(let start, let stop, let step)? = object(key) {
        let range = try range(start, stop, step, length: bytes.count)
        return make(bytes: picked(bytes, range))
      }
      return .int(
        Int(
          bytes[
            try position(
              key, in: bytes.count, "bytes")]))
    case .range(let numbers)?: return try item(of: numbers, key)
    case .instance?:
      guard let held = heldValue(of: container) else { return nil }
      return try getItemBuiltin(held, key)
    default: return nil
    }
  }

  private mutating func item(of text: Text, _ key: Value) throws(Interrupt) -> Value {
    if case .slice(let start, let stop, let step)? = object(key) {
      let range = try range(start, stop, step, length: text.count)
      if range.step == 1 { return make(text: text.slice(range.start, range.start + range.count)) }
      if text.isASCII {
        return make(text: Text(utf8: picked(text.utf8, range), count: range.count))
      }
      return make(text: Text(codePoints: picked(text.codePoints, range)))
    }
    let place = try position(key, in: text.count, "str")
    if text.isASCII { return .object(Reference(constant: Int(text.utf8[place]))) }
    return make(text: text.character(at: place))
  }

  private mutating func item(of numbers: RangeObject, _ key: Value) throws(Interrupt) -> Value {
    let count = numbers.count
    if case .slice(let start, let stop, let step)? = object(key) {
      let range = try range(start, stop, step, length: count)
      return make(
        .range(
          RangeObject(
            start: numbers[range.start], stop: numbers[range.stop],
            step: numbers.step * range.step)))
    }
    return .int(numbers[try position(key, in: count, "range", "object index")])
  }

  private func picked<Element>(_ items: [Element], _ range: SliceRange) -> [Element] {
    if range.step == 1 { return Array(items[range.start..<(range.start + range.count)]) }
    return range.indices.map { items[$0] }
  }

  // MARK: Writing

  /// `container[key] = value`
  /// - Returns: whether the type takes items.
  mutating func setItemBuiltin(
    _ container: Value, _ key: Value, _ value: Value
  ) throws(Interrupt) -> Bool {
    guard let index = container.heapIndex else { return false }
    // No part of the container may be held here while it is changed: that would copy all of it.
    switch heap.shape(index) {
    case .list:
      let count = heap.count(index)
      if case .int(let place) = key, place >= 0, place < count {
        withList(container) { $0[place] = value }
        return true
      }
      if case .slice(let start, let stop, let step)? = object(key) {
        try setSlice(container, range(start, stop, step, length: count), value, step)
        return true
      }
      let place = try position(key, in: count, "list", "assignment index")
      withList(container) { $0[place] = value }
      return true
    case .dict:
      try setDictValue(container, key, value)
      return true
    case .instance:
      guard let held = heldValue(of: container) else { return false }
      return try setItemBuiltin(held, key, value)
    case .other: return false
    }
  }

  private mutating func setSlice(
    _ list: Value, _ range: SliceRange, _ value: Value, _ step: Value
  ) throws(Interrupt) {
    guard isIterable(value) else {
      throw raise(
        .typeError,
        range.step == 1
          ? "can only assign an iterable" : "must assign iterable to extended slice")
    }
    let items = try collect(value)
    if range.step == 1 {
      let end = max(range.start, range.stop)
      withList(list) { $0.replaceSubrange(range.start..<end, with: items) }
      return
    }
    guard items.count == range.count else {
      throw raise(
        .valueError,
        "attempt to assign sequence of size \(items.count) to extended slice of size \(range.count)"
      )
    }
    withList(list) { list in
      for (offset, index) in range.indices.enumerated() { list[index] = items[offset] }
    }
  }

  /// Whether `iter(value)` would work.
  func isIterable(_ value: Value) -> Bool {
    switch object(value) {
    case .string, .bytes, .list, .tuple, .dict, .set, .frozenSet, .dictView, .range, .iterator,
      .generator, .file:
      true
    case nil: false
    default:
      classAttribute(NameID(.dunderIter), of: type(of: value)) != nil
        || classAttribute(NameID(.dunderGetItem), of: type(of: value)) != nil
    }
  }

  /// `del container[key]`
  /// - Returns: whether the type lets go of items.
  mutating func deleteItemBuiltin(
    _ container: Value, _ key: Value
  ) throws(Interrupt) -> Bool {
    guard let index = container.heapIndex else { return false }
    switch heap.shape(index) {
    case .list:
      let count = heap.count(index)
      if case .slice(let start, let stop, let step)? = object(key) {
        let range = try range(start, stop, step, length: count)
        if range.step == 1 {
          withList(container) { $0.removeSubrange(range.start..<(range.start + range.count)) }
        } else {
          let gone = range.indices.sorted(by: >)
          withList(container) { list in for index in gone { list.remove(at: index) } }
        }
        return true
      }
      let place = try position(key, in: count, "list", "assignment index")
      withList(container) { _ = $0.remove(at: place) }
      return true
    case .dict:
      if try removeDictValue(container, key) == nil { throw raise(.keyError, arguments: [key]) }
      return true
    case .instance:
      guard let held = heldValue(of: container) else { return false }
      return try deleteItemBuiltin(held, key)
    case .other: return false
    }
  }

  // MARK: Membership and length

  /// `item in container`; nil where only iteration can tell.
  mutating func containsBuiltin(_ container: Value, _ item: Value) throws(Interrupt) -> Bool? {
    switch object(container) {
    case .list(let items)?, .tuple(let items)?:
      for other in items where try same(other, item) { return true }
      return false
    case .dict?: return try dictValue(container, for: item) != nil
    case .set?, .frozenSet?:
      if case .set(let table)? = object(item) {
        let frozen = make(.frozenSet(table))
        return try setContains(container, frozen)
      }
      return try setContains(container, item)
    case .string(let text)?:
      guard let part = self.text(storage(of: item)) else {
        throw raise(
          .typeError,
          "'in <string>' requires string as left operand, not \(shownType(of: item))")
      }
      return firstRange(of: part.utf8, in: text.utf8, from: 0, to: text.utf8.count) != nil
    case .bytes(let bytes)?: return try containsByte(bytes, item)
    case .range(let numbers)?:
      switch number(item) {
      case .int(let int)?: return numbers.firstIndex(of: int) != nil
      case .float(let float)?:
        guard let int = Int(exactly: float) else { return false }
        return numbers.firstIndex(of: int) != nil
      case .opaque(let kind, _)?: throw undecidable(kind)
      case .big?, nil: return nil
      }
    case .dictView(let kind, let owner)?:
      switch kind {
      case .keys: return try dictValue(owner, for: item) != nil
      case .items:
        guard let pair = tuple(item), pair.count == 2 else { return false }
        guard let value = try dictValue(owner, for: pair[0]) else { return false }
        return try same(value, pair[1])
      case .values: return nil
      }
    case .instance?:
      guard let held = heldValue(of: container) else { return nil }
      return try containsBuiltin(held, item)
    default: return nil
    }
  }

  private mutating func containsByte(_ bytes: [UInt8], _ item: Value) throws(Interrupt) -> Bool {
    if case .bytes(let part)? = object(item) {
      return firstRange(of: part, in: bytes, from: 0, to: bytes.count) != nil
    }
    guard let number = integer(item) else {
      throw raise(
        .typeError, "a bytes-like object is required, not '\(shownType(of: item))'")
    }
    guard let byte = UInt8(exactly: number) else {
      throw raise(.valueError, "byte must be in range(0, 256)")
    }
    return bytes.contains(byte)
  }

  /// `len(value)`; nil where the type has none.
  mutating func lengthBuiltin(_ value: Value) throws(Interrupt) -> Int? {
    switch object(value) {
    case .string(let text)?: return text.count
    case .list(let items)?, .tuple(let items)?: return items.count
    case .dict(let table)?: return table.count
    case .set(let table)?, .frozenSet(let table)?: return table.count
    case .bytes(let bytes)?: return bytes.count
    case .range(let numbers)?: return numbers.count
    case .dictView(_, let owner)?: return try lengthBuiltin(owner)
    case .instance?:
      guard let held = heldValue(of: value) else { return nil }
      return try lengthBuiltin(held)
    default: return nil
    }
  }
}

extension Heap {
  /// What an object is, as far as changing items in it goes.
  enum Shape { case list, dict, instance, other }

  @inline(__always) func shape(_ index: Int) -> Shape {
    switch self[index] {
    case .list: .list
    case .dict: .dict
    case .instance: .instance
    default: .other
    }
  }

  /// How many items a list has.
  @inline(__always) func count(_ index: Int) -> Int {
    if case .list(let items) = self[index] { items.count } else { 0 }
  }
}

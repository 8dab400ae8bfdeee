// Iterators: making them, stepping them, and taking all that they have.

import Language

extension Machine {
  // MARK: Making

  /// `iter(iterable)`
  mutating func iterator(of iterable: Value) throws(Interrupt) -> Value {
    switch object(iterable) {
    case .list, .tuple, .string, .bytes, .dict, .dictView, .set, .frozenSet:
      return make(
        .iterator(IteratorObject(kind: .sequence, source: iterable, limit: size(iterable))))
    case .range(let range):
      return make(
        .iterator(
          IteratorObject(
            kind: .range, source: .none, position: range.start, limit: range.stop,
            step: range.step)))
    case .iterator, .generator: return iterable
    case .file:
      _ = try openFile(iterable)
      return iterable
    default: break
    }
    if let made = try callSpecial(.dunderIter, of: iterable) {
      guard isIterator(made) else {
        throw raise(
          .typeError, "iter() returned non-iterator of type '\(shownType(of: made))'")
      }
      return made
    }
    if classAttribute(NameID(.dunderGetItem), of: type(of: iterable)) != nil,
      object(iterable) != nil, !isType(iterable)
    {
      return make(.iterator(IteratorObject(kind: .items, source: iterable)))
    }
    throw raise(.typeError, "'\(shownType(of: iterable))' object is not iterable")
  }

  private func isIterator(_ value: Value) -> Bool {
    switch object(value) {
    case .iterator, .generator: true
    default: classAttribute(NameID(.dunderNext), of: type(of: value)) != nil
    }
  }

  /// How many entries a container had when its iterator was made.
  private func size(_ value: Value) -> Int {
    switch object(value) {
    case .dict(let table): table.count
    case .set(let table), .frozenSet(let table): table.count
    case .dictView(_, let dict): size(dict)
    default: 0
    }
  }

  // MARK: Stepping

  /// The next item; nil when there are no more.
  mutating func next(_ iterator: Value) throws(Interrupt) -> Value? {
    switch object(iterator) {
    case .iterator(let state):
      if nesting == 0, state.kind != .sequence, state.kind != .range, mayWait(iterator) {
        takeSnapshotIfNeeded()
      }
      return try next(iterator, state)
    case .file: return try readLine(iterator)
    case .generator: return try nextOfGenerator(iterator, sending: .none)
    default: break
    }
    guard isIterator(iterator) else {
      throw raise(.typeError, "'\(shownType(of: iterator))' object is not an iterator")
    }
    do throws(Interrupt) {
      return try callSpecial(.dunderNext, of: iterator)
    } catch {
      if case .raised(let exception) = error, isInstance(exception, of: .stopIteration) {
        return nil
      }
      throw error
    }
  }

  /// Whether a step of an iterator may need the world in its midst, when a part of it has already
  /// been changed: then the step starts from a snapshot.
  private func mayWait(_ iterator: Value) -> Bool {
    switch object(iterator) {
    case .iterator(let state):
      switch state.kind {
      case .sequence, .range, .reversed: return false
      case .items: return true
      case .map, .filter, .callable, .library:
        if isCallable(state.source), !isSurelyPure(state.source) { return true }
      case .zip, .enumerate, .chain: if mayWait(state.source) { return true }
      }
      return state.sources.contains(where: mayWait)
    case .generator, .file, .instance: return true
    default: return false
    }
  }

  private mutating func next(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    switch state.kind {
    case .range:
      let more = state.step > 0 ? state.position < state.limit : state.position > state.limit
      guard more else { return nil }
      let (following, overflow) = state.position.addingReportingOverflow(state.step)
      advance(iterator, to: overflow ? state.limit : following)
      return .int(state.position)
    case .sequence: return try nextInSequence(iterator, state)
    case .reversed:
      guard state.position >= 0 else { return nil }
      advance(iterator, to: state.position - 1)
      guard state.position < (try length(of: state.source)) else { return nil }
      return try item(of: state.source, .int(state.position))
    case .items:
      do throws(Interrupt) {
        let value = try item(of: state.source, .int(state.position))
        advance(iterator, to: state.position + 1)
        return value
      } catch {
        if case .raised(let exception) = error,
          isInstance(exception, of: .indexError) || isInstance(exception, of: .stopIteration)
        {
          return nil
        }
        throw error
      }
    case .callable:
      guard state.position == 0 else { return nil }
      guard let value = try step(of: state.source, []) else { return nil }
      guard try equal(value, state.sources[0]) else { return value }
      advance(iterator, to: 1)
      return nil
    case .enumerate:
      guard let value = try next(state.source) else { return nil }
      advance(iterator, to: state.position + 1)
      return make(tuple: [.int(state.position), value])
    case .zip:
      guard !state.sources.isEmpty else { return nil }
      var items: [Value] = []
      for source in state.sources {
        guard let value = try next(source) else {
          if state.limit == 1 { try checkZip(state.sources, ended: items.count) }
          return nil
        }
        items.append(value)
      }
      return make(tuple: items)
    case .map:
      var items: [Value] = []
      for source in state.sources {
        guard let value = try next(source) else { return nil }
        items.append(value)
      }
      return try step(of: state.source, items)
    case .filter:
      while let value = try next(state.sources[0]) {
        guard let keep = state.source == .none ? value : try step(of: state.source, [value]) else {
          return nil
        }
        if try isTrue(keep) { return value }
      }
      return nil
    case .chain:
      var position = state.position
      while position < state.sources.count {
        if let value = try next(state.sources[position]) { return value }
        position += 1
        advance(iterator, to: position)
      }
      return nil
    case .library: return try nextOfItertools(iterator, state)
    }
  }

  /// What an iterator's function gives; nil where it raises StopIteration, which ends the iterator.
  private mutating func step(
    of function: Value, _ arguments: [Value]
  ) throws(Interrupt) -> Value? {
    do throws(Interrupt) {
      return try call(function, arguments)
    } catch {
      if case .raised(let exception) = error, isInstance(exception, of: .stopIteration) {
        return nil
      }
      throw error
    }
  }

  /// `zip(…, strict=True)`: the iterator of that number has ended.
  private mutating func checkZip(_ sources: [Value], ended: Int) throws(Interrupt) {
    func others(_ count: Int) -> String { count == 1 ? "argument 1" : "arguments 1-\(count)" }
    if ended > 0 {
      throw raise(
        .valueError, "zip() argument \(ended + 1) is shorter than \(others(ended))")
    }
    for (index, source) in sources.enumerated().dropFirst() where try next(source) != nil {
      throw raise(.valueError, "zip() argument \(index + 1) is longer than \(others(index))")
    }
  }

  private mutating func nextInSequence(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    let position = state.position
    guard position >= 0 else { return nil }
    switch object(state.source) {
    case .list(let items), .tuple(let items):
      guard position < items.count else { break }
      advance(iterator, to: position + 1)
      return items[position]
    case .string(let text):
      // `position` counts bytes here: stepping through a text is then linear.
      guard position < text.utf8.count else { break }
      let lead = text.utf8[position]
      if lead < 0x80 {
        advance(iterator, to: position + 1)
        return .object(Reference(constant: Int(lead)))
      }
      let length = Text.length(ofLead: lead)
      advance(iterator, to: position + length)
      return make(text: Text(utf8: Array(text.utf8[position..<(position + length)])))
    case .bytes(let bytes):
      guard position < bytes.count else { break }
      advance(iterator, to: position + 1)
      return .int(Int(bytes[position]))
    case .dict(let table): return try nextEntry(iterator, state, table, .keys)
    case .dictView(let kind, let dict):
      guard let table = self.dict(dict) else { break }
      return try nextEntry(iterator, state, table, kind)
    case .set(let table), .frozenSet(let table):
      guard table.count == state.limit else {
        throw raise(.runtimeError, "Set changed size during iteration")
      }
      return nextItem(iterator, position, table)
    default: break
    }
    advance(iterator, to: -1)
    return nil
  }

  private mutating func nextEntry(
    _ iterator: Value, _ state: IteratorObject, _ table: DictTable, _ kind: DictViewKind
  ) throws(Interrupt) -> Value? {
    guard table.count == state.limit else {
      throw raise(.runtimeError, "dictionary changed size during iteration")
    }
    var position = state.position
    while position < table.entries.count, table.entries[position].key == .missing { position += 1 }
    guard position < table.entries.count else {
      advance(iterator, to: -1)
      return nil
    }
    advance(iterator, to: position + 1)
    let entry = table.entries[position]
    switch kind {
    case .keys: return entry.key
    case .values: return entry.value
    case .items: return make(tuple: [entry.key, entry.value])
    }
  }

  private mutating func nextItem(
    _ iterator: Value, _ position: Int, _ table: SetTable
  ) -> Value? {
    var slot = position
    while slot < table.slots.count, table.slots[slot].item == .missing { slot += 1 }
    guard slot < table.slots.count else {
      advance(iterator, to: -1)
      return nil
    }
    advance(iterator, to: slot + 1)
    return table.slots[slot].item
  }

  private mutating func advance(_ iterator: Value, to position: Int) {
    guard let index = iterator.heapIndex, case .iterator(var state) = heap[index] else { return }
    state.position = position
    heap[index] = .iterator(state)
  }

  // MARK: All at once

  /// All items of an iterable.
  mutating func collect(_ iterable: Value) throws(Interrupt) -> [Value] {
    switch object(iterable) {
    case .list(let items), .tuple(let items): return items
    case .set(let table), .frozenSet(let table): return table.items
    case .dict(let table): return table.entries.compactMap { $0.key == .missing ? nil : $0.key }
    case .file: return try readLines(iterable)
    default: break
    }
    let iterator = try iterator(of: iterable)
    var items: [Value] = []
    while let value = try next(iterator) { items.append(value) }
    return items
  }

  /// `[*iterable]` and `f(*iterable)`.
  mutating func spread(_ iterable: Value) throws(Interrupt) -> [Value] {
    guard isIterable(iterable) else {
      throw raise(
        .typeError,
        "Value after * must be an iterable, not \(shownType(of: iterable))")
    }
    return try collect(iterable)
  }

  /// Exactly `count` items.
  mutating func unpacked(_ iterable: Value, count: Int) throws(Interrupt) -> [Value] {
    let items = try unpackable(iterable, upTo: count + 1)
    if items.count < count {
      throw raise(
        .valueError, "not enough values to unpack (expected \(count), got \(items.count))")
    }
    if items.count > count {
      throw raise(.valueError, "too many values to unpack (expected \(count))")
    }
    return items
  }

  /// `before` items, a list of the middle ones, `after` items.
  mutating func unpacked(
    _ iterable: Value, before: Int, after: Int
  ) throws(Interrupt) -> [Value] {
    let items = try unpackable(iterable, upTo: .max)
    guard items.count >= before + after else {
      throw raise(
        .valueError,
        "not enough values to unpack (expected at least \(before + after), got \(items.count))")
    }
    let middle = make(list: Array(items[before..<(items.count - after)]))
    return Array(items[..<before]) + [middle] + Array(items[(items.count - after)...])
  }

  private mutating func unpackable(
    _ iterable: Value, upTo limit: Int
  ) throws(Interrupt) -> [Value] {
    switch object(iterable) {
    case .list(let items), .tuple(let items): return items
    default: break
    }
    let type = type(of: iterable)
    let isIterable =
      classAttribute(NameID(.dunderIter), of: type) != nil
      || classAttribute(NameID(.dunderGetItem), of: type) != nil || isBuiltinIterable(iterable)
    guard isIterable, !isType(iterable) else {
      throw raise(.typeError, "cannot unpack non-iterable \(shownType(of: iterable)) object")
    }
    let iterator = try iterator(of: iterable)
    var items: [Value] = []
    while items.count < limit, let value = try next(iterator) { items.append(value) }
    return items
  }

  private func isBuiltinIterable(_ value: Value) -> Bool {
    switch object(value) {
    case .string, .bytes, .list, .tuple, .dict, .set, .frozenSet, .dictView, .range, .iterator,
      .generator:
      true
    default: false
    }
  }
}

extension Text {
  /// How many bytes a code point takes that starts with this byte.
  static func length(ofLead byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}

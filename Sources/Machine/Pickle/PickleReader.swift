// From a pickle to a value of this process.

import BigInt
import Language

extension Machine {
  /// A copy of what was pickled, by this machine or another one of the same program.
  mutating func unpickle(_ pickle: [UInt8]) throws(Interrupt) -> Value {
    guard let first = pickle.first else { throw raise(.eofError, "Ran out of input") }
    guard first == Pickle.mark else {
      let shown = try repr(make(String(Unicode.Scalar(first)))).string
      throw raise(.unpicklingError, "invalid load key, \(shown).")
    }
    var reader = PickleReading(cursor: PickleCursor(bytes: pickle, position: 1))
    return try read(&reader)
  }

  private mutating func read(_ reader: inout PickleReading) throws(Interrupt) -> Value {
    switch try take(&reader, { c throws(PickleCursor.Truncated) in try c.tag() }) {
    case .none: return .none
    case .notImplemented: return .notImplemented
    case .ellipsis: return .ellipsis
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .int: return .int(Int(Int64(bitPattern: try word(&reader))))
    case .float: return .float(Double(bitPattern: try word(&reader)))
    case .bigInteger:
      let digits = String(decoding: try data(&reader), as: UTF8.self)
      return make(integer: BigInt(digits) ?? 0)
    case .opaque:
      let kind = OpaqueKind(
        rawValue: try take(&reader) { c throws(PickleCursor.Truncated) in try c.byte() })
      return .opaque(kind ?? .clock, id: UInt32(truncatingIfNeeded: try word(&reader)))
    case .string: return make(text: Text(utf8: try data(&reader)))
    case .bytes: return make(bytes: try data(&reader))
    case .range:
      let numbers = try (
        word(&reader), word(&reader), word(&reader)
      )
      return make(
        .range(
          RangeObject(
            start: Int(Int64(bitPattern: numbers.0)), stop: Int(Int64(bitPattern: numbers.1)),
            step: Int(Int64(bitPattern: numbers.2)))))
    case .type:
      let index = UInt16(truncatingIfNeeded: try count(&reader))
      return TypeID(rawValue: index).map { .type($0) } ?? .none
    case .builtin: return .builtin(BuiltinID(try count(&reader)))
    case .global: return try readGlobal(&reader)
    case .again:
      let number = try count(&reader)
      guard number < reader.objects.count else { throw truncated() }
      return reader.objects[number]
    case .list, .tuple, .set, .frozenSet, .dict, .slice, .method, .instance, .exception, .reduced:
      reader.cursor.position -= 1
      return try readContainer(&reader)
    }
  }

  private mutating func readContainer(_ reader: inout PickleReading) throws(Interrupt) -> Value {
    let number = reader.objects.count
    reader.objects.append(.missing)
    let tag = try take(&reader) { c throws(PickleCursor.Truncated) in try c.tag() }
    let made: Value
    switch tag {
    case .list:
      made = make(list: [])
      reader.objects[number] = made
      let items = try values(&reader)
      withList(made) { $0 = items }
    case .dict:
      made = make(.dict(DictTable()))
      reader.objects[number] = made
      for _ in 0..<(try count(&reader)) {
        let key = try read(&reader)
        let value = try read(&reader)
        try setDictValue(made, key, value)
      }
    case .tuple: made = make(tuple: try values(&reader))
    case .set: made = try makeSet(try values(&reader))
    case .frozenSet: made = make(.frozenSet(try table(of: try values(&reader))))
    case .slice:
      let (start, stop, step) = try (read(&reader), read(&reader), read(&reader))
      made = make(.slice(start: start, stop: stop, step: step))
    case .method:
      let (receiver, function) = try (read(&reader), read(&reader))
      made = make(.method(receiver: receiver, function: function))
    case .instance:
      made = try readInstance(&reader, number)
    case .exception: made = try readException(&reader)
    case .reduced:
      let callable = try read(&reader)
      let arguments = try read(&reader)
      made = try call(callable, tuple(arguments) ?? [])
    case .none, .notImplemented, .ellipsis, .false, .true, .int, .bigInteger, .float, .opaque,
      .string, .bytes, .range, .type, .builtin, .global, .again:
      throw truncated()
    }
    reader.objects[number] = made
    return made
  }

  private mutating func readInstance(
    _ reader: inout PickleReading, _ number: Int
  ) throws(Interrupt) -> Value {
    let type = try read(&reader)
    let made = make(.instance(InstanceObject(type: type, attributes: AttributeTable())))
    reader.objects[number] = made
    for (name, value) in try attributes(&reader) {
      _ = withInstance(made) { $0.attributes.set(name, value) }
    }
    let hasState = try take(&reader) { c throws(PickleCursor.Truncated) in try c.byte() } == 1
    guard hasState else { return made }
    let state = try read(&reader)
    if try callSpecial(.dunderSetState, of: made, [state]) == nil {
      try updateState(of: made, from: state)
    }
    return made
  }

  /// Without `__setstate__` a dict of attributes is taken as it is.
  private mutating func updateState(of made: Value, from state: Value) throws(Interrupt) {
    for entry in dict(state)?.entries ?? [] where entry.key != .missing {
      guard let name = text(entry.key) else { continue }
      let id = nameID(for: name)
      _ = withInstance(made) { $0.attributes.set(id, entry.value) }
    }
  }

  /// An exception is made as pickling does it: its type is called with its arguments.
  private mutating func readException(_ reader: inout PickleReading) throws(Interrupt) -> Value {
    let type = try read(&reader)
    let given = try read(&reader)
    let arguments = tuple(given) ?? []
    let own = try attributes(&reader)
    let made: Value
    if type.heapIndex == nil {
      made = makeException(type, arguments)
    } else {
      made = try call(type, arguments)
    }
    for (name, value) in own { withException(made) { $0.attributes.set(name, value) } }
    return made
  }

  private mutating func readGlobal(_ reader: inout PickleReading) throws(Interrupt) -> Value {
    let name = String(decoding: try data(&reader), as: UTF8.self)
    if let value = try global(named: name) { return value }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    throw raise(
      .attributeError,
      "Can't get attribute '\(last)' on <module '__main__' from '\(image.program.source.name)'>")
  }

  // MARK: Parts

  private mutating func values(_ reader: inout PickleReading) throws(Interrupt) -> [Value] {
    var values: [Value] = []
    for _ in 0..<(try count(&reader)) { values.append(try read(&reader)) }
    return values
  }

  private mutating func attributes(
    _ reader: inout PickleReading
  ) throws(Interrupt) -> [(NameID, Value)] {
    var attributes: [(NameID, Value)] = []
    for _ in 0..<(try count(&reader)) {
      let name = nameID(for: Text(utf8: try data(&reader)))
      attributes.append((name, try read(&reader)))
    }
    return attributes
  }

  private mutating func count(_ reader: inout PickleReading) throws(Interrupt) -> Int {
    try take(&reader) { c throws(PickleCursor.Truncated) in try c.count() }
  }

  private mutating func word(_ reader: inout PickleReading) throws(Interrupt) -> UInt64 {
    try take(&reader) { c throws(PickleCursor.Truncated) in try c.word() }
  }

  private mutating func data(_ reader: inout PickleReading) throws(Interrupt) -> [UInt8] {
    try take(&reader) { c throws(PickleCursor.Truncated) in try c.data() }
  }

  private mutating func take<Part>(
    _ reader: inout PickleReading,
    _ part: (inout PickleCursor) throws(PickleCursor.Truncated) -> Part
  ) throws(Interrupt) -> Part {
    do throws(PickleCursor.Truncated) {
      return try part(&reader.cursor)
    } catch {
      throw truncated()
    }
  }

  private mutating func truncated() -> Interrupt {
    raise(.unpicklingError, "pickle data was truncated")
  }
}

/// A pickle that is being read.
private struct PickleReading {
  var cursor: PickleCursor
  /// What has begun, by its number; `.missing` while its parts are read.
  var objects: [Value] = []
}

// multiprocessing's Value, Array, RawValue and RawArray. The raw ones' state is `_shared`, the world's
// number, `_typecode` and, for an array, `_count`; the synchronized ones wrap a raw one, `_storage`,
// and have `_lock`.
//
// Rule: each access of a synchronized one is as if under its lock, but is one effect, not three.
// (CPython 3.11: multiprocessing.sharedctypes.)

import Language

let sharedFunctions: [BuiltinFunction] = [
  .free("Value") { (m, arguments) throws(Interrupt) in
    let (lock, rest) = m.lockArgument(arguments)
    let raw = try m.makeRawValue(rest, for: "Value")
    return try m.synchronize(raw, lock: lock)
  },
  .free("RawValue") { (m, arguments) throws(Interrupt) in
    try m.makeRawValue(arguments, for: "RawValue")
  },
  .bound("Array", "typecode_or_type=0, size_or_initializer=0, *, lock=True") {
    (m, a) throws(Interrupt) in
    try m.checkArrayArguments(a, for: "Array")
    let raw = try m.makeRawArray(a[0], a[1])
    return try m.synchronize(raw, lock: a[2])
  },
  .bound("RawArray", "typecode_or_type=0, size_or_initializer=0") { (m, a) throws(Interrupt) in
    try m.checkArrayArguments(a, for: "RawArray")
    return try m.makeRawArray(a[0], a[1])
  },
]

let sharedMethods: [BuiltinFunction] =
  [TypeID.sharedNumber, .synchronized].flatMap(valueMethods)
  + [TypeID.sharedNumbers, .synchronizedArray].flatMap(arrayMethods)
  + [TypeID.synchronized, .synchronizedArray].flatMap(lockedMethods)
  + [TypeID.sharedCharacters, .synchronizedString].flatMap(textMethods)

private func valueMethods(of type: TypeID) -> [BuiltinFunction] {
  [
    .getter("value", of: type) { (m, shared) throws(Interrupt) in
      let place = m.sharedPlace(shared)
      return m.value(of: try m.load(place, 0..<1)[0], place.code)
    },
    .two("value", of: type, as: .setter) { (m, shared, value) throws(Interrupt) in
      let place = m.sharedPlace(shared)
      try m.store([try m.word(value, place.code)], at: 0, place)
      return .none
    },
    .one("__repr__", of: type) { (m, shared) throws(Interrupt) in
      let place = m.sharedPlace(shared)
      let value = m.value(of: try m.load(place, 0..<1)[0], place.code)
      let text = "\(place.code.name)(\(try m.repr(value).string))"
      return m.make(type == .synchronized ? "<Synchronized wrapper for \(text)>" : text)
    },
  ]
}

private func arrayMethods(of type: TypeID) -> [BuiltinFunction] {
  [
    .one("__len__", of: type) { (m, shared) throws(Interrupt) in
      .int(m.sharedPlace(shared).count)
    },
    .two("__getitem__", of: type) { (m, shared, key) throws(Interrupt) in
      try m.sharedItem(m.sharedPlace(shared), key)
    },
    .bound("__setitem__", of: type, "self, key, value, /") { (m, a) throws(Interrupt) in
      try m.setSharedItem(m.sharedPlace(a[0]), a[1], to: a[2])
      return .none
    },
    .one("__repr__", of: type) { (m, shared) throws(Interrupt) in
      let name = m.sharedTypeName(of: m.rawShared(shared))
      let raw = m.rawShared(shared)
      let text = "<multiprocessing.sharedctypes.\(name) object at \(m.address(raw))>"
      guard type == .synchronizedArray else { return m.make(text) }
      return m.make("<\(m.typeName(of: shared)) wrapper for \(text)>")
    },
  ]
}

/// What an array of `c` has besides.
private func textMethods(of type: TypeID) -> [BuiltinFunction] {
  [
    .getter("raw", of: type) { (m, shared) throws(Interrupt) in
      let place = m.sharedPlace(shared)
      return m.make(bytes: m.characters(try m.load(place, 0..<place.count)))
    },
    .two("raw", of: type, as: .setter) { (m, shared, value) throws(Interrupt) in
      let place = m.sharedPlace(shared)
      guard case .bytes(let bytes)? = m.object(value) else {
        throw m.raise(
          .typeError, "a bytes-like object is required, not '\(m.typeName(of: value))'")
      }
      guard bytes.count <= place.count else { throw m.raise(.valueError, "byte string too long") }
      try m.store(bytes.map { .bits(UInt64($0)) }, at: 0, place)
      return .none
    },
    .getter("value", of: type) { (m, shared) throws(Interrupt) in
      let place = m.sharedPlace(shared)
      let bytes = m.characters(try m.load(place, 0..<place.count))
      return m.make(bytes: Array(bytes.prefix { $0 != 0 }))
    },
    .two("value", of: type, as: .setter) { (m, shared, value) throws(Interrupt) in
      let place = m.sharedPlace(shared)
      guard case .bytes(var bytes)? = m.object(value) else {
        throw m.raise(.typeError, "bytes expected instead of \(m.typeName(of: value)) instance")
      }
      guard bytes.count <= place.count else { throw m.raise(.valueError, "byte string too long") }
      if bytes.count < place.count { bytes.append(0) }
      try m.store(bytes.map { .bits(UInt64($0)) }, at: 0, place)
      return .none
    },
  ]
}

private func lockedMethods(of type: TypeID) -> [BuiltinFunction] {
  [
    .one("get_lock", of: type) { (m, shared) throws(Interrupt) in
      m.state(.privateLock, of: shared)
    },
    .one("get_obj", of: type) { (m, shared) throws(Interrupt) in m.rawShared(shared) },
    .bound("acquire", of: type, "self, block=True, timeout=None") { (m, a) throws(Interrupt) in
      let patience = try m.patience(block: a[1], timeout: a[2])
      return .bool(try m.acquire(m.state(.privateLock, of: a[0]), patience))
    },
    .one("release", of: type) { (m, shared) throws(Interrupt) in
      try m.release(m.state(.privateLock, of: shared))
      return .none
    },
    .one("__enter__", of: type) { (m, shared) throws(Interrupt) in
      .bool(try m.acquire(m.state(.privateLock, of: shared), .forever))
    },
    .bound("__exit__", of: type, "self, *args") { (m, a) throws(Interrupt) in
      try m.release(m.state(.privateLock, of: a[0]))
      return .none
    },
  ]
}

/// Where a shared object's words are, and how they are reached.
struct SharedPlace {
  var id: SharedID
  var code: SharedTypecode
  var count: Int
  /// What has to be free for an access; nil where nothing has, or the process holds it.
  var semaphore: SemaphoreID?
}

extension Machine {
  // MARK: Making

  /// `lock=` and the other arguments.
  fileprivate func lockArgument(_ arguments: Arguments) -> (lock: Value, rest: Arguments) {
    let lock = arguments.keywords.first { $0.name == Text("lock") }?.value ?? .missing
    let rest = arguments.keywords.filter { $0.name != Text("lock") }
    return (lock, Arguments(positional: arguments.positional, keywords: rest))
  }

  private mutating func typecode(_ value: Value) throws(Interrupt) -> SharedTypecode {
    guard let letter = text(value)?.string, let code = SharedTypecode(letter: letter) else {
      throw raise(.typeError, "this type has no size")
    }
    return code
  }

  fileprivate mutating func makeRawValue(
    _ arguments: Arguments, for function: String
  ) throws(Interrupt) -> Value {
    guard let first = arguments.positional.first else {
      throw raise(
        .typeError,
        "BaseContext.\(function)() missing 1 required positional argument: 'typecode_or_type'")
    }
    guard arguments.keywords.isEmpty else {
      let name = arguments.keywords[0].name.string
      throw raise(
        .typeError, "BaseContext.\(function)() got an unexpected keyword argument '\(name)'")
    }
    let code = try typecode(first)
    guard arguments.positional.count <= 2 else {
      let given = arguments.positional.count - 1
      throw raise(.typeError, "__init__ expected at most 1 argument, got \(given)")
    }
    var words = [SharedWord.bits(0)]
    if arguments.positional.count == 2 { words = [try word(arguments.positional[1], code)] }
    return try makeShared(words, code, .sharedNumber)
  }

  fileprivate mutating func checkArrayArguments(
    _ a: [Value], for function: String
  ) throws(Interrupt) {
    let names = ["typecode_or_type", "size_or_initializer"]
    let missing = names.indices.filter { a[$0] == .missing }.map { "'\(names[$0])'" }
    guard !missing.isEmpty else { return }
    let plural = missing.count > 1 ? "s" : ""
    throw raise(
      .typeError,
      "BaseContext.\(function)() missing \(missing.count) required positional argument\(plural): "
        + missing.joined(separator: " and "))
  }

  fileprivate mutating func makeRawArray(
    _ type: Value, _ sizeOrInitial: Value
  ) throws(Interrupt) -> Value {
    let code = try typecode(type)
    var words: [SharedWord] = []
    if case .int(let size) = sizeOrInitial {
      guard size >= 0 else {
        throw raise(.valueError, "Array length must be >= 0, not \(size)")
      }
      words = [SharedWord](repeating: .bits(0), count: size)
    } else {
      guard try attributeIfPresent(NameID(.dunderLen), of: sizeOrInitial) != nil else {
        throw raise(
          .typeError, "object of type '\(typeName(of: sizeOrInitial))' has no len()")
      }
      for item in try collect(sizeOrInitial) { words.append(try word(item, code)) }
    }
    return try makeShared(words, code, code == .character ? .sharedCharacters : .sharedNumbers)
  }

  private mutating func makeShared(
    _ words: [SharedWord], _ code: SharedTypecode, _ type: TypeID
  ) throws(Interrupt) -> Value {
    guard case .shared(let id) = try request(.makeShared(words)) else { return .none }
    return makeInstance(
      .type(type),
      [
        (.privateShared, .int(Int(id.index))), (.privateTypecode, .int(Int(code.rawValue))),
        (.privateCount, .int(words.count)),
      ])
  }

  /// The raw object with a lock around it, unless that is `False`.
  fileprivate mutating func synchronize(
    _ raw: Value, lock given: Value
  ) throws(Interrupt) -> Value {
    if given == .bool(false) { return raw }
    var lock = given
    if given == .missing || given == .none || given == .bool(true) {
      lock = try instantiate(.rlock, Arguments(positional: []))
    } else if try attributeIfPresent(nameID(for: Text("acquire")), of: given) == nil {
      throw raise(.attributeError, "\(try repr(given).string) has no method 'acquire'")
    }
    var type = TypeID.synchronized
    if isInstance(raw, of: .sharedNumbers) {
      type = sharedPlace(raw).code == .character ? .synchronizedString : .synchronizedArray
    }
    return makeInstance(.type(type), [(.privateShared, raw), (.privateLock, lock)])
  }

  // MARK: Reaching

  /// The raw object inside a synchronized one, or itself.
  func rawShared(_ shared: Value) -> Value {
    let inner = state(.privateShared, of: shared)
    return inner.heapIndex == nil ? shared : inner
  }

  func sharedPlace(_ shared: Value) -> SharedPlace {
    let raw = rawShared(shared)
    let code = SharedTypecode(rawValue: UInt8(number(.privateTypecode, of: raw))) ?? .int
    var place = SharedPlace(
      id: SharedID(number(.privateShared, of: raw)), code: code,
      count: number(.privateCount, of: raw))
    if raw != shared { place.semaphore = semaphoreToPass(state(.privateLock, of: shared)) }
    return place
  }

  private func number(_ name: Name, of raw: Value) -> Int {
    if case .int(let number) = state(name, of: raw) { number } else { 0 }
  }

  /// A lock that stands in the way; an RLock that this process holds does not.
  private func semaphoreToPass(_ lock: Value) -> SemaphoreID? {
    guard case .int(let index) = state(.privateSemaphore, of: lock) else { return nil }
    if isInstance(lock, of: .rlock), acquisitions(lock) > 0 { return nil }
    return SemaphoreID(index)
  }

  fileprivate mutating func load(
    _ place: SharedPlace, _ range: Range<Int>
  ) throws(Interrupt) -> [SharedWord] {
    let effect = Effect.load(place.id, range, under: place.semaphore)
    if case .words(let words) = try request(effect), words.count == range.count { return words }
    return [SharedWord](repeating: .bits(0), count: range.count)
  }

  fileprivate mutating func store(
    _ words: [SharedWord], at index: Int, _ place: SharedPlace
  ) throws(Interrupt) {
    _ = try request(.store(place.id, at: index, words, under: place.semaphore))
  }

  fileprivate func characters(_ words: [SharedWord]) -> [UInt8] {
    words.map { if case .bits(let bits) = $0 { UInt8(truncatingIfNeeded: bits) } else { 0 } }
  }

  /// `c_int` or `c_int_Array_3`; for a synchronized one its own type.
  func sharedTypeName(of shared: Value) -> String {
    guard case .int = state(.privateShared, of: shared) else { return typeName(of: shared) }
    let place = sharedPlace(shared)
    return isInstance(shared, of: .sharedNumber)
      ? place.code.name : "\(place.code.name)_Array_\(place.count)"
  }

  // MARK: Items

  private mutating func sharedIndex(
    _ key: Value, _ count: Int, complaint: String = "indices must be integers"
  ) throws(Interrupt) -> Int {
    guard integer(key) != nil else { throw raise(.typeError, complaint) }
    let given = try index(key)
    let position = given < 0 ? given + count : given
    guard (0..<count).contains(position) else { throw raise(.indexError, "invalid index") }
    return position
  }

  fileprivate mutating func sharedItem(
    _ place: SharedPlace, _ key: Value
  ) throws(Interrupt) -> Value {
    guard case .slice(let start, let stop, let step)? = object(key) else {
      let position = try sharedIndex(key, place.count)
      return value(of: try load(place, position..<(position + 1))[0], place.code)
    }
    let range = try range(start, stop, step, length: place.count)
    let all = try load(place, 0..<place.count)
    let words = range.indices.map { all[$0] }
    if place.code == .character { return make(bytes: characters(words)) }
    var items: [Value] = []
    for word in words { items.append(value(of: word, place.code)) }
    return make(list: items)
  }

  fileprivate mutating func setSharedItem(
    _ place: SharedPlace, _ key: Value, to new: Value
  ) throws(Interrupt) {
    guard case .slice(let start, let stop, let step)? = object(key) else {
      // CPython words it so for an assignment.
      let position = try sharedIndex(key, place.count, complaint: "indices must be integer")
      return try store([try word(new, place.code)], at: position, place)
    }
    let range = try range(start, stop, step, length: place.count)
    var words: [SharedWord] = []
    for item in try collect(new) { words.append(try word(item, place.code)) }
    let indices = Array(range.indices)
    guard words.count == indices.count else {
      throw raise(.valueError, "Can only assign sequence of same size")
    }
    guard let first = indices.first else { return }
    if range.step == 1 { return try store(words, at: first, place) }
    for (position, word) in zip(indices, words) { try store([word], at: position, place) }
  }
}

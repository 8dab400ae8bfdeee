// Short forms for declaring builtins, and the arguments that many of them take.

import BigInt
import Language

extension BuiltinFunction {
  static func zero(_ name: String, of owner: TypeID? = nil, _ body: @escaping Zero) -> Self {
    Self(name, of: owner, .zero(body))
  }

  static func one(
    _ name: String, of owner: TypeID? = nil, as role: Role = .method, _ body: @escaping One
  ) -> Self {
    Self(name, of: owner, as: role, .one(body))
  }

  static func two(
    _ name: String, of owner: TypeID? = nil, as role: Role = .method, _ body: @escaping Two
  ) -> Self {
    Self(name, of: owner, as: role, .two(body))
  }

  static func bound(
    _ name: String, of owner: TypeID? = nil, as role: Role = .method, _ signature: String,
    _ body: @escaping Bound
  ) -> Self {
    Self(name, of: owner, as: role, .bound(Signature(signature), body))
  }

  static func free(
    _ name: String, of owner: TypeID? = nil, as role: Role = .method, _ body: @escaping Free
  ) -> Self {
    Self(name, of: owner, as: role, .free(body))
  }

  static func getter(_ name: String, of owner: TypeID, _ body: @escaping One) -> Self {
    Self(name, of: owner, as: .getter, .one(body))
  }

  /// A method's receiver as the method works on it.
  @inline(__always)
  fileprivate func receiver(_ value: Value, _ machine: inout Machine) throws(Interrupt) -> Value {
    let held = machine.storage(of: value)
    if let owner, !machine.isInstance(held, of: owner) {
      throw machine.raise(
        .typeError,
        "descriptor '\(name)' for '\(owner.name)' objects doesn't apply to a "
          + "'\(machine.shownType(of: value))' object")
    }
    return held
  }

  /// The same function for receivers that may be instances of a class derived from the owner: it
  /// gets what they hold.
  var unwrapping: Self {
    guard role == .method, name != "__init__" else { return self }
    var copy = self
    switch body {
    case .zero: break
    case .one(let body):
      copy.body = .one { (machine, receiver) throws(Interrupt) in
        try body(&machine, self.receiver(receiver, &machine))
      }
    case .two(let body):
      copy.body = .two { (machine, receiver, argument) throws(Interrupt) in
        try body(&machine, self.receiver(receiver, &machine), argument)
      }
    case .bound(let signature, let body):
      copy.body = .bound(signature) { (machine, arguments) throws(Interrupt) in
        var arguments = arguments
        arguments[0] = try self.receiver(arguments[0], &machine)
        return try body(&machine, arguments)
      }
    case .free(let body):
      copy.body = .free { (machine, arguments) throws(Interrupt) in
        var arguments = arguments
        if let receiver = arguments.positional.first {
          arguments.positional[0] = try self.receiver(receiver, &machine)
        }
        return try body(&machine, arguments)
      }
    }
    return copy
  }
}

extension Machine {
  /// A `str` argument; its code points.
  /// - Parameter what: the error's start: `replace() argument 1`.
  mutating func textArgument(_ value: Value, _ what: String) throws(Interrupt) -> Text {
    if let text = text(storage(of: value)) { return text }
    throw raise(.typeError, "\(what) must be str, not \(argumentType(of: value))")
  }

  /// An optional integer argument.
  mutating func integerArgument(_ value: Value, default missing: Int) throws(Interrupt) -> Int {
    if value == .missing { return missing }
    return try index(value)
  }

  /// A truth argument.
  mutating func flag(_ value: Value, default missing: Bool = false) throws(Interrupt) -> Bool {
    value == .missing ? missing : try isTrue(value)
  }

  /// `start` and `end` arguments, as slices count them.
  mutating func bounds(
    _ start: Value, _ end: Value, in count: Int
  ) throws(Interrupt) -> (start: Int, end: Int) {
    let range = try range(
      start == .missing ? .none : start, end == .missing ? .none : end, .none, length: Int.max / 4)
    func placed(_ index: Int, _ given: Value, _ missing: Int) -> Int {
      guard case .int(let int) = given else { return min(index, missing) }
      return int < 0 ? max(int + count, 0) : int
    }
    return (placed(range.start, start, 0), min(placed(range.stop, end, count), count))
  }

  /// `_io`-style iterators and the like: an instance of a builtin type with some attributes.
  mutating func makeInstance(
    _ type: Value, _ attributes: [(Name, Value)]
  ) -> Value {
    var table = AttributeTable()
    for (name, value) in attributes { table.set(name, value) }
    return make(.instance(InstanceObject(type: type, attributes: table)))
  }

  /// What `__new__` of a builtin type gives: the value itself, or an instance that holds it where a
  /// class derives from the type.
  mutating func instance(of type: Value, _ builtin: TypeID, holding value: Value) -> Value {
    if type == .type(builtin) { return value }
    return makeInstance(type, [(.privateStorage, value)])
  }
}

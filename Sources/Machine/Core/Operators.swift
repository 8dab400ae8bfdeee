// Operators: the program's own dunders where an operand is of its own class, else the builtin
// values' arithmetic and comparison.

import Language

extension Machine {
  // MARK: Arithmetic

  mutating func binary(
    _ op: BinaryOperator, _ left: Value, _ right: Value
  ) throws(Interrupt) -> Value {
    if isInstanceObject(left) || isInstanceObject(right),
      let result = try binarySpecial(op, left, right)
    {
      return result
    }
    if let result = try binaryBuiltin(op, left, right) { return result }
    throw unsupportedOperands(op.symbol, left, right)
  }

  mutating func inPlace(
    _ op: BinaryOperator, _ left: Value, _ right: Value
  ) throws(Interrupt) -> Value {
    if isInstanceObject(left) || isInstanceObject(right) {
      if isInstanceObject(left),
        let result = try callSpecial(op.inPlaceMethod, of: left, [right]), result != .notImplemented
      {
        return result
      }
      if let result = try binarySpecial(op, left, right) { return result }
    }
    if let result = try inPlaceBuiltin(op, left, right) { return result }
    if let result = try binaryBuiltin(op, left, right) { return result }
    let symbol = op == .power ? "** or pow()" : op.symbol
    throw unsupportedOperands(op == .power ? "**=" : symbol + "=", left, right)
  }

  /// Whether operators on the value may be methods of its class.
  private func isInstanceObject(_ value: Value) -> Bool {
    guard case .object(let reference) = value, !reference.isConstant else { return false }
    switch heap[reference.index] {
    case .instance, .exception: return true
    default: return false
    }
  }

  private mutating func binarySpecial(
    _ op: BinaryOperator, _ left: Value, _ right: Value
  ) throws(Interrupt) -> Value? {
    let (leftType, rightType) = (type(of: left), type(of: right))
    let reflectedFirst =
      leftType != rightType && isSubtype(rightType, of: leftType)
      && classAttribute(NameID(op.reflectedMethod), of: rightType)
        != classAttribute(NameID(op.reflectedMethod), of: leftType)
    if reflectedFirst,
      let result = try callSpecial(op.reflectedMethod, of: right, [left]), result != .notImplemented
    {
      return result
    }
    if isInstanceObject(left), let result = try callSpecial(op.method, of: left, [right]),
      result != .notImplemented
    {
      return result
    }
    if !reflectedFirst, leftType != rightType, isInstanceObject(right),
      let result = try callSpecial(op.reflectedMethod, of: right, [left]), result != .notImplemented
    {
      return result
    }
    return nil
  }

  private mutating func unsupportedOperands(
    _ symbol: String, _ left: Value, _ right: Value
  ) -> Interrupt {
    raise(
      .typeError,
      "unsupported operand type(s) for \(symbol): '\(shownType(of: left))' and "
        + "'\(shownType(of: right))'")
  }

  mutating func unary(_ op: UnaryOperator, _ value: Value) throws(Interrupt) -> Value {
    if op == .not { return .bool(!(try isTrue(value))) }
    let (method, symbol): (Name, String) =
      switch op {
      case .minus: (.dunderNeg, "-")
      case .plus: (.dunderPos, "+")
      case .invert, .not: (.dunderInvert, "~")
      }
    if isInstanceObject(value), let result = try callSpecial(method, of: value) { return result }
    if let result = try unaryBuiltin(op, value) { return result }
    throw raise(.typeError, "bad operand type for unary \(symbol): '\(shownType(of: value))'")
  }

  // MARK: Comparison

  mutating func compare(
    _ op: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(Interrupt) -> Value {
    switch op {
    case .is: return .bool(left == right)
    case .isNot: return .bool(left != right)
    case .in: return .bool(try contains(right, left))
    case .notIn: return .bool(!(try contains(right, left)))
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    if isInstanceObject(left) || isInstanceObject(right) {
      if let result = try compareSpecial(op, left, right) { return result }
    }
    if let result = identityComparison(op, left, right) { return .bool(result) }
    if let result = try compareBuiltin(op, left, right) { return result }
    switch op {
    case .equal: return .bool(left == right)
    case .notEqual: return .bool(left != right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .notIn, .is, .isNot: break
    }
    throw raise(
      .typeError,
      "'\(op.symbol)' not supported between instances of '\(shownType(of: left))' and "
        + "'\(shownType(of: right))'")
  }

  /// Addresses and process numbers are unknown, but which are the same is known.
  private func identityComparison(
    _ op: ComparisonOperator, _ left: Value, _ right: Value
  ) -> Bool? {
    guard case .opaque(let kind, let one) = left, case .opaque(kind, let other) = right,
      kind == .address || kind == .processNumber
    else { return nil }
    switch op {
    case .equal: return one == other
    case .notEqual: return one != other
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .notIn, .is, .isNot: return nil
    }
  }

  private mutating func compareSpecial(
    _ op: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(Interrupt) -> Value? {
    guard let methods = op.methods else { return nil }
    let (leftType, rightType) = (type(of: left), type(of: right))
    let reflectedFirst = leftType != rightType && isSubtype(rightType, of: leftType)
    if reflectedFirst, let result = try compareMethod(methods.reflected, right, left) {
      return result
    }
    if isInstanceObject(left), let result = try compareMethod(methods.own, left, right) {
      return result
    }
    if !reflectedFirst, isInstanceObject(right),
      let result = try compareMethod(methods.reflected, right, left)
    {
      return result
    }
    return nil
  }

  private mutating func compareMethod(
    _ name: Name, _ receiver: Value, _ other: Value
  ) throws(Interrupt) -> Value? {
    if let result = try callSpecial(name, of: receiver, [other]) {
      return result == .notImplemented ? nil : result
    }
    // A class that defines only `__eq__` gets `!=` as its opposite.
    guard name == .dunderNe, let result = try callSpecial(.dunderEq, of: receiver, [other]),
      result != .notImplemented
    else { return nil }
    return .bool(!(try isTrue(result)))
  }

  /// `a == b`, where identity is enough, as containers compare.
  mutating func equal(_ left: Value, _ right: Value) throws(Interrupt) -> Bool {
    if left == right { return true }
    return try isTrue(compare(.equal, left, right))
  }

  mutating func less(_ left: Value, _ right: Value) throws(Interrupt) -> Bool {
    try isTrue(compare(.less, left, right))
  }

  private mutating func contains(
    _ container: Value, _ item: Value
  ) throws(Interrupt) -> Bool {
    if isInstanceObject(container) {
      if let result = try callSpecial(.dunderContains, of: container, [item]) {
        return try isTrue(result)
      }
    } else if let result = try containsBuiltin(container, item) {
      return result
    }
    guard isIterable(container) else {
      throw raise(
        .typeError, "argument of type '\(shownType(of: container))' is not iterable")
    }
    let iterator = try iterator(of: container)
    while let value = try next(iterator) {
      if try equal(value, item) { return true }
    }
    return false
  }

  // MARK: Truth, length, hash

  mutating func isTrue(_ value: Value) throws(Interrupt) -> Bool {
    switch value {
    case .bool(let bool): return bool
    case .none: return false
    case .int(let int): return int != 0
    default: break
    }
    guard isInstanceObject(value) else { return try truthBuiltin(value) }
    if let result = try callSpecial(.dunderBool, of: value) {
      guard case .bool(let bool) = result else {
        throw raise(
          .typeError, "__bool__ should return bool, returned \(shownType(of: result))")
      }
      return bool
    }
    if classAttribute(NameID(.dunderLen), of: type(of: value)) != nil {
      return try length(of: value) != 0
    }
    return true
  }

  mutating func length(of value: Value) throws(Interrupt) -> Int {
    if isInstanceObject(value), let result = try callSpecial(.dunderLen, of: value) {
      guard let length = integer(result) else {
        throw raise(
          .typeError,
          "'\(shownType(of: result))' object cannot be interpreted as an integer")
      }
      guard length >= 0 else { throw raise(.valueError, "__len__() should return >= 0") }
      return Int(clamping: length)
    }
    if let length = try lengthBuiltin(value) { return length }
    throw raise(.typeError, "object of type '\(shownType(of: value))' has no len()")
  }

  mutating func hash(_ value: Value) throws(Interrupt) -> Int {
    if isInstanceObject(value) {
      let type = type(of: value)
      if classAttribute(NameID(.dunderHash), of: type) == Value.none {
        throw raise(.typeError, "unhashable type: '\(shownType(of: value))'")
      }
      if let result = try callSpecial(.dunderHash, of: value) {
        guard let number = integer(result) else {
          throw raise(.typeError, "__hash__ method should return an integer")
        }
        return Int(truncatingIfNeeded: number)
      }
      if heldValue(of: value) == nil, !isInstance(value, of: .deque) {
        return value.heapIndex.map { $0 &* 16 } ?? 0
      }
    }
    if let result = try hashBuiltin(value) { return result }
    throw raise(.typeError, "unhashable type: '\(shownType(of: value))'")
  }

  /// An index or count: `__index__`.
  mutating func index(_ value: Value) throws(Interrupt) -> Int {
    switch value {
    case .int(let int): return int
    case .bool(let bool): return bool ? 1 : 0
    case .opaque(let kind, _): throw undecidable(kind)
    default: break
    }
    if let big = integer(value) { return Int(clamping: big) }
    if isInstanceObject(value), let result = try callSpecial(.dunderIndex, of: value),
      let number = integer(result)
    {
      return Int(clamping: number)
    }
    throw raise(
      .typeError, "'\(shownType(of: value))' object cannot be interpreted as an integer")
  }

  // MARK: Items

  mutating func item(of container: Value, _ key: Value) throws(Interrupt) -> Value {
    if isInstanceObject(container),
      let result = try callSpecial(.dunderGetItem, of: container, [key])
    {
      return result
    }
    if let result = try getItemBuiltin(container, key) { return result }
    if isType(container) {
      throw raise(
        .typeError, "type '\(name(ofType: container))' is not subscriptable")
    }
    throw raise(.typeError, "'\(shownType(of: container))' object is not subscriptable")
  }

  mutating func setItem(
    of container: Value, _ key: Value, to value: Value
  ) throws(Interrupt) {
    if isInstanceObject(container),
      try callSpecial(.dunderSetItem, of: container, [key, value]) != nil
    {
      return
    }
    if try setItemBuiltin(container, key, value) { return }
    throw raise(
      .typeError, "'\(shownType(of: container))' object does not support item assignment")
  }

  mutating func deleteItem(of container: Value, _ key: Value) throws(Interrupt) {
    if isInstanceObject(container), try callSpecial(.dunderDelItem, of: container, [key]) != nil {
      return
    }
    if try deleteItemBuiltin(container, key) { return }
    throw raise(
      .typeError, "'\(shownType(of: container))' object doesn't support item deletion")
  }

  // MARK: Text

  mutating func str(_ value: Value) throws(Interrupt) -> Text {
    if case .string(let text)? = object(value) { return text }
    if isInstanceObject(value) {
      if let result = try callSpecial(.dunderStr, of: value) {
        return try textResult(result, "__str__")
      }
      if let exception = exception(value) { return try exceptionText(exception) }
      return try repr(value)
    }
    return try strBuiltin(value)
  }

  mutating func repr(_ value: Value) throws(Interrupt) -> Text {
    if isInstanceObject(value) {
      if let result = try callSpecial(.dunderRepr, of: value) {
        return try textResult(result, "__repr__")
      }
      if let exception = exception(value) { return try exceptionRepr(exception) }
    }
    return try reprBuiltin(value)
  }

  mutating func exceptionRepr(_ exception: ExceptionObject) throws(Interrupt) -> Text {
    Text(name(ofType: exception.type)) + (try exceptionArguments(exception))
  }

  private mutating func exceptionArguments(
    _ exception: ExceptionObject
  ) throws(Interrupt) -> Text {
    if exception.arguments.count == 1 {
      return Text("(") + (try repr(exception.arguments[0])) + Text(")")
    }
    let arguments = make(tuple: exception.arguments)
    return try repr(arguments)
  }

  private mutating func textResult(
    _ result: Value, _ method: String
  ) throws(Interrupt) -> Text {
    guard let text = text(result) else {
      throw raise(
        .typeError, "\(method) returned non-string (type \(shownType(of: result)))")
    }
    return text
  }

  mutating func format(_ value: Value, _ specification: Text) throws(Interrupt) -> Text {
    if isInstanceObject(value) {
      if classAttribute(NameID(.dunderFormat), of: type(of: value)) != nil {
        let text = make(text: specification)
        if let result = try callSpecial(.dunderFormat, of: value, [text]) {
          return try textResult(result, "__format__")
        }
      }
      if specification.count > 0 {
        throw raise(
          .typeError,
          "unsupported format string passed to \(shownType(of: value)).__format__")
      }
      return try str(value)
    }
    return try formatBuiltin(value, specification)
  }

  /// `{value!conversion:specification}`
  mutating func formatted(
    _ value: Value, _ conversion: FormatConversion, specification: Value?
  ) throws(Interrupt) -> Text {
    let converted: Value
    switch conversion {
    case .none: converted = value
    case .str: converted = make(text: try str(value))
    case .repr: converted = make(text: try repr(value))
    case .ascii: converted = make(text: try ascii(value))
    }
    return try format(converted, specification.flatMap { text($0) } ?? Text(""))
  }

  /// The pieces of an f-string as one text.
  mutating func joined(_ parts: [Value]) -> Value {
    var bytes: [UInt8] = []
    for part in parts {
      if let text = text(part) { bytes += text.utf8 }
    }
    return make(text: Text(utf8: bytes))
  }
}

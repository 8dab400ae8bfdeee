// `repr` and `str` of builtin values, word for word as CPython shows them. Addresses are made up:
// the same object shows the same one, and exploration never sees a real one.

import BigInt
import Language

extension Machine {
  /// `str` of a builtin value.
  mutating func strBuiltin(_ value: Value) throws(Interrupt) -> Text {
    if case .int(let int) = value {
      let digits = decimalBytes(int)
      return Text(utf8: digits, count: digits.count)
    }
    if case .string(let text)? = object(value) { return text }
    if case .instance? = object(value), let held = heldValue(of: value),
      case .string(let text)? = object(held)
    {
      return text
    }
    return try reprBuiltin(value)
  }

  /// `repr` of a builtin value.
  mutating func reprBuiltin(_ value: Value) throws(Interrupt) -> Text {
    switch value {
    case .int(let int):
      let digits = decimalBytes(int)
      return Text(utf8: digits, count: digits.count)
    case .missing, .none: return Text("None")
    case .notImplemented: return Text("NotImplemented")
    case .ellipsis: return Text("Ellipsis")
    case .bool(let bool): return Text(bool ? "True" : "False")
    case .float(let float): return Text(floatRepr(float))
    case .opaque(let kind, let id): return Text(kind.placeholder(id))
    case .type(let id): return Text("<class '\(id.qualifiedName)'>")
    case .module(let id): return Text("<module '\(id.name)'>")
    case .builtin(let id): return builtinRepr(id, receiver: nil)
    case .object(let reference): return try reprOfObject(value, reference)
    }
  }

  private mutating func reprOfObject(
    _ value: Value, _ reference: Reference
  ) throws(Interrupt) -> Text {
    switch object(at: reference) {
    case .free, .cell: return Text("<cell at \(address(value))>")
    case .string(let text): return quoted(text)
    case .bytes(let bytes): return Text(bytesRepr(bytes))
    case .bigInteger(let big): return Text(try decimalText(of: big))
    case .list(let items):
      return try container(value, "[", "]") { (machine, bytes) throws(Interrupt) in
        try machine.appendItems(items, to: &bytes)
      }
    case .tuple(let items):
      return try container(value, "(", ")") { (machine, bytes) throws(Interrupt) in
        try machine.appendItems(items, to: &bytes)
        if items.count == 1 { bytes.append(UInt8(ascii: ",")) }
      }
    case .dict(let table):
      return try container(value, "{", "}") { (machine, bytes) throws(Interrupt) in
        try machine.appendPairs(table, to: &bytes)
      }
    case .set(let table):
      if table.count == 0 { return Text("set()") }
      return try container(value, "{", "}", again: "set(...)") {
        (machine, bytes) throws(Interrupt) in
        try machine.appendItems(table.items, to: &bytes)
      }
    case .frozenSet(let table):
      if table.count == 0 { return Text("frozenset()") }
      return try container(value, "frozenset({", "})", again: "frozenset(...)") {
        (machine, bytes) throws(Interrupt) in
        try machine.appendItems(table.items, to: &bytes)
      }
    case .dictView(let kind, let owner): return try viewRepr(value, kind, owner)
    case .range(let range):
      return Text(
        range.step == 1
          ? "range(\(range.start), \(range.stop))"
          : "range(\(range.start), \(range.stop), \(range.step))")
    case .slice(let start, let stop, let step):
      return try Text("slice(") + repr(start) + Text(", ") + repr(stop) + Text(", ") + repr(step)
        + Text(")")
    case .instance(let instance): return try instanceRepr(value, instance)
    case .exception: return Text("<\(typeName(of: value)) object at \(address(value))>")
    case .file(let file): return try fileRepr(file)
    case .userClass(let type):
      return Text("<class '\(moduleName(type)).\(type.qualifiedName.string)'>")
    case .function(let function):
      return Text("<function \(qualifiedName(of: function)) at \(address(value))>")
    case .method(let receiver, let function):
      return try methodRepr(value, receiver, function)
    case .generator(let generator):
      let name = image.code(generator.code).qualifiedName
      return Text("<generator object \(name) at \(address(value))>")
    case .superObject(let start, let receiver):
      return Text(
        "<super: <class '\(name(ofType: start))'>, <\(typeName(of: receiver)) object>>")
    case .iterator, .property, .staticMethod, .classMethod:
      let type = builtinType(of: value)
      return Text("<\(type.qualifiedName) object at \(address(value))>")
    }
  }

  /// `ascii(value)`: its `repr`, with everything beyond ASCII escaped.
  mutating func ascii(_ value: Value) throws(Interrupt) -> Text { asciiOnly(try repr(value)) }

  /// An object's made-up address, stable for its lifetime.
  func address(_ value: Value) -> String {
    "0x" + String(Machine.address(of: value), radix: 16)
  }

  private func moduleName(_ type: ClassObject) -> String {
    type.attributes[.dunderModule].flatMap { text($0)?.string } ?? "__main__"
  }

  func qualifiedName(of function: FunctionObject) -> String {
    if let name = function.attributes[.dunderQualname], let text = text(name) {
      return text.string
    }
    return image.code(function.code).qualifiedName
  }

  private func builtinRepr(_ id: BuiltinID, receiver: Value?) -> Text {
    let function = image.library.functions[Int(id.index)]
    if let receiver {
      return Text(
        "<built-in method \(function.name) of \(typeName(of: receiver)) object at \(address(receiver))>"
      )
    }
    if let owner = function.owner {
      return Text("<method '\(function.name)' of '\(owner.name)' objects>")
    }
    return Text("<built-in function \(function.name)>")
  }

  private mutating func methodRepr(
    _ value: Value, _ receiver: Value, _ function: Value
  ) throws(Interrupt) -> Text {
    if case .builtin(let id) = function { return builtinRepr(id, receiver: receiver) }
    guard case .function(let function)? = object(function) else {
      return Text("<bound method of \(typeName(of: receiver))>")
    }
    return try Text("<bound method \(qualifiedName(of: function)) of ") + repr(receiver)
      + Text(">")
  }

  private mutating func instanceRepr(
    _ value: Value, _ instance: InstanceObject
  ) throws(Interrupt) -> Text {
    if let held = instance.attributes[.privateStorage] { return try repr(held) }
    if case .userClass(let type)? = object(instance.type) {
      return Text(
        "<\(moduleName(type)).\(type.qualifiedName.string) object at \(address(value))>")
    }
    return Text("<\(builtinType(of: value).qualifiedName) object at \(address(value))>")
  }

  private mutating func viewRepr(
    _ value: Value, _ kind: DictViewKind, _ owner: Value
  ) throws(Interrupt) -> Text {
    let table = dict(owner) ?? DictTable()
    switch kind {
    case .keys:
      return try container(value, "dict_keys([", "])") { (machine, bytes) throws(Interrupt) in
        try machine.appendItems(table.liveKeys, to: &bytes)
      }
    case .values:
      return try container(value, "dict_values([", "])") { (machine, bytes) throws(Interrupt) in
        try machine.appendItems(table.liveValues, to: &bytes)
      }
    case .items:
      return try container(value, "dict_items([", "])") { (machine, bytes) throws(Interrupt) in
        var isFirst = true
        for entry in table.entries where entry.key != .missing {
          if !isFirst { bytes.append(contentsOf: [44, 32]) }
          isFirst = false
          bytes.append(40)
          bytes.append(contentsOf: try machine.repr(entry.key).utf8)
          bytes.append(contentsOf: [44, 32])
          bytes.append(contentsOf: try machine.repr(entry.value).utf8)
          bytes.append(41)
        }
      }
    }
  }

  // MARK: Containers

  /// A container between its brackets; `...` where it stands within itself.
  mutating func container(
    _ value: Value, _ open: String, _ close: String, again: String? = nil,
    _ body: (inout Machine, inout [UInt8]) throws(Interrupt) -> Void
  ) throws(Interrupt) -> Text {
    if beingShown.contains(value) { return Text(again ?? open + "..." + close) }
    try enterValue("while getting the repr of an object")
    beingShown.append(value)
    defer {
      beingShown.removeLast()
      valueDepth -= 1
    }
    var bytes = Array(open.utf8)
    try body(&self, &bytes)
    bytes.append(contentsOf: close.utf8)
    return Text(utf8: bytes)
  }

  /// `repr`s with `, ` between them.
  mutating func appendItems(_ items: [Value], to bytes: inout [UInt8]) throws(Interrupt) {
    var isFirst = true
    for item in items {
      if !isFirst { bytes.append(contentsOf: [44, 32]) }
      isFirst = false
      if case .int(let int) = item {
        bytes.append(contentsOf: decimalBytes(int))
      } else {
        bytes.append(contentsOf: try repr(item).utf8)
      }
    }
  }

  mutating func appendPairs(_ table: DictTable, to bytes: inout [UInt8]) throws(Interrupt) {
    var isFirst = true
    for entry in table.entries where entry.key != .missing {
      if !isFirst { bytes.append(contentsOf: [44, 32]) }
      isFirst = false
      bytes.append(contentsOf: try repr(entry.key).utf8)
      bytes.append(contentsOf: [58, 32])
      bytes.append(contentsOf: try repr(entry.value).utf8)
    }
  }
}

extension OpaqueKind {
  /// What a value without a small set of possibilities is shown as.
  package func placeholder(_ id: UInt32) -> String {
    switch self {
    case .clock: "‹clock›"
    case .chance: "‹chance›"
    case .processNumber: "‹pid \(id)›"
    case .address: "‹address›"
    }
  }
}

extension DictTable {
  var liveKeys: [Value] {
    var keys: [Value] = []
    keys.reserveCapacity(count)
    for entry in entries where entry.key != .missing { keys.append(entry.key) }
    return keys
  }

  var liveValues: [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for entry in entries where entry.key != .missing { values.append(entry.value) }
    return values
  }
}

// MARK: Strings and bytes

/// A string in quotes, what cannot be printed escaped: `'it'`, `"it's"`, `'a\n'`.
func quoted(_ text: Text) -> Text {
  let hasSingle = text.utf8.contains(39)
  let quote: UInt8 = hasSingle && !text.utf8.contains(34) ? 34 : 39
  var bytes: [UInt8] = [quote]
  bytes.reserveCapacity(text.utf8.count + 2)
  if text.isASCII {
    for byte in text.utf8 { appendEscaped(byte, quote: quote, to: &bytes) }
  } else {
    for point in text.codePoints {
      if point < 128 {
        appendEscaped(UInt8(point), quote: quote, to: &bytes)
      } else if isPrintable(point) {
        Text.append(point, to: &bytes)
      } else {
        appendEscape(point, to: &bytes)
      }
    }
  }
  bytes.append(quote)
  return Text(utf8: bytes)
}

private func appendEscaped(_ byte: UInt8, quote: UInt8, to bytes: inout [UInt8]) {
  switch byte {
  case quote, 92: bytes.append(contentsOf: [92, byte])
  case 10: bytes.append(contentsOf: [92, UInt8(ascii: "n")])
  case 13: bytes.append(contentsOf: [92, UInt8(ascii: "r")])
  case 9: bytes.append(contentsOf: [92, UInt8(ascii: "t")])
  case 0..<32, 127...: appendEscape(UInt32(byte), to: &bytes)
  default: bytes.append(byte)
  }
}

/// `\x00`, `\u1234`, `\U00012345`
func appendEscape(_ point: UInt32, to bytes: inout [UInt8]) {
  let digits = String(point, radix: 16)
  let (mark, width) = point < 0x100 ? ("x", 2) : point < 0x10000 ? ("u", 4) : ("U", 8)
  bytes.append(92)
  bytes.append(contentsOf: mark.utf8)
  bytes.append(contentsOf: String(repeating: "0", count: width - digits.count).utf8)
  bytes.append(contentsOf: digits.utf8)
}

/// Whether `repr` shows a code point as itself.
func isPrintable(_ point: UInt32) -> Bool {
  if point < 127 { return point >= 32 }
  guard let scalar = Unicode.Scalar(point) else { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator, .spaceSeparator:
    return false
  default: return true
  }
}

/// `b'a\x00'`
func bytesRepr(_ bytes: [UInt8]) -> String {
  let quote: UInt8 = bytes.contains(39) && !bytes.contains(34) ? 34 : 39
  var result: [UInt8] = [UInt8(ascii: "b"), quote]
  for byte in bytes { appendEscaped(byte, quote: quote, to: &result) }
  result.append(quote)
  return String(decoding: result, as: UTF8.self)
}

/// A `repr` whose code points beyond ASCII are escaped.
func asciiOnly(_ text: Text) -> Text {
  if text.isASCII { return text }
  var bytes: [UInt8] = []
  for point in text.codePoints {
    if point < 128 { bytes.append(UInt8(point)) } else { appendEscape(point, to: &bytes) }
  }
  return Text(utf8: bytes)
}

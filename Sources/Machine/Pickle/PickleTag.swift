// The format in which objects travel between processes: our own, for machines of one program only.
// A pickle is one byte that says what it is, then a tree of tagged values. Containers and instances
// are numbered in the order in which they begin, so that a second mention is a number, and a cycle
// ends. Equal values make equal pickles, whatever heap they come from.

/// What comes next in a pickle.
enum PickleTag: UInt8 {
  case none, notImplemented, ellipsis, `false`, `true`
  /// 8 bytes, little-endian.
  case int
  /// Decimal digits as a text.
  case bigInteger
  /// 8 bytes of IEEE 754, little-endian.
  case float
  /// A kind, and 8 bytes.
  case opaque
  /// A count and that many bytes, in UTF-8's scheme.
  case string
  case bytes
  /// A count and that many values.
  case list, tuple, set, frozenSet
  /// A count and that many pairs of values.
  case dict
  /// Three numbers.
  case range
  /// Three values.
  case slice
  /// A number of the library, which all machines share.
  case type, builtin
  /// A function or class of the program, by its name.
  case global
  /// A receiver and a function.
  case method
  /// A type, a count of attributes, names with values, then whether `__setstate__` gets a state.
  case instance
  /// A type, its arguments as a tuple, a count of attributes, names with values.
  case exception
  /// A callable and its arguments: what `__reduce__` gave.
  case reduced
  /// A container or instance that was there before, by its number.
  case again
}

/// Pickles as such, without a machine.
package enum Pickle {
  /// The first byte, as in CPython's protocols from 2 on.
  static let mark: UInt8 = 0x80

  /// A plain value in a pickle as `repr` shows it, for people who watch messages pass: numbers,
  /// texts, None, and short tuples, lists and dicts of them; nil for all else.
  package static func shortText(of pickle: [UInt8]) -> String? {
    guard pickle.first == mark else { return nil }
    var cursor = PickleCursor(bytes: pickle, position: 1)
    return try? cursor.shortText(depth: 0)
  }
}

/// A call of a manager's object, as it travels, in words.
package struct ManagedCall: Hashable, Sendable {
  /// It is of an object that the manager has; false for one that makes it.
  package var isOfObject: Bool
  package var method: String
  /// Each in a few columns.
  package var arguments: [String]

  /// - Returns: nil for what is no call, and where an argument has no short text.
  package init?(_ message: [UInt8]) {
    guard message.first == Pickle.mark else { return nil }
    var cursor = PickleCursor(bytes: message, position: 1)
    guard let call = try? cursor.managedCall() else { return nil }
    self = call
  }

  fileprivate init(isOfObject: Bool, method: String, arguments: [String]) {
    self.isOfObject = isOfObject
    self.method = method
    self.arguments = arguments
  }

  /// The key or the name that it is about, where it is about one.
  package var key: String? {
    ["__getitem__", "__setitem__", "__delitem__", "get", "__getattribute__", "__setattr__"]
      .contains(method) ? arguments.first : nil
  }

  /// It leaves the object as it is.
  package var onlyLooks: Bool {
    ["__getitem__", "get", "__getattribute__", "#GETVALUE", "__len__", "__contains__", "keys"]
      .contains(method)
  }

  /// What a manager's answer says.
  package static func value(of answer: [UInt8]) -> String {
    guard answer.first == Pickle.mark else { return "?" }
    var cursor = PickleCursor(bytes: answer, position: 1)
    return (try? cursor.managedAnswer()) ?? "?"
  }
}

/// A place in a pickle.
struct PickleCursor {
  let bytes: [UInt8]
  var position: Int

  struct Truncated: Error {}

  mutating func byte() throws(Truncated) -> UInt8 {
    guard position < bytes.count else { throw Truncated() }
    position += 1
    return bytes[position - 1]
  }

  mutating func tag() throws(Truncated) -> PickleTag {
    guard let tag = PickleTag(rawValue: try byte()) else { throw Truncated() }
    return tag
  }

  mutating func word() throws(Truncated) -> UInt64 {
    guard position + 8 <= bytes.count else { throw Truncated() }
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(bytes[position + offset]) << UInt64(offset * 8) }
    position += 8
    return word
  }

  /// A number from 0 on, seven bits a byte.
  mutating func count() throws(Truncated) -> Int {
    var result = 0
    var shift = 0
    while shift < 63 {
      let next = try byte()
      result |= Int(next & 0x7F) << shift
      if next < 0x80 { return result }
      shift += 7
    }
    throw Truncated()
  }

  mutating func data() throws(Truncated) -> [UInt8] {
    let length = try count()
    guard length <= bytes.count - position else { throw Truncated() }
    position += length
    return Array(bytes[(position - length)..<position])
  }

  /// The referent, its kind, the method's name, a tuple of arguments, and what we do not show.
  fileprivate mutating func managedCall() throws(Truncated) -> ManagedCall? {
    guard try tag() == .tuple, try count() == 5, let referent = try shortText(depth: 0),
      try shortText(depth: 0) != nil, try tag() == .string
    else { return nil }
    let method = String(decoding: try data(), as: UTF8.self)
    guard try tag() == .tuple else { return nil }
    var arguments: [String] = []
    for _ in 0..<(try count()) {
      guard let argument = try shortText(depth: 0) else { return nil }
      arguments.append(argument)
    }
    return ManagedCall(isOfObject: referent != "None", method: method, arguments: arguments)
  }

  /// Whether all went well, and the value or the exception.
  fileprivate mutating func managedAnswer() throws(Truncated) -> String? {
    guard try tag() == .tuple, try count() == 2, try shortText(depth: 0) == "True" else {
      return nil
    }
    return try shortText(depth: 0)
  }

  fileprivate mutating func shortText(depth: Int) throws(Truncated) -> String? {
    guard depth < 4 else { return nil }
    switch try tag() {
    case .none: return "None"
    case .true: return "True"
    case .false: return "False"
    case .int: return "\(Int(truncatingIfNeeded: Int64(bitPattern: try word())))"
    case .bigInteger: return String(decoding: try data(), as: UTF8.self)
    case .float: return floatRepr(Double(bitPattern: try word()))
    case .string: return Pickle.quoted(String(decoding: try data(), as: UTF8.self))
    case .list: return try shortText(between: "[", "]", depth: depth)
    case .tuple: return try shortText(between: "(", ")", depth: depth)
    case .dict: return try shortTextOfDict(depth: depth)
    case .notImplemented, .ellipsis, .opaque, .bytes, .set, .frozenSet, .range, .slice, .type,
      .builtin, .global, .method, .instance, .exception, .reduced, .again:
      return nil
    }
  }

  private mutating func shortText(
    between open: String, _ close: String, depth: Int
  ) throws(Truncated) -> String? {
    var parts: [String] = []
    for _ in 0..<(try count()) {
      guard parts.count < 8, let part = try shortText(depth: depth + 1) else { return nil }
      parts.append(part)
    }
    let comma = open == "(" && parts.count == 1 ? "," : ""
    return open + parts.joined(separator: ", ") + comma + close
  }

  private mutating func shortTextOfDict(depth: Int) throws(Truncated) -> String? {
    var parts: [String] = []
    for _ in 0..<(try count()) {
      guard parts.count < 8, let key = try shortText(depth: depth + 1),
        let value = try shortText(depth: depth + 1)
      else { return nil }
      parts.append("\(key): \(value)")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

extension Pickle {
  fileprivate static func quoted(_ text: String) -> String {
    let short = text.count > 40 ? text.prefix(37) + "…" : text[...]
    let mark = short.contains("'") && !short.contains("\"") ? "\"" : "'"
    return mark + short.map { $0.isNewline ? "⏎" : String($0) }.joined() + mark
  }
}

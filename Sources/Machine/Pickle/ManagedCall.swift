// A call of a manager's server and its answer, as people follow them: `dict['bread'] = 4`. Flows in:
// pickles as `MultiprocessingManager` makes them. Flows out: short texts.

/// A call of an object of a manager.
package struct ManagedCall: Hashable, Sendable {
  /// The object's number in its manager; nil for a call that makes one.
  package var referent: Int?
  /// What it is, by the name of the manager's method that makes it: `dict`, `Lock`.
  package var kind: String
  private let method: String
  /// As `repr` shows them; `…` for those that are too long for it.
  private var arguments: [String] = []

  /// - Parameter call: nil is returned for what is no call.
  package init?(_ call: [UInt8]) {
    guard call.first == Pickle.mark else { return nil }
    var cursor = PickleCursor(bytes: call, position: 1)
    guard let head = try? Self.head(&cursor) else { return nil }
    referent = head.referent
    kind = head.kind
    method = head.method
    if let read = try? Self.arguments(&cursor) { arguments = read }
  }

  private static func head(
    _ cursor: inout PickleCursor
  ) throws(PickleCursor.Truncated) -> (referent: Int?, kind: String, method: String)? {
    guard try cursor.tag() == .tuple, try cursor.count() == 5 else { return nil }
    let referent = try cursor.tag() == .int ? Int(try cursor.word()) : nil
    guard try cursor.tag() == .int, let kind = ManagedKind(rawValue: Int(try cursor.word())),
      try cursor.tag() == .string
    else { return nil }
    return (referent, kind.typeID, String(decoding: try cursor.data(), as: UTF8.self))
  }

  private static func arguments(
    _ cursor: inout PickleCursor
  ) throws(PickleCursor.Truncated) -> [String] {
    var arguments: [String] = []
    guard try cursor.tag() == .tuple else { return [] }
    for _ in 0..<(try cursor.count()) {
      guard let argument = try cursor.shortText(depth: 1) else { return arguments + ["…"] }
      arguments.append(argument)
    }
    guard try cursor.tag() == .dict else { return arguments }
    for _ in 0..<(try cursor.count()) {
      guard try cursor.tag() == .string else { return arguments + ["…"] }
      let name = String(decoding: try cursor.data(), as: UTF8.self)
      guard let value = try cursor.shortText(depth: 1) else { return arguments + ["…"] }
      arguments.append("\(name)=\(value)")
    }
    return arguments
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

  /// It makes an object, which nobody else has yet.
  package var makesObject: Bool { referent == nil && method != ManagerRequest.join }

  // MARK: Text

  /// The call as it would be written, with its answer: `dict.get('bread') → 3`.
  ///
  /// - Parameters:
  ///   - name: what the object is called.
  ///   - answer: nil leaves it out.
  package func text(of name: String, answer: [UInt8]?) -> String {
    let answer = answer.flatMap(Self.read)
    let tail = answer?.tail ?? ""
    let fault = answer?.fault ?? ""
    guard referent != nil else { return making }
    let first = arguments.first ?? "…"
    let second = arguments.dropFirst().first ?? "…"
    let attribute = "\(name).\(first.dropFirst().dropLast())"
    switch method {
    case "__getitem__": return "\(name)[\(first)]\(tail)"
    case "__setitem__": return "\(name)[\(first)] = \(second)\(fault)"
    case "__delitem__": return "del \(name)[\(first)]\(fault)"
    case "__contains__": return "\(first) in \(name)\(tail)"
    case "__len__": return "len(\(name))\(tail)"
    case "__getattribute__": return attribute + tail
    case "__setattr__": return "\(attribute) = \(second)\(fault)"
    case "__delattr__": return "del \(attribute)\(fault)"
    case "__repr__": return "str(\(name))"
    case "#GETVALUE": return name + tail
    case "get" where kind == ManagedKind.value.typeID: return "\(name).value\(tail)"
    case "set" where kind == ManagedKind.value.typeID: return "\(name).value = \(first)"
    // The parts of a wait: its beginning, what it waits for, and taking the lock again.
    case "#ARRIVE", "#SLEEP": return "\(name).wait() …"
    case "#PASS", "#WAKE": return "… \(name).wait()\(fault)"
    case "#RESUME": return "\(name).acquire()"
    default: return "\(name).\(method)(\(arguments.joined(separator: ", ")))\(tail)"
    }
  }

  /// A call that makes an object; what was left out travels as None. Or one of the manager itself.
  private var making: String {
    if method == ManagerRequest.join { return "join()" }
    let given = arguments.reversed().drop { $0 == "None" }.reversed()
    return "\(kind)(\(given.joined(separator: ", ")))"
  }

  // MARK: Answers

  private enum Answer {
    /// As `repr` shows it.
    case value(String)
    /// The exception's type.
    case raised(String)

    /// What stands behind the call; nothing for None.
    var tail: String {
      switch self {
      case .value("None"): ""
      case .value(let value): " → \(value)"
      case .raised: fault
      }
    }

    /// The same where only a failure is news.
    var fault: String {
      if case .raised(let type) = self { " → \(type)" } else { "" }
    }
  }

  /// The number of the object that a call has made, from its answer.
  package static func made(_ answer: [UInt8]) -> Int? {
    guard case .value(let text)? = read(answer) else { return nil }
    return Int(text)
  }

  private static func read(_ answer: [UInt8]) -> Answer? {
    guard answer.first == Pickle.mark else { return nil }
    var cursor = PickleCursor(bytes: answer, position: 1)
    return try? read(&cursor)
  }

  private static func read(
    _ cursor: inout PickleCursor
  ) throws(PickleCursor.Truncated) -> Answer? {
    guard try cursor.tag() == .tuple, try cursor.count() == 2 else { return nil }
    if try cursor.tag() == .true { return .value(try cursor.shortText(depth: 0) ?? "…") }
    guard try cursor.tag() == .exception else { return nil }
    switch try cursor.tag() {
    case .type:
      let number = UInt16(truncatingIfNeeded: try cursor.count())
      return TypeID(rawValue: number).map { .raised($0.name) }
    case .global: return .raised(String(decoding: try cursor.data(), as: UTF8.self))
    default: return nil
    }
  }
}

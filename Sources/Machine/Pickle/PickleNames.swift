// Which functions and classes of the program a pickle names, found without reading it: whoever reads it
// looks these names up among its globals.

extension Pickle {
  /// The globals that a pickle names, as far as it can be read.
  package static func globals(in pickle: [UInt8]) -> Set<String> {
    guard pickle.first == mark else { return [] }
    var names: Set<String> = []
    var cursor = PickleCursor(bytes: pickle, position: 1)
    try? cursor.collectGlobals(in: &names)
    return names
  }
}

extension PickleCursor {
  /// Goes past a value.
  fileprivate mutating func collectGlobals(in names: inout Set<String>) throws(Truncated) {
    switch try tag() {
    case .none, .notImplemented, .ellipsis, .false, .true: break
    case .int, .float: _ = try word()
    case .bigInteger, .string, .bytes: _ = try data()
    case .opaque:
      _ = try byte()
      _ = try word()
    case .range: for _ in 0..<3 { _ = try word() }
    case .type, .builtin, .again: _ = try count()
    case .global:
      let name = String(decoding: try data(), as: UTF8.self)
      names.insert(String(name.prefix { $0 != "." }))
    case .list, .tuple, .set, .frozenSet: try collectGlobals(of: try count(), in: &names)
    case .dict: for _ in 0..<(try count()) { try collectGlobals(of: 2, in: &names) }
    case .slice: try collectGlobals(of: 3, in: &names)
    case .method, .reduced: try collectGlobals(of: 2, in: &names)
    case .instance:
      try collectGlobals(in: &names)
      try collectGlobalsOfAttributes(in: &names)
      if try byte() == 1 { try collectGlobals(in: &names) }
    case .exception:
      try collectGlobals(of: 2, in: &names)
      try collectGlobalsOfAttributes(in: &names)
    }
  }

  private mutating func collectGlobals(
    of values: Int, in names: inout Set<String>
  ) throws(Truncated) {
    for _ in 0..<values { try collectGlobals(in: &names) }
  }

  private mutating func collectGlobalsOfAttributes(
    in names: inout Set<String>
  ) throws(Truncated) {
    for _ in 0..<(try count()) {
      _ = try data()
      try collectGlobals(in: &names)
    }
  }
}

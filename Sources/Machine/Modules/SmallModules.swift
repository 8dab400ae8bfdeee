// Modules of a few names each: sys, string, signal, queue, copy.

import Language

extension ModuleDescription {
  static var sys: ModuleDescription {
    ModuleDescription(
      id: .sys,
      functions: [
        .bound("exit", "status=None, /") { (m, a) throws(Interrupt) in
          throw m.raise(.systemExit, arguments: a[0] == .missing ? [] : [a[0]])
        },
        .one("argv", as: .getter) { (m, _) throws(Interrupt) in
          var items = [m.make(m.image.program.source.name)]
          for argument in m.process.arguments { items.append(m.make(argument)) }
          return m.make(list: items)
        },
        .one("version_info", as: .getter) { (m, _) throws(Interrupt) in
          let level = m.make("final")
          return m.make(tuple: [.int(3), .int(11), .int(7), level, .int(0)])
        },
        .zero("getrecursionlimit") { (_) in .int(1000) },
        .one("setrecursionlimit") { (_, _) in .none },
        .one("getsizeof") { (m, a) throws(Interrupt) in
          .int(49 + 8 * (try m.lengthBuiltin(a) ?? 0))
        },
        .one("intern") { (_, a) in a },
        .zero("getdefaultencoding") { (m) throws(Interrupt) in m.make("utf-8") },
        .one("set_int_max_str_digits") { (_, _) in .none },
      ],
      values: [("maxsize", .int(.max)), ("maxunicode", .int(0x10FFFF))],
      texts: [
        ("platform", "linux"), ("byteorder", "little"), ("version", "3.11.7 (tutor)"),
        ("executable", "tutor"),
      ],
      objects: [
        ("stdout", stream(0)), ("stderr", stream(1)), ("__stdout__", stream(0)),
        ("__stderr__", stream(1)),
      ],
      refused: [
        "stdin": "write the input into the program or read it from a file",
        "exc_info": "use except … as error", "modules": "import what you need",
        "path": "keep the program in one file", "_getframe": "pass what you need as an argument",
      ])
  }

  private static func stream(_ number: Int) -> HeapObject {
    var attributes = AttributeTable()
    attributes.set(.privateKind, .int(number))
    return .instance(InstanceObject(type: .type(.standardStream), attributes: attributes))
  }

  static var string: ModuleDescription {
    let lower = "abcdefghijklmnopqrstuvwxyz"
    let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    let blanks = " \t\n\r\u{0B}\u{0C}"
    return ModuleDescription(
      id: .string,
      functions: [
        .bound("capwords", "s, sep=None") { (m, a) throws(Interrupt) in
          let words = (try m.textArgument(a[0], "capwords() argument")).string
          let separator =
            a[1] == .missing || a[1] == .none ? nil : try m.textArgument(a[1], "sep").string
          let parts =
            separator.map { words.components($0) } ?? words.split(separator: " ").map(String.init)
          return m.make(
            parts.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
              .joined(separator: separator ?? " "))
        }
      ],
      texts: [
        ("ascii_lowercase", lower), ("ascii_uppercase", upper), ("ascii_letters", lower + upper),
        ("digits", "0123456789"), ("hexdigits", "0123456789abcdefABCDEF"),
        ("octdigits", "01234567"), ("punctuation", marks), ("whitespace", blanks),
        ("printable", "0123456789" + lower + upper + marks + blanks),
      ],
      refused: [
        "Template": "use an f-string or str.format", "Formatter": "use an f-string or str.format",
      ])
  }

  static var signal: ModuleDescription {
    ModuleDescription(
      id: .signal,
      values: [
        ("SIGHUP", .int(1)), ("SIGINT", .int(2)), ("SIGQUIT", .int(3)), ("SIGABRT", .int(6)),
        ("SIGKILL", .int(9)), ("SIGUSR1", .int(10)), ("SIGSEGV", .int(11)), ("SIGUSR2", .int(12)),
        ("SIGPIPE", .int(13)), ("SIGALRM", .int(14)), ("SIGTERM", .int(15)), ("SIGCHLD", .int(17)),
        ("SIGCONT", .int(18)), ("SIGSTOP", .int(19)), ("SIG_DFL", .int(0)), ("SIG_IGN", .int(1)),
      ],
      refused: [
        "signal": "catch KeyboardInterrupt instead", "alarm": "use a timeout of get, join or wait",
        "pause": "use time.sleep", "Signals": "use the numbers: signal.SIGTERM",
      ])
  }

  static var queue: ModuleDescription {
    ModuleDescription(
      id: .queue, types: [("Empty", .queueEmpty), ("Full", .queueFull)],
      refused: [
        "Queue": "for processes use multiprocessing.Queue",
        "LifoQueue": "use a list with append and pop",
        "PriorityQueue": "use a list and sort it",
        "SimpleQueue": "for processes use multiprocessing.SimpleQueue",
      ])
  }

  static var copy: ModuleDescription {
    ModuleDescription(
      id: .copy,
      functions: [
        .one("copy") { (m, a) throws(Interrupt) in try m.shallowCopy(a) },
        .bound("deepcopy", "x, memo=None") { (m, a) throws(Interrupt) in
          var memo: [Value: Value] = [:]
          return try m.deepCopy(a[0], &memo)
        },
      ])
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

extension Machine {
  fileprivate mutating func shallowCopy(_ value: Value) throws(Interrupt) -> Value {
    switch object(value) {
    case .list(let items)?: return make(list: items)
    case .dict(let table)?: return make(.dict(table))
    case .set(let table)?: return make(.set(table))
    case .instance(var instance)?:
      let method = nameID(for: Text("__copy__"))
      if let result = try callMethod(value, method, []) { return result }
      if let held = heldValue(of: value) {
        instance.attributes.set(.privateStorage, try shallowCopy(held))
      }
      return make(.instance(instance))
    default: return value
    }
  }

  fileprivate mutating func deepCopy(
    _ value: Value, _ memo: inout [Value: Value]
  ) throws(Interrupt) -> Value {
    guard case .object = value else { return value }
    if let known = memo[value] { return known }
    try enterValue("while calling a Python object")
    defer { valueDepth -= 1 }
    switch object(value) {
    case .list(let items)?:
      let copy = make(list: [])
      memo[value] = copy
      for item in items {
        let inner = try deepCopy(item, &memo)
        withList(copy) { $0.append(inner) }
      }
      return copy
    case .tuple(let items)?:
      var copies: [Value] = []
      for item in items { copies.append(try deepCopy(item, &memo)) }
      return copies == items ? value : make(tuple: copies)
    case .dict(let table)?:
      let copy = make(.dict(DictTable()))
      memo[value] = copy
      for entry in table.entries where entry.key != .missing {
        let key = try deepCopy(entry.key, &memo)
        let inner = try deepCopy(entry.value, &memo)
        try setDictValue(copy, key, inner)
      }
      return copy
    case .set(let table)?:
      let copy = make(.set(SetTable()))
      memo[value] = copy
      for item in table.items { try addToSet(copy, deepCopy(item, &memo)) }
      return copy
    case .instance(let instance)?:
      let method = nameID(for: Text("__deepcopy__"))
      if let found = try attributeIfPresent(method, of: value) {
        let table = make(.dict(DictTable()))
        return try call(found, [table])
      }
      let copy = make(.instance(InstanceObject(type: instance.type, attributes: AttributeTable())))
      memo[value] = copy
      for entry in instance.attributes.entries {
        let inner = try deepCopy(entry.value, &memo)
        _ = withInstance(copy) { $0.attributes.set(entry.name, inner) }
      }
      return copy
    default: return value
    }
  }
}

// The os and os.path modules: the process's numbers, and files in the program's folder.

import Language

extension ModuleDescription {
  static var os: ModuleDescription {
    ModuleDescription(
      id: .os,
      functions: [
        .zero("getpid") { (m) throws(Interrupt) in try m.number(answering: .processNumber(nil)) },
        .zero("getppid") { (m) throws(Interrupt) in try m.number(answering: .parentNumber) },
        .zero("cpu_count") { (m) throws(Interrupt) in try m.number(answering: .processorCount) },
        .zero("getcwd") { (m) throws(Interrupt) in m.make(".") },
        .two("rename") { (m, a, b) throws(Interrupt) in try m.rename(a, to: b) },
        .two("replace") { (m, a, b) throws(Interrupt) in try m.rename(a, to: b) },
        .one("remove") { (m, a) throws(Interrupt) in try m.done(.remove(path: m.path(a))) },
        .one("unlink") { (m, a) throws(Interrupt) in try m.done(.remove(path: m.path(a))) },
        .bound("listdir", "path='.'") { (m, a) throws(Interrupt) in
          let path = a[0] == .missing || a[0] == .none ? "." : try m.path(a[0])
          switch try m.perform(.listFolder(path: path)) {
          case .texts(let names):
            var items: [Value] = []
            for name in names { items.append(m.make(name)) }
            return m.make(list: items)
          case .failed(let failure): throw m.raise(failure)
          default: return m.make(list: [])
          }
        },
        .one("_exit") { (m, a) throws(Interrupt) in
          let code = Int32(truncatingIfNeeded: try m.index(a))
          _ = try m.perform(.abort(code: code))
          return .none
        },
        .bound("fspath", "path") { (m, a) throws(Interrupt) in
          let path = try m.path(a[0])
          return m.make(path)
        },
      ],
      types: [("error", .osError)],
      values: [("path", .module(.osPath))],
      texts: [
        ("linesep", "\n"), ("sep", "/"), ("name", "posix"), ("curdir", "."), ("pardir", ".."),
        ("extsep", "."), ("pathsep", ":"), ("devnull", "/dev/null"),
      ],
      refused: [
        "fork": "start a multiprocessing.Process", "system": "a program here cannot run others",
        "popen": "a program here cannot run others", "environ": "put settings into the program",
        "getenv": "put settings into the program", "kill": "use p.terminate() or p.kill()",
        "wait": "use p.join()", "pipe": "use multiprocessing.Pipe()",
        "mkdir": "keep files in the program's own folder",
        "makedirs": "keep files in the program's own folder",
        "rmdir": "keep files in the program's own folder",
        "chdir": "name files relative to the program's folder",
        "walk": "use os.listdir", "scandir": "use os.listdir",
        "stat": "use os.path.getsize",
      ])
  }

  static var osPath: ModuleDescription {
    ModuleDescription(
      id: .osPath,
      functions: [
        .one("exists") { (m, a) throws(Interrupt) in .bool(try m.fileKind(a) != 0) },
        .one("isfile") { (m, a) throws(Interrupt) in .bool(try m.fileKind(a) == 1) },
        .one("isdir") { (m, a) throws(Interrupt) in .bool(try m.fileKind(a) == 2) },
        .one("getsize") { (m, a) throws(Interrupt) in
          switch try m.perform(.fileSize(path: m.path(a))) {
          case .int(let size): return .int(size)
          case .failed(let failure): throw m.raise(failure)
          default: return .int(0)
          }
        },
        .bound("join", "path, *paths") { (m, a) throws(Interrupt) in
          var path = try m.path(a[0])
          for part in m.tuple(a[1]) ?? [] {
            let next = try m.path(part)
            path =
              next.hasPrefix("/")
              ? next : path.isEmpty || path.hasSuffix("/") ? path + next : path + "/" + next
          }
          return m.make(path)
        },
        .one("basename") { (m, a) throws(Interrupt) in m.make(split(try m.path(a)).tail) },
        .one("dirname") { (m, a) throws(Interrupt) in m.make(split(try m.path(a)).head) },
        .one("split") { (m, a) throws(Interrupt) in
          let (head, tail) = split(try m.path(a))
          let (first, second) = (m.make(head), m.make(tail))
          return m.make(tuple: [first, second])
        },
        .one("splitext") { (m, a) throws(Interrupt) in
          let path = try m.path(a)
          let name = split(path).tail
          var root = path
          var ext = ""
          if let dot = name.lastIndex(of: "."), name[..<dot].contains(where: { $0 != "." }) {
            ext = String(name[dot...])
            root = String(path.dropLast(ext.count))
          }
          let (first, second) = (m.make(root), m.make(ext))
          return m.make(tuple: [first, second])
        },
        .one("abspath") { (m, a) throws(Interrupt) in m.make(try m.path(a)) },
        .one("realpath") { (m, a) throws(Interrupt) in m.make(try m.path(a)) },
        .one("normpath") { (m, a) throws(Interrupt) in m.make(normal(try m.path(a))) },
        .one("isabs") { (m, a) throws(Interrupt) in .bool(try m.path(a).hasPrefix("/")) },
      ],
      texts: [("sep", "/")])
  }

  private static func split(_ path: String) -> (head: String, tail: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    var head = path[...slash]
    if head.contains(where: { $0 != "/" }) { while head.last == "/" { head.removeLast() } }
    return (String(head), String(path[path.index(after: slash)...]))
  }

  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    let joined = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    return joined.isEmpty ? "." : joined
  }
}

extension Machine {
  fileprivate mutating func number(answering effect: Effect) throws(Interrupt) -> Value {
    switch try perform(effect) {
    case .int(let int): return .int(int)
    case .opaque(let kind, let id): return .opaque(kind, id: id)
    default: return .int(0)
    }
  }

  /// A file name argument.
  mutating func path(_ value: Value) throws(Interrupt) -> String {
    if let text = text(storage(of: value)) { return text.string }
    throw raise(
      .typeError, "expected str, bytes or os.PathLike object, not \(shownType(of: value))")
  }

  /// A fault names both paths, as they were given.
  fileprivate mutating func rename(_ old: Value, to new: Value) throws(Interrupt) -> Value {
    let effect = Effect.rename(from: try path(old), to: try path(new))
    guard case .failed(.system(let number, _)) = try perform(effect) else { return .none }
    throw raise(system: number, [old, .none, new])
  }

  fileprivate mutating func done(_ effect: Effect) throws(Interrupt) -> Value {
    if case .failed(let failure) = try perform(effect) { throw raise(failure) }
    return .none
  }

  fileprivate mutating func fileKind(_ value: Value) throws(Interrupt) -> Int {
    if case .int(let kind) = try perform(.fileKind(path: path(value))) { return kind }
    return 0
  }
}

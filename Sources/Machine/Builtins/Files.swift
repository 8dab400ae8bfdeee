// Open files: `open` and what a file object does, on a few effects. What a program writes waits in the
// file object until it is flushed or closed, as in CPython; so another process may see a file that has
// been emptied and not yet written.
//
// Rule: a method asks the world first and changes the file object last.

import Language

let fileFunctions: [BuiltinFunction] = [
  .bound(
    "open",
    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None"
  ) { (m, a) throws(Interrupt) in try m.openFile(a) }
]

extension Machine {
  // MARK: Opening

  fileprivate mutating func openFile(_ a: [Value]) throws(Interrupt) -> Value {
    guard let path = text(storage(of: a[0])) else {
      if integer(a[0]) != nil {
        throw raise(.valueError, "tutor opens files by name only")
      }
      throw raise(
        .typeError,
        "expected str, bytes or os.PathLike object, not \(shownType(of: a[0]))")
    }
    let mode = a[1] == .missing ? "r" : try textArgument(a[1], "open() argument 'mode'").string
    var file = try fileObject(path, mode)
    if a[3] != .missing, a[3] != .none {
      if file.isBinary {
        throw raise(.valueError, "binary mode doesn't take an encoding argument")
      }
      let encoding = try textArgument(a[3], "open() argument 'encoding'").string
      _ = try encode(.empty, encoding, "strict")
    }
    if a[5] != .missing, a[5] != .none {
      file.translatesNewlines = false
    }
    let buffering = try integerArgument(a[2], default: -1)
    if buffering == 0, !file.isBinary {
      throw raise(.valueError, "can't have unbuffered text I/O")
    }
    file.buffering = buffering == 0 ? .none : buffering == 1 ? .line : .block
    var open = OpenMode()
    open.reads = file.reads
    open.writes = file.writes
    open.truncates = mode.contains("w")
    open.appends = mode.contains("a")
    open.exclusive = mode.contains("x")
    switch try perform(.open(path: path.string, open)) {
    case .file(let id):
      file.id = id
      let value = make(.file(file))
      didOpen(value)
      return value
    case .failed(let failure): throw raise(failure)
    default: return .none
    }
  }

  private mutating func fileObject(_ path: Text, _ mode: String) throws(Interrupt) -> FileObject {
    guard mode.allSatisfy({ "rwxabt+".contains($0) }), Set(mode).count == mode.count else {
      throw raise(.valueError, "invalid mode: '\(mode)'")
    }
    let isBinary = mode.contains("b")
    if isBinary, mode.contains("t") {
      throw raise(.valueError, "can't have text and binary mode at once")
    }
    let kinds = mode.count { "rwxa".contains($0) }
    if kinds > 1 {
      throw raise(
        .valueError, "must have exactly one of create/read/write/append mode")
    }
    guard kinds == 1 else {
      throw raise(
        .valueError,
        "Must have exactly one of create/read/write/append mode and at most one plus")
    }
    let isUpdating = mode.contains("+")
    let isReading = mode.contains("r")
    return FileObject(
      id: nil, name: path, mode: Text(mode), isBinary: isBinary, reads: isReading || isUpdating,
      writes: !isReading || isUpdating)
  }

  // MARK: The state of one

  /// The open file behind a value.
  /// - Throws: ValueError where it is closed.
  mutating func openFile(_ value: Value) throws(Interrupt) -> (FileObject, FileID) {
    guard case .file(let file)? = object(value) else {
      throw raise(.typeError, "a file is required, not '\(shownType(of: value))'")
    }
    guard let id = file.id else { throw raise(.valueError, "I/O operation on closed file.") }
    return (file, id)
  }

  private mutating func readable(_ value: Value) throws(Interrupt) -> (FileObject, FileID) {
    let (file, id) = try openFile(value)
    guard file.reads else {
      throw raise(.unsupportedOperation, file.isBinary ? "read" : "not readable")
    }
    return (file, id)
  }

  /// Hands what is written so far to the operating system; the file object is changed by the caller.
  private mutating func writeOut(_ bytes: [UInt8], _ id: FileID) throws(Interrupt) {
    if bytes.isEmpty { return }
    if case .failed(let failure) = try perform(.writeFile(id, bytes)) { throw raise(failure) }
  }

  func standardStream(_ value: Value) -> OutputStream? {
    guard case .instance(let instance)? = object(value), instance.type == .type(.standardStream)
    else { return nil }
    return instance.attributes[.privateKind] == .int(1) ? .standardError : .standardOutput
  }

  // MARK: Writing

  /// Adds text to what waits to be written.
  mutating func write(_ text: Text, to value: Value, flush: Bool = false) throws(Interrupt) {
    let (file, _) = try openFile(value)
    guard !file.isBinary else {
      throw raise(.typeError, "a bytes-like object is required, not 'str'")
    }
    guard file.writes else { throw raise(.unsupportedOperation, "not writable") }
    if !text.isASCII { _ = try encode(text, "utf-8", "strict") }
    try add(text.utf8, to: value, flush: flush)
  }

  fileprivate mutating func writeArgument(
    _ value: Value, _ argument: Value
  ) throws(Interrupt) -> Value {
    let (file, _) = try openFile(value)
    if file.isBinary {
      guard file.writes else { throw raise(.unsupportedOperation, "write") }
      let bytes = try bytesArgument(argument)
      try add(bytes, to: value)
      return .int(bytes.count)
    }
    guard let text = text(storage(of: argument)) else {
      throw raise(.typeError, "write() argument must be str, not \(shownType(of: argument))")
    }
    guard file.writes else { throw raise(.unsupportedOperation, "not writable") }
    try write(text, to: value)
    return .int(text.count)
  }

  private mutating func add(
    _ bytes: [UInt8], to value: Value, flush: Bool = false
  ) throws(Interrupt) {
    let (file, id) = try openFile(value)
    if !file.ahead.isEmpty { _ = try perform(.seek(id, offset: -file.ahead.count, origin: 1)) }
    let goesOut =
      flush || file.buffering == .none || (file.buffering == .line && bytes.contains(10))
      || file.pending.count + bytes.count > 8192
    if goesOut { try writeOut(file.pending + bytes, id) }
    _ = withFile(value) {
      $0.ahead = []
      if goesOut { $0.pending = [] } else { $0.pending += bytes }
    }
  }

  fileprivate mutating func flushFile(_ value: Value) throws(Interrupt) {
    let (file, id) = try openFile(value)
    try writeOut(file.pending, id)
    _ = withFile(value) { $0.pending = [] }
  }

  /// Writes what waits and gives the file back; does nothing to a closed one.
  mutating func closeFile(_ value: Value) throws(Interrupt) {
    guard case .file(let file)? = object(value), let id = file.id else { return }
    var failure: Failure?
    if !file.pending.isEmpty, case .failed(let reason) = try perform(.writeFile(id, file.pending)) {
      failure = reason
    }
    _ = try perform(.close(id))
    _ = withFile(value) {
      $0.id = nil
      $0.pending = []
      $0.ahead = []
    }
    didClose(value)
    if let failure { throw raise(failure) }
  }

  // MARK: Reading

  private mutating func fetch(_ id: FileID, _ limit: Int?) throws(Interrupt) -> [UInt8] {
    switch try perform(.read(id, limit: limit)) {
    case .bytes(let bytes): return bytes
    case .failed(let failure): throw raise(failure)
    default: return []
    }
  }

  /// The bytes of a file as its reader gets them: a text with its line ends made alike.
  private mutating func makeRead(
    _ bytes: some Sequence<UInt8>, _ file: FileObject
  ) throws(Interrupt) -> Value {
    var bytes = Array(bytes)
    if file.isBinary { return make(bytes: bytes) }
    if file.translatesNewlines, bytes.contains(13) {
      var translated: [UInt8] = []
      for (index, byte) in bytes.enumerated() {
        if byte == 10, index > 0, bytes[index - 1] == 13 { continue }
        translated.append(byte == 13 ? 10 : byte)
      }
      bytes = translated
    }
    return make(text: try decode(bytes, "utf-8", "strict"))
  }

  /// `read(size)`
  mutating func readFile(_ value: Value, size: Int?) throws(Interrupt) -> Value {
    let (file, id) = try readable(value)
    try writeOut(file.pending, id)
    var bytes = file.ahead
    guard let size, size >= 0 else {
      bytes += try fetch(id, nil)
      keep(value, [])
      return try makeRead(bytes, file)
    }
    var end = prefixLength(bytes, size, file)
    while end == nil {
      let more = try fetch(id, max(8192, size))
      if more.isEmpty {
        end = bytes.count
      } else {
        bytes += more
        end = prefixLength(bytes, size, file)
      }
    }
    let length = end ?? bytes.count
    keep(value, Array(bytes[length...]))
    return try makeRead(bytes[..<length], file)
  }

  /// How many bytes `size` bytes or code points take; nil where more must be read.
  private func prefixLength(_ bytes: [UInt8], _ size: Int, _ file: FileObject) -> Int? {
    if file.isBinary { return bytes.count >= size ? size : nil }
    var index = 0
    var count = 0
    while count < size {
      guard index < bytes.count else { return nil }
      let byte = bytes[index]
      var length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if byte == 13, file.translatesNewlines {
        guard index + 1 < bytes.count else { return nil }
        if bytes[index + 1] == 10 { length = 2 }
      }
      index += length
      count += 1
      if index > bytes.count { return nil }
    }
    return index
  }

  private mutating func keep(_ value: Value, _ ahead: [UInt8]) {
    _ = withFile(value) {
      $0.ahead = ahead
      $0.pending = []
    }
  }

  /// The next line with its end; nil at the end of the file.
  mutating func readLine(_ value: Value, limit: Int = -1) throws(Interrupt) -> Value? {
    let (file, id) = try readable(value)
    try writeOut(file.pending, id)
    var bytes = file.ahead
    var scanned = 0
    var atEnd = false
    while true {
      if let length = lineLength(bytes, from: scanned, file, atEnd: atEnd) {
        let cut = limit >= 0 ? min(limit, length) : length
        keep(value, Array(bytes[cut...]))
        return try makeRead(bytes[..<cut], file)
      }
      if atEnd {
        keep(value, [])
        if bytes.isEmpty { return nil }
        let cut = limit >= 0 ? min(limit, bytes.count) : bytes.count
        keep(value, Array(bytes[cut...]))
        return try makeRead(bytes[..<cut], file)
      }
      scanned = max(bytes.count - 1, 0)
      let more = try fetch(id, 8192)
      if more.isEmpty { atEnd = true } else { bytes += more }
    }
  }

  /// All remaining lines, read at once.
  mutating func readLines(_ value: Value) throws(Interrupt) -> [Value] {
    let (file, id) = try readable(value)
    try writeOut(file.pending, id)
    let bytes = file.ahead + (try fetch(id, nil))
    keep(value, [])
    var lines: [Value] = []
    var start = 0
    while start < bytes.count {
      let end = lineLength(bytes, from: start, file, atEnd: true) ?? bytes.count
      lines.append(try makeRead(bytes[start..<end], file))
      start = end
    }
    return lines
  }

  private func lineLength(
    _ bytes: [UInt8], from start: Int, _ file: FileObject, atEnd: Bool
  ) -> Int? {
    var index = start
    let sees13 = !file.isBinary && file.translatesNewlines
    while index < bytes.count {
      if bytes[index] == 10 { return index + 1 }
      if bytes[index] == 13, sees13 {
        if index + 1 < bytes.count { return bytes[index + 1] == 10 ? index + 2 : index + 1 }
        return atEnd ? index + 1 : nil
      }
      index += 1
    }
    return nil
  }

  // MARK: Position

  fileprivate mutating func tellFile(_ value: Value) throws(Interrupt) -> Value {
    let (file, id) = try openFile(value)
    guard case .int(let position) = try perform(.seek(id, offset: 0, origin: 1)) else {
      return .none
    }
    return .int(position - file.ahead.count + file.pending.count)
  }

  fileprivate mutating func seekFile(
    _ value: Value, _ offset: Int, _ origin: Int
  ) throws(Interrupt) -> Value {
    let (file, id) = try openFile(value)
    guard (0...2).contains(origin) else {
      throw raise(.valueError, "invalid whence (\(origin), should be 0, 1 or 2)")
    }
    if origin == 0, offset < 0 {
      throw raise(
        .valueError,
        file.isBinary ? "negative seek value \(offset)" : "negative seek position \(offset)")
    }
    if !file.isBinary, origin > 0, offset != 0 {
      throw raise(
        .unsupportedOperation, "can't do nonzero \(origin == 1 ? "cur" : "end")-relative seeks")
    }
    try writeOut(file.pending, id)
    let place = origin == 1 ? offset - file.ahead.count : offset
    let reply = try perform(.seek(id, offset: place, origin: origin))
    if case .failed(let failure) = reply { throw raise(failure) }
    keep(value, [])
    guard case .int(let position) = reply else { return .none }
    return .int(position)
  }

  fileprivate mutating func truncateFile(
    _ value: Value, _ size: Value
  ) throws(Interrupt) -> Value {
    let (file, id) = try openFile(value)
    guard file.writes else { throw raise(.unsupportedOperation, "File not open for writing") }
    try writeOut(file.pending, id)
    var target = 0
    if size == .missing || size == .none {
      if case .int(let position) = try perform(.seek(id, offset: 0, origin: 1)) {
        target = position - file.ahead.count
      }
    } else {
      target = try index(size)
    }
    if case .failed(let failure) = try perform(.truncate(id, size: target)) {
      throw raise(failure)
    }
    _ = withFile(value) { $0.pending = [] }
    return .int(target)
  }

  /// `<_io.TextIOWrapper name='x' mode='r' encoding='UTF-8'>`
  mutating func fileRepr(_ file: FileObject) throws(Interrupt) -> Text {
    let name = quoted(file.name).string
    if !file.isBinary {
      return Text("<_io.TextIOWrapper name=\(name) mode='\(file.mode.string)' encoding='UTF-8'>")
    }
    let type =
      file.reads && file.writes
      ? "BufferedRandom" : file.writes ? "BufferedWriter" : "BufferedReader"
    return Text("<_io.\(type) name=\(name)>")
  }
}

extension Library {
  /// The methods of text files and of binary files.
  static var fileMethods: [BuiltinFunction] {
    fileMethods(.textFile) + fileMethods(.binaryFile) + streamMethods
  }

  private static func fileMethods(_ owner: TypeID) -> [BuiltinFunction] {
    [
      .bound("read", of: owner, "self, size=-1, /") { (m, a) throws(Interrupt) in
        let size = a[1] == .none ? -1 : try m.integerArgument(a[1], default: -1)
        return try m.readFile(a[0], size: size < 0 ? nil : size)
      },
      .bound("readline", of: owner, "self, size=-1, /") { (m, a) throws(Interrupt) in
        let limit = try m.integerArgument(a[1], default: -1)
        if let line = try m.readLine(a[0], limit: limit) { return line }
        return owner == .binaryFile ? m.make(bytes: []) : m.make(text: .empty)
      },
      .bound("readlines", of: owner, "self, hint=-1, /") { (m, a) throws(Interrupt) in
        m.make(list: try m.readLines(a[0]))
      },
      .one("__iter__", of: owner) { (m, a) throws(Interrupt) in
        _ = try m.openFile(a)
        return a
      },
      .one("__next__", of: owner) { (m, a) throws(Interrupt) in
        if let line = try m.readLine(a) { return line }
        throw m.raise(.stopIteration)
      },
      .two("write", of: owner) { (m, a, b) throws(Interrupt) in try m.writeArgument(a, b) },
      .two("writelines", of: owner) { (m, a, lines) throws(Interrupt) in
        var bytes: [UInt8] = []
        for line in try m.collect(lines) {
          bytes +=
            owner == .binaryFile
            ? try m.bytesArgument(line)
            : try m.textArgument(line, "write() argument").utf8
        }
        let all = owner == .binaryFile ? m.make(bytes: bytes) : m.make(text: Text(utf8: bytes))
        _ = try m.writeArgument(a, all)
        return .none
      },
      .one("flush", of: owner) { (m, a) throws(Interrupt) in
        try m.flushFile(a)
        return .none
      },
      .one("close", of: owner) { (m, a) throws(Interrupt) in
        try m.closeFile(a)
        return .none
      },
      .one("tell", of: owner) { (m, a) throws(Interrupt) in try m.tellFile(a) },
      .bound("seek", of: owner, "self, offset, whence=0, /") { (m, a) throws(Interrupt) in
        let offset = try m.index(a[1])
        return try m.seekFile(a[0], offset, try m.integerArgument(a[2], default: 0))
      },
      .bound("truncate", of: owner, "self, size=None, /") { (m, a) throws(Interrupt) in
        try m.truncateFile(a[0], a[1])
      },
      .one("__enter__", of: owner) { (m, a) throws(Interrupt) in
        _ = try m.openFile(a)
        return a
      },
      .bound("__exit__", of: owner, "self, *details") { (m, a) throws(Interrupt) in
        try m.closeFile(a[0])
        return .none
      },
      .one("fileno", of: owner) { (m, a) throws(Interrupt) in
        .int(Int(try m.openFile(a).1.index) + 3)
      },
      .one("isatty", of: owner) { (_, _) in .bool(false) },
      .one("seekable", of: owner) { (_, _) in .bool(true) },
      .one("readable", of: owner) { (m, a) throws(Interrupt) in .bool(try m.openFile(a).0.reads) },
      .one("writable", of: owner) { (m, a) throws(Interrupt) in .bool(try m.openFile(a).0.writes) },
      .getter("closed", of: owner) { (m, a) throws(Interrupt) in
        if case .file(let file)? = m.object(a) { .bool(file.id == nil) } else { .bool(false) }
      },
      .getter("name", of: owner) { (m, a) throws(Interrupt) in
        if case .file(let file)? = m.object(a) { return m.make(text: file.name) }
        return .none
      },
      .getter("mode", of: owner) { (m, a) throws(Interrupt) in
        guard case .file(let file)? = m.object(a) else { return .none }
        let mode = file.mode.string
        return m.make(
          owner == .binaryFile
            ? mode.replacing("+", with: "") + (mode.contains("+") ? "+" : "") : mode)
      },
      .getter("encoding", of: owner) { (m, _) throws(Interrupt) in m.make("UTF-8") },
    ]
  }

  /// `sys.stdout` and `sys.stderr`.
  private static var streamMethods: [BuiltinFunction] {
    let owner = TypeID.standardStream
    return [
      .two("write", of: owner) { (m, a, b) throws(Interrupt) in
        guard let text = m.text(m.storage(of: b)) else {
          throw m.raise(
            .typeError, "write() argument must be str, not \(m.shownType(of: b))")
        }
        try m.writeOutput(m.standardStream(a) ?? .standardOutput, text.utf8, flush: false)
        return .int(text.count)
      },
      .two("writelines", of: owner) { (m, a, lines) throws(Interrupt) in
        var bytes: [UInt8] = []
        for line in try m.collect(lines) {
          bytes += try m.textArgument(line, "write() argument").utf8
        }
        try m.writeOutput(m.standardStream(a) ?? .standardOutput, bytes, flush: false)
        return .none
      },
      .one("flush", of: owner) { (m, a) throws(Interrupt) in
        if m.standardStream(a) == .standardOutput {
          try m.writeOutput(.standardOutput, [], flush: true)
        }
        return .none
      },
      .one("fileno", of: owner) { (m, a) throws(Interrupt) in
        .int(m.standardStream(a) == .standardError ? 2 : 1)
      },
      .one("close", of: owner) { (_, _) in .none },
      .getter("closed", of: owner) { (_, _) in .bool(false) },
      .getter("name", of: owner) { (m, a) throws(Interrupt) in
        m.make(m.standardStream(a) == .standardError ? "<stderr>" : "<stdout>")
      },
      .getter("mode", of: owner) { (m, _) throws(Interrupt) in m.make("w") },
      .one("__repr__", of: owner) { (m, a) throws(Interrupt) in
        let name = m.standardStream(a) == .standardError ? "<stderr>" : "<stdout>"
        return m.make("<_io.TextIOWrapper name='\(name)' mode='w' encoding='utf-8'>")
      },
    ]
  }
}

// The json module: what programs call.

import Language

extension ModuleDescription {
  static var json: ModuleDescription {
    ModuleDescription(
      id: .json,
      functions: [
        .bound("loads", "s, *rest, **options") { (m, a) throws(Interrupt) in
          try m.checkJSONOptions(a[2], "loads")
          return try m.parseJSON(m.jsonText(a[0]))
        },
        .bound("load", "fp, *rest, **options") { (m, a) throws(Interrupt) in
          try m.checkJSONOptions(a[2], "load")
          let source = try m.jsonSource(a[0])
          return try m.parseJSON(m.jsonText(source))
        },
        .bound("dumps", "obj, **options") { (m, a) throws(Interrupt) in
          m.make(text: Text(utf8: try m.jsonBytes(of: a[0], a[1])))
        },
        .bound("dump", "obj, fp, **options") { (m, a) throws(Interrupt) in
          let text = Text(utf8: try m.jsonBytes(of: a[0], a[2]))
          if case .file? = m.object(a[1]) {
            try m.write(text, to: a[1])
          } else {
            let writer = try m.attribute(NameID(.write), of: a[1])
            _ = try m.call(writer, [m.make(text: text)])
          }
          return .none
        },
      ],
      types: [("JSONDecodeError", .jsonDecodeError)],
      refused: [
        "JSONEncoder": "pass default=function to json.dumps",
        "JSONDecoder": "use json.loads",
      ])
  }
}

extension Machine {
  fileprivate mutating func checkJSONOptions(
    _ options: Value, _ name: String
  ) throws(Interrupt) {
    for key in dict(options)?.liveKeys ?? [] {
      let word = text(key)?.string ?? ""
      throw raise(
        .notImplementedError, "tutor's json.\(name) has no option '\(word)'")
    }
  }

  fileprivate mutating func jsonSource(_ file: Value) throws(Interrupt) -> Value {
    if case .file? = object(file) { return try readFile(file, size: nil) }
    let reader = try attribute(nameID(for: Text("read")), of: file)
    return try call(reader, [])
  }

  fileprivate mutating func jsonText(_ value: Value) throws(Interrupt) -> Text {
    if let text = text(storage(of: value)) { return text }
    if case .bytes(let bytes)? = object(value) { return try decode(bytes, "utf-8", "strict") }
    throw raise(
      .typeError,
      "the JSON object must be str, bytes or bytearray, not \(shownType(of: value))")
  }

  fileprivate mutating func jsonBytes(
    of value: Value, _ options: Value
  ) throws(Interrupt) -> [UInt8] {
    var writer = JSONWriter()
    try writer.read(options, &self)
    try writer.write(value, depth: 0, &self)
    return writer.bytes
  }

  fileprivate mutating func parseJSON(_ text: Text) throws(Interrupt) -> Value {
    var reader = JSONReader(text: text)
    do throws(JSONReader.Stop) {
      return try reader.document(&self)
    } catch {
      switch error {
      case .interrupt(let interrupt): throw interrupt
      case .fault(let message, let offset): throw decodeError(message, text, offset)
      }
    }
  }

  /// `Expecting value: line 1 column 1 (char 0)`
  private mutating func decodeError(
    _ message: String, _ text: Text, _ offset: Int
  ) -> Interrupt {
    let before = text.utf8[..<min(offset, text.utf8.count)]
    let position = text.index(ofByte: before.count)
    let line = before.count { $0 == 10 } + 1
    let lineStart = before.lastIndex(of: 10).map { text.index(ofByte: $0 + 1) } ?? 0
    let column = position - lineStart + 1
    let shown = make("\(message): line \(line) column \(column) (char \(position))")
    let raised = raise(.jsonDecodeError, arguments: [shown])
    guard case .raised(let exception) = raised else { return raised }
    let (plain, document) = (make(message), make(text: text))
    // CPython's scanner stops with StopIteration, which this exception stands for.
    let stop = message == "Expecting value" ? makeException(.type(.stopIteration), []) : .none
    withException(exception) {
      if stop != .none {
        $0.context = stop
        $0.suppressesContext = true
      }
      $0.attributes.set(.msg, plain)
      $0.attributes.set(.doc, document)
      $0.attributes.set(.pos, .int(position))
      $0.attributes.set(.lineno, .int(line))
      $0.attributes.set(.colno, .int(column))
    }
    return raised
  }
}

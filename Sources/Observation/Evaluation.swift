// How an observe expression gets its value: a small Python program of ours defines the names that it
// may use, over data that it reads; our own machine runs it, and what it prints is the value. It runs
// once up to where it reads the data, and a copy of the machine goes on from there for each run.

import Diagnostics
import Language
import Machine

/// An observe expression, ready to be asked over runs.
struct Evaluation: Sendable {
  /// Far more than any expression needs over a run that a person looks at.
  private static let rounds = 2_000

  /// Where the prelude reads the run. No file of this name is ever opened.
  private static let runFile = "run.json"

  /// What the names mean.
  private static let prelude = """
    import json
    def printed(text):
        if text in _counts:
            return _counts[text]
        count = 0
        for line in lines:
            if text in line:
                count += 1
        return count
    def _process(name):
        return 'MainProcess' if name == 'main' else name
    def lines_of(name):
        name = _process(name)
        if name in _lines_of:
            return _lines_of[name]
        return [line for process, line in _lines if process == name]
    def file(name):
        return _files[name] if name in _files else None
    def exitcode(name):
        name = _process(name)
        for process, code in _codes:
            if process == name:
                return code
        raise KeyError(name)
    def raised(name):
        count = 0
        for kind in _raised:
            if kind == name or kind.split('.')[-1] == name:
                count += 1
        return count
    def before(first, second):
        if (first, second) in _orders:
            return _orders[(first, second)]
        for line in lines:
            if first in line:
                return True
            if second in line:
                return False
        return False
    def overlap(function):
        return _overlaps[function]
    with open('\(runFile)') as _file:
        _run = json.load(_file)
    _lines = [tuple(line) for line in _run['lines']]
    _counts = _run['counts']
    _lines_of = _run['lines_of']
    _orders = {(first, second): wins for first, second, wins in _run['orders']}
    _overlaps = _run['overlaps']
    _files = _run['files']
    _codes = _run['codes']
    _raised = _run['raised']
    stuck = _run['stuck']
    seconds = _run['seconds']
    crashed = len(_raised)
    lines = [line for process, line in _lines]
    """

  /// It has run up to where it reads the run.
  private let machine: Machine
  private let span: Span

  static func ready(_ expression: Expression) -> Result<Evaluation, Diagnostic> {
    let span = expression.span
    return Parser.parse(SourceText(name: "<observe>", text: prelude)).flatMap { tree in
      let tree = SyntaxTree(
        source: SourceText(name: "<observe>", text: ""), body: tree.body + [printing(expression)])
      switch Compiler.compile(tree, for: Library.standard.environment) {
      case .failure(let diagnostics):
        return .failure(
          diagnostics.first ?? Diagnostic(.input, .says("this is no expression"), at: span))
      case .success(let program):
        var machine = Machine(image: Image(program: program))
        for _ in 0..<rounds {
          guard case .paused = machine.run(budget: 100_000) else { break }
          machine.resume(with: .done)
        }
        return .success(Evaluation(machine: machine, span: span))
      }
    }
  }

  /// `print(repr(expression))`
  private static func printing(_ expression: Expression) -> Statement {
    let span = expression.span
    func call(_ name: String, _ argument: Expression) -> Expression {
      Expression(
        .call(Expression(.name(name), span), [Argument(.positional, argument)]), span)
    }
    return Statement(.expression(call("print", call("repr", expression))), span)
  }

  func value(over run: ProjectedRun, for projection: Projection) -> Result<String, Diagnostic> {
    var machine = machine
    machine.resume(with: .file(FileID(0)))
    var data: [UInt8]? = RunWriter.bytes(of: run, for: projection)
    var output: [UInt8] = []
    for _ in 0..<Evaluation.rounds {
      switch machine.run(budget: 100_000) {
      case .paused: machine.resume(with: .done)
      case .read(_, limit: nil) where data != nil:
        machine.resume(with: .bytes(data ?? []))
        data = nil
      case .close(FileID(0)): machine.resume(with: .done)
      case .write(.standardOutput, let bytes):
        output += bytes
        machine.resume(with: .done)
      case .write(.standardError, _): machine.resume(with: .done)
      case .exit(let status):
        guard status.code == 0 else { return .failure(failure(status)) }
        if output.last == UInt8(ascii: "\n") { output.removeLast() }
        return .success(String(decoding: output, as: UTF8.self))
      case .unsupported(let diagnostic): return .failure(diagnostic)
      default:
        return .failure(
          Diagnostic(
            .input, .says("an observe expression may only look at the run, not act"), at: span))
      }
    }
    return .failure(Diagnostic(.input, .says("the observe expression never ends"), at: span))
  }

  private func failure(_ status: ExitStatus) -> Diagnostic {
    guard let exception = status.exception else {
      return Diagnostic(.input, .says("the observe expression has no value"), at: span)
    }
    return Diagnostic(.python(exception.type), .fixed(exception.message), at: span)
  }
}

/// Writes a run as JSON, as the prelude reads it.
private struct RunWriter {
  private var text = ""

  static func bytes(of run: ProjectedRun, for projection: Projection) -> [UInt8] {
    var writer = RunWriter()
    writer.write(run, projection)
    return Array(writer.text.utf8)
  }

  private mutating func write(_ run: ProjectedRun, _ projection: Projection) {
    let notebook = run.notebook
    text += "{\"lines\": "
    list(notebook.lines) { $0.list([$1.process, $1.text]) { $0.string($1) } }
    text += ", \"counts\": "
    object(zip(projection.countedTexts, notebook.counts)) { $0.text += String($1) }
    text += ", \"lines_of\": "
    object(zip(projection.processes, notebook.linesOf)) { $0.list($1) { $0.string($1) } }
    text += ", \"orders\": "
    list(zip(projection.orderedPairs, notebook.orders)) { writer, order in
      writer.text += "["
      writer.string(order.0.first)
      writer.text += ", "
      writer.string(order.0.second)
      writer.text += ", \(order.1 == .first)]"
    }
    text += ", \"overlaps\": "
    object(zip(projection.markedFunctions, notebook.overlapped)) { $0.text += String($1) }
    text += ", \"files\": "
    object(run.files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }) {
      $0.string($1)
    }
    text += ", \"codes\": "
    list(run.ends) { writer, end in
      writer.text += "["
      writer.string(end.process)
      writer.text += ", \(end.code.map { String($0) } ?? "null")]"
    }
    text += ", \"raised\": "
    list(run.ends.compactMap { $0.exception?.type }) { $0.string($1) }
    text += ", \"stuck\": \(run.isStuck), \"seconds\": "
    text += run.virtualSeconds.map { String($0) } ?? "null"
    text += "}"
  }

  private mutating func list<Item>(
    _ items: some Sequence<Item>, write: (inout RunWriter, Item) -> Void
  ) {
    text += "["
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      write(&self, item)
    }
    text += "]"
  }

  private mutating func object<Item>(
    _ pairs: some Sequence<(String, Item)>, write: (inout RunWriter, Item) -> Void
  ) {
    text += "{"
    for (index, (name, item)) in pairs.enumerated() {
      if index > 0 { text += ", " }
      string(name)
      text += ": "
      write(&self, item)
    }
    text += "}"
  }

  private mutating func string(_ content: String) {
    text += "\""
    for character in content.unicodeScalars {
      switch character {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\0"..<" ":
        let digits = String(character.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(character)
      }
    }
    text += "\""
  }
}

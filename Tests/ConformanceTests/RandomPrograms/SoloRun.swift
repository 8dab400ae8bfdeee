// Runs a program in the machine, in a world that has an output and nothing else.

import Diagnostics
import Language
import Machine

enum SoloRun {
  /// What a program did, or why it did not run.
  static func of(_ program: String) -> BatchRun {
    let source = SourceText(name: "test.py", text: program)
    switch Parser.parse(source) {
    case .failure(let diagnostic): return refused([diagnostic], source)
    case .success(let tree):
      switch Compiler.compile(tree, for: Library.standard.environment) {
      case .failure(let diagnostics): return refused(diagnostics, source)
      case .success(let code): return drive(Machine(image: Image(program: code)))
      }
    }
  }

  private static func refused(_ diagnostics: [Diagnostic], _ source: SourceText) -> BatchRun {
    let texts = diagnostics.map { DiagnosticRenderer(in: .english).render($0, in: source) }
    return BatchRun(output: "", traceback: texts.joined())
  }

  private static func drive(_ start: Machine) -> BatchRun {
    var machine = start
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var end: String?
    // A program of some hundred lines writes less often than this.
    for _ in 0..<100_000 where end == nil {
      switch machine.run(budget: 1_000_000) {
      case .write(.standardOutput, let bytes): output += bytes
      case .write(.standardError, let bytes): errors += bytes
      case .exit: end = ""
      case .unsupported(let diagnostic): end = diagnostic.message.text(in: .english)
      case let effect: end = "asked its world for \(effect)"
      }
      if end == nil { machine.resume(with: .done) }
    }
    return BatchRun(
      output: String(decoding: output, as: UTF8.self),
      traceback: String(decoding: errors, as: UTF8.self) + (end ?? "never ended"))
  }
}

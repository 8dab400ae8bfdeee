// From a program's file to what a machine runs, or to the text that says why not. The only place of
// this target that reads source text.

import Diagnostics
import Glibc
import Language
import Machine

/// Why a program does not start, as it is to be shown.
struct LoadFailure: Error, Hashable {
  let text: String
  let exitStatus: Int32
}

enum ProgramLoader {
  static func load(_ settings: RunSettings) throws(LoadFailure) -> Program {
    let bytes = try read(settings.file)
    let source: SourceText
    switch SourceText.decode(bytes, name: settings.name) {
    case .success(let decoded): source = decoded
    case .failure(let diagnostic):
      throw refusal([diagnostic], in: SourceText(name: settings.name, text: ""))
    }
    switch Parser.parse(source) {
    case .failure(let diagnostic): throw refusal([diagnostic], in: source)
    case .success(let tree):
      switch Compiler.compile(tree, for: Library.standard.environment) {
      case .failure(let diagnostics): throw refusal(diagnostics, in: source)
      case .success(let program): return program
      }
    }
  }

  private static func read(_ file: String) throws(LoadFailure) -> [UInt8] {
    let opened = open(file, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw unreadable(file, errno) }
    defer { close(opened) }
    switch Descriptor(opened).read(limit: nil) {
    case .success(let bytes): return bytes
    case .failure(let number): throw unreadable(file, number)
    case .interrupted: throw LoadFailure(text: "", exitStatus: 130)
    }
  }

  private static func unreadable(_ file: String, _ number: Int32) -> LoadFailure {
    let reason = String(cString: strerror(number))
    return LoadFailure(text: "tutor: can't open file '\(file)': \(reason)\n", exitStatus: 2)
  }

  private static func refusal(_ diagnostics: [Diagnostic], in source: SourceText) -> LoadFailure {
    let renderer = DiagnosticRenderer()
    return LoadFailure(
      text: diagnostics.map { renderer.render($0, in: source) }.joined(), exitStatus: 1)
  }
}

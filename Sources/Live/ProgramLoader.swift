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
    let bytes = try read(settings)
    let source: SourceText
    switch SourceText.decode(bytes, name: settings.name) {
    case .success(let decoded): source = decoded
    case .failure(let diagnostic):
      throw refusal([diagnostic], in: SourceText(name: settings.name, text: ""), settings)
    }
    switch Parser.parse(source) {
    case .failure(let diagnostic): throw refusal([diagnostic], in: source, settings)
    case .success(let tree):
      switch Compiler.compile(tree, for: Library.standard.environment) {
      case .failure(let diagnostics): throw refusal(diagnostics, in: source, settings)
      case .success(let program): return program
      }
    }
  }

  private static func read(_ settings: RunSettings) throws(LoadFailure) -> [UInt8] {
    let opened = open(settings.file, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw unreadable(settings, errno) }
    defer { close(opened) }
    switch Descriptor(opened).read(limit: nil) {
    case .success(let bytes): return bytes
    case .failure(let number): throw unreadable(settings, number)
    case .interrupted: throw LoadFailure(text: "", exitStatus: 130)
    }
  }

  private static func unreadable(_ settings: RunSettings, _ number: Int32) -> LoadFailure {
    let wording = Wording.says(
      "tutor: can't open file '\(settings.file)': \(Wording.systemError(number))")
    return LoadFailure(text: wording.text(in: settings.language) + "\n", exitStatus: 2)
  }

  private static func refusal(
    _ diagnostics: [Diagnostic], in source: SourceText, _ settings: RunSettings
  ) -> LoadFailure {
    let renderer = DiagnosticRenderer(in: settings.language)
    return LoadFailure(
      text: diagnostics.map { renderer.render($0, in: source) }.joined(), exitStatus: 1)
  }
}

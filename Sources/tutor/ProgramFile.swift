// A program's file, read and compiled for a command; what is wrong with it is said on standard error.

import ArgumentParser
import Diagnostics
import Glibc
import Language
import Machine
import Shell

enum ProgramFile {
  static func load(_ path: String, _ language: ReadingLanguage) throws -> SourceText {
    guard let bytes = ProgramFolder.bytes(of: path) else {
      StandardError.complain(
        .says("can't open file '\(path)': \(Wording.systemError(errno))"), in: language)
      throw ExitCode(2)
    }
    switch SourceText.decode(bytes, name: path) {
    case .success(let source): return source
    case .failure(let diagnostic):
      throw refusal([diagnostic], SourceText(name: path, text: ""), language)
    }
  }

  static func compile(
    _ source: SourceText, _ language: ReadingLanguage
  ) throws -> Program {
    let tree: SyntaxTree
    switch Parser.parse(source) {
    case .success(let parsed): tree = parsed
    case .failure(let diagnostic): throw refusal([diagnostic], source, language)
    }
    switch Compiler.compile(tree, for: Library.standard.environment) {
    case .success(let program): return program
    case .failure(let diagnostics): throw refusal(diagnostics, source, language)
    }
  }

  private static func refusal(
    _ diagnostics: [Diagnostic], _ source: SourceText, _ language: ReadingLanguage
  ) -> ExitCode {
    for diagnostic in diagnostics {
      StandardError.write(DiagnosticRenderer(in: language).render(diagnostic, in: source))
    }
    return ExitCode(1)
  }
}

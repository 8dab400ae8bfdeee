// A program's file, read and compiled for a command; what is wrong with it is said on standard error.

import ArgumentParser
import Diagnostics
import Glibc
import Language
import Machine
import Shell

enum ProgramFile {
  static func load(_ path: String) throws -> SourceText {
    guard let bytes = ProgramFolder.bytes(of: path) else {
      StandardError.complain("can't open file '\(path)': \(String(cString: strerror(errno)))")
      throw ExitCode(2)
    }
    switch SourceText.decode(bytes, name: path) {
    case .success(let source): return source
    case .failure(let diagnostic): throw refusal([diagnostic], SourceText(name: path, text: ""))
    }
  }

  static func compile(_ source: SourceText) throws -> Program {
    let tree: SyntaxTree
    switch Parser.parse(source) {
    case .success(let parsed): tree = parsed
    case .failure(let diagnostic): throw refusal([diagnostic], source)
    }
    switch Compiler.compile(tree, for: Library.standard.environment) {
    case .success(let program): return program
    case .failure(let diagnostics): throw refusal(diagnostics, source)
    }
  }

  private static func refusal(_ diagnostics: [Diagnostic], _ source: SourceText) -> ExitCode {
    for diagnostic in diagnostics {
      StandardError.write(DiagnosticRenderer().render(diagnostic, in: source))
    }
    return ExitCode(1)
  }
}

// A lesson's program → code, for exploring it.

import Course
import Diagnostics
import Language
import Machine

extension TruthStore {
  /// A program's code, or the first thing that is wrong with it.
  package static func compile(_ program: LessonProgram) -> Result<Program, Diagnostic> {
    let source = SourceText(name: program.name, text: program.text)
    return Parser.parse(source).flatMap { tree in
      Compiler.compile(tree, for: Library.standard.environment).mapError { faults in
        faults.first
          ?? Diagnostic(.unsupported, .says("internal error: refused without a reason"), at: nil)
      }
    }
  }
}

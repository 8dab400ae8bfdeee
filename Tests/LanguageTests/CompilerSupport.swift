// What the compiler's tests share: a small world to compile for, and sources to code.

import Diagnostics
import Language

/// A world with a few builtins and modules.
let smallWorld = LanguageEnvironment(
  wellKnownNames: ["__init__", "__enter__"],
  builtins: [
    "print", "range", "open", "super", "len", "list", "dict", "str", "int", "sorted", "Exception",
    "ValueError", "TypeError", "KeyError", "object", "property", "zip", "sum",
  ],
  modules: [
    "multiprocessing": LanguageEnvironment.Module(
      names: ["Process", "Lock", "_private"],
      refused: ["Pool": "start Process objects in a loop"]),
    "multiprocessing.connection": LanguageEnvironment.Module(names: ["wait"]),
    "os": LanguageEnvironment.Module(names: ["getpid"]),
    "json": LanguageEnvironment.Module(names: ["load", "dump", "loads"]),
  ],
  refused: [
    "eval": "int(text) or json.loads(text)", "input": "read a file instead",
    "threading": "from multiprocessing import Process",
  ])

/// Compiles a text, syntax errors included among what may be wrong.
func compile(_ text: String) -> Result<Program, [Diagnostic]> {
  switch Parser.parse(SourceText(name: "program.py", text: text)) {
  case .failure(let diagnostic): .failure([diagnostic])
  case .success(let tree): Compiler.compile(tree, for: smallWorld)
  }
}

/// What is wrong with a text; nothing where it compiles.
func faults(of text: String) -> [Diagnostic] {
  switch compile(text) {
  case .failure(let diagnostics): diagnostics
  case .success: []
  }
}

extension Program {
  /// The code of the function, class or comprehension with a qualified name.
  func code(_ qualifiedName: String) -> CodeObject? {
    codes.first { $0.qualifiedName == qualifiedName }
  }
}

// What is correct Python and refused before anything runs.

import Diagnostics
import Language
import Testing

/// A text, and for each refusal its line and a piece of its message or hint.
struct Refused: Sendable {
  let text: String
  let places: [(line: Int, piece: String)]

  init(_ text: String, _ places: (line: Int, piece: String)...) {
    self.text = text
    self.places = places
  }
}

private let refused: [Refused] = [
  Refused("import socket", (1, "module 'socket'")),
  Refused("import threading", (1, "from multiprocessing import Process")),
  Refused("import threading.local", (1, "from multiprocessing import Process")),
  Refused("import email.message", (1, "these modules are there: json, multiprocessing, os")),
  Refused("from multiprocessing.pool import Pool", (1, "module 'multiprocessing.pool'")),
  Refused("from multiprocessing import Process, Pool", (1, "'multiprocessing.Pool'")),
  Refused("import multiprocessing\nmultiprocessing.Pool(3)", (2, "'multiprocessing.Pool'")),
  Refused("import multiprocessing as mp\ndef f():\n  return mp.Pool", (3, "Process objects")),
  Refused("x = 1\neval('x')", (2, "builtin 'eval'")),
  Refused("def f():\n  return input('?')", (2, "read a file")),
  Refused("class A(metaclass=type): pass", (1, "metaclass=")),
  Refused("class A(object, x=1): pass", (1, "keywords of a class")),
  Refused("class A(*b): pass", (1, "spread bases")),
  Refused(
    "import socket\nx = eval('1')\nfrom threading import Thread\n",
    (1, "socket"), (2, "eval"), (3, "threading")),
]

@Test("Refusals name the line, the feature and what to write", arguments: refused)
func refuses(_ refused: Refused) {
  let found = faults(of: refused.text)
  #expect(found.map { $0.span?.line } == refused.places.map(\.line))
  for (diagnostic, place) in zip(found, refused.places) {
    #expect(diagnostic.kind == .unsupported)
    let words = [diagnostic.message, diagnostic.hint].compactMap { $0?.text(in: .english) }
    #expect(words.joined(separator: " ").contains(place.piece))
  }
}

@Test(
  "What only looks like it is not refused",
  arguments: [
    "def eval(x): return x\neval(1)",
    "def f(input): return input",
    "def f():\n  global compile\n  compile = 1\nprint(compile)",
    "import multiprocessing\nmultiprocessing = 1\nmultiprocessing.Pool",
    "import multiprocessing\ndef f(multiprocessing): return multiprocessing.Pool",
    "import multiprocessing.connection\nmultiprocessing.connection.wait",
    "from multiprocessing import connection\nconnection.wait",
    "from __future__ import annotations",
    "try:\n  import no_such_module\nexcept Exception:\n  pass",
    "'text'\nfrom __future__ import annotations, division",
    "print(undefined_name)",
    "class A:\n  eval = 1\n",
  ])
func accepts(_ text: String) {
  #expect(faults(of: text).isEmpty)
}

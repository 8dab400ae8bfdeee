// What CPython 3.11's symbol table and compiler report, word for word and at the same place.

import Diagnostics
import Language
import Testing

/// A faulty text and CPython's complaint, its columns from 1.
struct Complaint: Sendable {
  let text: String
  let message: String
  let start: (line: Int, column: Int)
  let end: (line: Int, column: Int)?

  init(
    _ text: String, _ message: String, _ start: (line: Int, column: Int),
    _ end: (line: Int, column: Int)? = nil
  ) {
    self.text = text
    self.message = message
    self.start = start
    self.end = end
  }
}

private let complaints: [Complaint] = [
  Complaint(
    "def f():\n  x=1\n  global x",
    "name 'x' is assigned to before global declaration", (3, 3), (3, 11)),
  Complaint(
    "def f():\n  print(x)\n  global x",
    "name 'x' is used prior to global declaration", (3, 3), (3, 11)),
  Complaint(
    "def f(x):\n  global x",
    "name 'x' is parameter and global", (2, 3), (2, 11)),
  Complaint(
    "def f(x):\n  nonlocal x",
    "name 'x' is parameter and nonlocal", (2, 3), (2, 13)),
  Complaint(
    "nonlocal x",
    "nonlocal declaration not allowed at module level", (1, 1), (1, 11)),
  Complaint(
    "def f():\n  nonlocal x",
    "no binding for nonlocal 'x' found", (2, 3), (2, 13)),
  Complaint(
    "def f(a,\n  a): pass",
    "duplicate argument 'a' in function definition", (2, 3), (2, 4)),
  Complaint(
    "def f():\n  from os import *",
    "import * only allowed at module level", (2, 18), (2, 19)),
  Complaint(
    "return 1",
    "'return' outside function", (1, 1), (1, 9)),
  Complaint(
    "if 1:\n  break",
    "'break' outside loop", (2, 3), (2, 8)),
  Complaint(
    "for x in y:\n  def f():\n    continue",
    "'continue' not properly in loop", (3, 5), (3, 13)),
  Complaint(
    "yield 1",
    "'yield' outside function", (1, 1), (1, 8)),
  Complaint(
    "class A:\n  x = (yield 2)",
    "'yield' outside function", (2, 8), (2, 15)),
  Complaint(
    "[ (yield 1) for x in y]",
    "'yield' inside list comprehension", (1, 4), (1, 11)),
  Complaint(
    "lambda a, a: 1",
    "duplicate argument 'a' in function definition", (1, 11), (1, 12)),
  Complaint(
    "*a, *b = c",
    "multiple starred expressions in assignment", (1, 1), (1, 7)),
  Complaint(
    "*a = c",
    "starred assignment target must be in a list or tuple", (1, 1), (1, 3)),
  Complaint(
    "x = *a",
    "can't use starred expression here", (1, 5), (1, 7)),
  Complaint(
    "f(a=1, b=2, a=3)",
    "keyword argument repeated: a", (1, 13), (1, 16)),
  Complaint(
    "try:\n  pass\nexcept:\n  pass\nexcept E:\n  pass",
    "default 'except:' must be last", (3, 1), (4, 7)),
  Complaint(
    "[(x := 1) for x in y]",
    "assignment expression cannot rebind comprehension iteration variable 'x'", (1, 3), (1, 4)),
  Complaint(
    "[x for x in (y := z)]",
    "assignment expression cannot be used in a comprehension iterable expression", (1, 14), (1, 20)),
  Complaint(
    "class A:\n  [(x := 1) for y in z]",
    "assignment expression within a comprehension cannot be used in a class body", (2, 5), (2, 6)),
  Complaint(
    "[[(j := 0) for i in range(5)] for j in range(5)]",
    "assignment expression cannot rebind comprehension iteration variable 'j'", (1, 4), (1, 5)),
  Complaint(
    "def f():\n  x: int = 1\n  global x",
    "annotated name 'x' can't be global", (3, 3), (3, 11)),
  Complaint(
    "def f():\n  global x\n  x: int = 1",
    "annotated name 'x' can't be global", (3, 3), (3, 13)),
  Complaint(
    "def f():\n  x = 1\n  def g():\n    global x\n    nonlocal x",
    "name 'x' is nonlocal and global", (4, 5), (4, 13)),
  Complaint(
    "__debug__ = 1",
    "cannot assign to __debug__", (1, 1), (1, 10)),
  Complaint(
    "def f(__debug__): pass",
    "cannot assign to __debug__", (1, 1), (1, 23)),
  Complaint(
    "f(__debug__=1)",
    "cannot assign to __debug__", (1, 1), (1, 15)),
  Complaint(
    "a.__debug__ = 1",
    "cannot assign to __debug__", (1, 1), (1, 12)),
  Complaint(
    "del __debug__",
    "cannot delete __debug__", (1, 5), (1, 14)),
  Complaint(
    "from __future__ import x",
    "future feature x is not defined", (1, 1)),
  Complaint(
    "x=1\nfrom __future__ import annotations",
    "from __future__ imports must occur at the beginning of the file", (2, 1), (2, 35)),
  Complaint(
    "[*a, *b] = [*c] = 1",
    "multiple starred expressions in assignment", (1, 1), (1, 9)),
  Complaint(
    "*a, b, *c = 1",
    "multiple starred expressions in assignment", (1, 1), (1, 10)),
  Complaint(
    "for *a in b: pass",
    "starred assignment target must be in a list or tuple", (1, 5), (1, 7)),
  Complaint(
    "print((yield))",
    "'yield' outside function", (1, 8), (1, 13)),
  Complaint(
    "from __future__ import braces",
    "not a chance", (1, 1)),
  Complaint(
    "def f():\n  global x, y\n  x = 1\n  nonlocal y",
    "name 'y' is nonlocal and global", (2, 3), (2, 14)),
  Complaint(
    "class A:\n  nonlocal z",
    "no binding for nonlocal 'z' found", (2, 3), (2, 13)),
  Complaint(
    "def f(x):\n  def g():\n    nonlocal x\n    global x",
    "name 'x' is nonlocal and global", (3, 5), (3, 15)),
  Complaint(
    "import a.b as __debug__",
    "cannot assign to __debug__", (1, 1), (1, 24)),
  Complaint(
    "def f():\n return [(yield x) for x in y]",
    "'yield' inside list comprehension", (2, 11), (2, 18)),
  Complaint(
    "{(yield x): 1 for x in y}",
    "'yield' inside dict comprehension", (1, 3), (1, 10)),
  Complaint(
    "((yield x) for x in y)",
    "'yield' inside generator expression", (1, 3), (1, 10)),
  Complaint(
    "class A:\n  return 1",
    "'return' outside function", (2, 3), (2, 11)),
  Complaint(
    "a = b = *c",
    "can't use starred expression here", (1, 9), (1, 11)),
  Complaint(
    "def f():\n  (x:=1)\n  nonlocal x",
    "name 'x' is assigned to before nonlocal declaration", (3, 3), (3, 13)),
  Complaint(
    "def f():\n  del x\n  global x",
    "name 'x' is assigned to before global declaration", (3, 3), (3, 11)),
  Complaint(
    "for i in x:\n  pass\nelse:\n  break",
    "'break' outside loop", (4, 3), (4, 8)),
  Complaint(
    "def f():\n  class A:\n    return 1",
    "'return' outside function", (3, 5), (3, 13)),
  Complaint(
    "while 1:\n  class A:\n    break",
    "'break' outside loop", (3, 5), (3, 10)),
]

@Test("Faults of scopes and statements are CPython's", arguments: complaints)
func complains(_ complaint: Complaint) throws {
  let found = faults(of: complaint.text)
  #expect(found.count == 1)
  let fault = try #require(found.first)
  let span = try #require(fault.span)
  #expect(fault.kind == .python("SyntaxError"))
  #expect(fault.message == .fixed(complaint.message))
  #expect(span.start == Position(line: complaint.start.line, column: complaint.start.column - 1))
  if let end = complaint.end {
    #expect(span.end == Position(line: end.line, column: end.column - 1))
  }
}

@Test(
  "What looks like a fault and is none compiles",
  arguments: [
    "def f():\n  x = lambda: (yield)\n  return [i for i in (yield)]",
    "x[*a, *b]",
    "x[*a] = 1",
    "def f():\n  return *a, b",
    "while 1:\n  try:\n    pass\n  finally:\n    continue",
    "lambda: (yield)",
    "def f():\n  import os as x\n  global x",
    "lambda: [x for x in y if (y := x)]",
    "def f():\n  def g():\n    nonlocal x\n  x = 1",
    "def f():\n  try:\n    pass\n  finally:\n    return 1",
  ])
func compiles(_ text: String) {
  #expect(faults(of: text).isEmpty)
}

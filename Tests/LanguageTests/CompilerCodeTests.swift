// The code that comes out, as the disassembler shows it, and what is said of it.

import Diagnostics
import Language
import Testing

private func listing(_ text: String, of name: String = "<module>") throws -> String {
  let program = try compile(text).get()
  let index = try #require(program.codes.firstIndex { $0.qualifiedName == name })
  return Disassembler(program).text(of: CodeID(index))
}

@Test func assignsFromLeftToRight() throws {
  #expect(
    try listing("a = b[0] = 1 + 2") == """
      <module>: module, stack 3
         0 constant 3
         1 duplicate
         2 storeGlobal a
         3 loadGlobal b
         4 constant 0
         5 storeItem
         6 constant None
         7 return

      """)
}

@Test func conditionsJumpWithoutMakingTruthValues() throws {
  #expect(
    try listing("def f(a, b):\n  while a and not b: a = 0", of: "f") == """
      f: function [a b], stack 1
         0 jump 3
         1 constant 0
         2 storeLocal a
         3 loadLocal a
         4 popJumpIfFalse 7
         5 loadLocal b
         6 popJumpIfFalse 1
         7 constant None
         8 return

      """)
}

@Test func finallyIsWrittenForEachWay() throws {
  #expect(
    try listing("def f(a):\n  try:\n    return a()\n  finally:\n    g()", of: "f") == """
      f: function [a], stack 3
         0 loadLocal a
         1 call 0
         2 loadGlobal g
         3 call 0
         4 pop
         5 return
         6 beginHandler
         7 loadGlobal g
         8 call 0
         9 pop
        10 reraise
        11 swap 1
        12 endHandler
        13 reraise
           0..<2 to 6, depth 0
           7..<11 to 11, depth 1

      """)
}

@Test func innerFunctionsGetCells() throws {
  let text = "def f(x):\n  y = 1\n  def g():\n    nonlocal y\n    y = x\n  return g"
  #expect(
    try listing(text, of: "f") == """
      f: function [x g y], stack 2
         0 makeCell x
         1 makeCell y
         2 constant 1
         3 storeCell y
         4 pushCell x
         5 pushCell y
         6 makeFunction f.<locals>.g
         7 storeLocal g
         8 loadLocal g
         9 return

      """)
  #expect(
    try listing(text, of: "f.<locals>.g") == """
      f.<locals>.g: function [x y] free x y, stack 1
         0 loadCell x
         1 storeCell y
         2 constant None
         3 return

      """)
}

@Test func methodsReachTheirClass() throws {
  let program = try compile("class A:\n  def f(self): return super().f()").get()
  let body = try #require(program.code("A"))
  #expect(body.classCell == 0)
  #expect(try #require(program.code("A.f")).freeNames == ["__class__"])
}

@Test func deadLocalsAreKnown() throws {
  let program = try compile("def f(a):\n  b = a\n  g()\n  return b").get()
  let code = try #require(program.code("f"))
  // loadLocal a; storeLocal b; loadGlobal g; call; pop; loadLocal b; return
  #expect((0..<7).map { code.isLive(0, at: $0) } == [true] + Array(repeating: false, count: 6))
  #expect((0..<7).map { code.isLive(1, at: $0) } == [false, false, true, true, true, true, false])
}

@Test func handlersKeepLocalsAlive() throws {
  let program = try compile("def f(a):\n  try:\n    g()\n  except KeyError:\n    h(a)").get()
  let code = try #require(program.code("f"))
  #expect(code.isLive(0, at: 0))
}

@Test(
  "Open files that nobody keeps are closed after the statement",
  arguments: [
    ("json.dump(d, open('f', 'w'))", true),
    ("f = open('f')", false),
    ("with open('f') as f: pass", false),
    ("x = json.load(open('f'))", true),
    ("f = open('f')\nf = None", true),
    ("f = open('f')\ndel f", true),
    ("for line in open('f'): pass", true),
    ("x = [open(n).read() for n in d]", true),
    ("while open('f').read(): pass", true),
    ("if open('f').read(): pass", true),
    ("print(open)", false),
  ])
func closesFiles(_ text: String, _ expected: Bool) throws {
  let program = try compile("import json\nd = {}\n" + text).get()
  #expect(program.codes.contains { $0.instructions.contains(.closeUnreachable) } == expected)
}

@Test func expressionsReturnTheirValue() throws {
  let expression = try Parser.parseExpression("1 + x").get()
  let source = SourceText(name: "<observe>", text: "1 + x")
  let program = try Compiler.compileExpression(expression, of: source, for: smallWorld).get()
  #expect(
    Disassembler(program).text() == """
      <module>: module, stack 2
         0 constant 1
         1 loadGlobal x
         2 binary add
         3 return

      """)
}

@Test func privateNamesBelongToTheirClass() throws {
  let text = "class _A:\n  __x = 1\n  def f(self): return self.__x, __name__"
  let program = try compile(text).get()
  #expect(program.names.contains("_A__x"))
  #expect(program.globalNames.contains("__name__"))
}

@Test func deepAndLongTextsCompile() throws {
  let sum = Array(repeating: "a", count: 900).joined(separator: " + ")
  let chain = "if a: pass\n" + String(repeating: "elif a: pass\n", count: 900)
  let nested = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
  for text in [sum, chain, nested, "f(" + sum + ")"] { _ = try compile(text).get() }
}

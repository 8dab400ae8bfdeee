// What must hold for all code, whatever it was written for: every path brings the same stack to an
// instruction, nothing falls off the end, and every round of a loop passes where it can be counted.

import Diagnostics
import Language
import Testing

private let programs = [
  "for x in a:\n  while x:\n    if x: break\n    continue\n  else: y = 1\nelse: z = 2",
  "try:\n  f()\nexcept A as e:\n  g()\nexcept (B, C):\n  raise\nelse:\n  h()\nfinally:\n  k()",
  "def f():\n  for i in a:\n    try:\n      with b as c, d:\n        return i\n    finally:\n      g()",
  "def f():\n  while 1:\n    try:\n      try: continue\n      finally: break\n    except E as e: return e",
  "def f():\n  try:\n    return 1\n  finally:\n    for i in a:\n      if i: return i",
  "def f():\n  x = yield from (yield)\n  return [(y, z) for y in x if y for z in y if z]",
  "class A(B):\n  x = 1\n  def f(self, *a, k=x, **b): return super().f(*a, **b)",
  "x = a and b or (c if d < e < f else not g)\nassert a < b <= c, f'{a!r:{b}}'",
  "while True:\n  for x in a: pass",
  "while True:\n  while True:\n    try:\n      pass\n    except A:\n      continue",
  "if a: pass\nelif b: c()\nelse:\n  with d: pass",
  "a, b = b, a\na, *b, c = d\n[a.b, c[d]] = e\na.b += 1\na[b] -= c",
  "f(*a, b, k=1, **c, **d)\nx = {**a, 'b': 1}\ny = {*a, b}\nz = (*a, *b)",
  "lambda a, *, b=1: (lambda: (yield a))",
]

@Test("Code fits together on every path", arguments: programs)
func fitsTogether(_ text: String) throws {
  let program = try compile(text).get()
  for code in program.codes { check(code) }
}

/// Checks one code object's targets, spans, handlers and ends.
private func check(_ code: CodeObject) {
  let count = code.instructions.count
  #expect(code.spans.count == count)
  #expect(code.liveness.count == count * code.liveWords)
  #expect(code.instructions.last.map(endsPath) == true)
  for (pc, instruction) in code.instructions.enumerated() {
    guard let target = target(of: instruction) else { continue }
    #expect(target >= 0 && Int(target) < count)
    switch instruction {
    case .jump, .popJumpIfFalse, .popJumpIfTrue: break
    default: #expect(Int(target) > pc, "only what counts rounds goes back")
    }
  }
  for handler in code.handlers {
    #expect(handler.start < handler.end && Int(handler.end) <= count)
    #expect(Int(handler.target) < count && Int(handler.depth) < code.stackSize)
  }
  for (first, second) in zip(code.handlers, code.handlers.dropFirst()) {
    #expect(first.end <= second.start)
  }
}

private func endsPath(_ instruction: Instruction) -> Bool {
  switch instruction {
  case .jump, .return, .raise, .reraise: true
  default: false
  }
}

private func target(of instruction: Instruction) -> Target? {
  switch instruction {
  case .jump(let target), .popJumpIfFalse(let target), .popJumpIfTrue(let target),
    .jumpIfFalseOrPop(let target), .jumpIfTrueOrPop(let target), .iterate(let target),
    .delegate(let target):
    target
  default: nil
  }
}

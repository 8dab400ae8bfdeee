import Diagnostics
import Language
import Machine
import Testing

/// Two states are one when nothing that can still be read tells them apart.
@Suite struct CanonicalTests {
  /// The machine at its `count`-th write.
  private func machine(_ text: String, atWrite count: Int) throws -> Machine {
    let tree = try Parser.parse(SourceText(name: "test.py", text: text)).get()
    let program = try Compiler.compile(tree, for: Library.standard.environment).get()
    var machine = Machine(image: Image(program: program))
    var writes = 0
    while true {
      guard case .write = machine.run(budget: 1000) else {
        machine.resume(with: .done)
        continue
      }
      writes += 1
      if writes == count { return machine }
      machine.resume(with: .done)
    }
  }

  @Test func `a dead local, garbage and the order of allocation make no difference`() throws {
    let program = """
      def loop():
          for turn in range(3):
              text = 'x' * turn
              rest = [text, text]
              del rest
              print('tick')
      loop()
      """
    // The loop's own position differs from turn to turn, so compare two programs' first turns.
    let first = try machine(program, atWrite: 1).canonicalBytes()
    let second = try machine(program, atWrite: 2).canonicalBytes()
    #expect(first != second)
    let endless = """
      def loop():
          while True:
              text = [1, 2]
              print('tick')
      loop()
      """
    let one = try machine(endless, atWrite: 1).canonicalBytes()
    let nine = try machine(endless, atWrite: 9).canonicalBytes()
    #expect(one == nine)
  }

  @Test func `a live value makes a difference`() throws {
    let counting = """
      def loop():
          n = 0
          while True:
              n += 1
              print('tick')
      loop()
      """
    let one = try machine(counting, atWrite: 1).canonicalBytes()
    let two = try machine(counting, atWrite: 2).canonicalBytes()
    #expect(one != two)
  }

  @Test func `a copy goes its own way`() throws {
    let original = try machine("n = [1]\nprint('a')\nn.append(2)\nprint(n)\n", atWrite: 1)
    let before = original.canonicalBytes()
    var copy = original
    copy.resume(with: .done)
    #expect(copy.run(budget: 1000) == .write(.standardOutput, Array("[1, 2]\n".utf8)))
    #expect(original.canonicalBytes() == before)
    #expect(copy.canonicalBytes() != before)
  }
}

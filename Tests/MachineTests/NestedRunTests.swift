import Testing

/// Code that a builtin calls may print, wait and read files: the builtin is executed again with the
/// replies, and nothing of it happens twice.
@Suite struct NestedRunTests {
  @Test(arguments: [
    (
      "a key function that prints",
      """
      def key(x):
          print('key', x)
          return -x
      print(sorted([1, 3, 2], key=key))
      """, "key 1\nkey 3\nkey 2\n[3, 2, 1]\n"
    ),
    (
      "a repr that prints, inside a list",
      """
      class Loud:
          def __repr__(self):
              print('asked')
              return 'Loud'
      print([Loud(), Loud()])
      """, "asked\nasked\n[Loud, Loud]\n"
    ),
    (
      "a generator that prints, taken by list",
      """
      def numbers():
          for n in range(3):
              print('making', n)
              yield n
      print(list(numbers()))
      """, "making 0\nmaking 1\nmaking 2\n[0, 1, 2]\n"
    ),
    (
      "state that nested code changes is changed once",
      """
      calls = []
      def key(x):
          calls.append(x)
          print(len(calls))
          return x
      print(max([5, 6, 7], key=key), calls)
      """, "1\n2\n3\n7 [5, 6, 7]\n"
    ),
    (
      "an operator that prints, inside a key function",
      """
      class Price:
          def __init__(self, n): self.n = n
          def __lt__(self, other):
              print('comparing')
              return self.n < other.n
      print([p.n for p in sorted([Price(2), Price(1)])])
      """, "comparing\n[1, 2]\n"
    ),
    (
      "an exception out of nested code",
      """
      def key(x):
          print('before')
          raise KeyError(x)
      try:
          sorted([1, 2], key=key)
      except KeyError as error:
          print('caught', error)
      """, "before\ncaught 1\n"
    ),
  ])
  func `nested code asks the world`(_ name: String, _ program: String, _ output: String) {
    let run = SoloWorld.run(program)
    #expect(run.refusal == nil)
    #expect(run.unsupported == nil)
    #expect(run.errors == "")
    #expect(run.output == output, "\(name)")
  }

  /// A pause between any two calls or loop turns changes nothing.
  @Test func `a small budget gives the same run`() {
    let program = """
      def fib(n):
          return n if n < 2 else fib(n - 1) + fib(n - 2)
      words = []
      for n in range(12):
          words.append(str(fib(n)))
          print(n, end=' ')
      print(' '.join(sorted(words, key=len)))
      """
    let whole = SoloWorld.run(program)
    #expect(whole.status == 0)
    for budget in [1, 2, 3, 7] {
      #expect(SoloWorld.run(program, budget: budget).output == whole.output)
    }
  }
}

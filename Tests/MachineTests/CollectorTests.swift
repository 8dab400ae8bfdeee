import Testing

/// A program that makes garbage for ever must not grow for ever, and loses nothing that it can reach.
@Suite struct CollectorTests {
  @Test func `what is reachable survives many collections`() {
    let run = SoloWorld.run(
      """
      class Node:
          def __init__(self, value, rest):
              self.value = value
              self.rest = rest
      keep = None
      held = {}
      def count():
          n = 0
          while True:
              yield n
              n += 1
      counter = count()
      for i in range(60000):
          junk = [i, str(i), (i, i)]
          if i % 5000 == 0:
              keep = Node(str(i), keep)
              held[str(i)] = [next(counter)]
      values = []
      while keep:
          values.append(keep.value)
          keep = keep.rest
      print(values)
      print(held['55000'], next(counter), junk)
      """)
    #expect(run.status == 0)
    #expect(
      run.output == """
        ['55000', '50000', '45000', '40000', '35000', '30000', '25000', '20000', '15000', \
        '10000', '5000', '0']
        [11] 12 [59999, '59999', (59999, 59999)]

        """)
  }
}

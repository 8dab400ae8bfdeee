import Model
import Testing

/// Runs that never end, each told apart from being stuck.
@Suite struct EndlessTests {
  /// It asks again and again, and may be told.
  private static let polling = """
    from multiprocessing import Event, Process
    def wait(e):
        while not e.is_set():
            pass
    if __name__ == '__main__':
        e = Event()
        p = Process(target=wait, args=(e,))
        p.start()
        TELLS
        p.join()
    """

  @Test func roundAndRoundUntilTold() throws {
    let set = try explored(
      Self.polling.replacing("TELLS", with: "e.set()"), observe: "stuck")
    #expect(set.isExact && set.outcomes.map(\.value) == ["False"])
    #expect(set.endless?.doomedStates == 0)
    #expect(set.endless?.round?.processes == ["Process-1"])
  }

  @Test func neverTold() throws {
    let set = try explored(Self.polling.replacing("TELLS", with: "pass"), observe: "stuck")
    #expect(set.isExact)
    #expect(set.endless?.doomed?.processes == ["Process-1"])
    #expect((set.endless?.doomedStates ?? 0) > 0)
  }

  @Test func nothingOfThatKind() throws {
    let set = try explored("print('end')")
    #expect(set.endless?.doomedStates == 0)
    #expect(set.endless?.doomed == nil && set.endless?.round == nil)
  }

  @Test func odds() throws {
    let text = """
      import random
      print(random.choice('aab'))
      """
    let set = Exploration.explore(
      program: try compiled(text), observe: nil, asksOdds: true)
    #expect(set.outcomes.map { ($0.odds ?? 0) * 3 }.map { $0.rounded() } == [2, 1])
  }

  /// Two who each read and write: of the orders of four turns, in which each turn is drawn among those
  /// that can go on.
  @Test func oddsOfARace() throws {
    let text = """
      from multiprocessing import Process, RawValue
      def add(v):
          v.value += 1
      if __name__ == '__main__':
          v = RawValue('i', 0)
          ps = [Process(target=add, args=(v,)) for _ in range(2)]
          for p in ps: p.start()
          for p in ps: p.join()
          print(v.value)
      """
    // The second turn goes to the one who has read with even odds; only then is nothing lost.
    for shortcuts in [Shortcuts(), .none] {
      let set = Exploration.explore(
        program: try compiled(text), observe: nil, shortcuts: shortcuts, asksOdds: true)
      let odds = set.outcomes.map { $0.odds ?? 0 }
      #expect(set.outcomes.count == 2 && abs(odds[0] - 0.5) < 1e-6 && abs(odds[1] - 0.5) < 1e-6)
    }
  }
}

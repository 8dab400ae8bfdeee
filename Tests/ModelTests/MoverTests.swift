import Model
import Observation
import Testing

/// What follows an acquire in the same step. That it loses nothing is for `RandomProgramTests` and the
/// conformance programs' `ReductionTests`.
@Suite struct MoverTests {
  /// Three processes that do this, with a semaphore, two locks, a queue and a number.
  private static func program(_ lines: [String], main: [String] = []) -> String {
    (["from multiprocessing import *", "def work():"]
      + lines.map { "    " + $0 }
      + [
        "s, a, q, v = Semaphore(3), Lock(), SimpleQueue(), Value('i', 0, lock=False)",
        "if __name__ == '__main__':",
        "    ps = [Process(target=work) for _ in range(3)]", "    for p in ps: p.start()",
      ] + main.map { "    " + $0 } + ["    for p in ps: p.join()"]).joined(separator: "\n") + "\n"
  }

  /// A permit that is never refused adds no state.
  @Test(arguments: ["q.put(1)", "v.value += 1", "open('f', 'a').close()"])
  func permitsAddNoState(operation: String) throws {
    let bare = try explored(Self.program([operation]), observe: "stuck")
    let permitted = try explored(Self.program(["s.acquire()", operation]), observe: "stuck")
    #expect(bare.isExact && permitted.isExact && bare.states > 2)
    #expect(permitted.states == bare.states)
  }

  /// Whoever looks at the semaphore sees it taken before the operation that follows.
  @Test func looksComeBetween() throws {
    let found = try values(
      Self.program(["s.acquire()", "q.put(1)"], main: ["print(s.get_value(), q.empty())"]),
      "lines")
    #expect(found.contains("['2 True']") && found.contains("['0 True']"))
  }

  /// Who waits in the operation that follows has the lock all the same.
  @Test func waitsWithTheLock() throws {
    let set = try explored(
      Self.program(["a.acquire()", "q.get()"]), observe: "stuck")
    let stuck = try #require(set.outcomes.first?.stuck)
    #expect(set.outcomes.map(\.value) == ["True"])
    let reasons = stuck.waiters.map(\.reason)
    #expect(reasons.contains(.item(lastPutter: nil, hasEnded: false)))
    #expect(reasons.count { $0 == .lock } == 2)
  }

  /// A schedule has the acquire and what follows it as moves of their own.
  @Test func schedulesHaveBothMoves() throws {
    let text = Self.program(["with a: q.put(1)"])
    let set = try explored(text, observe: "stuck")
    let steps = try Exploration.replay(
      #require(set.outcomes.first).schedule, program: compiled(text)
    ).get().filter { $0.process == 1 }
    guard case .acquire = steps.first?.operation, case .put = steps.dropFirst().first?.operation
    else {
      Issue.record("\(steps)")
      return
    }
  }
}

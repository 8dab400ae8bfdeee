// Random floats that are slept on an ideal machine. The referee is a finite program: where the ends of
// all ranges are whole seconds and k floats are drawn, each order of the instants is met by floats that
// are multiples of 1/(k + 1) (Alur, Dill: A Theory of Timed Automata, 1994), so `random.choice` among
// those has the same outcomes.

import Diagnostics
import Language
import Machine
import Model
import Observation
import Testing

@Suite struct RandomTimeTests {
  private static let head = """
    import random, time
    from multiprocessing import Lock, Process, Queue

    """

  private func ideal(
    _ text: String, observe: String = "lines", shortcuts: Shortcuts = Shortcuts()
  ) throws -> OutcomeSet {
    Exploration.explore(
      program: try compiled(Self.head + text), observe: try ObserveExpression.parse(observe).get(),
      time: .idealMachine, bounds: Bounds(states: 200_000), shortcuts: shortcuts)
  }

  private func lines(_ text: String) throws -> [String] {
    let set = try ideal(text)
    return set.isExact ? set.outcomes.map(\.value) : ["\(set.verdict)"]
  }

  /// Two processes that print their name after some seconds.
  private func race(_ first: String, _ second: String) -> String {
    """
    def work(name, seconds):
        time.sleep(seconds())
        print(name)

    if __name__ == '__main__':
        ps = [Process(target=work, args=('a', lambda: \(first))),
              Process(target=work, args=('b', lambda: \(second)))]
        for p in ps: p.start()
        for p in ps: p.join()
    """
  }

  private static let either = ["['a', 'b']", "['b', 'a']"]

  @Test(arguments: [
    ("random.uniform(1, 2)", "random.uniform(3, 4)", false),
    ("random.uniform(1, 3)", "random.uniform(2, 4)", true),
    ("random.uniform(2, 4)", "random.uniform(1, 3)", true),
    // The end is not drawn, so not even at one instant.
    ("random.uniform(1, 2)", "2", false),
    ("2", "random.uniform(2, 3)", true),
    ("random.random()", "1", false),
    ("random.random()", "0.5", true),
    ("1 + random.random() * 2", "3.5 - random.random() / 2", false),
    ("1 + random.random() * 2", "3.5 - random.random()", true),
    ("-random.uniform(-2, -1)", "2.5", false),
    ("random.random() + random.random()", "2", false),
    ("random.random() + random.random()", "1.5", true),
    ("random.random() - random.random() + 1", "2", false),
    ("random.triangular(1, 2, 1.5)", "2", false),
    ("random.expovariate(2)", "1000", true),
  ])
  func whoIsFirst(first: String, second: String, isOpen: Bool) throws {
    let found = try lines(race(first, second))
    #expect(found == (isOpen ? Self.either : ["['a', 'b']"]))
  }

  /// Nothing is made up about one float that is slept twice, or two that depend on each other.
  @Test(arguments: [
    "x = random.random(); time.sleep(x); time.sleep(x)",
    "x = random.random(); time.sleep(x * 2); time.sleep(x)",
    "x = random.random(); y = x + random.random(); time.sleep(y); time.sleep(x)",
    "time.sleep(abs(random.uniform(-1, 1)))", "time.sleep(random.gauss(5, 1))",
    "time.sleep(random.uniform(1, 9) ** 2)", "time.sleep(round(random.random(), 1))",
    "q = Queue(); q.put(random.random()); time.sleep(q.get())",
    "Lock().acquire(timeout=random.random()); l = Lock(); l.acquire(); l.acquire(timeout=random.random())",
  ])
  func unknownTimes(body: String) throws {
    let set = try ideal(body)
    guard case .unsupported(let diagnostic) = set.verdict else {
      Issue.record("\(set.verdict)")
      return
    }
    #expect(diagnostic.span?.line == 3)
    #expect(
      diagnostic.message.text(in: .english) == "an ideal machine needs to know how long this takes")
  }

  @Test func childrenSleepWhatTheyAreGiven() throws {
    func text(_ argument: String, _ body: String) -> String {
      """
      def work(name, seconds):
          time.sleep(\(body))
          print(name)

      if __name__ == '__main__':
          shared = random.uniform(1, 2)
          ps = [Process(target=work, args=(n, \(argument))) for n in 'ab']
          for p in ps: p.start()
          for p in ps: p.join()
      """
    }
    #expect(try lines(text("random.uniform(1, 2)", "seconds")) == Self.either)
    #expect(try lines(text("random.uniform(1, 2)", "seconds + 1")) == Self.either)
    for set in [try ideal(text("shared", "seconds")), try ideal(text("0", "shared"))] {
      guard case .unsupported = set.verdict else {
        Issue.record("\(set.verdict)")
        continue
      }
    }
  }

  @Test(arguments: ["seconds", "printed(\"no\")"])
  func secondsAreARange(observe: String) throws {
    let asks = observe == "seconds" ? "" : "; print('no' if time.time() > 9 else 'yes')"
    let set = try ideal("time.sleep(random.random())" + asks, observe: observe)
    guard case .unsupported(let diagnostic) = set.verdict else {
      Issue.record("\(set.verdict)")
      return
    }
    #expect(
      diagnostic.message.text(in: .english)
        == (asks.isEmpty
          ? "the seconds after a random sleep are a range" : "a decision that depends on the clock")
    )
  }

  /// What is printed of a float, or of the clock after it, is a placeholder.
  @Test func timesAreNotShown() throws {
    let found = try lines("x = random.random(); time.sleep(x); print(x, time.time())")
    #expect(found == ["['‹chance› ‹clock›']"])
  }

  @Test func finiteProgramsAgree() throws {
    var open = 0
    var joined = 0
    for seed in 0..<120 {
      let writer = SleepyProgram(seed: seed)
      let text = writer.text { low, high in "random.uniform(\(low), \(high))" }
      let steps = writer.draws + 1
      let finite = try ideal(
        writer.text { low, high in
          let range = low * steps..<high * steps
          return "random.choice(\(range.filter { $0 > 0 }.map { Double($0) / Double(steps) }))"
        })
      guard finite.isExact else { continue }
      let expected = finite.outcomes.map(\.value)
      if expected.count > 1 { open += 1 }
      let plain = try ideal(text, shortcuts: .none)
      let few = try ideal(text, shortcuts: Shortcuts(joinsAlike: false))
      let both = try ideal(text)
      for set in [plain, few, both] {
        #expect(set.isExact, "\(seed) \(set.verdict)\n\(text)")
        #expect(set.outcomes.map(\.value) == expected, "\(seed)\n\(text)")
      }
      if both.states < few.states { joined += 1 }
      let program = try compiled(Self.head + text)
      for outcome in both.outcomes {
        let run = Exploration.replay(outcome.schedule, program: program, time: .idealMachine)
        guard case .success(let steps) = run else {
          Issue.record("\(seed) \(outcome.schedule.text) \(run)\n\(text)")
          continue
        }
        let printed = steps.flatMap(\.lines)
        #expect("[\(printed.map { "'\($0)'" }.joined(separator: ", "))]" == outcome.value)
      }
    }
    #expect(open > 60, "\(open)")
    #expect(joined > 10, "\(joined)")
  }
}

/// A program made up by chance in which processes sleep whole, and random, seconds.
private struct SleepyProgram {
  private enum Statement {
    case print
    case take
    case sleep(Int)
    case sleepBetween(Int, Int)
  }

  private var works: [[Statement]] = []
  /// By process, which of the functions it runs.
  private var kinds: [Int] = []
  /// How many floats a run draws at most.
  private(set) var draws = 0

  init(seed: Int) {
    var random = Chance(seed: seed)
    let count = 2 + random.below(2)
    for _ in 0..<2 {
      works.append(
        (0..<2 + random.below(2)).map { _ in
          switch random.below(6) {
          case 0, 1: return .print
          case 2: return .take
          case 3: return .sleep(1 + random.below(2))
          default:
            let low = random.below(2)
            return .sleepBetween(low, low + 1 + random.below(2))
          }
        })
    }
    for _ in 0..<count { kinds.append(random.below(2)) }
    for kind in kinds {
      draws += works[kind].count { if case .sleepBetween = $0 { true } else { false } }
    }
  }

  func text(_ between: (Int, Int) -> String) -> String {
    var lines: [String] = []
    for (kind, statements) in works.enumerated() {
      lines.append("def work\(kind)(lock):")
      for statement in statements {
        switch statement {
        case .print: lines.append("    print('\(kind)')")
        case .take: lines += ["    with lock:", "        time.sleep(1)", "    print('\(kind)t')"]
        case .sleep(let seconds): lines.append("    time.sleep(\(seconds))")
        case .sleepBetween(let low, let high): lines.append("    time.sleep(\(between(low, high)))")
        }
      }
      lines.append("    print('\(kind)e')")
    }
    lines += ["if __name__ == '__main__':", "    lock = Lock()"]
    let targets = kinds.map { "Process(target=work\($0), args=(lock,))" }
    lines.append("    ps = [\(targets.joined(separator: ", "))]")
    lines += ["    for p in ps: p.start()", "    for p in ps: p.join()"]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ReplayStep {
  /// The lines that it prints.
  fileprivate var lines: [String] {
    guard case .print(let bytes) = operation else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

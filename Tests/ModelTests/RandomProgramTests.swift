// Reduced = unreduced: the same outcomes with and without reductions, on seeded random programs of two
// to four processes with locks, queues, pipes, files, events and shared numbers.

import Diagnostics
import Language
import Machine
import Model
import Observation
import Testing

/// How many programs; the plain search of some is too long, and they are left out.
private let programs = 500

@Suite struct RandomProgramTests {
  @Test func reducedEqualsUnreduced() throws {
    var compared = 0
    var saved = 0
    var joined = 0
    for seed in 0..<programs {
      var writer = RandomProgram(seed: seed)
      let text = writer.text()
      let observe = try ObserveExpression.parse(writer.observe).get()
      let program = try compiled(text)
      func explore(_ shortcuts: Shortcuts) -> OutcomeSet {
        Exploration.explore(
          program: program, observe: observe, bounds: Bounds(states: 20_000),
          shortcuts: shortcuts)
      }
      let plain = explore(.none)
      guard plain.isExact else { continue }
      compared += 1
      let few = explore(Shortcuts(joinsAlike: false))
      let both = explore(Shortcuts())
      #expect(few.isExact && both.isExact, "\(seed)\n\(text)")
      #expect(plain.summary == few.summary, "\(seed) \(writer.observe)\n\(text)")
      #expect(
        plain.outcomes.map(\.value) == both.outcomes.map(\.value),
        "\(seed) \(writer.observe)\n\(text)")
      if few.states < plain.states { saved += 1 }
      if both.states < few.states { joined += 1 }
    }
    #expect(compared > programs * 3 / 4)
    #expect(saved > compared / 2)
    #expect(joined > compared / 20)
  }
}

extension OutcomeSet {
  /// Values, each with how many final states have it.
  fileprivate var summary: [String] {
    outcomes.map { "\($0.value) ×\($0.finalStates), \($0.stuckStates) stuck" }
  }
}

/// A program made up by chance.
struct RandomProgram {
  private var random: Chance
  private(set) var observe = "stuck"

  init(seed: Int) { random = Chance(seed: seed) }

  mutating func text() -> String {
    let questions = [
      "stuck", "printed('got')", "(printed('x'), printed('got'))", "crashed", "lines",
      "(stuck, file('f'))", "lines_of('Process-1')", "before('x', 'got')",
      "[line[:3] for line in lines]", "(printed('x'), stuck, crashed)",
    ]
    observe = questions[random.below(questions.count)]
    let kinds = 1 + random.below(2)
    var bodies: [String] = []
    for kind in 0..<kinds {
      bodies.append("def work\(kind)(n):")
      bodies += statements(1 + random.below(3)).map { "    " + $0 }
    }
    var lines = ["import time", "from multiprocessing import *", "n = 9"]
    // What nobody uses would keep processes from being alike.
    let text = bodies.joined(separator: "\n")
    let things = [
      ("a", "a, b = Lock(), Lock()"), ("b", "a, b = Lock(), Lock()"), ("s", "s = Semaphore(1)"),
      ("e", "e = Event()"), ("q", "q = Queue()"), ("r", "r = SimpleQueue()"),
      ("v", "v = Value('i', 0)"), ("near", "near, far = Pipe()"), ("far", "near, far = Pipe()"),
    ]
    for (name, line) in things where !lines.contains(line) {
      let isUsed =
        ["\(name).", "with \(name):"].contains { text.contains(" " + $0) }
        || text.contains("(\(name).") || text.contains("'got', \(name).")
      if isUsed || random.below(12) == 0 { lines.append(line) }
    }
    lines += bodies
    let count = 2 + random.below(random.below(3) == 0 ? 2 : 1)
    lines.append("if __name__ == '__main__':")
    lines.append("    ps = []")
    for number in 0..<count {
      let kind = random.below(kinds)
      lines.append("    ps.append(Process(target=work\(kind), args=(\(number),)))")
    }
    lines.append("    for p in ps: p.start()")
    if random.below(4) == 0 { lines += statements(1).map { "    " + $0 } }
    if random.below(4) > 0 { lines.append("    for p in ps: p.join()") }
    if random.below(5) == 0 { lines += statements(1).map { "    " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func statements(_ count: Int) -> [String] {
    (0..<count).flatMap { _ in statement() }
  }

  private mutating func statement() -> [String] {
    let lock = ["a", "b", "s"][random.below(3)]
    switch random.below(22) {
    case 0, 1: return ["print('x', n)".replacing(" n)", in: &random)]
    case 2, 3: return ["with \(lock):"] + statement().map { "    " + $0 }
    case 4: return ["\(lock).acquire()"]
    case 5: return ["\(lock).release()"]
    case 6: return ["if \(lock).acquire(False):", "    print('got')", "    \(lock).release()"]
    case 7: return ["q.put(1)"]
    case 8: return ["print('got', q.get())"]
    case 9: return ["r.put(2)"]
    case 10: return ["r.get()", "print('got')"]
    case 11: return ["e.set()"]
    case 12: return ["e.wait()"]
    case 13: return ["print('x' if e.is_set() else 'got')"]
    case 14: return ["v.value += 1", "print('x' if v.value == 1 else 'got')"]
    case 15: return ["with v.get_lock():", "    v.value += 1"]
    case 16: return ["near.send(1)"]
    case 17: return ["print('got', far.recv())"]
    case 18: return ["with open('f', 'a') as f:", "    f.write('x')"]
    case 19: return ["time.sleep(1)"]
    case 20:
      return ["try:", "    with open('f') as f:", "        print('x', len(f.read()))"]
        + ["except FileNotFoundError:", "    print('got')"]
    default: return ["with open('f', 'w') as f:", "    f.write('y')"]
    }
  }
}

extension String {
  /// Half of the time what is printed is the same for all.
  fileprivate func replacing(_ end: String, in random: inout Chance) -> String {
    random.below(2) == 0 ? self : String(dropLast(end.count + 1)) + ")"
  }
}

/// Numbers that look like chance and are the same in every run (splitmix64).
struct Chance {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (word ^ word >> 31) >> 1) % limit
  }
}

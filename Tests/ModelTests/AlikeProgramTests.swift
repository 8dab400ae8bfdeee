// Reduced = unreduced for processes that are alike: on seeded random programs of two or three that put
// into one queue, get from one, work on one number, one manager's dict or one pipe, in any schedule and
// on an ideal machine, with and without a question. And what is found is real: each schedule, which was
// found among processes that had changed places, leads to its outcome.

import Diagnostics
import Language
import Machine
import Model
import Observation
import Testing

/// How many programs; the plain search of some is too long, and they are left out.
private let programs = 200

@Suite struct AlikeProgramTests {
  @Test(arguments: [TimeTruth.anySchedule, .idealMachine])
  func reducedEqualsUnreduced(time: TimeTruth) throws {
    var compared = 0
    var saved = 0
    var joined = 0
    for seed in 0..<programs {
      var writer = AlikeProgram(seed: seed)
      let text = writer.text()
      let program = try compiled(text)
      let observe = try writer.observe.map { try ObserveExpression.parse($0).get() }
      func explore(_ shortcuts: Shortcuts) -> OutcomeSet {
        Exploration.explore(
          program: program, observe: observe, time: time, bounds: Bounds(states: 20_000),
          shortcuts: shortcuts)
      }
      let plain = explore(.none)
      guard plain.isExact else { continue }
      compared += 1
      let few = explore(Shortcuts(joinsAlike: false))
      let sorted = explore(Shortcuts(skipsSteps: false))
      let both = explore(Shortcuts())
      let what = "\(seed) \(time) \(writer.observe ?? "")\n\(text)"
      for set in [few, sorted, both] {
        #expect(set.verdict == plain.verdict, "\(what)")
        #expect(plain.outcomes.map(\.value) == set.outcomes.map(\.value), "\(what)")
        #expect(plain.outcomes.map(\.isStuck) == set.outcomes.map(\.isStuck), "\(what)")
      }
      if few.states < plain.states { saved += 1 }
      if both.states < few.states { joined += 1 }
      if time == .anySchedule {
        for outcome in both.outcomes {
          try expectReal(outcome, program, observe, what)
        }
      }
    }
    #expect(compared > programs * 3 / 4, "\(compared)")
    #expect(saved > compared / 2, "\(saved) of \(compared)")
    #expect(joined > compared / 4, "\(joined) of \(compared)")
  }

  /// Of two that are alike one may go on in the other's place. Once he has crashed he stays where he is,
  /// so the way there must be told of the one who crashed.
  @Test func thoseWhoCrashKeepTheirPlace() throws {
    let program = try compiled(
      """
      from multiprocessing import *
      s, t, u = SimpleQueue(), Semaphore(2), BoundedSemaphore(2)
      v = Value('i', 0, lock=False)
      def put():
          u.acquire()
          s.put(1)
          t.acquire()
      def fail():
          v.value += 1
          with u:
              Condition(t).notify()
      if __name__ == '__main__':
          ps = [Process(target=work) for work in (put, fail, fail)]
          for p in ps: p.start()
          for p in ps: p.join()
      """)
    for observe in ["(stuck, crashed, lines)", "crashed"] {
      let expression = try ObserveExpression.parse(observe).get()
      let set = Exploration.explore(program: program, observe: expression)
      #expect(set.isExact && set.outcomes.count == 1)
      for outcome in set.outcomes { try expectReal(outcome, program, expression, observe) }
    }
  }

  private func expectReal(
    _ outcome: OutcomeSet.Outcome, _ program: Program, _ observe: ObserveExpression?, _ what: String
  ) throws {
    var drive = try Drive.begin(program, observe: observe).get()
    for move in outcome.schedule.moves {
      let fault = drive.take(move)
      #expect(
        fault == nil,
        "\(fault?.message.text(in: .english) ?? ""), \(outcome.schedule.text)\n\(what)")
      if fault != nil { return }
    }
    #expect(drive.isOver || drive.isStuck, "\(outcome.schedule.text)\n\(what)")
    if observe != nil {
      #expect(drive.value == outcome.value, "\(outcome.schedule.text)\n\(what)")
    }
  }
}

/// Programs whose processes must be taken for alike.
private typealias Example = (
  name: String, text: String, observe: String?, time: TimeTruth, states: Int
)
private let alike: [Example] = [
  (
    "producers",
    """
    from multiprocessing import Process, Queue
    def cook(shelf):
        shelf.put('bun')
        shelf.put('cake')
    if __name__ == '__main__':
        shelf = Queue()
        cooks = [Process(target=cook, args=(shelf,)) for _ in range(3)]
        for person in cooks: person.start()
        for _ in range(6): print('ate', shelf.get())
        for person in cooks: person.join()
    """, nil, .anySchedule, 200
  ),
  (
    "eaters who are daemons",
    """
    from multiprocessing import JoinableQueue, Process
    def eat(shelf):
        while True:
            shelf.get()
            print('ate bun')
            shelf.task_done()
    if __name__ == '__main__':
        shelf = JoinableQueue()
        for _ in range(6): Process(target=eat, args=(shelf,), daemon=True).start()
        for number in range(6): shelf.put(number)
        shelf.join()
        print('all eaten')
    """, "printed('ate')", .anySchedule, 500
  ),
  (
    "guests with names, after cooks",
    """
    from multiprocessing import Process, Queue, current_process
    def cook(shelf):
        shelf.put('bun')
    def eat(shelf):
        guest = current_process().name
        while shelf.get() is not None:
            print(f'{guest} ate a bun')
    if __name__ == '__main__':
        shelf = Queue()
        cooks = [Process(target=cook, name=f'cook {n}', args=(shelf,)) for n in range(3)]
        guests = [Process(target=eat, name=f'guest {n}', args=(shelf,)) for n in range(3)]
        for person in cooks + guests: person.start()
        for person in cooks: person.join()
        for _ in guests: shelf.put(None)
        for person in guests: person.join()
    """, "printed('ate')", .anySchedule, 150
  ),
  (
    "more daemons than signals are sent without a stop",
    """
    from multiprocessing import Lock, Process
    def wait(lock):
        lock.acquire()
    if __name__ == '__main__':
        lock = Lock()
        lock.acquire()
        for _ in range(120): Process(target=wait, args=(lock,), daemon=True).start()
    """, "stuck", .anySchedule, 1_000
  ),
  (
    "a manager's dict",
    """
    from multiprocessing import Manager, Process
    def sell(till):
        till['sold'] += 1
    if __name__ == '__main__':
        manager = Manager()
        till = manager.dict({'sold': 0})
        sellers = [Process(target=sell, args=(till,)) for _ in range(5)]
        for seller in sellers: seller.start()
        for seller in sellers: seller.join()
        print('sold', till['sold'])
    """, nil, .anySchedule, 200
  ),
  (
    "a lock on an ideal machine",
    """
    import time
    from multiprocessing import Lock, Process
    def work(number, lock):
        time.sleep(1)
        with lock:
            print('worker', number)
            time.sleep(1)
    if __name__ == '__main__':
        lock = Lock()
        workers = [Process(target=work, args=(n, lock)) for n in range(6)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
    """, "seconds", .idealMachine, 50
  ),
]

extension AlikeProgramTests {
  @Test(arguments: alike.indices)
  func theyAreSorted(index: Int) throws {
    let program = alike[index]
    let observe = try program.observe.map { try ObserveExpression.parse($0).get() }
    let set = Exploration.explore(
      program: try compiled(program.text), observe: observe, time: program.time)
    #expect(set.isExact)
    #expect(set.states < program.states, "\(program.name)")
  }
}

extension OutcomeSet.Outcome {
  fileprivate var isStuck: Bool { stuckStates > 0 }
}

/// A program made up by chance in which some processes are alike.
struct AlikeProgram {
  private var random: Chance
  /// Nil asks nothing in particular.
  private(set) var observe: String?

  init(seed: Int) { random = Chance(seed: seed) }

  private static let questions = [
    nil, nil, "stuck", "printed('x')", "(printed('got'), printed('x'), stuck)", "lines",
    "lines_of('Process-2')", "before('x', 'got')", "crashed", "[line[:3] for line in lines]",
    "overlap('inner')", "printed('2')", "(lines[-1:], stuck)", "raised('Empty')",
    "lines_of('main')", "exitcode('Process-1')",
  ]

  private static let things = [
    ("q", "q = Queue()"), ("j", "j = JoinableQueue()"), ("s", "s = SimpleQueue()"),
    ("b", "b = Queue(1)"), ("v", "v = Value('i', 0)"), ("a", "a = Lock()"),
    ("d", "d = manager.dict({'n': 0})"), ("l", "l = manager.list()"),
    ("m", "m = manager.RLock()"), ("near", "near, far = Pipe()"), ("far", "near, far = Pipe()"),
    ("e", "e = Event()"), ("f", "f = Queue()"),
  ]

  mutating func text() -> String {
    observe = Self.questions[random.below(Self.questions.count)]
    let isMixed = random.below(4) == 0
    var bodies = ["def inner():", "    return 1", "def count():", "    v.value += 1"]
    for kind in 0..<(isMixed ? 2 : 1) {
      bodies.append("def work\(kind)(n):")
      if random.below(5) == 0 { bodies.append("    me = current_process().name") }
      let usesName = bodies.last == "    me = current_process().name"
      bodies += statements(1 + random.below(2)).map { "    " + $0 }
      if usesName { bodies.append("    print('x', me)") }
    }
    let body = bodies + ["if __name__ == '__main__':"] + main(isMixed).map { "    " + $0 }
    let text = body.joined(separator: "\n") + "\n"
    var lines = [
      "import time", "from queue import Empty", "from multiprocessing import *", "n = 9",
    ]
    let used = Self.things.filter { name, _ in
      text.contains("\(name).") || text.contains("\(name)[") || text.contains("with \(name):")
    }
    if used.contains(where: { $0.1.contains("manager") }) { lines.append("manager = Manager()") }
    for (_, line) in used where !lines.contains(line) { lines.append(line) }
    return lines.joined(separator: "\n") + "\n" + text
  }

  private mutating func main(_ isMixed: Bool) -> [String] {
    let count = 2 + random.below(random.below(3) == 0 ? 2 : 1)
    let isDaemon = random.below(5) == 0
    var lines = ["ps = []"]
    for number in 0..<count {
      let kind = isMixed ? random.below(2) : 0
      let daemon = isDaemon && random.below(4) > 0 ? ", daemon=True" : ""
      lines.append("ps.append(Process(target=work\(kind), args=(\(number),)\(daemon)))")
    }
    if random.below(4) == 0 { lines += statements(1) }
    if random.below(6) == 0 {
      lines += ["for p in ps:", "    p.start()", "    " + oneLine()]
    } else {
      lines.append("for p in ps: p.start()")
    }
    if random.below(2) == 0 { lines += statements(1) }
    switch random.below(isDaemon ? 3 : 12) {
    case 0: lines.append("print('got')")
    case 1: lines += ["ps[0].join()", "print('x')", "for p in ps: p.join()"]
    case 2: lines += ["for p in ps[1:]: p.join()", oneLine()]
    case 3: lines.append("print(ps[0].is_alive())")
    case 4: lines += ["for p in ps:", "    p.join()", "    print('got')"]
    default: lines.append("for p in ps: p.join()")
    }
    if random.below(10) == 0 { lines.append("ps[\(random.below(count))].terminate()") }
    if random.below(4) == 0 { lines.append(oneLine()) }
    return lines
  }

  private mutating func oneLine() -> String {
    [
      "q.put(1)", "j.put(1)", "print('got', q.get())", "print('x')", "v.value += 1", "j.join()",
      "print('x', d['n'])", "s.put(3)", "e.set()", "time.sleep(1)",
      "print('got', far.recv())",
    ][random.below(11)]
  }

  private mutating func statements(_ count: Int) -> [String] {
    (0..<count).flatMap { _ in statement() }
  }

  private mutating func statement() -> [String] {
    switch random.below(31) {
    case 0, 1: return ["q.put(\(random.below(2)))"]
    case 2: return ["q.put(n)"]
    case 3, 4: return ["print('got', q.get())"]
    case 5: return ["q.get()", "print('x')"]
    case 6: return ["j.put(1)"]
    case 7: return ["j.get()", "print('got')", "j.task_done()"]
    case 8: return ["for _ in range(2): j.put('y')"]
    case 9: return ["s.put(1)"]
    case 10: return ["print('got', s.get())"]
    case 11: return ["b.put(2)"]
    case 12: return ["print('got', b.get())"]
    case 13: return ["v.value += 1"]
    case 14: return ["with v.get_lock():", "    v.value += 1", "    print('x', v.value)"]
    case 15: return ["d['n'] += 1"]
    case 16: return ["print('x', d['n'])"]
    case 17: return ["l.append(1)", "print('x' if len(l) > 1 else 'got')"]
    case 18: return ["with m:", "    print('x')"]
    case 19: return ["near.send(1)"]
    case 20: return ["with a:", "    print('got', n)"]
    case 21: return ["time.sleep(\(random.below(3)))"]
    case 22:
      return ["try:", "    print('got', q.get(timeout=1))", "except Empty:", "    print('x')"]
    case 23: return ["print('x', n)"]
    case 24: return ["time.sleep(n)", "print('got')"]
    case 25: return ["inner()"]
    case 26: return ["if v.value: raise ValueError(n)"]
    case 27: return ["f.put(count)"]
    case 28: return ["f.get()()", "print('got')"]
    case 29: return ["f.put(inner)"]
    default: return ["with a:", "    inner()"]
    }
  }
}

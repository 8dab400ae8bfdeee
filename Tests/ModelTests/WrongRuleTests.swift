// Wrong rules: what a program comes to, and what it would come to if a rule held.

import Machine
import Model
import Observation
import Testing

/// A program whose outcomes a rule changes.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var rule: WrongRules
  var program: String
  var observe = "lines"
  var folder: [String: [UInt8]] = [:]
  /// As CPython has it, and under the rule.
  var real: [String]
  var wrong: [String]
  /// Whether what occurs under the rule is a part of what really occurs.
  var isPart = true

  var testDescription: String { rule.name }
}

@Suite struct WrongRuleTests {
  static func workers(_ count: Int, _ body: String, _ setUp: String, _ end: String) -> String {
    """
    from multiprocessing import *
    import json, time

    \(body)

    if __name__ == '__main__':
        \(setUp)
        ps = [Process(target=work, args=(n, shared)) for n in range(\(count))]
        for p in ps: p.start()
        for p in ps: p.join()
        \(end)
    """
  }

  static let cases: [RuleCase] = [
    RuleCase(
      rule: .atomicFiles,
      program: workers(
        3,
        """
        def work(n, shared):
            with open('count.json') as file:
                count = json.load(file)
            if count > 0:
                with open('count.json', 'w') as file:
                    json.dump(count - 1, file)
                print('bought')
        """, "shared = None", "pass"), observe: "(printed('bought'), crashed)",
      folder: ["count.json": Array("1".utf8)],
      real: ["(1, 0)", "(1, 1)", "(1, 2)", "(2, 0)", "(2, 1)", "(3, 0)"], wrong: ["(1, 0)"]),
    RuleCase(
      rule: .atomicFiles,
      program: workers(
        2,
        """
        def work(n, shared):
            with open('log.txt') as file:
                print(len(file.read()))
        """, "shared = None", "pass"), observe: "sorted(lines)",
      folder: ["log.txt": Array("ab".utf8)], real: ["['2', '2']"], wrong: ["['2', '2']"]),
    RuleCase(
      rule: .sharedGlobals,
      program: workers(
        2,
        """
        count = 0
        basket = []
        def work(n, shared):
            global count
            count += 1
            basket.append(n)
        """, "shared = basket", "print(count, shared)"), real: ["['0 []']"],
      wrong: ["['2 [0, 1]']", "['2 [1, 0]']"], isPart: false),
    RuleCase(
      rule: .noFeeder,
      program: """
        from multiprocessing import Queue
        from queue import Empty
        q = Queue()
        q.put([1])
        try:
            print(q.get(block=False))
        except Empty:
            print('empty')
        """, real: ["['[1]']", "['empty']"], wrong: ["['[1]']"]),
    RuleCase(
      rule: .noFeeder,
      program: workers(
        1, "def work(n, shared): shared.put('x' * 100_000)", "shared = Queue()",
        "print(len(shared.get()))"), real: ["[]"], wrong: ["['100000']"], isPart: false),
    RuleCase(
      rule: .fifo,
      program: """
        from multiprocessing import Event, Process, Queue
        def first(q, e):
            q.put('a')
            e.set()
        def second(q, e):
            e.wait()
            q.put('b')
        if __name__ == '__main__':
            q, e = Queue(), Event()
            Process(target=first, args=(q, e)).start()
            Process(target=second, args=(q, e)).start()
            print(q.get(), q.get())
        """, real: ["['a b']", "['b a']"], wrong: ["['a b']"]),
    RuleCase(
      rule: .sleepOrders,
      program: workers(
        2,
        """
        def work(n, shared):
            time.sleep(n)
            print(n)
        """, "shared = None", "pass"), real: ["['0', '1']", "['1', '0']"],
      wrong: ["['0', '1']"]),
    RuleCase(
      rule: .reentrantLock,
      program: workers(
        2,
        """
        def work(n, shared):
            with shared:
                with shared:
                    print('in')
        """, "shared = Lock()", "pass"), real: ["[]"], wrong: ["['in', 'in']"], isPart: false),
    RuleCase(
      rule: .joinIsLock,
      program: workers(
        3,
        """
        def work(n, shared):
            count = shared.value
            shared.value = count + 1
        """, "shared = Value('i', 0)", "print(shared.value)"),
      real: ["['1']", "['2']", "['3']"], wrong: ["['3']"]),
    RuleCase(
      rule: .nestedValues,
      program: workers(
        1,
        """
        def work(n, shared):
            shared['k'].append(1)
            shared['k'] += [2]
        """, "shared = Manager().dict(k=[])", "print(shared, len(shared['k']))"),
      real: [#"["{'k': [2]} 1"]"#], wrong: [#"["{'k': [1, 2]} 2"]"#], isPart: false),
    RuleCase(
      rule: .atomicAdd,
      program: workers(
        2, "def work(n, shared): shared.value += 1", "shared = Value('i', 0)",
        "print(shared.value)"), real: ["['1']", "['2']"], wrong: ["['2']"]),
    RuleCase(
      rule: .atomicAdd,
      program: workers(
        2, "def work(n, shared): shared['n'] += 1", "shared = Manager().dict(n=0)",
        "print(shared['n'])"), real: ["['1']", "['2']"], wrong: ["['2']"]),
    RuleCase(
      rule: .atomicAdd,
      program: workers(
        2,
        """
        def work(n, shared):
            count = shared.value
            shared.value = count + 1
        """, "shared = Value('i', 0)", "print(shared.value)"),
      real: ["['1']", "['2']"], wrong: ["['1']", "['2']"]),
    RuleCase(
      rule: .pipeEnds,
      program: """
        from multiprocessing import Pipe, Process
        def work(w): w.send('hi')
        if __name__ == '__main__':
            r, w = Pipe(duplex=False)
            Process(target=work, args=(w,)).start()
            try:
                while True: print(r.recv())
            except EOFError:
                print('end')
        """, real: ["['hi']"], wrong: ["['hi', 'end']"], isPart: false),
    RuleCase(
      rule: .daemonsFinish,
      program: """
        from multiprocessing import Process, JoinableQueue
        def eat(q):
            while True:
                print('ate', q.get())
        if __name__ == '__main__':
            q = JoinableQueue()
            Process(target=eat, args=(q,), daemon=True).start()
            for number in range(2): q.put(number)
        """, real: ["['ate 0', 'ate 1']", "['ate 0']", "[]"], wrong: ["['ate 0', 'ate 1']"]),
  ]

  private func values(_ of: RuleCase, _ rules: WrongRules) throws -> [String] {
    let set = Exploration.explore(
      program: try compiled(of.program), folder: of.folder,
      observe: try ObserveExpression.parse(of.observe).get(), rules: rules)
    #expect(set.isExact)
    if !rules.isEmpty { #expect(set.outcomes.allSatisfy { $0.schedule.moves.isEmpty }) }
    return set.outcomes.map(\.value)
  }

  @Test(arguments: cases) func aRuleChangesOutcomes(of: RuleCase) throws {
    #expect(try values(of, []) == of.real)
    #expect(try values(of, of.rule) == of.wrong)
  }

  /// A rule that only takes schedules away adds no outcome to any of the programs.
  @Test(arguments: cases) func aRuleThatTakesSchedulesAwayAddsNothing(of: RuleCase) throws {
    let real = try values(of, [])
    // Whoever waits for a sibling waits for ever where only one may work at a time.
    let others: [WrongRules] = [.atomicFiles, .fifo, .sleepOrders, .atomicAdd, .daemonsFinish]
    for rule in others where rule != of.rule {
      let found = try values(of, rule)
      #expect(Set(found).isSubset(of: real), "\(rule.name)")
    }
    if of.isPart { #expect(Set(of.wrong).isSubset(of: of.real)) }
  }

  /// What comes between whom is a question about any schedule.
  @Test(arguments: WrongRules.named.map(\.rule)) func rulesOnAnIdealMachine(rule: WrongRules) throws
  {
    let program = try compiled("print(1)")
    let alone = Exploration.explore(program: program, time: .idealMachine, rules: rule)
    #expect(alone.isExact == !rule.isSubset(of: .ofAnySchedule))
    let both = Exploration.explore(program: program, rules: [rule, .sleepOrders])
    #expect(both.isExact == (rule == .sleepOrders || !rule.isSubset(of: .ofAnySchedule)))
  }

  @Test func everyRuleHasACaseAndAName() {
    #expect(Set(Self.cases.map(\.rule.name)) == Set(WrongRules.names))
    for (name, rule) in WrongRules.named { #expect(WrongRules(name: name) == rule) }
    #expect(WrongRules(name: "none") == nil)
  }
}

import Model
import Observation
import Testing

@Suite struct ProgramTests {
  static let ticket = ["ticket.json": Array("{\"left\": 1}".utf8)]

  /// The race for the last ticket; `lock` covers the purchase, or does not.
  static func race(buyers: Int, locked: Bool) -> String {
    """
    import json, random, time
    from multiprocessing import Lock, Process

    class Nothing:
        def __enter__(self): pass
        def __exit__(self, *details): pass

    def look():
        with open('ticket.json') as file:
            return json.load(file)['left']

    def buy(buyer, lock):
        time.sleep(random.uniform(0, 2))
        with lock:
            left = look()
            if left > 0:
                time.sleep(0.5)
                with open('ticket.json', 'w') as file:
                    json.dump({'left': left - 1}, file)
                print('buyer', buyer, 'bought')

    if __name__ == '__main__':
        lock = \(locked ? "Lock()" : "Nothing()")
        buyers = [Process(target=buy, args=(n, lock)) for n in range(\(buyers))]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
    """
  }

  /// How often each process has acquired a semaphore more than released it has no end here.
  @Test func semaphoresAsSignalsGoRound() throws {
    let set = try explored(
      """
      from multiprocessing import Process, Semaphore
      def go(mine, other):
          while True:
              mine.acquire()
              other.release()
      a, b = Semaphore(1), Semaphore(0)
      if __name__ == '__main__':
          for pair in (a, b), (b, a):
              Process(target=go, args=pair).start()
      """, observe: "stuck", bounds: Bounds(states: 100))
    #expect(set.verdict == .exact)
  }

  /// A Condition asks whether its process has acquired the semaphore that it was given.
  @Test func conditionsAskForAcquisitions() throws {
    let found = try values(
      """
      from multiprocessing import *
      def work():
          if v.value:
              s.acquire()
          q.get()
          Condition(s).notify()
      s, q, v = Semaphore(2), SimpleQueue(), Value('i', 0, lock=False)
      if __name__ == '__main__':
          p = Process(target=work)
          p.start()
          v.value = 1
          q.put(1)
          p.join()
      """, "crashed")
    #expect(found == ["0", "1"])
  }

  @Test func raceForTheLastTicket() throws {
    let set = try explored(
      Self.race(buyers: 4, locked: false), observe: "printed('bought')", folder: Self.ticket)
    #expect(set.verdict == .exact)
    #expect(set.outcomes.map(\.value) == ["1", "2", "3", "4"])
    let crashes = set.outcomes.map { $0.crashes.map(\.exception.type) }
    let fault = ["json.decoder.JSONDecodeError"]
    #expect(crashes == [fault, fault, fault, []])
    #expect(set.outcomes.allSatisfy { $0.stuck == nil })
  }

  @Test func lockAroundThePurchase() throws {
    let set = try explored(
      Self.race(buyers: 4, locked: true), observe: "printed('bought')", folder: Self.ticket)
    #expect(set.verdict == .exact)
    #expect(set.outcomes.map(\.value) == ["1"])
    #expect(set.outcomes.allSatisfy { $0.crashes.isEmpty })
  }

  /// The same search in the same bytes: outcomes, schedules, counts.
  @Test func explorationsRepeat() throws {
    let text = Self.race(buyers: 3, locked: false)
    let first = try explored(text, folder: Self.ticket)
    let second = try explored(text, folder: Self.ticket)
    #expect(first.states == second.states && first.transitions == second.transitions)
    #expect(first.outcomes.map(\.value) == second.outcomes.map(\.value))
    #expect(first.outcomes.map(\.schedule) == second.outcomes.map(\.schedule))
  }

  @Test func schedulesReplay() throws {
    let text = Self.race(buyers: 3, locked: false)
    let program = try compiled(text)
    let set = try explored(text, observe: "printed('bought')", folder: Self.ticket)
    for outcome in set.outcomes {
      let steps = try Exploration.replay(
        outcome.schedule, program: program, folder: Self.ticket
      ).get()
      let bought = steps.count {
        if case .print(let bytes) = $0.operation {
          bytes.suffix(7) == Array("bought\n".utf8)[...]
        } else {
          false
        }
      }
      #expect("\(bought)" == outcome.value)
    }
  }

  @Test(arguments: [
    ("file('ticket.json')", ["'{\"left\": 0}'"]),
    ("raised('JSONDecodeError') > 0", ["False", "True"]),
    ("exitcode('main')", ["0"]),
    ("stuck", ["False"]),
    ("overlap('look')", ["False", "True"]),
    ("before('buyer 0', 'buyer 1')", ["False", "True"]),
    ("lines_of('Process-1')", ["['buyer 0 bought']", "[]"]),
  ])
  func observers(expression: String, expected: [String]) throws {
    let text = Self.race(buyers: 2, locked: false)
    #expect(try values(text, expression, folder: Self.ticket) == expected)
  }

  @Test func lookingOverlapsUnderNoLock() throws {
    let text = Self.race(buyers: 2, locked: true)
    #expect(try values(text, "overlap('look')", folder: Self.ticket) == ["False"])
  }

  @Test func linesInOrder() throws {
    let text = """
      from multiprocessing import Process
      def say(word):
          print(word)
      if __name__ == '__main__':
          children = [Process(target=say, args=(word,)) for word in 'ab']
          for child in children: child.start()
          for child in children: child.join()
          print('end')
      """
    #expect(try values(text, "lines") == ["['a', 'b', 'end']", "['b', 'a', 'end']"])
    #expect(try values(text, "lines[-1]") == ["'end'"])
    #expect(try values(text, "printed('a') + printed('b')") == ["2"])
  }

  @Test func locksInOppositeOrders() throws {
    let text = """
      from multiprocessing import Lock, Process
      def work(first, second):
          first.acquire()
          second.acquire()
          second.release()
          first.release()
      if __name__ == '__main__':
          a, b = Lock(), Lock()
          p = Process(target=work, args=(a, b))
          q = Process(target=work, args=(b, a))
          p.start()
          q.start()
          p.join()
          q.join()
      """
    #expect(try values(text, "stuck") == ["False", "True"])
    let stuck = try #require(try explored(text).outcomes.compactMap(\.stuck).first)
    #expect(stuck.waiters.map(\.line) == [13, 4, 4])
    #expect(stuck.waiters.map(\.operation) == ["p.join()", "second.acquire()", "second.acquire()"])
    #expect(stuck.waiters[1].holder?.line == 3)
  }

  @Test func joinWithATimeoutMayComeBackEarly() throws {
    let text = """
      import time
      from multiprocessing import Process
      def nap():
          time.sleep(1)
      if __name__ == '__main__':
          child = Process(target=nap)
          child.start()
          child.join(5)
          print(child.is_alive())
      """
    #expect(try values(text, "lines") == ["['False']", "['True']"])
  }

  @Test func terminatedAnywhere() throws {
    let text = """
      from multiprocessing import Process
      def talk():
          print('one')
          print('two')
      if __name__ == '__main__':
          child = Process(target=talk)
          child.start()
          child.terminate()
          child.join()
          print(child.exitcode)
      """
    let found = try values(text, "lines")
    #expect(
      found == [
        "['-15']", "['one', '-15']", "['one', 'two', '-15']", "['one', 'two', '0']",
      ])
  }

  /// CPython mixes messages up where nothing keeps two processes apart; see `KernelPipes`.
  @Test(arguments: [
    ("end.recv()", "near.send(1)", "two processes receive from one end of a pipe at once", 6),
    (
      "far.send('x' * 1_000_000)", "end.recv()", "two processes send to one end of a pipe at once",
      6
    ),
  ])
  func mixedUpMessages(child: String, parent: String, message: String, line: Int) throws {
    func text(_ guarded: Bool) -> String {
      """
      from multiprocessing import *
      near, far = Pipe()
      end = \(child.contains("far") ? "near" : "far")
      lock = Lock()
      def work():
          \(guarded ? "with lock: " : "")\(child)
      if __name__ == '__main__':
          ps = [Process(target=work) for _ in range(2)]
          for p in ps: p.start()
          for _ in ps: \(parent)
          for p in ps: p.join()
      """
    }
    let set = try explored(text(false), observe: "stuck")
    guard case .unsupported(let diagnostic) = set.verdict else {
      Issue.record("\(set.verdict)")
      return
    }
    #expect(diagnostic.message.text(in: .english) == message)
    #expect(diagnostic.span?.line == line)
    #expect(try values(text(true), "stuck") == ["False"])
  }

  @Test(arguments: [true, false])
  func aReceiverThatIsKilled(receives: Bool) throws {
    let set = try explored(
      """
      from multiprocessing import *
      near, far = Pipe()
      child = Process(target=far.recv)
      child.start()
      near.send(1)
      near.send(2)
      child.terminate()
      child.join()
      \(receives ? "print(far.recv())" : "")
      """, observe: "stuck")
    if receives {
      guard case .unsupported(let diagnostic) = set.verdict else {
        Issue.record("\(set.verdict)")
        return
      }
      #expect(
        diagnostic.message.text(in: .english)
          == "a process may be killed as it receives from this end of a pipe")
      #expect(diagnostic.span?.line == 9)
    } else {
      #expect(set.isExact && set.outcomes.map(\.value) == ["False"])
    }
  }

  @Test func choicesAndTimes() throws {
    let text = """
      import random, time
      time.sleep(random.randint(1, 3))
      time.sleep(random.random())
      print(random.choice(['heads', 'tails']))
      start = time.time()
      print(time.time() - start > 1)
      """
    let set = try explored(text, observe: "lines")
    guard case .unsupported(let diagnostic) = set.verdict else {
      Issue.record("\(set.verdict)")
      return
    }
    #expect(diagnostic.span?.line == 6)
    let coin = text.split(separator: "\n").prefix(4).joined(separator: "\n")
    #expect(try values(coin, "lines") == ["['heads']", "['tails']"])
  }

  /// Nothing that others see happens while one step starts them all.
  @Test func manyProcessesInOneStep() throws {
    let text = """
      from multiprocessing import Process, Value
      def work(sold, n):
          sold[n % 5].value = n
      if __name__ == '__main__':
          sold = [Value('i', -1) for _ in range(5)]
          ps = [Process(target=work, args=(sold, n)) for n in range(5)]
          for p in ps + [Process(target=print) for _ in range(40)]:
              p.start()
          for p in ps:
              p.join()
          print([s.value for s in sold])
      """
    #expect(try values(text, "printed('[0, 1, 2, 3, 4]')") == ["1"])
  }

  /// What only shows while it runs is refused with its line, not told as an error of Python's.
  @Test(arguments: [
    ("items.sort(key=print)", "a manager's operation that prints, waits or calls a manager"),
    ("manager.list(manager.dict(a=1))", "a managed list made from a managed dict"),
  ])
  func whatManagersCannotDo(statement: String, message: String) throws {
    let text = """
      from multiprocessing import Manager
      manager = Manager()
      items = manager.list([1, 2])
      \(statement)
      """
    let set = try explored(text, observe: "lines")
    guard case .unsupported(let diagnostic) = set.verdict else {
      Issue.record("\(set.verdict)")
      return
    }
    #expect(diagnostic.span?.line == 4)
    #expect(diagnostic.message.text(in: .english) == message)
  }

  @Test(arguments: ["while True:\n  pass", "import time\nwhile True:\n  time.sleep(1)"])
  func roundAndRound(text: String) throws {
    #expect(try values(text, "stuck") == ["True"])
  }

  /// A program that may print any number of lines has ever more outcomes; the bound is kept.
  @Test func outcomesWithoutEnd() throws {
    let text = """
      from multiprocessing import Process
      def tick():
          while True:
              print('tick')
      if __name__ == '__main__':
          clock = Process(target=tick, daemon=True)
          clock.start()
          print('end')
      """
    let set = try explored(text, observe: "printed('tick')", bounds: Bounds(states: 300))
    #expect(set.verdict == .partial(.states(300)))
    #expect(set.outcomes.prefix(3).map(\.value) == ["0", "1", "2"])
  }

  @Test(arguments: [
    ("printd('x')", "did you mean 'printed'?"), ("printed", "printed('…')"),
    ("", "printed(\"bought\")"),
  ])
  func badExpressions(text: String, hint: String) {
    guard case .failure(let diagnostic) = ObserveExpression.parse(text) else {
      Issue.record("parsed")
      return
    }
    #expect(diagnostic.hint?.text(in: .english) == hint)
  }

  @Test func expressionsOverRecords() throws {
    var record = RunRecord()
    record.lines = [
      .init(process: "Process-1", text: "it's bought"), .init(process: "MainProcess", text: "end"),
    ]
    record.ends = [
      .init(process: "MainProcess", code: 0),
      .init(
        process: "Process-1", code: 1,
        exception: .init(type: "json.decoder.JSONDecodeError", message: "", line: 3)),
    ]
    record.files = [.init(name: "a", bytes: Array("x\n".utf8))]
    let expected = [
      "printed('bought')": "1", "lines": "[\"it's bought\", 'end']", "lines_of('main')": "['end']",
      "file('a')": "'x\\n'", "file('b')": "None", "exitcode('Process-1')": "1",
      "raised('JSONDecodeError')": "1", "raised('KeyError')": "0", "crashed": "1",
      "stuck": "False", "before('end', 'it')": "False", "len([l for l in lines if 'e' in l])": "1",
      "[printed(word) for word in ['end', 'start']]": "[1, 0]",
    ]
    for (text, value) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(try ObserveExpression.parse(text).get().value(of: record).get() == value, "\(text)")
    }
  }
}

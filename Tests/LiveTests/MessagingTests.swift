import Glibc
import Live
import Machine
import Observation
import Testing

/// Pipes, queues, shared memory and managers in whole programs: what lasts, what ends, what is told.
struct MessagingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// A program that says `ready` and then waits for ever, while another process keeps it from being
  /// stuck.
  struct Waiting: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let setUp: String
    let wait: String
    /// 3 where its items keep the process from ending, which is found before the second Ctrl-C.
    var status: Int32 = 130

    var text: String {
      """
      import time
      from multiprocessing import JoinableQueue, Manager, Pipe, Process, Queue, SimpleQueue, Value
      from multiprocessing.connection import wait

      if __name__ == '__main__':
          other = Process(target=time.sleep, args=(60,), daemon=True)
          other.start()
          \(setUp)
          print('ready', flush=True)
          \(wait)
      """
    }
  }

  static let waits = [
    Waiting(testDescription: "recv", setUp: "a, b = Pipe()", wait: "a.recv()"),
    Waiting(testDescription: "send", setUp: "a, b = Pipe()", wait: "a.send('x' * 1_000_000)"),
    Waiting(testDescription: "poll", setUp: "a, b = Pipe()", wait: "a.poll(None)"),
    Waiting(
      testDescription: "connection.wait", setUp: "a, b = Pipe()",
      wait: "wait([a, other.sentinel])"),
    Waiting(testDescription: "get", setUp: "q = Queue()", wait: "q.get()"),
    Waiting(testDescription: "get with a limit", setUp: "q = Queue()", wait: "q.get(timeout=60)"),
    Waiting(testDescription: "put", setUp: "q = Queue(1); q.put(1)", wait: "q.put(2)"),
    Waiting(
      testDescription: "a wait while its feeder waits too",
      setUp: "q = Queue(); q.put('x' * 1_000_000); a, b = Pipe()", wait: "a.recv()",
      status: 3),
    Waiting(
      testDescription: "the feeder at the end", setUp: "q = Queue(); q.put('x' * 1_000_000)",
      wait: "q.close(); q.join_thread()", status: 3),
    Waiting(
      testDescription: "SimpleQueue.put", setUp: "q = SimpleQueue()",
      wait: "q.put('x' * 1_000_000)"),
    Waiting(testDescription: "SimpleQueue.get", setUp: "q = SimpleQueue()", wait: "q.get()"),
    Waiting(testDescription: "tasks", setUp: "q = JoinableQueue(); q.put(1)", wait: "q.join()"),
    Waiting(
      testDescription: "a lock of shared memory",
      setUp: "v = Value('i', 0); Process(target=v.acquire).start(); time.sleep(0.2)",
      wait: "v.value"),
    Waiting(
      testDescription: "a manager's answer", setUp: "q = Manager().Queue()", wait: "q.get()"),
  ]

  @Test(arguments: waits)
  func `Ctrl-C ends every wait, and nothing stays`(_ waiting: Waiting) {
    let tutor = scratch.start(waiting.text)
    #expect(tutor.waitForOutput() == "ready")
    usleep(100_000)
    tutor.send(SIGINT)
    // A queue's items would keep the process from ending: a second one ends it, as under CPython.
    usleep(400_000)
    tutor.send(SIGINT)
    let result = tutor.finish()
    #expect(result.status == waiting.status)
    #expect(result.errors.contains("KeyboardInterrupt"), "\(result.errors)")
    #expect(tutor.isGone)
  }

  @Test func `killing tutor kills a manager's server and waiting feeders`() {
    let tutor = scratch.start(
      """
      from multiprocessing import Manager, Process, Queue

      def cook(q):
          q.put('x' * 1_000_000)

      if __name__ == '__main__':
          d = Manager().dict()
          q = Queue()
          p = Process(target=cook, args=(q,))
          p.start()
          d['a'] = 1
          print('ready', flush=True)
          p.join()
      """)
    #expect(tutor.waitForOutput() == "ready")
    #expect(tutor.waitForProcesses(4))
    tutor.send(SIGKILL)
    #expect(tutor.finish().status == 128 + SIGKILL)
    #expect(tutor.isGone)
  }

  @Test func `a reader who comes late finds a feeder that waits`() {
    let result = scratch.run(
      """
      import time
      from multiprocessing import Process, Queue

      def eat(q, size):
          time.sleep(0.6)
          print(len(q.get()) == size, q.get())

      if __name__ == '__main__':
          q = Queue()
          p = Process(target=eat, args=(q, 500_000))
          p.start()
          q.put('x' * 500_000)
          q.put('last')
          p.join()
      """)
    #expect(result.output == "True last\n")
    #expect(result.errors == "")
  }

  @Test func `what was put is not there at once`() {
    let result = scratch.run(
      """
      import queue, time
      from multiprocessing import Queue

      q = Queue()
      empty = 0
      for i in range(100):
          q.put(i)
          try:
              q.get(block=False)
          except queue.Empty:
              empty += 1
              q.get()
      print(empty > 50)
      q.put(1)
      time.sleep(0.01)
      print(q.get(block=False))
      """)
    #expect(result.output == "True\n1\n")
  }

  @Test func `thousands of queues and shared numbers are at hand`() {
    let result = scratch.run(
      """
      from multiprocessing import Array, Queue

      queues = [Queue() for _ in range(1500)]
      big = Array('d', 1_000_000)
      big[999_999] = 0.5
      for q in queues:
          q.put(1)
      print(sum(q.get() for q in queues), big[999_999])
      """)
    #expect(result.output == "1500 0.5\n")
    #expect(result.errors == "")
  }

  @Test func `many producers and consumers lose nothing and mix nothing`() {
    let result = scratch.run(
      """
      from multiprocessing import Process, Queue

      def produce(q, n):
          for i in range(400):
              q.put((n, str(n) * (i * 37 % 9000)))

      def consume(q, done):
          count = 0
          while True:
              item = q.get()
              if item is None:
                  break
              n, text = item
              assert text == str(n) * len(text)
              count += 1
          done.put(count)

      if __name__ == '__main__':
          q, done = Queue(), Queue()
          producers = [Process(target=produce, args=(q, n)) for n in range(4)]
          consumers = [Process(target=consume, args=(q, done)) for _ in range(3)]
          for p in producers + consumers:
              p.start()
          for p in producers:
              p.join()
          for _ in consumers:
              q.put(None)
          print(sum(done.get() for _ in consumers))
          for p in consumers:
              p.join()
          print(q.empty(), q.qsize())
      """)
    #expect(result.output == "1600\nTrue 0\n")
    #expect(result.errors == "")
  }

  @Test func `a client that dies while it waits is forgotten by the manager`() {
    let result = scratch.run(
      """
      import time
      from multiprocessing import Manager, Process

      def wait(q):
          q.get()

      if __name__ == '__main__':
          with Manager() as manager:
              q = manager.Queue()
              p = Process(target=wait, args=(q,))
              p.start()
              time.sleep(0.2)
              p.kill()
              p.join()
              q.put('mine')
              print(q.get(timeout=5))
      """)
    #expect(result.output == "mine\n")
    #expect(result.errors == "")
  }

  @Test func `the supervisor holds none of the program's descriptors`() {
    let tutor = scratch.start(
      """
      import time
      from multiprocessing import Manager, Pipe, Queue
      kept = [Pipe() for _ in range(20)] + [Queue() for _ in range(20)]
      manager = Manager()
      print('ready', flush=True)
      time.sleep(60)
      """)
    #expect(tutor.waitForOutput() == "ready")
    let plain = scratch.start(
      """
      import time
      print('ready', flush=True)
      time.sleep(60)
      """)
    #expect(plain.waitForOutput() == "ready")
    // A few are inherited from whoever runs the tests, by both.
    #expect(descriptors(of: tutor.process) - descriptors(of: plain.process) < 10)
    for run in [tutor, plain] {
      run.send(SIGINT)
      _ = run.finish()
    }
    #expect(tutor.isGone && plain.isGone)
  }

  private func descriptors(of process: pid_t) -> Int {
    guard let directory = opendir("/proc/\(process)/fd") else { return .max }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count
  }

  // MARK: What is told

  @Test func `steps tell what went where`() throws {
    scratch.write(
      """
      from multiprocessing import JoinableQueue, Manager, Pipe, Value

      a, b = Pipe()
      a.send(1)
      b.recv()
      a.close()
      q = JoinableQueue()
      q.put(2)
      q.get()
      q.task_done()
      v = Value('i', 3)
      v.value = v.value + 1
      with Manager() as manager:
          manager.dict()['k'] = 1
      """, to: "program.py")
    let settings = RunSettings(file: "\(scratch.path)/program.py")
    let run = try LiveRun.start(settings, executable: Tutor.executable).get()
    var kinds: [String] = []
    loop: while true {
      switch run.next() {
      case .step(let step): if let kind = kind(of: step) { kinds.append("\(kind) \(step.line)") }
      case .nothingYet: break
      case .ended(let outcome):
        #expect(outcome.end == .exited(0))
        break loop
      }
    }
    #expect(
      kinds.filter { !$0.hasPrefix("manager") } == [
        "sent 4", "received 5", "closed 6", "put 8", "fed 9", "got 9", "done 10", "loaded 12",
        "stored 12",
      ])
    #expect(kinds.contains("manager 14"))
  }

  /// A short name for those steps that this test is about.
  private func kind(of step: Step) -> String? {
    switch step.what {
    case .sent: "sent"
    case .received: "received"
    case .closedEnd: "closed"
    case .put: "put"
    case .fed(_, items: 1): "fed"
    case .got: "got"
    case .taskDone: "done"
    case .loaded: "loaded"
    case .stored: "stored"
    case .called, .answered: "manager"
    default: nil
    }
  }

  /// A program that gets stuck, and the lines of the report that say why.
  struct Stuck: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let report: [String]
  }

  static let stuck = [
    Stuck(
      testDescription: "join before get",
      text: """
        from multiprocessing import Process, Queue
        def cook(q):
            q.put('x' * 1_000_000)
        q = Queue()
        p = Process(target=cook, args=(q,))
        p.start()
        p.join()
        """,
      report: [
        "  main      waits in p.join()  line 7  for Process-1 to end",
        "  Process-1 waits at its end           for its items to leave it; the queue's pipe is full",
      ]),
    Stuck(
      testDescription: "an item that nobody puts",
      text: """
        from multiprocessing import Process, Queue
        def cook(q):
            q.put(1)
        q = Queue()
        p = Process(target=cook, args=(q,), name='cook')
        p.start()
        q.get()
        p.join()
        q.get()
        """,
      report: ["  main waits in q.get()  line 9  for an item; cook put the last one, and has ended"]
    ),
    Stuck(
      testDescription: "several readers of an empty queue",
      text: """
        from multiprocessing import Process, Queue
        def eat(q):
            q.get()
        q = Queue()
        for _ in range(2):
            Process(target=eat, args=(q,)).start()
        q.get()
        """,
      report: [
        "  main      waits in q.get()  line 7  for an item; nobody has put one",
        "  Process-1 waits in q.get()  line 3  for an item; nobody has put one",
        "  Process-2 waits in q.get()  line 3  for an item; nobody has put one",
      ]),
    Stuck(
      testDescription: "a feeder that waits, in a process that waits for something else",
      text: """
        from multiprocessing import Pipe, Queue
        q = Queue()
        a, b = Pipe()
        q.put('x' * 1_000_000)
        a.recv()
        """,
      report: ["  main waits in a.recv()  line 5  for a message"]),
    Stuck(
      testDescription: "tasks that are not done",
      text: """
        from multiprocessing import JoinableQueue
        q = JoinableQueue()
        q.put(1)
        q.put(2)
        q.join()
        """,
      report: ["  main waits in q.join()  line 5  for the queue's tasks to be done; 2 are not"]),
    Stuck(
      testDescription: "a manager that has no answer",
      text: """
        from multiprocessing import Manager
        manager = Manager()
        manager.Queue().get()
        """,
      report: ["  main waits in manager.Queue().get()  line 3  for an answer of the manager"]),
  ]

  @Test(arguments: stuck)
  func `a stuck run says who waits for what`(_ stuck: Stuck) {
    let result = scratch.run(stuck.text)
    #expect(result.status == RunEnd.stuckStatus)
    for line in stuck.report {
      #expect(result.errors.contains(line + "\n"), "\(result.errors)")
    }
  }
}

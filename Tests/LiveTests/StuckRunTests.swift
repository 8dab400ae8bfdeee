import Live
import Testing

struct StuckRunTests {
  private func lock(
    _ process: String, _ call: String, _ line: Int, heldBy holder: String, since: Int,
    ended: Bool = false
  ) -> StuckRun.Waiter {
    StuckRun.Waiter(
      process: process, call: call, line: line,
      reason: .semaphore(
        isLock: true,
        holder: StuckRun.Holder(process: holder, line: since, hasEnded: ended)))
  }

  @Test func tellsOfACircle() {
    let run = StuckRun(waiters: [
      StuckRun.Waiter(
        process: "MainProcess", call: "a.join()", line: 20, reason: .process("Process-1")),
      lock("Process-1", "right.acquire()", 7, heldBy: "Process-2", since: 12),
      lock("Process-2", "left.acquire()", 13, heldBy: "Process-1", since: 6),
    ])
    #expect(
      run.text(in: .english) == """
        Stuck: every process waits, and nobody can wake them.
          main      waits in a.join()         line 20  for Process-1 to end
          Process-1 waits in right.acquire()  line 7   for the lock; Process-2 holds it since line 12
          Process-2 waits in left.acquire()   line 13  for the lock; Process-1 holds it since line 6
          hint: let every process take the locks in the same order

        """)
  }

  @Test func tellsOfALockTakenTwice() {
    let run = StuckRun(waiters: [
      lock("MainProcess", "lock.acquire()", 5, heldBy: "MainProcess", since: 4)
    ])
    #expect(
      run.text(in: .english) == """
        Stuck: every process waits, and nobody can wake them.
          main waits in lock.acquire()  line 5  for the lock; it holds it itself, since line 4
          hint: a process cannot take a Lock twice; an RLock it can

        """)
  }

  @Test func tellsOfAHolderThatHasEnded() {
    let run = StuckRun(waiters: [
      lock("MainProcess", "lock.acquire()", 9, heldBy: "Process-1", since: 4, ended: true)
    ])
    #expect(
      run.text(in: .english) == """
        Stuck: every process waits, and nobody can wake them.
          main waits in lock.acquire()  line 9  for the lock; Process-1 took it in line 4, and has ended
          hint: `with lock:` gives the lock back however its block ends

        """)
  }

  @Test func tellsOfAnEndThatWaitsForAChild() {
    let run = StuckRun(waiters: [
      StuckRun.Waiter(process: "MainProcess", call: nil, line: 0, reason: .process("Process-1")),
      StuckRun.Waiter(
        process: "Process-1", call: "gate.acquire()", line: 6,
        reason: .semaphore(isLock: false, holder: nil)),
    ])
    #expect(
      run.text(in: .english) == """
        Stuck: every process waits, and nobody can wake them.
          main      waits at its end                 for Process-1 to end
          Process-1 waits in gate.acquire()  line 6  for the semaphore; nobody is left who would release it

        """)
  }

  @Test func tellsInChinese() {
    let run = StuckRun(waiters: [
      StuckRun.Waiter(process: "MainProcess", call: nil, line: 0, reason: .process("孩子")),
      lock("孩子", "锁.acquire()", 5, heldBy: "MainProcess", since: 4),
      StuckRun.Waiter(
        process: "Process-2", call: "q.get()", line: 8,
        reason: .item(lastPutter: "MainProcess", hasEnded: false)),
    ])
    #expect(
      run.text(in: .chinese) == """
        卡住了：所有进程都在等待，谁也叫不醒它们。
          主进程     结束时：等孩子结束
          孩子       第 5 行 锁.acquire()：等锁；主进程从第 4 行起拿着
          Process-2  第 8 行 q.get()：等队列里的东西；最后一个是主进程放的
          提示：要告诉对方不会再有了，例如给每个取的进程 q.put(None)；或者让它们做守护进程：daemon=True

        """)
  }

  /// What is said of a process that waits for each of these.
  static let explanations: [(StuckRun.Reason, String)] = [
    (.item(lastPutter: nil, hasEnded: false), "for an item; nobody has put one"),
    (.item(lastPutter: "cook", hasEnded: false), "for an item; cook put the last one"),
    (
      .item(lastPutter: "MainProcess", hasEnded: true),
      "for an item; main put the last one, and has ended"
    ),
    (
      .readingLock(StuckRun.Holder(process: "guest", line: 8, hasEnded: true)),
      "for its turn to get; guest had it in line 8, and has ended"
    ),
    (.queueRoom(capacity: 3), "for room in the queue; 3 is all that it holds"),
    (.queueRoom(capacity: nil), "for room in the queue"),
    (.feeder, "for its items to leave it; the queue's pipe is full"),
    (.tasks(left: 1), "for the queue's tasks to be done; 1 is not"),
    (.tasks(left: 2), "for the queue's tasks to be done; 2 are not"),
    (.message, "for a message"),
    (.pipeRoom, "for room in the pipe"),
    (.ready(count: 1), "for something to be ready"),
    (.ready(count: 2), "for one of 2"),
    (.answer, "for an answer of the manager"),
    (.turn(move: 3, of: 1), "for its turn in the schedule; move 3 is process 1's"),
  ]

  @Test(arguments: explanations)
  func tellsWhatIsWaitedFor(_ reason: StuckRun.Reason, _ explanation: String) {
    let run = StuckRun(waiters: [
      StuckRun.Waiter(process: "p", call: "f()", line: 3, reason: reason)
    ])
    #expect(run.text(in: .english).contains("  p waits in f()  line 3  \(explanation)\n"))
  }

  @Test func tellsOfAJoinBeforeTheGet() {
    let run = StuckRun(waiters: [
      StuckRun.Waiter(
        process: "MainProcess", call: "p.join()", line: 14, reason: .process("Process-1")),
      StuckRun.Waiter(process: "Process-1", call: nil, line: 0, reason: .feeder),
    ])
    #expect(
      run.text(in: .english) == """
        Stuck: every process waits, and nobody can wake them.
          main      waits in p.join()  line 14  for Process-1 to end
          Process-1 waits at its end            for its items to leave it; the queue's pipe is full
          hint: a process ends once its items have left it: first q.get(), then p.join()

        """)
  }
}

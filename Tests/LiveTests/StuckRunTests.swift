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
      run.text == """
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
      run.text == """
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
      run.text == """
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
      run.text == """
        Stuck: every process waits, and nobody can wake them.
          main      waits at its end                 for Process-1 to end
          Process-1 waits in gate.acquire()  line 6  for the semaphore; nobody is left who would release it

        """)
  }
}

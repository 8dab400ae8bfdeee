import Live
import Machine
import Testing

struct StepCodingTests {
  private static let stuck = StuckRun(waiters: [
    StuckRun.Waiter(
      process: "MainProcess", call: nil, line: 0, reason: .process("Process-1")),
    StuckRun.Waiter(
      process: "Process-1", call: "lock.acquire()", line: 7,
      reason: .semaphore(
        isLock: true, holder: StuckRun.Holder(process: "Process-2", line: 9, hasEnded: true))),
  ])

  private static let reasons: [StuckRun.Reason] = [
    .item(lastPutter: nil, hasEnded: false),
    .item(lastPutter: "köchin", hasEnded: true),
    .readingLock(StuckRun.Holder(process: "Process-2", line: 9, hasEnded: true)),
    .queueRoom(capacity: nil), .queueRoom(capacity: 3), .feeder, .tasks(left: 2), .message,
    .pipeRoom, .ready(count: 2), .answer, .turn(move: 3, of: 1),
  ]

  /// One process that waits for each reason.
  private static let queuesStuck = StuckRun(
    waiters: reasons.map { StuckRun.Waiter(process: "p", call: "q.get()", line: 3, reason: $0) })

  private static let kinds: [Step.What] = [
    .started(name: "käufer 1", number: 42, parent: nil, daemon: false),
    .started(name: "", number: 43, parent: ProcessID(7), daemon: true),
    .wrote(.standardError, [0, 255, 10]),
    .waits(.semaphore(SemaphoreID(3), holder: ProcessID(1)), limited: true),
    .waits(.semaphore(SemaphoreID(3), holder: nil), limited: false),
    .waits(.process(ProcessID(2)), limited: false),
    .waits(.time(seconds: 0.25), limited: true),
    .waits(.message(pipe: 3), limited: false),
    .waits(.pipeRoom(pipe: 3), limited: false),
    .waits(.ready(count: 2), limited: true),
    .waits(.item(QueueID(1)), limited: true),
    .waits(.queueRoom(QueueID(1)), limited: true),
    .waits(.feeder(QueueID(1)), limited: false),
    .waits(.tasks(QueueID(1)), limited: false),
    .waits(.answer(ManagerID(1)), limited: false),
    .sent(pipe: 3, [1, 2]),
    .received(pipe: 3, [1, 2]),
    .closedEnd(pipe: 3),
    .put(QueueID(1), [255]),
    .fed(QueueID(1), items: 70_000),
    .got(QueueID(1), [255]),
    .taskDone(QueueID(1)),
    .loaded(SharedID(9), at: 2, [0, .max]),
    .stored(SharedID(9), at: 0, [1]),
    .called(ManagerID(0), [1]),
    .answered(ManagerID(0), []),
    .acquired(SemaphoreID(1_000_000), waited: true),
    .released(SemaphoreID(0)),
    .joined(ProcessID(4), exitCode: -15),
    .gaveUp,
    .signalled(ProcessID(4), 15),
    .opened(file: "ticket.json", writing: true),
    .read(file: "ticket.json", [49]),
    .wroteFile(file: "ticket.json", []),
    .entered(function: "buy"),
    .left(function: "buy"),
    .ended(code: 0, exception: nil),
    .ended(
      code: 1, exception: ExceptionSummary(type: "KeyError", message: "'x'", line: 12)),
    .killed(signal: 9),
    .refused(text: "SyntaxError: invalid syntax\n"),
    .stuck(stuck),
    .stuck(queuesStuck),
    .finished(.exited(3)),
    .finished(.signalled(15)),
    .finished(.stuck),
    .finished(.interrupted),
    .finished(.refused),
    .finished(.failed("no memory")),
  ]

  @Test(arguments: kinds)
  func survivesTheWay(_ what: Step.What) {
    let step = Step(time: 1.5, process: ProcessID(9), line: 31, what: what)
    #expect(Step(message: step.message) == step)
  }

  @Test(arguments: kinds)
  func isNotReadFromAPart(_ what: Step.What) {
    let message = Step(time: 1.5, process: ProcessID(9), line: 31, what: what).message
    for length in message.indices { #expect(Step(message: Array(message[..<length])) == nil) }
  }
}

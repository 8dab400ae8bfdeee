import Glibc
import Live
import Machine
import Observation
import Testing

/// A run as its watcher sees it.
struct LiveRunTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func start(_ text: String) throws -> LiveRun {
    scratch.write(text, to: "program.py")
    let settings = RunSettings(file: "\(scratch.path)/program.py")
    return try LiveRun.start(settings, executable: Tutor.executable).get()
  }

  private func watch(_ run: LiveRun) -> (steps: [Step], outcome: LiveOutcome) {
    var steps: [Step] = []
    while true {
      switch run.next() {
      case .step(let step): steps.append(step)
      case .nothingYet: break
      case .ended(let outcome): return (steps, outcome)
      }
    }
  }

  private static let sale = """
    from multiprocessing import Process, Lock

    def buy(n, lock):
        with lock:
            print('buyer', n)
        open('sold', 'a').write('x')

    if __name__ == '__main__':
        lock = Lock()
        for n in range(3):
            p = Process(target=buy, args=(n, lock))
            p.start()
            p.join()
        raise KeyError('end')
    """

  @Test func recordsWhatHappened() throws {
    let (steps, outcome) = watch(try start(LiveRunTests.sale))
    #expect(outcome.end == .exited(1))
    #expect(outcome.record.lines.map(\.text) == ["buyer 0", "buyer 1", "buyer 2"])
    #expect(
      outcome.record.lines.map(\.process) == ["Process-1", "Process-2", "Process-3"])
    #expect(outcome.record.ends.map(\.code) == [1, 0, 0, 0])
    #expect(outcome.record.crashes.map(\.exception?.type) == ["KeyError"])
    #expect(outcome.record.errorLines.last?.text == "KeyError: 'end'")
    #expect(
      outcome.record.files.first { $0.name == "sold" }?.bytes == Array("xxx".utf8))
    #expect(steps.contains { $0.what == .acquired(SemaphoreID(0), waited: false) && $0.line == 4 })
    #expect(steps.last?.what == .finished(.exited(1)))
  }

  @Test func tellsOfAFaultInTheProgram() throws {
    let (steps, outcome) = watch(try start("print(1 +)\n"))
    #expect(outcome.end == .refused)
    guard case .refused(let text)? = steps.first?.what else {
      Issue.record("no refusal")
      return
    }
    #expect(text.contains("SyntaxError: invalid syntax"))
  }

  @Test func tellsThatItIsStuck() throws {
    let (_, outcome) = watch(
      try start(
        "from multiprocessing import Lock\nlock = Lock()\nlock.acquire()\nlock.acquire()\n"))
    #expect(outcome.end == .stuck)
    #expect(outcome.record.isStuck)
    #expect(outcome.record.ends.map(\.code) == [nil])
    #expect(outcome.stuck?.waiters.map(\.line) == [4])
  }

  @Test func canBeInterruptedAndKilled() throws {
    let endless = "print('ready')\nwhile True:\n    pass\n"
    for isKill in [false, true] {
      let run = try start(endless)
      var outcome: LiveOutcome?
      while outcome == nil {
        switch run.next() {
        case .step(let step):
          guard case .wrote(.standardOutput, _) = step.what else { continue }
          if isKill { run.kill() } else { run.interrupt() }
        case .nothingYet: break
        case .ended(let reached): outcome = reached
        }
      }
      #expect(outcome?.end == .interrupted)
    }
  }

  @Test func marksFunctions() throws {
    scratch.write(
      "def look():\n    print('in')\nlook()\nprint('out')\n", to: "program.py")
    var settings = RunSettings(file: "\(scratch.path)/program.py")
    settings.markedFunctions = ["look"]
    let run = try LiveRun.start(settings, executable: Tutor.executable).get()
    let (_, outcome) = watch(run)
    #expect(outcome.record.marks.map(\.entered) == [true, false])
  }

  @Test func endsWithItsWatcher() throws {
    var run: LiveRun? = try start("print('ready')\nwhile True:\n    pass\n")
    var numbers: [Int32] = []
    while numbers.isEmpty {
      if case .step(let step)? = run?.next(), case .started(_, let number, _, _) = step.what {
        numbers.append(number)
      }
    }
    run = nil
    usleep(200_000)
    #expect(numbers.allSatisfy { kill($0, 0) != 0 || isZombie($0) })
  }

  private func isZombie(_ number: Int32) -> Bool {
    guard let file = fopen("/proc/\(number)/stat", "r") else { return true }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    fgets(&line, 512, file)
    let text = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.contains(") Z ")
  }
}

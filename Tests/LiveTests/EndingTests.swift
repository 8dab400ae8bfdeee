import Glibc
import Live
import Testing

/// However a run is ended, nothing of it stays.
struct EndingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Three processes: one waits, one waits with a limit, one computes.
  private static let busy = """
    from multiprocessing import Process, Lock

    def wait(lock):
        lock.acquire(timeout=60)

    def compute():
        while True:
            pass

    if __name__ == '__main__':
        lock = Lock()
        lock.acquire()
        Process(target=wait, args=(lock,)).start()
        Process(target=compute).start()
        print('ready')
        lock.acquire()
    """

  private func startBusy() -> Tutor {
    let tutor = scratch.start(EndingTests.busy)
    #expect(tutor.waitForOutput() == "ready")
    #expect(tutor.waitForProcesses(4))
    return tutor
  }

  @Test func endsOnInterrupt() {
    let tutor = startBusy()
    tutor.send(SIGINT)
    let result = tutor.finish()
    #expect(result.status == 130)
    #expect(result.errors.contains("KeyboardInterrupt"))
    #expect(tutor.isGone)
  }

  @Test func letsAProgramFinishAfterInterrupt() {
    let tutor = scratch.start(
      """
      from multiprocessing import Lock
      lock = Lock()
      lock.acquire()
      print('ready')
      try:
          lock.acquire(timeout=60)
      except KeyboardInterrupt:
          print('finishing')
      """)
    #expect(tutor.waitForOutput() == "ready")
    usleep(50_000)
    tutor.send(SIGINT)
    let result = tutor.finish()
    #expect(result.output == "finishing\n")
    #expect(result.status == 0)
  }

  @Test func killsWhatDoesNotHeedInterrupts() {
    let tutor = scratch.start(
      """
      from multiprocessing import Process
      def stubborn():
          while True:
              try:
                  while True:
                      pass
              except KeyboardInterrupt:
                  pass
      if __name__ == '__main__':
          Process(target=stubborn).start()
          print('ready')
          stubborn()
      """)
    #expect(tutor.waitForOutput() == "ready")
    usleep(100_000)
    tutor.send(SIGINT)
    usleep(100_000)
    tutor.send(SIGINT)
    #expect(tutor.finish().status == 130)
    #expect(tutor.isGone)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func endsWhenItIsTerminated(_ signal: Int32) {
    let tutor = startBusy()
    tutor.send(signal)
    #expect(tutor.finish().status == 128 + signal)
    #expect(tutor.isGone)
  }

  @Test func leavesNothingWhenItIsKilled() {
    let tutor = startBusy()
    tutor.send(SIGKILL)
    #expect(tutor.finish().status == 128 + SIGKILL)
    #expect(tutor.isGone)
  }

  @Test func outlivesAReaderThatGoesAway() {
    let tutor = scratch.start(
      """
      print('ready')
      for _ in range(100000):
          print('more')
      """)
    #expect(tutor.waitForOutput() == "ready")
    tutor.closeOutput()
    var status: Int32 = 0
    waitpid(tutor.process, &status, 0)
    #expect(status & 0x7F == 0)
    #expect(tutor.isGone)
  }
}

import Glibc
import Live
import Testing

/// What `tutor run` does with whole programs.
struct RunTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func printsAndExitsAsTheProgramDoes() {
    let result = scratch.run(
      """
      import sys
      from multiprocessing import Process

      def work(n):
          print('child', n)
          sys.exit(n)

      if __name__ == '__main__':
          for n in range(3):
              p = Process(target=work, args=(n,))
              p.start()
              p.join()
              print(p.exitcode)
          sys.exit(7)
      """)
    #expect(result.output == "child 0\n0\nchild 1\n1\nchild 2\n2\n")
    #expect(result.errors == "")
    #expect(result.status == 7)
  }

  @Test func givesTheProgramItsArguments() {
    let result = scratch.run("import sys\nprint(sys.argv)\n", ["a", "--b", "-c"])
    #expect(result.output == "['program.py', 'a', '--b', '-c']\n")
  }

  @Test func refusesWhatShowsOnlyWhileItRuns() {
    let result = scratch.run(
      """
      from multiprocessing import Manager

      if __name__ == '__main__':
          manager = Manager()
          print('here')
          manager.list(manager.dict(a=1))
      """)
    #expect(result.output == "here\n")
    #expect(
      result.errors == """
        program.py, line 6: a managed list made from a managed dict
            manager.list(manager.dict(a=1))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          CPython's manager waits for itself here.
          hint: give it the keys: list(d.keys())

        """)
    #expect(result.status == 1)
  }

  @Test func letsOneProcessAtATimeHoldALock() {
    let result = scratch.run(
      """
      from multiprocessing import Process, Lock

      def add(lock):
          for _ in range(50):
              with lock:
                  with open('n.txt') as f:
                      n = int(f.read())
                  with open('n.txt', 'w') as f:
                      f.write(str(n + 1))

      if __name__ == '__main__':
          with open('n.txt', 'w') as f:
              f.write('0')
          lock = Lock()
          ps = [Process(target=add, args=(lock,)) for _ in range(6)]
          for p in ps:
              p.start()
          for p in ps:
              p.join()
          with open('n.txt') as f:
              print(f.read())
      """)
    #expect(result.output == "300\n")
    #expect(result.errors == "")
  }

  @Test func reportsAStuckRun() {
    let result = scratch.run(
      """
      from multiprocessing import Process, Lock

      def take(first, second, ready, go):
          first.acquire()
          ready.release()
          go.acquire()
          second.acquire()

      if __name__ == '__main__':
          left, right = Lock(), Lock()
          ready, go = [Lock(), Lock()], [Lock(), Lock()]
          for l in ready + go:
              l.acquire()
          a = Process(target=take, args=(left, right, ready[0], go[0]), name='a')
          b = Process(target=take, args=(right, left, ready[1], go[1]), name='b')
          a.start()
          b.start()
          for l in ready:
              l.acquire()
          for l in go:
              l.release()
          print('both have one')
          a.join()
      """)
    #expect(result.output == "both have one\n")
    #expect(
      result.errors == """
        Stuck: every process waits, and nobody can wake them.
          main waits in a.join()          line 23  for a to end
          a    waits in second.acquire()  line 7   for the lock; b holds it since line 4
          b    waits in second.acquire()  line 7   for the lock; a holds it since line 4
          hint: let every process take the locks in the same order

        """)
    #expect(result.status == RunEnd.stuckStatus)
  }

  @Test func doesNotTakeATimedWaitForStuck() {
    let result = scratch.run(
      """
      from multiprocessing import Process, Lock

      def late(lock, gate):
          gate.acquire(timeout=0.8)
          lock.release()

      if __name__ == '__main__':
          lock, gate = Lock(), Lock()
          lock.acquire()
          gate.acquire()
          p = Process(target=late, args=(lock, gate))
          p.start()
          lock.acquire()
          p.join()
          print('went on')
      """)
    #expect(result.output == "went on\n")
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test func dividesTimesBySpeed() {
    let start = seconds()
    let result = scratch.run(
      "from multiprocessing import Lock\nl = Lock()\nl.acquire()\nprint(l.acquire(timeout=20))\n",
      ["--speed", "100"])
    #expect(result.output == "False\n")
    #expect(seconds() - start < 10)
  }

  private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func keepsTheProgramInItsFolder() {
    let result = scratch.run(
      """
      for path in ['/etc/passwd', '../x', './../x']:
          try:
              open(path)
          except PermissionError as e:
              print('refused', path)
      try:
          open('nothing')
      except FileNotFoundError as e:
          print(e)
      """)
    #expect(
      result.output == """
        refused /etc/passwd
        refused ../x
        refused ./../x
        [Errno 2] No such file or directory: 'nothing'

        """)
  }

  @Test func terminatesAtOnce() {
    let result = scratch.run(
      """
      from multiprocessing import Process, Lock

      def hold(gate, never):
          try:
              gate.release()
              never.acquire(timeout=60)
          finally:
              print('finally')

      if __name__ == '__main__':
          gate, never = Lock(), Lock()
          gate.acquire()
          never.acquire()
          p = Process(target=hold, args=(gate, never))
          p.start()
          gate.acquire()
          p.terminate()
          p.join()
          print(p.exitcode)
      """)
    #expect(result.output == "-15\n")
    #expect(result.status == 0)
  }

  @Test func endsDaemonsWithTheMainProcess() {
    let result = scratch.run(
      """
      from multiprocessing import Process, Lock

      def forever(gate):
          gate.release()
          while True:
              pass

      if __name__ == '__main__':
          gate = Lock()
          gate.acquire()
          Process(target=forever, args=(gate,), daemon=True).start()
          gate.acquire()
          print('end')
      """)
    #expect(result.output == "end\n")
    #expect(result.status == 0)
  }

  @Test func refusesABadProgramBeforeItStarts() {
    let result = scratch.run("print('no')\nprint(1 +)\n")
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("  File \"program.py\", line 2\n"))
    #expect(result.errors.contains("SyntaxError: invalid syntax"))
    #expect(result.status == 1)
  }

  @Test func saysThatAFileIsMissing() {
    let result = Tutor(["run", "nothing.py"], in: scratch.path).finish()
    #expect(result.errors == "tutor: can't open file 'nothing.py': No such file or directory\n")
    #expect(result.status == 2)
  }

  @Test func limitsTheNumberOfProcesses() {
    let result = scratch.run(
      """
      from multiprocessing import Process, Lock

      if __name__ == '__main__':
          gate = Lock()
          gate.acquire()
          ps = [Process(target=gate.acquire, daemon=True) for _ in range(1200)]
          try:
              for p in ps:
                  p.start()
          except BlockingIOError as e:
              print(e)
      """)
    #expect(result.output == "[Errno 11] Resource temporarily unavailable\n")
    #expect(result.errors.contains("no more than 1000 processes"))
  }
}

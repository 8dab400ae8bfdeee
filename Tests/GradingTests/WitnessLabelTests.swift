import Course
import Foundation
import Grading
import Model
import Observation
import Testing

/// What a picture calls the operations of managers, conditions and queues, and where it ends.
@Suite struct WitnessLabelTests {
  struct Sample {
    var text: String
    var observe: String
    var value: AnswerValue
    var time = TimeTruth.anySchedule
    /// What the picture has.
    var shows: [String]
    var hides: [String] = []
  }

  static let till = """
    from multiprocessing import Manager, Process

    def sell(till):
        till['sold'] += 1

    if __name__ == '__main__':
        till = Manager().dict({'sold': 0})
        sellers = [Process(target=sell, args=(till,)) for _ in range(2)]
        for seller in sellers:
            seller.start()
        for seller in sellers:
            seller.join()
        print('sold', till['sold'])
    """

  static let bell = """
    from multiprocessing import Condition, Process

    def ring(bell):
        with bell:
            bell.notify_all()

    if __name__ == '__main__':
        bell = Condition()
        Process(target=ring, name='guest', args=(bell,)).start()
        with bell:
            bell.wait()
    """

  static let crossed = """
    from multiprocessing import Lock, Process

    def take(first, second):
        with first:
            with second:
                print('both')

    if __name__ == '__main__':
        a, b = Lock(), Lock()
        one = Process(target=take, args=(a, b))
        two = Process(target=take, args=(b, a))
        one.start()
        two.start()
    """

  static let forks = """
    from multiprocessing import Lock, Process

    def dine(forks, i):
        forks[i].acquire()
        with forks[i + 1]:
            print('ate')

    if __name__ == '__main__':
        forks, bell = [Lock(), Lock()], Lock()
        Process(target=dine, args=(forks, 0)).start()
        bell.acquire(); bell.release()
        if bell.acquire(block=False): print('free')
    """

  static let shelf = """
    from multiprocessing import Queue

    if __name__ == '__main__':
        queue = Queue()
        queue.put('bread')
        print('empty', queue.empty())
        print('ate', queue.get())
    """

  static let clock = """
    import time

    print('one')
    time.sleep(2)
    print('two')
    time.sleep(1)
    """

  @Test(arguments: [
    Sample(
      text: till, observe: "int(lines[0].split()[1])", value: .integer(1),
      shows: ["dict['sold'] → 0", "dict['sold'] = 1", "sold 1"],
      hides: ["call the manager", "dict({"]),
    Sample(
      text: bell, observe: "stuck", value: .truth(true),
      shows: ["acquire", "notify_all()", "wait()"], hides: ["fail to acquire", "acquire 2"]),
    // Both locks are `first` to somebody.
    Sample(
      text: crossed, observe: "stuck", value: .truth(true),
      shows: ["acquire first (1)", "acquire first (2)"], hides: ["second"]),
    Sample(
      text: forks, observe: "lines", value: .list([.text("free"), .text("ate")]),
      shows: ["acquire forks[i]", "acquire forks[i + 1]", "acquire bell"],
      hides: ["(", "acquire 1"]),
    Sample(
      text: shelf, observe: "printed('empty True') == 1", value: .truth(true),
      // The get comes after it is settled.
      shows: ["put 'bread'", "empty(): True", "empty True"], hides: ["get"]),
    Sample(
      text: clock, observe: "seconds", value: .integer(3), time: .idealMachine,
      shows: ["0 s", "one", "2 s", "two", "3 s", "end"]),
  ])
  func thePicture(sample: Sample) throws {
    let program = LessonProgram(name: "a.py", path: "a.py", text: sample.text)
    var store = TruthStore()
    let truth = store.truth(of: program, files: [], observe: sample.observe, time: sample.time)
    let found = try #require(truth[sample.value])
    let steps = try TruthStore.steps(
      of: found.schedule, program: program, files: [], observe: sample.observe, time: sample.time
    ).get()
    let picture = WitnessPicture(width: 200).lines(of: steps).joined(separator: "\n")
    for text in sample.shows { #expect(picture.contains(text), "\(picture)") }
    for text in sample.hides { #expect(!picture.contains(text), "\(picture)") }
  }

  static let reader = """
    from multiprocessing import Pipe, Process

    def send(end):
        end.send(1)

    def read(end):
        while True:
            end.recv()

    if __name__ == '__main__':
        ours, theirs = Pipe(duplex=False)
        sender = Process(target=send, args=(theirs,))
        reader = Process(target=read, args=(ours,))
        sender.start()
        reader.start()
        sender.join()
        reader.join()
    """

  /// The main process has passed its first join, and says so.
  @Test func whoWaitsInBothLanguages() throws {
    let program = LessonProgram(name: "a.py", path: "a.py", text: Self.reader)
    var store = TruthStore()
    let truth = store.truth(of: program, files: [], observe: "stuck")
    let stuck = try #require(truth[.truth(true)]?.stuckAtItsEnd)
    #expect(
      VerdictText(.english).waits(in: stuck) == [
        "main waits in line 17, `reader.join()`, for Process-2 to end",
        "Process-2 waits in line 8, `end.recv()`, for a message; the other end is open in main, "
          + "Process-2",
      ])
    #expect(
      VerdictText(.chinese).waits(in: stuck) == [
        "主进程停在第 17 行 `reader.join()`：等 Process-2 结束",
        "Process-2 停在第 8 行 `end.recv()`：等消息；另一端还开在主进程、Process-2 手里",
      ])
  }

  @Test(arguments: [
    StuckReport.Reason.process("a"), .process(nil), .lock, .semaphore, .wakeUp,
    .item(lastPutter: "a", hasEnded: true), .item(lastPutter: nil, hasEnded: false), .ownItem,
    .readingLock(reader: "a", hasEnded: true), .readingLock(reader: nil, hasEnded: false),
    .restOfItem, .queueRoom(capacity: 3), .queueRoom(capacity: nil), .feeder, .tasks(left: 2),
    .message(senders: []), .message(senders: ["a", "b"]), .ownMessage, .pipeRoom, .ready(count: 2),
    .answer, .spinning, .somebody,
  ])
  func reasonsAreKeptInFields(reason: StuckReport.Reason) {
    #expect(StuckReport.Reason(fields: reason.fields) == reason)
  }
}

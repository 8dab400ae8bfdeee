import Course
import Diagnostics
import Foundation
import Live
import Machine
import Model
import Observation
import Shell
import Testing

/// The learner as the scheduler.
@Suite struct DriveTests {
  static let twoLocks = """
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
        one.join()
        two.join()
    """

  static func drive(_ text: String, observe: String? = nil) throws -> Drive {
    let program = LessonProgram(name: "locks.py", path: "locks.py", text: text)
    let job = Job(program: program, files: [], observe: observe)
    return try ProgramWorlds().drive(job, language: .english).get()
  }

  @Test func aDeadlockIsReachedByHand() throws {
    var drive = try Self.drive(Self.twoLocks, observe: "stuck")
    #expect(drive.lanes.map(\.name) == ["MainProcess", "Process-1", "Process-2"])
    #expect(drive.lanes.map { $0.choices.count } == [0, 1, 1])
    #expect(drive.lanes[1].line == 4)
    #expect(drive.take(Schedule.Move(process: 1)) == nil)
    #expect(drive.value == "False")
    #expect(drive.take(Schedule.Move(process: 2)) == nil)
    #expect(drive.isStuck && drive.value == "True")
    #expect(drive.schedule.text == "1.2")
    #expect(drive.undo() && !drive.isStuck)
    #expect(drive.lanes.map { $0.choices.count } == [0, 1, 1])
    #expect(drive.undo() && !drive.undo())
  }

  @Test func aMoveThatCannotBeMadeChangesNothing() throws {
    var drive = try Self.drive(Self.twoLocks)
    for move in [0, 7] { #expect(drive.take(Schedule.Move(process: move)) != nil) }
    #expect(drive.steps.isEmpty && !drive.undo())
  }

  static let answers = """
    from multiprocessing import Lock, Manager, Process, Value

    def work(till, note, first, second):
        if not first.acquire(False):
            print('later')
        with second:
            print(note.value)
        till['sold'] += 1

    if __name__ == '__main__':
        till = Manager().dict({'sold': 7})
        args = (till, Value('i', 5, lock=False), Lock(), Lock())
        Process(target=work, args=args).start()
        args[2].acquire()
    """

  /// What a process gets stands there once it has done its step, not before.
  @Test(arguments: ReadingLanguage.allCases)
  func answersComeWithTheStep(language: ReadingLanguage) throws {
    let program = LessonProgram(name: "a.py", path: "a.py", text: Self.answers)
    let worlds = ProgramWorlds()
    var drive = try Self.drive(Self.answers)
    var seen: [(before: String, after: String)] = []
    for process in [0, 0, 1, 1, 1, 1, 1, 1, 1, 1] {
      let move = Schedule.Move(process: process)
      let intention = worlds.intentions(of: drive, in: program, language: language)[move]
      let count = drive.steps.count
      try #require(drive.take(move) == nil)
      let labels = worlds.labels(of: drive, in: program, language: language)
      if drive.steps.count > count { seen.append((try #require(intention), labels[count])) }
    }
    func answer(to before: String) -> String? { seen.last { $0.before == before }?.after }
    #expect(answer(to: "dict['sold']") == "dict['sold'] → 7", "\(seen)")
    if language == .english {
      #expect(answer(to: "acquire") == "fail to acquire", "\(seen)")
      #expect(answer(to: "load …") == "load 5", "\(seen)")
      #expect(answer(to: "acquire second") == "acquire second", "\(seen)")
    }
  }

  @Test func everybodyEndsInTheEnd() throws {
    var drive = try Self.drive(Self.twoLocks, observe: "printed('both')")
    for _ in 0..<100 where !drive.isOver {
      let lane = try #require(drive.lanes.first { !$0.choices.isEmpty })
      #expect(drive.take(lane.choices[0].move) == nil)
    }
    #expect(drive.isOver && !drive.isStuck && drive.value == "2")
  }

  @Test func inTheShell() throws {
    let scratch = try ScratchFolder()
    let rehearsal = Rehearsal(folder: DataFolder(path: scratch.path))
    let screen = try rehearsal.play([
      "", "", "drive", "skip", "drive", "7", "what", "undo", "0", "undo", "0", "0", "quit", "q",
    ])
    #expect(screen.contains("`drive` would give the answer away."))
    #expect(screen.contains("Make it so that `printed('bought')` is `1`."))
    #expect(screen.contains("  0  main  line 4   bought"))
    #expect(screen.contains("`7` is no move that can be made now."))
    #expect(screen.contains("There is no step to take back."))
    #expect(screen.contains("You have done it, in one step."))
    #expect(screen.contains("Everybody has ended."))
    #expect(screen.contains("last-ticket 3/3> q"))
  }
}

/// A live run over time.
@Suite struct TimelineTests {
  static func step(_ time: Double, _ process: Int, _ what: Step.What) -> Step {
    Step(time: time, process: ProcessID(process), line: 1, what: what)
  }

  static let steps: [Step] = {
    let lock = SemaphoreID(0)
    func started(_ name: String) -> Step.What {
      .started(name: name, number: 1, parent: nil, daemon: false)
    }
    return [
      step(0, 0, started("MainProcess")), step(0, 1, started("Process-1")),
      step(0, 2, started("Process-2")), step(0, 0, .waits(.process(ProcessID(1)), limited: false)),
      step(0, 1, .acquired(lock, waited: false)),
      step(0, 2, .waits(.semaphore(lock, holder: ProcessID(1)), limited: false)),
      step(0, 1, .waits(.time(seconds: 1), limited: false)), step(1, 1, .gaveUp),
      step(1, 1, .released(lock)), step(1, 2, .acquired(lock, waited: true)),
      step(1, 1, .ended(code: 0, exception: nil)), step(2, 2, .released(lock)),
      step(2, 2, .ended(code: 0, exception: nil)), step(2, 0, .ended(code: 0, exception: nil)),
    ]
  }()

  @Test func oneLaneAProcess() {
    var timeline = Timeline()
    for step in Self.steps { timeline.take(step) }
    timeline.finish()
    let rows = timeline.rows(width: 33, language: .english).map(\.plain)
    #expect(
      rows.prefix(4) == [
        "             0 s              2 s",
        "  main       ····················",
        "  Process-1  ━━━━━━━━━━          ",
        "  Process-2  ··········━━━━━━━━━━",
      ])
    for language in ReadingLanguage.allCases {
      for width in [20, 40, 80] {
        for row in timeline.rows(width: width, language: language) { #expect(row.width <= width) }
      }
    }
  }

  @Test func nothingHasRunYet() throws {
    let scratch = try ScratchFolder()
    let screen = try Rehearsal(folder: DataFolder(path: scratch.path)).play(["timeline", "q"])
    #expect(screen.contains("Nothing has run yet."))
  }
}

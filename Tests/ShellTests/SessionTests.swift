import Course
import Diagnostics
import Foundation
import Grading
import Model
import Observation
import Shell
import Testing

/// Worlds whose answers are known beforehand: 1, 2 and 3 can happen, and every run gives `run`.
struct KnownWorlds: Worlds {
  var run = "2"

  func run(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void, shouldStop: () -> Bool
  ) -> LiveReport {
    show(LiveLine(seconds: 0.25, process: "Process-1", number: 4711, text: "buyer 1 bought"))
    return LiveReport(value: job.observe == nil ? nil : run, seconds: 0.5, processes: 2)
  }

  func runIdeally(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void
  ) -> Result<IdealReport, IdealRefusal> {
    ProgramWorlds().runIdeally(job, language: language, show: show)
  }

  func explore(
    _ job: Job, language: ReadingLanguage, width: Int, shouldStop: (Int) -> Bool
  ) -> ExplorationReport {
    ExplorationReport(summary: "Every interleaving (1 234 states, 0.2 s): 1, 2 or 3.")
  }

  func expectedForm(of question: Question, language: ReadingLanguage) -> String {
    "Name every number: 1,2"
  }

  func read(
    _ prediction: String, for asked: Asked, language: ReadingLanguage
  ) -> PredictionReading {
    prediction == "?" ? .unread("Name every number: 1,2") : .read(confidence(prediction))
  }

  func readAgainstTruth(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, shouldStop: (Int) -> Bool
  ) -> PredictionReading {
    prediction.contains { $0.isNumber }
      ? .read(confidence(prediction)) : .unread("Name every number: 1,2")
  }

  private func confidence(_ prediction: String) -> Confidence? {
    prediction.hasSuffix("!") ? .sure : prediction.hasSuffix("?") ? .guess : nil
  }

  func hint(
    for asked: Asked, after prediction: String?, language: ReadingLanguage, width: Int,
    shouldStop: (Int) -> Bool
  ) -> HintSearch {
    let step = WitnessStep(process: 1, lane: "buyer 1", label: "read 1", line: 4, subject: "f")
    return .found(WitnessHint([step], for: .which, width: width, language: language))
  }

  /// A program has the property "lock" where it says so.
  func check(
    _ program: LessonProgram, against exercise: Exercise, in lesson: Lesson,
    language: ReadingLanguage, width: Int, shouldStop: (Int) -> Bool
  ) -> ExerciseReport {
    guard !program.text.contains("???") else { return .refused(["SyntaxError: ???"]) }
    let isMended = program.text.contains("lock")
    return .checked([
      PropertyCheck(
        verdict: isMended ? .right : .impossible, sentence: "sold once",
        evidence: isMended ? [] : ["buyer 1 ──read──"]),
      PropertyCheck(verdict: .right, sentence: "nobody waits"),
    ])
  }

  func compare(
    _ value: String, for asked: Asked, language: ReadingLanguage
  ) -> (sentence: String, isInside: Bool) {
    let isInside = ["1", "2", "3"].contains(value)
    return (isInside ? "This run: \(value)." : "This run showed \(value): our fault.", isInside)
  }

  func goal(
    of asked: Asked, after prediction: String?, shouldStop: (Int) -> Bool
  ) -> DriveGoal? {
    ProgramWorlds().goal(of: asked, after: prediction, shouldStop: shouldStop)
  }

  func drive(_ job: Job, language: ReadingLanguage) -> Result<Drive, DriveRefusal> {
    ProgramWorlds().drive(job, language: language)
  }

  func labels(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage
  ) -> [String] {
    ProgramWorlds().labels(of: drive, in: program, language: language)
  }

  func intentions(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage
  ) -> [Schedule.Move: String] {
    ProgramWorlds().intentions(of: drive, in: program, language: language)
  }

  func picture(
    of drive: Drive, in program: LessonProgram, language: ReadingLanguage, width: Int
  ) -> [String] {
    ProgramWorlds().picture(of: drive, in: program, language: language, width: width)
  }

  func judge(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, width: Int
  ) -> Judgement {
    let isRight = prediction.hasPrefix("1-3")
    return Judgement(
      verdict: isRight ? .right : .missed,
      search: "Every interleaving (1 234 states, 0.2 s): 1, 2 or 3.", outcomes: "1-3",
      sentence: isRight ? "Right." : "You missed some.",
      picture: isRight ? [] : ["buyer 1 ──read──"])
  }
}

/// A course of two lessons, and what a session in it shows.
struct Rehearsal {
  let folder: DataFolder
  var worlds = KnownWorlds()
  var width = 80
  var course = Self.course

  static let course: Course = {
    let program = LessonProgram(
      name: "race.py", path: "race.py", text: "N = 3\n\ndef buy():\n    print('bought')\n\nbuy()\n")
    let question = Question(
      id: QuestionID("sold"), ask: "How many?", observe: "printed('bought')", form: .which,
      hints: ["Look.", "Look again."], program: program)
    let first = Lesson(
      id: LessonID("last-ticket"), title: "The last ticket", number: 1, minutes: 15,
      elements: [
        .text(Prose(markdown: "# The last ticket\n\nRead this.", line: 1)),
        .program(ProgramElement(program: program, line: 5)),
        .text(Prose(markdown: "Now think.", line: 6)),
        .predict(question),
        .run(RunSpec(program: program, line: 20)),
      ], folder: ".")
    let second = Lesson(
      id: LessonID("lock"), title: "One at a time", number: 2,
      elements: [.text(Prose(markdown: "Locks.", line: 1))], folder: ".")
    return Course(
      title: "A course", folder: ".", language: .english, lessons: [first, second])
  }()

  func play(_ lines: [String]) throws -> String {
    let path = folder.path + "/screen"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    let screen = Screen(
      Screen.Abilities(styles: false, cursor: false, columns: width), descriptor: descriptor)
    let script = lines.map { $0 + "\n" }.joined()
    var session = Session(
      course: course, screen: screen, input: LineInput(screen: screen, script: script),
      store: try ProgressStore(folder: folder), worlds: worlds, work: WorkFolder(folder))
    try session.run()
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}

@Suite struct SessionTests {
  let scratch: ScratchFolder
  let rehearsal: Rehearsal

  init() throws {
    scratch = try ScratchFolder()
    rehearsal = Rehearsal(folder: DataFolder(path: scratch.path))
  }

  private var store: ProgressStore {
    get throws { try ProgressStore(folder: DataFolder(path: scratch.path)) }
  }

  @Test(arguments: [
    (
      ReadingLanguage.english,
      """
        On an ideal machine: `ideal.py`
         0.00 s  main        start
         2.00 s  Process-1   slept
         2.00 s  Process-1   dies: ValueError: no, line 7
         2.00 s  main        joined
        Ended after 3.50 s on an ideal machine.
      """
    ),
    (
      .chinese,
      """
        在理想机器上运行 `ideal.py`
         0.00 s  主进程      start
         2.00 s  Process-1   slept
         2.00 s  Process-1   异常退出：ValueError: no，第 7 行
         2.00 s  主进程      joined
        在理想机器上运行了 3.50 秒。
      """
    ),
  ])
  func aRunOnAnIdealMachineTakesNoTime(language: ReadingLanguage, shown: String) throws {
    let program = LessonProgram(
      name: "ideal.py", path: "ideal.py",
      text: """
        import time
        from multiprocessing import Process

        def sleep():
            time.sleep(2)
            print('slept')
            raise ValueError('no')

        print('start')
        child = Process(target=sleep)
        child.start()
        child.join()
        print('joined')
        time.sleep(1.5)
        """)
    var ideal = rehearsal
    ideal.course.language = language
    ideal.course.lessons[0].elements = [.run(RunSpec(program: program, ideal: true, line: 1))]
    let begun = ContinuousClock.now
    let screen = try ideal.play(["", "quit"])
    #expect(screen.contains(shown))
    #expect(ContinuousClock.now - begun < .seconds(2))
  }

  @Test func whoIsStuckOnAnIdealMachineIsNamed() throws {
    let program = LessonProgram(
      name: "stuck.py", path: "stuck.py",
      text: "from multiprocessing import Lock\nlock = Lock()\nlock.acquire()\nlock.acquire()\n")
    var ideal = rehearsal
    ideal.course.lessons[0].elements = [.run(RunSpec(program: program, ideal: true, line: 1))]
    #expect(
      try ideal.play(["", "quit"])
        .contains("Stuck after 0.00 s on an ideal machine: main waits for ever."))
  }

  /// `back` takes nothing, so more words are an answer; `why` then speaks of it, not of what comes.
  @Test func wordsThatBeginLikeACommandCanBeAnAnswer() throws {
    let screen = try rehearsal.play(["", "", "back at 6", "why", "quit"])
    #expect(screen.contains("You: back at 6\n  This run: 2.\n"))
  }

  @Test func aLessonFromFirstToLastKey() throws {
    let screen = try rehearsal.play(["", "", "1", "", "", "quit"])
    #expect(
      screen == """
        tutor · processes, locks, pipes and queues, live
        Welcome. Enter begins lesson 1, The last ticket · `lessons` · `help`
        last-ticket 1/3>\u{20}

          The last ticket
          ═══════════════

          Read this.

          race.py
           1  N = 3
           2
           3  def buy():
           4      print('bought')
           5
           6  buy()
        last-ticket 2/3>\u{20}

          Now think.

          Predict. How many?
          (name every number: 1,2)
          (`!` behind it if you are sure, `?` if you guess)
        prediction> 1
          Running live: `race.py`
           0.25 s  Process-1   pid 4711    buyer 1 bought
          Ended after 0.5 s. There were 2 processes.
          This run: 2.
          Every interleaving (1 234 states, 0.2 s): 1, 2 or 3.
          ~ You missed some.

          buyer 1 ──read──

        last-ticket 3/3>\u{20}

          Running live: `race.py`
           0.25 s  Process-1   pid 4711    buyer 1 bought
          Ended after 0.5 s. There were 2 processes.

          That was lesson 1.
            ~ sold            missed some · You: 1 · In fact: 1-3
          Enter goes on with lesson 2, One at a time.
        last-ticket ✓>\u{20}

          Lesson 2 · One at a time

          Locks.

          That was lesson 2.
          That was the last lesson. `lessons` shows them all, `progress` what you
          answered.
        lock ✓> quit

        """)
  }

  @Test func itResumesWhereItStopped() throws {
    _ = try rehearsal.play(["", "quit"])
    #expect(
      try rehearsal.play([]).hasPrefix(
        """
        tutor · processes, locks, pipes and queues, live
        You stopped in lesson 1, The last ticket, step 2 of 3.
        Enter goes on · `lessons` · `help`
        last-ticket 2/3>
        """))
  }

  @Test func anUnreadableAnswerCostsNothing() throws {
    let screen = try rehearsal.play(["go 1", "", "?", "many", "", "1-3", "q"])
    #expect(screen.contains("does not read as an answer here. Name every number: 1,2"))
    #expect(screen.contains("✓ Right."))
    #expect(try store.latestAnswers().map(\.prediction) == ["1-3"])
  }

  @Test func skippedIsNotRight() throws {
    let screen = try rehearsal.play([
      "", "", "hint", "skip", "progress", "retry", "1-3", "progress",
    ])
    #expect(screen.contains("Hint 1 of 3. Look."))
    #expect(screen.contains("– sold            skipped"))
    #expect(screen.contains("✓ sold            right"))
    #expect(try store.allAnswers().map(\.verdict) == [.skipped, .right])
  }

  @Test func whatWasAnsweredIsNotAskedAgain() throws {
    _ = try rehearsal.play(["", "", "1"])
    let screen = try rehearsal.play(["go 1", "back", "", "q"])
    #expect(screen.contains("You answered this before: 1 – missed some."))
    #expect(try store.allAnswers().count == 1)
  }

  @Test func aPredictionThatWasNotJudgedIsJudgedLater() throws {
    let place = try store
    _ = try place.record(lesson: "last-ticket", question: "sold", variant: 0, prediction: "1-3")
    try place.setPlace(lesson: "last-ticket", step: 1)
    let screen = try rehearsal.play(["", "q"])
    #expect(screen.contains("You predicted 1-3 here, and it has not been judged yet."))
    #expect(screen.contains("✓ Right."))
    #expect(try store.allAnswers().map(\.verdict) == [.right])
  }

  @Test func aRunOutsideTheModelIsOurFault() throws {
    var rehearsal = rehearsal
    rehearsal.worlds.run = "9"
    let screen = try rehearsal.play(["", "", "1-3", "q"])
    #expect(screen.contains("This run showed 9: our fault."))
    #expect(!screen.contains("Right."))
    #expect(try store.allAnswers().map(\.verdict) == [.undecided])
  }

  @Test func theAnswerIsNotGivenAway() throws {
    let screen = try rehearsal.play(["", "", "explore", "quit"])
    #expect(screen.contains("`explore` would give the answer away."))
    #expect(!screen.contains("Every interleaving"))
  }

  @Test func everythingFitsIntoFortyColumns() throws {
    var rehearsal = rehearsal
    rehearsal.width = 40
    let screen = try rehearsal.play([
      "", "", "1", "", "lessons", "progress", "help", "show buy", "explore", "lang zh", "help",
      "progress", "back", "run", "foo", "go 9", "reset", "q",
    ])
    for row in screen.split(separator: "\n") where !row.contains("> ") {
      #expect(StyledText(String(row)).width <= 40, "\(row)")
    }
  }
}

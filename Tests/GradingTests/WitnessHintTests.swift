import Course
import Diagnostics
import Grading
import Observation
import Testing

/// The hints that a schedule gives, from hand-made steps and from explored programs.
@Suite struct WitnessHintTests {
  static let bytes = Array("1".utf8)

  static func step(
    _ process: Int, _ label: String, _ action: WitnessStep.Action = .other, line: Int = 0,
    subject: String? = nil, changes: Bool = true
  ) -> WitnessStep {
    WitnessStep(
      process: process, lane: "buyer \(process)", label: label, action: action, line: line,
      subject: subject, changes: changes)
  }

  static func read(_ process: Int) -> WitnessStep {
    step(process, "read 1", .reads(path: "t", bytes), line: 4, subject: "file t", changes: false)
  }

  static func write(_ process: Int) -> WitnessStep {
    step(process, "write 0", .writes(path: "t", bytes), line: 9, subject: "file t")
  }

  static func lock(_ process: Int) -> WitnessStep {
    step(process, "acquire", .acquires(1), line: 3, subject: "semaphore 1")
  }

  static let put = step(1, "put 1", line: 4, subject: "queue 1")
  static let get = step(2, "get 1", line: 9, subject: "queue 1")
  static let feed = WitnessStep(
    process: 1, lane: "buyer 1", label: "feeder moves 1", line: 5, subject: "queue 1",
    isFeed: true)

  static func meeting(_ steps: [WitnessStep]) -> String {
    guard let meeting = Meeting.find(in: steps) else { return "none" }
    return [meeting.first, meeting.other, meeting.resumed].compactMap(\.self).map {
      "\($0.process) \($0.label)"
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    ([read(1), read(2), write(1), write(2)], "1 read 1, 2 read 1, 1 write 0"),
    ([read(1), write(1), read(2)], "1 write 0, 2 read 1"),
    ([lock(1), read(1), write(1), lock(2), read(2)], "1 write 0, 2 read 1"),
    ([lock(1), lock(2)], "1 acquire, 2 acquire"),
    ([put, feed, get], "1 put 1, 2 get 1"), ([put, feed], "1 put 1, 1 feeder moves 1"),
    ([read(1), read(2), read(1)], "none"), ([read(1), write(1)], "none"), ([], "none"),
  ])
  func theOperationsThatMeet(steps: [WitnessStep], said: String) {
    #expect(Self.meeting(steps) == said)
  }

  @Test func theRaceAsAHint() throws {
    let (lesson, question) = TruthStoreTests.lesson(.which, observe: "printed('bought')")
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson)
    let told = try #require(truth.telling(for: .which))
    #expect(told.value == .integer(2))
    let hint = try Self.hint(told, question, lesson, .english)
    #expect(hint.meeting.hasPrefix("Two operations meet. What if buyer "))
    #expect(hint.meeting.contains("'s `read 1` (line 9) comes after buyer "))
    #expect(hint.meeting.contains("'s `read 1` (line 9), and before its `write 0` (line 1"))
    #expect(hint.picture.contains { $0.contains("both read before either wrote") })
    let chinese = try Self.hint(told, question, lesson, .chinese)
    #expect(chinese.meeting.contains("有两个操作相遇"))
    #expect(chinese.meeting.contains("（第 9 行）"))
  }

  /// What every run prints is not told.
  @Test func theAnswerIsNotInTheHint() throws {
    let program = LessonProgram(name: "a.py", path: "a.py", text: "print('has', 10)\n")
    let question = Question(
      id: QuestionID("q"), ask: "?", observe: "lines[-1]", form: .what, program: program)
    let lesson = Lesson(
      id: LessonID("l"), title: "", number: 1, elements: [.predict(question)], folder: "")
    var store = TruthStore()
    let told = try #require(store.truth(of: question, in: lesson).telling(for: .what))
    let hint = try Self.hint(told, question, lesson, .english)
    #expect(hint.meeting == "No two operations meet: no process changes what another one uses.")
    #expect(hint.picture == ["main  ──prints …"])
  }

  private static func hint(
    _ told: QuestionTruth.Found, _ question: Question, _ lesson: Lesson,
    _ language: ReadingLanguage
  ) throws -> WitnessHint {
    let steps = try TruthStore.steps(
      of: told.schedule, program: question.program(), files: lesson.dataFiles,
      observe: question.observe, language: language
    ).get()
    return WitnessHint(steps, for: question.form, width: 80, language: language)
  }

  @Test func whatWasMissedIsTold() {
    let truth = Sample.truth(["1", "2", "3"])
    #expect(truth.telling(for: .which)?.value == .integer(2))
    let missed = Grader.grade("1,2", to: Sample.question(.which), truth: truth).missed
    #expect(truth.telling(for: .which, missed: missed)?.value == .integer(3))
    var hanging = truth
    hanging.found[2].isStuck = true
    #expect(hanging.telling(for: .which)?.value == .integer(3))
    #expect(truth.telling(for: .can(value: "3"))?.value == .integer(3))
    #expect(truth.telling(for: .can(value: "9"))?.value == .integer(1))
    #expect(Sample.truth([]).telling(for: .which) == nil)
  }
}

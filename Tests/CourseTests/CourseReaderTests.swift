import Course
import Observation
import Testing

@Suite struct CourseReaderTests {
  static let lockLesson = """
    ---
    id: lock
    title: One at a time
    after: [last-ticket]
    minutes: 15
    ---
    ## What the lock covers
    Prose …

    ```program
    ticket_lock.py
    ```

    ```predict
    id: sold
    ask: One ticket, ten buyers, a lock around the purchase. How many can end up buying it?
    observe: printed("bought")
    answer: which
    hints:
      - Who can be between the read and the write of ticket.json while another buyer is there too?
    because: The read, the test and the write now happen as one.
    ```

    ```run
    speed: 10
    ```

    ```fix
    start: fix/narrow_lock.py
    must:
      - never: printed("bought") > 1
      - never: stuck
      - can: overlap("look")          # looking must stay parallel: join is not a lock
    ```
    """

  static let files = [
    "course.yaml": "format: 1\ntitle: {en: A course, zh: 一门课}\nlessons:\n  - 02\n  - 03-lock\n",
    "02/lesson.md": "---\nid: last-ticket\ntitle: The last ticket\n---\nText\n",
    "03-lock/lesson.md": lockLesson,
    "03-lock/ticket_lock.py": "print('bought')\n",
    "03-lock/fix/narrow_lock.py": "pass\n",
    "03-lock/ticket.json": "{\"left\": 1}",
    "03-lock/notes.txt": "",
    "03-lock/.hidden": "",
  ]

  @Test func theDesignsExampleIsRead() throws {
    let course = try TemporaryCourse(Self.files).read().get()
    #expect(course.title == "A course")
    #expect(course.lessons.map(\.number) == [1, 2])
    let lesson = try #require(course.lesson(LessonID("lock")))
    #expect(lesson.title == "One at a time")
    #expect(lesson.after == [LessonID("last-ticket")])
    #expect(lesson.minutes == 15)
    #expect(lesson.elements.map(\.line) == [7, 10, 14, 24, 28])
    guard case .text(let prose) = lesson.elements[0] else {
      Issue.record("prose first")
      return
    }
    #expect(prose.markdown == "## What the lock covers\nProse …")
  }

  @Test func theDesignsQuestionAndExerciseAreRead() throws {
    let course = try TemporaryCourse(Self.files).read().get()
    let lesson = course.lessons[1]
    let question = try #require(lesson.question(QuestionID("sold")))
    #expect(question.observe == "printed(\"bought\")")
    #expect(question.observeLine == 17)
    #expect(question.form == .which)
    #expect(question.time == .anySchedule)
    #expect(question.hints.count == 1)
    #expect(question.because == "The read, the test and the write now happen as one.")
    #expect(question.program.name == "ticket_lock.py")
    guard case .run(let spec) = lesson.elements[3] else {
      Issue.record("a run fourth")
      return
    }
    #expect(spec.speed == 10)
    let exercise = try #require(lesson.exercises.first)
    #expect(exercise.id == ExerciseID("narrow_lock"))
    #expect(exercise.must.map(\.kind) == [.never, .never, .can])
    #expect(
      exercise.must.map(\.observe) == ["printed(\"bought\") > 1", "stuck", "overlap(\"look\")"])
  }

  @Test func dataFilesAreWhatIsNoTextNoProgramAndNoFolder() throws {
    let course = try TemporaryCourse(Self.files).read().get()
    #expect(course.lessons[1].dataFiles.map(\.name) == ["notes.txt", "ticket.json"])
    #expect(course.lessons[1].dataFiles[1].bytes == Array("{\"left\": 1}".utf8))
  }

  @Test func aLanguageFallsBackToEnglish() throws {
    var files = Self.files
    files["02/lesson.zh.md"] = "---\nid: last-ticket\ntitle: 最后一张票\n---\n正文\n"
    let course = try TemporaryCourse(files).read(.chinese).get()
    #expect(course.title == "一门课")
    #expect(course.lessons.map(\.title) == ["最后一张票", "One at a time"])
    #expect(course.lessons.map(\.language) == [.chinese, .english])
    #expect(course.lessons[0].dataFiles.isEmpty)
  }

  @Test func otherFencesStayProse() throws {
    let body = """
      Look:

      ~~~~
      ```predict
      not: live
      ```
      ~~~~

      ```python
      print(1)
      ```
      ````text
      ```run
      ````
      """
    let lesson = try TemporaryCourse.oneLesson(body).read().get().lessons[0]
    #expect(lesson.elements == [.text(Prose(markdown: body, line: 5))])
  }

  @Test func aLessonWithWindowsLineEndsReadsAlike() throws {
    var files = Self.files
    files["03-lock/lesson.md"] =
      "\u{feff}"
      + Self.lockLesson.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let windows = try TemporaryCourse(files).read().get().lessons[1]
    let plain = try TemporaryCourse(Self.files).read().get().lessons[1]
    #expect(windows.elements.map(\.line) == plain.elements.map(\.line))
    #expect(windows.questions.map(\.hints) == plain.questions.map(\.hints))
  }

  static let question =
    "```program\nticket.py\n```\n```predict\nid: a\nask: Of {BUYERS}?\nobserve: 1\n"

  @Test func constantsVary() throws {
    let course = try TemporaryCourse.oneLesson(
      Self.question + "answer: which\nwith: {BUYERS: [3, 4]}\n```\n")
    let question = try #require(try course.read().get().lessons[0].questions.first)
    #expect(question.variantCount == 2)
    #expect(question.program().text == "BUYERS = 3  # at most 20\nprint('bought')\n")
    #expect(question.program(variant: 1).text == "BUYERS = 4  # at most 20\nprint('bought')\n")
    #expect(question.program(variant: 2) == question.program())
    #expect(question.asking(variant: 1) == "Of 4?")
  }

  @Test func beliefsAreKnownByAnAnswerOrARule() throws {
    let beliefs = "beliefs:\n  - answer: 1\n    says: No.\n  - rule: sleep-orders\n"
    let course = try TemporaryCourse.oneLesson(
      Self.question + "answer: which\n" + beliefs + "```\n")
    let question = try #require(try course.read().get().lessons[0].questions.first)
    #expect(
      question.beliefs == [Belief(answer: "1", says: "No."), Belief(rule: "sleep-orders")])
    let both = try TemporaryCourse.oneLesson(
      Self.question
        + "answer: which\nbeliefs:\n  - rule: sleep-orders\n    answer: 1\n    says: No.\n```\n")
    #expect(both.faults()[0].contains("has the key answer or the key rule, not both."))
  }

  @Test(arguments: [
    ("answer: which", AnswerForm.which), ("answer: what", .what),
    ("answer: can\nvalue: 2", .can(value: "2")), ("answer: can\nvalue: two", .can(value: "'two'")),
    ("answer: can\nvalue: 'True'", .can(value: "True")),
    ("answer: can\nvalue: \"'2'\"", .can(value: "'2'")),
    ("answer: can\nvalue: [1, a]", .can(value: "[1, 'a']")),
    ("answer: when", .when(value: "True")), ("answer: when\nvalue: false", .when(value: "False")),
    ("answer: seconds", .seconds),
  ])
  func answerForms(text: String, form: AnswerForm) throws {
    let course = try TemporaryCourse.oneLesson(Self.question + text + "\n```\n")
    let question = try #require(try course.read().get().lessons[0].questions.first)
    #expect(question.form == form)
    #expect(question.time == (form == .seconds ? .idealMachine : .anySchedule))
  }

  @Test func aTextIsPredictedOfAllLines() throws {
    let elsewhere = try TemporaryCourse.oneLesson(Self.question + "answer: lines\n```\n")
    #expect(elsewhere.faults()[0].contains("A question for 'lines' is about all lines."))
    let text =
      "```predict\nid: q\nask: How?\nobserve: lines\nanswer: lines\nprogram: ticket.py\n```\n"
    let course = try TemporaryCourse.oneLesson(text)
    #expect(try course.read().get().lessons[0].questions.first?.form == .lines)
  }

  @Test func aCourseIsFoundBesideTheExecutable() throws {
    let course = try TemporaryCourse([
      "lessons/course.yaml": "format: 1", ".build/debug/tutor": "",
    ])
    let executable = course.folder + "/.build/debug/tutor"
    let find = { CourseLocation.find(option: $0, environment: $1, executable: executable) }
    #expect(try find(nil, nil).get() == course.folder + "/lessons")
    #expect(try find(nil, "b").get() == "b")
    #expect(try find("a", "b").get() == "a")
    let nowhere = CourseLocation.find(option: nil, environment: nil, executable: "/x/y")
    #expect(throws: CourseFault.self) { try nowhere.get() }
  }
}

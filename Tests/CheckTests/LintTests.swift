import Foundation
import Testing

/// `tutor lint`, `tutor new` and `tutor export`.
@Suite struct LintTests {
  /// Our own course has nothing to be found. Live runs are left to those who have the time.
  @Test func ourOwnCourseIsClean() throws {
    let scratch = try Scratch()
    let ended = try Tutor.run(
      ["lint", Tutor.project + "/lessons", "--runs", "0"], in: scratch)
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
  }

  @Test func aNewLessonIsCleanButForWhatIsLeftToDo() throws {
    let scratch = try Scratch()
    try scratch.write("course/course.yaml", "format: 1\ntitle: T\nlessons:\n  - 01-shop\n")
    try scratch.write(
      "course/01-shop/lesson.md", "---\nid: shop\ntitle: Shop\n---\nNothing yet.\n")
    try scratch.write(
      "course/01-shop/lesson.zh.md", "---\nid: shop\ntitle: 商店\n---\n还没有。\n")
    let lessons = scratch.path + "/course"
    let made = try Tutor.run(["new", "barrier", "--lessons", lessons], in: scratch)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("02-barrier"))
    #expect(try scratch.text("course/course.yaml").hasSuffix("  - 01-shop\n  - 02-barrier\n"))
    let lint = try Tutor.run(["lint", lessons], in: scratch)
    #expect(lint.status == 1)
    let faults = lint.output.split(separator: "\n").dropLast()
    #expect(!faults.isEmpty)
    for fault in faults {
      #expect(fault.hasSuffix(": There is something left to do."), "\(fault)")
      #expect(fault.contains("/02-barrier/lesson."))
    }
    let again = try Tutor.run(["new", "barrier", "--lessons", lessons], in: scratch)
    #expect(again.status == 64)

    // With the words filled in, nothing is left.
    for name in ["lesson.md", "lesson.zh.md"] {
      let path = "course/02-barrier/" + name
      try scratch.write(path, try scratch.text(path).replacing("TODO", with: "Done"))
    }
    let clean = try Tutor.run(["lint", lessons], in: scratch)
    #expect(clean.status == 0, "\(clean.output)")
    #expect(clean.output == "2 lessons, 1 question, 1 exercise, 6 programs: nothing found.\n")
  }

  /// What is done to the lesson of the small course, and the fault that it makes.
  static let faults: [(file: String, change: (String, String), fault: String)] = [
    ("lesson.md", ("hints: [Look at both.]\n", ""), ":9: The question 'sold' has no hint."),
    (
      "lesson.md", ("because: Both can read before either writes.\n", ""),
      ":9: The question 'sold' has no 'because'."
    ),
    (
      "lesson.md", ("printed(\"bought\")\nanswer: which", "printed(\"bought\")\nanswer: what"),
      ":9: The question 'sold' with BUYERS = 2 has 2 values, 1, 2,"
    ),
    (
      "lesson.md", ("- answer: '1'", "- answer: '1,2'"),
      ":9: The belief '1,2' is the right answer to 'sold'."
    ),
    (
      "lesson.md", ("- answer: '1'", "- rule: no-feeder"),
      ":9: Under the rule 'no-feeder' the answer to 'sold' is the same."
    ),
    (
      "lesson.md", ("- answer: '1'", "- rule: atomic-file"),
      "There is no wrong rule 'atomic-file': there are atomic-files, shared-globals"
    ),
    (
      "lesson.md", ("observe: crashed > 0", "observe: crashd > 0"), ":25: 'crashd > 0' cannot be"
    ),
    ("lesson.md", ("ask: Sell it once.", "ask: 'TODO'"), ":34: There is something left to do."),
    ("race.py", ("    walk()\n", "    walk(\n"), "race.py:"),
    ("fix/till.py", ("BUYERS = 2", "NOBODY = 2"), "has no line 'BUYERS = …' to vary"),
  ]

  @Test(arguments: faults.indices) func aFaultIsFound(index: Int) throws {
    let (file, change, fault) = Self.faults[index]
    let scratch = try Scratch()
    let lessons = try SmallCourse.make(in: scratch)
    let path = "course/01-shop/" + file
    let text = try scratch.text(path)
    #expect(text.contains(change.0))
    try scratch.write(path, text.replacing(change.0, with: change.1))
    let ended = try Tutor.run(["lint", lessons, "--runs", "0", "--no-cache"], in: scratch)
    #expect(ended.status == 1)
    #expect(ended.output.contains(fault), "\(ended.output)")
  }

  @Test func exercisesAreProven() throws {
    let scratch = try Scratch()
    let lessons = try SmallCourse.make(in: scratch)
    try scratch.write("course/01-shop/solutions/lock.py", SmallCourse.solution)
    for (name, text, _) in SmallCourse.wrongFixes {
      try scratch.write("course/01-shop/solutions/\(name).py", text)
    }
    let path = "course/01-shop/lesson.md"
    let text = try scratch.text(path)
    func lint(_ more: String) throws -> String {
      try scratch.write(
        path, text.replacing("hints: [What must be one?]", with: "hints: [A]\n" + more))
      return try Tutor.run(["lint", lessons, "--no-cache"], in: scratch).output
    }
    let right = try lint(
      """
      solution: solutions/lock.py
      wrong:
        - {file: solutions/race.py, breaks: printed("bought") > 1}
        - {file: solutions/narrow.py, breaks: stuck or crashed > 0}
        - {file: solutions/own_lock.py, breaks: printed("bought") > 1}
        - {file: solutions/kept.py, breaks: stuck or crashed > 0}
        - {file: solutions/serial.py, breaks: overlap("walk")}
      """)
    #expect(
      right.split(separator: "\n").filter { $0.contains("lesson.md") }.allSatisfy {
        $0.contains("no text in the other language")
      }, "\(right)")
    let wrong = try lint(
      """
      solution: solutions/kept.py
      wrong:
        - {file: solutions/serial.py, breaks: printed("bought") > 1}
        - {file: solutions/narrow.py, breaks: printed("bouhgt") > 1}
      """)
    #expect(
      wrong.contains(":39: The solution solutions/kept.py breaks 'never: stuck or crashed > 0'."))
    #expect(
      wrong.contains(
        "The wrong fix solutions/serial.py does not break 'never: printed(\"bought\") > 1'; it breaks "
          + "'can: overlap(\"walk\")'."))
    #expect(wrong.contains("has 2 wrong fixes of at least 3."))
    #expect(wrong.contains("that solutions/narrow.py could break."))
    #expect(wrong.contains("solutions/race.py: No element of the lesson uses it."))
  }

  @Test func whatWasExportedIsGraded() throws {
    let scratch = try Scratch()
    let lessons = try SmallCourse.make(in: scratch)
    let none = try Tutor.run(["export", scratch.path + "/mine", "--lessons", lessons], in: scratch)
    #expect(none.status == 1)
    #expect(none.errors == "tutor: nothing was answered or mended yet\n")
    // A session in a pipe: the first question right, the second one wrong.
    let session = Process()
    session.executableURL = URL(fileURLWithPath: Tutor.path)
    session.arguments = ["--lessons", lessons]
    var variables = ProcessInfo.processInfo.environment
    variables["XDG_DATA_HOME"] = scratch.path + "/data"
    variables["LC_ALL"] = "C.UTF-8"
    variables["EDITOR"] = nil
    variables["VISUAL"] = nil
    session.environment = variables
    let input = Pipe()
    session.standardInput = input
    session.standardOutput = FileHandle.nullDevice
    try session.run()
    try input.fileHandleForWriting.write(contentsOf: Data("\n\n1-2\n\nno\n\nedit\nquit\n".utf8))
    try input.fileHandleForWriting.close()
    session.waitUntilExit()
    let export = ["export", scratch.path + "/mine", "--lessons", lessons]
    let made = try Tutor.run(export, in: scratch)
    #expect(made.status == 0, "\(made.errors)")
    #expect(
      try scratch.text("mine/answers.yaml") == """
        format: 1
        answers:
          - lesson: shop
            question: sold
            prediction: "1-2"
          - lesson: shop
            question: crash
            prediction: no

        """)
    let graded = try Tutor.run(
      ["check", scratch.path + "/mine", "--lessons", lessons, "--format", "csv"], in: scratch)
    #expect(graded.status == 1)
    #expect(graded.output.contains("shop/sold,shop/crash"))
    // A second export replaces nothing that is there, unless it is told to.
    #expect(try Tutor.run(export, in: scratch).status == 1)
    #expect(try Tutor.run(export + ["--force"], in: scratch).status == 0)
  }
}

import Course
import Foundation
import Testing

/// What authors read when a file of theirs is wrong.
@Suite struct CourseFaultTests {
  /// A lesson's body, and the fault in words.
  static let bodies: [(String, String)] = [
    (
      "```predict\nid: a\n```",
      """
      01-one/lesson.md, line 5: A block 'predict' needs a key 'ask'.
        hint: write 'ask: …'
      """
    ),
    (
      "```program\nticket.py\n```\n```run\nsped: 10\n```",
      """
      01-one/lesson.md, line 9: A block 'run' has no key 'sped'.
        hint: did you mean 'speed'?
      """
    ),
    (
      "```program\nticket.py\n```\n```run\nspeed: fast\n```",
      """
      01-one/lesson.md, line 9: 'speed' must be a number above 0, not 'fast'.
        hint: write 'speed: 10'
      """
    ),
    (
      "```program\ntickets.py\n```",
      """
      01-one/lesson.md, line 6: There is no file 'tickets.py' in 01-one.
        hint: there is ticket.py
      """
    ),
    (
      "```program\n../x.py\n```",
      """
      01-one/lesson.md, line 6: '../x.py' leads out of the folder 01-one.
        hint: name a file in the folder, such as ticket.py
      """
    ),
    (
      "```run\n```",
      """
      01-one/lesson.md, line 5: No program stands before this block.
        hint: show one in a block 'program', or name it: 'program: ticket.py'
      """
    ),
    (
      "```predcit\nid: a\n```",
      """
      01-one/lesson.md, line 5: There is no live block 'predcit'.
        hint: did you mean 'predict'?
      """
    ),
    (
      "Text\n```program\nticket.py",
      """
      01-one/lesson.md, line 6: The block 'program' is not closed.
        hint: close it with a line ```
      """
    ),
    (
      CourseReaderTests.question + "answer: whihc\n```",
      """
      01-one/lesson.md, line 12: 'answer' is one of which, what, can, when, seconds, lines, not \
      'whihc'.
        hint: write 'answer: which'
      """
    ),
    (
      CourseReaderTests.question + "answer: can\n```",
      """
      01-one/lesson.md, line 12: The answer form 'can' asks about a value.
        hint: write 'value: 2'
      """
    ),
    (
      CourseReaderTests.question + "answer: what\nwith: {BUYER: 3}\n```",
      """
      01-one/lesson.md, line 13: ticket.py has no line 'BUYER = …' to vary.
        hint: did you mean 'BUYERS'?
      """
    ),
    (
      CourseReaderTests.question + "answer: what\nhints: {a: b}\n```",
      """
      01-one/lesson.md, line 13: 'hints' must be a list of texts, and this is a record of keys.
        hint: start each with '- ', and put a text that has ': ' in it into quotes
      """
    ),
    (
      CourseReaderTests.question + "answer: what\nbecause: so: that\n```",
      """
      01-one/lesson.md, line 13: This is not YAML: mapping values are not allowed in this context.
        hint: put a text that has ': ' in it into quotes
      """
    ),
    (
      CourseReaderTests.question + "answer: what\nid: b\n```",
      """
      01-one/lesson.md, line 9: The key 'id' stands here twice.
        hint: keep one of them
      """
    ),
    (
      "```program\nticket.py\n```\n```predict\n- a\n```",
      """
      01-one/lesson.md, line 9: A block 'predict' needs keys, and this is a list.
        hint: write 'id: …'
      """
    ),
    (
      "```fix\nstart: ticket.py\nmust:\n  - never: stuck\n    can: stuck\n```",
      """
      01-one/lesson.md, line 8: An entry of 'must' has exactly one of the keys never, always and can.
        hint: write '- never: printed("bought") > 1'
      """
    ),
    (
      "```run\nprogram: ticket.py\nspeed: &a [*a]\n```",
      """
      01-one/lesson.md, line 7: Anchors and aliases (&a, *a) are not used here.
        hint: write the value out where it is needed
      """
    ),
    (
      String(repeating: CourseReaderTests.question + "answer: what\n```\n", count: 2),
      """
      01-one/lesson.md, line 17: The lesson has two questions 'a'.
        hint: give this one another id
      """
    ),
  ]

  @Test(arguments: bodies) func aBrokenBlock(body: String, fault: String) throws {
    let course = try TemporaryCourse.oneLesson(body)
    let faults = course.faults().map { $0.replacingOccurrences(of: course.folder, with: "") }
    // A block that lacks several keys has a fault for each.
    #expect(faults.first == fault)
  }

  /// Files that replace those of a course of one lesson, and the first fault in words.
  static let files: [([String: String], String)] = [
    (
      ["course.yaml": ""],
      """
      course.yaml, line 1: course.yaml needs a key 'format'.
        hint: write 'format: 1'
      """
    ),
    (
      ["course.yaml": "format: 2\ntitle: A\nlessons: [01-one]"],
      "course.yaml, line 1: This tutor reads courses of format 1, not '2'."
    ),
    (
      ["course.yaml": "format: 1\ntitle: A\nlessons: [01-on]"],
      """
      course.yaml, line 3: There is no folder '01-on' in .
        hint: there is 01-one
      """
    ),
    (
      ["course.yaml": "format: 1\ntitle: A\nlessons: [01-one, ../x]"],
      """
      course.yaml, line 3: '../x' leads out of the folder .
        hint: name a file in the folder, such as ticket.py
      """
    ),
    (
      ["01-one/lesson.md": ""],
      """
      01-one/lesson.md, line 1: The lesson is empty.
        hint: open it with the lines '---', 'id: …', 'title: …', '---'
      """
    ),
    (
      ["01-one/lesson.md": "# One\n"],
      """
      01-one/lesson.md, line 1: The lesson does not open with front matter.
        hint: open it with the lines '---', 'id: …', 'title: …', '---'
      """
    ),
    (
      ["01-one/lesson.md": "---\nid: one\ntitle: One\n"],
      """
      01-one/lesson.md, line 1: The front matter is not closed.
        hint: close it with a line '---'
      """
    ),
    (
      ["01-one/lesson.md": "---\nid: one\ntitel: One\n---\nText"],
      """
      01-one/lesson.md, line 3: The front matter has no key 'titel'.
        hint: did you mean 'title'?
      """
    ),
    (
      ["01-one/lesson.md": "---\nid: one two\ntitle: One\n---\nText"],
      """
      01-one/lesson.md, line 2: 'one two' is no name: letters, digits, '-' and '_' make one.
        hint: write 'id: last-ticket'
      """
    ),
    (
      ["01-one/lesson.md": "---\nid: one\ntitle: One\nafter: two\n---\nText"],
      "01-one/lesson.md: 'after' names 'two', and no lesson has that id."
    ),
    (
      ["01-one/lesson.md": "---\nid: one\ntitle: One\n---\n"],
      """
      01-one/lesson.md: The lesson has no steps.
        hint: write text below the front matter
      """
    ),
    (
      ["01-one/lesson.md": "---\nid: one\u{0}"],
      "01-one/lesson.md: lesson.md is a binary file, not a text."
    ),
  ]

  @Test(arguments: files) func aBrokenFile(files: [String: String], fault: String) throws {
    let course = try TemporaryCourse.oneLesson("Text", files: files)
    let faults = course.faults().map { $0.replacingOccurrences(of: course.folder, with: "") }
    #expect(faults.first == fault)
  }

  @Test func aFileThatIsNotUTF8() throws {
    let course = try TemporaryCourse.oneLesson("Text")
    try course.write("01-one/lesson.md", [0x2d, 0xff, 0xfe])
    #expect(
      course.faults() == [
        "01-one/lesson.md: lesson.md is not valid UTF-8.\n  hint: save it in the encoding UTF-8"
      ])
  }

  @Test func aFolderThatIsNoCourse() throws {
    let course = try TemporaryCourse([:])
    #expect(course.faults().count == 1)
    #expect(course.faults().first?.contains("has no course.yaml") == true)
    let missing = CourseReader.read(folder: course.folder + "/nowhere")
    #expect(throws: CourseFaults.self) { try missing.get() }
  }

  @Test func aLinkThatLeadsOutIsRefused() throws {
    let course = try TemporaryCourse.oneLesson("```program\nout.py\n```")
    try FileManager.default.createSymbolicLink(
      atPath: course.folder + "/01-one/out.py", withDestinationPath: "/etc/passwd")
    #expect(course.faults().first?.contains("leads out of the folder") == true)
  }

  @Test func aVeryLargeLessonIsRefused() throws {
    let text = String(repeating: "long ", count: 2_000_000)
    let course = try TemporaryCourse.oneLesson("", files: ["01-one/lesson.md": text])
    #expect(
      course.faults() == [
        "01-one/lesson.md: lesson.md is larger than 1 MiB, more than a lesson needs."
      ])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "a: [", "\"", "|\n ", "!!x ", "%", "\t", "---\n"])
  func deepAndOddYAMLNeverTraps(part: String) throws {
    for count in [1, 30, 900, 5000] {
      let yaml = String(repeating: part, count: count)
      let course = try TemporaryCourse.oneLesson("```run\n\(yaml)\n```")
      #expect(!course.faults().isEmpty)
    }
  }
}

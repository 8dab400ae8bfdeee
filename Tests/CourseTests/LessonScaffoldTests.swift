import Course
import Testing

@Suite struct LessonScaffoldTests {
  static let lists: [(before: String, after: String?)] = [
    ("lessons:\n  - 01-a\n", "lessons:\n  - 01-a\n  - 02-b\n"),
    ("lessons:\n- 01-a\n\ntitle: x\n", "lessons:\n- 01-a\n- 02-b\n\ntitle: x\n"),
    ("lessons:\n  - 01-a\n  # more\n", "lessons:\n  - 01-a\n  - 02-b\n  # more\n"),
    ("title: x\n", "title: x\n"),
    ("lessons: [01-a]\n", nil),
    ("lessons:\n", nil),
  ]

  @Test(arguments: lists) func theListGetsTheLesson(before: String, after: String?) {
    #expect(LessonScaffold.listing("02-b", in: before) == after)
  }

  @Test(arguments: [("barrier", true), ("a-b_2", true), ("", false), ("a b", false), ("锁", false)])
  func ids(word: String, isID: Bool) {
    #expect(LessonScaffold.isID(word) == isID)
  }
}

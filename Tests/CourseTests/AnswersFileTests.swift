import Course
import Testing

@Suite struct AnswersFileTests {
  static func read(_ text: String) -> (entries: [AnswersFile.Entry], faults: [String]) {
    let (file, faults) = AnswersFile.read(Array(text.utf8))
    return (file.entries, faults.map { $0.summary(in: .english) })
  }

  @Test(arguments: [
    "answers:\n  - lesson: lock\n    question: locked\n    prediction: 1-4\n",
    "format: 1\nanswers:\n- {lesson: lock, question: locked, prediction: '1-4'}\n",
    "- {lesson: lock, question: locked, prediction: \"1-4\"}\n",
  ])
  func oneAnswer(text: String) {
    let (entries, faults) = Self.read(text)
    #expect(faults == [])
    #expect(entries.map(\.lesson) == ["lock"])
    #expect(entries.map(\.question) == ["locked"])
    #expect(entries.map(\.prediction) == ["1-4"])
  }

  @Test(arguments: [
    ("[1, 2]", "[1, 2]"), ("yes", "yes"), ("007", "007"), ("''", ""), ("1e9", "1e9"),
    ("\"a: b\"", "a: b"), ("~", "~"), ("{1, 2}", "{1: '', 2: ''}"),
  ])
  func aPredictionIsAText(written: String, read: String) {
    let (entries, faults) = Self.read("- lesson: a\n  question: b\n  prediction: \(written)\n")
    #expect(faults == [])
    #expect(entries.first?.prediction == read)
  }

  @Test(arguments: [
    ("", "answers.yaml, line 1: The file has no key 'answers'."),
    ("answers: 3\n", "answers.yaml, line 1: 'answers' must be a list, and this is a text."),
    ("answer: []\n", "answers.yaml, line 1: The file has no key 'answer'."),
    ("format: 2\nanswers: []\n", "answers.yaml, line 1: This tutor reads answers of format 1"),
    ("- {lesson: a, question: b}\n", "answers.yaml, line 1: An answer needs a key 'prediction'."),
    ("- lesson: a\n- x\n", "answers.yaml, line 1: An answer needs a key 'question'."),
    ("- [1\n", "answers.yaml, line"),
    ("- &a {lesson: a}\n- *a\n", "answers.yaml, line 1: Anchors and aliases (&a, *a)"),
    ("- {lesson: a, lesson: b}\n", "answers.yaml, line 1: The key 'lesson' stands here twice."),
    (String(repeating: "[", count: 100), "answers.yaml, line 1: This is nested deeper than 64"),
    (String(repeating: "- ", count: 100), "answers.yaml, line 1: This is nested deeper than 64"),
    ("a\0b", "answers.yaml: This is not a text in UTF-8."),
  ])
  func aFault(text: String, fault: String) {
    let (_, faults) = Self.read(text)
    #expect(faults.first?.hasPrefix(fault) == true, "\(faults)")
  }

  @Test func aFaultInChinese() {
    let (_, faults) = AnswersFile.read(Array("- {lesson: a, question: b}\n".utf8))
    #expect(
      faults.map { $0.summary(in: .chinese) } == [
        "answers.yaml 第 1 行：这个回答缺少键 'prediction'。\n  提示：写 'prediction: 1-4'"
      ])
  }

  @Test func oneFaultCostsOneAnswer() {
    let (entries, faults) = Self.read(
      "- {lesson: a, question: b, prediction: 1}\n- {lesson: a, qestion: c, prediction: 2}\n")
    #expect(entries.count == 1)
    #expect(faults.count == 1)
    #expect(faults[0].contains("did you mean 'question'?"))
  }

  @Test func whatIsWrittenIsReadBack() {
    let predictions = [
      "1-4", "", "yes", "a \"quoted\" \\ one", "two\nlines\tand\r more", "会,不会",
      "\u{1b}[31m\u{85}x",
      "- x", "&a *a", "'", "#", "null",
    ]
    let entries = predictions.map {
      AnswersFile.Entry(
        lesson: "last-ticket", question: "sold", prediction: $0,
        constants: [Constant(name: "BUYERS", value: "3"), Constant(name: "WORD", value: "'a'")])
    }
    let (read, faults) = AnswersFile.read(Array(AnswersFile(entries: entries).text.utf8))
    #expect(faults.isEmpty)
    // White space around an answer is nobody's answer.
    #expect(read.entries.map(\.prediction) == predictions)
    #expect(read.entries.allSatisfy { $0.constants == entries[0].constants })
    #expect(AnswersFile.read(Array(AnswersFile(entries: []).text.utf8)).faults.isEmpty)
  }
}

import Course
import Diagnostics
import Grading
import Testing

/// What people read, word for word.
@Suite struct VerdictTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var answer: String
    var form = AnswerForm.which
    var values: [String]
    var extent = QuestionTruth.Extent.complete
    var english: String
    var chinese: String
    var testDescription: String { "\(form) \(answer)" }
  }

  static let cases: [Case] = [
    Case(
      answer: "1", values: Sample.oneToTen,
      english: """
        Every interleaving (48 102 states, 0.2 s): any number from 1 to 10.
        Your 1 can happen. You missed 2-10.
        The shortest way for two:
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：从 1 到 10 的任何数。
        你说的 1 可能发生。你漏掉了 2-10。
        得到 2 的最短过程：
        """),
    Case(
      answer: "0-1", values: ["1"],
      english: """
        Every interleaving (48 102 states, 0.2 s): only 1.
        Your 1 can happen. Your 0 cannot happen: 48 102 states searched, and none leads there.
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：只有 1。
        你说的 1 可能发生。你说的 0 不可能发生：搜索了 48 102 个状态，没有一个通向它。
        """),
    Case(
      answer: "7", form: .what, values: ["10"],
      english: """
        Every interleaving (48 102 states, 0.2 s): only 10.
        Your 7 cannot happen: 48 102 states searched, and none leads there. You missed 10.
        The shortest way for ten:
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：只有 10。
        你说的 7 不可能发生：搜索了 48 102 个状态，没有一个通向它。你漏掉了 10。
        得到 10 的最短过程：
        """),
    Case(
      answer: "1-4", values: ["1", "2", "3", "4"],
      english: """
        Every interleaving (48 102 states, 0.2 s): any number from 1 to 4.
        Right: 1-4, all of them and no others.
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：从 1 到 4 的任何数。
        答对了：1-4，一个不多，一个不少。
        """),
    Case(
      answer: "1", values: ["1"],
      english: """
        Every interleaving (48 102 states, 0.2 s): only 1.
        Right: 1, and nothing else.
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：只有 1。
        答对了：1，没有别的可能。
        """),
    Case(
      answer: "a", values: ["'a'", "'b c'"],
      english: """
        Every interleaving (48 102 states, 0.2 s): "a" or "b c".
        Your "a" can happen. You missed "b c".
        The shortest way to "b c":
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）："a" 或 "b c"。
        你说的 "a" 可能发生。你漏掉了 "b c"。
        得到 "b c" 的最短过程：
        """),
    Case(
      answer: "no", form: .can(value: "True"), values: ["False", "True"],
      english: """
        Every interleaving (48 102 states, 0.2 s): it can happen.
        Not so: there are runs with it.
        The shortest way there:
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：可能发生。
        并非如此：有的运行会这样。
        发生的最短过程：
        """),
    Case(
      answer: "yes", form: .can(value: "True"), values: ["False"],
      english: """
        Every interleaving (48 102 states, 0.2 s): it never happens.
        Not so: 48 102 states searched, and none leads there.
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：从不发生。
        并非如此：搜索了 48 102 个状态，没有一个通向它。
        """),
    Case(
      answer: "no", form: .can(value: "True"), values: ["False"],
      english: """
        Every interleaving (48 102 states, 0.2 s): it never happens.
        Right: it cannot happen. 48 102 states searched, and none leads there.
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：从不发生。
        答对了：不可能发生。搜索了 48 102 个状态，没有一个通向它。
        """),
    Case(
      answer: "always", form: .when(value: "True"), values: ["False", "True"],
      english: """
        Every interleaving (48 102 states, 0.2 s): it happens sometimes.
        Not always: there are runs without it.
        The shortest run without it:
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：有时发生。
        并非总是：有的运行不会这样。
        不这样的最短运行：
        """),
    Case(
      answer: "never", form: .when(value: "True"), values: ["False", "True"],
      english: """
        Every interleaving (48 102 states, 0.2 s): it happens sometimes.
        Not never: there are runs with it.
        The shortest way there:
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：有时发生。
        并非从不：有的运行会这样。
        发生的最短过程：
        """),
    Case(
      answer: "1-3", values: ["1", "2"], extent: .atLeast,
      english: """
        Not every interleaving (48 102 states, 0.2 s, then cut short): at least 1 and 2.
        Your 1 and 2 can happen. The search was cut short, so it can neither confirm nor refute the rest.
        """,
      chinese: """
        部分交错（48 102 个状态，0.2 秒，搜索被提前结束）：至少有 1 和 2。
        你说的 1 和 2 可能发生。搜索被提前结束，其余部分既不能证实，也不能否定。
        """),
    Case(
      answer: "many", values: ["1"],
      english: """
        Every interleaving (48 102 states, 0.2 s): only 1.
        Name every number that can occur: 3 · 1,2 · 1-4
        """,
      chinese: """
        所有交错（48 102 个状态，0.2 秒）：只有 1。
        请写出所有可能出现的数：3 · 1,2 · 1-4
        """),
  ]

  static func text(_ test: Case, _ language: ReadingLanguage) -> String {
    let text = VerdictText(language)
    let question = Sample.question(test.form)
    let truth = Sample.truth(test.values, test.extent)
    let verdict = Grader.grade(test.answer, to: question, truth: truth)
    let lines = [
      text.truth(truth, of: question), text.judgement(verdict, on: question, truth: truth),
      text.leadIn(verdict, on: question),
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
  }

  @Test(arguments: cases) func inEnglish(test: Case) {
    #expect(Self.text(test, .english) == test.english)
  }

  @Test(arguments: cases) func inChinese(test: Case) {
    #expect(Self.text(test, .chinese) == test.chinese)
  }

  @Test(arguments: [
    ([1, 2, 3], "1-3"), ([1, 2], "1, 2"), ([3, 1], "1, 3"), ([1, 2, 3, 5, 6, 9], "1-3, 5, 6, 9"),
    ([-3, -2, -1, 0], "-3..0"), ([], ""),
  ])
  func numbersAreDrawnTogether(numbers: [Int], text: String) {
    #expect(ValueList.text(numbers.map(AnswerValue.integer)) == text)
  }

  @Test func aRunOutsideTheModelIsOurFault() {
    let text = VerdictText(.english)
    let which = Sample.question(.which)
    let can = Sample.question(.can(value: "True"))
    #expect(text.live("3", on: which, truth: Sample.truth(["3"])) == "This run: 3.")
    #expect(text.live("3", on: which, truth: Sample.truth(["2"], .atLeast)) == "This run: 3.")
    #expect(text.live("3", on: which, truth: Sample.truth(["2"])).contains("a fault of tutor"))
    #expect(text.live("True", on: can) == "This run: it happened.")
    #expect(text.live("False", on: can) == "This run: it did not happen.")
  }

  @Test func oneStateIsOne() {
    let text = VerdictText(.english)
    let question = Sample.question(.can(value: "True"))
    let truth = Sample.truth(["False"], states: 1)
    let verdict = Grader.grade("no", to: question, truth: truth)
    #expect(
      text.judgement(verdict, on: question, truth: truth)
        == "Right: it cannot happen. 1 state searched, and none leads there.")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1 000"), (48102, "48 102"), (-1234, "-1 234")])
  func countsAreGrouped(number: Int, text: String) {
    #expect(VerdictText.grouped(number) == text)
  }
}

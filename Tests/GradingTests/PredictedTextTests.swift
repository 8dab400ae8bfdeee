import Course
import Diagnostics
import Grading
import Testing

/// Predicted transcripts, from a program to the verdict.
@Suite struct PredictedTextTests {
  static let program = """
    from multiprocessing import Lock, Process

    def say(word, first, second):
        print(word)
        with first:
            with second:
                print(word, 'again')

    if __name__ == '__main__':
        a, b = Lock(), Lock()
        print('Go!')
        one = Process(target=say, args=('one', a, b))
        two = Process(target=say, args=('two', b, a))
        one.start()
        two.start()
        one.join()
        two.join()
        print()
        print('done')
    """

  static func said(_ answer: String, _ language: ReadingLanguage) -> [String] {
    let question = Question(
      id: QuestionID("q"), ask: "?", observe: "lines", form: .lines,
      program: LessonProgram(name: "a.py", path: "a.py", text: program))
    let lesson = Lesson(
      id: LessonID("l"), title: "", number: 1, elements: [.predict(question)], folder: "")
    let lines = AnswerReader.read(answer, form: .lines).prediction?.lines ?? []
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson, printing: lines)
    let verdict = Grader.grade(answer, to: question, truth: truth)
    let text = VerdictText(language)
    let states = text.states(truth.states)
    return [
      text.truth(truth, of: question).replacing(states, with: "N"),
      text.judgement(verdict, on: question, truth: truth).replacing(states, with: "N"),
    ]
  }

  static let possible = "Every interleaving (N, 0.0 s): it can go like this."
  static let impossible = "Every interleaving (N, 0.0 s): it never goes like this."
  static let cannot = "No run goes like this: N searched, and none leads there. "

  @Test(arguments: [
    (
      "go / one / one again / two / two again / done", possible,
      "Right: a run can go exactly like this."
    ),
    (
      "GO / two / one / two again / one again / done", possible,
      "Right: a run can go exactly like this."
    ),
    (
      "go / one / two", possible,
      "Right: a run can go exactly like this. Then everybody waits for ever."
    ),
    ("one", impossible, cannot + "No run begins with `one`."),
    (
      "go / one / two again", impossible,
      cannot + "Up to line 2 it can go like this, but then no run prints `two again`."
    ),
    (
      "go / one / one", impossible,
      cannot + "Up to line 2 it can go like this, but then no run prints `one`."
    ),
    ("go / two / two again", impossible, cannot + "Whatever begins like this goes on."),
  ])
  func inEnglish(answer: String, found: String, said: String) {
    #expect(Self.said(answer, .english) == [found, said])
  }

  @Test func inChinese() {
    #expect(
      Self.said("go / one / two again", .chinese) == [
        "所有交错（N，0.0 秒）：从来不会是这样。",
        "没有一次运行是这样的：搜索了 N，没有一个通向它。"
          + "到第 2 行为止可以是这样，但接下来没有一次运行会打印 `two again`。",
      ])
    #expect(
      Self.said("go / two / one", .chinese) == [
        "所有交错（N，0.0 秒）：可以是这样。", "答对了：确实可以这样运行。之后大家都永远等下去。",
      ])
  }

  /// The walk stays with the text: it is much smaller than the set of all texts.
  @Test func manyLinesAreNoMatter() {
    let program = """
      from multiprocessing import Process

      def count(name):
          for number in range(8):
              print(name, number)

      if __name__ == '__main__':
          for name in 'abc':
              Process(target=count, args=(name,)).start()
      """
    let question = Question(
      id: QuestionID("q"), ask: "?", observe: "lines", form: .lines,
      program: LessonProgram(name: "a.py", path: "a.py", text: program))
    let lesson = Lesson(
      id: LessonID("l"), title: "", number: 1, elements: [.predict(question)], folder: "")
    let lines = (0..<8).flatMap { number in ["a", "b", "c"].map { "\($0) \(number)" } }
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson, printing: lines)
    #expect(truth.isComplete && truth.found.count == 1 && truth.states < 1_000)
    let wrong = store.truth(of: question, in: lesson, printing: lines.dropLast() + ["c 6"])
    #expect(wrong.isComplete && wrong.found.isEmpty && wrong.impossibleLine == 24)
  }
}

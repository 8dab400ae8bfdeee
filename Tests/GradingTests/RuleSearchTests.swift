import Course
import Diagnostics
import Grading
import Machine
import Observation
import Testing

/// Wrong answers and the wrong rules that they rest on.
@Suite struct RuleSearchTests {
  private static let race = LessonProgram(
    name: "race.py", path: "race.py",
    text: """
      from multiprocessing import Process, Value

      def work(shared):
          shared.value += 1

      if __name__ == '__main__':
          shared = Value('i', 0)
          ps = [Process(target=work, args=(shared,)) for _ in range(2)]
          for p in ps: p.start()
          for p in ps: p.join()
          print(shared.value)
      """)

  private static let lesson = Lesson(
    id: LessonID("race"), title: "", number: 1, elements: [], folder: "")

  private func question(_ form: AnswerForm, beliefs: [Belief] = []) -> Question {
    Question(
      id: QuestionID("q"), ask: "?", observe: "int(lines[0])", form: form, beliefs: beliefs,
      program: Self.race)
  }

  private func belief(_ answer: String, _ question: Question) throws -> Belief? {
    var truths = TruthStore()
    let truth = truths.truth(of: question, in: Self.lesson)
    let verdict = Grader.grade(answer, to: question, truth: truth)
    #expect(verdict.isWrong)
    return truths.belief(
      behind: try #require(verdict.prediction), to: question, in: Self.lesson)
  }

  @Test func anAnswerThatWouldBeRightUnderARuleNamesIt() throws {
    #expect(try belief("2", question(.which))?.rule == "join-is-lock")
    #expect(try belief("1", question(.which)) == nil)
    #expect(try belief("0-3", question(.which)) == nil)
  }

  @Test func theLessonsRuleAndItsWordsComeFirst() throws {
    let own = Belief(rule: "atomic-add", says: "Two steps.")
    let found = try #require(try belief("2", question(.which, beliefs: [own])))
    #expect(found == own)
    #expect(VerdictText(.english).belief(found) == "Two steps.")
    let plain = Belief(rule: "atomic-add")
    #expect(
      VerdictText(.english).belief(plain)
        == "Your answer would be right if `+=` on a shared value were one step. It is a read and "
        + "then a write, and another process can come between them.")
    #expect(
      VerdictText(.chinese).belief(plain)
        == "如果对共享值的 `+=` 是一步完成的，你的回答就对了。它先读后写，别的进程可以插到中间。")
  }

  /// Yes and no are right for many reasons.
  @Test func yesAndNoCountOnlyForTheLessonsRules() throws {
    #expect(try belief("no", question(.can(value: "1"))) == nil)
    let own = Belief(rule: "atomic-add")
    #expect(try belief("no", question(.can(value: "1"), beliefs: [own])) == own)
  }

  @Test func everyRuleHasWordsInBothLanguages() {
    for language in ReadingLanguage.allCases {
      let texts = WrongRules.named.map { RuleText($0.rule, in: language) }
      #expect(texts.allSatisfy { !$0.truth.isEmpty })
      #expect(Set(texts.map(\.condition)).count == WrongRules.named.count)
    }
  }
}

import Course
import Grading
import Testing

/// The way from a lesson's program to a picture, end to end.
@Suite struct TruthStoreTests {
  static let race = """
    import json
    import time
    from multiprocessing import Process

    BUYERS = 10

    def buy(buyer):
        with open('ticket.json') as file:
            left = json.load(file)['left']
        if left > 0:
            time.sleep(1)
            with open('ticket.json', 'w') as file:
                json.dump({'left': left - 1}, file)
            print(f'buyer {buyer} bought')

    if __name__ == '__main__':
        buyers = [Process(target=buy, args=(n,)) for n in range(1, BUYERS + 1)]
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
    """

  static func lesson(_ form: AnswerForm, observe: String) -> (Lesson, Question) {
    let question = Question(
      id: QuestionID("q"), ask: "?", observe: observe, form: form,
      program: LessonProgram(name: "race.py", path: "race.py", text: race),
      variations: [Variation(name: "BUYERS", values: ["2", "3"])])
    let lesson = Lesson(
      id: LessonID("l"), title: "", number: 1, elements: [.predict(question)],
      dataFiles: [DataFile(name: "ticket.json", bytes: Array("{\"left\": 1}".utf8))], folder: "")
    return (lesson, question)
  }

  @Test func aMissedValueComesWithItsPicture() throws {
    let (lesson, question) = Self.lesson(.which, observe: "printed('bought')")
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson)
    #expect(truth.isComplete)
    #expect(truth.values == [.integer(1), .integer(2)])
    let verdict = Grader.grade("1", to: question, truth: truth)
    #expect(verdict.kind == .missed)
    let evidence = try #require(verdict.evidence)
    let steps = try TruthStore.steps(
      of: evidence.schedule, program: question.program(), files: lesson.dataFiles,
      observe: question.observe
    ).get()
    let lines = WitnessPicture(width: 80).lines(of: steps)
    #expect(lines.count == 3)
    #expect(lines.last?.contains("▲ both read before either wrote") == true)
    #expect(lines.joined().contains("read 1"))
    #expect(lines.joined().contains("write 0"))
    #expect(lines.first?.hasPrefix("buyer ") == true)
  }

  @Test func aVariantHasItsOwnTruth() {
    let (lesson, question) = Self.lesson(.which, observe: "printed('bought')")
    var store = TruthStore()
    #expect(store.truth(of: question, in: lesson, variant: 1).values.count == 3)
    #expect(store.truth(of: question, in: lesson, variant: 0).values.count == 2)
  }

  @Test func aReadOfTheEmptyFileIsShown() throws {
    let (lesson, question) = Self.lesson(
      .can(value: "True"), observe: "raised('JSONDecodeError') > 0")
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson)
    let verdict = Grader.grade("no", to: question, truth: truth)
    #expect(verdict.kind == .missed)
    let evidence = try #require(verdict.evidence)
    let steps = try TruthStore.steps(
      of: evidence.schedule, program: question.program(), files: lesson.dataFiles,
      observe: question.observe
    ).get()
    let picture = WitnessPicture(width: 100).lines(of: steps).joined(separator: "\n")
    #expect(picture.contains("read nothing"))
    #expect(picture.contains("dies: JSONDecodeError"))
    #expect(picture.contains("▲ read while the file was empty"))
  }

  @Test func whatCannotBeComputedIsUndecided() {
    let (lesson, question) = Self.lesson(.which, observe: "printed(")
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson)
    #expect(!truth.isComplete)
    #expect(Grader.grade("1", to: question, truth: truth).kind == .undecided)
  }
}

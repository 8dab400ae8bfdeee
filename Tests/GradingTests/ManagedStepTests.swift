import Course
import Diagnostics
import Grading
import Model
import Testing

/// What managers are asked, and what they answer, in the steps of a schedule.
@Suite struct ManagedStepTests {
  static let head = "from multiprocessing import Manager\nmanager = Manager()\n"

  static func labels(
    of program: String, _ language: ReadingLanguage = .english
  ) throws -> [String] {
    let program = LessonProgram(name: "a.py", path: "a.py", text: head + program)
    let code = try TruthStore.compile(program).get()
    let outcome = try #require(Exploration.explore(program: code).outcomes.first)
    let steps = try Exploration.replay(outcome.schedule, program: code).get()
    return WitnessStep.labels(of: steps, language: language)
  }

  @Test(arguments: [
    ("d = manager.dict({'bread': 3})\nd['bread']", ["dict({'bread': 3})", "dict['bread'] → 3"]),
    ("d = manager.dict(bread=3)\nd['bread'] = 4", ["dict(bread=3)", "dict['bread'] = 4"]),
    (
      "d = manager.dict()\nd['n'] = []\nd.get('n', 0)", ["dict['n'] = []", "dict.get('n', 0) → []"]
    ),
    ("d = manager.dict({1: 2})\ndel d[1]\n1 in d", ["del dict[1]", "1 in dict → False"]),
    ("d = manager.dict({1: 2})\nlen(d)\nd.copy()", ["len(dict) → 1", "dict.copy() → {1: 2}"]),
    ("d = manager.dict()\ntry:\n    d[1]\nexcept KeyError:\n    pass", ["dict[1] → KeyError"]),
    (
      "n = manager.Namespace(a=1)\nn.b = n.a",
      ["Namespace(a=1)", "Namespace.a → 1", "Namespace.b = 1"]
    ),
    (
      "v = manager.Value('i', 5)\nv.value += 1",
      ["Value('i', 5)", "Value.value → 5", "Value.value = 6"]
    ),
    (
      "q = manager.Queue()\nq.put('x')\nq.get()",
      ["Queue()", "Queue.put('x')", "Queue.get() → 'x'"]
    ),
    ("with manager.Lock():\n    pass", ["Lock()", "Lock.acquire() → True", "Lock.release()"]),
    (
      "a, b = manager.list(), manager.list([7])\nb.append(8)\na.extend([9])\nb[0]",
      ["list()", "list([7])", "list2.append(8)", "list1.extend([9])", "list2[0] → 7"]
    ),
  ])
  func aCallIsWrittenAsTheProgramHasIt(program: String, expected: [String]) throws {
    let labels = try Self.labels(of: program)
    for label in expected { #expect(labels.contains(label), "\(labels)") }
  }

  @Test func aPictureHasThemToo() throws {
    let program = LessonProgram(
      name: "a.py", path: "a.py",
      text: WitnessLabelTests.till)
    let question = Question(
      id: QuestionID("q"), ask: "?", observe: "lines[-1]", form: .which, program: program)
    let lesson = Lesson(
      id: LessonID("l"), title: "", number: 1, elements: [.predict(question)], folder: "")
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson)
    let lost = try #require(truth[.text("sold 1")])
    for language in ReadingLanguage.allCases {
      let steps = try TruthStore.steps(
        of: lost.schedule, program: program, files: [], observe: question.observe,
        language: language
      ).get()
      let picture = WitnessPicture(width: 120, language: language).lines(of: steps)
      #expect(picture.count { $0.contains("dict['sold'] → 0") } == 2, "\(picture)")
      #expect(picture.count { $0.contains("dict['sold'] = 1") } == 2, "\(picture)")
    }
  }
}

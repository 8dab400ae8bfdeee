import Course
import Diagnostics
import Grading
import Testing

@Suite struct GraderTests {
  /// A verdict in a form that is short to compare.
  static func judged(_ answer: String, _ form: AnswerForm, _ truth: QuestionTruth) -> String {
    let verdict = Grader.grade(answer, to: Sample.question(form), truth: truth)
    let kind =
      switch verdict.kind {
      case .right: "right"
      case .missed: "missed"
      case .impossible: "impossible"
      case .missedAndImpossible: "both"
      case .undecided: "undecided"
      case .unread(let unread): "unread \(unread)"
      }
    let lists = [verdict.confirmed, verdict.missed.map(\.value), verdict.impossible]
    return kind + lists.map { " [" + ValueList.text($0, comma: ",") + "]" }.joined()
  }

  static let which: [(String, [String], String)] = [
    ("1-10", Sample.oneToTen, "right [1-10] [] []"),
    ("1", Sample.oneToTen, "missed [1] [2-10] []"),
    ("0-10", Sample.oneToTen, "impossible [1-10] [] [0]"),
    ("0,1", Sample.oneToTen, "both [1] [2-10] [0]"),
    ("1 1 1", ["1"], "right [1] [] []"),
    ("1.0", ["1"], "right [1] [] []"),
    ("3 buyers", ["3"], "right [3] [] []"),
    ("more than 3", ["3"], "unread numbers [] [] []"),
    ("dunno", ["3"], "unread numbers [] [] []"),
    ("nobody", ["0"], "right [0] [] []"),
    ("none", ["None"], "right [None] [] []"),
    ("yes", ["True"], "right [True] [] []"),
    ("both", ["False", "True"], "right [True,False] [] []"),
    ("yes or no", ["False", "True"], "right [True,False] [] []"),
    ("1", ["True"], "right [True] [] []"),
    ("maybe", ["False", "True"], "unread truths [] [] []"),
    ("Gone  out.", ["'gone out'"], "right [\"gone out\"] [] []"),
    ("a, b", ["'b'", "'a'"], "right [\"a\",\"b\"] [] []"),
    ("a, b", ["'a, b'"], "right [\"a, b\"] [] []"),
    ("['a', 'b']", ["'b'", "'a'"], "right [\"a\",\"b\"] [] []"),
    ("7", ["'7'"], "right [\"7\"] [] []"),
    ("[1, 2]", ["(1, 2)"], "right [[1, 2]] [] []"),
    ("[1, 2], [2, 1]", ["[1, 2]", "[2, 1]"], "right [[1, 2],[2, 1]] [] []"),
    ("c", ["'a'"], "both [] [\"a\"] [\"c\"]"),
  ]

  @Test(arguments: which) func whichValues(answer: String, values: [String], judged: String) {
    #expect(Self.judged(answer, .which, Sample.truth(values)) == judged)
  }

  @Test(arguments: [
    ("10", ["10"], "right [10] [] []"), ("7", ["10"], "both [] [10] [7]"),
    ("second look: back at six", ["'second look: back at six'"], "right"),
    ("it has 10 left", ["10"], "right [10] [] []"), ("10 or 7", ["10"], "unread oneValue"),
    ("dunno", ["10"], "unread oneNumber"), ("1", ["1", "2"], "missed [1] [2] []"),
  ])
  func whatValue(answer: String, values: [String], judged: String) {
    #expect(Self.judged(answer, .what, Sample.truth(values)).hasPrefix(judged))
  }

  @Test(arguments: [
    ("yes", "2", ["1", "2"], "right [2] [] []"), ("no", "2", ["1", "2"], "missed [] [2] []"),
    ("yes", "3", ["1", "2"], "impossible [] [] [3]"), ("no", "3", ["1", "2"], "right [] [] []"),
    ("yes", "True", ["False", "True"], "right [True] [] []"),
    ("yes", "True", ["0", "3"], "right [3] [] []"),
    ("no", "True", ["0"], "right [] [] []"),
  ])
  func canBe(answer: String, value: String, values: [String], judged: String) {
    #expect(Self.judged(answer, .can(value: value), Sample.truth(values)) == judged)
  }

  @Test(arguments: [
    ("always", ["True"], "right"), ("always", ["False", "True"], "missed [] [False] []"),
    ("always", ["False"], "both [] [False] [True]"), ("sometimes", ["False", "True"], "right"),
    ("sometimes", ["True"], "impossible"), ("sometimes", ["False"], "impossible [] [] [True]"),
    ("never", ["False"], "right"), ("never", ["False", "True"], "missed [] [True] []"),
    ("never", ["True"], "both [] [True]"),
  ])
  func howOften(answer: String, values: [String], judged: String) {
    let result = Self.judged(answer, .when(value: "True"), Sample.truth(values))
    #expect(result.hasPrefix(judged))
  }

  @Test(arguments: [
    ("5", ["5.0"], "right"), ("5.04", ["5.0"], "right"), ("4", ["5.0"], "both [] [5] [4]"),
    ("2", ["1.0", "2.0"], "right"),
  ])
  func seconds(answer: String, values: [String], judged: String) {
    #expect(Self.judged(answer, .seconds, Sample.truth(values)).hasPrefix(judged))
  }

  @Test(arguments: [
    ("A / b.", ["['a', 'b']", "['b', 'a']"], "right"), ("a", ["['a', 'b']"], "both"),
  ])
  func lines(answer: String, values: [String], judged: String) {
    #expect(Self.judged(answer, .lines, Sample.truth(values)).hasPrefix(judged))
  }

  /// What a search that was cut short may say: only what it found counts.
  static let partial: [(AnswerForm, String, [String], String)] = [
    (.which, "1-2", ["1", "2"], "undecided [1, 2]"),
    (.which, "1-3", ["1", "2"], "undecided [1, 2] [] []"),
    (.which, "1", ["1", "2"], "missed [1] [2] []"),
    (.which, "1,5", ["1", "2"], "missed [1] [2] []"),
    (.what, "1", ["1"], "undecided"),
    (.can(value: "2"), "yes", ["2"], "right"),
    (.can(value: "2"), "no", ["2"], "missed"),
    (.can(value: "3"), "no", ["2"], "undecided"),
    (.can(value: "3"), "yes", ["2"], "undecided"),
    (.when(value: "True"), "sometimes", ["True", "False"], "right"),
    (.when(value: "True"), "always", ["True", "False"], "missed"),
    (.when(value: "True"), "always", ["True"], "undecided"),
    (.when(value: "True"), "never", ["True"], "missed"),
    (.when(value: "True"), "never", ["False"], "undecided"),
    (.when(value: "True"), "sometimes", ["True"], "undecided"),
    (.seconds, "4", ["5.0"], "undecided"),
    (.lines, "a", ["['b']"], "undecided"),
  ]

  @Test(arguments: partial)
  func aSearchCutShort(form: AnswerForm, answer: String, values: [String], judged: String) {
    let result = Self.judged(answer, form, Sample.truth(values, .atLeast))
      .replacing("[1,2]", with: "[1, 2]")
    #expect(result.hasPrefix(judged))
  }

  @Test func whatCannotBeDecidedIsNotJudged() {
    let truth = Sample.truth([], .undecided(Diagnostic(.unsupported, .fixed("clock"), at: nil)))
    #expect(Self.judged("3", .which, truth).hasPrefix("undecided"))
    #expect(Self.judged("no", .can(value: "2"), truth).hasPrefix("undecided"))
    #expect(Self.judged("perhaps", .can(value: "2"), truth).hasPrefix("unread yesOrNo"))
  }

  @Test func theBeliefBehindAWrongAnswerIsNamed() {
    let beliefs = [
      Belief(answer: "1", says: "one"), Belief(answer: "1-2", says: "two"),
    ]
    let question = Sample.question(.which, beliefs: beliefs)
    let truth = Sample.truth(["1", "2", "3"])
    #expect(Grader.grade("2, one", to: question, truth: truth).belief?.says == "two")
    #expect(Grader.grade("1..1", to: question, truth: truth).belief?.says == "one")
    #expect(Grader.grade("3", to: question, truth: truth).belief == nil)
    #expect(Grader.grade("1-3", to: question, truth: truth).belief == nil)
  }

  @Test func theEvidenceIsTheShortestWay() {
    let verdict = Grader.grade(
      "1", to: Sample.question(.which), truth: Sample.truth(["1", "2", "3"]))
    #expect(verdict.evidence?.value == .integer(2))
  }
}

@Suite struct PropertyTests {
  static let cases: [(Property.Kind, [String], QuestionTruth.Extent, String)] = [
    (.never, ["False"], .complete, "never: `x`  holds (48 102 states searched)"),
    (.never, ["False", "True"], .complete, "never: `x`  is broken. The shortest way there:"),
    (.never, ["False"], .atLeast, "never: `x`  is not decided: the search was cut short"),
    (.never, ["True"], .atLeast, "never: `x`  is broken. The shortest way there:"),
    (.always, ["True"], .complete, "always: `x`  holds (48 102 states searched)"),
    (.always, ["0", "1"], .complete, "always: `x`  is broken. The shortest way there:"),
    (.can, ["True"], .atLeast, "can be: `x`  holds (48 102 states searched)"),
    (
      .can, ["0"], .complete,
      "can be: `x`  is broken: 48 102 states searched, and none leads there"
    ),
    (.can, ["0"], .atLeast, "can be: `x`  is not decided: the search was cut short"),
  ]

  @Test(arguments: cases)
  func aProperty(
    kind: Property.Kind, values: [String], extent: QuestionTruth.Extent, text: String
  ) {
    let verdict = Grader.judge(
      Property(kind: kind, observe: "x", points: 3), truth: Sample.truth(values, extent))
    #expect(VerdictText(.english).property(verdict) == text)
    #expect(verdict.points == (text.contains("holds") ? 3 : 0))
  }
}

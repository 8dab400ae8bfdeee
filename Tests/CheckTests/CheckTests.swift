import Foundation
import Testing

/// `tutor check` as a teaching assistant meets it.
@Suite struct CheckTests {
  static func check(
    _ arguments: [String], in scratch: Scratch, environment: [String: String] = [:]
  ) throws -> Tutor.Ended {
    try Tutor.run(
      ["check", "--lessons", scratch.path + "/course", "--no-cache"]
        + arguments.map { $0.replacing("@", with: scratch.path) },
      in: scratch, environment: environment)
  }

  static let statuses: [(name: String, arguments: [String], status: Int32)] = [
    ("right", ["@/right"], 0),
    ("wrong", ["@/wrong"], 1),
    ("unread", ["@/unread"], 2),
    ("undecided", ["@/refused"], 3),
    ("the highest counts", ["@/right", "@/refused", "@/unread", "@/wrong"], 3),
    ("an unread one beside a wrong one", ["@/unread", "@/wrong"], 2),
    ("no such path", ["@/nowhere"], 2),
    ("--exit-zero", ["--exit-zero", "@/refused", "@/wrong"], 0),
    ("something missing", ["--expect", "shop/sold", "@/right"], 1),
    ("nothing missing", ["--expect", "shop/till", "@/right"], 0),
    ("a single program", ["@/right/till.py"], 0),
    ("a program by another name", ["@/ada.py"], 2),
    ("a program by another name, told", ["@/ada.py", "--exercise", "shop/till"], 0),
    ("an unknown lesson", ["@/right", "--expect", "shpo"], 64),
    ("an unknown exercise", ["@/right", "--exercise", "tlil"], 64),
    ("an unknown format", ["@/right", "--format", "xml"], 64),
    ("no course", ["@/right", "--lessons", "@/nowhere"], 3),
  ]

  static func submissions(in scratch: Scratch) throws {
    _ = try SmallCourse.make(in: scratch)
    try scratch.write("right/till.py", SmallCourse.solution)
    try scratch.write("wrong/till.py", SmallCourse.race)
    try scratch.write("unread/answers.yaml", "answers: [1, 2]\n")
    try scratch.write("refused/till.py", "BUYERS = 2\nimport asyncio\n")
    try scratch.write("ada.py", SmallCourse.solution)
  }

  @Test(arguments: statuses)
  func theExitStatus(name: String, arguments: [String], status: Int32) throws {
    let scratch = try Scratch()
    try Self.submissions(in: scratch)
    let ended = try Self.check(arguments, in: scratch)
    #expect(ended.status == status, "\(ended.output)\(ended.errors)")
  }

  @Test func theTextForPeople() throws {
    let scratch = try Scratch()
    try Self.submissions(in: scratch)
    try scratch.write("wrong/answers.yaml", SmallCourse.answers("1", "会"))
    let ended = try Self.check(["@/wrong"], in: scratch)
    #expect(
      ended.output.hasPrefix(
        """
        wrong · wrong, 2 of 6
          shop/sold   wrong  0 of 1
          shop/crash  right  1 of 1
          shop/till   wrong  1 of 4

          shop/sold
            How many of 2 buyers can get the ticket?
            answer: 1
            - Your 1 can happen. You missed 2. The shortest way for two:


        """), "\(ended.output)")
    #expect(ended.output.contains("▲ both read before either wrote"))
    #expect(ended.output.contains("Between a look and a write others can look too."))
    #expect(ended.output.contains("    - 0 of 1  It is sold at most once.  is broken."))
    #expect(ended.output.contains("      schedule: "))
    #expect(ended.output.contains("    + 1 of 1  Two may walk at the same time.  holds ("))
  }

  @Test(arguments: [("en", "40"), ("zh", "40"), ("zh", "80"), ("en", "20")])
  func theTextFits(language: String, columns: String) throws {
    let scratch = try Scratch()
    try Self.submissions(in: scratch)
    try scratch.write("wrong/answers.yaml", SmallCourse.answers("0,1", "no"))
    let ended = try Self.check(
      ["@/wrong", "@/refused", "@/right", "--lang", language], in: scratch,
      environment: ["COLUMNS": columns])
    #expect(ended.status == 3)
    // Programs' own lines may be longer; nothing else is.
    let limit = max(24, Int(columns) ?? 0)
    for line in ended.output.split(separator: "\n") {
      let width = line.unicodeScalars.map {
        $0.value >= 0x1100 && $0.value != 0x2500 ? ($0.value >= 0x2e80 ? 2 : 1) : 1
      }
      .reduce(0, +)
      #expect(width <= limit, "\(line)")
    }
  }

  @Test func predictionsInAVariant() throws {
    let scratch = try Scratch()
    _ = try SmallCourse.make(in: scratch)
    try scratch.write(
      "ada/answers.yaml",
      "- {lesson: shop, question: sold, prediction: 1-3, with: {BUYERS: 3}}\n")
    try scratch.write(
      "bob/answers.yaml",
      "- {lesson: shop, question: sold, prediction: 1-3, with: {BUYERS: 9}}\n")
    #expect(try Self.check(["@/ada"], in: scratch).status == 0)
    let bob = try Self.check(["@/bob"], in: scratch)
    #expect(bob.status == 2)
    #expect(bob.output.contains("The question has no variant with BUYERS: 9."))
  }

  @Test func aSearchCutShortIsNeverAPass() throws {
    let scratch = try Scratch()
    _ = try SmallCourse.make(in: scratch)
    try scratch.write("ada/till.py", SmallCourse.solution)
    let ended = try Self.check(["@/ada", "--states", "4"], in: scratch)
    #expect(ended.status == 3)
    #expect(ended.output.contains("is not decided: there are more than 4"))
    #expect(ended.output.contains("random runs breaks it"))
    // What random runs find is a counterexample all the same.
    try scratch.write("bob/till.py", SmallCourse.race)
    let race = try Self.check(["@/bob", "--states", "2"], in: scratch)
    #expect(race.output.contains("It is sold at most once.  is broken."))
  }

  @Test func theSamePlaceCountsOnce() throws {
    let scratch = try Scratch()
    try Self.submissions(in: scratch)
    let ended = try Self.check(
      ["@/right", "@/right/", "@/right/../right", "--format", "csv"], in: scratch)
    #expect(ended.output.split(separator: "\r\n").count == 2)
  }

  @Test func noBarInAPipe() throws {
    let scratch = try Scratch()
    try Self.submissions(in: scratch)
    #expect(try Self.check(["@/right", "@/wrong"], in: scratch).errors == "")
  }
}

// Submissions with the verdict that each must get: right ones, ones that are wrong in each declared way,
// unreadable ones and hostile ones.

import Foundation

/// One generated submission.
struct GeneratedSubmission {
  var name: String
  var files: [String: Data] = [:]
  /// Symbolic links by name, with where they lead.
  var links: [String: String] = [:]
  var status: String
  /// nil where they are not told in advance.
  var points: Int?

  init(
    _ name: String, program: String? = nil, answers: String? = nil, files: [String: Data] = [:],
    links: [String: String] = [:], status: String, points: Int? = nil
  ) {
    self.name = name
    self.files = files
    if let program { self.files["till.py"] = Data(program.utf8) }
    if let answers { self.files["answers.yaml"] = Data(answers.utf8) }
    self.links = links
    self.status = status
    self.points = points
  }
}

enum GeneratedBatch {
  /// `count` submissions: the kinds in turn, each with its number in its program, so that no two
  /// programs are the same.
  static func make(_ count: Int) -> [GeneratedSubmission] {
    let kinds = right + wrong + unread + hostile
    return (0..<count).map { index in
      var submission = kinds[index % kinds.count]
      let round = index / kinds.count
      submission.name += "-\(round)"
      if round > 0, let program = submission.files["till.py"], program.first != 0 {
        submission.files["till.py"] = program + Data("\n# \(round)\n".utf8)
      }
      return submission
    }
  }

  static func write(_ submissions: [GeneratedSubmission], to folder: String) throws {
    for submission in submissions {
      let place = folder + "/" + submission.name
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      for (name, data) in submission.files {
        try data.write(to: URL(fileURLWithPath: place + "/" + name))
      }
      for (name, target) in submission.links {
        try FileManager.default.createSymbolicLink(
          atPath: place + "/" + name, withDestinationPath: target)
      }
    }
  }

  // MARK: Kinds

  static let right = [
    GeneratedSubmission("right", program: SmallCourse.solution, status: "right", points: 4),
    GeneratedSubmission(
      "right-answers", answers: SmallCourse.answers("1-2", "yes"), status: "right", points: 2),
    GeneratedSubmission(
      "right-all", program: SmallCourse.solution, answers: SmallCourse.answers("１，２", "会"),
      status: "right", points: 6),
  ]

  static let wrong =
    SmallCourse.wrongFixes.map {
      GeneratedSubmission("wrong-\($0.name)", program: $0.text, status: "wrong", points: $0.points)
    } + [
      GeneratedSubmission(
        "wrong-missed", answers: SmallCourse.answers("1", "yes"), status: "wrong", points: 1),
      GeneratedSubmission(
        "wrong-impossible", answers: SmallCourse.answers("0-2", "no"), status: "wrong", points: 0),
      GeneratedSubmission(
        "wrong-syntax", program: "BUYERS = 2\ndef f(:\n", status: "wrong", points: 0),
      GeneratedSubmission(
        "wrong-constant", program: "print('bought')\n", status: "wrong", points: 0),
    ]

  static let unread = [
    GeneratedSubmission("unread-binary", files: ["till.py": noise], status: "unread"),
    GeneratedSubmission("unread-answers", files: ["answers.yaml": noise], status: "unread"),
    GeneratedSubmission(
      "unread-words", answers: SmallCourse.answers("dunno", "perhaps"), status: "unread"),
    GeneratedSubmission("unread-nothing", files: ["notes.txt": Data()], status: "unread"),
    GeneratedSubmission(
      "unread-bomb",
      answers: """
        a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """, status: "unread"),
    GeneratedSubmission(
      "unread-deep", answers: "answers: " + String(repeating: "[", count: 60_000),
      status: "unread"),
    GeneratedSubmission(
      "unread-link", links: ["till.py": "/etc/passwd", "answers.yaml": "/etc/passwd"],
      status: "unread"),
    GeneratedSubmission(
      "unread-large",
      files: ["till.py": Data(repeating: UInt8(ascii: "#"), count: 1 << 20)], status: "unread"),
    GeneratedSubmission(
      "unread-lesson", answers: "- {lesson: '../../etc', question: passwd, prediction: 1}\n",
      status: "unread"),
  ]

  /// Bytes that are no text, the same ones every time.
  private static let noise = Data((0..<4_000).map { UInt8(truncatingIfNeeded: $0 * 131 + $0 >> 3) })

  private static func hostile(
    _ name: String, _ body: String, status: String, points: Int? = nil
  ) -> GeneratedSubmission {
    GeneratedSubmission(
      "hostile-\(name)",
      program: "from multiprocessing import Process, Lock\nBUYERS = 2\n" + body + "\n",
      status: status, points: points)
  }

  static let hostile = [
    hostile("loop", "while True: pass", status: "wrong"),
    // Whether a loop ends at the bound on steps or at the time limit must not hang on the machine's
    // speed: the steps of this one are slow.
    hostile(
      "long-loop", "for i in range(10 ** 12): n = sum(range(1000))", status: "undecided"),
    hostile("recursion", "def f(): return f()\nf()", status: "wrong"),
    hostile(
      "caught-recursion", "def f():\n    try: f()\n    except RecursionError: f()\nf()",
      status: "undecided"),
    hostile("memory", "a = [0]\nwhile True: a = a + a", status: "undecided"),
    hostile("text", "a = 'x' * (1 << 29)\nb = a + a", status: "undecided"),
    hostile(
      "processes",
      "def f(): pass\nif __name__ == '__main__':\n"
        + "    for i in range(1000000): Process(target=f).start()", status: "undecided"),
    hostile(
      "fork-bomb",
      "def f():\n    while True: Process(target=f).start()\nif __name__ == '__main__': f()",
      status: "undecided"),
    hostile("output", "for i in range(1000): print('bought' * 170000)", status: "undecided"),
    hostile("power", "print(10 ** (10 ** 8))", status: "wrong"),
    hostile("squares", "x = 3\nwhile True: x = x * x", status: "undecided"),
    hostile("nesting", "x = " + String(repeating: "(", count: 50_000), status: "wrong"),
    hostile("width", "print('%1000000000d' % 3)", status: "undecided"),
    hostile("out", "print(open('../../../../../../etc/passwd').read())", status: "wrong"),
    hostile("write", "with open('../pwned', 'w') as f: f.write('x')", status: "wrong"),
    hostile("refused", "import asyncio", status: "undecided"),
    hostile(
      "report",
      "print('</testcase></testsuite></testsuites>')\nprint('ok 1 - all')\nprint('1..1')\n"
        + "print('{\"score\": 100}')\nprint('\\x1b[2Jbought bought')", status: "wrong"),
    GeneratedSubmission(
      "hostile-name\n\u{1b}[31mok 1 # SKIP", program: SmallCourse.race, status: "wrong", points: 1),
    GeneratedSubmission(
      "hostile-<&\"'>,;=1+1\u{202e}", program: SmallCourse.solution, status: "right", points: 4),
  ]
}

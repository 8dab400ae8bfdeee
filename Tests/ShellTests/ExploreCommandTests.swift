// `tutor explore` as it is typed: tables, JSON, transcripts, kept schedules.

import Foundation
import Testing

@Suite struct ExploreCommandTests {
  private static let race = """
    from multiprocessing import Process, RawValue

    def buy(left, buyer):
        if left.value > 0:
            left.value -= 1
            print('buyer', buyer, 'bought')

    if __name__ == '__main__':
        left = RawValue('i', 1)
        buyers = [Process(target=buy, args=(left, n)) for n in range(2)]
        for buyer in buyers: buyer.start()
        for buyer in buyers: buyer.join()
        print('end')
    """

  private static let stuck = """
    from multiprocessing import Lock, Process

    def work(first, second):
        with first:
            with second:
                print('done')

    if __name__ == '__main__':
        a, b = Lock(), Lock()
        for pair in [(a, b), (b, a)]: Process(target=work, args=pair).start()
    """

  /// A folder with a program in it, for one test.
  private func explore(
    _ text: String, _ options: [String], transcript: String? = nil,
    then check: (BuiltTutor.Ended, _ folder: String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/explore-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try text.write(toFile: folder + "/program.py", atomically: true, encoding: .utf8)
    try transcript?.write(toFile: folder + "/lines.txt", atomically: true, encoding: .utf8)
    let words = options.map { $0.replacingOccurrences(of: "FOLDER", with: folder) }
    let ended = try BuiltTutor.run(["explore", folder + "/program.py"] + words, data: folder)
    try check(ended, folder)
  }

  private func report(_ ended: BuiltTutor.Ended) throws -> [String: Any] {
    let report = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
    return try #require(report as? [String: Any])
  }

  @Test func reportAsJSON() throws {
    try explore(
      Self.race, ["--observe", "printed('bought')", "--format", "json"]
    ) { ended, _ in
      #expect(ended.status == 0 && ended.errors.isEmpty)
      let report = try report(ended)
      #expect(report["verdict"] as? String == "EXACT")
      let outcomes = try #require(report["outcomes"] as? [[String: Any]])
      #expect(outcomes.map { $0["value"] as? String } == ["1", "2"])
      let odds = outcomes.compactMap { $0["odds"] as? Double }
      #expect(odds.count == 2 && abs(odds[0] + odds[1] - 1) < 1e-6)
      #expect(outcomes.allSatisfy { ($0["schedule"] as? String)?.isEmpty == false })
      #expect((report["states"] as? Int ?? 0) > 0 && report["seconds"] is Double)
    }
  }

  @Test(arguments: [
    (["--states", "2"], "PARTIAL", Int32(0)),
    (["--observe", "seconds"], "UNSUPPORTED", 3),
  ])
  func verdicts(options: [String], verdict: String, status: Int32) throws {
    try explore(Self.race, options + ["--seconds", "1", "--format", "json"]) { ended, _ in
      #expect(ended.status == status)
      let report = try report(ended)
      #expect(report["verdict"] as? String == verdict)
      #expect(report["reason"] is String)
      if verdict == "PARTIAL" { #expect((report["walks"] as? Int ?? 0) > 0) }
    }
  }

  @Test(arguments: [
    ("buyer 0 bought\nend\n", Int32(0), "Yes"), ("buyer 1 bought\nbuyer 0 bought\nend", 0, "Yes"),
    ("buyer 0 bought\n", 1, "goes on to print more"), ("end\n", 1, "No: line 1"),
    ("buyer 0 bought\nbuyer 0 bought\nend\n", 1, "No: line 2"),
    ("buyer 0 bought\r\nend\r\n", 0, "Yes"), ("\u{1b}[2J\n", 1, "No: line 1"),
  ])
  func transcripts(lines: String, status: Int32, answer: String) throws {
    try explore(Self.race, ["--can", "FOLDER/lines.txt"], transcript: lines) { ended, _ in
      #expect(ended.status == status, "\(ended)")
      #expect(ended.output.contains(answer), "\(ended.output)")
      #expect(!ended.output.contains("\u{1b}"))
    }
  }

  @Test func aTranscriptThatIsNoText() throws {
    try explore(Self.race, ["--can", "/proc/self/exe"]) { ended, _ in
      #expect(ended.status == 2 && ended.output.isEmpty)
      #expect(ended.errors == "tutor: '/proc/self/exe' is not text in UTF-8\n")
    }
  }

  @Test func transcriptOfARunThatGetsStuck() throws {
    try explore(Self.stuck, ["--can", "FOLDER/lines.txt"], transcript: "") { ended, _ in
      #expect(ended.status == 0 && ended.output.contains("everybody waits for ever"))
    }
  }

  @Test func schedulesAreKeptAndReplayed() throws {
    try explore(
      Self.race, ["--observe", "printed('bought')", "--save", "FOLDER/kept"]
    ) { ended, folder in
      #expect(ended.status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/kept").sorted()
      #expect(names == ["1-1.schedule", "2-2.schedule"])
      for name in names {
        let schedule = try String(contentsOfFile: folder + "/kept/" + name, encoding: .utf8)
          .trimmingCharacters(in: .newlines)
        #expect(ended.output.contains(schedule))
        let replay = try BuiltTutor.run(
          ["explore", folder + "/program.py", "--schedule", schedule], data: folder)
        let bought = replay.output.components(separatedBy: "bought'").count - 1
        #expect("\(bought)-\(bought).schedule" == name, "\(replay)")
        if bought == 2 { #expect(replay.output.contains("· interrupted before writing")) }
      }
    }
  }

  @Test func tableOfWhatGoesWrong() throws {
    try explore(Self.stuck, []) { ended, _ in
      #expect(ended.output.contains("stuck"))
      #expect(ended.output.contains("Stuck: every process waits"))
      #expect(ended.output.contains("%") && ended.output.contains("█"))
      #expect(ended.output.contains("Exact:"))
    }
  }

  /// What is English in a Chinese report is the program's, or Python's.
  private func isChinese(_ text: String, but foreign: [String]) -> Bool {
    let rest = foreign.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
    return !rest.contains { $0.isASCII && $0.isLetter }
  }

  private static let crash = """
    from multiprocessing import Process

    def work():
        raise KeyError('seat')

    if __name__ == '__main__':
        Process(target=work).start()
    """

  @Test(arguments: [
    (Self.stuck, ["--steps"], ["什么也没打印，卡住", "主进程停在结尾", "取得锁", "完整："]),
    (Self.crash, ["--steps"], ["以 KeyError 结束", "因 KeyError: 'seat' 而终止"]),
    (Self.race, ["--observe", "printed('bought')", "--steps"], ["· 在写之前被打断"]),
    (Self.race, ["--observe", "stuck", "--states", "3"], ["stuck 至少有 1 种结果", "不完整："]),
    (Self.race, ["--observe", "printed('end')", "--if", "join-is-lock"], ["如果`join()`"]),
    (Self.race, ["--observe", "printed('bought')", "--explain", "7"], ["没有哪一条错误的规则"]),
    ("import asyncio", [], ["第 1 行：tutor 的 Python 没有模块", "提示："]),
    (Self.race, ["--observe", "printd('end')"], ["没有定义名字", "提示：是不是 'printed'？"]),
    (Self.race, ["--can", "/nowhere"], ["打不开文件 '/nowhere'：没有这个文件或文件夹"]),
  ])
  func inChinese(program: String, options: [String], pieces: [String]) throws {
    try explore(program, options + ["--lang", "zh", "--seconds", "1"]) { ended, folder in
      let text = ended.output + ended.errors
      for piece in pieces { #expect(text.contains(piece), "\(piece)\n\(text)") }
      let foreign = [
        folder, "program.py", "import asyncio", "from multiprocessing import Process, Queue",
        "tutor", "Python", "asyncio", "with first", "with second", "raise KeyError", "KeyError",
        "Process-", "'done'", "'seat'", "stuck", "join-is-lock", "`join()`", "printed", "printd",
        "'end'", "'bought'", "bought", "False", "--observe", "--can", "/nowhere", "buyer", "'",
        "Process",
      ]
      #expect(isChinese(text, but: foreign), "\(text)")
    }
  }

  /// What programs read is the same in every language.
  @Test func reportsForProgramsAreEnglish() throws {
    try explore(Self.stuck, ["--lang", "zh", "--format", "json"]) { ended, _ in
      let outcomes = try #require(try report(ended)["outcomes"] as? [[String: Any]])
      #expect(
        outcomes.map { $0["value"] as? String } == ["'done' ×2", "nothing printed, stuck"])
    }
  }

  private static let crowd = """
    from multiprocessing import Process

    def f(): pass

    if __name__ == '__main__':
        for i in range(40): Process(target=f).start()
    """

  /// A terminal's row has what fits; whoever reads a pipe gets all.
  @Test func aLongScheduleIsCutWhereItIsSeen() throws {
    try explore(Self.crowd, []) { piped, folder in
      let row = try #require(piped.output.split(separator: "\n").first { $0.contains("%") })
      let schedule = try #require(row.split(separator: " ").last)
      #expect(schedule.count > 100 && !piped.output.contains("…"))
      #expect(piped.output.contains("(1 state,"))
      try #require(TestTerminal.isThere)
      let terminal = try TestTerminal(
        columns: 60, rows: 20,
        command: "\(BuiltTutor.path) explore \(folder)/program.py; sleep 20")
      #expect(terminal.wait { $0.contains { $0.hasPrefix("A schedule that ends in … is cut") } })
      let shown = try #require(terminal.rows.first { $0.contains("%") })
      #expect(shown.hasSuffix("…") && shown.count <= 60, "\(shown)")
      let cut = try #require(shown.split(separator: " ").last)
      #expect(schedule.hasPrefix(cut.dropLast()))
      let replay = try BuiltTutor.run(
        ["explore", folder + "/program.py", "--schedule", String(cut)], data: folder)
      #expect(replay.status != 0 && replay.output.isEmpty)
    }
  }

  /// What the sleep hides and does not prevent.
  @Test(arguments: [
    ("n", "Any schedule allows 1 outcome more", ["['1', '0']"]),
    ("0", "Any schedule allows the same and nothing more.", []),
  ])
  func bothTruths(seconds: String, words: String, values: [String]) throws {
    let program = """
      from multiprocessing import Process
      import time

      def work(n):
          time.sleep(\(seconds))
          print(n)

      if __name__ == '__main__':
          for n in range(2): Process(target=work, args=(n,)).start()
      """
    try explore(program, ["--observe", "lines", "--ideal"]) { ended, _ in
      #expect(ended.status == 0)
      #expect(ended.output.contains(words), "\(ended.output)")
    }
    try explore(
      program, ["--observe", "lines", "--ideal", "--format", "json"]
    ) { ended, _ in
      let report = try report(ended)
      let beyond = try #require(report["beyond_ideal"] as? [[String: Any]])
      #expect(beyond.map { $0["value"] as? String } == values)
    }
  }

  @Test func wrongRuleThatHolds() throws {
    try explore(
      Self.race, ["--observe", "printed('bought')", "--if", "join-is-lock"]
    ) { ended, _ in
      #expect(ended.status == 0)
      #expect(ended.output.hasPrefix("If `join()` let only one child work at a time"))
      #expect(ended.output.contains("1 outcome of") && !ended.output.contains("schedule:"))
    }
    try explore(
      Self.race,
      ["--observe", "printed('bought')", "--if", "join-is-lock", "--format", "json"]
    ) { ended, _ in
      let report = try report(ended)
      #expect(report["rules"] as? [String] == ["join-is-lock"])
    }
  }

  @Test(arguments: [
    ("1", Int32(0), "1 would be right if `join()` let only one child work at a time"),
    ("2,1", 0, "2,1 is right"), ("7", 1, "Under no single wrong rule"),
  ])
  func explainedAnswers(values: String, status: Int32, words: String) throws {
    try explore(
      Self.race, ["--observe", "printed('bought')", "--explain", values]
    ) { ended, _ in
      #expect(ended.status == status, "\(ended)")
      #expect(ended.output.contains(words), "\(ended.output)")
    }
  }

  @Test func explanationAsJSON() throws {
    try explore(
      Self.race, ["--observe", "printed('bought')", "--explain", "1", "--format", "json"]
    ) { ended, _ in
      let report = try report(ended)
      #expect(report["is_right"] as? Bool == false)
      let rules = try #require(report["explained"] as? [[String: Any]])
      #expect(rules.map { $0["rule"] as? String } == ["join-is-lock"])
    }
  }

  @Test(arguments: [
    ["--states", "0"], ["--memory", "0"], ["--format", "xml"], ["--if", "nonsense"],
    ["--explain", "1"], ["--if", "fifo", "--schedule", "0"],
  ])
  func badOptions(options: [String]) throws {
    try explore(Self.race, options) { ended, _ in
      #expect(ended.status != 0 && ended.output.isEmpty && !ended.errors.isEmpty)
    }
  }
}

import Foundation
import Shell
import Testing

@Suite struct BuiltShellTests {
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
  }

  @Test func aSessionThroughAPipe() throws {
    let input = "lessons\ngo last-ticket\nshow look\nbogus\nprogress\nquit\n"
    let ended = try BuiltTutor.run(input: input, data: scratch.path)
    #expect(ended.status == 0)
    #expect(ended.errors.isEmpty)
    #expect(ended.output.hasPrefix("tutor · processes, locks, pipes and queues, live\n"))
    #expect(ended.output.contains("last-ticket 2/8> show look\n"))
    #expect(ended.output.contains("  11      with open('ticket.json') as file:\n"))
    #expect(!ended.output.contains("\u{1b}"))
  }

  @Test func itResumes() throws {
    _ = try BuiltTutor.run(input: "go 2\n", data: scratch.path)
    let ended = try BuiltTutor.run(input: "", data: scratch.path)
    #expect(ended.output.contains("You stopped in lesson 2, The last ticket, step 2 of 8."))
  }

  @Test func inChinese() throws {
    let ended = try BuiltTutor.run(["--lang", "zh"], input: "help\n", data: scratch.path)
    #expect(ended.output.contains("列出课程"))
  }

  @Test(arguments: [
    ("explore FILE", "import asyncio", "第 1 行：tutor 的 Python 没有模块 'asyncio'"),
    ("run FILE", "import asyncio", "提示：from multiprocessing import Process, Queue"),
    ("drive FILE", "import asyncio", "第 1 行：tutor 的 Python 没有模块 'asyncio'"),
    ("run FILE", "if 1:\n    x = 1\n\ty = 2", "提示：每一级缩进用四个空格，不要用制表符"),
    ("run FILE", "from multiprocessing import Process\nProcess(print)", "提示：要运行的函数用名字传"),
    (
      "run FILE", "from multiprocessing import Lock\nlock = Lock()\nlock.acquire()\nlock.acquire()",
      "主进程  第 4 行 lock.acquire()：等锁；它自己从第 3 行起拿着"
    ),
    ("explore FILE", "pass", "什么也没打印"),
    ("explore FILE printd('x')", "pass", "提示：是不是 'printed'？"),
    ("run none.py", "pass", "无法读取 none.py：没有这个文件或文件夹。"),
  ])
  func faultsInChinese(command: String, program: String, shown: String) throws {
    let file = scratch.path + "/program.py"
    try program.write(toFile: file, atomically: true, encoding: .utf8)
    let ended = try BuiltTutor.run(
      ["--lang", "zh"], input: command.replacing("FILE", with: file) + "\n", data: scratch.path,
      environment: ["COLUMNS": "300"])
    #expect(ended.output.contains(shown), "\(ended.output)")
    #expect(!ended.output.contains("hint:"))
  }

  @Test func fortyColumns() throws {
    let ended = try BuiltTutor.run(
      input: "help\ngo 2\nlessons\n", data: scratch.path, environment: ["COLUMNS": "40"])
    for row in ended.output.split(separator: "\n") {
      #expect(StyledText(String(row)).width <= 40, "\(row)")
    }
  }

  // Bad input.

  @Test func aMissingCourseIsSaidToBeMissing() throws {
    let ended = try BuiltTutor.run(["--lessons", "/nowhere"], data: scratch.path)
    #expect(ended.status == 1)
    #expect(ended.errors.hasPrefix("tutor: "))
    #expect(ended.errors.contains("/nowhere"))
  }

  @Test func brokenFrontMatterIsShown() throws {
    let course = scratch.path + "/course"
    try FileManager.default.createDirectory(
      atPath: course + "/01-x", withIntermediateDirectories: true)
    try "format: 1\ntitle: X\n".write(
      toFile: course + "/course.yaml", atomically: true, encoding: .utf8)
    try "---\nid: [unclosed\n---\n# X\n".write(
      toFile: course + "/01-x/lesson.md", atomically: true, encoding: .utf8)
    let ended = try BuiltTutor.run(["--lessons", course], data: scratch.path)
    #expect(ended.status == 1)
    #expect(ended.errors.contains("01-x/lesson.md, line"))
  }

  @Test(arguments: ["/proc", "/dev/null"])
  func aDataFolderThatCannotBeWritten(data: String) throws {
    let ended = try BuiltTutor.run(data: data)
    #expect(ended.status == 1)
    #expect(ended.errors.contains("Your progress cannot be kept in \(data)/tutor"))
    #expect(ended.errors.contains("XDG_DATA_HOME"))
    #expect(ended.output.isEmpty)
  }

  @Test func damagedProgress() throws {
    let folder = scratch.path + "/tutor"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try String(repeating: "no database", count: 1000).write(
      toFile: folder + "/progress.sqlite", atomically: true, encoding: .utf8)
    let ended = try BuiltTutor.run(data: scratch.path)
    #expect(ended.status == 1)
    #expect(ended.errors.contains("is damaged"))
    #expect(ended.errors.contains("mv "))
  }

  @Test func anUnknownLanguage() throws {
    let ended = try BuiltTutor.run(["--lang", "fr"], data: scratch.path)
    #expect(ended.status != 0)
    #expect(ended.errors.contains("en or zh"))
  }

  @Test(arguments: [
    ("", "outcome"),
    ("x = 1\0\n", "source code cannot contain null bytes"),
    (
      "x = " + String(repeating: "(", count: 3000) + String(repeating: ")", count: 3000),
      "too many nested parentheses"
    ),
    ("if\n", "invalid syntax"),
  ])
  func aFileThatIsNoProgramIsRefused(text: String, message: String) throws {
    let file = scratch.path + "/odd.py"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let ended = try BuiltTutor.run(
      input: "explore \(file)\nrun \(file)\n", data: scratch.path)
    #expect(ended.status == 0)
    let reports = ended.output.components(separatedBy: "> run ")
    #expect(reports[0].contains(message), "\(ended.output)")
    #expect(reports[1].contains(text.isEmpty ? "Ended" : message), "\(ended.output)")
  }

  /// Kills a shell as soon as it runs the program: the prediction must have been stored before.
  @Test func aKilledShellHasStoredThePrediction() throws {
    let run = try BuiltTutor.start(data: scratch.path)
    try run.input.fileHandleForWriting.write(contentsOf: Data("go last-ticket\n\n1-4\n".utf8))
    var output = ""
    while !output.contains("Running live") {
      let more = run.output.fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      output += String(decoding: more, as: UTF8.self)
    }
    kill(run.process.processIdentifier, SIGKILL)
    run.process.waitUntilExit()
    let store = try ProgressStore(folder: DataFolder(path: scratch.path + "/tutor"))
    let answers = try store.allAnswers()
    #expect(answers.map(\.prediction) == ["1-4"])
    #expect(answers.first?.verdict == nil)
  }
}

@Suite(.serialized, .enabled(if: TestTerminal.isThere, "tmux is not there"))
struct TerminalTests {
  let scratch: ScratchFolder
  let terminal: TestTerminal

  init() throws {
    scratch = try ScratchFolder()
    terminal = try TestTerminal(
      columns: 80, rows: 30,
      command: "env XDG_DATA_HOME=\(scratch.path) LC_ALL=C.UTF-8 PS1='$ ' "
        + "TUTOR_LESSONS=\(BuiltTutor.lessons) bash --norc")
    _ = terminal.waitForLastRow("$")
    terminal.type("clear; \(BuiltTutor.path)", "Enter")
    _ = terminal.waitForLastRow("own-memory 1/10>")
  }

  @Test func chineseIsTypedAndErased() {
    terminal.type("你好世界 lock")
    #expect(terminal.waitForLastRow("own-memory 1/10> 你好世界 lock"))
    for _ in 0..<6 { terminal.type("BSpace") }
    #expect(terminal.waitForLastRow("own-memory 1/10> 你好世"))
    terminal.type("Left", "Left", "BSpace", "们")
    #expect(terminal.waitForLastRow("own-memory 1/10> 们好世"))
  }

  @Test func tabCompletesAndLists() {
    terminal.type("go la", "Tab")
    #expect(terminal.waitForLastRow("own-memory 1/10> go last-ticket"))
    terminal.type("C-u")
    _ = terminal.waitForLastRow("own-memory 1/10>")
    terminal.type("r", "Tab")
    #expect(terminal.waitForLastRow("own-memory 1/10> r"))
    #expect(terminal.wait { $0.contains { $0.hasPrefix("retry  ") } })
  }

  @Test func controlCCancelsTheLine() {
    terminal.type("half a line")
    // The system forgets keys that nobody has read when Ctrl-C comes.
    _ = terminal.waitForLastRow("own-memory 1/10> half a line")
    terminal.type("C-c")
    #expect(terminal.waitForLastRow("own-memory 1/10>"))
    #expect(terminal.rows.contains("own-memory 1/10> half a line^C"))
  }

  @Test func theHistoryIsSearchedAndKept() {
    terminal.type("help 锁", "Enter")
    _ = terminal.wait { $0.contains { $0.contains("no command `锁`") } }
    _ = terminal.waitForLastRow("own-memory 1/10>")
    terminal.type("lang", "Enter")
    _ = terminal.wait { $0.contains { $0.hasPrefix("This is tutor") } }
    _ = terminal.waitForLastRow("own-memory 1/10>")
    // Before the prompt is there, the system would take Ctrl-R for itself.
    terminal.type("C-r")
    terminal.type("锁")
    #expect(terminal.waitForLastRow("(search) 锁: help 锁"))
    terminal.type("C-e")
    #expect(terminal.waitForLastRow("own-memory 1/10> help 锁"))
    terminal.type("C-u")
    _ = terminal.waitForLastRow("own-memory 1/10>")
    terminal.type("C-d")
    #expect(terminal.waitForLastRow("$"))
    terminal.type("clear; \(BuiltTutor.path)", "Enter")
    #expect(terminal.waitForLastRow("own-memory 1/10>"))
    terminal.type("Up", "Up")
    #expect(terminal.waitForLastRow("own-memory 1/10> help 锁"))
  }

  @Test func controlZAndBack() {
    terminal.type("he")
    _ = terminal.waitForLastRow("own-memory 1/10> he")
    terminal.type("C-z")
    #expect(terminal.waitForLastRow("$"))
    terminal.type("stty -a | grep -c ' icanon'", "Enter")
    #expect(terminal.wait { $0.suffix(2) == ["1", "$"] })
    terminal.type("fg", "Enter")
    #expect(terminal.waitForLastRow("own-memory 1/10> he"))
    terminal.type("lp", "Enter")
    #expect(terminal.wait { $0.contains { $0.hasPrefix("quit ") } })
  }

  @Test func aResizedWindowIsDrawnAnew() {
    terminal.type("a line that is a good deal longer than forty columns 中文 end")
    _ = terminal.waitForLastRow(
      "own-memory 1/10> a line that is a good deal longer than forty columns 中文 end")
    terminal.resize(columns: 40, rows: 30)
    #expect(terminal.waitForLastRow("eal longer than forty columns 中文 end"))
    terminal.resize(columns: 90, rows: 30)
    #expect(
      terminal.waitForLastRow(
        "own-memory 1/10> a line that is a good deal longer than forty columns 中文 end"))
    #expect(terminal.rows.filter { $0.contains("own-memory 1/10>") }.count == 1)
  }

  @Test func aRunIsStoppedAndTheShellGoesOn() {
    terminal.type("go last-ticket", "Enter")
    _ = terminal.waitForLastRow("last-ticket 2/8>")
    terminal.type("run", "Enter")
    #expect(terminal.wait { $0.contains { $0.hasSuffix("sees 1 left") } })
    terminal.type("C-c")
    #expect(terminal.wait { $0.contains("Stopped. All its processes have ended.") })
    #expect(terminal.waitForLastRow("last-ticket 2/8>"))
  }
}

// `tutor explore`: every interleaving of a program, as a table of outcomes.

import ArgumentParser
import Course
import Diagnostics
import Explorer
import Glibc
import Grading
import Language
import Machine
import Model
import Observation
import Shell

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Find every outcome that a program can have, over all schedules.",
    discussion: """
      Without --observe an outcome is: which lines are printed, in any order; which processes do not \
      end with 0; whether everybody waits for ever. The files beside the program are there at the \
      start; nothing is written.
      """)

  @ArgumentParser.Argument(help: "A Python file.")
  var program: String

  @Option(help: "What to look at: printed(\"bought\"), file(\"ticket.json\"), stuck …")
  var observe: String?

  @Option(help: "Stop after so many states.")
  var states = Bounds().states

  @Option(help: "Stop after so many seconds.")
  var seconds = Bounds().seconds

  @Flag(help: "Explore an ideal machine: computing takes no time, sleeps and limits are exact.")
  var ideal = false

  @Option(help: "Stop when so many MiB are in use.")
  var memory = Bounds().bytes >> 20

  @Option(help: "Work on so many processors; the result does not depend on it.")
  var jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @OptionGroup var reader: LanguageOption

  @Option(help: "Write the result as text, or as json for programs.")
  var format = Format.text

  @Option(help: "Can the program print exactly the lines of this file?", completion: .file())
  var can: String?

  @Option(
    name: .customLong("if"),
    help: ArgumentHelp(
      "Explore as if a wrong rule held: \(WrongRules.names.joined(separator: ", ")).",
      valueName: "rule"))
  var rules: [WrongRules] = []

  @Option(
    help: ArgumentHelp(
      "Find the wrong rules under which exactly these values can occur: 1 · 1,2 · 1-4.",
      valueName: "values"))
  var explain: String?

  @Option(help: "Keep the schedules in this folder.", completion: .directory)
  var save: String?

  @Flag(help: "Show the steps of every schedule that is found.")
  var steps = false

  @Flag(help: "Take every step in every state: no reduction but what --no-symmetry names.")
  var noReduction = false

  @Flag(help: "Tell processes apart that are alike.")
  var noSymmetry = false

  @Option(help: "Show the steps of a schedule instead: 0.1.2*5.1")
  var schedule: String?

  enum Format: String, ExpressibleByArgument { case text, json }

  private var language: ReadingLanguage { reader.language }
  private var time: TimeTruth { ideal ? .idealMachine : .anySchedule }

  func validate() throws {
    guard states > 0, seconds > 0, memory > 0, memory < 1 << 40 else {
      throw ValidationError("a bound must be above 0")
    }
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs is from 1 to 256") }
    if can != nil, observe != nil || schedule != nil || save != nil {
      throw ValidationError("--can asks a question of its own: leave the other one out")
    }
    guard !rules.isEmpty || explain != nil else { return }
    if can != nil || schedule != nil || save != nil || steps {
      throw ValidationError("where a wrong rule holds there are no schedules of the program")
    }
    if explain != nil, observe == nil || !rules.isEmpty {
      throw ValidationError("--explain needs --observe, and tries every wrong rule itself")
    }
  }

  private var bounds: Bounds {
    var walks = WalkLimits(walks: .max)
    walks.usesRestOfTime = true
    var bounds = Bounds(states: states, seconds: seconds, bytes: memory << 20, walks: walks)
    bounds.jobs = jobs
    return bounds
  }

  /// Of each wrong rule's world, where all are tried.
  private var ruleBounds: Bounds {
    var bounds = bounds
    bounds.seconds /= Double(WrongRules.named.count)
    bounds.walks = WalkLimits(walks: 0, steps: 0, seconds: 0)
    return bounds
  }

  func run() throws {
    let source = try ProgramFile.load(program, language)
    let program = try ProgramFile.compile(source, language)
    let folder = ProgramFolder.read(beside: self.program)
    if let schedule { return try show(schedule, of: program, folder) }
    if let can { return try answer(can, program, folder, source) }
    let observe = try self.observe.map(parse)
    let interrupts = InterruptFlag()
    if let explain { return try tell(explain, source, folder, interrupts) }
    let rules = WrongRules(self.rules)
    let comparesTruths = ideal && rules.isEmpty && observe?.projection.looksAtClock != true
    let times: [TimeTruth] = comparesTruths ? [time, .anySchedule] : [time]
    let (bounds, shortcuts) = (bounds, Shortcuts(skipsSteps: !noReduction, joinsAlike: !noSymmetry))
    let sets = Concurrently.map(times) { time in
      Exploration.explore(
        program: program, folder: folder, observe: observe, time: time, rules: rules,
        bounds: bounds, shortcuts: shortcuts, asksOdds: true,
        shouldStop: { _ in interrupts.isSet })
    }
    let (set, ofAnySchedule) = (sets[0], sets.count > 1 ? sets[1] : nil)
    try keep(set)
    switch format {
    case .json:
      let report = ExploreReport(
        set, observe: self.observe, rules: rules, ofAnySchedule: ofAnySchedule)
      print(report.text, terminator: "")
    case .text:
      let table = OutcomeTable(
        set, observe: self.observe, rules: rules, ofAnySchedule: ofAnySchedule,
        language: language, columns: Screen.terminalColumns)
      print(table.text, terminator: "")
      if steps { try showSteps(of: set, program, folder) }
    }
    if case .unsupported(let diagnostic) = set.verdict {
      tell(diagnostic, in: source)
      throw ExitCode(3)
    }
    if set.verdict == .partial(.cancelled) { throw ExitCode(130) }
  }

  private func show(
    _ text: String, of program: Program, _ folder: [String: [UInt8]]
  ) throws {
    let schedule = try orExit(
      Schedule.parse(text), in: SourceText(name: "--schedule", text: text))
    let steps = try orExit(
      Exploration.replay(schedule, program: program, folder: folder, time: time),
      in: program.source)
    print(WitnessTable(steps, language: language).text, terminator: "")
  }

  /// Tells which wrong rules explain an answer. The status is 1 where none does, 3 where that is not
  /// decided.
  private func tell(
    _ values: String, _ source: SourceText, _ folder: [String: [UInt8]], _ interrupts: InterruptFlag
  ) throws {
    guard case .read(let prediction) = AnswerReader.read(values, form: .which) else {
      throw ValidationError("'\(values)' names no values: write 1 · 1,2 · 1-4")
    }
    let answer = ExplainedAnswer(
      (values, prediction), observe: observe ?? "",
      program: LessonProgram(name: source.name, path: program, text: source.text),
      files: folder.sorted { $0.key < $1.key }.map { DataFile(name: $0.key, bytes: $0.value) },
      time: time, bounds: (bounds, ruleBounds), language: language,
      shouldStop: { _ in interrupts.isSet })
    print(format == .json ? answer.json : answer.text, terminator: "")
    if answer.status != 0 { throw ExitCode(answer.status) }
  }

  private func showSteps(
    of set: OutcomeSet, _ program: Program, _ folder: [String: [UInt8]]
  ) throws {
    for outcome in set.outcomes where !outcome.schedule.moves.isEmpty {
      print("\n\(outcome.shown(in: language))\n")
      try show(outcome.schedule.text, of: program, folder)
    }
  }

  private func keep(_ set: OutcomeSet) throws {
    guard let save else { return }
    switch ScheduleFolder(path: save).save(set) {
    case .success(let names):
      let files = Wording.schedules(names.count)
      StandardError.complain(.says("'\(save)' has \(files)"), in: language)
    case .failure(let fault):
      StandardError.complain(fault.message, in: language)
      throw ExitCode(2)
    }
  }

  /// Answers whether a transcript is possible. The status is 1 where it is not, 3 where that is not
  /// decided.
  private func answer(
    _ file: String, _ program: Program, _ folder: [String: [UInt8]], _ source: SourceText
  ) throws {
    guard let bytes = ProgramFolder.bytes(of: file) else {
      StandardError.complain(
        .says("can't open file '\(file)': \(Wording.systemError(errno))"), in: language)
      throw ExitCode(2)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      StandardError.complain(.says("'\(file)' is not text in UTF-8"), in: language)
      throw ExitCode(2)
    }
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    let interrupts = InterruptFlag()
    let answer = Exploration.canPrint(
      PredictedLines(lines), program: program, folder: folder, bounds: bounds,
      shouldStop: { _ in interrupts.isSet })
    if format == .json {
      print(ExploreReport(answer).text, terminator: "")
    } else {
      try tell(answer, lines, program, folder, source)
    }
    switch answer.finding {
    case .possible: break
    case .impossible, .goesOn: throw ExitCode(1)
    case .undecided, .unsupported: throw ExitCode(3)
    }
  }

  private func tell(
    _ answer: TranscriptAnswer, _ lines: [String], _ program: Program,
    _ folder: [String: [UInt8]], _ source: SourceText
  ) throws {
    let effort = OutcomeTable.effort(answer.states, answer.seconds)
    switch answer.finding {
    case .possible(let schedule, let isStuck):
      say(
        isStuck
          ? .says("Yes: it can print exactly this; then everybody waits for ever (\(effort)).")
          : .says("Yes: it can print exactly this (\(effort))."))
      print()
      try show(schedule.text, of: program, folder)
      print()
      print(Wording.says("schedule:").text(in: language) + " " + schedule.text)
    case .impossible(let line):
      say(.says("No: line \(line) cannot come there in any schedule (\(effort))."))
      print("  \(line)  \(PlainText.line(lines[line - 1]))")
    case .goesOn:
      say(
        .says(
          "No: it can print all of this, but then it always goes on to print more (\(effort))."))
    case .undecided(let limit):
      say(.says("Not decided: \(OutcomeTable.reason(limit)) (\(effort))."))
    case .unsupported(let diagnostic): tell(diagnostic, in: source)
    }
  }

  private func say(_ wording: Wording) { print(wording.text(in: language)) }

  private func tell(_ diagnostic: Diagnostic, in source: SourceText) {
    StandardError.write(DiagnosticRenderer(in: language).render(diagnostic, in: source))
  }

  // MARK: Input

  private func parse(_ text: String) throws -> ObserveExpression {
    try orExit(ObserveExpression.parse(text), in: SourceText(name: "--observe", text: text))
  }

  private func orExit<Success>(
    _ result: Result<Success, Diagnostic>, in source: SourceText
  ) throws -> Success {
    switch result {
    case .success(let value): return value
    case .failure(let diagnostic):
      tell(diagnostic, in: source)
      throw ExitCode(2)
    }
  }
}

extension WrongRules: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }

  public static var allValueStrings: [String] { names }
}

/// Whether Ctrl-C was pressed: asked for by looking whether SIGINT, which is held back, is pending.
private struct InterruptFlag: Sendable {
  init() {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigprocmask(SIG_BLOCK, &set, nil)
  }

  var isSet: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return sigismember(&pending, SIGINT) == 1
  }
}

// `tutor explore`: every interleaving of a program, as a table of outcomes.

import ArgumentParser
import Diagnostics
import Glibc
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

  @Flag(help: "Explore an ideal machine: computing takes no time, sleeps and time limits are exact.")
  var ideal = false

  @Flag(help: "Take every step in every state: no reduction but what --no-symmetry names.")
  var noReduction = false

  @Flag(help: "Tell processes apart that are alike.")
  var noSymmetry = false

  @Option(help: "Show the steps of a schedule instead: 0.1.2*5.1")
  var schedule: String?

  private var time: TimeTruth { ideal ? .idealMachine : .anySchedule }

  func validate() throws {
    guard states > 0, seconds > 0 else { throw ValidationError("a bound must be above 0") }
  }

  func run() throws {
    let source = try load()
    let program = try compile(source)
    let folder = ProgramFolder.read(beside: self.program)
    if let schedule { return try show(schedule, of: program, folder) }
    let observe = try self.observe.map(parse)
    let interrupts = InterruptFlag()
    let set = Exploration.explore(
      program: program, folder: folder, observe: observe, time: time,
      bounds: Bounds(states: states, seconds: seconds),
      shortcuts: Shortcuts(skipsSteps: !noReduction, joinsAlike: !noSymmetry),
      shouldStop: { _ in interrupts.isSet })
    print(OutcomeTable(set, observe: self.observe).text, terminator: "")
    if case .unsupported(let diagnostic) = set.verdict {
      fail(DiagnosticRenderer().render(diagnostic, in: source))
      throw ExitCode(3)
    }
    if set.verdict == .partial(.cancelled) { throw ExitCode(130) }
  }

  private func show(
    _ text: String, of program: Program, _ folder: [String: [UInt8]]
  ) throws {
    let schedule = try orExit(Schedule.parse(text))
    let steps = try orExit(Exploration.replay(schedule, program: program, folder: folder, time: time))
    print(StepTable(steps).text, terminator: "")
  }

  // MARK: Input

  private func load() throws -> SourceText {
    guard let bytes = ProgramFolder.bytes(of: program) else {
      fail("tutor: can't open file '\(program)': \(String(cString: strerror(errno)))\n")
      throw ExitCode(2)
    }
    switch SourceText.decode(bytes, name: program) {
    case .success(let source): return source
    case .failure(let diagnostic):
      fail(DiagnosticRenderer().render(diagnostic, in: SourceText(name: program, text: "")))
      throw ExitCode(1)
    }
  }

  private func compile(_ source: SourceText) throws -> Program {
    let tree: SyntaxTree
    switch Parser.parse(source) {
    case .success(let parsed): tree = parsed
    case .failure(let diagnostic):
      fail(DiagnosticRenderer().render(diagnostic, in: source))
      throw ExitCode(1)
    }
    switch Compiler.compile(tree, for: Library.standard.environment) {
    case .success(let program): return program
    case .failure(let diagnostics):
      for diagnostic in diagnostics { fail(DiagnosticRenderer().render(diagnostic, in: source)) }
      throw ExitCode(1)
    }
  }

  private func parse(_ text: String) throws -> ObserveExpression {
    switch ObserveExpression.parse(text) {
    case .success(let expression): return expression
    case .failure(let diagnostic):
      fail(DiagnosticRenderer().render(diagnostic, in: SourceText(name: "--observe", text: text)))
      throw ExitCode(2)
    }
  }

  private func orExit<Success>(_ result: Result<Success, Diagnostic>) throws -> Success {
    switch result {
    case .success(let value): return value
    case .failure(let diagnostic):
      fail("tutor: \(diagnostic.message)\n")
      if let hint = diagnostic.hint { fail("  hint: \(hint)\n") }
      throw ExitCode(2)
    }
  }

  private func fail(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      start += written
    }
  }
}

/// Whether Ctrl-C was pressed: asked for by looking whether SIGINT, which is held back, is pending.
private struct InterruptFlag {
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

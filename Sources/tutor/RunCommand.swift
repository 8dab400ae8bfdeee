// `tutor run`: a program in really forked processes. And `__live`, which is how a shell's helper is
// started: hidden, because nobody types it.

import ArgumentParser
import Course
import Diagnostics
import Live
import Model
import Observation
import Shell

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a program in real processes, with real locks and files.",
    discussion: """
      The program finds the files of its own folder, and no others. The exit status is the \
      program's; 2 where its file cannot be read, 3 for a run in which every process waited and \
      nobody could wake them, 130 after Ctrl-C.
      """)

  @Option(help: "Pass the time this many times faster: sleeps and timeouts are divided by it.")
  var speed = 1.0

  @Option(
    help:
      "Let the processes move in this order, as explore shows it: 0.1.2*5.1. Sleeps take no time.")
  var schedule: String?

  @Flag(
    help: """
      Run in virtual time instead, on a machine where computing takes no time and sleeps and \
      limits are exact.
      """)
  var ideal = false

  @OptionGroup var reader: LanguageOption

  @Argument(help: "The program, a Python file.", completion: .file(extensions: ["py"]))
  var program: String

  @Argument(
    parsing: .allUnrecognized, help: "What the program finds in sys.argv after its own name.")
  var arguments: [String] = []

  func validate() throws {
    guard speed.isFinite, speed > 0 else {
      throw ValidationError("--speed must be above 0, such as 2 or 0.5")
    }
    if ideal, schedule != nil || !arguments.isEmpty {
      throw ValidationError("--ideal goes with neither --schedule nor arguments of the program")
    }
    if let schedule, case .failure(let diagnostic) = Schedule.parse(schedule) {
      let hint = diagnostic.hint.map { "; " + $0.text(in: .english) } ?? ""
      throw ValidationError(diagnostic.message.text(in: .english) + hint)
    }
  }

  func run() throws {
    if ideal { return try runIdeally() }
    var settings = RunSettings(
      file: program, arguments: arguments, speed: speed, language: reader.language)
    settings.schedule = try schedule.map { try Schedule.parse($0).get() }
    throw ExitCode(runHere(settings))
  }

  private func runIdeally() throws {
    let language = reader.language
    let source = try ProgramFile.load(program, language)
    let run = Exploration.idealRun(
      of: try ProgramFile.compile(source, language), folder: ProgramFolder.read(beside: program))
    switch run {
    case .success(let run):
      for line in IdealLines.lines(of: run, language: language) {
        print(Self.row(of: line, language))
      }
      let report = IdealReport(seconds: run.seconds, stuck: run.stuck)
      print("\n" + IdealLines.end(of: report, language: language))
      if !run.stuck.isEmpty { throw ExitCode(RunEnd.stuckStatus) }
    case .failure(let diagnostic):
      StandardError.write(DiagnosticRenderer(in: language).render(diagnostic, in: source))
      throw ExitCode(1)
    }
  }

  private static func row(of line: LiveLine, _ language: ReadingLanguage) -> String {
    let time = IdealLines.shown(line.seconds)
    let padding = String(repeating: " ", count: max(0, 7 - time.count))
    let process = language(.processName(line.process))
    return "\(padding)\(time) s  \(process)  \(line.text)"
  }
}

/// Supervises one run for the process that started it.
struct LiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "__live", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var arguments: [String] = []

  func run() throws {
    throw ExitCode(runAsHelper(arguments))
  }
}

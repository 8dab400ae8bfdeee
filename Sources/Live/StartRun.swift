// The two ways to a supervised run: in this process, for `tutor run`, and in a helper that was
// started for it, for a shell that goes on meanwhile.

import CPlatform
import Diagnostics
import Glibc
import Language
import Machine
import Observation

/// Runs a program to its end under the eyes of this process, which must have a single thread. Output
/// goes to standard output and standard error as it comes.
///
/// Ctrl-C reaches every process of the program as KeyboardInterrupt; those that are still there two
/// seconds later, or at a second Ctrl-C, are killed. A program's processes that outlive its main
/// process go on to their own end, and the run with them; only daemons are ended then.
///
/// - Returns: what to exit with. 3 for a run that was found stuck.
package func runHere(_ settings: RunSettings) -> Int32 {
  switch supervise(settings, RunOutlets()) {
  case .success(let end):
    if case .failed(let text) = end {
      let wording = Wording.says("tutor: internal error: \(text)")
      complain(wording.text(in: settings.language) + "\n")
    }
    return end.exitStatus
  case .failure(let failure):
    complain(failure.text)
    return failure.exitStatus
  }
}

/// What the hidden `__live` subcommand does with its arguments.
package func runAsHelper(_ arguments: [String]) -> Int32 {
  guard let order = HelperOrder(arguments: arguments) else {
    complain("tutor: internal error: __live needs other arguments\n")
    return 70
  }
  // From here on, the kernel kills this process as soon as whoever started it has gone.
  guard platform_tie_to_pipe(order.lifeline, getpid(), SIGKILL) == 0,
    platform_pipe_is_abandoned(order.lifeline) == 0
  else { return 70 }
  for kept in [order.trace, order.control, order.lifeline] {
    _ = fcntl(kept, F_SETFD, FD_CLOEXEC)
  }
  let trace = Trace(descriptor: order.trace)
  let outlets = RunOutlets(trace: trace, control: order.control, lifeline: order.lifeline)
  let end: RunEnd
  switch supervise(order.settings, outlets) {
  case .success(let reached): end = reached
  case .failure(let failure):
    trace.send(
      Step(time: 0, process: ProcessID(0), line: 0, what: .refused(text: failure.text)))
    end = .refused
  }
  trace.send(Step(time: 0, process: ProcessID(0), line: 0, what: .finished(end)))
  return end.exitStatus
}

private func supervise(
  _ settings: RunSettings, _ outlets: RunOutlets
) -> Result<RunEnd, LoadFailure> {
  let program: Program
  do throws(LoadFailure) {
    program = try ProgramLoader.load(settings)
  } catch {
    return .failure(error)
  }
  guard let folder = Folder(path: settings.folder) else {
    let wording = Wording.says(
      "tutor: can't open folder '\(settings.folder)': \(Wording.systemError(errno))")
    return .failure(LoadFailure(text: wording.text(in: settings.language) + "\n", exitStatus: 2))
  }
  guard let arena = SharedArena() else {
    let wording = Wording.says("no shared memory: \(Wording.systemError(errno))")
    return .success(.failed(wording.text(in: settings.language)))
  }
  var supervisor = Supervisor(
    program: program, settings: settings, outlets: outlets, arena: arena, folder: folder)
  return .success(supervisor.run())
}

private func complain(_ text: String) {
  _ = Descriptor(2).write(Array(text.utf8))
}

/// What a helper is told on its command line.
struct HelperOrder: Hashable {
  var settings: RunSettings
  var trace: Int32
  var control: Int32
  var lifeline: Int32

  /// No schedule's text: even an empty one is something else.
  private static let noSchedule = "-"

  init(settings: RunSettings, trace: Int32, control: Int32, lifeline: Int32) {
    self.settings = settings
    self.trace = trace
    self.control = control
    self.lifeline = lifeline
  }

  init?(arguments: [String]) {
    guard arguments.count >= 10, let trace = Int32(arguments[0]),
      let control = Int32(arguments[1]), let lifeline = Int32(arguments[2]),
      let speed = Double(arguments[3]), speed > 0,
      let language = ReadingLanguage(rawValue: arguments[9])
    else { return nil }
    var settings = RunSettings(
      file: arguments[4], folder: arguments[6], arguments: Array(arguments[10...]), speed: speed,
      language: language)
    settings.name = arguments[5]
    settings.markedFunctions = arguments[7].split(separator: ",").map(String.init)
    if arguments[8] != HelperOrder.noSchedule {
      guard case .success(let schedule) = Schedule.parse(arguments[8]) else { return nil }
      settings.schedule = schedule
    }
    self.init(settings: settings, trace: trace, control: control, lifeline: lifeline)
  }

  var arguments: [String] {
    ["\(trace)", "\(control)", "\(lifeline)", "\(settings.speed)", settings.file, settings.name]
      + [settings.folder, settings.markedFunctions.joined(separator: ",")]
      + [settings.schedule?.text ?? HelperOrder.noSchedule, settings.language.rawValue]
      + settings.arguments
  }
}

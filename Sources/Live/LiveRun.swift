// A live run as its watcher sees it: a helper process that supervises the program, and the stream of
// its Steps. The watcher may have threads and a terminal; nothing of the run happens in its process.

import CPlatform
import Diagnostics
import Glibc
import Machine
import Observation

/// A program that runs in a helper's processes. When the object goes away, or the process that holds
/// it dies, so do they.
package final class LiveRun {
  /// Readable as soon as `next` has something to return: to wait for it beside other descriptors.
  package var descriptor: Int32 { reader.descriptor }

  package enum Next {
    case step(Step)
    /// The time is over, or a signal came.
    case nothingYet
    /// All steps were returned, and all processes are gone.
    case ended(LiveOutcome)
  }

  private var reader: TraceReader
  private let control: Int32
  private let lifeline: Int32
  private let helper: pid_t
  private let folder: String
  private let language: ReadingLanguage
  private var recorder = RunRecorder()
  private var outcome: LiveOutcome?

  private init(ends: HelperEnds, helper: pid_t, _ settings: RunSettings) {
    reader = TraceReader(descriptor: ends.trace.ours)
    control = ends.control.ours
    lifeline = ends.lifeline.ours
    self.helper = helper
    folder = settings.folder
    language = settings.language
  }

  deinit {
    // The lifeline's end kills the helper, and the helper's end the program.
    close(lifeline)
    close(control)
    close(reader.descriptor)
    if outcome == nil { _ = LiveRun.status(of: helper) }
  }

  /// Starts the program. That it has faults is told by the first step, `.refused`.
  ///
  /// - Parameter executable: tutor itself; only a test needs to name it.
  /// - Returns: the run, or why no helper could be started, for people.
  package static func start(
    _ settings: RunSettings, executable: String = "/proc/self/exe"
  ) -> Result<LiveRun, LiveFault> {
    guard let ends = HelperEnds() else { return .failure(.last(.says("cannot make a socket"))) }
    defer { ends.closeTheirs() }
    let order = HelperOrder(
      settings: settings, trace: ends.trace.theirs, control: ends.control.theirs,
      lifeline: ends.lifeline.theirs)
    // A descriptor duplicated onto itself stays open in the helper. It has a group of its own: the
    // terminal's Ctrl-C and Ctrl-Z are for the watcher, who passes them on.
    let helper = ChildProcess.start(
      executable, ["tutor", "__live"] + order.arguments,
      descriptors: ends.theirs.map { ($0, $0) }, leadsGroup: true)
    switch helper {
    case .success(let helper):
      return .success(LiveRun(ends: ends, helper: helper, settings))
    case .failure(let fault):
      ends.closeOurs()
      return .failure(fault)
    }
  }

  // MARK: Watching

  /// The next step.
  /// - Parameter milliseconds: how long to wait for it; nil for as long as it takes.
  package func next(within milliseconds: Int32? = nil) -> Next {
    if let outcome { return .ended(outcome) }
    switch reader.receive() {
    case .step(let step): return take(step)
    case .ended: return finish()
    case .nothingYet: break
    }
    var entry = pollfd(fd: reader.descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds ?? -1) > 0 else { return .nothingYet }
    switch reader.receive() {
    case .step(let step): return take(step)
    case .ended: return finish()
    case .nothingYet: return .nothingYet
    }
  }

  private func take(_ step: Step) -> Next {
    recorder.take(step)
    return .step(step)
  }

  private func finish() -> Next {
    let status = LiveRun.status(of: helper)
    let end = recorder.end ?? .failed(LiveRun.lost(status).text(in: language))
    recorder.addFiles(of: folder)
    let outcome = LiveOutcome(end: end, stuck: recorder.stuck, record: recorder.record)
    self.outcome = outcome
    return .ended(outcome)
  }

  private static func lost(_ status: Int32) -> Wording {
    .says("the supervisor ended with status \(status)")
  }

  private static func status(of helper: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(helper, &status, 0) < 0, errno == EINTR {}
    return ProcessEnd(status: status).exitCode
  }

  // MARK: Steering

  /// Ctrl-C for all processes of the program. At the second time, or two seconds later, it is ended.
  package func interrupt() { order(.interrupt) }
  /// Ends all processes at once.
  package func kill() { order(.kill) }
  /// Stops all processes, as Ctrl-Z does, until `resume`.
  package func suspend() { order(.suspend) }
  package func resume() { order(.resume) }

  private func order(_ command: RunCommandByte) {
    var byte = command.rawValue
    _ = send(control, &byte, 1, Int32(MSG_NOSIGNAL))
  }
}

/// All that is known of a run once it has ended.
package struct LiveOutcome: Sendable {
  package var end: RunEnd
  package var stuck: StuckRun?
  package var record: RunRecord
}

/// Why a run could not be started.
package struct LiveFault: Error, Hashable, Sendable {
  package var what: Wording
  package var errno: Int32

  package init(what: Wording, errno: Int32) {
    self.what = what
    self.errno = errno
  }

  static func last(_ what: Wording) -> LiveFault { LiveFault(what: what, errno: Glibc.errno) }

  package var wording: Wording { .says("\(what): \(Wording.systemError(errno))") }
}

/// The three connections between a watcher and its helper.
private struct HelperEnds {
  struct Pair {
    var ours: Int32
    var theirs: Int32
  }

  let trace: Pair
  let control: Pair
  /// A pipe that nobody writes to: its end tells the kernel that the watcher is gone.
  let lifeline: Pair

  var theirs: [Int32] { [trace.theirs, control.theirs, lifeline.theirs] }

  init?() {
    guard let steps = Trace.makeSockets() else { return nil }
    guard let commands = Trace.makeSockets() else {
      HelperEnds.close([steps.reading, steps.writing])
      return nil
    }
    var ends: [Int32] = [-1, -1]
    guard platform_pipe(&ends) == 0 else {
      HelperEnds.close([steps.reading, steps.writing, commands.reading, commands.writing])
      return nil
    }
    trace = Pair(ours: steps.reading, theirs: steps.writing)
    control = Pair(ours: commands.reading, theirs: commands.writing)
    lifeline = Pair(ours: ends[1], theirs: ends[0])
  }

  func closeTheirs() { HelperEnds.close(theirs) }
  func closeOurs() { HelperEnds.close([trace.ours, control.ours, lifeline.ours]) }

  private static func close(_ descriptors: [Int32]) {
    for descriptor in descriptors { Glibc.close(descriptor) }
  }
}

// A schedule performed once more, for people. Flows in: a schedule, and what a question looks at. Flows
// out: its steps, the second of each on an ideal machine, and when the question's value was settled.

import Diagnostics
import Explorer
import Language
import Machine
import Observation

/// What happens on a schedule.
package struct ReplayedRun: Sendable {
  /// One step a move.
  package var steps: [ReplayStep]
  /// The second of each step; empty unless the machine is ideal.
  package var seconds: [Double] = []
  /// After so many steps the question's value does not change any more. Nil where only the end shows
  /// it: it never changed, somebody waits for ever, or it counts lines, and no more of them came.
  package var settled: Int?

  package init(steps: [ReplayStep] = []) { self.steps = steps }
}

extension Exploration {
  /// Performs a schedule in the model, from the start as far as it goes.
  ///
  /// - Parameter observe: the question's expression.
  /// - Returns: the run, or what is wrong with the schedule.
  package static func replayed(
    _ schedule: Schedule, program: Program, folder: [String: [UInt8]] = [:],
    observe: ObserveExpression? = nil, time: TimeTruth = .anySchedule
  ) -> Result<ReplayedRun, Diagnostic> {
    replayed(
      schedule, main: explored(program), folder: folder, observe: observe, time: time)
  }

  /// The same for any process that begins a run.
  static func replayed(
    _ schedule: Schedule, main: any ProcessBody, folder: [String: [UInt8]],
    observe: ObserveExpression? = nil, time: TimeTruth = .anySchedule
  ) -> Result<ReplayedRun, Diagnostic> {
    var policy = Policy()
    policy.stopsAtEveryMove = true
    policy.time = time
    policy.readsClock = true
    // Marks would add stops of their own, which the schedule does not have.
    let watched = time == .anySchedule && observe?.projection.markedFunctions == [] ? observe : nil
    if let watched { policy.projection = watched.projection }
    let soFar = RunSoFar()
    let kernel = Kernel(
      main: main, folder: folder, policy: policy, instructions: Bounds().instructions,
      ending: soFar.take)
    func value(_ walk: Replayer) -> String? {
      guard let watched else { return nil }
      _ = try? kernel.judge(StateView(words: walk.state), stuck: false)
      return soFar.seen.map { watched.outcome(of: $0) }
    }
    func performed(_ guesses: inout Guesses) throws -> Result<ReplayedRun, Diagnostic> {
      var walk = try Replayer(kernel)
      walk.guesses = guesses
      defer { guesses = walk.guesses }
      var run = ReplayedRun()
      var last = value(walk)
      for move in schedule.moves {
        if let fault = try walk.take(move) { return .failure(fault) }
        if time == .idealMachine, let second = walk.elapsedSeconds {
          run.note(second, of: walk.steps.count)
        }
        let now = value(walk)
        if now != last { run.settled = walk.steps.count }
        last = now
      }
      run.steps = walk.steps
      if walk.elapsedSeconds == nil { run.seconds = [] }
      let counts = watched?.projection.countedTexts.isEmpty == false
      if !walk.alive().isEmpty || counts && last != "True" && last != "False" {
        run.settled = nil
      }
      return .success(run)
    }
    return reporting {
      var guesses = Guesses()
      let first = try performed(&guesses)
      var run = first
      for _ in 0..<mostGuesses {
        guard case .failure = run, guesses.change() else { break }
        run = try performed(&guesses)
      }
      if case .failure = run { return first }
      return run
    }.flatMap(\.self)
  }
}

/// How often a schedule is tried with other random times.
private let mostGuesses = 5_000

extension ReplayedRun {
  /// The steps that were added happened at this second; parts may have become one.
  fileprivate mutating func note(_ second: Double, of count: Int) {
    seconds.removeLast(max(0, seconds.count - count))
    seconds += [Double](repeating: second, count: count - seconds.count)
  }
}

/// The run as it was projected last: a kernel hands it to a closure.
final class RunSoFar {
  private(set) var seen: ProjectedRun?

  func take(_ run: ProjectedRun) -> Int {
    seen = run
    return 0
  }
}

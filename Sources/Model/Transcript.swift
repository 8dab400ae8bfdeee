// Can a program print exactly these lines? The graph of its states is walked together with the
// transcript: an observer knows how many of its lines are printed, and runs that print another line are
// not followed. So no set of all transcripts is ever made.

import Diagnostics
import Explorer
import Language
import Machine
import Observation

/// Whether a transcript is possible.
package struct TranscriptAnswer: Sendable {
  package enum Finding: Sendable {
    /// This schedule prints it; at its end everybody may wait for ever.
    case possible(Schedule, isStuck: Bool)
    /// No schedule prints this line there, from 1.
    case impossible(line: Int)
    /// Schedules print all of it, but every one goes on to print more.
    case goesOn
    case undecided(OutcomeSet.Limit)
    case unsupported(Diagnostic)
  }

  package var finding: Finding
  package var states: Int
  package var seconds: Double
}

/// The lines that a run has to print, and how those that it prints are compared with them.
package struct PredictedLines: Sendable {
  let lines: [String]
  private let reading: @Sendable (String) -> String?

  /// - Parameter reading: what a line is taken for before it is compared; nil for one that does not
  ///   count.
  package init(
    _ lines: [String], reading: @escaping @Sendable (String) -> String? = { $0 }
  ) {
    self.lines = lines.compactMap(reading)
    self.reading = reading
  }

  /// How many lines are printed once another one is; nil where it is none of these.
  func count(after text: String, from count: Int) -> Int? {
    guard let text = reading(text) else { return count }
    return count < lines.count && lines[count] == text ? count + 1 : nil
  }
}

extension Exploration {
  /// Whether some schedule makes a program print these lines and no others.
  ///
  /// - Parameters:
  ///   - folder: the files that are there at the start.
  ///   - time: which runs count.
  package static func canPrint(
    _ lines: PredictedLines, program: Program, folder: [String: [UInt8]] = [:],
    time: TimeTruth = .anySchedule, bounds: Bounds = Bounds(),
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> TranscriptAnswer {
    var policy = Policy()
    policy.projection.ordersLines = true
    policy.time = time
    policy.takesFewSteps = time == .anySchedule
    var limits = SearchLimits(
      states: bounds.states, seconds: bounds.seconds, bytes: bounds.bytes,
      walks: WalkLimits(walks: 0, steps: 0, seconds: 0))
    var seconds = 0.0
    while true {
      let kernel = Kernel(
        main: explored(program), folder: folder, policy: policy,
        instructions: bounds.instructions, ending: { _ in 0 })
      kernel.matching = lines
      var search = Search(kernel, reductions: Reductions(sortsBundles: false))
      let report = search.run(limits: limits, shouldStop: shouldStop)
      seconds += report.seconds
      limits.seconds = bounds.seconds - seconds
      if case .failed(StepFault.revise(let revised)) = report.stop {
        policy = revised
        continue
      }
      return TranscriptAnswer(
        finding: finding(report, lines.lines.count, kernel, &search, bounds), states: report.states,
        seconds: seconds)
    }
  }

  private static func finding(
    _ report: SearchReport, _ count: Int, _ kernel: Kernel, _ search: inout Search,
    _ bounds: Bounds
  ) -> TranscriptAnswer.Finding {
    for ending in report.endings where ending.number / 2 == count {
      guard var replayer = try? Replayer(kernel) else { continue }
      for move in search.paths(to: [[ending]])[0] ?? [] { try? replayer.take(move) }
      replayer.finish()
      return .possible(replayer.schedule, isStuck: ending.number % 2 == 1)
    }
    switch OutcomeBuilder.verdict(report.stop, bounds) {
    case .exact:
      return kernel.furthest < count ? .impossible(line: kernel.furthest + 1) : .goesOn
    case .partial(let limit): return .undecided(limit)
    case .unsupported(let diagnostic): return .unsupported(diagnostic)
    }
  }
}

extension Kernel {
  /// How many lines are printed after these notes, plus 1; `Search.ignored` where one is another.
  func match(_ notes: [Notebook.Entry], from observation: Handle) -> Handle {
    guard let lines = matching, observation != Search.ignored else { return Search.ignored }
    var count = Int(observation) - 1
    for case .line(_, let text) in notes {
      guard let next = lines.count(after: text, from: count) else { return Search.ignored }
      count = next
    }
    furthest = max(furthest, count)
    return Handle(count + 1)
  }
}

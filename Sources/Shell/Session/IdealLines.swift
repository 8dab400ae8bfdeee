// From a run on an ideal machine to the lines that it shows: what was printed at which second, and who
// died of what.

import Course
import Diagnostics
import Model

package enum IdealLines {
  package static func lines(of run: IdealRun, language: ReadingLanguage) -> [LiveLine] {
    run.moments.flatMap { moment in
      told(moment.step.operation, language).map { text, isError in
        LiveLine(
          seconds: moment.seconds, process: moment.step.name, number: nil,
          text: text, isError: isError)
      }
    }
  }

  private static func told(
    _ operation: ReplayStep.Operation, _ language: ReadingLanguage
  ) -> [(text: String, isError: Bool)] {
    switch operation {
    case .print(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return text.split(separator: "\n").map { (String($0), false) }
    case .exit(_, let exception?): return [(language(.dies(exception)), true)]
    case .die(let signal): return [(language(.isKilled(signal: signal)), true)]
    default: return []
    }
  }

  /// How it ended, in a sentence.
  package static func end(of report: IdealReport, language: ReadingLanguage) -> String {
    let seconds = shown(report.seconds)
    return language(
      report.stuck.isEmpty
        ? .endedIdeally(seconds: seconds)
        : .stuckIdeally(
          seconds: seconds, processes: report.stuck.map { language(.processName($0)) }))
  }

  /// Two digits after the point.
  package static func shown(_ seconds: Double) -> String {
    let hundredths = Int((max(seconds, 0) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

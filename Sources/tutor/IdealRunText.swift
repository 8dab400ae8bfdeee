// One run on an ideal machine, as lines: what was printed at which second, and how it ended.

import Model

struct IdealRunText {
  private let run: IdealRun

  init(_ run: IdealRun) { self.run = run }

  var text: String {
    var lines = run.moments.flatMap(Self.lines)
    lines.append("")
    if run.stuck.isEmpty {
      lines.append("Ended after \(Self.shown(run.seconds)) s on an ideal machine.")
    } else {
      lines.append(
        "Stuck after \(Self.shown(run.seconds)) s on an ideal machine: "
          + run.stuck.joined(separator: ", ") + (run.stuck.count == 1 ? " waits" : " wait")
          + " for ever.")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of moment: IdealRun.Moment) -> [String] {
    let time = shown(moment.seconds)
    let head =
      String(repeating: " ", count: max(0, 7 - time.count)) + "\(time) s  \(moment.step.name)  "
    switch moment.step.operation {
    case .print(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return text.split(separator: "\n").map { head + $0 }
    case .exit(_, let exception?):
      return [head + "dies: \(exception.type): \(exception.message), line \(exception.line)"]
    case .die: return [head + moment.step.text]
    default: return []
    }
  }

  /// Two digits after the point.
  private static func shown(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

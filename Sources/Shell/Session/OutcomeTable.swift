// An exploration's outcomes as rows: each value, whether it can get stuck, who can crash.

import Course
import Diagnostics
import Grading
import Model

struct OutcomeTable {
  let language: ReadingLanguage
  /// What was looked at; nil for everything.
  let observe: String?
  /// More outcomes than this are counted only.
  private static let longest = 40

  /// What stands between two sentences.
  private var gap: String { language == .english ? " " : "" }

  func report(_ found: OutcomeSet) -> ExplorationReport {
    let head: String
    let count = language(.outcomes(found.outcomes.count, of: observe))
    switch found.verdict {
    case .exact:
      head =
        language(.everyInterleaving(states: found.states, seconds: found.seconds)) + gap + count
    case .partial where found.outcomes.isEmpty:
      // Nothing was seen to its end, so there is nothing that can happen "at least".
      head = ""
    case .partial:
      head =
        language(.searchedInPart(states: found.states, seconds: found.seconds)) + gap
        + language(.atLeast(count))
    case .unsupported: head = ""
    }
    var rows = found.outcomes.prefix(Self.longest).flatMap(rows)
    if found.outcomes.count > Self.longest { rows.append("…") }
    return ExplorationReport(
      summary: head, details: rows, wasStopped: found.verdict == .partial(.cancelled))
  }

  private func rows(of outcome: OutcomeSet.Outcome) -> [String] {
    let text = VerdictText(language)
    var rows = ["  " + outcome.shown(in: language)]
    for crash in outcome.crashes {
      let type = crash.exception.type.split(separator: ".").last.map(String.init) ?? ""
      let sentence = language(.canCrash(process: text.lane(crash.process), exception: type))
      rows.append("    " + text.tight(sentence))
    }
    if let stuck = outcome.stuck {
      rows.append("    " + language(.canGetStuck))
      rows += text.waits(in: stuck).map { "      " + $0 }
    }
    return rows
  }
}

// An exploration's outcomes as rows: each value, whether it can get stuck, who can crash.

import Course
import Model
import Observation

struct OutcomeTable {
  let language: ReadingLanguage
  /// What was looked at; nil for everything.
  let observe: String?
  /// More outcomes than this are counted only.
  private static let longest = 40

  func report(_ found: OutcomeSet) -> ExplorationReport {
    let head: String
    let count = language(.outcomes(found.outcomes.count, of: observe))
    switch found.verdict {
    case .exact:
      head =
        language(.everyInterleaving(states: found.states, seconds: found.seconds)) + " " + count
    case .partial where found.outcomes.isEmpty:
      // Nothing was seen to its end, so there is nothing that can happen "at least".
      head = ""
    case .partial:
      head =
        language(.searchedInPart(states: found.states, seconds: found.seconds)) + " "
        + language(.atLeast(count))
    case .unsupported: head = ""
    }
    var rows = found.outcomes.prefix(Self.longest).flatMap(rows)
    if found.outcomes.count > Self.longest { rows.append("…") }
    return ExplorationReport(
      summary: head, details: rows, wasStopped: found.verdict == .partial(.cancelled))
  }

  private func rows(of outcome: OutcomeSet.Outcome) -> [String] {
    var rows = ["  " + outcome.value]
    for crash in outcome.crashes {
      rows.append(
        "    "
          + language(
            .canCrash(
              process: crash.process == RunRecord.mainProcess ? "main" : crash.process,
              exception: crash.exception.type.split(separator: ".").last.map(String.init) ?? "")))
    }
    if let stuck = outcome.stuck {
      rows.append("    " + language(.canGetStuck))
      rows += language.waits(in: stuck).map { "      " + $0 }
    }
    return rows
  }
}

extension ReadingLanguage {
  /// Who waits for whom, a row each.
  func waits(in stuck: StuckReport) -> [String] {
    stuck.waiters.map { waiter in
      func shown(_ name: String) -> String { name == RunRecord.mainProcess ? "main" : name }
      let wait = self(
        .waits(
          process: shown(waiter.process), operation: waiter.operation, line: waiter.line,
          reason: waiter.reason))
      guard let holder = waiter.holder else { return wait }
      return wait
        + self(
          .heldBy(
            process: shown(holder.process), line: holder.line, hasEnded: holder.hasEnded))
    }
  }
}

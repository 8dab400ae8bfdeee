// Who waits for whom at the end of a schedule, a row each. Flows in: a stuck report. Flows out: sentences
// in the reader's language.

import Course
import Diagnostics
import Model
import Observation

extension VerdictText {
  /// Who waits for whom, a row each.
  package func waits(in stuck: StuckReport) -> [String] {
    stuck.waiters.map { waiter in
      let row: String
      switch language {
      case .english:
        row =
          lane(waiter.process) + " waits" + (waiter.line > 0 ? " in line \(waiter.line)" : "")
          + (waiter.operation.isEmpty ? "" : ", `\(waiter.operation)`,") + " for "
          + reason(waiter.reason)
      case .chinese:
        row =
          lane(waiter.process)
          + (waiter.line > 0 ? " 停在第 \(waiter.line) 行 `\(waiter.operation)`" : " 停在结尾")
          + "：" + reason(waiter.reason)
      }
      return tight(row + (waiter.holder.map(holding) ?? ""))
    }
  }

  private func holding(_ holder: StuckReport.Holder) -> String {
    let name = lane(holder.process)
    switch (language, holder.hasEnded) {
    case (.english, true): return "; \(name) took it in line \(holder.line), and has ended"
    case (.english, false): return "; \(name) has it since line \(holder.line)"
    case (.chinese, true): return "；\(name) 在第 \(holder.line) 行拿走，已经结束"
    case (.chinese, false): return "；\(name) 从第 \(holder.line) 行起拿着"
    }
  }

  /// What stands after "waits for", or a clause of its own.
  func reason(_ reason: StuckReport.Reason) -> String {
    reason.wording(naming: lane).text(in: language)
  }

  /// Without the spaces around names that are Chinese themselves.
  package func tight(_ sentence: String) -> String {
    let signs = Array(sentence)
    return String(
      signs.indices.filter { index in
        guard signs[index] == " ", index > 0, index + 1 < signs.count else { return true }
        return ![signs[index - 1], signs[index + 1]].allSatisfy { DisplayWidth.of($0) == 2 }
      }.map { signs[$0] })
  }

  /// A process's name as pictures and reports show it.
  package func lane(_ process: String) -> String {
    process == RunRecord.mainProcess ? phrases.mainLane : process
  }
}

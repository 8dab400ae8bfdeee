// An exploration's result as text: outcomes with their schedules, who is stuck, who crashed, and how
// far the search went.

import Diagnostics
import Grading
import Machine
import Model
import Observation

/// The table that `tutor explore` prints.
struct OutcomeTable {
  private let set: OutcomeSet
  private let observe: String?
  private let rules: WrongRules
  /// Of an ideal machine's outcomes: those of any schedule.
  private let ofAnySchedule: OutcomeSet?
  /// Schedules are cut to so many columns; nil leaves them whole.
  private let columns: Int?

  /// More outcomes than anybody reads; the others are counted.
  private static let mostRows = 100

  init(
    _ set: OutcomeSet, observe: String?, rules: WrongRules = [], ofAnySchedule: OutcomeSet? = nil,
    columns: Int? = nil
  ) {
    self.set = set
    self.columns = columns
    self.ofAnySchedule = ofAnySchedule
    self.observe = observe
    self.rules = rules
  }

  var text: String {
    var lines = rules.each.map { rule in
      let text = RuleText(rule, in: .english)
      return "If \(text.condition), which is not so (\(rule.name)):"
    }
    if !set.outcomes.isEmpty {
      let what = counted(set.outcomes.count, "outcome")
      lines.append((set.isExact ? what : "At least \(what)") + (observe.map { " of \($0)" } ?? ""))
      lines.append("")
      lines += rows
      for crash in crashes { lines += ["", text(of: crash)] + text(of: crash.schedule) }
      for stuck in stuckReports {
        lines += ["", "Stuck: every process waits, and nobody can wake them."]
        lines += stuck.waiters.map(line)
        lines += text(of: stuck.schedule)
      }
    } else if set.isExact {
      lines.append("No outcome: no run ever ends.")
    }
    if let endless = set.endless { lines += text(of: endless) }
    if !lines.isEmpty { lines.append("") }
    lines += summary
    if let ofAnySchedule { lines += comparison(ofAnySchedule) }
    if columns != nil, lines.contains(where: { $0.hasSuffix("…") }) {
      lines += [
        "",
        "A schedule that ends in … is cut here. --format json has it whole, and so has --save FOLDER.",
      ]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What time alone keeps from happening.
  private func comparison(_ any: OutcomeSet) -> [String] {
    guard let beyond = any.outcomes(beyond: set) else { return [] }
    if beyond.isEmpty { return ["Any schedule allows the same and nothing more."] }
    let what = counted(beyond.count, "outcome")
    return [
      "", "Any schedule allows \(what) more, which the times above hide and do not prevent:", "",
    ] + rows(of: beyond)
  }

  private var rows: [String] {
    let rows = rows(of: set.outcomes)
    guard set.outcomes.contains(where: { $0.odds != nil }) else { return rows }
    return rows + [
      "", "  The odds are those of a scheduler that picks among all that can go on, each alike.",
    ]
  }

  private func rows(of outcomes: [OutcomeSet.Outcome]) -> [String] {
    let shown = outcomes.prefix(Self.mostRows)
    let width = min(60, shown.map { DisplayWidth.of($0.value) }.max() ?? 0)
    var rows = shown.map { outcome in
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(outcome.value)))
      return fitted(
        outcome.schedule, behind: "  \(outcome.value)\(padding)   \(bar(outcome.odds))")
    }
    if outcomes.count > shown.count {
      rows.append("  … and \(outcomes.count - shown.count) more")
    }
    return rows
  }

  /// The odds as a bar and in percent.
  private func bar(_ odds: Double?) -> String {
    guard let odds else { return "" }
    let cells = Int((odds * Self.barWidth).rounded())
    let bar = String(repeating: "█", count: cells)
    let room = String(repeating: " ", count: Int(Self.barWidth) - cells)
    return bar + room + " " + Self.percent(odds) + "   "
  }

  private static let barWidth = 20.0

  /// Five columns wide; what can happen is never said to be 0 %.
  static func percent(_ odds: Double) -> String {
    let tenths = Int((odds * 1000).rounded())
    let text =
      tenths == 0
      ? "<0.1%" : tenths >= 100 ? "\((tenths + 5) / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }

  private func text(of endless: EndlessRuns) -> [String] {
    var lines: [String] = []
    if let doomed = endless.doomed {
      lines += [
        "",
        "No end: from \(counted(endless.doomedStates, "state")) on no end can be reached any more; "
          + "\(doomed.processes.joined(separator: " and ")) can only go on and on.",
        way(doomed.schedule),
      ]
    }
    if let round = endless.round {
      lines += [
        "",
        "Round and round: \(round.processes.joined(separator: " and ")) may go on for ever, "
          + "though the run can end.",
        way(round.schedule),
      ]
    }
    return lines
  }

  private func way(_ schedule: Schedule) -> String {
    text(of: schedule).first ?? "  from its start on"
  }

  private func text(of schedule: Schedule) -> [String] {
    schedule.moves.isEmpty ? [] : [fitted(schedule, behind: "  schedule: ")]
  }

  /// A schedule behind what stands before it in its line. What is cut ends in `…`, so that nobody can
  /// take it for a whole one: `--schedule` does not read it.
  private func fitted(_ schedule: Schedule, behind head: String) -> String {
    let text = schedule.text
    guard let columns else { return head + text }
    let room = max(Self.fewestColumns, columns - DisplayWidth.of(head))
    return head + (text.count > room ? text.prefix(room - 1) + "…" : text)
  }

  /// That much of a schedule is shown in the narrowest terminal.
  private static let fewestColumns = 8

  /// Each kind of crash once, with the shortest way there that some outcome has.
  var crashes: [OutcomeSet.Crash] {
    var kinds: [OutcomeSet.Crash] = []
    for crash in set.outcomes.flatMap(\.crashes) {
      let (type, line) = (crash.exception.type, crash.exception.line)
      let index = kinds.firstIndex { $0.exception.type == type && $0.exception.line == line }
      guard let index else {
        kinds.append(crash)
        continue
      }
      if crash.schedule.moves.count < kinds[index].schedule.moves.count { kinds[index] = crash }
    }
    return kinds
  }

  private func text(of crash: OutcomeSet.Crash) -> String {
    let message = crash.exception.message.isEmpty ? "" : ": \(crash.exception.message)"
    return "Crash: \(crash.process) dies in line \(crash.exception.line) of "
      + "\(crash.exception.type)\(message)"
  }

  /// Each way of being stuck once: who waits where.
  var stuckReports: [StuckReport] {
    var reports: [StuckReport] = []
    for stuck in set.outcomes.compactMap(\.stuck) {
      let isKnown = reports.contains { $0.waiters.map(\.line) == stuck.waiters.map(\.line) }
      if !isKnown { reports.append(stuck) }
    }
    return reports
  }

  private func line(_ waiter: StuckReport.Waiter) -> String {
    var line = "  \(waiter.process) waits"
    if !waiter.operation.isEmpty { line += " in `\(waiter.operation)`" }
    if waiter.line > 0 { line += ", line \(waiter.line)," }
    line += " for \(waiter.reason.text)"
    if let holder = waiter.holder {
      line += "; \(holder.process) took it in line \(holder.line)"
      line += holder.hasEnded ? " and has ended" : ""
    }
    return line
  }

  private var summary: [String] {
    let effort = Self.effort(set.states, set.seconds)
    switch set.verdict {
    case .exact: return ["Exact: every interleaving was explored (\(effort))."]
    case .unsupported: return []
    case .partial(let limit):
      return [
        "Partial: \(Self.reason(limit)) (\(effort)). "
          + (set.walks > 0 ? "\(counted(set.walks, "random run")) went beyond it. " : "")
          + "What was found is real; what was not found may still be possible."
      ]
    }
  }

  static func effort(_ states: Int, _ seconds: Double) -> String {
    "\(counted(states, "state")), \(rounded(seconds)) s"
  }

  static func reason(_ limit: OutcomeSet.Limit) -> String {
    switch limit {
    case .states(let states): "the bound of \(counted(states, "state")) was met"
    case .seconds(let seconds): "the bound of \(rounded(seconds)) seconds was met"
    case .bytes(let bytes): "the bound of \(bytes >> 20) MiB was met"
    case .instructions(let process, let line):
      "\(process) computes on and on, at line \(line)"
    case .cancelled: "it was stopped"
    }
  }

  private static func rounded(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

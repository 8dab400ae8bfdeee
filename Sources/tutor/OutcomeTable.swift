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
  private let language: ReadingLanguage
  /// Schedules are cut to so many columns; nil leaves them whole.
  private let columns: Int?

  /// More outcomes than anybody reads; the others are counted.
  private static let mostRows = 100

  init(
    _ set: OutcomeSet, observe: String?, rules: WrongRules = [], ofAnySchedule: OutcomeSet? = nil,
    language: ReadingLanguage, columns: Int? = nil
  ) {
    self.set = set
    self.columns = columns
    self.ofAnySchedule = ofAnySchedule
    self.observe = observe
    self.rules = rules
    self.language = language
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  var text: String {
    var lines = rules.each.map { rule in
      let text = RuleText(rule, in: language)
      return say(.says("If \(text.condition), which is not so (\(rule.name)):"))
    }
    if !set.outcomes.isEmpty {
      lines += [say(head), ""] + rows
      for crash in crashes { lines += ["", text(of: crash)] + text(of: crash.schedule) }
      for stuck in stuckReports {
        lines += ["", say(.says("Stuck: every process waits, and nobody can wake them."))]
        lines += VerdictText(language).waits(in: stuck).map { "  " + $0 }
        lines += text(of: stuck.schedule)
      }
    } else if set.isExact {
      lines.append(say(.says("No outcome: no run ever ends.")))
    }
    if let endless = set.endless { lines += text(of: endless) }
    if !lines.isEmpty { lines.append("") }
    lines += summary
    if let ofAnySchedule { lines += comparison(ofAnySchedule) }
    if columns != nil, lines.contains(where: { $0.hasSuffix("…") }) {
      let cut = Wording.says(
        "A schedule that ends in … is cut here. --format json has it whole, and so has --save FOLDER."
      )
      lines += ["", say(cut)]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// How many outcomes there are.
  private var head: Wording {
    let count = Wording.outcomes(set.outcomes.count)
    switch (set.isExact, observe) {
    case (true, nil): return count
    case (true, let observe?): return .says("\(count) of \(observe)")
    case (false, nil): return .says("At least \(count)")
    case (false, let observe?): return .says("At least \(count) of \(observe)")
    }
  }

  /// What time alone keeps from happening.
  private func comparison(_ any: OutcomeSet) -> [String] {
    guard let beyond = any.outcomes(beyond: set) else { return [] }
    if beyond.isEmpty { return [say(.says("Any schedule allows the same and nothing more."))] }
    let what = Wording.outcomes(beyond.count)
    let more = Wording.says(
      "Any schedule allows \(what) more, which the times above hide and do not prevent:")
    return ["", say(more), ""] + rows(of: beyond)
  }

  private var rows: [String] {
    let rows = rows(of: set.outcomes)
    guard set.outcomes.contains(where: { $0.odds != nil }) else { return rows }
    let odds = Wording.says(
      "The odds are those of a scheduler that picks among all that can go on, each alike.")
    return rows + ["", "  " + say(odds)]
  }

  private func rows(of outcomes: [OutcomeSet.Outcome]) -> [String] {
    let shown = outcomes.prefix(Self.mostRows)
    let values = shown.map { $0.shown(in: language) }
    let width = min(60, values.map { DisplayWidth.of($0) }.max() ?? 0)
    var rows = zip(shown, values).flatMap { outcome, value in
      let isWide = DisplayWidth.of(value) > width
      let head = DisplayWidth.padded(isWide ? "" : value, to: width) + "   " + bar(outcome.odds)
      return (isWide ? ["  " + value] : []) + [fitted(outcome.schedule, behind: "  " + head)]
    }
    if outcomes.count > shown.count {
      rows.append("  " + say(.says("… and \(outcomes.count - shown.count) more")))
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
      let (states, names) = (Wording.states(endless.doomedStates), names(doomed.processes))
      let what = Wording.says(
        """
        No end: from \(states) on no end can be reached any more; \(names) can only go on and on.
        """)
      lines += ["", say(what), way(doomed.schedule)]
    }
    if let round = endless.round {
      let names = names(round.processes)
      let what = Wording.says(
        "Round and round: \(names) may go on for ever, though the run can end.")
      lines += ["", say(what), way(round.schedule)]
    }
    return lines
  }

  private func names(_ processes: [String]) -> String {
    processes.map(VerdictText(language).lane).joined(separator: say(.says(" and ")))
  }

  private func way(_ schedule: Schedule) -> String {
    text(of: schedule).first ?? "  " + say(.says("from its start on"))
  }

  private func text(of schedule: Schedule) -> [String] {
    schedule.moves.isEmpty ? [] : [fitted(schedule, behind: "  " + say(.says("schedule:")) + " ")]
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
    let (type, message) = (crash.exception.type, crash.exception.message)
    let error = message.isEmpty ? type : "\(type): \(message)"
    let process = VerdictText(language).lane(crash.process)
    return say(.says("Crash: \(process) dies in line \(crash.exception.line) of \(error)"))
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

  private var summary: [String] {
    let effort = Self.effort(set.states, set.seconds)
    switch set.verdict {
    case .exact: return [say(.says("Exact: every interleaving was explored (\(effort))."))]
    case .unsupported: return []
    case .partial(let limit):
      var sentences: [Wording] = [.says("Partial: \(Self.reason(limit)) (\(effort)).")]
      if set.walks > 0 {
        sentences.append(.says("\(Wording.walks(set.walks)) went beyond it."))
      }
      sentences.append(
        .says("What was found is real; what was not found may still be possible."))
      return [sentences.map(say).joined(separator: language == .english ? " " : "")]
    }
  }

  static func effort(_ states: Int, _ seconds: Double) -> Wording {
    .says("\(Wording.states(states)), \(rounded(seconds)) s")
  }

  static func reason(_ limit: OutcomeSet.Limit) -> Wording {
    switch limit {
    case .states(let states): .says("the bound of \(Wording.states(states)) was met")
    case .seconds(let seconds): .says("the bound of \(rounded(seconds)) seconds was met")
    case .bytes(let bytes): .says("the bound of \(bytes >> 20) MiB was met")
    case .instructions(let process, let line):
      .says("\(process) computes on and on, at line \(line)")
    case .cancelled: .says("it was stopped")
    }
  }

  private static func rounded(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

// What the referee found, as two tables in Markdown: the lessons' questions, and conformance programs.

import Foundation
import Model

struct RefereeTable {
  struct Row {
    var question: RefereedQuestion
    var explored: OutcomeSet
    var python = RunTally()
    var live = RunTally()
    /// How long a run really took, where the question is how long an ideal one takes.
    var seconds: Double?

    private var values: Set<String> { Set(explored.outcomes.map(\.value)) }

    /// The values seen that are not in the explored set, with what it takes to see them again.
    var outside: [String] {
      func strangers(_ tally: RunTally, _ runner: String) -> [String] {
        tally.counts.keys.filter { !values.contains($0) }.sorted().map {
          "\(runner) gave \($0) in \(tally.counts[$0] ?? 0) of \(tally.runs) runs"
            + ", first in run \(tally.firsts[$0] ?? 0)"
        }
      }
      return strangers(python, "python3") + strangers(live, "tutor run") + strangeSeconds
    }

    /// A real machine takes longer than an ideal one, but no second longer.
    private var strangeSeconds: [String] {
      guard let seconds else { return [] }
      let isNear = values.compactMap(Double.init).contains { $0 <= seconds && seconds < $0 + 1 }
      return isNear ? [] : ["python3 took \(seconds) s"]
    }

    func inside(_ tally: RunTally) -> Int {
      tally.counts.filter { values.contains($0.key) }.values.reduce(0, +)
    }
  }

  private let file: FileHandle
  private var rows: [Row] = []
  private let start = Date()

  init(_ file: FileHandle) {
    self.file = file
    write(Self.head)
  }

  mutating func add(_ row: Row) {
    rows.append(row)
    write(Self.text(of: row))
  }

  private static let head = """
    | program or lesson | question | form | explored | states | seconds | python3 inside | seen | \
    live inside |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    """

  /// More values than anybody reads in a row.
  private static let mostValues = 12

  private static func text(of row: Row) -> String {
    let set = row.explored
    let shown = set.outcomes.prefix(mostValues).map { "`\($0.value)`" }
    let rest = set.outcomes.count - shown.count
    let values = shown.joined(separator: ", ") + (rest > 0 ? ", … and \(rest) more" : "")
    let cells = [
      row.question.subject, "`\(row.question.name)`", row.question.form ?? "",
      (set.isExact ? "" : "at least ") + values, "\(set.states)",
      String(format: "%.2f", set.seconds), share(row, row.python),
      seen(row), share(row, row.live),
    ]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  private static func seen(_ row: Row) -> String {
    if let seconds = row.seconds { return String(format: "%.2f s", seconds) }
    return "\(row.python.counts.count) of \(row.explored.outcomes.count)"
  }

  /// Of an ideal machine's seconds only the clock can tell.
  private static func share(_ row: Row, _ tally: RunTally) -> String {
    tally.runs == 0 ? "–" : "\(row.inside(tally)) of \(tally.runs)"
  }

  func finish() {
    let seconds = Int(Date().timeIntervalSince(start))
    func total(_ tally: KeyPath<Row, RunTally>) -> String {
      let runs = rows.map { $0[keyPath: tally].runs }.reduce(0, +)
      let inside = rows.map { $0.inside($0[keyPath: tally]) }.reduce(0, +)
      return "\(runs) runs, \(runs - inside) outside"
    }
    write(
      "\npython3: \(total(\.python)). tutor run: \(total(\.live)). "
        + "\(rows.count) questions, \(seconds) s.")
    for row in rows {
      for line in row.outside {
        write("- \(row.question.subject), `\(row.question.name)`: \(line)")
      }
    }
  }

  private func write(_ line: String) { file.write(Data((line + "\n").utf8)) }
}

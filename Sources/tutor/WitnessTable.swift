// A schedule's steps as a table: one column a process, time from top to bottom, what was read and
// written in the cells, and a mark wherever a process is interrupted and another goes on.

import Diagnostics
import Grading
import Model

/// Draws the steps of a schedule.
struct WitnessTable {
  private struct Row {
    var line: Int
    var process: Int
    var text: String
    var isMark: Bool
  }

  private let names: [(process: Int, name: String)]
  private let rows: [Row]
  private let width: Int
  private let language: ReadingLanguage

  /// - Parameter width: columns of the terminal; where the table is wider, it becomes a list.
  init(_ steps: [ReplayStep], width: Int = 100, language: ReadingLanguage) {
    self.width = width
    self.language = language
    var names: [(process: Int, name: String)] = []
    var rows: [Row] = []
    for (index, step) in steps.enumerated() {
      if !names.contains(where: { $0.process == step.process }) {
        names.append((step.process, VerdictText(language).lane(step.name)))
      }
      let text = step.wording.text(in: language)
      rows.append(Row(line: step.line, process: step.process, text: text, isMark: false))
      if let mark = Self.interruption(after: index, in: steps) {
        let text = mark.text(in: language)
        rows.append(Row(line: 0, process: step.process, text: text, isMark: true))
      }
    }
    self.names = names.sorted { $0.process < $1.process }
    self.rows = rows
  }

  /// What the process was about to do when another went on.
  private static func interruption(after index: Int, in steps: [ReplayStep]) -> Wording? {
    let step = steps[index]
    guard index + 1 < steps.count, steps[index + 1].process != step.process,
      let next = steps[(index + 1)...].first(where: { $0.process == step.process }),
      let doing = next.interruptedWork
    else { return nil }
    return .says("· interrupted before \(doing)")
  }

  var text: String {
    let columns = names.map { column($0.process, $0.name) }
    let total = 6 + columns.reduce(0) { $0 + $1 + 2 }
    return (total <= width ? table(columns) : list).map { trimmed($0) + "\n" }.joined()
  }

  private func column(_ process: Int, _ name: String) -> Int {
    rows.filter { $0.process == process }.map { DisplayWidth.of($0.text) }
      .reduce(DisplayWidth.of(name), max)
  }

  private func table(_ columns: [Int]) -> [String] {
    let head = zip(names, columns).map { DisplayWidth.padded($0.name, to: $1 + 2) }
    return [Wording.says("line  ").text(in: language) + head.joined()]
      + rows.map { row in
        let place = names.firstIndex { $0.process == row.process } ?? 0
        let before = columns[..<place].reduce(0) { $0 + $1 + 2 }
        return number(row) + String(repeating: " ", count: before) + row.text
      }
  }

  private var list: [String] {
    let room = names.map { DisplayWidth.of($0.name) }.max() ?? 0
    return [Wording.says("line  process").text(in: language)]
      + rows.map { row in
        let name = names.first { $0.process == row.process }?.name ?? ""
        return number(row) + DisplayWidth.padded(name, to: room + 2) + row.text
      }
  }

  private func number(_ row: Row) -> String {
    let end = Wording.says("end").text(in: language)
    let text = row.isMark ? "" : row.line > 0 ? "\(row.line)" : end
    return String(repeating: " ", count: max(0, 4 - DisplayWidth.of(text))) + text + "  "
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension ReplayStep {
  /// What it was interrupted before, where it did not merely wait.
  fileprivate var interruptedWork: Wording? {
    switch operation {
    case .open(_, let truncating): truncating ? .says("emptying the file") : .says("opening")
    case .read: .says("reading")
    case .write: .says("writing")
    case .changeFolder, .remove, .rename: .says("changing the folder")
    case .look: .says("looking")
    case .release: .says("releasing the lock")
    case .count: .says("looking at the semaphore")
    case .poll: .says("asking")
    case .signal: .says("signalling")
    case .print: .says("printing")
    case .exit: .says("ending")
    case .send: .says("sending")
    case .closeEnd: .says("closing an end")
    case .put: .says("putting")
    case .lookAtQueue, .findEmpty, .findFull: .says("looking at the queue")
    case .taskDone: .says("telling that a task is done")
    case .load: .says("reading")
    case .store: .says("writing")
    case .call: .says("calling the manager")
    case .stopManager: .says("stopping the manager")
    case .acquire, .wait, .choose, .die, .receive, .awaitReady, .get, .feed, .awaitFeeder,
      .awaitTasks, .part:
      nil
    }
  }
}

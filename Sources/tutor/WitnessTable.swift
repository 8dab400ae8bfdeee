// A schedule's steps as a table: one column a process, time from top to bottom, what was read and
// written in the cells, and a mark wherever a process is interrupted and another goes on.

import Diagnostics
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

  /// - Parameter width: columns of the terminal; where the table is wider, it becomes a list.
  init(_ steps: [ReplayStep], width: Int = 100) {
    self.width = width
    var names: [(process: Int, name: String)] = []
    var rows: [Row] = []
    for (index, step) in steps.enumerated() {
      if !names.contains(where: { $0.process == step.process }) {
        names.append((step.process, step.name))
      }
      rows.append(Row(line: step.line, process: step.process, text: step.text, isMark: false))
      if let mark = Self.interruption(after: index, in: steps) {
        rows.append(Row(line: 0, process: step.process, text: mark, isMark: true))
      }
    }
    self.names = names.sorted { $0.process < $1.process }
    self.rows = rows
  }

  /// What the process was about to do when another went on.
  private static func interruption(after index: Int, in steps: [ReplayStep]) -> String? {
    let step = steps[index]
    guard index + 1 < steps.count, steps[index + 1].process != step.process,
      let next = steps[(index + 1)...].first(where: { $0.process == step.process }),
      let doing = next.interruptedWork
    else { return nil }
    return "· interrupted before \(doing)"
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
    return ["line  " + head.joined()]
      + rows.map { row in
        let place = names.firstIndex { $0.process == row.process } ?? 0
        let before = columns[..<place].reduce(0) { $0 + $1 + 2 }
        return number(row) + String(repeating: " ", count: before) + row.text
      }
  }

  private var list: [String] {
    let room = names.map { DisplayWidth.of($0.name) }.max() ?? 0
    return ["line  process"]
      + rows.map { row in
        let name = names.first { $0.process == row.process }?.name ?? ""
        return number(row) + DisplayWidth.padded(name, to: room + 2) + row.text
      }
  }

  private func number(_ row: Row) -> String {
    let text = row.isMark ? "" : row.line > 0 ? "\(row.line)" : "end"
    return String(repeating: " ", count: max(0, 4 - text.count)) + text + "  "
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension ReplayStep {
  /// What it was interrupted before, where it did not merely wait.
  fileprivate var interruptedWork: String? {
    switch operation {
    case .open(_, let truncating): truncating ? "emptying the file" : "opening"
    case .read: "reading"
    case .write: "writing"
    case .changeFolder, .remove, .rename: "changing the folder"
    case .look: "looking"
    case .release: "releasing the lock"
    case .count: "looking at the semaphore"
    case .poll: "asking"
    case .signal: "signalling"
    case .print: "printing"
    case .exit: "ending"
    case .send: "sending"
    case .closeEnd: "closing an end"
    case .put: "putting"
    case .lookAtQueue, .findEmpty, .findFull: "looking at the queue"
    case .taskDone: "telling that a task is done"
    case .load: "reading"
    case .store: "writing"
    case .call: "calling the manager"
    case .stopManager: "stopping the manager"
    case .acquire, .wait, .choose, .die, .receive, .awaitReady, .get, .feed, .awaitFeeder,
      .awaitTasks, .part:
      nil
    }
  }
}

// What Tests/Referee/site/sitecustomize.py wrote of a run → the record that observers ask.

import Foundation
import Machine
import Observation

struct RecordReader {
  private struct Entry: Decodable {
    var kind: String
    var pid: Int32
    var name: String
    var text: String?
    var function: String?
    var type: String?
    var message: String?
    var code: Int32?
    var child: Int32?
    var called: String?
  }

  private struct Known {
    var pid: Int32
    var name: String
    var code: Int32?
    var exception: ExceptionSummary?
    /// What it wrote after its last line end.
    var rest = ""
  }

  private var record = RunRecord()
  private var processes: [Known] = []

  /// - Parameter mainCode: how the main process ended; nil where the run had to be ended.
  static func record(from data: Data, mainCode: Int32?) throws -> RunRecord {
    var reader = RecordReader()
    for line in data.split(separator: UInt8(ascii: "\n")) {
      reader.take(try JSONDecoder().decode(Entry.self, from: line))
    }
    return reader.finish(mainCode: mainCode)
  }

  private mutating func take(_ entry: Entry) {
    let index = self.index(of: entry.pid)
    processes[index].name = entry.name
    switch entry.kind {
    case "wrote":
      var pieces = (processes[index].rest + (entry.text ?? "")).components(separatedBy: "\n")
      processes[index].rest = pieces.removeLast()
      record.lines += pieces.map { RunRecord.Line(process: entry.name, text: $0) }
    case "entered", "left":
      record.marks.append(
        RunRecord.Mark(
          process: entry.name, function: entry.function ?? "", entered: entry.kind == "entered"))
    case "raised":
      processes[index].exception = ExceptionSummary(
        type: entry.type ?? "", message: entry.message ?? "", line: 0)
    case "ended": processes[index].code = entry.code
    case "started":
      let child = self.index(of: entry.child ?? 0)
      if processes[child].name.isEmpty { processes[child].name = entry.called ?? "" }
    case "reaped": processes[self.index(of: entry.child ?? 0)].code = entry.code
    default: break
    }
  }

  private mutating func index(of pid: Int32) -> Int {
    if let index = processes.firstIndex(where: { $0.pid == pid }) { return index }
    processes.append(Known(pid: pid, name: ""))
    return processes.count - 1
  }

  private mutating func finish(mainCode: Int32?) -> RunRecord {
    record.isStuck = mainCode == nil
    if let main = processes.indices.first { processes[main].code = mainCode }
    for process in processes where !process.rest.isEmpty {
      record.lines.append(RunRecord.Line(process: process.name, text: process.rest))
    }
    // Whoever waits for his children after an exception has not ended with it.
    record.ends = processes.map {
      RunRecord.End(
        process: $0.name, code: $0.code, exception: $0.code == nil ? nil : $0.exception)
    }
    return record
  }
}

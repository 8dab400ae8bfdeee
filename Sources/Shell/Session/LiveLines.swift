// From a live run's steps to whole lines with the process that wrote them.

import Live
import Machine
import Observation

struct LiveLines {
  private struct Writer {
    var name: String
    var number: Int32
    /// What each stream holds after its last line end.
    var output: [UInt8] = []
    var errors: [UInt8] = []
  }

  private var writers: [ProcessID: Writer] = [:]
  /// In the order in which they started.
  private var order: [ProcessID] = []
  var processes: Int { order.count }
  private var time = 0.0

  /// The lines that a step completes.
  mutating func take(_ step: Step) -> [LiveLine] {
    time = max(time, step.time)
    switch step.what {
    case .started(let name, let number, _, _):
      guard writers[step.process] == nil else { return [] }
      writers[step.process] = Writer(name: name, number: number)
      order.append(step.process)
      return []
    case .wrote(let stream, let bytes):
      return complete(bytes, of: step.process, isError: stream == .standardError)
    default: return []
    }
  }

  private mutating func complete(
    _ bytes: [UInt8], of process: ProcessID, isError: Bool
  ) -> [LiveLine] {
    guard var writer = writers[process] else { return [] }
    var rest = (isError ? writer.errors : writer.output) + bytes
    var lines: [LiveLine] = []
    while let end = rest.firstIndex(of: 0x0A) {
      lines.append(line(Array(rest[..<end]), writer, isError))
      rest.removeSubrange(...end)
    }
    if isError { writer.errors = rest } else { writer.output = rest }
    writers[process] = writer
    return lines
  }

  /// What was left without a line end.
  func rest() -> [LiveLine] {
    order.compactMap { writers[$0] }.flatMap { writer in
      [(writer.output, false), (writer.errors, true)].filter { !$0.0.isEmpty }
        .map { line($0.0, writer, $0.1) }
    }
  }

  private func line(_ bytes: [UInt8], _ writer: Writer, _ isError: Bool) -> LiveLine {
    LiveLine(
      seconds: time, process: writer.name, number: writer.number,
      text: String(decoding: bytes, as: UTF8.self), isError: isError)
  }
}

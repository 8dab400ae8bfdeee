// From the steps of a live run to the record that observers ask.

import Glibc
import Machine
import Observation

struct RunRecorder {
  private(set) var end: RunEnd?
  private(set) var stuck: StuckRun?
  private var partial = RunRecord()
  /// By `ProcessID`, in the order of the process table.
  private var processes: [Known] = []

  private struct Known {
    var id: ProcessID
    var name: String
    var code: Int32?
    var exception: ExceptionSummary?
    /// The marked functions that it is inside.
    var inside: [String] = []
    /// What it wrote after its last line end.
    var rest: [UInt8] = []
    var errorRest: [UInt8] = []
  }

  mutating func take(_ step: Step) {
    switch step.what {
    case .started(let name, _, _, _): add(Known(id: step.process, name: name))
    case .wrote(let stream, let bytes): addOutput(bytes, to: stream, of: step.process)
    case .ended(let code, let exception):
      leaveAll(of: step.process)
      change(step.process) {
        $0.code = code
        $0.exception = exception
      }
    case .killed(let signal):
      leaveAll(of: step.process)
      // Those that the supervisor kills in the end were alive when the run got stuck.
      if stuck == nil { change(step.process) { $0.code = -signal } }
    case .entered(let function): addMark(function, entered: true, of: step.process)
    case .left(let function): addMark(function, entered: false, of: step.process)
    case .stuck(let found):
      stuck = found
      partial.isStuck = true
    case .finished(let reached): end = reached
    case .waits, .acquired, .released, .joined, .gaveUp, .signalled, .opened, .read, .wroteFile,
      .sent, .received, .closedEnd, .put, .fed, .got, .taskDone, .loaded, .stored, .called,
      .answered, .refused:
      break
    }
  }

  /// What was seen, with what each process left without a line end as its last line.
  var record: RunRecord {
    var whole = partial
    for process in processes {
      if !process.rest.isEmpty { whole.lines.append(line(process, process.rest)) }
      if !process.errorRest.isEmpty { whole.errorLines.append(line(process, process.errorRest)) }
    }
    whole.ends = processes.map {
      RunRecord.End(process: $0.name, code: $0.code, exception: $0.exception)
    }
    return whole
  }

  private func line(_ process: Known, _ bytes: [UInt8]) -> RunRecord.Line {
    RunRecord.Line(process: process.name, text: String(decoding: bytes, as: UTF8.self))
  }

  private mutating func add(_ process: Known) {
    guard !processes.contains(where: { $0.id == process.id }) else { return }
    let place = processes.firstIndex { $0.id.index > process.id.index } ?? processes.count
    processes.insert(process, at: place)
  }

  private mutating func change(_ id: ProcessID, _ body: (inout Known) -> Void) {
    guard let index = processes.firstIndex(where: { $0.id == id }) else { return }
    body(&processes[index])
  }

  private mutating func addMark(_ function: String, entered: Bool, of id: ProcessID) {
    guard let process = processes.first(where: { $0.id == id }) else { return }
    change(id) {
      if entered { $0.inside.append(function) } else { $0.inside.removeAll { $0 == function } }
    }
    partial.marks.append(
      RunRecord.Mark(process: process.name, function: function, entered: entered))
  }

  /// Whoever has ended is inside nothing.
  private mutating func leaveAll(of id: ProcessID) {
    for function in processes.first(where: { $0.id == id })?.inside ?? [] {
      addMark(function, entered: false, of: id)
    }
  }

  private mutating func addOutput(
    _ bytes: [UInt8], to stream: OutputStream, of id: ProcessID
  ) {
    guard let index = processes.firstIndex(where: { $0.id == id }) else { return }
    let process = processes[index]
    var rest = (stream == .standardOutput ? process.rest : process.errorRest) + bytes
    var lines: [RunRecord.Line] = []
    while let end = rest.firstIndex(of: 0x0A) {
      lines.append(line(process, Array(rest[..<end])))
      rest.removeSubrange(...end)
    }
    switch stream {
    case .standardOutput:
      partial.lines += lines
      processes[index].rest = rest
    case .standardError:
      partial.errorLines += lines
      processes[index].errorRest = rest
    }
  }

  /// Adds the folder's files as they are now; not those of folders inside it.
  mutating func addFiles(of path: String) {
    guard let folder = Folder(path: path), let names = try? folder.list(".") else { return }
    defer { folder.close() }
    var reading = OpenMode()
    reading.reads = true
    for name in names {
      guard let information = try? folder.information(name),
        information.st_mode & S_IFMT == S_IFREG
      else { continue }
      guard let opened = try? folder.open(name, reading) else { continue }
      defer { close(opened) }
      guard case .success(let bytes) = Descriptor(opened).read(limit: nil) else { continue }
      partial.files.append(RunRecord.File(name: name, bytes: bytes))
    }
  }
}

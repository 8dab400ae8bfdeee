// A finished run as data: what Live saw or what Model computed, in one form. Flows in: a run's
// output, exits and marks. Flows out: what an ObserveExpression asks about. It knows no source text.

import Machine

/// Everything that an observer may ask of one finished run.
package struct RunRecord: Hashable, Sendable {
  /// A whole line without its line end. A process's writes are cut into lines each on their own, so
  /// a line belongs to one process; what it leaves without a line end is its last line.
  package struct Line: Hashable, Sendable {
    /// The name of the process: `MainProcess`, `Process-1`.
    package var process: String
    package var text: String

    package init(process: String, text: String) {
      self.process = process
      self.text = text
    }
  }

  /// How one process ended.
  package struct End: Hashable, Sendable {
    package var process: String
    /// `nil` while it is alive, as in a run that is stuck.
    package var code: Int32?
    /// The exception that ended it, if one did.
    package var exception: ExceptionSummary?

    package init(process: String, code: Int32?, exception: ExceptionSummary? = nil) {
      self.process = process
      self.code = code
      self.exception = exception
    }
  }

  /// A marked function was entered or left.
  package struct Mark: Hashable, Sendable {
    package var process: String
    package var function: String
    package var entered: Bool

    package init(process: String, function: String, entered: Bool) {
      self.process = process
      self.function = function
      self.entered = entered
    }
  }

  package struct File: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Standard output, in the order in which the lines were completed.
  package var lines: [Line] = []
  /// Standard error, likewise.
  package var errorLines: [Line] = []
  /// One for each process, in the order of the process table: the main one first.
  package var ends: [End] = []
  /// The files of the folder at the end, sorted by name.
  package var files: [File] = []
  package var marks: [Mark] = []
  /// Whether it ended because everybody waited and nobody could wake them.
  package var isStuck = false
  /// How long it took on an ideal machine, where that was computed.
  package var virtualSeconds: Double?

  package init() {}

  /// The exceptions that ended a process, in the order of the process table.
  package var crashes: [End] { ends.filter { $0.exception != nil } }

  /// The main process's name, as `multiprocessing` has it.
  package static let mainProcess = "MainProcess"
}

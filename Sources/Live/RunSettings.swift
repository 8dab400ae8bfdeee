// What a live run is to do: from the command line of `tutor run`, or from the shell to its helper.

import Diagnostics
import Observation

/// A program to run, and how.
package struct RunSettings: Hashable, Sendable {
  /// The program's file.
  package var file: String
  /// Its name in tracebacks, and `sys.argv[0]`.
  package var name: String
  /// The folder whose files it may touch.
  package var folder: String
  /// `sys.argv[1:]`.
  package var arguments: [String]
  /// How many of the program's seconds pass in a real one.
  package var speed: Double
  /// The functions of which the watcher wants to know when a process is inside.
  package var markedFunctions: [String] = []
  /// The order of the processes' moves, up to where they go on as they like; nil for none at all.
  package var schedule: Schedule?
  /// The language of whoever reads what tutor says of the run.
  package var language: ReadingLanguage

  /// - Parameter folder: nil for the one that the file is in.
  package init(
    file: String, folder: String? = nil, arguments: [String] = [], speed: Double = 1,
    language: ReadingLanguage = .english
  ) {
    self.file = file
    name = file
    self.folder = folder ?? RunSettings.folder(of: file)
    self.arguments = arguments
    self.speed = speed
    self.language = language
  }

  static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}

/// Where a run's output and steps go.
struct RunOutlets {
  /// Where steps go, if anybody watches; output then becomes steps too.
  var trace: Trace?
  /// A pipe that whoever started the run writes commands to; its end ends the run.
  var control: Int32?
  /// Other descriptors that only the supervisor may keep.
  var lifeline: Int32?
}

/// What whoever started a run can tell its supervisor, one byte each.
enum RunCommandByte: UInt8 {
  /// Ctrl-C.
  case interrupt = 0x49
  case kill = 0x4B
  /// Ctrl-Z, and its end.
  case suspend = 0x53
  case resume = 0x43
}

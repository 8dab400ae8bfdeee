// Keeps schedules in a folder, a file each, for `explore --schedule` and whoever replays them later.

import Diagnostics
import Glibc
import Model

/// A folder of schedules.
struct ScheduleFolder {
  let path: String

  /// Writes a file for each outcome, each kind of crash and each way of being stuck that has a schedule.
  ///
  /// - Returns: the names of the files, or what went wrong.
  func save(_ set: OutcomeSet) -> Result<[String], Fault> {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { return .failure(fault(path)) }
    let table = OutcomeTable(set, observe: nil, language: .english)
    var files: [(name: String, schedule: String)] = []
    for (index, outcome) in set.outcomes.enumerated() {
      files.append(("\(index + 1)-\(Self.word(outcome.value))", outcome.schedule.text))
    }
    for (index, crash) in table.crashes.enumerated() {
      files.append(("crash-\(index + 1)", crash.schedule.text))
    }
    for (index, stuck) in table.stuckReports.enumerated() {
      files.append(("stuck-\(index + 1)", stuck.schedule.text))
    }
    var names: [String] = []
    for file in files where !file.schedule.isEmpty {
      let name = "\(file.name).schedule"
      guard write(file.schedule + "\n", to: "\(path)/\(name)") else {
        return .failure(fault("\(path)/\(name)"))
      }
      names.append(name)
    }
    return .success(names)
  }

  struct Fault: Error { var message: Wording }

  private func fault(_ path: String) -> Fault {
    Fault(message: .says("cannot write '\(path)': \(Wording.systemError(errno))"))
  }

  /// As much of a value as a file name takes.
  private static func word(_ value: String) -> String {
    let signs = value.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(signs.prefix(40))
  }

  private func write(_ text: String, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { return false }
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    return close(file) == 0 && count == bytes.count
  }
}

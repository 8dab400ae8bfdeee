// What an outcome is where nothing in particular is observed. Flows in: a finished run. Flows out: its
// outcome as data, and in words.

import Diagnostics
import Observation

/// What was printed in any order, who did not end with 0, and whether it got stuck.
package struct RunSummary: Hashable, Sendable {
  private struct End: Hashable {
    var process: String
    /// The exception's type, else the exit code.
    var cause: String
  }

  private let lines: [String]
  private let ends: [End]
  private let isStuck: Bool

  init(_ run: ProjectedRun) {
    lines = run.notebook.collected.map { line in
      line.count == 1 ? "'\(line.text)'" : "'\(line.text)' ×\(line.count)"
    }
    ends = run.ends.compactMap { end in
      guard let code = end.code, code != 0 else { return nil }
      return End(process: end.process, cause: end.exception?.type ?? String(code))
    }
    isStuck = run.isStuck
  }

  /// `'bought' ×2, Process-1 ends with 1, stuck`
  package func text(in language: ReadingLanguage) -> String {
    var parts = lines
    if parts.isEmpty { parts.append(Wording.says("nothing printed").text(in: language)) }
    parts += ends.map {
      Wording.says("\($0.process) ends with \($0.cause)").text(in: language)
    }
    if isStuck { parts.append(Wording.says("stuck").text(in: language)) }
    return parts.joined(separator: language == .english ? ", " : "，")
  }
}

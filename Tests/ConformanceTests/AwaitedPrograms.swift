// The programs that do not run rightly yet, as awaited.txt lists them.

import Foundation

struct AwaitedPrograms: Sendable {
  /// Paths of programs that `tutor run` does not run as expected.
  private(set) var runs: Set<String> = []
  /// Paths of programs whose outcomes are not explored as expected.
  private(set) var explorations: Set<String> = []
  /// Lines that are neither.
  private(set) var misread: [String] = []

  static let listed = AwaitedPrograms(
    ConformanceProgram.folder.appendingPathComponent("awaited.txt"))

  /// A line is `run PATH # reason` or `explore PATH # reason`.
  init(_ file: URL) {
    let data = FileManager.default.contents(atPath: file.path) ?? Data()
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      switch words.first {
      case nil: continue
      case "run" where words.count == 2: runs.insert(words[1])
      case "explore" where words.count == 2: explorations.insert(words[1])
      default: misread.append(String(line))
      }
    }
  }
}

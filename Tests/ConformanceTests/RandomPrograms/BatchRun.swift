// One program's output and traceback, without what says nothing about the language, and the first line
// in which two runs differ.

/// What a program did that ran among many.
struct BatchRun: Equatable {
  struct Difference: CustomStringConvertible {
    var python: String
    var tutor: String

    var description: String { "CPython says '\(python)', tutor says '\(tutor)'" }
  }

  /// The lines that it printed, then those of its traceback.
  private(set) var lines: [String]

  init(output: String, traceback: String) {
    lines = Self.lines(of: output) + Self.told(Self.lines(of: traceback))
    lines = lines.map(Self.withoutAddresses)
  }

  /// The first line that this run of CPython has and the other has not.
  func difference(from other: BatchRun) -> Difference? {
    let common = zip(lines, other.lines).prefix { $0 == $1 }.count
    guard common < max(lines.count, other.lines.count) else { return nil }
    func line(_ lines: [String]) -> String { common < lines.count ? lines[common] : "(the end)" }
    return Difference(python: line(lines), tutor: line(other.lines))
  }

  /// A traceback without the frames of CPython's library, which is no part of the program; without
  /// marks, which `TracebackTests` compares and CPython 3.11.2 sets otherwise than 3.11.7; and
  /// without suggestions, which CPython 3.11 gives only where nobody catches the exception.
  private static func told(_ lines: [String]) -> [String] {
    var told: [String] = []
    var isOfLibrary = false
    for line in lines where !line.hasPrefix("  hint: ") {
      if line.hasPrefix("  File ") {
        isOfLibrary = !line.contains("test.py")
      } else if !line.hasPrefix("    ") {
        isOfLibrary = false
      }
      let isMark = line.allSatisfy { " ^~".contains($0) }
      if isOfLibrary || isMark { continue }
      told.append(line.components(separatedBy: ". Did you mean: ")[0])
    }
    return told
  }

  private static func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }

  private static func withoutAddresses(_ line: String) -> String {
    line.replacing(/0x[0-9a-f]+/, with: "0x…")
  }
}

// A program of Tests/Conformance and what its comments expect of it. README.md there describes the
// comments. Flows in: the file. Flows out: expectations as data; nothing here runs anything.

import Foundation
import Testing

struct ConformanceProgram: Sendable, CustomTestStringConvertible {
  /// Its path in the folder of programs: `locks/printed.py`.
  let path: String
  let text: String
  let expected: Expectations

  var testDescription: String { path }
  var name: String { String(path.split(separator: "/").last ?? "") }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Conformance")

  /// All programs, by path.
  static let all: [ConformanceProgram] = {
    let files = FileManager.default.subpaths(atPath: folder.path) ?? []
    return files.filter { $0.hasSuffix(".py") }.sorted().map { path in
      let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
      let text = String(decoding: data ?? Data(), as: UTF8.self)
      return ConformanceProgram(path: path, text: text, expected: Expectations(of: text))
    }
  }()
}

struct Expectations: Sendable {
  /// A text that belongs to a line of the program, from 1.
  struct Marked: Sendable {
    var line: Int
    var text: String
  }

  /// All lines of standard output.
  var output: [String] = []
  /// The last line of the exception that ends the main process.
  var error: String?
  var exit: Int32 = 0
  /// Lines of standard error, in order; others may stand between. `…` is anything.
  var errorLines: [String] = []
  var syntaxError: Marked?
  /// What tutor refuses before anything runs.
  var refusal: Marked?
  var isStuck = false
  var observe: String?
  /// As `repr` shows them.
  var outcomes: [String]?
  /// Whether the output differs from run to run.
  var varies = false

  init(of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line == "# chance" { varies = true }
      if let rest = Self.suffix(of: line, after: "# observe: "), line.first == "#" {
        observe = rest
      }
      guard let start = line.range(of: "# expect", options: .backwards) else { continue }
      let comment = line[start.upperBound...]
      guard let colon = comment.firstIndex(of: ":") else {
        if comment == " stuck" { isStuck = true }
        continue
      }
      let value = String(comment[comment.index(after: colon)...].dropFirst())
      add(String(comment[..<colon]), value, line: index + 1)
    }
    if error != nil || syntaxError != nil { exit = 1 }
  }

  private mutating func add(_ kind: String, _ value: String, line: Int) {
    switch kind {
    case "": output.append(value)
    case " error": error = value
    case " exit": exit = Int32(value) ?? -1
    case " stderr": errorLines.append(value)
    case " syntax error": syntaxError = Marked(line: line, text: value)
    case " refused": refusal = Marked(line: line, text: value)
    case " outcomes": outcomes = Self.elements(of: value)
    default: error = "the comment '# expect\(kind):' has no meaning"
    }
  }

  private static func suffix(of line: Substring, after prefix: String) -> String? {
    line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : nil
  }

  /// The elements of `{A, B}`, as they are written.
  static func elements(of set: String) -> [String] {
    var elements: [String] = []
    var current = ""
    var depth = 0
    var quote: Character?
    for character in set.dropFirst().dropLast() {
      if let open = quote {
        if character == open { quote = nil }
      } else {
        switch character {
        case "'", "\"": quote = character
        case "(", "[", "{": depth += 1
        case ")", "]", "}": depth -= 1
        case "," where depth == 0:
          elements.append(current.trimmingCharacters(in: .whitespaces))
          current = ""
          continue
        default: break
        }
      }
      current.append(character)
    }
    let last = current.trimmingCharacters(in: .whitespaces)
    return last.isEmpty ? elements : elements + [last]
  }
}

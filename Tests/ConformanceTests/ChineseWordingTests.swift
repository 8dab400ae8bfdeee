// Every sentence that tutor can say of a fault, a run or an exploration has its Chinese, and no Chinese is
// left of one that tutor no longer says. The sentences are read from the sources: `.says` takes a literal,
// so each of its calls shows one.

import Diagnostics
import Foundation
import Language
import Machine
import Testing

@Suite struct ChineseWordingTests {
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  /// The templates of all calls of `.says`, and the texts after it that are no literal.
  private static let said: (templates: Set<String>, others: [String]) = {
    var said: (templates: Set<String>, others: [String]) = ([], [])
    let files = FileManager.default.enumerator(atPath: sources.path)
    while let path = files?.nextObject() as? String {
      let file = sources.appendingPathComponent(path)
      guard path.hasSuffix(".swift"), let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("///") }.joined(separator: "\n")
      for call in code.components(separatedBy: ".says(").dropFirst() {
        var literal = SwiftLiteral(call)
        if let template = literal.template() {
          said.templates.insert(template)
        } else {
          said.others.append("\(path): \(call.prefix(60))")
        }
      }
    }
    return said
  }()

  /// The texts of tables, which `.listed` takes: what to write instead, and what to do about exceptions.
  private static var hints: Set<String> {
    let environment = Library.standard.environment
    let refused = [environment.refused] + environment.modules.values.map(\.refused)
    return Set(refused.flatMap(\.values) + Hint.all.map(\.text))
  }

  @Test func sentencesAreLiterals() {
    #expect(Self.said.others.isEmpty)
    #expect(Self.said.templates.count > 200)
  }

  @Test func everySentenceIsTranslated() {
    for template in Self.said.templates.sorted() {
      #expect(ChineseWordings.table[template] != nil, "\(template)")
    }
  }

  /// Python is the same in both languages.
  @Test func everyHintOfTheLibraryIsTranslated() {
    for hint in Self.hints.sorted() where ChineseWordings.table[hint] == nil {
      guard case .failure = Parser.parse(SourceText(name: "", text: hint + "\n")) else { continue }
      Issue.record("\(hint)")
    }
  }

  @Test func everyTranslationIsOfASentence() {
    let known = Self.said.templates.union(Self.hints).union(ChineseWordings.foreign)
    for template in ChineseWordings.table.keys.sorted() {
      #expect(known.contains(template), "\(template)")
    }
  }

  @Test func translationsHaveTheSamePlaces() {
    for (template, chinese) in ChineseWordings.table {
      #expect(Self.places(template) == Self.places(chinese), "\(template)")
    }
  }

  private static func places(_ text: String) -> [String] {
    text.matches(of: /\{\d+\}/).map { String($0.output) }.sorted()
  }

  @Test(arguments: [
    (#""plain")"#, "plain"), (#""a \(b) c \(d.map { "\($0)" }(x))")"#, "a {1} c {2}"),
    (#"  "\"quoted\" \\ \n")"#, "\"quoted\" \\ \n"),
    ("\n    \"\"\"\n    one \\\n    two\n    three \\(x)\n    \"\"\")", "one two\nthree {1}"),
  ])
  func aLiteralIsRead(source: String, template: String) {
    var literal = SwiftLiteral(source)
    #expect(literal.template() == template)
  }

  @Test(arguments: ["text)", "a ? \"b\" : \"c\")"])
  func whatIsNoLiteralIsNotRead(source: String) {
    var literal = SwiftLiteral(source)
    #expect(literal.template() == nil)
  }
}

/// A string literal at the beginning of a piece of Swift, read as far as ours go.
private struct SwiftLiteral {
  private var rest: Substring

  init(_ source: String) { rest = source.drop { $0.isWhitespace } }

  /// The literal with `{1}`, `{2}` … for what is interpolated; nil where there is none.
  mutating func template() -> String? {
    guard rest.first == "\"" else { return nil }
    guard rest.hasPrefix("\"\"\"") else {
      rest.removeFirst()
      return content(until: "\"")
    }
    rest = rest.dropFirst(3)
    guard let text = content(until: "\"\"\"") else { return nil }
    // The last line holds nothing but the indentation of all.
    let indentation = text.reversed().prefix { $0 == " " }.count
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
    return lines.map { $0.dropFirst(indentation) }.joined(separator: "\n")
      .replacingOccurrences(of: "\u{0}" + String(repeating: " ", count: indentation), with: "")
  }

  private mutating func content(until end: String) -> String? {
    var text = ""
    var places = 0
    while !rest.hasPrefix(end) {
      guard let character = rest.popFirst() else { return nil }
      guard character == "\\" else {
        text.append(character)
        continue
      }
      switch rest.popFirst() {
      case "(":
        places += 1
        text += "{\(places)}"
        guard skipCode() else { return nil }
      case "n": text += "\n"
      // A line that goes on in the next one.
      case "\n": text += "\u{0}"
      case let escaped?: text.append(escaped)
      case nil: return nil
      }
    }
    rest = rest.dropFirst(end.count)
    return text
  }

  /// Passes over code up to the parenthesis that closes it.
  private mutating func skipCode() -> Bool {
    var depth = 1
    while depth > 0 {
      if rest.first == "\"" {
        guard template() != nil else { return false }
        continue
      }
      guard let character = rest.popFirst() else { return false }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
    }
    return true
  }
}

// One record of YAML read key by key. It refuses keys that it does not know, and collects every fault
// instead of stopping at the first.

import Diagnostics

/// Reads one record: a front matter, a live block, or an entry of a list in one.
struct BlockReader {
  let file: LessonFile
  /// How faults name it: `predict`, `the front matter`.
  let name: Wording
  let line: Int
  private let entries: [YamlNode.Entry]
  /// The known keys that misspelt ones stand for: each is complained of once.
  private var misspelt: Set<String> = []
  private(set) var faults: [CourseFault] = []

  /// A reader of `node`, which must be a record with no other than the `known` keys. No node is an
  /// empty record.
  init(_ node: YamlNode?, name: Wording, file: LessonFile, line: Int, known: [String]) {
    self.file = file
    self.name = name
    self.line = line
    guard let node else {
      entries = []
      return
    }
    guard case .record(let entries) = node.content else {
      self.entries = []
      faults = [
        file.fault(
          .says("\(name) needs keys, and this is \(node.kind)."), line: node.line,
          hint: known.first.map { .says("write '\($0): …'") })
      ]
      return
    }
    self.entries = entries
    for entry in entries where !known.contains(entry.key) {
      let near = Spelling.nearest(to: entry.key, among: known)
      if let near { misspelt.insert(near) }
      faults.append(
        file.fault(
          .says("\(name) has no key '\(entry.key)'."), line: entry.line,
          note: near == nil ? .says("Its keys are \(known).") : nil,
          hint: near.map { .says("did you mean '\($0)'?") }))
    }
  }

  func node(_ key: String) -> YamlNode? {
    entries.first { $0.key == key }?.value
  }

  /// Where a key stands, or where the record starts.
  func line(of key: String) -> Int {
    entries.first { $0.key == key }?.line ?? line
  }

  /// Reports a fault that authors meet, whose words are English in every language.
  mutating func report(_ message: String, at key: String? = nil, hint: String? = nil) {
    report(.fixed(message), at: key, hint: hint.map(Wording.fixed))
  }

  mutating func report(_ message: Wording, at key: String? = nil, hint: Wording? = nil) {
    faults.append(file.fault(message, line: key.map(line(of:)) ?? line, hint: hint))
  }

  mutating func add(_ more: [CourseFault]) {
    faults += more
  }

  // MARK: Values

  /// A text that must be there and not be empty.
  mutating func neededText(_ key: String, hint: Wording? = nil) -> String? {
    guard node(key) != nil else {
      if !misspelt.contains(key), faults.isEmpty || !entries.isEmpty {
        report(.says("\(name) needs a key '\(key)'."), hint: hint ?? .says("write '\(key): …'"))
      }
      return nil
    }
    guard let text = text(key) else { return nil }
    guard !text.isEmpty else {
      report(.says("'\(key)' is empty."), at: key, hint: hint)
      return nil
    }
    return text
  }

  /// A text, without white space around it.
  mutating func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text) = node.content else {
      report(
        .says("'\(key)' must be a text, and this is \(node.kind)."), at: key,
        hint: .says("put the text into quotes"))
      return nil
    }
    return text.trimmed
  }

  /// A name that people type: letters, digits, `-` and `_`.
  mutating func neededName(_ key: String, example: String) -> String? {
    guard let text = neededText(key, hint: .says("write '\(key): \(example)'")) else { return nil }
    guard Self.isName(text) else {
      report(
        .says("'\(text)' is no name: letters, digits, '-' and '_' make one."), at: key,
        hint: .says("write '\(key): \(example)'"))
      return nil
    }
    return text
  }

  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64 && text.first != "-"
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// A list of texts; a single text is a list of one.
  mutating func texts(_ key: String) -> [String] {
    guard let node = node(key) else { return [] }
    return texts(node, key: key)
  }

  private mutating func texts(_ node: YamlNode, key: String) -> [String] {
    switch node.content {
    case .scalar(let text):
      return text.trimmed.isEmpty ? [] : [text.trimmed]
    case .list(let items):
      return items.compactMap { item in
        guard case .scalar(let text) = item.content else {
          faults.append(
            file.fault(
              .says("'\(key)' is a list of texts, and this is \(item.kind)."), line: item.line,
              hint: .says("put a text that has ': ' in it into quotes")))
          return nil
        }
        return text.trimmed
      }
    case .record:
      report(
        .says("'\(key)' must be a list of texts, and this is \(node.kind)."), at: key,
        hint: .says("start each with '- ', and put a text that has ': ' in it into quotes"))
      return []
    }
  }

  /// A whole number within `range`.
  mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      let (low, high) = (range.lowerBound, range.upperBound)
      report(
        .says("'\(key)' must be a number from \(low) to \(high), not '\(text)'."), at: key,
        hint: .says("write '\(key): \(low)'"))
      return nil
    }
    return number
  }

  /// A factor above 0, at most 100000.
  mutating func factor(_ key: String) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), number.isFinite, number > 0, number <= 100_000 else {
      report(
        .says("'\(key)' must be a number above 0, not '\(text)'."), at: key,
        hint: .says("write '\(key): 10'"))
      return nil
    }
    return number
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(.says("'\(key)' must be true or false, not '\(text)'."), at: key)
      return nil
    }
  }

  /// One of `words`.
  mutating func word(_ key: String, among words: [String]) -> String? {
    guard let text = text(key) else { return nil }
    guard words.contains(text) else {
      let near = Spelling.nearest(to: text, among: words)
      report(
        .says("'\(key)' is one of \(words), not '\(text)'."), at: key,
        hint: near.map { .says("write '\(key): \($0)'") })
      return nil
    }
    return text
  }

  /// Constants and the values that they take, from a record `with`.
  mutating func variations(_ key: String = "with") -> [Variation] {
    guard let node = node(key) else { return [] }
    guard case .record(let entries) = node.content else {
      report(
        .says("'\(key)' sets constants by name."), at: key,
        hint: .says("write '\(key): {BUYERS: 3}'"))
      return []
    }
    return entries.compactMap { entry in
      guard case .list(let items) = entry.value.content else {
        return Variation(name: entry.key, values: [PythonLiteral.text(of: entry.value)])
      }
      guard !items.isEmpty else {
        faults.append(
          file.fault(
            .says("'\(entry.key)' has no value."), line: entry.line,
            hint: .says("write '\(entry.key): 3'")))
        return nil
      }
      return Variation(name: entry.key, values: items.map(PythonLiteral.text(of:)))
    }
  }
}

/// YAML values as Python literals. A value is written as in Python, in YAML's quotes or without; a word
/// that is no literal is a text.
enum PythonLiteral {
  static func text(of node: YamlNode) -> String {
    switch node.content {
    case .scalar(let text): return literal(text.trimmed)
    case .list(let items):
      return "[" + items.map(text(of:)).joined(separator: ", ") + "]"
    case .record(let entries):
      let pairs = entries.map { "\(literal($0.key)): \(text(of: $0.value))" }
      return "{" + pairs.joined(separator: ", ") + "}"
    }
  }

  /// A number, a Python word or a literal as it is, else a quoted text.
  private static func literal(_ text: String) -> String {
    switch text {
    case "true", "True": return "True"
    case "false", "False": return "False"
    case "null", "~", "None": return "None"
    default: break
    }
    if let number = Double(text), number.isFinite { return text }
    if let first = text.first, "([{'\"".contains(first) { return text }
    return quote(text)
  }

  private static func quote(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "'": result += "\\'"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}

extension StringProtocol {
  /// Without white space and line ends at both ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

// One record of YAML read key by key. It refuses keys that it does not know, and collects every fault
// instead of stopping at the first.

import Diagnostics

/// Reads one record: a front matter, a live block, or an entry of a list in one.
struct BlockReader {
  let file: LessonFile
  /// How faults name it: `predict`, `the front matter`.
  let name: String
  let line: Int
  private let entries: [YamlNode.Entry]
  /// The known keys that misspelt ones stand for: each is complained of once.
  private var misspelt: Set<String> = []
  private(set) var faults: [CourseFault] = []

  /// A reader of `node`, which must be a record with no other than the `known` keys. No node is an
  /// empty record.
  init(_ node: YamlNode?, name: String, file: LessonFile, line: Int, known: [String]) {
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
          "\(name) needs keys, and this is \(node.kind).", line: node.line,
          hint: known.first.map { "write '\($0): …'" })
      ]
      return
    }
    self.entries = entries
    for entry in entries where !known.contains(entry.key) {
      let near = Spelling.nearest(to: entry.key, among: known)
      if let near { misspelt.insert(near) }
      faults.append(
        file.fault(
          "\(name) has no key '\(entry.key)'.", line: entry.line,
          note: near == nil ? "Its keys are \(known.joined(separator: ", "))." : nil,
          hint: near.map { "did you mean '\($0)'?" }))
    }
  }

  func node(_ key: String) -> YamlNode? {
    entries.first { $0.key == key }?.value
  }

  /// Where a key stands, or where the record starts.
  func line(of key: String) -> Int {
    entries.first { $0.key == key }?.line ?? line
  }

  mutating func report(_ message: String, at key: String? = nil, hint: String? = nil) {
    faults.append(file.fault(message, line: key.map(line(of:)) ?? line, hint: hint))
  }

  mutating func add(_ more: [CourseFault]) {
    faults += more
  }

  // MARK: Values

  /// A text that must be there and not be empty.
  mutating func neededText(_ key: String, hint: String? = nil) -> String? {
    guard node(key) != nil else {
      if !misspelt.contains(key), faults.isEmpty || !entries.isEmpty {
        report("\(name) needs a key '\(key)'.", hint: hint ?? "write '\(key): …'")
      }
      return nil
    }
    guard let text = text(key) else { return nil }
    guard !text.isEmpty else {
      report("'\(key)' is empty.", at: key, hint: hint)
      return nil
    }
    return text
  }

  /// A text, without white space around it.
  mutating func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text) = node.content else {
      report(
        "'\(key)' must be a text, and this is \(node.kind).", at: key,
        hint: "put the text into quotes")
      return nil
    }
    return text.trimmed
  }

  /// A name that people type: letters, digits, `-` and `_`.
  mutating func neededName(_ key: String, example: String) -> String? {
    guard let text = neededText(key, hint: "write '\(key): \(example)'") else { return nil }
    guard Self.isName(text) else {
      report(
        "'\(text)' is no name: letters, digits, '-' and '_' make one.", at: key,
        hint: "write '\(key): \(example)'")
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
              "'\(key)' is a list of texts, and this is \(item.kind).", line: item.line,
              hint: "put a text that has ': ' in it into quotes"))
          return nil
        }
        return text.trimmed
      }
    case .record:
      report(
        "'\(key)' must be a list of texts, and this is \(node.kind).", at: key,
        hint: "start each with '- ', and put a text that has ': ' in it into quotes")
      return []
    }
  }

  /// A whole number within `range`.
  mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        "'\(key)' must be a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'.",
        at: key, hint: "write '\(key): \(range.lowerBound)'")
      return nil
    }
    return number
  }

  /// A factor above 0, at most 100000.
  mutating func factor(_ key: String) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), number.isFinite, number > 0, number <= 100_000 else {
      report(
        "'\(key)' must be a number above 0, not '\(text)'.", at: key, hint: "write '\(key): 10'")
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
      report("'\(key)' must be true or false, not '\(text)'.", at: key)
      return nil
    }
  }

  /// One of `words`.
  mutating func word(_ key: String, among words: [String]) -> String? {
    guard let text = text(key) else { return nil }
    guard words.contains(text) else {
      let near = Spelling.nearest(to: text, among: words)
      report(
        "'\(key)' is one of \(words.joined(separator: ", ")), not '\(text)'.", at: key,
        hint: near.map { "write '\(key): \($0)'" })
      return nil
    }
    return text
  }

  /// Constants and the values that they take, from a record `with`.
  mutating func variations(_ key: String = "with") -> [Variation] {
    guard let node = node(key) else { return [] }
    guard case .record(let entries) = node.content else {
      report("'\(key)' sets constants by name.", at: key, hint: "write '\(key): {BUYERS: 3}'")
      return []
    }
    return entries.compactMap { entry in
      guard case .list(let items) = entry.value.content else {
        return Variation(name: entry.key, values: [PythonLiteral.text(of: entry.value)])
      }
      guard !items.isEmpty else {
        faults.append(
          file.fault(
            "'\(entry.key)' has no value.", line: entry.line, hint: "write '\(entry.key): 3'"))
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

// One value of an observation, as an outcome shows it (`repr`) or as a person names it. Flows in:
// Python literals and people's words. Flows out: values that can be compared leniently: case, width
// and spaces of a text never tell two apart, nor does a list from a tuple.

/// A value that can occur, or that somebody says can occur.
package indirect enum AnswerValue: Hashable, Sendable {
  case nothing
  case truth(Bool)
  case integer(Int)
  case real(Double)
  case text(String)
  /// A list or a tuple.
  case list([AnswerValue])
  /// A set; its order is that of its keys.
  case set([AnswerValue])
  /// A literal of another kind, as it is written.
  case other(String)

  package enum Kind: Hashable, Sendable { case nothing, truth, number, text, collection, other }

  package var kind: Kind {
    switch self {
    case .nothing: .nothing
    case .truth: .truth
    case .integer, .real: .number
    case .text: .text
    case .list, .set: .collection
    case .other: .other
    }
  }

  /// The value of an outcome; never fails.
  package init(repr: String) {
    self = Self.parse(repr) ?? .other(repr)
  }

  /// The texts of a list of texts: the lines that a run has shown.
  package var texts: [String] {
    guard case .list(let items) = self else { return [] }
    return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// Two values with the same key are the same answer.
  package var key: String {
    switch self {
    case .nothing: "nothing"
    case .truth(let truth): truth ? "true" : "false"
    case .integer(let number): "n\(number)"
    case .real(let number):
      // 2.0 and 2 are the same number to a person.
      Int(exactly: number).map { "n\($0)" } ?? "n\(number)"
    case .text(let text): "t" + AnswerText.folded(text)
    case .list(let items): "[" + items.map(\.key).joined(separator: ",") + "]"
    case .set(let items): "{" + items.map(\.key).sorted().joined(separator: ",") + "}"
    case .other(let text): "o" + AnswerText.folded(text)
    }
  }

  /// What Python's `bool` makes of it.
  package var isTrue: Bool {
    switch self {
    case .nothing: false
    case .truth(let truth): truth
    case .integer(let number): number != 0
    case .real(let number): number != 0
    case .text(let text): !text.isEmpty
    case .list(let items), .set(let items): !items.isEmpty
    case .other: true
    }
  }

  /// The value in a sentence: texts in quotes, the rest as Python writes it.
  package var shown: String {
    switch self {
    case .nothing: "None"
    case .truth(let truth): truth ? "True" : "False"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .list(let items): "[" + items.map(\.shown).joined(separator: ", ") + "]"
    case .set(let items): "{" + items.map(\.shown).joined(separator: ", ") + "}"
    case .other(let text): text
    }
  }

  /// The value of a Python literal; nil where it is none.
  package static func parse(_ literal: String) -> AnswerValue? {
    var parser = LiteralParser(literal)
    return parser.whole()
  }

  /// The values of a Python display of several, with or without brackets around it; nil where it is
  /// none: `['a', 'b']`, `'a', 'b'`.
  package static func parseSeveral(_ literal: String) -> [AnswerValue]? {
    switch parse(literal) {
    case .list(let items), .set(let items): return items
    case nil:
      guard case .list(let items) = parse("(" + literal + ",)") else { return nil }
      return items
    case .some: return nil
    }
  }
}

/// Reads Python literals as `repr` writes them.
private struct LiteralParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func whole() -> AnswerValue? {
    guard scalars.count <= 1 << 20, let value = value() else { return nil }
    skipSpaces()
    return index == scalars.count ? value : nil
  }

  private mutating func skipSpaces() {
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard index < scalars.count, scalars[index] == scalar else { return false }
    index += 1
    return true
  }

  private mutating func value() -> AnswerValue? {
    skipSpaces()
    guard index < scalars.count, depth < 32 else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch scalars[index] {
    case "'", "\"": return string().map(AnswerValue.text)
    case "[": return items(until: "]").map(AnswerValue.list)
    case "(": return tuple()
    case "{": return braces()
    default: return word()
    }
  }

  private mutating func items(until close: Unicode.Scalar) -> [AnswerValue]? {
    index += 1
    var items: [AnswerValue] = []
    while !take(close) {
      guard items.isEmpty || take(",") else { return nil }
      if take(close) { break }
      guard let item = value() else { return nil }
      items.append(item)
    }
    return items
  }

  /// A tuple, or one value in parentheses.
  private mutating func tuple() -> AnswerValue? {
    let start = index
    guard let items = items(until: ")") else { return nil }
    let inside = scalars[(start + 1)..<(index - 1)].last { !$0.properties.isWhitespace }
    return items.count == 1 && inside != "," ? items[0] : .list(items)
  }

  /// A set; a dict stays as it is written, for nobody names one word by word.
  private mutating func braces() -> AnswerValue? {
    let start = index
    if let items = items(until: "}") {
      return items.isEmpty ? .other("{}") : .set(items.sorted { $0.key < $1.key })
    }
    guard scalars.last == "}", depth == 1 else { return nil }
    index = scalars.count
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start...])
    return .other(String(text))
  }

  private mutating func string() -> String? {
    let quote = scalars[index]
    index += 1
    var text = String.UnicodeScalarView()
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == quote { return String(text) }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard let escaped = escape() else { return nil }
      text.append(escaped)
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "x": return hexadecimal(2)
    case "u": return hexadecimal(4)
    case "U": return hexadecimal(8)
    default: return scalar
    }
  }

  private mutating func hexadecimal(_ count: Int) -> Unicode.Scalar? {
    guard index + count <= scalars.count else { return nil }
    var digits = String.UnicodeScalarView()
    digits.append(contentsOf: scalars[index..<(index + count)])
    index += count
    return UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
  }

  private mutating func word() -> AnswerValue? {
    let start = index
    while index < scalars.count, !",]})".unicodeScalars.contains(scalars[index]),
      !scalars[index].properties.isWhitespace
    {
      index += 1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<index])
    let text = String(view)
    switch text {
    case "None": return .nothing
    case "True": return .truth(true)
    case "False": return .truth(false)
    default: break
    }
    if let number = Int(text) { return .integer(number) }
    guard let first = text.first, first.isNumber || "+-.".contains(first),
      let number = Double(text), number.isFinite
    else { return nil }
    return .real(number)
  }
}

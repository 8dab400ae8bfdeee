// What tutor says of a fault, as data: an English sentence and what is filled in. Flows in: an
// interpolated literal, where the fault is found. Flows out: the sentence in a reader's language, which
// only the last step knows; the Chinese sentences are in ChineseWordings.

/// A sentence of tutor's own, or a text that is the same in every language.
package struct Wording: Hashable, Sendable {
  /// In English, with `{1}`, `{2}` … in the places of the arguments.
  package let template: String
  private let arguments: [Argument]

  fileprivate enum Argument: Hashable, Sendable {
    case text(String)
    case list([String])
    case wording(Wording)

    func text(in language: ReadingLanguage) -> String {
      switch self {
      case .text(let text): text
      case .list(let texts): texts.joined(separator: language == .english ? ", " : "、")
      case .wording(let wording): wording.text(in: language)
      }
    }
  }

  /// `.says("the module '\(name)' is not part of tutor's Python")`, of which the template is `the
  /// module '{1}' is not part of tutor's Python`.
  package static func says(_ sentence: Sentence) -> Wording {
    Wording(template: sentence.template, arguments: sentence.arguments)
  }

  /// A sentence that stands in a table of its own, such as a hint of the library's.
  package static func listed(_ sentence: String) -> Wording {
    Wording(template: sentence, arguments: [])
  }

  /// A text that is the same in every language: CPython's message, code to type, a name.
  package static func fixed(_ text: String) -> Wording {
    Wording(template: "{1}", arguments: [.text(text)])
  }

  /// The sentence with its arguments; English where the language has no other.
  package func text(in language: ReadingLanguage) -> String {
    switch language {
    case .english: filled(template, language)
    case .chinese: filled(ChineseWordings.table[template] ?? template, language)
    }
  }

  private func filled(_ template: String, _ language: ReadingLanguage) -> String {
    guard !arguments.isEmpty else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let number = Int(rest[rest.index(after: open)..<close]) ?? 0
      result += rest[..<open]
      rest = rest[open...]
      let place = rest.prefix(through: close)
      rest = rest[rest.index(after: close)...]
      guard (1...arguments.count).contains(number) else {
        result += place
        continue
      }
      let argument = arguments[number - 1].text(in: language)
      // Chinese has a space beside Latin letters only.
      if Self.isWide(argument.first), result.last == " ", Self.isWide(result.dropLast().last) {
        result.removeLast()
      }
      if Self.isWide(argument.last), rest.first == " ", Self.isWide(rest.dropFirst().first) {
        rest.removeFirst()
      }
      result += argument
    }
    return result + rest
  }

  private static func isWide(_ character: Character?) -> Bool {
    character.map { DisplayWidth.of($0) == 2 } ?? false
  }

  /// A literal whose interpolated values are kept apart from its words.
  package struct Sentence: ExpressibleByStringInterpolation {
    fileprivate let template: String
    fileprivate let arguments: [Argument]

    package init(stringLiteral text: String) {
      template = text
      arguments = []
    }

    package init(stringInterpolation parts: Parts) {
      template = parts.template
      arguments = parts.arguments
    }

    package struct Parts: StringInterpolationProtocol {
      fileprivate var template = ""
      fileprivate var arguments: [Argument] = []

      package init(literalCapacity: Int, interpolationCount: Int) {}

      package mutating func appendLiteral(_ text: String) { template += text }

      package mutating func appendInterpolation(_ value: some Any) { append(.text("\(value)")) }

      package mutating func appendInterpolation(_ texts: [String]) { append(.list(texts)) }

      /// A sentence within the sentence, in the same language.
      package mutating func appendInterpolation(_ wording: Wording) { append(.wording(wording)) }

      private mutating func append(_ argument: Argument) {
        arguments.append(argument)
        template += "{\(arguments.count)}"
      }
    }
  }
}

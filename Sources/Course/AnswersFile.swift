// `answers.yaml`: what somebody predicted, in a file that tutor writes and people write by hand. Flows
// in: the file's bytes, or predictions. Flows out: predictions with their lines, or the file's text.
// What the predictions mean is Grading's to say.
//
//     answers:
//       - lesson: last-ticket
//         question: sold
//         prediction: 1-4

import Diagnostics

/// Predictions as they are handed in.
package struct AnswersFile: Hashable, Sendable {
  /// The name that it has in a submission.
  package static let name = "answers.yaml"

  /// One prediction. The keys of an entry of `answers`: `lesson`, `question`, `prediction` (all
  /// needed), and `with`, the constants of a variant other than the first.
  package struct Entry: Hashable, Sendable {
    package var lesson: String
    package var question: String
    /// As it was typed.
    package var prediction: String
    package var constants: [Constant]
    package var line: Int

    package init(
      lesson: String, question: String, prediction: String, constants: [Constant] = [],
      line: Int = 1
    ) {
      self.lesson = lesson
      self.question = question
      self.prediction = prediction
      self.constants = constants
      self.line = line
    }
  }

  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  // MARK: Reading

  /// The predictions in a file, and all that is wrong with it; an entry with a fault is left out.
  ///
  /// The file is a record with the key `answers`, or the list alone. `format` may say 1.
  ///
  /// - Parameter name: how faults call the file.
  package static func read(
    _ bytes: [UInt8], name: String = name
  ) -> (file: AnswersFile, faults: [CourseFault]) {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      let fault = CourseFault(
        file: name,
        diagnostic: Diagnostic(
          .input, .says("This is not a text in UTF-8."), at: nil,
          hint: .says("save it in the encoding UTF-8")))
      return (AnswersFile(entries: []), [fault])
    }
    let file = LessonFile(name: name, source: SourceText(name: name, text: text))
    switch YamlNode.parse(text, in: file, firstLine: 1) {
    case .failure(let fault): return (AnswersFile(entries: []), [fault])
    case .success(let node):
      var faults: [CourseFault] = []
      let entries = self.entries(node, in: file, &faults)
      return (AnswersFile(entries: entries), faults)
    }
  }

  private static func entries(
    _ node: YamlNode?, in file: LessonFile, _ faults: inout [CourseFault]
  ) -> [Entry] {
    if case .list(let items)? = node?.content { return entries(items, in: file, &faults) }
    var reader = BlockReader(
      node, name: .says("The file"), file: file, line: 1, known: ["format", "answers"])
    if let format = reader.text("format"), format != "1" {
      reader.report(.says("This tutor reads answers of format 1, not '\(format)'."), at: "format")
    }
    guard let answers = reader.node("answers") else {
      if reader.faults.isEmpty {
        reader.report(
          .says("The file has no key 'answers'."),
          hint: .says(
            "write 'answers:' and below it '- lesson: …', 'question: …', 'prediction: …'"))
      }
      faults += reader.faults
      return []
    }
    guard case .list(let items) = answers.content else {
      let isEmpty = if case .scalar("") = answers.content { true } else { false }
      if !isEmpty {
        reader.report(
          .says("'answers' must be a list, and this is \(answers.kind)."), at: "answers",
          hint: .says("start each answer with '- '"))
      }
      faults += reader.faults
      return []
    }
    faults += reader.faults
    return entries(items, in: file, &faults)
  }

  private static func entries(
    _ items: [YamlNode], in file: LessonFile, _ faults: inout [CourseFault]
  ) -> [Entry] {
    items.compactMap { item in
      var reader = BlockReader(
        item, name: .says("An answer"), file: file, line: item.line,
        known: ["lesson", "question", "prediction", "with"])
      let lesson = reader.neededText("lesson", hint: .says("write 'lesson: last-ticket'"))
      let question = reader.neededText("question", hint: .says("write 'question: sold'"))
      let prediction = self.prediction(&reader)
      let constants = reader.variations().map { Constant(name: $0.name, value: $0.values[0]) }
      faults += reader.faults
      guard let lesson, let question, let prediction else { return nil }
      return Entry(
        lesson: lesson, question: question, prediction: prediction, constants: constants,
        line: item.line)
    }
  }

  /// A prediction is a text; `[1, 2]`, which YAML takes for a list, is one too. Nothing at all is an
  /// answer that nobody understands, and not a fault of the file.
  private static func prediction(_ reader: inout BlockReader) -> String? {
    guard let node = reader.node("prediction") else {
      return reader.neededText("prediction", hint: .says("write 'prediction: 1-4'"))
    }
    switch node.content {
    case .scalar(let text): return text.trimmed
    case .list, .record: return PythonLiteral.text(of: node)
    }
  }

  // MARK: Writing

  /// The file's text; reading it gives the same entries.
  package var text: String {
    var lines = ["format: 1", entries.isEmpty ? "answers: []" : "answers:"]
    for entry in entries {
      lines.append("  - lesson: \(Self.quoted(entry.lesson))")
      lines.append("    question: \(Self.quoted(entry.question))")
      lines.append("    prediction: \(Self.quoted(entry.prediction))")
      guard !entry.constants.isEmpty else { continue }
      let constants = entry.constants.map {
        "\(Self.quoted($0.name)): \(Self.quoted($0.value))"
      }
      lines.append("    with: {\(constants.joined(separator: ", "))}")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A plain word as it is, else a text in YAML's double quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    if isPlain { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) || scalar.value == 0xfeff {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

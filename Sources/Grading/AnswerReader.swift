// A person's answer → a Prediction, leniently. What is wrong only in form is never wrong: it is read,
// or asked again. Both languages' words are read whatever the lesson's language.

import Course

/// Reads answers.
package enum AnswerReader {
  /// How many numbers a stretch such as `1-10` may name.
  package static let widestRange = 1000
  /// How many characters an answer may have.
  package static let longest = 20_000

  /// Reads an answer in a question's form.
  package static func read(_ answer: String, form: AnswerForm) -> Reading {
    guard answer.utf8.count <= longest else { return .unread(.tooLong) }
    let (text, confidence) = splitConfidence(answer)
    guard !text.isEmpty else { return .unread(.empty) }
    let content: Result<Prediction.Content, Refused>
    switch form {
    case .which: content = values(text).map(Prediction.Content.values)
    case .what: content = oneValue(text).map { .values([.one($0)]) }
    case .can: content = possible(text)
    case .when: content = frequency(text)
    case .seconds: content = seconds(text)
    case .lines: content = lines(text)
    }
    switch content {
    case .success(let content):
      return .read(Prediction(text: text, confidence: confidence, content: content))
    case .failure(let refused): return .unread(refused.unread)
    }
  }

  struct Refused: Error {
    let unread: Unread
    init(_ unread: Unread) { self.unread = unread }
  }

  /// The answer without the `!` or `?` at its end, and what it says.
  private static func splitConfidence(_ answer: String) -> (String, Confidence?) {
    var text = AnswerText.trimmed(answer)
    guard let last = text.last, "!?！？".contains(last) else { return (text, nil) }
    while let sign = text.last, "!?！？".contains(sign) || sign.isWhitespace { text.removeLast() }
    return (text, "!！".contains(last) ? .sure : .guess)
  }

  // MARK: Values

  private static func values(_ text: String) -> Result<[PredictedValue], Refused> {
    switch NumberReader.read(text, ignoresWords: false) {
    case .values(let values): return .success(values)
    case .tooWide: return .failure(Refused(.rangeTooWide))
    case .otherwise: break
    }
    if let values = AnswerValue.parseSeveral(AnswerText.plain(text)), !values.isEmpty {
      return .success(values.map(PredictedValue.one))
    }
    let parts = parts(of: text)
    return parts.isEmpty
      ? .failure(Refused(.values)) : .success(parts.map { .one(value(of: $0)) })
  }

  /// One value; a text is taken whole, commas and all.
  private static func oneValue(_ text: String) -> Result<AnswerValue, Refused> {
    switch NumberReader.read(text, ignoresWords: false) {
    case .values(let values):
      guard case .one(let value) = values[0], values.count == 1 else {
        return .failure(Refused(.oneValue))
      }
      return .success(value)
    case .tooWide: return .failure(Refused(.oneValue))
    case .otherwise: return .success(value(of: text))
    }
  }

  /// A value by its literal or by its name.
  static func value(of text: String) -> AnswerValue {
    let plain = AnswerText.plain(text)
    if let value = AnswerValue.parse(plain) { return value }
    switch AnswerText.folded(text) {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "none", "nothing": return .nothing
    default: return .text(AnswerText.unquoted(AnswerText.trimmed(text)))
    }
  }

  /// A list in words, cut at its commas and at its `and` and `or`, but not inside quotes.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
        parts[parts.count - 1].append(character)
      } else if ",;，、；|\n".contains(character) || character == "\r\n" {
        parts.append("")
      } else {
        // An apostrophe inside a word is no quote.
        let opensWord = parts[parts.count - 1].last?.isWhitespace ?? true
        if "\"'`".contains(character), opensWord { quote = character }
        parts[parts.count - 1].append(character)
      }
    }
    return parts.flatMap(cutAtAnd).map { AnswerText.trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func cutAtAnd(_ part: String) -> [String] {
    guard !part.contains(where: { "\"'`".contains($0) }) else { return [dropAnd(part)] }
    var parts = [""]
    for word in part.split(separator: " ") {
      if ["and", "or", "&", "和", "或"].contains(word.lowercased()) {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return parts
  }

  /// Without an `and` or `or` at its beginning.
  private static func dropAnd(_ part: String) -> String {
    let text = AnswerText.trimmed(part)
    for word in ["and ", "or "] where text.lowercased().hasPrefix(word) {
      return String(text.dropFirst(word.count))
    }
    return text
  }

  // MARK: Words

  private static func possible(_ text: String) -> Result<Prediction.Content, Refused> {
    guard let answer = yesOrNo(text) else { return .failure(Refused(.yesOrNo)) }
    return .success(.possible(answer))
  }

  static func yesOrNo(_ text: String) -> Bool? {
    let word = firstWord(of: text)
    if yesWords.contains(word) { return true }
    if noWords.contains(word) { return false }
    return nil
  }

  private static let yesWords: Set<String> = [
    "yes", "y", "yeah", "yep", "true", "t", "can", "it can", "possible", "1", "ok", "是", "是的",
    "会", "能", "可以", "可能", "对", "有", "真", "有可能", "会的", "能的",
  ]
  private static let noWords: Set<String> = [
    "no", "n", "nope", "nah", "false", "f", "cannot", "can't", "cant", "it cannot", "it can't",
    "never", "impossible", "0", "否", "不", "不会", "不能", "不可以", "不可能", "不是", "没有", "错",
    "假", "不对",
  ]

  private static func frequency(_ text: String) -> Result<Prediction.Content, Refused> {
    let word = firstWord(of: text)
    for (frequency, words) in frequencyWords where words.contains(word) {
      return .success(.frequency(frequency))
    }
    // A beginning is enough, as with commands.
    let beginnings = [Frequency.always, .sometimes, .never].filter {
      word.count >= 1 && $0.rawValue.hasPrefix(word)
    }
    guard beginnings.count == 1 else { return .failure(Refused(.frequency)) }
    return .success(.frequency(beginnings[0]))
  }

  private static let frequencyWords: [(Frequency, Set<String>)] = [
    (
      .always,
      [
        "always", "every time", "everytime", "each time", "all the time", "必然", "总是", "总会",
        "一定", "每次", "每次都会", "永远", "总", "必定", "一直",
      ]
    ),
    (
      .sometimes,
      [
        "sometimes", "some times", "maybe", "perhaps", "possibly", "depends", "it depends",
        "now and then", "at times", "有时", "有时候", "有时会", "可能", "也许", "偶尔", "不一定", "看情况",
      ]
    ),
    (
      .never,
      [
        "never", "not ever", "at no time", "从不", "从来不", "绝不", "决不", "永不", "不会", "从未",
        "不可能", "绝对不会",
      ]
    ),
  ]

  /// The answer folded, cut at its first comma or full stop.
  private static func firstWord(of text: String) -> String {
    let folded = AnswerText.folded(text)
    let clause = folded.split { ",;.:".contains($0) }.first.map(String.init) ?? folded
    return AnswerText.trimmed(AnswerText.unquoted(clause))
  }

  // MARK: Seconds and lines

  private static func seconds(_ text: String) -> Result<Prediction.Content, Refused> {
    SecondsReader.read(text).map { .success(.seconds($0)) } ?? .failure(Refused(.seconds))
  }

  private static func lines(_ text: String) -> Result<Prediction.Content, Refused> {
    var lines = text.split(whereSeparator: \.isNewline).map(String.init)
    if lines.count == 1 {
      let separator = [" / ", "／", " | ", "｜"].first { text.contains($0) }
      if let separator { lines = text.split(separator: separator).map(String.init) }
    }
    let kept = lines.map { AnswerText.unquoted(AnswerText.trimmed($0)) }.filter { !$0.isEmpty }
    return kept.isEmpty ? .failure(Refused(.lines)) : .success(.lines(kept))
  }
}

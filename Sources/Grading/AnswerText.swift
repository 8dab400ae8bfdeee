// A person's typing made plain: full-width signs, fancy quotes and dashes become what they stand for.

enum AnswerText {
  /// With ASCII signs for full-width ones, and without white space around it.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xff01...0xff5e: result.append(Unicode.Scalar(scalar.value - 0xfee0) ?? scalar)
      case 0x3000, 0xa0, 0x09: result.append(" ")
      case 0x3001, 0xb7, 0x30fb: result.append(",")
      case 0x3002: result.append(".")
      case 0x301c, 0x223c: result.append("~")
      case 0x2010...0x2015, 0x2212: result.append("-")
      case 0x2026: result.append(contentsOf: "..".unicodeScalars)
      case 0x201c...0x201f, 0x300c...0x300f, 0xab, 0xbb: result.append("\"")
      case 0x2018...0x201b: result.append("'")
      case 0x200b...0x200f, 0xfeff: break
      default: result.append(scalar)
      }
    }
    return trimmed(String(result))
  }

  /// What two texts have in common that people take for the same.
  static func folded(_ text: String) -> String {
    var words = plain(text).lowercased().split { $0.isWhitespace }.joined(separator: " ")
    while let last = words.last, ".!?\"'`".contains(last) { words.removeLast() }
    while let first = words.first, "\"'`".contains(first) { words.removeFirst() }
    return trimmed(words)
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  /// Without one pair of quotes around it.
  static func unquoted(_ text: String) -> String {
    guard let first = text.first, text.count >= 2, "\"'`".contains(first), text.last == first
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}

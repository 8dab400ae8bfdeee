/// A language in which people read lessons, verdicts, faults and help.
package enum ReadingLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// From `--lang` or a locale's name: `zh`, `zh_CN.UTF-8`, `en-GB`, `C`; nil for another language.
  package init?(name: String) {
    let name = name.lowercased()
    let word = name.prefix { $0.isLetter }
    switch word {
    case "zh", "chinese": self = .chinese
    case "en", "english", "c", "posix": self = .english
    default: return nil
    }
  }
}

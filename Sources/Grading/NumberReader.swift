// Numbers as people list them: `1,2,3`, `1 2 3`, `1-10`, `1..10`, `1 to 4`, `一到四`. Flows in: text.
// Flows out: numbers and stretches, or the finding that it is something else.

/// Reads lists of numbers.
enum NumberReader {
  enum Outcome: Hashable {
    /// At least one.
    case values([PredictedValue])
    /// A stretch that is wider than anybody can mean.
    case tooWide
    /// It is no list of numbers.
    case otherwise
  }

  /// - Parameter ignoresWords: whether words between the numbers are passed over (`3 buyers`), unless
  ///   they change the sense (`more than 3`).
  static func read(_ text: String, ignoresWords: Bool) -> Outcome {
    guard let tokens = tokens(of: AnswerText.plain(text)) else { return .otherwise }
    var list = List()
    for token in tokens {
      switch token {
      case .number(let value): list.add(value)
      case .joint: list.joint()
      case .separator: list.separate()
      case .word(let word):
        if let number = numberWords[word] {
          list.add(.integer(number))
        } else if joints.contains(word) {
          list.joint()
        } else if word == "and", list.isBetween {
          list.joint()
        } else if separators.contains(word) {
          list.separate()
        } else if word == "between" {
          list.between()
        } else if nothings.contains(word) {
          list.add(.nothing)
        } else if !fillers.contains(word), !ignoresWords || senses.contains(word) {
          return .otherwise
        }
      }
    }
    return list.finish()
  }

  // MARK: The list so far

  private struct List {
    private var values: [PredictedValue] = []
    private var start: Int?
    private(set) var isBetween = false
    private var isTooWide = false
    private var isBroken = false

    mutating func add(_ value: AnswerValue) {
      guard let first = start else {
        values.append(.one(value))
        return
      }
      start = nil
      isBetween = false
      guard case .integer(let last) = value else {
        isBroken = true
        return
      }
      let range = min(first, last)...max(first, last)
      let (width, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
      if overflow || width >= AnswerReader.widestRange { isTooWide = true }
      values[values.count - 1] =
        first == last ? .one(.integer(first)) : .range(range)
    }

    mutating func joint() {
      guard start == nil, case .one(.integer(let first))? = values.last else {
        isBroken = true
        return
      }
      start = first
    }

    mutating func separate() {
      if start != nil { isBroken = true }
    }

    mutating func between() { isBetween = true }

    func finish() -> Outcome {
      if isBroken || start != nil || values.isEmpty { return .otherwise }
      return isTooWide ? .tooWide : .values(values)
    }
  }

  // MARK: Tokens

  private enum Token: Hashable {
    case number(AnswerValue)
    case joint
    case separator
    case word(String)
  }

  private static func tokens(of text: String) -> [Token]? {
    let characters = Array(text)
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace || "\"'`[](){}".contains(character) {
        index += 1
      } else if let end = endOfNumber(characters, from: index) {
        let literal = String(characters[index..<end])
        // A number that no Int holds is a stretch too wide or a slip: it is not read.
        guard let value = AnswerValue.parse(literal) else { return nil }
        tokens.append(.number(value))
        index = end
      } else if character == "-" || character == "~" {
        tokens.append(.joint)
        index += 1
      } else if character == "." {
        let end = characters[index...].firstIndex { $0 != "." } ?? characters.count
        if end - index >= 2 { tokens.append(.joint) }
        if end - index == 1, end < characters.count { return nil }
        index = end
      } else if ",;/|&+".contains(character) {
        tokens.append(.separator)
        index += 1
      } else if let word = chineseWord(characters, at: index) {
        tokens.append(.word(word))
        index += word.count
      } else if character.isLetter {
        let end =
          characters[index...].firstIndex { !$0.isLetter && $0 != "'" && $0 != "-" }
          ?? characters.count
        tokens.append(.word(String(characters[index..<end]).lowercased()))
        index = end
      } else {
        return nil
      }
    }
    return tokens
  }

  /// The end of a number that starts here, with its sign: a `-` right after a digit is a stretch's.
  private static func endOfNumber(_ characters: [Character], from start: Int) -> Int? {
    var index = start
    if characters[index] == "-" || characters[index] == "+" {
      let before = start > 0 ? characters[start - 1] : " "
      guard !before.isASCIIDigit, before != ")" else { return nil }
      // `1 - 4` is a stretch; `1 -4` names -4.
      index += 1
    }
    let digits = index
    while index < characters.count, characters[index].isASCIIDigit { index += 1 }
    guard index > digits else { return nil }
    if index + 1 < characters.count, characters[index] == ".", characters[index + 1].isASCIIDigit {
      index += 1
      while index < characters.count, characters[index].isASCIIDigit { index += 1 }
    }
    return index
  }

  // MARK: Words

  /// A Chinese word that starts here: a number, a joint, or a separator.
  private static func chineseWord(_ characters: [Character], at index: Int) -> String? {
    for length in [3, 2, 1] where index + length <= characters.count {
      let word = String(characters[index..<(index + length)])
      if chineseWords.contains(word) { return word }
    }
    return nil
  }

  private static let chineseNumbers: [String: Int] = {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var numbers = ["两": 2, "十": 10]
    for (value, digit) in digits.enumerated() {
      numbers[digit] = value
      guard value > 0 else { continue }
      numbers["十" + digit] = 10 + value
      if value > 1 {
        numbers[digit + "十"] = 10 * value
        for (unit, last) in digits.enumerated() where unit > 0 {
          numbers[digit + "十" + last] = 10 * value + unit
        }
      }
    }
    return numbers
  }()

  /// English and Chinese words for whole numbers.
  static let numberWords: [String: Int] = {
    let english = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen", "twenty",
    ]
    var numbers = chineseNumbers
    for (value, word) in english.enumerated() { numbers[word] = value }
    return numbers
  }()

  private static let chineseWords: Set<String> =
    Set(chineseNumbers.keys).union(["到", "至", "和", "或", "或者", "与", "及", "以及", "个", "人", "次", "从"])
  private static let joints: Set<String> = ["to", "through", "thru", "till", "until", "到", "至"]
  private static let separators: Set<String> = ["and", "or", "和", "或", "或者", "与", "及", "以及"]
  private static let nothings: Set<String> = ["none", "nothing", "nobody"]
  private static let fillers: Set<String> = [
    "any", "number", "numbers", "from", "of", "value", "values", "all", "the", "only", "just",
    "exactly", "either", "both", "个", "人", "次", "从",
  ]
  /// Words that turn the sense of the numbers beside them.
  private static let senses: Set<String> = [
    "not", "no", "except", "without", "least", "most", "more", "less", "than", "over", "under",
    "up", "above", "below", "never", "but", "unless", "don't",
  ]
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

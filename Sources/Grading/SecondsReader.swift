// Lengths of time as people write them: `2`, `1.5 s`, `half a minute`, `1 min 30`, `两秒半`. Flows in:
// text made plain. Flows out: seconds, or nothing where it is something else.

/// Reads lengths of time.
enum SecondsReader {
  /// The seconds that a text names; nil where it names none, or more than one length.
  static func read(_ text: String) -> Double? {
    var length = Length()
    guard let tokens = tokens(of: AnswerText.folded(text)) else { return nil }
    for token in tokens {
      switch token {
      case .number(let number): length.add(number)
      case .half: length.addHalf()
      case .unit(let factor): length.close(factor)
      case .one: length.addOne()
      }
    }
    return length.finish()
  }

  // MARK: The length so far

  private struct Length {
    private var total = 0.0
    private var number: Double?
    private var unit: Double?
    private var isOne = false
    private var isBroken = false

    mutating func add(_ value: Double) {
      if number != nil { isBroken = true }
      number = value
    }

    /// `a` and `an`: one, unless a number stands beside it.
    mutating func addOne() { isOne = true }

    /// `半秒`, `2 and a half`; after a unit it is half of that.
    mutating func addHalf() {
      isOne = false
      if number == nil, let unit {
        total += unit / 2
      } else {
        number = (number ?? 0) + 0.5
      }
    }

    mutating func close(_ factor: Double) {
      guard let value = number ?? (isOne ? 1 : nil) else {
        isBroken = true
        return
      }
      total += value * factor
      unit = factor
      number = nil
      isOne = false
    }

    func finish() -> Double? {
      let rest = number ?? (isOne && unit == nil ? 1 : nil)
      guard !isBroken, unit != nil || rest != nil else { return nil }
      // What follows minutes without a unit is seconds.
      let seconds = total + (rest ?? 0)
      return seconds.isFinite ? seconds : nil
    }
  }

  // MARK: Tokens

  private enum Token {
    case number(Double)
    case one
    case half
    case unit(Double)
  }

  private static func tokens(of text: String) -> [Token]? {
    var rest = Array(text)[...]
    var tokens: [Token] = []
    while let character = rest.first {
      if character.isWhitespace || character == "~" {
        rest.removeFirst()
      } else if character.isASCII, character.isNumber || character == "." {
        guard let number = takeNumber(&rest) else { return nil }
        tokens.append(.number(number))
      } else if character.isASCII {
        let word = String(rest.prefix { $0.isASCII && $0.isLetter })
        guard !word.isEmpty else { return nil }
        rest.removeFirst(word.count)
        if fillers.contains(word) { continue }
        guard let token = token(for: word) else { return nil }
        tokens.append(token)
      } else {
        guard let (token, count) = chinese(at: rest) else { return nil }
        rest.removeFirst(count)
        if let token { tokens.append(token) }
      }
    }
    return tokens
  }

  /// Digits with a decimal point or comma.
  private static func takeNumber(_ rest: inout ArraySlice<Character>) -> Double? {
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    rest.removeFirst(digits.count)
    return Double(String(digits.map { $0 == "," ? "." : $0 }))
  }

  private static func token(for word: String) -> Token? {
    if word == "a" || word == "an" { return .one }
    if word == "half" { return .half }
    if let factor = units[word] { return .unit(factor) }
    return NumberReader.numberWords[word].map { .number(Double($0)) }
  }

  private static func chinese(at rest: ArraySlice<Character>) -> (Token?, count: Int)? {
    for length in [3, 2, 1] where length <= rest.count {
      let word = String(rest.prefix(length))
      if fillers.contains(word) { return (nil, length) }
      if word == "半" { return (.half, length) }
      if let factor = units[word] { return (.unit(factor), length) }
      if let number = NumberReader.numberWords[word] { return (.number(Double(number)), length) }
    }
    return nil
  }

  private static let units: [String: Double] = [
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "秒": 1, "秒钟": 1, "秒鐘": 1,
    "ms": 0.001, "millisecond": 0.001, "milliseconds": 0.001, "毫秒": 0.001,
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "分": 60, "分钟": 60, "分鐘": 60,
  ]
  private static let fillers: Set<String> = [
    "about", "around", "roughly", "exactly", "and", "of", "it", "takes", "in", "all", "总共", "一共",
    "大约", "约", "大概", "差不多", "左右", "正好", "需要", "要", "个", "又", "用",
  ]
}

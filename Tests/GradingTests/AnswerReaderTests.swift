import Course
import Grading
import Testing

/// What people type, and what is understood.
@Suite struct AnswerReaderTests {
  /// What an answer says, in a form that is short to compare.
  static func said(_ answer: String, _ form: AnswerForm) -> String {
    switch AnswerReader.read(answer, form: form) {
    case .unread(let unread): return "unread: \(unread)"
    case .read(let prediction):
      let content: String
      switch prediction.content {
      case .values(let values):
        content = values.map { value in
          switch value {
          case .one(let value): value.shown
          case .range(let range): "\(range.lowerBound)..\(range.upperBound)"
          }
        }.joined(separator: " ")
      case .possible(let possible): content = possible ? "yes" : "no"
      case .frequency(let frequency): content = frequency.rawValue
      case .seconds(let seconds): content = "\(seconds)"
      case .lines(let lines): content = lines.joined(separator: "|")
      }
      return content + (prediction.confidence.map { " (\($0))" } ?? "")
    }
  }

  @Test(arguments: [
    ("1", "1"), ("1,2,3", "1 2 3"), ("1 2 3", "1 2 3"), ("1, 2 and 3", "1 2 3"),
    ("1 or 2", "1 2"), ("1-10", "1..10"), ("1..10", "1..10"), ("1...10", "1..10"),
    ("1 to 4", "1..4"), ("1 - 4", "1..4"), ("4-1", "1..4"), ("3-3", "3"), ("1–4", "1..4"),
    ("1~4", "1..4"), ("between 1 and 4", "1..4"), ("from 1 to 4", "1..4"),
    ("any number from 1 to 10", "1..10"), ("1-3, 7", "1..3 7"), ("0,-1,-2,-3", "0 -1 -2 -3"),
    ("-3 to 0", "-3..0"), ("-3..-1", "-3..-1"), ("-3--1", "-3..-1"), ("[1, 2]", "1 2"),
    ("{1, 2}", "1 2"), ("'1' '2'", "1 2"), ("1；2", "1 2"), ("１，２、３", "1 2 3"),
    ("１～４", "1..4"), ("1到4", "1..4"), ("一到四", "1..4"), ("一、二和三", "1 2 3"),
    ("从1到4", "1..4"), ("十二", "12"), ("二十三个", "23"), ("one or two", "1 2"),
    ("two to four", "2..4"), ("1.5", "1.5"), ("0", "0"), ("none", "None"), ("nothing", "None"),
    ("1·2", "1 2"), ("1/2", "1 2"), ("3.", "3"), ("1 or 2.", "1 2"), ("only 1", "1"),
    ("a, b", "\"a\" \"b\""), ("['a', 'b']", "\"a\" \"b\""), ("'a', 'b'", "\"a\" \"b\""),
    ("a and b", "\"a\" \"b\""), ("a、b", "\"a\" \"b\""), ("gone out", "\"gone out\""),
    ("\"a, b\", c", "\"a, b\" \"c\""), ("True", "True"), ("True, False", "True False"),
    ("None", "None"), ("don't know, b", "\"don't know\" \"b\""),
    ("1-999999999", "unread: rangeTooWide"), ("", "unread: empty"), ("  ", "unread: empty"),
    ("?", "unread: empty"), (",", "unread: values"), ("1-4!", "1..4 (sure)"),
    ("1-4 ?", "1..4 (guess)"), ("1-4！", "1..4 (sure)"), ("3？", "3 (guess)"),
  ])
  func which(answer: String, said: String) {
    #expect(Self.said(answer, .which) == said)
  }

  @Test(arguments: [
    ("10", "10"), (" 7. ", "7"), ("seven", "7"), ("back at six", "\"back at six\""),
    ("second look: a, b", "\"second look: a, b\""), ("'a'", "\"a\""), ("1,2", "unread: oneValue"),
    ("1-4", "unread: oneValue"), ("None", "None"), ("[1, 2]", "unread: oneValue"),
  ])
  func what(answer: String, said: String) {
    #expect(Self.said(answer, .what) == said)
  }

  @Test(arguments: [
    ("yes", "yes"), ("Y", "yes"), ("YES!", "yes (sure)"), ("no", "no"), ("n?", "no (guess)"),
    ("Yes, it can.", "yes"), ("是", "yes"), ("会", "yes"), ("能", "yes"), ("否", "no"),
    ("不会", "no"), ("不能", "no"), ("不可能！", "no (sure)"), ("true", "yes"), ("False", "no"),
    ("ｙｅｓ", "yes"), ("'yes'", "yes"), ("never", "no"), ("perhaps", "unread: yesOrNo"),
    ("2", "unread: yesOrNo"),
  ])
  func can(answer: String, said: String) {
    #expect(Self.said(answer, .can(value: "2")) == said)
  }

  @Test(arguments: [
    ("always", "always"), ("Sometimes", "sometimes"), ("never!", "never (sure)"), ("a", "always"),
    ("some", "sometimes"), ("n", "never"), ("总是", "always"), ("有时", "sometimes"),
    ("从不", "never"), ("有时？", "sometimes (guess)"), ("it depends", "sometimes"),
    ("yes", "unread: frequency"), ("1", "unread: frequency"),
  ])
  func when(answer: String, said: String) {
    #expect(Self.said(answer, .when(value: "True")) == said)
  }

  @Test(arguments: [
    ("2", "2.0"), ("2.5 s", "2.5"), ("2,5", "2.5"), ("2 seconds", "2.0"), ("about 3s", "3.0"),
    ("３秒", "3.0"), ("500 ms", "0.5"), ("1 min", "60.0"), ("two", "2.0"), ("两秒", "2.0"),
    ("两秒半", "2.5"), ("半秒", "0.5"), ("一分半", "90.0"), ("两分钟", "120.0"), ("1 分 30 秒", "90.0"),
    ("大约十二秒左右", "12.0"), ("２．５ 秒", "2.5"), ("half a second", "0.5"), ("a second", "1.0"),
    ("two and a half seconds", "2.5"), ("1m 30", "90.0"), ("It takes 5 s.", "5.0"),
    ("5!", "5.0 (sure)"), ("五秒？", "5.0 (guess)"), ("0", "0.0"),
    ("fast", "unread: seconds"), ("1e999", "unread: seconds"), ("2 or 3", "unread: seconds"),
    ("seconds", "unread: seconds"), ("-2", "unread: seconds"), ("2 3", "unread: seconds"),
  ])
  func seconds(answer: String, said: String) {
    #expect(Self.said(answer, .seconds) == said)
  }

  @Test(arguments: [
    ("a / b", "a|b"), ("a\nb\n", "a|b"), ("a／b", "a|b"), ("'a' | 'b'", "a|b"), ("a", "a"),
    ("a/b", "a/b"), ("/ ", "/"),
  ])
  func lines(answer: String, said: String) {
    #expect(Self.said(answer, .lines) == said)
  }

  @Test func aVeryLongAnswerIsUnread() {
    let long = String(repeating: "1,", count: 100_000)
    for form in [AnswerForm.which, .what, .can(value: "1"), .when(value: "1"), .seconds, .lines] {
      #expect(AnswerReader.read(long, form: form) == .unread(.tooLong))
    }
  }

  @Test func mutatedAnswersNeverTrap() {
    let pieces = [
      "1", "10", "-", "..", ",", " to ", "和", "到", "一", "十", "'", "\"", "[", "]", "(", "{", "}",
      "\\", "\\x4", "yes", "None", "True", "!", "?", "！", "～", "、", " ", "\n",
      "9999999999999999999",
      "-9223372036854775808", "1e308", "e\u{301}", "👨‍👩‍👧", "\u{0}", "between ", " and ", "5 s", "１",
    ]
    var random = SeededGenerator(seed: 7)
    let forms = [AnswerForm.which, .what, .can(value: "1"), .when(value: "1"), .seconds, .lines]
    for _ in 0..<4000 {
      let count = Int.random(in: 1...8, using: &random)
      let answer = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
      for form in forms { _ = AnswerReader.read(answer, form: form) }
    }
  }
}

/// Random numbers whose whole state is their seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

import Diagnostics
import Grading
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("ada", "ada"), ("a\nb", "a\\nb"), ("\u{1b}[31m", "\\x1b[31m"), ("x\u{202e}y", "x\\u202ey"),
    ("\0", "\\x00"), ("\u{85}", "\\x85"), ("\u{feff}", "\\ufeff"), ("\u{ffff}", "\\uffff"),
    ("会", "会"), ("e\u{301}", "e\u{301}"), ("\r\n", "\\r\\n"),
  ])
  func strangersNames(text: String, line: String) {
    #expect(PlainText.line(text) == line)
  }

  @Test func longTextsAreCut() {
    #expect(PlainText.line(String(repeating: "x", count: 30), longest: 5) == "xxxxx…")
  }

  static let paragraphs: [(String, Int, [String])] = [
    ("one two three", 8, ["one two", "three"]), ("one", 8, ["one"]), ("", 8, [""]),
    ("averylongword b", 5, ["avery", "longw", "ord b"]), ("a b", 3, ["a b"]),
    ("获得锁以后，再读文件。", 10, ["获得锁以", "后，再读文", "件。"]),
    ("读 x 之后", 6, ["读 x", "之后"]),
  ]

  @Test(arguments: paragraphs) func rows(text: String, columns: Int, rows: [String]) {
    #expect(PlainText.wrapped(text, columns: columns) == rows)
  }

  @Test func noRowIsTooWide() {
    let text = "No run goes like this: 没有一次运行是这样的（搜索了 48 102 个状态），没有一个通向它。 The end."
    for columns in 4...40 {
      for row in PlainText.wrapped(text, columns: columns) {
        #expect(DisplayWidth.of(row) <= columns + 1, "\(columns): \(row)")
      }
    }
  }
}

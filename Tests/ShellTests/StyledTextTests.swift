import Diagnostics
import Shell
import Testing

@Suite struct StyledTextTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one two", 80, ["one two"]),
    ("", 10, [""]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("锁让别人等着", 5, ["锁让", "别人", "等着"]),
    ("他说，好。", 4, ["他", "说，", "好。"]),
    ("一行\n两行", 20, ["一行", "两行"]),
    ("用 lock 锁住", 8, ["用 lock", "锁住"]),
    ("a  b", 10, ["a  b"]),
  ])
  func breaksIntoRows(text: String, width: Int, rows: [String]) {
    #expect(StyledText(text).wrapped(to: width).map(\.plain) == rows)
  }

  @Test func rowsBeginWithTheirPrefix() {
    let rows = StyledText("one two three").wrapped(to: 9, first: "- ", rest: "  ")
    #expect(rows.map(\.plain) == ["- one two", "  three"])
  }

  @Test func noRowIsWiderThanAsked() {
    let text = "A queue 队列 has two ends：一端放入，另一端取出。And a very-long-word-without-any-space too."
    for width in 4...60 {
      for row in StyledText(text).wrapped(to: width) {
        #expect(row.width <= width, "\(row.plain)")
      }
    }
  }

  @Test func codeKeepsItsSpaces() {
    let line = StyledText("    if x:  # why")
    let rows = line.cut(to: 10, first: "1 ", rest: "  ")
    #expect(rows.map(\.plain) == ["1     if", "  x:  # wh", "  y"])
  }

  @Test func stylesBecomeEscapeSequences() {
    var text = StyledText("plain ")
    text.append("bold", style: .bold)
    #expect(text.escaped == "plain \u{1b}[1mbold\u{1b}[0m")
    #expect(text.plain == "plain bold")
  }

  @Test func backticksMarkCode() {
    #expect(InlineMarks.read("type `help` now").runs.map(\.style) == [[], .code, []])
    #expect(InlineMarks.read("a ` alone").plain == "a ` alone")
  }

  @Test func strangersEscapesAreShown() {
    #expect(Printable.text("a\u{1b}[2Jb\u{7}\tc") == "a^[[2Jb^G\tc")
  }
}

@Suite struct PythonColoursTests {
  @Test func losesNoCharacter() {
    let source = """
      def f(x='a\\'b', y=\"\"\"long
      string\"\"\"):  # why 'not'
          return f'{x}' + "open
      """
    let lines = PythonColours.lines(of: source)
    #expect(lines.map(\.plain).joined(separator: "\n") == source)
  }

  @Test func coloursWhatStands() {
    let line = PythonColours.lines(of: "for x in range(10):  # go")[0]
    #expect(line.runs.first?.style == .blue)
    #expect(line.runs.last?.style == .dim)
    #expect(line.runs.contains { $0.text == "10" && $0.style == .magenta })
  }

  @Test func namesAreFound() {
    #expect(SourceNames.of("def buy(n):\n  return left - n  # not this") == ["buy", "left", "n"])
  }
}

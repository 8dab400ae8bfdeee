import Machine
import Shell
import Testing

@Suite struct HintsInChineseTests {
  @Test func everyHintOfTheMachineIsTranslated() {
    for text in Hint.all.map(\.text) {
      #expect(HintsInChinese.translation(of: text) != nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("  hint: call start() before join()", "  提示：先 start()，再 join()"),
    ("  hint: did you mean 'queue'?", "  提示：did you mean 'queue'?"),
    ("    hint: call start() before join()", "    hint: call start() before join()"),
    ("ValueError: hint", "ValueError: hint"),
  ])
  func aLine(line: String, shown: String) {
    #expect(HintsInChinese.line(line) == shown)
  }
}

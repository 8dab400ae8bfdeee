import Diagnostics
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("票", 2), ("票a", 3), ("é", 1), ("e\u{301}", 1), ("，", 2), ("ｙ", 2),
    ("─▲", 2), ("👨‍👩‍👧", 2), ("🎟️", 2), ("🇨🇳", 2), ("\u{200b}", 0), ("\u{7}", 0), ("한글", 4),
  ])
  func columns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func aPrefixNeverCutsACharacter() {
    #expect(DisplayWidth.prefix(of: "票票", columns: 3) == "票")
    #expect(DisplayWidth.prefix(of: "ab", columns: 9) == "ab")
    #expect(DisplayWidth.padded("票", to: 4) == "票  ")
    #expect(DisplayWidth.padded("abc", to: 2) == "abc")
  }
}

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("prnt", "print"), ("spede", "speed"), ("PRINT", "print"), ("predcit", "predict"),
      ("x", nil), ("elephant", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(word: String, known: String?) {
    #expect(Spelling.nearest(to: word, among: ["print", "speed", "predict", "y"]) == known)
  }
}

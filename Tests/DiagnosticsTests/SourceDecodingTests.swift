import Diagnostics
import Testing

struct SourceDecodingTests {
  @Test func passesOverAByteOrderMark() throws {
    let source = try SourceText.decode([0xEF, 0xBB, 0xBF, 0x61], name: "a.py").get()
    #expect(source.text == "a")
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE4, 0xB8], [0x80],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    let result = SourceText.decode([0x61, 0x0A] + bytes + [0x0A], name: "b.py")
    #expect(throws: Diagnostic.self) { try result.get() }
  }

  @Test func saysWhatCPythonSays() {
    guard case .failure(let fault) = SourceText.decode([0x61, 0xFF, 0x0A], name: "b.py") else {
      Issue.record("decoded")
      return
    }
    let text = DiagnosticRenderer(in: .english).render(
      fault, in: SourceText(name: "b.py", text: ""))
    #expect(
      text == """
        SyntaxError: Non-UTF-8 code starting with '\\xff' in file b.py on line 1, \
        but no encoding declared; see https://peps.python.org/pep-0263/ for details
          hint: save the file as UTF-8

        """)
  }

  @Test func refusesNullBytes() {
    guard case .failure(let fault) = SourceText.decode([0x0A, 0x00], name: "b.py") else {
      Issue.record("decoded")
      return
    }
    #expect(fault.message == .fixed("source code cannot contain null bytes"))
    #expect(fault.span?.line == 2)
  }

  @Test func readsTextOfAllLengths() throws {
    let text = "a é 漢 😀"
    #expect(try SourceText.decode(Array(text.utf8), name: "c.py").get().text == text)
  }
}

struct DiagnosticRendererTests {
  private let source = SourceText(
    name: "x.py", text: "if a:\n\tprint(b, c)   \n" + String(repeating: "x", count: 5000))

  private func rendered(_ span: Span) -> String {
    DiagnosticRenderer(in: .english).render(
      Diagnostic(.python("SyntaxError"), .fixed("no"), at: span, hint: .fixed("try this")),
      in: source)
  }

  @Test func marksARange() {
    let span = Span(Position(line: 2, column: 7), Position(line: 2, column: 8))
    #expect(
      rendered(span) == """
          File "x.py", line 2
            print(b, c)\("   ")
                  ^
        SyntaxError: no
          hint: try this

        """)
  }

  @Test func marksToTheEndOfTheLineWhereTheRangeGoesOn() {
    let span = Span(Position(line: 2, column: 6), Position(line: 3, column: 1))
    #expect(rendered(span).split(separator: "\n")[2] == "         ^^^^^^")
  }

  @Test func showsOnlyAPartOfAVeryLongLine() {
    let span = Span(Position(line: 3, column: 4000), Position(line: 3, column: 4001))
    let lines = rendered(span).split(separator: "\n")
    #expect(lines[1].count == 404)
    #expect(lines[2].count == 65)
  }

  @Test func standsAPlaceBehindTheLinesEnd() {
    let span = Span(Position(line: 1, column: 5), Position(line: 1, column: 5))
    #expect(rendered(span).split(separator: "\n")[2] == "         ^")
  }
}

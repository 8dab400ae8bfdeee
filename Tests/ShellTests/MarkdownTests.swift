import Shell
import Testing

@Suite struct MarkdownTests {
  static let sample = """
    # The last ticket

    One ticket is left, and *ten* people want **it**. The file `ticket.json` says so; see
    [the manual](https://docs.python.org/3/).

    ## Rules

    1. Look.
    2. Buy, but only where something is left, and then write one less into the file.
       - under a lock
       - quickly
    3. Go.

    > A quote that is long enough to be wrapped once the screen is narrow.

    | who | sees | does then |
    | --- | ---: | --- |
    | buyer 1 | 1 | writes `0` into the file |
    | 买票的人 | 0 | nothing |

    ```python
    with open('ticket.json') as file:
        left = json.load(file)['left']  # a long line
    ```

    - [x] done
    - [ ] open
    """

  @Test func at80Columns() {
    let rows = MarkdownRenderer(width: 80).render(Self.sample).map(\.plain)
    #expect(
      rows.joined(separator: "\n") == """
          The last ticket
          ═══════════════

          One ticket is left, and ten people want it. The file `ticket.json` says so;
          see the manual (https://docs.python.org/3/).

          Rules
          ─────

          1. Look.
          2. Buy, but only where something is left, and then write one less into the
             file.
             • under a lock
             • quickly
          3. Go.

          │ A quote that is long enough to be wrapped once the screen is narrow.

          who       sees  does then
          ────────  ────  ────────────────────────
          buyer 1      1  writes `0` into the file
          买票的人     0  nothing

              with open('ticket.json') as file:
                  left = json.load(file)['left']  # a long line

          [x] done
          [ ] open
        """)
  }

  @Test func at40Columns() {
    let rows = MarkdownRenderer(width: 40).render(Self.sample).map(\.plain)
    #expect(
      rows.joined(separator: "\n") == """
          The last ticket
          ═══════════════

          One ticket is left, and ten people
          want it. The file `ticket.json` says
          so; see the manual
          (https://docs.python.org/3/).

          Rules
          ─────

          1. Look.
          2. Buy, but only where something is
             left, and then write one less into
             the file.
             • under a lock
             • quickly
          3. Go.

          │ A quote that is long enough to be
          │ wrapped once the screen is narrow.

          who       sees  does then
          ────────  ────  ──────────────────────
          buyer 1      1  writes `0` into the
                          file
          买票的人     0  nothing

            with open('ticket.json') as file:
                left = json.load(file)['left']
            ↳ # a long line

          [x] done
          [ ] open
        """)
  }

  @Test func atAnyWidthItFits() {
    for width in 20...100 {
      for row in MarkdownRenderer(width: width).render(Self.sample) {
        #expect(row.width <= width, "\(width): \(row.plain)")
      }
    }
  }

  @Test(arguments: ["", "<!-- only a comment -->", "***", "| a |\n| - |", "- ", "```", "\\"])
  func oddTextsDoNoHarm(text: String) {
    _ = MarkdownRenderer(width: 40).render(text)
  }
}

import Course
import Diagnostics
import Grading
import Testing

/// Pictures, golden.
@Suite struct WitnessPictureTests {
  static let one = Array("1".utf8)
  static let zero = Array("0".utf8)

  static func step(
    _ process: Int, _ label: String, _ action: WitnessStep.Action = .other
  ) -> WitnessStep {
    WitnessStep(process: process, lane: "buyer \(process)", label: label, action: action)
  }

  /// The race of the design's transcript.
  static let race = [
    step(1, "read 1", .reads(path: "t", one)), step(2, "read 1", .reads(path: "t", one)),
    step(1, "write 0", .writes(path: "t", zero)), step(1, "bought"),
    step(2, "write 0", .writes(path: "t", zero)), step(2, "bought"),
  ]

  static func picture(
    _ steps: [WitnessStep], width: Int = 80, ascii: Bool = false,
    _ language: ReadingLanguage = .english
  ) -> String {
    let picture = WitnessPicture(width: width, usesASCII: ascii, language: language)
    return picture.lines(of: steps).joined(separator: "\n")
  }

  @Test func theRace() {
    #expect(
      Self.picture(Self.race) == """
        buyer 1  ──read 1──────────write 0──bought
        buyer 2  ──────────read 1───────────────────write 0──bought
                           ▲ both read before either wrote
        """)
  }

  @Test func theRaceInASCII() {
    #expect(
      Self.picture(Self.race, ascii: true) == """
        buyer 1  --read 1----------write 0--bought
        buyer 2  ----------read 1-------------------write 0--bought
                           ^ both read before either wrote
        """)
  }

  @Test func aTightPictureHasNarrowGaps() {
    #expect(
      Self.picture(Self.race, width: 56) == """
        buyer 1  ─read 1────────write 0─bought
        buyer 2  ────────read 1────────────────write 0─bought
                         ▲ both read before either wrote
        """)
  }

  @Test func processesThatOnlyReadAreCounted() {
    let others = [3, 4].map { Self.step($0, "read 0", .reads(path: "t", Self.zero)) }
    #expect(
      Self.picture(Self.race + others) == Self.picture(Self.race) + "\n2 others only looked")
    #expect(
      Self.picture(Self.race + [others[0]]) == Self.picture(Self.race) + "\n1 other only looked")
    #expect(!Self.picture(others).contains("others"))
  }

  @Test func aLockThatNobodyTakesAgainIsNotGivenBackInThePicture() {
    let reader = [
      Self.step(3, "acquire", .acquires(1)), Self.step(3, "read 0", .reads(path: "t", Self.zero)),
      Self.step(3, "release", .releases(1)),
    ]
    let writer = [
      Self.step(1, "acquire", .acquires(1)), Self.step(1, "write 0", .writes(path: "t", Self.zero)),
      Self.step(1, "release", .releases(1)),
    ]
    #expect(
      Self.picture(writer + reader) == """
        buyer 1  ──acquire──write 0
        1 other only looked
        """)
    // One that keeps the lock is no bystander.
    #expect(Self.picture(writer + Array(reader[..<2])).contains("buyer 3"))
  }

  @Test func aLongPictureHasSeveralRows() {
    let reads = (1...4).map { Self.step($0, "read 1", .reads(path: "t", Self.one)) }
    let writes = (1...4).flatMap {
      [Self.step($0, "write 0", .writes(path: "t", Self.zero)), Self.step($0, "bought")]
    }
    #expect(
      Self.picture(reads + writes) == """
        buyer 1  ──read 1──────────────────────────write 0──bought
        buyer 2  ──────────read 1───────────────────────────────────write 0──bought
        buyer 3  ──────────────────read 1
        buyer 4  ──────────────────────────read 1
                                           ▲ all 4 read before any wrote

        buyer 3  ──write 0──bought
        buyer 4  ───────────────────write 0──bought
        """)
  }

  @Test func whatDoesNotFitIsAList() {
    #expect(
      Self.picture(Self.race, width: 40) == """
        1. buyer 1  read 1
        2. buyer 2  read 1
        3. buyer 1  write 0
        4. buyer 1  bought
        5. buyer 2  write 0
        6. buyer 2  bought
        both read before either wrote
        """)
  }

  @Test func wideCharactersTakeTwoColumns() {
    let steps = [
      WitnessStep(process: 1, lane: "买家 1", label: "读到 1", action: .reads(path: "t", Self.one)),
      WitnessStep(process: 2, lane: "买家 2", label: "读到 1", action: .reads(path: "t", Self.one)),
      WitnessStep(process: 1, lane: "买家 1", label: "写入 0", action: .writes(path: "t", Self.zero)),
      WitnessStep(process: 2, lane: "买家 2", label: "写入 0", action: .writes(path: "t", Self.zero)),
    ]
    #expect(
      Self.picture(steps, .chinese) == """
        买家 1  ──读到 1──────────写入 0
        买家 2  ──────────读到 1──────────写入 0
                          ▲ 两者都在对方写入之前读了
        """)
  }

  @Test func aReadOfAnEmptiedFileIsMarked() {
    let steps = [
      Self.step(1, "empty file", .empties(path: "t")),
      Self.step(2, "read nothing", .reads(path: "t", [])),
      Self.step(2, "dies: JSONDecodeError"), Self.step(1, "write 0", .writes(path: "t", Self.zero)),
    ]
    #expect(
      Self.picture(steps) == """
        buyer 1  ──empty file───────────────────────────────────────write 0
        buyer 2  ──────────────read nothing──dies: JSONDecodeError
                               ▲ read while the file was empty
        """)
  }

  @Test func nothingIsMarkedThatTheStepsDoNotProve() {
    // The second one reads what the first one wrote.
    let apart = [Self.race[0], Self.race[2], Self.race[1], Self.race[4]]
    #expect(!Self.picture(apart).contains("▲"))
    // Only one of the two writes.
    #expect(!Self.picture(Array(Self.race[..<4])).contains("▲"))
    // An empty file that nobody emptied.
    #expect(!Self.picture([Self.step(1, "read nothing", .reads(path: "t", []))]).contains("▲"))
  }

  @Test func allOfThemReadFirst() {
    let reads = (1...3).map { Self.step($0, "read 1", .reads(path: "t", Self.one)) }
    let writes = (1...3).map { Self.step($0, "write 0", .writes(path: "t", Self.zero)) }
    #expect(Self.picture(reads + writes).contains("▲ all 3 read before any wrote"))
  }

  @Test func aLongListIsCutInTheMiddle() {
    let steps = (1...100).map { Self.step($0 % 3 + 1, "step \($0)") }
    let lines = WitnessPicture(width: 40).lines(of: steps)
    #expect(lines.count == 40)
    #expect(lines[30] == "… 61 more steps")
    #expect(lines[39] == "100. buyer 2  step 100")
  }

  @Test func noLineIsWiderThanTheTerminal() {
    var random = SeededGenerator(seed: 3)
    let labels = ["read 1", "写入 0", "prints a very long line that goes on and on", "🎟️", ""]
    for width in [16, 20, 40, 57, 80, 200] {
      for count in [1, 2, 5, 30] {
        let steps = (0..<count).map { _ in
          Self.step(
            Int.random(in: 0...4, using: &random), labels.randomElement(using: &random)!,
            Bool.random(using: &random) ? .reads(path: "t", []) : .writes(path: "t", Self.one))
        }
        for line in WitnessPicture(width: width).lines(of: steps) {
          #expect(DisplayWidth.of(line) <= width)
        }
      }
    }
  }

  @Test func noStepsNoPicture() {
    #expect(WitnessPicture(width: 80).lines(of: []).isEmpty)
  }
}

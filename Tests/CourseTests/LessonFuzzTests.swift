import Course
import Testing

/// A small generator of random numbers whose whole state is its seed (SplitMix64).
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

@Suite struct LessonFuzzTests {
  private static let pieces = [
    "```", "~~~", "---", "\n", ": ", "- ", "[", "]", "{", "}", "'", "\"", "|", ">", "&a ", "*a",
    "#",
    "\t", "program", "predict", "with", "\u{feff}", "é", "票", "\r", "%", "!!str ", "? ", "0x1",
    "1e9",
  ]

  @Test func mutatedLessonsNeverTrap() throws {
    var random = SeededGenerator(seed: 1)
    let course = try TemporaryCourse(CourseReaderTests.files)
    let original = Array(CourseReaderTests.lockLesson.unicodeScalars)
    for _ in 0..<1500 {
      var text = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
          text.removeSubrange(
            place..<min(text.count, place + Int.random(in: 1...20, using: &random)))
        case 1:
          text.insert(
            contentsOf: Self.pieces.randomElement(using: &random)!.unicodeScalars, at: place)
        default:
          text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
        }
        if text.isEmpty { text = original }
      }
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text)
      try course.write("03-lock/lesson.md", Array(String(scalars).utf8))
      if case .failure(let faults) = course.read() { #expect(!faults.faults.isEmpty) }
    }
  }
}

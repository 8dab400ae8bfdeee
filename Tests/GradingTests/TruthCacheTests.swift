import Course
import Foundation
import Grading
import Model
import Testing

/// Truths that outlive a process, and what does not count as one.
@Suite struct TruthCacheTests {
  final class Folder: Sendable {
    let path = NSTemporaryDirectory() + "truths-" + UUID().uuidString
    deinit { try? FileManager.default.removeItem(atPath: path) }

    var entries: [URL] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.sorted().map { URL(fileURLWithPath: path + "/" + $0) }
    }
  }

  static let program = LessonProgram(name: "a.py", path: "a.py", text: "print('a')\n")

  static func truth(
    _ folder: Folder, version: String = "1", text: String = program.text,
    observe: String = "printed('a')", files: [DataFile] = [], states: Int = 100
  ) -> QuestionTruth {
    var store = TruthStore(
      bounds: Bounds(states: states), cache: TruthCache(folder: folder.path, version: version))
    return store.truth(
      of: LessonProgram(name: "a.py", path: "a.py", text: text), files: files, observe: observe)
  }

  /// Puts another truth into the place of one, whole and with its sum; it can be told from a computed
  /// one by its value.
  static func forge(_ folder: Folder) throws {
    let url = try #require(folder.entries.first)
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text.contains("1:1"))
    // The first sixteen signs are the sum.
    let forged = text.dropFirst(16).replacing("exact1:1", with: "exact1:7")
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in forged.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(sum, radix: 16)
    let head = String(repeating: "0", count: 16 - digits.count) + digits
    try Data((head + forged).utf8).write(to: url)
  }

  @Test func whatIsKeptIsUsed() throws {
    let folder = Folder()
    let first = Self.truth(folder)
    #expect(first.values == [.integer(1)])
    #expect(folder.entries.count == 1)
    let again = Self.truth(folder)
    #expect(again.found == first.found)
    #expect(again.extent == first.extent)
    #expect(again.states == first.states)
    try Self.forge(folder)
    #expect(Self.truth(folder).states == 7)
  }

  @Test func anotherQuestionIsComputed() throws {
    let folder = Folder()
    _ = Self.truth(folder)
    try Self.forge(folder)
    #expect(Self.truth(folder, version: "2").states != 7)
    #expect(Self.truth(folder, text: "print('a') \n").states != 7)
    #expect(Self.truth(folder, observe: "printed( 'a')").states != 7)
    #expect(Self.truth(folder, files: [DataFile(name: "b", bytes: [1])]).states != 7)
    #expect(Self.truth(folder, states: 99).states != 7)
    #expect(folder.entries.count == 6)
  }

  @Test func anEntryInTheWrongPlaceIsNotTaken() throws {
    let folder = Folder()
    _ = Self.truth(folder)
    try Self.forge(folder)
    let forged = try Data(contentsOf: folder.entries[0])
    _ = Self.truth(folder, text: "print('a')\n\n")
    for entry in folder.entries { try forged.write(to: entry) }
    #expect(Self.truth(folder, text: "print('a')\n\n").states != 7)
  }

  @Test(arguments: [0, 1, 15, 16, 17, 40, 80])
  func damageIsFound(place: Int) throws {
    let folder = Folder()
    let truth = Self.truth(folder)
    let url = folder.entries[0]
    let whole = try Data(contentsOf: url)
    var changed = whole
    changed[place] ^= 4
    for damaged in [changed, whole.prefix(place), whole + Data([0])] {
      try Data(damaged).write(to: url)
      let again = Self.truth(folder)
      #expect(again.found == truth.found)
      #expect(try Data(contentsOf: url) == whole)
    }
  }

  @Test func whatWasCutShortByTimeIsNotKept() {
    let folder = Folder()
    var store = TruthStore(cache: TruthCache(folder: folder.path, version: "1"))
    _ = store.truth(
      of: Self.program, files: [], observe: "printed('a')", shouldStop: { _ in true })
    #expect(folder.entries.isEmpty)
  }

  @Test func aFolderThatCannotBeMadeIsNoFault() {
    var store = TruthStore(cache: TruthCache(folder: "/proc/nowhere/tutor", version: "1"))
    let truth = store.truth(of: Self.program, files: [], observe: "printed('a')")
    #expect(truth.isComplete)
  }
}

import Course
import Foundation
import Shell
import Testing

/// Exercises, in a course with one lesson that has one.
@Suite(.serialized) struct ExerciseTests {
  let scratch: ScratchFolder
  var rehearsal: Rehearsal

  static let course: Course = {
    let start = LessonProgram(name: "fix/race.py", path: "race.py", text: "print('bought')\n")
    let ours = LessonProgram(name: "solutions/race.py", path: "", text: "print('a lock of ours')\n")
    let exercise = Exercise(
      id: ExerciseID("narrow"), ask: "Sell it once.", start: start,
      must: [Property(kind: .never, observe: "stuck")], hints: ["Look at the gap."],
      because: "Now it is one step.", solutions: [ours])
    let lesson = Lesson(
      id: LessonID("lock"), title: "One at a time", number: 1,
      elements: [
        .fix(exercise), .text(Prose(markdown: "That was all.", line: 9)),
      ],
      dataFiles: [DataFile(name: "ticket.json", bytes: Array("1".utf8))], folder: ".")
    return Course(title: "A course", folder: ".", language: .english, lessons: [lesson])
  }()

  init() throws {
    scratch = try ScratchFolder()
    rehearsal = Rehearsal(folder: DataFolder(path: scratch.path))
    rehearsal.course = Self.course
    unsetenv("VISUAL")
    unsetenv("EDITOR")
  }

  private var copy: String { scratch.path + "/work/lock/race.py" }
  private var store: ProgressStore {
    get throws { try ProgressStore(folder: DataFolder(path: scratch.path)) }
  }

  /// What a session shows, its rows joined, for sentences that are broken into rows.
  private func sentences(_ lines: [String]) throws -> String {
    try rehearsal.play(lines).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func theCopyIsTheLearnersOwn() throws {
    let screen = try rehearsal.play(["", "edit", "q"])
    #expect(screen.contains("Mend it. Sell it once."))
    #expect(screen.contains("No editor is set."))
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "print('bought')\n")
    #expect(FileManager.default.fileExists(atPath: scratch.path + "/work/lock/ticket.json"))
    try "mine".write(toFile: copy, atomically: true, encoding: .utf8)
    _ = try rehearsal.play(["check", "q"])
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
  }

  @Test func whatAnEditorChangesIsChecked() throws {
    setenv("EDITOR", "sed -i -e s/bought/lock/", 1)
    let screen = try rehearsal.play(["", "edit", "", "progress", "q"])
    #expect(screen.contains("✓ sold once"))
    #expect(screen.contains("Mended. `solution` shows one of ours."))
    #expect(screen.contains("Now it is one step."))
    #expect(screen.contains("That was all."))
    #expect(screen.contains("✓ narrow          mended"))
    #expect(try store.bestAttempts().map(\.isSolved) == [true])
  }

  @Test func anEditorThatDoesNothingIsNotChecked() throws {
    setenv("EDITOR", "true", 1)
    #expect(try rehearsal.play(["", "edit", "q"]).contains("Nothing has changed."))
    setenv("EDITOR", "no-such-editor-anywhere", 1)
    #expect(try rehearsal.play(["", "edit", "q"]).contains("There is no editor"))
    setenv("EDITOR", "false", 1)
    #expect(try rehearsal.play(["", "edit", "q"]).contains("ended with an error (1)"))
    #expect(try store.attempts().isEmpty)
  }

  @Test func aBrokenPropertyComesWithItsEvidence() throws {
    let screen = try rehearsal.play(["", "check", "progress", "q"])
    #expect(screen.contains("✗ sold once\n\n    buyer 1 ──read──"))
    #expect(screen.contains("1 of 2 hold."))
    #expect(screen.contains("~ narrow          1 of 2 hold."))
    #expect(screen.contains("lock 1/2> progress"))
  }

  @Test func theSolutionIsShownOnAskingTwice() throws {
    let once = try sentences(["", "solution", "q"])
    #expect(!once.contains("a lock of ours"))
    #expect(once.contains("`solution` once more shows one of ours"))
    let twice = try rehearsal.play(["", "solution", "hint", "solution", "q"])
    #expect(twice.contains("Hint 1 of 1. Look at the gap."))
    #expect(twice.contains("print('a lock of ours')"))
  }

  @Test func resettingTheCopyLosesNothing() throws {
    _ = try rehearsal.play(["", "check", "q"])
    try "mine".write(toFile: copy, atomically: true, encoding: .utf8)
    let screen = try sentences(["", "reset copy", "reset everything", "q"])
    #expect(screen.contains("is as it was in the beginning"))
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "print('bought')\n")
    #expect(try String(contentsOfFile: copy + ".old", encoding: .utf8) == "mine")
    #expect(screen.contains("`reset copy` gives you the"))
  }

  @Test func aProgramThatCannotBeReadIsNoAttempt() throws {
    _ = try rehearsal.play(["", "check", "q"])
    try "???".write(toFile: copy, atomically: true, encoding: .utf8)
    #expect(try rehearsal.play(["", "check", "q"]).contains("SyntaxError: ???"))
    #expect(try store.attempts().count == 1)
    try FileManager.default.removeItem(atPath: copy)
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    #expect(try sentences(["", "check", "q"]).contains("is a directory"))
  }

  @Test func enterLeavesIt() throws {
    let screen = try rehearsal.play(["", "", "q"])
    #expect(screen.contains("That was all."))
    #expect(screen.contains("· narrow          not mended yet"))
  }
}

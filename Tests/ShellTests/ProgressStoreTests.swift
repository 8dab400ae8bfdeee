import Foundation
import GRDB
import Shell
import Testing

/// A folder of its own, removed at the end.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "tutor-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct ProgressStoreTests {
  @Test func keepsAnswersAndTheirVerdicts() throws {
    let scratch = try ScratchFolder()
    let folder = DataFolder(path: scratch.path + "/deep/tutor")
    try folder.make()
    do {
      let store = try ProgressStore(folder: folder)
      let id = try store.record(lesson: "a", question: "q", variant: 0, prediction: "1")
      #expect(try store.latestAnswers().first?.verdict == nil)
      try store.judge(id, verdict: .missed, outcomes: "1 or 2", run: "2")
      _ = try store.record(
        lesson: "a", question: "r", variant: 1, prediction: "", verdict: .skipped)
    }
    let answers = try ProgressStore(folder: folder).latestAnswers()
    #expect(answers.map(\.question) == ["q", "r"])
    #expect(answers.map(\.verdict) == [.missed, .skipped])
    #expect(answers[0].outcomes == "1 or 2" && answers[0].run == "2" && answers[0].time > 1e9)
  }

  /// A file as version 1 of the tables had it.
  @Test func anOlderFileKeepsWhatIsInIt() throws {
    let scratch = try ScratchFolder()
    let folder = DataFolder(path: scratch.path)
    let queue = try DatabaseQueue(path: folder.file("progress.sqlite"))
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE answer (
            id INTEGER PRIMARY KEY AUTOINCREMENT, time REAL NOT NULL, lesson TEXT NOT NULL,
            question TEXT NOT NULL, variant INTEGER NOT NULL, prediction TEXT NOT NULL,
            verdict TEXT, outcomes TEXT NOT NULL DEFAULT '', run TEXT NOT NULL DEFAULT '',
            counts INTEGER NOT NULL DEFAULT 1);
          CREATE INDEX answer_of_question ON answer (lesson, question);
          CREATE TABLE place (
            lesson TEXT PRIMARY KEY, step INTEGER NOT NULL, furthest INTEGER NOT NULL,
            time REAL NOT NULL);
          INSERT INTO answer (time, lesson, question, variant, prediction, verdict)
            VALUES (1.5e9, 'a', 'q', 0, '1', 'right');
          INSERT INTO place VALUES ('a', 2, 3, 1.5e9);
          PRAGMA user_version = 1;
          """)
    }
    try queue.close()
    for _ in 0..<2 {
      let store = try ProgressStore(folder: folder)
      #expect(try store.latestAnswers().map(\.prediction) == ["1"])
      #expect(try store.latestAnswers().map(\.confidence) == [nil])
      #expect(try store.places().map(\.furthest) == [3])
      #expect(try store.attempts().isEmpty)
    }
  }

  @Test func aNewerFileIsLeftAlone() throws {
    let scratch = try ScratchFolder()
    let folder = DataFolder(path: scratch.path)
    let queue = try DatabaseQueue(path: folder.file("progress.sqlite"))
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(throws: StoreFault.newer(folder.file("progress.sqlite"))) {
      _ = try ProgressStore(folder: folder)
    }
  }

  @Test func theBestAttemptCounts() throws {
    let store = try ProgressStore(folder: nil)
    for (program, held) in [("a", 1), ("b", 3), ("c", 2)] {
      try store.record(
        StoredAttempt(
          lesson: "l", exercise: "e", program: program, held: held, properties: 3))
    }
    #expect(try store.bestAttempts().map(\.program) == ["b"])
    #expect(try store.bestAttempts().map(\.isSolved) == [true])
    try store.reset(lesson: "l")
    #expect(try store.bestAttempts().isEmpty)
  }

  @Test func theLatestAnswerCounts() throws {
    let store = try ProgressStore(folder: nil)
    for prediction in ["1", "2", "3"] {
      _ = try store.record(lesson: "a", question: "q", variant: 0, prediction: prediction)
    }
    #expect(try store.latestAnswers().map(\.prediction) == ["3"])
    #expect(try store.allAnswers().count == 3)
  }

  @Test func placesGoForthAndBack() throws {
    let store = try ProgressStore(folder: nil)
    try store.setPlace(lesson: "a", step: 5)
    try store.setPlace(lesson: "b", step: 1)
    try store.setPlace(lesson: "a", step: 2)
    let places = try store.places()
    #expect(places.map(\.lesson) == ["a", "b"])
    #expect(places.map(\.step) == [2, 1])
    #expect(places.map(\.furthest) == [5, 1])
  }

  @Test func resettingKeepsTheRecords() throws {
    let store = try ProgressStore(folder: nil)
    for lesson in ["a", "b"] {
      _ = try store.record(lesson: lesson, question: "q", variant: 0, prediction: "1")
      try store.setPlace(lesson: lesson, step: 1)
    }
    try store.reset(lesson: "a")
    #expect(try store.latestAnswers().map(\.lesson) == ["b"])
    #expect(try store.places().map(\.lesson) == ["b"])
    try store.reset(lesson: nil)
    #expect(try store.latestAnswers().isEmpty)
    #expect(try store.allAnswers().count == 2)
  }

  @Test func twoShellsAtOnceLoseNothing() async throws {
    let scratch = try ScratchFolder()
    let folder = DataFolder(path: scratch.path)
    let stores = try [ProgressStore(folder: folder), ProgressStore(folder: folder)]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, store) in stores.enumerated() {
        group.addTask {
          for count in 0..<50 {
            let id = try store.record(
              lesson: "l\(number)", question: "q\(count)", variant: 0, prediction: "1")
            try store.judge(id, verdict: .right, outcomes: "1", run: "1")
            try store.setPlace(lesson: "l\(number)", step: count)
          }
        }
      }
      try await group.waitForAll()
    }
    let answers = try stores[0].latestAnswers()
    #expect(answers.count == 100)
    #expect(answers.allSatisfy { $0.verdict == .right })
    #expect(Set(try stores[1].places().map(\.furthest)) == [49])
  }

  @Test func aDamagedFileIsSaidToBe() throws {
    let scratch = try ScratchFolder()
    let folder = DataFolder(path: scratch.path)
    let noise = String(repeating: "this is no database ", count: 500)
    try noise.write(toFile: folder.file("progress.sqlite"), atomically: true, encoding: .utf8)
    #expect(throws: StoreFault.damaged(folder.file("progress.sqlite"))) {
      _ = try ProgressStore(folder: folder)
    }
  }

  @Test func aFolderThatCannotBeIsSaidToBe() {
    let folder = DataFolder(path: "/proc/tutor")
    #expect(throws: StoreFault.self) { try folder.make() }
  }
}

@Suite struct HistoryFileTests {
  @Test func twoShellsAppendToOneFile() throws {
    let scratch = try ScratchFolder()
    let one = HistoryFile(path: scratch.path + "/history")
    let two = HistoryFile(path: scratch.path + "/history")
    #expect(one.load().isEmpty)
    one.append("go last-ticket")
    two.append("show 锁")
    one.append("quit")
    #expect(two.load() == ["go last-ticket", "show 锁", "quit"])
  }

  @Test func itDoesNotGrowForEver() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/history"
    let lines = (0..<5_000).map { "line \($0)" }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let history = HistoryFile(path: path)
    #expect(history.load().count == 2_000)
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    #expect(kept.split(separator: "\n").first == "line 3000")
    #expect(history.load().last == "line 4999")
  }
}

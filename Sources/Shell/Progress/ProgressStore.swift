// What the learner has answered and where they are, in SQLite. Flows in: answers the moment they
// are given, verdicts when they are known. Flows out: both, for any later session. Several shells
// may use one file at once: every change is one transaction of its own.

import Diagnostics
import GRDB
import Glibc
import Grading

/// How an answer was judged, as it is stored.
package enum StoredVerdict: String, Hashable, Sendable, CaseIterable {
  case right
  /// All that was named can happen, and more can.
  case missed
  /// Something that was named cannot happen.
  case impossible
  /// The search was cut short, so that nobody knows.
  case undecided
  /// Not answered at all; never to look like right.
  case skipped
}

/// One answer to one question.
package struct StoredAnswer: Hashable, Sendable {
  package var id: Int64
  package var lesson: String
  package var question: String
  package var variant: Int
  /// As it was typed.
  package var prediction: String
  /// What the learner said of it; nil where nothing was said.
  package var confidence: Confidence?
  /// Nil until it is judged: the session ended before.
  package var verdict: StoredVerdict?
  /// What can happen, in words.
  package var outcomes: String
  /// What happened in the live run beside it.
  package var run: String
  /// Seconds since 1970.
  package var time: Double
}

/// Where the learner is in a lesson.
package struct StoredPlace: Hashable, Sendable {
  package var lesson: String
  /// The step that comes next, from 0.
  package var step: Int
  /// The furthest that it ever was.
  package var furthest: Int
}

package final class ProgressStore: Sendable {
  let database: DatabaseQueue
  let path: String

  /// Opens the file in a folder that is there, or keeps everything in memory.
  package init(folder: DataFolder?) throws(StoreFault) {
    path = folder?.file("progress.sqlite") ?? "memory"
    do {
      if folder != nil {
        database = try DatabaseQueue(path: path, configuration: Self.configuration)
      } else {
        database = try DatabaseQueue()
      }
      try database.inTransaction(.immediate) { database in
        try Migrations.bring(database)
        return .commit
      }
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // Readers and a writer do not wait for each other, and a commit is on the disk.
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  static func fault(_ error: any Error, path: String) -> StoreFault {
    if error is Migrations.TooNew { return .newer(path) }
    guard let error = error as? DatabaseError else {
      return .cannotOpen(path, reason: .fixed("\(error)"))
    }
    let reason = Wording.listed(error.message ?? "\(error.resultCode)")
    switch error.resultCode {
    case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(path, reason: reason)
    case .SQLITE_FULL: return .full(path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .damaged(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path)
    default:
      // A table that is there but is not ours says as much as broken pages do.
      return error.resultCode == .SQLITE_ERROR
        ? .damaged(path) : .cannotOpen(path, reason: reason)
    }
  }

  func change(_ sql: String, _ arguments: StatementArguments) throws(StoreFault) {
    do {
      try database.write { try $0.execute(sql: sql, arguments: arguments) }
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

// Answers.
extension ProgressStore {
  /// Stores a prediction before anything is known of it.
  ///
  /// - Returns: its number, for `judge`.
  package func record(
    lesson: String, question: String, variant: Int, prediction: String,
    confidence: Confidence? = nil, verdict: StoredVerdict? = nil
  ) throws(StoreFault) -> Int64 {
    do {
      return try database.write { database in
        try database.execute(
          sql: """
            INSERT INTO answer (time, lesson, question, variant, prediction, confidence, verdict)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            Self.now(), lesson, question, variant, prediction, confidence?.rawValue,
            verdict?.rawValue,
          ])
        return database.lastInsertedRowID
      }
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  /// Adds what came of a prediction.
  package func judge(
    _ id: Int64, verdict: StoredVerdict, outcomes: String, run: String
  ) throws(StoreFault) {
    try change(
      "UPDATE answer SET verdict = ?, outcomes = ?, run = ? WHERE id = ?",
      [verdict.rawValue, outcomes, run, id])
  }

  /// Takes back an answer that turned out not to be one.
  package func withdraw(_ id: Int64) throws(StoreFault) {
    try change("UPDATE answer SET counts = 0 WHERE id = ?", [id])
  }

  /// The latest answer to each question that counts, in the order they were given.
  package func latestAnswers() throws(StoreFault) -> [StoredAnswer] {
    try answers(
      """
      SELECT * FROM answer WHERE id IN
        (SELECT max(id) FROM answer WHERE counts GROUP BY lesson, question) ORDER BY id
      """)
  }

  /// Every answer ever given, the first one first.
  package func allAnswers() throws(StoreFault) -> [StoredAnswer] {
    try answers("SELECT * FROM answer ORDER BY id")
  }

  /// Every answer that counts, the first one first.
  package func countedAnswers() throws(StoreFault) -> [StoredAnswer] {
    try answers("SELECT * FROM answer WHERE counts ORDER BY id")
  }

  private func answers(_ sql: String) throws(StoreFault) -> [StoredAnswer] {
    do {
      return try database.read { database in
        try Row.fetchAll(database, sql: sql).map(Self.answer)
      }
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  private static func answer(_ row: Row) -> StoredAnswer {
    let verdict: String? = row["verdict"]
    let confidence: String? = row["confidence"]
    return StoredAnswer(
      id: row["id"], lesson: row["lesson"], question: row["question"], variant: row["variant"],
      prediction: row["prediction"], confidence: confidence.flatMap(Confidence.init(rawValue:)),
      verdict: verdict.flatMap(StoredVerdict.init(rawValue:)),
      outcomes: row["outcomes"], run: row["run"], time: row["time"])
  }
}

// Places.
extension ProgressStore {
  /// Says where the learner is now.
  package func setPlace(lesson: String, step: Int) throws(StoreFault) {
    try change(
      """
      INSERT INTO place (lesson, step, furthest, time) VALUES (?1, ?2, ?2, ?3)
      ON CONFLICT (lesson) DO UPDATE SET
        step = ?2, furthest = max(furthest, ?2), time = ?3
      """,
      [lesson, step, Self.now()])
  }

  /// Where the learner is in each lesson they have begun, the latest first.
  package func places() throws(StoreFault) -> [StoredPlace] {
    do {
      return try database.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM place ORDER BY time DESC, lesson").map {
          StoredPlace(lesson: $0["lesson"], step: $0["step"], furthest: $0["furthest"])
        }
      }
    } catch {
      throw Self.fault(error, path: path)
    }
  }

  /// Lets a lesson, or all of them, begin anew. Answers are kept, but count no more.
  package func reset(lesson: String?) throws(StoreFault) {
    if let lesson {
      try change("UPDATE answer SET counts = 0 WHERE lesson = ?", [lesson])
      try change("UPDATE attempt SET counts = 0 WHERE lesson = ?", [lesson])
      try change("DELETE FROM place WHERE lesson = ?", [lesson])
    } else {
      try change("UPDATE answer SET counts = 0", [])
      try change("UPDATE attempt SET counts = 0", [])
      try change("DELETE FROM place", [])
    }
  }
}

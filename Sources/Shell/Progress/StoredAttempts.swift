// The learner's attempts at exercises: each program that was checked, and how many properties it had.

import GRDB

/// One attempt at one exercise.
package struct StoredAttempt: Hashable, Sendable {
  package var lesson: String
  package var exercise: String
  /// The source text that was checked.
  package var program: String
  /// How many properties hold, of how many.
  package var held: Int
  package var properties: Int
  /// Seconds since 1970.
  package var time: Double

  package init(
    lesson: String, exercise: String, program: String, held: Int, properties: Int,
    time: Double = 0
  ) {
    self.lesson = lesson
    self.exercise = exercise
    self.program = program
    self.held = held
    self.properties = properties
    self.time = time
  }

  package var isSolved: Bool { held == properties }
}

extension ProgressStore {
  /// Stores an attempt that was judged; its time is now.
  package func record(_ attempt: StoredAttempt) throws(StoreFault) {
    try change(
      """
      INSERT INTO attempt (time, lesson, exercise, program, held, properties)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        Self.now(), attempt.lesson, attempt.exercise, attempt.program, attempt.held,
        attempt.properties,
      ])
  }

  /// The best attempt at each exercise that counts; of equal ones the latest.
  package func bestAttempts() throws(StoreFault) -> [StoredAttempt] {
    var best: [StoredAttempt] = []
    for attempt in try attempts() {
      let index = best.firstIndex {
        $0.lesson == attempt.lesson && $0.exercise == attempt.exercise
      }
      guard let index else {
        best.append(attempt)
        continue
      }
      if attempt.held >= best[index].held || attempt.isSolved { best[index] = attempt }
    }
    return best
  }

  /// Every attempt that counts, the first one first.
  package func attempts() throws(StoreFault) -> [StoredAttempt] {
    do {
      return try database.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM attempt WHERE counts ORDER BY id").map {
          StoredAttempt(
            lesson: $0["lesson"], exercise: $0["exercise"], program: $0["program"],
            held: $0["held"], properties: $0["properties"], time: $0["time"])
        }
      }
    } catch {
      throw Self.fault(error, path: path)
    }
  }
}

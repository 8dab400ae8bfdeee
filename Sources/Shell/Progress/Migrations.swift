// The tables of a progress file, version by version. Flows in: a file of any version up to ours. Flows
// out: the same file with our tables, and with all that was in it. A version that has been given out
// never changes; a new one goes below it.

import GRDB

enum Migrations {
  /// A newer tutor wrote the file.
  struct TooNew: Error {}

  /// Brings a file to our version, within the transaction that is under way.
  static func bring(_ database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= versions.count else { throw TooNew() }
    for version in found..<versions.count {
      try database.execute(sql: versions[version])
      try database.execute(sql: "PRAGMA user_version = \(version + 1)")
    }
  }

  /// What each version adds to the one before.
  private static let versions = [
    """
    CREATE TABLE IF NOT EXISTS answer (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      time REAL NOT NULL,
      lesson TEXT NOT NULL,
      question TEXT NOT NULL,
      variant INTEGER NOT NULL,
      prediction TEXT NOT NULL,
      verdict TEXT,
      outcomes TEXT NOT NULL DEFAULT '',
      run TEXT NOT NULL DEFAULT '',
      counts INTEGER NOT NULL DEFAULT 1
    );
    CREATE INDEX IF NOT EXISTS answer_of_question ON answer (lesson, question);
    CREATE TABLE IF NOT EXISTS place (
      lesson TEXT PRIMARY KEY,
      step INTEGER NOT NULL,
      furthest INTEGER NOT NULL,
      time REAL NOT NULL
    );
    """,
    """
    ALTER TABLE answer ADD COLUMN confidence TEXT;
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      time REAL NOT NULL,
      lesson TEXT NOT NULL,
      exercise TEXT NOT NULL,
      program TEXT NOT NULL,
      held INTEGER NOT NULL,
      properties INTEGER NOT NULL,
      counts INTEGER NOT NULL DEFAULT 1
    );
    CREATE INDEX attempt_at_exercise ON attempt (lesson, exercise);
    """,
  ]
}

// The commands as one table: completion, help and the reader all look here. What a command does is
// in Session.

/// A word that the learner can begin a line with.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case next, back, lessons, go, show
  case predict, run, explore, drive, timeline, why, hint, skip, retry
  case edit, check, solution
  case review, progress, reset, lang, help, quit

  /// What comes after the word, for help; empty where nothing does.
  package var argument: String {
    switch self {
    case .go: "LESSON"
    case .show: "[PROGRAM|NAME]"
    case .run, .drive: "[PROGRAM]"
    case .explore: "[PROGRAM] [EXPRESSION]"
    case .skip: "[LESSON]"
    case .reset: "[copy|all]"
    case .lang: "[en|zh]"
    case .help: "[COMMAND]"
    case .next, .back, .lessons, .predict, .timeline, .why, .hint, .retry, .edit, .check,
      .solution, .review, .progress, .quit:
      ""
    }
  }

  /// Whether it can be typed in place of a prediction.
  package var isAllowedWhilePredicting: Bool {
    switch self {
    case .hint, .skip, .show, .back, .lessons, .go, .progress, .lang, .help, .quit: true
    case .next, .predict, .run, .explore, .drive, .timeline, .why, .retry, .edit, .check,
      .solution, .review, .reset:
      false
    }
  }
}

/// What a line turned out to be.
package enum CommandReading: Hashable, Sendable {
  /// Enter alone.
  case nothing
  case command(Command, argument: String)
  /// Several commands begin so.
  case ambiguous(word: String, [Command])
  case unknown(word: String, nearest: Command?)
}

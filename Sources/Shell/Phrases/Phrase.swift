// Everything that the shell itself says, as values. Each language has one exhaustive table, so a
// phrase that is not translated does not compile. Backticks mark what can be typed.

import Course
import Diagnostics
import Machine

package enum Phrase: Hashable, Sendable {
  // The start and the way.
  case tagline
  case welcome(lesson: Int, title: String)
  case stoppedAt(lesson: Int, title: String, step: Int, of: Int)
  case finishedLesson(lesson: Int, title: String)
  case goOnHint
  case nextLesson(lesson: Int, title: String)
  case courseFinished
  case lessonHeader(lesson: Int, title: String, minutes: Int?)
  case lessonEnd(lesson: Int)
  case atBeginning
  case farewell
  // Commands.
  case about(Command)
  case helpHead
  case helpFoot
  case ambiguous(word: String, names: [String])
  case unknownCommand(word: String, nearest: String?)
  case noLesson(name: String, nearest: String?)
  case whichLesson
  case noProgramHere
  case noSuchProgram(name: String, nearest: String?)
  case cannotReadFile(name: String, reason: Wording)
  case cannotWhilePredicting(String)
  case languageIs(ReadingLanguage)
  case languageUnknown(String)
  // Questions.
  case predict
  case predictionPrompt
  case signsOfConfidence
  case remark(String)
  case emptyPrediction
  case enterAsks
  case unread(expected: String)
  case alreadyAnswered(prediction: String, mark: Mark)
  case pendingPrediction(String)
  case skipped
  case nothingToSkip
  case noQuestion
  case hint(number: Int, of: Int)
  case noHints
  case noMoreHints
  // Questions away from their place.
  case nothingToReview
  case reviewBegins(Int)
  case lessonByQuestions(lesson: Int, title: String, Int)
  case lessonNotKnown(name: String)
  case lessonKnown(lesson: Int, title: String)
  case rightOf(Int, of: Int)
  // How well one knows.
  case rightWhenSure(Int, of: Int)
  case rightWhenGuessing(Int, of: Int)
  case tooSure
  case tooModest
  // Runs.
  case runningLive(String, speed: String)
  case ended(seconds: Double, processes: Int)
  case runStopped
  case runningIdeally(String)
  case endedIdeally(seconds: String)
  case stuckIdeally(seconds: String, processes: [String])
  case dies(ExceptionSummary)
  case isKilled(signal: Int32)
  case everyInterleaving(states: Int, seconds: Double)
  case searchedInPart(states: Int, seconds: Double)
  case outcomes(Int, of: String?)
  case atLeast(String)
  case processName(String)
  case canGetStuck
  case canCrash(process: String, exception: String)
  case exploring
  case explorationStopped
  case keptForLater
  case noRunYet
  case activity(Timeline.Activity)
  case length(seconds: Double)
  case nothingToExplain
  // Driving.
  case driveHead
  case driveGoal(DriveGoal)
  case driveHelp
  case driveOver
  case driveStuck
  case driveWaits
  case driveNext
  case driveSoFar(String, value: String)
  case driveReached(Int)
  case atLine(Int)
  case nothingToUndo
  case cannotMove(String)
  // Progress.
  case stepOf(Int, of: Int)
  case done
  case notBegun
  case mark(Mark)
  case markCount(Mark, Int)
  case minutes(Int)
  case noAnswers
  case youSaid(String)
  case whatCanHappen(String)
  case resetLesson(lesson: Int, title: String)
  case resetAll
  case resetWhat
  // Exercises.
  case mend
  case mustHold
  case mendingHint
  case solvedBefore
  case noExercise
  case noExerciseYet
  case exerciseLeft
  case cannotWriteCopy(reason: Wording)
  case noEditor(file: String)
  case editorNotFound(String)
  case editorFailed(String, reason: Wording)
  case copyUnchanged
  case copyReset(file: String, old: String)
  case checking(file: String)
  case checkIsTheHint
  case lacksConstant(String, value: String)
  case heldOf(Int, of: Int)
  case solved(hasOurs: Bool)
  case noSolution
  case askAgainForSolution
  case mended
  case notMended
  case mendedCount(Int)
  // Faults.
  case hintWord
  case dataReadOnly(path: String, reason: Wording)
  case dataCannotOpen(path: String, reason: Wording)
  case dataFull(path: String)
  case dataDamaged(path: String)
  case dataBusy(path: String)
  case dataNewer(path: String)
  case chooseDataFolder
  case moveAside(path: String)
  case noHome
  case notStored
  case internalError(String)
}

/// How a question stands.
package enum Mark: Hashable, Sendable, CaseIterable {
  case right, missed, impossible, undecided, skipped, pending, open

  package init(_ answer: StoredAnswer?) {
    switch answer {
    case nil: self = .open
    case .some(let answer):
      switch answer.verdict {
      case .right: self = .right
      case .missed: self = .missed
      case .impossible: self = .impossible
      case .undecided: self = .undecided
      case .skipped: self = .skipped
      case nil: self = .pending
      }
    }
  }

  /// A sign of one column; no two alike, and none but the first like "right".
  package var sign: String {
    switch self {
    case .right: "✓"
    case .missed: "~"
    case .impossible: "✗"
    case .undecided: "?"
    case .skipped: "–"
    case .pending: "…"
    case .open: "·"
    }
  }

  package var style: TextStyle {
    switch self {
    case .right: .green
    case .missed, .undecided: .yellow
    case .impossible: .red
    case .skipped, .pending, .open: .dim
    }
  }
}

extension ReadingLanguage {
  package func callAsFunction(_ phrase: Phrase) -> String {
    switch self {
    case .english: phrase.english
    case .chinese: phrase.chinese
    }
  }
}

/// A number with its thousands apart: `48 102`.
func grouped(_ number: Int) -> String {
  var digits = Array(String(abs(number)))
  var place = digits.count - 3
  while place > 0 {
    digits.insert("\u{a0}", at: place)
    place -= 3
  }
  return (number < 0 ? "-" : "") + String(digits)
}

/// A length of time with its unit: `1.5 s`, and `7 ms` where that would be no second at all.
func brief(_ seconds: Double, second: String, millisecond: String) -> String {
  guard seconds > 0, seconds < 0.05 else { return brief(seconds) + " " + second }
  return "\(max(1, Int((seconds * 1000).rounded()))) " + millisecond
}

/// A number of seconds, or of times, as one reads it: `0.2`, `12`, `1.5`.
func brief(_ number: Double) -> String {
  guard number.isFinite, abs(number) < 1e9 else { return "?" }
  let tenths = Int((max(number, 0) * 10).rounded())
  return number >= 10 || tenths % 10 == 0
    ? String((tenths + 5) / 10) : "\(tenths / 10).\(tenths % 10)"
}

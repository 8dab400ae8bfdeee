// The shell's phrases in English.

import Course
import Diagnostics
import Grading
import Observation

extension Phrase {
  var english: String {
    switch self {
    case .tagline: "tutor · processes, locks, pipes and queues, live"
    case .welcome(let lesson, let title):
      "Welcome. Enter begins lesson \(lesson), \(title) · `lessons` · `help`"
    case .stoppedAt(let lesson, let title, let step, let count):
      "You stopped in lesson \(lesson), \(title), step \(step) of \(count)."
    case .finishedLesson(let lesson, let title): "You have finished lesson \(lesson), \(title)."
    case .goOnHint: "Enter goes on · `lessons` · `help`"
    case .nextLesson(let lesson, let title): "Enter goes on with lesson \(lesson), \(title)."
    case .courseFinished:
      "That was the last lesson. `lessons` shows them all, `progress` what you answered."
    case .lessonHeader(let lesson, let title, let minutes):
      "Lesson \(lesson) · \(title)"
        + (minutes.map { " · about \($0) minute" + ($0 == 1 ? "" : "s") } ?? "")
    case .lessonEnd(let lesson): "That was lesson \(lesson)."
    case .atBeginning: "This is the lesson's first step."
    case .farewell: "Your place is kept. `tutor` brings you back to it."
    case .about(let command): Self.englishAbout(command)
    case .helpHead: "Enter alone goes on. Any beginning of a command will do."
    case .helpFoot:
      "Tab completes, Ctrl-R searches what you typed before, Ctrl-C stops a run or gives up a line, "
        + "Ctrl-D leaves."
    case .ambiguous(let word, let names):
      "`\(word)` could be \(Self.choice(names.map { "`\($0)`" }, "or"))."
    case .unknownCommand(let word, let nearest):
      "There is no command `\(word)`."
        + (nearest.map { " Did you mean `\($0)`?" } ?? " `help` lists them.")
    case .noLesson(let name, let nearest):
      "There is no lesson `\(name)`."
        + (nearest.map { " Did you mean `\($0)`?" } ?? " `lessons` lists them.")
    case .whichLesson: "Which lesson? `go last-ticket` or `go 2`; `lessons` lists them."
    case .noProgramHere: "There is no program here yet. Enter goes on."
    case .noSuchProgram(let name, let nearest):
      "There is no program and no function `\(name)` here."
        + (nearest.map { " Did you mean `\($0)`?" } ?? "")
    case .cannotReadFile(let name, let reason): "Cannot read \(name): \(Self.lowered(reason))."
    case .cannotWhilePredicting(let name):
      "`\(name)` would give the answer away. Predict first, or `skip`."
    case .languageIs: "This is tutor in English. `lang zh` changes to Chinese."
    case .languageUnknown(let name): "There is no language `\(name)`. `lang en` or `lang zh`."
    case .predict: "Predict. "
    case .predictionPrompt: "prediction"
    case .remark(let text): "(\(text))"
    case .signsOfConfidence: "`!` behind it if you are sure, `?` if you guess"
    case .emptyPrediction: "Type your prediction, or `hint`, `show` or `skip`."
    case .enterAsks: "If it is a prediction: Enter asks the question first."
    case .unread(let expected): "That does not read as an answer here. \(expected)"
    case .alreadyAnswered(let prediction, let mark):
      "You answered this before: \(prediction) – \(Phrase.mark(mark).english). "
        + "`retry` asks it again."
    case .pendingPrediction(let prediction):
      "You predicted \(prediction) here, and it has not been judged yet."
    case .skipped: "Skipped: it stays open. `retry` asks it."
    case .nothingToSkip: "There is no question to skip here. Enter goes on."
    case .noQuestion: "There is no question here yet. Enter goes on."
    case .hint(let number, let count): "Hint \(number) of \(count)."
    case .noHints: "There is no hint for this one. `show` shows the program."
    case .nothingToReview: "Nothing to ask again: you have missed nothing so far."
    case .reviewBegins(let count):
      count == 1
        ? "One question that you missed, once more."
        : "\(count) questions that you missed, once more."
    case .lessonByQuestions(let lesson, let title, let count):
      "Lesson \(lesson), \(title), by its questions alone: "
        + (count == 1 ? "one." : "\(count) of them.")
    case .lessonNotKnown(let name): "The lesson stays open. `go \(name)` takes it."
    case .lessonKnown(let lesson, let title): "You know it. Lesson \(lesson), \(title), is done."
    case .rightOf(let right, let count): "\(right) of \(count) right."
    case .rightWhenSure(let right, let count):
      "Where you were sure (`!`), you were right \(Self.timesOf(right, count))."
    case .rightWhenGuessing(let right, let count):
      "Where you guessed (`?`), you were right \(Self.timesOf(right, count))."
    case .tooSure: "A second look pays before a `!`."
    case .tooModest: "You know more than you think."
    case .noMoreHints: "There are no more hints. `skip` leaves the question open."
    case .runningLive(let name, let speed):
      "Running live: `\(name)`" + (speed == "1" ? "" : ", \(speed) times as fast")
    case .ended(let seconds, let processes):
      "Ended after \(Phrase.length(seconds: seconds).english)."
        + (processes > 1 ? " There were \(processes) processes." : "")
    case .runStopped: "Stopped. All its processes have ended."
    case .runningIdeally(let name): "On an ideal machine: `\(name)`"
    case .endedIdeally(let seconds): "Ended after \(seconds) s on an ideal machine."
    case .stuckIdeally(let seconds, let processes):
      "Stuck after \(seconds) s on an ideal machine: \(processes.joined(separator: ", "))"
        + (processes.count == 1 ? " waits for ever." : " wait for ever.")
    case .dies(let exception):
      "dies: \(exception.type): \(exception.message), line \(exception.line)"
    case .isKilled(let signal): "is killed by signal \(signal)"
    case .everyInterleaving(let states, let seconds):
      "Every interleaving (\(Self.states(states)), \(VerdictText.seconds(seconds)) s):"
    case .searchedInPart(let states, let seconds):
      "Not every interleaving (\(Self.states(states)), \(VerdictText.seconds(seconds)) s, then cut short):"
    case .outcomes(let count, let what):
      (count == 1 ? "one outcome" : "\(count) outcomes") + (what.map { " of `\($0)`." } ?? ".")
    case .atLeast(let what): "at least \(what)"
    case .processName(let name): name == RunRecord.mainProcess ? "main" : name
    case .canGetStuck: "everybody can end up waiting:"
    case .canCrash(let process, let exception): "\(process) can die of \(exception)"
    case .exploring: "Exploring every interleaving …"
    case .explorationStopped: "Stopped before every interleaving was seen."
    case .keptForLater: "Your prediction is kept. Enter judges it."
    case .noRunYet: "Nothing has run yet. `run` runs the program live."
    case .length(let seconds): brief(seconds, second: "s", millisecond: "ms")
    case .activity(let activity):
      switch activity {
      case .runs: "runs"
      case .sleeps: "sleeps"
      case .holds: "holds a lock"
      case .waits: "waits for somebody"
      }
    case .nothingToExplain: "There is no answer of yours here to explain yet."
    case .driveHead: "You are the scheduler: every process waits for you before each operation."
    case .driveGoal(let goal): "Make it so that `\(goal.observe)` is `\(goal.value)`."
    case .driveHelp:
      "a number lets that process do its next operation (`1`, `1 1 2`, `1*5`) · `undo` · `show` · "
        + "`quit`"
    case .driveOver: "Everybody has ended."
    case .driveStuck: "Everybody who is left waits, and nobody can wake them."
    case .driveWaits: "waits"
    case .driveNext: "goes on"
    case .driveSoFar(let observe, let value): "`\(observe)` is `\(value)` so far."
    case .driveReached(let count):
      "You have done it, in " + (count == 1 ? "one step." : "\(count) steps.")
    case .atLine(let line): "line \(line)"
    case .nothingToUndo: "There is no step to take back."
    case .cannotMove(let move): "`\(move)` is no move that can be made now."
    case .stepOf(let step, let count): "step \(step) of \(count)"
    case .done: "done"
    case .notBegun: "not begun"
    case .mark(let mark): Self.englishMark(mark)
    case .markCount(let mark, let count): "\(count) \(Self.englishMark(mark))"
    case .minutes(let count): "\(count) min"
    case .noAnswers: "No question of this lesson has been answered yet."
    case .youSaid(let prediction): "You: \(prediction)"
    case .whatCanHappen(let outcomes): "In fact: \(outcomes)"
    case .resetLesson(let lesson, let title):
      "Lesson \(lesson), \(title), begins anew. Enter goes on."
    case .resetAll: "The course begins anew. Enter goes on."
    case .resetWhat:
      "`reset` begins this lesson anew, `reset all` the course, and `reset copy` gives you the "
        + "exercise as it was."
    case .mend: "Mend it. "
    case .mustHold: "What must hold, over all schedules:"
    case .mendingHint:
      "`edit` opens a copy of yours · `check` checks it · `hint` helps · Enter leaves it"
    case .solvedBefore:
      "You have mended this. `edit` opens your copy, `solution` shows one of ours."
    case .noExercise: "There is nothing to mend in this lesson."
    case .noExerciseYet: "There is nothing to mend here yet. Enter goes on."
    case .exerciseLeft: "Left as it is. `back` comes to it again."
    case .cannotWriteCopy(let reason):
      "Your copy cannot be written: \(reason.text(in: .english))."
    case .noEditor(let file):
      "No editor is set. Your copy is `\(file)`: change it in any editor, then `check`. Or set one "
        + "before you start: `EDITOR=nano tutor`."
    case .editorNotFound(let command):
      "There is no editor `\(command)`. Set another before you start: `EDITOR=nano tutor`."
    case .editorFailed(let command, let reason):
      "The editor `\(command)` ended with an error (\(reason.text(in: .english))). "
        + "`check` checks the file as it is."
    case .copyUnchanged: "Nothing has changed. `check` checks it as it is."
    case .copyReset(let file, let old):
      "`\(file)` is as it was in the beginning. What you had is in `\(old)`."
    case .checking(let file): "Checking `\(file)` over every schedule."
    case .checkIsTheHint: "There are no more hints. `check` shows the schedule that breaks it."
    case .lacksConstant(let name, let value):
      "This is checked with `\(name) = \(value)`, and the program has no line `\(name) = …` at its "
        + "left margin."
    case .heldOf(let held, let count): "\(held) of \(count) hold."
    case .solved(let hasOurs): "Mended." + (hasOurs ? " `solution` shows one of ours." : "")
    case .noSolution: "There is no solution of ours to show."
    case .askAgainForSolution:
      "You have not mended it yet. `hint` helps, and `solution` once more shows one of ours."
    case .mended: "mended"
    case .notMended: "not mended yet"
    case .mendedCount(let count): "\(count) mended"
    case .hintWord: "hint:"
    case .dataReadOnly(let path, let reason):
      "Your progress cannot be kept in \(path): \(Self.lowered(reason))."
    case .dataCannotOpen(let path, let reason):
      "Your progress cannot be kept in \(path): \(Self.lowered(reason))."
    case .dataFull(let path): "The disk is full, so \(path) cannot be written."
    case .dataDamaged(let path): "The file \(path) is damaged, or no file of tutor's."
    case .dataBusy(let path): "Another program has held \(path) for more than five seconds."
    case .dataNewer(let path): "The file \(path) was written by a newer tutor."
    case .chooseDataFolder:
      "set XDG_DATA_HOME to a folder that you can write: XDG_DATA_HOME=/tmp/data tutor"
    case .moveAside(let path): "move it aside, and tutor begins a new one: mv \(path) \(path).old"
    case .noHome: "There is neither HOME nor XDG_DATA_HOME, so your progress is not kept."
    case .notStored: "This answer could not be stored:"
    case .internalError(let what): "internal error: \(what)"
    }
  }

  private static func englishAbout(_ command: Command) -> String {
    switch command {
    case .next: "go on: the next step (Enter does the same)"
    case .back: "go one step back"
    case .lessons: "list the lessons"
    case .go: "go to a lesson, by its name or number"
    case .show: "show the program, or one of its functions"
    case .predict: "answer the question of this step"
    case .run: "run the program live, in real processes"
    case .explore: "run it in every possible order, and list what can happen"
    case .drive: "be the scheduler: step the processes by hand"
    case .timeline: "draw the last live run, a lane a process"
    case .why: "explain the verdict on your answer once more"
    case .hint: "a hint for the question, then a stronger one"
    case .skip: "leave it open and go on; a lesson: answer its questions alone"
    case .edit: "open your copy of the exercise in your editor, then check it"
    case .check: "check your copy of the exercise over every schedule"
    case .solution: "a solution of ours, once it is mended or when asked twice"
    case .review: "ask again what you missed"
    case .retry: "ask the last question again"
    case .progress: "what you have answered so far"
    case .reset: "begin this lesson anew, or all of them, or your copy"
    case .lang: "choose the language: English or Chinese"
    case .help: "list the commands, or tell more of one"
    case .quit: "leave (Ctrl-D does the same)"
    }
  }

  private static func englishMark(_ mark: Mark) -> String {
    switch mark {
    case .right: "right"
    case .missed: "missed some"
    case .impossible: "not so"
    case .undecided: "not decided"
    case .skipped: "skipped"
    case .pending: "not judged yet"
    case .open: "open"
    }
  }

  private static func choice(_ words: [String], _ joint: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(joint) " + last
  }

  private static func timesOf(_ right: Int, _ count: Int) -> String {
    switch (right, count) {
    case (0, 1): "not once"
    case (1, 1): "the one time"
    case (0, _): "in none of \(count)"
    case (2, 2): "both times"
    case (count, _): "all \(count) times"
    case (1, _): "once in \(count)"
    default: "\(right) times in \(count)"
    }
  }

  private static func states(_ count: Int) -> String {
    count == 1 ? "1 state" : "\(grouped(count)) states"
  }

  /// As it reads within a sentence.
  private static func lowered(_ reason: Wording) -> String {
    let text = reason.text(in: .english)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

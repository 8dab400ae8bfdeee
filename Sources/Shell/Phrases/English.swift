// The shell's phrases in English.

import Course

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
      "Lesson \(lesson) · \(title)" + (minutes.map { " · about \($0) minutes" } ?? "")
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
    case .cannotReadFile(let name, let reason): "Cannot read \(name): \(reason)."
    case .cannotWhilePredicting(let name):
      "`\(name)` would give the answer away. Predict first, or `skip`."
    case .languageIs: "This is tutor in English. `lang zh` changes to Chinese."
    case .languageUnknown(let name): "There is no language `\(name)`. `lang en` or `lang zh`."
    case .predict: "Predict. "
    case .emptyPrediction: "Type your prediction, or `hint`, `show` or `skip`."
    case .enterAsks: "If it is a prediction: Enter asks the question first."
    case .unread(let expected): "That does not read as an answer here. \(expected)"
    case .commandsWhilePredicting: "`hint` helps · `show` shows the program · `skip` leaves it open"
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
    case .noMoreHints: "There are no more hints. `skip` leaves the question open."
    case .runningLive(let name, let speed):
      "Running live: `\(name)`" + (speed == "1" ? "" : ", \(speed) times as fast")
    case .ended(let seconds, let processes):
      "Ended after \(brief(seconds)) s."
        + (processes > 1 ? " There were \(processes) processes." : "")
    case .runStopped: "Stopped. All its processes have ended."
    case .everyInterleaving(let states, let seconds):
      "Every interleaving (\(Self.states(states)), \(brief(seconds)) s):"
    case .searchedInPart(let states, let seconds):
      "Not every interleaving (\(Self.states(states)), \(brief(seconds)) s, then cut short):"
    case .outcomes(let count, let what):
      (count == 1 ? "one outcome" : "\(count) outcomes") + (what.map { " of `\($0)`." } ?? ".")
    case .atLeast(let what): "at least \(what)"
    case .canGetStuck: "everybody can end up waiting:"
    case .waits(let process, let operation, let line, let reason):
      "\(process) waits" + (line > 0 ? " in line \(line)" : "")
        + (operation.isEmpty ? "" : ", `\(operation)`,") + " for \(reason)"
    case .canCrash(let process, let exception): "\(process) can die of \(exception)"
    case .exploring: "Exploring every interleaving …"
    case .explorationStopped: "Stopped before every interleaving was seen."
    case .keptForLater: "Your prediction is kept. Enter judges it."
    case .stepOf(let step, let count): "step \(step) of \(count)"
    case .done: "done"
    case .notBegun: "not begun"
    case .mark(let mark): Self.englishMark(mark)
    case .markCount(let mark, let count): "\(count) \(Self.englishMark(mark))"
    case .minutes(let count): "\(count) min"
    case .noAnswers: "No question of this lesson has been answered yet."
    case .youSaid(let prediction): "You: \(prediction)"
    case .whatCanHappen(let outcomes): "Can happen: \(outcomes)"
    case .resetLesson(let lesson, let title):
      "Lesson \(lesson), \(title), begins anew. Enter goes on."
    case .resetAll: "The course begins anew. Enter goes on."
    case .mend(let file): "Mend. \(file)"
    case .mendLater: "Mending it in the shell comes in a later version. Enter goes on."
    case .hintWord: "hint:"
    case .dataReadOnly(let path, let reason):
      "Your progress cannot be kept in \(path): \(Self.lowered(reason, or: "it cannot be written"))."
    case .dataCannotOpen(let path, let reason):
      "Your progress cannot be kept in \(path): \(Self.lowered(reason, or: "it cannot be opened"))."
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
    case .hint: "a hint for the question, then a stronger one"
    case .skip: "leave the question open and go on"
    case .retry: "ask the last question again"
    case .progress: "what you have answered so far"
    case .reset: "begin this lesson anew, or all of them"
    case .lang: "choose the language: English or Chinese"
    case .help: "list the commands, or tell more of one"
    case .quit: "leave (Ctrl-D does the same)"
    }
  }

  private static func englishMark(_ mark: Mark) -> String {
    switch mark {
    case .right: "right"
    case .missed: "missed some"
    case .impossible: "named what cannot happen"
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

  private static func states(_ count: Int) -> String {
    count == 1 ? "1 state" : "\(grouped(count)) states"
  }

  private static func lowered(_ reason: String, or otherwise: String) -> String {
    guard let first = reason.first else { return otherwise }
    return first.lowercased() + reason.dropFirst()
  }
}

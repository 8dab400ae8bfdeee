// Questions: posing them, taking what is typed, judging it. Rule: a prediction is stored before
// anything is known of it, and shown again beside what happened.

import Course
import Diagnostics
import Grading

extension Session {
  /// How the posing of a question ended.
  enum Posed: Hashable {
    /// Answered and judged.
    case settled(StoredVerdict)
    /// Left open by the learner's wish.
    case skipped
    /// Given up for now: Ctrl-C, or a search that was stopped.
    case putOff
    /// A command led away from it.
    case moved(Outcome)
  }

  /// What `hint` and `explore` speak of: the question that is shown, else the one before, else the one
  /// that comes next.
  var questionAtHand: Question? {
    if let posed { return posed.question }
    let coming = next < steps.count ? steps[next].question : nil
    if shown == next, let coming { return coming }
    return lastQuestion ?? coming
  }

  /// The last question that has been passed.
  private var lastQuestion: Question? {
    steps[..<min(next, steps.count)].last { $0.question != nil }?.question
  }

  /// The question at hand as it was asked last, or would be asked now.
  var askedAtHand: Asked? {
    if let posed { return posed }
    return questionAtHand.map { question in
      Asked(question: question, lesson: lesson, variant: answer(to: question)?.variant ?? 0)
    }
  }

  private func index(of question: Question) -> Int {
    steps.firstIndex { $0.question?.id == question.id } ?? next
  }

  mutating func predict() -> Outcome {
    let coming = steps[min(next, steps.count)...].first { $0.question != nil }?.question
    let isNext = next < steps.count && steps[next].question != nil
    guard let question = isNext ? coming : questionAtHand ?? coming else {
      screen.say(language(.noQuestion))
      return .stay
    }
    return poseOnTheWay(question, variant: answer(to: question)?.variant ?? 0)
  }

  mutating func retry() -> Outcome {
    guard let question = lastQuestion else { return predict() }
    return poseOnTheWay(question, variant: question.freshVariant(after: answer(to: question)))
  }

  /// A question met on the way: asked, unless it has been answered already.
  mutating func ask(_ question: Question, at index: Int) -> Outcome {
    guard let answer = answer(to: question), answer.verdict != .skipped else {
      return poseOnTheWay(question, variant: answer(to: question)?.variant ?? 0)
    }
    screen.write("\n")
    showQuestion(question, variant: answer.variant)
    guard answer.verdict != nil else { return judgeLate(answer, of: question, at: index) }
    showAnswered(answer)
    advance(from: index)
    return .stay
  }

  /// A prediction of an earlier session that nobody has judged.
  private mutating func judgeLate(
    _ answer: StoredAnswer, of question: Question, at index: Int
  ) -> Outcome {
    screen.say(language(.pendingPrediction(answer.prediction)))
    let asked = Asked(question: question, lesson: lesson, variant: answer.variant)
    switch judge(answer.prediction, as: answer.id, asked) {
    case .done(.settled):
      advance(from: index)
      return .stay
    case .done(.moved(let outcome)): return outcome
    case .done(.skipped), .done(.putOff): return .stay
    case .askAgain: return poseOnTheWay(question, variant: answer.variant)
    }
  }

  private mutating func poseOnTheWay(_ question: Question, variant: Int) -> Outcome {
    let index = index(of: question)
    shown = index
    switch pose(Asked(question: question, lesson: lesson, variant: variant)) {
    case .settled, .skipped:
      advance(from: index)
      return .stay
    case .putOff: return .stay
    case .moved(let outcome): return outcome
    }
  }

  func showQuestion(_ question: Question, variant: Int) {
    let head = StyledText(language(.predict), style: [.bold, .yellow])
    let text = head + InlineMarks.read(question.asking(variant: variant), style: .bold)
    screen.show(text.wrapped(to: screen.width, first: "  ", rest: "  "))
  }

  func showAnswered(_ answer: StoredAnswer) {
    let mark = Mark(answer)
    screen.say(
      answer.verdict == .skipped
        ? language(.skipped)
        : language(.alreadyAnswered(prediction: answer.prediction, mark: mark)))
    guard answer.verdict != .skipped, !answer.outcomes.isEmpty else { return }
    screen.say(language(.whatCanHappen(answer.outcomes)), style: .dim)
  }
}

extension Question {
  /// The variant to ask after an answer: the next one.
  func freshVariant(after answer: StoredAnswer?) -> Int {
    answer.map { ($0.variant + 1) % variantCount } ?? 0
  }
}

// Posing.
extension Session {
  /// Poses a question and reads until there is an answer, or another wish.
  mutating func pose(_ asked: Asked) -> Posed {
    posed = asked
    defer { posed = nil }
    screen.write("\n")
    showQuestion(asked.question, variant: asked.variant)
    let form = worlds.expectedForm(of: asked.question, language: language)
    screen.say(language(.remark(Self.lowered(form))), style: .dim)
    if !hasShownSigns {
      hasShownSigns = true
      screen.say(language(.remark(language(.signsOfConfidence))), style: .dim)
    }
    while true {
      switch read(asked.question.form) {
      case .interrupted: return .putOff
      case .end:
        if input.isInteractive { screen.say(language(.farewell), style: .dim) }
        return .moved(.leave)
      case .line(let line):
        switch take(line, for: asked) {
        case .askAgain: continue
        case .done(let posed): return posed
        }
      }
    }
  }

  /// A line, or several up to an empty one where the answer is a text.
  private func read(_ form: AnswerForm) -> InputLine {
    let completer = predictionCompleter
    let prompt = StyledText(language(.predictionPrompt), style: [.bold, .yellow]) + "> "
    let first = input.read(prompt: prompt, keeping: false, complete: { completer.complete($0) })
    guard form == .lines, case .line(let line) = first, isBeginningOfText(line) else {
      return first
    }
    var lines = [line]
    let margin = String(repeating: " ", count: max(0, prompt.width - 5))
    let more = StyledText(margin + "...> ", style: .dim)
    while true {
      switch input.read(
        prompt: more, keeping: false, complete: { _ in Completion(typed: 0, choices: []) })
      {
      case .line(let line) where CommandReader.trim(line).isEmpty:
        return .line(lines.joined(separator: "\n"))
      case .line(let line): lines.append(line)
      case .end: return .line(lines.joined(separator: "\n"))
      case .interrupted: return .interrupted
      }
    }
  }

  /// Whether more lines will follow: it is no command, and does not name all lines at once.
  private func isBeginningOfText(_ line: String) -> Bool {
    let (word, rest) = CommandReader.split(line)
    let isCommand = Command(rawValue: word.lowercased()) != nil && rest.isEmpty
    return !word.isEmpty && !isCommand && ![" / ", "／", " | "].contains { line.contains($0) }
  }

  /// A sentence as a remark in brackets.
  private static func lowered(_ sentence: String) -> String {
    let words = sentence.prefix(1).lowercased() + sentence.dropFirst()
    return words.last.map { ".。".contains($0) } == true ? String(words.dropLast()) : words
  }

  private enum Taken {
    case askAgain
    case done(Posed)
  }

  private mutating func take(_ line: String, for asked: Asked) -> Taken {
    let line = CommandReader.trim(line)
    guard !line.isEmpty else {
      screen.say(language(.emptyPrediction))
      return .askAgain
    }
    if let taken = takeCommand(line, for: asked) { return taken }
    switch worlds.read(line, for: asked, language: language) {
    case .unread(let expected):
      screen.say(language(.unread(expected: expected)))
      return .askAgain
    case .read(let confidence): return answer(line, confidence, asked)
    case .stopped: return answer(line, nil, asked)
    }
  }

  /// A command typed in place of an answer, by its full name; a value of that name goes in quotes.
  /// More words than the command takes are an answer: `back at six`.
  private mutating func takeCommand(_ line: String, for asked: Asked) -> Taken? {
    let (word, argument) = CommandReader.split(line)
    guard let command = Command(rawValue: word.lowercased()),
      argument.isEmpty || !command.argument.isEmpty
    else { return nil }
    guard command.isAllowedWhilePredicting else {
      screen.say(language(.cannotWhilePredicting(command.rawValue)))
      return .askAgain
    }
    switch command {
    case .hint: giveHint()
    case .skip where argument.isEmpty:
      leaveOpen(asked.question, in: asked.lesson)
      return .done(.skipped)
    case .show, .help, .lessons, .progress, .lang: _ = perform(command, argument)
    case .back, .go, .quit, .skip, .next, .predict, .run, .explore, .drive, .timeline, .why, .retry,
      .review, .reset, .edit, .check, .solution:
      posed = nil
      return .done(.moved(perform(command, argument)))
    }
    return .askAgain
  }

  private var predictionCompleter: Completer {
    var completer = self.completer
    completer.commands.removeAll {
      Command(rawValue: $0.name)?.isAllowedWhilePredicting != true
    }
    return completer
  }

  func leaveOpen(_ question: Question, in lesson: Lesson) {
    // What was answered before stays answered.
    if answer(to: question, in: lesson) == nil {
      keep { () throws(StoreFault) in
        _ = try store.record(
          lesson: lesson.id.name, question: question.id.name, variant: 0, prediction: "",
          verdict: .skipped)
      }
    }
    screen.say(language(.skipped))
  }
}

// Answers.
extension Session {
  /// Stores the prediction, before anything is known of it, and judges it.
  private mutating func answer(
    _ prediction: String, _ confidence: Confidence?, _ asked: Asked
  ) -> Taken {
    var id: Int64?
    keep { () throws(StoreFault) in
      id = try store.record(
        lesson: asked.lesson.id.name, question: asked.question.id.name, variant: asked.variant,
        prediction: prediction, confidence: confidence)
    }
    return judge(prediction, as: id, asked)
  }

  /// Explores, runs live, and shows both beside the prediction. Stopping it keeps the prediction.
  private mutating func judge(_ prediction: String, as id: Int64?, _ asked: Asked) -> Taken {
    let reading = watching { shouldStop in
      worlds.readAgainstTruth(prediction, for: asked, language: language, shouldStop: shouldStop)
    }
    switch reading {
    case .read: break
    case .stopped:
      screen.say(language(.explorationStopped))
      screen.say(language(.keptForLater))
      return .done(.putOff)
    case .unread(let expected):
      if let id { keep { () throws(StoreFault) in try store.withdraw(id) } }
      screen.say(language(.unread(expected: expected)))
      return .askAgain
    }
    let run = live(asked.job)
    guard !run.wasStopped else {
      screen.say(language(.keptForLater))
      return .done(.putOff)
    }
    return .done(.settled(settle(prediction, as: id, asked, run: run)))
  }

  /// Stores the verdict, then shows it.
  private func settle(
    _ prediction: String, as id: Int64?, _ asked: Asked, run: LiveReport
  ) -> StoredVerdict {
    var judgement = worlds.judge(
      prediction, for: asked, language: language, width: screen.width - 2)
    // Real seconds are no ideal ones, and a real schedule need not be an ideal one.
    let comparable = asked.question.time == .idealMachine ? nil : run.value
    let comparison = comparable.map { worlds.compare($0, for: asked, language: language) }
    let isContradicted = comparison?.isInside == false
    // Where the exploration lacks what a run has shown, nobody can be judged by it.
    if isContradicted { judgement.verdict = .undecided }
    if let id {
      keep { () throws(StoreFault) in
        try store.judge(
          id, verdict: judgement.verdict, outcomes: judgement.outcomes, run: run.value ?? "")
      }
    }
    if let comparison {
      screen.say(comparison.sentence, style: isContradicted ? .red : [])
    }
    screen.say(judgement.search)
    if !isContradicted { show(judgement) }
    return judgement.verdict
  }

  /// Runs a search with a line that counts its states, where the screen can take it back.
  func watching<Found>(_ search: ((Int) -> Bool) -> Found) -> Found {
    let begun = Stopwatch()
    var isShown = false
    let found = search { states in
      if screen.abilities.cursor, begun.seconds > 0.3 {
        isShown = true
        screen.write("\r  \(language(.exploring)) \(grouped(states))\u{1b}[K")
      }
      return stopIsWanted()
    }
    if isShown { screen.write("\r\u{1b}[K") }
    return found
  }

  /// `why`: the verdict on the question at hand once more, with its evidence.
  mutating func explainAnswer() {
    guard let question = questionAtHand, let answer = answer(to: question), answer.verdict != nil,
      answer.verdict != .skipped
    else {
      screen.say(language(.nothingToExplain))
      return
    }
    let asked = Asked(question: question, lesson: lesson, variant: answer.variant)
    let reading = watching { shouldStop in
      worlds.readAgainstTruth(
        answer.prediction, for: asked, language: language, shouldStop: shouldStop)
    }
    guard case .read = reading else {
      screen.say(language(.explorationStopped))
      return
    }
    let judgement = worlds.judge(
      answer.prediction, for: asked, language: language, width: screen.width - 2)
    screen.write("\n")
    showQuestion(question, variant: answer.variant)
    screen.say(language(.youSaid(answer.prediction)))
    // Real seconds are no ideal ones.
    if !answer.run.isEmpty, question.time != .idealMachine {
      screen.say(worlds.compare(answer.run, for: asked, language: language).sentence)
    }
    screen.say(judgement.search)
    show(judgement)
  }

  private func show(_ judgement: Judgement) {
    let mark: Mark
    switch judgement.verdict {
    case .right: mark = .right
    case .missed: mark = .missed
    case .impossible: mark = .impossible
    case .undecided: mark = .undecided
    case .skipped: mark = .skipped
    }
    let sentence =
      StyledText(mark.sign + " ", style: mark.style) + InlineMarks.read(judgement.sentence)
    screen.show(sentence.wrapped(to: screen.width, first: "  ", rest: "  "))
    show(picture: judgement.picture)
    for reason in judgement.reasons { screen.say(reason) }
  }

  /// A schedule with room around it; its rows are not wrapped.
  func show(picture: [String]) {
    guard !picture.isEmpty else { return }
    screen.write("\n")
    for row in picture { screen.show(cutRow(row)) }
    screen.write("\n")
  }
}

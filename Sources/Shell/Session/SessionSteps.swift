// The steps of a lesson: showing them, and asking what they ask.

import Course
import Diagnostics

extension Session {
  /// Shows a step and does what it asks for.
  mutating func perform(step index: Int) -> Outcome {
    let step = steps[index]
    let isAgain = shown == index
    shown = index
    if let prose = step.prose, !isAgain { show(prose) }
    switch step.live {
    case .text, nil: break
    case .program(let element):
      screen.write("\n")
      screen.show(Listing.rows(of: element.program, width: screen.width))
    case .predict(let question): return ask(question, at: index)
    case .run(let spec):
      guard runAll(spec) else { return .stay }
    case .fix(let exercise): show(exercise)
    }
    advance(from: index)
    return .stay
  }

  /// Shows a step without asking or running anything.
  func showAgain(_ index: Int) {
    let step = steps[index]
    if let prose = step.prose { show(prose) }
    switch step.live {
    case .text, nil: break
    case .program(let element):
      screen.write("\n")
      screen.show(Listing.rows(of: element.program, width: screen.width))
    case .predict(let question):
      screen.write("\n")
      showQuestion(question, variant: 0)
      if let answer = answer(to: question) { showAnswered(answer) }
    case .run(let spec):
      screen.write("\n")
      screen.say("`run \(spec.program.name)`")
    case .fix(let exercise): show(exercise)
    }
  }

  private func show(_ prose: Prose) {
    screen.write("\n")
    let renderer = MarkdownRenderer(width: screen.width) { text, language in
      language == "python" || language == "py" ? PythonColours.lines(of: text) : nil
    }
    screen.show(renderer.render(prose.markdown))
  }

  private func show(_ exercise: Exercise) {
    screen.write("\n")
    screen.say(language(.mend(file: exercise.start.name)) + " " + exercise.ask)
    screen.show(Listing.rows(of: exercise.start, width: screen.width))
    screen.say(language(.mendLater), style: .dim)
  }

  /// Runs what a lesson's `run` asks for; false where the learner stopped it.
  private func runAll(_ spec: RunSpec) -> Bool {
    screen.write("\n")
    let job = Job(
      program: spec.program, files: lesson.dataFiles,
      time: spec.ideal ? .idealMachine : .anySchedule, speed: spec.speed)
    for _ in 0..<max(spec.times, 1) where live(job).wasStopped { return false }
    return true
  }
}

// Questions.
extension Session {
  /// What `hint`, `skip` and `retry` speak of: the question that comes next, else the last one shown.
  var questionAtHand: Question? {
    if next < steps.count, let question = steps[next].question { return question }
    return steps[..<min(next, steps.count)].last { $0.question != nil }?.question
  }

  private func index(of question: Question) -> Int {
    steps.firstIndex { $0.question?.id == question.id } ?? next
  }

  mutating func predict() -> Outcome {
    let coming = steps[min(next, steps.count)...].first { $0.question != nil }?.question
    guard let question = questionAtHand ?? coming else {
      screen.say(language(.noQuestion))
      return .stay
    }
    return pose(question, at: index(of: question), variant: variant(of: question))
  }

  mutating func retry() -> Outcome {
    guard
      let question = steps[..<min(next, steps.count)].last(where: { $0.question != nil })?.question
    else { return predict() }
    let last = answer(to: question)
    let variant = last.map { $0.variant + 1 } ?? 0
    return pose(question, at: index(of: question), variant: variant % question.variantCount)
  }

  private func variant(of question: Question) -> Int {
    answer(to: question)?.variant ?? 0
  }

  /// A question met on the way: asked, unless it has been answered already.
  private mutating func ask(_ question: Question, at index: Int) -> Outcome {
    guard let answer = answer(to: question), answer.verdict != .skipped else {
      return pose(question, at: index, variant: variant(of: question))
    }
    screen.write("\n")
    showQuestion(question, variant: answer.variant)
    if answer.verdict == nil {
      screen.say(language(.pendingPrediction(answer.prediction)))
      let asked = Asked(question: question, lesson: lesson, variant: answer.variant)
      switch judge(answer.prediction, as: answer.id, asked, at: index) {
      case .done(let outcome): return outcome
      case .askAgain: return pose(question, at: index, variant: answer.variant)
      }
    }
    showAnswered(answer)
    advance(from: index)
    return .stay
  }

  private func showQuestion(_ question: Question, variant: Int) {
    let head = StyledText(language(.predict), style: [.bold, .yellow])
    let text = head + InlineMarks.read(question.asking(variant: variant), style: .bold)
    screen.show(text.wrapped(to: screen.width, first: "  ", rest: "  "))
  }

  private func showAnswered(_ answer: StoredAnswer) {
    let mark = Mark(answer)
    screen.say(
      answer.verdict == .skipped
        ? language(.skipped)
        : language(.alreadyAnswered(prediction: answer.prediction, mark: mark)))
    guard answer.verdict != .skipped, !answer.outcomes.isEmpty else { return }
    screen.say(language(.whatCanHappen(answer.outcomes)), style: .dim)
  }

  /// Poses a question and reads until there is an answer, or another wish.
  mutating func pose(_ question: Question, at index: Int, variant: Int) -> Outcome {
    shown = index
    screen.write("\n")
    showQuestion(question, variant: variant)
    let form = worlds.expectedForm(of: question, language: language)
    screen.say("(\(Self.lowered(form)))", style: .dim)
    while true {
      let completer = predictionCompleter
      let prompt = StyledText("prediction", style: [.bold, .yellow]) + "> "
      switch input.read(prompt: prompt, keeping: false, complete: { completer.complete($0) }) {
      case .interrupted: return .stay
      case .end:
        if input.isInteractive { screen.say(language(.farewell), style: .dim) }
        return .leave
      case .line(let line):
        switch take(line, for: question, at: index, variant: variant) {
        case .askAgain: continue
        case .done(let outcome): return outcome
        }
      }
    }
  }

  /// A sentence as a remark in brackets.
  private static func lowered(_ sentence: String) -> String {
    let words = sentence.prefix(1).lowercased() + sentence.dropFirst()
    return words.last.map { ".。".contains($0) } == true ? String(words.dropLast()) : words
  }

  private enum Taken {
    case askAgain
    case done(Outcome)
  }

  private mutating func take(
    _ line: String, for question: Question, at index: Int, variant: Int
  ) -> Taken {
    let line = CommandReader.trim(line)
    guard !line.isEmpty else {
      screen.say(language(.emptyPrediction))
      return .askAgain
    }
    if let taken = takeCommand(line, for: question, at: index) { return taken }
    let asked = Asked(question: question, lesson: lesson, variant: variant)
    switch worlds.read(line, for: asked, language: language) {
    case .unread(let expected):
      screen.say(language(.unread(expected: expected)))
      return .askAgain
    case .read, .stopped: return answer(line, asked, at: index)
    }
  }

  /// A command typed in place of an answer, by its full name; a value of that name goes in quotes.
  private mutating func takeCommand(
    _ line: String, for question: Question, at index: Int
  ) -> Taken? {
    let (word, argument) = CommandReader.split(line)
    guard let command = Command(rawValue: word.lowercased()) else { return nil }
    guard command.isAllowedWhilePredicting else {
      screen.say(language(.cannotWhilePredicting(command.rawValue)))
      return .askAgain
    }
    switch command {
    case .hint: giveHint(for: question)
    case .skip:
      skip(question, at: index)
      return .done(.stay)
    case .show, .help, .lessons, .progress, .lang: _ = perform(command, argument)
    case .back, .go, .quit, .next, .predict, .run, .explore, .retry, .reset:
      return .done(perform(command, argument))
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

  mutating func giveHint(for question: Question?) {
    guard let question else {
      screen.say(language(.noQuestion))
      return
    }
    guard !question.hints.isEmpty else {
      screen.say(language(.noHints))
      return
    }
    let given = hintsGiven[question.id, default: 0]
    guard given < question.hints.count else {
      screen.say(language(.noMoreHints))
      return
    }
    hintsGiven[question.id] = given + 1
    screen.say(
      language(.hint(number: given + 1, of: question.hints.count)) + " " + question.hints[given])
  }

  mutating func skip() {
    guard next < steps.count, let question = steps[next].question else {
      screen.say(language(.nothingToSkip))
      return
    }
    skip(question, at: next)
  }

  private mutating func skip(_ question: Question, at index: Int) {
    // What was answered before stays answered.
    if answer(to: question) == nil {
      keep { () throws(StoreFault) in
        _ = try store.record(
          lesson: lesson.id.name, question: question.id.name, variant: 0, prediction: "",
          verdict: .skipped)
      }
    }
    screen.say(language(.skipped))
    advance(from: index)
  }
}

// Answers.
extension Session {
  /// Stores the prediction, before anything is known of it, and judges it.
  private mutating func answer(_ prediction: String, _ asked: Asked, at index: Int) -> Taken {
    var id: Int64?
    keep { () throws(StoreFault) in
      id = try store.record(
        lesson: lesson.id.name, question: asked.question.id.name, variant: asked.variant,
        prediction: prediction)
    }
    return judge(prediction, as: id, asked, at: index)
  }

  /// Explores, runs live, and shows both beside the prediction. Stopping it keeps the prediction.
  private mutating func judge(
    _ prediction: String, as id: Int64?, _ asked: Asked, at index: Int
  ) -> Taken {
    let reading = watching { shouldStop in
      worlds.readAgainstTruth(prediction, for: asked, language: language, shouldStop: shouldStop)
    }
    switch reading {
    case .read: break
    case .stopped:
      screen.say(language(.explorationStopped))
      screen.say(language(.keptForLater))
      return .done(.stay)
    case .unread(let expected):
      if let id { keep { () throws(StoreFault) in try store.withdraw(id) } }
      screen.say(language(.unread(expected: expected)))
      return .askAgain
    }
    let run = live(asked.job)
    guard !run.wasStopped else {
      screen.say(language(.keptForLater))
      return .done(.stay)
    }
    settle(prediction, as: id, asked, run: run)
    advance(from: index)
    return .done(.stay)
  }

  /// Stores the verdict, then shows it.
  private func settle(_ prediction: String, as id: Int64?, _ asked: Asked, run: LiveReport) {
    var judgement = worlds.judge(
      prediction, for: asked, language: language, width: screen.width - 2)
    let comparison = run.value.map { worlds.compare($0, for: asked, language: language) }
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
    if !judgement.picture.isEmpty {
      screen.write("\n")
      for row in judgement.picture { screen.show(cutRow(row)) }
      screen.write("\n")
    }
    for reason in judgement.reasons { screen.say(reason) }
  }
}

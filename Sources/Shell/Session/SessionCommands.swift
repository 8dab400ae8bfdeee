// What each command does.

import Course
import Diagnostics
import Glibc

extension Session {
  mutating func perform(_ line: String) -> Outcome {
    switch CommandReader.read(line) {
    case .nothing: return goOn()
    case .command(let command, let argument): return perform(command, argument)
    case .ambiguous(let word, let commands):
      screen.say(language(.ambiguous(word: word, names: commands.map(\.rawValue))))
      return .stay
    case .unknown(let word, let nearest):
      screen.say(language(.unknownCommand(word: word, nearest: nearest?.rawValue)))
      // What looks like nothing that we know may be an answer, given too early.
      if nearest == nil, next < steps.count, steps[next].question != nil {
        screen.say(language(.enterAsks))
      }
      return .stay
    }
  }

  mutating func perform(_ command: Command, _ argument: String) -> Outcome {
    switch command {
    case .next: return goOn()
    case .back: goBack()
    case .lessons:
      screen.show(overviews.lessons(course, records))
    case .go: return go(to: argument)
    case .show: show(argument)
    case .predict: return predict()
    case .run: runLive(argument)
    case .explore: explore(argument)
    case .drive: return drive(argument)
    case .timeline: showTimeline()
    case .why: explainAnswer()
    case .hint: giveHint()
    case .skip: return skip(argument)
    case .retry: return retry()
    case .review: return review()
    case .edit: edit()
    case .check: check()
    case .solution: showSolution()
    case .progress: screen.show(overviews.progress(course, records))
    case .reset: reset(argument)
    case .lang: changeLanguage(argument)
    case .help: help(argument)
    case .quit: return .leave
    }
    return .stay
  }

  var overviews: Overviews { Overviews(language: language, width: screen.width) }
  var places: [StoredPlace] { (try? store.places()) ?? [] }
  var answers: [StoredAnswer] { (try? store.latestAnswers()) ?? [] }
  var records: Records {
    Records(
      places: places, answers: answers, attempts: attempts,
      countedAnswers: (try? store.countedAnswers()) ?? [])
  }

  private func help(_ argument: String) {
    guard !argument.isEmpty else {
      screen.show(overviews.help())
      return
    }
    switch CommandReader.read(argument) {
    case .command(let command, _): screen.show(overviews.help(for: command))
    case .ambiguous(let word, let commands):
      screen.say(language(.ambiguous(word: word, names: commands.map(\.rawValue))))
    case .unknown(let word, let nearest):
      screen.say(language(.unknownCommand(word: word, nearest: nearest?.rawValue)))
    case .nothing: screen.show(overviews.help())
    }
  }

  private mutating func changeLanguage(_ argument: String) {
    if !argument.isEmpty {
      guard let wanted = ReadingLanguage(name: argument) else {
        screen.say(language(.languageUnknown(argument)))
        return
      }
      language = wanted
      if let course = reload(wanted), course.lessons.map(\.id) == self.course.lessons.map(\.id) {
        self.course = course
        let step = next
        let before = shown
        enter(lessonIndex, at: step)
        shown = before
      }
    }
    screen.say(language(.languageIs(language)))
  }

  private mutating func reset(_ argument: String) {
    let word = argument.lowercased()
    if word == "copy" { return resetCopy() }
    guard word.isEmpty || word == "all" else {
      screen.say(language(.resetWhat))
      return
    }
    let all = word == "all"
    keep { () throws(StoreFault) in try store.reset(lesson: all ? nil : lesson.id.name) }
    hintsGiven = [:]
    exerciseHintsGiven = [:]
    enter(all ? 0 : lessonIndex, at: 0)
    if all {
      screen.say(language(.resetAll))
    } else {
      screen.say(language(.resetLesson(lesson: lesson.number, title: lesson.title)))
    }
  }
}

// Going about.
extension Session {
  private mutating func go(to argument: String) -> Outcome {
    guard !argument.isEmpty else {
      screen.say(language(.whichLesson))
      return .stay
    }
    guard let index = lessonIndex(named: argument) else {
      let nearest = Spelling.nearest(to: argument, among: course.lessons.map(\.id.name))
      screen.say(language(.noLesson(name: argument, nearest: nearest)))
      return .stay
    }
    let place = places.first { $0.lesson == course.lessons[index].id.name }
    let count = LessonStep.steps(of: course.lessons[index]).count
    let step = place?.step ?? 0
    // A lesson that has been gone through is shown again from its beginning.
    enter(index, at: step < count ? step : 0)
    showHeader()
    return perform(step: next)
  }

  /// `skip`, or `skip LESSON`.
  private mutating func skip(_ argument: String) -> Outcome {
    guard !argument.isEmpty else {
      skip()
      return .stay
    }
    guard let index = lessonIndex(named: argument) else {
      let nearest = Spelling.nearest(to: argument, among: course.lessons.map(\.id.name))
      screen.say(language(.noLesson(name: argument, nearest: nearest)))
      return .stay
    }
    return skip(lesson: index)
  }

  private func lessonIndex(named name: String) -> Int? {
    if let number = Int(name) { return course.lessons.firstIndex { $0.number == number } }
    let name = name.lowercased()
    if let index = course.lessons.firstIndex(where: { $0.id.name == name }) { return index }
    let beginning = course.lessons.indices.filter { course.lessons[$0].id.name.hasPrefix(name) }
    return beginning.count == 1 ? beginning[0] : nil
  }

  func showHeader() {
    screen.write("\n")
    screen.say(
      language(.lessonHeader(lesson: lesson.number, title: lesson.title, minutes: lesson.minutes)),
      style: .dim)
  }

  /// Enter: the next step, or the next lesson.
  mutating func goOn() -> Outcome {
    if next == steps.count {
      guard lessonIndex + 1 < course.lessons.count else {
        screen.say(language(.courseFinished))
        return .stay
      }
      enter(lessonIndex + 1, at: 0)
      showHeader()
    } else if next == 0, shown == nil, lessonIndex == 0, input.isInteractive {
      showHeader()
    }
    return perform(step: next)
  }

  private mutating func goBack() {
    let target = (shown.map { $0 < next ? $0 : next } ?? next) - 1
    if target < 0 { screen.say(language(.atBeginning)) }
    next = max(target, 0)
    showAgain(next)
    shown = next
    // A question that is open is what Enter asks; all else has been seen.
    if let question = steps[next].question, answer(to: question) == nil {
      keepPlace()
      return
    }
    next += 1
    keepPlace()
  }

  /// After a step has been done.
  mutating func advance(from step: Int) {
    guard step == next else { return }
    next = step + 1
    keepPlace()
    guard next == steps.count else { return }
    screen.write("\n")
    screen.say(language(.lessonEnd(lesson: lesson.number)), style: .bold)
    screen.show(overviews.progressOfLesson(lesson, records))
    screen.show(overviews.confidence(of: lesson, records))
    if lessonIndex + 1 < course.lessons.count {
      let following = course.lessons[lessonIndex + 1]
      screen.say(language(.nextLesson(lesson: following.number, title: following.title)))
    } else {
      screen.say(language(.courseFinished))
    }
  }

  private func show(_ argument: String) {
    guard !argument.isEmpty else {
      guard let program = currentProgram else {
        screen.say(language(.noProgramHere))
        return
      }
      screen.show(Listing.rows(of: program, width: screen.width))
      return
    }
    if let program = lesson.programs.first(where: { $0.name == argument }) {
      screen.show(Listing.rows(of: program, width: screen.width))
      return
    }
    if let program = currentProgram,
      let lines = Listing.lines(of: argument, in: program.text)
    {
      screen.show(Listing.rows(of: program, lines: lines, width: screen.width))
      return
    }
    let names = lesson.programs.map(\.name) + (currentProgram.map { SourceNames.of($0.text) } ?? [])
    screen.say(
      language(
        .noSuchProgram(name: argument, nearest: Spelling.nearest(to: argument, among: names))))
  }
}

// Running and exploring.
extension Session {
  /// The program that a command names, a file of the learner's or one of the lesson's.
  func job(named name: String) -> Job? {
    if name.isEmpty {
      guard let program = currentProgram else {
        screen.say(language(.noProgramHere))
        return nil
      }
      return Job(program: program, files: lesson.dataFiles, speed: currentSpeed)
    }
    if let program = lesson.programs.first(where: { $0.name == name }) {
      return Job(program: program, files: lesson.dataFiles)
    }
    return ownFile(name)
  }

  private var currentSpeed: Double {
    let last = min(shown ?? next - 1, steps.count - 1)
    guard last >= 0 else { return 1 }
    switch steps[last].live {
    case .run(let spec): return spec.speed
    case .predict(let question): return question.speed
    case .program, .text, .fix, nil: return 1
    }
  }

  private func ownFile(_ name: String) -> Job? {
    guard let file = fopen(name, "r") else {
      let reason = Wording.systemError(errno)
      if name.hasSuffix(".py") || name.contains("/") {
        screen.say(language(.cannotReadFile(name: name, reason: reason)))
      } else {
        let nearest = Spelling.nearest(to: name, among: lesson.programs.map(\.name))
        screen.say(language(.noSuchProgram(name: name, nearest: nearest)))
      }
      return nil
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    guard ferror(file) == 0 else {
      screen.say(language(.cannotReadFile(name: name, reason: .systemError(errno))))
      return nil
    }
    let shortName = name.split(separator: "/").last.map(String.init) ?? name
    let program = LessonProgram(
      name: shortName, path: name, text: String(decoding: bytes, as: UTF8.self))
    return Job(program: program, files: [], isOwnFile: true)
  }

  private mutating func runLive(_ argument: String) {
    guard let job = job(named: argument) else { return }
    _ = live(job)
  }

  /// Runs a program with its output on the screen.
  mutating func live(_ job: Job) -> LiveReport {
    screen.say(language(.runningLive(job.program.name, speed: brief(job.speed))))
    let report = worlds.run(job, language: language, show: show, shouldStop: stopIsWanted)
    if !report.timeline.isEmpty { lastRun = report.timeline }
    for remark in report.remarks { screen.show(cutRow(remark)) }
    if report.wasStopped {
      // After the ^C that the terminal has shown.
      screen.write(input.isInteractive ? "\n" : "")
      screen.say(language(.runStopped))
    } else {
      screen.say(
        language(.ended(seconds: report.seconds, processes: report.processes)), style: .dim)
    }
    return report
  }

  /// Runs a program in virtual time with its output on the screen.
  func runIdeally(_ job: Job) {
    screen.say(language(.runningIdeally(job.program.name)))
    switch worlds.runIdeally(job, language: language, show: show) {
    case .failure(let refusal): for row in refusal.rows { screen.show(cutRow(row)) }
    case .success(let report):
      screen.say(IdealLines.end(of: report, language: language), style: .dim)
    }
  }

  private func showTimeline() {
    guard let lastRun else {
      screen.say(language(.noRunYet))
      return
    }
    screen.write("\n")
    screen.show(lastRun.rows(width: screen.width, language: language))
  }

  /// `   0.00 s  Process-4  pid 20114  buyer 4 sees 1 left`, with less on a narrower screen.
  private func show(_ line: LiveLine) {
    let width = screen.width
    let time = IdealLines.shown(line.seconds)
    let padding = String(repeating: " ", count: max(0, 5 - time.count))
    var head = StyledText("  \(padding)\(time) s  ", style: .dim)
    if width >= 60 {
      let process = language(.processName(line.process))
      head.append(DisplayWidth.padded(process, to: 12), style: .cyan)
      if width >= 72, let number = line.number {
        head.append(DisplayWidth.padded("pid \(number)", to: 12), style: .dim)
      }
    }
    let rest = StyledText(String(repeating: " ", count: head.width))
    let text = StyledText(Printable.text(line.text), style: line.isError ? .red : [])
    screen.show(text.expandingTabs.cut(to: width, first: head, rest: rest))
  }

  func cutRow(_ text: String) -> [StyledText] {
    StyledText(Printable.text(text)).expandingTabs.cut(
      to: screen.width, first: "  ", rest: "    "
    ).map(\.withoutTrailingSpaces)
  }

  private func explore(_ argument: String) {
    let (word, rest) = CommandReader.split(argument)
    let namesFile =
      word.hasSuffix(".py") || word.contains("/")
      || lesson.programs.contains { $0.name == word }
    guard var job = job(named: namesFile ? word : "") else { return }
    let expression = namesFile ? rest : argument
    job.observe = expression.isEmpty ? nil : expression
    if expression.isEmpty, let question = questionAtHand,
      question.program.name == job.program.name
    {
      job.observe = question.observe
      job.time = question.time
    }
    let report = watching { shouldStop in
      worlds.explore(job, language: language, width: screen.width - 2, shouldStop: shouldStop)
    }
    if report.wasStopped { screen.say(language(.explorationStopped)) }
    if !report.summary.isEmpty { screen.say(report.summary) }
    for detail in report.details { screen.show(cutRow(detail)) }
  }
}

// `drive`: the learner is the scheduler. Flows in: numbers of processes. Flows out: what every step did,
// and then where each process stands and what it would do next.

import Course
import Diagnostics
import Grading
import Model
import Observation

extension Session {
  /// Lets the learner schedule a program by hand, until they have had enough.
  mutating func drive(_ argument: String) -> Outcome {
    guard let job = job(named: argument) else { return .stay }
    var driver: Driver
    switch makeDriver(for: job) {
    case .failure(let refusal):
      for row in refusal.rows { screen.show(cutRow(row)) }
      return .stay
    case .success(let made): driver = made
    }
    screen.write("\n")
    screen.say(language(.driveHead), style: .bold)
    if let goal = driver.goal { screen.say(language(.driveGoal(goal))) }
    screen.say(language(.driveHelp), style: .dim)
    while true {
      screen.write("\n")
      show(driver)
      switch readMoves() {
      case .leave: return .leave
      case .stop: return .stay
      case .moves(let moves): make(moves, &driver)
      case .undo:
        if !driver.drive.undo() { screen.say(language(.nothingToUndo)) }
      case .again: break
      }
    }
  }

  /// A drive with what it is to reach.
  private struct Driver {
    var drive: Drive
    let program: LessonProgram
    var goal: DriveGoal?
    /// What the goal's expression came to before the first step.
    let before: String?
    var isReached = false

    init(_ drive: Drive, of program: LessonProgram, _ goal: DriveGoal?) {
      self.drive = drive
      self.program = program
      self.goal = goal
      before = drive.value
    }

    /// Whether the goal holds, and did not hold from the beginning.
    var isThere: Bool {
      guard let goal, let value = drive.value else { return false }
      let isSame = AnswerValue(repr: value).key == AnswerValue(repr: goal.value).key
      return isSame && (value != before || drive.isOver || drive.isStuck)
    }
  }

  private func makeDriver(for job: Job) -> Result<Driver, DriveRefusal> {
    var job = job
    var goal: DriveGoal?
    if let asked = askedAtHand, asked.job.program.name == job.program.name, !job.isOwnFile {
      job = asked.job
      goal = watching { shouldStop in
        worlds.goal(
          of: asked, after: answer(to: asked.question, in: asked.lesson)?.prediction,
          shouldStop: shouldStop)
      }
      if goal == nil { job.observe = nil }
    }
    return worlds.drive(job, language: language).map { Driver($0, of: job.program, goal) }
  }

  // MARK: The screen

  private func show(_ driver: Driver) {
    let drive = driver.drive
    let lanes = drive.lanes
    let intentions = worlds.intentions(of: drive, in: driver.program, language: language)
    let labels = lanes.map { lane in
      lane.choices.map { intentions[$0.move] ?? language(.driveNext) }
    }
    let nameWidth = min(16, lanes.map { DisplayWidth.of(laneName($0.name)) }.max() ?? 0)
    for (lane, labels) in zip(lanes, labels) {
      screen.show(row(of: lane, labels, nameWidth))
    }
    if drive.isOver { screen.say(language(.driveOver)) }
    if drive.isStuck { screen.say(language(.driveStuck)) }
    if let goal = driver.goal, let value = drive.value {
      screen.say(language(.driveSoFar(goal.observe, value: value)), style: .dim)
    }
  }

  private func laneName(_ name: String) -> String {
    language(.processName(name))
  }

  /// `  1  Process-1  line 11  read 1`, a row for each choice.
  private func row(of lane: Drive.Lane, _ labels: [String], _ nameWidth: Int) -> [StyledText] {
    let name = StyledText(DisplayWidth.padded(laneName(lane.name), to: nameWidth + 2), style: .cyan)
    let place = StyledText(
      lane.line > 0 ? DisplayWidth.padded(language(.atLine(lane.line)), to: 9) : "", style: .dim)
    guard !lane.choices.isEmpty else {
      let head = StyledText("     ") + name + place
      return [head + StyledText(language(.driveWaits), style: .dim)]
    }
    return zip(lane.choices, labels).enumerated().flatMap { index, pair in
      let key = Schedule([pair.0.move]).text
      let head = StyledText("  ") + StyledText(DisplayWidth.padded(key, to: 3), style: .bold)
      let rest = StyledText(String(repeating: " ", count: head.width + nameWidth + 2))
      let first =
        index == 0
        ? head + name + place
        : head
          + StyledText(
            String(repeating: " ", count: nameWidth + 2 + place.width))
      return StyledText(pair.1).cut(to: screen.width, first: first, rest: rest)
    }
  }

  // MARK: Moves

  private enum Wish {
    case moves([Schedule.Move])
    case undo
    case again
    case stop
    case leave
  }

  private func readMoves() -> Wish {
    let prompt = StyledText("drive", style: [.bold, .cyan]) + "> "
    let words = ["undo", "show", "quit"].map { Completer.Item($0) }
    let completer = Completer(commands: words, lessons: [])
    switch input.read(prompt: prompt, keeping: false, complete: { completer.complete($0) }) {
    case .interrupted: return .stop
    case .end: return .leave
    case .line(let line): return wish(CommandReader.trim(line))
    }
  }

  private func wish(_ line: String) -> Wish {
    switch line.lowercased() {
    case "": return .again
    case "undo", "u", "back": return .undo
    case "quit", "q", "stop", "done", "exit": return .stop
    case "show", "s":
      if let program = currentProgram {
        screen.show(Listing.rows(of: program, width: screen.width))
      }
      return .again
    case let words:
      let parts = words.split { $0 == " " || $0 == "," }.joined(separator: ".")
      guard case .success(let schedule) = Schedule.parse(parts), schedule.moves.count <= 1000 else {
        screen.say(language(.driveHelp))
        return .again
      }
      return .moves(schedule.moves)
    }
  }

  private func make(_ moves: [Schedule.Move], _ driver: inout Driver) {
    let before = driver.drive.steps
    var refused: Schedule.Move?
    for move in moves {
      if driver.drive.take(move) != nil { refused = move }
      if refused != nil || !driver.isReached && driver.isThere { break }
    }
    showSteps(after: before, of: driver)
    if let refused { screen.say(language(.cannotMove(Schedule([refused]).text))) }
    guard !driver.isReached, driver.isThere else { return }
    driver.isReached = true
    screen.say(language(.driveReached(driver.drive.schedule.moves.count)), style: .green)
    screen.write("\n")
    let picture = worlds.picture(
      of: driver.drive, in: driver.program, language: language, width: screen.width - 2)
    for row in picture { screen.show(cutRow(row)) }
  }

  /// More steps at once than anybody follows.
  private static let mostSteps = 20

  /// What was done, with the answers that came.
  private func showSteps(after before: [ReplayStep], of driver: Driver) {
    let steps = driver.drive.steps
    let labels = worlds.labels(of: driver.drive, in: driver.program, language: language)
    // A whole takes the place of its parts.
    let done = Array(zip(steps, labels)).dropFirst(zip(before, steps).prefix { $0 == $1 }.count)
    if done.count > Self.mostSteps { screen.write("  …\n") }
    for (step, label) in done.suffix(Self.mostSteps) {
      let name = StyledText("  ") + StyledText(laneName(step.name), style: .cyan) + "  "
      screen.show(
        StyledText(label).cut(
          to: screen.width, first: name,
          rest: StyledText(String(repeating: " ", count: name.width))))
    }
  }
}

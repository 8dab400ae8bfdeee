// Exercises: a copy of the learner's own, an editor for it, and the explorer's word on each property.
// Rule: nothing that the learner has written is ever overwritten; `reset copy` moves it aside.

import Course
import Glibc
import Grading

extension Session {
  /// The exercise that comes next, else the last one before.
  private var exerciseAtHand: Exercise? {
    if next < steps.count, let exercise = steps[next].exercise { return exercise }
    return steps[..<min(next, steps.count)].last { $0.exercise != nil }?.exercise
  }

  private func index(of exercise: Exercise) -> Int {
    steps.firstIndex { $0.exercise?.id == exercise.id } ?? next
  }

  /// The best attempt at an exercise of this lesson.
  func attempt(at exercise: Exercise) -> StoredAttempt? {
    attempts.first { $0.lesson == lesson.id.name && $0.exercise == exercise.id.name }
  }

  var attempts: [StoredAttempt] { (try? store.bestAttempts()) ?? [] }

  func show(_ exercise: Exercise) {
    screen.write("\n")
    let head = StyledText(language(.mend), style: [.bold, .yellow])
    let text = head + InlineMarks.read(exercise.ask, style: .bold)
    screen.show(text.wrapped(to: screen.width, first: "  ", rest: "  "))
    screen.write("\n")
    screen.show(Listing.rows(of: exercise.start, width: screen.width))
    screen.write("\n")
    screen.say(language(.mustHold))
    for property in exercise.must {
      let name = InlineMarks.read(VerdictText(language).name(of: property))
      screen.show(name.wrapped(to: screen.width, first: "  · ", rest: "    "))
    }
    let isSolved = attempt(at: exercise)?.isSolved == true
    screen.say(language(isSolved ? .solvedBefore : .mendingHint), style: .dim)
  }

  // MARK: The copy

  /// The learner's copy, made where it is not there yet; nil, and said why, where it cannot be.
  private func copy(of exercise: Exercise) -> ExerciseCopy? {
    guard let work else {
      screen.say(language(.noHome))
      return nil
    }
    switch work.copy(of: exercise, in: lesson) {
    case .success(let copy): return copy
    case .failure(let fault):
      screen.say(language(.cannotWriteCopy(reason: fault.reason)), style: .red)
      return nil
    }
  }

  private func atHand() -> Exercise? {
    guard let exercise = exerciseAtHand else {
      screen.say(language(lesson.exercises.isEmpty ? .noExercise : .noExerciseYet))
      return nil
    }
    return exercise
  }

  mutating func edit() {
    guard let exercise = atHand(), let copy = copy(of: exercise) else { return }
    guard let editor = ExternalEditor.fromEnvironment() else {
      screen.say(language(.noEditor(file: copy.path)))
      return
    }
    let before = copy.bytes
    switch editor.edit(copy.path, isInteractive: input.isInteractive) {
    case .ended: break
    case .notFound:
      screen.say(language(.editorNotFound(editor.command)))
      return
    case .failed(let reason):
      screen.say(language(.editorFailed(editor.command, reason: reason)))
      return
    }
    guard copy.bytes != before else {
      screen.say(language(.copyUnchanged))
      return
    }
    check(exercise, copy)
  }

  mutating func check() {
    guard let exercise = atHand(), let copy = copy(of: exercise) else { return }
    check(exercise, copy)
  }

  /// `reset copy`: the start again; what was there stays beside it.
  func resetCopy() {
    guard let exercise = atHand(), let copy = copy(of: exercise) else { return }
    switch copy.reset(to: exercise.start) {
    case .success(let old): screen.say(language(.copyReset(file: copy.path, old: old)))
    case .failure(let fault):
      screen.say(language(.cannotWriteCopy(reason: fault.reason)), style: .red)
    }
  }

  // MARK: Checking

  private mutating func check(_ exercise: Exercise, _ copy: ExerciseCopy) {
    screen.say(language(.checking(file: copy.path)), style: .dim)
    guard let program = copy.program else {
      screen.say(language(.cannotReadFile(name: copy.path, reason: .systemError(errno))))
      return
    }
    let report = watching { shouldStop in
      worlds.check(
        program, against: exercise, in: lesson, language: language, width: screen.width - 4,
        shouldStop: shouldStop)
    }
    switch report {
    case .stopped: screen.say(language(.explorationStopped))
    case .refused(let rows): for row in rows { screen.show(cutRow(row)) }
    case .checked(let checks): take(checks, of: program, exercise)
    }
  }

  /// Stores an attempt, then shows what became of it.
  private mutating func take(
    _ checks: [PropertyCheck], of program: LessonProgram, _ exercise: Exercise
  ) {
    let attempt = StoredAttempt(
      lesson: lesson.id.name, exercise: exercise.id.name, program: program.text,
      held: checks.filter { $0.verdict == .right }.count, properties: checks.count)
    keep { () throws(StoreFault) in try store.record(attempt) }
    for check in checks { show(check) }
    guard attempt.isSolved else {
      screen.say(language(.heldOf(attempt.held, of: attempt.properties)))
      return
    }
    screen.say(language(.solved(hasOurs: !exercise.solutions.isEmpty)), style: .green)
    if !exercise.because.isEmpty { screen.say(exercise.because) }
    advance(from: index(of: exercise))
  }

  private func show(_ check: PropertyCheck) {
    let sign = StyledText(check.verdict.sign + " ", style: check.verdict.style)
    let text = sign + InlineMarks.read(check.sentence)
    screen.show(text.wrapped(to: screen.width, first: "  ", rest: "    "))
    guard !check.evidence.isEmpty else { return }
    screen.write("\n")
    for row in check.evidence { screen.show(cutRow("  " + row)) }
    screen.write("\n")
  }

  // MARK: The solution

  mutating func showSolution() {
    guard let exercise = atHand() else { return }
    guard let solution = exercise.solutions.first else {
      screen.say(language(.noSolution))
      return
    }
    let isSolved = attempt(at: exercise)?.isSolved == true
    guard isSolved || solutionsAskedFor.contains(exercise.id) else {
      solutionsAskedFor.insert(exercise.id)
      screen.say(language(.askAgainForSolution))
      return
    }
    screen.show(Listing.rows(of: solution, width: screen.width))
    if !exercise.because.isEmpty {
      screen.write("\n")
      screen.say(exercise.because)
    }
  }
}

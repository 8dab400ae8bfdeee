// A submission's parts → graded parts, one at a time. Flows in: parts, and truths that are searched for
// here. Flows out: verdicts with their evidence in the language asked for. Rule: the same part gives
// the same verdict on every machine, unless the time runs out; nothing is run for real.

import Course
import Diagnostics
import Language
import Machine
import Model
import Observation

/// How to grade.
package struct GradingSettings: Hashable, Sendable {
  package var language: ReadingLanguage
  /// How wide pictures may be.
  package var columns: Int
  package var bounds: Bounds
  /// The computing time that a part may take, as texts name it.
  package var seconds: Int

  package init(language: ReadingLanguage, columns: Int, bounds: Bounds, seconds: Int) {
    self.language = language
    self.columns = columns
    self.bounds = bounds
    self.seconds = seconds
  }
}

/// Grades parts of submissions.
package struct SubmissionGrader: Sendable {
  private let settings: GradingSettings
  private var truths: TruthStore
  private let text: VerdictText
  private let phrases: ReportPhrases

  package init(_ settings: GradingSettings, cache: TruthCache?) {
    self.settings = settings
    truths = TruthStore(bounds: settings.bounds, cache: cache)
    text = VerdictText(settings.language)
    phrases = .table(settings.language)
  }

  // MARK: Before anything is searched

  /// The parts as they are before they are graded: each of their checks not decided.
  package func plan(_ submission: Submission) -> [GradedPart] {
    submission.parts.map { part in
      switch part {
      case .answer(let answer): planned(answer.lesson, answer.question, answer)
      case .missingAnswer(let lesson, let question): planned(lesson, question, nil)
      case .program(let program): planned(program.place, given: program.name)
      case .missingProgram(let place): planned(place, given: "")
      case .stray(let name, let stray):
        GradedPart(
          kind: .stray, lesson: "", name: name,
          checks: [
            GradedCheck(name: name, status: .unread, maxPoints: 0, says: words(for: stray))
          ])
      }
    }
  }

  private func planned(
    _ lesson: Lesson, _ question: Question, _ answer: Submission.Answer?
  ) -> GradedPart {
    GradedPart(
      kind: .prediction, lesson: lesson.id.name, name: question.id.name,
      asked: PlainText.line(question.asking(variant: answer?.variant ?? 0), longest: 2000),
      given: PlainText.line(answer?.prediction ?? "", longest: 200),
      checks: [GradedCheck(name: phrases.prediction, status: .undecided, maxPoints: 1)])
  }

  private func planned(_ place: CourseIndex.Place, given: String) -> GradedPart {
    GradedPart(
      kind: .program, lesson: place.lesson.id.name, name: place.exercise.id.name,
      asked: PlainText.line(place.exercise.ask, longest: 2000), given: given,
      checks: place.exercise.must.map { property in
        GradedCheck(name: property.name, status: .undecided, maxPoints: property.points)
      })
  }

  /// The notes in words.
  package func notes(of submission: Submission) -> [String] {
    submission.notes.map { note in
      switch note {
      case .noExercise(let file, let nearest):
        phrases.fill(phrases.noExercise, ("file", file)) + meant(nearest)
      case .severalExercises(let file, let names):
        phrases.fill(
          phrases.severalExercises, ("file", file), ("names", names.joined(separator: ", ")))
      case .answeredAgain(let name): phrases.fill(phrases.answeredAgain, ("name", name))
      case .secondFile(let file): phrases.fill(phrases.secondFile, ("file", file))
      }
    }
  }

  private func meant(_ nearest: String?) -> String {
    nearest.map { " " + phrases.fill(phrases.didYouMean, ("name", $0)) } ?? ""
  }

  private func words(for stray: Submission.Stray) -> String {
    switch stray {
    case .noLesson(let name, let nearest):
      phrases.fill(phrases.noLesson, ("name", name)) + meant(nearest)
    case .noQuestion(let name, let lesson, let nearest):
      phrases.fill(phrases.noQuestion, ("name", name), ("lesson", lesson)) + meant(nearest)
    case .noVariant(let name): phrases.fill(phrases.noVariant, ("name", name))
    case .fault(let fault):
      PlainText.line(
        PlainText.lines(fault.summary(in: settings.language)).joined(separator: " "), longest: 600)
    case .file(let refusal): words(for: refusal)
    }
  }

  private func words(for refusal: FileRefusal) -> String {
    switch refusal {
    case .missing: phrases.fileMissing
    case .symbolicLink: phrases.fileLink
    case .folder: phrases.fileFolder
    case .notPlain: phrases.fileNotPlain
    case .tooLarge(let size): phrases.fill(phrases.fileTooLarge, ("count", "\(size)"))
    case .unreadable(let reason):
      phrases.fill(phrases.fileUnreadable, ("reason", reason.text(in: settings.language)))
    case .strangeName: phrases.fileName
    }
  }

  // MARK: Grading

  /// Grades one part.
  ///
  /// - Parameters:
  ///   - planned: the part as `plan` has it.
  ///   - isOverTime: asked now and then; true ends the search for a property or a question.
  package mutating func grade(
    _ part: Submission.Part, planned: GradedPart, isOverTime: () -> Bool
  ) -> GradedPart {
    switch part {
    case .stray: return planned
    case .missingAnswer, .missingProgram:
      return planned.settled(.missing, says: phrases.notHandedIn)
    case .answer(let answer): return grade(answer, planned, isOverTime)
    case .program(let program): return grade(program, planned, isOverTime)
    }
  }

  private mutating func grade(
    _ answer: Submission.Answer, _ planned: GradedPart, _ isOverTime: () -> Bool
  ) -> GradedPart {
    let question = answer.question
    // A form that fits no question needs no search.
    let prediction: Prediction
    switch AnswerReader.read(answer.prediction, form: question.form) {
    case .unread(let unread): return planned.settled(.unread, says: text.unread(unread))
    case .read(let read): prediction = read
    }
    var wasStopped = false
    let truth = truths.truth(
      of: question, in: answer.lesson, variant: answer.variant, printing: prediction.lines
    ) { _ in
      wasStopped = wasStopped || isOverTime()
      return wasStopped
    }
    var verdict = Grader.grade(prediction, to: question, truth: truth)
    if verdict.isWrong, verdict.belief == nil {
      verdict.belief = truths.belief(
        behind: prediction, to: question, in: answer.lesson, variant: answer.variant
      ) { _ in isOverTime() }
    }
    var check = GradedCheck(
      name: phrases.prediction, status: status(of: verdict), maxPoints: 1,
      says: text.judgement(verdict, on: question, truth: truth), states: truth.states)
    if verdict.kind == .undecided, let reason = reason(truth, wasStopped: wasStopped) {
      check.says = phrases.fill(phrases.openSearch, ("reason", reason))
    }
    if let evidence = verdict.evidence, let leadIn = text.leadIn(verdict, on: question) {
      check.says += settings.language == .english ? " " + leadIn : leadIn
      show(
        evidence.schedule, of: question.program(variant: answer.variant), in: answer.lesson,
        observe: question.observe, time: question.time, &check)
    }
    if let belief = verdict.belief { check.evidence += [PlainText.line(text.belief(belief))] }
    var graded = planned
    graded.checks = [check]
    return graded
  }

  private func status(of verdict: Verdict) -> GradeStatus {
    switch verdict.kind {
    case .right: .right
    case .missed, .impossible, .missedAndImpossible: .wrong
    case .unread: .unread
    case .undecided: .undecided
    }
  }

  private mutating func grade(
    _ program: Submission.Program, _ planned: GradedPart, _ isOverTime: () -> Bool
  ) -> GradedPart {
    let exercise = program.place.exercise
    let source: SourceText
    switch program.content {
    case .unread(let refusal): return planned.settled(.unread, says: words(for: refusal))
    case .bytes(let bytes):
      switch SourceText.decode(bytes, name: program.name) {
      case .success(let decoded): source = decoded
      case .failure(let diagnostic):
        return settled(planned, .unread, diagnostic, SourceText(name: program.name, text: ""))
      }
    }
    let handedIn = LessonProgram(name: program.name, path: "", text: source.text)
    guard let judged = handedIn.setting(exercise.constants) else {
      let missing = exercise.constants.first { !handedIn.constants.contains($0.name) }
      return planned.settled(
        .wrong, says: phrases.fill(phrases.noConstant, ("name", missing?.name ?? "")))
    }
    if case .failure(let diagnostic) = TruthStore.compile(judged) {
      if case .unsupported = diagnostic.kind {
        return settled(planned, .undecided, diagnostic, source)
      }
      return settled(planned, .wrong, diagnostic, source)
    }
    var graded = planned
    graded.checks = exercise.must.map { property in
      grade(property, of: judged, in: program.place.lesson, isOverTime)
    }
    return graded
  }

  /// A program that does not come to its first step.
  private func settled(
    _ planned: GradedPart, _ status: GradeStatus, _ diagnostic: Diagnostic, _ source: SourceText
  ) -> GradedPart {
    let lines = PlainText.lines(
      DiagnosticRenderer(in: settings.language).render(diagnostic, in: source))
    let says = status == .undecided ? phrases.notRun : phrases.notPython
    var part = planned.settled(status, says: says)
    if !part.checks.isEmpty { part.checks[0].evidence = lines }
    return part
  }

  private mutating func grade(
    _ property: Property, of program: LessonProgram, in lesson: Lesson, _ isOverTime: () -> Bool
  ) -> GradedCheck {
    var wasStopped = false
    let truth = truths.truth(
      of: program, files: lesson.dataFiles, observe: property.observe
    ) { _ in
      wasStopped = wasStopped || isOverTime()
      return wasStopped
    }
    var check = GradedCheck(
      name: property.name, status: .undecided, maxPoints: property.points, states: truth.states)
    if case .undecided(let diagnostic) = truth.extent {
      let reason = PlainText.line(diagnostic.message.text(in: settings.language))
      check.says = phrases.fill(phrases.notSupported, ("reason", reason))
      return check
    }
    let verdict = Grader.judge(property, truth: truth)
    switch verdict.kind {
    case .holds:
      check.status = .right
      check.points = property.points
    case .broken: check.status = .wrong
    case .undecided: break
    }
    check.says = text.outcome(of: verdict)
    if verdict.kind == .undecided, let reason = reason(truth, wasStopped: wasStopped) {
      let walks = VerdictText.grouped(truth.walks)
      let afterWalks =
        property.kind == .can ? phrases.openAfterWalksNotMet : phrases.openAfterWalks
      check.says = phrases.fill(
        truth.walks > 0 ? afterWalks : phrases.open, ("reason", reason), ("walks", walks))
    }
    if let evidence = verdict.evidence {
      show(
        evidence.stuck?.schedule ?? evidence.schedule, of: program, in: lesson,
        observe: property.observe, &check)
      if let stuck = evidence.stuck {
        check.evidence += text.waits(in: stuck).map { PlainText.line($0) }
      }
      // A program that spins from its first line on has no step to show.
      if check.evidence.isEmpty { check.says = phrases.broken }
    }
    return check
  }

  // MARK: Evidence

  private func show(
    _ schedule: Schedule, of program: LessonProgram, in lesson: Lesson, observe: String,
    time: TimeTruth = .anySchedule, _ check: inout GradedCheck
  ) {
    guard !schedule.moves.isEmpty,
      case .success(let steps) = TruthStore.steps(
        of: schedule, program: program, files: lesson.dataFiles, observe: observe,
        time: time, language: settings.language)
    else { return }
    let picture = WitnessPicture(width: settings.columns, language: settings.language)
    check.evidence = picture.lines(of: steps).map { PlainText.line($0) }
    check.schedule = schedule.text
  }

  /// Why a search was cut short.
  private func reason(_ truth: QuestionTruth, wasStopped: Bool) -> String? {
    if wasStopped { return phrases.fill(phrases.tooLong, ("seconds", "\(settings.seconds)")) }
    switch truth.limit {
    case .states(let states):
      return phrases.fill(phrases.tooManyStates, ("states", text.states(states)))
    case .bytes(let bytes):
      return phrases.fill(phrases.tooManyBytes, ("count", "\(bytes >> 20)"))
    case .instructions(let process, let line):
      return phrases.fill(
        phrases.computesOn, ("process", PlainText.line(process, longest: 60)), ("line", "\(line)"))
    case .seconds, .cancelled:
      return phrases.fill(phrases.tooLong, ("seconds", "\(settings.seconds)"))
    case nil: return nil
    }
  }
}

extension Property {
  /// How a report calls it: in the author's words, else as the lesson has it.
  package var name: String {
    PlainText.line(says.isEmpty ? "\(kind.rawValue): \(observe)" : says)
  }
}

/// How a grading process ended without a verdict.
package enum GradingDeath: Hashable, Sendable {
  case outOfTime(seconds: Int)
  case outOfMemory(MiB: Int)
  /// With the signal or exit status.
  case broke(String)
}

extension GradedSubmission {
  /// What to say of a submission without parts.
  package static func nothing(_ language: ReadingLanguage) -> String {
    ReportPhrases.table(language).nothing
  }
}

extension GradedPart {
  /// A part whose grading did not come to its end.
  package func settled(by death: GradingDeath, language: ReadingLanguage) -> GradedPart {
    let phrases = ReportPhrases.table(language)
    switch death {
    case .outOfTime(let seconds):
      let reason = phrases.fill(phrases.tooLong, ("seconds", "\(seconds)"))
      return settled(.undecided, says: phrases.fill(phrases.open, ("reason", reason)))
    case .outOfMemory(let size):
      let reason = phrases.fill(phrases.tooMuchMemory, ("count", "\(size)"))
      return settled(.undecided, says: phrases.fill(phrases.open, ("reason", reason)))
    case .broke(let reason):
      return settled(.failed, says: phrases.fill(phrases.broke, ("reason", reason)))
    }
  }
}

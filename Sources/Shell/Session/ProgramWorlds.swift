// The worlds of a session in the running executable: Live, Model and Grading put together. Flows in:
// a lesson's programs and questions. Flows out: reports that the session shows.

import Course
import Diagnostics
import Grading
import Language
import Live
import Machine
import Model
import Observation

package final class ProgramWorlds: Worlds {
  private var truths = TruthStore()

  package init() {}

  // MARK: Questions

  package func expectedForm(of question: Question, language: ReadingLanguage) -> String {
    VerdictText(language).form(of: question)
  }

  package func read(
    _ prediction: String, for asked: Asked, language: ReadingLanguage
  ) -> PredictionReading {
    switch AnswerReader.read(prediction, form: asked.question.form) {
    case .read(let prediction): .read(prediction.confidence)
    case .unread(let unread): .unread(VerdictText(language).unread(unread))
    }
  }

  package func readAgainstTruth(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, shouldStop: (Int) -> Bool
  ) -> PredictionReading {
    let (truth, wasStopped) = truth(for: asked, judging: prediction, shouldStop: shouldStop)
    guard !wasStopped else { return .stopped }
    let verdict = Grader.grade(prediction, to: asked.question, truth: truth)
    guard case .unread(let unread) = verdict.kind else {
      return .read(verdict.prediction?.confidence)
    }
    return .unread(VerdictText(language).unread(unread))
  }

  /// The answer to a question, and whether somebody stopped the search for it.
  ///
  /// - Parameter prediction: what is to be judged by it.
  func truth(
    for asked: Asked, judging prediction: String?, shouldStop: (Int) -> Bool
  ) -> (QuestionTruth, wasStopped: Bool) {
    let form = asked.question.form
    let lines = prediction.flatMap { AnswerReader.read($0, form: form).prediction?.lines } ?? []
    var wasStopped = false
    let truth = truths.truth(
      of: asked.question, in: asked.lesson, variant: asked.variant, printing: lines
    ) { states in
      wasStopped = wasStopped || shouldStop(states)
      return wasStopped
    }
    return (truth, wasStopped)
  }

  func truth(
    of program: LessonProgram, in lesson: Lesson, observe: String, shouldStop: (Int) -> Bool
  ) -> (QuestionTruth, wasStopped: Bool) {
    var wasStopped = false
    let truth = truths.truth(of: program, files: lesson.dataFiles, observe: observe) { states in
      wasStopped = wasStopped || shouldStop(states)
      return wasStopped
    }
    return (truth, wasStopped)
  }

  func steps(
    of schedule: Schedule, for asked: Asked, language: ReadingLanguage
  ) -> Result<[WitnessStep], Diagnostic> {
    TruthStore.steps(
      of: schedule, program: asked.job.program, files: asked.lesson.dataFiles,
      observe: asked.question.observe, time: asked.question.time, language: language)
  }

  package func compare(
    _ value: String, for asked: Asked, language: ReadingLanguage
  ) -> (sentence: String, isInside: Bool) {
    let shown = AnswerValue(repr: value)
    let truth = truths.truth(
      of: asked.question, in: asked.lesson, variant: asked.variant, printing: shown.texts)
    let isInside = !truth.isComplete || truth[shown] != nil
    return (VerdictText(language).live(value, on: asked.question, truth: truth), isInside)
  }

  package func judge(
    _ prediction: String, for asked: Asked, language: ReadingLanguage, width: Int
  ) -> Judgement {
    let question = asked.question
    let (truth, _) = truth(for: asked, judging: prediction) { _ in false }
    var verdict = Grader.grade(prediction, to: question, truth: truth)
    if verdict.isWrong, verdict.belief == nil, let prediction = verdict.prediction {
      verdict.belief = truths.belief(
        behind: prediction, to: question, in: asked.lesson, variant: asked.variant)
    }
    let text = VerdictText(language)
    let picture = self.picture(of: verdict, for: asked, language: language, width: width)
    var sentence = text.judgement(verdict, on: question, truth: truth)
    if !picture.isEmpty, let leadIn = text.leadIn(verdict, on: question) {
      sentence += (language == .english ? " " : "") + leadIn
    }
    var reasons: [String] = []
    if let belief = verdict.belief { reasons.append(text.belief(belief)) }
    let isDecided = verdict.isRight || verdict.isWrong
    if isDecided, !question.because.isEmpty { reasons.append(question.because) }
    return Judgement(
      verdict: StoredVerdict(verdict, on: question), search: text.truth(truth, of: question),
      outcomes: text.outcomes(truth, of: question), sentence: sentence, picture: picture,
      reasons: reasons)
  }

  private func picture(
    of verdict: Verdict, for asked: Asked, language: ReadingLanguage, width: Int
  ) -> [String] {
    guard let evidence = verdict.evidence,
      case .success(let steps) = steps(of: evidence.schedule, for: asked, language: language)
    else { return [] }
    let picture = WitnessPicture(width: width, language: language).lines(of: steps)
    guard let stuck = evidence.stuckAtItsEnd else { return picture }
    return picture + (picture.isEmpty ? [] : [""]) + VerdictText(language).waits(in: stuck)
  }

  // MARK: Exploring

  package func explore(
    _ job: Job, language: ReadingLanguage, width: Int, shouldStop: (Int) -> Bool
  ) -> ExplorationReport {
    let observe: ObserveExpression?
    switch job.observe.map(ObserveExpression.parse) {
    case .failure(let diagnostic):
      let name = Wording.says("EXPRESSION").text(in: language)
      return refused(diagnostic, job.observe ?? "", name, language)
    case .success(let expression): observe = expression
    case nil: observe = nil
    }
    if job.isOwnFile, let bytes = ProgramFolder.bytes(of: job.program.path),
      case .failure(let diagnostic) = SourceText.decode(bytes, name: job.program.name)
    {
      return refused(diagnostic, "", job.program.name, language)
    }
    let outcomes: OutcomeSet
    switch TruthStore.compile(job.program) {
    case .failure(let diagnostic):
      return refused(diagnostic, job.program.text, job.program.name, language)
    case .success(let program):
      let folder =
        job.isOwnFile
        ? ProgramFolder.read(beside: job.program.path)
        : Dictionary(job.files.map { ($0.name, $0.bytes) }) { first, _ in first }
      outcomes = Exploration.explore(
        program: program, folder: folder, observe: observe, time: job.time, shouldStop: shouldStop)
    }
    if case .unsupported(let diagnostic) = outcomes.verdict {
      return refused(diagnostic, job.program.text, job.program.name, language)
    }
    return OutcomeTable(language: language, observe: job.observe).report(outcomes)
  }

  private func refused(
    _ diagnostic: Diagnostic, _ text: String, _ name: String, _ language: ReadingLanguage
  ) -> ExplorationReport {
    let program = LessonProgram(name: name, path: name, text: text)
    return ExplorationReport(summary: "", details: rows(diagnostic, of: program, language))
  }

  func rows(
    _ diagnostic: Diagnostic, of program: LessonProgram, _ language: ReadingLanguage
  ) -> [String] {
    let source = SourceText(name: program.name, text: program.text)
    return rows(DiagnosticRenderer(in: language).render(diagnostic, in: source))
  }

  // MARK: Running

  package func run(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void, shouldStop: () -> Bool
  ) -> LiveReport {
    switch Workplace.make(for: job) {
    case .failure(let fault): return LiveReport(remarks: [fault.reason.text(in: language)])
    case .success(let workplace):
      defer { workplace.remove() }
      var settings = RunSettings(
        file: workplace.program, folder: workplace.folder, speed: job.speed, language: language)
      settings.name = job.program.name
      settings.markedFunctions = expression(of: job)?.projection.markedFunctions ?? []
      switch LiveRun.start(settings) {
      case .failure(let fault):
        return LiveReport(remarks: [language(.internalError(fault.wording.text(in: language)))])
      case .success(let run):
        return watch(run, job, language, show: show, shouldStop: shouldStop)
      }
    }
  }

  package func runIdeally(
    _ job: Job, language: ReadingLanguage, show: (LiveLine) -> Void
  ) -> Result<IdealReport, IdealRefusal> {
    TruthStore.compile(job.program).flatMap {
      Exploration.idealRun(of: $0, folder: TruthStore.folder(job.files))
    }.mapError {
      IdealRefusal(rows: rows($0, of: job.program, language))
    }.map { run in
      for line in IdealLines.lines(of: run, language: language) { show(line) }
      return IdealReport(seconds: run.seconds, stuck: run.stuck)
    }
  }

  private func watch(
    _ run: LiveRun, _ job: Job, _ language: ReadingLanguage, show: (LiveLine) -> Void,
    shouldStop: () -> Bool
  ) -> LiveReport {
    var lines = LiveLines()
    var report = LiveReport()
    while true {
      switch run.next(within: 50) {
      case .nothingYet: break
      case .step(let step):
        report.seconds = max(report.seconds, step.time)
        if case .refused(let text) = step.what { report.remarks += rows(text) }
        report.timeline.take(step)
        for line in lines.take(step) { show(line) }
        report.processes = lines.processes
      case .ended(let outcome):
        for line in lines.rest() { show(line) }
        report.timeline.finish()
        if !report.wasStopped { finish(&report, outcome, job, language) }
        return report
      }
      if !report.wasStopped, shouldStop() {
        report.wasStopped = true
        run.kill()
      }
    }
  }

  private func finish(
    _ report: inout LiveReport, _ outcome: LiveOutcome, _ job: Job, _ language: ReadingLanguage
  ) {
    if let stuck = outcome.stuck { report.remarks += rows(stuck.text(in: language)) }
    switch outcome.end {
    case .exited, .signalled, .stuck: break
    case .refused: return
    case .interrupted:
      report.wasStopped = true
      return
    case .failed(let text):
      report.remarks.append(language(.internalError(text)))
      return
    }
    guard case .success(let value) = expression(of: job)?.value(of: outcome.record) else { return }
    report.value = value
  }

  private func expression(of job: Job) -> ObserveExpression? {
    guard let observe = job.observe else { return nil }
    return try? ObserveExpression.parse(observe).get()
  }

  private func rows(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
      .reversed().drop { $0.isEmpty }.reversed()
  }
}

extension StoredVerdict {
  init(_ verdict: Verdict, on question: Question) {
    switch verdict.kind {
    case .right: self = .right
    // Who denies what can happen has not half of the answer.
    case .missed:
      switch question.form {
      case .which, .lines: self = .missed
      case .what, .can, .when, .seconds: self = .impossible
      }
    case .impossible, .missedAndImpossible: self = .impossible
    case .undecided, .unread: self = .undecided
    }
  }
}

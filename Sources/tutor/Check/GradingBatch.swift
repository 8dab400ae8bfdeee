// Many submissions, a few workers at a time. Flows in: places and rules. Flows out: graded submissions in
// the order of the places, the same whatever the number of workers. A worker that dies costs the part
// that it was at; another one goes on behind it.

import Course
import Diagnostics
import Glibc
import Grading

/// Grades a batch by workers.
struct GradingBatch {
  private let rules: GradingRules
  private let jobs: Int
  private let executable: String
  private var drafts: [Draft]
  private var workers: [GradingWorker] = []
  /// The next submission that no worker has begun.
  private var next = 0
  private var done = 0

  /// What is known of a submission so far.
  private struct Draft {
    let place: SubmissionPlace
    var notes: [String] = []
    var parts: [GradedPart]?
    /// The first part that is not graded.
    var graded = 0
    var deaths = 0
  }

  init(
    _ places: [SubmissionPlace], rules: GradingRules, jobs: Int,
    executable: String = "/proc/self/exe"
  ) {
    drafts = places.map { Draft(place: $0) }
    self.rules = rules
    self.jobs = max(1, jobs)
    self.executable = executable
  }

  /// Grades all of it.
  ///
  /// - Parameter progress: told how many submissions are done whenever one more is.
  mutating func run(progress: (Int) -> Void) -> [GradedSubmission] {
    while done < drafts.count {
      while workers.count < jobs, next < drafts.count {
        start(next)
        next += 1
      }
      wait()
      reap(progress)
    }
    return drafts.map(finished)
  }

  // MARK: Workers

  private mutating func start(_ index: Int) {
    let order = GradingOrder(
      place: drafts[index].place, rules: rules, from: drafts[index].graded)
    if let worker = GradingWorker(order, index: index, executable: executable) {
      workers.append(worker)
    } else {
      // Without a process, nothing of it can be graded.
      let reason = Wording.says("no worker can be started: \(Wording.systemError(errno))")
      settleRest(of: index, by: .broke(reason.text(in: rules.readingLanguage)))
      done += 1
    }
  }

  private mutating func wait() {
    var entries: [pollfd] = []
    for worker in workers {
      // A closed descriptor's place is kept by a negative number, which poll passes over.
      entries.append(
        pollfd(fd: worker.outputIsOpen ? worker.output : -1, events: Int16(POLLIN), revents: 0))
      entries.append(
        pollfd(fd: worker.errorsAreOpen ? worker.errors : -1, events: Int16(POLLIN), revents: 0))
    }
    guard !entries.isEmpty, poll(&entries, nfds_t(entries.count), 1_000) > 0 else { return }
    for place in workers.indices {
      if entries[2 * place].revents != 0 {
        for line in workers[place].readOutput() { take(line, from: workers[place].index) }
      }
      if entries[2 * place + 1].revents != 0 { workers[place].readErrors() }
    }
  }

  private mutating func take(_ line: GradingLine, from index: Int) {
    switch line {
    case .planned(let parts, let notes):
      drafts[index].parts = parts
      drafts[index].notes = notes
    case .graded(let number, let part):
      guard let parts = drafts[index].parts, parts.indices.contains(number) else { return }
      drafts[index].parts?[number] = part
      drafts[index].graded = number + 1
    }
  }

  private mutating func reap(_ progress: (Int) -> Void) {
    // Computing time is bounded by the worker itself; this is for one that sleeps or is stopped.
    let patience = Double(60 + 20 * rules.seconds)
    for worker in workers where GradingWorker.now() - worker.heard > patience { worker.kill() }
    var restarts: [Int] = []
    for worker in workers where !worker.isOpen {
      let end = worker.finish()
      if settle(worker, end) {
        done += 1
        progress(done)
      } else {
        restarts.append(worker.index)
      }
    }
    workers.removeAll { !$0.isOpen }
    for index in restarts { start(index) }
  }

  /// Writes down how a worker ended.
  ///
  /// - Returns: whether its submission is done.
  private mutating func settle(_ worker: GradingWorker, _ end: GradingWorker.End) -> Bool {
    let index = worker.index
    let isWhole = drafts[index].parts.map { drafts[index].graded >= $0.count } ?? false
    if isWhole { return true }
    let death = self.death(worker, end)
    guard let parts = drafts[index].parts else {
      settleRest(of: index, by: death)
      return true
    }
    let number = drafts[index].graded
    drafts[index].parts?[number] = parts[number].settled(
      by: death, language: rules.readingLanguage)
    drafts[index].graded += 1
    return drafts[index].graded >= parts.count
  }

  private func death(_ worker: GradingWorker, _ end: GradingWorker.End) -> GradingDeath {
    if end.signal == SIGXCPU { return .outOfTime(seconds: rules.seconds) }
    // Whoever gets no memory in Swift stops with a trap. It says so, or stands at its limit.
    let isOutOfMemory =
      worker.complaint.contains("allocat") || end.memory >= rules.memory * 3 / 4
    if end.signal != nil, isOutOfMemory { return .outOfMemory(MiB: rules.memory) }
    if let signal = end.signal { return .broke("signal \(signal)") }
    return .broke("status \(end.status >> 8)")
  }

  private mutating func settleRest(of index: Int, by death: GradingDeath) {
    let parts = drafts[index].parts ?? [Self.whole(drafts[index].place)]
    let graded = drafts[index].graded
    drafts[index].parts = parts.enumerated().map { number, part in
      number < graded ? part : part.settled(by: death, language: rules.readingLanguage)
    }
    drafts[index].graded = parts.count
  }

  /// A submission that could not even be looked through.
  private static func whole(_ place: SubmissionPlace) -> GradedPart {
    GradedPart(
      kind: .stray, lesson: "", name: place.learner,
      checks: [GradedCheck(name: place.learner, status: .failed, maxPoints: 0)])
  }

  private func finished(_ draft: Draft) -> GradedSubmission {
    var notes = draft.notes
    let parts = draft.parts ?? []
    if parts.isEmpty {
      notes.insert(GradedSubmission.nothing(rules.readingLanguage), at: 0)
    }
    return GradedSubmission(
      learner: draft.place.learner, path: PlainText.line(draft.place.path), notes: notes,
      parts: parts)
  }
}

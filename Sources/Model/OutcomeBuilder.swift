// From a search's report to the set of outcomes: one entry a value, each with a witness that changes
// between processes as seldom as can be, and with what went wrong on the way.

import Diagnostics
import Explorer
import Machine
import Observation

struct OutcomeBuilder {
  private let kernel: Kernel
  private let endings: EndingTable
  private let source: SourceText

  init(kernel: Kernel, endings: EndingTable, source: SourceText) {
    self.kernel = kernel
    self.endings = endings
    self.source = source
  }

  /// Pairs of state and last process that the search for calm witnesses may visit: about 0.1 s.
  /// Where the search was cut short, each may need a step that was never computed.
  private static let visits = 100_000
  /// Steps of witnesses that are shown; a question with hundreds of outcomes has later ones without.
  private static let mostMoves = 20_000
  private var shownMoves = 0

  /// The ends of one outcome, and which groups of ends its witnesses are looked for in.
  private struct Draft {
    var value: String
    var summary: RunSummary?
    var endings: [SearchReport.Ending] = []
    var stuck: [SearchReport.Ending] = []
    var crashes: [CrashDraft] = []
  }

  private struct CrashDraft {
    var type: String
    var line: Int
    var endings: [SearchReport.Ending] = []
  }

  mutating func build(
    from report: SearchReport, of search: inout Search, bounds: Bounds, seconds: Double
  ) -> OutcomeSet {
    let verdict = Self.verdict(report.stop, bounds)
    var outcomes: [OutcomeSet.Outcome] = []
    if case .unsupported = verdict {} else { outcomes = self.outcomes(report, &search) }
    var set = OutcomeSet(
      verdict: verdict, outcomes: outcomes, states: report.states,
      transitions: report.transitions, seconds: seconds, walks: report.walks)
    if report.isComplete { set.endless = endless(of: &search) }
    return set
  }

  // MARK: Runs that never end

  private mutating func endless(of search: inout Search) -> EndlessRuns? {
    guard let found = search.endless() else { return nil }
    var runs = EndlessRuns()
    runs.doomedStates = found.doomed
    if let state = found.firstDoomed { runs.doomed = way(to: state, found.doomers, &search) }
    if let state = found.firstRound { runs.round = way(to: state, found.rounders, &search) }
    return runs
  }

  private mutating func way(
    to state: Int, _ actors: [Slot], _ search: inout Search
  ) -> EndlessRuns.Way? {
    guard let path = try? search.unfold(search.path(to: state)), let walk = walk(path) else {
      return nil
    }
    var names: [String] = []
    for actor in actors {
      let name = kernel.name(of: actor)
      if !names.contains(name) { names.append(name) }
    }
    return EndlessRuns.Way(schedule: walk.schedule, processes: names)
  }

  static func verdict(_ stop: SearchReport.Stop, _ bounds: Bounds) -> OutcomeSet.Verdict {
    switch stop {
    case .complete: return .exact
    case .states: return .partial(.states(bounds.states))
    case .seconds: return .partial(.seconds(bounds.seconds))
    case .bytes: return .partial(.bytes(bounds.bytes))
    case .cancelled: return .partial(.cancelled)
    case .failed(StepFault.unsupported(let diagnostic)): return .unsupported(diagnostic)
    case .failed(StepFault.endless(let process, let line)):
      return .partial(.instructions(process: process, line: line))
    case .failed(let error):
      return .unsupported(Diagnostic(.unsupported, .says("internal error: \(error)"), at: nil))
    }
  }

  private mutating func outcomes(
    _ report: SearchReport, _ search: inout Search
  ) -> [OutcomeSet.Outcome] {
    let drafts = self.drafts(report.endings)
    var groups: [[SearchReport.Ending]] = []
    for draft in drafts {
      groups.append(draft.endings)
      if !draft.stuck.isEmpty { groups.append(draft.stuck) }
      groups += draft.crashes.map(\.endings)
    }
    var paths = search.paths(
      to: groups, visits: report.isComplete ? Self.visits : Self.visits / 20)
    // The search took each of these steps, so none can fail now.
    for index in paths.indices {
      if let path = paths[index] { paths[index] = try? search.unfold(path) }
    }
    var witnesses = paths.makeIterator()
    var outcomes: [OutcomeSet.Outcome] = []
    for draft in drafts {
      var outcome = OutcomeSet.Outcome(
        value: draft.value, summary: draft.summary,
        schedule: walk(witnesses.next() ?? nil)?.schedule ?? Schedule(),
        finalStates: draft.endings.map(\.count).reduce(0, +),
        stuckStates: draft.stuck.map(\.count).reduce(0, +), stuck: nil, crashes: [])
      if !draft.stuck.isEmpty { outcome.stuck = walk(witnesses.next() ?? nil).map(stuckReport) }
      for crash in draft.crashes {
        if let found = walk(witnesses.next() ?? nil).flatMap({ self.crash(crash, in: $0) }) {
          outcome.crashes.append(found)
        }
      }
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func drafts(_ found: [SearchReport.Ending]) -> [Draft] {
    var drafts: [Draft] = []
    var indices: [String: Int] = [:]
    for ending in found {
      let kind = endings.kinds[ending.number]
      let index = indices[kind.value] ?? drafts.count
      if index == drafts.count {
        drafts.append(Draft(value: kind.value, summary: kind.summary))
        indices[kind.value] = index
      }
      drafts[index].endings.append(ending)
      if kind.isStuck { drafts[index].stuck.append(ending) }
      for crash in kind.crashes { Self.add(crash, ending, to: &drafts[index].crashes) }
    }
    return drafts.sorted { OutcomeOrder($0.value) < OutcomeOrder($1.value) }
  }

  private static func add(
    _ crash: EndingTable.CrashKey, _ ending: SearchReport.Ending, to crashes: inout [CrashDraft]
  ) {
    let (type, line) = (crash.exception.type, crash.exception.line)
    let index = crashes.firstIndex { $0.type == type && $0.line == line } ?? crashes.count
    if index == crashes.count { crashes.append(CrashDraft(type: type, line: line)) }
    if crashes[index].endings.last?.number != ending.number {
      crashes[index].endings.append(ending)
    }
  }

  // MARK: Witnesses

  private mutating func walk(_ moves: [Move]?) -> Replayer? {
    guard let moves, shownMoves < Self.mostMoves else { return nil }
    shownMoves += moves.count
    // The search took each of these steps, so none can fail now.
    guard var replayer = try? Replayer(kernel) else { return nil }
    for move in moves {
      guard (try? replayer.take(move)) != nil else { return nil }
    }
    replayer.finish()
    return replayer
  }

  private func crash(_ draft: CrashDraft, in walk: Replayer) -> OutcomeSet.Crash? {
    for step in walk.steps {
      if case .exit(_, let exception?) = step.operation, exception.type == draft.type,
        exception.line == draft.line
      {
        return OutcomeSet.Crash(
          process: step.name, exception: exception, schedule: walk.schedule)
      }
    }
    return nil
  }

  private func stuckReport(_ walk: Replayer) -> StuckReport {
    let waiters = walk.alive().map { _, context in
      let line = context.body.currentLine
      var waiter = StuckReport.Waiter(
        process: context.name, operation: source.line(line).trimmed, line: line, reason: .somebody,
        holder: nil)
      describe(context, walk, &waiter)
      return waiter
    }
    return StuckReport(waiters: waiters, schedule: walk.schedule)
  }

  private func describe(
    _ context: ProcessContext, _ walk: Replayer, _ waiter: inout StuckReport.Waiter
  ) {
    if context.spins {
      waiter.reason = .spinning
      return
    }
    switch context.pending {
    case .acquire(let id, _):
      let slot = Int(id.index)
      let isLock = kernel.components.semaphores[walk.state[slot]].maximum == 1
      // The semaphores inside a Condition, an Event or a Barrier are nobody's business.
      let isInside = !isLock && waiter.operation.contains(".wait(")
      waiter.reason = isLock ? .lock : isInside ? .wakeUp : .semaphore
      if !isInside { waiter.holder = holder(of: id, walk) }
    case .wait(let id, _):
      let index = ProcessIndex(number: Int(id.index))
      let name = walk.alive().first { $0.index == index }?.context.name
      waiter.reason = .process(name)
    case .load(_, _, let lock?), .store(_, _, _, let lock?):
      waiter.reason = .lock
      waiter.holder = holder(of: lock, walk)
    default:
      waiter.reason = WaitReasons(kernel: kernel, walk: walk).reason(of: context) ?? .somebody
    }
  }

  /// Who took the semaphore last and did not release it, where that is known.
  private func holder(of id: SemaphoreID, _ walk: Replayer) -> StuckReport.Holder? {
    var holder: StuckReport.Holder?
    for step in walk.steps {
      if case .acquire(id, acquired: true) = step.operation {
        holder = StuckReport.Holder(process: step.name, line: step.line, hasEnded: false)
      } else if case .release(id) = step.operation {
        holder = nil
      }
    }
    let names = walk.alive().map(\.context.name)
    if let name = holder?.process, !names.contains(name) { holder?.hasEnded = true }
    return holder
  }
}

/// The order in which outcomes are listed: numbers by size, then texts.
struct OutcomeOrder: Comparable {
  private let number: Double?
  private let text: String

  init(_ value: String) {
    number = Double(value)
    text = value
  }

  static func < (left: OutcomeOrder, right: OutcomeOrder) -> Bool {
    switch (left.number, right.number) {
    case (let a?, let b?): a != b ? a < b : left.text < right.text
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left.text < right.text
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = prefix { $0.isWhitespace }.endIndex
    var text = self[start...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

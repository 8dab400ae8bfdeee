// What `explore --format json` writes: one object on standard output, and nothing else there.

import FoundationEssentials
import Machine
import Model

/// An exploration's result for programs. The field names are the interface.
struct ExploreReport: Encodable {
  enum Verdict: String, Encodable {
    case exact = "EXACT"
    case partial = "PARTIAL"
    case unsupported = "UNSUPPORTED"
  }

  struct Outcome: Encodable {
    var value: String
    /// Null where they were not found out.
    var odds: Double?
    var schedule: String
    var finalStates: Int
    var stuckStates: Int

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
      try container.encode(odds, forKey: .odds)
      try container.encode(schedule, forKey: .schedule)
      try container.encode(finalStates, forKey: .finalStates)
      try container.encode(stuckStates, forKey: .stuckStates)
    }

    enum CodingKeys: String, CodingKey { case value, odds, schedule, finalStates, stuckStates }
  }

  struct Crash: Encodable {
    var process: String
    var type: String
    var message: String
    var line: Int
    var schedule: String
  }

  struct Stuck: Encodable {
    struct Waiter: Encodable {
      var process: String
      var operation: String
      var line: Int
      var reason: String
      var holder: String?
      var holderLine: Int?
    }

    var waiters: [Waiter]
    var schedule: String
  }

  struct Endless: Encodable {
    var processes: [String]
    var schedule: String
  }

  var verdict: Verdict
  /// Which bound was met, or what is not supported.
  var reason: String?
  /// The program's line that the reason is about.
  var line: Int?
  var observe: String?
  var outcomes: [Outcome] = []
  var crashes: [Crash] = []
  var stuck: [Stuck] = []
  /// From where no end can be reached.
  var doomed: Endless?
  var doomedStates: Int?
  /// Where a run may go round for ever.
  var round: Endless?
  /// Whether a transcript is possible; the first line that is not.
  var can: Bool?
  var impossibleLine: Int?
  var schedule: String?
  var states: Int
  var transitions: Int?
  var walks: Int?
  var seconds: Double

  /// Beside an ideal machine's outcomes: what any schedule allows and they do not; null where that is
  /// not known.
  var beyondIdeal: [Outcome]?
  /// The wrong rules that hold; none for the program as CPython runs it.
  var rules: [String]?

  var text: String { ReportText.json(self) }
}

/// Reports as programs read them.
enum ReportText {
  /// One object, its keys sorted.
  static func json(_ report: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    // Only numbers that are not finite cannot be encoded, and there are none here.
    guard let data = try? encoder.encode(report) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

extension ExploreReport {
  init(
    _ set: OutcomeSet, observe: String?, rules: WrongRules = [], ofAnySchedule: OutcomeSet? = nil
  ) {
    self.init(
      verdict: .exact, observe: observe, states: set.states, transitions: set.transitions,
      walks: set.walks, seconds: set.seconds)
    if !rules.isEmpty { self.rules = rules.each.map(\.name) }
    tell(set.verdict)
    outcomes = set.outcomes.map(Self.outcome)
    beyondIdeal = ofAnySchedule?.outcomes(beyond: set)?.map(Self.outcome)
    let table = OutcomeTable(set, observe: observe, language: .english)
    crashes = table.crashes.map {
      Crash(
        process: $0.process, type: $0.exception.type, message: $0.exception.message,
        line: $0.exception.line, schedule: $0.schedule.text)
    }
    stuck = table.stuckReports.map(Self.stuck)
    doomedStates = set.endless?.doomedStates
    doomed = set.endless?.doomed.map(Self.endless)
    round = set.endless?.round.map(Self.endless)
  }

  init(_ answer: TranscriptAnswer) {
    self.init(verdict: .exact, states: answer.states, seconds: answer.seconds)
    switch answer.finding {
    case .possible(let found, _):
      can = true
      schedule = found.text
    case .impossible(let line):
      can = false
      impossibleLine = line
    case .goesOn: can = false
    case .undecided(let limit): tell(.partial(limit))
    case .unsupported(let diagnostic): tell(.unsupported(diagnostic))
    }
  }

  private mutating func tell(_ found: OutcomeSet.Verdict) {
    switch found {
    case .exact: verdict = .exact
    case .partial(let limit):
      verdict = .partial
      reason = OutcomeTable.reason(limit).text(in: .english)
    case .unsupported(let diagnostic):
      verdict = .unsupported
      reason = diagnostic.message.text(in: .english)
      line = diagnostic.span?.line
    }
  }

  private static func outcome(_ outcome: OutcomeSet.Outcome) -> Outcome {
    Outcome(
      value: outcome.value, odds: outcome.odds, schedule: outcome.schedule.text,
      finalStates: outcome.finalStates, stuckStates: outcome.stuckStates)
  }

  private static func stuck(_ report: StuckReport) -> Stuck {
    Stuck(
      waiters: report.waiters.map {
        Stuck.Waiter(
          process: $0.process, operation: $0.operation, line: $0.line,
          reason: $0.reason.wording().text(in: .english),
          holder: $0.holder?.process, holderLine: $0.holder?.line)
      },
      schedule: report.schedule.text)
  }

  private static func endless(_ way: EndlessRuns.Way) -> Endless {
    Endless(processes: way.processes, schedule: way.schedule.text)
  }
}

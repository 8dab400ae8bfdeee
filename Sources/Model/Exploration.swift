// Every schedule of a program, searched to the end: from code, a folder's files and a question to the
// set of outcomes. This is the door of the model; nothing of the simulated kernel shows through it.

import Diagnostics
import Explorer
import Language
import Machine
import Observation

/// Which reductions a search may use. Neither changes what it finds, but for the counts of states.
package struct Shortcuts: Hashable, Sendable {
  /// Steps whose order nobody can tell are taken in one order.
  package var skipsSteps: Bool
  /// Processes that are alike are not told apart.
  package var joinsAlike: Bool

  package init(skipsSteps: Bool = true, joinsAlike: Bool = true) {
    self.skipsSteps = skipsSteps
    self.joinsAlike = joinsAlike
  }

  package static let none = Shortcuts(skipsSteps: false, joinsAlike: false)
}

package enum Exploration {
  /// Explores every interleaving of a program's visible operations.
  ///
  /// The result depends on the arguments alone, but for `seconds` and where a bound on time is met.
  ///
  /// - Parameters:
  ///   - asksOdds: whether the odds of each outcome are found too, which takes a search of its own.
  ///   - folder: the files that are there at the start.
  ///   - observe: the question; without one the outcome is which lines were printed (in any order),
  ///     who did not end with 0, and whether the run got stuck.
  ///   - time: which runs count.
  ///   - rules: wrong rules that hold. There are no schedules of the program then: all are empty.
  ///   - shouldStop: asked now and then with the number of states so far; true ends the search.
  package static func explore(
    program: Program, folder: [String: [UInt8]] = [:], observe: ObserveExpression? = nil,
    time: TimeTruth = .anySchedule, rules: WrongRules = [], bounds: Bounds = Bounds(),
    shortcuts: Shortcuts = Shortcuts(), asksOdds: Bool = false,
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> OutcomeSet {
    var main = explored(program)
    main.rules = rules
    let isIdeal = time == .idealMachine || rules.contains(.sleepOrders)
    let unfit = rules.intersection(.ofAnySchedule)
      .subtracting(time == .idealMachine ? [] : .sleepOrders)
    if isIdeal, !unfit.isEmpty { return OutcomeSet(unfit: unfit) }
    return explore(
      main: main, source: program.source, folder: folder, observe: observe,
      time: isIdeal ? .idealMachine : .anySchedule, rules: rules, bounds: bounds,
      shortcuts: shortcuts, asksOdds: asksOdds, shouldStop: shouldStop)
  }

  /// Performs a schedule in the model, from the start as far as it goes.
  ///
  /// - Returns: one step a move, or what is wrong with the schedule.
  package static func replay(
    _ schedule: Schedule, program: Program, folder: [String: [UInt8]] = [:],
    time: TimeTruth = .anySchedule
  ) -> Result<[ReplayStep], Diagnostic> {
    replay(schedule, main: explored(program), folder: folder, time: time)
  }

  /// A program's main process, about to begin.
  static func explored(_ program: Program) -> Machine {
    var machine = Machine(image: Image(program: program))
    machine.isExplored = true
    return machine
  }

  /// The same for any process that begins a run.
  ///
  /// - Parameter source: where waiting processes' lines are quoted from.
  package static func explore(
    main: any ProcessBody, source: SourceText, folder: [String: [UInt8]],
    observe: ObserveExpression?, time: TimeTruth = .anySchedule, rules: WrongRules = [],
    bounds: Bounds = Bounds(), shortcuts: Shortcuts = Shortcuts(), asksOdds: Bool = false,
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> OutcomeSet {
    let shortcuts = WrongRules.keepingReductions.isSuperset(of: rules) ? shortcuts : .none
    if time == .anySchedule, observe?.projection.looksAtClock == true {
      return OutcomeSet(
        unsupported: Diagnostic(
          .unsupported, .says("seconds are those of an ideal machine; any schedule has none"),
          at: nil))
    }
    var policy = Policy()
    policy.projection = observe?.projection ?? .linesInAnyOrder
    policy.time = time
    policy.rules = rules
    policy.readsClock = policy.projection.looksAtClock
    policy.isPlain = !shortcuts.skipsSteps
    policy.takesFewSteps = shortcuts.skipsSteps
    policy.sortsProcesses = shortcuts.joinsAlike && !policy.projection.tellsProcessesApart
    var seconds = 0.0
    while true {
      if let revised = rehearse(main, folder, policy, bounds) {
        policy = revised
        continue
      }
      let endings = EndingTable(observe)
      let kernel = Kernel(
        main: main, folder: folder, policy: policy, instructions: bounds.instructions,
        ending: endings.number)
      var search = Search(
        kernel,
        reductions: Reductions(
          takesFewSteps: policy.takesFewSteps, sortsBundles: policy.isSymmetric),
        jobs: bounds.jobs, keepsSteps: true)
      let limits = SearchLimits(
        states: bounds.states, seconds: bounds.seconds - seconds, bytes: bounds.bytes,
        walks: bounds.walks)
      let report = search.run(limits: limits, shouldStop: shouldStop)
      seconds += report.seconds
      if case .failed(StepFault.revise(let revised)) = report.stop {
        policy = revised
        continue
      }
      var builder = OutcomeBuilder(
        kernel: policy.isSymmetric ? Kernel(telling: kernel) : kernel, endings: endings,
        source: source)
      var set = builder.build(from: report, of: &search, bounds: bounds, seconds: seconds)
      if asksOdds, set.isExact, report.states < mostStatesForOdds {
        let odds = odds(of: main, folder: folder, observe: observe, policy)
        for index in set.outcomes.indices {
          set.outcomes[index].odds = odds?[set.outcomes[index].value]
        }
      }
      if !rules.isEmpty { set.dropSchedules() }
      return set
    }
  }

  /// What a few walks find out about who is alike, which a search often meets at its end only.
  private static func rehearse(
    _ main: any ProcessBody, _ folder: [String: [UInt8]], _ policy: Policy, _ bounds: Bounds
  ) -> Policy? {
    guard policy.isSymmetric else { return nil }
    let kernel = Kernel(
      main: main, folder: folder, policy: policy, instructions: bounds.instructions,
      ending: { _ in 0 })
    var search = Search(kernel)
    do {
      try search.rehearse()
      return nil
    } catch StepFault.revise(let revised) {
      return revised
    } catch {
      // The search says what it is.
      return nil
    }
  }

  private static let mostStatesForOdds = 50_000

  /// The odds of each value, over the graph of all turns. What leaves turns out is not used; processes
  /// that are alike are as likely one as the other.
  private static func odds(
    of main: any ProcessBody, folder: [String: [UInt8]], observe: ObserveExpression?,
    _ policy: Policy
  ) -> [String: Double]? {
    let endings = EndingTable(observe)
    var policy = policy
    policy.takesFewSteps = false
    let kernel = Kernel(
      main: main, folder: folder, policy: policy, instructions: Bounds().instructions,
      ending: endings.number)
    var reductions = Reductions(sortsBundles: policy.isSymmetric)
    reductions.usesPersistentSets = false
    var search = Search(kernel, reductions: reductions)
    let limits = SearchLimits(
      states: mostStatesForOdds, seconds: 2, walks: WalkLimits(walks: 0, steps: 0, seconds: 0))
    // How likely one of two random times is over before the other is not known.
    guard search.run(limits: limits).isComplete, !kernel.passesRandomTimes,
      let graph = try? search.graph(), let ends = graph.odds()
    else { return nil }
    var odds: [String: Double] = [:]
    for (state, share) in ends {
      guard let number = try? search.ending(at: state) else { return nil }
      odds[endings.kinds[number].value, default: 0] += share
    }
    return odds
  }

  package static func replay(
    _ schedule: Schedule, main: any ProcessBody, folder: [String: [UInt8]],
    time: TimeTruth = .anySchedule
  ) -> Result<[ReplayStep], Diagnostic> {
    replayed(schedule, main: main, folder: folder, time: time).map(\.steps)
  }

  /// What a walk through the model gives, or its fault in words.
  static func reporting<Walk>(_ walk: () throws -> Walk) -> Result<Walk, Diagnostic> {
    do {
      return .success(try walk())
    } catch StepFault.unsupported(let diagnostic) {
      return .failure(diagnostic)
    } catch StepFault.endless(let process, let line) {
      return .failure(
        Diagnostic(.input, .says("\(process) computes on and on, at line \(line)"), at: nil))
    } catch {
      return .failure(Diagnostic(.input, .says("internal error: \(error)"), at: nil))
    }
  }
}

extension OutcomeSet {
  /// Rules that mean nothing on an ideal machine.
  fileprivate init(unfit rules: WrongRules) {
    self.init(
      unsupported: Diagnostic(
        .unsupported, .says("what an ideal machine would do if \(rules.name) held is not defined"),
        at: nil))
  }

  init(unsupported diagnostic: Diagnostic) {
    self.init(
      verdict: .unsupported(diagnostic), outcomes: [], states: 0, transitions: 0, seconds: 0)
  }
}

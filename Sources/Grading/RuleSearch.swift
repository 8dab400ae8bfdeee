// A wrong answer → the wrong rules that it may rest on: those under which it would be right. Flows in: a
// question and a prediction. Flows out: rules, or a belief. Each rule's world is explored as the true
// one is.
//
// Rule: a world that cannot be searched to its end says nothing. How far a search goes is counted in
// states, so that the same answer gets the same words on every machine.

import Course
import Explorer
import Machine
import Model
import Observation

/// What looking for wrong rules came to.
package struct RuleSearch: Hashable, Sendable {
  /// Those under which the answer would be right, in the order in which they were tried.
  package var found: [WrongRules] = []
  /// Those whose world could not be searched to its end.
  package var undecided: [WrongRules] = []

  package init() {}
}

extension TruthStore {
  /// The belief that a wrong answer shows: one of the lesson's that names a rule, or else any rule.
  ///
  /// Whether something can happen has but two answers, and a wrong one would be right for many
  /// reasons; so there only the lesson's own rules count.
  ///
  /// - Parameter prediction: an answer that is wrong.
  package mutating func belief(
    behind prediction: Prediction, to question: Question, in lesson: Lesson, variant: Int = 0,
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> Belief? {
    let declared = question.beliefs.filter { $0.rule != nil }
    var candidates = declared.compactMap { $0.rule.flatMap { WrongRules(name: $0) } }
    switch question.form {
    case .which, .what, .seconds, .lines:
      candidates += WrongRules.named.map(\.rule).filter { !candidates.contains($0) }
    case .can, .when: break
    }
    let search = rules(
      behind: prediction, to: question, variant: variant, files: lesson.dataFiles,
      among: candidates, atMost: 1, shouldStop: shouldStop)
    guard let rule = search.found.first else { return nil }
    return declared.first { $0.rule == rule.name } ?? Belief(rule: rule.name)
  }

  /// The wrong rules under which a prediction would be right.
  ///
  /// - Parameters:
  ///   - files: what is in the program's folder when it starts.
  ///   - candidates: single rules, in the order in which they are tried.
  ///   - limit: enough is found with so many.
  package mutating func rules(
    behind prediction: Prediction, to question: Question, variant: Int = 0, files: [DataFile],
    among candidates: [WrongRules] = WrongRules.named.map(\.rule), atMost limit: Int = .max,
    shouldStop: (Int) -> Bool = { _ in false }
  ) -> RuleSearch {
    let program = question.program(variant: variant)
    var search = RuleSearch()
    for rule in candidates where rule.canMatter(to: program.text, question.time) {
      let truth = truth(
        of: program, files: files, observe: question.observe, time: question.time, rules: rule,
        shouldStop: shouldStop)
      if !truth.isComplete {
        search.undecided.append(rule)
      } else if Grader.isRight(prediction, to: question, truth: truth) {
        search.found.append(rule)
        if search.found.count >= limit { break }
      }
    }
    return search
  }

  /// So far a wrong rule's world is searched while a learner waits.
  package static let fewStates = Bounds(
    states: 30_000, walks: WalkLimits(walks: 0, steps: 0, seconds: 0))
}

extension WrongRules {
  /// Whether a program has what the rule is about; a program without it has the same outcomes.
  fileprivate func canMatter(to program: String, _ time: TimeTruth) -> Bool {
    if time == .idealMachine, !isDisjoint(with: .ofAnySchedule) { return false }
    let words: [String]
    switch self {
    case .atomicFiles: words = ["open"]
    case .noFeeder, .fifo: words = ["Queue"]
    case .sleepOrders: words = ["sleep", "timeout"]
    case .reentrantLock: words = ["Lock"]
    case .joinIsLock: words = ["join"]
    case .nestedValues: words = ["Manager"]
    case .atomicAdd: words = ["Value", "Array", "Manager"]
    case .pipeEnds: words = ["Pipe"]
    case .daemonsFinish: words = ["daemon"]
    default: return true
    }
    return words.contains { program.containsText($0) }
  }
}

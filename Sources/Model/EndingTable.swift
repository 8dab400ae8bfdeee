// From final states to outcomes: which final states count as one kind of end. Kinds differ in the
// observer's value, in being stuck, and in who crashed of what.

import Machine
import Observation

/// The kinds of ends that a search has met, numbered in the order of their discovery.
final class EndingTable {
  struct CrashKey: Hashable {
    var process: String
    var exception: ExceptionSummary
  }

  struct Kind: Hashable {
    var value: String
    /// What the value says; nil where something in particular is observed.
    var summary: RunSummary?
    var isStuck: Bool
    var crashes: [CrashKey]
  }

  /// Nil where nothing in particular is observed.
  private let observe: ObserveExpression.Ready?
  private var numbers: [Kind: Int] = [:]
  private(set) var kinds: [Kind] = []
  private var values: [ProjectedRun: String] = [:]

  init(_ observe: ObserveExpression?) { self.observe = observe?.ready() }

  func number(of run: ProjectedRun) -> Int {
    let crashes = run.ends.compactMap { end in
      end.exception.map { CrashKey(process: end.process, exception: $0) }
    }
    let (value, summary) = outcome(of: run)
    let kind = Kind(value: value, summary: summary, isStuck: run.isStuck, crashes: crashes)
    if let number = numbers[kind] { return number }
    kinds.append(kind)
    numbers[kind] = kinds.count - 1
    return kinds.count - 1
  }

  private func outcome(of run: ProjectedRun) -> (value: String, summary: RunSummary?) {
    guard let observe else {
      let summary = RunSummary(run)
      return (summary.text(in: .english), summary)
    }
    if let value = values[run] { return (value, nil) }
    let value = observe.outcome(of: run)
    values[run] = value
    return (value, nil)
  }
}

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
    let kind = Kind(value: value(of: run), isStuck: run.isStuck, crashes: crashes)
    if let number = numbers[kind] { return number }
    kinds.append(kind)
    numbers[kind] = kinds.count - 1
    return kinds.count - 1
  }

  private func value(of run: ProjectedRun) -> String {
    guard let observe else { return EndingTable.description(of: run) }
    if let value = values[run] { return value }
    let value = observe.outcome(of: run)
    values[run] = value
    return value
  }

  /// The outcome where nothing in particular is observed: what was printed in any order, who did not
  /// end with 0, and whether it got stuck.
  private static func description(of run: ProjectedRun) -> String {
    var parts = run.notebook.collected.map { line in
      line.count == 1 ? "'\(line.text)'" : "'\(line.text)' ×\(line.count)"
    }
    if parts.isEmpty { parts.append("nothing printed") }
    for end in run.ends {
      if let code = end.code, code != 0 {
        parts.append("\(end.process) ends with \(end.exception?.type ?? String(code))")
      }
    }
    if run.isStuck { parts.append("stuck") }
    return parts.joined(separator: ", ")
  }
}

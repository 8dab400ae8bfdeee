// What a picture calls the locks of a replay: the expression that stands for a lock in the line that
// uses it, `left` in `with left:`. Flows in: the steps and the program's text. Flows out: what stands
// behind `acquire` and `release`.

import Machine
import Model

struct LockNames {
  private let lines: [Substring]
  /// In the order in which they were made.
  private var locks: [SemaphoreID] = []
  /// The locks that have one name, which no other lock has.
  private var clear: Set<SemaphoreID> = []

  /// - Parameter steps: all that are known, or are to come; parts of calls of conditions and their
  ///   like do not count.
  init(_ steps: [ReplayStep], source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let calls = SynchronizerCalls(steps, source: source)
    var uses: Set<Use> = []
    for (index, step) in steps.enumerated() where calls[index] == .outside {
      if let lock = Self.lock(of: step) { uses.insert(Use(lock: lock, name: name(in: step))) }
    }
    locks = Set(uses.map(\.lock)).sorted { $0.index < $1.index }
    clear = Set(
      locks.filter { lock in
        let own = uses.filter { $0.lock == lock }
        guard own.count == 1, let name = own.first?.name else { return false }
        return uses.count { $0.name == name } == 1
      })
  }

  private struct Use: Hashable {
    var lock: SemaphoreID
    var name: String?
  }

  private static func lock(of step: ReplayStep) -> SemaphoreID? {
    switch step.operation {
    case .acquire(let id, _), .release(let id): id
    default: nil
    }
  }

  private func name(in step: ReplayStep) -> String? {
    guard lines.indices.contains(step.line - 1) else { return nil }
    if case .release = step.operation {
      return Self.expression(in: lines[step.line - 1], before: ".release(")
    }
    return Self.expression(in: lines[step.line - 1], before: ".acquire(")
  }

  /// The lock's number, from 1.
  func number(of lock: SemaphoreID) -> Int { (locks.firstIndex(of: lock) ?? 0) + 1 }

  /// The name of a step's lock, and its number where the name does not tell which one it is. A lock
  /// alone needs neither.
  func suffix(in step: ReplayStep) -> String {
    guard locks.count > 1, let lock = Self.lock(of: step), locks.contains(lock) else { return "" }
    guard let name = name(in: step) else { return " \(number(of: lock))" }
    return clear.contains(lock) ? " \(name)" : " \(name) (\(number(of: lock)))"
  }

  // MARK: The line

  /// What a line acquires or releases, if that is one thing.
  private static func expression(in line: Substring, before call: String) -> String? {
    let code = line.drop { $0 == " " || $0 == "\t" }
    if code.hasPrefix("with ") {
      let item = code.dropFirst(5).drop { $0 == " " }
      let length = primary(item)
      var rest = item.dropFirst(length).drop { $0 == " " }
      if rest.hasPrefix("as ") {
        rest = rest.dropFirst(3).drop { $0 == " " }
        rest = rest.dropFirst(primary(rest)).drop { $0 == " " }
      }
      return length > 0 && rest.first == ":" ? String(item.prefix(length)) : nil
    }
    let calls = line.ranges(of: call)
    guard calls.count == 1 else { return nil }
    let before = line[..<calls[0].lowerBound]
    let start = before.indices.first { primary(before[$0...]) == before[$0...].count }
    return start.map { String(before[$0...]) }
  }

  /// How many characters at the beginning are a name with attributes, items and calls: `forks[i]`.
  private static func primary(_ text: Substring) -> Int {
    guard let first = text.first, first.isLetter || first == "_" else { return 0 }
    var depth = 0
    var length = 0
    for character in text {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case _ where depth > 0 || character.isLetter || character.isNumber: break
      case "_", ".": break
      default: return length
      }
      if depth < 0 { return length }
      length += 1
    }
    return depth == 0 ? length : 0
  }
}

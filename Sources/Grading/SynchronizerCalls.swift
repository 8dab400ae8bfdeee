// A Condition, an Event and a Barrier are made of semaphores, but people call their methods. Flows in:
// the steps of a replay and the program's text. Flows out: which steps are one call.

import Model

/// The calls of conditions, events and barriers in a replay.
struct SynchronizerCalls {
  enum Place: Hashable {
    case outside
    /// The first step of a call: `notify_all()`.
    case begins(String)
    case inside
  }

  private var places: [Place]

  init(_ replay: [ReplayStep], source: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    places = []
    /// By process: the line of the call that it is in, if any.
    var current: [Int: Int] = [:]
    for step in replay {
      let call = Self.isOfSemaphore(step) ? Self.call(in: lines, at: step.line) : nil
      guard let call else {
        current[step.process] = nil
        places.append(.outside)
        continue
      }
      places.append(current[step.process] == step.line ? .inside : .begins(call))
      current[step.process] = step.line
    }
  }

  subscript(index: Int) -> Place { places[index] }

  private static func isOfSemaphore(_ step: ReplayStep) -> Bool {
    switch step.operation {
    case .acquire, .release, .count: true
    default: false
    }
  }

  private static let methods = [
    "notify_all", "notify", "wait_for", "wait", "is_set", "set", "clear",
  ]

  private static func call(in lines: [Substring], at line: Int) -> String? {
    guard line > 0, line <= lines.count else { return nil }
    return methods.first { lines[line - 1].contains(".\($0)(") }.map { $0 + "()" }
  }
}

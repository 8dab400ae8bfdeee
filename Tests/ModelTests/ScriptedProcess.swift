// Processes whose code is a Swift function from the replies so far to the next effect, so that the
// kernel is tested without a line of Python.

import Diagnostics
import Machine
import Model
import Observation

struct ScriptedProcess: ProcessBody {
  /// What it asks next, by the replies that it has got.
  let script: @Sendable ([Reply]) -> Effect
  var replies: [Reply] = []

  init(_ script: @escaping @Sendable ([Reply]) -> Effect) { self.script = script }

  mutating func run(budget: Int) -> Effect { script(replies) }
  mutating func resume(with reply: Reply) { replies.append(reply) }
  mutating func takeItem(ticket: UInt32) -> QueueItem { .pickled(Array("\(ticket)".utf8)) }
  mutating func becomeServer() { replies = [] }
  mutating func serve(_ call: [UInt8], for client: ProcessID, isLate: Bool) -> [UInt8]? { call }
  func canonicalBytes() -> [UInt8] { Array("\(replies)".utf8) }
  var currentLine: Int { replies.count + 1 }
  var callStack: [(function: String, line: Int)] { [("script", currentLine)] }
}

extension ScriptedProcess {
  /// A main process that starts children with numbers from 1, joins them in order and ends.
  ///
  /// - Parameters:
  ///   - setUp: what it asks first, always.
  ///   - child: what a child asks, by its number and its replies since its start.
  static func family(
    children: Int, daemon: Bool = false, setUp: [Effect] = [],
    child: @escaping @Sendable (Int, _ before: [Reply], [Reply]) -> Effect
  ) -> ScriptedProcess {
    ScriptedProcess { replies in
      if let start = replies.lastIndex(where: { if case .child = $0 { true } else { false } }) {
        let number = replies[..<start].count { if case .forked = $0 { true } else { false } } + 1
        return child(number, Array(replies[..<setUp.count]), Array(replies[(start + 1)...]))
      }
      if replies.count < setUp.count { return setUp[replies.count] }
      let asked = replies.count - setUp.count
      if asked < children { return .fork(name: "Process-\(asked + 1)", daemon: daemon) }
      if asked < 2 * children, case .forked(let id) = replies[setUp.count + asked - children] {
        return .wait(id, .forever)
      }
      return .exit(ExitStatus(code: 0))
    }
  }
}

func explored(
  _ main: ScriptedProcess, folder: [String: [UInt8]] = [:], bounds: Bounds = Bounds()
) -> OutcomeSet {
  Exploration.explore(
    main: main, source: SourceText(name: "script", text: ""), folder: folder, observe: nil,
    bounds: bounds)
}

extension Effect {
  static func print(_ text: String) -> Effect { .write(.standardOutput, Array((text + "\n").utf8)) }
  static var end: Effect { .exit(ExitStatus(code: 0)) }
}

extension OpenMode {
  static var reading: OpenMode {
    var mode = OpenMode()
    mode.reads = true
    return mode
  }

  static var writing: OpenMode {
    var mode = OpenMode()
    mode.writes = true
    mode.truncates = true
    return mode
  }

  static var appending: OpenMode {
    var mode = OpenMode()
    mode.writes = true
    mode.appends = true
    return mode
  }
}

// What people get wrong about processes, as switches of one option set. All off is CPython. A world in
// which one of them is on is explored to find which wrong rule a wrong answer rests on; no program
// ever runs in it.

/// Wrong rules that hold.
package struct WrongRules: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Reading and then writing a file is one step, and so is writing alone.
  package static let atomicFiles = WrongRules(rawValue: 1 << 0)
  /// What a process does to its global data, all processes see.
  package static let sharedGlobals = WrongRules(rawValue: 1 << 1)
  /// An item is in the queue, however full its pipe is, when `put` returns.
  package static let noFeeder = WrongRules(rawValue: 1 << 2)
  /// A queue keeps the order of all puts, whoever made them.
  package static let fifo = WrongRules(rawValue: 1 << 3)
  /// Only the ideal machine's schedules occur.
  package static let sleepOrders = WrongRules(rawValue: 1 << 4)
  /// A process can acquire a Lock that it holds.
  package static let reentrantLock = WrongRules(rawValue: 1 << 5)
  /// Of one parent's children each goes on only while none of its siblings is at work.
  package static let joinIsLock = WrongRules(rawValue: 1 << 6)
  /// A list or dict got from a managed object is managed too.
  package static let nestedValues = WrongRules(rawValue: 1 << 7)
  /// On one line, reading a shared value and writing it next is one step.
  package static let atomicAdd = WrongRules(rawValue: 1 << 8)
  /// A pipe ends when those who have sent have stopped, whoever else has its sending end open.
  package static let pipeEnds = WrongRules(rawValue: 1 << 9)
  /// A daemon is killed only when it waits and nobody else can go on.
  package static let daemonsFinish = WrongRules(rawValue: 1 << 10)

  /// Those that say who comes between whom, which is another thing where time passes meanwhile: they
  /// are about any schedule, not about an ideal machine.
  package static let ofAnySchedule: WrongRules = [
    .atomicFiles, .sleepOrders, .joinIsLock, .daemonsFinish,
  ]

  /// Each of them alone, with its name in commands and lessons.
  package static let named: [(name: String, rule: WrongRules)] = [
    ("atomic-files", .atomicFiles), ("shared-globals", .sharedGlobals),
    ("no-feeder", .noFeeder), ("fifo", .fifo), ("sleep-orders", .sleepOrders),
    ("reentrant-lock", .reentrantLock), ("join-is-lock", .joinIsLock),
    ("nested-values", .nestedValues), ("atomic-add", .atomicAdd), ("pipe-ends", .pipeEnds),
    ("daemons-finish", .daemonsFinish),
  ]

  package static var names: [String] { named.map(\.name) }

  package init?(name: String) {
    guard let found = WrongRules.named.first(where: { $0.name == name }) else { return nil }
    self = found.rule
  }

  /// The rules that hold, each alone.
  package var each: [WrongRules] { WrongRules.named.map(\.rule).filter(contains) }

  /// The name of a single rule; the names of several, joined by commas.
  package var name: String {
    WrongRules.named.filter { contains($0.rule) }.map(\.name).joined(separator: ", ")
  }
}

// What the simulated kernel needs of a process's program: a value that runs until it asks the world,
// and that can be compared.

import Machine

/// A process's code and memory as a value. A copy of it is a forked process.
package protocol ProcessBody: Sendable {
  /// Runs until the world is needed, or for about `budget` steps.
  mutating func run(budget: Int) -> Effect
  /// Answers the effect at which it stands.
  mutating func resume(with reply: Reply)
  /// The item that was put with this ticket, pickled as it is now; it is forgotten then.
  mutating func takeItem(ticket: UInt32) -> QueueItem
  /// Turns a copy of it into a manager's server, which only `serve` is asked of.
  mutating func becomeServer()
  /// Answers a call of this client as a manager's server.
  ///
  /// - Parameter isLate: the client's patience has ended.
  /// - Returns: the answer; nil where the call has to wait until another call has changed something.
  mutating func serve(_ call: [UInt8], for client: ProcessID, isLate: Bool) -> [UInt8]?
  /// Its global data, for a world in which all processes have it in common.
  mutating func globalData() -> GlobalData
  /// Takes over what others have made of the global data.
  mutating func adopt(_ data: GlobalData)
  /// Equal for bodies that behave alike from here on; different for all others.
  func canonicalBytes() -> [UInt8]
  /// The same as far as it matters, and what it can still name.
  func canonicalForm(_ interest: CanonicalInterest) -> CanonicalForm
  /// Its code is done, and it is about to end.
  var isLeaving: Bool { get }
  /// Whether a manager's server keeps in mind which client is which.
  var knowsClients: Bool { get }
  /// The line at which it stands, from 1; 0 where its code is done.
  var currentLine: Int { get }
  /// The functions being called, outermost first.
  var callStack: [(function: String, line: Int)] { get }
}

extension ProcessBody {
  package func canonicalForm(_ interest: CanonicalInterest) -> CanonicalForm {
    CanonicalForm(bytes: canonicalBytes(), reach: .everything)
  }

  package mutating func globalData() -> GlobalData { GlobalData() }
  package mutating func adopt(_ data: GlobalData) {}
  package var isLeaving: Bool { false }
  package var knowsClients: Bool { false }

  /// What it can still name.
  func reach() -> Reach { canonicalForm(CanonicalInterest()).reach }
}

extension Machine: ProcessBody {}

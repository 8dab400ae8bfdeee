// A manager's server: a copy of the machine that started it, which answers calls and does nothing
// else.

extension Machine {
  /// Turns a copy of the machine that started a manager into its server.
  package mutating func becomeServer() {}

  /// Answers a client's call as a manager's server.
  ///
  /// - Parameter isLate: the client's patience has ended.
  /// - Returns: the answer; nil where the call has to wait until another call has changed something.
  package mutating func serve(
    _ call: [UInt8], for client: ProcessID, isLate: Bool
  ) -> [UInt8]? { [] }

  /// The item that was put with this ticket, pickled as it is now; it is forgotten then.
  package mutating func takeItem(ticket: UInt32) -> QueueItem { .pickled([]) }
}

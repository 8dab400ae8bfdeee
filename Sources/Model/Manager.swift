// A manager's server: a body that answers calls, one after the other. Each answer is one step. Once it
// is gone its slot is empty, and calls fail as connections to a lost process do.

import Explorer
import Machine

/// A server that is alive.
struct Manager {
  var body: any ProcessBody
}

extension Kernel {
  private enum Errno {
    static let noEntry: Int32 = 2
    static let brokenPipe: Int32 = 32
    static let reset: Int32 = 104
    static let refused: Int32 = 111
  }

  func startManager(
    _ context: inout ProcessContext, in transaction: inout Transaction
  ) -> Reply {
    let slot = slots.slot(.manager(maker: context.index, number: context.made.managers))
    context.made.managers += 1
    var body = context.body
    body.becomeServer()
    put(body, in: slot, &transaction)
    return .manager(ManagerID(Int(slot.index)))
  }

  func stopManager(_ id: ManagerID, in transaction: inout Transaction) -> Reply {
    transaction[Slot(Int(id.index))] = 0
    return .done
  }

  /// A call in one step, or, where servers go while they are called, in two: it is sent, and it is
  /// answered. In between the server may go, which is told in other words than a server that had gone
  /// before.
  func call(
    _ id: ManagerID, _ message: [UInt8], _ patience: Patience, _ stride: Stride,
    _ context: inout ProcessContext, in transaction: inout Transaction
  ) throws -> Performance {
    let slot = Slot(Int(id.index))
    if transaction[slot] == 0 { return try lose(slot, &context) }
    if policy.isSymmetric, !policy.managersKnowClients,
      components.managers[transaction[slot]].body.knowsClients
    {
      var revised = policy
      revised.managersKnowClients = true
      throw StepFault.revise(revised)
    }
    if context.progress == .none, policy.losesManagers || policy.stopsAtEveryMove {
      context.meet(slot)
      if stride == .part || (stride == .usual && policy.losesManagers) {
        return begin(slot, message, &context, in: &transaction)
      }
    }
    return answer(slot, message, patience, stride, &context, in: &transaction)
  }

  /// Sends a call. One that cannot be answered yet may leave a mark, such as that of a waiter.
  private func begin(
    _ slot: Slot, _ message: [UInt8], _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Performance {
    var body = components.managers[transaction[slot]].body
    let client = ProcessID(context.index.number)
    if body.serve(message, for: client, isLate: false) == nil { put(body, in: slot, &transaction) }
    context.progress = .calling
    return .part(.calling(ManagerID(Int(slot.index))))
  }

  private func answer(
    _ slot: Slot, _ message: [UInt8], _ patience: Patience, _ stride: Stride,
    _ context: inout ProcessContext, in transaction: inout Transaction
  ) -> Performance {
    let handle = transaction[slot]
    let client = ProcessID(context.index.number)
    var body = components.managers[handle].body
    if let reply = body.serve(message, for: client, isLate: false) {
      put(body, in: slot, &transaction)
      return .replied(.bytes(reply))
    }
    put(body, in: slot, &transaction)
    if transaction[slot] != handle, stride != .whole {
      // It has left its mark, which others may notice.
      context.progress = .calling
      return .part(.calling(ManagerID(Int(slot.index))))
    }
    guard patience != .forever, let late = body.serve(message, for: client, isLate: true) else {
      return .blocked(late: nil)
    }
    put(body, in: slot, &transaction)
    return patience.isNone ? .replied(.bytes(late)) : .blocked(late: .bytes(late))
  }

  /// What a process meets that calls a server which is gone.
  private func lose(_ slot: Slot, _ context: inout ProcessContext) throws -> Performance {
    guard policy.losesManagers || policy.stopsAtEveryMove else {
      var revised = policy
      revised.losesManagers = true
      throw StepFault.revise(revised)
    }
    if context.progress == .calling {
      return .alternatives([
        .failed(.endOfFile), .failed(.system(errno: Errno.reset, path: nil)),
      ])
    }
    if context.managersMet.contains(slot) {
      return .replied(.failed(.system(errno: Errno.brokenPipe, path: nil)))
    }
    return .alternatives([
      .failed(.system(errno: Errno.noEntry, path: nil)),
      .failed(.system(errno: Errno.refused, path: nil)),
    ])
  }

  private func put(
    _ body: any ProcessBody, in slot: Slot, _ transaction: inout Transaction
  ) {
    transaction[slot] = components.managers.intern(body.canonicalBytes(), Manager(body: body))
  }
}

extension Patience {
  /// It ends at once.
  var isNone: Bool {
    switch self {
    case .none: true
    case .seconds(let seconds): seconds <= 0
    case .forever, .unknown: false
    }
  }
}

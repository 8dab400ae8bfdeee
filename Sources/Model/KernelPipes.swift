// Effects on pipes. A copy of an end is one more process that has it open; what the last copy's end
// means is that of pipe(7) and unix(7), as CPython shows it. Messages go whole here. In CPython nothing
// keeps two processes from mixing them up that receive from one end at once, or of which one sends while
// the other's message is half written: a program in which that can happen is refused.

import Diagnostics
import Explorer
import Machine

extension Kernel {
  private enum Errno {
    static let badFile: Int32 = 9
    static let brokenPipe: Int32 = 32
    static let reset: Int32 = 104
  }

  func makePipe(
    duplex: Bool, _ context: inout ProcessContext, in transaction: inout Transaction
  ) -> Reply {
    let name = PipeName(maker: context.index, number: context.made.pipes, isDuplex: duplex)
    context.made.pipes += 1
    let medium: Medium = duplex ? .socket : .pipe
    let toFirst = slots.slot(.pipe(name, toFirst: true))
    put(PipeDirection(channel: Channel(medium)), in: toFirst, &transaction)
    guard duplex else {
      let first = context.add(PipeEnd(receives: toFirst))
      return .ends(first, context.add(PipeEnd(sends: toFirst)))
    }
    let toSecond = slots.slot(.pipe(name, toFirst: false))
    put(PipeDirection(channel: Channel(medium)), in: toSecond, &transaction)
    let first = context.add(PipeEnd(receives: toFirst, sends: toSecond))
    return .ends(first, context.add(PipeEnd(receives: toSecond, sends: toFirst)))
  }

  func direction(_ slot: Slot, in transaction: Transaction) -> PipeDirection? {
    let handle = transaction[slot]
    return handle == 0 ? nil : components.directions[handle]
  }

  private func put(
    _ direction: PipeDirection, in slot: Slot, _ transaction: inout Transaction
  ) {
    var direction = direction
    // Nobody will receive them.
    if direction.receivers == 0 { direction.channel.drop() }
    transaction[slot] =
      direction.isGone ? 0 : components.directions.intern(direction, direction)
  }

  // MARK: Messages

  func send(
    _ id: EndID, _ message: [UInt8], _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) throws -> Performance {
    guard let end = context.end(id), let slot = end.sends,
      var direction = direction(slot, in: transaction)
    else { return .replied(.failed(.system(errno: Errno.badFile, path: nil))) }
    if isTold(ofReset: end, in: &transaction) {
      return .replied(.failed(.system(errno: Errno.reset, path: nil)))
    }
    if direction.receivers == 0 {
      return .replied(.failed(.system(errno: Errno.brokenPipe, path: nil)))
    }
    let own = slots.slot(.context(context.index))
    if context.progress == .writing {
      return direction.channel.writer == own ? .blocked(late: nil) : .replied(.done)
    }
    let sending = direction.channel.send(message, by: own)
    switch sending {
    case .waits where direction.channel.writer != nil && policy.rules.isEmpty:
      throw mixedUp(
        .says("two processes send to one end of a pipe at once"), "end.send(…)", context)
    case .waits: return .blocked(late: nil)
    case .sent, .begun:
      if policy.rules.contains(.pipeEnds) { direction.hear(context.index) }
      put(direction, in: slot, &transaction)
    }
    if sending == .sent { return .replied(.done) }
    context.progress = .writing
    return .part(.writing)
  }

  private func isTold(ofReset end: PipeEnd, in transaction: inout Transaction) -> Bool {
    guard let slot = end.receives, var direction = direction(slot, in: transaction),
      direction.isReset
    else { return false }
    direction.isReset = false
    put(direction, in: slot, &transaction)
    return true
  }

  func receive(
    _ id: EndID, _ context: ProcessContext, in transaction: inout Transaction
  ) throws -> Performance {
    guard let end = context.end(id), let slot = end.receives,
      var direction = direction(slot, in: transaction)
    else { return .replied(.failed(.system(errno: Errno.badFile, path: nil))) }
    if direction.channel.isReady, direction.standing > 1 || direction.isTorn {
      throw mixedUp(
        direction.isTorn
          ? .says("a process may be killed as it receives from this end of a pipe")
          : .says("two processes receive from one end of a pipe at once"), "end.recv()", context)
    }
    let reply: Reply
    if let (message, _) = direction.channel.receive() {
      put(direction, in: slot, &transaction)
      reply = .bytes(message)
    } else if isTold(ofReset: end, in: &transaction) {
      reply = .failed(.system(errno: Errno.reset, path: nil))
    } else if hasEnded(direction, at: slot, for: context) {
      reply = .failed(.endOfFile)
    } else {
      return .blocked(late: nil)
    }
    countStanding(-1, context, in: &transaction)
    return .replied(reply)
  }

  /// Counts who stands at receiving from an end that is not his alone.
  ///
  /// - Parameters:
  ///   - change: 1 for who comes, -1 for who goes on.
  ///   - isKilled: whether he goes on no more.
  func countStanding(
    _ change: Int, _ context: ProcessContext, isKilled: Bool = false,
    in transaction: inout Transaction
  ) {
    guard case .receive(let id) = context.pending, policy.rules.isEmpty,
      let slot = context.end(id)?.receives, let name = slots.objectName(slot),
      policy.sharedReading.contains(name), var direction = direction(slot, in: transaction)
    else { return }
    direction.standing += change
    if isKilled, direction.channel.isReady { direction.isTorn = true }
    put(direction, in: slot, &transaction)
  }

  private func mixedUp(
    _ message: Wording, _ operation: String, _ context: ProcessContext
  ) -> StepFault {
    StepFault.unsupported(
      Diagnostic(
        .unsupported, message, at: line(context),
        note: .says("The parts of messages may get mixed up."),
        hint: .fixed("with lock: \(operation)")))
  }

  // MARK: Readiness

  func awaitReady(
    _ waitables: [Waitable], _ patience: Patience, _ context: ProcessContext,
    in transaction: Transaction
  ) -> Performance {
    let ready = waitables.indices.filter { isReady(waitables[$0], context, in: transaction) }
    return ready.isEmpty ? waiting(patience, late: .indices([])) : .replied(.indices(ready))
  }

  private func isReady(
    _ waitable: Waitable, _ context: ProcessContext, in transaction: Transaction
  ) -> Bool {
    switch waitable {
    case .process(let id): return life(transaction[slot(ofLife: id)]).exitCode != nil
    case .end(let id):
      // poll(2) finds a closed descriptor ready, to fail.
      guard let slot = context.end(id)?.receives, let direction = direction(slot, in: transaction)
      else { return true }
      return direction.channel.isReady || direction.isReset
        || hasEnded(direction, at: slot, for: context)
    }
  }

  // MARK: Copies of ends

  /// A fork: its child has all ends open too.
  func copyEnds(of context: ProcessContext, in transaction: inout Transaction) {
    for end in context.ends.compactMap({ $0 }) { count(end, 1, of: context, in: &transaction) }
  }

  func close(_ id: EndID, _ context: inout ProcessContext, in transaction: inout Transaction) {
    guard let end = context.end(id) else { return }
    context.remove(id)
    count(end, -1, of: context, in: &transaction)
  }

  /// A process's end closes what it has open.
  func closeEnds(of context: ProcessContext, in transaction: inout Transaction) {
    if context.progress == .writing, case .send(let id, _) = context.pending,
      let slot = context.end(id)?.sends, var direction = direction(slot, in: transaction),
      direction.channel.writer == slots.slot(.context(context.index))
    {
      direction.channel.abandon()
      put(direction, in: slot, &transaction)
    }
    countStanding(-1, context, isKilled: true, in: &transaction)
    for end in context.ends.compactMap({ $0 }) { count(end, -1, of: context, in: &transaction) }
  }

  private func count(
    _ end: PipeEnd, _ change: Int, of context: ProcessContext, in transaction: inout Transaction
  ) {
    var leavesUnread = false
    if let slot = end.receives, var direction = direction(slot, in: transaction) {
      direction.receivers += change
      leavesUnread = direction.receivers == 0 && !direction.channel.messages.isEmpty
      put(direction, in: slot, &transaction)
    }
    if let slot = end.sends, var direction = direction(slot, in: transaction) {
      direction.senders += change
      if change < 0 { direction.speakers?.removeAll { $0 == context.index } }
      if leavesUnread { direction.isReset = true }
      put(direction, in: slot, &transaction)
    }
  }
}

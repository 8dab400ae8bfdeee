// A process changes an object that it has put into a queue: what its feeder takes there is another thing
// before and after. So the process stands still just before, for the feeder may come first.

import Machine

/// Looks at what a process has put into queues, step by step.
struct ChangeWatch {
  /// How it stood when it was looked at last; kept only where something can change, for a copy that
  /// stands by makes the next change a copy of all its memory.
  private(set) var before: ProcessContext?
  private let tickets: [UInt32]
  private var items: [QueueItem]
  /// One change is let pass: it was seen to be about to change, or the put is not quite done.
  private var isFirst: Bool

  init(_ context: ProcessContext, tickets: [UInt32]) {
    before = tickets.isEmpty ? nil : context
    self.tickets = tickets
    items = ChangeWatch.items(of: context, tickets)
    isFirst = context.isChanging
    if case .put(_, .later, _) = context.pending { isFirst = true }
  }

  var isWatching: Bool { !tickets.isEmpty }

  /// Whether the process has changed an item since `before`; if not, that is now.
  mutating func hasChanged(_ context: ProcessContext) -> Bool {
    guard isWatching else { return false }
    let found = ChangeWatch.items(of: context, tickets)
    if found != items, !isFirst { return true }
    isFirst = isFirst && found == items
    items = found
    before = context
    before?.isChanging = false
    return false
  }

  private static func items(of context: ProcessContext, _ tickets: [UInt32]) -> [QueueItem] {
    var body = context.body
    return tickets.map { body.takeItem(ticket: $0) }
  }
}

extension Kernel {
  /// The items in a process's buffers that can still change.
  func tickets(of context: ProcessContext, in transaction: Transaction) -> [UInt32] {
    buffers(of: context).flatMap { buffer($0, in: transaction).tickets }
  }
}

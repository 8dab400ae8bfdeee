// Feeders: each is an actor of its own, for one process and one queue. It takes what the process has
// put to the queue's pipe, at any later moment. Where nobody can tell when, it does so at once.

import Explorer
import Machine
import Observation

extension Kernel {
  func bufferSlot(_ id: QueueID, of context: ProcessContext) -> Slot {
    bufferSlot(Slot(Int(id.index)), of: context.index)
  }

  private func bufferSlot(_ queue: Slot, of process: ProcessIndex) -> Slot {
    widenBundles(of: process, by: queue)
    return slots.slot(.buffer(process, queue: queue))
  }

  /// The buffers that a process has put into since it last waited for them to be empty.
  func buffers(of context: ProcessContext) -> [Slot] {
    context.feeding.map { bufferSlot($0, of: context.index) }
  }

  func buffer(_ slot: Slot, in transaction: Transaction) -> FeederBuffer {
    if let changed = transaction.changedBuffers.first(where: { $0.slot == slot }) {
      return changed.buffer
    }
    let handle = transaction[slot]
    return handle == 0 ? FeederBuffer() : components.buffers[handle]
  }

  func put(_ buffer: FeederBuffer, in slot: Slot, _ transaction: inout Transaction) {
    if let index = transaction.changedBuffers.firstIndex(where: { $0.slot == slot }) {
      transaction.changedBuffers[index].buffer = buffer
    } else {
      transaction.changedBuffers.append((slot: slot, buffer: buffer))
    }
  }

  /// The pipe has taken all of an item whose beginning was there.
  func finishWriting(_ writer: Slot, in transaction: inout Transaction) {
    guard case .buffer = slots.kind(of: writer) else { return }
    var buffer = buffer(writer, in: transaction)
    buffer.isWriting = false
    put(buffer, in: writer, &transaction)
  }

  /// The buffer is lost with its process, and so is what it has only half written.
  func loseBuffer(_ slot: Slot, queue: Slot, in transaction: inout Transaction) {
    if buffer(slot, in: transaction).isWriting {
      var pipe = itemPipe(queue, in: transaction)
      pipe.channel.abandon()
      put(pipe, in: queue, &transaction)
    }
    put(FeederBuffer(), in: slot, &transaction)
    changeOrder(of: name(QueueID(Int(queue.index))), in: &transaction) { order in
      order.removeAll { $0 == slot }
    }
  }

  /// A process's end loses what its feeders have not taken.
  func loseBuffers(of context: ProcessContext, in transaction: inout Transaction) {
    for queue in context.feeding {
      loseBuffer(bufferSlot(queue, of: context.index), queue: queue, in: &transaction)
    }
    if context.progress == .writing, case .put(let id, _, _) = context.pending {
      var pipe = itemPipe(id, in: transaction)
      guard pipe.channel.writer == slots.slot(.context(context.index)) else { return }
      pipe.channel.abandon()
      put(pipe, in: Slot(Int(id.index)), &transaction)
    }
  }

  // MARK: Feeding

  /// What a feeder can do; nothing where it has to wait for room.
  func feederOptions(of slot: Slot, in state: StateView, traced: Bool) -> [Option] {
    var transaction = Transaction(state, traced: traced)
    guard feed(slot, in: &transaction) else { return [] }
    internChanges(in: &transaction)
    return [Option(decision: .feed(0), transaction: transaction)]
  }

  /// Moves the oldest item a step further.
  ///
  /// - Parameter process: the feeder's process, where it is just running.
  /// - Returns: false where it waits for room.
  private func feed(
    _ slot: Slot, for process: ProcessContext? = nil, in transaction: inout Transaction
  ) -> Bool {
    guard case .buffer(let owner, let queue) = slots.kind(of: slot) else { return false }
    var buffer = buffer(slot, in: transaction)
    guard !buffer.isWriting, let item = buffer.items.first else { return false }
    let contextSlot = slots.slot(.context(owner))
    let id = QueueID(Int(queue.index))
    switch item {
    case .pickled(let bytes):
      guard isFirst(slot, of: name(id), in: transaction) else { return false }
      var pipe = itemPipe(queue, in: transaction)
      let sending = pipe.channel.send(bytes, by: slot)
      if sending == .waits { return false }
      put(pipe, in: queue, &transaction)
      buffer.items.removeFirst()
      buffer.isWriting = sending == .begun
      forgetFirst(slot, of: name(id), in: &transaction)
      put(buffer, in: slot, &transaction)
      record(.feed(id, .item(bytes)), of: slot, owner, process, in: &transaction)
    case .later(let ticket):
      // Pickled before there is room for it, which may be long before it gets there.
      var context = context(in: contextSlot, transaction[contextSlot])
      buffer.items[0] = context.body.takeItem(ticket: ticket)
      put(buffer, in: slot, &transaction)
      put(context, in: &transaction)
      record(.feed(id, .pickled), of: slot, owner, process, in: &transaction)
    case .faulty(let text):
      let context = components.contexts[transaction[contextSlot]]
      if context.isEnding {
        loseBuffer(slot, queue: queue, in: &transaction)
      } else {
        buffer.items.removeFirst()
        put(buffer, in: slot, &transaction)
        forgetFirst(slot, of: name(id), in: &transaction)
        giveBackRoom(of: name(id), in: &transaction)
      }
      record(.feed(id, .lost(text)), of: slot, owner, process, in: &transaction)
    }
    return true
  }

  /// Feeds what a process has just put, as far as nobody can tell that it did not take longer.
  func feedAtOnce(_ context: ProcessContext, in transaction: inout Transaction) {
    guard case .put(let id, _, _) = context.pending, name(id).kind != .simple,
      feedsAtOnce(id, isDaemon: context.isDaemon)
    else { return }
    let slot = bufferSlot(id, of: context)
    while case .pickled? = buffer(slot, in: transaction).items.first,
      feed(slot, for: context, in: &transaction)
    {}
  }

  /// Whether a feeder's steps are nobody's affair: those who get wait for ever, so an item that is
  /// there earlier hinders nobody, and nobody else's items could stand before it. It holds while its
  /// process cannot lose it by ending first.
  func feedsAtOnce(_ id: QueueID, isDaemon: Bool) -> Bool {
    let name = slots.objectName(name(id))
    return !policy.stopsAtEveryMove && !policy.isPlain && !policy.losesBuffers
      && !policy.isKillable(isDaemon: isDaemon)
      && !policy.sharedWriting.contains(name) && !policy.polled.contains(name)
  }

  /// The same for a feeder's next step.
  func isLocal(feeder slot: Slot, in state: StateView) -> Bool {
    guard case .buffer(let owner, let queue) = slots.kind(of: slot),
      case .pickled? = components.buffers[state[slot]].items.first,
      case .alive(_, let isDaemon) = life(state[slots.slot(.life(owner))])
    else { return false }
    return feedsAtOnce(QueueID(Int(queue.index)), isDaemon: isDaemon)
  }

  private func record(
    _ operation: ReplayStep.Operation, of slot: Slot, _ owner: ProcessIndex,
    _ process: ProcessContext?, in transaction: inout Transaction
  ) {
    guard transaction.trace != nil else { return }
    let context =
      process ?? components.contexts[transaction[slots.slot(.context(owner))]]
    let step = ReplayStep(
      process: owner.number, name: context.name, line: context.body.currentLine,
      operation: operation)
    transaction.trace?.append(.fed(step, buffer: slot, of: owner))
  }
}

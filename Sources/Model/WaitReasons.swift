// Why a process that is stuck waits: what it waits for on a queue, a pipe, a manager, and who could
// bring it.

import Explorer
import Machine
import Observation

struct WaitReasons {
  let kernel: Kernel
  let walk: Replayer

  /// What the process waits for; nil for what is not about queues, pipes and managers.
  func reason(of context: ProcessContext) -> StuckReport.Reason? {
    switch context.pending {
    case .get(let id, _): item(id, context)
    case .put(let id, _, _): room(id)
    case .send: .pipeRoom
    case .receive(let end): message(end, context)
    case .awaitReady(let waitables, _): .ready(count: waitables.count)
    case .awaitFeeder: .feeder
    case .awaitTasks(let id): tasks(id)
    case .call: .answer
    default: nil
    }
  }

  private var transaction: Transaction {
    Transaction(StateView(words: walk.state), traced: false)
  }

  // MARK: Queues

  private func item(_ id: QueueID, _ context: ProcessContext) -> StuckReport.Reason {
    let pipe = kernel.itemPipe(id, in: transaction)
    if pipe.isBeingRead, context.progress == .none {
      return readingLock(of: id)
    }
    if !pipe.channel.messages.isEmpty { return .restOfItem }
    guard let last = lastPutter(into: id) else { return .item(lastPutter: nil, hasEnded: false) }
    return last == context.name ? .ownItem : .item(lastPutter: last, hasEnded: !isAlive(last))
  }

  private func lastPutter(into id: QueueID) -> String? {
    for step in walk.steps.reversed() {
      if case .put(id, _) = step.operation { return step.name }
    }
    return nil
  }

  private func isAlive(_ name: String) -> Bool {
    walk.alive().contains { $0.context.name == name }
  }

  /// Who took the reading lock last: whoever got something gave it back.
  private func readingLock(of id: QueueID) -> StuckReport.Reason {
    var reader: String?
    for step in walk.steps {
      switch step.operation {
      case .part(.getting(id, .hasLock)): reader = step.name
      case .get(id, _) where reader == step.name, .findEmpty(id) where reader == step.name:
        reader = nil
      default: break
      }
    }
    return .readingLock(reader: reader, hasEnded: reader.map { !isAlive($0) } ?? false)
  }

  private func room(_ id: QueueID) -> StuckReport.Reason {
    let name = kernel.name(id)
    guard name.kind != .simple, let capacity = name.capacity else {
      return .queueRoom(capacity: nil)
    }
    return .queueRoom(capacity: Int(capacity))
  }

  private func tasks(_ id: QueueID) -> StuckReport.Reason {
    let slot = kernel.slots.slot(.queue(kernel.name(id), .tasks))
    return .tasks(left: Int(kernel.components.tasks[transaction[slot]].unfinished))
  }

  // MARK: Pipes

  /// Who could still send: whoever has a copy of the other end open.
  private func message(_ end: EndID, _ context: ProcessContext) -> StuckReport.Reason {
    guard let slot = context.end(end)?.receives else { return .message(senders: []) }
    let senders = walk.alive().filter { process in
      process.context.ends.contains { $0?.sends == slot }
    }.map(\.context.name)
    return senders == [context.name] ? .ownMessage : .message(senders: senders)
  }
}

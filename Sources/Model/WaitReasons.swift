// Why a process that is stuck waits, in words for a stuck report: what it waits for on a queue, a pipe,
// a manager, and who could bring it.

import Explorer
import Machine
import Observation

struct WaitReasons {
  let kernel: Kernel
  let walk: Replayer

  /// What the process waits for; nil for what is not about queues, pipes and managers.
  func reason(of context: ProcessContext) -> String? {
    switch context.pending {
    case .get(let id, _): item(id, context)
    case .put(let id, _, _): room(id)
    case .send: "room in the pipe"
    case .receive(let end): message(end, context)
    case .awaitReady(let waitables, _):
      waitables.count == 1 ? "something to be ready" : "one of \(waitables.count) to be ready"
    case .awaitFeeder: "room in the queue's pipe for what it has put"
    case .awaitTasks(let id): tasks(id)
    case .call: "an answer of the manager"
    default: nil
    }
  }

  private var transaction: Transaction {
    Transaction(StateView(words: walk.state), traced: false)
  }

  // MARK: Queues

  private func item(_ id: QueueID, _ context: ProcessContext) -> String {
    let pipe = kernel.itemPipe(id, in: transaction)
    if pipe.isBeingRead, context.progress == .none {
      return "the queue's reading lock" + (reader(of: id).map { ", which \($0)" } ?? "")
    }
    if !pipe.channel.messages.isEmpty { return "the rest of an item whose sender was killed" }
    guard let last = lastPutter(into: id) else { return "an item, and nobody has put any" }
    if last == context.name { return "an item" }
    let isAlive = walk.alive().contains { $0.context.name == last }
    return "an item; \(last) was the last that put one" + (isAlive ? "" : ", and it has ended")
  }

  private func lastPutter(into id: QueueID) -> String? {
    for step in walk.steps.reversed() {
      if case .put(id, _) = step.operation { return step.name }
    }
    return nil
  }

  /// Who took the reading lock last: whoever got something gave it back.
  private func reader(of id: QueueID) -> String? {
    var reader: String?
    for step in walk.steps {
      switch step.operation {
      case .part(.getting(id, .hasLock)): reader = step.name
      case .get(id, _) where reader == step.name, .findEmpty(id) where reader == step.name:
        reader = nil
      default: break
      }
    }
    guard let reader else { return nil }
    let isAlive = walk.alive().contains { $0.context.name == reader }
    return "\(reader) \(isAlive ? "has" : "had when it died")"
  }

  private func room(_ id: QueueID) -> String {
    let name = kernel.name(id)
    guard name.kind != .simple, let capacity = name.capacity else {
      return "room in the queue's pipe"
    }
    return "room in the queue, which holds \(capacity)"
  }

  private func tasks(_ id: QueueID) -> String {
    let slot = kernel.slots.slot(.queue(kernel.name(id), .tasks))
    let count = kernel.components.tasks[transaction[slot]].unfinished
    return count == 1
      ? "the queue's last task to be done" : "\(count) of the queue's tasks to be done"
  }

  // MARK: Pipes

  /// Who could still send: whoever has a copy of the other end open.
  private func message(_ end: EndID, _ context: ProcessContext) -> String {
    guard let slot = context.end(end)?.receives else { return "a message" }
    let senders = walk.alive().filter { process in
      process.context.ends.contains { $0?.sends == slot }
    }.map(\.context.name)
    switch senders.count {
    case 0: return "a message"
    case 1 where senders[0] == context.name:
      return "a message; only itself still has the other end open"
    default:
      return "a message; the other end is open in \(senders.joined(separator: ", "))"
    }
  }
}

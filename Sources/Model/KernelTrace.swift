// What is told of a step where somebody wants to see it: each effect that is a move of a schedule,
// with its reply, as a ReplayStep. A search records nothing.

import Machine
import Observation

extension Kernel {
  /// Records a reply to the effect at which the context stands, if that is a move.
  func record(
    _ reply: Reply, _ context: ProcessContext, _ decision: Schedule.Decision,
    in transaction: inout Transaction
  ) {
    guard transaction.trace != nil, context.pending.isMove,
      let operation = operation(of: reply, context, in: transaction)
    else { return }
    record(operation, context, decision, in: &transaction)
  }

  func record(
    _ operation: ReplayStep.Operation, _ context: ProcessContext,
    _ decision: Schedule.Decision = .proceed, in transaction: inout Transaction
  ) {
    let step = ReplayStep(
      process: context.index.number, name: context.name, line: context.body.currentLine,
      operation: operation)
    transaction.trace?.append(.move(step, decision, by: context.index))
  }

  private func operation(
    of reply: Reply, _ context: ProcessContext, in transaction: Transaction
  ) -> ReplayStep.Operation? {
    switch context.pending {
    case .open(let path, let mode):
      if case .failed = reply { return .look(path: path) }
      return .open(path: path, truncating: mode.truncates)
    case .read(let file, _):
      guard case .bytes(let bytes) = reply else { return nil }
      return .read(path: path(of: file, context, in: transaction), bytes)
    case .writeFile(let file, let bytes):
      return .write(path: path(of: file, context, in: transaction), bytes)
    case .truncate(let file, _):
      return .changeFolder(path: path(of: file, context, in: transaction))
    case .remove(let path):
      if case .failed = reply { return .look(path: path) }
      return .remove(path: path)
    case .rename(let path, let new):
      if case .failed = reply { return .look(path: path) }
      return .rename(path: path, to: new)
    case .fileKind(let path), .fileSize(let path), .listFolder(let path):
      return .look(path: path)
    case .seek(let file, _, _): return .look(path: path(of: file, context, in: transaction))
    case .acquire(let id, _): return .acquire(id, acquired: reply == .bool(true))
    case .release(let id): return .release(id)
    case .semaphoreValue(let id):
      guard case .int(let value) = reply else { return nil }
      return .count(id, value: value)
    case .wait(let id, _): return .wait(id, finished: reply != .exitCode(nil))
    case .poll(let id): return .poll(id, finished: reply != .exitCode(nil))
    case .signal(let id, let number): return .signal(id, number)
    case .choose:
      guard case .int(let value) = reply else { return nil }
      return .choose(value)
    case .write(_, let bytes): return .print(bytes)
    case .send, .receive, .awaitReady, .closeEnd: return pipeOperation(of: reply, context)
    case .put, .get, .queueSize, .queueIsEmpty, .queueIsFull, .awaitFeeder, .taskDone, .awaitTasks:
      return queueOperation(of: reply, context)
    case .load(let id, _, _):
      guard case .words(let words) = reply else { return nil }
      return .load(id, words)
    case .store(let id, let start, let words, _): return .store(id, at: start, words)
    case .call(let id, let message, _):
      if case .failed = reply { return .call(id, message, nil) }
      guard case .bytes(let answer) = reply else { return nil }
      return .call(id, message, answer)
    case .stopManager(let id): return .stopManager(id)
    case .exit, .abort, .paused, .unsupported, .fork, .processNumber, .parentNumber,
      .processorCount, .makeSemaphore, .close, .now, .sleep, .randomFloat, .beginExit, .serve,
      .makePipe, .makeQueue, .makeShared, .startManager:
      return nil
    }
  }

  private func pipeOperation(
    of reply: Reply, _ context: ProcessContext
  ) -> ReplayStep.Operation? {
    switch context.pending {
    case .send(let end, let message): return .send(end, message, sent: reply == .done)
    case .receive(let end):
      if case .bytes(let message) = reply { return .receive(end, message) }
      return .receive(end, nil)
    case .awaitReady:
      guard case .indices(let ready) = reply else { return nil }
      return .awaitReady(isReady: !ready.isEmpty)
    case .closeEnd(let end): return .closeEnd(end)
    default: return nil
    }
  }

  private func queueOperation(
    of reply: Reply, _ context: ProcessContext
  ) -> ReplayStep.Operation? {
    switch context.pending {
    case .put(let id, let item, _):
      return reply == .bool(false) ? .findFull(id, item) : .put(id, item)
    case .get(let id, _):
      if case .bytes(let item) = reply { return .get(id, item) }
      return .findEmpty(id)
    case .queueSize(let id): return .lookAtQueue(id, .size, reply)
    case .queueIsEmpty(let id): return .lookAtQueue(id, .isEmpty, reply)
    case .queueIsFull(let id): return .lookAtQueue(id, .isFull, reply)
    case .awaitFeeder(let id): return .awaitFeeder(id)
    case .taskDone(let id): return .taskDone(id)
    case .awaitTasks(let id): return .awaitTasks(id)
    default: return nil
    }
  }
}

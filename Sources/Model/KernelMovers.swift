// An acquire and the operation that follows it are one step of the search where nobody can tell. This is
// reduction by right movers (Lipton: Reduction: A Method of Proving Properties of Parallel Programs,
// 1975): whatever others do after an acquire they could also do before it, with the same state after
// both, for to take from a semaphore lets nobody go on. So in any run an acquire can be put off until
// just before its process's next operation; or to the end, where that operation waits for ever. The
// same holds for a wait for a process that has ended.
//
// Where the next operation would wait at that moment, the acquire is a step of its own, and so all ends
// at which somebody waits are found too: an operation that waits in the end waited before others'
// acquires that were put off to the end. That is why no operation is joined that an acquire can make
// wait. With them, philosophers who each hold one fork would never be seen.
//
// It would break if somebody could tell how early the semaphore was taken: who does not wait for it for
// ever, asks what it counts, releases it beyond its maximum, or kills who holds it. The policy finds
// that out, see `KernelStops`. And it would break if between the two the process did what others wait
// for, or can see.

import Explorer
import Machine

extension Kernel {
  /// Whether what a process has just performed could as well have been later, whatever others do.
  func isRightMover(_ effect: Effect, by context: ProcessContext) -> Bool {
    guard policy.takesFewSteps, policy.rules.isEmpty, !policy.isKillable(context) else {
      return false
    }
    switch effect {
    case .wait(_, .forever): return true
    case .acquire(let id, .forever):
      guard let name = slots.objectName(Slot(Int(id.index))) else { return false }
      return !policy.polled.contains(name) && !policy.overReleased.contains(name)
    default: return false
    }
  }

  /// Performs what follows a right mover in the same step, unless it waits or can go on in several ways.
  ///
  /// - Returns: whether it is performed; if not, nothing has changed.
  func join(
    _ effect: Effect, by context: inout ProcessContext, in transaction: inout Transaction
  ) throws -> Bool {
    guard effect.canFollowMover, transaction.notes.isEmpty || !policy.ordersNotes else {
      return false
    }
    var after = context
    var changed = transaction
    countStanding(1, after, in: &changed)
    guard case .replied(let reply) = try perform(effect, by: &after, in: &changed) else {
      return false
    }
    try answer(&after, reply, .proceed, in: &changed)
    context = after
    transaction = changed
    return true
  }
}

extension Effect {
  /// Where it is done without a stop, it could also be later, whatever others do.
  var keepsMover: Bool {
    switch self {
    case .paused, .write, .wait, .processNumber, .parentNumber, .processorCount, .makeSemaphore,
      .open, .close, .now, .sleep, .randomFloat, .makePipe, .makeQueue, .makeShared, .awaitFeeder:
      true
    case .beginExit, .exit, .abort, .serve, .unsupported, .fork, .poll, .signal, .acquire, .release,
      .semaphoreValue, .send, .receive, .awaitReady, .closeEnd, .put, .get, .queueSize,
      .queueIsEmpty, .queueIsFull, .taskDone, .awaitTasks, .load, .store, .startManager, .call,
      .stopManager, .read, .seek, .writeFile, .truncate, .remove, .rename, .fileKind, .fileSize,
      .listFolder, .choose:
      false
    }
  }

  /// No acquire of another process can make it wait.
  fileprivate var canFollowMover: Bool {
    switch self {
    case .load(_, _, let lock), .store(_, _, _, let lock): lock == nil
    case .write, .send, .receive, .put, .get, .queueSize, .queueIsEmpty, .queueIsFull, .taskDone,
      .call, .open, .read, .writeFile, .seek, .truncate, .remove, .rename, .fileKind, .fileSize,
      .listFolder:
      true
    case .paused, .beginExit, .exit, .abort, .serve, .unsupported, .fork, .wait, .poll, .signal,
      .processNumber, .parentNumber, .processorCount, .makeSemaphore, .acquire, .release,
      .semaphoreValue, .makePipe, .awaitReady, .closeEnd, .makeQueue, .awaitFeeder, .awaitTasks,
      .makeShared, .startManager, .stopManager, .close, .now, .sleep, .choose, .randomFloat:
      false
    }
  }
}

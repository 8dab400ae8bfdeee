// Where a process is left alone: what counts as one step of the search. The fewer stops, the fewer
// states. Some stops are left out on an assumption about the program; when the program turns out to
// break it, the search starts again without.

import Diagnostics
import Machine
import Observation

/// At which effects a process stands still until it is scheduled.
struct Policy: Hashable {
  /// Whose moments of death matter.
  enum Killable: Int, Hashable, Comparable {
    case nobody, daemons, everybody

    static func < (left: Killable, right: Killable) -> Bool { left.rawValue < right.rawValue }
  }

  /// Somebody asks whether a process has ended without waiting until it has. While nobody does, the
  /// end of a process belongs to its last step.
  var observesExits = false
  /// Files vanish or change their names. While they do not, a path that leads to a file goes on to.
  var removesFiles = false
  /// Who may get a signal. Whoever may has his prints apart, for he can die between two.
  var killable = Killable.nobody
  /// Every move of a schedule is a step of its own.
  var stopsAtEveryMove = false
  var projection = Projection()

  func isKillable(_ context: ProcessContext) -> Bool {
    switch killable {
    case .nobody: false
    case .daemons: context.isDaemon
    case .everybody: true
    }
  }

  /// Whether the write has to stand apart from what its process did before.
  func separates(write bytes: [UInt8], by context: ProcessContext) -> Bool {
    guard projection.looksAtOutput else { return false }
    if isKillable(context) || projection.ordersLines { return true }
    return projection.orderedPairs.contains { pair in
      let text = String(decoding: context.unfinishedLine + bytes, as: UTF8.self)
      return text.containsText(pair.first) || text.containsText(pair.second)
    }
  }

  /// What must be given up so that the effect keeps its meaning; nil where nothing must.
  ///
  /// - Parameter target: whom a signal is sent to.
  func revised(for effect: Effect, target: Life?) -> Policy? {
    var policy = self
    switch effect {
    case .poll: policy.observesExits = true
    case .wait(_, let patience): if patience != .forever { policy.observesExits = true }
    case .signal:
      policy.observesExits = true
      // Nothing happens to who has ended; with exits apart, the search also finds him alive.
      guard case .alive(_, let isDaemon) = target else { break }
      policy.killable = max(killable, isDaemon ? .daemons : .everybody)
    case .remove, .rename: policy.removesFiles = true
    case .paused, .exit, .abort, .unsupported, .write, .fork, .processNumber, .parentNumber,
      .processorCount, .makeSemaphore, .acquire, .release, .semaphoreValue, .open, .read,
      .writeFile, .seek, .truncate, .close, .fileKind, .fileSize, .listFolder, .now, .sleep,
      .choose, .randomFloat, .beginExit, .serve, .makePipe, .send, .receive, .awaitReady, .closeEnd,
      .makeQueue, .put, .get, .queueSize, .queueIsEmpty, .queueIsFull, .awaitFeeder, .taskDone,
      .awaitTasks, .makeShared, .load, .store, .startManager, .call, .stopManager:
      break
    }
    return policy == self ? nil : policy
  }
}

/// Why a step cannot be computed.
enum StepFault: Error {
  /// Search again, with this policy.
  case revise(Policy)
  case unsupported(Diagnostic)
  /// A process computes on and on.
  case endless(process: String, line: Int)
}

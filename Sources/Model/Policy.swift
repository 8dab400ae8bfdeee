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
    /// Daemons only when their parent ends, and so with all their siblings.
    case nobody, endingDaemons, daemons, everybody

    static func < (left: Killable, right: Killable) -> Bool { left.rawValue < right.rawValue }
  }

  /// Somebody asks whether a process has ended without waiting until it has. While nobody does, the
  /// end of a process belongs to its last step.
  var observesExits = false
  /// Somebody asks about single processes, or waits for one only for a while.
  var asksAboutProcesses = false
  /// Files vanish or change their names. While they do not, a path that leads to a file goes on to.
  var removesFiles = false
  /// Who may get a signal. Whoever may has his prints apart, for he can die between two.
  var killable = Killable.nobody
  /// Queues and pipes that several processes get from, or put into.
  var sharedReading: Set<ObjectName> = []
  var sharedWriting: Set<ObjectName> = []
  /// Those of which not all readers are daemons of one process.
  var mixedReading: Set<ObjectName> = []
  /// Semaphores, queues and pipes from which somebody takes without waiting for ever, or asks what is
  /// there. While all wait for ever, it makes no difference how early something is there.
  var polled: Set<ObjectName> = []
  /// Queues of which somebody asks how many were put and not got, or puts without waiting for ever.
  var measured: Set<ObjectName> = []
  /// Directions of pipes of which the last receiver may go before the last sender.
  var broken: Set<ObjectName> = []
  /// Semaphores that somebody releases once too often. While nobody does, releases hinder nobody.
  var overReleased: Set<ObjectName> = []
  /// A process ends that has not waited for its feeders.
  var losesBuffers = false
  /// A manager is called that may have gone.
  var losesManagers = false
  /// Whether time may do what it likes, or an ideal machine's does.
  var time = TimeTruth.anySchedule
  /// Somebody looks at an ideal machine's clock. While nobody does, it makes no difference how late it
  /// is.
  var readsClock = false
  /// Nothing is done at once that others could notice.
  var isPlain = false
  /// Steps are left out that make no difference to what can be reached.
  var takesFewSteps = false
  /// Processes that are alike are sorted.
  var sortsProcesses = false
  /// Which children of a parent are told apart from its others, see AlikeProcesses.
  var kinships = Kinships()
  /// Managers keep in mind which of their clients is which.
  var managersKnowClients = false
  /// Functions and classes of the program that messages name.
  var namesInMessages: Set<String> = []
  /// Locks are released by others than those who acquired them.
  var strangersRelease = false
  /// Every move of a schedule is a step of its own.
  var stopsAtEveryMove = false
  /// What is otherwise than in CPython.
  var rules: WrongRules = []
  var projection = Projection()

  func isKillable(_ context: ProcessContext) -> Bool { isKillable(isDaemon: context.isDaemon) }

  func isKillable(isDaemon: Bool) -> Bool {
    switch killable {
    case .nobody: false
    case .endingDaemons, .daemons: isDaemon
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

  /// Gives up what must be given up so that the effect keeps its meaning. What an effect on queues and
  /// pipes takes is told by the kernel, see `KernelStops`.
  mutating func adapt(to effect: Effect) {
    switch effect {
    case .poll:
      observesExits = true
      asksAboutProcesses = true
    case .wait(_, let patience):
      guard patience != .forever else { break }
      observesExits = true
      asksAboutProcesses = true
    case .signal: observesExits = true
    case .remove, .rename: removesFiles = true
    case .now: if time == .idealMachine { readsClock = true }
    case .paused, .exit, .abort, .unsupported, .write, .fork, .processNumber, .parentNumber,
      .processorCount, .makeSemaphore, .acquire, .release, .semaphoreValue, .open, .read,
      .writeFile, .seek, .truncate, .close, .fileKind, .fileSize, .listFolder, .sleep,
      .choose, .randomFloat, .beginExit, .serve, .makePipe, .send, .receive, .awaitReady, .closeEnd,
      .makeQueue, .put, .get, .queueSize, .queueIsEmpty, .queueIsFull, .awaitFeeder, .taskDone,
      .awaitTasks, .makeShared, .load, .store, .startManager, .call, .stopManager:
      break
    }
  }

  mutating func adapt(toSignalOf target: Life, senderIsEnding: Bool) {
    // Nothing happens to who has ended; with exits apart, the search also finds him alive.
    guard case .alive(_, let isDaemon) = target else { return }
    let level: Killable =
      !isDaemon ? .everybody : senderIsEnding ? .endingDaemons : .daemons
    killable = max(killable, level)
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

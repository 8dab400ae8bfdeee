// What a process's memory can still name. Objects of other processes come to it only by being made
// in it, by fork or by message, so this bounds all that it may ever touch.

/// What a process may touch from here on, and the processes that it will start may.
///
/// Locks, queues and shared memory cannot be sent; managers' proxies can.
package struct Reach: Hashable, Sendable {
  /// Sorted, each once.
  package var semaphores: [SemaphoreID] = []
  /// Those among them for one at a time that it has acquired more often than released.
  package var held: [SemaphoreID] = []
  /// Processes that it can wait for, ask about or signal.
  package var processes: [ProcessID] = []
  package var queues: [QueueID] = []
  package var shared: [SharedID] = []
  /// It has an end of a pipe.
  package var usesPipes = false
  /// It can call a manager.
  package var usesManagers = false
  /// It may open, read, write or look for files.
  package var usesFiles = false
  /// It may write to standard output.
  package var prints = false
  /// The functions that it may be in or call.
  package var functions: Set<String> = []
  /// It holds what is not told here, or may be sent some.
  package var isOpen = false

  package init() {}

  /// For who knows nothing: it may do everything.
  package static var everything: Reach {
    var reach = Reach()
    reach.isOpen = true
    return reach
  }

  /// Whether it can be sent something: functions, which find their globals by name, and managers'
  /// proxies.
  package var isSentThings: Bool { usesPipes || usesManagers || !queues.isEmpty }

  /// Puts the lists in order.
  mutating func settle() {
    semaphores = Array(Set(semaphores)).sorted { $0.index < $1.index }
    held = Array(Set(held)).sorted { $0.index < $1.index }
    processes = Array(Set(processes)).sorted { $0.index < $1.index }
    queues = Array(Set(queues)).sorted { $0.index < $1.index }
    shared = Array(Set(shared)).sorted { $0.index < $1.index }
  }
}

/// The builtin functions by what they let a process do.
struct BuiltinReach {
  let files: Set<UInt16>
  let printing: Set<UInt16>
  /// They tell a process who it is or who its relatives are.
  let relatives: Set<UInt16>

  init(_ library: Library) {
    func functions(of module: ModuleID) -> Set<UInt16> {
      Set(
        library.contents(of: module).values.compactMap { value in
          if case .builtin(let id) = value { id.index } else { nil }
        })
    }
    func builtins(_ names: [String]) -> Set<UInt16> {
      Set(
        names.compactMap { name in
          if case .builtin(let id) = library.initialGlobal(name) { id.index } else { nil }
        })
    }
    files = functions(of: .os).union(functions(of: .osPath)).union(builtins(["open"]))
    printing = builtins(["print"])
    relatives = functions(of: .multiprocessing)
  }
}

extension TypeID {
  /// Whether its instances hold nothing of the world but what a `Reach` tells.
  var isToldByReach: Bool {
    switch self {
    case .process, .mainProcess, .parentProcess, .lock, .rlock, .semaphore, .boundedSemaphore,
      .condition, .event, .barrier, .connection, .queue, .joinableQueue, .simpleQueue,
      .synchronized, .synchronizedArray, .synchronizedString, .syncManager, .namespace,
      .managedValue:
      true
    default: !module.hasPrefix("multiprocessing") || isSubtype(of: .proxy) || isException
    }
  }
}

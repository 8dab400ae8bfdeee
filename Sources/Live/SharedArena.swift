// The memory that all processes of a run share: who they are, what each waits for, the semaphores,
// queues and numbers. One anonymous mapping, made before the first fork, so that nothing is left of it once
// the last process has ended. It knows layout and allocation, not meaning.

import CPlatform
import Glibc
import Machine
import Synchronization

/// What the whole run counts.
struct ArenaHeader: ~Copyable {
  /// How many processes there have been: the next one's `ProcessID`.
  let processes: Atomic<UInt32>
  /// How many of them have not ended.
  let living: Atomic<UInt32>
  let semaphores: Atomic<UInt32>
  let pipes: Atomic<UInt32>
  let queues: Atomic<UInt32>
  /// Numbers in shared memory that are taken.
  let words: Atomic<UInt32>
  let managers: Atomic<UInt32>
  /// No slot at or above it was ever used.
  let usedSlots: Atomic<UInt32>
  /// 1 once a fork was refused because there were too many processes.
  let refusedFork: Atomic<UInt32>
  /// Nanoseconds of the monotonic clock at the start of the run.
  let start: Atomic<Int64>
}

/// The shared memory of one run. Copies name the same memory.
struct SharedArena {
  private let base: UnsafeMutableRawPointer

  /// Living processes, and ended ones that nobody has joined yet.
  static let slotCapacity = 8192
  /// Processes whose names are kept to the end of the run.
  static let rosterCapacity = 1 << 16
  static let semaphoreCapacity = 1 << 20
  static let queueCapacity = 1 << 14
  static let wordCapacity = 1 << 26
  static let managerCapacity = 1 << 10

  private static let slotsOffset = 4096
  private static let rosterOffset = slotsOffset + slotCapacity * ProcessSlot.size
  private static let semaphoresOffset = rosterOffset + rosterCapacity * RosterEntry.size
  private static let queuesOffset = semaphoresOffset + semaphoreCapacity * SemaphoreCell.size
  private static let wordsOffset = queuesOffset + queueCapacity * MessageQueue.size
  private static let tokensOffset = wordsOffset + wordCapacity * SharedCell.size
  private static let size = tokensOffset + managerCapacity * SharedCell.size

  /// Reserves the memory; pages are only taken when they are touched.
  init?() {
    let flags = MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE
    guard
      let memory = mmap(nil, SharedArena.size, PROT_READ | PROT_WRITE, flags, -1, 0),
      memory != MAP_FAILED
    else { return nil }
    base = memory
    header.pointee.start.store(LiveClock.monotonicNanoseconds(), ordering: .relaxed)
  }

  var header: UnsafeMutablePointer<ArenaHeader> {
    base.assumingMemoryBound(to: ArenaHeader.self)
  }

  var gate: UnsafeMutablePointer<GateCell> {
    (base + GateCell.offset).assumingMemoryBound(to: GateCell.self)
  }

  func slot(_ index: Int) -> UnsafeMutablePointer<ProcessSlot> {
    (base + SharedArena.slotsOffset + index * ProcessSlot.size)
      .assumingMemoryBound(to: ProcessSlot.self)
  }

  /// What is kept of a process for ever; nil for one beyond the roster's size.
  func roster(_ process: ProcessID) -> UnsafeMutablePointer<RosterEntry>? {
    guard process.index < UInt32(SharedArena.rosterCapacity) else { return nil }
    return (base + SharedArena.rosterOffset + Int(process.index) * RosterEntry.size)
      .assumingMemoryBound(to: RosterEntry.self)
  }

  func semaphore(_ id: SemaphoreID) -> UnsafeMutablePointer<SemaphoreCell> {
    (base + SharedArena.semaphoresOffset + Int(id.index) * SemaphoreCell.size)
      .assumingMemoryBound(to: SemaphoreCell.self)
  }

  func queue(_ id: QueueID) -> MessageQueue {
    MessageQueue(base: base + SharedArena.queuesOffset + Int(id.index) * MessageQueue.size)
  }

  func word(_ index: Int) -> UnsafeMutablePointer<SharedCell> {
    (base + SharedArena.wordsOffset + index * SharedCell.size)
      .assumingMemoryBound(to: SharedCell.self)
  }

  /// The number that a manager's name is made of.
  func token(_ manager: ManagerID) -> UnsafeMutablePointer<SharedCell>? {
    guard manager.index < UInt32(SharedArena.managerCapacity) else { return nil }
    return (base + SharedArena.tokensOffset + Int(manager.index) * SharedCell.size)
      .assumingMemoryBound(to: SharedCell.self)
  }

  /// A new semaphore; nil when the run has used up all that there are.
  func makeSemaphore(value: Int32, maximum: Int32?) -> SemaphoreID? {
    let index = header.pointee.semaphores.add(1, ordering: .relaxed).oldValue
    guard index < UInt32(SharedArena.semaphoreCapacity) else {
      header.pointee.semaphores.subtract(1, ordering: .relaxed)
      return nil
    }
    let id = SemaphoreID(Int(index))
    semaphore(id).pointee.prepare(value: value, maximum: maximum)
    return id
  }
}

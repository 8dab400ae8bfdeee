// The run's processes in shared memory. Each writes what it waits for into its own slot; its parent
// (or the supervisor, for an orphan) gives the slot back once the process is reaped.

import CPlatform
import Machine
import Synchronization

/// One process that has not been reaped.
struct ProcessSlot: ~Copyable {
  enum State: UInt32 { case free, reserved, alive, ended }

  /// 1 while a SIGINT was noted and not yet seen. The signal handler writes it: it stands first.
  let interrupt: Atomic<UInt32>
  let state: Atomic<UInt32>
  let process: Atomic<UInt32>
  let parent: Atomic<UInt32>
  /// The operating system's number; 0 until the process has started.
  let number: Atomic<Int32>
  let isDaemon: Atomic<UInt32>
  /// 1 for a manager's server, which lives for others only.
  let isServer: Atomic<UInt32>
  /// 1 once the run itself has sent it a signal that kills: it is about to change.
  let isDoomed: Atomic<UInt32>
  /// In a replayed run: a signal that has not taken effect yet.
  let pendingSignal: Atomic<Int32>
  /// Raised whenever the wait begins or ends.
  let generation: Atomic<UInt32>
  /// A `WaitKind`, with the top bit set where the wait has no time limit.
  let wait: Atomic<UInt32>
  let waitTarget: Atomic<UInt32>
  let waitSite: Atomic<UInt64>
  /// 1 while it looks now and then, during its wait, whether its feeder can go on.
  let isFeeding: Atomic<UInt32>
  /// How often it looked so in vain.
  let vainLooks: Atomic<UInt32>

  static let size = 128
  static let withoutLimit: UInt32 = 1 << 31
}

/// What a process can wait for.
enum WaitKind: UInt32 {
  case nothing, semaphore, process, time
  /// A message, or room for one, by the pipe's number.
  case message, pipeRoom
  /// Any of so many.
  case ready
  /// Of a queue: an item or the turn to read, a free place, its feeder's work, its tasks.
  case item, queueRoom, feeder, tasks
  /// A manager's answer, and its server's wait for calls.
  case answer, calls
  /// In a replayed run: its turn, by the number of the move that has it.
  case turn
}

/// What is kept of a process after its slot went to another one.
struct RosterEntry: ~Copyable {
  let parent: Atomic<UInt32>
  /// 0 while alive, 1 once ended.
  let hasEnded: Atomic<UInt32>
  let exitCode: Atomic<Int32>
  let nameLength: Atomic<UInt32>

  static let size = 80
  static let nameOffset = 16
  static let nameCapacity = 64
}

extension SharedArena {
  /// How many processes of one run may be alive at once.
  static let processLimit: UInt32 = 1000

  /// A slot for a process that is about to be forked; nil when there are too many.
  func reserveSlot(name: String, parent: ProcessID, daemon: Bool) -> (slot: Int, id: ProcessID)? {
    guard let index = takeSlot() else { return nil }
    let id = ProcessID(Int(header.pointee.processes.add(1, ordering: .relaxed).oldValue))
    prepare(index, for: id, name: name, parent: parent, daemon: daemon)
    return (index, id)
  }

  /// The same for a manager's server. Servers are numbered from the roster's end downwards: they are
  /// no processes of the program's, and take no number from them.
  func reserveServerSlot(
    name: String, parent: ProcessID
  ) -> (slot: Int, id: ProcessID, manager: ManagerID)? {
    guard let index = takeSlot() else { return nil }
    let manager = Int(header.pointee.managers.add(1, ordering: .relaxed).oldValue)
    let id = ProcessID(SharedArena.rosterCapacity - 1 - manager)
    slot(index).pointee.isServer.store(1, ordering: .relaxed)
    prepare(index, for: id, name: name, parent: parent, daemon: true)
    return (index, id, ManagerID(manager))
  }

  /// A free slot; nil when there are too many processes.
  private func takeSlot() -> Int? {
    let living = header.pointee.living.add(1, ordering: .relaxed).newValue
    if living <= SharedArena.processLimit, let index = takeFreeSlot() { return index }
    header.pointee.living.subtract(1, ordering: .relaxed)
    return nil
  }

  private func prepare(
    _ index: Int, for id: ProcessID, name: String, parent: ProcessID, daemon: Bool
  ) {
    let entry = slot(index)
    entry.pointee.process.store(id.index, ordering: .relaxed)
    entry.pointee.parent.store(parent.index, ordering: .relaxed)
    entry.pointee.number.store(0, ordering: .relaxed)
    entry.pointee.isDaemon.store(daemon ? 1 : 0, ordering: .relaxed)
    entry.pointee.isDoomed.store(0, ordering: .relaxed)
    entry.pointee.pendingSignal.store(0, ordering: .relaxed)
    entry.pointee.interrupt.store(0, ordering: .relaxed)
    entry.pointee.wait.store(0, ordering: .relaxed)
    entry.pointee.isFeeding.store(0, ordering: .relaxed)
    entry.pointee.generation.add(1, ordering: .relaxed)
    enroll(id, name: name, parent: parent)
    entry.pointee.state.store(ProcessSlot.State.alive.rawValue, ordering: .releasing)
  }

  private func takeFreeSlot() -> Int? {
    for index in 0..<SharedArena.slotCapacity {
      let taken = slot(index).pointee.state.compareExchange(
        expected: ProcessSlot.State.free.rawValue, desired: ProcessSlot.State.reserved.rawValue,
        ordering: .acquiringAndReleasing)
      guard taken.exchanged else { continue }
      header.pointee.usedSlots.max(UInt32(index) + 1, ordering: .acquiringAndReleasing)
      return index
    }
    return nil
  }

  private func enroll(_ id: ProcessID, name: String, parent: ProcessID) {
    guard let entry = roster(id) else { return }
    let bytes = Array(name.utf8.prefix(RosterEntry.nameCapacity))
    let destination = UnsafeMutableRawPointer(entry) + RosterEntry.nameOffset
    destination.copyMemory(from: bytes, byteCount: bytes.count)
    entry.pointee.parent.store(parent.index, ordering: .relaxed)
    entry.pointee.nameLength.store(UInt32(bytes.count), ordering: .releasing)
  }

  /// The process's name as the program knows it.
  func name(of process: ProcessID) -> String {
    guard let entry = roster(process) else { return "process \(process.index)" }
    let bytes = UnsafeRawBufferPointer(
      start: UnsafeRawPointer(entry) + RosterEntry.nameOffset,
      count: Int(entry.pointee.nameLength.load(ordering: .acquiring)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first step of the process in this slot, for one that a signal may have ended before it could
  /// tell it itself; nil for a server, which has no steps.
  func firstStep(ofSlot index: Int) -> Step.What? {
    let entry = slot(index)
    guard entry.pointee.isServer.load(ordering: .relaxed) == 0 else { return nil }
    return .started(
      name: name(of: ProcessID(Int(entry.pointee.process.load(ordering: .relaxed)))),
      number: entry.pointee.number.load(ordering: .relaxed),
      parent: ProcessID(Int(entry.pointee.parent.load(ordering: .relaxed))),
      daemon: entry.pointee.isDaemon.load(ordering: .relaxed) != 0)
  }

  /// Notes that the process in this slot has ended; tells whether nobody had noted it before.
  @discardableResult
  func noteEnd(slot index: Int, exitCode: Int32) -> Bool {
    let entry = slot(index)
    let noted = entry.pointee.state.compareExchange(
      expected: ProcessSlot.State.alive.rawValue, desired: ProcessSlot.State.ended.rawValue,
      ordering: .acquiringAndReleasing)
    guard noted.exchanged else { return false }
    header.pointee.living.subtract(1, ordering: .relaxed)
    if let kept = roster(ProcessID(Int(entry.pointee.process.load(ordering: .relaxed)))) {
      kept.pointee.exitCode.store(exitCode, ordering: .relaxed)
      kept.pointee.hasEnded.store(1, ordering: .releasing)
    }
    return true
  }

  /// Gives the slot back, once its process is reaped.
  func freeSlot(_ index: Int) {
    slot(index).pointee.isServer.store(0, ordering: .relaxed)
    slot(index).pointee.state.store(ProcessSlot.State.free.rawValue, ordering: .releasing)
  }

  var usedSlots: Range<Int> {
    0..<Int(header.pointee.usedSlots.load(ordering: .acquiring))
  }

  func state(ofSlot index: Int) -> ProcessSlot.State {
    // Only `State`s are ever stored there.
    ProcessSlot.State(rawValue: slot(index).pointee.state.load(ordering: .acquiring)) ?? .free
  }

  /// The slot of a process that has not been reaped.
  func slotIndex(of process: ProcessID) -> Int? {
    usedSlots.first { index in
      slot(index).pointee.process.load(ordering: .relaxed) == process.index
        && (state(ofSlot: index) == .alive || state(ofSlot: index) == .ended)
    }
  }

  func slotIndex(ofNumber number: Int32) -> Int? {
    usedSlots.first { index in
      slot(index).pointee.number.load(ordering: .relaxed) == number
        && (state(ofSlot: index) == .alive || state(ofSlot: index) == .ended)
    }
  }
}

extension ProcessSlot {
  /// Publishes what the process is about to wait for. The caller unpublishes it with `endWait`
  /// before it takes what it waited for: see `StuckWatch`.
  borrowing func beginWait(_ reason: WaitReason, limited: Bool, at site: Site) {
    waitTarget.store(reason.target, ordering: .relaxed)
    waitSite.store(site.bits, ordering: .relaxed)
    generation.add(1, ordering: .acquiringAndReleasing)
    wait.store(
      reason.kind.rawValue | (limited ? 0 : ProcessSlot.withoutLimit),
      ordering: .sequentiallyConsistent)
  }

  borrowing func endWait() {
    wait.store(WaitKind.nothing.rawValue, ordering: .sequentiallyConsistent)
    generation.add(1, ordering: .acquiringAndReleasing)
  }
}

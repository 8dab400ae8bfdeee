// Tells whether nobody in a run can ever go on. It only reads shared memory and asks the kernel, at
// a moment of its own choosing, so its rule has to hold for every interleaving:
//
// Rule: a process publishes a wait before it sleeps and unpublishes it before it takes what it
// waited for, and each change raises its generation. So if two readings of the whole table agree,
// all those waits lasted from the first reading to the second. What they wait for is read in
// between: if none of it is there then, only a running process could bring it, and there is none.
//
// What is in a pipe only the kernel knows. But a process that polls it is woken by whoever writes: if
// it still sleeps between the two readings, nothing was there. A feeder that waits for room looks
// every millisecond: if it looked in vain, from start to end, between two looks of ours, there is none.

import CPlatform
import Glibc
import Machine
import Synchronization

struct StuckWatch {
  let arena: SharedArena
  let lines: LineTable

  /// One process's wait, as read at one moment.
  fileprivate struct Wait: Hashable {
    var slot: Int
    var process: ProcessID
    var number: Int32
    var generation: UInt32
    var kind: WaitKind
    var target: UInt32
    var site: Site
  }

  /// A moment at which all processes waited and nobody could wake them.
  struct Look {
    fileprivate let waits: [Wait]
    /// For each of them, how often it has looked for its feeder in vain; nil where it does not.
    fileprivate let vainLooks: [UInt32?]
    let run: StuckRun
  }

  /// nil where somebody can go on, or might.
  func look() -> Look? {
    guard let first = lastingWaits(), first.contains(where: { $0.kind != .calls }) else {
      return nil
    }
    guard !first.contains(where: canGoOn), first.allSatisfy(isAsleep) else { return nil }
    let vainLooks = first.map(vainLooks)
    guard lastingWaits() == first else { return nil }
    let programs = first.filter { $0.kind != .calls }
    return Look(
      waits: first, vainLooks: vainLooks, run: StuckRun(waiters: programs.map(describe)))
  }

  /// Whether nothing at all has happened between two looks, and every feeder has tried meanwhile.
  static func confirms(_ later: Look, _ earlier: Look) -> Bool {
    later.waits == earlier.waits
      && zip(later.vainLooks, earlier.vainLooks).allSatisfy { later, earlier in
        guard let later, let earlier else { return later == nil && earlier == nil }
        return later >= earlier &+ 2
      }
  }

  private func vainLooks(of wait: Wait) -> UInt32? {
    let slot = arena.slot(wait.slot)
    return slot.pointee.isFeeding.load(ordering: .sequentiallyConsistent) == 1
      ? slot.pointee.vainLooks.load(ordering: .acquiring) : nil
  }

  /// What each living process waits for; nil as soon as one does not wait, or not for ever.
  private func lastingWaits() -> [Wait]? {
    var waits: [Wait] = []
    for index in arena.usedSlots {
      switch arena.state(ofSlot: index) {
      case .free, .ended: continue
      case .reserved: return nil
      case .alive: break
      }
      let slot = arena.slot(index)
      let generation = slot.pointee.generation.load(ordering: .acquiring)
      let wait = slot.pointee.wait.load(ordering: .sequentiallyConsistent)
      guard
        wait & ProcessSlot.withoutLimit != 0, slot.pointee.isDoomed.load(ordering: .acquiring) == 0,
        let kind = WaitKind(rawValue: wait & ~ProcessSlot.withoutLimit)
      else { return nil }
      waits.append(
        Wait(
          slot: index, process: ProcessID(Int(slot.pointee.process.load(ordering: .relaxed))),
          number: slot.pointee.number.load(ordering: .relaxed), generation: generation, kind: kind,
          target: slot.pointee.waitTarget.load(ordering: .relaxed),
          site: Site(bits: slot.pointee.waitSite.load(ordering: .relaxed))))
    }
    return waits
  }

  /// Whether what it waits for is there already.
  private func canGoOn(_ wait: Wait) -> Bool {
    switch wait.kind {
    case .nothing, .time: return true
    case .semaphore:
      return canTake(Semaphore(cell: arena.semaphore(SemaphoreID(Int(wait.target)))))
    case .process:
      guard let index = arena.slotIndex(of: ProcessID(Int(wait.target))) else { return true }
      return arena.state(ofSlot: index) == .ended
    // One who has the turn to read, or to write, holds its lock.
    case .item: return canTake(queue(of: wait).readingLock)
    case .queueRoom:
      let queue = queue(of: wait)
      return canTake(queue.kind == .simple ? queue.writingLock : queue.places)
    case .tasks:
      guard queue(of: wait).cell.pointee.unfinished.load(ordering: .acquiring) == 0 else {
        return false
      }
      queue(of: wait).wakeTaskWaiters()
      return true
    // That they sleep tells it.
    case .message, .pipeRoom, .ready, .feeder, .answer, .calls, .turn: return false
    }
  }

  private func queue(of wait: Wait) -> MessageQueue { arena.queue(QueueID(Int(wait.target))) }

  private func canTake(_ semaphore: Semaphore) -> Bool {
    guard semaphore.cell.pointee.count > 0 else { return false }
    // One that was woken may have been killed before it took it: the next must not sleep on.
    semaphore.wakeOne()
    return true
  }

  /// Whether the kernel agrees: it sleeps, and no signal is on its way to it.
  private func isAsleep(_ wait: Wait) -> Bool {
    guard let status = readSmallFile("/proc/\(wait.number)/status") else { return false }
    var sleeps = false
    for line in status.split(separator: "\n") {
      if line.hasPrefix("State:") { sleeps = line.contains("S (") }
      if line.hasPrefix("SigPnd:") || line.hasPrefix("ShdPnd:") {
        guard line.drop(while: { $0 != "\t" }).dropFirst().allSatisfy({ $0 == "0" }) else {
          return false
        }
      }
    }
    return sleeps
  }

  private func describe(_ wait: Wait) -> StuckRun.Waiter {
    StuckRun.Waiter(
      process: arena.name(of: wait.process), call: lines.text(of: wait.site),
      line: lines.line(of: wait.site), reason: reason(of: wait))
  }

  private func reason(of wait: Wait) -> StuckRun.Reason {
    switch wait.kind {
    // `canGoOn` and `look` let none of these pass but the process.
    case .nothing, .time, .calls, .process:
      return .process(arena.name(of: ProcessID(Int(wait.target))))
    case .semaphore:
      let cell = arena.semaphore(SemaphoreID(Int(wait.target)))
      return .semaphore(isLock: cell.pointee.isLock, holder: holder(of: cell))
    case .item: return reasonForItem(queue(of: wait))
    case .queueRoom: return .queueRoom(capacity: queue(of: wait).capacity.map { Int($0) })
    case .tasks:
      return .tasks(left: Int(queue(of: wait).cell.pointee.unfinished.load(ordering: .acquiring)))
    case .message: return .message
    case .pipeRoom: return .pipeRoom
    case .ready: return .ready(count: Int(wait.target))
    case .feeder: return .feeder
    case .answer: return .answer
    case .turn:
      let process = Gate(arena: arena).move(at: wait.target)?.process ?? 0
      return .turn(move: Int(wait.target), of: process)
    }
  }

  private func holder(of cell: UnsafeMutablePointer<SemaphoreCell>) -> StuckRun.Holder? {
    cell.pointee.lastHolder.map { holder in
      StuckRun.Holder(
        process: arena.name(of: holder.process), line: lines.line(of: holder.site),
        hasEnded: arena.hasEnded(holder.process))
    }
  }

  private func reasonForItem(_ queue: MessageQueue) -> StuckRun.Reason {
    if let reader = holder(of: queue.readingLock.cell), reader.hasEnded {
      return .readingLock(reader)
    }
    let last = queue.cell.pointee.lastPutter.load(ordering: .relaxed)
    guard last > 0 else { return .item(lastPutter: nil, hasEnded: false) }
    let putter = ProcessID(Int(last) - 1)
    return .item(lastPutter: arena.name(of: putter), hasEnded: arena.hasEnded(putter))
  }
}

extension SharedArena {
  func hasEnded(_ process: ProcessID) -> Bool {
    guard let entry = roster(process) else { return slotIndex(of: process) == nil }
    return entry.pointee.hasEnded.load(ordering: .acquiring) == 1
  }
}

/// The text of a small file, such as those of /proc; nil where it cannot be read.
func readSmallFile(_ path: String) -> String? {
  let opened = open(path, O_RDONLY | O_CLOEXEC)
  guard opened >= 0 else { return nil }
  defer { close(opened) }
  guard case .success(let bytes) = Descriptor(opened).read(limit: nil) else { return nil }
  return String(decoding: bytes, as: UTF8.self)
}

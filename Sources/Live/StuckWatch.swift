// Tells whether nobody in a run can ever go on. It only reads shared memory and asks the kernel, at
// a moment of its own choosing, so its rule has to hold for every interleaving:
//
// Rule: a process publishes a wait before it sleeps and unpublishes it before it takes what it
// waited for, and each change raises its generation. So if two readings of the whole table agree,
// all those waits lasted from the first reading to the second. What they wait for is read in
// between: if none of it is there then, only a running process could bring it, and there is none.

import CPlatform
import Glibc
import Machine
import Synchronization

struct StuckWatch {
  let arena: SharedArena
  let lines: LineTable

  /// One process's wait, as read at one moment.
  private struct Wait: Hashable {
    var slot: Int
    var process: ProcessID
    var number: Int32
    var generation: UInt32
    var kind: WaitKind
    var target: UInt32
    var site: Site
  }

  /// The run's processes, where all of them wait and nobody can wake them; else nil.
  func look() -> StuckRun? {
    guard let first = lastingWaits(), !first.isEmpty else { return nil }
    guard !first.contains(where: canGoOn), first.allSatisfy(isAsleep) else { return nil }
    guard lastingWaits() == first else { return nil }
    return StuckRun(waiters: first.map(describe))
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
      let semaphore = Semaphore(cell: arena.semaphore(SemaphoreID(Int(wait.target))))
      guard semaphore.cell.pointee.count > 0 else { return false }
      // One that was woken may have been killed before it took it: the next must not sleep on.
      semaphore.wakeOne()
      return true
    case .process:
      guard let index = arena.slotIndex(of: ProcessID(Int(wait.target))) else { return true }
      return arena.state(ofSlot: index) == .ended
    }
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
    // `canGoOn` let neither of the first two pass.
    case .nothing, .time, .process: return .process(arena.name(of: ProcessID(Int(wait.target))))
    case .semaphore:
      let cell = arena.semaphore(SemaphoreID(Int(wait.target)))
      let holder = cell.pointee.lastHolder.map { holder in
        StuckRun.Holder(
          process: arena.name(of: holder.process), line: lines.line(of: holder.site),
          hasEnded: arena.hasEnded(holder.process))
      }
      return .semaphore(isLock: cell.pointee.isLock, holder: holder)
    }
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

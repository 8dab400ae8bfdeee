// A process-shared counting semaphore over one futex word. Uncontended, it makes no system call. It
// promises waiters no order, as sem_post(3) does not, and a holder that dies leaves it held.

import CPlatform
import Glibc
import Machine
import Synchronization

/// A semaphore in shared memory. The futex word stands first.
struct SemaphoreCell: ~Copyable {
  private let value: Atomic<UInt32>
  /// How many may be asleep; a killed one is never subtracted, which costs a needless wake-up.
  private let sleepers: Atomic<UInt32>
  private let maximum: Atomic<UInt32>
  /// Who took it last and has not released it: its `ProcessID` plus 1, or 0.
  private let holder: Atomic<UInt32>
  private let holderSite: Atomic<UInt64>

  /// One cache line each, so that two locks do not slow each other down.
  static let size = 64
  private static let unlimited = UInt32(Int32.max)

  enum Release: Hashable { case raised, overReleased }

  borrowing func prepare(value initial: Int32, maximum limit: Int32?) {
    maximum.store(limit.map { UInt32($0) } ?? SemaphoreCell.unlimited, ordering: .relaxed)
    value.store(UInt32(initial), ordering: .releasing)
  }

  var count: UInt32 { value.load(ordering: .sequentiallyConsistent) }
  var isLock: Bool { maximum.load(ordering: .relaxed) == 1 }
  var mayHaveSleepers: Bool { sleepers.load(ordering: .relaxed) > 0 }

  /// Who holds it, and since where, as far as a semaphore can know.
  var lastHolder: (process: ProcessID, site: Site)? {
    let index = holder.load(ordering: .acquiring)
    guard index > 0 else { return nil }
    return (ProcessID(Int(index) - 1), Site(bits: holderSite.load(ordering: .relaxed)))
  }

  borrowing func tryAcquire() -> Bool {
    var seen = value.load(ordering: .relaxed)
    while seen > 0 {
      let attempt = value.weakCompareExchange(
        expected: seen, desired: seen - 1, successOrdering: .acquiring, failureOrdering: .relaxed)
      if attempt.exchanged { return true }
      seen = attempt.original
    }
    return false
  }

  borrowing func noteHolder(_ process: ProcessID, at site: Site) {
    holderSite.store(site.bits, ordering: .relaxed)
    holder.store(process.index + 1, ordering: .relaxed)
  }

  /// Counts up. The caller must then `wake` one where `mayHaveSleepers`.
  borrowing func release() -> Release {
    let limit = maximum.load(ordering: .relaxed)
    var seen = value.load(ordering: .relaxed)
    while true {
      guard seen < limit else { return .overReleased }
      if seen == 0 { holder.store(0, ordering: .relaxed) }
      let attempt = value.weakCompareExchange(
        expected: seen, desired: seen + 1, successOrdering: .sequentiallyConsistent,
        failureOrdering: .relaxed)
      if attempt.exchanged { return .raised }
      seen = attempt.original
    }
  }

  borrowing func beginSleep() { sleepers.add(1, ordering: .sequentiallyConsistent) }
  borrowing func endSleep() { sleepers.subtract(1, ordering: .sequentiallyConsistent) }
}

/// A semaphore of the arena, with the operations that need its address.
struct Semaphore {
  let cell: UnsafeMutablePointer<SemaphoreCell>

  private var word: UnsafePointer<UInt32> {
    UnsafeRawPointer(cell).assumingMemoryBound(to: UInt32.self)
  }

  /// Rings when the count is no longer 0.
  var bell: Bell { .word(word, not: 0) }

  /// Counts up and wakes one who sleeps.
  @discardableResult
  func release() -> SemaphoreCell.Release {
    let release = cell.pointee.release()
    if release == .raised && cell.pointee.mayHaveSleepers { wakeOne() }
    return release
  }

  func wakeOne() { platform_futex_wake(word, 1) }
}

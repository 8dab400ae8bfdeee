// The semaphore effects of a World.

import CPlatform
import Glibc
import Machine

extension World {
  func makeSemaphore(_ value: Int32, _ maximum: Int32?) -> Reply {
    guard let id = arena.makeSemaphore(value: value, maximum: maximum) else {
      return .failed(.system(errno: ENOSPC, path: nil))
    }
    return .semaphore(id)
  }

  mutating func acquire(_ id: SemaphoreID, _ patience: Patience, at site: Site) -> Reply {
    let cell = arena.semaphore(id)
    guard cell.pointee.tryAcquire() else { return acquireLater(id, patience, at: site) }
    cell.pointee.noteHolder(process, at: site)
    tell(.acquired(id, waited: false), at: site)
    return .bool(true)
  }

  private mutating func acquireLater(
    _ id: SemaphoreID, _ patience: Patience, at site: Site
  ) -> Reply {
    let limit = limit(of: patience)
    guard limit != .now else { return .bool(false) }
    let semaphore = Semaphore(cell: arena.semaphore(id))
    let holder = semaphore.cell.pointee.lastHolder?.process
    tell(.waits(.semaphore(id, holder: holder), limited: limit != .never), at: site)
    let reason = WaitReason(.semaphore, id.index)
    switch take(semaphore, reason, until: limit.deadline, at: site) {
    case .rung:
      semaphore.cell.pointee.noteHolder(process, at: site)
      tell(.acquired(id, waited: true), at: site)
      return .bool(true)
    case .timedOut:
      tell(.gaveUp, at: site)
      return .bool(false)
    case .interrupted: return .interrupted
    }
  }

  /// Counts a semaphore down, sleeping until that can be done. `.rung` when it is.
  mutating func take(
    _ semaphore: Semaphore, _ reason: WaitReason, until deadline: Int64?, at site: Site
  ) -> Waking {
    var waking = Waking.rung
    while !trySeveralTimes(semaphore) {
      guard waking == .rung else { return waking }
      semaphore.cell.pointee.beginSleep()
      waking = sleep(for: reason, on: semaphore.bell, until: deadline, at: site)
      semaphore.cell.pointee.endSleep()
    }
    return .rung
  }

  /// A holder on another processor is often about to release it: that is cheaper than to sleep.
  private func trySeveralTimes(_ semaphore: Semaphore) -> Bool {
    for _ in 0..<Self.tries {
      if semaphore.cell.pointee.tryAcquire() { return true }
      platform_relax()
    }
    return false
  }

  private static var tries: Int { 20 }

  func release(_ id: SemaphoreID, at site: Site) -> Reply {
    // Told first: else the next holder's step could come before this one.
    tell(.released(id), at: site)
    return Semaphore(cell: arena.semaphore(id)).release() == .raised
      ? .done : .failed(.overReleased)
  }
}

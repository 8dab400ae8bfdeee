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

  func acquire(_ id: SemaphoreID, _ patience: Patience, at site: Site) -> Reply {
    let cell = arena.semaphore(id)
    guard cell.pointee.tryAcquire() else { return acquireLater(id, patience, at: site) }
    cell.pointee.noteHolder(process, at: site)
    tell(.acquired(id, waited: false), at: site)
    return .bool(true)
  }

  private func acquireLater(_ id: SemaphoreID, _ patience: Patience, at site: Site) -> Reply {
    switch patience {
    case .none, .unknown: .bool(false)
    case .seconds(let seconds) where seconds <= 0: .bool(false)
    case .seconds(let seconds):
      acquire(id, until: context.clock.deadline(after: seconds), at: site)
    case .forever: acquire(id, until: nil, at: site)
    }
  }

  private func acquire(_ id: SemaphoreID, until deadline: Int64?, at site: Site) -> Reply {
    let semaphore = Semaphore(cell: arena.semaphore(id))
    tell(
      .waits(
        .semaphore(id, holder: semaphore.cell.pointee.lastHolder?.process),
        limited: deadline != nil),
      at: site)
    var slept = Semaphore.Sleep.woken
    while true {
      if trySeveralTimes(semaphore) {
        semaphore.cell.pointee.noteHolder(process, at: site)
        tell(.acquired(id, waited: true), at: site)
        return .bool(true)
      }
      if slept == .timedOut {
        tell(.gaveUp, at: site)
        return .bool(false)
      }
      if slept == .interrupted && platform_interrupted(1) != 0 { return .interrupted }
      semaphore.cell.pointee.beginSleep()
      slot.pointee.beginWait(.semaphore, target: id.index, limited: deadline != nil, at: site)
      slept = semaphore.sleep(until: deadline)
      slot.pointee.endWait()
      semaphore.cell.pointee.endSleep()
    }
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
    let semaphore = Semaphore(cell: arena.semaphore(id))
    // Told first: else the next holder's step could come before this one.
    tell(.released(id), at: site)
    switch semaphore.cell.pointee.release() {
    case .overReleased: return .failed(.overReleased)
    case .raised:
      if semaphore.cell.pointee.mayHaveSleepers { semaphore.wakeOne() }
      return .done
    }
  }
}

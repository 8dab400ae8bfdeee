// How a process of the program sleeps: the one place where it does. It publishes what it waits for,
// lets its feeder work before and while it sleeps, and hears Ctrl-C.

import CPlatform
import Glibc
import Machine

/// What a process waits for, as it is published.
struct WaitReason: Hashable {
  let kind: WaitKind
  let target: UInt32

  init(_ kind: WaitKind, _ target: UInt32 = 0) {
    self.kind = kind
    self.target = target
  }
}

extension WaitTarget {
  /// The same as it is published.
  var reason: WaitReason {
    switch self {
    case .semaphore(let id, _): WaitReason(.semaphore, id.index)
    case .process(let id): WaitReason(.process, id.index)
    case .time: WaitReason(.time)
    case .message(let pipe): WaitReason(.message, pipe)
    case .pipeRoom(let pipe): WaitReason(.pipeRoom, pipe)
    case .ready(let count): WaitReason(.ready, UInt32(count))
    case .item(let id): WaitReason(.item, id.index)
    case .queueRoom(let id): WaitReason(.queueRoom, id.index)
    case .feeder(let id): WaitReason(.feeder, id.index)
    case .tasks(let id): WaitReason(.tasks, id.index)
    case .answer(let id): WaitReason(.answer, id.index)
    }
  }
}

/// Until when an effect may wait.
enum WaitLimit: Hashable {
  /// It may not wait at all.
  case now
  /// A moment in nanoseconds of the monotonic clock.
  case at(Int64)
  case never

  /// For one that may wait: nil without a limit.
  var deadline: Int64? { if case .at(let moment) = self { moment } else { nil } }
}

/// What ends a sleep. Each promises nothing: the sleeper looks for itself.
enum Bell {
  /// A futex word that is no longer this value.
  case word(UnsafePointer<UInt32>, not: UInt32)
  /// What poll(2) tells of one descriptor.
  case descriptor(Int32, Int32)
  /// What it tells of several; the entries say which.
  case descriptors(UnsafeMutableBufferPointer<pollfd>)
  /// Only the clock.
  case nothing
}

enum Waking: Hashable { case rung, timedOut, interrupted }

extension Bell {
  /// Sleeps until it rings, until `deadline` (nil: for ever), or until Ctrl-C.
  func await(until deadline: Int64?) -> Waking {
    let result: Int32
    switch self {
    case .word(let word, let value): result = platform_futex_wait(word, value, deadline ?? -1)
    case .descriptor(let number, let events):
      var entry = pollfd(fd: number, events: Int16(events), revents: 0)
      result = platform_poll(&entry, 1, deadline ?? -1)
    case .descriptors(let entries):
      result = platform_poll(entries.baseAddress, UInt32(entries.count), deadline ?? -1)
    case .nothing: result = platform_poll(nil, 0, deadline ?? -1)
    }
    if platform_interrupted(1) != 0 { return .interrupted }
    return result == -ETIMEDOUT || result == 0 && !isWord ? .timedOut : .rung
  }

  private var isWord: Bool { if case .word = self { true } else { false } }
}

extension World {
  /// When a wait that begins now has to end.
  func limit(of patience: Patience) -> WaitLimit {
    switch patience {
    case .none, .unknown: .now
    case .forever: .never
    case .seconds(let seconds):
      seconds > 0 ? .at(context.clock.deadline(after: seconds)) : .now
    }
  }

  /// Sleeps once. Nothing is promised by waking up but that the time is over, if that is said.
  mutating func sleep(
    for reason: WaitReason, on bell: Bell, until deadline: Int64?, at site: Site
  ) -> Waking {
    feed(at: site)
    guard feeder.hasItems else {
      slot.pointee.beginWait(reason, limited: deadline != nil, at: site)
      defer { slot.pointee.endWait() }
      return bell.await(until: deadline)
    }
    slot.pointee.isFeeding.store(1, ordering: .sequentiallyConsistent)
    defer { slot.pointee.isFeeding.store(0, ordering: .sequentiallyConsistent) }
    return sleepFeeding(for: reason, on: bell, until: deadline, at: site)
  }

  /// The feeder's pipe is full: it looks now and then whether there is room.
  ///
  /// The wait stays published as long as there is none, and each look is counted, so that
  /// `StuckWatch` knows that one was made in vain. It ends before anything is fed.
  private mutating func sleepFeeding(
    for reason: WaitReason, on bell: Bell, until deadline: Int64?, at site: Site
  ) -> Waking {
    slot.pointee.beginWait(reason, limited: deadline != nil, at: site)
    defer { slot.pointee.endWait() }
    while true {
      let next = LiveClock.monotonicNanoseconds() + Feeder.retryInterval
      let isLast = deadline.map { $0 <= next } ?? false
      let waking = bell.await(until: isLast ? deadline : next)
      guard waking == .timedOut, !isLast else { return waking }
      guard canFeed else {
        slot.pointee.vainLooks.add(1, ordering: .acquiringAndReleasing)
        continue
      }
      slot.pointee.endWait()
      feed(at: site)
      slot.pointee.beginWait(reason, limited: deadline != nil, at: site)
      guard feeder.hasItems else { return .rung }
    }
  }
}

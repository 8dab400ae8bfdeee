// The process effects of a World: fork, join, exit codes, signals.

import CPlatform
import Glibc
import Machine

extension World {
  /// Copies this process. In the copy, too, this returns: with `.child`.
  mutating func fork(name: String, daemon: Bool, at site: Site) -> Reply {
    guard let reserved = arena.reserveSlot(name: name, parent: process, daemon: daemon) else {
      arena.header.pointee.refusedFork.store(1, ordering: .relaxed)
      return .failed(.system(errno: EAGAIN, path: nil))
    }
    let number = platform_fork()
    if number == 0 {
      let parent = process
      becomeChild(reserved.id, slot: reserved.slot)
      startProcess()
      tell(.started(name: name, number: getpid(), parent: parent, daemon: daemon), at: site)
      return .child(reserved.id)
    }
    guard number > 0 else {
      arena.noteEnd(slot: reserved.slot, exitCode: 0)
      arena.freeSlot(reserved.slot)
      return .failed(.system(errno: -number, path: nil))
    }
    arena.slot(reserved.slot).pointee.number.store(number, ordering: .releasing)
    children.append(Child(id: reserved.id, slot: reserved.slot, number: number))
    return .forked(reserved.id)
  }

  private func childIndex(_ id: ProcessID) -> Int? {
    children.firstIndex { $0.id == id }
  }

  mutating func poll(_ id: ProcessID, at site: Site) -> Reply {
    guard let index = childIndex(id) else { return .failed(.system(errno: ECHILD, path: nil)) }
    reap(index, options: WNOHANG, at: site)
    return .exitCode(children[index].exitCode)
  }

  mutating func wait(for id: ProcessID, _ patience: Patience, at site: Site) -> Reply {
    guard let index = childIndex(id) else { return .failed(.system(errno: ECHILD, path: nil)) }
    reap(index, options: WNOHANG, at: site)
    if children[index].exitCode == nil {
      switch patience {
      case .none, .unknown: break
      case .forever:
        tell(.waits(.process(id), limited: false), at: site)
        guard waitForEver(index, at: site) else { return .interrupted }
      case .seconds(let seconds):
        tell(.waits(.process(id), limited: true), at: site)
        let deadline = context.clock.deadline(after: seconds)
        guard wait(index, until: deadline, at: site) else { return .interrupted }
        if children[index].exitCode == nil { tell(.gaveUp, at: site) }
      }
    }
    return .exitCode(children[index].exitCode)
  }

  /// False when Ctrl-C came first.
  private mutating func waitForEver(_ index: Int, at site: Site) -> Bool {
    feed(at: site)
    // Only one that need not feed any more can sleep in waitpid(2) itself.
    guard !feeder.hasItems else { return wait(index, until: nil, at: site) }
    let target = children[index].id.index
    while children[index].exitCode == nil {
      slot.pointee.beginWait(WaitReason(.process, target), limited: false, at: site)
      reap(index, options: 0, at: site)
      slot.pointee.endWait()
      if children[index].exitCode == nil && platform_interrupted(1) != 0 { return false }
    }
    return true
  }

  /// False when Ctrl-C came first.
  private mutating func wait(_ index: Int, until deadline: Int64?, at site: Site) -> Bool {
    let descriptor = platform_open_process(children[index].number)
    defer { if descriptor >= 0 { Glibc.close(descriptor) } }
    let reason = WaitReason(.process, children[index].id.index)
    while children[index].exitCode == nil {
      // Without a descriptor (too many files are open) it looks again every few milliseconds.
      let bell = descriptor >= 0 ? Bell.descriptor(descriptor, POLLIN) : .nothing
      let soon = descriptor >= 0 ? deadline : LiveClock.monotonicNanoseconds() + 5_000_000
      let waking = sleep(for: reason, on: bell, until: soon, at: site)
      reap(index, options: WNOHANG, at: site)
      guard children[index].exitCode == nil else { return true }
      if waking == .interrupted { return false }
      if let deadline, LiveClock.monotonicNanoseconds() >= deadline { return true }
    }
    return true
  }

  /// Takes the child's status if it has ended.
  private mutating func reap(_ index: Int, options: Int32, at site: Site) {
    guard children[index].exitCode == nil else { return }
    var status: Int32 = 0
    let child = children[index]
    guard waitpid(child.number, &status, options) == child.number else { return }
    let end = ProcessEnd(status: status)
    children[index].exitCode = end.exitCode
    if arena.noteEnd(slot: child.slot, exitCode: end.exitCode), case .killed(let signal) = end {
      if let birth = arena.firstStep(ofSlot: child.slot) { tell(birth, of: child.id) }
      tell(.killed(signal: signal), of: child.id)
    }
    arena.freeSlot(child.slot)
    tell(.joined(child.id, exitCode: end.exitCode), at: site)
  }

  private func tell(_ what: Step.What, of other: ProcessID) {
    context.trace?.send(
      Step(time: context.clock.elapsed, process: other, line: 0, what: what))
  }

  func send(_ signal: Int32, to target: ProcessID, at site: Site) -> Reply {
    guard let index = slotOfLiving(target) else { return .done }
    tell(.signalled(target, signal), at: site)
    // Before the signal: from then on nobody may take its wait for lasting.
    if signal == SIGTERM || signal == SIGKILL {
      arena.slot(index).pointee.isDoomed.store(1, ordering: .sequentiallyConsistent)
    }
    _ = kill(arena.slot(index).pointee.number.load(ordering: .acquiring), signal)
    return .done
  }

  func slotOfLiving(_ target: ProcessID) -> Int? {
    if let index = childIndex(target) {
      return children[index].exitCode == nil ? children[index].slot : nil
    }
    guard let index = arena.slotIndex(of: target), arena.state(ofSlot: index) == .alive,
      arena.slot(index).pointee.number.load(ordering: .acquiring) > 0
    else { return nil }
    return index
  }

  func processNumber(of other: ProcessID?) -> Reply {
    guard let other, other != process else { return .int(Int(getpid())) }
    if let index = childIndex(other) { return .int(Int(children[index].number)) }
    guard let index = arena.slotIndex(of: other) else { return .int(0) }
    return .int(Int(arena.slot(index).pointee.number.load(ordering: .acquiring)))
  }
}

/// How a process ended, as waitpid(2) tells it.
enum ProcessEnd: Hashable {
  case exited(Int32)
  case killed(signal: Int32)

  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  /// As `Process.exitcode` has it: below 0 for a signal.
  var exitCode: Int32 {
    switch self {
    case .exited(let code): code
    case .killed(let signal): -signal
    }
  }
}

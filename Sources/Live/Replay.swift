// One process's part in a replayed run. Flows in: effects. Flows out: replies, each move made when the
// schedule says so and as it says: a value that was chosen, a wait given up, an item fed. What is no
// move is done at once; sleeping is nothing, since the schedule has the order.

import CPlatform
import Glibc
import Machine
import Observation
import Synchronization

/// Where a process stands in a replayed run.
struct Replay {
  let gate: Gate
  /// The number of the move that is its own now, and whether it has made it.
  var turn: (number: UInt32, isMade: Bool)?
  /// What it has put and its feeder has not taken, in order.
  var items: [(queue: QueueID, item: QueueItem)] = []
  /// The queues that it has put into, in the order of its first puts, which number its feeders.
  var queues: [QueueID] = []
  /// How far it is in the operation at which it stands.
  var progress = Progress.notBegun

  enum Progress {
    case notBegun
    /// A get: it has the turn to read; its item; it has given one of the two back.
    case reading
    case took([UInt8], gaveOne: Bool)
    case foundNothing
    /// A message of which the receiver has seen the beginning; the rest follows as it takes it.
    case writing(to: Pipe, [UInt8], from: Int)
    /// It has begun to wait for the tasks, or for a manager's answer.
    case awaitingTasks, calling
  }

  /// Ctrl-C came while it waited for its turn.
  var wasInterrupted = false

  /// - Parameter isMain: whether it has the turn until its first move.
  init(_ gate: Gate, isMain: Bool) {
    self.gate = gate
    turn = isMain ? (0, true) : nil
  }

  mutating func note(putInto queue: QueueID) {
    if !queues.contains(queue) { queues.append(queue) }
  }
}

extension World {
  /// Whether feeders move only when the schedule says so.
  var isFeederHeld: Bool { replay.map { !$0.gate.isOpen } ?? false }

  /// Performs an effect when its turn comes.
  mutating func performInTurn(
    _ effect: Effect, of machine: inout Machine, at site: Site
  ) -> Reply {
    guard isFeederHeld else {
      leaveReplay(&machine)
      return hearInterrupt() ?? perform(effect, at: site)
    }
    switch effect {
    case .sleep: return .done
    case .fork:
      let reply = perform(effect, at: site)
      if case .child = reply { _ = awaitTurn(at: site) }
      return reply
    case .beginExit:
      guard hasUncertainItems else { return perform(effect, at: site) }
      return moveByMove(effect, of: &machine, at: site)
    default:
      return effect.isMove
        ? moveByMove(effect, of: &machine, at: site) : perform(effect, at: site)
    }
  }

  /// Items that the beginning of the process's end makes a difference to.
  private var hasUncertainItems: Bool {
    replay?.items.contains { if case .pickled = $0.item { false } else { true } } ?? false
  }

  /// The schedule is over: what it held back follows.
  private mutating func leaveReplay(_ machine: inout Machine) {
    machine.delaysPickling = false
    for (queue, item) in replay?.items ?? [] {
      var item = item
      if case .later(let ticket) = item { item = machine.takeItem(ticket: ticket) }
      append(item, to: queue)
    }
    replay?.items = []
    if slot.pointee.pendingSignal.load(ordering: .acquiring) != 0 { die() }
  }

  private mutating func moveByMove(
    _ effect: Effect, of machine: inout Machine, at site: Site
  ) -> Reply {
    while let move = nextMove(at: site) {
      switch move.decision {
      case .proceed: return make(effect, at: site)
      case .choose(let value):
        guard case .choose = effect else { return make(effect, at: site) }
        replay?.turn?.isMade = true
        return .int(value)
      case .giveUp:
        replay?.turn?.isMade = true
        return giveUp(effect, at: site)
      case .die: die()
      case .feed(let number):
        feed(number, &machine, at: site)
        passTurn()
      case .part:
        if case .beginExit = effect { return make(effect, at: site) }
        makePart(of: effect, at: site)
        passTurn()
      }
    }
    leaveReplay(&machine)
    return hearInterrupt() ?? finish(effect, at: site)
  }

  /// Ctrl-C that came while it waited for its turn.
  private mutating func hearInterrupt() -> Reply? {
    guard replay?.wasInterrupted ?? false else { return nil }
    replay?.wasInterrupted = false
    return .interrupted
  }

  // MARK: Turns

  private mutating func nextMove(at site: Site) -> Schedule.Move? {
    if let turn = replay?.turn {
      if !turn.isMade { return replay?.gate.move(at: turn.number) }
      passTurn()
    }
    return awaitTurn(at: site)
  }

  private mutating func passTurn() {
    replay?.turn = nil
    replay?.gate.advance()
  }

  /// The process's next move, once its turn has come; nil where the schedule is over.
  private mutating func awaitTurn(at site: Site) -> Schedule.Move? {
    guard let gate = replay?.gate else { return nil }
    while true {
      let number = gate.cursor
      guard let move = gate.move(at: number) else { return nil }
      if move.process == Int(process.index) {
        gate.awaitDeparture()
        replay?.turn = (number, false)
        return move
      }
      let isWriting = writeOn()
      let soon = isWriting ? LiveClock.monotonicNanoseconds() + Feeder.retryInterval : nil
      let reason = WaitReason(.turn, number)
      if sleep(for: reason, on: gate.bell(number), until: soon, at: site) == .interrupted {
        replay?.wasInterrupted = true
        gate.open()
        return nil
      }
    }
  }

  /// Writes what there is room for of a half written message; tells whether there is a rest.
  private mutating func writeOn() -> Bool {
    guard case .writing(let pipe, let message, let start)? = replay?.progress else { return false }
    guard case .moved(let count) = pipe.write(message, from: start) else { return true }
    replay?.progress = .writing(to: pipe, message, from: start + count)
    return start + count < message.count + Pipe.headerSize
  }

  /// A signal that was sent earlier takes effect.
  private func die() -> Never {
    let signal = slot.pointee.pendingSignal.load(ordering: .acquiring)
    slot.pointee.isDoomed.store(1, ordering: .sequentiallyConsistent)
    if replay?.turn != nil { replay?.gate.depart() }
    kill(getpid(), signal == 0 ? SIGKILL : signal)
    while true { pause() }
  }

  // MARK: Moves

  private mutating func make(_ effect: Effect, at site: Site) -> Reply {
    replay?.turn?.isMade = true
    switch effect {
    case .exit, .abort: replay?.gate.depart()
    case .put(let queue, _, _): replay?.note(putInto: queue)
    case .signal(let target, let signal):
      // It takes effect when the schedule says so.
      tell(.signalled(target, signal), at: site)
      if let index = slotOfLiving(target) {
        arena.slot(index).pointee.pendingSignal.store(signal, ordering: .releasing)
      }
      return .done
    default: break
    }
    return finish(effect, at: site)
  }

  /// Does what is left of an operation.
  private mutating func finish(_ effect: Effect, at site: Site) -> Reply {
    let progress = replay?.progress ?? .notBegun
    replay?.progress = .notBegun
    switch (progress, effect) {
    case (.reading, .get(let id, let patience)):
      return finishReading(id, patience, at: site)
    case (.took(let item, let gaveOne), .get(let id, let patience)):
      if !gaveOne { giveOne(of: id, patience) }
      giveOther(of: id, patience)
      return .bytes(item)
    case (.foundNothing, .get(let id, _)):
      arena.queue(id).readingLock.release()
      return .bool(false)
    case (.writing(let pipe, let message, let start), _):
      let target = WaitTarget.pipeRoom(pipe: 0)
      let end = write(message, to: pipe, from: start, waiting: target, at: site)
      guard end == .whole else { return end.reply }
      if case .put(let id, _, _) = effect {
        arena.queue(id).writingLock.release()
        return .bool(true)
      }
      return .done
    case (.awaitingTasks, .awaitTasks): return .done
    case (.calling, .call(let id, _, let patience)):
      return finishCall(id, limit(of: patience), at: site)
    default: return perform(effect, at: site)
    }
  }

  private mutating func giveUp(_ effect: Effect, at site: Site) -> Reply {
    tell(.gaveUp, at: site)
    let progress = replay?.progress ?? .notBegun
    replay?.progress = .notBegun
    switch (effect, progress) {
    case (.wait, _): return .exitCode(nil)
    case (.awaitReady, _): return .indices([])
    case (.call(let id, _, let patience), .calling):
      return finishCall(id, limit(of: patience), at: site)
    case (.call(let id, let call, _), _): return self.call(id, call, .none, at: site)
    case (.get(let id, _), .reading), (.get(let id, _), .foundNothing):
      arena.queue(id).readingLock.release()
      return .bool(false)
    default: return .bool(false)
    }
  }

  // MARK: Parts of moves

  private mutating func makePart(of effect: Effect, at site: Site) {
    switch effect {
    case .get(let id, let patience): readOn(id, patience, at: site)
    case .send(let end, let message):
      replay?.progress = .writing(to: Pipe(end), message, from: 0)
      _ = writeOn()
    case .put(let id, .pickled(let item), _) where arena.queue(id).kind == .simple:
      let queue = arena.queue(id)
      replay?.note(putInto: id)
      _ = queue.writingLock.cell.pointee.tryAcquire()
      replay?.progress = .writing(to: queue.writeEnd, item, from: 0)
      _ = writeOn()
    case .awaitTasks: replay?.progress = .awaitingTasks
    case .call(let id, let call, let patience):
      if beginCall(id, call, limit(of: patience), at: site) == nil { replay?.progress = .calling }
    default: break
    }
  }

  /// The next phase of a get.
  private mutating func readOn(_ id: QueueID, _ patience: Patience, at site: Site) {
    let queue = arena.queue(id)
    switch replay?.progress ?? .notBegun {
    case .reading:
      guard !queue.isEmpty else {
        replay?.progress = .foundNothing
        return
      }
      let item = takeItem(id, queue, at: site).bytes
      replay?.progress = .took(item, gaveOne: false)
    case .took(let item, gaveOne: false):
      giveOne(of: id, patience)
      replay?.progress = .took(item, gaveOne: true)
    case .notBegun:
      if queue.readingLock.cell.pointee.tryAcquire() {
        queue.readingLock.cell.pointee.noteHolder(process, at: site)
        replay?.progress = .reading
      }
    case .took, .foundNothing, .writing, .awaitingTasks, .calling: break
    }
  }

  private mutating func finishReading(
    _ id: QueueID, _ patience: Patience, at site: Site
  ) -> Reply {
    let queue = arena.queue(id)
    if patience != .forever, queue.isEmpty {
      queue.readingLock.release()
      return .bool(false)
    }
    let (item, end) = takeItem(id, queue, at: site)
    giveOne(of: id, patience)
    giveOther(of: id, patience)
    return end == .whole ? .bytes(item) : end.reply
  }

  /// A get without a limit gives the turn to read back first, one with a limit its place.
  private func giveOne(of id: QueueID, _ patience: Patience) {
    let queue = arena.queue(id)
    if patience == .forever { queue.readingLock.release() } else { queue.places.release() }
  }

  private func giveOther(of id: QueueID, _ patience: Patience) {
    let queue = arena.queue(id)
    if patience == .forever { queue.places.release() } else { queue.readingLock.release() }
  }

  // MARK: Feeding

  /// Takes the oldest item of a feeder a step further.
  private mutating func feed(_ number: Int, _ machine: inout Machine, at site: Site) {
    guard let queues = replay?.queues, number < queues.count,
      let index = replay?.items.firstIndex(where: { $0.queue == queues[number] }),
      let item = replay?.items[index].item
    else { return }
    if case .later(let ticket) = item {
      replay?.items[index].item = machine.takeItem(ticket: ticket)
      return
    }
    if case .faulty = item, feeder.isEnding {
      replay?.items.removeAll { $0.queue == queues[number] }
    } else {
      replay?.items.remove(at: index)
    }
    append(item, to: queues[number])
    feed(at: site)
  }
}

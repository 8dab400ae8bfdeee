// Effects on processes and semaphores, and those that touch nobody: what each means, once for all
// schedules.

import Diagnostics
import Explorer
import Machine
import Observation

extension Kernel {
  /// What becomes of an effect.
  enum Performance {
    case replied(Reply)
    /// It waits; where its patience may end, the reply that it then gets.
    case blocked(late: Reply?)
    /// A part of it is done, and the rest is for later.
    case part(ReplayStep.Part)
    /// It gets one of these.
    case alternatives([Reply])
    /// The process is no more.
    case ended
  }

  /// How much of an effect is performed that has parts.
  enum Stride: Hashable {
    /// Up to where others could notice.
    case usual
    /// The next part, or all that is left.
    case part, whole
  }

  /// Performs one effect of a process in one way; a choice is not for here.
  func perform(
    _ effect: Effect, by context: inout ProcessContext, in transaction: inout Transaction,
    stride: Stride = .usual
  ) throws -> Performance {
    switch effect {
    case .paused: return .replied(.done)
    case .beginExit:
      context.isEnding = true
      return .replied(.done)
    case .unsupported(let diagnostic): throw StepFault.unsupported(diagnostic)
    case .choose: return .blocked(late: nil)
    case .exit(let status):
      record(.exit(code: status.code, status.exception), context, in: &transaction)
      end(context, code: status.code, status.exception, in: &transaction)
      return .ended
    case .abort(let code):
      record(.exit(code: code, nil), context, in: &transaction)
      end(context, code: code, nil, in: &transaction)
      return .ended
    case .write(let stream, let bytes):
      if stream == .standardOutput { note(output: bytes, by: &context, in: &transaction) }
      return .replied(.done)
    case .fork(let name, let daemon):
      return .replied(try fork(name, daemon: daemon, &context, in: &transaction))
    case .wait(let id, let patience):
      if let code = life(transaction[slot(ofLife: id)]).exitCode {
        return .replied(.exitCode(code))
      }
      return waiting(patience, late: .exitCode(nil))
    case .poll(let id):
      return .replied(.exitCode(life(transaction[slot(ofLife: id)]).exitCode))
    case .signal(let id, let number):
      send(number, to: id, in: &transaction)
      return .replied(.done)
    case .processNumber(let id):
      let number = id?.index ?? UInt32(context.index.number)
      return .replied(.opaque(.processNumber, id: number))
    case .parentNumber:
      return .replied(.opaque(.processNumber, id: parentNumber(of: context.index)))
    case .processorCount: return .replied(.int(2))
    case .makeSemaphore(let value, let maximum):
      let slot = slots.slot(.semaphore(maker: context.index, number: context.made.semaphores))
      context.made.semaphores += 1
      transaction[slot] = handle(of: Semaphore(value: value, maximum: maximum))
      return .replied(.semaphore(SemaphoreID(Int(slot.index))))
    case .acquire(let id, let patience): return acquire(id, patience, in: &transaction)
    case .release(let id): return .replied(release(id, in: &transaction))
    case .semaphoreValue(let id):
      let semaphore = components.semaphores[transaction[Slot(Int(id.index))]]
      return .replied(.int(Int(semaphore.value)))
    case .makePipe, .send, .receive, .awaitReady, .closeEnd:
      return try performOnPipes(effect, by: &context, in: &transaction)
    case .makeQueue, .put, .get, .queueSize, .queueIsEmpty, .queueIsFull, .awaitFeeder, .taskDone,
      .awaitTasks:
      return performOnQueues(effect, by: &context, in: &transaction, stride)
    case .makeShared(let words):
      return .replied(makeShared(words, &context, in: &transaction))
    case .load(let id, let range, let lock): return load(id, range, under: lock, in: transaction)
    case .store(let id, let start, let words, let lock):
      return store(words, in: id, at: start, under: lock, in: &transaction)
    case .startManager: return .replied(startManager(&context, in: &transaction))
    case .call(let id, let message, let patience):
      return try call(id, message, patience, stride, &context, in: &transaction)
    case .stopManager(let id): return .replied(stopManager(id, in: &transaction))
    // A server has no process here.
    case .serve: return .blocked(late: nil)
    case .now(let clock):
      guard policy.time == .idealMachine else { return .replied(.opaque(.clock, id: 0)) }
      return .replied(reading(clock, in: transaction))
    case .randomFloat:
      if let drawFraction { return .replied(.float(drawFraction())) }
      return .replied(policy.time == .idealMachine ? .anyFraction : .opaque(.chance, id: 0))
    case .sleep: return .replied(.done)
    case .open, .read, .writeFile, .seek, .truncate, .close, .remove, .rename, .fileKind,
      .fileSize, .listFolder:
      return .replied(performOnFiles(effect, by: &context, in: &transaction))
    }
  }

  private func performOnPipes(
    _ effect: Effect, by context: inout ProcessContext, in transaction: inout Transaction
  ) throws -> Performance {
    switch effect {
    case .makePipe(let duplex):
      return .replied(makePipe(duplex: duplex, &context, in: &transaction))
    case .send(let end, let message): return try send(end, message, &context, in: &transaction)
    case .receive(let end): return try receive(end, context, in: &transaction)
    case .awaitReady(let waitables, let patience):
      return awaitReady(waitables, patience, context, in: transaction)
    case .closeEnd(let end):
      close(end, &context, in: &transaction)
      return .replied(.done)
    default: return .replied(.done)
    }
  }

  private func performOnQueues(
    _ effect: Effect, by context: inout ProcessContext, in transaction: inout Transaction,
    _ stride: Stride
  ) -> Performance {
    switch effect {
    case .makeQueue(let kind, let capacity):
      return .replied(makeQueue(kind, capacity, &context, in: &transaction))
    case .put(let id, let item, let patience):
      return put(id, item, patience, &context, in: &transaction)
    case .get(let id, let patience): return get(id, patience, stride, &context, in: &transaction)
    case .queueSize(let id): return .replied(queueSize(id, in: transaction))
    case .queueIsEmpty(let id): return .replied(queueIsEmpty(id, in: transaction))
    case .queueIsFull(let id): return .replied(queueIsFull(id, in: transaction))
    case .awaitFeeder(let id):
      let buffer = bufferSlot(id, of: context)
      if !self.buffer(buffer, in: transaction).isEmpty { return .blocked(late: nil) }
      context.feeding.removeAll { $0 == Slot(Int(id.index)) }
      return .replied(.done)
    case .taskDone(let id): return .replied(taskDone(id, in: &transaction))
    case .awaitTasks(let id): return awaitTasks(id, &context, in: &transaction)
    default: return .replied(.done)
    }
  }

  func waiting(_ patience: Patience, late: Reply) -> Performance {
    if patience.isNone { return .replied(late) }
    return .blocked(late: patience == .forever ? nil : late)
  }

  // MARK: Processes

  func life(_ handle: Handle) -> Life { components.lives[handle] }

  func handle(of life: Life) -> Handle { components.lives.intern(life, life) }

  func slot(ofLife id: ProcessID) -> Slot {
    slots.slot(.life(ProcessIndex(number: Int(id.index))))
  }

  private func fork(
    _ name: String, daemon: Bool, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) throws -> Reply {
    guard slots.processCount < Kernel.processesAtMost else {
      throw StepFault.unsupported(
        Diagnostic(
          .unsupported, .says("more than \(Kernel.processesAtMost) processes cannot be explored"),
          at: line(context)))
    }
    shareFiles(of: &context, in: &transaction)
    copyEnds(of: context, in: &transaction)
    let index = slots.child(context.made.children, of: context.index)
    context.made.children += 1
    let id = ProcessID(index.number)
    var child = ProcessContext(index: index, name: name, isDaemon: daemon, body: context.body)
    child.files = context.files
    child.ends = context.ends
    child.body.resume(with: .child(id))
    try start(child, in: &transaction)
    return .forked(id)
  }

  private func parentNumber(of index: ProcessIndex) -> UInt32 {
    // The main process's parent is no process of the run.
    slots.parent(of: index).map { UInt32($0.number) } ?? UInt32.max
  }

  private func send(_ number: Int32, to id: ProcessID, in transaction: inout Transaction) {
    let slot = slot(ofLife: id)
    guard case .alive(let earlier, let isDaemon) = life(transaction[slot]) else { return }
    // Of two signals that wait, the first one kills.
    guard earlier == 0 else { return }
    transaction[slot] = handle(of: .alive(signal: number, isDaemon: isDaemon))
  }

  func die(
    of signal: Int32, _ context: ProcessContext, in transaction: inout Transaction
  ) {
    record(.die(signal: signal), context, .die, in: &transaction)
    end(context, code: -signal, nil, in: &transaction)
  }

  private func end(
    _ context: ProcessContext, code: Int32, _ exception: ExceptionSummary?,
    in transaction: inout Transaction
  ) {
    if !context.unfinishedLine.isEmpty {
      let text = String(decoding: context.unfinishedLine, as: UTF8.self)
      note(.line(process: context.name, text: text), in: &transaction)
    }
    note(.gone(process: context.name), in: &transaction)
    shareGlobals(of: context, in: &transaction)
    loseBuffers(of: context, in: &transaction)
    closeEnds(of: context, in: &transaction)
    internChanges(in: &transaction)
    let isPlaced = policy.isSymmetric && !isPinned(context)
    let life = Life.ended(name: isPlaced ? "" : context.name, code: code, exception)
    transaction[slots.slot(.life(context.index))] = handle(of: life)
    transaction[slots.slot(.context(context.index))] = 0
  }

  // MARK: Output

  /// Cuts a write into lines, each process's on its own.
  private func note(
    output bytes: [UInt8], by context: inout ProcessContext, in transaction: inout Transaction
  ) {
    guard policy.projection.looksAtOutput else { return }
    context.unfinishedLine += bytes
    let newline = UInt8(ascii: "\n")
    guard let last = context.unfinishedLine.lastIndex(of: newline) else { return }
    let lines = context.unfinishedLine[..<last].split(
      separator: newline, omittingEmptySubsequences: false)
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      note(.line(process: context.name, text: text), in: &transaction)
    }
    context.unfinishedLine.removeSubrange(...last)
  }

  // MARK: Semaphores

  func handle(of semaphore: Semaphore) -> Handle {
    components.semaphores.intern(semaphore, semaphore)
  }

  private func acquire(
    _ id: SemaphoreID, _ patience: Patience, in transaction: inout Transaction
  ) -> Performance {
    let slot = Slot(Int(id.index))
    var semaphore = components.semaphores[transaction[slot]]
    let use = SemaphoreUse(slot: slot, gives: false, before: semaphore)
    switch semaphore.acquire() {
    case .taken:
      transaction.semaphoreUses.append(use)
      transaction[slot] = handle(of: semaphore)
      return .replied(.bool(true))
    case .wouldBlock: return waiting(patience, late: .bool(false))
    }
  }

  private func release(_ id: SemaphoreID, in transaction: inout Transaction) -> Reply {
    let slot = Slot(Int(id.index))
    var semaphore = components.semaphores[transaction[slot]]
    transaction.semaphoreUses.append(SemaphoreUse(slot: slot, gives: true, before: semaphore))
    switch semaphore.release() {
    case .raised:
      transaction[slot] = handle(of: semaphore)
      return .done
    case .overReleased: return .failed(.overReleased)
    }
  }
}

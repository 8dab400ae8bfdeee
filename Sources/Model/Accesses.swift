// Ways of touching what processes share, as the search's persistent sets understand them: what a step
// minds, and what a process may still do. What is not told apart here counts as touching everything.
//
// Why it is enough: two steps commute unless one of them changes what the other sees or changes.
// Semaphores are finer. An acquire that waits and a release commute in every state in which both can
// happen, and so do two releases that cannot overfill; a wait for a process's end cannot happen
// before the end, and nothing after it changes what it finds.

import Explorer
import Machine
import Observation

/// One way of touching one thing.
enum Access: Hashable {
  enum Manner: Hashable, CaseIterable {
    case look, change
    /// An acquire that waits until it succeeds.
    case take
    case give
  }

  case thing(SlotKind, Manner)
  /// All files and the folder together.
  case files(Manner)
  case managers(Manner)
  /// Notes whose order matters.
  case notes
}

/// A semaphore that a step takes or gives.
struct SemaphoreUse {
  var slot: Slot
  var gives: Bool
  /// What it was just before.
  var before: Semaphore
}

/// The numbers of accesses, given in the order in which they come up.
struct AccessNumbers {
  private var numbers: [Access: Int] = [:]

  mutating func number(of access: Access) -> Int {
    if let number = numbers[access] { return number }
    numbers[access] = numbers.count
    return numbers.count - 1
  }
}

extension Kernel {
  func insert(_ accesses: [Access], into set: inout AccessSet) {
    for access in accesses { set.insert(accessNumbers.number(of: access)) }
  }

  private func insertBoth(_ kind: SlotKind, into set: inout AccessSet) {
    insert([.thing(kind, .look), .thing(kind, .change)], into: &set)
  }

  // MARK: What an actor may still do

  func future(of actor: Slot, _ handle: Handle) -> AccessSet? {
    var set = AccessSet()
    switch slots.kind(of: actor) {
    case .context(let index):
      let context = components.contexts[handle]
      if context.spins, !policy.isKillable(context) { return set }
      if context.reach.isOpen { return nil }
      insertFuture(of: context, index, into: &set)
    case .buffer(let owner, let queue):
      insertBoth(.buffer(owner, queue: queue), into: &set)
      insertBoth(.context(owner), into: &set)
      insertQueue(queue, into: &set)
    case .clock: break
    case .observers, .folder, .life, .semaphore, .path, .content, .openFile, .pipe, .queue,
      .shared, .manager, .timer, .globals, .turn:
      return nil
    }
    return set
  }

  private func insertFuture(
    of context: ProcessContext, _ index: ProcessIndex, into set: inout AccessSet
  ) {
    let reach = context.reach
    insertBoth(.context(index), into: &set)
    insert([.thing(.life(index), .change)], into: &set)
    for process in reach.processes {
      let other = SlotKind.life(ProcessIndex(number: Int(process.index)))
      if policy.observesExits { insert([.thing(other, .look)], into: &set) }
      if policy.killable != .nobody { insert([.thing(other, .change)], into: &set) }
    }
    for semaphore in reach.semaphores {
      let kind = slots.kind(of: Slot(Int(semaphore.index)))
      insert([.thing(kind, .take), .thing(kind, .give)], into: &set)
      if isPolled(semaphore) { insert([.thing(kind, .look)], into: &set) }
    }
    for queue in reach.queues {
      let slot = Slot(Int(queue.index))
      insertQueue(slot, into: &set)
      insertBoth(.buffer(index, queue: slot), into: &set)
    }
    for shared in reach.shared {
      insertBoth(slots.kind(of: Slot(Int(shared.index))), into: &set)
    }
    // At its end it closes them all.
    for end in context.ends {
      for slot in [end?.receives, end?.sends] {
        if let slot { insertBoth(slots.kind(of: slot), into: &set) }
      }
    }
    if reach.isSentThings { insert([.managers(.look), .managers(.change)], into: &set) }
    if reach.usesFiles { insert([.files(.look), .files(.change)], into: &set) }
    if mayNote(reach) { insert([.notes], into: &set) }
  }

  /// Whether somebody asks what the semaphore counts, or does not wait for it for ever.
  private func isPolled(_ id: SemaphoreID) -> Bool {
    slots.objectName(Slot(Int(id.index))).map(policy.polled.contains) ?? false
  }

  private func insertQueue(_ pipe: Slot, into set: inout AccessSet) {
    guard case .queue(let name, _) = slots.kind(of: pipe) else { return }
    for part in [QueuePart.pipe, .room, .tasks] { insertBoth(.queue(name, part), into: &set) }
  }

  private func mayNote(_ reach: Reach) -> Bool {
    if !policy.projection.markedFunctions.isEmpty { return true }
    return policy.ordersNotes && reach.prints
  }

  // MARK: What a step minds

  /// The accesses that a step does not commute with, or that may let a blocked one go on.
  ///
  /// - Parameters:
  ///   - reads: all slots that were read for it.
  ///   - options: none where it is blocked.
  func disturbers(
    of actor: Slot, _ reads: [Slot], _ options: [Option], in state: StateView
  ) -> AccessSet {
    var set = AccessSet()
    var known = options.flatMap { $0.transaction.semaphoreUses.map(\.slot) }
    if case .context(let index) = slots.kind(of: actor) {
      let effect = components.contexts[state[actor]].pending
      if let semaphore = semaphore(of: effect), !known.contains(semaphore) {
        mind(semaphore, effect, in: state, into: &set)
        known.append(semaphore)
      }
      // A feeder takes what its process has put.
      insert([.thing(.context(index), .change)], into: &set)
    }
    for slot in reads where !known.contains(slot) { mind(reading: slot, into: &set) }
    for option in options {
      for write in option.transaction.writes where !known.contains(write.slot) {
        mind(writing: write.slot, into: &set)
      }
      for use in option.transaction.semaphoreUses { mind(use, into: &set) }
      if !option.transaction.notes.isEmpty, policy.ordersNotes { insert([.notes], into: &set) }
    }
    return set
  }

  /// The semaphore that the effect is about.
  private func semaphore(of effect: Effect) -> Slot? {
    switch effect {
    case .acquire(let id, _), .release(let id), .semaphoreValue(let id): Slot(Int(id.index))
    case .load(_, _, let id), .store(_, _, _, let id): id.map { Slot(Int($0.index)) }
    default: nil
    }
  }

  private func mind(reading slot: Slot, into set: inout AccessSet) {
    let kind = slots.kind(of: slot)
    switch kind {
    case .observers: break
    case .folder, .path, .content, .openFile: insert([.files(.change)], into: &set)
    case .manager: insert([.managers(.change)], into: &set)
    case .semaphore:
      insert([.thing(kind, .take), .thing(kind, .give), .thing(kind, .change)], into: &set)
    case .context, .life, .pipe, .queue, .buffer, .shared, .timer, .clock, .globals, .turn:
      insert([.thing(kind, .change)], into: &set)
    }
  }

  private func mind(writing slot: Slot, into set: inout AccessSet) {
    let kind = slots.kind(of: slot)
    switch kind {
    case .observers: break
    case .folder, .path, .content, .openFile:
      insert([.files(.look), .files(.change)], into: &set)
    case .manager: insert([.managers(.look), .managers(.change)], into: &set)
    case .semaphore: insert(Access.Manner.allCases.map { .thing(kind, $0) }, into: &set)
    case .context, .life, .pipe, .queue, .buffer, .shared, .timer, .clock, .globals, .turn:
      insertBoth(kind, into: &set)
    }
  }

  /// A semaphore that is looked at and left as it is.
  private func mind(
    _ slot: Slot, _ effect: Effect, in state: StateView, into set: inout AccessSet
  ) {
    let kind = slots.kind(of: slot)
    var manners: [Access.Manner] = [.take, .give, .change]
    switch effect {
    // While it is not free, only a give makes a difference; while it is, only a take.
    case .acquire, .load, .store:
      manners =
        components.semaphores[state[slot]].value > 0 ? [.take, .change] : [.give, .change]
    default: break
    }
    insert(manners.map { .thing(kind, $0) }, into: &set)
  }

  private func mind(_ use: SemaphoreUse, into set: inout AccessSet) {
    let kind = slots.kind(of: use.slot)
    var manners: [Access.Manner] = [.look, .change]
    if !use.gives {
      manners.append(.take)
    } else if let maximum = use.before.maximum {
      // Who has the one permit to give is alone with it, while only owners give.
      if maximum > 1 || use.before.value > 0 || policy.strangersRelease { manners.append(.give) }
      if use.before.value >= maximum { manners.append(.take) }
    }
    insert(manners.map { .thing(kind, $0) }, into: &set)
  }

  // MARK: Assumptions

  /// What the reductions must give up so that the effect keeps its meaning.
  func adaptReductions(
    _ revised: inout Policy, to effect: Effect, by context: ProcessContext,
    in transaction: Transaction
  ) {
    guard policy.takesFewSteps || policy.sortsProcesses else { return }
    switch effect {
    case .release(let id) where policy.takesFewSteps && !policy.strangersRelease:
      let semaphore = components.semaphores[transaction[Slot(Int(id.index))]]
      if semaphore.maximum == 1, !context.body.reach().held.contains(id) {
        revised.strangersRelease = true
      }
    case .processNumber(nil), .parentNumber:
      if context.index != .main { revised.sortsProcesses = false }
    default: break
    }
  }
}

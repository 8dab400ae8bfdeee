// Processes that are alike: which may exchange their places, and how a parent that waits for several
// of them in some order, or sends them signals, does not tell them apart.
//
// It rests on this: the permutations of children of one parent are automorphisms of the kernel's
// steps (Ip, Dill: Better Verification Through Symmetry, 1996), as far as nothing knows a process by
// its index, which is its place in the state. A bundle is all that has the index in its slot: context,
// life, buffers, timer. Queues, pipes, shared memory and files keep no index. What does keep one
// would break it, and so:
//
// - A process stays where it is that has made semaphores, queues, pipes, children and their like, whose
//   first half of a message is on its way, or that is among those who wait for tasks; one that the
//   question names, or that is inside a function that it marks; and one that calls a manager which
//   remembers who holds a lock.
// - Nobody may ask for one process's end or number, or wait for it only for a while. Then none is
//   sorted.
// - A parent's waits that follow each other without anything between are one, and so are its signals.
//   Nobody sees how far it has come, and what it would have done so far commutes with all else. All
//   that is done to several children at once must be done to all that may change places; where it is
//   not, the search starts again with them apart (`Kinships`). So a wait that is yet to come does not
//   tell them apart either.
// - Where the question sees who did not end well, all that may change places must end alike; else none
//   is sorted. Whose lines are printed is not asked, but what they say is in the context, digits too
//   where the question reads them.
// - Who uses an object is known by the function that it runs and not by its place: what several
//   processes may run counts as shared (`User`).

import Explorer
import Machine
import Observation

/// Which children of one parent may change places with each other: all, but for what was found out.
struct Kinships: Hashable {
  /// By a child's path from the main process; 0 for those who are not told apart.
  private var kinds: [[Int]: Int] = [:]
  /// Parents whose children are all told apart.
  private var strict: Set<[Int]> = []

  /// Beyond so many kinds of children a parent likely deals with each on its own.
  private static let mostKinds = 4

  /// Nil for one that is apart from all others.
  func kind(of path: [Int]) -> Int? {
    strict.contains(Array(path.dropLast())) ? nil : kinds[path] ?? 0
  }

  /// Tells some of a parent's children apart from its others.
  mutating func split(_ children: [[Int]], of parent: [Int]) {
    let known = Set(kinds.filter { $0.key.dropLast() == parent[...] }.values).union([0])
    var next = (known.max() ?? 0) + 1
    var renamed: [Int: Int] = [:]
    for child in children {
      let old = kinds[child] ?? 0
      if renamed[old] == nil {
        renamed[old] = next
        next += 1
      }
      kinds[child] = renamed[old]
    }
    if next > Kinships.mostKinds { strict.insert(parent) }
  }
}

/// The groups of bundles, by number.
struct KinTable {
  struct Group: Hashable {
    var parent: ProcessIndex
    /// Nil for one that is apart from all others.
    var kind: Int?
    /// Of one that is apart.
    var process: ProcessIndex?
  }

  private var numbers: [Group: Int] = [:]
  /// By group: the queues that any of its processes puts into.
  var queues: [[Slot]] = []

  mutating func number(of group: Group) -> Int {
    if let number = numbers[group] { return number }
    numbers[group] = queues.count
    queues.append([])
    return queues.count - 1
  }
}

extension Policy {
  /// Whether processes are sorted: while nobody can tell who is who.
  var isSymmetric: Bool {
    sortsProcesses && !asksAboutProcesses && killable <= .endingDaemons && !stopsAtEveryMove
  }

  /// Whether notes of two processes may not be exchanged.
  var ordersNotes: Bool {
    projection.dependsOnOrder || !projection.markedFunctions.isEmpty
      || !projection.processes.isEmpty
  }

  /// What matters of a process's memory.
  var interest: CanonicalInterest {
    var interest = CanonicalInterest()
    interest.readsDigits = !isSymmetric || !projection.isIndifferent
    interest.readsSleeps = time == .idealMachine
    if !stopsAtEveryMove { interest.namesInMessages = namesInMessages.sorted() }
    return interest
  }
}

extension Projection {
  /// Whether it sees who did something.
  var tellsProcessesApart: Bool { namesPrinters || looksAtExitCodes }

  /// Whether it sees no number in a line.
  var isIndifferent: Bool {
    guard !ordersLines, !collectsLines, processes.isEmpty else { return false }
    let texts = countedTexts + orderedPairs.flatMap { [$0.first, $0.second] }
    return !texts.contains { $0.isEmpty || $0.contains { $0.isNumber || $0 == "-" || $0 == "+" } }
  }
}

extension Kernel {
  // MARK: Bundles

  /// One bundle for each process but the main one.
  var bundles: [Bundle] {
    guard policy.isSymmetric else { return [] }
    while knownBundles.count < slots.processCount - 1 {
      let index = ProcessIndex(number: knownBundles.count + 1)
      let group = group(of: index)
      var own = [slots.slot(.context(index)), slots.slot(.life(index))]
      if policy.time == .idealMachine { own.append(slots.slot(.timer(index))) }
      own += kin.queues[group].map { slots.slot(.buffer(index, queue: $0)) }
      knownBundles.append(Bundle(group: group, slots: own))
    }
    return knownBundles
  }

  private func group(of index: ProcessIndex) -> Int {
    let kind = policy.kinships.kind(of: slots.path(of: index))
    return kin.number(
      of: KinTable.Group(
        parent: slots.parent(of: index) ?? .main, kind: kind, process: kind == nil ? index : nil))
  }

  /// Gives a process and all those alike a buffer for a queue, in their order.
  func widenBundles(of process: ProcessIndex, by queue: Slot) {
    guard policy.isSymmetric, process != .main,
      !slots.isKnown(.buffer(process, queue: queue)), bundles.count >= process.number
    else { return }
    let group = group(of: process)
    kin.queues[group].append(queue)
    for place in knownBundles.indices where knownBundles[place].group == group {
      let owner = ProcessIndex(number: place + 1)
      knownBundles[place].slots.append(slots.slot(.buffer(owner, queue: queue)))
    }
  }

  /// Whether the process may not change its place.
  func isPinned(_ context: ProcessContext) -> Bool {
    context.isPinned || policy.projection.processes.contains(context.name)
      || (policy.managersKnowClients && context.reach.usesManagers)
  }

  func pins(_ slot: Slot, _ handle: Handle) -> AccessSet? {
    var set = AccessSet()
    switch slots.kind(of: slot) {
    case .context(let index):
      let context = context(in: slot, handle)
      if index != .main, isPinned(context) { set.insert(index.number - 1) }
    case .life(let index):
      if case .ended(let name, _, _) = life(handle), !name.isEmpty, index != .main {
        set.insert(index.number - 1)
      }
    case .buffer(let index, _):
      if components.buffers[handle].isWriting, index != .main { set.insert(index.number - 1) }
    case .observers, .folder, .semaphore, .path, .content, .openFile, .pipe, .queue, .shared,
      .manager, .timer, .clock, .globals, .turn:
      break
    }
    return set
  }

  // MARK: What is done to several at once

  /// Each that is alike gets a buffer for each queue; beyond so many actors they are not sorted.
  private static let actorsAtMost = 20_000

  /// Finds out with which others a process's wait or signal goes together, and what it runs.
  func gather(_ context: inout ProcessContext, in transaction: Transaction) throws {
    guard policy.isSymmetric else { return }
    if slots.actors.count > Kernel.actorsAtMost {
      var revised = policy
      revised.sortsProcesses = false
      throw StepFault.revise(revised)
    }
    try learnRole(of: &context)
    switch context.pending {
    case .paused: break
    case .wait(let id, .forever):
      context.signalled = []
      if context.joined.contains(id) { return }
      context.joined = joined(by: context)
      try expectAll(context.joined, of: context.index, in: transaction)
    case .signal:
      context.joined = []
      if context.signalled.contains(context.pending) { return }
      context.signalled = signalled(by: context)
      let targets = context.signalled.compactMap { effect in
        if case .signal(let id, _) = effect { id } else { nil }
      }
      try expectAll(targets, of: context.index, in: transaction)
    default:
      context.joined = []
      context.signalled = []
    }
  }

  /// Sees to it that a parent does the same to all its children that may change places.
  private func expectAll(
    _ processes: [ProcessID], of parent: ProcessIndex, in transaction: Transaction
  ) throws {
    let chosen = processes.map { ProcessIndex(number: Int($0.index)) }
    let groups = Set(chosen.filter { $0 != .main }.map(group))
    let others = slots.children(of: parent).filter {
      !chosen.contains($0) && groups.contains(group(of: $0))
        && transaction[slots.slot(.life($0))] != 0
    }
    guard !others.isEmpty else { return }
    var revised = policy
    let children = chosen.filter { slots.parent(of: $0) == parent }
    revised.kinships.split(
      children.map(slots.path), of: slots.path(of: parent))
    throw StepFault.revise(revised)
  }

  /// The processes for which the process waits now and then at once, in this order.
  func joined(by context: ProcessContext) -> [ProcessID] {
    follow(context) { effect in
      if case .wait(let id, .forever) = effect { id } else { nil }
    }
  }

  /// The signals that it sends now and then at once, all of one number.
  private func signalled(by context: ProcessContext) -> [Effect] {
    guard case .signal(_, let first) = context.pending else { return [] }
    return follow(context) { effect in
      if case .signal(_, first) = effect { effect } else { nil }
    }
  }

  /// What a process does that does nothing else between: what is nil ends it.
  private func follow<Deed>(
    _ context: ProcessContext, _ deed: (Effect) -> Deed?
  ) -> [Deed] {
    guard policy.isSymmetric, deed(context.pending) != nil else { return [] }
    var deeds: [Deed] = []
    var body = context.body
    var effect = context.pending
    var pauses = 0
    while pauses < 20 {
      if let found = deed(effect) {
        deeds.append(found)
        // With which number it has ended, a join does not look at.
        if case .wait = effect {
          body.resume(with: .exitCode(0))
        } else {
          body.resume(with: .done)
        }
      } else if case .paused = effect {
        pauses += 1
        body.resume(with: .done)
      } else {
        return deeds
      }
      effect = body.run(budget: 1_000)
    }
    return deeds
  }

  // MARK: Who uses what

  func user(_ context: ProcessContext) -> User {
    var user = User(parent: slots.parent(of: context.index), isDaemon: context.isDaemon)
    if policy.isSymmetric, context.index != .main {
      user.role = context.role
    } else {
      user.process = context.index
    }
    return user
  }

  /// Keeps which function a new process runs: it stands at its first effect, in the place that is its
  /// own.
  private func learnRole(of context: inout ProcessContext) throws {
    guard context.role == nil, context.index != .main else { return }
    context.role = context.body.callStack.first?.function ?? ""
    let user = user(context)
    guard members[user, default: []].insert(context.index).inserted else { return }
    var revised = policy
    for use in uses where users[use]?.contains(user) == true { note(use, &revised) }
    if revised != policy { throw StepFault.revise(revised) }
  }

  // MARK: Assumptions

  /// Functions and classes that messages name are part of what receivers know; see `Canonical`.
  func expectNames(in message: [UInt8]) throws {
    guard !policy.stopsAtEveryMove else { return }
    let names = Pickle.globals(in: message)
    guard !names.isSubset(of: policy.namesInMessages) else { return }
    var revised = policy
    revised.namesInMessages.formUnion(names)
    throw StepFault.revise(revised)
  }

  /// Where it is told who did not end well, those who may have changed places must have ended alike.
  func expectSameEnds(in state: StateView) throws {
    guard policy.isSymmetric, policy.projection.collectsLines else { return }
    var ends: [Int: String] = [:]
    for (place, bundle) in bundles.enumerated() {
      let handle = state[slots.slot(.life(ProcessIndex(number: place + 1)))]
      guard handle != 0 else { continue }
      var end = ""
      if case .ended(let name, let code, let exception) = life(handle) {
        if !name.isEmpty { continue }
        if code != 0 { end = exception?.type ?? String(code) }
      }
      guard ends[bundle.group, default: end] == end else {
        var revised = policy
        revised.sortsProcesses = false
        throw StepFault.revise(revised)
      }
      ends[bundle.group] = end
    }
  }
}

// The search itself: breadth first, so that the first way found to a state is a shortest one, over
// remembered steps, so that the system is asked for each step once. Flows in: a system and limits.
// Flows out: the kinds of ends, where they are, and how far the search got.
//
// The result is the same on every run: actors are taken in their order, states in that of their
// discovery, and no unordered collection is walked.

import Glibc

/// How far a search may go.
package struct SearchLimits: Hashable, Sendable {
  package var states: Int
  package var seconds: Double
  package var bytes: Int
  package var walks: WalkLimits

  package init(
    states: Int = .max, seconds: Double = .infinity, bytes: Int = .max,
    walks: WalkLimits = WalkLimits()
  ) {
    self.states = states
    self.seconds = seconds
    self.bytes = bytes
    self.walks = walks
  }
}

/// How many walks to take for more ends once a limit is met. With no limit on the seconds, the same
/// walks are taken on every machine.
package struct WalkLimits: Hashable, Sendable {
  package var walks: Int
  /// Of all walks together.
  package var steps: Int
  package var seconds: Double
  /// They take what is left of the search's own seconds instead, and one at least.
  package var usesRestOfTime = false

  package init(walks: Int = 5_000, steps: Int = .max, seconds: Double = 1) {
    self.walks = walks
    self.steps = steps
    self.seconds = seconds
  }
}

/// What a search found.
package struct SearchReport {
  package enum Stop {
    /// Every state that can be reached was expanded.
    case complete
    case states, seconds, bytes, cancelled
    /// The system could not go on.
    case failed(any Error)
  }

  /// A kind of end, by `ComponentSystem.judge`'s number.
  package struct Ending: Hashable, Sendable {
    package var number: Int
    /// How many states end so, as far as the search got; 0 where only a walk beyond came there.
    package var count: Int
    /// The first of them that was found, which is a nearest one.
    package var first: Int
  }

  package var stop: Stop
  package var states: Int
  /// In how many of them some steps were left out.
  package var reducedStates: Int
  package var transitions: Int
  package var seconds: Double
  package var bytes: Int
  /// How many walks were taken beyond a limit.
  package var walks: Int
  /// In the order of their numbers.
  package var endings: [Ending]

  /// Whether every state that can be reached was expanded.
  package var isComplete: Bool { if case .complete = stop { true } else { false } }
}

/// One step of a path: which actor, and which of its alternatives.
package struct Move: Hashable, Sendable {
  package var actor: Slot
  package var alternative: Int

  package init(actor: Slot, alternative: Int) {
    self.actor = actor
    self.alternative = alternative
  }
}

/// How a search saves work.
package struct Reductions: Hashable, Sendable {
  /// A local step is taken alone.
  package var takesLocalStepsAlone: Bool
  package var usesPersistentSets: Bool
  /// Bundles stand in the order of their handles.
  package var sortsBundles: Bool

  /// - Parameter takesFewSteps: local steps alone, and persistent sets.
  package init(takesFewSteps: Bool = true, sortsBundles: Bool = true) {
    takesLocalStepsAlone = takesFewSteps
    usesPersistentSets = takesFewSteps
    self.sortsBundles = sortsBundles
  }

  /// Every step in every state.
  package static let none = Reductions(takesFewSteps: false, sortsBundles: false)
}

/// A search of a system's states.
package struct Search: ~Copyable {
  let system: any ComponentSystem
  let reductions: Reductions
  var store = StateStore()
  var memory = StepMemory()
  private var judgements = StepMemory()
  /// Observation and note to the next observation.
  private var notes = PairTable()
  private let observers: Int

  /// What `observe` answers where nobody wants to see more of a run.
  package static let ignored = Handle.max

  /// The slots of the actors known so far.
  var actors = FlatBuffer<UInt32>()
  /// The state at hand, one word a slot, with zeros beyond its length.
  var current: FlatBuffer<UInt32>
  private(set) var currentLength = 0
  private(set) var currentHash: UInt64 = 0
  /// For each actor its step in the state at hand, as a place in `memory`; -1 for none.
  private var leaves = FlatBuffer<Int>()
  /// For each actor the number of the set of accesses that its step at hand minds.
  private(set) var disturbers = FlatBuffer<UInt32>()
  /// For each actor an earlier one that is alike, or the actor itself.
  private(set) var representatives = FlatBuffer<Int32>()
  var accesses = AccessTable()
  /// Actor's slot and handle to the number of the set of what it may still do.
  var knownFutures = PairTable()
  /// For each actor what it may still do in the state at hand.
  var futures = FlatBuffer<UInt32>()
  /// For each actor whether it is in the persistent set.
  var chosen = FlatBuffer<UInt8>()
  var pending = FlatBuffer<Int32>()
  var arrangement = Arrangement()
  private var undo = FlatBuffer<UInt32>()

  private var transitions = 0
  /// States in which some steps were left out.
  private var reducedStates = 0
  /// Whether a step led to a state that was expanded before: without one no run goes round.
  package private(set) var goesBack = false
  private var endings: [SearchReport.Ending] = []
  /// Walks to ends that were taken after a limit was met, by the end's number.
  private(set) var walked: [Int: [Move]] = [:]

  package init(_ system: any ComponentSystem, reductions: Reductions = Reductions()) {
    self.system = system
    self.reductions = reductions
    observers = system.observers.map { Int($0.index) } ?? -1
    current = FlatBuffer(repeating: 0, count: 256)
  }

  /// Searches from the first state on until all is expanded or a limit is met.
  ///
  /// - Parameter shouldStop: asked now and then with the count of states; true ends the search.
  package mutating func run(
    limits: SearchLimits = SearchLimits(), shouldStop: (Int) -> Bool = { _ in false }
  ) -> SearchReport {
    let start = Search.now()
    var stop = SearchReport.Stop.complete
    do {
      try addInitialState()
      stop = try expandAll(limits: limits, since: start, shouldStop: shouldStop)
    } catch {
      stop = .failed(error)
    }
    var found = endings.filter { $0.count > 0 }
    var walks = 0
    if isCutShort(stop) {
      var rest = limits.walks
      let spent = Search.now() - start
      if rest.usesRestOfTime { rest.seconds = max(1, limits.seconds - spent) }
      (walked, walks) = probe(rest, length: 10_000, shouldStop: shouldStop)
      found = endings.indices.compactMap { number in
        endings[number].count > 0 || walked[number] != nil ? endings[number] : nil
      }
    }
    return SearchReport(
      stop: stop, states: store.count, reducedStates: reducedStates, transitions: transitions,
      seconds: Search.now() - start, bytes: bytes, walks: walks, endings: found)
  }

  private func isCutShort(_ stop: SearchReport.Stop) -> Bool {
    switch stop {
    case .states, .seconds, .bytes: true
    case .complete, .cancelled, .failed: false
    }
  }

  private var bytes: Int {
    store.bytes + memory.bytes + judgements.bytes + notes.bytes + knownFutures.bytes
      + system.bytes
  }

  mutating func addInitialState() throws {
    try loadInitialState()
    _ = store.insert(
      current.base, length: currentLength, hash: currentHash,
      from: StateStore.Arrival(parent: 0, actor: 0, alternative: 0))
  }

  /// Makes the first state the one at hand.
  mutating func loadInitialState() throws {
    let words = try system.initialState()
    adoptActors()
    makeRoom(for: words.count)
    for slot in 0..<currentLength { current[slot] = 0 }
    for (slot, handle) in words.enumerated() { current[slot] = handle }
    currentLength = trimmed(words.count)
    currentHash = hashOfCurrent()
    undo.removeAll()
    guard reductions.sortsBundles else { return }
    var length = currentLength
    var hash = currentHash
    try arrange(&length, &hash, anew: true)
    keep(length: trimmed(length), hash: hash)
  }

  private mutating func expandAll(
    limits: SearchLimits, since start: Double, shouldStop: (Int) -> Bool
  ) throws -> SearchReport.Stop {
    var state = 0
    while state < store.count {
      if store.count >= limits.states || store.isFull { return .states }
      if state & 0xFF == 0 {
        if shouldStop(store.count) { return .cancelled }
        if Search.now() - start >= limits.seconds { return .seconds }
        if bytes >= limits.bytes { return .bytes }
      }
      try expand(state)
      state += 1
    }
    return .complete
  }

  // MARK: One state

  private mutating func expand(_ state: Int) throws {
    load(state)
    var choice = try findSteps(all: !reductions.takesLocalStepsAlone)
    if choice.enabled == 0 { return try note(endAt: state, stuck: choice.stuck) }
    if choice.isLocal {
      reducedStates += 1
      if try take(leaves[choice.first], by: choice.first, from: state) { return }
      // Only states that were expanded before: nobody may be put off any longer.
      choice = try findSteps(all: true)
      return try takeAll(choice, from: state)
    }
    guard reductions.usesPersistentSets, try choosePersistentSet(choice) != nil else {
      return try takeAll(choice, from: state)
    }
    reducedStates += 1
    var goesOn = false
    for actor in choice.first..<choice.end where leaves[actor] >= 0 && chosen[actor] == 1 {
      if try take(leaves[actor], by: actor, from: state) { goesOn = true }
    }
    if goesOn { return }
    for actor in choice.first..<choice.end where leaves[actor] >= 0 && chosen[actor] == 0 {
      _ = try take(leaves[actor], by: actor, from: state)
    }
  }

  private mutating func takeAll(_ choice: Choice, from state: Int) throws {
    for actor in choice.first..<choice.end where leaves[actor] >= 0 {
      _ = try take(leaves[actor], by: actor, from: state)
    }
  }

  /// Makes a state the one at hand.
  mutating func load(_ state: Int) {
    let length = store.length(of: state)
    let words = store.vector(of: state)
    for slot in 0..<length { current[slot] = words[slot] }
    if length < currentLength { for slot in length..<currentLength { current[slot] = 0 } }
    currentLength = length
    currentHash = hashOfCurrent()
  }

  /// Which actors' steps, from `first` up to `end`, can be taken in the state at hand.
  struct Choice {
    var first: Int
    var end: Int
    /// How many actors can act at all; of those who are alike, one.
    var enabled: Int
    /// Whether some actor waits.
    var stuck: Bool
    /// Whether it is one local step, and the others were not looked at.
    var isLocal = false
  }

  /// Finds what each actor can do at hand; where one has a local step, that one alone.
  ///
  /// - Parameter all: local steps are steps like any other.
  mutating func findSteps(all: Bool) throws -> Choice {
    let known = arrangement.version
    let choice = try lookUpSteps(all: all)
    // Who is alike was found among fewer bundles: now all steps are known.
    return known == arrangement.version ? choice : try findSteps(all: all)
  }

  private mutating func lookUpSteps(all: Bool) throws -> Choice {
    leaves.removeAll()
    disturbers.removeAll()
    representatives.removeAll()
    if reductions.sortsBundles {
      try findPins()
      findTwins()
    }
    var enabled = 0
    var stuck = false
    let count = actors.count
    for actor in 0..<count {
      let slot = actors[actor]
      representatives.append(Int32(actor))
      if current[Int(slot)] == 0 {
        leaves.append(-1)
        disturbers.append(AccessTable.nothing)
        continue
      }
      if reductions.sortsBundles, let twin = twin(of: actor) {
        // It could do what its twin can, with the same outcome.
        leaves.append(-1)
        representatives[actor] = representatives[twin]
        disturbers.append(disturbers[twin])
        continue
      }
      let leaf = try step(of: slot)
      disturbers.append(memory.words(at: leaf)[1])
      switch activity(of: leaf) {
      case Step.Activity.local.rawValue where !all:
        leaves.append(leaf)
        return Choice(first: actor, end: actor + 1, enabled: 1, stuck: false, isLocal: true)
      case Step.Activity.enabled.rawValue, Step.Activity.local.rawValue:
        leaves.append(leaf)
        enabled += 1
      case Step.Activity.blocked.rawValue:
        leaves.append(-1)
        stuck = true
      default: leaves.append(-1)
      }
    }
    return Choice(first: 0, end: count, enabled: enabled, stuck: stuck)
  }

  /// The step of an actor at hand, as a place in `memory`; -1 where it has none to take.
  func leaf(of actor: Int) -> Int { leaves[actor] }

  @inline(__always)
  private func activity(of leaf: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: memory.words(at: leaf)[0])
  }

  @inline(__always)
  mutating func step(of slot: UInt32) throws -> Int {
    if let leaf = memory.find(root: (slot, current[Int(slot)]), vector: current.base) {
      return leaf
    }
    return try computeStep(of: slot)
  }

  @inline(never)
  private mutating func computeStep(of slot: UInt32) throws -> Int {
    let actor = Slot(Int(slot))
    let view = StateView(words: words(), known: actor)
    let step = try system.step(of: actor, in: view)
    adoptActors()
    makeRoom(for: step, reads: view.reads)
    return memory.insert(
      step, disturbers: accesses.intern(step.disturbers), root: (slot, current[Int(slot)]),
      reads: view.reads, vector: current.base)
  }

  /// Takes a step in all its ways.
  ///
  /// - Returns: whether one of them leads to a state that is not expanded yet.
  private mutating func take(_ leaf: Int, by actor: Int, from state: Int) throws -> Bool {
    let words = memory.words(at: leaf)
    let alternatives = Int(words[0] >> 8)
    var place = StepMemory.firstAlternative(of: leaf)
    var goesOn = false
    for alternative in 0..<alternatives {
      let length = try apply(at: &place)
      let arrival = StateStore.Arrival(
        parent: UInt32(truncatingIfNeeded: state), actor: UInt16(truncatingIfNeeded: actor),
        alternative: UInt16(truncatingIfNeeded: alternative))
      if observers >= 0, current[observers] == Search.ignored {
        goesOn = true
        takeBack()
        continue
      }
      let target = store.insert(
        current.base, length: length.length, hash: length.hash, from: arrival)
      if target.state > state { goesOn = true } else { goesBack = true }
      transitions += 1
      takeBack()
    }
    return goesOn
  }

  /// Writes an alternative into the state at hand, until `takeBack`.
  ///
  /// - Parameter place: where the alternative is in `memory`; afterwards where the next one is.
  @inline(__always)
  mutating func apply(at place: inout Int) throws -> (length: Int, hash: UInt64) {
    var words = memory.words(at: place)
    let count = Int(words[0])
    let note = words[1]
    words += 2
    place += 2 + 2 * count
    var length = currentLength
    var hash = currentHash
    undo.removeAll()
    for _ in 0..<count {
      write(words[1], into: Int(words[0]), &length, &hash)
      words += 2
    }
    if note != 0 {
      let before = current[observers]
      let after = try notes.value(before, note) ?? noteAnew(note, after: before)
      write(after, into: observers, &length, &hash)
    }
    if reductions.sortsBundles { try arrange(&length, &hash, anew: false) }
    return (trimmed(length), hash)
  }

  /// The slots that were written since the last state was loaded, each with what was there before.
  @inline(__always)
  var written: Int { undo.count / 2 }

  @inline(__always)
  func writtenSlot(_ index: Int) -> Int { Int(undo[2 * index]) }

  @inline(__always)
  mutating func write(
    _ handle: UInt32, into slot: Int, _ length: inout Int, _ hash: inout UInt64
  ) {
    let old = current[slot]
    undo.append(UInt32(truncatingIfNeeded: slot))
    undo.append(old)
    hash ^= StateStore.mix(slot, old) ^ StateStore.mix(slot, handle)
    current[slot] = handle
    if slot >= length { length = slot + 1 }
  }

  @inline(__always)
  mutating func takeBack() {
    var index = undo.count
    while index > 0 {
      index -= 2
      current[Int(undo[index])] = undo[index + 1]
    }
  }

  /// Goes past an alternative in `memory`.
  func skip(_ place: inout Int) { place += 2 + 2 * Int(memory.words(at: place)[0]) }

  /// Makes what was applied the state at hand.
  mutating func keep(length: Int, hash: UInt64) {
    currentLength = length
    currentHash = hash
    undo.removeAll()
  }

  @inline(never)
  private mutating func noteAnew(_ note: UInt32, after observation: UInt32) throws -> UInt32 {
    let next = try system.observe(note, after: observation)
    notes.insert(observation, note, next)
    return next
  }

  // MARK: Ends

  private mutating func note(endAt state: Int, stuck: Bool) throws {
    let number = try judge(stuck: stuck)
    if endings[number].count == 0 { endings[number].first = state }
    endings[number].count += 1
  }

  /// The number of the kind of end that the state at hand is.
  mutating func judge(stuck: Bool) throws -> Int {
    let root: (UInt32, UInt32) = (stuck ? 1 : 0, 0)
    if let leaf = judgements.find(root: root, vector: current.base) {
      return Int(judgements.words(at: leaf)[3])
    }
    let view = StateView(words: words())
    let number = try system.judge(view, stuck: stuck)
    let step = Step(.ended, [Step.Alternative(writes: [], note: UInt32(number))])
    makeRoom(for: step, reads: view.reads)
    _ = judgements.insert(step, root: root, reads: view.reads, vector: current.base)
    while endings.count <= number {
      endings.append(SearchReport.Ending(number: endings.count, count: 0, first: 0))
    }
    return number
  }

  /// The number of the kind of end that a state is which has no further steps.
  package mutating func ending(at state: Int) throws -> Int {
    load(state)
    return try judge(stuck: try findSteps(all: !reductions.takesLocalStepsAlone).stuck)
  }

  /// The slots of all actors.
  package var actorSlots: [Slot] { (0..<actors.count).map { Slot(Int(actors[$0])) } }

  // MARK: Room

  private mutating func adoptActors() {
    // To tell of bundles may make actors.
    let bundles = reductions.sortsBundles ? system.bundles : []
    let known = system.actors
    for index in actors.count..<known.count {
      actors.append(UInt32(known[index].index))
      arrangement.note(actor: index, in: known[index])
      makeRoom(for: Int(known[index].index) + 1)
    }
    guard reductions.sortsBundles, bundles != arrangement.known else { return }
    arrangement.adopt(bundles)
    for slot in bundles.flatMap(\.slots) { makeRoom(for: Int(slot.index) + 1) }
  }

  private mutating func makeRoom(for step: Step, reads: [Slot]) {
    for slot in reads { makeRoom(for: Int(slot.index) + 1) }
    for alternative in step.alternatives {
      for write in alternative.writes { makeRoom(for: Int(write.slot.index) + 1) }
    }
    makeRoom(for: observers + 1)
  }

  private mutating func makeRoom(for slots: Int) {
    while current.count < slots { current.append(0) }
  }

  @inline(__always)
  private func trimmed(_ length: Int) -> Int {
    var length = length
    while length > 0, current[length - 1] == 0 { length -= 1 }
    return length
  }

  private func words() -> [Handle] {
    Array(UnsafeBufferPointer(start: current.base, count: currentLength))
  }

  private func hashOfCurrent() -> UInt64 {
    var hash: UInt64 = 0
    for slot in 0..<currentLength { hash ^= StateStore.mix(slot, current[slot]) }
    return hash
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

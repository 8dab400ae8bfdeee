// The search itself: breadth first, so that the first way found to a state is a shortest one, over
// remembered steps, so that the system is asked for each step once. Flows in: a system and limits.
// Flows out: the kinds of ends, where they are, and how far the search got.
//
// The result is the same on every run: actors are taken in their order, states in that of their
// discovery, and no unordered collection is walked.

import Glibc

/// A search of a system's states.
package struct Search: ~Copyable {
  let system: any ComponentSystem
  let reductions: Reductions
  private var feed: BatchFeed
  /// Reads the vectors of states that are stored.
  private let states: StateStore.Reader
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
  /// For each slot what its handle is multiplied with in a state's hash.
  private var factors = FlatBuffer<UInt64>()
  /// For each actor its step in the state at hand, as a place in `memory`; -1 for none.
  private var leaves = FlatBuffer<Int>()
  /// For each actor the number of the set of accesses that its step at hand minds.
  private(set) var disturbers = FlatBuffer<UInt32>()
  /// For each actor an earlier one that is alike, or the actor itself.
  private(set) var representatives = FlatBuffer<Int32>()
  var accesses = AccessTable()
  /// Actor's slot and handle to the number of the set of what it may still do.
  var knownFutures = RowTable()
  /// For each actor what it may still do in the state at hand.
  var futures = FlatBuffer<UInt32>()
  /// The actors that may still touch anything.
  var touching = FlatBuffer<Int32>()
  /// For each actor whether it is in the persistent set.
  var chosen = FlatBuffer<UInt8>()
  var pending = FlatBuffer<Int32>()
  var arrangement = Arrangement()
  private var undo = FlatBuffer<Overwritten>()

  /// What a slot had before it was written. Not private: where another room lets go of a search, its
  /// code names this type.
  struct Overwritten: BitwiseCopyable {
    var slot: UInt32
    var handle: UInt32
  }

  private var transitions = 0
  /// States in which some steps were left out.
  private var reducedStates = 0
  private var endings: [SearchReport.Ending] = []
  /// Walks to ends that were taken after a limit was met, by the end's number.
  private(set) var walked: [Int: [Move]] = [:]

  /// - Parameters:
  ///   - jobs: on how many threads it may run; what it finds does not depend on that.
  ///   - keepsSteps: whether `endless` will be asked for.
  package init(
    _ system: any ComponentSystem, reductions: Reductions = Reductions(), jobs: Int = 1,
    keepsSteps: Bool = false
  ) {
    self.system = system
    self.reductions = reductions
    feed = BatchFeed(usesThread: jobs > 1, keepsSteps: keepsSteps)
    states = feed.intake.pointee.store.reader
    observers = system.observers.map { Int($0.index) } ?? -1
    current = FlatBuffer(repeating: 0, count: 256)
    makeFactors()
  }

  /// The states that were found.
  var store: StateStore {
    @inline(__always) _read { yield feed.intake.pointee.store }
  }

  /// What came of the steps that were taken.
  var intake: Intake {
    @inline(__always) _read { yield feed.intake.pointee }
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
    feed.drain()
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
    intake.bytes + memory.bytes + judgements.bytes + notes.bytes + knownFutures.bytes
      + system.bytes
  }

  mutating func addInitialState() throws {
    try loadInitialState()
    feed.intake.pointee.begin(with: current.base, length: currentLength, hash: currentHash)
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

  /// Expands layer by layer: the states of a layer are all equally far from the first one.
  private mutating func expandAll(
    limits: SearchLimits, since start: Double, shouldStop: (Int) -> Bool
  ) throws -> SearchReport.Stop {
    var state = 0
    var expanded = 0
    while state < store.end {
      let end = store.end
      while state < end {
        let count = store.count
        if count >= limits.states || store.isFull { return .states }
        if bytes >= limits.bytes { return .bytes }
        // Few at once where the limit is near, so that not many more are stored.
        var round = min(8192, max(1, (limits.states - count) / 64))
        while round > 0, state < end {
          if expanded & 0xFF == 0 {
            if shouldStop(count) { return .cancelled }
            if Search.now() - start >= limits.seconds { return .seconds }
          }
          try expand(state)
          if feed.batch.pointee.isFull { feed.submit() }
          state = states.next(after: state, before: end)
          expanded += 1
          round -= 1
        }
        feed.drain()
      }
      try expandStalled()
      state = states.skipGap(at: end, before: store.end)
    }
    return .complete
  }

  // MARK: One state

  private mutating func expand(_ state: Int) throws {
    load(state)
    let choice = try findSteps(all: !reductions.takesLocalStepsAlone)
    if choice.enabled == 0 { return try note(endAt: state, stuck: choice.stuck) }
    if choice.isLocal { return try takeInstead(choice, chosen: nil, from: state) }
    if reductions.usesPersistentSets, try choosePersistentSet(choice) != nil {
      return try takeInstead(choice, chosen: 1, from: state)
    }
    _ = try take(choice, chosen: nil, from: state)
  }

  /// Takes steps in place of all. Where they only lead to states that were found before, the others
  /// are taken at the end of the layer: nobody may be put off for ever.
  private mutating func takeInstead(_ choice: Choice, chosen part: UInt8?, from state: Int) throws {
    reducedStates += 1
    let start = feed.batch.pointee.successors.count
    if try take(choice, chosen: part, from: state) {
      feed.batch.pointee.addTrial(of: state, from: start)
    }
  }

  private mutating func expandStalled() throws {
    let stalled = feed.intake.pointee.takeStalled()
    for index in 0..<stalled.count {
      let state = Int(stalled[index])
      load(state)
      let choice = try findSteps(all: !reductions.takesLocalStepsAlone)
      if choice.isLocal {
        _ = try take(try findSteps(all: true), chosen: nil, from: state)
      } else {
        _ = try choosePersistentSet(choice)
        _ = try take(choice, chosen: 0, from: state)
      }
      if feed.batch.pointee.isFull { feed.submit() }
    }
    feed.drain()
  }

  /// Makes a state the one at hand.
  mutating func load(_ state: Int) {
    let length = states.read(state, into: current.base)
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
    if reductions.sortsBundles {
      try findPins()
      findTwins()
    }
    var enabled = 0
    var stuck = false
    let count = actors.count
    for actor in 0..<count {
      let slot = actors[actor]
      leaves[actor] = -1
      representatives[actor] = Int32(actor)
      if current[Int(slot)] == 0 {
        disturbers[actor] = AccessTable.nothing
        continue
      }
      if reductions.sortsBundles, let twin = twin(of: actor) {
        // It could do what its twin can, with the same outcome.
        representatives[actor] = representatives[twin]
        disturbers[actor] = disturbers[twin]
        continue
      }
      let link = try link(of: slot)
      if reductions.usesPersistentSets { disturbers[actor] = memory.words(at: link.place)[1] }
      switch link.activity {
      case Step.Activity.local.rawValue where !all:
        leaves[actor] = link.place
        return Choice(first: actor, end: actor + 1, enabled: 1, stuck: false, isLocal: true)
      case Step.Activity.enabled.rawValue, Step.Activity.local.rawValue:
        leaves[actor] = link.place
        enabled += 1
      case Step.Activity.blocked.rawValue: stuck = true
      default: break
      }
    }
    return Choice(first: 0, end: count, enabled: enabled, stuck: stuck)
  }

  /// The step of an actor at hand, as a place in `memory`; -1 where it has none to take.
  func leaf(of actor: Int) -> Int { leaves[actor] }

  /// An actor's step at hand, as a place in `memory`.
  mutating func step(of slot: UInt32) throws -> Int { try link(of: slot).place }

  @inline(__always)
  private mutating func link(of slot: UInt32) throws -> StepMemory.Link {
    if let link = memory.find(root: (slot, current[Int(slot)]), vector: current.base) {
      return link
    }
    return try computeStep(of: slot)
  }

  @inline(never)
  private mutating func computeStep(of slot: UInt32) throws -> StepMemory.Link {
    let actor = Slot(Int(slot))
    let view = StateView(words: words(), known: actor)
    let step = try system.step(of: actor, in: view)
    adoptActors()
    makeRoom(for: step, reads: view.reads)
    return memory.insert(
      step, disturbers: accesses.intern(step.disturbers), root: (slot, current[Int(slot)]),
      reads: view.reads, vector: current.base)
  }

  /// Takes the steps of the actors that are in a part of the persistent set, or all.
  ///
  /// - Returns: whether all that they lead to is stored.
  private mutating func take(
    _ choice: Choice, chosen part: UInt8?, from state: Int
  ) throws -> Bool {
    var storesAll = true
    for actor in choice.first..<choice.end where leaves[actor] >= 0 {
      if let part, chosen[actor] != part { continue }
      if try !take(leaves[actor], by: actor, from: state) { storesAll = false }
    }
    return storesAll
  }

  /// Takes a step in all its ways.
  ///
  /// - Returns: whether nobody ignores any of them.
  private mutating func take(_ leaf: Int, by actor: Int, from state: Int) throws -> Bool {
    let alternatives = memory.alternatives(at: leaf)
    var place = StepMemory.firstAlternative(of: leaf)
    var storesAll = true
    for alternative in 0..<alternatives {
      let next = try apply(at: &place)
      if observers >= 0, current[observers] == Search.ignored {
        storesAll = false
      } else {
        feed.batch.pointee.append(
          current.base, length: next.length, hash: next.hash,
          from: StateStore.Arrival(
            parent: UInt32(truncatingIfNeeded: state), actor: UInt16(truncatingIfNeeded: actor),
            alternative: UInt16(truncatingIfNeeded: alternative)))
        transitions += 1
      }
      takeBack()
    }
    return storesAll
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

  /// The slots that were written since the last state was loaded.
  @inline(__always)
  var written: Int { undo.count }

  @inline(__always)
  func writtenSlot(_ index: Int) -> Int { Int(undo[index].slot) }

  /// What was in it.
  @inline(__always)
  func writtenHandle(_ index: Int) -> UInt32 { undo[index].handle }

  @inline(__always)
  mutating func write(
    _ handle: UInt32, into slot: Int, _ length: inout Int, _ hash: inout UInt64
  ) {
    let old = current[slot]
    undo.append(Overwritten(slot: UInt32(truncatingIfNeeded: slot), handle: old))
    hash &+= (UInt64(handle) &- UInt64(old)) &* factors[slot]
    current[slot] = handle
    if slot >= length { length = slot + 1 }
  }

  @inline(__always)
  mutating func takeBack() {
    var index = undo.count
    while index > 0 {
      index -= 1
      current[Int(undo[index].slot)] = undo[index].handle
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
      return Int(judgements.words(at: leaf.place)[3])
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

  // MARK: Room

  private mutating func adoptActors() {
    // To tell of bundles may make actors.
    let bundles = reductions.sortsBundles ? system.bundles : []
    let known = system.actors
    for index in actors.count..<known.count {
      actors.append(UInt32(known[index].index))
      leaves.append(-1)
      disturbers.append(AccessTable.nothing)
      representatives.append(Int32(index))
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
    makeFactors()
  }

  /// A state's hash is the sum of its handles, each times its slot's factor: its upper half is as good
  /// as chance can make it (Dietzfelbinger, Universal Hashing and k-wise Independent Random Variables
  /// via Integer Arithmetic without Primes, 1996), and a step changes it by what it writes.
  private mutating func makeFactors() {
    while factors.count < current.count {
      // splitmix64
      var word = UInt64(factors.count + 1) &* 0x9E37_79B9_7F4A_7C15
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      factors.append(word ^ word >> 31)
    }
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
    for slot in 0..<currentLength { hash &+= UInt64(current[slot]) &* factors[slot] }
    return hash
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

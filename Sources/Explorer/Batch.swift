// Successors of some states, on their way from where they are computed to where they are stored. Looking
// one state up costs a wait for memory; so all of a batch are looked up together, step by step, and
// then stored one by one in the order in which they were found.

/// Successors of states that are expanded one after the other.
struct Batch: ~Copyable {
  struct Successor: BitwiseCopyable {
    var tag: UInt32
    /// Its words in `words`.
    var start: UInt32
    var length: UInt32
    var arrival: StateStore.Arrival
  }

  /// Steps that were taken in place of all: the successors from `start` up to `end`, of one state.
  struct Trial: BitwiseCopyable {
    var state: UInt32
    var start: UInt32
    var end: UInt32
  }

  private(set) var words = FlatBuffer<UInt32>()
  private(set) var successors = FlatBuffer<Successor>()
  private(set) var trials = FlatBuffer<Trial>()

  private static let size = 2048

  var isFull: Bool { successors.count >= Batch.size }

  mutating func removeAll() {
    words.removeAll()
    successors.removeAll()
    trials.removeAll()
  }

  @inline(__always)
  mutating func append(
    _ vector: UnsafePointer<UInt32>, length: Int, hash: UInt64, from arrival: StateStore.Arrival
  ) {
    successors.append(
      Successor(
        tag: UInt32(truncatingIfNeeded: StateStore.tag(hash)),
        start: UInt32(truncatingIfNeeded: words.count), length: UInt32(truncatingIfNeeded: length),
        arrival: arrival))
    words.append(from: vector, count: length)
  }

  /// Notes that the successors from `start` on may not be enough.
  mutating func addTrial(of state: Int, from start: Int) {
    trials.append(
      Trial(state: UInt32(state), start: UInt32(start), end: UInt32(successors.count)))
  }
}

/// What comes of storing batches.
struct Intake: ~Copyable {
  var store = StateStore()
  /// Whether a step led to a state that was found no later than where it started: without one no run
  /// goes round.
  private(set) var goesBack = false
  private var stalled = FlatBuffer<UInt32>()
  private(set) var steps: TakenSteps

  /// How many successors are looked up together.
  private static let width = 32
  /// What was found in the table for each of them.
  private var entries = FlatBuffer<UInt64>(repeating: 0, count: width)
  /// Where the successors of a batch with trials are.
  private var targets = FlatBuffer<UInt32>()

  init(keepsSteps: Bool) { steps = TakenSteps(areWanted: keepsSteps) }

  var bytes: Int { store.bytes + steps.bytes }

  /// Stores the first state.
  mutating func begin(with vector: UnsafePointer<UInt32>, length: Int, hash: UInt64) {
    _ = store.insert(
      vector, length: length, tag: StateStore.tag(hash),
      from: StateStore.Arrival(parent: 0, actor: 0, alternative: 0))
  }

  mutating func add(_ batch: borrowing Batch) {
    targets.removeAll()
    var start = 0
    while start < batch.successors.count {
      let end = min(start + Intake.width, batch.successors.count)
      lookUp(batch, from: start, to: end)
      for index in start..<end { store(batch, index) }
      start = end
    }
    for index in 0..<batch.trials.count { judge(batch.trials[index]) }
  }

  /// Brings into the cache what the successors are compared with. The loads do not depend on one
  /// another, so the processor waits for many of them at once.
  private mutating func lookUp(_ batch: borrowing Batch, from start: Int, to end: Int) {
    for index in start..<end {
      entries[index - start] = store.firstEntry(for: UInt64(batch.successors[index].tag))
    }
    for index in start..<end {
      let entry = entries[index - start]
      guard entry >> 32 == UInt64(batch.successors[index].tag) else { continue }
      entries[index - start] = UInt64(
        store.reader.header(of: Int(entry & 0xFFFF_FFFF) - 1).pointee.number)
    }
  }

  private mutating func store(_ batch: borrowing Batch, _ index: Int) {
    let successor = batch.successors[index]
    let target = store.insert(
      batch.words.base + Int(successor.start), length: Int(successor.length),
      tag: UInt64(successor.tag), from: successor.arrival)
    if batch.trials.count > 0 { targets.append(UInt32(truncatingIfNeeded: target)) }
    if target <= successor.arrival.parent { goesBack = true }
    steps.append(
      from: successor.arrival.parent, to: UInt32(store.number(of: target)),
      by: successor.arrival.actor)
  }

  private mutating func judge(_ trial: Batch.Trial) {
    for index in trial.start..<trial.end where targets[Int(index)] > trial.state { return }
    stalled.append(trial.state)
  }

  /// The states whose trial steps all led to states that were found before them.
  mutating func takeStalled() -> FlatBuffer<UInt32> {
    var taken = FlatBuffer<UInt32>()
    swap(&taken, &stalled)
    return taken
  }
}

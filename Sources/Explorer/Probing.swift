// Walks through a system whose search met a limit: breadth first comes to ends late, so a search that
// is cut short has often seen none. Each walk goes from the first state to an end, by choices that are
// the same in every run. Most let the actor of the highest priority go first, with priorities drawn
// by chance and a few moments at which the one that acts drops to the lowest (Burckhardt et al., A
// Randomized Scheduler with Probabilistic Guarantees of Finding Bugs, 2010): that finds ends which
// need long waits at few places. The others pick among all alike.

extension Search {
  /// Kinds of ends that walks come to, each with the walk, by number; and how many walks there were.
  ///
  /// - Parameters:
  ///   - length: a walk that is longer is given up.
  ///   - shouldStop: asked now and then; true ends it.
  mutating func probe(
    _ limits: WalkLimits, length: Int, shouldStop: (Int) -> Bool
  ) -> (found: [Int: [Move]], walks: Int) {
    let deadline = Search.now() + limits.seconds
    var found: [Int: [Move]] = [:]
    var random = WalkChance()
    var walks = 0
    var steps = 0
    var longest = 32
    while walks < limits.walks, steps < limits.steps, Search.now() < deadline {
      if walks & 0xFF == 0xFF, shouldStop(store.count) { break }
      var walker = Walker(number: walks, longest: longest, &random)
      walks += 1
      let walk = try? walk(length: length, steps: &steps, &walker, &random)
      guard let (number, moves) = walk else { continue }
      longest = max(longest, moves.count)
      if moves.count < found[number]?.count ?? .max { found[number] = moves }
    }
    return (found, walks)
  }

  /// Takes a few walks from the first state and forgets them: what a system cannot go on with, it
  /// likely says on one of them, long before a search comes there.
  package mutating func rehearse() throws {
    try addInitialState()
    var random = WalkChance()
    var steps = 0
    for number in 2..<5 {
      var walker = Walker(number: number, longest: 64, &random)
      _ = try walk(length: 1_000, steps: &steps, &walker, &random)
    }
  }

  private mutating func walk(
    length: Int, steps: inout Int, _ walker: inout Walker, _ random: inout WalkChance
  ) throws -> (number: Int, moves: [Move])? {
    load(0)
    var moves: [Move] = []
    while moves.count < length {
      steps += 1
      let choice = try findSteps(all: !reductions.takesLocalStepsAlone)
      if choice.enabled == 0 { return (try judge(stuck: choice.stuck), moves) }
      var acting: [Int] = []
      for actor in choice.first..<choice.end where leaf(of: actor) >= 0 { acting.append(actor) }
      let actor = walker.pick(acting, step: moves.count, &random)
      let leaf = leaf(of: actor)
      let alternative = random.below(memory.alternatives(at: leaf))
      var place = StepMemory.firstAlternative(of: leaf)
      for _ in 0..<alternative { skip(&place) }
      let next = try apply(at: &place)
      keep(length: next.length, hash: next.hash)
      moves.append(Move(actor: Slot(Int(actors[actor])), alternative: alternative))
    }
    return nil
  }
}

/// Who acts next on a walk.
private struct Walker {
  /// By actor; the highest acts. Empty where all are alike.
  private var priorities: [Int] = []
  private let usesPriorities: Bool
  /// The steps before which whoever acts drops to the lowest priority.
  private var drops: [Int] = []
  private var lowest = 0

  init(number: Int, longest: Int, _ random: inout WalkChance) {
    usesPriorities = number % 4 != 3
    if usesPriorities { drops = (0..<number % 4).map { _ in random.below(longest) } }
  }

  mutating func pick(_ acting: [Int], step: Int, _ random: inout WalkChance) -> Int {
    guard usesPriorities else { return acting[random.below(acting.count)] }
    while priorities.count <= acting[acting.count - 1] { priorities.append(random.below(1 << 40)) }
    let first = highest(acting)
    guard drops.contains(step) else { return first }
    lowest -= 1
    priorities[first] = lowest
    return highest(acting)
  }

  private func highest(_ acting: [Int]) -> Int {
    acting.dropFirst().reduce(acting[0]) { priorities[$1] > priorities[$0] ? $1 : $0 }
  }
}

/// Numbers that look like chance and are the same in every run (splitmix64).
private struct WalkChance {
  private var state: UInt64 = 0x7475_746F_7221_0001

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (word ^ word >> 31) >> 1) % max(limit, 1)
  }
}

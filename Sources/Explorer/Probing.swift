// Walks through a system whose search met a limit: breadth first comes to ends late, so a search that
// is cut short has often seen none. Each walk goes from the first state to an end, by choices that are
// the same in every run.

extension Search {
  /// Kinds of ends that walks come to, each with the walk, by number; and how many walks there were.
  ///
  /// - Parameter length: a walk that is longer is given up.
  mutating func probe(_ limits: WalkLimits, length: Int) -> (found: [Int: [Move]], walks: Int) {
    let deadline = Search.now() + limits.seconds
    var found: [Int: [Move]] = [:]
    var random = WalkChance()
    var walks = 0
    var steps = 0
    while walks < limits.walks, steps < limits.steps, Search.now() < deadline {
      walks += 1
      let walk = try? walk(length: length, steps: &steps, &random)
      guard let (number, moves) = walk else { continue }
      if moves.count < found[number]?.count ?? .max { found[number] = moves }
    }
    return (found, walks)
  }

  private mutating func walk(
    length: Int, steps: inout Int, _ random: inout WalkChance
  ) throws -> (number: Int, moves: [Move])? {
    load(0)
    var moves: [Move] = []
    // A walk that prefers to stay with an actor, or to leave it, finds other ends than a fair one.
    let loyalty = random.below(4)
    var last = -1
    while moves.count < length {
      steps += 1
      if reductions.sortsBundles { try findPins() }
      let choice = try findSteps(all: !reductions.takesFewSteps)
      if choice.enabled == 0 { return (try judge(stuck: choice.stuck), moves) }
      let actor = pick(choice, last: last, loyalty: loyalty, &random)
      let leaf = leaf(of: actor)
      let alternative = random.below(Int(memory.words(at: leaf)[0] >> 8))
      var place = StepMemory.firstAlternative(of: leaf)
      for _ in 0..<alternative { skip(&place) }
      let next = try apply(at: &place)
      keep(length: next.length, hash: next.hash)
      moves.append(Move(actor: Slot(Int(actors[actor])), alternative: alternative))
      last = actor
    }
    return nil
  }

  private func pick(
    _ choice: Choice, last: Int, loyalty: Int, _ random: inout WalkChance
  ) -> Int {
    if loyalty == 0, last >= choice.first, last < choice.end, leaf(of: last) >= 0,
      random.below(4) > 0
    {
      return last
    }
    var number = random.below(choice.enabled)
    for actor in choice.first..<choice.end where leaf(of: actor) >= 0 {
      if number == 0 { return actor }
      number -= 1
    }
    return choice.first
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

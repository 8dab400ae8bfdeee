// Reduced and plain searches of random systems come to the same ends.

import Explorer
import Testing

@Suite struct ReductionTests {
  private func ends(_ system: RandomSystem, _ reductions: Reductions) -> [[Handle]] {
    var search = Search(system, reductions: reductions)
    let report = search.run(limits: SearchLimits(states: 200_000))
    guard report.isComplete else { return [] }
    return report.endings.map { system.ends[$0.number] }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: 0..<400)
  func reducedEqualsPlain(seed: Int) {
    let plain = ends(RandomSystem(seed: seed), .none)
    #expect(plain == ends(RandomSystem(seed: seed), Reductions(sortsBundles: false)))
  }

  /// A few go round for ever, and have no end at all.
  @Test func mostOfThemHaveEnds() {
    let ended = (0..<400).count { !ends(RandomSystem(seed: $0), .none).isEmpty }
    #expect(ended > 350)
  }

  @Test(arguments: 0..<400)
  func sortedEqualsPlain(seed: Int) {
    let plain = ends(RandomSystem(seed: seed, areAlike: true), .none)
    #expect(plain == ends(RandomSystem(seed: seed, areAlike: true), Reductions()))
    let onlySorted = Reductions(takesFewSteps: false)
    #expect(plain == ends(RandomSystem(seed: seed, areAlike: true), onlySorted))
  }

  @Test func reductionsSaveStates() {
    var saved = 0
    var sorted = 0
    for seed in 0..<100 {
      var plain = Search(RandomSystem(seed: seed, areAlike: true), reductions: .none)
      var few = Search(
        RandomSystem(seed: seed, areAlike: true), reductions: Reductions(sortsBundles: false))
      var both = Search(RandomSystem(seed: seed, areAlike: true))
      let states = [plain.run().states, few.run().states, both.run().states]
      if states[1] < states[0] { saved += 1 }
      if states[2] < states[1] { sorted += 1 }
    }
    #expect(saved > 40 && sorted > 40, "\(saved), \(sorted)")
  }

  /// What actors put aside is brought by others, who change places with them.
  @Test(arguments: 0..<400)
  func sortedWithCarriersEqualsPlain(seed: Int) {
    func system() -> RandomSystem { RandomSystem(seed: seed, areAlike: true, haveCarriers: true) }
    let plain = ends(system(), .none)
    #expect(plain == ends(system(), Reductions()))
    #expect(plain == ends(system(), Reductions(takesFewSteps: false)))
    #expect(plain == ends(system(), Reductions(sortsBundles: false)))
  }

  @Test func sortingCarriersSavesStates() {
    var sorted = 0
    for seed in 0..<100 {
      let reductions = [Reductions(sortsBundles: false), Reductions()]
      let states = reductions.map { reduction in
        var search = Search(
          RandomSystem(seed: seed, areAlike: true, haveCarriers: true), reductions: reduction)
        return search.run(limits: SearchLimits(states: 200_000)).states
      }
      if states[1] < states[0] { sorted += 1 }
    }
    #expect(sorted > 40, "\(sorted)")
  }

  /// A path through sorted states is one that the real actors can take, to an end of that kind.
  @Test(arguments: 0..<100, [false, true])
  func pathsAreReal(seed: Int, haveCarriers: Bool) throws {
    let system = RandomSystem(seed: seed, areAlike: true, haveCarriers: haveCarriers)
    var search = Search(system)
    let report = search.run(limits: SearchLimits(states: 200_000))
    for (ending, path) in zip(report.endings, search.paths(to: report.endings.map { [$0] })) {
      var state = system.initialState()
      for move in try search.unfold(#require(path)) {
        let step = system.step(of: move.actor, in: StateView(words: state))
        #expect(step.activity == .enabled)
        for write in step.alternatives[move.alternative].writes {
          state[Int(write.slot.index)] = write.handle
        }
      }
      #expect(system.end(of: state) == system.ends[ending.number])
    }
  }
}

/// Actors that run small random programs on common cells: they wait for a value, set one, count one
/// up, branch on one, or go round. With carriers, a value that is set is first put aside, where another
/// actor takes it from to the cell, at any later moment.
final class RandomSystem: ComponentSystem {
  private enum Instruction {
    case set(Int, Handle)
    case add(Int)
    case await(Int, Handle)
    /// Skips so many instructions where the cell has the value.
    case skip(Int, Handle, by: Int)
    /// Goes back, at most as often as the cell counts.
    case back(Int)
    case choose(Int)
  }

  private static let cells = 3
  private static let values: Handle = 3
  private var programs: [[Instruction]] = []
  private let areAlike: Bool
  private let haveCarriers: Bool
  /// The ends met, by number.
  private(set) var ends: [[Handle]] = []

  init(seed: Int, areAlike: Bool = false, haveCarriers: Bool = false) {
    self.areAlike = areAlike
    self.haveCarriers = haveCarriers
    var random = Chance(seed: seed)
    let actors = 2 + random.below(2)
    let programs = areAlike ? 1 + random.below(2) : actors
    let drafts = (0..<programs).map { _ in
      (0..<2 + random.below(3)).map { _ in RandomSystem.instruction(&random) }
    }
    for actor in 0..<actors { self.programs.append(drafts[actor * programs / actors]) }
  }

  private static func instruction(_ random: inout Chance) -> Instruction {
    let cell = random.below(cells)
    let value = Handle(1 + random.below(Int(values)))
    switch random.below(8) {
    case 0, 1: return .set(cell, value)
    case 2: return .add(cell)
    case 3, 4: return .await(cell, value)
    case 5: return .skip(cell, value, by: 1 + random.below(2))
    case 6: return .back(cell)
    default: return .choose(cell)
    }
  }

  // Cells first, each 1 at the start; then one slot an actor: its next instruction, plus 1. Then one
  // slot a carrier: 0, or the cell times 4 and the value that it carries.
  func initialState() -> [Handle] {
    Array(repeating: 1, count: Self.cells + programs.count)
      + Array(repeating: 0, count: haveCarriers ? programs.count : 0)
  }

  var actors: [Slot] {
    (0..<programs.count * (haveCarriers ? 2 : 1)).map { Slot(Self.cells + $0) }
  }

  private func carrier(of place: Int) -> Slot { Slot(Self.cells + programs.count + place) }
  var observers: Slot? { nil }
  func observe(_ note: Handle, after observation: Handle) -> Handle { observation }
  var bytes: Int { 0 }

  func step(of actor: Slot, in state: StateView) -> Step {
    if Int(actor.index) >= Self.cells + programs.count {
      let load = state[actor]
      let cell = Slot(Int(load / 4))
      var disturbers = AccessSet()
      for access in accesses(of: Int(cell.index)) { disturbers.insert(access) }
      disturbers.insert(access(to: actor))
      return Step(
        .enabled,
        [Step.Alternative(writes: [Step.Write(actor, 0), Step.Write(cell, load % 4)])],
        disturbers: disturbers)
    }
    let program = programs[Int(actor.index) - Self.cells]
    let place = Int(state[actor]) - 1
    guard place < program.count else { return Step(.ended) }
    var alternatives: [[Step.Write]] = []
    func go(to place: Int, _ writes: Step.Write...) {
      alternatives.append([Step.Write(actor, Handle(place + 1))] + writes)
    }
    switch program[place] {
    case .set(let cell, let value) where haveCarriers:
      // It waits for its carrier to be free.
      let carrier = carrier(of: Int(actor.index) - Self.cells)
      if state[carrier] == 0 {
        go(to: place + 1, Step.Write(carrier, Handle(cell) * 4 + value))
      }
    case .set(let cell, let value): go(to: place + 1, Step.Write(Slot(cell), value))
    case .add(let cell):
      go(to: place + 1, Step.Write(Slot(cell), state[Slot(cell)] % Self.values + 1))
    case .await(let cell, let value):
      if state[Slot(cell)] == value { go(to: place + 1) }
    case .skip(let cell, let value, let count):
      go(to: min(state[Slot(cell)] == value ? place + 1 + count : place + 1, program.count))
    case .back(let cell):
      if state[Slot(cell)] < Self.values {
        go(to: 0, Step.Write(Slot(cell), state[Slot(cell)] + 1))
      } else {
        go(to: place + 1)
      }
    case .choose(let cell):
      go(to: place + 1)
      go(to: place + 1, Step.Write(Slot(cell), 1))
    }
    var disturbers = AccessSet()
    for slot in state.reads where Int(slot.index) < Self.cells {
      disturbers.insert(2 * Int(slot.index) + 1)
    }
    for write in alternatives.flatMap({ $0 }) where Int(write.slot.index) < Self.cells {
      for access in accesses(of: Int(write.slot.index)) { disturbers.insert(access) }
    }
    for slot in state.reads where Int(slot.index) >= Self.cells + programs.count {
      disturbers.insert(access(to: slot))
    }
    return Step(
      alternatives.isEmpty ? .blocked : .enabled,
      alternatives.map { Step.Alternative(writes: $0) }, disturbers: disturbers)
  }

  private func accesses(of cell: Int) -> [Int] { [2 * cell, 2 * cell + 1] }

  private func access(to carrier: Slot) -> Int { 2 * Self.cells + Int(carrier.index) }

  /// Reading a cell is an access, and writing one another; whatever is done to a carrier is one.
  func future(of actor: Slot, _ handle: Handle) -> AccessSet? {
    var set = AccessSet()
    if Int(actor.index) >= Self.cells + programs.count {
      set.insert(2 * Int(handle / 4) + 1)
      set.insert(access(to: actor))
      return set
    }
    if haveCarriers { set.insert(access(to: carrier(of: Int(actor.index) - Self.cells))) }
    let program = programs[Int(actor.index) - Self.cells]
    let rest = program.contains { if case .back = $0 { true } else { false } } ? 0 : handle - 1
    for instruction in program.dropFirst(Int(rest)) {
      switch instruction {
      case .set(let cell, _), .choose(let cell): set.insert(2 * cell + 1)
      case .add(let cell), .back(let cell):
        set.insert(2 * cell)
        set.insert(2 * cell + 1)
      case .await(let cell, _), .skip(let cell, _, _): set.insert(2 * cell)
      }
    }
    return Int(handle) > program.count ? AccessSet() : set
  }

  var bundles: [Bundle] {
    guard areAlike else { return [] }
    return programs.indices.map { index in
      let group = index == 0 || isSame(programs[index], programs[0]) ? 0 : 1
      let own = Slot(Self.cells + index)
      return Bundle(group: group, slots: haveCarriers ? [own, carrier(of: index)] : [own])
    }
  }

  func pins(_ slot: Slot, _ handle: Handle) -> AccessSet? { AccessSet() }

  private func isSame(_ left: [Instruction], _ right: [Instruction]) -> Bool {
    "\(left)" == "\(right)"
  }

  func judge(_ state: StateView, stuck: Bool) -> Int {
    let end = end(of: (0..<Self.cells + programs.count).map { state[Slot($0)] })
    if let number = ends.firstIndex(of: end) { return number }
    ends.append(end)
    return ends.count - 1
  }

  /// The cells, and where the actors are: of those who are alike, in any order.
  func end(of state: [Handle]) -> [Handle] {
    let places = state[Self.cells..<Self.cells + programs.count]
    guard areAlike else { return Array(state[..<(Self.cells + programs.count)]) }
    let groups = bundles.map(\.group)
    let sorted = (0...1).flatMap { group in
      zip(groups, places).filter { $0.0 == group }.map(\.1).sorted()
    }
    return state[..<Self.cells] + sorted
  }
}

/// Numbers that look like chance and are the same in every run (splitmix64).
struct Chance {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (word ^ word >> 31) >> 1) % limit
  }
}

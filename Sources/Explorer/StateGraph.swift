// The states that a search has stored, as a graph: for what is asked of all runs together, such as odds
// and runs that never end. Its edges are the steps that the search took, computed once more.

/// States and the steps between them.
package struct StateGraph: Sendable {
  /// The place of each state; here states have numbers, in the same order.
  private var places: [UInt32] = []
  /// Where each state's edges start in `targets` and `weights`, and the end of the last one's.
  private var starts: [UInt32] = [0]
  private var targets: [UInt32] = []
  /// How likely the step is where every actor that can act is as likely as any other.
  /// Empty where odds are not asked for.
  private var weights: [Double] = []
  /// The actor of each edge.
  private var actors: [UInt16] = []
  /// For each state its strongly connected component. Components are numbered from the last ones on:
  /// a step leads into the same component or into one with a lower number.
  private var components: [UInt32] = []
  private(set) var componentCount = 0

  init() {}

  var stateCount: Int { starts.count - 1 }
  var edgeCount: Int { targets.count }

  mutating func add(_ target: Int, weight: Double, by actor: Int) {
    targets.append(UInt32(target))
    weights.append(weight)
    actors.append(UInt16(truncatingIfNeeded: actor))
  }

  mutating func endState(at place: Int) {
    starts.append(UInt32(targets.count))
    places.append(UInt32(place))
  }

  /// The graph of all states and steps of a search.
  fileprivate init(_ intake: borrowing Intake) {
    var state = 0
    while state < intake.store.end {
      places.append(UInt32(state))
      state = intake.store.reader.next(after: state, before: intake.store.end)
    }
    starts = [UInt32](repeating: 0, count: places.count + 1)
    for row in 0..<intake.steps.rows.count {
      let source = intake.store.number(of: Int(intake.steps.rows[row].source))
      starts[source + 1] += UInt32(intake.steps.steps(of: row).count)
    }
    for state in places.indices { starts[state + 1] += starts[state] }
    targets = [UInt32](repeating: 0, count: intake.steps.count)
    actors = [UInt16](repeating: 0, count: intake.steps.count)
    var ends = starts
    for row in 0..<intake.steps.rows.count {
      let source = intake.store.number(of: Int(intake.steps.rows[row].source))
      for step in intake.steps.steps(of: row) {
        let edge = Int(ends[source])
        ends[source] += 1
        targets[edge] = intake.steps.targets[step]
        actors[edge] = intake.steps.actors[step]
      }
    }
  }

  private func edges(of state: Int) -> Range<Int> { Int(starts[state])..<Int(starts[state + 1]) }

  // MARK: Components

  /// Finds the strongly connected components (Tarjan 1972), with a stack of its own.
  mutating func findComponents() {
    guard stateCount > 0 else { return }
    let none = UInt32.max
    components = [UInt32](repeating: none, count: stateCount)
    var numbers = [UInt32](repeating: none, count: stateCount)
    var lows = [UInt32](repeating: 0, count: stateCount)
    var open: [UInt32] = []
    var calls: [(state: Int, edge: Int)] = []
    var next: UInt32 = 0
    // Every state can be reached from the first one.
    var entered: Int? = 0
    while true {
      if let state = entered {
        numbers[state] = next
        lows[state] = next
        next += 1
        open.append(UInt32(state))
        calls.append((state, Int(starts[state])))
        entered = nil
      }
      guard let (state, edge) = calls.last else { return }
      if edge < Int(starts[state + 1]) {
        calls[calls.count - 1].edge += 1
        let target = Int(targets[edge])
        if numbers[target] == none {
          entered = target
        } else if components[target] == none {
          lows[state] = min(lows[state], numbers[target])
        }
        continue
      }
      calls.removeLast()
      if let parent = calls.last?.state { lows[parent] = min(lows[parent], lows[state]) }
      guard lows[state] == numbers[state] else { continue }
      while let member = open.popLast() {
        components[Int(member)] = UInt32(componentCount)
        if Int(member) == state { break }
      }
      componentCount += 1
    }
  }

  // MARK: Runs that never end

  /// What a search tells of runs that never end.
  package struct Endless: Hashable, Sendable {
    /// How many states there are from which no end can be reached.
    package var doomed = 0
    /// The nearest of them, and the actors that act for ever from there on.
    package var firstDoomed: Int?
    package var doomers: [Slot] = []
    /// A nearest state to which a run can come back again and again, though it can end too.
    package var firstRound: Int?
    /// The actors that act on the way round.
    package var rounders: [Slot] = []
  }

  /// - Parameter slots: the actors' slots.
  fileprivate func endless(_ slots: [Slot]) -> Endless {
    var canEnd = [Bool](repeating: false, count: componentCount)
    var goesRound = [Bool](repeating: false, count: componentCount)
    // Components with lower numbers are known when a higher one is looked at.
    let order = statesByComponent()
    for state in order {
      let component = Int(components[state])
      let edges = edges(of: state)
      if edges.isEmpty { canEnd[component] = true }
      for edge in edges {
        let target = Int(components[Int(targets[edge])])
        if target == component { goesRound[component] = true }
        if canEnd[target] { canEnd[component] = true }
      }
    }
    var endless = Endless()
    for state in 0..<stateCount {
      let component = Int(components[state])
      if !canEnd[component] {
        endless.doomed += 1
        if endless.firstDoomed == nil {
          endless.firstDoomed = Int(places[state])
          endless.doomers = rounders { !canEnd[$0] && goesRound[$0] }.map { slots[$0] }
        }
      } else if goesRound[component], endless.firstRound == nil {
        endless.firstRound = Int(places[state])
        endless.rounders = rounders { $0 == component }.map { slots[$0] }
      }
    }
    return endless
  }

  /// Who acts within the components that are asked for.
  private func rounders(in isWanted: (Int) -> Bool) -> [Int] {
    var found: Set<Int> = []
    for state in 0..<stateCount where isWanted(Int(components[state])) {
      for edge in edges(of: state) where components[Int(targets[edge])] == components[state] {
        found.insert(Int(actors[edge]))
      }
    }
    return found.sorted()
  }

  private func statesByComponent() -> [Int] {
    var counts = [Int](repeating: 0, count: componentCount + 1)
    for state in 0..<stateCount { counts[Int(components[state]) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    var order = [Int](repeating: 0, count: stateCount)
    for state in 0..<stateCount {
      let component = Int(components[state])
      order[counts[component]] = state
      counts[component] += 1
    }
    return order
  }

  // MARK: Odds

  /// How likely each state without further steps is at last; nil where it cannot be told well enough.
  package func odds() -> [(state: Int, odds: Double)]? {
    var mass = [Double](repeating: 0, count: stateCount)
    mass[0] = 1
    let order = statesByComponent()
    var end = order.count
    while end > 0 {
      let component = components[order[end - 1]]
      var start = end
      while start > 0, components[order[start - 1]] == component { start -= 1 }
      guard spread(order[start..<end], &mass) else { return nil }
      end = start
    }
    return (0..<stateCount).compactMap { state in
      edges(of: state).isEmpty ? (Int(places[state]), mass[state]) : nil
    }
  }

  /// Moves what has come to the states of a component out of it, round by round.
  private func spread(_ states: ArraySlice<Int>, _ mass: inout [Double]) -> Bool {
    for _ in 0..<2_000 {
      var rest = 0.0
      for state in states where mass[state] > 0 && !edges(of: state).isEmpty {
        let moved = mass[state]
        mass[state] = 0
        for edge in edges(of: state) {
          mass[Int(targets[edge])] += moved * weights[edge]
        }
      }
      for state in states where !edges(of: state).isEmpty { rest += mass[state] }
      if rest < 1e-12 { return true }
    }
    return false
  }
}

extension Search {
  /// The runs of a complete search that never end; nil where there are too many steps to tell.
  package func endless() -> StateGraph.Endless? {
    // Whoever goes round comes to a state that was found no later than the one before.
    guard intake.goesBack else { return StateGraph.Endless() }
    guard intake.steps.isComplete else { return nil }
    var graph = StateGraph(intake)
    graph.findComponents()
    return graph.endless((0..<actors.count).map { Slot(Int(actors[$0])) })
  }

  /// The graph of a complete search with odds, where it is not too large.
  package mutating func graph(edges limit: Int = 20_000_000) throws -> StateGraph? {
    var graph = StateGraph()
    var state = 0
    while state < store.end {
      try addEdges(of: state, to: &graph)
      graph.endState(at: state)
      state = store.reader.next(after: state, before: store.end)
      if graph.edgeCount > limit { return nil }
    }
    graph.findComponents()
    return graph
  }

  private mutating func addEdges(of state: Int, to graph: inout StateGraph) throws {
    load(state)
    var choice = try findSteps(all: !reductions.takesLocalStepsAlone)
    guard choice.enabled > 0 else { return }
    if choice.isLocal {
      let goesOn = try add(choice, chosen: nil, from: state, to: &graph)
      // Odds are asked of graphs without persistent sets: a local step is no turn.
      if goesOn || !reductions.usesPersistentSets { return }
      choice = try findSteps(all: true)
    } else if reductions.usesPersistentSets, try choosePersistentSet(choice) != nil {
      if try add(choice, chosen: 1, from: state, to: &graph) { return }
      _ = try add(choice, chosen: 0, from: state, to: &graph)
      return
    }
    _ = try add(choice, chosen: nil, from: state, to: &graph)
  }

  /// Adds the steps of some actors; tells whether one of them goes on to a state found later.
  private mutating func add(
    _ choice: Choice, chosen part: UInt8?, from state: Int, to graph: inout StateGraph
  ) throws -> Bool {
    var goesOn = false
    let all = turns(choice)
    for actor in choice.first..<choice.end where leaf(of: actor) >= 0 {
      if let part, chosen[actor] != part { continue }
      let leaf = leaf(of: actor)
      let alternatives = memory.alternatives(at: leaf)
      let weight = Double(turns(of: actor, choice)) / Double(all * alternatives)
      var place = StepMemory.firstAlternative(of: leaf)
      for _ in 0..<alternatives {
        let next = try apply(at: &place)
        let target = store.find(current.base, length: next.length, hash: next.hash)
        takeBack()
        guard let target else { continue }
        if target > state { goesOn = true }
        graph.add(store.number(of: target), weight: weight, by: actor)
      }
    }
    return goesOn
  }

  /// How many actors can act, those who are alike counted each.
  private func turns(_ choice: Choice) -> Int {
    var turns = 0
    for actor in choice.first..<choice.end where leaf(of: Int(representatives[actor])) >= 0 {
      turns += 1
    }
    return turns
  }

  private func turns(of actor: Int, _ choice: Choice) -> Int {
    var turns = 0
    for other in choice.first..<choice.end where Int(representatives[other]) == actor {
      turns += 1
    }
    return turns
  }
}

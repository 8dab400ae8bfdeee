// Paths to the ends that a search found: the nearest ones at once, and, by a second search over the
// same states, those in which the actors change places least often.

extension Search {
  /// A shortest path to a state.
  package func path(to state: Int) -> [Move] {
    var moves: [Move] = []
    var state = state
    while state != 0 {
      let arrival = store.arrival(at: state)
      let actor = Slot(Int(actors[Int(arrival.actor)]))
      moves.append(Move(actor: actor, alternative: Int(arrival.alternative)))
      state = Int(arrival.parent)
    }
    return moves.reversed()
  }

  /// For each group of endings a path to one of them with the fewest changes of actor, and among
  /// those a shortest; a path to the nearest one, or a walk, where the search for it met its limit
  /// first.
  ///
  /// - Parameters:
  ///   - groups: none is empty; an ending may be in several.
  ///   - visits: how many pairs of state and last actor may be visited.
  ///   - moves: how many moves all paths together may have; a group beyond that gets none.
  package mutating func paths(
    to groups: [[SearchReport.Ending]], visits: Int = 2_000_000, moves: Int = 1_000_000
  ) -> [[Move]?] {
    var room = moves
    var found = [[Move]?](repeating: nil, count: groups.count)
    var missing = groups.count
    var groupsOf: [Int: [Int]] = [:]
    for (group, endings) in groups.enumerated() {
      for ending in endings { groupsOf[ending.number, default: []].append(group) }
    }
    var calm = CalmSearch()
    while missing > 0, room > 0, calm.visits < visits, let node = calm.next() {
      load(calm.state(of: node))
      // A step that failed would have ended the first search; all here were taken in it.
      guard let choice = try? findSteps(all: !reductions.takesLocalStepsAlone) else { break }
      if choice.enabled > 0 {
        for actor in choice.first..<choice.end where leaf(of: actor) >= 0 {
          follow(leaf(of: actor), by: actor, from: node, in: &calm)
        }
        continue
      }
      guard let number = try? judge(stuck: choice.stuck) else { break }
      for group in groupsOf[number] ?? [] where found[group] == nil {
        found[group] = calm.moves(to: node).map {
          Move(actor: Slot(Int(actors[$0.actor])), alternative: $0.alternative)
        }
        missing -= 1
        room -= found[group]?.count ?? 0
      }
    }
    return zip(groups, found).map { endings, moves in
      if let moves { return moves }
      guard room > 0 else { return nil }
      let nearest = nearest(endings)
      room -= nearest.count
      return nearest
    }
  }

  /// A shortest path to one of the endings, or the walk that came to one.
  private func nearest(_ endings: [SearchReport.Ending]) -> [Move] {
    if let state = endings.filter({ $0.count > 0 }).map(\.first).min() { return path(to: state) }
    return endings.compactMap { walked[$0.number] }.min { $0.count < $1.count } ?? []
  }

  private mutating func follow(
    _ leaf: Int, by actor: Int, from node: Int, in calm: inout CalmSearch
  ) {
    // Of those who are alike, whoever acted last goes on; `unfold` tells it of him.
    let goesOn = calm.place(of: node).map { $0 == actor || Int(representatives[$0]) == actor }
    let alternatives = memory.alternatives(at: leaf)
    var place = StepMemory.firstAlternative(of: leaf)
    for alternative in 0..<alternatives {
      arrangement.restartFollowing()
      guard let target = try? apply(at: &place) else { return }
      let state = store.find(current.base, length: target.length, hash: target.hash)
      let now = self.place(of: actor)
      takeBack()
      // With few steps taken, not all states that can be reached were.
      guard let state else { continue }
      calm.reach(
        state, by: actor, alternative, now: now, changesActor: goesOn == false, from: node)
    }
  }
}

/// The frontier of a search by changes of actor first and steps second, over pairs of a state and
/// who acted last.
private struct CalmSearch: ~Copyable {
  private struct Node: BitwiseCopyable {
    var state: UInt32
    var parent: UInt32
    var actor: UInt16
    var alternative: UInt16
    /// The place that the actor has in this state.
    var place: UInt16
    var steps: UInt32
  }

  private var nodes = FlatBuffer<Node>(capacity: 1024)
  private var visited = PairTable()
  /// Nodes to visit with the present count of changes, and with one more, by their count of steps.
  private var present: [[UInt32]] = [[]]
  private var later: [[UInt32]] = []
  private var steps = 0
  private var position = 0

  private static let nobody = UInt16.max

  init() {
    nodes.append(
      Node(
        state: 0, parent: 0, actor: CalmSearch.nobody, alternative: 0, place: CalmSearch.nobody,
        steps: 0))
    present[0].append(0)
  }

  var visits: Int { visited.count }

  func state(of node: Int) -> Int { Int(nodes[node].state) }

  /// The place of who acted last, if anybody did.
  func place(of node: Int) -> Int? {
    let place = nodes[node].place
    return place == CalmSearch.nobody ? nil : Int(place)
  }

  /// The next node in the order of cost that was not visited yet.
  mutating func next() -> Int? {
    while true {
      if steps == present.count {
        if later.isEmpty { return nil }
        present = later
        later = []
        steps = 0
        position = 0
      }
      if position == present[steps].count {
        present[steps] = []
        steps += 1
        position = 0
        continue
      }
      let index = present[steps][position]
      position += 1
      let node = nodes[Int(index)]
      if visited.value(node.state, UInt32(node.place)) != nil { continue }
      visited.insert(node.state, UInt32(node.place), 0)
      return Int(index)
    }
  }

  /// - Parameter place: where the actor is in the state.
  mutating func reach(
    _ state: Int, by actor: Int, _ alternative: Int, now place: Int, changesActor: Bool,
    from node: Int
  ) {
    if visited.value(UInt32(state), UInt32(place)) != nil { return }
    let steps = Int(nodes[node].steps) + 1
    nodes.append(
      Node(
        state: UInt32(state), parent: UInt32(node), actor: UInt16(actor),
        alternative: UInt16(alternative), place: UInt16(place), steps: UInt32(steps)))
    let index = UInt32(nodes.count - 1)
    if changesActor {
      while later.count <= steps { later.append([]) }
      later[steps].append(index)
    } else {
      while present.count <= steps { present.append([]) }
      present[steps].append(index)
    }
  }

  func moves(to node: Int) -> [(actor: Int, alternative: Int)] {
    var moves: [(actor: Int, alternative: Int)] = []
    var index = node
    while index != 0 {
      let node = nodes[index]
      moves.append((Int(node.actor), Int(node.alternative)))
      index = Int(node.parent)
    }
    return moves.reversed()
  }
}

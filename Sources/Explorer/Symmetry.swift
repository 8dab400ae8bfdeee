// Actors that are alike: their bundles of handles stand in sorted order, so that states which differ
// only in who is where become one. It rests on this: exchanging two bundles of a group that nothing
// pins is an automorphism of the system as far as endings can tell (Ip, Dill: Better Verification
// Through Symmetry, 1996). A slot outside the bundles that knew who is who, without pinning him, would
// break it. Any arrangement within the orbit is sound, so one that does not sort all
// that it could merely saves less. A path through arranged states is told of the real actors by
// following each exchange (`unfold`).

/// The bundles, and which of them are pinned in the state at hand.
struct Arrangement: ~Copyable {
  /// As the system told them last.
  private(set) var known: [Bundle] = []
  /// Raised whenever they are told anew.
  private(set) var version = 0
  /// The slots of all bundles, one bundle after the other, and where each bundle's start.
  private var slots = FlatBuffer<UInt32>()
  private var starts = FlatBuffer<UInt32>()
  /// The group of each bundle, and the bundles of the same group before and after it, or -1.
  private var groups = FlatBuffer<Int32>()
  private var befores = FlatBuffer<Int32>()
  private var nexts = FlatBuffer<Int32>()
  private var firsts = FlatBuffer<Int32>()
  /// For each slot the number of its bundle, or -1, and which of the bundle's slots it is.
  private var bundles = FlatBuffer<Int32>()
  private var positions = FlatBuffer<Int32>()
  /// For each slot which actor acts in it, or -1.
  private var actors = FlatBuffer<Int32>()
  /// Slots of bundles in which nobody acts.
  var others = FlatBuffer<UInt32>()
  /// For each bundle whether it must stay where it is.
  var pinned = FlatBuffer<UInt8>()
  /// Whether `pinned` is what is pinned in the state at hand.
  var knowsPins = false
  /// For each bundle the free one before it in its group, if their handles are equal, or -1.
  var twins = FlatBuffer<Int32>()
  /// The free bundles of a group, or some of them, while they are sorted.
  var free = FlatBuffer<Int32>()
  /// The handles of a bundle that is being moved.
  var held = FlatBuffer<UInt32>()
  /// Whose handles each bundle has, since `followsExchanges` was last set.
  var places: [Int] = []
  var followsExchanges = false
  var knownPins = RowTable()

  init() { starts.append(0) }

  var count: Int { known.count }
  var groupCount: Int { firsts.count }

  /// Takes the bundles anew: there are more, or they have more slots.
  mutating func adopt(_ bundles: [Bundle]) {
    known = bundles
    version += 1
    slots.removeAll()
    starts.removeAll()
    groups.removeAll()
    befores.removeAll()
    nexts.removeAll()
    firsts.removeAll()
    others.removeAll()
    pinned.removeAll()
    twins.removeAll()
    knowsPins = false
    var lasts: [Int] = []
    for (number, bundle) in known.enumerated() {
      while firsts.count <= bundle.group {
        firsts.append(-1)
        lasts.append(-1)
      }
      if lasts[bundle.group] < 0 {
        firsts[bundle.group] = Int32(number)
      } else {
        nexts[lasts[bundle.group]] = Int32(number)
      }
      befores.append(Int32(lasts[bundle.group]))
      lasts[bundle.group] = number
      groups.append(Int32(bundle.group))
      nexts.append(-1)
      pinned.append(0)
      twins.append(-1)
      if places.count <= number { places.append(number) }
      starts.append(UInt32(slots.count))
      for (position, slot) in bundle.slots.enumerated() {
        note(slot, of: number, at: position)
      }
    }
    starts.append(UInt32(slots.count))
  }

  private mutating func note(_ slot: Slot, of bundle: Int, at position: Int) {
    let slot = Int(slot.index)
    slots.append(UInt32(slot))
    makeRoom(for: slot)
    bundles[slot] = Int32(bundle)
    positions[slot] = Int32(position)
    if actors[slot] < 0 { others.append(UInt32(slot)) }
  }

  mutating func note(actor: Int, in slot: Slot) {
    makeRoom(for: Int(slot.index))
    actors[Int(slot.index)] = Int32(actor)
  }

  private mutating func makeRoom(for slot: Int) {
    while bundles.count <= slot {
      bundles.append(-1)
      positions.append(0)
      actors.append(-1)
    }
  }

  @inline(__always)
  func mayPin(_ slot: Int) -> Bool {
    slot < bundles.count && (bundles[slot] >= 0 || actors[slot] >= 0)
  }

  @inline(__always)
  func bundle(of slot: Int) -> Int { slot < bundles.count ? Int(bundles[slot]) : -1 }

  @inline(__always)
  func position(of slot: Int) -> Int { Int(positions[slot]) }

  /// Who acts in the slot, or -1.
  @inline(__always)
  func actor(in slot: Int) -> Int { slot < actors.count ? Int(actors[slot]) : -1 }

  @inline(__always)
  func width(of bundle: Int) -> Int { Int(starts[bundle + 1] - starts[bundle]) }

  @inline(__always)
  func slot(_ index: Int, of bundle: Int) -> Int { Int(slots[Int(starts[bundle]) + index]) }

  /// From here on exchanges are followed.
  mutating func restartFollowing() {
    places = Array(0..<count)
    followsExchanges = true
  }

  @inline(__always)
  func group(of bundle: Int) -> Int { Int(groups[bundle]) }

  /// The bundle before it of the same group, or -1.
  @inline(__always)
  func before(_ bundle: Int) -> Int { Int(befores[bundle]) }

  /// The first bundle of a group, or -1.
  @inline(__always)
  func first(of group: Int) -> Int { Int(firsts[group]) }

  /// The next bundle of the same group, or -1.
  @inline(__always)
  func next(after bundle: Int) -> Int { Int(nexts[bundle]) }
}

extension Search {
  /// Finds what is pinned in the state at hand.
  mutating func findPins() throws {
    arrangement.pinned.fill(with: 0, count: arrangement.count)
    arrangement.knowsPins = true
    for actor in 0..<actors.count { try pin(Int(actors[actor])) }
    for index in 0..<arrangement.others.count { try pin(Int(arrangement.others[index])) }
  }

  private mutating func pin(_ slot: Int) throws {
    let set = try pins(slot, current[slot])
    guard set != AccessTable.nothing else { return }
    for bundle in 0..<arrangement.count where accesses.contains(set, bundle) {
      arrangement.pinned[bundle] = 1
    }
  }

  @inline(__always)
  private mutating func pins(_ slot: Int, _ handle: UInt32) throws -> UInt32 {
    if handle == 0 { return AccessTable.nothing }
    if let known = arrangement.knownPins.value(UInt32(slot), handle) { return known }
    let set = accesses.intern(try system.pins(Slot(slot), handle))
    arrangement.knownPins.insert(UInt32(slot), handle, set)
    return set
  }

  /// Finds out which bundles are equal in the state at hand, whose pins are found.
  mutating func findTwins() {
    for group in 0..<arrangement.groupCount {
      var before = -1
      var bundle = arrangement.first(of: group)
      while bundle >= 0 {
        if isFree(bundle) {
          let isEqual = before >= 0 && order(of: before, bundle) == 0
          arrangement.twins[bundle] = isEqual ? Int32(before) : -1
          before = bundle
        }
        bundle = arrangement.next(after: bundle)
      }
    }
  }

  /// An actor before it whose bundle is free, of the same group and has equal handles, as its own is.
  mutating func twin(of actor: Int) -> Int? {
    let slot = Int(actors[actor])
    let bundle = arrangement.bundle(of: slot)
    guard bundle >= 0, arrangement.pinned[bundle] == 0 else { return nil }
    let other = arrangement.twins[bundle]
    guard other >= 0 else { return nil }
    let twin = arrangement.actor(
      in: arrangement.slot(arrangement.position(of: slot), of: Int(other)))
    return twin >= 0 && twin < actor ? twin : nil
  }

  /// Sorts the free bundles of the state that was just written.
  ///
  /// - Parameter anew: whether pins have to be found in any case.
  mutating func arrange(_ length: inout Int, _ hash: inout UInt64, anew: Bool) throws {
    guard arrangement.count > 1 else { return }
    var changesPins = anew
    for index in 0..<written where !changesPins {
      let slot = writtenSlot(index)
      guard arrangement.mayPin(slot) else { continue }
      changesPins = try pins(slot, writtenHandle(index)) != pins(slot, current[slot])
    }
    if changesPins || !arrangement.knowsPins { try findPins() }
    arrangement.knowsPins = !changesPins
    if !changesPins {
      switch writtenBundles() {
      case .none: return
      case .one(let bundle): return settle(bundle, &length, &hash)
      case .several: break
      }
    }
    for group in 0..<arrangement.groupCount { sort(group, &length, &hash) }
  }

  private enum WrittenBundles {
    case none, several
    case one(Int)
  }

  /// The bundles of which handles were written; all others stand as they stood in the state before.
  private func writtenBundles() -> WrittenBundles {
    var only = -1
    for index in 0..<written {
      let bundle = arrangement.bundle(of: writtenSlot(index))
      if bundle < 0 || bundle == only { continue }
      guard only < 0 else { return .several }
      only = bundle
    }
    return only < 0 ? .none : .one(only)
  }

  /// Brings one bundle to its place among the free ones of its group, which are in order.
  private mutating func settle(_ bundle: Int, _ length: inout Int, _ hash: inout UInt64) {
    guard isFree(bundle) else { return }
    arrangement.free.removeAll()
    arrangement.free.append(Int32(bundle))
    var other = arrangement.before(bundle)
    while other >= 0 {
      if isFree(other) {
        guard order(of: other, bundle) > 0 else { break }
        arrangement.free.append(Int32(other))
      }
      other = arrangement.before(other)
    }
    guard arrangement.free.count == 1 else { return carry(&length, &hash) }
    other = arrangement.next(after: bundle)
    while other >= 0 {
      if isFree(other) {
        guard order(of: bundle, other) > 0 else { break }
        arrangement.free.append(Int32(other))
      }
      other = arrangement.next(after: other)
    }
    carry(&length, &hash)
  }

  /// Moves the handles of the first listed bundle to the place of the last one; those of the others
  /// move up.
  private mutating func carry(_ length: inout Int, _ hash: inout UInt64) {
    let end = arrangement.free.count - 1
    guard end > 0 else { return }
    let first = Int(arrangement.free[0])
    let width = arrangement.width(of: first)
    arrangement.held.removeAll()
    for index in 0..<width { arrangement.held.append(current[arrangement.slot(index, of: first)]) }
    for place in 0..<end {
      let (to, from) = (Int(arrangement.free[place]), Int(arrangement.free[place + 1]))
      for index in 0..<width {
        let handle = current[arrangement.slot(index, of: from)]
        change(arrangement.slot(index, of: to), to: handle, &length, &hash)
      }
      if arrangement.followsExchanges { arrangement.places.swapAt(to, from) }
    }
    let last = Int(arrangement.free[end])
    for index in 0..<width {
      change(arrangement.slot(index, of: last), to: arrangement.held[index], &length, &hash)
    }
  }

  /// Writes where it makes a difference: bundles side by side are often equal.
  @inline(__always)
  private mutating func change(
    _ slot: Int, to handle: UInt32, _ length: inout Int, _ hash: inout UInt64
  ) {
    if current[slot] != handle { write(handle, into: slot, &length, &hash) }
  }

  private mutating func sort(_ group: Int, _ length: inout Int, _ hash: inout UInt64) {
    listFree(of: group)
    let count = arrangement.free.count
    guard count > 1 else { return }
    for index in 1..<count {
      var place = index
      while place > 0 {
        let left = Int(arrangement.free[place - 1])
        let right = Int(arrangement.free[place])
        guard order(of: left, right) > 0 else { break }
        exchange(left, right, &length, &hash)
        place -= 1
      }
    }
  }

  /// Lists a group's free bundles.
  private mutating func listFree(of group: Int) {
    arrangement.free.removeAll()
    var bundle = arrangement.first(of: group)
    while bundle >= 0 {
      if isFree(bundle) { arrangement.free.append(Int32(bundle)) }
      bundle = arrangement.next(after: bundle)
    }
  }

  /// Whether it is there and not pinned. One that is not there yet gets its place from whoever makes it.
  @inline(__always)
  private func isFree(_ bundle: Int) -> Bool { arrangement.pinned[bundle] == 0 && isThere(bundle) }

  @inline(__always)
  private func isThere(_ bundle: Int) -> Bool {
    for index in 0..<arrangement.width(of: bundle)
    where current[arrangement.slot(index, of: bundle)] != 0 {
      return true
    }
    return false
  }

  /// Below, equal to or above 0, as two bundles' handles compare.
  @inline(__always)
  private func order(of left: Int, _ right: Int) -> Int {
    for index in 0..<arrangement.width(of: left) {
      let a = current[arrangement.slot(index, of: left)]
      let b = current[arrangement.slot(index, of: right)]
      if a != b { return a < b ? -1 : 1 }
    }
    return 0
  }

  private mutating func exchange(
    _ left: Int, _ right: Int, _ length: inout Int, _ hash: inout UInt64
  ) {
    for index in 0..<arrangement.width(of: left) {
      let one = arrangement.slot(index, of: left)
      let two = arrangement.slot(index, of: right)
      let handle = current[one]
      write(current[two], into: one, &length, &hash)
      write(handle, into: two, &length, &hash)
    }
    if arrangement.followsExchanges { arrangement.places.swapAt(left, right) }
  }
}

// MARK: Back to the real actors

extension Search {
  /// The actor in whose place the actor's handles now are.
  func place(of actor: Int) -> Int {
    let slot = Int(actors[actor])
    let bundle = arrangement.bundle(of: slot)
    guard bundle >= 0, let place = arrangement.places.firstIndex(of: bundle) else { return actor }
    let found = arrangement.actor(
      in: arrangement.slot(arrangement.position(of: slot), of: place))
    return found >= 0 ? found : actor
  }

  /// A path through arranged states as the real actors take it. Of those who are alike, whoever acted
  /// last goes on.
  package mutating func unfold(_ path: [Move]) throws -> [Move] {
    guard reductions.sortsBundles, arrangement.count > 1 else { return path }
    // Which bundle of the first state each bundle of the state at hand is.
    var real = try initialPlaces()
    var moves: [Move] = []
    // Who acted last, and the bundle in whose place his own is now.
    var last = (position: -1, place: -1)
    for move in path {
      let slot = Int(move.actor.index)
      let bundle = arrangement.bundle(of: slot)
      var actor = slot
      var acting = (position: -1, bundle: -1)
      if bundle >= 0 {
        let position = arrangement.position(of: slot)
        if last.position == position, areTwins(bundle, last.place) {
          real.swapAt(bundle, last.place)
        }
        actor = arrangement.slot(position, of: real[bundle])
        acting = (position, real[bundle])
      }
      moves.append(Move(actor: Slot(actor), alternative: move.alternative))
      var place = StepMemory.firstAlternative(of: try step(of: UInt32(move.actor.index)))
      for _ in 0..<move.alternative { skip(&place) }
      followExchanges(from: real)
      let next = try apply(at: &place)
      keep(length: next.length, hash: next.hash)
      real = arrangement.places
      arrangement.followsExchanges = false
      last = (acting.position, real.firstIndex(of: acting.bundle) ?? -1)
    }
    return moves
  }

  /// Whether exchanging them changes nothing in the state at hand, whose pins are found.
  private func areTwins(_ one: Int, _ other: Int) -> Bool {
    one != other && other >= 0 && arrangement.group(of: one) == arrangement.group(of: other)
      && isFree(one) && isFree(other) && order(of: one, other) == 0
  }

  private mutating func followExchanges(from real: [Int]) {
    arrangement.knowsPins = false
    arrangement.places = real
    while arrangement.places.count < arrangement.count {
      arrangement.places.append(arrangement.places.count)
    }
    arrangement.followsExchanges = true
  }

  /// Makes the first state the one at hand, and tells where its bundles come from.
  private mutating func initialPlaces() throws -> [Int] {
    followExchanges(from: [])
    defer { arrangement.followsExchanges = false }
    try loadInitialState()
    return arrangement.places
  }
}

// Which actors' steps are enough in a state: a persistent set (Godefroid, Partial-Order Methods for the
// Verification of Concurrent Systems, 1996, chapter 4), found by closure. It starts with one actor and
// takes in whoever may yet disturb the step of one that is in it: by an access with which the step does
// not commute, or, where the step is blocked, by one that may let it go on. Whatever those outside do
// then leaves the steps inside as they are, and so every state without further steps is still reached
// if the steps inside alone are taken.
//
// It rests on two promises of the system: `Step.disturbers` names all accesses that its step does not
// commute with, and `ComponentSystem.future` all that an actor, and those whom it will start, may still
// perform. Where a cycle of such states would put off others for ever, nothing else they could do
// would be seen (the system's refusals among it). So at least one state of each cycle is
// expanded in full: the one from which only states that were expanded before are reached (the closed
// set proviso: Bošnački, Leue, Lluch Lafuente, 2009).

extension Search {
  /// The actors whose steps are enough, among those with a step at hand; nil where all are needed.
  ///
  /// They are marked in `chosen`, and their number returned.
  mutating func choosePersistentSet(_ choice: Choice) throws -> Int? {
    guard choice.enabled > 1 else { return nil }
    try findFutures(choice)
    var best = choice.enabled
    var seed = -1
    var last = -1
    for actor in choice.first..<choice.end where leaf(of: actor) >= 0 {
      let size = close(from: actor, choice, below: best)
      last = actor
      guard size < best else { continue }
      best = size
      seed = actor
      if size == 1 { break }
    }
    guard seed >= 0 else { return nil }
    return seed == last ? best : close(from: seed, choice, below: choice.enabled)
  }

  /// Looks up what each actor may still do, and lists those who may still touch anything.
  private mutating func findFutures(_ choice: Choice) throws {
    futures.removeAll()
    touching.removeAll()
    for actor in choice.first..<choice.end {
      let slot = actors[actor]
      let handle = current[Int(slot)]
      if handle == 0 {
        futures.append(AccessTable.nothing)
      } else if let known = knownFutures.value(slot, handle) {
        futures.append(known)
      } else {
        let set = accesses.intern(try system.future(of: Slot(Int(slot)), handle))
        knownFutures.insert(slot, handle, set)
        futures.append(set)
      }
      if futures[actor] != AccessTable.nothing { touching.append(Int32(actor)) }
    }
  }

  /// Closes a set around an actor, in `chosen`.
  ///
  /// - Returns: how many in it can act; `limit` as soon as there are so many.
  private mutating func close(from seed: Int, _ choice: Choice, below limit: Int) -> Int {
    chosen.fill(with: 0, count: choice.end)
    pending.removeAll()
    chosen[seed] = 1
    pending.append(Int32(seed))
    var enabled = 1
    var next = 0
    while next < pending.count {
      let actor = Int(pending[next])
      next += 1
      let disturbers = disturbers[actor]
      for index in 0..<touching.count {
        let other = Int(touching[index])
        guard chosen[other] == 0, accesses.meet(disturbers, futures[other]) else { continue }
        chosen[other] = 1
        pending.append(Int32(other))
        // Of those who are alike, one acts for all.
        let acting = Int(representatives[other])
        if acting != other, chosen[acting] == 0 {
          chosen[acting] = 1
          pending.append(Int32(acting))
        } else if acting != other {
          continue
        }
        if leaf(of: acting) >= 0 {
          enabled += 1
          if enabled >= limit { return limit }
        }
      }
    }
    return enabled
  }
}

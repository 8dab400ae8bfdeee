// Transition systems written by hand, with known counts of states. Their handles are plain numbers.

import Explorer

/// Buyers who read and test, write, and note apart: the race for one ticket, in which each buyer's
/// success is remembered.
final class TicketRace: ComponentSystem {
  private let buyers: Int

  init(buyers: Int) { self.buyers = buyers }

  // Slot 0 holds the tickets left, plus 1. Then one slot a buyer: 1 before reading, 2 about to write,
  // 3 about to note, 4 failed, 5 succeeded.
  func initialState() -> [Handle] { [2] + Array(repeating: 1, count: buyers) }

  var actors: [Slot] { (1...buyers).map { Slot($0) } }

  func step(of actor: Slot, in state: StateView) -> Step {
    let tickets = Slot(0)
    func become(_ handle: Handle, _ others: Step.Write...) -> Step {
      Step(.enabled, [Step.Alternative(writes: [Step.Write(actor, handle)] + others)])
    }
    switch state[actor] {
    case 1: return become(state[tickets] == 1 ? 4 : 2)
    case 2: return become(3, Step.Write(tickets, 1))
    case 3: return become(5)
    default: return Step(.ended)
    }
  }

  var bytes: Int { 0 }
  var observers: Slot? { nil }
  func observe(_ note: Handle, after observation: Handle) -> Handle { observation }

  /// How many succeeded.
  func judge(_ state: StateView, stuck: Bool) -> Int {
    var count = 0
    for buyer in actors where state[buyer] == 5 { count += 1 }
    return count
  }
}

/// Philosophers who each take the left fork, then the right one, eat once and put both back.
final class Philosophers: ComponentSystem {
  private let count: Int

  init(count: Int) { self.count = count }

  // Forks in the first slots: 1 free, 2 taken. Then one slot a philosopher: 1 to 4 steps to go on.
  func initialState() -> [Handle] { Array(repeating: 1, count: 2 * count) }

  var actors: [Slot] { (count..<2 * count).map { Slot($0) } }

  func step(of actor: Slot, in state: StateView) -> Step {
    let number = Int(actor.index) - count
    let left = Slot(number)
    let right = Slot((number + 1) % count)
    let stage = state[actor]
    guard stage < 5 else { return Step(.ended) }
    let fork = stage % 2 == 1 ? left : right
    if stage < 3, state[fork] == 2 { return Step(.blocked) }
    let change = Step.Write(fork, stage < 3 ? 2 : 1)
    return Step(
      .enabled, [Step.Alternative(writes: [change, Step.Write(actor, stage + 1)])])
  }

  var bytes: Int { 0 }
  var observers: Slot? { nil }
  func observe(_ note: Handle, after observation: Handle) -> Handle { observation }
  func judge(_ state: StateView, stuck: Bool) -> Int { stuck ? 1 : 0 }
}

/// Dice that are thrown apart, one a process; an observer sums them up.
final class Dice: ComponentSystem {
  private let dice: Int
  private let sides: Int
  private let activity: Step.Activity

  init(dice: Int, sides: Int, activity: Step.Activity) {
    self.dice = dice
    self.sides = sides
    self.activity = activity
  }

  // Slot 0 is the observer's sum, plus 1; then one slot a die: 1 before it is thrown, 2 after.
  func initialState() -> [Handle] { [1] + Array(repeating: 1, count: dice) }

  var actors: [Slot] { (1...dice).map { Slot($0) } }

  func step(of actor: Slot, in state: StateView) -> Step {
    guard state[actor] == 1 else { return Step(.ended) }
    return Step(
      activity,
      (1...sides).map {
        Step.Alternative(writes: [Step.Write(actor, 2)], note: Handle($0))
      })
  }

  var bytes: Int { 0 }
  var observers: Slot? { Slot(0) }
  func observe(_ note: Handle, after observation: Handle) -> Handle { observation + note }
  func judge(_ state: StateView, stuck: Bool) -> Int { Int(state[Slot(0)]) - 1 }
}

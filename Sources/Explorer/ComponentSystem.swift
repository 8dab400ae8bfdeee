// What the explorer needs to know of the world that it searches, and all that it knows: a state is a
// vector of interned components, and some components act.

/// An interned component's number. 0 is a component that is not there.
package typealias Handle = UInt32

/// A place in a state's vector, held by one component for the whole search.
package struct Slot: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (left: Slot, right: Slot) -> Bool { left.index < right.index }
}

/// What an actor can do in a state.
package struct Step: Hashable, Sendable {
  package enum Activity: UInt8, Hashable, Sendable {
    /// It will never act again, and nobody need be sorry.
    case ended
    /// It waits: it can act only after somebody else did.
    case blocked
    /// It has alternatives.
    case enabled
    /// It has alternatives, and whatever others do neither sees, changes nor hinders them: the
    /// search may take them at once and leave the others for later.
    case local
  }

  /// One way to act.
  package struct Alternative: Hashable, Sendable {
    /// New handles of the slots that change.
    package var writes: [Write]
    /// What observers note of it, or 0: a word that `ComponentSystem.observe` understands.
    package var note: Handle

    package init(writes: [Write], note: Handle = 0) {
      self.writes = writes
      self.note = note
    }
  }

  package struct Write: Hashable, Sendable {
    package var slot: Slot
    package var handle: Handle

    package init(_ slot: Slot, _ handle: Handle) {
      self.slot = slot
      self.handle = handle
    }
  }

  package var activity: Activity
  package var alternatives: [Alternative]
  /// The accesses of others that the step does not commute with; of a blocked one those that may let
  /// it go on. Nil for all.
  package var disturbers: AccessSet?

  package init(
    _ activity: Activity, _ alternatives: [Alternative] = [], disturbers: AccessSet? = nil
  ) {
    self.activity = activity
    self.alternatives = alternatives
    self.disturbers = disturbers
  }
}

/// A system of components, some of which act.
///
/// The search remembers every step by the handles that were read for it, so each is asked for once,
/// and these functions need not be fast. They must be deterministic: the same handles in the slots
/// that they read lead to the same further reads and the same answer.
package protocol ComponentSystem: AnyObject {
  /// The handles of the first state, from slot 0 on.
  func initialState() throws -> [Handle]

  /// The slots of all actors known so far, in the order in which a search takes them; only added to.
  var actors: [Slot] { get }

  /// What the actor, whose slot is not 0, can do in the state.
  func step(of actor: Slot, in state: StateView) throws -> Step

  /// Where the observers keep what they know, if there are any.
  var observers: Slot? { get }

  /// The observers' new handle once they have noted what an alternative says.
  func observe(_ note: Handle, after observation: Handle) throws -> Handle

  /// The memory that it holds, roughly.
  var bytes: Int { get }

  /// The number, dense from 0, of the kind of end that a state without further steps is.
  ///
  /// - Parameter stuck: whether an actor is blocked in it.
  func judge(_ state: StateView, stuck: Bool) throws -> Int

  // MARK: Reductions

  /// All accesses that an actor with this handle may still perform, and those whom it will start;
  /// nil where nothing is known of it.
  func future(of actor: Slot, _ handle: Handle) throws -> AccessSet?

  /// All bundles known so far; only added to, as their slots are.
  var bundles: [Bundle] { get }

  /// The numbers of the bundles that may not change places while the slot has this handle; nil for
  /// all of them.
  func pins(_ slot: Slot, _ handle: Handle) throws -> AccessSet?
}

extension ComponentSystem {
  package func future(of actor: Slot, _ handle: Handle) -> AccessSet? { nil }
  package var bundles: [Bundle] { [] }
  package func pins(_ slot: Slot, _ handle: Handle) -> AccessSet? { nil }
}

/// Slots that go together, of an actor and what belongs to it: two bundles of a group, none of them
/// pinned, may exchange all their handles, and what can happen from then on is the same, but for who it
/// happens to.
package struct Bundle: Hashable, Sendable {
  /// A small number. All bundles of a group have equally many slots.
  package var group: Int
  /// In the same order for all of a group; actors' slots among them were made in the order of the
  /// bundles.
  package var slots: [Slot]

  package init(group: Int, slots: [Slot]) {
    self.group = group
    self.slots = slots
  }
}

/// A state as it is shown to a system: it remembers what was looked at.
package final class StateView {
  private let words: [Handle]
  /// The slots that were looked at, in order, each once.
  package private(set) var reads: [Slot] = []
  private let known: Slot?

  /// - Parameter known: a slot that need not be remembered.
  package init(words: [Handle], known: Slot? = nil) {
    self.words = words
    self.known = known
  }

  package subscript(slot: Slot) -> Handle {
    if slot != known, !reads.contains(slot) { reads.append(slot) }
    return slot.index < words.count ? words[Int(slot.index)] : 0
  }
}

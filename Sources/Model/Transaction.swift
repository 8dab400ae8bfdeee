// What one step reads and writes of a state: reads fall through to the state, writes stay here until
// the step is done.

import Explorer
import Machine
import Observation

/// One way in which a step may go.
struct Transaction {
  /// What is told when a step is shown; not part of a state.
  enum TraceEvent {
    case move(ReplayStep, Schedule.Decision, by: ProcessIndex)
    case started(ProcessIndex)
    /// A feeder's move, for the process that put into this buffer.
    case fed(ReplayStep, buffer: Slot, of: ProcessIndex)
  }

  private let state: StateView
  private(set) var writes: [Step.Write] = []
  /// Where the writes stand, once there are more than a few: a step that starts hundreds of processes
  /// writes hundreds of slots.
  private var places: [Slot: Int] = [:]
  private static let few = 16
  /// Queues' pipes and buffers that were changed and are not interned yet: many puts and gets in one
  /// step leave one component behind.
  var changedPipes: [(slot: Slot, pipe: ItemPipe)] = []
  var changedBuffers: [(slot: Slot, buffer: FeederBuffer)] = []
  var notes: [Notebook.Entry] = []
  /// What was done to semaphores, told apart from other reads and writes: see Accesses.
  var semaphoreUses: [SemaphoreUse] = []
  /// Recorded where somebody wants to see it.
  var trace: [TraceEvent]?

  init(_ state: StateView, traced: Bool) {
    self.state = state
    trace = traced ? [] : nil
  }

  subscript(slot: Slot) -> Handle {
    get { place(of: slot).map { writes[$0].handle } ?? state[slot] }
    set {
      if let place = place(of: slot) {
        writes[place].handle = newValue
        return
      }
      writes.append(Step.Write(slot, newValue))
      guard writes.count > Self.few else { return }
      for place in places.count..<writes.count { places[writes[place].slot] = place }
    }
  }

  private func place(of slot: Slot) -> Int? {
    guard writes.count > Self.few else {
      return writes.firstIndex { $0.slot.index == slot.index }
    }
    return places[slot]
  }
}

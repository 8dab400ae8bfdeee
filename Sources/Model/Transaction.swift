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
    get { writes.first { $0.slot == slot }?.handle ?? state[slot] }
    set {
      if let index = writes.firstIndex(where: { $0.slot == slot }) {
        writes[index].handle = newValue
      } else {
        writes.append(Step.Write(slot, newValue))
      }
    }
  }
}

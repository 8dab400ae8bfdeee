// Memory that processes share, and the effects on it. A load or a store under a semaphore happens
// only while that is free, as one step: holding it in between would keep others out of nothing else.

import Explorer
import Machine

/// The words of a `Value` or an `Array`.
struct SharedMemory: Hashable, Sendable {
  var words: [SharedWord]
}

extension Kernel {
  func makeShared(
    _ words: [SharedWord], _ context: inout ProcessContext, in transaction: inout Transaction
  ) -> Reply {
    let slot = slots.slot(.shared(maker: context.index, number: context.made.shared))
    context.made.shared += 1
    put(SharedMemory(words: words), in: slot, &transaction)
    return .shared(SharedID(Int(slot.index)))
  }

  func load(
    _ id: SharedID, _ range: Range<Int>, under lock: SemaphoreID?, in transaction: Transaction
  ) -> Performance {
    guard isFree(lock, in: transaction) else { return .blocked(late: nil) }
    let memory = components.memories[transaction[Slot(Int(id.index))]]
    return .replied(.words(Array(memory.words[range])))
  }

  func store(
    _ words: [SharedWord], in id: SharedID, at start: Int, under lock: SemaphoreID?,
    in transaction: inout Transaction
  ) -> Performance {
    guard isFree(lock, in: transaction) else { return .blocked(late: nil) }
    let slot = Slot(Int(id.index))
    var memory = components.memories[transaction[slot]]
    memory.words.replaceSubrange(start..<start + words.count, with: words)
    put(memory, in: slot, &transaction)
    return .replied(.done)
  }

  private func isFree(_ lock: SemaphoreID?, in transaction: Transaction) -> Bool {
    guard let lock else { return true }
    return components.semaphores[transaction[Slot(Int(lock.index))]].value > 0
  }

  private func put(_ memory: SharedMemory, in slot: Slot, _ transaction: inout Transaction) {
    transaction[slot] = components.memories.intern(memory, memory)
  }
}

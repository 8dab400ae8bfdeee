// The storage of a machine's slots and operands: one block of plain values. Copies of a machine share
// the block until one of them runs again; inside a run it is written without further checks.

/// A block of values that is copied when a second owner wants to write.
struct ValueStack {
  private final class Block {
    let values: UnsafeMutablePointer<Value>
    let capacity: Int

    init(capacity: Int) {
      values = .allocate(capacity: capacity)
      values.initialize(repeating: .missing, count: capacity)
      self.capacity = capacity
    }

    deinit { values.deallocate() }
  }

  private var block: Block
  private(set) var values: UnsafeMutablePointer<Value>

  var capacity: Int { block.capacity }

  init() {
    block = Block(capacity: 256)
    values = block.values
  }

  /// Makes this copy the only owner of its block. `used` values are kept.
  mutating func makeUnique(used: Int) {
    if !isKnownUniquelyReferenced(&block) { reallocate(block.capacity, used: used) }
  }

  /// Makes room for `capacity` values.
  mutating func reserve(_ capacity: Int, used: Int) {
    if capacity > block.capacity { reallocate(max(capacity, block.capacity * 2), used: used) }
  }

  private mutating func reallocate(_ capacity: Int, used: Int) {
    let larger = Block(capacity: capacity)
    larger.values.update(from: values, count: used)
    block = larger
    values = larger.values
  }

  /// A copy with a block of its own.
  func duplicated(used: Int) -> ValueStack {
    var copy = self
    copy.reallocate(max(256, used), used: used)
    return copy
  }
}

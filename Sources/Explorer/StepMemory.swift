// Steps that were taken before, by what they read: an actor's handle leads to a slot, the handle in
// that slot to the next one, and so on to the step. What a step does not read makes no difference
// to it, and so a step is computed once for all the states that agree on what it reads.

/// A forest of remembered reads with steps as its leaves.
struct StepMemory: ~Copyable {
  /// A node: the slot to read next, or with `leafBit` the place of a step in `steps`.
  private var nodes = FlatBuffer<UInt32>()
  private var children = PairTable(capacity: 1 << 12)
  private var roots = PairTable(capacity: 1 << 10)
  /// Steps as words: `activity | alternatives << 8`, the number of the set of its disturbers, then for
  /// each alternative the count of its writes, its note, and slot and handle of each write.
  private var steps = FlatBuffer<UInt32>(capacity: 1 << 12)

  private static let leafBit: UInt32 = 1 << 31

  /// The memory of all that is remembered.
  var bytes: Int { nodes.bytes + children.bytes + roots.bytes + steps.bytes }

  @inline(__always)
  func words(at leaf: Int) -> UnsafePointer<UInt32> { UnsafePointer(steps.base + leaf) }

  /// The step in a state, if it was computed before.
  ///
  /// - Parameters:
  ///   - root: what the step depends on first: the actor and its handle.
  ///   - vector: as long as there are slots, zeros included.
  @inline(__always)
  func find(root: (UInt32, UInt32), vector: UnsafeMutablePointer<UInt32>) -> Int? {
    guard var node = roots.value(root.0, root.1) else { return nil }
    while true {
      let content = nodes[Int(node)]
      if content & StepMemory.leafBit != 0 { return Int(content & ~StepMemory.leafBit) }
      guard let child = children.value(node, vector[Int(content)]) else { return nil }
      node = child
    }
  }

  /// Where a step's first alternative starts.
  @inline(__always)
  static func firstAlternative(of leaf: Int) -> Int { leaf + 2 }

  /// Remembers a step under the slots that were read for it, in the order of reading.
  mutating func insert(
    _ step: Step, disturbers: UInt32 = AccessTable.everything, root: (UInt32, UInt32),
    reads: [Slot], vector: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let leaf = append(step, disturbers)
    // What must become of the node after all reads so far: a read of the next slot, or the leaf.
    func content(after count: Int) -> UInt32 {
      count < reads.count ? UInt32(reads[count].index) : UInt32(leaf) | StepMemory.leafBit
    }
    var node: UInt32
    if let known = roots.value(root.0, root.1) {
      node = known
    } else {
      node = addNode(content(after: 0))
      roots.insert(root.0, root.1, node)
    }
    for (count, slot) in reads.enumerated() {
      precondition(
        nodes[Int(node)] == UInt32(slot.index), "internal error: a step's reads are not determined")
      let handle = vector[Int(slot.index)]
      if let child = children.value(node, handle) {
        node = child
      } else {
        let child = addNode(content(after: count + 1))
        children.insert(node, handle, child)
        node = child
      }
    }
    return leaf
  }

  private mutating func addNode(_ content: UInt32) -> UInt32 {
    nodes.append(content)
    return UInt32(nodes.count - 1)
  }

  private mutating func append(_ step: Step, _ disturbers: UInt32) -> Int {
    let leaf = steps.count
    steps.append(UInt32(step.activity.rawValue) | UInt32(step.alternatives.count) << 8)
    steps.append(disturbers)
    for alternative in step.alternatives {
      steps.append(UInt32(alternative.writes.count))
      steps.append(alternative.note)
      for write in alternative.writes {
        steps.append(UInt32(write.slot.index))
        steps.append(write.handle)
      }
    }
    return leaf
  }
}

// Steps that were taken before, by what they read: an actor's handle leads to a slot, the handle in
// that slot to the next one, and so on to the step. What a step does not read makes no difference
// to it, and so a step is computed once for all the states that agree on what it reads.

/// A forest of remembered reads with steps as its leaves.
struct StepMemory: ~Copyable {
  /// Where the reads so far lead to: to a step, or to a node, at which one more slot is read. One word,
  /// so that a step's activity is known without a look at the step.
  struct Link: BitwiseCopyable {
    let bits: UInt32

    private static let leafBit: UInt32 = 1 << 31
    private static let activityBits: UInt32 = 3

    init(bits: UInt32) { self.bits = bits }
    init(node: Int) { bits = UInt32(node) }
    init(step place: Int, _ activity: Step.Activity) {
      bits = Link.leafBit | UInt32(place) | UInt32(activity.rawValue)
    }

    @inline(__always)
    var isStep: Bool { bits & Link.leafBit != 0 }
    @inline(__always)
    var node: Int { Int(bits) }
    /// The place of the step in the memory, a multiple of 4.
    @inline(__always)
    var place: Int { Int(bits & ~(Link.leafBit | Link.activityBits)) }
    /// `Step.Activity`'s raw value.
    @inline(__always)
    var activity: UInt8 { UInt8(truncatingIfNeeded: bits & Link.activityBits) }
  }

  /// For each node the slot to read next.
  private var nodes = FlatBuffer<UInt32>()
  /// Node and the slot's handle to a link.
  private var children = PairTable(capacity: 1 << 12)
  /// First word and second word to a link.
  private var roots = RowTable()
  /// Steps as words: the count of alternatives, the number of the set of its disturbers, then for each
  /// alternative the count of its writes, its note, and slot and handle of each write.
  private var steps = FlatBuffer<UInt32>(capacity: 1 << 12)

  /// The memory of all that is remembered.
  var bytes: Int { nodes.bytes + children.bytes + roots.bytes + steps.bytes }

  @inline(__always)
  func words(at place: Int) -> UnsafePointer<UInt32> { UnsafePointer(steps.base + place) }

  /// The step in a state, if it was computed before.
  ///
  /// - Parameters:
  ///   - root: what the step depends on first: the actor and its handle.
  ///   - vector: as long as there are slots, zeros included.
  @inline(__always)
  func find(root: (UInt32, UInt32), vector: UnsafeMutablePointer<UInt32>) -> Link? {
    guard var bits = roots.value(root.0, root.1) else { return nil }
    while true {
      let link = Link(bits: bits)
      if link.isStep { return link }
      guard let next = children.value(bits, vector[Int(nodes[link.node])]) else { return nil }
      bits = next
    }
  }

  /// How many ways the step has.
  @inline(__always)
  func alternatives(at place: Int) -> Int { Int(steps[place]) }

  /// Where a step's first alternative starts.
  @inline(__always)
  static func firstAlternative(of place: Int) -> Int { place + 2 }

  /// Remembers a step under the slots that were read for it, in the order of reading.
  mutating func insert(
    _ step: Step, disturbers: UInt32 = AccessTable.everything, root: (UInt32, UInt32),
    reads: [Slot], vector: UnsafeMutablePointer<UInt32>
  ) -> Link {
    let leaf = append(step, disturbers)
    var link: Link
    if let known = roots.value(root.0, root.1) {
      link = Link(bits: known)
    } else {
      link = reads.first.map { addNode($0) } ?? leaf
      roots.insert(root.0, root.1, link.bits)
    }
    for (index, slot) in reads.enumerated() {
      precondition(
        !link.isStep && nodes[link.node] == UInt32(slot.index),
        "internal error: a step's reads are not determined")
      let handle = vector[Int(slot.index)]
      if let known = children.value(link.bits, handle) {
        link = Link(bits: known)
      } else {
        let next = index + 1 < reads.count ? addNode(reads[index + 1]) : leaf
        children.insert(link.bits, handle, next.bits)
        link = next
      }
    }
    return leaf
  }

  private mutating func addNode(_ slot: Slot) -> Link {
    nodes.append(UInt32(slot.index))
    return Link(node: nodes.count - 1)
  }

  private mutating func append(_ step: Step, _ disturbers: UInt32) -> Link {
    while steps.count % 4 != 0 { steps.append(0) }
    let place = steps.count
    steps.append(UInt32(step.alternatives.count))
    steps.append(disturbers)
    for alternative in step.alternatives {
      steps.append(UInt32(alternative.writes.count))
      steps.append(alternative.note)
      for write in alternative.writes {
        steps.append(UInt32(write.slot.index))
        steps.append(write.handle)
      }
    }
    return Link(step: place, step.activity)
  }
}

// A process's objects, by index. Knows places and free places, and nothing of Python.

/// The objects of one process.
struct Heap: Sendable {
  private(set) var objects: [HeapObject] = []
  private var firstFree: Int32 = -1
  /// How many objects are in use.
  private(set) var count = 0
  /// Allocations are counted up to this; then a collection pays.
  var threshold = 20_000
  private(set) var allocatedSinceCollection = 0

  var wantsCollection: Bool { allocatedSinceCollection >= threshold }

  mutating func allocate(_ object: HeapObject) -> Reference {
    count += 1
    allocatedSinceCollection += 1
    if firstFree >= 0 {
      let index = Int(firstFree)
      if case .free(let next) = objects[index] { firstFree = next }
      objects[index] = object
      return Reference(heap: index)
    }
    objects.append(object)
    return Reference(heap: objects.count - 1)
  }

  subscript(index: Int) -> HeapObject {
    @inline(__always) get { objects[index] }
    @inline(__always) set { objects[index] = newValue }
  }

  /// Frees every object that is not marked.
  mutating func sweep(keeping marked: [Bool]) {
    firstFree = -1
    count = 0
    for index in stride(from: objects.count - 1, through: 0, by: -1) {
      if marked[index] {
        count += 1
      } else {
        objects[index] = .free(next: firstFree)
        firstFree = Int32(index)
      }
    }
    allocatedSinceCollection = 0
    threshold = max(20_000, count)
  }
}

// Growing memory for the search's inner loop: plain words behind a pointer, with no reference count,
// no exclusivity check and no copy on write between the loop and its data.

import Glibc

/// A growing array of plain data that one owner holds.
struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    base = Self.resize(nil, to: self.capacity)
  }

  /// A buffer of `count` equal elements.
  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    base.update(repeating: element, count: count)
    self.count = count
  }

  deinit { free(base) }

  /// The memory of the elements, spare places included.
  var bytes: Int { capacity * MemoryLayout<Element>.stride }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    set { base[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    base[count] = element
    count += 1
  }

  @inline(__always)
  mutating func append(from source: UnsafePointer<Element>, count added: Int) {
    if count + added > capacity { grow(by: added) }
    (base + count).update(from: source, count: added)
    count += added
  }

  mutating func removeAll() { count = 0 }

  /// Puts `count` equal elements in the place of all.
  mutating func fill(with element: Element, count: Int) {
    if count > capacity { grow(by: count) }
    base.update(repeating: element, count: count)
    self.count = count
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    capacity = max(capacity * 2, count + added)
    base = Self.resize(base, to: capacity)
  }

  // Large blocks move by remapping pages, so growing copies nothing where it would hurt.
  private static func resize(
    _ old: UnsafeMutablePointer<Element>?, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let memory = realloc(old, capacity * MemoryLayout<Element>.stride) else {
      fatalError("internal error: no memory for the search")  // nothing can go on without it
    }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }
}

// Memory on large pages where the system has them: every look at a large table is at another place, and
// with small pages the way to the place costs as much as the look.

import Glibc

enum LargeMemory {
  private static let page = 2 << 20
  /// Below that it takes longer to get large pages than they save.
  private static let threshold = 64 << 20

  /// Words that are 0. Whoever asks frees them.
  static func zeros(count: Int) -> UnsafeMutablePointer<UInt64> {
    let bytes = count * MemoryLayout<UInt64>.stride
    var memory: UnsafeMutableRawPointer?
    if bytes < threshold {
      memory = calloc(bytes, 1)
    } else if posix_memalign(&memory, page, bytes) == 0, let memory {
      madvise(memory, bytes, MADV_HUGEPAGE)
      memset(memory, 0, bytes)
    }
    guard let memory else {
      fatalError("internal error: no memory for the search")  // nothing can go on without it
    }
    return memory.bindMemory(to: UInt64.self, capacity: count)
  }
}

// Memory for what a search keeps by the gigabyte, on large pages where the system has them: every look
// at the visited set is at another place, and with small pages the way to the place costs as much.

import Glibc

enum LargeMemory {
  private static let page = 2 << 20

  /// Room for elements, whose content is anything. Whoever asks frees it.
  static func allocate<Element: BitwiseCopyable>(
    _: Element.Type, count: Int
  ) -> UnsafeMutablePointer<Element> {
    let bytes = count * MemoryLayout<Element>.stride
    var memory: UnsafeMutableRawPointer?
    if bytes < page {
      memory = malloc(bytes)
    } else if posix_memalign(&memory, page, bytes) == 0 {
      madvise(memory, bytes, MADV_HUGEPAGE)
    }
    guard let memory else {
      fatalError("internal error: no memory for the search")  // nothing can go on without it
    }
    return memory.bindMemory(to: Element.self, capacity: count)
  }
}

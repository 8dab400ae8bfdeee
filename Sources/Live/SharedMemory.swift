// The shared memory effects of a World: numbers that every process loads and stores, each as a
// whole. A SharedID is the place of the first one in the arena.

import Glibc
import Machine
import Synchronization

/// A number that processes share: an integer's two's complement or a float's bits.
struct SharedCell: ~Copyable {
  let bits: Atomic<UInt64>

  static let size = 8
}

extension World {
  func makeShared(_ words: [SharedWord]) -> Reply {
    guard let first = arena.makeWords(count: words.count) else {
      return .failed(.system(errno: ENOMEM, path: nil))
    }
    put(words, at: first)
    return .shared(SharedID(first))
  }

  mutating func load(
    _ id: SharedID, _ range: Range<Int>, under lock: SemaphoreID?, at site: Site
  ) -> Reply {
    let first = Int(id.index) + range.lowerBound
    guard arena.hasWords(first, count: range.count) else { return outside }
    guard take(lock, at: site) else { return .interrupted }
    let words = (first..<first + range.count).map { index in
      SharedWord.bits(arena.word(index).pointee.bits.load(ordering: .acquiring))
    }
    if let lock { Semaphore(cell: arena.semaphore(lock)).release() }
    tell(.loaded(id, at: range.lowerBound, words.piece), at: site)
    return .words(words)
  }

  mutating func store(
    _ words: [SharedWord], at place: Int, of id: SharedID, under lock: SemaphoreID?, at site: Site
  ) -> Reply {
    let first = Int(id.index) + place
    guard arena.hasWords(first, count: words.count) else { return outside }
    guard take(lock, at: site) else { return .interrupted }
    tell(.stored(id, at: place, words.piece), at: site)
    put(words, at: first)
    if let lock { Semaphore(cell: arena.semaphore(lock)).release() }
    return .done
  }

  private var outside: Reply { .failed(.system(errno: EFAULT, path: nil)) }

  private func put(_ words: [SharedWord], at first: Int) {
    for (offset, word) in words.enumerated() {
      arena.word(first + offset).pointee.bits.store(word.number, ordering: .releasing)
    }
  }

  /// False when Ctrl-C came first.
  private mutating func take(_ lock: SemaphoreID?, at site: Site) -> Bool {
    guard let lock else { return true }
    let semaphore = Semaphore(cell: arena.semaphore(lock))
    return take(semaphore, WaitReason(.semaphore, lock.index), until: nil, at: site) == .rung
  }
}

extension [SharedWord] {
  /// As many as a step carries.
  fileprivate var piece: [UInt64] { prefix(Trace.largestPiece / SharedCell.size).map(\.number) }
}

extension SharedWord {
  /// In shared memory. What is opaque to an exploration is an ordinary number here.
  fileprivate var number: UInt64 {
    switch self {
    case .bits(let bits): bits
    case .opaque(_, let id): UInt64(id)
    }
  }
}

extension SharedArena {
  /// The place of the first of so many new numbers; nil when there is no room for them.
  func makeWords(count: Int) -> Int? {
    guard count <= SharedArena.wordCapacity else { return nil }
    let first = Int(header.pointee.words.add(UInt32(count), ordering: .relaxed).oldValue)
    guard first + count <= SharedArena.wordCapacity else {
      header.pointee.words.subtract(UInt32(count), ordering: .relaxed)
      return nil
    }
    return first
  }

  func hasWords(_ first: Int, count: Int) -> Bool {
    first >= 0 && first + count <= Int(header.pointee.words.load(ordering: .relaxed))
  }
}

// The visited set: every state once, as a vector of handles, with how it was reached first. Exact:
// a tag of 32 bits only spares comparisons, and equality is that of the whole vector.
// Handles below 2 to the 16th, as most are, take half a word.
//
// States stand one after the other, in the order of their discovery, in chunks of memory that never
// move: so one thread can read those that were stored a while ago while another one adds to them.

import Glibc

/// States in the order of their discovery, found again by content. A state is named by its place, and
/// one that was found later has a higher place.
///
/// A vector's trailing zeros are not kept, so vectors of different lengths are one where they agree:
/// components may come into being during a search.
struct StateStore: ~Copyable {
  /// How a state was reached first.
  struct Arrival: BitwiseCopyable {
    /// The state before.
    var parent: UInt32
    /// Index among the actors.
    var actor: UInt16
    var alternative: UInt16
  }

  /// What stands before a state's words.
  struct Header: BitwiseCopyable {
    /// How many were found before it; `gap` where the rest of a chunk is not used.
    var number: UInt32
    var arrival: Arrival
    var shape: Shape

    static let words = MemoryLayout<Header>.size / MemoryLayout<UInt32>.size
    static let gap = UInt32.max
  }

  /// How long a vector is, and whether one of its handles needs a whole word.
  struct Shape: BitwiseCopyable, Equatable {
    private let bits: UInt32

    @inline(__always)
    init(of vector: UnsafePointer<UInt32>, length: Int) {
      var all: UInt32 = 0
      for slot in 0..<length { all |= vector[slot] }
      bits = UInt32(truncatingIfNeeded: length) << 1 | (all > 0xFFFF ? 1 : 0)
    }

    @inline(__always)
    var length: Int { Int(bits >> 1) }

    @inline(__always)
    var isWide: Bool { bits & 1 == 1 }

    /// How many words it takes.
    @inline(__always)
    var words: Int { isWide ? length : (length + 1) / 2 }
  }

  /// The stored states as a reader sees them. What is at a place below the end that the store had when
  /// it was asked last may be read while another thread adds to the store.
  struct Reader: BitwiseCopyable {
    fileprivate let chunks: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>

    @inline(__always)
    fileprivate func words(at place: Int) -> UnsafeMutablePointer<UInt32> {
      // Chunks are there before anything is at a place in them.
      chunks[place >> StateStore.chunkBits].unsafelyUnwrapped + place & (StateStore.chunkSize - 1)
    }

    @inline(__always)
    func header(of state: Int) -> UnsafePointer<Header> {
      UnsafePointer(UnsafeMutableRawPointer(words(at: state)).assumingMemoryBound(to: Header.self))
    }

    /// Writes a state's vector where there is room for it.
    ///
    /// - Returns: its length.
    @inline(__always)
    func read(_ state: Int, into vector: UnsafeMutablePointer<UInt32>) -> Int {
      let shape = header(of: state).pointee.shape
      let words = words(at: state + Header.words)
      if shape.isWide {
        vector.update(from: words, count: shape.length)
      } else {
        let halves = StateStore.halves(of: words)
        for slot in 0..<shape.length { vector[slot] = UInt32(halves[slot]) }
      }
      return shape.length
    }

    @inline(__always)
    fileprivate func isEqual(
      _ state: Int, _ vector: UnsafePointer<UInt32>, _ length: Int
    ) -> Bool {
      let shape = header(of: state).pointee.shape
      guard shape.length == length else { return false }
      let words = words(at: state + Header.words)
      if shape.isWide { return memcmp(words, vector, length * 4) == 0 }
      let halves = StateStore.halves(of: words)
      var difference: UInt32 = 0
      for slot in 0..<length { difference |= UInt32(halves[slot]) ^ vector[slot] }
      return difference == 0
    }

    /// The place of the next state, where there is one before `end`.
    @inline(__always)
    func next(after state: Int, before end: Int) -> Int {
      skipGap(at: state + Header.words + header(of: state).pointee.shape.words, before: end)
    }

    /// The first state's place from a place on where the one before ended.
    func skipGap(at place: Int, before end: Int) -> Int {
      guard place < end, words(at: place).pointee == Header.gap else { return place }
      return (place >> StateStore.chunkBits + 1) << StateStore.chunkBits
    }
  }

  fileprivate static let chunkBits = 20
  fileprivate static let chunkSize = 1 << chunkBits
  /// Places are words of 32 bits.
  private static let mostChunks = 1 << (32 - chunkBits)

  let reader: Reader
  private(set) var count = 0
  /// The place after the last state.
  private(set) var end = 0
  private var chunkCount = 0
  /// Tag in the upper half, place plus 1 in the lower; 0 for vacant. The index is the tag's upper
  /// bits, so that growing needs no vector.
  private var table: UnsafeMutablePointer<UInt64>
  private var tableBits: UInt64 = 13

  init() {
    reader = Reader(chunks: .allocate(capacity: StateStore.mostChunks))
    reader.chunks.initialize(repeating: nil, count: StateStore.mostChunks)
    table = LargeMemory.zeros(count: 1 << Int(tableBits))
  }

  deinit {
    for chunk in 0..<chunkCount { reader.chunks[chunk]?.deallocate() }
    reader.chunks.deallocate()
    free(table)
  }

  var bytes: Int { end * 4 + 8 << tableBits }
  /// Whether there may be no room for the states that one more state leads to.
  var isFull: Bool { end >= (StateStore.mostChunks - 512) << StateStore.chunkBits }

  func arrival(at state: Int) -> Arrival { reader.header(of: state).pointee.arrival }

  /// How many states were found before it.
  func number(of state: Int) -> Int { Int(reader.header(of: state).pointee.number) }

  /// What a vector's hash says of its place in the table, and what is compared there first.
  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt64 { hash >> 32 }

  @inline(__always)
  private func index(of tag: UInt64) -> Int { Int(tag >> (32 - tableBits)) }

  /// Finds the vector, or adds it.
  ///
  /// - Parameter length: without trailing zeros.
  @inline(__always)
  mutating func insert(
    _ vector: UnsafePointer<UInt32>, length: Int, tag: UInt64, from arrival: Arrival
  ) -> Int {
    let mask = 1 << Int(tableBits) - 1
    var index = index(of: tag)
    while true {
      let entry = table[index]
      if entry == 0 { break }
      if entry >> 32 == tag {
        let state = Int(entry & 0xFFFF_FFFF) - 1
        if reader.isEqual(state, vector, length) { return state }
      }
      index = (index + 1) & mask
    }
    let state = append(vector, length, arrival)
    table[index] = tag << 32 | UInt64(state + 1)
    if count * 8 > 5 << Int(tableBits), tableBits < 32 { double() }
    return state
  }

  /// The state of a vector that is there.
  func find(_ vector: UnsafePointer<UInt32>, length: Int, hash: UInt64) -> Int? {
    let tag = StateStore.tag(hash)
    let mask = 1 << Int(tableBits) - 1
    var index = index(of: tag)
    while table[index] != 0 {
      if table[index] >> 32 == tag {
        let state = Int(table[index] & 0xFFFF_FFFF) - 1
        if reader.isEqual(state, vector, length) { return state }
      }
      index = (index + 1) & mask
    }
    return nil
  }

  /// What stands first in the table for a tag: a tag and a state, see `table`.
  @inline(__always)
  func firstEntry(for tag: UInt64) -> UInt64 { table[index(of: tag)] }

  private mutating func append(
    _ vector: UnsafePointer<UInt32>, _ length: Int, _ arrival: Arrival
  ) -> Int {
    let shape = Shape(of: vector, length: length)
    let size = Header.words + shape.words
    if end + size > chunkCount << StateStore.chunkBits { addChunk(for: size) }
    let state = end
    let words = reader.words(at: state)
    UnsafeMutableRawPointer(words).storeBytes(
      of: Header(number: UInt32(truncatingIfNeeded: count), arrival: arrival, shape: shape),
      as: Header.self)
    if shape.isWide {
      (words + Header.words).update(from: vector, count: length)
    } else {
      words[size - 1] = 0
      let halves = StateStore.halves(of: words + Header.words)
      for slot in 0..<length { halves[slot] = UInt16(truncatingIfNeeded: vector[slot]) }
    }
    end += size
    count += 1
    return state
  }

  @inline(__always)
  fileprivate static func halves(
    of words: UnsafeMutablePointer<UInt32>
  ) -> UnsafeMutablePointer<UInt16> {
    UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt16.self)
  }

  @inline(never)
  private mutating func addChunk(for size: Int) {
    precondition(size <= StateStore.chunkSize, "internal error: a state is too large")
    let start = chunkCount << StateStore.chunkBits
    if end < start {
      reader.words(at: end).pointee = Header.gap
      end = start
    }
    reader.chunks[chunkCount] = .allocate(capacity: StateStore.chunkSize)
    chunkCount += 1
  }

  @inline(never)
  private mutating func double() {
    let old = table
    let size = 1 << Int(tableBits)
    tableBits += 1
    table = LargeMemory.zeros(count: 1 << Int(tableBits))
    let mask = 2 * size - 1
    for place in 0..<size where old[place] != 0 {
      var index = index(of: old[place] >> 32)
      while table[index] != 0 { index = (index + 1) & mask }
      table[index] = old[place]
    }
    free(old)
  }
}

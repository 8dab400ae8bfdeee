// A process's feeder: what it has put into queues and not moved to their pipes yet. CPython has a
// thread for it; here the process itself feeds, at its next effect once the oldest item has waited a
// moment, and before it sleeps or ends. So what was put is not there at once, as under CPython.

import Glibc
import Machine

/// One process's buffer for one queue.
struct FeederBuffer {
  /// An item that cannot be pickled, and what is said of it.
  struct Fault {
    /// How many bytes stand before it.
    var position: Int
    let text: [UInt8]
  }

  let queue: QueueID
  /// Whether this process holds the queue's writing lock: as long as a message is half written.
  var holdsLock = false
  /// Messages with their headers; the first `sent` bytes are in the pipe.
  private var bytes: [UInt8] = []
  private var sent = 0
  /// Where the first message begins that is not wholly in the pipe.
  private var boundary = 0
  private var faults: [Fault] = []

  init(queue: QueueID) { self.queue = queue }

  var isEmpty: Bool { sent == bytes.count && faults.isEmpty }
  var isHalfWritten: Bool { sent > boundary }

  mutating func append(_ message: [UInt8]) {
    withUnsafeBytes(of: UInt32(message.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: message)
  }

  mutating func append(faulty text: [UInt8]) {
    faults.append(Fault(position: bytes.count, text: text))
  }

  /// The item that comes next, where it is a faulty one; it is gone then.
  mutating func takeFault() -> [UInt8]? {
    guard let first = faults.first, first.position == sent else { return nil }
    faults.removeFirst()
    return first.text
  }

  /// Writes up to the next faulty item, as much as there is room for.
  /// - Returns: how many messages are wholly in the pipe now that were not.
  mutating func write(to pipe: Pipe) -> (attempt: Attempt, messages: Int) {
    let end = faults.first?.position ?? bytes.count
    guard sent < end else { return (.moved(0), 0) }
    let attempt = bytes.withUnsafeBytes {
      pipe.write(UnsafeRawBufferPointer(rebasing: $0[sent..<end]))
    }
    guard case .moved(let count) = attempt else { return (attempt, 0) }
    sent += count
    let messages = passMessages()
    forgetSent()
    return (attempt, messages)
  }

  private mutating func passMessages() -> Int {
    var passed = 0
    while boundary < sent {
      let next = boundary + Pipe.headerSize + length(at: boundary)
      guard next <= sent else { break }
      boundary = next
      passed += 1
    }
    return passed
  }

  private func length(at place: Int) -> Int {
    bytes[place..<place + Pipe.headerSize].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Drops what is in the pipe, once that is worth it.
  private mutating func forgetSent() {
    if sent == bytes.count, faults.isEmpty {
      bytes.removeAll(keepingCapacity: bytes.count < 1 << 20)
      sent = 0
      boundary = 0
    } else if boundary > 1 << 20, boundary > bytes.count / 2 {
      bytes.removeSubrange(..<boundary)
      sent -= boundary
      for index in faults.indices { faults[index].position -= boundary }
      boundary = 0
    }
  }
}

/// All buffers of a process, in the order in which it first put into their queues.
struct Feeder {
  var buffers: [FeederBuffer] = []
  /// Whether any buffer holds something.
  private(set) var hasItems = false
  /// When it is to be fed at the latest, in nanoseconds of the monotonic clock.
  private(set) var due = Int64.max
  /// The process is ending: an item that cannot be pickled ends the feeder.
  var isEnding = false

  /// How long an item stays in the buffer at least, unless its process sleeps: about what CPython's
  /// thread takes to wake up.
  static let delay: Int64 = 150_000
  /// How long until it looks again where a pipe was full.
  static let retryInterval: Int64 = 1_000_000

  func index(of queue: QueueID) -> Int? { buffers.firstIndex { $0.queue == queue } }

  /// The buffer for a queue, which is about to get an item.
  mutating func open(_ queue: QueueID) -> Int {
    if !hasItems {
      hasItems = true
      due = LiveClock.monotonicNanoseconds() + Feeder.delay
    }
    if let index = index(of: queue) { return index }
    buffers.append(FeederBuffer(queue: queue))
    return buffers.count - 1
  }

  /// Notes what was left when it was fed.
  mutating func noteFed() {
    hasItems = buffers.contains { !$0.isEmpty }
    due = hasItems ? LiveClock.monotonicNanoseconds() + Feeder.retryInterval : .max
  }
}

extension World {
  /// Feeds where an item has waited long enough. It stands before every effect.
  @inline(__always) mutating func feedIfDue(at site: Site) {
    guard feeder.hasItems, LiveClock.monotonicNanoseconds() >= feeder.due else { return }
    feed(at: site)
  }

  /// Moves what there is room for.
  mutating func feed(at site: Site) {
    guard feeder.hasItems else { return }
    for index in feeder.buffers.indices { feed(buffer: index, at: site) }
    feeder.noteFed()
  }

  private mutating func feed(buffer index: Int, at site: Site) {
    let queue = arena.queue(feeder.buffers[index].queue)
    while !feeder.buffers[index].isEmpty {
      if let text = feeder.buffers[index].takeFault() {
        lose(text, from: index, at: site)
        continue
      }
      guard takeWritingLock(of: queue, for: index) else { return }
      let (attempt, messages) = feeder.buffers[index].write(to: queue.writeEnd)
      if messages > 0 { tell(.fed(feeder.buffers[index].queue, items: messages), at: site) }
      if !feeder.buffers[index].isHalfWritten { giveWritingLock(of: queue, for: index) }
      switch attempt {
      case .moved: continue
      case .wouldWait: return
      // Nobody reads this queue any more.
      case .failed:
        feeder.buffers[index] = FeederBuffer(queue: feeder.buffers[index].queue)
        return
      }
    }
  }

  private mutating func takeWritingLock(of queue: MessageQueue, for index: Int) -> Bool {
    guard !feeder.buffers[index].holdsLock else { return true }
    feeder.buffers[index].holdsLock = queue.writingLock.cell.pointee.tryAcquire()
    return feeder.buffers[index].holdsLock
  }

  private mutating func giveWritingLock(of queue: MessageQueue, for index: Int) {
    feeder.buffers[index].holdsLock = false
    queue.writingLock.release()
  }

  /// An item that cannot be pickled: its place is free again. At the process's end CPython's feeder
  /// gives up there.
  private mutating func lose(_ text: [UInt8], from index: Int, at site: Site) {
    let id = feeder.buffers[index].queue
    if feeder.isEnding {
      feeder.buffers[index] = FeederBuffer(queue: id)
      return
    }
    arena.queue(id).places.release()
    _ = write(text, to: .standardError, at: site)
  }

  /// Whether feeding would do something.
  var canFeed: Bool {
    feeder.buffers.contains { buffer in
      let queue = arena.queue(buffer.queue)
      return !buffer.isEmpty
        && (buffer.holdsLock || queue.writingLock.cell.pointee.count > 0)
        && queue.writeEnd.has(POLLOUT)
    }
  }

  /// `beginExit`. What could have been fed until now is, as CPython's thread would have done.
  mutating func beginExit(at site: Site) -> Reply {
    feed(at: site)
    feeder.isEnding = true
    return .done
  }

  mutating func awaitFeeder(_ id: QueueID, at site: Site) -> Reply {
    feed(at: site)
    guard let index = feeder.index(of: id), !feeder.buffers[index].isEmpty else { return .done }
    tell(.waits(.feeder(id), limited: false), at: site)
    let queue = arena.queue(id)
    while !feeder.buffers[index].isEmpty {
      // While another process holds the lock, there being room tells nothing.
      let isFree = feeder.buffers[index].holdsLock || queue.writingLock.cell.pointee.count > 0
      let bell =
        isFree
        ? Bell.descriptor(queue.writeEnd.descriptor, POLLOUT) : queue.writingLock.bell
      if sleep(for: WaitTarget.feeder(id).reason, on: bell, until: nil, at: site) == .interrupted {
        return .interrupted
      }
      feed(at: site)
    }
    return .done
  }
}

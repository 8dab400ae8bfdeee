// Messages on their way: one direction of a pipe, or a queue's own pipe. Flows in: what is sent, whole.
// Flows out: what is received, whole and in the same order. Room is what CPython's messages find in
// pipes and socket pairs of Linux: a message that is larger than the room left is there for the
// receiver at once, and whoever sends it goes on when it fits or is taken.

import Explorer
import Machine

/// What messages travel through, and how much of them it holds.
enum Medium: Hashable, Sendable {
  /// pipe(2): 16 pages. A write fills up the last page where its odd bytes fit there, and otherwise
  /// starts a new one.
  case pipe
  /// A socket pair: each write is charged with its buffers, up to a limit.
  case socket

  /// How full it is.
  struct Load: Hashable, Sendable {
    /// Pages in use, or bytes charged.
    var used = 0
    /// Bytes in the last page.
    var fill = 0
  }

  enum Fit: Hashable { case whole, partly, not }

  private static let page = 4_096
  private static let pages = 16
  /// Bytes charged from which nothing more is taken: half of what the kernel gives each socket.
  private static let charged = 212_992
  /// A message beyond this is written after its length, not with it.
  private static let joined = 16_384

  /// Adds a message.
  ///
  /// - Returns: whether all of it fits, or its beginning.
  func add(_ count: Int, to load: inout Load) -> Fit {
    switch self {
    case .pipe: Medium.addPages(count, to: &load)
    case .socket: Medium.addCharges(count, to: &load)
    }
  }

  /// Whether so many messages with so many bytes fit in any case. Of a pipe's pages two that follow
  /// each other hold more than one page's bytes.
  func surelyHolds(_ bytes: Int, in messages: Int) -> Bool {
    switch self {
    case .pipe: bytes <= 30_000
    case .socket: 2 * bytes + 1_200 * messages <= 200_000
    }
  }

  private static func addPages(_ count: Int, to load: inout Load) -> Fit {
    let before = load
    var afterLength = load
    if count > joined {
      write(4, to: &load)
      afterLength = load
      write(count, to: &load)
    } else {
      write(count + 4, to: &load)
    }
    if load.used <= pages { return .whole }
    if count > joined { return afterLength.used <= pages ? .partly : .not }
    // pipe(7): a write of up to a page is all or nothing.
    return count + 4 > page && before.used < pages ? .partly : .not
  }

  private static func write(_ count: Int, to load: inout Load) {
    var rest = count
    let odd = count % page
    if odd > 0, load.used > 0, load.fill + odd <= page {
      load.fill += odd
      rest -= odd
    }
    load.used += (rest + page - 1) / page
    if rest > 0 { load.fill = (rest - 1) % page + 1 }
  }

  private static func addCharges(_ count: Int, to load: inout Load) -> Fit {
    if load.used >= charged { return .not }
    var fits = true
    if count > joined { load.used += charge(4) }
    var rest = count > joined ? count : count + 4
    while rest > 0 {
      if load.used >= charged { fits = false }
      let part = min(rest, 36_544)
      load.used += charge(part)
      rest -= part
    }
    return fits ? .whole : .partly
  }

  /// The memory that Linux takes for a buffer of a socket (`skb->truesize`).
  private static func charge(_ count: Int) -> Int {
    let inPages = count <= 3_776 ? 0 : min(count, (count - 3_776 + page - 1) / page * page)
    var head = 512
    while head < count - inPages + 320 { head *= 2 }
    return 256 + head + (inPages + page - 1) / page * page
  }
}

/// A way for messages. Who sends and who receives is its owner's affair.
struct Channel: Hashable, Sendable {
  let medium: Medium
  private(set) var messages: [[UInt8]] = []
  /// Those of the messages and of their lengths.
  private var bytes = 0
  /// Who is still writing the last message: the slot of a process, or of a feeder's buffer.
  private(set) var writer: Slot?
  /// Whoever was writing the last message is no more: nobody gets past it.
  private(set) var isBroken = false

  init(_ medium: Medium) { self.medium = medium }

  enum Sending: Hashable { case sent, begun, waits }

  mutating func send(_ message: [UInt8], by sender: Slot) -> Sending {
    guard writer == nil, !isBroken else { return .waits }
    let fit = fit(of: message)
    if fit == .not { return .waits }
    messages.append(message)
    bytes += message.count + 4
    if fit == .whole { return .sent }
    writer = sender
    return .begun
  }

  private func fit(of message: [UInt8]) -> Medium.Fit {
    if medium.surelyHolds(bytes + message.count + 4, in: messages.count + 1) { return .whole }
    var load = load
    return medium.add(message.count, to: &load)
  }

  /// Adds a message, whether or not it fits.
  mutating func place(_ message: [UInt8]) {
    messages.append(message)
    bytes += message.count + 4
  }

  func hasRoom(for message: [UInt8]) -> Bool {
    writer == nil && !isBroken && fit(of: message) == .whole
  }

  /// Whether `receive` would give a message.
  var isReady: Bool { messages.count > (isBroken ? 1 : 0) }

  /// Takes the first message.
  ///
  /// - Returns: the message; and who has now written all of the last one, if somebody was at it.
  mutating func receive() -> (message: [UInt8], done: Slot?)? {
    guard isReady else { return nil }
    let message = messages.removeFirst()
    bytes -= message.count + 4
    guard let writer else { return (message, nil) }
    var load = Medium.Load()
    let fits = messages.allSatisfy { medium.add($0.count, to: &load) == .whole }
    if fits { self.writer = nil }
    return (message, fits ? writer : nil)
  }

  /// The one who was writing is no more.
  mutating func abandon() {
    guard writer != nil else { return }
    writer = nil
    isBroken = true
  }

  mutating func drop() {
    messages = []
    bytes = 0
    writer = nil
    isBroken = false
  }

  /// As if the messages had been written one after the other: what was read before left no gap. So
  /// states meet, at the price of a page that a pipe may still hold for half a read one.
  private var load: Medium.Load {
    var load = Medium.Load()
    for message in messages { _ = medium.add(message.count, to: &load) }
    return load
  }
}

/// One direction of a pipe, with how many copies of its ends processes have open.
struct PipeDirection: Hashable, Sendable {
  var channel: Channel
  var senders = 1
  var receivers = 1
  /// The other side went away with messages unread: whoever is next to send or to receive here, on
  /// this side, is told of it once.
  var isReset = false
  /// How many stand at receiving from it, where several may: each reads a message in two parts, and
  /// two at once may get a part of one.
  var standing = 0
  /// One of several was killed as he received, perhaps between the two parts.
  var isTorn = false
  /// By a wrong rule: who has sent, is alive and has not closed his end; nil while nobody has.
  var speakers: [ProcessIndex]?

  mutating func hear(_ speaker: ProcessIndex) {
    var heard = speakers ?? []
    if !heard.contains(speaker) { heard.append(speaker) }
    speakers = heard.sorted { $0.number < $1.number }
  }

  /// Nothing of it can ever be noticed.
  var isGone: Bool { senders == 0 && receivers == 0 }
}

/// An end of a pipe as a process has it open: the directions that it receives from and sends to.
struct PipeEnd: Hashable, Sendable {
  var receives: Slot?
  var sends: Slot?
}

// A manager's server: a process that only answers calls. Flows in: connections and calls of the
// run's processes. Flows out: their answers, each as soon as its machine can give it. Between calls
// it sleeps, and it lives until it is stopped or the run ends.

import CPlatform
import Glibc
import Machine

struct ManagerServer {
  /// A process that has connected.
  fileprivate struct Client {
    let id: ProcessID
    let pipe: Pipe
    /// What has come of its next call.
    var incoming: [UInt8] = []
    var call: Call?
  }

  /// A call that waits for its answer.
  fileprivate struct Call {
    let message: [UInt8]
    /// Which of all calls it is: those that wait are asked again in the order in which they came.
    let turn: Int
    var deadline: Int64

    var body: [UInt8] { Array(message[ManagerCall.headerSize...]) }
  }

  private var world: World
  private var machine: Machine
  private let listener: Int32
  private var clients: [Client] = []
  /// What is polled: the listener, then each client.
  private var entries: [pollfd]
  private var turn = 0
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  init(_ world: World, _ machine: consuming Machine, listener: Int32) {
    self.world = world
    self.machine = machine
    self.listener = listener
    entries = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
  }

  mutating func run() -> Never {
    while true {
      awaitNews()
      // From the last one down: one that has gone is removed.
      for index in clients.indices.reversed() where entries[index + 1].revents != 0 {
        hear(index)
      }
      if entries[0].revents != 0 { admit() }
      answerLate()
    }
  }

  private mutating func awaitNews() {
    let deadline = clients.compactMap { $0.call?.deadline }.min() ?? .max
    entries.withUnsafeMutableBufferPointer {
      _ = world.sleep(
        for: WaitReason(.calls), on: .descriptors($0), until: deadline == .max ? nil : deadline,
        at: .end)
    }
  }

  /// Lets in whoever waits at the door, if it is a process of this run.
  private mutating func admit() {
    while true {
      var number: pid_t = 0
      let connection = platform_accept(listener, &number)
      guard connection >= 0 else { return }
      guard let slot = world.arena.slotIndex(ofNumber: number) else {
        close(connection)
        continue
      }
      let id = world.arena.slot(slot).pointee.process.load(ordering: .relaxed)
      clients.append(Client(id: ProcessID(Int(id)), pipe: Pipe(connection)))
      entries.append(pollfd(fd: connection, events: Int16(POLLIN), revents: 0))
    }
  }

  /// Reads what a client has sent.
  private mutating func hear(_ index: Int) {
    let pipe = clients[index].pipe
    switch buffer.withUnsafeMutableBytes({ pipe.read(into: $0) }) {
    case .moved(0), .failed: forget(index)
    case .moved(let count):
      clients[index].incoming.append(contentsOf: buffer[..<count])
      if let message = clients[index].takeMessage() { take(message, from: index) }
    case .wouldWait: return
    }
  }

  private mutating func forget(_ index: Int) {
    close(clients[index].pipe.descriptor)
    clients.remove(at: index)
    entries.remove(at: index + 1)
  }

  private mutating func take(_ message: [UInt8], from index: Int) {
    turn += 1
    clients[index].call = Call(
      message: message, turn: turn, deadline: ManagerCall.deadline(of: message))
    if answer(index, isLate: false) { askAgain() }
  }

  /// Whether the machine had an answer.
  private mutating func answer(_ index: Int, isLate: Bool) -> Bool {
    guard let call = clients[index].call,
      let answer = machine.serve(call.body, for: clients[index].id, isLate: isLate)
    else { return false }
    clients[index].call = nil
    // Where the client has gone meanwhile, its end of file comes next.
    _ = world.write(
      answer, to: clients[index].pipe, waiting: .answer(ManagerID(0)), at: .end)
    return true
  }

  /// Something has changed: asks the calls that wait until none has an answer.
  private mutating func askAgain() {
    while ManagerServer.waiting(clients).contains(where: { answer($0, isLate: false) }) {}
  }

  /// Those whose calls wait, in the order of these.
  private static func waiting(_ clients: [Client]) -> [Int] {
    let waiting = clients.indices.filter { clients[$0].call != nil }
    return waiting.sorted { (clients[$0].call?.turn ?? 0) < (clients[$1].call?.turn ?? 0) }
  }

  /// Answers the calls whose time is over.
  private mutating func answerLate() {
    guard clients.contains(where: { $0.call.map { $0.deadline != .max } ?? false }) else { return }
    let now = LiveClock.monotonicNanoseconds()
    for index in ManagerServer.waiting(clients)
    where clients[index].call.map({ $0.deadline <= now }) ?? false {
      if answer(index, isLate: true) { askAgain() } else { clients[index].call?.deadline = .max }
    }
  }
}

extension ManagerServer.Client {
  /// The next whole message, without its header.
  fileprivate mutating func takeMessage() -> [UInt8]? {
    guard incoming.count >= Pipe.headerSize + ManagerCall.headerSize else { return nil }
    let length = Pipe.length(incoming.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) })
    guard incoming.count >= Pipe.headerSize + length else { return nil }
    defer { incoming.removeAll(keepingCapacity: true) }
    return Array(incoming[Pipe.headerSize..<Pipe.headerSize + length])
  }
}

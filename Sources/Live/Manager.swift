// A manager as the processes that use it see it: a server to connect to, once a process, and calls
// that wait for their answers. Its name is a random number in shared memory; no file is left of it.

import CPlatform
import Glibc
import Machine
import Synchronization

/// What one process knows of a manager.
struct Manager {
  let id: ManagerID
  /// The server, for the process that started it.
  var server: World.Child? = nil
  /// The way to the server, once this process has called it.
  var connection: Pipe? = nil

  /// A forked child connects anew, and cannot stop the server.
  mutating func becomeChilds() {
    server = nil
    disconnect()
  }

  mutating func disconnect() {
    if let connection { Glibc.close(connection.descriptor) }
    connection = nil
  }
}

/// A call on its way: when its answer is wanted at the latest, and what is asked.
enum ManagerCall {
  /// The deadline comes first, in nanoseconds of the monotonic clock: 0 for a call that does not
  /// wait, `Int64.max` for one that waits for ever.
  static let headerSize = 8

  static func message(_ call: [UInt8], _ limit: WaitLimit) -> [UInt8] {
    let deadline: Int64 =
      switch limit {
      case .now: 0
      case .at(let moment): moment
      case .never: .max
      }
    var message: [UInt8] = []
    message.reserveCapacity(headerSize + call.count)
    withUnsafeBytes(of: deadline) { message.append(contentsOf: $0) }
    message.append(contentsOf: call)
    return message
  }

  static func deadline(of message: [UInt8]) -> Int64 {
    message.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
  }
}

extension World {
  /// Copies this process, as `fork` does; the copy becomes the server.
  mutating func startManager(name: String) -> Reply {
    guard let reserved = arena.reserveServerSlot(name: name, parent: process),
      let token = arena.token(reserved.manager)
    else {
      arena.header.pointee.refusedFork.store(1, ordering: .relaxed)
      return .failed(.system(errno: EAGAIN, path: nil))
    }
    var generator = SystemRandomNumberGenerator()
    token.pointee.bits.store(generator.next(), ordering: .releasing)
    // It listens before there is a server: whoever calls at once is not too early.
    let listener = platform_listen(token.pointee.bits.load(ordering: .relaxed))
    let number = listener >= 0 ? platform_fork() : listener
    if number == 0 {
      becomeServer(reserved.id, slot: reserved.slot, listener: listener)
      return .child(reserved.id)
    }
    if listener >= 0 { Glibc.close(listener) }
    guard number > 0 else {
      arena.noteEnd(slot: reserved.slot, exitCode: 0)
      arena.freeSlot(reserved.slot)
      return .failed(.system(errno: -number, path: nil))
    }
    arena.slot(reserved.slot).pointee.number.store(number, ordering: .releasing)
    let server = Child(id: reserved.id, slot: reserved.slot, number: number)
    managers.append(Manager(id: reserved.manager, server: server))
    return .manager(reserved.manager)
  }

  /// Only the process that started it can; for others, as under CPython, it does nothing.
  mutating func stop(_ id: ManagerID) -> Reply {
    guard let index = managers.firstIndex(where: { $0.id == id }),
      let server = managers[index].server
    else { return .done }
    managers[index].server = nil
    arena.slot(server.slot).pointee.isDoomed.store(1, ordering: .sequentiallyConsistent)
    kill(server.number, SIGKILL)
    var status: Int32 = 0
    while waitpid(server.number, &status, 0) < 0, errno == EINTR {}
    arena.noteEnd(slot: server.slot, exitCode: -SIGKILL)
    arena.freeSlot(server.slot)
    return .done
  }

  mutating func call(
    _ id: ManagerID, _ call: [UInt8], _ patience: Patience, at site: Site
  ) -> Reply {
    let limit = limit(of: patience)
    return beginCall(id, call, limit, at: site) ?? finishCall(id, limit, at: site)
  }

  /// Sends the call; nil when it is on its way.
  mutating func beginCall(
    _ id: ManagerID, _ call: [UInt8], _ limit: WaitLimit, at site: Site
  ) -> Reply? {
    let index = indexOfManager(id)
    if managers[index].connection == nil, let refusal = connect(index) { return refusal }
    guard let pipe = managers[index].connection else { return Transfer.endOfFile.reply }
    tell(.called(id, call.piece), at: site)
    let message = ManagerCall.message(call, limit)
    let sending = write(message, to: pipe, waiting: .answer(id), at: site)
    return sending == .whole ? nil : fail(sending, index)
  }

  mutating func finishCall(_ id: ManagerID, _ limit: WaitLimit, at site: Site) -> Reply {
    let index = indexOfManager(id)
    guard let pipe = managers[index].connection else { return Transfer.endOfFile.reply }
    let (answer, receiving) = awaitAnswer(id, from: pipe, limit, at: site)
    guard receiving == .whole else { return fail(receiving, index) }
    tell(.answered(id, answer.piece), at: site)
    return .bytes(answer)
  }

  /// The server may have answered a call that Ctrl-C has ended here: it is to forget it.
  private mutating func fail(_ transfer: Transfer, _ index: Int) -> Reply {
    if transfer == .interrupted { managers[index].disconnect() }
    return transfer.reply
  }

  private mutating func indexOfManager(_ id: ManagerID) -> Int {
    if let index = managers.firstIndex(where: { $0.id == id }) { return index }
    managers.append(Manager(id: id))
    return managers.count - 1
  }

  /// nil when there is a connection now; else why there is none.
  private mutating func connect(_ index: Int) -> Reply? {
    guard let token = arena.token(managers[index].id) else { return Transfer.endOfFile.reply }
    let result = platform_connect(token.pointee.bits.load(ordering: .acquiring))
    guard result >= 0 else {
      // CPython's server removes its socket's file when it ends.
      return Transfer.failed(result == -ECONNREFUSED ? ENOENT : -result).reply
    }
    managers[index].connection = Pipe(result)
    return nil
  }

  /// The server answers in time, and only then; so the wait itself has no limit.
  private mutating func awaitAnswer(
    _ id: ManagerID, from pipe: Pipe, _ limit: WaitLimit, at site: Site
  ) -> (bytes: [UInt8], end: Transfer) {
    tell(.waits(.answer(id), limited: limit != .never), at: site)
    let bell = Bell.descriptor(pipe.descriptor, POLLIN)
    let waking = sleep(
      for: WaitTarget.answer(id).reason, on: bell, until: limit == .never ? nil : .max, at: site)
    if waking == .interrupted { return ([], .interrupted) }
    return read(from: pipe, waiting: .answer(id), at: site)
  }
}

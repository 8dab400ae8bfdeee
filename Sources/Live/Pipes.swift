// The pipe effects of a World. An EndID is the descriptor's number, so a fork shares ends as the
// kernel does, and an end of file comes when every copy of the other end is closed.

import CPlatform
import Glibc
import Machine

extension World {
  mutating func makePipe(duplex: Bool) -> Reply {
    var ends: [Int32] = [-1, -1]
    let result = duplex ? platform_message_sockets(&ends) : platform_message_pipe(&ends)
    guard result == 0 else { return .failed(.system(errno: -result, path: nil)) }
    rememberPipe(ends)
    return .ends(EndID(Int(ends[0])), EndID(Int(ends[1])))
  }

  mutating func send(_ message: [UInt8], to end: EndID, at site: Site) -> Reply {
    // Told first: else the receiver's step could come before this one.
    let number = pipeNumber(of: end)
    tell(.sent(pipe: number, message.piece), at: site)
    return write(message, to: Pipe(end), waiting: .pipeRoom(pipe: number), at: site).reply
  }

  /// Writes a whole message, waiting for room.
  mutating func write(
    _ message: [UInt8], to pipe: Pipe, from start: Int = 0, waiting target: WaitTarget,
    at site: Site
  ) -> Transfer {
    guard message.count <= Pipe.longest else { return .failed(EMSGSIZE) }
    var written = start
    while written < message.count + Pipe.headerSize {
      switch pipe.write(message, from: written) {
      case .moved(let count): written += count
      case .failed(let number): return .failed(number)
      case .wouldWait:
        let bell = Bell.descriptor(pipe.descriptor, POLLOUT)
        if wait(for: target, on: bell, at: site) == .interrupted { return .interrupted }
      }
    }
    return .whole
  }

  mutating func receive(_ end: EndID, at site: Site) -> Reply {
    let number = pipeNumber(of: end)
    let (message, transfer) = read(from: Pipe(end), waiting: .message(pipe: number), at: site)
    guard transfer == .whole else { return transfer.reply }
    tell(.received(pipe: number, message.piece), at: site)
    return .bytes(message)
  }

  /// Reads a whole message, waiting for it.
  mutating func read(
    from pipe: Pipe, waiting target: WaitTarget, at site: Site
  ) -> (bytes: [UInt8], end: Transfer) {
    var header: UInt32 = 0
    let end = withUnsafeMutableBytes(of: &header) {
      fill($0, from: pipe, waiting: target, at: site)
    }
    guard end == .whole else { return ([], end) }
    return Pipe.gather(Pipe.length(header)) { fill($0, from: pipe, waiting: target, at: site) }
  }

  private mutating func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from pipe: Pipe, waiting target: WaitTarget,
    at site: Site
  ) -> Transfer {
    var got = 0
    while got < buffer.count {
      switch pipe.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[got...])) {
      case .moved(0): return .endOfFile
      case .moved(let count): got += count
      case .failed(let number): return .failed(number)
      case .wouldWait:
        let bell = Bell.descriptor(pipe.descriptor, POLLIN)
        if wait(for: target, on: bell, at: site) == .interrupted { return .interrupted }
      }
    }
    return .whole
  }

  /// Sleeps once, without a limit, and tells of it.
  private mutating func wait(for target: WaitTarget, on bell: Bell, at site: Site) -> Waking {
    tell(.waits(target, limited: false), at: site)
    return sleep(for: target.reason, on: bell, until: nil, at: site)
  }

  mutating func closeEnd(_ end: EndID, at site: Site) -> Reply {
    tell(.closedEnd(pipe: pipeNumber(of: end)), at: site)
    forgetPipe(end)
    guard Glibc.close(Pipe(end).descriptor) == 0 || errno == EINTR else {
      return .failed(.system(errno: errno, path: nil))
    }
    return .done
  }

  // MARK: Several at once

  mutating func awaitReady(
    _ waitables: [Waitable], _ patience: Patience, at site: Site
  ) -> Reply {
    var entries = waitables.map { waitable in
      switch waitable {
      case .end(let end):
        pollfd(fd: Pipe(end).descriptor, events: Int16(POLLIN), revents: 0)
      case .process(let process):
        pollfd(fd: descriptor(of: process), events: Int16(POLLIN), revents: 0)
      }
    }
    defer {
      for (waitable, entry) in zip(waitables, entries) {
        if case .process = waitable, entry.fd >= 0 { Glibc.close(entry.fd) }
      }
    }
    let limit = limit(of: patience)
    return entries.withUnsafeMutableBufferPointer {
      awaitReady(waitables, $0, limit, at: site)
    }
  }

  private mutating func awaitReady(
    _ waitables: [Waitable], _ entries: UnsafeMutableBufferPointer<pollfd>, _ limit: WaitLimit,
    at site: Site
  ) -> Reply {
    var waking = Waking.rung
    var hasToldWait = false
    while true {
      _ = platform_poll(entries.baseAddress, UInt32(entries.count), 0)
      let ready = waitables.indices.filter { isReady(waitables[$0], entries[$0]) }
      guard ready.isEmpty else { return .indices(ready) }
      if limit == .now { return .indices([]) }
      if waking == .timedOut {
        tell(.gaveUp, at: site)
        return .indices([])
      }
      if !hasToldWait {
        tell(.waits(.ready(count: waitables.count), limited: limit != .never), at: site)
      }
      hasToldWait = true
      waking = sleep(
        for: WaitReason(.ready, UInt32(waitables.count)), on: .descriptors(entries),
        until: limit.deadline, at: site)
      if waking == .interrupted { return .interrupted }
    }
  }

  private func isReady(_ waitable: Waitable, _ entry: pollfd) -> Bool {
    switch waitable {
    case .end: entry.revents != 0
    // One that has been reaped, by its parent or by this process, has no descriptor.
    case .process: entry.fd < 0 || entry.revents != 0
    }
  }

  /// A new descriptor that tells of a process's end; below 0 where it is gone already.
  private func descriptor(of process: ProcessID) -> Int32 {
    if let child = children.first(where: { $0.id == process }) {
      return child.exitCode == nil ? platform_open_process(child.number) : -1
    }
    guard let index = arena.slotIndex(of: process) else { return -1 }
    return platform_open_process(arena.slot(index).pointee.number.load(ordering: .acquiring))
  }
}

extension [UInt8] {
  /// As much of it as a step carries.
  var piece: [UInt8] { count <= Trace.largestPiece ? self : Array(prefix(Trace.largestPiece)) }
}

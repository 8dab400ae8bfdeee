// A file descriptor and the calls that go through it whole: interrupted calls are resumed, partial
// ones are continued.

import CPlatform
import Glibc
import Machine

/// What a system call gave.
enum Outcome<Success> {
  case success(Success)
  /// The operating system's error number.
  case failure(Int32)
  /// Ctrl-C came before anything was done.
  case interrupted
}

extension Outcome {
  func reply(path: String?, _ make: (Success) -> Reply) -> Reply {
    switch self {
    case .success(let value): make(value)
    case .failure(let number): .failed(.system(errno: number, path: path))
    case .interrupted: .interrupted
    }
  }

  func reply(_ reply: Reply, path: String?) -> Reply { self.reply(path: path) { _ in reply } }
}

struct Descriptor: Hashable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Writes all of it, in one call where the system takes it at once.
  func write(_ bytes: [UInt8]) -> Outcome<Void> {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(number, $0.baseAddress! + written, bytes.count - written)  // not empty here
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: if written == 0 && platform_interrupted(1) != 0 { return .interrupted }
      case EAGAIN: awaitRoom()
      case let failure: return .failure(failure)
      }
    }
    return .success(())
  }

  /// Somebody made it non-blocking, and it is full.
  private func awaitRoom() {
    var entry = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    _ = poll(&entry, 1, 1000)
  }

  /// Reads up to `limit` bytes, fewer only at the end.
  func read(limit: Int?) -> Outcome<[UInt8]> {
    var bytes: [UInt8] = []
    while true {
      let wanted = min(limit.map { $0 - bytes.count } ?? Int.max, max(4096, bytes.count))
      guard wanted > 0 else { return .success(bytes) }
      let piece: [UInt8]
      switch readOnce(wanted) {
      case .success(let read): piece = read
      case .failure(let number): return .failure(number)
      case .interrupted: return .interrupted
      }
      if piece.isEmpty { return .success(bytes) }
      bytes.append(contentsOf: piece)
    }
  }

  private func readOnce(_ count: Int) -> Outcome<[UInt8]> {
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        let received = Glibc.read(number, buffer.baseAddress, count)
        if received < 0 { failure = errno }
        initialized = max(0, received)
      }
      if failure == 0 { return .success(piece) }
      guard failure == EINTR else { return .failure(failure) }
      if platform_interrupted(1) != 0 { return .interrupted }
    }
  }
}

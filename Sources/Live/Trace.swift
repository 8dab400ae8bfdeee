// The way that Steps take: one socket that keeps messages whole, which all processes of a run write
// to and whoever shows the run reads from.

import CPlatform
import Glibc
import Machine

/// The writing end. A copy for each process, all on the same socket.
struct Trace {
  let descriptor: Int32

  /// The most bytes of output or of a file that one step carries; longer output takes several.
  static let largestPiece = 32 * 1024

  /// Waits while the reader is behind. A reader that has gone is no concern of the program's: the
  /// run is about to be ended.
  func send(_ step: Step) {
    let message = step.message
    while true {
      let sent = message.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent >= 0 || errno != EINTR { return }
    }
  }

  /// Two connected ends, closed on exec, or nil with `errno` set.
  static func makeSockets() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    return (ends[0], ends[1])
  }
}

/// The reading end.
struct TraceReader {
  let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 256 * 1024)

  init(descriptor: Int32) { self.descriptor = descriptor }

  enum Received: Hashable {
    case step(Step)
    case nothingYet
    /// All writers have gone.
    case ended
  }

  /// Takes a message that is there; waits for none.
  mutating func receive() -> Received {
    while true {
      let count = buffer.withUnsafeMutableBytes {
        recv(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT))
      }
      if count > 0 {
        // A message that is no step can only come from a fault of ours: it is passed over.
        guard let step = Step(message: Array(buffer[..<count])) else { continue }
        return .step(step)
      }
      if count == 0 { return .ended }
      if errno == EAGAIN { return .nothingYet }
      if errno != EINTR { return .ended }
    }
  }
}

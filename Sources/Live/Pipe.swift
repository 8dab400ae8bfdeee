// Messages over a pipe or a pair of sockets, as multiprocessing.connection frames them: four bytes of
// length, the highest first, then the bytes. It knows descriptors that never wait, not processes.

import CPlatform
import Glibc
import Machine

/// How moving a message's bytes ended.
enum Transfer: Hashable {
  case whole
  /// Nothing is left, and nobody could write any more.
  case endOfFile
  case failed(Int32)
  case interrupted

  /// What the machine is told, where it is not `whole`.
  var reply: Reply {
    switch self {
    case .whole: .done
    case .endOfFile: .failed(.endOfFile)
    case .failed(let number): .failed(.system(errno: number, path: nil))
    case .interrupted: .interrupted
    }
  }
}

/// What one call that does not wait has done.
enum Attempt: Hashable {
  case moved(Int)
  /// It would have to wait.
  case wouldWait
  case failed(Int32)

  init(_ result: Int, errno number: Int32) {
    if result >= 0 {
      self = .moved(result)
    } else if number == EAGAIN || number == EINTR {
      self = .wouldWait
    } else {
      self = .failed(number)
    }
  }
}

/// One end, by its descriptor.
struct Pipe: Hashable {
  let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }
  init(_ end: EndID) { descriptor = Int32(truncatingIfNeeded: end.index) }

  static let headerSize = 4

  /// The longest message. CPython's may be longer.
  static let longest = Int(Int32.max)

  /// Takes what is there, up to the buffer's size; `.moved(0)` is the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Attempt {
    let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    return Attempt(count, errno: errno)
  }

  /// Writes as much of a message as there is room for, from its byte `from` on, header included.
  func write(_ message: [UInt8], from position: Int) -> Attempt {
    let result = platform_write_message(
      descriptor, message, UInt32(message.count), UInt64(position))
    return Attempt(result, errno: result < 0 ? Int32(-result) : 0)
  }

  func write(_ bytes: UnsafeRawBufferPointer) -> Attempt {
    let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    return Attempt(count, errno: errno)
  }

  /// Whether something happened to it that is among `events`.
  func has(_ events: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  /// What a message's header says.
  static func length(_ header: UInt32) -> Int { Int(UInt32(bigEndian: header)) }

  /// The bytes that `fill` provides, taken in pieces: a length that is none claims no memory at once.
  static func gather(
    _ count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Transfer
  ) -> (bytes: [UInt8], end: Transfer) {
    var bytes: [UInt8] = []
    var end = Transfer.whole
    repeat {
      let size = min(count - bytes.count, 1 << 20)
      let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
        end = fill(UnsafeMutableRawBufferPointer(buffer))
        initialized = end == .whole ? size : 0
      }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    } while bytes.count < count && end == .whole
    return (bytes, end)
  }
}

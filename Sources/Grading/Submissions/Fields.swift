// Values one after the other in a file, each behind its length; and small files read and replaced as a
// whole. Flows in: texts and numbers. Flows out: the same, or nil where the bytes are not ours.

import Glibc

/// Collects fields.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ field: some Collection<UInt8>) {
    bytes += Array("\(field.count):".utf8)
    bytes += field
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }
  mutating func add(_ number: Int) { add(String(number)) }

  /// The fields behind a sum over them.
  var bytesWithSum: [UInt8] {
    let sum = String(Fingerprint.of(bytes), radix: 16)
    return Array((String(repeating: "0", count: 16 - sum.count) + sum).utf8) + bytes
  }
}

/// Reads fields back, in their order.
struct FieldReader {
  private var rest: ArraySlice<UInt8>
  /// Whether the bytes are those that were written.
  let hasRightSum: Bool

  init(_ bytesWithSum: [UInt8]) {
    rest = bytesWithSum.dropFirst(16)
    let sum = UInt64(String(decoding: bytesWithSum.prefix(16), as: UTF8.self), radix: 16)
    hasRightSum = sum == Fingerprint.of(rest)
  }

  mutating func next() -> [UInt8]? {
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      let count = Int(String(decoding: rest[..<colon], as: UTF8.self)), count >= 0,
      rest.distance(from: colon, to: rest.endIndex) > count
    else { return nil }
    let field = rest[(colon + 1)...].prefix(count)
    rest = rest[field.endIndex...]
    return Array(field)
  }

  mutating func text() -> String? { next().map { String(decoding: $0, as: UTF8.self) } }
  mutating func number() -> Int? { text().flatMap { Int($0) } }
}

/// Files of a few kilobytes.
package enum SmallFile {
  /// A plain file's bytes; nil where it cannot be read, is no plain file, or is larger than `limit`.
  package static func bytes(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG,
      about.st_size <= limit
    else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes += chunk[..<count]
    }
    return nil
  }

  /// Puts a file in the place of another, whole or not at all.
  ///
  /// - Returns: whether it stands there now.
  @discardableResult
  package static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return false }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    guard close(descriptor) == 0, written == bytes.count, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }
}

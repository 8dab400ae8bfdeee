// The lines of earlier sessions. One line an entry; every shell appends under a lock of the file,
// so that two at once lose nothing.

import Glibc

/// The file `history` in the data folder; without one, lines last as long as the session.
package struct HistoryFile: Sendable {
  package let path: String?
  /// How many of its lines are kept.
  static let limit = 2_000

  package init(path: String?) {
    self.path = path
  }

  /// The last lines, oldest first; none where the file cannot be read.
  package func load() -> [String] {
    guard let path else { return [] }
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    let lines = Self.contents(of: descriptor).split(separator: "\n").map(String.init)
    let kept = Array(lines.suffix(Self.limit))
    if lines.count > 2 * Self.limit { Self.replace(descriptor, with: kept) }
    return kept
  }

  /// Adds a line at the end. A history that cannot be written is not worth a complaint.
  package func append(_ line: String) {
    guard let path else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    Self.write(line + "\n", to: descriptor)
  }

  private static func contents(of descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func replace(_ descriptor: Int32, with lines: [String]) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return }
    write(lines.map { $0 + "\n" }.joined(), to: descriptor)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}

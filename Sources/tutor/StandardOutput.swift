// Whole texts to standard output and standard error.

import Diagnostics
import Glibc

enum StandardOutput {
  /// - Returns: whether all of it was written.
  static func write(_ text: String) -> Bool { writeWhole(text, to: 1) }
}

enum StandardError {
  static func write(_ text: String) { _ = writeWhole(text, to: 2) }

  /// Says what keeps tutor from going on.
  static func complain(_ wording: Wording, in language: ReadingLanguage) {
    write(Wording.says("tutor: \(wording)").text(in: language) + "\n")
  }
}

private func writeWhole(_ text: String, to descriptor: Int32) -> Bool {
  let bytes = Array(text.utf8)
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    written += count
  }
  return true
}

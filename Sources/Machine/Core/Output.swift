// Standard output and standard error, buffered as on a terminal: a line at a time.

extension Machine {
  /// Writes text for the world to see. Standard output waits for the end of its line; standard
  /// error does not.
  /// - Parameter flush: hand over what is there, whole line or not.
  mutating func writeOutput(
    _ stream: OutputStream, _ bytes: [UInt8], flush: Bool
  ) throws(Interrupt) {
    guard stream == .standardOutput else {
      if !bytes.isEmpty { try writeAll(.standardError, bytes) }
      return
    }
    let all = pendingOutput + bytes
    if !all.isEmpty, flush || bytes.contains(0x0A) {
      try writeAll(.standardOutput, all)
      pendingOutput = []
    } else {
      pendingOutput = all
    }
  }

  mutating func flushOutput() throws(Interrupt) {
    try writeOutput(.standardOutput, [], flush: true)
  }

  private mutating func writeAll(
    _ stream: OutputStream, _ bytes: [UInt8]
  ) throws(Interrupt) {
    guard case .failed(let failure) = try perform(.write(stream, bytes)) else { return }
    // On its way out a process has nobody left to tell.
    if !isLeaving { throw raise(failure) }
  }
}

// Where a machine stands, cheaply enough to be asked at every effect.

extension Machine {
  /// The code and the instruction in progress; nil once the program's code is done.
  @inline(__always) package var position: (code: UInt32, pc: Int32)? {
    guard let frame = frames.last else { return nil }
    return (frame.code, Int32(truncatingIfNeeded: pc))
  }
}

// Where in its program a process stands, small enough to be published with every wait.

import Language

/// An instruction of the program.
struct Site: Hashable, Sendable {
  var code: UInt32
  var pc: Int32

  init(code: UInt32, pc: Int32) {
    self.code = code
    self.pc = pc
  }

  /// Nowhere: the program's code has ended.
  static let end = Site(code: .max, pc: 0)

  /// In shared memory.
  init(bits: UInt64) {
    self.init(code: UInt32(truncatingIfNeeded: bits >> 32), pc: Int32(truncatingIfNeeded: bits))
  }

  var bits: UInt64 { UInt64(code) << 32 | UInt64(UInt32(bitPattern: pc)) }
}

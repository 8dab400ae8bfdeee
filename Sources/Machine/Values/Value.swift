// A Python value in two words, without a reference count: plain data that is copied by copying bits.
// Everything larger lives in the process's heap and is named by a Reference.

/// Where an object lives. The top bit tells a process's own heap from the program's constants, which
/// are immutable, shared by all processes, and not part of a state.
package struct Reference: Hashable, Sendable {
  package let bits: UInt32

  static let constantBit: UInt32 = 1 << 31

  @inline(__always) package init(heap index: Int) { bits = UInt32(truncatingIfNeeded: index) }
  @inline(__always) package init(constant index: Int) {
    bits = UInt32(truncatingIfNeeded: index) | Self.constantBit
  }

  @inline(__always) package var isConstant: Bool { bits & Self.constantBit != 0 }
  @inline(__always) package var index: Int { Int(bits & ~Self.constantBit) }
}

/// A builtin function or method: an index into `Library.functions`.
package struct BuiltinID: Hashable, Sendable {
  package let index: UInt16
  package init(_ index: Int) { self.index = UInt16(index) }
}

package enum Value: Hashable, Sendable {
  /// No value: an unbound name, a missing receiver. Never seen by a program.
  case missing
  case none, notImplemented, ellipsis
  case bool(Bool)
  /// An integer that fits; larger ones are `HeapObject.bigInteger`, and never fit.
  case int(Int)
  case float(Double)
  case object(Reference)
  case builtin(BuiltinID)
  case type(TypeID)
  case module(ModuleID)
  /// A number that exploration keeps as a placeholder; see `OpaqueKind`.
  case opaque(OpaqueKind, id: UInt32)
}

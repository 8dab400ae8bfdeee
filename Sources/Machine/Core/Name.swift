// The names that the machine itself looks up. They have fixed ids, so a lookup compares numbers.

import Language

/// A name with a fixed `NameID`. Its spelling follows from the case: `dunderGetItem` is
/// `__getitem__`, `privateSemaphore` is `_semaphore`, `taskDone` is `task_done`.
enum Name: UInt32, CaseIterable {
  case dunderInit, dunderNew, dunderCall, dunderRepr, dunderStr, dunderFormat, dunderBytes
  case dunderHash, dunderBool, dunderLen, dunderIter, dunderNext, dunderReversed, dunderContains
  case dunderGetItem, dunderSetItem, dunderDelItem, dunderMissing, dunderIndex, dunderInt
  case dunderFloat, dunderRound, dunderEnter, dunderExit, dunderGetAttr, dunderSetAttr
  case dunderDelAttr, dunderClass, dunderDict, dunderDoc, dunderName, dunderQualname
  case dunderModule, dunderMro, dunderBases, dunderCause, dunderContext, dunderTraceback
  case dunderSuppressContext, dunderDefaults, dunderWrapped, dunderFile, dunderFunc, dunderSelf
  case dunderEq, dunderNe, dunderLt, dunderLe, dunderGt, dunderGe
  case dunderAdd, dunderSub, dunderMul, dunderTrueDiv, dunderFloorDiv, dunderMod, dunderPow
  case dunderLShift, dunderRShift, dunderAnd, dunderOr, dunderXor, dunderMatMul
  case dunderRAdd, dunderRSub, dunderRMul, dunderRTrueDiv, dunderRFloorDiv, dunderRMod, dunderRPow
  case dunderRLShift, dunderRRShift, dunderRAnd, dunderROr, dunderRXor, dunderRMatMul
  case dunderIAdd, dunderISub, dunderIMul, dunderITrueDiv, dunderIFloorDiv, dunderIMod, dunderIPow
  case dunderILShift, dunderIRShift, dunderIAnd, dunderIOr, dunderIXor, dunderIMatMul
  case dunderNeg, dunderPos, dunderInvert, dunderAbs, dunderDivMod
  case dunderGetState, dunderSetState, dunderReduce
  case args, errno, strerror, filename, filename2, code, value, msg, doc, pos, lineno, colno
  case name, send, `throw`, close, setter, getter, deleter, run, keys, items, append, write, flush
  case print, key, reverse, `default`, sep, end, file
  case privateIdentity, privateParent, privateParentPid, privateName, privateConfig, privateTarget
  case privateArgs, privateKwargs, privateDaemon, privateProcess, privateClosed, privateCounter
  case privateSemaphore, privateCount, privateOwner, privateKind, privateMaximum
  case privateLock, privateSleeping, privateWoken, privateWait, privateFlag, privateCondition
  case privateState, privateParties, privateAction, privateTimeout, privateBroken
  case privateHandle, privateReadable, privateWritable, privateQueue, privateJoinCancelled
  case privateShared, privateTypecode, privateManager, privateReferent
  case privateFunction, privateGenerator, privateStorage, privateFactory, privateResult
  case privateItems

  /// As programs write it.
  var spelling: String {
    let text = "\(self)"
    if text.hasPrefix("dunder") {
      switch self {
      case .dunderSuppressContext: return "__suppress_context__"
      default: return "__\(text.dropFirst(6).lowercased())__"
      }
    }
    if text.hasPrefix("private") { return "_" + Name.snakeCased(text.dropFirst(7)) }
    return Name.snakeCased(text[...])
  }

  private static func snakeCased(_ text: Substring) -> String {
    var result = ""
    for character in text {
      if character.isUppercase, !result.isEmpty { result += "_" }
      result += character.lowercased()
    }
    return result
  }
}

extension NameID {
  @inline(__always) init(_ name: Name) { self.init(Int(name.rawValue)) }
}

extension AttributeTable {
  subscript(name: Name) -> Value? { self[NameID(name)] }

  mutating func set(_ name: Name, _ value: Value) { set(NameID(name), value) }
}

extension BinaryOperator {
  /// `__add__` for `+`.
  var method: Name { name(after: .dunderAdd) }
  /// `__radd__` for `+`.
  var reflectedMethod: Name { name(after: .dunderRAdd) }
  /// `__iadd__` for `+=`.
  var inPlaceMethod: Name { name(after: .dunderIAdd) }

  /// `Name` lists each group of methods in the order of this enum.
  private func name(after first: Name) -> Name {
    Name(rawValue: first.rawValue + UInt32(rawValue)) ?? first
  }

  /// As a program writes it.
  package var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "** or pow()"
    case .shiftLeft: "<<"
    case .shiftRight: ">>"
    case .bitAnd: "&"
    case .bitOr: "|"
    case .bitXor: "^"
    case .matrixMultiply: "@"
    }
  }
}

extension ComparisonOperator {
  /// `__eq__` for `==`, and the one that the other side is asked for: `__gt__` for `<`.
  var methods: (own: Name, reflected: Name)? {
    switch self {
    case .equal: (.dunderEq, .dunderEq)
    case .notEqual: (.dunderNe, .dunderNe)
    case .less: (.dunderLt, .dunderGt)
    case .lessOrEqual: (.dunderLe, .dunderGe)
    case .greater: (.dunderGt, .dunderLt)
    case .greaterOrEqual: (.dunderGe, .dunderLe)
    case .in, .notIn, .is, .isNot: nil
    }
  }

  package var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .in: "in"
    case .notIn: "not in"
    case .is: "is"
    case .isNot: "is not"
    }
  }
}

// Hashes of builtin values. Numbers and tuples hash as in CPython on 64 bits, so sets of them have
// its order; strings and bytes have a hash of our own, the same in every run, where CPython's is
// different each time.

import BigInt
import Language

extension Machine {
  /// The hash of a builtin value; nil where it has none.
  mutating func hashBuiltin(_ value: Value) throws(Interrupt) -> Int? {
    switch value {
    case .int(let int): return hashOf(int)
    case .bool(let bool): return bool ? 1 : 0
    case .float(let float): return hashOf(float)
    case .none, .missing: return 0x7F3A_51C0
    case .notImplemented: return 0x7F3A_51D0
    case .ellipsis: return 0x7F3A_51E0
    case .builtin(let id): return 0x5000_0000 + Int(id.index) * 16
    case .type(let id): return 0x6000_0000 + Int(id.rawValue) * 16
    case .module(let id): return 0x6800_0000 + Int(id.rawValue) * 16
    case .opaque(.processNumber, let id), .opaque(.address, let id): return Int(id)
    case .opaque(let kind, _): throw undecidable(kind)
    case .object(let reference): return try hashOfObject(value, reference)
    }
  }

  private mutating func hashOfObject(
    _ value: Value, _ reference: Reference
  ) throws(Interrupt) -> Int? {
    switch object(at: reference) {
    case .string(let text): return hashOf(text.utf8)
    case .bytes(let bytes): return hashOf(bytes)
    case .bigInteger(let big): return hashOf(big)
    case .tuple(let items): return try hashOfItems(items)
    case .frozenSet(let table): return hashOfTable(table)
    case .range(let range):
      let count = range.count
      return try hashOfItems([
        .int(count), count == 0 ? .none : .int(range.start), count < 2 ? .none : .int(range.step),
      ])
    case .method(let receiver, let function):
      return try (hashBuiltin(function) ?? 0) ^ (receiver.heapIndex ?? 7) &* 31
    case .list, .dict, .set, .slice: return nil
    case .dictView(let kind, _):
      return kind == .values ? reference.index * 16 : nil
    case .instance:
      guard let held = heldValue(of: value) else { return reference.index * 16 }
      return try hashBuiltin(held)
    default: return reference.index * 16
    }
  }

  /// The tuple hash of CPython 3.8 and later, after xxHash.
  private mutating func hashOfItems(_ items: [Value]) throws(Interrupt) -> Int {
    let prime1: UInt64 = 11_400_714_785_074_694_791
    let prime2: UInt64 = 14_029_467_366_897_019_727
    let prime5: UInt64 = 2_870_177_450_012_600_261
    try enterValue("while calling a Python object")
    defer { valueDepth -= 1 }
    var accumulator = prime5
    for item in items {
      let lane = UInt64(bitPattern: Int64(try hash(item)))
      accumulator = accumulator &+ lane &* prime2
      accumulator = accumulator << 31 | accumulator >> 33
      accumulator = accumulator &* prime1
    }
    accumulator = accumulator &+ (UInt64(items.count) ^ (prime5 ^ 3_527_539))
    if accumulator == .max { return 1_546_275_796 }
    return Int(Int64(bitPattern: accumulator))
  }

  /// Independent of the order of the items.
  private func hashOfTable(_ table: SetTable) -> Int {
    var hash: UInt64 = 0
    for entry in table.entries {
      let bits = UInt64(bitPattern: Int64(entry.hash))
      hash ^= ((bits ^ 89_869_747) ^ (bits << 16)) &* 3_644_798_167
    }
    hash ^= (UInt64(table.count) &+ 1) &* 1_927_868_237
    hash ^= (hash >> 11) ^ (hash >> 25)
    hash = hash &* 69_069 &+ 907_133_923
    if hash == .max { hash = 590_923_713 }
    return Int(Int64(bitPattern: hash))
  }
}

private let modulus = (1 << 61) - 1

@inline(__always) func hashOf(_ int: Int) -> Int {
  if int > -modulus && int < modulus { return int == -1 ? -2 : int }
  let rest = Int(int.magnitude % UInt(modulus))
  let hash = int < 0 ? -rest : rest
  return hash == -1 ? -2 : hash
}

func hashOf(_ big: BigInt) -> Int {
  let rest = Int(big.magnitude % BigUInt(modulus))
  let hash = big.sign == .minus ? -rest : rest
  return hash == -1 ? -2 : hash
}

/// Equal to the hash of an equal integer.
func hashOf(_ float: Double) -> Int {
  if float.isInfinite { return float > 0 ? 314_159 : -314_159 }
  if float.isNaN { return 0 }
  if float == float.rounded(), abs(float) < 1e18 { return hashOf(Int(float)) }
  var fraction = abs(float.significand) / 2
  var exponent = Int(float.exponent) + 1
  if float == 0 { return 0 }
  var bits = 0
  while fraction != 0 {
    bits = (bits << 28) & modulus | bits >> 33
    fraction *= 268_435_456
    exponent -= 28
    let part = Int(fraction)
    fraction -= Double(part)
    bits += part
    if bits >= modulus { bits -= modulus }
  }
  let shift = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61
  bits = (bits << shift) & modulus | bits >> (61 - shift)
  let hash = float < 0 ? -bits : bits
  return hash == -1 ? -2 : hash
}

/// A hash of bytes with a fixed start, eight bytes at a time.
func hashOf(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBytes { buffer in
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(buffer.count)
    var offset = 0
    while offset + 8 <= buffer.count {
      hash = mixed(hash ^ buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < buffer.count {
      tail = tail << 8 | UInt64(buffer[offset])
      offset += 1
    }
    return Int(Int64(bitPattern: mixed(hash ^ tail)) >> 1)
  }
}

@inline(__always) private func mixed(_ word: UInt64) -> UInt64 {
  let product = (word ^ word >> 32) &* 0xD6E8_FEB8_6659_FD93
  return product ^ product >> 29
}

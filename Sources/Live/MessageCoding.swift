// Plain values as bytes, little-endian, strings and byte lists with their length before them. It
// knows no kinds of messages.

import Machine

/// Appends plain values to a message.
struct MessageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }
  mutating func put(_ value: Double) { put(value.bitPattern) }

  mutating func put(_ value: [UInt8]) {
    put(UInt32(value.count))
    bytes.append(contentsOf: value)
  }

  mutating func put(_ value: String) { put(Array(value.utf8)) }

  mutating func put<T>(_ value: T?, _ write: (inout MessageWriter, T) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  mutating func put<T>(_ values: [T], _ write: (inout MessageWriter, T) -> Void) {
    put(UInt32(values.count))
    for value in values { write(&self, value) }
  }
}

/// Takes plain values from a message. After a value that is not there, `isWhole` is false and all
/// that follow are empty.
struct MessageReader {
  private var rest: ArraySlice<UInt8>
  private(set) var isWhole = true

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    guard count <= rest.count else {
      isWhole = false
      rest = []
      return []
    }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func number<T: FixedWidthInteger>(_: T.Type = T.self) -> T {
    var value: T = 0
    for (place, byte) in take(MemoryLayout<T>.size).enumerated() {
      value |= T(truncatingIfNeeded: byte) << T(place * 8)
    }
    return value
  }

  mutating func flag() -> Bool { number(UInt8.self) != 0 }
  mutating func double() -> Double { Double(bitPattern: number()) }
  mutating func bytes() -> [UInt8] { Array(take(Int(number(UInt32.self)))) }
  mutating func string() -> String { String(decoding: bytes(), as: UTF8.self) }

  mutating func optional<T>(_ read: (inout MessageReader) -> T) -> T? {
    flag() ? read(&self) : nil
  }

  mutating func list<T>(_ read: (inout MessageReader) -> T) -> [T] {
    var values: [T] = []
    let count = number(UInt32.self)
    while values.count < count, isWhole { values.append(read(&self)) }
    return values
  }

  mutating func process() -> ProcessID { ProcessID(Int(number(UInt32.self))) }
  mutating func semaphore() -> SemaphoreID { SemaphoreID(Int(number(UInt32.self))) }
  mutating func queue() -> QueueID { QueueID(Int(number(UInt32.self))) }
  mutating func shared() -> SharedID { SharedID(Int(number(UInt32.self))) }
  mutating func manager() -> ManagerID { ManagerID(Int(number(UInt32.self))) }
  mutating func count() -> Int { Int(number(UInt32.self)) }
}

// A Python string: code points, kept as UTF-8 so that hashing, comparing, joining and writing are
// plain work on bytes. Strings of ASCII alone, which most are, are indexed in constant time.

/// An immutable sequence of Unicode code points.
///
/// A lone surrogate is kept in the three bytes that UTF-8's scheme gives it, so `count` and indexing
/// agree with CPython for every string.
package struct Text: Hashable, Sendable {
  /// The code points in UTF-8's scheme.
  package let utf8: [UInt8]
  /// How many code points there are.
  package let count: Int

  package var isASCII: Bool { utf8.count == count }

  /// - Parameter utf8: well-formed UTF-8, or UTF-8's scheme applied to surrogates.
  package init(utf8: [UInt8]) {
    self.utf8 = utf8
    var continuations = 0
    for byte in utf8 where byte & 0xC0 == 0x80 { continuations += 1 }
    count = utf8.count - continuations
  }

  init(utf8: [UInt8], count: Int) {
    self.utf8 = utf8
    self.count = count
  }

  package init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  package init(codePoints: some Sequence<UInt32>) {
    var bytes: [UInt8] = []
    var count = 0
    for point in codePoints {
      Text.append(point, to: &bytes)
      count += 1
    }
    self.init(utf8: bytes, count: count)
  }

  /// Appends one code point's bytes.
  static func append(_ point: UInt32, to bytes: inout [UInt8]) {
    switch point {
    case 0..<0x80: bytes.append(UInt8(point))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | point >> 6))
      bytes.append(UInt8(0x80 | point & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | point >> 12))
      bytes.append(UInt8(0x80 | point >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | point & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | point >> 18))
      bytes.append(UInt8(0x80 | point >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | point >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | point & 0x3F))
    }
  }

  /// The code points, one number each.
  package var codePoints: [UInt32] {
    if isASCII { return utf8.map(UInt32.init) }
    var points: [UInt32] = []
    points.reserveCapacity(count)
    var index = 0
    while index < utf8.count {
      let lead = UInt32(utf8[index])
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var point = length == 1 ? lead : lead & (0x7F >> UInt32(length))
      for offset in 1..<max(length, 1) { point = point << 6 | UInt32(utf8[index + offset]) & 0x3F }
      points.append(point)
      index += length
    }
    return points
  }

  /// As a Swift string; a lone surrogate becomes U+FFFD.
  package var string: String { String(decoding: utf8, as: UTF8.self) }

  package static func + (left: Text, right: Text) -> Text {
    Text(utf8: left.utf8 + right.utf8, count: left.count + right.count)
  }
}

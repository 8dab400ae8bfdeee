// Indexing, cutting and searching strings by code points, on their bytes.

/// Which side a text is stripped or filled on.
enum TextSide { case left, right, both }

extension Text {
  static let empty = Text("")

  /// Where a code point's bytes begin.
  func byteOffset(of index: Int) -> Int {
    if isASCII { return index }
    if index >= count { return utf8.count }
    var remaining = index
    return utf8.withUnsafeBufferPointer { bytes in
      var offset = 0
      while remaining > 0 {
        let byte = bytes[offset]
        offset += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        remaining -= 1
      }
      return offset
    }
  }

  /// Which code point a byte belongs to.
  func index(ofByte offset: Int) -> Int {
    if isASCII { return offset }
    var index = 0
    for byte in utf8[..<offset] where byte & 0xC0 != 0x80 { index += 1 }
    return index
  }

  /// The code points from `start` up to but not including `end`, both within the text.
  func slice(_ start: Int, _ end: Int) -> Text {
    if start >= end { return .empty }
    if start == 0, end == count { return self }
    if isASCII { return Text(utf8: Array(utf8[start..<end]), count: end - start) }
    let first = byteOffset(of: start)
    return Text(utf8: Array(utf8[first..<byteOffset(of: end)]), count: end - start)
  }

  /// The code point at an index within the text.
  func character(at index: Int) -> Text { slice(index, index + 1) }

  /// Each code point as a text of its own.
  var characters: [Text] {
    var result: [Text] = []
    result.reserveCapacity(count)
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      result.append(Text(utf8: Array(utf8[index..<(index + length)]), count: 1))
      index += length
    }
    return result
  }

  /// The bytes as a text that is known to be well formed.
  init(slice: ArraySlice<UInt8>) { self.init(utf8: Array(slice)) }
}

/// The first place of `pattern` in `bytes` from `start` on that ends by `end`.
func firstRange(of pattern: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
  let length = pattern.count
  if start + length > end { return nil }
  if length == 0 { return start }
  return bytes.withUnsafeBufferPointer { bytes in
    pattern.withUnsafeBufferPointer { pattern in
      let first = pattern[0]
      var index = start
      let last = end - length
      while index <= last {
        if bytes[index] == first {
          var offset = 1
          while offset < length, bytes[index + offset] == pattern[offset] { offset += 1 }
          if offset == length { return index }
        }
        index += 1
      }
      return nil
    }
  }
}

/// The last such place.
func lastRange(of pattern: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
  let length = pattern.count
  if start + length > end { return nil }
  var index = end - length
  while index >= start {
    if bytes[index..<(index + length)].elementsEqual(pattern) { return index }
    index -= 1
  }
  return nil
}

/// How often `pattern` stands in `bytes` without overlap.
func countRanges(of pattern: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var count = 0
  var index = start
  while let found = firstRange(of: pattern, in: bytes, from: index, to: end) {
    count += 1
    index = found + pattern.count
  }
  return count
}

/// `bytes` with the first `limit` places of `old` replaced; all where `limit` is negative.
func replacing(
  _ old: [UInt8], with new: [UInt8], in bytes: [UInt8], limit: Int,
  boundary: (Int) -> Bool = { _ in true }
) -> [UInt8] {
  var result: [UInt8] = []
  var remaining = limit < 0 ? Int.max : limit
  if old.isEmpty {
    for (index, byte) in bytes.enumerated() {
      if remaining > 0, boundary(index) {
        result.append(contentsOf: new)
        remaining -= 1
      }
      result.append(byte)
    }
    if remaining > 0 { result.append(contentsOf: new) }
    return result
  }
  var index = 0
  while remaining > 0,
    let found = firstRange(of: old, in: bytes, from: index, to: bytes.count)
  {
    result.append(contentsOf: bytes[index..<found])
    result.append(contentsOf: new)
    index = found + old.count
    remaining -= 1
  }
  if index == 0 { return bytes }
  result.append(contentsOf: bytes[index...])
  return result
}

/// Whether a code point is white space to `str.split` and `str.strip`.
func isSpace(_ point: UInt32) -> Bool {
  switch point {
  case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
    true
  default: false
  }
}

/// The parts between runs of white space, at most `limit` cuts from the left; no empty ones.
func splitOnSpace(_ bytes: [UInt8], limit: Int, isASCII: Bool) -> [ArraySlice<UInt8>] {
  var parts: [ArraySlice<UInt8>] = []
  var index = 0
  let count = bytes.count
  func characterLength(_ at: Int) -> Int {
    let byte = bytes[at]
    return byte < 128 || isASCII ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
  func spaceLength(_ at: Int) -> Int {
    let length = characterLength(at)
    if length == 1 { return isBlank(bytes[at]) ? 1 : 0 }
    let point = Text(slice: bytes[at..<(at + length)]).codePoints[0]
    return isSpace(point) ? length : 0
  }
  while true {
    while index < count {
      let length = spaceLength(index)
      if length == 0 { break }
      index += length
    }
    if index >= count { return parts }
    if limit >= 0, parts.count == limit {
      parts.append(bytes[index...])
      return parts
    }
    let start = index
    while index < count, spaceLength(index) == 0 { index += characterLength(index) }
    parts.append(bytes[start..<index])
  }
}

/// The parts between separators, at most `limit` cuts from the left where it is not negative.
func split(_ bytes: [UInt8], on separator: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
  var parts: [ArraySlice<UInt8>] = []
  var index = 0
  while limit < 0 || parts.count < limit,
    let found = firstRange(of: separator, in: bytes, from: index, to: bytes.count)
  {
    parts.append(bytes[index..<found])
    index = found + separator.count
  }
  parts.append(bytes[index...])
  return parts
}

/// The same from the right.
func splitFromRight(_ bytes: [UInt8], on separator: [UInt8], limit: Int) -> [ArraySlice<UInt8>] {
  if limit < 0 { return split(bytes, on: separator, limit: limit) }
  var parts: [ArraySlice<UInt8>] = []
  var end = bytes.count
  while parts.count < limit, let found = lastRange(of: separator, in: bytes, from: 0, to: end) {
    parts.append(bytes[(found + separator.count)..<end])
    end = found
  }
  parts.append(bytes[..<end])
  return parts.reversed()
}

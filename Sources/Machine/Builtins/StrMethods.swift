// The methods of `str` that search, cut and join.

import Language

extension Library {
  static var strMethods: [BuiltinFunction] {
    strSearching + strCutting + strShaping + strAsking
  }

  private static var strSearching: [BuiltinFunction] {
    [
      .bound("find", of: .str, "self, sub, start=None, end=None, /") { (m, a) throws(Interrupt) in
        .int(try m.find(a, "find", last: false) ?? -1)
      },
      .bound("rfind", of: .str, "self, sub, start=None, end=None, /") { (m, a) throws(Interrupt) in
        .int(try m.find(a, "rfind", last: true) ?? -1)
      },
      .bound("index", of: .str, "self, sub, start=None, end=None, /") { (m, a) throws(Interrupt) in
        if let found = try m.find(a, "index", last: false) { return .int(found) }
        throw m.raise(.valueError, "substring not found")
      },
      .bound("rindex", of: .str, "self, sub, start=None, end=None, /") {
        (m, a) throws(Interrupt) in
        if let found = try m.find(a, "rindex", last: true) { return .int(found) }
        throw m.raise(.valueError, "substring not found")
      },
      .bound("count", of: .str, "self, sub, start=None, end=None, /") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        guard let part = m.text(m.storage(of: a[1])) else {
          throw m.raise(.typeError, "must be str, not \(m.shownType(of: a[1]))")
        }
        let (start, end) = try m.bounds(a[2], a[3], in: text.count)
        if start > end { return .int(0) }
        if part.utf8.isEmpty { return .int(end - start + 1) }
        return .int(
          countRanges(
            of: part.utf8, in: text.utf8, from: text.byteOffset(of: start),
            to: text.byteOffset(of: end)))
      },
      .bound("startswith", of: .str, "self, prefix, start=None, end=None, /") {
        (m, a) throws(Interrupt) in .bool(try m.hasAffix(a, "startswith", atEnd: false))
      },
      .bound("endswith", of: .str, "self, suffix, start=None, end=None, /") {
        (m, a) throws(Interrupt) in .bool(try m.hasAffix(a, "endswith", atEnd: true))
      },
      .bound("replace", of: .str, "self, old, new, count=-1, /") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        let old = try m.textArgument(a[1], "replace() argument 1")
        let new = try m.textArgument(a[2], "replace() argument 2")
        let limit = try m.integerArgument(a[3], default: -1)
        let bytes = text.utf8
        return m.make(
          text: Text(
            utf8: replacing(old.utf8, with: new.utf8, in: bytes, limit: limit) {
              bytes[$0] & 0xC0 != 0x80
            }))
      },
    ]
  }

  private static var strCutting: [BuiltinFunction] {
    [
      .bound("split", of: .str, "self, /, sep=None, maxsplit=-1") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        let limit = try m.integerArgument(a[2], default: -1)
        if a[1] == .missing || a[1] == .none {
          return m.makeTexts(splitOnSpace(text.utf8, limit: limit, isASCII: text.isASCII))
        }
        return m.makeTexts(split(text.utf8, on: try m.separator(a[1]), limit: limit))
      },
      .bound("rsplit", of: .str, "self, /, sep=None, maxsplit=-1") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        let limit = try m.integerArgument(a[2], default: -1)
        if a[1] == .missing || a[1] == .none {
          if limit < 0 {
            return m.makeTexts(splitOnSpace(text.utf8, limit: limit, isASCII: text.isASCII))
          }
          let reversed = Text(codePoints: text.codePoints.reversed())
          let parts = splitOnSpace(reversed.utf8, limit: limit, isASCII: reversed.isASCII)
          var items: [Value] = []
          for part in parts.reversed() {
            items.append(
              m.make(text: Text(codePoints: Text(slice: part).codePoints.reversed())))
          }
          return m.make(list: items)
        }
        return m.makeTexts(splitFromRight(text.utf8, on: try m.separator(a[1]), limit: limit))
      },
      .bound("splitlines", of: .str, "self, /, keepends=False") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        return m.makeTexts(lines(of: text, keepingEnds: try m.flag(a[1])))
      },
      .two("partition", of: .str) { (m, a, b) throws(Interrupt) in
        let text = m.text(a) ?? .empty
        let part = try m.separator(b, orNone: false)
        guard let at = firstRange(of: part, in: text.utf8, from: 0, to: text.utf8.count) else {
          let (x, y) = (m.make(text: .empty), m.make(text: .empty))
          return m.make(tuple: [a, x, y])
        }
        let head = m.make(text: Text(slice: text.utf8[..<at]))
        let tail = m.make(text: Text(slice: text.utf8[(at + part.count)...]))
        return m.make(tuple: [head, b, tail])
      },
      .two("rpartition", of: .str) { (m, a, b) throws(Interrupt) in
        let text = m.text(a) ?? .empty
        let part = try m.separator(b, orNone: false)
        guard let at = lastRange(of: part, in: text.utf8, from: 0, to: text.utf8.count) else {
          let (x, y) = (m.make(text: .empty), m.make(text: .empty))
          return m.make(tuple: [x, y, a])
        }
        let head = m.make(text: Text(slice: text.utf8[..<at]))
        let tail = m.make(text: Text(slice: text.utf8[(at + part.count)...]))
        return m.make(tuple: [head, b, tail])
      },
      .two("join", of: .str) { (m, a, b) throws(Interrupt) in try m.join(m.text(a) ?? .empty, b) },
      .bound("strip", of: .str, "self, chars=None, /") { (m, a) throws(Interrupt) in
        try m.strip(a, .both, "strip")
      },
      .bound("lstrip", of: .str, "self, chars=None, /") { (m, a) throws(Interrupt) in
        try m.strip(a, .left, "lstrip")
      },
      .bound("rstrip", of: .str, "self, chars=None, /") { (m, a) throws(Interrupt) in
        try m.strip(a, .right, "rstrip")
      },
      .two("removeprefix", of: .str) { (m, a, b) throws(Interrupt) in
        let text = m.text(a) ?? .empty
        let part = try m.textArgument(b, "removeprefix() argument")
        guard text.utf8.starts(with: part.utf8) else { return a }
        return m.make(text: Text(slice: text.utf8[part.utf8.count...]))
      },
      .two("removesuffix", of: .str) { (m, a, b) throws(Interrupt) in
        let text = m.text(a) ?? .empty
        let part = try m.textArgument(b, "removesuffix() argument")
        let keep = text.utf8.count - part.utf8.count
        guard keep >= 0, text.utf8[keep...].elementsEqual(part.utf8) else { return a }
        return m.make(text: Text(slice: text.utf8[..<keep]))
      },
    ]
  }

  /// The lines of a text, as `splitlines` cuts them.
  static func lines(of text: Text, keepingEnds: Bool) -> [ArraySlice<UInt8>] {
    let bytes = text.utf8
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var length = 0
      switch byte {
      case 10, 11, 12, 28, 29, 30: length = 1
      case 13: length = index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
      case 0xC2 where bytes[index + 1] == 0x85: length = 2
      case 0xE2 where bytes[index + 1] == 0x80 && (bytes[index + 2] | 1) == 0xA9: length = 3
      default: break
      }
      if length > 0 {
        lines.append(bytes[start..<(keepingEnds ? index + length : index)])
        index += length
        start = index
      } else {
        index += 1
      }
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}

extension Machine {
  mutating func makeTexts(_ parts: [ArraySlice<UInt8>]) -> Value {
    var items: [Value] = []
    items.reserveCapacity(parts.count)
    for part in parts { items.append(make(text: Text(slice: part))) }
    return make(list: items)
  }

  /// A separator argument, which must not be empty.
  fileprivate mutating func separator(
    _ value: Value, orNone: Bool = true
  ) throws(Interrupt) -> [UInt8] {
    guard let text = text(storage(of: value)) else {
      let wanted = orNone ? "str or None" : "str"
      throw raise(.typeError, "must be \(wanted), not \(shownType(of: value))")
    }
    if text.utf8.isEmpty { throw raise(.valueError, "empty separator") }
    return text.utf8
  }

  /// Where a part stands, in code points.
  fileprivate mutating func find(
    _ a: [Value], _ name: String, last: Bool
  ) throws(Interrupt) -> Int? {
    let text = text(a[0]) ?? .empty
    guard let part = self.text(storage(of: a[1])) else {
      throw raise(.typeError, "must be str, not \(shownType(of: a[1]))")
    }
    let (start, end) = try bounds(a[2], a[3], in: text.count)
    if start > end { return nil }
    let from = text.byteOffset(of: start)
    let to = text.byteOffset(of: end)
    let found =
      last
      ? lastRange(of: part.utf8, in: text.utf8, from: from, to: to)
      : firstRange(of: part.utf8, in: text.utf8, from: from, to: to)
    return found.map { text.index(ofByte: $0) }
  }

  fileprivate mutating func hasAffix(
    _ a: [Value], _ name: String, atEnd: Bool
  ) throws(Interrupt) -> Bool {
    let text = text(a[0]) ?? .empty
    let (start, end) = try bounds(a[2], a[3], in: text.count)
    if start > end { return false }
    let bytes = text.utf8[text.byteOffset(of: start)..<text.byteOffset(of: end)]
    func matches(_ part: Text) -> Bool {
      part.utf8.count <= bytes.count
        && (atEnd ? bytes.suffix(part.utf8.count) : bytes.prefix(part.utf8.count))
          .elementsEqual(part.utf8)
    }
    if let part = self.text(storage(of: a[1])) { return matches(part) }
    guard let parts = tuple(a[1]) else {
      throw raise(
        .typeError,
        "\(name) first arg must be str or a tuple of str, not \(shownType(of: a[1]))")
    }
    for part in parts {
      guard let part = self.text(storage(of: part)) else {
        throw raise(
          .typeError, "tuple for \(name) must only contain str, not \(shownType(of: part))")
      }
      if matches(part) { return true }
    }
    return false
  }

  fileprivate mutating func join(_ glue: Text, _ iterable: Value) throws(Interrupt) -> Value {
    guard isIterable(iterable) else { throw raise(.typeError, "can only join an iterable") }
    let items = try collect(iterable)
    var bytes: [UInt8] = []
    var count = 0
    for (index, item) in items.enumerated() {
      guard let text = text(storage(of: item)) else {
        throw raise(
          .typeError,
          "sequence item \(index): expected str instance, \(shownType(of: item)) found")
      }
      if index > 0 {
        bytes.append(contentsOf: glue.utf8)
        count += glue.count
      }
      bytes.append(contentsOf: text.utf8)
      count += text.count
    }
    return make(text: Text(utf8: bytes, count: count))
  }

  fileprivate mutating func strip(
    _ a: [Value], _ side: TextSide, _ name: String
  ) throws(Interrupt) -> Value {
    let text = text(a[0]) ?? .empty
    var set: [UInt32]?
    if a[1] != .missing, a[1] != .none {
      guard let characters = self.text(storage(of: a[1])) else {
        throw raise(.typeError, "\(name) arg must be None or str")
      }
      set = characters.codePoints
    }
    func goes(_ point: UInt32) -> Bool { set.map { $0.contains(point) } ?? isSpace(point) }
    if text.isASCII {
      var start = 0
      var end = text.utf8.count
      if side != .right { while start < end, goes(UInt32(text.utf8[start])) { start += 1 } }
      if side != .left { while end > start, goes(UInt32(text.utf8[end - 1])) { end -= 1 } }
      if start == 0, end == text.utf8.count { return a[0] }
      return make(text: text.slice(start, end))
    }
    let points = text.codePoints
    var start = 0
    var end = points.count
    if side != .right { while start < end, goes(points[start]) { start += 1 } }
    if side != .left { while end > start, goes(points[end - 1]) { end -= 1 } }
    return make(text: text.slice(start, end))
  }
}

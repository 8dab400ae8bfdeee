// The methods of `str` that change case, fill, translate, format and ask for properties.

import Language

extension Library {
  static var strShaping: [BuiltinFunction] {
    [
      .one("upper", of: .str) { (m, a) throws(Interrupt) in
        m.make(
          text: mapped(
            m.text(a) ?? .empty, ascii: { $0 &- 97 < 26 ? $0 - 32 : $0 },
            other: { $0.uppercaseMapping }))
      },
      .one("lower", of: .str) { (m, a) throws(Interrupt) in
        m.make(text: lowered(m.text(a) ?? .empty))
      },
      .one("casefold", of: .str) { (m, a) throws(Interrupt) in
        let text = lowered(m.text(a) ?? .empty)
        if text.isASCII { return m.make(text: text) }
        return m.make(
          text: Text(text.string.replacing("ß", with: "ss")))
      },
      .one("swapcase", of: .str) { (m, a) throws(Interrupt) in
        m.make(
          text: mapped(
            m.text(a) ?? .empty,
            ascii: { $0 &- 97 < 26 ? $0 - 32 : $0 &- 65 < 26 ? $0 + 32 : $0 },
            other: { $0.isLowercase ? $0.uppercaseMapping : $0.lowercaseMapping }))
      },
      .one("title", of: .str) { (m, a) throws(Interrupt) in
        var wasCased = false
        return m.make(
          text: transformed(m.text(a) ?? .empty) { scalar in
            let result =
              wasCased ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
            wasCased = scalar.properties.isCased
            return result
          })
      },
      .one("capitalize", of: .str) { (m, a) throws(Interrupt) in
        var isFirst = true
        return m.make(
          text: transformed(m.text(a) ?? .empty) { scalar in
            defer { isFirst = false }
            return isFirst
              ? scalar.properties.titlecaseMapping : scalar.properties.lowercaseMapping
          })
      },
      .bound("center", of: .str, "self, width, fillchar=' ', /") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        let width = try m.index(a[1])
        let missing = max(width - text.count, 0)
        let left = missing / 2 + (missing & width & 1)
        return try m.filled(a, text, left: left, right: missing - left)
      },
      .bound("ljust", of: .str, "self, width, fillchar=' ', /") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        return try m.filled(a, text, left: 0, right: try m.index(a[1]) - text.count)
      },
      .bound("rjust", of: .str, "self, width, fillchar=' ', /") { (m, a) throws(Interrupt) in
        let text = m.text(a[0]) ?? .empty
        return try m.filled(a, text, left: try m.index(a[1]) - text.count, right: 0)
      },
      .two("zfill", of: .str) { (m, a, b) throws(Interrupt) in
        let text = m.text(a) ?? .empty
        let missing = try m.index(b) - text.count
        if missing <= 0 { return a }
        let zeros = [UInt8](repeating: 48, count: missing)
        if let sign = text.utf8.first, sign == 43 || sign == 45 {
          return m.make(text: Text(utf8: [sign] + zeros + text.utf8.dropFirst()))
        }
        return m.make(text: Text(utf8: zeros + text.utf8))
      },
      .bound("expandtabs", of: .str, "self, /, tabsize=8") { (m, a) throws(Interrupt) in
        let size = try m.integerArgument(a[1], default: 8)
        var bytes: [UInt8] = []
        var column = 0
        for byte in m.text(a[0])?.utf8 ?? [] {
          if byte == 9 {
            let width = size > 0 ? size - column % size : 0
            bytes.append(contentsOf: repeatElement(32, count: width))
            column += width
          } else {
            bytes.append(byte)
            if byte & 0xC0 != 0x80 { column += 1 }
            if byte == 10 || byte == 13 { column = 0 }
          }
        }
        return m.make(text: Text(utf8: bytes))
      },
      .two("translate", of: .str) { (m, a, table) throws(Interrupt) in
        var bytes: [UInt8] = []
        for point in m.text(a)?.codePoints ?? [] {
          guard let to = try m.dictValue(table, for: .int(Int(point))) else {
            Text.append(point, to: &bytes)
            continue
          }
          if case .int(let int) = to {
            Text.append(UInt32(truncatingIfNeeded: int), to: &bytes)
          } else if let text = m.text(to) {
            bytes.append(contentsOf: text.utf8)
          } else if to != .none {
            throw m.raise(
              .typeError, "character mapping must return integer, None or str")
          }
        }
        return m.make(text: Text(utf8: bytes))
      },
      .bound("maketrans", of: .str, as: .staticMethod, "x, y=None, z=None, /") {
        (m, a) throws(Interrupt) in try m.makeTranslation(a)
      },
      .free("format", of: .str) { (m, arguments) throws(Interrupt) in
        var rest = arguments
        let text = m.text(rest.positional.removeFirst()) ?? .empty
        return m.make(text: try m.formatFields(text, rest))
      },
      .two("format_map", of: .str) { (m, a, mapping) throws(Interrupt) in
        m.make(text: try m.formatFields(m.text(a) ?? .empty, mapping: mapping))
      },
      .bound("encode", of: .str, "self, /, encoding='utf-8', errors='strict'") {
        (m, a) throws(Interrupt) in
        let encoding =
          a[1] == .missing ? "utf-8" : try m.textArgument(a[1], "encode() argument 1").string
        let errors =
          a[2] == .missing ? "strict" : try m.textArgument(a[2], "encode() argument 2").string
        return m.make(bytes: try m.encode(m.text(a[0]) ?? .empty, encoding, errors))
      },
    ]
  }

  static var strAsking: [BuiltinFunction] {
    func all(_ name: String, _ test: @escaping @Sendable (Unicode.Scalar) -> Bool)
      -> BuiltinFunction
    {
      .one(name, of: .str) { (m, a) throws(Interrupt) in
        let points = m.text(a)?.codePoints ?? []
        return .bool(
          !points.isEmpty && points.allSatisfy { Unicode.Scalar($0).map(test) ?? false })
      }
    }
    func cased(
      _ name: String, _ wrong: @escaping @Sendable (Unicode.Scalar) -> Bool
    ) -> BuiltinFunction {
      .one(name, of: .str) { (m, a) throws(Interrupt) in
        var found = false
        for point in m.text(a)?.codePoints ?? [] {
          guard let scalar = Unicode.Scalar(point) else { continue }
          if wrong(scalar) { return .bool(false) }
          if scalar.properties.isLowercase || scalar.properties.isUppercase { found = true }
        }
        return .bool(found)
      }
    }
    return [
      all("isalpha") { isLetter($0) },
      all("isdigit") {
        $0.properties.numericType == .decimal || $0.properties.numericType == .digit
      },
      all("isdecimal") { $0.properties.generalCategory == .decimalNumber },
      all("isnumeric") { $0.properties.numericType != nil },
      all("isalnum") { isLetter($0) || $0.properties.numericType != nil },
      all("isspace") { isSpace($0.value) },
      cased("islower") {
        $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter
      },
      cased("isupper") {
        $0.properties.isLowercase || $0.properties.generalCategory == .titlecaseLetter
      },
      .one("istitle", of: .str) { (m, a) throws(Interrupt) in
        var wasCased = false
        var found = false
        for point in m.text(a)?.codePoints ?? [] {
          guard let scalar = Unicode.Scalar(point) else { continue }
          if scalar.properties.isUppercase {
            if wasCased { return .bool(false) }
            wasCased = true
            found = true
          } else if scalar.properties.isLowercase {
            if !wasCased { return .bool(false) }
            found = true
          } else {
            wasCased = false
          }
        }
        return .bool(found)
      },
      .one("isascii", of: .str) { (m, a) throws(Interrupt) in
        .bool(m.text(a)?.isASCII ?? true)
      },
      .one("isprintable", of: .str) { (m, a) throws(Interrupt) in
        .bool((m.text(a)?.codePoints ?? []).allSatisfy(isPrintable))
      },
      .one("isidentifier", of: .str) { (m, a) throws(Interrupt) in
        let points = m.text(a)?.codePoints ?? []
        guard let first = points.first.flatMap(Unicode.Scalar.init) else { return .bool(false) }
        let starts = first == "_" || first.properties.isXIDStart
        return .bool(
          starts
            && points.allSatisfy {
              $0 == 95 || Unicode.Scalar($0)?.properties.isXIDContinue ?? false
            })
      },
    ]
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  static func lowered(_ text: Text) -> Text {
    mapped(text, ascii: { $0 &- 65 < 26 ? $0 + 32 : $0 }, other: { $0.lowercaseMapping })
  }

  private static func mapped(
    _ text: Text, ascii: (UInt8) -> UInt8, other: (Unicode.Scalar.Properties) -> String
  ) -> Text {
    if text.isASCII { return Text(utf8: text.utf8.map(ascii), count: text.count) }
    return transformed(text) { other($0.properties) }
  }

  private static func transformed(_ text: Text, _ map: (Unicode.Scalar) -> String) -> Text {
    var bytes: [UInt8] = []
    for point in text.codePoints {
      if let scalar = Unicode.Scalar(point) {
        bytes.append(contentsOf: map(scalar).utf8)
      } else {
        Text.append(point, to: &bytes)
      }
    }
    return Text(utf8: bytes)
  }
}

extension Machine {
  fileprivate mutating func filled(
    _ a: [Value], _ text: Text, left: Int, right: Int
  ) throws(Interrupt) -> Value {
    var fill: [UInt8] = [32]
    if a[2] != .missing {
      guard let character = self.text(storage(of: a[2])) else {
        throw raise(
          .typeError, "The fill character must be a unicode character, not \(shownType(of: a[2]))")
      }
      guard character.count == 1 else {
        throw raise(.typeError, "The fill character must be exactly one character long")
      }
      fill = character.utf8
    }
    if left <= 0, right <= 0 { return a[0] }
    return make(
      text: Text(
        utf8: repeatElements(fill, left) + text.utf8 + repeatElements(fill, right)))
  }

  fileprivate mutating func makeTranslation(_ a: [Value]) throws(Interrupt) -> Value {
    if a[1] == .missing {
      guard let table = dict(a[0]) else {
        throw raise(
          .typeError, "if you give only one argument to maketrans it must be a dict")
      }
      var pairs: [(Value, Value)] = []
      for entry in table.entries where entry.key != .missing {
        if let text = text(entry.key) {
          guard text.count == 1 else {
            throw raise(
              .valueError, "string keys in translate table must be of length 1")
          }
          pairs.append((.int(Int(text.codePoints[0])), entry.value))
        } else {
          pairs.append((entry.key, entry.value))
        }
      }
      return try makeDict(pairs)
    }
    let from = try textArgument(a[0], "maketrans() argument 1").codePoints
    let to = try textArgument(a[1], "maketrans() argument 2").codePoints
    guard from.count == to.count else {
      throw raise(
        .valueError, "the first two maketrans arguments must have equal length")
    }
    var pairs: [(Value, Value)] = []
    for index in from.indices { pairs.append((.int(Int(from[index])), .int(Int(to[index])))) }
    if a[2] != .missing {
      for point in try textArgument(a[2], "maketrans() argument 3").codePoints {
        pairs.append((.int(Int(point)), .none))
      }
    }
    return try makeDict(pairs)
  }

  /// A text's bytes in an encoding.
  mutating func encode(
    _ text: Text, _ encoding: String, _ errors: String
  ) throws(Interrupt) -> [UInt8] {
    let limit: UInt32
    switch encoding.lowercased().replacing("_", with: "-") {
    case "utf-8", "utf8":
      if text.isASCII { return text.utf8 }
      limit = 0x110000
    case "ascii", "us-ascii": limit = 128
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1": limit = 256
    default: throw raise(.lookupError, "unknown encoding: \(encoding)")
    }
    var bytes: [UInt8] = []
    for (index, point) in text.codePoints.enumerated() {
      let isSurrogate = (0xD800..<0xE000).contains(point)
      if point < limit, !isSurrogate || limit < 0x110000 {
        if limit == 0x110000 { Text.append(point, to: &bytes) } else { bytes.append(UInt8(point)) }
        continue
      }
      switch errors {
      case "ignore": break
      case "replace": bytes.append(63)
      case "backslashreplace": appendEscape(point, to: &bytes)
      default:
        var shown: [UInt8] = []
        appendEscape(point, to: &shown)
        let character = String(decoding: shown, as: UTF8.self)
        let reason = limit == 0x110000 ? "surrogates not allowed" : "ordinal not in range(\(limit))"
        let codec = limit == 0x110000 ? "utf-8" : limit == 128 ? "ascii" : "latin-1"
        throw raise(
          .unicodeEncodeError,
          "'\(codec)' codec can't encode character '\(character)' in position \(index): \(reason)")
      }
    }
    return bytes
  }

  /// Bytes as a text.
  mutating func decode(
    _ bytes: [UInt8], _ encoding: String, _ errors: String
  ) throws(Interrupt) -> Text {
    switch encoding.lowercased().replacing("_", with: "-") {
    case "utf-8", "utf8": break
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1":
      return Text(codePoints: bytes.map(UInt32.init))
    case "ascii", "us-ascii":
      if let index = bytes.firstIndex(where: { $0 > 127 }), errors == "strict" {
        throw decodeError("ascii", bytes[index], index, "ordinal not in range(128)")
      }
    default: throw raise(.lookupError, "unknown encoding: \(encoding)")
    }
    guard let (index, reason) = firstFault(bytes) else { return Text(utf8: bytes) }
    switch errors {
    case "strict": throw decodeError("utf-8", bytes[index], index, reason)
    case "ignore":
      return Text(
        String(decoding: bytes, as: UTF8.self).replacing("\u{FFFD}", with: ""))
    default: return Text(String(decoding: bytes, as: UTF8.self))
    }
  }

  private mutating func decodeError(
    _ codec: String, _ byte: UInt8, _ index: Int, _ reason: String
  ) -> Interrupt {
    let shown = String(byte, radix: 16)
    return raise(
      .unicodeDecodeError,
      "'\(codec)' codec can't decode byte 0x\(shown.count == 1 ? "0" : "")\(shown) "
        + "in position \(index): \(reason)")
  }

  private func firstFault(_ bytes: [UInt8]) -> (Int, String)? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      if length == 0 { return (index, "invalid start byte") }
      for offset in 1..<length {
        guard index + offset < bytes.count else { return (index, "unexpected end of data") }
        let byte = bytes[index + offset]
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        if offset == 1 {
          if lead == 0xE0 { low = 0xA0 }
          if lead == 0xED { high = 0x9F }
          if lead == 0xF0 { low = 0x90 }
          if lead == 0xF4 { high = 0x8F }
        }
        if byte < low || byte > high { return (index, "invalid continuation byte") }
      }
      index += length
    }
    return nil
  }
}

// From a file's bytes to its text, with CPython's refusals of what is no text.

extension SourceText {
  /// Reads a file's bytes as UTF-8, or as Latin-1 where a comment at its top says so; a byte order
  /// mark before them is passed over.
  ///
  /// - Returns: the text, or the SyntaxError that CPython 3.11 reports for such bytes.
  package static func decode(
    _ bytes: [UInt8], name: String
  ) -> Result<SourceText, Diagnostic> {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = hasMark ? bytes[3...] : bytes[...]
    if let null = content.firstIndex(of: 0) {
      return .failure(nullByte(onLine: line(of: null, in: content)))
    }
    switch hasMark ? .utf8 : Encoding(declaredIn: content) {
    case .latin1:
      let scalars = content.map { Unicode.Scalar($0) }
      let text = String(String.UnicodeScalarView(scalars))
      return .success(SourceText(name: name, text: text))
    case .other(let encoding, let line):
      return .failure(unknown(encoding, onLine: line))
    case .utf8:
      if let place = firstNonUTF8(content) {
        let line = line(of: place, in: content)
        return .failure(badByte(content[place], onLine: line, name: name))
      }
      return .success(SourceText(name: name, text: String(decoding: content, as: UTF8.self)))
    }
  }

  private static func line(of place: Int, in content: ArraySlice<UInt8>) -> Int {
    1 + content[..<place].count { $0 == UInt8(ascii: "\n") }
  }

  // MARK: Faults

  private static func nullByte(onLine line: Int) -> Diagnostic {
    // CPython marks nothing: the place is before the line.
    let place = Position(line: line, column: -1)
    return Diagnostic(
      .python("SyntaxError"), .fixed("source code cannot contain null bytes"),
      at: Span(place, place), note: .says("This is not a text file."))
  }

  private static func badByte(_ byte: UInt8, onLine line: Int, name: String) -> Diagnostic {
    Diagnostic(
      .python("SyntaxError"),
      .fixed(
        "Non-UTF-8 code starting with '\\x\(String(byte, radix: 16))' in file \(name) on line "
          + "\(line), but no encoding declared; see https://peps.python.org/pep-0263/ for details"),
      at: nil, hint: .says("save the file as UTF-8"))
  }

  private static func unknown(_ encoding: String, onLine line: Int) -> Diagnostic {
    let start = Position(line: line, column: 0)
    return Diagnostic(
      .unsupported, .says("the encoding \(encoding) is not part of tutor's Python"),
      at: Span(start, start), hint: .says("save the file as UTF-8 and leave out this comment"))
  }

  /// The first byte that no well-formed sequence starts with or goes on with.
  private static func firstNonUTF8(_ bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = sequenceLength(bytes[index...])
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// The length of the well-formed sequence of several bytes at the start; 0 where there is none.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let lead = bytes[bytes.startIndex]
    let length: Int
    // The second byte's range keeps out overlong forms, surrogates and what is above U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    let tail = bytes.dropFirst().prefix(length - 1)
    guard tail.count == length - 1, let next = tail.first, second.contains(next) else { return 0 }
    return tail.allSatisfy { (0x80...0xBF).contains($0) } ? length : 0
  }
}

/// What a file says of its encoding in a comment on one of its first two lines.
private enum Encoding {
  case utf8, latin1
  case other(String, line: Int)

  init(declaredIn content: ArraySlice<UInt8>) {
    let lines = content.split(
      separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
    self = .utf8
    for (index, line) in lines.prefix(2).enumerated() {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0C }
      guard let first = text.first, first != UInt8(ascii: "\r") else { continue }
      guard first == UInt8(ascii: "#") else { return }
      guard let name = Encoding.name(in: text) else { continue }
      self = Encoding(named: name, line: index + 1)
      return
    }
  }

  private init(named name: String, line: Int) {
    let plain = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    switch plain {
    case "utf-8", "utf8", "utf-8-sig", "utf-8-unix", "utf-8-dos", "ascii", "us-ascii": self = .utf8
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "l1": self = .latin1
    default: self = .other(name, line: line)
    }
  }

  /// The word behind `coding:` or `coding=`.
  private static func name(in comment: ArraySlice<UInt8>) -> String? {
    let word = Array("coding".utf8)
    var rest = comment
    while rest.count > word.count {
      if rest.starts(with: word) {
        let sign = rest[rest.startIndex + word.count]
        if sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") {
          let value = rest.dropFirst(word.count + 1).drop { $0 == 0x20 || $0 == 0x09 }
          let name = value.prefix(while: isNameByte)
          if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}

// From a file's bytes to its text, with CPython's refusals of what is no text.

extension SourceText {
  /// Reads a file's bytes as UTF-8; a byte order mark before them is passed over.
  ///
  /// - Returns: the text, or the SyntaxError that CPython 3.11 reports for such bytes.
  package static func decode(
    _ bytes: [UInt8], name: String
  ) -> Result<SourceText, Diagnostic> {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let fault = firstFault(in: content, name: name) { return .failure(fault) }
    return .success(SourceText(name: name, text: String(decoding: content, as: UTF8.self)))
  }

  private static func firstFault(in content: ArraySlice<UInt8>, name: String) -> Diagnostic? {
    if let null = content.firstIndex(of: 0) {
      let line = 1 + content[..<null].count { $0 == 0x0A }
      let start = Position(line: line, column: 0)
      return Diagnostic(
        .python("SyntaxError"), "source code cannot contain null bytes", at: Span(start, start),
        note: "This is not a text file.")
    }
    guard let place = firstNonUTF8(content) else { return nil }
    let line = 1 + content[..<place].count { $0 == 0x0A }
    let digits = String(content[place], radix: 16)
    return Diagnostic(
      .python("SyntaxError"),
      "Non-UTF-8 code starting with '\\x\(digits)' in file \(name) on line \(line), "
        + "but no encoding declared; see https://peps.python.org/pep-0263/ for details",
      at: nil, hint: "save the file as UTF-8")
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

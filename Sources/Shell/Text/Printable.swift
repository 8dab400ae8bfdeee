// Text of strangers made safe for a terminal: a program's output could hold escape sequences.

package enum Printable {
  /// The text with control characters shown as `^A` or `\x9b`; tabs stay.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if !isControl(scalar) {
        result.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20 {
        result += "^" + String(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
      } else {
        result += "\\x" + String(scalar.value, radix: 16)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value != 9
      && (scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
        // What turns the direction of text would let a line look like another.
        || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
  }
}

// From a line to a command. Any beginning that fits one command alone is that command; a full name
// always is. Full-width letters and spaces, as an input method leaves them, read as ASCII.

import Diagnostics

package enum CommandReader {
  package static func read(_ line: String) -> CommandReading {
    let (word, argument) = split(narrowed(line))
    guard !word.isEmpty else { return .nothing }
    let lower = word.lowercased()
    if let command = Command(rawValue: lower) { return .command(command, argument: argument) }
    if let command = otherNames[lower] { return .command(command, argument: argument) }
    let beginning = Command.allCases.filter { $0.rawValue.hasPrefix(lower) }
    if beginning.count == 1 { return .command(beginning[0], argument: argument) }
    if beginning.count > 1 { return .ambiguous(word: word, beginning) }
    let nearest = Spelling.nearest(to: lower, among: Command.allCases.map(\.rawValue))
    return .unknown(word: word, nearest: nearest.flatMap(Command.init(rawValue:)))
  }

  /// Words from other shells that can only mean one thing.
  private static let otherNames: [String: Command] = [
    "?": .help, "exit": .quit, "bye": .quit, "ls": .lessons, "cd": .go, "cat": .show,
    "list": .show, "status": .progress, "goto": .go, "prev": .back, "previous": .back,
  ]

  /// The first word, and the rest without spaces around it.
  package static func split(_ line: String) -> (word: String, rest: String) {
    let trimmed = trim(line)
    guard let space = trimmed.firstIndex(where: \.isWhitespace) else { return (trimmed, "") }
    return (String(trimmed[..<space]), trim(String(trimmed[space...])))
  }

  static func trim(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Full-width forms of ASCII as ASCII.
  private static func narrowed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xff01...0xff5e:
        result.append(Unicode.Scalar(scalar.value - 0xfee0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

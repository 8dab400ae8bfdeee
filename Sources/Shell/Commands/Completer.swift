// What could stand where the cursor is. Flows in: the text before it, and what there is to name.
// Flows out: words with one line about each.

import Glibc

package struct Completer: Sendable {
  /// A name and one line about it.
  package struct Item: Hashable, Sendable {
    package var name: String
    package var about: String

    package init(_ name: String, about: String = "") {
      self.name = name
      self.about = about
    }
  }

  package var commands: [Item]
  package var lessons: [Item]
  /// The lesson's programs.
  package var programs: [Item]
  /// Names that the current program defines or uses.
  package var programNames: [String]
  /// What an expression over a finished run may use.
  static let observed = [
    "printed(", "lines", "lines_of(", "file(", "exitcode(", "stuck", "crashed", "raised(",
    "overlap(", "before(", "seconds",
  ]

  package init(
    commands: [Item], lessons: [Item], programs: [Item] = [], programNames: [String] = []
  ) {
    self.commands = commands
    self.lessons = lessons
    self.programs = programs
    self.programNames = programNames
  }

  package func complete(_ text: String) -> Completion {
    let begun = text.drop { $0.isWhitespace }
    guard let space = begun.firstIndex(where: \.isWhitespace) else {
      return Self.choose(commands, beginning: String(begun))
    }
    let word = String(text[text.lastIndex { $0.isWhitespace }!...].dropFirst())
    guard case .command(let command, _) = CommandReader.read(String(begun[..<space])) else {
      return Completion(typed: 0, choices: [])
    }
    switch command {
    case .go, .skip: return Self.choose(lessons, beginning: word)
    case .help: return Self.choose(commands, beginning: word)
    case .show:
      return Self.choose(programs + programNames.map { Item($0) }, beginning: word)
    case .run, .drive: return files(word)
    case .explore: return explore(word)
    case .reset: return Self.choose([Item("all"), Item("copy")], beginning: word)
    case .lang: return Self.choose([Item("en"), Item("zh")], beginning: word)
    case .next, .back, .lessons, .predict, .timeline, .why, .hint, .retry, .edit, .check,
      .solution, .review, .progress, .quit:
      return Completion(typed: 0, choices: [])
    }
  }

  private static func choose(_ items: [Item], beginning word: String) -> Completion {
    let choices = items.filter { $0.name.hasPrefix(word) }.map {
      Completion.Choice(word: $0.name, about: $0.about, isWhole: !$0.name.hasSuffix("("))
    }
    return Completion(typed: word.count, choices: choices)
  }

  private func files(_ word: String) -> Completion {
    let lesson = Self.choose(programs, beginning: word)
    return Completion(typed: word.count, choices: lesson.choices + FileNames.choices(word))
  }

  private func explore(_ word: String) -> Completion {
    // The last name within an expression: after `printed("` it is not ours to complete.
    let name = String(word.reversed().prefix { $0 == "_" || $0.isLetter || $0.isNumber }.reversed())
    if name.count < word.count, !word.contains("/"), !word.contains(".") {
      let names = Self.observed.map { Item($0) } + programNames.map { Item($0) }
      return Self.choose(names, beginning: name)
    }
    let files = self.files(word)
    let names = Self.choose(Self.observed.map { Item($0) }, beginning: word)
    return Completion(typed: word.count, choices: files.choices + names.choices)
  }
}

/// Python files and folders of the disk.
enum FileNames {
  /// Those that begin with `word`, which may hold folders.
  static func choices(_ word: String) -> [Completion.Choice] {
    let cut = word.lastIndex(of: "/").map { word.index(after: $0) } ?? word.startIndex
    let folder = String(word[..<cut])
    let beginning = word[cut...]
    guard let listing = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(listing) }
    var choices: [Completion.Choice] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(beginning), !name.hasPrefix(".") else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        choices.append(Completion.Choice(word: folder + name + "/", isWhole: false))
      } else if name.hasSuffix(".py") {
        choices.append(Completion.Choice(word: folder + name))
      }
    }
    return choices.sorted { $0.word < $1.word }
  }
}

/// The names that a Python source uses, without its keywords.
package enum SourceNames {
  package static func of(_ source: String) -> [String] {
    var seen: Set<String> = []
    var names: [String] = []
    for line in PythonColours.lines(of: source) {
      for run in line.runs where run.style == [] || run.style == .bold {
        let words = run.text.split { !($0 == "_" || $0.isLetter || $0.isNumber) }
        for word in words where word.first?.isNumber == false {
          if seen.insert(String(word)).inserted { names.append(String(word)) }
        }
      }
    }
    return names.sorted()
  }
}

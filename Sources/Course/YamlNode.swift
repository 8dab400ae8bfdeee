// YAML as lessons use it: texts, lists and records. Flows in: a front matter or a block. Flows out: a
// tree with the line of each part, or a fault. Only this file knows Yams. Anchors and aliases are
// refused before Yams sees them, because a few lines of them can stand for billions.

import Diagnostics
import Yams

/// A part of a YAML text, with its place in the file that it stands in.
struct YamlNode {
  enum Content {
    /// Its text; what it means is the reader's to say.
    case scalar(String)
    case list([YamlNode])
    case record([Entry])
  }

  struct Entry {
    let key: String
    let line: Int
    let value: YamlNode
  }

  let content: Content
  let line: Int

  /// What one block or front matter may hold.
  static let limit = 1 << 16

  /// The tree of `text`, whose first line is line `firstLine` of `file`; nil where it is empty.
  static func parse(
    _ text: String, in file: LessonFile, firstLine: Int
  ) -> Result<YamlNode?, CourseFault> {
    guard text.utf8.count <= limit else {
      return .failure(
        file.fault(.says("This block is larger than \(limit >> 10) KiB."), line: firstLine))
    }
    if let alias = alias(in: text, firstLine: firstLine) {
      return .failure(
        file.fault(
          .says("Anchors and aliases (&\(alias.name), *\(alias.name)) are not used here."),
          line: alias.line, hint: .says("write the value out where it is needed")))
    }
    if let line = deepLine(in: text) {
      return .failure(
        file.fault(
          .says("This is nested deeper than \(deepest) levels."), line: firstLine + line,
          hint: .says("write lists of simple values")))
    }
    do {
      // The basic resolver takes every plain scalar for a text; what it means is the reader's to say.
      guard let node = try Yams.compose(yaml: text, .basic) else { return .success(nil) }
      return convert(node, in: file, firstLine: firstLine)
    } catch let error as YamlError {
      return .failure(fault(for: error, in: file, firstLine: firstLine))
    } catch {
      return .failure(file.fault(.says("This YAML cannot be read."), line: firstLine))
    }
  }

  /// What kind of thing it is, in words.
  var kind: Wording {
    switch content {
    case .scalar: .says("a text")
    case .list: .says("a list")
    case .record: .says("a record of keys")
    }
  }

  // MARK: From Yams

  private static func convert(
    _ node: Node, in file: LessonFile, firstLine: Int
  ) -> Result<YamlNode?, CourseFault> {
    let line = firstLine + max(0, (node.mark?.line ?? 1) - 1)
    switch node {
    case .scalar(let scalar):
      return .success(YamlNode(content: .scalar(scalar.string), line: line))
    case .sequence(let sequence):
      var items: [YamlNode] = []
      for item in sequence {
        switch convert(item, in: file, firstLine: firstLine) {
        case .failure(let fault): return .failure(fault)
        case .success(let item): if let item { items.append(item) }
        }
      }
      return .success(YamlNode(content: .list(items), line: line))
    case .mapping(let mapping):
      return record(mapping, in: file, firstLine: firstLine).map {
        YamlNode(content: .record($0), line: line)
      }
    case .alias:
      return .failure(file.fault(.says("Aliases are not used here."), line: line))
    }
  }

  private static func record(
    _ mapping: Node.Mapping, in file: LessonFile, firstLine: Int
  ) -> Result<[Entry], CourseFault> {
    var entries: [Entry] = []
    for (key, value) in mapping {
      let line = firstLine + max(0, (key.mark?.line ?? 1) - 1)
      guard case .scalar(let name) = key else {
        return .failure(file.fault(.says("A key must be a word."), line: line))
      }
      switch convert(value, in: file, firstLine: firstLine) {
      case .failure(let fault): return .failure(fault)
      case .success(let value):
        if let value { entries.append(Entry(key: name.string, line: line, value: value)) }
      }
    }
    return .success(entries)
  }

  // MARK: Faults

  private static func fault(
    for error: YamlError, in file: LessonFile, firstLine: Int
  ) -> CourseFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return file.fault(
        .says("This is not YAML: \(problem)."), line: firstLine + max(0, mark.line - 1),
        hint: hint(for: problem))
    case .duplicatedKeysInMapping(let keys, let context):
      return file.fault(
        .says("The key '\(keys.first ?? "")' stands here twice."),
        line: firstLine + max(0, context.mark.line - 1), hint: .says("keep one of them"))
    case .reader(let problem, _, _, _):
      return file.fault(.says("This is not YAML: \(problem)."), line: firstLine)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return file.fault(.says("This YAML cannot be read."), line: firstLine)
    }
  }

  private static func hint(for problem: String) -> Wording? {
    if problem.contains("mapping values are not allowed") {
      return .says("put a text that has ': ' in it into quotes")
    }
    if problem.contains("cannot start any token") {
      return .says("indent with spaces, and put a text that starts with a special sign into quotes")
    }
    if problem.contains("could not find expected ':'") {
      return .says("write 'key: value', one on each line")
    }
    return nil
  }

  /// How deep lists and records may stand in each other: what reads them calls itself for each.
  private static let deepest = 64

  /// The first line, from 0, on which more brackets are open, or more list signs stand one behind
  /// the other, than may be.
  private static func deepLine(in text: String) -> Int? {
    var line = 0
    var brackets = 0
    var signs = 0
    var isSign = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        signs = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): break
      case UInt8(ascii: " "): if isSign { signs += 1 }
      default: signs = 0
      }
      isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
      if brackets > deepest || signs > deepest { return line }
    }
    return nil
  }

  /// The first name that is both set by `&name` and used by `*name`, and where it is set.
  private static func alias(in text: String, firstLine: Int) -> (name: String, line: Int)? {
    let anchors = marked(with: UInt8(ascii: "&"), in: text)
    guard !anchors.isEmpty else { return nil }
    let used = Set(marked(with: UInt8(ascii: "*"), in: text).map(\.name))
    guard let anchor = anchors.first(where: { used.contains($0.name) }) else { return nil }
    return (anchor.name, firstLine + anchor.line)
  }

  /// Every `&name` or `*name` in a text, with its line from 0.
  private static func marked(with sign: UInt8, in text: String) -> [(name: String, line: Int)] {
    var found: [(name: String, line: Int)] = []
    var line = 0
    var name: [UInt8]?
    for byte in Array(text.utf8) + [UInt8(ascii: "\n")] {
      let isSeparator = byte <= 0x20 || Array("[]{},:".utf8).contains(byte)
      if let open = name {
        if isSeparator || byte == sign {
          if !open.isEmpty { found.append((String(decoding: open, as: UTF8.self), line)) }
          name = byte == sign ? [] : nil
        } else {
          name?.append(byte)
        }
      } else if byte == sign {
        name = []
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    return found
  }
}

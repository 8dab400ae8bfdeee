// A grammar of program texts, and how a text is drawn from it. Flows in: rules and a seed. Flows out:
// a program. It knows no Python: names, kinds and blocks are all that it keeps track of.
//
// A rule is `kind = template`. In a template, whose lines are indented as it is placed,
//   «kind»        is a text of that kind, drawn anew
//   «^kind»       likewise, without the names that this template binds
//   «var kind»    is a name of that kind that is known here; without one the rule cannot be drawn
//   «new kind»    is a fresh name, known after this statement
//   «bind kind»   is a fresh name, known in the rest of this template
//   «it kind»     is the name that this template binds with `x:kind |` at its beginning
//   «block»       is a few statements

/// A source of the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct Grammar: Sendable {
  enum Piece: Sendable {
    case text(String)
    case draw(String, outside: Bool)
    case known(String)
    case fresh(String)
    case bound(String)
    case named(String)
    case block
  }

  struct Template: Sendable {
    /// The kind of the name that it binds for itself.
    var binds: String?
    var pieces: [Piece]
    /// Whether nothing in it is drawn again.
    var isLeaf: Bool
  }

  private(set) var templates: [String: [Template]] = [:]

  /// - Parameter rules: a rule a line.
  /// - Parameter passages: for a kind, templates of several lines, parted by lines of `--`.
  init(rules: String, passages: [String: String]) {
    for line in rules.split(separator: "\n") {
      guard let mark = line.range(of: " = ") else { continue }
      templates[String(line[..<mark.lowerBound]), default: []]
        .append(Self.template(String(line[mark.upperBound...])))
    }
    for (kind, text) in passages {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      templates[kind] = lines.split(separator: "--").map {
        Self.template($0.joined(separator: "\n"))
      }
    }
  }

  private static func template(_ text: String) -> Template {
    var body = text[...]
    var binds: String?
    if body.hasPrefix("x:"), let bar = body.range(of: " | ") {
      binds = String(body[..<bar.lowerBound].dropFirst(2))
      body = body[bar.upperBound...]
    }
    var pieces: [Piece] = []
    for (index, part) in body.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: "»") else {
        pieces.append(.text(String(part)))
        continue
      }
      pieces.append(piece(String(part[..<end])))
      pieces.append(.text(String(part[part.index(after: end)...])))
    }
    let isLeaf = pieces.allSatisfy {
      switch $0 {
      case .text, .known, .named: true
      case .draw, .fresh, .bound, .block: false
      }
    }
    return Template(binds: binds, pieces: pieces, isLeaf: isLeaf)
  }

  private static func piece(_ text: String) -> Piece {
    let words = text.split(separator: " ").map(String.init)
    switch words[0] {
    case "block": return .block
    case "var": return .known(words[1])
    case "new": return .fresh(words[1])
    case "bind": return .bound(words[1])
    case "it": return .named(words[1])
    case let kind where kind.hasPrefix("^"): return .draw(String(kind.dropFirst()), outside: true)
    case let kind: return .draw(kind, outside: false)
    }
  }
}

/// Draws one program.
struct ProgramDraw {
  let grammar: Grammar
  var random: SplitMix
  /// The names that are known, innermost last.
  private var names: [(name: String, kind: String)] = []
  private var count = 0
  /// Kinds that stand in for one another now and then, so that programs meet errors too.
  private let mixed = ["int", "float", "text", "bool", "ints", "texts", "table", "pair", "none"]

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SplitMix(state: seed)
  }

  /// A program of so many statements; most report the exception that they meet and go on, with
  /// plain values under the names that are missing now.
  mutating func program(statements: Int) -> String {
    var text = "import collections, functools, itertools, json, math\n"
    for _ in 0..<statements {
      let before = names.count
      let statement = drawStatement(depth: 3)
      guard Int.random(in: 0..<14, using: &random) > 0 else {
        text += statement + "\n"
        continue
      }
      text += "try:\n    " + Self.indented(statement, by: 4)
      text += "\nexcept Exception as error:\n    print(type(error).__name__, error)\n"
      for new in names[before...] {
        guard let value = Self.plain[new.kind] else { continue }
        text += "    \(new.name) = \(value)\n"
      }
    }
    return text
  }

  private static let plain = [
    "int": "5", "float": "2.5", "text": "'plain'", "bool": "True", "ints": "[4, 5, 6]",
    "texts": "['p', 'q']", "table": "{'a': 1, 'p': 2}", "pair": "(1, 'p')", "set": "{1, 5}",
    "any": "None",
  ]

  private mutating func drawStatement(depth: Int) -> String {
    while true {
      var introduced: [(name: String, kind: String)] = []
      let known = names.count
      let drawn = draw("statement", depth: depth, introduced: &introduced)
      names.removeSubrange(known...)
      guard let drawn else { continue }
      names += introduced
      return drawn
    }
  }

  private mutating func draw(
    _ kind: String, depth: Int, introduced: inout [(name: String, kind: String)]
  ) -> String? {
    let all = grammar.templates[kind] ?? []
    let leaves = all.filter(\.isLeaf)
    for _ in 0..<20 {
      let choices = depth <= 0 && !leaves.isEmpty ? leaves : all
      guard let template = choices.randomElement(using: &random) else { return nil }
      let before = introduced.count
      if let text = expand(template, depth: depth - 1, introduced: &introduced) { return text }
      introduced.removeSubrange(before...)
    }
    return nil
  }

  private mutating func expand(
    _ template: Grammar.Template, depth: Int, introduced: inout [(name: String, kind: String)]
  ) -> String? {
    let outside = names
    defer { names = outside }
    var own = ""
    if let kind = template.binds {
      own = freshName()
      names.append((own, kind))
    }
    var text = ""
    for piece in template.pieces {
      switch piece {
      case .text(let words): text += words
      case .named: text += own
      case .known(let kind):
        guard let name = known(kind) else { return nil }
        text += name
      case .fresh(let kind):
        let name = freshName()
        introduced.append((name, kind))
        text += name
      case .bound(let kind):
        let name = freshName()
        names.append((name, kind))
        text += name
      case .block: text += drawBlock(depth: depth, indent: Self.column(of: text))
      case .draw(let kind, let isOutside):
        let inside = names
        if isOutside { names = outside }
        let drawn = draw(standIn(for: kind), depth: depth, introduced: &introduced)
        names = inside
        guard let drawn else { return nil }
        text += Self.indented(drawn, by: Self.column(of: text))
      }
    }
    return text
  }

  private mutating func drawBlock(depth: Int, indent: Int) -> String {
    let known = names.count
    let statements = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      drawStatement(depth: min(depth, 1))
    }
    names.removeSubrange(known...)
    return Self.indented(statements.joined(separator: "\n"), by: indent)
  }

  private mutating func freshName() -> String {
    count += 1
    return "n\(count)"
  }

  private mutating func known(_ kind: String) -> String? {
    names.filter { $0.kind == kind }.randomElement(using: &random)?.name
  }

  private mutating func standIn(for kind: String) -> String {
    guard mixed.contains(kind), Int.random(in: 0..<60, using: &random) == 0 else { return kind }
    return mixed.randomElement(using: &random) ?? kind
  }

  private static func column(of text: String) -> Int {
    text.reversed().prefix { $0 != "\n" }.count
  }

  private static func indented(_ text: String, by columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + String(repeating: " ", count: columns))
  }
}

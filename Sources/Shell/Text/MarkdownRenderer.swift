// A lesson's text for a terminal. Flows in: CommonMark and a width. Flows out: rows that fit it.
// Blocks are set one below the other; what surrounds them (a quote's bar, a list's margin) is the
// prefix that each row begins with.

import Diagnostics

package struct MarkdownRenderer {
  package let width: Int
  /// Colours the lines of a code block in a language; nil leaves them as they are.
  package var colourCode: (String, _ language: String) -> [StyledText]?

  package init(
    width: Int,
    colourCode: @escaping (String, _ language: String) -> [StyledText]? = { _, _ in nil }
  ) {
    self.width = width
    self.colourCode = colourCode
  }

  /// The rows of a text, set in by `margin` columns, without blank rows around it.
  package func render(_ markdown: String, margin: Int = 2) -> [StyledText] {
    let tree = MarkdownTree(markdown)
    return blocks(tree.root.children, prefix: Prefix(spaces: margin), isTight: false)
  }

  /// What begins the first row of a block, and the rows after it.
  struct Prefix {
    var first: StyledText
    var rest: StyledText

    init(first: StyledText, rest: StyledText) {
      self.first = first
      self.rest = rest
    }

    init(spaces: Int) {
      rest = StyledText(String(repeating: " ", count: spaces))
      first = rest
    }

    /// The same within an inner block, whose own marks come after.
    func then(_ inner: Prefix) -> Prefix {
      Prefix(first: first + inner.first, rest: rest + inner.rest)
    }

    /// For all blocks but the first in an item.
    var following: Prefix { Prefix(first: rest, rest: rest) }
  }

  func blocks(_ nodes: [MarkdownNode], prefix: Prefix, isTight: Bool) -> [StyledText] {
    var rows: [StyledText] = []
    var prefix = prefix
    for node in nodes {
      let block = self.block(node, prefix: prefix)
      guard !block.isEmpty else { continue }
      if !rows.isEmpty, !isTight { rows.append(prefix.rest.withoutTrailingSpaces) }
      rows += block
      prefix = prefix.following
    }
    return rows
  }

  private func block(_ node: MarkdownNode, prefix: Prefix) -> [StyledText] {
    switch node.kind {
    case .document: return blocks(node.children, prefix: prefix, isTight: false)
    case .heading(let level): return heading(node, level: level, prefix: prefix)
    case .paragraph:
      return inline(node.children).wrapped(to: width, first: prefix.first, rest: prefix.rest)
    case .quote:
      let bar = StyledText("│ ", style: .dim)
      return blocks(
        node.children, prefix: prefix.then(Prefix(first: bar, rest: bar)), isTight: false)
    case .list: return list(node, prefix: prefix)
    case .codeBlock(let language):
      return code(node.literal, language: language, prefix: prefix)
    case .table: return table(node, prefix: prefix)
    case .rule:
      let length = max(3, min(width - prefix.first.width, 24))
      return [
        prefix.first + StyledText(String(repeating: "─", count: length), style: .dim)
      ]
    case .html, .unknown, .item, .taskItem, .tableRow, .tableCell, .text, .softBreak, .lineBreak,
      .code, .emphasis, .strong, .struck, .link, .image:
      // Comments and other HTML mean nothing on a terminal.
      return []
    }
  }

  private func heading(_ node: MarkdownNode, level: Int, prefix: Prefix) -> [StyledText] {
    let style: TextStyle = level <= 2 ? [.bold, .cyan] : .bold
    let rows = inline(node.children, style: style)
      .wrapped(to: width, first: prefix.first, rest: prefix.rest)
    guard level <= 2 else { return rows }
    let length = (rows.map(\.width).max() ?? 0) - prefix.rest.width
    let line = String(repeating: level == 1 ? "═" : "─", count: max(length, 1))
    return rows + [prefix.rest + StyledText(line, style: .dim)]
  }

  private func list(_ node: MarkdownNode, prefix: Prefix) -> [StyledText] {
    let items = node.children
    let last = node.firstNumber + items.count - 1
    let markWidth = node.isOrderedList ? "\(last). ".count : 2
    var rows: [StyledText] = []
    var prefix = prefix
    for (index, item) in items.enumerated() {
      let mark = self.mark(of: item, in: node, index: index)
      let inner = Prefix(
        first: StyledText(mark, style: .cyan).padded(to: markWidth),
        rest: StyledText(String(repeating: " ", count: max(markWidth, mark.count))))
      if index > 0, !node.isTight { rows.append(prefix.rest.withoutTrailingSpaces) }
      let block = blocks(item.children, prefix: prefix.then(inner), isTight: node.isTight)
      rows += block.isEmpty ? [prefix.first + inner.first] : block
      prefix = prefix.following
    }
    return rows
  }

  private func mark(of item: MarkdownNode, in list: MarkdownNode, index: Int) -> String {
    if case .taskItem(let done) = item.kind { return done ? "[x] " : "[ ] " }
    return list.isOrderedList ? "\(list.firstNumber + index). " : "• "
  }

  private func code(_ text: String, language: String, prefix: Prefix) -> [StyledText] {
    var text = text
    while text.last?.isNewline == true { text.removeLast() }
    let lines =
      colourCode(text, language)
      ?? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { StyledText(String($0), style: .code) }
    let margin = prefix.then(Prefix(spaces: width < 60 ? 2 : 4))
    var rows: [StyledText] = []
    for (index, line) in lines.enumerated() {
      let first = index == 0 ? margin.first : margin.rest
      let cut = line.expandingTabs.cut(
        to: width, first: first, rest: margin.rest + StyledText("↳ ", style: .dim))
      rows += cut.map(\.withoutTrailingSpaces)
    }
    return rows
  }
}

// Inline text.
extension MarkdownRenderer {
  func inline(_ nodes: [MarkdownNode], style: TextStyle = []) -> StyledText {
    var text = StyledText()
    for node in nodes { text.append(inline(node, style: style)) }
    return text
  }

  private func inline(_ node: MarkdownNode, style: TextStyle) -> StyledText {
    switch node.kind {
    case .text: return StyledText(node.literal, style: style)
    case .softBreak: return StyledText(" ", style: style)
    case .lineBreak: return "\n"
    case .code: return StyledText("`\(node.literal)`", style: style.union(.code))
    case .emphasis: return inline(node.children, style: style.union(.italic))
    case .strong: return inline(node.children, style: style.union(.bold))
    case .struck: return inline(node.children, style: style.union(.dim))
    case .link: return link(node, style: style)
    case .image: return inline(node.children, style: style.union(.italic))
    case .html, .unknown: return StyledText()
    case .document, .paragraph, .quote, .list, .item, .taskItem, .rule, .heading, .codeBlock,
      .table, .tableRow, .tableCell:
      return inline(node.children, style: style)
    }
  }

  private func link(_ node: MarkdownNode, style: TextStyle) -> StyledText {
    let text = inline(node.children, style: style.union(.underlined))
    // A place within the course is of no use on a terminal; an address is.
    guard node.url.contains("://"), node.url != text.plain else { return text }
    return text + StyledText(" (\(node.url))", style: style.union(.dim))
  }
}

extension StyledText {
  /// Without the spaces at its end.
  var withoutTrailingSpaces: StyledText {
    var kept = runs
    while let last = kept.last {
      var text = last.text
      while text.last == " " { text.removeLast() }
      if text.isEmpty {
        kept.removeLast()
        continue
      }
      kept[kept.count - 1].text = text
      break
    }
    var result = StyledText()
    for run in kept { result.append(run.text, style: run.style) }
    return result
  }

  /// With spaces up to the next multiple of 8 columns for each tab.
  var expandingTabs: StyledText {
    guard runs.contains(where: { $0.text.contains("\t") }) else { return self }
    var result = StyledText()
    var column = 0
    for run in runs {
      var text = ""
      for character in run.text {
        let width = character == "\t" ? 8 - column % 8 : DisplayWidth.of(character)
        text += character == "\t" ? String(repeating: " ", count: width) : String(character)
        column += width
      }
      result.append(text, style: run.style)
    }
    return result
  }
}

// Tables of a lesson's text. Columns take what they need; where that is too wide, the widest give
// way, and where even that leaves no room, each row becomes a little list.

import Diagnostics

extension MarkdownRenderer {
  private static let gap = 2
  /// A column narrower than this does not read.
  private static let narrowest = 6

  func table(_ node: MarkdownNode, prefix: Prefix) -> [StyledText] {
    let rows = node.children.map { row in row.children.map { inline($0.children) } }
    guard let header = rows.first, !header.isEmpty else { return [] }
    let alignments = node.alignments
    let natural = header.indices.map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let room = width - prefix.rest.width - Self.gap * (header.count - 1)
    guard let widths = Self.fit(natural, into: room) else {
      return stacked(header: header, rows: Array(rows.dropFirst()), prefix: prefix)
    }
    var result: [StyledText] = []
    for (index, row) in rows.enumerated() {
      let cells = index == 0 ? row.map { $0.styled(.bold) } : row
      let lines = self.lines(of: cells, widths: widths, alignments: alignments)
      for line in lines {
        result.append((result.isEmpty ? prefix.first : prefix.rest) + line)
      }
      if index == 0 { result.append(prefix.rest + Self.rule(widths)) }
    }
    return result.map(\.withoutTrailingSpaces)
  }

  /// Widths that fit into `room`, the widest columns cut first; nil where they would not read.
  private static func fit(_ natural: [Int], into room: Int) -> [Int]? {
    var widths = natural
    while widths.reduce(0, +) > room {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > narrowest
      else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  private static func rule(_ widths: [Int]) -> StyledText {
    let lines = widths.map { String(repeating: "─", count: max($0, 1)) }
    return StyledText(lines.joined(separator: String(repeating: " ", count: gap)), style: .dim)
  }

  private func lines(
    of cells: [StyledText], widths: [Int], alignments: [UInt8]
  ) -> [StyledText] {
    let wrapped = widths.indices.map { column in
      column < cells.count ? cells[column].wrapped(to: max(widths[column], 1)) : []
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = StyledText()
      for column in widths.indices {
        if column > 0 { text.append(String(repeating: " ", count: Self.gap)) }
        let cell = line < wrapped[column].count ? wrapped[column][line] : StyledText()
        let alignment = column < alignments.count ? alignments[column] : 0
        text.append(Self.aligned(cell, in: widths[column], by: alignment))
      }
      return text
    }
  }

  private static func aligned(
    _ cell: StyledText, in width: Int, by alignment: UInt8
  ) -> StyledText {
    let missing = max(0, width - cell.width)
    let before: Int
    switch alignment {
    case UInt8(ascii: "r"): before = missing
    case UInt8(ascii: "c"): before = missing / 2
    default: before = 0
    }
    return (StyledText(String(repeating: " ", count: before)) + cell).padded(to: width)
  }

  private func stacked(
    header: [StyledText], rows: [[StyledText]], prefix: Prefix
  ) -> [StyledText] {
    var result: [StyledText] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { result.append(prefix.rest.withoutTrailingSpaces) }
      for (name, cell) in zip(header, row) {
        let text = name.styled(.bold) + ": " + cell
        result += text.wrapped(
          to: width, first: result.isEmpty ? prefix.first : prefix.rest,
          rest: prefix.rest + "  ")
      }
    }
    return result
  }
}

// cmark-gfm's tree as Swift sees it: nodes with a kind and children. Only this file calls cmark.

import CMark

/// A parsed text; it lives as long as its nodes are used.
final class MarkdownTree {
  let root: MarkdownNode

  /// Parses CommonMark with tables, task lists and strikethrough. Any text is valid.
  init(_ text: String) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist", "strikethrough"] {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    root = MarkdownNode(pointer: cmark_parser_finish(parser))
  }

  deinit { cmark_node_free(root.pointer) }
}

struct MarkdownNode {
  enum Kind {
    case document, paragraph, quote, list, item
    case taskItem(done: Bool)
    case rule, html
    case heading(level: Int)
    case codeBlock(language: String)
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, code, emphasis, strong, struck, link, image
    case unknown
  }

  let pointer: OpaquePointer?

  var children: [MarkdownNode] {
    var result: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let node = next {
      result.append(MarkdownNode(pointer: node))
      next = cmark_node_next(node)
    }
    return result
  }

  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  var firstNumber: Int { Int(cmark_node_get_list_start(pointer)) }

  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// How the columns of a table stand: `l`, `c`, `r`, or 0 where the author left it open.
  var alignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let values = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { values[$0] }
  }

  /// By name, since the extensions' numbers are variables that C could change.
  var kind: Kind {
    switch String(cString: cmark_node_get_type_string(pointer)) {
    case "document": .document
    case "paragraph": .paragraph
    case "block_quote": .quote
    case "list": .list
    case "item": .item
    case "tasklist": .taskItem(done: cmark_gfm_extensions_get_tasklist_item_checked(pointer))
    case "thematic_break": .rule
    case "html_block", "html_inline": .html
    case "heading": .heading(level: Int(cmark_node_get_heading_level(pointer)))
    case "code_block":
      .codeBlock(language: cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "")
    case "table": .table
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell
    case "text": .text
    case "softbreak": .softBreak
    case "linebreak": .lineBreak
    case "code": .code
    case "emph": .emphasis
    case "strong": .strong
    case "strikethrough": .struck
    case "link": .link
    case "image": .image
    default: .unknown
    }
  }
}

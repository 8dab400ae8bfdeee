// From a site to the program's text: its line, and the words of the call that stands there; and
// diagnostics with the line that they speak of.

import Diagnostics
import Language

struct LineTable {
  private let program: Program
  private let language: ReadingLanguage

  init(_ program: Program, in language: ReadingLanguage) {
    self.program = program
    self.language = language
  }

  private func span(of site: Site) -> Span? {
    guard site.code < program.codes.count else { return nil }
    let spans = program.codes[Int(site.code)].spans
    return spans.indices.contains(Int(site.pc)) ? spans[Int(site.pc)] : nil
  }

  /// From 1; 0 where nothing is known.
  func line(of site: Site) -> Int { span(of: site)?.line ?? 0 }

  /// What a person reads.
  func text(of diagnostic: Diagnostic) -> String {
    DiagnosticRenderer(in: language).render(diagnostic, in: program.source)
  }

  /// The source text that waits there, on one line; nil for `Site.end`.
  func text(of site: Site) -> String? {
    guard let span = span(of: site) else { return nil }
    let characters = Array(program.source.line(span.line).unicodeScalars)
    let start = min(Int(span.start.column), characters.count)
    let isOneLine = span.end.line == span.start.line
    let end = isOneLine ? min(Int(span.end.column), characters.count) : characters.count
    guard start < end else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters[start..<end])
    return String(text) + (isOneLine ? "" : " …")
  }
}

// A fault of a course's files as data: which file, where, what is wrong, what to write instead.

import Diagnostics

/// One fault in one file of a course.
package struct CourseFault: Error, Hashable, Sendable {
  /// The file as people would name it: the course's folder as it was given, then the path in it.
  package var file: String
  /// The fault; its span counts lines from the file's first.
  package var diagnostic: Diagnostic
  /// The file's text, for marking the place; nil where there is none to show.
  package var source: SourceText?

  package init(file: String, diagnostic: Diagnostic, source: SourceText? = nil) {
    self.file = file
    self.diagnostic = diagnostic
    self.source = source
  }

  /// A fault that authors meet, whose words are English in every language.
  init(
    file: String, _ message: String, at span: Span? = nil, hint: String? = nil
  ) {
    self.init(
      file: file,
      diagnostic: Diagnostic(
        .input, .fixed(message), at: span, hint: hint.map(Wording.fixed)))
  }

  /// `lessons/03-lock/lesson.md, line 12: …`, with the hint on a second line where there is one.
  package func summary(in language: ReadingLanguage) -> String {
    var text = file
    switch language {
    case .english:
      if let line = diagnostic.span?.line { text += ", line \(line)" }
      text += ": "
    case .chinese:
      if let line = diagnostic.span?.line { text += " 第 \(line) 行" }
      text += "："
    }
    text += diagnostic.message.text(in: language)
    if let note = diagnostic.note { text += "\n  " + note.text(in: language) }
    if let hint = diagnostic.hint {
      text += "\n  " + DiagnosticRenderer.hintWord(in: language) + hint.text(in: language)
    }
    return text
  }
}

/// Everything that is wrong with a course, in the order of its files and lines; never empty.
package struct CourseFaults: Error, Hashable, Sendable {
  package var faults: [CourseFault]

  package init(_ faults: [CourseFault]) { self.faults = faults }

  /// The faults' summaries, one below the other.
  package func summary(in language: ReadingLanguage) -> String {
    faults.map { $0.summary(in: language) }.joined(separator: "\n")
  }
}

/// A text file of the course, by the name that faults show.
struct LessonFile {
  let name: String
  let source: SourceText

  /// A fault that authors meet, whose words are English in every language.
  func fault(_ message: String, line: Int?, hint: String? = nil) -> CourseFault {
    fault(.fixed(message), line: line, hint: hint.map(Wording.fixed))
  }

  func fault(
    _ message: Wording, line: Int?, note: Wording? = nil, hint: Wording? = nil
  ) -> CourseFault {
    var span: Span?
    if let line {
      let length = source.line(line).unicodeScalars.count
      span = Span(Position(line: line, column: 0), Position(line: line, column: length))
    }
    return CourseFault(
      file: name, diagnostic: Diagnostic(.input, message, at: span, note: note, hint: hint),
      source: line == nil ? nil : source)
  }
}

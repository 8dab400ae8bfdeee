// An uncaught exception as CPython prints it, chained exceptions included.

import Diagnostics
import Language

extension Machine {
  /// The whole traceback, each line ended.
  mutating func tracebackText(of exception: Value) -> String {
    var seen: [Value] = []
    return tracebackText(of: exception, seen: &seen)
  }

  private mutating func tracebackText(of value: Value, seen: inout [Value]) -> String {
    guard let exception = exception(value) else { return "" }
    seen.append(value)
    var text = ""
    if exception.cause != .none, !seen.contains(exception.cause) {
      text += tracebackText(of: exception.cause, seen: &seen)
      text +=
        "\nThe above exception was the direct cause of the following exception:\n\n"
    } else if exception.context != .none, !exception.suppressesContext,
      !seen.contains(exception.context)
    {
      text += tracebackText(of: exception.context, seen: &seen)
      text += "\nDuring handling of the above exception, another exception occurred:\n\n"
    }
    if !exception.traceback.isEmpty {
      text += "Traceback (most recent call last):\n"
      text += entriesText(exception.traceback.reversed())
    }
    return text + lastLine(of: value) + "\n"
  }

  /// More than three entries of one line in a row are folded, as CPython folds a recursion's.
  private func entriesText(_ entries: [TracebackEntry]) -> String {
    var text = ""
    var index = 0
    while index < entries.count {
      var end = index + 1
      while end < entries.count, isSameLine(entries[end], entries[index]) { end += 1 }
      let shown = min(end - index, 3)
      for entry in entries[index..<(index + shown)] { text += entryText(entry) }
      let more = end - index - shown
      if more > 0 { text += "  [Previous line repeated \(more) more time\(more > 1 ? "s" : "")]\n" }
      index = end
    }
    return text
  }

  private func isSameLine(_ left: TracebackEntry, _ right: TracebackEntry) -> Bool {
    let (first, second) = (image.code(left.code), image.code(right.code))
    return first.name == second.name
      && first.spans[Int(left.pc)].line == second.spans[Int(right.pc)].line
  }

  private func entryText(_ entry: TracebackEntry) -> String {
    let code = image.code(entry.code)
    let span = code.spans[Int(entry.pc)]
    let source = image.program.source
    var text = "  File \"\(source.name)\", line \(span.line), in \(code.name)\n"
    for line in TracebackLines.lines(of: span, in: source) { text += line + "\n" }
    return text
  }

  /// `KeyError: 'x'`
  mutating func lastLine(of value: Value) -> String {
    guard let exception = exception(value) else { return "" }
    let name = qualifiedName(ofType: exception.type)
    let message = quietText(of: value)
    return (message.isEmpty ? name : "\(name): \(message)") + suggestion(for: exception)
  }

  /// `. Did you mean: 'money'?`; only the main process's own tracebacks have it.
  /// (CPython 3.11: traceback.py, which prints a child's, makes no suggestions.)
  private func suggestion(for exception: ExceptionObject) -> String {
    guard !process.runsTarget, let name = exception.attributes[.name].flatMap({ text($0) }) else {
      return ""
    }
    var candidates: [String] = []
    if builtinBase(of: exception.type).isSubtype(of: .nameError) {
      if let entry = exception.traceback.first { candidates += image.code(entry.code).slotNames }
      for (index, name) in image.program.globalNames.enumerated()
      where globals[index] != .missing && globals[index] != image.initialGlobals[index] {
        candidates.append(name)
      }
      candidates += image.library.builtinNames
    } else if let owner = exception.attributes[.privateOwner] {
      candidates = attributeNames(of: owner)
    }
    guard let near = Spelling.suggestion(for: name.string, among: candidates) else { return "" }
    return ". Did you mean: '\(near)'?"
  }

  /// `str(value)` of an exception, where a failing `__str__` is told as CPython tells it.
  mutating func quietText(of value: Value) -> String {
    do throws(Interrupt) { return try str(value).string } catch {
      return "<exception str() failed>"
    }
  }

  /// What `str` of an exception of a builtin type gives.
  mutating func exceptionText(_ exception: ExceptionObject) throws(Interrupt) -> Text {
    let base = builtinBase(of: exception.type)
    if base.isSubtype(of: .osError), let number = exception.attributes[.errno], number != .none {
      return try systemErrorText(exception, number)
    }
    switch exception.arguments.count {
    case 0: return Text("")
    case 1:
      if base == .keyError { return try repr(exception.arguments[0]) }
      return try str(exception.arguments[0])
    default:
      let arguments = make(tuple: exception.arguments)
      return try repr(arguments)
    }
  }

  private mutating func systemErrorText(
    _ exception: ExceptionObject, _ number: Value
  ) throws(Interrupt) -> Text {
    var text = "[Errno \(try str(number).string)] "
    text += try str(exception.attributes[.strerror] ?? .none).string
    if let name = exception.attributes[.filename], name != .none {
      text += ": " + (try repr(name).string)
    }
    if let name = exception.attributes[.filename2], name != .none {
      text += " -> " + (try repr(name).string)
    }
    return Text(text)
  }
}

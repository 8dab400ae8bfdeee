// A report for people: a table for each learner, then the evidence, and a count below a batch. Widths
// are columns of a terminal; a line is wrapped where it does not fit, and pictures were drawn to fit.

import Course
import Diagnostics

/// Writes `--format text`.
struct TextReport {
  private let report: Report
  private let columns: Int
  private let phrases: ReportPhrases

  init(_ report: Report, columns: Int, language: ReadingLanguage) {
    self.report = report
    self.columns = max(24, columns)
    phrases = .table(language)
  }

  var text: String {
    var lines: [String] = []
    for submission in report.submissions {
      if !lines.isEmpty { lines.append("") }
      lines += heading(submission)
      lines += submission.notes.flatMap {
        wrapped(phrases.fill(phrases.note, ("note", $0)), indent: 2)
      }
      lines += table(submission)
      for part in submission.parts { lines += details(part) }
    }
    if report.submissions.count > 1 { lines += [""] + total }
    return lines.map { trimmed($0) + "\n" }.joined()
  }

  // MARK: The table

  private func heading(_ submission: GradedSubmission) -> [String] {
    let points = self.points(submission.points, submission.maxPoints)
    let name = DisplayWidth.prefix(of: submission.learner, columns: columns)
    let room = columns - DisplayWidth.of(name)
    let status = phrases.word(for: submission.status)
    let tail = submission.maxPoints > 0 ? "\(status), \(points)" : status
    if room >= DisplayWidth.of(tail) + 3 { return ["\(name) · \(tail)"] }
    return [name, "  " + tail]
  }

  private func points(_ points: Int, _ max: Int) -> String {
    phrases.fill(phrases.points, ("points", "\(points)"), ("max", "\(max)"))
  }

  /// One row a part; in a narrow terminal the verdict stands below the name.
  private func table(_ submission: GradedSubmission) -> [String] {
    let rows = submission.parts.map { part in
      (
        name: part.title, status: phrases.word(for: part.status),
        points: part.maxPoints > 0 ? self.points(part.points, part.maxPoints) : ""
      )
    }
    let name = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    let status = rows.map { DisplayWidth.of($0.status) }.max() ?? 0
    let points = rows.map { DisplayWidth.of($0.points) }.max() ?? 0
    let fits = 2 + name + 2 + status + 2 + points <= columns
    return rows.flatMap { row -> [String] in
      let tail =
        DisplayWidth.padded(row.status, to: status) + "  "
        + String(repeating: " ", count: points - DisplayWidth.of(row.points)) + row.points
      if fits {
        return [trimmed("  " + DisplayWidth.padded(row.name, to: name) + "  " + tail)]
      }
      return wrapped(row.name, indent: 2) + [trimmed("    " + tail)]
    }
  }

  // MARK: The evidence

  /// What a row of the table rests on; a right prediction speaks for itself.
  private func details(_ part: GradedPart) -> [String] {
    if part.kind == .prediction, part.status == .right { return [] }
    var lines = ["", "  " + DisplayWidth.prefix(of: part.title, columns: columns - 2)]
    if part.kind == .prediction {
      if !part.asked.isEmpty { lines += wrapped(part.asked, indent: 4) }
      if !part.given.isEmpty {
        lines += wrapped(phrases.fill(phrases.youSaid, ("answer", part.given)), indent: 4)
      }
    }
    if let says = commonWords(of: part) {
      lines += wrapped(says, indent: 4)
      return lines + evidence(part.checks[0]).dropLast()
    }
    for check in part.checks {
      if let last = lines.last, last.isEmpty { lines.removeLast() }
      var head = mark(check.status) + " "
      if part.kind == .program {
        head += "\(self.points(check.points, check.maxPoints))  \(check.name)  "
      }
      lines += wrapped(head + check.says, indent: 4, hanging: 2)
      lines += evidence(check)
    }
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// What all checks of a part say alike, where they do.
  private func commonWords(of part: GradedPart) -> String? {
    guard let first = part.checks.first, part.checks.allSatisfy({ $0.says == first.says }),
      part.kind != .program || part.checks.count > 1 || !first.says.isEmpty,
      part.status != .right, part.kind != .prediction,
      first.states == 0
    else { return nil }
    return first.says
  }

  private func mark(_ status: GradeStatus) -> String {
    switch status {
    case .right: "+"
    case .wrong, .missing: "-"
    case .unread, .undecided, .failed: "?"
    }
  }

  private func evidence(_ check: GradedCheck) -> [String] {
    var lines: [String] = []
    if !check.evidence.isEmpty {
      lines.append("")
      for line in check.evidence {
        lines += DisplayWidth.of(line) + 6 <= columns ? ["      " + line] : wrapped(line, indent: 6)
      }
    }
    if !check.schedule.isEmpty {
      lines += wrapped(phrases.fill(phrases.schedule, ("schedule", check.schedule)), indent: 6)
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  // MARK: The count

  private var total: [String] {
    let summary = report.summary
    let whole =
      summary.submissions == 1
      ? phrases.oneSubmission
      : phrases.fill(phrases.submissions, ("count", "\(summary.submissions)"))
    let counts: [(GradeStatus, Int)] = [
      (.right, summary.right), (.wrong, summary.wrong), (.missing, summary.missing),
      (.unread, summary.unread), (.undecided, summary.undecided), (.failed, summary.failed),
    ]
    let parts = counts.filter { $0.1 > 0 }.map { status, count in
      phrases.fill(phrases.count, ("count", "\(count)"), ("what", phrases.word(for: status)))
    }
    return wrapped(whole + ": " + parts.joined(separator: " · "), indent: 0)
  }

  // MARK: Lines

  /// - Parameter hanging: how much further to the right all rows but the first begin.
  private func wrapped(_ text: String, indent: Int, hanging: Int = 0) -> [String] {
    let rows = PlainText.wrapped(text, columns: columns - indent - hanging)
    return rows.enumerated().map { index, row in
      String(repeating: " ", count: index == 0 ? indent : indent + hanging) + row
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }
}

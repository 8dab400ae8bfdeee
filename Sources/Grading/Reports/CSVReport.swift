// A report as comma-separated values (RFC 4180): a row a learner, a column for each part that any of
// them has. A part's cell is its points, or empty where a learner handed in no such thing.

/// Writes `--format csv`.
struct CSVReport {
  let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    let titles = self.titles
    let head = ["learner", "status", "points", "max_points"] + titles + ["notes"]
    let rows = report.submissions.map { row($0, titles) }
    return ([head] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// The parts' titles as they first come, strays left out.
  private var titles: [String] {
    var seen: Set<String> = []
    return report.submissions.flatMap(\.parts).filter { $0.kind != .stray }.map(\.title)
      .filter { seen.insert($0).inserted }
  }

  private func row(_ submission: GradedSubmission, _ titles: [String]) -> [String] {
    let head = [
      submission.learner, submission.status.rawValue, "\(submission.points)",
      "\(submission.maxPoints)",
    ]
    let cells = titles.map { title in
      submission.parts.first { $0.title == title && $0.kind != .stray }.map { "\($0.points)" } ?? ""
    }
    var notes = submission.notes
    for part in submission.parts where part.status.exitStatus > 1 {
      for check in part.checks where check.status.exitStatus > 1 {
        let note = "\(part.title): \(check.says)"
        if !notes.contains(note) { notes.append(note) }
      }
    }
    return head + cells + [notes.joined(separator: "; ")]
  }

  /// Quoted where it must be. A spreadsheet would take a cell with one of these signs at its head for
  /// a formula, so a `'` keeps it a text.
  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t".contains(first), Int(text) == nil { text = "'" + text }
    guard text.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

// A report in the Test Anything Protocol, version 14: a subtest a learner, a test point a check, with
// the evidence in its YAML block. Nothing is marked TODO or SKIP: those would count as passed.

/// Writes `--format tap`.
struct TAPReport {
  let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    var lines = ["TAP version 14", "1..\(report.submissions.count)"]
    for (index, submission) in report.submissions.enumerated() {
      lines += subtest(submission)
      let isRight = submission.status == .right
      lines.append(point(isRight, index + 1, submission.learner))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func subtest(_ submission: GradedSubmission) -> [String] {
    let checks = submission.parts.flatMap { part in part.checks.map { (part, $0) } }
    var lines = ["# Subtest: \(Self.described(submission.learner))"]
    lines += submission.notes.map { "    # " + $0 }
    lines.append("    1..\(checks.count)" + (checks.isEmpty ? " # nothing to grade" : ""))
    for (index, (part, check)) in checks.enumerated() {
      let isRight = check.status == .right
      lines.append("    " + point(isRight, index + 1, "\(part.title): \(check.name)"))
      if !isRight { lines += diagnostics(check).map { "      " + $0 } }
    }
    return lines
  }

  private func point(_ isRight: Bool, _ number: Int, _ name: String) -> String {
    (isRight ? "ok " : "not ok ") + "\(number) - " + Self.described(name)
  }

  private func diagnostics(_ check: GradedCheck) -> [String] {
    var lines = ["---", "status: \(check.status.rawValue)"]
    if check.maxPoints > 0 { lines.append("points: \(check.points) of \(check.maxPoints)") }
    // A block whose first line has no space before it is read alike by YAML and by Perl's YAMLish.
    lines.append("message: |")
    let shown = check.evidence.filter { line in line.contains { $0 != " " } }
    lines += ([check.says.isEmpty ? "-" : check.says] + shown).map { "  " + $0 }
    if !check.schedule.isEmpty { lines.append("schedule: '\(check.schedule)'") }
    return lines + ["..."]
  }

  /// A description in which `#` starts no directive.
  private static func described(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "#" || character == "\\" { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}

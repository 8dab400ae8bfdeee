// A report as the `results.json` that a Gradescope autograder leaves: one submission, a test a check.

/// Writes `--format gradescope`.
struct GradescopeReport {
  let report: Report

  init(_ report: Report) { self.report = report }

  var text: String { JSONText.of(results) }

  private struct Results: Encodable {
    var score: Int
    var output: String
    var outputFormat: String
    var visibility: String
    var tests: [Test]
  }

  private struct Test: Encodable {
    var name: String
    var score: Int
    var maxScore: Int
    var status: String
    var output: String
    var outputFormat: String
    var visibility: String
  }

  private var results: Results {
    let submissions = report.submissions
    let notes = submissions.flatMap(\.notes)
    return Results(
      score: submissions.map(\.points).reduce(0, +), output: notes.joined(separator: "\n"),
      outputFormat: "text", visibility: "visible",
      tests: submissions.flatMap { submission in
        submission.parts.flatMap { part in part.checks.map { test($0, part) } }
      })
  }

  private func test(_ check: GradedCheck, _ part: GradedPart) -> Test {
    let lines = [check.says] + ReportLines.evidence(of: check)
    return Test(
      name: "\(part.title): \(check.name)", score: check.points, maxScore: check.maxPoints,
      status: check.status == .right ? "passed" : "failed",
      output: lines.filter { !$0.isEmpty }.joined(separator: "\n"), outputFormat: "text",
      visibility: "visible")
  }
}

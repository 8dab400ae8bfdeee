// A report as JUnit's XML: a suite a learner, a case a check. Wrong and missing ones are failures; what
// could not be read or decided is an error, so that neither passes for the other.

/// Writes `--format junit`.
struct JUnitReport {
  let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    let checks = report.submissions.flatMap(\.parts).flatMap(\.checks)
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append("<testsuites name=\"tutor check\"\(counts(checks))>")
    for submission in report.submissions { lines += suite(submission) }
    lines.append("</testsuites>")
    return lines.map { $0 + "\n" }.joined()
  }

  private func suite(_ submission: GradedSubmission) -> [String] {
    let checks = submission.parts.flatMap(\.checks)
    var lines = [
      "  <testsuite name=\"\(XMLText.escaped(submission.learner))\"\(counts(checks)) skipped=\"0\">"
    ]
    for part in submission.parts {
      for check in part.checks { lines += testCase(check, part, submission) }
    }
    if !submission.notes.isEmpty {
      lines.append(
        "    <system-out>\(XMLText.escaped(submission.notes.joined(separator: "\n")))</system-out>")
    }
    lines.append("  </testsuite>")
    return lines
  }

  private func counts(_ checks: [GradedCheck]) -> String {
    let failures = checks.count { $0.status == .wrong || $0.status == .missing }
    let errors = checks.count {
      $0.status == .unread || $0.status == .undecided || $0.status == .failed
    }
    return " tests=\"\(checks.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
  }

  private func testCase(
    _ check: GradedCheck, _ part: GradedPart, _ submission: GradedSubmission
  ) -> [String] {
    let name = XMLText.escaped("\(part.title): \(check.name)")
    let head = "    <testcase classname=\"\(XMLText.escaped(submission.learner))\" name=\"\(name)\""
    let element: String
    switch check.status {
    case .right: return [head + "/>"]
    case .wrong, .missing: element = "failure"
    case .unread, .undecided, .failed: element = "error"
    }
    let message = XMLText.escaped(check.says)
    let body = XMLText.escaped(ReportLines.evidence(of: check).joined(separator: "\n"))
    return [
      head + ">",
      "      <\(element) type=\"\(check.status.rawValue)\" message=\"\(message)\">\(body)</\(element)>",
      "    </testcase>",
    ]
  }
}

/// Text inside XML.
enum XMLText {
  /// Text and attribute values alike; what XML 1.0 cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      default:
        let isControl = scalar.value < 0x20 || scalar.value & 0xfffe == 0xfffe
        result.unicodeScalars.append(isControl ? "\u{fffd}" : scalar)
      }
    }
    return result
  }
}

/// Parts of a report that several formats write alike.
enum ReportLines {
  /// The evidence and the schedule.
  static func evidence(of check: GradedCheck) -> [String] {
    check.schedule.isEmpty
      ? check.evidence : check.evidence + ["schedule: \(check.schedule)"]
  }
}

// The formats of a report by their names, each written by a file of its own.

import Course
import Diagnostics

/// How a report is written.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// Everything, for programs; its schema is `Sources/Docs/report.schema.json`.
  case json
  /// JUnit's XML, for continuous integration.
  case junit
  /// Test Anything Protocol, version 14.
  case tap
  /// `results.json` of a Gradescope autograder, for one submission.
  case gradescope
  /// A row a learner, for a spreadsheet.
  case csv
}

extension Report {
  /// The report's text, its lines ended.
  ///
  /// - Parameters:
  ///   - columns: how wide text for people may be.
  ///   - language: of text for people; all else was written when it was graded.
  package func text(
    as format: ReportFormat, columns: Int, language: ReadingLanguage
  ) -> String {
    switch format {
    case .text: TextReport(self, columns: columns, language: language).text
    case .json: JSONReport(self).text
    case .junit: JUnitReport(self).text
    case .tap: TAPReport(self).text
    case .gradescope: GradescopeReport(self).text
    case .csv: CSVReport(self).text
    }
  }
}

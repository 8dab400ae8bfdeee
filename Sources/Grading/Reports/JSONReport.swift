// A report as JSON, field by field as Report has them, in snake_case. The schema in
// `Sources/Docs/report.schema.json` says what each means.

import FoundationEssentials

/// Writes `--format json`.
struct JSONReport {
  let report: Report

  init(_ report: Report) { self.report = report }

  var text: String { JSONText.of(report) }
}

/// JSON as people may read it, the same bytes for the same value.
enum JSONText {
  static func of(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    // Only numbers that are not finite cannot be encoded, and reports have none.
    guard let data = try? encoder.encode(value) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

// What a batch and its workers say to each other: one order in, then a line for the plan and one for each
// graded part out. A worker grades one submission and ends; what kills it costs one part its verdict.

import Course
import Diagnostics
import Explorer
import FoundationEssentials
import Glibc
import Grading
import Model

/// One submission to grade, and how. A single line of JSON on the worker's standard input.
struct GradingOrder: Codable {
  var place: SubmissionPlace
  var rules: GradingRules
  /// The first part to grade; those before it are done.
  var from = 0
}

/// What is the same for every submission of a batch.
struct GradingRules: Codable {
  /// The course's folder.
  var lessons: String
  var language: String
  var columns: Int
  /// Of computing time for a part of a submission.
  var seconds: Int
  /// Of memory for a worker, in MiB.
  var memory: Int
  /// Of a search.
  var states: Int
  /// Where truths are kept; nil to keep none.
  var cache: String?
  /// Of what is kept.
  var version: String
  /// What must be there.
  var expected: [String]
  /// What programs are for, whatever their names.
  var exercise: String?

  var readingLanguage: ReadingLanguage { ReadingLanguage(rawValue: language) ?? .english }

  /// What a search may take so that it ends by itself, and alike everywhere, before the worker's
  /// limits are met.
  var bounds: Bounds {
    Bounds(
      states: states, seconds: .infinity, bytes: (memory << 20) / 4,
      walks: WalkLimits(walks: 1_000, steps: 100_000, seconds: .infinity))
  }
}

/// What a worker tells.
enum GradingLine: Codable {
  /// The parts before they are graded, and the notes in words.
  case planned([GradedPart], notes: [String])
  case graded(Int, GradedPart)
}

/// Values as single lines.
enum JSONLine {
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    Array(try JSONEncoder().encode(value)) + [UInt8(ascii: "\n")]
  }

  static func value<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>)
    -> Value?
  {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}

// Everything that is claimed of all runs of some program: conformance programs with outcomes, and the
// lessons' questions in all their variants.

import Course
import Foundation
import Grading
import Model
import Observation

/// A question about all runs of a program.
struct RefereedQuestion: Sendable {
  /// The program, or the lesson.
  var subject: String
  /// What is observed, or the question's name and its variant's constants.
  var name: String
  /// The answer form; nil for a conformance program.
  var form: String?
  var program: LessonProgram
  var files: [DataFile]
  var observe: ObserveExpression
  var time: TimeTruth

  /// The program's name within its folder.
  var fileName: String { String(program.name.split(separator: "/").last ?? "") }

  func explore() throws -> OutcomeSet {
    Exploration.explore(
      program: try TruthStore.compile(program).get(), folder: TruthStore.folder(allFiles),
      observe: observe, time: time)
  }

  /// What is in the folder at the start: a conformance program finds itself there.
  var allFiles: [DataFile] {
    form == nil ? [DataFile(name: fileName, bytes: Array(program.text.utf8))] : files
  }

  static func all() throws -> [RefereedQuestion] {
    try lessons() + conformance()
  }

  private static func conformance() throws -> [RefereedQuestion] {
    let listed = AwaitedPrograms.listed
    return try ConformanceProgram.all.filter {
      $0.expected.outcomes != nil && !listed.explorations.contains($0.path)
        && !listed.runs.contains($0.path)
    }.map { program in
      let observe = program.expected.observe ?? ""
      return RefereedQuestion(
        subject: program.path, name: observe, form: nil,
        program: LessonProgram(name: program.name, path: program.path, text: program.text),
        files: [], observe: try ObserveExpression.parse(observe).get(), time: .anySchedule)
    }
  }

  private static func lessons() throws -> [RefereedQuestion] {
    let folder = ConformanceProgram.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("lessons")
    let course = try CourseReader.read(folder: folder.path).get()
    return try course.lessons.flatMap { lesson in
      try lesson.questions.flatMap { question in
        try (0..<question.variantCount).map { variant in
          let constants = question.constants(variant: variant).map { " \($0.name)=\($0.value)" }
          return RefereedQuestion(
            subject: "\(lesson.number) \(lesson.id)", name: question.id.name + constants.joined(),
            form: question.form.name, program: question.program(variant: variant),
            files: lesson.dataFiles,
            observe: try ObserveExpression.parse(question.observe).get(), time: question.time)
        }
      }
    }
  }
}

extension AnswerForm {
  fileprivate var name: String {
    switch self {
    case .which: "which"
    case .what: "what"
    case .can: "can"
    case .when: "when"
    case .seconds: "seconds"
    case .lines: "lines"
    }
  }
}

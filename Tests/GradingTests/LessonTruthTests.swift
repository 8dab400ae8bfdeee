import Course
import Diagnostics
import Foundation
import Grading
import Observation
import Testing

/// The course that stands in the repository.
@Suite struct LessonTruthTests {
  static let folder =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    + "/lessons"

  static let questions: [(String, String)] =
    (try? CourseReader.read(folder: folder).get())?.lessons.flatMap { lesson in
      lesson.questions.map { (lesson.id.name, $0.id.name) }
    } ?? []

  @Test(arguments: ReadingLanguage.allCases) func theCourseIsRead(language: ReadingLanguage) {
    switch CourseReader.read(folder: Self.folder, language: language) {
    case .success(let course): #expect(!course.lessons.isEmpty)
    case .failure(let faults): Issue.record("\(faults.summary(in: .english))")
    }
  }

  /// Every question has an exact truth, `what` has one value, and every belief is read and wrong.
  @Test(arguments: questions) func aQuestionHasATruth(lesson: String, question: String) throws {
    let course = try CourseReader.read(folder: Self.folder).get()
    let lesson = try #require(course.lesson(LessonID(lesson)))
    let question = try #require(lesson.question(QuestionID(question)))
    var store = TruthStore()
    let truth = store.truth(of: question, in: lesson)
    guard question.time == .anySchedule else { return }
    #expect(truth.extent == .complete)
    if question.form == .what { #expect(truth.values.count == 1) }
    for belief in question.beliefs {
      guard let answer = belief.answer else { continue }
      let verdict = Grader.grade(answer, to: question, truth: truth)
      #expect(verdict.isWrong, "\(answer)")
      #expect(verdict.belief == belief)
    }
  }
}

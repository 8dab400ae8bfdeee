// What one learner handed in, as data: predictions and programs, each held against the course, and what
// could not be read. Nothing of it has been judged or run.

import Course
import Diagnostics

/// One learner's submission.
package struct Submission: Sendable {
  /// A prediction to a question of the course.
  package struct Answer: Sendable {
    package var lesson: Lesson
    package var question: Question
    package var variant: Int
    /// As it was typed.
    package var prediction: String
  }

  /// A program for an exercise of the course.
  package struct Program: Sendable {
    package var place: CourseIndex.Place
    /// The file's name in the submission, made harmless.
    package var name: String
    package var content: Content
  }

  package enum Content: Sendable {
    case bytes([UInt8])
    case unread(FileRefusal)
  }

  /// A part of a submission that gets a verdict of its own.
  package enum Part: Sendable {
    case answer(Answer)
    case program(Program)
    /// Expected, and not there.
    case missingAnswer(Lesson, Question)
    case missingProgram(CourseIndex.Place)
    /// It speaks of what the course does not have, or cannot be read.
    case stray(name: String, Stray)
  }

  /// Why a part cannot be held against the course.
  package enum Stray: Hashable, Sendable {
    case noLesson(String, nearest: String?)
    case noQuestion(String, lesson: String, nearest: String?)
    case noVariant(String)
    /// What is wrong with a file, in words.
    case fault(CourseFault)
    case file(FileRefusal)
  }

  /// In the course's order; what is none of the course's first.
  package var parts: [Part]
  /// Things that are worth knowing and change no verdict.
  package var notes: [Note]

  package enum Note: Hashable, Sendable {
    /// A Python file of no exercise.
    case noExercise(file: String, nearest: String?)
    /// A file that could be for several exercises.
    case severalExercises(file: String, [String])
    /// A question answered more than once; the last answer counts.
    case answeredAgain(String)
    /// A second file for an exercise; the first one counts.
    case secondFile(String)
  }
}

/// Why a file of a submission was not read.
package enum FileRefusal: Hashable, Sendable {
  case missing
  case symbolicLink
  case folder
  case notPlain
  case tooLarge(KiB: Int)
  case unreadable(Wording)
  case strangeName
}

/// What must be in every submission; what is missing gets no points.
package struct Expectation: Sendable {
  package var questions: [(lesson: Lesson, question: Question)] = []
  package var exercises: [CourseIndex.Place] = []

  package init() {}

  /// Adds a lesson, or one question or exercise of it: `lock`, `lock/locked`.
  ///
  /// - Returns: false where the course has no such thing.
  package mutating func add(_ name: String, from index: CourseIndex) -> Bool {
    let words = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let first = words.first, let lesson = index.lesson(first) else { return false }
    let part = words.count > 1 ? words[1] : nil
    let questions = lesson.questions.filter { part == nil || $0.id.name == part }
    let exercises = lesson.exercises.filter { part == nil || $0.id.name == part }
    self.questions += questions.map { (lesson, $0) }
    self.exercises += exercises.map { CourseIndex.Place(lesson: lesson, exercise: $0) }
    return part == nil || !(questions.isEmpty && exercises.isEmpty)
  }
}

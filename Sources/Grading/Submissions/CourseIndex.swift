// A course by the names that submissions use: lessons by id or folder, exercises by id or file name.

import Course
import Diagnostics

/// Looks up what a submission speaks of.
package struct CourseIndex: Sendable {
  /// An exercise and the lesson that it stands in.
  package struct Place: Sendable {
    package var lesson: Lesson
    package var exercise: Exercise

    /// `lock/narrow_lock`
    package var name: String { "\(lesson.id)/\(exercise.id)" }
  }

  /// What `exercises(named:)` found.
  package enum Match: Sendable {
    case one(Place)
    case none(nearest: String?)
    /// Several lessons have such an exercise.
    case several([String])
  }

  package let course: Course

  package init(_ course: Course) { self.course = course }

  /// All names under which a submission may have a lesson's folder.
  package var lessonNames: Set<String> {
    Set(course.lessons.flatMap { [$0.id.name, Self.folderName(of: $0)] })
  }

  package func lesson(_ name: String) -> Lesson? {
    course.lesson(LessonID(name)) ?? course.lessons.first { Self.folderName(of: $0) == name }
  }

  package func nearestLesson(to name: String) -> String? {
    Spelling.nearest(to: name, among: course.lessons.map(\.id.name))
  }

  package func nearestQuestion(to name: String, in lesson: Lesson) -> String? {
    Spelling.nearest(to: name, among: lesson.questions.map(\.id.name))
  }

  /// The exercise that a file is for.
  ///
  /// - Parameters:
  ///   - file: the name of a Python file, or an exercise's id.
  ///   - lesson: nil where the file stands in no lesson's folder.
  package func exercise(for file: String, in lesson: Lesson? = nil) -> Match {
    let stem = file.hasSuffix(".py") ? String(file.dropLast(3)) : file
    let places = (lesson.map { [$0] } ?? course.lessons).flatMap { lesson in
      lesson.exercises.map { Place(lesson: lesson, exercise: $0) }
    }
    let matches = places.filter {
      $0.exercise.id.name == stem || Self.fileName(of: $0.exercise) == stem + ".py"
    }
    switch matches.count {
    case 1: return .one(matches[0])
    case 0:
      let names = places.map { Self.fileName(of: $0.exercise) }
      return .none(nearest: Spelling.nearest(to: stem + ".py", among: names))
    default: return .several(matches.map(\.name))
    }
  }

  /// The exercise named `lesson/exercise`, or by its id alone.
  package func exercise(named name: String) -> Match {
    guard let slash = name.firstIndex(of: "/") else { return exercise(for: name) }
    guard let lesson = lesson(String(name[..<slash])) else {
      return .none(nearest: nearestLesson(to: String(name[..<slash])))
    }
    return exercise(for: String(name[name.index(after: slash)...]), in: lesson)
  }

  /// The name of the file that an exercise is handed in as: `narrow_lock.py`.
  package static func fileName(of exercise: Exercise) -> String {
    exercise.start.name.split(separator: "/").last.map(String.init) ?? exercise.start.name
  }

  static func folderName(of lesson: Lesson) -> String {
    lesson.folder.split(separator: "/").last.map(String.init) ?? lesson.folder
  }
}

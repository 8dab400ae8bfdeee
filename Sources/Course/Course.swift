// A course as data: lessons in order, read from a folder by CourseReader. Nothing here runs a
// program or shows anything; the answers to its questions are computed elsewhere.

import Diagnostics

/// A lesson's name, as learners type it: `last-ticket`.
package struct LessonID: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
}

/// A course in one reading language.
package struct Course: Hashable, Sendable {
  package var title: String
  /// The course's folder as it was given.
  package var folder: String
  package var language: ReadingLanguage
  /// In the order in which they are taught; at least one, with distinct ids.
  package var lessons: [Lesson]

  package init(title: String, folder: String, language: ReadingLanguage, lessons: [Lesson]) {
    self.title = title
    self.folder = folder
    self.language = language
    self.lessons = lessons
  }

  package func lesson(_ id: LessonID) -> Lesson? {
    lessons.first { $0.id == id }
  }
}

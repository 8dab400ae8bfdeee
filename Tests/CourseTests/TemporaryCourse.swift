import Course
import Diagnostics
import Foundation

/// A course in a folder of its own, which goes when it goes.
final class TemporaryCourse: Sendable {
  let folder: String

  /// `files` are written as they are given, by their paths in the folder.
  init(_ files: [String: String]) throws {
    folder = NSTemporaryDirectory() + "course-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func read(_ language: ReadingLanguage = .english) -> Result<Course, CourseFaults> {
    CourseReader.read(folder: folder, language: language)
  }

  /// Its faults, without the folder's path.
  func faults(_ language: ReadingLanguage = .english) -> [String] {
    switch read(language) {
    case .success: []
    case .failure(let faults):
      faults.faults.map {
        $0.summary(in: .english).replacingOccurrences(of: folder + "/", with: "")
      }
    }
  }

  /// A course of one lesson with this text below its front matter.
  static func oneLesson(
    _ body: String, files: [String: String] = [:]
  ) throws -> TemporaryCourse {
    var all = [
      "course.yaml": "format: 1\ntitle: A course\nlessons: [01-one]\n",
      "01-one/lesson.md": "---\nid: one\ntitle: One\n---\n" + body,
      "01-one/ticket.py": "BUYERS = 10  # at most 20\nprint('bought')\n",
    ]
    all.merge(files) { $1 }
    return try TemporaryCourse(all)
  }
}

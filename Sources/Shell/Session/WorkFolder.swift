// The learner's own copies of exercises, in folders under the data folder: `work/LESSON/FILE.py`, with
// the lesson's data files beside it so that python3 can run it there too.

import Course
import Glibc

/// Where the learner works.
package struct WorkFolder: Hashable, Sendable {
  package let path: String

  package init(_ data: DataFolder) {
    path = data.file("work")
  }

  /// Where a lesson's copies are.
  package func folder(of lesson: LessonID) -> String { path + "/" + lesson.name }

  /// Where the copy of an exercise is, or will be.
  package func file(of exercise: Exercise, in lesson: LessonID) -> String {
    let name = exercise.start.name.split(separator: "/").last.map(String.init) ?? "exercise.py"
    return folder(of: lesson) + "/" + name
  }

  /// The copy of an exercise's start; made, with the data files, where it is not there.
  func copy(
    of exercise: Exercise, in lesson: Lesson
  ) -> Result<ExerciseCopy, Workplace.Fault> {
    let copy = ExerciseCopy(
      path: file(of: exercise, in: lesson.id), name: exercise.start.name)
    do throws(Workplace.Fault) {
      try make(folder(of: lesson.id))
      for file in lesson.dataFiles {
        try Self.create(folder(of: lesson.id) + "/" + file.name, file.bytes)
      }
      try Self.create(copy.path, Array(exercise.start.text.utf8))
      return .success(copy)
    } catch {
      return .failure(error)
    }
  }

  private func make(_ folder: String) throws(Workplace.Fault) {
    do {
      try DataFolder(path: folder).make()
    } catch {
      throw Workplace.Fault(folder, errno)
    }
  }

  /// Writes a file that is not there yet; one that is stays as it is.
  fileprivate static func create(_ path: String, _ bytes: [UInt8]) throws(Workplace.Fault) {
    var about = stat()
    guard lstat(path, &about) != 0 else { return }
    try Workplace.write(bytes, to: path)
  }
}

/// The learner's copy of one exercise.
struct ExerciseCopy: Hashable {
  let path: String
  /// The start's name in its lesson.
  let name: String

  var bytes: [UInt8]? { ProgramFolder.bytes(of: path) }

  /// What is to be checked; nil, and `errno` says why, where it cannot be read.
  var program: LessonProgram? {
    bytes.map {
      LessonProgram(name: shortName, path: path, text: String(decoding: $0, as: UTF8.self))
    }
  }

  private var shortName: String { path.split(separator: "/").last.map(String.init) ?? name }

  /// The start again. What was there goes to the name that is returned.
  func reset(to start: LessonProgram) -> Result<String, Workplace.Fault> {
    let old = path + ".old"
    guard rename(path, old) == 0 else { return .failure(Workplace.Fault(path, errno)) }
    do throws(Workplace.Fault) {
      try WorkFolder.create(path, Array(start.text.utf8))
      return .success(old)
    } catch {
      return .failure(error)
    }
  }
}

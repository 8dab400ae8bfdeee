// `tutor new`: the files of a new lesson, and its line in course.yaml.

import ArgumentParser
import Course
import Diagnostics
import Glibc
import Grading

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a lesson: a text, a program and an exercise to fill in.",
    discussion:
      "The lesson comes last in its course. What is left to write in it stands there as TODO.")

  @Argument(help: "The lesson's id, such as barrier.")
  var id: String

  @Option(help: "The folder with course.yaml; else as for the shell.")
  var lessons: String?

  func validate() throws {
    guard LessonScaffold.isID(id) else {
      throw ValidationError("'\(id)' is no id; letters, digits, '-' and '_' make one")
    }
  }

  func run() throws {
    let course = try openCourse(lessons, .english)
    guard course.lesson(LessonID(id)) == nil else {
      throw ValidationError("the course has a lesson '\(id)' already")
    }
    let scaffold = LessonScaffold(id, in: course)
    let folder = course.folder + "/" + scaffold.folder
    for file in scaffold.files {
      try NewFile.write(folder + "/" + file.path, Array(file.text.utf8))
    }
    print("\(folder):")
    for file in scaffold.files { print("  \(file.path)") }
    try list(scaffold.folder, in: course.folder + "/" + CourseReader.fileName)
    print("Next: tutor lint \(course.folder) --lesson \(id)")
  }

  /// Adds the lesson to the course's list, or says how to.
  private func list(_ folder: String, in path: String) throws {
    guard let bytes = SmallFile.bytes(of: path, limit: 1 << 20),
      let text = LessonScaffold.listing(folder, in: String(decoding: bytes, as: UTF8.self))
    else {
      print("Add '- \(folder)' to the lessons in \(path).")
      return
    }
    let new = Array(text.utf8)
    if new != bytes, !SmallFile.replace(path, with: new) {
      NewFile.complain(of: path, in: .english)
      throw ExitCode(1)
    }
  }
}

/// Files that are not there yet.
enum NewFile {
  /// Writes a file and makes the folders above it.
  ///
  /// - Parameter replacing: whether one that is there may go; else it is a fault.
  static func write(
    _ path: String, _ bytes: [UInt8], replacing: Bool = false,
    language: ReadingLanguage = .english
  ) throws {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    var about = stat()
    if !replacing, lstat(path, &about) == 0 {
      StandardError.complain(.says("\(path) is there already"), in: language)
      throw ExitCode(1)
    }
    guard SmallFile.replace(path, with: bytes) else {
      complain(of: path, in: language)
      throw ExitCode(1)
    }
  }

  /// Says that a file cannot be written; `errno` says why.
  static func complain(of path: String, in language: ReadingLanguage) {
    StandardError.complain(
      .says("\(path) cannot be written: \(Wording.systemError(errno))"), in: language)
  }
}

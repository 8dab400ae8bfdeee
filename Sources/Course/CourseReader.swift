// A course's folder → a Course, or everything that is wrong with it.

import Diagnostics

/// Reads a course from its folder.
///
/// `course.yaml` has the keys `format` (needed, 1), `title` (needed: a text, or one for each reading
/// language: `{en: …, zh: …}`) and `lessons` (the lessons' folders in order; else every folder with a
/// lesson text, by name).
package enum CourseReader {
  /// The name of the file that makes a folder a course.
  package static let fileName = "course.yaml"

  /// The course in `folder`, its texts in `language` where they are there, in English where not.
  package static func read(
    folder: String, language: ReadingLanguage = .english
  ) -> Result<Course, CourseFaults> {
    guard let root = CourseFolder(path: folder) else {
      return refuse(
        folder, .says("There is no folder \(folder)."),
        .says("name the course's folder: --lessons DIR"))
    }
    let path = root.path + "/" + fileName
    guard root.hasFile(fileName) else {
      return refuse(
        path, .says("The folder \(root.path) has no \(fileName), so it is not a course."),
        .says("name the folder that has one: --lessons DIR"))
    }
    switch root.text(fileName) {
    case .failure(let refusal):
      return refuse(path, .fixed(refusal.message), refusal.hint.map(Wording.fixed))
    case .success(let text):
      let file = LessonFile(name: path, source: SourceText(name: path, text: text))
      return read(root, file, language)
    }
  }

  private static func refuse(
    _ file: String, _ message: Wording, _ hint: Wording?
  ) -> Result<Course, CourseFaults> {
    let diagnostic = Diagnostic(.input, message, at: nil, hint: hint)
    return .failure(CourseFaults([CourseFault(file: file, diagnostic: diagnostic)]))
  }

  private static func read(
    _ root: CourseFolder, _ file: LessonFile, _ language: ReadingLanguage
  ) -> Result<Course, CourseFaults> {
    let node: YamlNode?
    switch YamlNode.parse(file.source.text, in: file, firstLine: 1) {
    case .failure(let fault): return .failure(CourseFaults([fault]))
    case .success(let parsed): node = parsed
    }
    var reader = BlockReader(
      node, name: .fixed(fileName), file: file, line: 1, known: ["format", "title", "lessons"])
    checkFormat(&reader)
    let title = self.title(&reader, language)
    let names = lessonFolders(&reader, root)
    var faults = reader.faults
    var lessons: [Lesson] = []
    for name in names {
      lessons += lesson(name, in: root, number: lessons.count + 1, language, reader, &faults)
    }
    // A lesson that could not be read would be missed by those that come after it.
    if lessons.count == names.count { faults += checkOrder(of: lessons) }
    guard faults.isEmpty else { return .failure(CourseFaults(faults)) }
    return .success(
      Course(title: title, folder: root.path, language: language, lessons: lessons))
  }

  private static func checkFormat(_ reader: inout BlockReader) {
    guard let format = reader.neededText("format", hint: .fixed("write 'format: 1'")), format != "1"
    else { return }
    reader.report("This tutor reads courses of format 1, not '\(format)'.", at: "format")
  }

  private static func title(_ reader: inout BlockReader, _ language: ReadingLanguage) -> String {
    guard let node = reader.node("title"), case .record = node.content else {
      return reader.neededText("title") ?? ""
    }
    var titles = BlockReader(
      node, name: .fixed("'title'"), file: reader.file, line: node.line,
      known: ReadingLanguage.allCases.map(\.rawValue))
    let english = titles.neededText(ReadingLanguage.english.rawValue)
    let title = titles.text(language.rawValue) ?? english ?? ""
    reader.add(titles.faults)
    return title
  }

  /// The lessons' folders in order.
  private static func lessonFolders(_ reader: inout BlockReader, _ root: CourseFolder) -> [String] {
    let names: [String]
    if reader.node("lessons") != nil {
      names = reader.texts("lessons")
    } else {
      names = root.folderNames().filter { root.hasFile($0 + "/lesson.md") }
    }
    if names.isEmpty, reader.faults.isEmpty {
      reader.report(
        "The course has no lessons.", at: "lessons",
        hint: "list their folders: 'lessons: [01-first]'")
    }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      reader.report("The lesson '\(name)' is listed twice.", at: "lessons")
    }
    return names
  }

  /// The lesson in a folder, or none where there is a fault that keeps it from being read.
  private static func lesson(
    _ name: String, in root: CourseFolder, number: Int, _ language: ReadingLanguage,
    _ list: BlockReader, _ faults: inout [CourseFault]
  ) -> [Lesson] {
    switch root.folder(name) {
    case .failure(let refusal):
      let near = Spelling.nearest(to: name, among: root.folderNames())
      faults.append(
        list.file.fault(
          refusal.message, line: list.line(of: "lessons"),
          hint: refusal.hint ?? near.map { "there is \($0)" }))
      return []
    case .success(let folder):
      var reader = LessonReader(folder: folder, language: language)
      let lesson = reader.read(number: number)
      faults += reader.faults
      return lesson.map { [$0] } ?? []
    }
  }

  /// Ids are distinct, and every `after` names a lesson of the course.
  private static func checkOrder(of lessons: [Lesson]) -> [CourseFault] {
    var faults: [CourseFault] = []
    var seen: Set<LessonID> = []
    let ids = Set(lessons.map(\.id))
    for lesson in lessons {
      let file = lesson.folder + "/" + lesson.language.lessonFileName
      func report(_ message: String, _ hint: String?) {
        faults.append(CourseFault(file: file, message, hint: hint))
      }
      if !lesson.id.name.isEmpty, !seen.insert(lesson.id).inserted {
        report("Two lessons have the id '\(lesson.id)'.", "give this one another id")
      }
      for id in lesson.after where !ids.contains(id) {
        let near = Spelling.nearest(to: id.name, among: lessons.map(\.id.name))
        report("'after' names '\(id)', and no lesson has that id.", near.map { "is it '\($0)'?" })
      }
    }
    return faults
  }
}

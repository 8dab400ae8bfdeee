// Where the shell begins: settings in, exit status out. It finds the course and the data folder, and
// says what is wrong with either before there is a prompt.

import CTerminal
import Course
import Diagnostics
import Glibc

/// What the command line said.
package struct ShellSettings: Sendable {
  /// The lessons' folder; nil means the environment's, else the one beside the executable.
  package var lessons: String?
  /// Nil means the locale's.
  package var language: ReadingLanguage?

  package init(lessons: String? = nil, language: ReadingLanguage? = nil) {
    self.lessons = lessons
    self.language = language
  }
}

/// Runs the shell to its end and returns the exit status: 0, or 1 where it could not start.
package func startShell(_ settings: ShellSettings, worlds: any Worlds) -> Int32 {
  // A terminal that reads UTF-8 is needed before the first wide character.
  _ = terminal_use_utf8()
  let language = settings.language ?? languageOfLocale()
  let course: Course
  switch openCourse(settings, language) {
  case .failure(let refusal):
    complain([refusal.text], language)
    return 1
  case .success(let read): course = read
  }
  do {
    let folder = DataFolder.fromEnvironment()
    if let folder {
      try folder.make()
    } else {
      complain([language(.noHome)], language)
    }
    let store = try ProgressStore(folder: folder)
    _ = terminal_take_signals()
    let screen = Screen()
    let input = LineInput(
      screen: screen, history: HistoryFile(path: folder?.file("history")))
    var session = Session(
      course: course, screen: screen, input: input, store: store, worlds: worlds,
      work: folder.map(WorkFolder.init)
    ) { language in
      try? CourseReader.read(folder: course.folder, language: language).get()
    }
    try session.run()
    return 0
  } catch {
    complain(error.lines(language), language)
    return 1
  }
}

private func openCourse(
  _ settings: ShellSettings, _ language: ReadingLanguage
) -> Result<Course, RefusalText> {
  CourseLocation.find(option: settings.lessons)
    .mapError { RefusalText($0.summary(in: language)) }
    .flatMap { folder in
      CourseReader.read(folder: folder, language: language)
        .mapError { RefusalText($0.summary(in: language)) }
    }
}

/// Why the course cannot be read.
private struct RefusalText: Error {
  let text: String
  init(_ text: String) { self.text = text }
}

/// The language of messages that the environment asks for.
package func languageOfLocale() -> ReadingLanguage {
  for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
    if let locale = environment(name), !locale.isEmpty {
      return ReadingLanguage(name: locale) ?? .english
    }
  }
  return .english
}

/// Says on stderr what keeps tutor from going on; the first line bears tutor's name.
private func complain(_ lines: [String], _ language: ReadingLanguage) {
  for (index, line) in lines.enumerated() {
    let text = index == 0 ? Wording.says("tutor: \(line)").text(in: language) : "  " + line
    writeAll(text + "\n", to: 2)
  }
}

// `tutor` and `tutor learn`: the shell.

import ArgumentParser
import Course
import Shell

struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Start the shell, or resume where you stopped.")

  @OptionGroup var course: CourseOptions

  func validate() throws {
    guard let lang = course.lang, ReadingLanguage(name: lang) == nil else { return }
    throw ValidationError("there is no language '\(lang)'; choose en or zh")
  }

  func run() throws {
    let settings = ShellSettings(
      lessons: course.lessons, language: course.lang.flatMap { ReadingLanguage(name: $0) })
    throw ExitCode(startShell(settings, worlds: ProgramWorlds()))
  }
}

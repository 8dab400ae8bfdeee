// `tutor` and `tutor learn`: the shell.

import ArgumentParser
import Course
import Shell

struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Start the shell, or resume where you stopped.")

  @OptionGroup var course: CourseOptions

  func run() throws {
    let settings = ShellSettings(lessons: course.lessons, language: course.reader.chosen)
    throw ExitCode(startShell(settings, worlds: ProgramWorlds()))
  }
}

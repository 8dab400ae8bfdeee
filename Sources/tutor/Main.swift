// The command line's root: which subcommands there are, and which one plain `tutor` means.
// Each subcommand has its own file here and does nothing but read its arguments and exit.

import ArgumentParser

@main
struct Tutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: "Processes, locks, pipes and queues, live.",
    discussion: "Plain `tutor` starts the shell, or resumes where you stopped.",
    subcommands: [LearnCommand.self, RunCommand.self, ExploreCommand.self, LiveCommand.self],
    defaultSubcommand: LearnCommand.self)
}

/// The two options that every subcommand which reads lessons takes alike.
struct CourseOptions: ParsableArguments {
  @Option(help: "The folder with course.yaml; else $TUTOR_LESSONS, else the one beside tutor.")
  var lessons: String?

  @Option(help: "The language of the texts: en or zh; else the locale's.")
  var lang: String?
}

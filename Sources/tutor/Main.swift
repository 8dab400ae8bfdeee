// The command line's root: which subcommands there are, and which one plain `tutor` means.
// Each subcommand has its own file here and does nothing but read its arguments and exit.

import ArgumentParser
import Glibc

@main
struct Tutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutor",
    abstract: "Processes, locks, pipes and queues, live.",
    discussion: "Plain `tutor` starts the shell, or resumes where you stopped.",
    subcommands: [
      LearnCommand.self, RunCommand.self, ExploreCommand.self, CheckCommand.self, LintCommand.self,
      NewCommand.self, ExportCommand.self,
      LiveCommand.self, GradeCommand.self,
    ],
    defaultSubcommand: LearnCommand.self)

  static func main() {
    makeRoomForRecursion()
    main(nil)
  }

  /// Lets the stack grow to 64 MiB. The parser and the machine recurse as deep as Python's limits
  /// allow, and unoptimised frames are large. Linux asks for the limit whenever the stack grows.
  private static func makeRoomForRecursion() {
    let stack = __rlimit_resource_t(RLIMIT_STACK.rawValue)
    var limit = rlimit()
    guard getrlimit(stack, &limit) == 0 else { return }
    limit.rlim_cur = max(limit.rlim_cur, min(64 << 20, limit.rlim_max))
    setrlimit(stack, &limit)
  }
}

/// The options that every subcommand which reads lessons takes alike.
struct CourseOptions: ParsableArguments {
  @Option(help: "The folder with course.yaml; else $TUTOR_LESSONS, else the one beside tutor.")
  var lessons: String?

  @OptionGroup var reader: LanguageOption
}

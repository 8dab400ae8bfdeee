// The learner's own editor, run on the terminal until it ends. Flows in: a file. Flows out: how the
// editor ended. The terminal is left as it was found, whatever the editor did.

import CTerminal
import Diagnostics
import Glibc

struct ExternalEditor {
  /// As `$VISUAL` or `$EDITOR` has it: a command with its options.
  let command: String

  enum Ending: Hashable {
    case ended
    /// There is no such program.
    case notFound
    case failed(reason: Wording)
  }

  /// nil where neither variable names one.
  static func fromEnvironment() -> ExternalEditor? {
    for name in ["VISUAL", "EDITOR"] {
      if let command = environment(name).map(CommandReader.trim), !command.isEmpty {
        return ExternalEditor(command: command)
      }
    }
    return nil
  }

  /// - Parameter isInteractive: whether the editor may read what is typed; lines that a script holds
  ///   are not for it.
  func edit(_ file: String, isInteractive: Bool) -> Ending {
    var before = termios()
    let isTerminal = tcgetattr(0, &before) == 0
    let ending = run(file, isInteractive: isInteractive)
    if isTerminal { tcsetattr(0, TCSADRAIN, &before) }
    // A Ctrl-C in there was meant for the editor.
    terminal_forget(Int32(TERMINAL_INTERRUPTED))
    return ending
  }

  private func run(_ file: String, isInteractive: Bool) -> Ending {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if !isInteractive {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    // The shell splits the command as it would when typed; the file is never part of that.
    let words = ["sh", "-c", command + " \"$1\"", "sh", file]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child: pid_t = 0
    let failure = posix_spawn(&child, "/bin/sh", &actions, nil, &arguments, environ)
    guard failure == 0 else { return .failed(reason: .systemError(failure)) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return .failed(reason: .systemError(errno)) }
    }
    return Self.ending(status)
  }

  private static func ending(_ status: Int32) -> Ending {
    let signal = status & 0x7f
    if signal != 0 { return .failed(reason: .says("signal \(signal)")) }
    switch (status >> 8) & 0xff {
    case 0: return .ended
    case 127: return .notFound
    case let code: return .failed(reason: .fixed("\(code)"))
    }
  }
}

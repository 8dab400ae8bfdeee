// Starting an executable in a process of its own, for those that have threads and so must not fork.

import Diagnostics
import Glibc

package enum ChildProcess {
  /// Starts an executable. It begins with every signal at its default and none held back.
  ///
  /// - Parameters:
  ///   - arguments: from its own name on.
  ///   - environment: its variables, `NAME=value`; nil for those of this process.
  ///   - descriptors: which of ours it has, and by what number; it has no others that close on exec.
  ///   - leadsGroup: whether it leads a process group of its own.
  package static func start(
    _ executable: String, _ arguments: [String], environment: [String]? = nil,
    descriptors: [(ours: Int32, theirs: Int32)], leadsGroup: Bool = false
  ) -> Result<pid_t, LiveFault> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for pair in descriptors {
      posix_spawn_file_actions_adddup2(&actions, pair.ours, pair.theirs)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    setSignals(&attributes, leadsGroup: leadsGroup)
    var words = copies(of: arguments)
    var variables = environment.map(copies) ?? []
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let failure =
      environment == nil
      ? posix_spawn(&process, executable, &actions, &attributes, &words, environ)
      : posix_spawn(&process, executable, &actions, &attributes, &words, &variables)
    guard failure == 0 else {
      return .failure(LiveFault(what: .says("cannot start \(arguments[0])"), errno: failure))
    }
    return .success(process)
  }

  private static func setSignals(_ attributes: inout posix_spawnattr_t, leadsGroup: Bool) {
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    if leadsGroup { flags |= POSIX_SPAWN_SETPGROUP }
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// Texts for C, and the null pointer behind them; the caller frees them.
  private static func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { text -> UnsafeMutablePointer<CChar>? in strdup(text) } + [nil]
  }
}

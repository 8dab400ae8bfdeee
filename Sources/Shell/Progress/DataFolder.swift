// Where tutor keeps what it knows of a learner: `$XDG_DATA_HOME/tutor`, else the home's
// `.local/share/tutor`.

import Diagnostics
import Glibc

package struct DataFolder: Hashable, Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The folder that the environment asks for; nil where there is not even a home.
  package static func fromEnvironment() -> DataFolder? {
    // The specification has relative paths ignored.
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return DataFolder(path: data + "/tutor")
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return DataFolder(path: home + "/.local/share/tutor")
  }

  package func file(_ name: String) -> String { path + "/" + name }

  /// Makes the folder and those above it.
  package func make() throws(StoreFault) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      // Only the last is private: those above may be others' too.
      if mkdir(made, made == path ? 0o700 : 0o755) == 0 || errno == EEXIST { continue }
      let reason = errno
      var about = stat()
      if stat(made, &about) == 0 { continue }
      throw reason == EROFS || reason == EACCES || reason == EPERM
        ? .readOnly(path, reason: .systemError(reason))
        : .cannotOpen(path, reason: .systemError(reason))
    }
    guard access(path, W_OK | X_OK) == 0 else {
      let reason = errno
      throw reason == ENOTDIR
        ? .cannotOpen(path, reason: .systemError(reason))
        : .readOnly(path, reason: .systemError(reason))
    }
  }
}

/// Why progress cannot be kept.
package enum StoreFault: Error, Hashable, Sendable {
  case readOnly(String, reason: Wording)
  case cannotOpen(String, reason: Wording)
  case full(String)
  /// The file is no database, or a broken one.
  case damaged(String)
  /// Another shell held it for longer than one waits.
  case busy(String)
  /// A newer tutor wrote it.
  case newer(String)
}

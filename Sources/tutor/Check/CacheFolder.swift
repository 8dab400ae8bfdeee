// Where truths are kept from one command to the next, and which build of tutor they belong to.

import Course
import Glibc

enum CacheFolder {
  /// `$XDG_CACHE_HOME/tutor`, else the home's `.cache/tutor`; nil where there is not even a home.
  static func fromEnvironment() -> String? {
    // The specification has relative paths ignored.
    if let cache = variable("XDG_CACHE_HOME"), cache.hasPrefix("/") { return cache + "/tutor" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.cache/tutor"
  }

  /// Tells this build from every other: another one may explore otherwise.
  static var version: String {
    var about = stat()
    guard stat("/proc/self/exe", &about) == 0 else { return "unknown \(getpid())" }
    return "\(about.st_size) \(about.st_mtim.tv_sec).\(about.st_mtim.tv_nsec)"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

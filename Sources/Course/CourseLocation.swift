// Where the course is: as the command line says, else as the environment says, else beside the
// project that the executable was built in, else where it was installed.

import Diagnostics
import Glibc

package enum CourseLocation {
  /// The environment variable that names the course's folder.
  package static let variable = "TUTOR_LESSONS"

  /// The course's folder.
  ///
  /// - Parameters:
  ///   - option: what `--lessons` says.
  ///   - environment: what `TUTOR_LESSONS` says.
  ///   - executable: the path of the running executable; nil where it is not known.
  package static func find(
    option: String?, environment: String?, executable: String?
  ) -> Result<String, CourseFault> {
    if let option, !option.isEmpty { return .success(option) }
    if let environment, !environment.isEmpty { return .success(environment) }
    var place = executable ?? ""
    while let slash = place.lastIndex(of: "/") {
      place = String(place[..<slash])
      for folder in [place + "/lessons", place + "/share/tutor/lessons"]
      where CourseFolder(path: folder)?.hasFile(CourseReader.fileName) == true {
        return .success(folder)
      }
    }
    let diagnostic = Diagnostic(
      .input, .says("The course is not found beside tutor."), at: nil,
      hint: .says("name its folder: --lessons DIR, or the variable \(variable)"))
    return .failure(CourseFault(file: "lessons", diagnostic: diagnostic))
  }

  /// The course's folder for this process: its environment and its executable.
  package static func find(option: String?) -> Result<String, CourseFault> {
    let environment = getenv(variable).map { String(cString: $0) }
    return find(option: option, environment: environment, executable: executable())
  }

  /// The running executable, by `/proc/self/exe`.
  package static func executable() -> String? {
    guard let real = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

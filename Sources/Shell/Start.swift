// Where the shell begins: settings in, exit status out.

/// The languages that people's texts come in.
package enum PhraseLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// What the command line said.
package struct ShellSettings: Sendable {
  /// The lessons' folder; nil means the environment's, else the one beside the executable.
  package var lessons: String?
  /// `en` or `zh`; nil means the locale's.
  package var language: String?

  package init(lessons: String? = nil, language: String? = nil) {
    self.lessons = lessons
    self.language = language
  }
}

/// Runs the shell to its end and returns the exit status.
package func startShell(_ settings: ShellSettings) -> Int32 {
  _ = settings
  return 0
}

// `--lang`: the language in which a command speaks to a learner.

import ArgumentParser
import Diagnostics
import Shell

struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"), help: "The language of the texts: en or zh; else the locale's.")
  var chosen: ReadingLanguage?

  var language: ReadingLanguage { chosen ?? languageOfLocale() }
}

extension ReadingLanguage: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}

import Course
import Diagnostics
import Shell
import Testing

@Suite struct CommandReaderTests {
  @Test(arguments: [
    ("next", Command.next, ""),
    ("n", .next, ""),
    ("  go   last-ticket ", .go, "last-ticket"),
    ("G 2", .go, "2"),
    ("expl printed(\"bought\") > 1", .explore, "printed(\"bought\") > 1"),
    ("ｇｏ　２", .go, "2"),
    ("exit", .quit, ""),
    ("?", .help, ""),
    ("re l", .reset, "l"),
  ])
  func reads(line: String, command: Command, argument: String) {
    // `re` could be `retry` or `reset`; all other lines here are plain.
    guard line != "re l" else {
      #expect(CommandReader.read(line) == .ambiguous(word: "re", [.retry, .review, .reset]))
      return
    }
    #expect(CommandReader.read(line) == .command(command, argument: argument))
  }

  @Test(arguments: ["", "   ", "\u{3000}"])
  func enterAloneIsNothing(line: String) {
    #expect(CommandReader.read(line) == .nothing)
  }

  @Test(arguments: [
    ("hlep", Command.help), ("lesons", .lessons), ("quti", .quit), ("prgress", .progress),
  ])
  func namesTheNearest(word: String, nearest: Command) {
    #expect(CommandReader.read(word) == .unknown(word: word, nearest: nearest))
  }

  @Test(arguments: ["xyzzy", "1-4", "你好"])
  func leavesFarWordsAlone(word: String) {
    #expect(CommandReader.read(word) == .unknown(word: word, nearest: nil))
  }

  @Test func aFullNameIsNeverAmbiguous() {
    for command in Command.allCases {
      #expect(CommandReader.read(command.rawValue) == .command(command, argument: ""))
    }
  }
}

@Suite struct CompleterTests {
  let completer = Completer(
    commands: Command.allCases.map { Completer.Item($0.rawValue) },
    lessons: [Completer.Item("own-memory"), Completer.Item("last-ticket")],
    programs: [Completer.Item("ticket_race.py")], programNames: ["buy", "buyers", "look"])

  private func words(_ text: String) -> [String] {
    completer.complete(text).choices.map(\.word)
  }

  @Test func completesCommands() {
    #expect(words("he") == ["help"])
    #expect(words("r") == ["run", "retry", "review", "reset"])
    #expect(words("").count == Command.allCases.count)
  }

  @Test func completesWhatACommandTakes() {
    #expect(words("go la") == ["last-ticket"])
    #expect(words("show b") == ["buy", "buyers"])
    #expect(words("help ex") == ["explore"])
    #expect(words("explore printed(\"x\") + len(loo") == ["look"])
    #expect(words("run tick") == ["ticket_race.py"])
    #expect(words("progress x").isEmpty)
  }

  @Test func knowsWhatChoicesHaveInCommon() {
    let completion = completer.complete("show b")
    #expect(completion.commonRest == "uy")
    #expect(completer.complete("r").commonRest == "")
  }
}

@Suite struct PhraseTests {
  @Test func everyCommandHasALineInEachLanguage() {
    for language in ReadingLanguage.allCases {
      for command in Command.allCases {
        #expect(!language(.about(command)).isEmpty)
      }
    }
  }

  @Test func noTwoMarksLookAlike() {
    #expect(Set(Mark.allCases.map(\.sign)).count == Mark.allCases.count)
  }
}

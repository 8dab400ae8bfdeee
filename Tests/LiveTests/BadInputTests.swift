import Testing

/// Whatever a file holds: a clear message, a status that is not 0, and no crash.
struct BadInputTests {
  /// A program that cannot run, and what is said of it.
  struct Faulty: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let message: String
  }

  static let faulty = [
    Faulty(
      testDescription: "5 000 nested lists", text: String(repeating: "[", count: 5000),
      message: "too many nested parentheses"),
    Faulty(
      testDescription: "a line of 10 MB", text: "x = '" + String(repeating: "a", count: 10_000_000),
      message: "unterminated string"),
    Faulty(
      testDescription: "a NUL byte", text: "print(1)\u{0}",
      message: "source code cannot contain null bytes"),
    Faulty(testDescription: "a broken line", text: "def f(:\n", message: "SyntaxError"),
    Faulty(
      testDescription: "100 000 times not",
      text: "x = " + String(repeating: "not ", count: 100_000) + "1",
      message: "RecursionError"),
    Faulty(
      testDescription: "a module that is not there", text: "import socket\n", message: "hint:"),
  ]

  @Test(arguments: faulty)
  func `a faulty program is refused`(_ faulty: Faulty) throws {
    let scratch = try ScratchFolder()
    scratch.write(faulty.text, to: "program.py")
    for command in ["run", "explore"] {
      let result = Tutor([command, "program.py"], in: scratch.path).finish()
      #expect(result.status != 0 && result.status < 128, "\(command)")
      #expect(result.errors.contains(faulty.message), "\(command): \(result.errors.prefix(300))")
      #expect(result.errors.utf8.count < 10_000, "\(command)")
      #expect(!result.errors.contains("internal error"), "\(command)")
    }
  }

  @Test func `an empty file is a program that does nothing`() throws {
    let scratch = try ScratchFolder()
    let result = scratch.run("")
    #expect(result.status == 0)
    #expect(result.output == "" && result.errors == "")
  }

  @Test func `a file that is not text, not there, or a folder is refused`() throws {
    let scratch = try ScratchFolder()
    scratch.write(String(decoding: [0x7F], as: UTF8.self) + "ELF\u{1}\u{2}", to: "binary.py")
    for command in ["run", "explore"] {
      for file in ["binary.py", "missing.py", "/", "/proc/self/exe"] {
        let result = Tutor([command, file], in: scratch.path).finish()
        #expect(result.status != 0 && result.status < 128, "\(command) \(file)")
        #expect(!result.errors.isEmpty, "\(command) \(file)")
        #expect(!result.errors.contains("internal error"), "\(command) \(file)")
      }
    }
  }
}

import Diagnostics
import Glibc
import Testing

struct WordingTests {
  @Test func aTemplateKeepsItsArgumentsApart() {
    let wording = Wording.says("the module '\("asyncio")' is not part of tutor's Python")
    #expect(wording.template == "the module '{1}' is not part of tutor's Python")
    #expect(wording.text(in: .english) == "the module 'asyncio' is not part of tutor's Python")
    #expect(wording.text(in: .chinese) == "tutor 的 Python 没有模块 'asyncio'")
  }

  /// What is filled in may look like a place itself.
  @Test(arguments: ["{1}", "{2}", "{", "}", "{}", "a {1} {2} b"])
  func anArgumentStaysAsItIs(argument: String) {
    let wording = Wording.says("\(argument).\(argument) {1} {3} {")
    #expect(wording.text(in: .english).hasPrefix("\(argument).\(argument) "))
    #expect(wording.text(in: .english).hasSuffix(" {3} {"))
  }

  @Test(arguments: ReadingLanguage.allCases)
  func aFixedTextIsTheSameInEveryLanguage(language: ReadingLanguage) {
    #expect(Wording.fixed("merge: {1} {**a}").text(in: language) == "merge: {1} {**a}")
    #expect(Wording.fixed("stuck").text(in: language) == "stuck")
  }

  @Test func aListedSentenceIsTranslated() {
    #expect(Wording.listed("sort a list").text(in: .english) == "sort a list")
    #expect(Wording.listed("sort a list").text(in: .chinese) == "给列表排序")
    #expect(Wording.listed("merge: {1}").text(in: .chinese) == "merge: {1}")
  }

  @Test func englishKeepsItsSpaces() {
    #expect(Wording.says("for \("孩子") to end").text(in: .english) == "for 孩子 to end")
  }

  @Test func whatIsNotInTheTableIsEnglish() {
    #expect(Wording.says("no \("such") sentence").text(in: .chinese) == "no such sentence")
  }

  @Test func aSentenceInASentenceIsInItsLanguage() {
    let wording = Wording.says("can't open file '\("a.py")': \(Wording.systemError(ENOENT))")
    #expect(
      wording.text(in: .english) == "can't open file 'a.py': No such file or directory")
    #expect(wording.text(in: .chinese) == "打不开文件 'a.py'：没有这个文件或文件夹")
  }

  @Test func aListIsJoinedAsTheLanguageJoins() {
    let wording = Wording.says("these names are there: \(["dump", "load"])")
    #expect(wording.text(in: .english) == "these names are there: dump, load")
    #expect(wording.text(in: .chinese) == "有这些名字：dump、load")
  }

  /// A Latin name has a space beside Chinese, a Chinese name has none.
  @Test(arguments: [
    (Wording.fixed("Process-1"), "等 Process-1 结束"), (.says("main"), "等主进程结束"),
    (.fixed("孩子"), "等孩子结束"),
  ])
  func spacesStandBesideLatinLetters(name: Wording, text: String) {
    #expect(Wording.says("for \(name) to end").text(in: .chinese) == text)
  }

  /// What can keep a file or a process from being opened, read, written, made or started.
  @Test(arguments: [
    EPERM, ENOENT, EIO, E2BIG, ENOEXEC, EBADF, EAGAIN, ENOMEM, EACCES, EBUSY, EEXIST, EXDEV, ENXIO,
    ENODEV, ENOTDIR, EISDIR, EINVAL, ENFILE, EMFILE, ETXTBSY, EFBIG, ENOSPC, ESPIPE, EROFS, EPIPE,
    ENAMETOOLONG, ENOSYS, ENOTEMPTY, ELOOP, EDQUOT, ESTALE, ENOTCONN,
  ])
  func errorsOfTheSystemAreTranslated(number: Int32) {
    let wording = Wording.systemError(number)
    #expect(wording.text(in: .english) == String(cString: strerror(number)))
    #expect(wording.text(in: .chinese) != wording.text(in: .english))
  }
}

struct ChineseDiagnosticTests {
  private let source = SourceText(name: "x.py", text: "名字 = \"中文\"; import asyncio\n")
  private let span = Span(Position(line: 1, column: 18), Position(line: 1, column: 25))

  private func rendered(_ diagnostic: Diagnostic) -> String {
    DiagnosticRenderer(in: .chinese).render(diagnostic, in: source)
  }

  @Test func tutorSpeaksChinese() {
    let name = "asyncio"
    let diagnostic = Diagnostic(
      .unsupported, .says("the module '\(name)' is not part of tutor's Python"), at: span,
      note: .says("This is not a text file."),
      hint: .says("these modules are there: \(["json", "os"])"))
    #expect(
      rendered(diagnostic) == """
        x.py 第 1 行：tutor 的 Python 没有模块 'asyncio'
            名字 = "中文"; import asyncio
                                  ^^^^^^^
          这不是文本文件。
          提示：有这些模块：json、os

        """)
  }

  @Test func whatHasNoPlaceIsTutors() {
    #expect(
      rendered(Diagnostic(.input, .says("this is no expression"), at: nil))
        == "tutor：这不是表达式\n")
  }

  @Test func pythonSpeaksEnglish() {
    let diagnostic = Diagnostic(
      .python("NameError"), .fixed("stuck"), at: nil,
      hint: .says("save the file as UTF-8"))
    #expect(rendered(diagnostic) == "NameError: stuck\n  提示：把文件存成 UTF-8\n")
  }
}

// A lesson's folder → a Lesson, or everything that is wrong with it.

import Diagnostics

/// Reads one lesson.
struct LessonReader {
  let folder: CourseFolder
  let language: ReadingLanguage
  private(set) var faults: [CourseFault] = []
  /// The last `program` element so far: what later questions and runs are about.
  private var program: LessonProgram?
  private var file = LessonFile(name: "", source: SourceText(name: "", text: ""))

  init(folder: CourseFolder, language: ReadingLanguage) {
    self.folder = folder
    self.language = language
  }

  /// The lesson as the `number`th of its course; nil where its text cannot be read at all. It may be
  /// used only where there are no faults.
  mutating func read(number: Int) -> Lesson? {
    let language = folder.hasFile(self.language.lessonFileName) ? self.language : .english
    guard let text = load(language.lessonFileName) else { return nil }
    let head = readFrontMatter(text.frontMatter)
    faults += text.faults
    let elements = text.pieces.compactMap { element(for: $0) }
    if elements.isEmpty, faults.isEmpty {
      faults.append(
        file.fault("The lesson has no steps.", line: nil, hint: "write text below the front matter")
      )
    }
    checkIDs(of: elements)
    faults = Self.inOrder(faults)
    return Lesson(
      id: head.id, title: head.title, number: number, after: head.after, minutes: head.minutes,
      elements: elements, dataFiles: readDataFiles(), folder: folder.path, language: language)
  }

  private mutating func load(_ name: String) -> LessonText? {
    let path = folder.path + "/" + name
    switch folder.text(name) {
    case .failure(let refusal):
      faults.append(CourseFault(file: path, refusal.message, hint: refusal.hint))
      return nil
    case .success(let text):
      file = LessonFile(name: path, source: SourceText(name: path, text: text))
    }
    switch LessonText.cut(file) {
    case .failure(let fault):
      faults.append(fault)
      return nil
    case .success(let text): return text
    }
  }

  // MARK: Front matter

  private struct Head {
    var id = LessonID("")
    var title = ""
    var after: [LessonID] = []
    var minutes: Int?
  }

  private mutating func readFrontMatter(_ yaml: String) -> Head {
    var head = Head()
    guard
      var reader = reader(
        yaml, name: "The front matter", line: 1, firstLine: 2,
        known: ["id", "title", "after", "minutes"])
    else { return head }
    head.id = LessonID(reader.neededName("id", example: "last-ticket") ?? "")
    head.title = reader.neededText("title") ?? ""
    head.after = reader.texts("after").map(LessonID.init)
    head.minutes = reader.number("minutes", in: 1...600)
    faults += reader.faults
    return head
  }

  // MARK: Elements

  private mutating func element(for piece: LessonText.Piece) -> Element? {
    switch piece {
    case .prose(let prose): return .text(prose)
    case .live(let block):
      switch block.kind {
      case .program: return readProgram(block).map(Element.program)
      case .predict: return readQuestion(block).map(Element.predict)
      case .run: return readRun(block).map(Element.run)
      case .fix: return readExercise(block).map(Element.fix)
      }
    }
  }

  private mutating func readProgram(_ block: LessonText.LiveBlock) -> ProgramElement? {
    let bare = block.body.trimmed
    if !bare.isEmpty, !bare.contains(":"), !bare.contains(where: \.isLineEnd) {
      program = loadProgram(bare, line: block.line + 1)
      return program.map { ProgramElement(program: $0, line: block.line) }
    }
    guard
      var reader = reader(
        block, known: ["file", "with"])
    else { return nil }
    let name = reader.neededText("file", hint: .fixed("write the name of a .py file of the lesson"))
    let variations = reader.variations()
    program = nil
    if let name, let loaded = loadProgram(name, line: reader.line(of: "file")) {
      program = setting(variations, in: loaded, reader: &reader)
    }
    faults += reader.faults
    return program.map { ProgramElement(program: $0, line: block.line) }
  }

  private mutating func readRun(_ block: LessonText.LiveBlock) -> RunSpec? {
    guard
      var reader = reader(
        block, known: ["program", "speed", "ideal", "times", "with"])
    else { return nil }
    let variations = reader.variations()
    var spec: RunSpec?
    if let program = subject(of: &reader),
      let varied = setting(variations, in: program, reader: &reader)
    {
      spec = RunSpec(
        program: varied, speed: reader.factor("speed") ?? 1, ideal: reader.flag("ideal") ?? false,
        times: reader.number("times", in: 1...1000) ?? 1, line: block.line)
    }
    faults += reader.faults
    return spec
  }

  // MARK: Parts of elements

  /// The keys of a live block; nil where its YAML is broken.
  mutating func reader(_ block: LessonText.LiveBlock, known: [String]) -> BlockReader? {
    reader(
      block.body, name: "A block '\(block.kind.rawValue)'", line: block.line,
      firstLine: block.line + 1, known: known)
  }

  private mutating func reader(
    _ yaml: String, name: String, line: Int, firstLine: Int, known: [String]
  ) -> BlockReader? {
    switch YamlNode.parse(yaml, in: file, firstLine: firstLine) {
    case .failure(let fault):
      faults.append(fault)
      return nil
    case .success(let node):
      return BlockReader(node, name: .fixed(name), file: file, line: line, known: known)
    }
  }

  mutating func add(_ more: [CourseFault]) {
    faults += more
  }

  /// The program that a block is about: the one that its key `program` names, else the last shown.
  mutating func subject(of reader: inout BlockReader) -> LessonProgram? {
    if let name = reader.text("program") {
      return loadProgram(name, line: reader.line(of: "program"))
    }
    if program == nil {
      reader.report(
        "No program stands before this block.",
        hint: "show one in a block 'program', or name it: 'program: ticket.py'")
    }
    return program
  }

  /// `program` with the first value of each constant; a fault where it lacks one.
  func setting(
    _ variations: [Variation], in program: LessonProgram, reader: inout BlockReader
  ) -> LessonProgram? {
    let constants = variations.map { Constant(name: $0.name, value: $0.values[0]) }
    if let varied = program.setting(constants) { return varied }
    let present = program.constants
    for constant in constants where !present.contains(constant.name) {
      let near = Spelling.nearest(to: constant.name, among: present)
      reader.report(
        "\(program.name) has no line '\(constant.name) = …' to vary.", at: "with",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "write the constant at the left margin, at the top of the program")
    }
    return nil
  }

  mutating func loadProgram(_ name: String, line: Int) -> LessonProgram? {
    guard name.hasSuffix(".py") else {
      faults.append(
        file.fault(
          "'\(name)' is not the name of a Python file.", line: line,
          hint: "write one such as ticket.py"))
      return nil
    }
    switch folder.text(name) {
    case .failure(let refusal):
      faults.append(file.fault(refusal.message, line: line, hint: refusal.hint))
      return nil
    case .success(let text):
      return LessonProgram(name: name, path: folder.path + "/" + name, text: text)
    }
  }

  // MARK: The whole lesson

  /// By line, and as they were found within one.
  private static func inOrder(_ faults: [CourseFault]) -> [CourseFault] {
    let numbered = faults.enumerated().sorted {
      ($0.element.diagnostic.span?.line ?? 0, $0.offset)
        < ($1.element.diagnostic.span?.line ?? 0, $1.offset)
    }
    return numbered.map(\.element)
  }

  private mutating func checkIDs(of elements: [Element]) {
    var questions: Set<QuestionID> = []
    var exercises: Set<ExerciseID> = []
    for element in elements {
      switch element {
      case .predict(let question):
        if !questions.insert(question.id).inserted {
          faults.append(twice("question", question.id.name, line: question.line))
        }
      case .fix(let exercise):
        if !exercises.insert(exercise.id).inserted {
          faults.append(twice("exercise", exercise.id.name, line: exercise.line))
        }
      case .text, .program, .run: break
      }
    }
  }

  private func twice(_ kind: String, _ name: String, line: Int) -> CourseFault {
    file.fault(
      "The lesson has two \(kind)s '\(name)'.", line: line, hint: "give this one another id")
  }

  /// Everything in the folder that is no lesson text, no program and no folder.
  private mutating func readDataFiles() -> [DataFile] {
    let names = folder.fileNames().filter { !$0.hasSuffix(".py") && !Self.isLessonText($0) }
    return names.compactMap { name in
      switch folder.bytes(name, limit: CourseFolder.dataLimit) {
      case .success(let bytes): return DataFile(name: name, bytes: bytes)
      case .failure(let refusal):
        faults.append(
          CourseFault(file: folder.path + "/" + name, refusal.message, hint: refusal.hint))
        return nil
      }
    }
  }

  private static func isLessonText(_ name: String) -> Bool {
    name == "lesson.md" || (name.hasPrefix("lesson.") && name.hasSuffix(".md"))
  }
}

extension ReadingLanguage {
  /// The lesson's text in this language, by its file name.
  var lessonFileName: String {
    switch self {
    case .english: "lesson.md"
    case .chinese: "lesson.zh.md"
    }
  }
}

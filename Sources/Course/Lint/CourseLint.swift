// What can be wrong with a course that can be read, as far as no program need be explored for it. Flows
// in: the course in each of its languages. Flows out: faults with file and line. What takes a search
// is Grading's part of the lint.

import Diagnostics
import Language
import Machine
import Observation

/// Looks for what an author has forgotten.
package enum CourseLint {
  /// Wrong fixes that an exercise needs, so that its properties are seen to be no empty words.
  package static let wrongFixesNeeded = 3

  /// The faults of a course, in the order of its lessons.
  ///
  /// - Parameters:
  ///   - course: in English.
  ///   - translations: the same course in other languages.
  package static func faults(of course: Course, translations: [Course] = []) -> [CourseFault] {
    course.lessons.flatMap { lesson in
      let others = translations.compactMap { $0.lesson(lesson.id) }
      return faults(of: lesson) + others.flatMap { TranslationLint.faults(of: $0, beside: lesson) }
        + unfinished(lesson)
    }
  }

  private static func faults(of lesson: Lesson) -> [CourseFault] {
    let place = LessonPlace(lesson)
    var faults = lesson.elements.flatMap { element -> [CourseFault] in
      switch element {
      case .predict(let question): self.faults(of: question, place)
      case .fix(let exercise): self.faults(of: exercise, place)
      case .text, .program, .run: []
      }
    }
    let programs = lesson.allPrograms
    for program in programs { faults += self.faults(of: program) }
    let known = Set(programs.map(\.name))
    for name in pythonFiles(of: lesson) where !known.contains(name) {
      faults.append(
        place.fault(
          "No element of the lesson uses it.", file: name,
          hint: "show it in a block 'program', or remove it"))
    }
    return faults
  }

  // MARK: Questions

  private static func faults(of question: Question, _ place: LessonPlace) -> [CourseFault] {
    let name = "The question '\(question.id)'"
    var faults: [CourseFault] = []
    if question.hints.isEmpty {
      faults.append(
        place.fault("\(name) has no hint.", line: question.line, hint: "write 'hints:'"))
    }
    if question.because.isEmpty {
      faults.append(
        place.fault("\(name) has no 'because'.", line: question.line, hint: "write 'because: …'"))
    }
    if let fault = observeFault(question.observe, line: question.observeLine, place) {
      faults.append(fault)
    }
    for word in placeholders(in: question.ask)
    where !question.variations.contains(where: { $0.name == word }) {
      faults.append(
        place.fault(
          "\(name) asks with {\(word)}, and 'with' sets no such constant.", line: question.line,
          hint: "write 'with: {\(word): …}'"))
    }
    return faults
  }

  /// The words in braces that look like constants.
  private static func placeholders(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: "}") else { return nil }
      let word = part[..<end]
      let isConstant =
        !word.isEmpty
        && word.allSatisfy { $0 == "_" || $0.isNumber || ($0.isLetter && $0.isUppercase) }
      return isConstant ? String(word) : nil
    }
  }

  private static func observeFault(
    _ observe: String, line: Int, _ place: LessonPlace
  ) -> CourseFault? {
    guard case .failure(let diagnostic) = ObserveExpression.parse(observe) else { return nil }
    return place.fault(
      "'\(observe)' cannot be observed: \(diagnostic.message.text(in: .english)).", line: line,
      hint: diagnostic.hint?.text(in: .english))
  }

  // MARK: Exercises

  private static func faults(of exercise: Exercise, _ place: LessonPlace) -> [CourseFault] {
    let name = "The exercise '\(exercise.id)'"
    func fault(_ message: String, _ hint: String) -> CourseFault {
      place.fault("\(name) \(message)", line: exercise.line, hint: hint)
    }
    var faults: [CourseFault] = []
    if exercise.ask.isEmpty { faults.append(fault("does not say what to do.", "write 'ask: …'")) }
    if exercise.hints.isEmpty { faults.append(fault("has no hint.", "write 'hints:'")) }
    if exercise.because.isEmpty { faults.append(fault("has no 'because'.", "write 'because: …'")) }
    if exercise.solutions.isEmpty {
      faults.append(fault("has no solution.", "write 'solution: solutions/….py'"))
    }
    if exercise.wrong.count < wrongFixesNeeded {
      faults.append(
        fault(
          "has \(exercise.wrong.count) wrong fixes of at least \(wrongFixesNeeded).",
          "write 'wrong:' with entries '- file: …' and 'breaks: …'"))
    }
    for property in exercise.must {
      if let fault = observeFault(property.observe, line: property.line, place) {
        faults.append(fault)
      }
    }
    for wrong in exercise.wrong where exercise.property(wrong.breaks) == nil {
      let near = Spelling.nearest(to: wrong.breaks, among: exercise.must.map(\.observe))
      faults.append(
        fault(
          "has no property '\(wrong.breaks)' that \(wrong.program.name) could break.",
          near.map { "write 'breaks: \($0)'" } ?? "repeat one of the expressions of 'must'"))
    }
    return faults + constantFaults(exercise, place)
  }

  /// Every program of an exercise has the constants that are set before it is judged.
  private static func constantFaults(
    _ exercise: Exercise, _ place: LessonPlace
  ) -> [CourseFault] {
    let programs = [exercise.start] + exercise.solutions + exercise.wrong.map(\.program)
    return programs.flatMap { program in
      exercise.constants.filter { !program.constants.contains($0.name) }.map { constant in
        place.fault(
          "It has no line '\(constant.name) = …', which the exercise sets.", file: program.name,
          hint: "write the constant at the left margin")
      }
    }
  }

  // MARK: Programs

  private static func faults(of program: LessonProgram) -> [CourseFault] {
    let source = SourceText(name: program.path, text: program.text)
    let diagnostics: [Diagnostic]
    switch Parser.parse(source) {
    case .failure(let diagnostic): diagnostics = [diagnostic]
    case .success(let tree):
      switch Compiler.compile(tree, for: Library.standard.environment) {
      case .success: diagnostics = []
      case .failure(let found): diagnostics = found
      }
    }
    return diagnostics.map {
      CourseFault(file: program.path, diagnostic: $0, source: source)
    }
  }

  /// All Python files of a lesson, by their paths in its folder.
  private static func pythonFiles(of lesson: Lesson) -> [String] {
    guard let folder = CourseFolder(path: lesson.folder) else { return [] }
    let own = folder.fileNames().filter { $0.hasSuffix(".py") }
    return own
      + folder.folderNames().flatMap { name -> [String] in
        guard case .success(let inner) = folder.folder(name) else { return [] }
        return inner.fileNames().filter { $0.hasSuffix(".py") }.map { name + "/" + $0 }
      }
  }

  // MARK: What is still to be written

  /// The lines with the word that says so.
  private static func unfinished(_ lesson: Lesson) -> [CourseFault] {
    guard let folder = CourseFolder(path: lesson.folder) else { return [] }
    let names = folder.fileNames().filter { $0.hasSuffix(".md") } + pythonFiles(of: lesson)
    return names.flatMap { name -> [CourseFault] in
      guard case .success(let text) = folder.text(name) else { return [] }
      let path = lesson.folder + "/" + name
      let file = LessonFile(name: path, source: SourceText(name: path, text: text))
      return file.source.lines.enumerated().filter { $0.element.contains("TODO") }.map {
        file.fault("There is something left to do.", line: $0.offset + 1)
      }
    }
  }
}

/// A lesson's files by the names that faults show.
package struct LessonPlace: Sendable {
  private let folder: String
  private let textName: String

  package init(_ lesson: Lesson) {
    folder = lesson.folder
    textName = lesson.language.lessonFileName
  }

  /// A fault in the lesson's text, or in the `file` of its folder.
  package func fault(
    _ message: String, line: Int? = nil, file: String? = nil, hint: String? = nil
  ) -> CourseFault {
    let place = line.map { Position(line: $0, column: 0) }
    return CourseFault(
      file: folder + "/" + (file ?? textName), message, at: place.map { Span($0, $0) }, hint: hint)
  }
}

extension Exercise {
  /// The property with this expression.
  package func property(_ observe: String) -> Property? {
    must.first { $0.observe == observe }
  }
}

extension Lesson {
  /// Every program that an element uses, solutions and wrong fixes included, once, by name.
  package var allPrograms: [LessonProgram] {
    var seen: Set<String> = []
    return elements.flatMap { element -> [LessonProgram] in
      switch element {
      case .text: []
      case .program(let element): [element.program]
      case .predict(let question): [question.program]
      case .run(let spec): [spec.program]
      case .fix(let exercise):
        [exercise.start] + exercise.solutions + exercise.wrong.map(\.program)
      }
    }.filter { seen.insert($0.name).inserted }
  }
}

// A submission's place → the submission. Flows in: a folder or a file of a stranger's. Flows out: its
// parts in the course's order. Rule: only plain files are opened, in the folder and in its lessons'
// folders; links are told and not followed; sizes are bounded; nothing is written.

import Course
import Glibc

/// Reads submissions.
package struct SubmissionReader: Sendable {
  private let index: CourseIndex
  private let expectation: Expectation
  /// What single programs are for, whatever their names; nil to go by their names.
  private let exercise: CourseIndex.Place?

  /// What a program may hold.
  static let largestProgram = 256 << 10
  /// What `answers.yaml` may hold.
  static let largestAnswers = 64 << 10
  /// More files than any learner hands in.
  private static let mostPrograms = 200

  package init(
    _ index: CourseIndex, expecting expectation: Expectation = Expectation(),
    exercise: CourseIndex.Place? = nil
  ) {
    self.index = index
    self.expectation = expectation
    self.exercise = exercise
  }

  /// The submission at a place; never fails: what cannot be read is a part that says so.
  package func read(_ place: SubmissionPlace) -> Submission {
    var draft = Draft()
    switch place.kind {
    case .folder: readFolder(place.path, &draft)
    case .program: readSingle(place, &draft)
    case .nothing: draft.strays.append((place.learner, .file(.missing)))
    case .symbolicLink: draft.strays.append((place.learner, .file(.symbolicLink)))
    case .strangeName: draft.strays.append((place.learner, .file(.strangeName)))
    }
    return finish(draft)
  }

  /// What was found so far.
  private struct Draft {
    var answers: [Submission.Answer] = []
    var programs: [Submission.Program] = []
    var strays: [(name: String, Submission.Stray)] = []
    var notes: [Submission.Note] = []
  }

  // MARK: Files

  private func readFolder(_ folder: String, _ draft: inout Draft) {
    let names = FolderNames.of(folder)
    if names.contains(AnswersFile.name) {
      readAnswers(folder + "/" + AnswersFile.name, &draft)
    }
    for name in names where name.hasSuffix(".py") {
      take(name, at: folder + "/" + name, for: index.exercise(for: name), &draft)
    }
    for name in names {
      guard let lesson = index.lesson(name) else { continue }
      let inner = folder + "/" + name
      guard FileKind.of(inner) == .folder else {
        draft.strays.append((name, .file(FileKind.of(inner) == .link ? .symbolicLink : .notPlain)))
        continue
      }
      readLesson(lesson, inner, shown: name, &draft)
    }
  }

  /// The programs of a lesson's folder, and of its folder `fix`, where the course has them.
  private func readLesson(
    _ lesson: Lesson, _ folder: String, shown: String, _ draft: inout Draft
  ) {
    for part in ["", "/fix"] where FileKind.of(folder + part) == .folder {
      for name in FolderNames.of(folder + part) where name.hasSuffix(".py") {
        take(
          "\(shown)\(part)/\(name)", at: "\(folder)\(part)/\(name)",
          for: index.exercise(for: name, in: lesson), &draft)
      }
    }
  }

  private func readSingle(_ place: SubmissionPlace, _ draft: inout Draft) {
    let name = place.path.split(separator: "/").last.map(String.init) ?? place.path
    if let exercise {
      return take(name, at: place.path, for: .one(exercise), &draft, followingLinks: true)
    }
    take(name, at: place.path, for: index.exercise(for: name), &draft, followingLinks: true)
  }

  private func take(
    _ name: String, at path: String, for match: CourseIndex.Match, _ draft: inout Draft,
    followingLinks: Bool = false
  ) {
    let shown = PlainText.line(name, longest: 100)
    switch match {
    case .none(let nearest): draft.notes.append(.noExercise(file: shown, nearest: nearest))
    case .several(let names): draft.notes.append(.severalExercises(file: shown, names))
    case .one(let place):
      guard draft.programs.count < Self.mostPrograms else { return }
      guard !draft.programs.contains(where: { $0.place.name == place.name }) else {
        return draft.notes.append(.secondFile(shown))
      }
      let content = Self.content(
        of: path, limit: Self.largestProgram, followingLinks: followingLinks)
      draft.programs.append(Submission.Program(place: place, name: shown, content: content))
    }
  }

  private static func content(
    of path: String, limit: Int, followingLinks: Bool = false
  ) -> Submission.Content {
    var path = path
    if followingLinks, let real = realpath(path, nil) {
      path = String(cString: real)
      free(real)
    }
    switch FileKind.of(path) {
    case .link: return .unread(.symbolicLink)
    case .folder: return .unread(.folder)
    case .other: return .unread(.notPlain)
    case nil: return .unread(.strangeName)
    case .plain: break
    }
    if let bytes = SmallFile.bytes(of: path, limit: limit) { return .bytes(bytes) }
    let reason = errno
    var about = stat()
    if lstat(path, &about) == 0, about.st_size > limit {
      return .unread(.tooLarge(KiB: limit >> 10))
    }
    return .unread(.unreadable(.systemError(reason)))
  }

  // MARK: Answers

  private func readAnswers(_ path: String, _ draft: inout Draft) {
    switch Self.content(of: path, limit: Self.largestAnswers) {
    case .unread(let refusal): draft.strays.append((AnswersFile.name, .file(refusal)))
    case .bytes(let bytes):
      let (file, faults) = AnswersFile.read(bytes)
      for fault in faults.prefix(20) {
        draft.strays.append((AnswersFile.name, .fault(fault)))
      }
      for entry in file.entries.prefix(10_000) { take(entry, &draft) }
    }
  }

  private func take(_ entry: AnswersFile.Entry, _ draft: inout Draft) {
    let name = PlainText.line("\(entry.lesson)/\(entry.question)", longest: 100)
    guard let lesson = index.lesson(entry.lesson) else {
      let nearest = index.nearestLesson(to: entry.lesson)
      let lesson = PlainText.line(entry.lesson, longest: 100)
      return draft.strays.append((name, .noLesson(lesson, nearest: nearest)))
    }
    guard let question = lesson.question(QuestionID(entry.question)) else {
      let stray = Submission.Stray.noQuestion(
        PlainText.line(entry.question, longest: 100), lesson: lesson.id.name,
        nearest: index.nearestQuestion(to: entry.question, in: lesson))
      return draft.strays.append((name, stray))
    }
    guard let variant = question.variant(of: entry.constants) else {
      let constants = entry.constants.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
      return draft.strays.append((name, .noVariant(PlainText.line(constants, longest: 100))))
    }
    let answer = Submission.Answer(
      lesson: lesson, question: question, variant: variant, prediction: entry.prediction)
    let earlier = draft.answers.firstIndex {
      $0.lesson.id == lesson.id && $0.question.id == question.id
    }
    if let earlier {
      draft.answers[earlier] = answer
      draft.notes.append(.answeredAgain(name))
    } else {
      draft.answers.append(answer)
    }
  }

  // MARK: Order

  /// The parts in the order of the course, with those that are missing in their places.
  private func finish(_ draft: Draft) -> Submission {
    var parts: [Submission.Part] = draft.strays.map { .stray(name: $0.name, $0.1) }
    for lesson in index.course.lessons {
      for element in lesson.elements {
        switch element {
        case .predict(let question): parts += self.parts(for: question, in: lesson, draft)
        case .fix(let exercise): parts += self.parts(for: exercise, in: lesson, draft)
        case .text, .program, .run: break
        }
      }
    }
    return Submission(parts: parts, notes: draft.notes)
  }

  private func parts(
    for question: Question, in lesson: Lesson, _ draft: Draft
  ) -> [Submission.Part] {
    func isMeant(_ other: Lesson, _ id: QuestionID) -> Bool {
      other.id == lesson.id && id == question.id
    }
    if let answer = draft.answers.first(where: { isMeant($0.lesson, $0.question.id) }) {
      return [.answer(answer)]
    }
    let isExpected = expectation.questions.contains { isMeant($0.lesson, $0.question.id) }
    return isExpected ? [.missingAnswer(lesson, question)] : []
  }

  private func parts(
    for exercise: Exercise, in lesson: Lesson, _ draft: Draft
  ) -> [Submission.Part] {
    let place = CourseIndex.Place(lesson: lesson, exercise: exercise)
    if let program = draft.programs.first(where: { $0.place.name == place.name }) {
      return [.program(program)]
    }
    let isExpected = expectation.exercises.contains { $0.name == place.name }
    return isExpected ? [.missingProgram(place)] : []
  }
}

extension Question {
  /// The variant with these constants; constants that are not named have their first values. nil
  /// where there is none.
  package func variant(of constants: [Constant]) -> Int? {
    guard !constants.isEmpty else { return 0 }
    let names = Set(variations.map(\.name))
    guard constants.allSatisfy({ names.contains($0.name) }) else { return nil }
    var variant = 0
    var factor = 1
    for variation in variations {
      if let constant = constants.first(where: { $0.name == variation.name }) {
        guard let place = variation.values.firstIndex(of: constant.value) else { return nil }
        variant += place * factor
      }
      factor *= variation.values.count
    }
    return variant
  }
}

// The tables that the shell shows: lessons, commands, answers. Flows in: the course and what is
// stored. Flows out: rows for the screen.

import Course
import Diagnostics

/// What is stored of a learner, as the tables need it.
struct Records {
  var places: [StoredPlace]
  /// The latest to each question.
  var answers: [StoredAnswer]
  /// The best at each exercise.
  var attempts: [StoredAttempt]
  /// All answers that count, earlier ones to the same question too.
  var countedAnswers: [StoredAnswer]
}

struct Overviews {
  let language: ReadingLanguage
  let width: Int

  /// A row of columns that end where the next begins; the last one is wrapped.
  private func row(_ columns: [(StyledText, Int)], last: StyledText) -> [StyledText] {
    var first = StyledText()
    for (text, width) in columns { first.append(text.padded(to: width)) }
    // On a narrow screen what does not fit goes below, set in a little.
    guard width - first.width >= 24 else {
      let rest = StyledText(String(repeating: " ", count: 6))
      return first.withoutTrailingSpaces.cut(to: width, first: "", rest: rest)
        + (last.isEmpty ? [] : last.wrapped(to: width, first: rest, rest: rest))
    }
    let margin = StyledText(String(repeating: " ", count: first.width))
    return last.wrapped(to: width, first: first, rest: margin).map(\.withoutTrailingSpaces)
  }

  func help() -> [StyledText] {
    var rows = InlineMarks.read(language(.helpHead)).wrapped(to: width, first: "  ", rest: "  ")
    rows.append("")
    let names = Command.allCases.map { Self.usage($0) }
    let widest = (names.map(\.count).max() ?? 0) + 4
    let column = width >= 70 ? widest : 14
    for (command, usage) in zip(Command.allCases, names) {
      let name = StyledText("  ") + StyledText(width >= 70 ? usage : command.rawValue, style: .bold)
      rows += row([(name, column)], last: StyledText(language(.about(command))))
    }
    rows.append("")
    rows += InlineMarks.read(language(.helpFoot)).wrapped(to: width, first: "  ", rest: "  ")
    return rows
  }

  func help(for command: Command) -> [StyledText] {
    let usage = StyledText("  ") + StyledText(Self.usage(command), style: .bold)
    return [usage]
      + StyledText(language(.about(command))).wrapped(to: width, first: "  ", rest: "  ")
  }

  private static func usage(_ command: Command) -> String {
    command.argument.isEmpty ? command.rawValue : command.rawValue + " " + command.argument
  }

  func lessons(_ course: Course, _ records: Records) -> [StyledText] {
    var rows = StyledText(course.title, style: .bold).wrapped(to: width, first: "  ", rest: "  ")
    let widestID = (course.lessons.map(\.id.name.count).max() ?? 0) + 2
    let widestTitle = (course.lessons.map { DisplayWidth.of($0.title) }.max() ?? 0) + 2
    for lesson in course.lessons {
      let state = self.state(of: lesson, records, marks: true)
      let number = StyledText("  ") + StyledText("\(lesson.number)", style: .dim)
      let id = StyledText(lesson.id.name, style: .bold)
      guard 6 + widestID + widestTitle + 24 <= width else {
        let margin = StyledText(String(repeating: " ", count: 6))
        rows.append(number.padded(to: 6) + id)
        rows += StyledText(lesson.title).wrapped(to: width, first: margin, rest: margin)
        rows += state.wrapped(to: width, first: margin, rest: margin)
        continue
      }
      rows += row(
        [(number, 6), (id, widestID), (StyledText(lesson.title), widestTitle)], last: state)
    }
    return rows
  }

  private func state(of lesson: Lesson, _ records: Records, marks showsMarks: Bool) -> StyledText {
    let count = LessonStep.steps(of: lesson).count
    var text = StyledText()
    guard let place = records.places.first(where: { $0.lesson == lesson.id.name }) else {
      text.append(language(.notBegun), style: .dim)
      if let minutes = lesson.minutes {
        text.append(" · " + language(.minutes(minutes)), style: .dim)
      }
      return text
    }
    text.append(
      place.furthest >= count
        ? language(.done) : language(.stepOf(min(place.step + 1, count), of: count)))
    guard showsMarks else { return text }
    let marks = lesson.questions.map { Mark(Self.answer($0, lesson, records.answers)) }
    for mark in Mark.allCases where mark != .open {
      let number = marks.filter { $0 == mark }.count
      guard number > 0 else { continue }
      text.append(" · ", style: .dim)
      text.append("\(mark.sign) \(language(.markCount(mark, number)))", style: mark.style)
    }
    let mended = lesson.exercises.filter { Self.attempt($0, lesson, records)?.isSolved == true }
    if !mended.isEmpty {
      text.append(" · ", style: .dim)
      text.append("✓ " + language(.mendedCount(mended.count)), style: .green)
    }
    return text
  }

  private static func answer(
    _ question: Question, _ lesson: Lesson, _ answers: [StoredAnswer]
  ) -> StoredAnswer? {
    answers.last { $0.lesson == lesson.id.name && $0.question == question.id.name }
  }

  private static func attempt(
    _ exercise: Exercise, _ lesson: Lesson, _ records: Records
  ) -> StoredAttempt? {
    records.attempts.first {
      $0.lesson == lesson.id.name && $0.exercise == exercise.id.name
    }
  }

  /// The questions and exercises of the lessons that have been begun, with what was predicted and what
  /// can happen, and how well the learner knew it.
  func progress(_ course: Course, _ records: Records) -> [StyledText] {
    let begun = course.lessons.filter { lesson in
      records.places.contains { $0.lesson == lesson.id.name }
        || records.answers.contains { $0.lesson == lesson.id.name }
        || records.attempts.contains { $0.lesson == lesson.id.name }
    }
    guard !begun.isEmpty else {
      return [StyledText("  " + language(.noAnswers))]
    }
    var rows: [StyledText] = []
    for lesson in begun {
      if !rows.isEmpty { rows.append("") }
      let head = StyledText(
        language(.lessonHeader(lesson: lesson.number, title: lesson.title, minutes: nil)),
        style: .bold)
      let state = self.state(of: lesson, records, marks: false)
      rows += (head + "  " + state).wrapped(to: width, first: "  ", rest: "    ")
      rows += progressOfLesson(lesson, records)
    }
    let sureness = confidence(in: records.countedAnswers)
    return sureness.isEmpty ? rows : rows + [""] + sureness
  }

  /// How one lesson's questions and exercises stand.
  func progressOfLesson(_ lesson: Lesson, _ records: Records) -> [StyledText] {
    lesson.elements.flatMap { element -> [StyledText] in
      switch element {
      case .predict(let question):
        line(for: question, answer: Self.answer(question, lesson, records.answers))
      case .fix(let exercise):
        line(for: exercise, attempt: Self.attempt(exercise, lesson, records))
      case .text, .program, .run: []
      }
    }
  }

  private func line(for question: Question, answer: StoredAnswer?) -> [StyledText] {
    let mark = Mark(answer)
    var text = StyledText(language(.mark(mark)), style: mark.style)
    if let answer, answer.verdict != .skipped {
      text.append(" · " + language(.youSaid(Self.oneLine(answer.prediction))))
      if !answer.outcomes.isEmpty {
        text.append(" · " + language(.whatCanHappen(answer.outcomes)), style: .dim)
      }
    }
    return line(mark, question.id.name, text)
  }

  /// A prediction of several lines in one.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " / ")
  }

  private func line(for exercise: Exercise, attempt: StoredAttempt?) -> [StyledText] {
    guard let attempt else {
      return line(.open, exercise.id.name, StyledText(language(.notMended), style: Mark.open.style))
    }
    let mark: Mark = attempt.isSolved ? .right : .missed
    let words = attempt.isSolved ? Phrase.mended : .heldOf(attempt.held, of: attempt.properties)
    return line(mark, exercise.id.name, StyledText(language(words), style: mark.style))
  }

  private func line(_ mark: Mark, _ name: String, _ text: StyledText) -> [StyledText] {
    let sign = StyledText("    ") + StyledText(mark.sign, style: mark.style)
    return row([(sign, 6), (StyledText(name, style: .bold), 16)], last: text)
  }

  // MARK: Confidence

  /// How well the answers of a lesson were known.
  func confidence(of lesson: Lesson, _ records: Records) -> [StyledText] {
    confidence(in: records.countedAnswers.filter { $0.lesson == lesson.id.name })
  }

  /// How often what was sure was right, and what was guessed; nothing where neither was said.
  private func confidence(in answers: [StoredAnswer]) -> [StyledText] {
    let sure = Tally(answers.filter { $0.confidence == .sure })
    let guess = Tally(answers.filter { $0.confidence == .guess })
    var sentences: [String] = []
    if sure.count > 0 { sentences.append(language(.rightWhenSure(sure.right, of: sure.count))) }
    if guess.count > 0 {
      sentences.append(language(.rightWhenGuessing(guess.right, of: guess.count)))
    }
    // A few answers say nothing of how somebody judges.
    if sure.count >= 3, sure.right * 4 < sure.count * 3 { sentences.append(language(.tooSure)) }
    if guess.count >= 3, guess.right * 4 > guess.count * 3 {
      sentences.append(language(.tooModest))
    }
    guard !sentences.isEmpty else { return [] }
    let text = sentences.joined(separator: language == .english ? " " : "")
    return InlineMarks.read(text).wrapped(to: width, first: "  ", rest: "  ")
  }

  /// Answers that were judged to be right or wrong.
  private struct Tally {
    var right = 0
    var count = 0

    init(_ answers: [StoredAnswer]) {
      for answer in answers {
        switch answer.verdict {
        case .right:
          right += 1
          count += 1
        case .missed, .impossible: count += 1
        case .undecided, .skipped, nil: break
        }
      }
    }
  }
}

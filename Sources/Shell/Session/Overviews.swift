// The tables that the shell shows: lessons, commands, answers. Flows in: the course and what is
// stored. Flows out: rows for the screen.

import Course
import Diagnostics

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

  func lessons(_ course: Course, places: [StoredPlace], answers: [StoredAnswer]) -> [StyledText] {
    var rows = StyledText(course.title, style: .bold).wrapped(to: width, first: "  ", rest: "  ")
    let widestID = (course.lessons.map(\.id.name.count).max() ?? 0) + 2
    let widestTitle = (course.lessons.map { DisplayWidth.of($0.title) }.max() ?? 0) + 2
    for lesson in course.lessons {
      let state = self.state(of: lesson, places: places, answers: answers)
      let number = StyledText("  ") + StyledText("\(lesson.number)", style: .dim)
      let id = StyledText(lesson.id.name, style: .bold)
      rows += row(
        [(number, 6), (id, widestID), (StyledText(lesson.title), widestTitle)], last: state)
    }
    return rows
  }

  private func state(
    of lesson: Lesson, places: [StoredPlace], answers: [StoredAnswer]
  ) -> StyledText {
    let count = LessonStep.steps(of: lesson).count
    var text = StyledText()
    guard let place = places.first(where: { $0.lesson == lesson.id.name }) else {
      text.append(language(.notBegun), style: .dim)
      if let minutes = lesson.minutes {
        text.append(" · " + language(.minutes(minutes)), style: .dim)
      }
      return text
    }
    text.append(
      place.furthest >= count
        ? language(.done) : language(.stepOf(min(place.step + 1, count), of: count)))
    let marks = lesson.questions.map { question in Mark(Self.answer(question, lesson, answers)) }
    for mark in Mark.allCases where mark != .open {
      let number = marks.filter { $0 == mark }.count
      guard number > 0 else { continue }
      text.append(" · ", style: .dim)
      text.append("\(mark.sign) \(language(.markCount(mark, number)))", style: mark.style)
    }
    return text
  }

  private static func answer(
    _ question: Question, _ lesson: Lesson, _ answers: [StoredAnswer]
  ) -> StoredAnswer? {
    answers.last { $0.lesson == lesson.id.name && $0.question == question.id.name }
  }

  /// The questions of the lessons that have been begun, with what was predicted and what can happen.
  func progress(
    _ course: Course, places: [StoredPlace], answers: [StoredAnswer]
  ) -> [StyledText] {
    let begun = course.lessons.filter { lesson in
      places.contains { $0.lesson == lesson.id.name }
        || answers.contains { $0.lesson == lesson.id.name }
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
      let state = self.state(of: lesson, places: places, answers: [])
      rows += (head + "  " + state).wrapped(to: width, first: "  ", rest: "    ")
      rows += progressOfLesson(lesson, answers: answers)
    }
    return rows
  }

  /// How one lesson's questions stand.
  func progressOfLesson(_ lesson: Lesson, answers: [StoredAnswer]) -> [StyledText] {
    lesson.questions.flatMap { line(for: $0, answer: Self.answer($0, lesson, answers)) }
  }

  private func line(for question: Question, answer: StoredAnswer?) -> [StyledText] {
    let mark = Mark(answer)
    var text = StyledText(language(.mark(mark)), style: mark.style)
    if let answer, answer.verdict != .skipped {
      text.append(" · " + language(.youSaid(answer.prediction)))
      if !answer.outcomes.isEmpty {
        text.append(" · " + language(.whatCanHappen(answer.outcomes)), style: .dim)
      }
    }
    let sign = StyledText("    ") + StyledText(mark.sign, style: mark.style)
    return row([(sign, 6), (StyledText(question.id.name, style: .bold), 16)], last: text)
  }
}

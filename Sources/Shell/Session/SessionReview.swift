// Questions away from their place: what was missed, once more, and a whole lesson by its questions.

import Course
import Diagnostics
import Grading

extension Session {
  /// Asks again what was missed, the oldest first, each in a variant that was not asked last.
  mutating func review() -> Outcome {
    let missed = answers.filter { $0.verdict == .missed || $0.verdict == .impossible }
    let items = missed.compactMap { answer -> Asked? in
      guard let lesson = course.lesson(LessonID(answer.lesson)),
        let question = lesson.question(QuestionID(answer.question))
      else { return nil }
      return Asked(
        question: question, lesson: lesson, variant: question.freshVariant(after: answer))
    }
    guard !items.isEmpty else {
      screen.say(language(.nothingToReview))
      return .stay
    }
    screen.say(language(.reviewBegins(items.count)))
    return askAll(items).outcome
  }

  /// Asks the questions of a lesson without its text. Who has them all right has done the lesson.
  mutating func skip(lesson index: Int) -> Outcome {
    let lesson = course.lessons[index]
    let items = lesson.questions.filter { answer(to: $0, in: lesson)?.verdict != .right }.map {
      Asked(
        question: $0, lesson: lesson, variant: $0.freshVariant(after: answer(to: $0, in: lesson)))
    }
    if !items.isEmpty {
      screen.say(
        language(.lessonByQuestions(lesson: lesson.number, title: lesson.title, items.count)))
      let asked = askAll(items)
      guard asked.isComplete else { return asked.outcome }
    }
    let isKnown = lesson.questions.allSatisfy { answer(to: $0, in: lesson)?.verdict == .right }
    guard isKnown else {
      screen.say(language(.lessonNotKnown(name: lesson.id.name)))
      return .stay
    }
    enter(index, at: LessonStep.steps(of: lesson).count)
    keepPlace()
    screen.say(language(.lessonKnown(lesson: lesson.number, title: lesson.title)))
    if lessonIndex + 1 < course.lessons.count {
      let following = course.lessons[lessonIndex + 1]
      screen.say(language(.nextLesson(lesson: following.number, title: following.title)))
    } else {
      screen.say(language(.courseFinished))
    }
    return .stay
  }

  /// Poses one question after the other, each below its program.
  ///
  /// - Returns: what the loop is to do, and whether all were posed.
  private mutating func askAll(_ items: [Asked]) -> (outcome: Outcome, isComplete: Bool) {
    var right = 0
    var judged = 0
    var shownBefore: (LessonID, LessonProgram)?
    for asked in items {
      screen.write("\n")
      let program = asked.job.program
      if shownBefore?.0 != asked.lesson.id || shownBefore?.1 != program {
        screen.say(
          language(
            .lessonHeader(
              lesson: asked.lesson.number, title: asked.lesson.title, minutes: nil)),
          style: .dim)
        screen.write("\n")
        screen.show(Listing.rows(of: program, width: screen.width))
        shownBefore = (asked.lesson.id, program)
      }
      switch pose(asked) {
      case .settled(let verdict):
        judged += 1
        if verdict == .right { right += 1 }
      case .skipped: break
      case .putOff: return (.stay, false)
      case .moved(let outcome): return (outcome, false)
      }
    }
    screen.write("\n")
    screen.say(language(.rightOf(right, of: judged)), style: .bold)
    return (.stay, true)
  }
}

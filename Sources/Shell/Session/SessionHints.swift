// Hints, one step at a time: where to look, which is the author's word; then which two operations
// meet; then a schedule. The last two are what the explorer found.

import Course
import Grading

extension Session {
  /// A question of a lesson, whatever the variant.
  struct QuestionPlace: Hashable {
    var lesson: LessonID
    var question: QuestionID

    init(_ asked: Asked) {
      lesson = asked.lesson.id
      question = asked.question.id
    }
  }

  mutating func giveHint() {
    if posed == nil, next < steps.count, let exercise = steps[next].exercise {
      return giveHint(for: exercise)
    }
    guard let asked = askedAtHand else {
      screen.say(language(.noQuestion))
      return
    }
    let place = QuestionPlace(asked)
    let given = hintsGiven[place, default: 0]
    let typed = asked.question.hints.prefix(1)
    if given < typed.count {
      hintsGiven[place] = given + 1
      return sayHint(typed[0], number: 1, of: typed.count + 2)
    }
    guard given < typed.count + 2 else {
      screen.say(language(.noMoreHints))
      return
    }
    let search = watching { shouldStop in
      worlds.hint(
        for: asked, after: answer(to: asked.question, in: asked.lesson)?.prediction,
        language: language, width: screen.width - 2, shouldStop: shouldStop)
    }
    switch search {
    case .stopped: screen.say(language(.explorationStopped))
    case .none: screen.say(language(typed.isEmpty ? .noHints : .noMoreHints))
    case .found(let hint):
      hintsGiven[place] = given + 1
      if given == typed.count {
        sayHint(hint.meeting, number: given + 1, of: typed.count + 2)
      } else {
        sayHint(hint.leadIn, number: given + 1, of: typed.count + 2)
        show(picture: hint.picture)
      }
    }
  }

  private func sayHint(_ words: String, number: Int, of count: Int) {
    screen.say(
      language(.hint(number: number, of: count)) + (language == .english ? " " : "") + words)
  }

  /// An exercise's schedule is what `check` shows.
  private mutating func giveHint(for exercise: Exercise) {
    let given = exerciseHintsGiven[exercise.id, default: 0]
    guard given < exercise.hints.count else {
      screen.say(language(.checkIsTheHint))
      return
    }
    exerciseHintsGiven[exercise.id] = given + 1
    sayHint(exercise.hints[given], number: given + 1, of: exercise.hints.count)
  }
}

import Course
import Grading
import Observation

/// Questions and truths for tables.
enum Sample {
  static func question(
    _ form: AnswerForm, beliefs: [Belief] = [], time: TimeTruth = .anySchedule
  ) -> Question {
    Question(
      id: QuestionID("q"), ask: "?", observe: "1", form: form, time: time, beliefs: beliefs,
      program: LessonProgram(name: "a.py", path: "a.py", text: ""))
  }

  /// A truth of these outcomes, as `repr` shows them; each later one takes longer to reach.
  static func truth(
    _ values: [String], _ extent: QuestionTruth.Extent = .complete, states: Int = 48_102,
    seconds: Double = 0.2
  ) -> QuestionTruth {
    let found = values.enumerated().map { index, value in
      QuestionTruth.Found(
        value: AnswerValue(repr: value),
        schedule: Schedule(Array(repeating: Schedule.Move(process: 0), count: index + 1)))
    }
    return QuestionTruth(found: found, extent: extent, states: states, seconds: seconds)
  }

  static let oneToTen = (1...10).map(String.init)
}

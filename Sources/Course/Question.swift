// What a learner is asked to predict, and how an answer to it is written.

import Observation

/// A question's name within its lesson.
package struct QuestionID: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
}

/// A question about all runs of a program.
///
/// The keys of a block `predict`: `id`, `ask`, `observe`, `answer` (all needed), `value` (needed by
/// `can`), `hints`, `because`, `program`, `with`, `time`, `speed`, `beliefs`.
package struct Question: Hashable, Sendable {
  package var id: QuestionID
  /// The question in words. `{NAME}` stands for a constant's value; see `asking(variant:)`.
  package var ask: String
  /// A Python expression over one finished run; see Observation.
  package var observe: String
  package var form: AnswerForm
  /// Which runs count.
  package var time: TimeTruth
  /// What helps, one after the other.
  package var hints: [String]
  /// Why the answer is what it is; empty where the author gave none.
  package var because: String
  /// What a wrong answer may come from.
  package var beliefs: [Belief]
  /// The program asked about, as it stands in its file.
  package var program: LessonProgram
  /// The constants that differ from the file, or from one variant to the next.
  package var variations: [Variation]
  /// How many times faster its live run goes.
  package var speed: Double
  /// Where its block starts in the lesson's text, from 1.
  package var line: Int
  /// Where `observe` stands.
  package var observeLine: Int

  package init(
    id: QuestionID, ask: String, observe: String, form: AnswerForm, time: TimeTruth = .anySchedule,
    hints: [String] = [], because: String = "", beliefs: [Belief] = [], program: LessonProgram,
    variations: [Variation] = [], speed: Double = 1, line: Int = 1, observeLine: Int = 1
  ) {
    self.id = id
    self.ask = ask
    self.observe = observe
    self.form = form
    self.time = time
    self.hints = hints
    self.because = because
    self.beliefs = beliefs
    self.program = program
    self.variations = variations
    self.speed = speed
    self.line = line
    self.observeLine = observeLine
  }

  /// How many variants there are: every combination of its constants' values. At least 1.
  package var variantCount: Int {
    variations.reduce(1) { $0 * $1.values.count }
  }

  /// The constants of a variant. 0 has the first value of each; larger numbers go round.
  package func constants(variant: Int) -> [Constant] {
    var rest = ((variant % variantCount) + variantCount) % variantCount
    return variations.map { variation in
      let value = variation.values[rest % variation.values.count]
      rest /= variation.values.count
      return Constant(name: variation.name, value: value)
    }
  }

  /// The program of a variant.
  package func program(variant: Int = 0) -> LessonProgram {
    // The reader has refused questions whose program lacks one of the constants.
    program.setting(constants(variant: variant)) ?? program
  }

  /// The question of a variant in words.
  package func asking(variant: Int = 0) -> String {
    constants(variant: variant).reduce(ask) { text, constant in
      let parts = text.split(
        separator: "{\(constant.name)}", omittingEmptySubsequences: false)
      return parts.joined(separator: constant.value)
    }
  }
}

/// How an answer is written.
package enum AnswerForm: Hashable, Sendable {
  /// Every value that can occur.
  case which
  /// The one value that occurs.
  case what
  /// Whether this value, a Python literal, is possible.
  case can(value: String)
  /// Whether the observed value is always, sometimes or never this one, a Python literal; `True`
  /// where the lesson names none.
  case when(value: String)
  /// How many seconds an ideal machine takes.
  case seconds
  /// The lines of one possible run, in order.
  case lines

  /// The words for `answer:`.
  package static let names = ["which", "what", "can", "when", "seconds", "lines"]
}

/// A belief that leads to a wrong answer, and the sentence that meets it.
///
/// An entry of `beliefs`: `answer` with `says`, or `rule`, where `says` may be left out.
package struct Belief: Hashable, Sendable {
  /// What a prediction shows it by.
  package enum Sign: Hashable, Sendable {
    /// This wrong answer, in the question's form.
    case answer(String)
    /// Any wrong answer that would be right if this wrong rule of the explorer's held.
    case rule(String)
  }

  package var sign: Sign
  /// Empty only beside a rule, whose own sentence is shown then.
  package var says: String

  package init(answer: String, says: String) {
    sign = .answer(answer)
    self.says = says
  }

  package init(rule: String, says: String = "") {
    sign = .rule(rule)
    self.says = says
  }

  /// The wrong answer where it is known by one.
  package var answer: String? {
    if case .answer(let answer) = sign { answer } else { nil }
  }

  /// The wrong rule where it is known by one.
  package var rule: String? {
    if case .rule(let rule) = sign { rule } else { nil }
  }
}

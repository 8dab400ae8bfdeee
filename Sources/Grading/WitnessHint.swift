// The second and the third hint to a question: which two operations meet, and a schedule as a picture.
// Flows in: a question's truth and the steps of a witness. Flows out: sentences and rows. Nobody types
// these hints; they are what the explorer found.

import Course
import Diagnostics
import Model
import Observation

/// What a schedule says to somebody who has not answered yet.
package struct WitnessHint: Hashable, Sendable {
  /// Which two operations meet.
  package var meeting: String
  /// What stands above the picture.
  package var leadIn: String
  /// The schedule, in rows that are not to be wrapped.
  package var picture: [String]

  /// - Parameters:
  ///   - steps: of the schedule of `QuestionTruth.telling`.
  ///   - stuck: who waits for whom at its end.
  ///   - width: columns for the picture.
  package init(
    _ steps: [WitnessStep], stuck: StuckReport? = nil, for form: AnswerForm, width: Int,
    language: ReadingLanguage
  ) {
    let text = VerdictText(language)
    leadIn = text.phrases.hintSchedule
    if form == .seconds {
      // The last moment is the answer.
      let told = Self.withoutEnd(steps)
      meeting = text.moment(told)
      picture = WitnessPicture(width: width, language: language).lines(of: told)
      return
    }
    let told = Self.hidesLines(form) ? steps.map { Self.masked($0, text.phrases) } : steps
    meeting = stuck.flatMap(text.stuckHint) ?? text.meeting(Meeting.find(in: told))
    picture =
      WitnessPicture(width: width, language: language).lines(of: told)
      + (stuck.map { [""] + text.waits(in: $0) } ?? [])
  }

  private static func withoutEnd(_ steps: [WitnessStep]) -> [WitnessStep] {
    let end = steps.compactMap(\.seconds).max()
    let told = steps.filter { $0.seconds != end }
    return told.isEmpty
      ? steps.map { step in
        var step = step
        step.seconds = nil
        return step
      } : told
  }

  /// Where every run gives the answer away, what is printed is left open.
  private static func hidesLines(_ form: AnswerForm) -> Bool {
    switch form {
    case .what, .seconds, .lines: true
    case .which, .can, .when: false
    }
  }

  private static func masked(_ step: WitnessStep, _ phrases: Phrases) -> WitnessStep {
    guard case .prints = step.action else { return step }
    var step = step
    step.label = phrases.hintPrints
    return step
  }
}

extension QuestionTruth {
  /// The outcome whose schedule helps most: one that an earlier answer missed, else one that has what
  /// the question asks about, else one that hangs, else the simplest but one, for the simplest is
  /// what everybody sees.
  ///
  /// - Parameter missed: what an earlier answer missed.
  package func telling(for form: AnswerForm, missed: [Found] = []) -> Found? {
    if let found = Self.simplest(missed).first { return found }
    switch form {
    case .can(let literal), .when(let literal):
      let value = AnswerValue(repr: literal)
      return Self.simplest(found.filter { Grader.isMeant($0.value, by: value) }).first
        ?? Self.simplest(found).first
    case .which, .what, .seconds, .lines:
      if let stuck = Self.simplest(found.filter(\.isStuck)).first { return stuck }
      let simplest = Self.simplest(found)
      return simplest.dropFirst().first ?? simplest.first
    }
  }

  private static func simplest(_ found: [Found]) -> [Found] {
    found.filter { !$0.schedule.moves.isEmpty }
      .sorted { $0.schedule.moves.count < $1.schedule.moves.count }
  }
}

extension VerdictText {
  /// Which two operations meet, as a question to think about.
  func meeting(_ meeting: Meeting?) -> String {
    guard let meeting else { return phrases.hintNobodyMeets }
    let first = ("first", operation(meeting.first))
    let other = ("other", operation(meeting.other))
    guard let resumed = meeting.resumed else {
      return tight(fill(phrases.hintHandover, first, other))
    }
    return tight(fill(phrases.hintInterruption, first, other, ("resumed", place(resumed))))
  }

  /// A moment of a run on an ideal machine, as a question to think about.
  func moment(_ steps: [WitnessStep]) -> String {
    let lines = steps.filter { if case .prints = $0.action { true } else { false } }
    guard let step = lines.last, let seconds = step.seconds else { return phrases.hintNoMoment }
    return tight(
      fill(
        phrases.hintMoment, ("time", WitnessPicture.brief(seconds)), ("lane", step.lane),
        ("label", step.label)))
  }

  /// What the waits at the end have to do with each other; nil where all wait for processes to end.
  func stuckHint(_ stuck: StuckReport) -> String? {
    if let deadlock = deadlock(stuck) { return deadlock }
    let waiter = stuck.waiters.first {
      if case .process = $0.reason { false } else { true }
    }
    return waiter.map {
      tight(fill(phrases.hintWaits, ("lane", lane($0.process)), ("reason", reason($0.reason))))
    }
  }

  /// Two waits that keep each other up, else one for what somebody took; nil where nobody waits for
  /// what is held.
  private func deadlock(_ stuck: StuckReport) -> String? {
    let waiters = stuck.waiters.filter { $0.holder != nil && $0.line > 0 }
    for one in waiters {
      let other = waiters.first {
        $0.process == one.holder?.process && $0.holder?.process == one.process
      }
      guard let other, other.process != one.process else { continue }
      return fill(phrases.hintDeadlock, ("first", wait(one)), ("other", wait(other)))
    }
    guard let one = waiters.first, let holder = one.holder else { return nil }
    return fill(
      phrases.hintHeld, ("first", wait(one)), ("holder", lane(holder.process)),
      ("line", "\(holder.line)"))
  }

  private func wait(_ waiter: StuckReport.Waiter) -> String {
    let place = fill(
      phrases.hintPlace, ("label", waiter.operation), ("line", "\(waiter.line)"))
    return fill(phrases.hintOperation, ("lane", lane(waiter.process)), ("place", place))
  }

  /// `buyer 1's read 1 (line 12)`
  private func operation(_ step: WitnessStep) -> String {
    fill(phrases.hintOperation, ("lane", step.lane), ("place", place(step)))
  }

  private func place(_ step: WitnessStep) -> String {
    guard step.line > 0 else { return "`\(step.label)`" }
    return fill(phrases.hintPlace, ("label", step.label), ("line", "\(step.line)"))
  }
}

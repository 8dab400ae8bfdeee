// (property of an exercise, truth of its expression) → whether a program has it, with the evidence.

import Course
import Diagnostics

/// What became of one property of a submitted program.
package struct PropertyVerdict: Sendable {
  package enum Kind: Hashable, Sendable {
    case holds
    case broken
    /// The search did not come to its end, and nothing that it found settles the matter.
    case undecided
  }

  package var property: Property
  package var kind: Kind
  /// The run that breaks it, where one run can.
  package var evidence: QuestionTruth.Found?
  package var states: Int
  /// Why it is not decided, where that is not the search's length.
  package var reason: String?

  package init(
    property: Property, kind: Kind, evidence: QuestionTruth.Found? = nil, states: Int
  ) {
    self.property = property
    self.kind = kind
    self.evidence = evidence
    self.states = states
  }

  /// The points that it brings: all or nothing.
  package var points: Int { kind == .holds ? property.points : 0 }
}

extension Grader {
  /// Judges a property by what its expression comes to over all runs. Absence counts only where the
  /// search was complete.
  package static func judge(_ property: Property, truth: QuestionTruth) -> PropertyVerdict {
    let with = truth.found.first { $0.value.isTrue }
    let without = truth.found.first { !$0.value.isTrue }
    let otherwise: PropertyVerdict.Kind = truth.isComplete ? .holds : .undecided
    func verdict(
      _ kind: PropertyVerdict.Kind, _ evidence: QuestionTruth.Found? = nil
    ) -> PropertyVerdict {
      PropertyVerdict(
        property: property, kind: kind, evidence: evidence, states: truth.states)
    }
    switch property.kind {
    case .never: return with.map { verdict(.broken, $0) } ?? verdict(otherwise)
    case .always: return without.map { verdict(.broken, $0) } ?? verdict(otherwise)
    case .can:
      guard with == nil else { return verdict(.holds) }
      return verdict(truth.isComplete ? .broken : .undecided)
    }
  }
}

extension VerdictText {
  /// One property's verdict in a line: `never: stuck  holds (812 states searched)`.
  package func property(_ verdict: PropertyVerdict) -> String {
    name(of: verdict.property) + "  " + outcome(of: verdict)
  }

  /// A property in its author's words, else as it stands in the lesson.
  package func name(of property: Property) -> String {
    guard property.says.isEmpty else { return property.says }
    let phrase =
      switch property.kind {
      case .never: phrases.propertyNever
      case .always: phrases.propertyAlways
      case .can: phrases.propertyCan
      }
    return fill(phrase, ("observe", property.observe))
  }

  /// What became of it, to stand behind its name: `holds (812 states searched)`.
  package func outcome(of verdict: PropertyVerdict) -> String {
    let count = ("states", states(verdict.states))
    switch verdict.kind {
    case .holds: return fill(phrases.propertyHolds, count)
    case .broken:
      return verdict.evidence == nil
        ? fill(phrases.propertyNeverMet, count) : phrases.propertyBroken
    case .undecided: return phrases.propertyOpen
    }
  }
}

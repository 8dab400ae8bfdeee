// Something to mend, and what must hold once it is mended.

/// An exercise's name within its lesson.
package struct ExerciseID: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
}

/// A program that the learner mends.
///
/// The keys of a block `fix`: `start` and `must` (both needed), `id` (else the start's file name
/// without its ending), `ask`, `hints`, `because`, `solution`, `wrong`, `with`.
package struct Exercise: Hashable, Sendable {
  package var id: ExerciseID
  package var ask: String
  /// The faulty program that the learner gets, as it stands in its file.
  package var start: LessonProgram
  /// What a program's constants are set to before it is judged; the learner's file keeps its own.
  package var constants: [Constant]
  /// What must hold, each graded by itself; at least one.
  package var must: [Property]
  package var hints: [String]
  package var because: String
  /// Solutions that pass.
  package var solutions: [LessonProgram]
  /// Attempts that fail, with the property that each breaks.
  package var wrong: [WrongFix]
  package var line: Int

  package init(
    id: ExerciseID, ask: String = "", start: LessonProgram, constants: [Constant] = [],
    must: [Property], hints: [String] = [], because: String = "", solutions: [LessonProgram] = [],
    wrong: [WrongFix] = [], line: Int = 1
  ) {
    self.id = id
    self.ask = ask
    self.start = start
    self.constants = constants
    self.must = must
    self.hints = hints
    self.because = because
    self.solutions = solutions
    self.wrong = wrong
    self.line = line
  }
}

/// A property of all runs of a program.
///
/// An entry of `must`: one of the keys `never`, `always`, `can` with an observed expression, and
/// perhaps `points` and `says`.
package struct Property: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// No run makes the expression true.
    case never
    /// Every run does.
    case always
    /// At least one run does.
    case can
  }

  package var kind: Kind
  package var observe: String
  package var points: Int
  /// What it means in words; empty where the author gave none.
  package var says: String
  package var line: Int

  package init(kind: Kind, observe: String, points: Int = 1, says: String = "", line: Int = 1) {
    self.kind = kind
    self.observe = observe
    self.points = points
    self.says = says
    self.line = line
  }
}

/// An attempt that must fail, and why. The keys of an entry of `wrong`: `file`, `breaks` (the
/// expression of the property, as it stands in `must`).
package struct WrongFix: Hashable, Sendable {
  package var program: LessonProgram
  package var breaks: String

  package init(program: LessonProgram, breaks: String) {
    self.program = program
    self.breaks = breaks
  }
}

// A lesson cut into what Enter shows at once: some prose with the program, question or run that it
// leads to.

import Course

package struct LessonStep: Hashable, Sendable {
  package var prose: Prose?
  package var live: Element?

  package var question: Question? {
    if case .predict(let question) = live { question } else { nil }
  }

  package var exercise: Exercise? {
    if case .fix(let exercise) = live { exercise } else { nil }
  }

  /// The program that this step is about; a question's in its first variant.
  package var program: LessonProgram? {
    switch live {
    case .program(let element): element.program
    case .predict(let question): question.program()
    case .run(let spec): spec.program
    case .fix(let exercise): exercise.start
    case .text, nil: nil
    }
  }

  /// The steps of a lesson, in order.
  package static func steps(of lesson: Lesson) -> [LessonStep] {
    var steps: [LessonStep] = []
    var prose: Prose?
    for element in lesson.elements {
      if case .text(let text) = element {
        if let prose { steps.append(LessonStep(prose: prose, live: nil)) }
        prose = text
      } else {
        steps.append(LessonStep(prose: prose, live: element))
        prose = nil
      }
    }
    if let prose { steps.append(LessonStep(prose: prose, live: nil)) }
    return steps
  }
}

extension Lesson {
  /// Every program that the lesson names, once, in order.
  package var programs: [LessonProgram] {
    var programs: [LessonProgram] = []
    for program in LessonStep.steps(of: self).compactMap(\.program)
    where !programs.contains(where: { $0.name == program.name }) {
      programs.append(program)
    }
    return programs
  }
}

// The steps of a lesson: showing them, and doing what they ask for.

import Course
import Diagnostics
import Observation

extension Session {
  /// Shows a step and does what it asks for.
  mutating func perform(step index: Int) -> Outcome {
    let step = steps[index]
    let isAgain = shown == index
    shown = index
    if let prose = step.prose, !isAgain { show(prose) }
    switch step.live {
    case .text, nil: break
    case .program(let element):
      screen.write("\n")
      screen.show(Listing.rows(of: element.program, width: screen.width))
    case .predict(let question): return ask(question, at: index)
    case .run(let spec):
      guard runAll(spec) else { return .stay }
    case .fix(let exercise):
      // Enter again leaves it as it is.
      guard isAgain else {
        show(exercise)
        if attempt(at: exercise)?.isSolved == true { advance(from: index) }
        return .stay
      }
      advance(from: index)
      return next < steps.count ? perform(step: next) : .stay
    }
    advance(from: index)
    return .stay
  }

  /// Shows a step without asking or running anything.
  func showAgain(_ index: Int) {
    let step = steps[index]
    if let prose = step.prose { show(prose) }
    switch step.live {
    case .text, nil: break
    case .program(let element):
      screen.write("\n")
      screen.show(Listing.rows(of: element.program, width: screen.width))
    case .predict(let question):
      screen.write("\n")
      showQuestion(question, variant: 0)
      if let answer = answer(to: question) { showAnswered(answer) }
    case .run(let spec):
      screen.write("\n")
      screen.say("`run \(spec.program.name)`")
    case .fix(let exercise): show(exercise)
    }
  }

  private func show(_ prose: Prose) {
    screen.write("\n")
    let renderer = MarkdownRenderer(width: screen.width) { text, language in
      language == "python" || language == "py" ? PythonColours.lines(of: text) : nil
    }
    screen.show(renderer.render(prose.markdown))
  }

  /// Runs what a lesson's `run` asks for, live or on an ideal machine; false where the learner
  /// stopped it.
  private mutating func runAll(_ spec: RunSpec) -> Bool {
    screen.write("\n")
    let job = Job(program: spec.program, files: lesson.dataFiles, speed: spec.speed)
    for _ in 0..<max(spec.times, 1) {
      if spec.ideal {
        runIdeally(job)
      } else if live(job).wasStopped {
        return false
      }
    }
    return true
  }

  /// `skip` without a lesson's name: what comes next is left open.
  mutating func skip() {
    guard next < steps.count else {
      screen.say(language(.nothingToSkip))
      return
    }
    if let question = steps[next].question {
      leaveOpen(question, in: lesson)
    } else if steps[next].exercise != nil {
      screen.say(language(.exerciseLeft))
    } else {
      screen.say(language(.nothingToSkip))
      return
    }
    shown = next
    advance(from: next)
  }
}

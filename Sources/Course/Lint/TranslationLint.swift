// A lesson in another language beside the English one: the same elements in the same order, the same
// questions, programs and properties. Only words may differ.

import Diagnostics

/// Compares two texts of a lesson.
enum TranslationLint {
  static func faults(of other: Lesson, beside english: Lesson) -> [CourseFault] {
    guard other.language != english.language else {
      let missing = ReadingLanguage.allCases.first { $0 != english.language }
      return [
        LessonPlace(english).fault(
          "The lesson has no text in the other language.",
          hint: missing.map { "write \($0.lessonFileName)" })
      ]
    }
    let place = LessonPlace(other)
    let ours = other.elements.filter(\.isLive)
    let theirs = english.elements.filter(\.isLive)
    for (element, model) in zip(ours, theirs) {
      guard element.liveKind == model.liveKind, element.liveName == model.liveName else {
        return [
          place.fault(
            "Here stands \(element.described), and in English \(model.described) (line \(model.line)).",
            line: element.line, hint: "keep the elements in the same order")
        ]
      }
    }
    if ours.count != theirs.count {
      let extra = ours.count > theirs.count ? ours[theirs.count] : theirs[ours.count]
      let language = ours.count > theirs.count ? "English" : "this"
      return [
        place.fault(
          "The \(language) text lacks \(extra.described).",
          line: ours.count > theirs.count ? extra.line : nil)
      ]
    }
    return zip(ours, theirs).flatMap { differences($0, from: $1, place) }
      + (other.after != english.after || other.minutes != english.minutes
        ? [place.fault("'after' or 'minutes' are not those of the English text.", line: 1)] : [])
  }

  /// What differs though it is no matter of words.
  private static func differences(
    _ element: Element, from model: Element, _ place: LessonPlace
  ) -> [CourseFault] {
    let keys: [String]
    switch (element, model) {
    case (.predict(let ours), .predict(let theirs)): keys = differingKeys(ours, theirs)
    case (.fix(let ours), .fix(let theirs)): keys = differingKeys(ours, theirs)
    case (.program(let ours), .program(let theirs)):
      keys = ours.program == theirs.program ? [] : ["file"]
    case (.run(let ours), .run(let theirs)): keys = differingKeys(ours, theirs)
    default: keys = []
    }
    return keys.map {
      place.fault(
        "'\($0)' of \(element.described) is not that of the English text (line \(model.line)).",
        line: element.line)
    }
  }

  private static func differingKeys(_ ours: Question, _ theirs: Question) -> [String] {
    var keys: [String] = []
    if ours.observe != theirs.observe { keys.append("observe") }
    if ours.form != theirs.form { keys.append("answer") }
    if ours.time != theirs.time { keys.append("time") }
    if ours.program != theirs.program { keys.append("program") }
    if ours.variations != theirs.variations { keys.append("with") }
    if ours.speed != theirs.speed { keys.append("speed") }
    if ours.hints.count != theirs.hints.count { keys.append("hints") }
    if ours.beliefs.count != theirs.beliefs.count { keys.append("beliefs") }
    return keys
  }

  private static func differingKeys(_ ours: RunSpec, _ theirs: RunSpec) -> [String] {
    var spec = ours
    spec.line = theirs.line
    return spec == theirs ? [] : ["program, speed, times, ideal or with"]
  }

  private static func differingKeys(_ ours: Exercise, _ theirs: Exercise) -> [String] {
    var keys: [String] = []
    let properties = { (exercise: Exercise) in
      exercise.must.map { "\($0.kind.rawValue) \($0.points) \($0.observe)" }
    }
    if properties(ours) != properties(theirs) { keys.append("must") }
    if ours.start != theirs.start { keys.append("start") }
    if ours.constants != theirs.constants { keys.append("with") }
    if ours.solutions != theirs.solutions { keys.append("solution") }
    if ours.wrong != theirs.wrong { keys.append("wrong") }
    if ours.hints.count != theirs.hints.count { keys.append("hints") }
    return keys
  }
}

extension Element {
  fileprivate var isLive: Bool { liveKind != "text" }

  fileprivate var liveKind: String {
    switch self {
    case .text: "text"
    case .program: "program"
    case .predict: "predict"
    case .run: "run"
    case .fix: "fix"
    }
  }

  /// What tells elements of one kind apart.
  fileprivate var liveName: String {
    switch self {
    case .text: ""
    case .program(let element): element.program.name
    case .predict(let question): question.id.name
    case .run(let spec): spec.program.name
    case .fix(let exercise): exercise.id.name
    }
  }

  fileprivate var described: String { "the block '\(liveKind)' of '\(liveName)'" }
}

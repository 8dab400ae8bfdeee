// The live blocks `predict` and `fix`, key by key.

import Diagnostics
import Machine
import Observation

extension LessonReader {
  mutating func readQuestion(_ block: LessonText.LiveBlock) -> Question? {
    guard
      var reader = self.reader(
        block,
        known: [
          "id", "ask", "observe", "answer", "value", "hints", "because", "program", "with", "time",
          "speed", "beliefs",
        ])
    else { return nil }
    let id = reader.neededName("id", example: "sold")
    let ask = reader.neededText("ask")
    let observe = reader.neededText(
      "observe", hint: .fixed("write an expression: printed(\"bought\")"))
    let form = answerForm(&reader)
    let time = reader.word("time", among: ["any", "ideal"]).flatMap(TimeTruth.init(rawValue:))
    let variations = reader.variations()
    let beliefs = self.beliefs(&reader)
    let program = subject(of: &reader)
    if let program { check(variations, in: program, reader: &reader) }
    if form == .lines, observe != "lines" {
      reader.report(
        "A question for 'lines' is about all lines.", at: "observe",
        hint: "write 'observe: lines', or 'answer: which'")
    }
    let hints = reader.texts("hints")
    let because = reader.text("because") ?? ""
    let speed = reader.factor("speed") ?? 1
    add(reader.faults)
    guard reader.faults.isEmpty, let id, let ask, let observe, let form, let program else {
      return nil
    }
    return Question(
      id: QuestionID(id), ask: ask, observe: observe, form: form,
      time: time ?? (form == .seconds ? .idealMachine : .anySchedule), hints: hints,
      because: because, beliefs: beliefs, program: program, variations: variations, speed: speed,
      line: block.line, observeLine: reader.line(of: "observe"))
  }

  private func answerForm(_ reader: inout BlockReader) -> AnswerForm? {
    guard reader.neededText("answer", hint: .fixed("write 'answer: which'")) != nil,
      let word = reader.word("answer", among: AnswerForm.names)
    else { return nil }
    let value = reader.node("value").map(PythonLiteral.text(of:))
    if value != nil, word != "can", word != "when" {
      reader.report(
        "The answer form '\(word)' takes no value.", at: "value",
        hint: "leave 'value' out, or write 'answer: can'")
    }
    switch word {
    case "which": return .which
    case "what": return .what
    case "can":
      if let value { return .can(value: value) }
      reader.report(
        "The answer form 'can' asks about a value.", at: "answer", hint: "write 'value: 2'")
      return nil
    case "when": return .when(value: value ?? "True")
    case "seconds": return .seconds
    default: return .lines
    }
  }

  private func beliefs(_ reader: inout BlockReader) -> [Belief] {
    entries(of: "beliefs", known: ["answer", "rule", "says"], &reader).compactMap { entry in
      var entry = entry
      let belief = self.belief(&entry)
      reader.add(entry.faults)
      return belief
    }
  }

  private func belief(_ entry: inout BlockReader) -> Belief? {
    guard entry.node("rule") != nil else {
      let answer = entry.neededText("answer")
      let says = entry.neededText("says")
      guard let answer, let says else { return nil }
      return Belief(answer: answer, says: says)
    }
    if entry.node("answer") != nil {
      entry.report(
        "An entry of 'beliefs' has the key answer or the key rule, not both.", at: "rule",
        hint: "make two entries of it")
    }
    let says = entry.text("says") ?? ""
    guard let rule = entry.neededName("rule", example: "atomic-files") else { return nil }
    guard WrongRules(name: rule) != nil else {
      let near = Spelling.nearest(to: rule, among: WrongRules.names)
      entry.report(
        "There is no wrong rule '\(rule)': there are \(WrongRules.names.joined(separator: ", ")).",
        at: "rule", hint: near.map { "write 'rule: \($0)'" })
      return nil
    }
    return Belief(rule: rule, says: says)
  }

  /// Every value of every constant can be set.
  private func check(
    _ variations: [Variation], in program: LessonProgram, reader: inout BlockReader
  ) {
    _ = setting(variations, in: program, reader: &reader)
  }

  /// The records of a list.
  private func entries(
    of key: String, known: [String], _ reader: inout BlockReader
  ) -> [BlockReader] {
    guard let node = reader.node(key) else { return [] }
    guard case .list(let items) = node.content else {
      reader.report(
        "'\(key)' must be a list, and this is \(node.kind.text(in: .english)).", at: key,
        hint: "start each entry with '- '")
      return []
    }
    return items.map {
      BlockReader(
        $0, name: .fixed("An entry of '\(key)'"), file: reader.file, line: $0.line, known: known)
    }
  }

  // MARK: Exercises

  mutating func readExercise(_ block: LessonText.LiveBlock) -> Exercise? {
    guard
      var reader = self.reader(
        block,
        known: [
          "id", "ask", "start", "must", "hints", "because", "solution", "wrong", "with",
        ])
    else { return nil }
    var start: LessonProgram?
    let variations = reader.variations()
    if let name = reader.neededText("start", hint: .fixed("write 'start: fix/ticket.py'")),
      let program = loadProgram(name, line: reader.line(of: "start"))
    {
      start = program
      check(variations, in: program, reader: &reader)
    }
    let id = reader.node("id") == nil ? nil : reader.neededName("id", example: "narrow-lock")
    let ask = reader.text("ask") ?? ""
    let must = properties(&reader)
    let hints = reader.texts("hints")
    let because = reader.text("because") ?? ""
    let solutions = reader.texts("solution").compactMap {
      loadProgram($0, line: reader.line(of: "solution"))
    }
    let wrong = wrongFixes(&reader)
    add(reader.faults)
    guard reader.faults.isEmpty, let start else { return nil }
    return Exercise(
      id: ExerciseID(id ?? stem(of: start.name)), ask: ask, start: start,
      constants: variations.map { Constant(name: $0.name, value: $0.values[0]) }, must: must,
      hints: hints, because: because, solutions: solutions, wrong: wrong, line: block.line)
  }

  private func stem(of name: String) -> String {
    String(name.split(separator: "/").last?.dropLast(3) ?? "")
  }

  private func properties(_ reader: inout BlockReader) -> [Property] {
    let kinds = Property.Kind.allCases.map(\.rawValue)
    let entries = self.entries(of: "must", known: kinds + ["points", "says"], &reader)
    if reader.node("must") == nil || (entries.isEmpty && reader.faults.isEmpty) {
      reader.report(
        "A block 'fix' says what must hold.",
        hint: "write 'must:' and below it '- never: printed(\"bought\") > 1'")
    }
    return entries.compactMap { entry in
      var entry = entry
      let property = self.property(&entry)
      reader.add(entry.faults)
      return property
    }
  }

  private func property(_ entry: inout BlockReader) -> Property? {
    let points = entry.number("points", in: 0...1000) ?? 1
    let says = entry.text("says") ?? ""
    let kinds = Property.Kind.allCases.filter { entry.node($0.rawValue) != nil }
    guard entry.faults.isEmpty else { return nil }
    guard let kind = kinds.first, kinds.count == 1 else {
      entry.report(
        "An entry of 'must' has exactly one of the keys never, always and can.",
        hint: "write '- never: printed(\"bought\") > 1'")
      return nil
    }
    return entry.neededText(kind.rawValue).map {
      Property(
        kind: kind, observe: $0, points: points, says: says, line: entry.line(of: kind.rawValue))
    }
  }

  private mutating func wrongFixes(_ reader: inout BlockReader) -> [WrongFix] {
    var fixes: [WrongFix] = []
    for var entry in entries(of: "wrong", known: ["file", "breaks"], &reader) {
      let name = entry.neededText("file")
      let breaks = entry.neededText("breaks")
      reader.add(entry.faults)
      guard let name, let breaks, let program = loadProgram(name, line: entry.line(of: "file"))
      else { continue }
      fixes.append(WrongFix(program: program, breaks: breaks))
    }
    return fixes
  }
}

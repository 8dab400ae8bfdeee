// Variables whose numbers only ever flow into printed lines or the length of a sleep, such as a
// process's own number: for an observer who does not read digits they are as good as dead.
//
// Rule: a value is followed through one stretch of straight code. Whatever is not known to print it or
// to put it into a text that is printed counts as a use.

import Language

/// For each code object its slots whose numbers are only shown.
struct ShownSlots {
  private let only: [UInt64]

  /// - Parameter sleepsShow: whether the length of a sleep makes no difference either.
  init(_ program: Program, sleepsShow: Bool) {
    var names = PlainNames(program)
    if !sleepsShow {
      names.time = []
      names.sleep = []
    }
    only = program.codes.map { code in
      guard code.kind == .function, code.slotCount <= 64 else { return 0 }
      var flow = NumberFlow(program: program, names: names, code: code)
      return flow.shownOnly()
    }
  }

  func contains(_ slot: Int, of code: UInt32) -> Bool {
    slot < 64 && only[Int(code)] >> UInt64(slot) & 1 == 1
  }
}

/// Which globals surely are `print`, the module `time` and its `sleep`.
private struct PlainNames {
  var print: Set<UInt32> = []
  var time: Set<UInt32> = []
  var sleep: Set<UInt32> = []

  init(_ program: Program) {
    var otherwise: Set<UInt32> = []
    var written: Set<UInt32> = []
    for code in program.codes {
      for (place, instruction) in code.instructions.enumerated() {
        switch instruction {
        case .storeGlobal(let id):
          written.insert(id.index)
          switch place > 0 ? code.instructions[place - 1] : .pop {
          case .importModule(let name) where program.names[Int(name.index)] == "time":
            time.insert(id.index)
          case .importName(let name) where program.names[Int(name.index)] == "sleep":
            sleep.insert(id.index)
          default: otherwise.insert(id.index)
          }
        case .deleteGlobal(let id): otherwise.insert(id.index)
        default: break
        }
      }
    }
    time.subtract(otherwise)
    sleep.subtract(otherwise)
    for (index, name) in program.globalNames.enumerated()
    where name == "print" && !written.contains(UInt32(index)) {
      print.insert(UInt32(index))
    }
  }
}

/// Follows numbers from their variables to where they are used.
private struct NumberFlow {
  /// What is known of a value on the stack.
  enum Kind: Equatable {
    case other, print, timeModule, sleep
    /// A number that depends on the slots, or a constant one.
    case number
    /// A number that may only become a time.
    case time
    /// A text with the slots' digits in it.
    case text
    /// A constant text that `%` may fill.
    case format
    case tuple
  }

  struct Entry {
    var kind: Kind
    var slots: UInt64 = 0
  }

  let program: Program
  let names: PlainNames
  let code: CodeObject
  private var stack: [Entry] = []
  private var used: UInt64 = 0
  private var loaded: UInt64 = 0

  init(program: Program, names: PlainNames, code: CodeObject) {
    self.program = program
    self.names = names
    self.code = code
  }

  /// The slots that are read, and only to be shown.
  mutating func shownOnly() -> UInt64 {
    var starts = Set(code.instructions.compactMap { $0.target.map(Int.init) })
    for handler in code.handlers { starts.insert(Int(handler.target)) }
    for (place, instruction) in code.instructions.enumerated() {
      if starts.contains(place) { leave() }
      follow(instruction)
      if instruction.target != nil || instruction.endsPath { leave() }
    }
    leave()
    return loaded & ~used
  }

  /// Beyond a jump nothing is known of the stack.
  private mutating func leave() {
    for entry in stack { used |= entry.slots }
    stack = []
  }

  private mutating func pop() -> Entry { stack.popLast() ?? Entry(kind: .other) }

  private mutating func pop(_ count: Int) -> [Entry] {
    (0..<max(count, 0)).map { _ in pop() }.reversed()
  }

  private mutating func push(_ kind: Kind, _ slots: UInt64 = 0) {
    stack.append(Entry(kind: kind, slots: slots))
  }

  private mutating func use(_ entries: [Entry]) {
    for entry in entries { used |= entry.slots }
  }

  private mutating func follow(_ instruction: Instruction) {
    switch instruction {
    case .loadLocal(let slot):
      loaded |= 1 << UInt64(slot)
      push(.number, 1 << UInt64(slot))
    case .loadGlobal(let id):
      push(
        names.print.contains(id.index)
          ? .print
          : names.time.contains(id.index)
            ? .timeModule : names.sleep.contains(id.index) ? .sleep : .other)
    case .constant(let id): push(kind(of: program.constants[Int(id.index)]))
    case .loadMethod(let name) where program.names[Int(name.index)] == "sleep":
      let module = pop()
      use([module])
      push(module.kind == .timeModule ? .sleep : .other)
      push(.other)
    case .pop: _ = pop()
    case .formatValue(_, let hasSpecification): format(hasSpecification)
    case .buildString(let count), .buildTuple(let count):
      let parts = pop(Int(count))
      let isText = if case .buildString = instruction { true } else { false }
      if parts.contains(where: { $0.kind == .time }) { use(parts) }
      push(isText ? .text : .tuple, parts.reduce(0) { $0 | $1.slots })
    case .binary(let operation): combine(operation)
    case .call(let count): call(pop(Int(count)), to: pop())
    case .callMethod(let count):
      let arguments = pop(Int(count))
      _ = pop()
      call(arguments, to: pop())
    case .callKeywords(let count, let names): call(pop(Int(count)), to: pop(), keywords: names)
    default: follow(unknown: instruction)
    }
  }

  private mutating func follow(unknown instruction: Instruction) {
    let effect = instruction.stackEffect { program.codes[Int($0.index)] }
    use(pop(effect.taken))
    for _ in 0..<effect.put { push(.other) }
    if let slot = instruction.readSlot, slot < 64 { used |= 1 << UInt64(slot) }
  }

  private func kind(of constant: ProgramConstant) -> Kind {
    guard case .plain(let plain) = constant else { return .other }
    switch plain {
    case .integer: return .number
    case .float: return .time
    case .string(let points):
      let text = String(String.UnicodeScalarView(points.compactMap(Unicode.Scalar.init)))
      return FormatText.showsDigits(text) ? .format : .text
    default: return .other
    }
  }

  private mutating func format(_ hasSpecification: Bool) {
    if hasSpecification {
      use(pop(2))
      push(.text)
    } else {
      let value = pop()
      if value.kind == .time { use([value]) }
      push(.text, value.slots)
    }
  }

  private mutating func combine(_ operation: BinaryOperator) {
    let right = pop()
    let left = pop()
    if operation == .modulo, left.kind == .format, right.kind != .time {
      return push(.text, right.slots)
    }
    // One of them a constant, so that both are numbers where the slot has one.
    let numbers: [Kind] = [.number, .time]
    if operation == .add || operation == .multiply, numbers.contains(left.kind),
      numbers.contains(right.kind), left.slots == 0 || right.slots == 0
    {
      let kind: Kind = left.kind == .time || right.kind == .time ? .time : .number
      return push(kind, left.slots | right.slots)
    }
    use([left, right])
    push(.other)
  }

  private mutating func call(
    _ arguments: [Entry], to callable: Entry, keywords: ConstantID? = nil
  ) {
    var isShown = false
    switch callable.kind {
    case .print:
      isShown = !arguments.contains { $0.kind == .time } && isPlain(keywords, arguments)
    case .sleep: isShown = keywords == nil && arguments.count == 1 && arguments[0].kind != .text
    case .other, .timeModule, .number, .time, .text, .format, .tuple: break
    }
    if !isShown { use(arguments) }
    use([callable])
    push(.other)
  }

  /// Whether the keywords of a `print` leave its text where it is.
  private func isPlain(_ keywords: ConstantID?, _ arguments: [Entry]) -> Bool {
    guard let keywords else { return true }
    guard case .tuple(let items) = program.constants[Int(keywords.index)] else { return false }
    let allowed = ["sep", "end", "flush"].map { Array($0.unicodeScalars.map(\.value)) }
    let known = items.allSatisfy { item in
      if case .plain(.string(let points)) = item { allowed.contains(points) } else { false }
    }
    return known && arguments.suffix(items.count).allSatisfy { $0.slots == 0 }
  }
}

private enum FormatText {
  /// Whether `%` fills in numbers as their digits and nothing around them that depends on these.
  static func showsDigits(_ text: String) -> Bool {
    var rest = text[...]
    while let sign = rest.firstIndex(of: "%") {
      rest = rest[sign...].dropFirst()
      guard let kind = rest.popFirst(), "dius%".contains(kind) else { return false }
    }
    return true
  }
}

// The code object that is being written: instructions with their spans, labels that become targets,
// and which handler watches over what is written next. CodeFinisher makes the CodeObject of it.

import Diagnostics

/// A place in the code that jumps name before it is known.
struct Label: Hashable, Sendable {
  let index: Int
}

/// A stretch of code whose exceptions go to one place; an index into `CodeBuilder.handlers`.
struct HandlerID: Hashable, Sendable {
  let index: Int
}

struct CodeBuilder {
  struct PendingHandler {
    let target: Label
    /// The first instruction that it watches over.
    let start: Int
    /// How many of the values that are on the stack there it does not keep.
    let dropping: Int
  }

  /// What a `return`, `break` or `continue` has to leave behind on its way out.
  struct Block {
    enum Kind {
      /// With its iterator on the stack where it has one.
      case loop(start: Label, end: Label, hasIterator: Bool)
      /// The body of a `try` with `except`.
      case tryBody
      /// The body of a `try` with `finally`: these statements run on the way out.
      case finallyBody([Statement])
      /// The `finally` that runs because of an exception: `previous exception` are on the stack.
      case finallyHandler
      /// The body of a `with`: `exit` is on the stack.
      case with(Span)
      /// The body of an `except`, with its name: `previous` is on the stack.
      case handler(name: String?)
      /// A value on the stack, to be dropped.
      case value
    }

    let kind: Kind
    /// Which handler watches over what stands outside.
    let outside: HandlerID?
  }

  let scope: ScopeID
  /// All but the instructions and what follows from them.
  var code: CodeObject
  private(set) var slots: [String: Slot] = [:]

  private(set) var instructions: [Instruction] = []
  private(set) var spans: [Span] = []
  /// For each instruction, the innermost handler that watches over it.
  private(set) var protections: [HandlerID?] = []
  /// For each label, its instruction, or -1 as long as it is not bound.
  private(set) var labels: [Int] = []
  private(set) var handlers: [PendingHandler] = []

  /// The handler that watches over what is written next.
  var protection: HandlerID?
  var blocks: [Block] = []

  init(scope: ScopeID, code: CodeObject) {
    self.scope = scope
    self.code = code
    for (index, name) in code.slotNames.enumerated() where slots[name] == nil {
      slots[name] = Slot(index)
    }
  }

  var isInLoop: Bool {
    blocks.contains { block in
      if case .loop = block.kind { return true }
      return false
    }
  }

  mutating func emit(_ instruction: Instruction, _ span: Span) {
    instructions.append(instruction)
    spans.append(span)
    protections.append(protection)
  }

  // MARK: Labels

  mutating func makeLabel() -> Label {
    labels.append(-1)
    return Label(index: labels.count - 1)
  }

  mutating func bind(_ label: Label) { labels[label.index] = instructions.count }

  /// A label for what is written next.
  mutating func labelHere() -> Label {
    let label = makeLabel()
    bind(label)
    return label
  }

  // MARK: Handlers

  /// From here on, exceptions go to `target`, until `protection` is set back.
  mutating func protect(by target: Label, dropping: Int = 0) {
    handlers.append(PendingHandler(target: target, start: instructions.count, dropping: dropping))
    protection = HandlerID(index: handlers.count - 1)
  }
}

extension Label {
  /// The label as a jump names it until the code is finished.
  var target: Target { Target(index) }
}

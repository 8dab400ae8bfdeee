// Makes a CodeObject of what CodeBuilder has gathered: jumps find their targets, what is never reached
// goes, the stack's depth is followed along every path, and liveness is added.

import Diagnostics

struct CodeFinisher {
  private let builder: CodeBuilder
  private let codes: (CodeID) -> CodeObject
  private var instructions: [Instruction]
  /// The stack's depth before each instruction; -1 where it is never reached.
  private var depths: [Int]
  private var handlerDepths: [Int?]
  private var deepest = 0
  private var pending: [(pc: Int, depth: Int)] = []

  /// - Parameter codes: the code objects that the instructions name.
  static func finish(
    _ builder: CodeBuilder, codes: (CodeID) -> CodeObject
  ) -> CodeObject {
    withoutActuallyEscaping(codes) { codes in
      var finisher = CodeFinisher(builder, codes)
      finisher.resolveLabels()
      finisher.threadJumps()
      finisher.followDepths()
      var code = finisher.compacted()
      code.stackSize = finisher.deepest
      code.liveness = Liveness.analyse(code)
      return code
    }
  }

  private init(_ builder: CodeBuilder, _ codes: @escaping (CodeID) -> CodeObject) {
    self.builder = builder
    self.codes = codes
    instructions = builder.instructions
    depths = Array(repeating: -1, count: builder.instructions.count)
    handlerDepths = Array(repeating: nil, count: builder.handlers.count)
  }

  // MARK: Jumps

  private mutating func resolveLabels() {
    for index in instructions.indices {
      guard let label = instructions[index].target else { continue }
      instructions[index] = instructions[index].retargeted(Target(builder.labels[Int(label)]))
    }
  }

  /// A jump to a jump goes where that one goes.
  private mutating func threadJumps() {
    for index in instructions.indices {
      guard var target = instructions[index].target else { continue }
      // Jumps can go round in a circle (`while True: pass`).
      for _ in 0..<8 {
        guard case .jump(let next) = instructions[Int(target)], !startsStretch(Int(target)),
          instructions[index].mayGoBack || Int(next) > index
        else { break }
        target = next
      }
      instructions[index] = instructions[index].retargeted(target)
    }
  }

  /// Whether a handler's stretch starts here: control must not come into it past its start.
  private func startsStretch(_ pc: Int) -> Bool {
    guard let id = builder.protections[pc] else { return false }
    return builder.handlers[id.index].start == pc
  }

  // MARK: Depths

  private mutating func followDepths() {
    reach(0, depth: 0)
    while let (start, startDepth) = pending.popLast() {
      var (pc, depth) = (start, startDepth)
      while depths[pc] < 0 {
        depths[pc] = depth
        enterHandler(at: pc)
        guard let next = step(pc, depth) else { break }
        (pc, depth) = (pc + 1, next)
        assert(depths[pc] < 0 || depths[pc] == depth, "all paths bring the same depth")
      }
    }
  }

  /// Performs one instruction on depths: the depth below it, unless it ends the path.
  private mutating func step(_ pc: Int, _ depth: Int) -> Int? {
    let instruction = instructions[pc]
    let effect = instruction.stackEffect(codes)
    precondition(depth >= effect.taken, "an instruction finds what it takes")
    let next = depth - effect.taken + effect.put
    deepest = max(deepest, depth, next)
    if let target = instruction.target {
      reach(Int(target), depth: next + instruction.jumpAdjustment)
    }
    return instruction.endsPath ? nil : next
  }

  private mutating func reach(_ pc: Int, depth: Int) {
    if depths[pc] < 0 { pending.append((pc, depth)) }
    assert(depths[pc] < 0 || depths[pc] == depth, "all paths bring the same depth")
  }

  /// The first time that an instruction of a handler's stretch is met, its target is reached too.
  private mutating func enterHandler(at pc: Int) {
    guard let id = builder.protections[pc], handlerDepths[id.index] == nil else { return }
    let handler = builder.handlers[id.index]
    // Control comes into a stretch only by its start.
    let depth = depths[handler.start] - handler.dropping
    handlerDepths[id.index] = depth
    deepest = max(deepest, depth + 1)
    reach(builder.labels[handler.target.index], depth: depth + 1)
  }

  // MARK: The result

  /// The code without what is never reached and without jumps to the next instruction.
  private func compacted() -> CodeObject {
    let kept = keptInstructions()
    var positions: [Target] = []
    positions.reserveCapacity(kept.count + 1)
    var count: Target = 0
    for isKept in kept {
      positions.append(count)
      if isKept { count += 1 }
    }
    positions.append(count)

    var code = builder.code
    for index in instructions.indices where kept[index] {
      var instruction = instructions[index]
      if let target = instruction.target {
        instruction = instruction.retargeted(positions[Int(target)])
      }
      code.instructions.append(instruction)
      code.spans.append(builder.spans[index])
    }
    code.handlers = handlers(kept: kept, positions: positions)
    return code
  }

  private func keptInstructions() -> [Bool] {
    var kept = depths.map { $0 >= 0 }
    // From the end, so that what stands between a jump and its target is decided before it.
    var nextKept = instructions.count
    for index in instructions.indices.reversed() where kept[index] {
      if case .jump(let target) = instructions[index], Int(target) > index,
        Int(target) <= nextKept
      {
        kept[index] = false
      } else {
        nextKept = index
      }
    }
    return kept
  }

  /// Stretches that do not overlap: each instruction's innermost handler alone.
  private func handlers(kept: [Bool], positions: [Target]) -> [CodeObject.Handler] {
    var handlers: [CodeObject.Handler] = []
    for index in instructions.indices where kept[index] {
      guard let id = builder.protections[index], let depth = handlerDepths[id.index] else {
        continue
      }
      let pc = positions[index]
      let target = positions[builder.labels[builder.handlers[id.index].target.index]]
      if let last = handlers.last, last.end == pc, last.target == target {
        handlers[handlers.count - 1].end = pc + 1
      } else {
        handlers.append(
          CodeObject.Handler(start: pc, end: pc + 1, target: target, depth: Int32(depth)))
      }
    }
    return handlers
  }
}

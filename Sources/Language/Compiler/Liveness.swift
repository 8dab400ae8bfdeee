// For each instruction, the slots whose value may still be read from there on. Canonical states leave
// the others out, so that machines that differ only in values nobody will read are one state.

struct Liveness {
  private let code: CodeObject
  private let words: Int
  private var live: [UInt64]

  /// One bit a slot, `liveWords` words an instruction. A cell counts as one variable: whoever uses
  /// the cell reads the slot.
  static func analyse(_ code: CodeObject) -> [UInt64] {
    guard code.slotCount > 0 else { return [] }
    var liveness = Liveness(code)
    while liveness.sweep() {}
    return liveness.live
  }

  private init(_ code: CodeObject) {
    self.code = code
    words = code.liveWords
    live = Array(repeating: 0, count: code.instructions.count * words)
  }

  /// One pass from the last instruction to the first.
  ///
  /// - Returns: whether anything changed. Loops need a pass for each level of nesting, and one more.
  private mutating func sweep() -> Bool {
    var hasChanged = false
    var handler = code.handlers.count - 1
    for pc in code.instructions.indices.reversed() {
      while handler >= 0, Int(code.handlers[handler].start) > pc { handler -= 1 }
      let covering = handler >= 0 && pc < Int(code.handlers[handler].end)
      let target = covering ? Int(code.handlers[handler].target) : nil
      if update(pc, handler: target) { hasChanged = true }
    }
    return hasChanged
  }

  private mutating func update(_ pc: Int, handler: Int?) -> Bool {
    let instruction = code.instructions[pc]
    var hasChanged = false
    for word in 0..<words {
      var bits: UInt64 = 0
      if !instruction.endsPath { bits |= live[(pc + 1) * words + word] }
      if let target = instruction.target { bits |= live[Int(target) * words + word] }
      if let slot = instruction.writtenSlot { bits &= ~mask(slot, word) }
      if let slot = instruction.readSlot { bits |= mask(slot, word) }
      if let handler { bits |= live[handler * words + word] }
      if live[pc * words + word] != bits {
        live[pc * words + word] = bits
        hasChanged = true
      }
    }
    return hasChanged
  }

  private func mask(_ slot: Slot, _ word: Int) -> UInt64 {
    Int(slot) / 64 == word ? 1 << UInt64(slot % 64) : 0
  }
}

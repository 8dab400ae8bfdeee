// What code may still name: the globals that it reads, the functions that it makes, the modules that
// it imports. Found by following its instructions from where it stands, so that a name which is only
// used further up counts no more.

import Language

/// The names in a stretch of code.
struct Mentions {
  /// Sorted, each once.
  var globals: [Int] = []
  /// Modules that it imports.
  var modules: [String] = []

  mutating func add(_ other: Mentions) {
    globals = Array(Set(globals).union(other.globals)).sorted()
    modules = Array(Set(modules).union(other.modules)).sorted()
  }
}

/// For each code object of a program what it mentions, the codes within it included.
struct MentionTable {
  private let program: Program
  private let whole: [Mentions]
  /// Whether it calls or reads what a `Process` was given to run.
  let readsTargets: Bool
  /// Whether it has numbers that stand for processes.
  let readsSentinels: Bool

  init(_ program: Program) {
    self.program = program
    readsTargets = Self.reads(["run", "_target", "_args", "_kwargs"], program)
    readsSentinels = Self.reads(["sentinel"], program)
    var whole: [Mentions] = []
    for code in program.codes {
      whole.append(Self.direct(program, code, code.instructions.indices.map { _ in true }))
    }
    // A code object stands in the one that makes it; a few rounds reach the innermost.
    var changes = true
    while changes {
      changes = false
      for (index, code) in program.codes.enumerated() {
        var sum = whole[index]
        for inner in Self.made(by: code.instructions[...]) { sum.add(whole[inner]) }
        if sum.globals != whole[index].globals || sum.modules != whole[index].modules {
          whole[index] = sum
          changes = true
        }
      }
    }
    self.whole = whole
  }

  /// Whether the program reads attributes of these names, as far as they stand in it.
  private static func reads(_ names: [String], _ program: Program) -> Bool {
    let texts = names.map { ProgramConstant.plain(.text($0)) }
    return program.constants.contains { texts.contains($0) }
      || program.codes.contains { code in
        code.instructions.contains { instruction in
          switch instruction {
          case .loadAttribute(let id), .loadMethod(let id):
            names.contains(program.names[Int(id.index)])
          default: false
          }
        }
      }
  }

  /// What a whole function mentions.
  func all(of code: UInt32) -> Mentions { whole[Int(code)] }

  /// What code mentions that goes on at an instruction.
  func rest(of index: UInt32, from pc: Int) -> Mentions {
    let code = program.codes[Int(index)]
    let reached = code.reachable(from: pc)
    var mentions = Self.direct(program, code, reached)
    for (place, instruction) in code.instructions.enumerated() where reached[place] {
      for inner in Self.made(by: [instruction]) { mentions.add(whole[inner]) }
    }
    return mentions
  }

  private static func direct(
    _ program: Program, _ code: CodeObject, _ reached: [Bool]
  ) -> Mentions {
    var globals: Set<Int> = []
    var modules: Set<String> = []
    for (place, instruction) in code.instructions.enumerated() where reached[place] {
      switch instruction {
      case .loadGlobal(let id), .deleteGlobal(let id), .loadClassName(_, let id):
        globals.insert(Int(id.index))
      case .importModule(let id): modules.insert(program.names[Int(id.index)])
      default: break
      }
    }
    return Mentions(globals: globals.sorted(), modules: modules.sorted())
  }

  private static func made(by instructions: ArraySlice<Instruction>) -> [Int] {
    instructions.compactMap { instruction in
      switch instruction {
      case .makeFunction(let id), .makeClass(let id, _): Int(id.index)
      default: nil
      }
    }
  }
}

extension CodeObject {
  /// The instructions that may still be performed when the one at `start` comes next.
  func reachable(from start: Int) -> [Bool] {
    var reached = [Bool](repeating: false, count: instructions.count)
    var pending = [start]
    while let place = pending.popLast() {
      guard place < instructions.count, !reached[place] else { continue }
      reached[place] = true
      let instruction = instructions[place]
      if let target = instruction.target { pending.append(Int(target)) }
      if !instruction.endsPath { pending.append(place + 1) }
      for handler in handlers where handler.start <= place && place < handler.end {
        pending.append(Int(handler.target))
      }
    }
    return reached
  }
}

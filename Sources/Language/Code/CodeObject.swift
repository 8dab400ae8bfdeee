// What the compiler makes of a source text: a Program of CodeObjects. Immutable, shared by all
// processes of a run, and never part of an explored state: a state names code by its CodeID.

import Diagnostics

/// The code of a module, function, class body, lambda or comprehension.
package struct CodeObject: Sendable {
  package enum Kind: Hashable, Sendable { case module, function, generator, classBody }

  /// One stretch of instructions whose exceptions go to `target`.
  package struct Handler: Hashable, Sendable {
    /// From `start` up to but not including `end`.
    package var start: Target
    package var end: Target
    package var target: Target
    /// The stack is cut to this many values above the slots; then the exception is pushed.
    package var depth: Int32

    package init(start: Target, end: Target, target: Target, depth: Int32) {
      self.start = start
      self.end = end
      self.target = target
      self.depth = depth
    }
  }

  package var kind: Kind
  /// `buy`, `<lambda>`, `<listcomp>`, `<module>`.
  package var name: String
  /// `Shop.buy`, `main.<locals>.buy`.
  package var qualifiedName: String
  /// The line of the `def`, `class` or `lambda`, from 1.
  package var firstLine: Int

  // Parameters fill the first slots in this order: positional-only and positional, keyword-only,
  // `*rest`, `**keywords`.
  package var positionalOnlyCount = 0
  /// Positional-only ones included.
  package var positionalCount = 0
  /// How many of the last positional ones have a default.
  package var positionalDefaultCount = 0
  /// For each keyword-only parameter, whether it has a default.
  package var keywordDefaults: [Bool] = []
  package var hasRest = false
  package var hasKeywords = false

  /// The name of each slot, as errors spell it.
  package var slotNames: [String] = []
  /// The names of the free variables; their cells are the last `freeNames.count` slots.
  package var freeNames: [String] = []
  /// In a class body whose methods use `super()` or `__class__`: the slot of the cell that is to
  /// hold the class.
  package var classCell: Slot?

  package var instructions: [Instruction] = []
  /// For each instruction, the source it comes from: what a traceback marks.
  package var spans: [Span] = []
  /// Inner stretches stand before outer ones: the first that covers an instruction counts.
  package var handlers: [Handler] = []
  /// How many values the stack holds above the slots at most.
  package var stackSize = 0
  /// For each instruction, `liveWords` words of 64 slots each: the slots whose value may still be
  /// read from here on.
  package var liveness: [UInt64] = []
  package var docstring: Constant?

  package init(kind: Kind, name: String, qualifiedName: String, firstLine: Int) {
    self.kind = kind
    self.name = name
    self.qualifiedName = qualifiedName
    self.firstLine = firstLine
  }

  package var slotCount: Int { slotNames.count }
  package var liveWords: Int { (slotCount + 63) / 64 }

  /// Whether the slot's value may still be read when the instruction at `pc` comes next.
  package func isLive(_ slot: Int, at pc: Int) -> Bool {
    liveness[pc * liveWords + slot / 64] >> UInt64(slot % 64) & 1 == 1
  }
}

/// A value in the constant table: a literal, or a tuple of such.
package indirect enum ProgramConstant: Hashable, Sendable {
  case plain(Constant)
  case tuple([ProgramConstant])
}

/// A compiled file.
package final class Program: Sendable {
  package let source: SourceText
  package let codes: [CodeObject]
  /// The module's code.
  package let main: CodeID
  package let constants: [ProgramConstant]
  /// The environment's well-known names first, in its order, then the program's own.
  package let names: [String]
  package let globalNames: [String]

  package init(
    source: SourceText, codes: [CodeObject], main: CodeID, constants: [ProgramConstant],
    names: [String], globalNames: [String]
  ) {
    self.source = source
    self.codes = codes
    self.main = main
    self.constants = constants
    self.names = names
    self.globalNames = globalNames
  }
}

/// What the compiler must be told of the world that its programs will run in.
package struct LanguageEnvironment: Sendable {
  /// What is known of one importable module.
  package struct Module: Sendable {
    /// The names that `import *` brings, and that can be imported or read.
    package var names: [String]
    /// Names that CPython's module has and ours has not, each with what to write instead.
    package var refused: [String: String]

    package init(names: [String], refused: [String: String] = [:]) {
      self.names = names
      self.refused = refused
    }
  }

  /// Names with fixed ids: `NameID(i)` is `wellKnownNames[i]`.
  package var wellKnownNames: [String]
  package var builtins: [String]
  /// By full name: `multiprocessing.connection`.
  package var modules: [String: Module]
  /// Builtins (`eval`, `input`) and modules (`threading`) that are refused, with what to write
  /// instead; any other unknown module is refused with a general hint.
  package var refused: [String: String]

  package init(
    wellKnownNames: [String], builtins: [String], modules: [String: Module],
    refused: [String: String]
  ) {
    self.wellKnownNames = wellKnownNames
    self.builtins = builtins
    self.modules = modules
    self.refused = refused
  }
}

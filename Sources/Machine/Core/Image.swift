// A program made ready to run: its code and constants in the form in which the dispatch loop reads
// them. Immutable and shared by all processes of a run.

import BigInt
import Diagnostics
import Language

/// The code objects, constants and names that machines share.
package final class Image: @unchecked Sendable {
  struct LoadedCode {
    let instructions: UnsafeMutablePointer<Instruction>
    let slotCount: Int
    /// Slots and operands together.
    let frameSize: Int
    let positionalCount: Int
    /// Only positional parameters, and no function object's state needed but its defaults.
    let isSimple: Bool
    let isGenerator: Bool
    let freeCount: Int
    /// A nested call of it cannot perform an effect, so needs no snapshot.
    let isPure: Bool
  }

  package let program: Program
  package let library: Library
  /// Of the hints below tracebacks.
  let language: ReadingLanguage
  let codes: UnsafeMutablePointer<LoadedCode>
  let constants: [Value]
  /// What constant references refer to: the library's first, then the program's.
  let constantObjects: [HeapObject]
  private let nameIndex: [String: NameID]
  let initialGlobals: [Value]
  private let globalIndex: [String: Int]
  let mentions: MentionTable
  let shownSlots: ShownSlots
  let printedSlots: ShownSlots
  let builtinReach: BuiltinReach

  package init(
    program: Program, library: Library = .standard, language: ReadingLanguage = .english
  ) {
    self.program = program
    self.library = library
    self.language = language
    var objects = library.constantObjects
    constants = program.constants.map { Image.load($0, into: &objects) }
    constantObjects = objects
    nameIndex = Dictionary(
      program.names.enumerated().map { ($1, NameID($0)) }, uniquingKeysWith: { first, _ in first })
    globalIndex = Dictionary(
      program.globalNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    initialGlobals = program.globalNames.map { library.initialGlobal($0) }
    mentions = MentionTable(program)
    shownSlots = ShownSlots(program, sleepsShow: true)
    printedSlots = ShownSlots(program, sleepsShow: false)
    builtinReach = BuiltinReach(library)
    let purity = Purity(program)
    codes = .allocate(capacity: program.codes.count)
    for (index, code) in program.codes.enumerated() {
      let instructions = UnsafeMutablePointer<Instruction>.allocate(
        capacity: code.instructions.count)
      instructions.initialize(from: code.instructions, count: code.instructions.count)
      (codes + index).initialize(
        to: LoadedCode(
          instructions: instructions, slotCount: code.slotCount,
          frameSize: code.slotCount + code.stackSize + 8, positionalCount: code.positionalCount,
          isSimple: !code.hasRest && !code.hasKeywords && code.keywordDefaults.isEmpty,
          isGenerator: code.kind == .generator, freeCount: code.freeNames.count,
          isPure: purity.isPure(code)))
    }
  }

  deinit {
    for index in program.codes.indices { codes[index].instructions.deallocate() }
    codes.deallocate()
  }

  func code(_ index: UInt32) -> CodeObject { program.codes[Int(index)] }

  /// The id of a name that the program or the library uses.
  func nameID(_ name: String) -> NameID? { nameIndex[name] }

  func globalSlot(_ name: String) -> Int? { globalIndex[name] }

  private static func load(
    _ constant: ProgramConstant, into objects: inout [HeapObject]
  ) -> Value {
    switch constant {
    case .plain(let plain): return load(plain, into: &objects)
    case .tuple(let items):
      let values = items.map { load($0, into: &objects) }
      return add(.tuple(values), to: &objects)
    }
  }

  private static func load(_ constant: Constant, into objects: inout [HeapObject]) -> Value {
    switch constant {
    case .none: return .none
    case .ellipsis: return .ellipsis
    case .bool(let bool): return .bool(bool)
    case .integer(let integer):
      if let small = Int(exactly: integer) { return .int(small) }
      return add(.bigInteger(integer), to: &objects)
    case .float(let float): return .float(float)
    case .string(let points):
      // The library's own constant, so that comparing it needs no look at its text.
      if points.count == 1, points[0] < 128 {
        return .object(Reference(constant: Int(points[0])))
      }
      return add(.string(Text(codePoints: points)), to: &objects)
    case .bytes(let bytes): return add(.bytes(bytes), to: &objects)
    }
  }

  private static func add(_ object: HeapObject, to objects: inout [HeapObject]) -> Value {
    objects.append(object)
    return .object(Reference(constant: objects.count - 1))
  }
}

/// Which functions surely perform no effect, so that a builtin may call them without a snapshot.
private struct Purity {
  private static let pureBuiltins: Set<String> = [
    "abs", "bool", "chr", "dict", "divmod", "float", "frozenset", "hash", "int", "isinstance",
    "len", "list", "max", "min", "ord", "range", "repr", "round", "set", "sorted", "str", "sum",
    "super", "tuple", "type",
  ]
  private static let pureMethods: Set<String> = [
    "count", "endswith", "format", "get", "index", "items", "join", "keys", "lower", "split",
    "startswith", "strip", "title", "upper", "values",
  ]

  private let program: Program
  private let redefined: Set<String>
  /// Some class of the program has an operator or property whose body calls something.
  private var hasPerformingOperators = false

  init(_ program: Program) {
    self.program = program
    var redefined: Set<String> = []
    for code in program.codes {
      redefined.insert(code.name)
      for instruction in code.instructions {
        if case .storeGlobal(let id) = instruction {
          redefined.insert(program.globalNames[Int(id.index)])
        }
      }
    }
    self.redefined = redefined
    hasPerformingOperators = program.codes.contains { code in
      code.kind == .generator
        || (code.qualifiedName.contains(".") && code.kind == .function && !isPlain(code))
    }
  }

  func isPure(_ code: CodeObject) -> Bool {
    code.kind == .function && !hasPerformingOperators && isPlain(code)
  }

  private func isPlain(_ code: CodeObject) -> Bool {
    var calls = 0
    var pureNames = 0
    for instruction in code.instructions {
      switch instruction {
      case .call, .callKeywords: calls += 1
      case .loadMethod(let id):
        let name = program.names[Int(id.index)]
        if !Purity.pureMethods.contains(name) || redefined.contains(name) { return false }
      case .loadGlobal(let id):
        let name = program.globalNames[Int(id.index)]
        if Purity.pureBuiltins.contains(name), !redefined.contains(name) { pureNames += 1 }
      case .callSpread, .makeFunction, .makeClass, .importModule, .prepareWith, .storeGlobal,
        .storeAttribute, .storeItem, .loadCell, .closeUnreachable, .yield, .delegate:
        return false
      default: break
      }
    }
    return calls <= pureNames
  }
}

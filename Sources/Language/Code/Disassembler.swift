// Code as text, for golden tests and for whoever looks for a fault in the compiler. Flows in: a
// Program. Flows out: one line an instruction, jumps by the number of the line they lead to.

import Diagnostics

package struct Disassembler {
  private let program: Program

  package init(_ program: Program) { self.program = program }

  /// All code of the program, the module's first, then the others as they were compiled.
  package func text(withSpans: Bool = false) -> String {
    let others = program.codes.indices.map(CodeID.init).filter { $0 != program.main }
    return ([program.main] + others).map { text(of: $0, withSpans: withSpans) }
      .joined(separator: "\n")
  }

  /// One code object: its head, its instructions, its handlers.
  package func text(of id: CodeID, withSpans: Bool = false) -> String {
    let code = program.codes[Int(id.index)]
    var lines = [head(of: code)]
    for (pc, instruction) in code.instructions.enumerated() {
      let number = String(repeating: " ", count: max(0, 4 - String(pc).count)) + String(pc)
      let place = withSpans ? "  @\(describe(code.spans[pc]))" : ""
      lines.append("\(number) \(describe(instruction, in: code))\(place)")
    }
    for handler in code.handlers {
      lines.append(
        "     \(handler.start)..<\(handler.end) to \(handler.target), depth \(handler.depth)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(of code: CodeObject) -> String {
    let slots = code.slotNames.isEmpty ? "" : " [\(code.slotNames.joined(separator: " "))]"
    let free = code.freeNames.isEmpty ? "" : " free \(code.freeNames.joined(separator: " "))"
    return "\(code.qualifiedName): \(code.kind)\(slots)\(free), stack \(code.stackSize)"
  }

  private func describe(_ span: Span) -> String {
    "\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
  }

  // MARK: Operands

  private func describe(_ instruction: Instruction, in code: CodeObject) -> String {
    let name = Self.name(of: instruction)
    let operands = operands(of: instruction, in: code)
    return operands.isEmpty ? name : "\(name) \(operands)"
  }

  /// The case's name, without its operands.
  static func name(of instruction: Instruction) -> String {
    String("\(instruction)".prefix { $0 != "(" })
  }

  private func operands(of instruction: Instruction, in code: CodeObject) -> String {
    if let slot = instruction.readSlot ?? instruction.writtenSlot {
      return code.slotNames[Int(slot)]
    }
    if let target = instruction.target { return "\(target)" }
    switch instruction {
    case .constant(let id): return describe(id)
    case .loadGlobal(let id), .storeGlobal(let id), .deleteGlobal(let id):
      return program.globalNames[Int(id.index)]
    case .loadClassName(let id, _), .storeClassName(let id), .deleteClassName(let id),
      .loadAttribute(let id), .storeAttribute(let id), .deleteAttribute(let id),
      .loadMethod(let id), .importModule(let id), .importName(let id):
      return program.names[Int(id.index)]
    case .unary(let op): return "\(op)"
    case .binary(let op), .inPlace(let op): return "\(op)"
    case .compare(let op): return "\(op)"
    case .callKeywords(let count, let names), .callMethodKeywords(let count, let names):
      return "\(count) \(describe(names))"
    case .makeFunction(let id): return program.codes[Int(id.index)].qualifiedName
    case .makeClass(let id, let bases):
      return "\(program.codes[Int(id.index)].qualifiedName) \(bases)"
    case .formatValue(let conversion, let hasSpecification):
      return "\(conversion)\(hasSpecification ? " with specification" : "")"
    case .unpackRest(let before, let after): return "\(before) \(after)"
    default: return count(of: instruction).map(String.init) ?? ""
    }
  }

  private func count(of instruction: Instruction) -> Int32? {
    switch instruction {
    case .swap(let count), .unpack(let count), .buildList(let count), .buildTuple(let count),
      .buildSet(let count), .buildDict(let count), .buildString(let count),
      .listAppend(let count), .setAdd(let count), .dictSet(let count), .call(let count),
      .callMethod(let count), .raise(let count):
      count
    default: nil
    }
  }

  // MARK: Constants

  private func describe(_ id: ConstantID) -> String {
    describe(program.constants[Int(id.index)])
  }

  private func describe(_ value: ProgramConstant) -> String {
    switch value {
    case .plain(let constant): describe(constant)
    case .tuple(let items): "(\(items.map(describe).joined(separator: ", ")))"
    }
  }

  private func describe(_ constant: Constant) -> String {
    switch constant {
    case .none: "None"
    case .ellipsis: "..."
    case .bool(let value): value ? "True" : "False"
    case .integer(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let scalars):
      "'" + String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init))) + "'"
    case .bytes(let bytes): "bytes(\(bytes.count))"
    }
  }
}

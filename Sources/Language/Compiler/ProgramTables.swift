// The tables that all code of a program shares, filled while it is compiled.

struct ProgramTables {
  private(set) var codes: [CodeObject] = []
  private(set) var constants: [ProgramConstant] = []
  private(set) var names: [String]
  private(set) var globalNames: [String] = []
  private var constantIDs: [ConstantKey: ConstantID] = [:]
  private var nameIDs: [String: NameID] = [:]
  private var globalIDs: [String: GlobalID] = [:]

  init(wellKnownNames: [String]) {
    names = wellKnownNames
    for (index, name) in names.enumerated() where nameIDs[name] == nil {
      nameIDs[name] = NameID(index)
    }
  }

  mutating func add(_ code: CodeObject) -> CodeID {
    codes.append(code)
    return CodeID(codes.count - 1)
  }

  subscript(id: CodeID) -> CodeObject { codes[Int(id.index)] }

  mutating func name(_ name: String) -> NameID {
    if let id = nameIDs[name] { return id }
    let id = NameID(names.count)
    names.append(name)
    nameIDs[name] = id
    return id
  }

  mutating func global(_ name: String) -> GlobalID {
    if let id = globalIDs[name] { return id }
    let id = GlobalID(globalNames.count)
    globalNames.append(name)
    globalIDs[name] = id
    return id
  }

  mutating func constant(_ value: ProgramConstant) -> ConstantID {
    let key = ConstantKey(value)
    if let id = constantIDs[key] { return id }
    let id = ConstantID(constants.count)
    constants.append(value)
    constantIDs[key] = id
    return id
  }
}

/// What makes two constants the same object: 0.0 and -0.0 are equal but two, NaN is one.
private indirect enum ConstantKey: Hashable {
  case plain(Constant)
  case float(bits: UInt64)
  case tuple([ConstantKey])

  init(_ value: ProgramConstant) {
    switch value {
    case .plain(.float(let number)): self = .float(bits: number.bitPattern)
    case .plain(let constant): self = .plain(constant)
    case .tuple(let items): self = .tuple(items.map(ConstantKey.init))
    }
  }
}

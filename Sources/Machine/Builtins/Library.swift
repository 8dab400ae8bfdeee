// All that the machine provides: functions, the methods of builtin types, modules. Made once, shared
// by every machine, immutable. `Value`s name its parts by number.

import Language

/// The builtin functions, types and modules.
package final class Library: Sendable {
  package let functions: [BuiltinFunction]
  /// All names that have fixed ids: `Name`'s cases first, then every attribute's of this library.
  package let names: [String]
  /// Constant texts and tuples of the modules; a program's own constants follow them.
  let constantObjects: [HeapObject]
  /// For each type a row, for each name a place in `attributeValues`, bases' attributes included.
  private let attributePlaces: [UInt16]
  /// `.missing` first, for names that a type does not have.
  private let attributeValues: [Value]
  private let typeSetters: [[NameID: BuiltinID]]
  /// The dunders that every object has, where its type names no other; unbound.
  let plainMethods: [NameID: Value]
  private let moduleContents: [ModuleID: [NameID: Value]]
  private let builtins: [String: Value]
  private let refused: [ModuleID: [String: String]]

  /// One shared library.
  package static let standard = Library(
    functions: LibraryContents.functions, methods: LibraryContents.methods,
    modules: LibraryContents.modules)

  init(
    functions: [BuiltinFunction], methods: [BuiltinFunction], modules: [ModuleDescription]
  ) {
    var builder = LibraryBuilder()
    for function in functions { builder.addBuiltin(function) }
    for type in TypeID.allCases where type.isBuiltinName {
      builder.builtins[type.name] = .type(type)
    }
    for (name, value) in LibraryContents.values { builder.builtins[name] = value }
    for method in methods { builder.addMethod(method) }
    for method in Library.plainMethodList { builder.addPlainMethod(method) }
    for module in modules { builder.addModule(module) }
    self.functions = builder.functions
    names = builder.names
    constantObjects = builder.constantObjects
    (attributePlaces, attributeValues) = builder.attributeTable()
    typeSetters = builder.typeSetters
    plainMethods = builder.plainMethods
    moduleContents = builder.moduleContents
    builtins = builder.builtins
    refused = builder.refused
  }

  /// An attribute of a builtin type or of one that it derives from, unbound.
  func attribute(_ name: NameID, of type: TypeID) -> Value? {
    guard Int(name.index) < names.count else { return nil }
    let place = attributePlaces[Int(type.rawValue) * names.count + Int(name.index)]
    return place == 0 ? nil : attributeValues[Int(place)]
  }

  /// The names of a type's attributes, its bases' included, in the order of their ids.
  func attributeNames(of type: TypeID) -> [String] {
    let row = Int(type.rawValue) * names.count
    return names.indices.filter { attributePlaces[row + $0] != 0 }.map { names[$0] }
  }

  /// All builtins, sorted; second names of one thing (`IOError`) come last.
  var builtinNames: [String] {
    let isAlias = { (name: String) in
      if case .type(let type)? = self.builtins[name] { type.name != name } else { false }
    }
    let names = builtins.keys.sorted()
    return names.filter { !isAlias($0) } + names.filter(isAlias)
  }

  func setter(_ name: NameID, of type: TypeID) -> BuiltinID? {
    var current: TypeID? = type
    while let type = current {
      if let found = typeSetters[Int(type.rawValue)][name] { return found }
      current = type.base
    }
    return nil
  }

  func contents(of module: ModuleID) -> [NameID: Value] { moduleContents[module] ?? [:] }

  /// What a global of this name is before the program assigns it.
  func initialGlobal(_ name: String) -> Value { builtins[name] ?? .missing }

  /// What the compiler needs to know of it.
  package var environment: LanguageEnvironment {
    var modules: [String: LanguageEnvironment.Module] = [:]
    for id in ModuleID.allCases where id != .main && id != .builtins {
      let contents = contents(of: id).keys.map { names[Int($0.index)] }.sorted()
      modules[id.name] = LanguageEnvironment.Module(
        names: contents, refused: refused[id] ?? [:])
    }
    return LanguageEnvironment(
      wellKnownNames: names, builtins: builtins.keys.sorted(), modules: modules,
      refused: LibraryContents.refused)
  }
}

/// A module's contents, as they are written down.
struct ModuleDescription {
  var id: ModuleID
  var functions: [BuiltinFunction] = []
  /// Types by the name under which the module has them.
  var types: [(name: String, type: TypeID)] = []
  /// Other values by name: constants such as `math.pi`, submodules.
  var values: [(name: String, value: Value)] = []
  /// Constant texts by name: `string.digits`.
  var texts: [(name: String, text: String)] = []
  /// Other constant objects by name: `sys.stdout`.
  var objects: [(name: String, object: HeapObject)] = []
  /// What CPython's module has and ours has not, with what to write instead.
  var refused: [String: String] = [:]
}

/// Gives every function, name and constant its number.
private struct LibraryBuilder {
  var functions: [BuiltinFunction] = []
  var names = Name.allCases.map(\.spelling)
  /// First the characters of ASCII, each at its own number.
  var constantObjects = (0..<128).map { HeapObject.string(Text(utf8: [UInt8($0)])) }
  var typeAttributes = [[NameID: Value]](repeating: [:], count: TypeID.allCases.count)
  var plainMethods: [NameID: Value] = [:]
  var typeSetters = [[NameID: BuiltinID]](repeating: [:], count: TypeID.allCases.count)
  var moduleContents: [ModuleID: [NameID: Value]] = [:]
  var builtins: [String: Value] = [:]
  var refused: [ModuleID: [String: String]] = [:]
  private var nameIDs: [String: NameID] = [:]

  init() {
    for (index, name) in names.enumerated() { nameIDs[name] = NameID(index) }
  }

  private mutating func id(_ name: String) -> NameID {
    if let known = nameIDs[name] { return known }
    let id = NameID(names.count)
    names.append(name)
    nameIDs[name] = id
    return id
  }

  private mutating func add(_ function: BuiltinFunction, in module: ModuleID? = nil) -> BuiltinID {
    var function = function
    function.mayWait = !function.isPlain(in: module)
    functions.append(function)
    return BuiltinID(functions.count - 1)
  }

  mutating func addBuiltin(_ function: BuiltinFunction) {
    builtins[function.name] = .builtin(add(function, in: .builtins))
  }

  mutating func addMethod(_ method: BuiltinFunction) {
    guard let owner = method.owner else { return }
    let name = id(method.name)
    let number = add(method)
    if method.role == .setter {
      typeSetters[Int(owner.rawValue)][name] = number
    } else {
      typeAttributes[Int(owner.rawValue)][name] = .builtin(number)
    }
  }

  mutating func addPlainMethod(_ method: BuiltinFunction) {
    let name = id(method.name)
    plainMethods[name] = .builtin(add(method))
  }

  /// The attributes of all types as one table: places by type and name, and the values there.
  func attributeTable() -> (places: [UInt16], values: [Value]) {
    var places = [UInt16](repeating: 0, count: TypeID.allCases.count * names.count)
    var values: [Value] = [.missing]
    for type in TypeID.allCases {
      let row = Int(type.rawValue) * names.count
      var current: TypeID? = type
      while let base = current {
        for (name, value) in typeAttributes[Int(base.rawValue)]
        where places[row + Int(name.index)] == 0 {
          places[row + Int(name.index)] = UInt16(values.count)
          values.append(value)
        }
        current = base.base
      }
    }
    return (places, values)
  }

  mutating func addModule(_ module: ModuleDescription) {
    var contents = moduleContents[module.id] ?? [:]
    for function in module.functions {
      contents[id(function.name)] = .builtin(add(function, in: module.id))
    }
    for (name, type) in module.types { contents[id(name)] = .type(type) }
    for (name, value) in module.values { contents[id(name)] = value }
    for (name, text) in module.texts {
      constantObjects.append(.string(Text(text)))
      contents[id(name)] = .object(Reference(constant: constantObjects.count - 1))
    }
    for (name, object) in module.objects {
      constantObjects.append(object)
      contents[id(name)] = .object(Reference(constant: constantObjects.count - 1))
    }
    moduleContents[module.id] = contents
    refused[module.id, default: [:]].merge(module.refused) { first, _ in first }
  }
}

extension BuiltinFunction {
  /// Whether it works on values alone.
  fileprivate func isPlain(in module: ModuleID?) -> Bool {
    if let owner {
      switch owner {
      case .int, .float, .bool, .str, .bytes, .list, .tuple, .dict, .set, .frozenset, .range,
        .slice,
        .dictKeys, .dictValues, .dictItems, .object, .deque:
        return true
      default: return false
      }
    }
    switch module {
    case .math: return true
    case .builtins:
      return [
        "abs", "ascii", "bin", "callable", "chr", "divmod", "format", "getattr", "hasattr", "hash",
        "hex", "id", "isinstance", "issubclass", "len", "oct", "ord", "pow", "repr", "round",
        "setattr",
      ].contains(name)
    default: return false
    }
  }
}

extension TypeID {
  /// Whether programs reach the type by its bare name.
  var isBuiltinName: Bool {
    guard module == "builtins" else { return false }
    switch self {
    case .noneType, .notImplementedType, .ellipsisType, .function, .builtinFunction, .method,
      .generator, .module, .cell, .listIterator, .tupleIterator, .strIterator, .bytesIterator,
      .rangeIterator, .dictKeyIterator, .dictValueIterator, .dictItemIterator, .setIterator,
      .reverseIterator, .callableIterator, .sequenceIterator, .dictKeys, .dictValues, .dictItems:
      return false
    default: return true
    }
  }
}

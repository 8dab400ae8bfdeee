// All that the machine provides: functions, the methods of builtin types, modules. Made once, shared
// by every machine, immutable. `Value`s name its parts by number.

import Language

/// The builtin functions, types and modules.
package final class Library: Sendable {
  package let functions: [BuiltinFunction]
  /// All names that have fixed ids: `Name`'s cases first, then every attribute's of this library.
  package let names: [String]
  /// For each type, by `TypeID.rawValue`: its own attributes (not its bases'), by name.
  let typeAttributes: [AttributeTable]
  let moduleContents: [AttributeTable]

  /// One shared library.
  package static let standard = Library(
    functions: builtinFunctions,
    methods: typeMethods,
    constants: typeConstants,
    modules: modules)

  /// A module's contents under construction.
  struct ModuleDescription {
    var id: ModuleID
    var functions: [BuiltinFunction] = []
    var types: [TypeID] = []
    /// Other values by name: constants such as `math.pi`, submodules.
    var values: [(name: String, value: Value)] = []
    /// Constant strings and tuples of strings by name: `string.digits`.
    var texts: [(name: String, text: String)] = []
    /// What CPython's module has and ours has not, with what to write instead.
    var refused: [String: String] = [:]
  }

  /// Functions that programs reach as builtins: `print`, `len`.
  private static var builtinFunctions: [BuiltinFunction] {
    []
  }

  /// Methods and dunders of builtin types; each names its owner. A `__new__` makes an instance when
  /// the type is called: it gets the type first.
  private static var typeMethods: [BuiltinFunction] {
    []
  }

  private static var typeConstants: [(type: TypeID, name: String, value: Value)] { [] }

  private static var modules: [ModuleDescription] {
    []
  }
}

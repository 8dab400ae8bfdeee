// What a heap holds: one case for each kind of object that is not a plain value. All parts are Swift
// values, so a copy of a heap shares storage until either side changes it, and that copy is fork.

import BigInt

package enum HeapObject: Sendable {
  /// An unused place; the next one in the list of free places, or -1.
  case free(next: Int32)
  case string(Text)
  case bytes([UInt8])
  /// Always outside the range of `Int`.
  case bigInteger(BigInt)
  case list([Value])
  case tuple([Value])
  case dict(DictTable)
  case set(SetTable)
  case frozenSet(SetTable)
  /// What a closure shares with the function around it; `.missing` while unbound.
  case cell(Value)
  case function(FunctionObject)
  indirect case method(receiver: Value, function: Value)
  case userClass(ClassObject)
  case instance(InstanceObject)
  indirect case exception(ExceptionObject)
  indirect case generator(GeneratorObject)
  case iterator(IteratorObject)
  indirect case range(RangeObject)
  indirect case slice(start: Value, stop: Value, step: Value)
  indirect case dictView(DictViewKind, dict: Value)
  indirect case property(get: Value, set: Value, delete: Value)
  case staticMethod(Value)
  case classMethod(Value)
  indirect case superObject(start: Value, receiver: Value)
  indirect case file(FileObject)
}

package enum DictViewKind: UInt8, Hashable, Sendable { case keys, values, items }

/// A function that `def` or `lambda` made. Immutable: setting an attribute puts a new one in its place.
package final class FunctionObject: Sendable {
  package let code: UInt32
  /// Defaults of the last positional parameters.
  package let defaults: [Value]
  /// One for each keyword-only parameter; `.missing` where it has none.
  package let keywordDefaults: [Value]
  package let closure: [Value]
  /// Assigned attributes, among them `__name__` or `__doc__` once set.
  package let attributes: AttributeTable

  package init(
    code: UInt32, defaults: [Value], keywordDefaults: [Value], closure: [Value],
    attributes: AttributeTable = AttributeTable()
  ) {
    self.code = code
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.closure = closure
    self.attributes = attributes
  }

  package func with(_ attributes: AttributeTable) -> FunctionObject {
    FunctionObject(
      code: code, defaults: defaults, keywordDefaults: keywordDefaults, closure: closure,
      attributes: attributes)
  }
}

/// A class that `class` made. Immutable: setting an attribute puts a new one in its place.
package final class ClassObject: Sendable {
  package let name: Text
  package let qualifiedName: Text
  /// Method resolution order: the class itself first, then user classes and builtin types.
  package let resolutionOrder: [Value]
  package let bases: [Value]
  package let attributes: AttributeTable

  package init(
    name: Text, qualifiedName: Text, resolutionOrder: [Value], bases: [Value],
    attributes: AttributeTable
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.resolutionOrder = resolutionOrder
    self.bases = bases
    self.attributes = attributes
  }

  package func with(_ attributes: AttributeTable) -> ClassObject {
    ClassObject(
      name: name, qualifiedName: qualifiedName, resolutionOrder: resolutionOrder, bases: bases,
      attributes: attributes)
  }
}

/// An instance of a user class, or of a builtin type whose state is kept in attributes (a Process, a
/// Lock). Builtin types keep their own state under names that start with an underscore.
package struct InstanceObject: Sendable {
  /// A `.type` or a `.object` that is a user class.
  package var type: Value
  package var attributes: AttributeTable
}

/// An exception of a builtin or a user type.
package struct ExceptionObject: Sendable {
  package var type: Value
  package var arguments: [Value]
  package var cause: Value = .none
  package var context: Value = .none
  /// `raise … from` hides the context.
  package var suppressesContext = false
  /// Innermost last, as frames were left: code and pc of each.
  package var traceback: [TracebackEntry] = []
  package var attributes = AttributeTable()
}

package struct TracebackEntry: Hashable, Sendable {
  package var code: UInt32
  package var pc: Int32
}

/// A suspended function.
package struct GeneratorObject: Sendable {
  package enum State: UInt8, Hashable, Sendable { case fresh, suspended, running, ended }

  package var state: State
  package var code: UInt32
  package var pc: Int32
  /// Its slots and stack while it does not run.
  package var stack: [Value]
}

package struct RangeObject: Hashable, Sendable {
  package var start: Int
  package var stop: Int
  package var step: Int
}

/// When a file hands over what is written to it.
enum FileBuffering: UInt8, Hashable, Sendable { case none, line, block }

/// An open file as the process sees it: its number and what is not yet written.
package struct FileObject: Hashable, Sendable {
  package var id: FileID?
  package var name: Text
  package var mode: Text
  package var isBinary: Bool
  package var reads: Bool
  package var writes: Bool
  var buffering = FileBuffering.block
  /// Whether every kind of line end is read as a newline.
  var translatesNewlines = true
  /// Written by the program, not yet handed to the operating system.
  package var pending: [UInt8] = []
  /// Read from the operating system, not yet by the program.
  package var ahead: [UInt8] = []
}

/// What `iter` returns, by what it walks over.
package struct IteratorObject: Sendable {
  package enum Kind: UInt8, Hashable, Sendable {
    /// `source` is a list, tuple, string, bytes, dict, dict view, set; `position` counts.
    case sequence
    case reversed
    /// `position` is the next number, `limit` the stop, `step` the step.
    case range
    /// `sources` are iterators.
    case zip, map, filter, enumerate, chain
    /// `iter(function, sentinel)`
    case callable
    /// An object with `__getitem__` only.
    case items
    /// One of itertools': `step` says which, as an `ItertoolsForm`.
    case library
  }

  /// What stays as it is from step to step, apart from the rest so that a step copies little.
  private final class Fixed: Sendable {
    let sources: [Value]
    let limit: Int
    let step: Int

    init(sources: [Value], limit: Int, step: Int) {
      self.sources = sources
      self.limit = limit
      self.step = step
    }

    static let plain = Fixed(sources: [], limit: 0, step: 1)
  }

  package var source: Value
  package var kind: Kind
  package var position: Int
  private var fixed: Fixed

  package init(
    kind: Kind, source: Value, sources: [Value] = [], position: Int = 0, limit: Int = 0,
    step: Int = 1
  ) {
    self.kind = kind
    self.source = source
    self.position = position
    fixed =
      sources.isEmpty && limit == 0 && step == 1
      ? Fixed.plain : Fixed(sources: sources, limit: limit, step: step)
  }

  package var sources: [Value] {
    get { fixed.sources }
    set { fixed = Fixed(sources: newValue, limit: fixed.limit, step: fixed.step) }
  }

  package var limit: Int {
    get { fixed.limit }
    set { fixed = Fixed(sources: fixed.sources, limit: newValue, step: fixed.step) }
  }

  package var step: Int { fixed.step }
}

// The instructions of the stack machine, each with its stack picture: what it finds on top of the
// stack, and what it leaves there. The compiler writes them, the machine's dispatch loop performs
// them, and nobody else needs to know more than `CodeObject`.

/// A place in a frame: parameters first, then other locals, then cells, then free variables' cells.
package typealias Slot = Int32
/// An index into a code object's instructions.
package typealias Target = Int32

/// An attribute's, method's or module's name: an index into `Program.names`.
package struct NameID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

/// A name of the program's module: an index into `Program.globalNames`.
package struct GlobalID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

/// An index into `Program.constants`.
package struct ConstantID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

/// An index into `Program.codes`.
package struct CodeID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

package enum Instruction: Hashable, Sendable {
  // MARK: Values and names

  /// ` -> constant`
  case constant(ConstantID)
  /// ` -> value`; UnboundLocalError while the slot is empty.
  case loadLocal(Slot)
  /// `value -> `
  case storeLocal(Slot)
  /// Empties the slot; UnboundLocalError where it is empty already.
  case deleteLocal(Slot)
  /// Puts the slot's value (which may be missing) into a new cell, in the same slot. These open a
  /// code object, one for each of its own variables that inner functions use.
  case makeCell(Slot)
  /// ` -> value` of the cell in the slot; NameError or UnboundLocalError while the cell is empty.
  case loadCell(Slot)
  /// `value -> `
  case storeCell(Slot)
  case deleteCell(Slot)
  /// ` -> cell` itself, for `makeFunction` and `makeClass`.
  case pushCell(Slot)
  /// ` -> value`; a name that the module does not define means the builtin, else NameError.
  case loadGlobal(GlobalID)
  /// `value -> `
  case storeGlobal(GlobalID)
  case deleteGlobal(GlobalID)
  /// ` -> value` from the class body's namespace, else the global of that name.
  case loadClassName(NameID, GlobalID)
  /// ` -> value` from the class body's namespace, else of the cell in the slot.
  case loadClassCell(NameID, Slot)
  /// `value -> ` into the class body's namespace.
  case storeClassName(NameID)
  case deleteClassName(NameID)

  // MARK: The stack

  /// `value -> `
  case pop
  /// `x -> x x`
  case duplicate
  /// `x y -> x y x y`
  case duplicateTwo
  /// Swaps the top with the value `depth` below it; `swap(1)` exchanges the two topmost.
  case swap(depth: Int32)

  // MARK: Attributes and items

  /// `object -> value`
  case loadAttribute(NameID)
  /// `value object -> `
  case storeAttribute(NameID)
  /// `object -> `
  case deleteAttribute(NameID)
  /// `object key -> value`
  case loadItem
  /// `value object key -> `
  case storeItem
  /// `object key -> `
  case deleteItem
  /// `class self -> super`, for `super()` without arguments.
  case makeSuper

  // MARK: Operators

  /// `x -> op x`
  case unary(UnaryOperator)
  /// `x y -> x op y`
  case binary(BinaryOperator)
  /// `x y -> x op= y`, in place where the type of x can.
  case inPlace(BinaryOperator)
  /// `x y -> x op y`
  case compare(ComparisonOperator)

  // MARK: Jumps

  case jump(Target)
  /// `value -> `
  case popJumpIfFalse(Target)
  /// `value -> `
  case popJumpIfTrue(Target)
  /// `value -> ` and goes on, or keeps it and jumps.
  case jumpIfFalseOrPop(Target)
  /// `value -> ` and goes on, or keeps it and jumps.
  case jumpIfTrueOrPop(Target)

  // MARK: Iteration

  /// `iterable -> iterator`
  case getIterator
  /// `iterator -> iterator next`, or `iterator -> ` and jumps when there are no more.
  case iterate(exhausted: Target)
  /// `iterable -> xN … x1 x0`: the first item ends on top. ValueError unless exactly `count`.
  case unpack(count: Int32)
  /// `iterable -> …`: `before` items, a list of the middle ones, `after` items; the first on top.
  case unpackRest(before: Int32, after: Int32)

  // MARK: Building

  /// `x0 … xN -> list`
  case buildList(count: Int32)
  /// `x0 … xN -> tuple`
  case buildTuple(count: Int32)
  /// `x0 … xN -> set`
  case buildSet(count: Int32)
  /// `k0 v0 … kN vN -> dict`, of `count` pairs.
  case buildDict(count: Int32)
  /// `start stop -> slice`
  case buildSlice
  /// `start stop step -> slice`
  case buildSteppedSlice
  /// `text0 … textN -> text`, for f-strings.
  case buildString(count: Int32)
  /// `value -> text`; with a specification `value specification -> text`.
  case formatValue(FormatConversion, hasSpecification: Bool)
  /// `… item -> …`: appends to the list `depth` below the item (1 is just below).
  case listAppend(depth: Int32)
  case setAdd(depth: Int32)
  /// `… key value -> …`: sets in the dict `depth` below the key.
  case dictSet(depth: Int32)
  /// `list iterable -> list`, extended.
  case listExtend
  /// `set iterable -> set`, updated.
  case setUpdate
  /// `dict mapping -> dict`, updated: `{**mapping}`.
  case dictUpdate
  /// `callable list dict mapping -> callable list dict`, merged: `f(**mapping)`; TypeError on a
  /// key that is already there.
  case dictMerge
  /// `list -> tuple`
  case listToTuple

  // MARK: Calls

  /// `object -> callable receiver`; the receiver is missing where the callable needs none.
  case loadMethod(NameID)
  /// `callable x0 … xN -> result`
  case call(count: Int32)
  /// `callable receiver x0 … xN -> result`, after `loadMethod`.
  case callMethod(count: Int32)
  /// As `call`; the last of the `count` arguments are keywords, named by the constant tuple.
  case callKeywords(count: Int32, names: ConstantID)
  case callMethodKeywords(count: Int32, names: ConstantID)
  /// `callable list dict -> result`: all arguments spread.
  case callSpread
  /// `default0 … defaultN keywordDefault0 … cell0 … -> function`. How many of each stands in the
  /// code object: `positionalDefaultCount`, `keywordDefaults`, `freeNames`.
  case makeFunction(CodeID)
  /// `base0 … baseN cell0 … -> class`: runs the class body. The cells are its `freeNames`.
  case makeClass(CodeID, bases: Int32)
  /// `value -> ` and leaves the frame.
  case `return`

  // MARK: Generators

  /// `value -> sent`: hands the value out, and gets what `send` brings, or `None`.
  case yield
  /// `iterable -> iterator`, for `yield from`.
  case getDelegate
  /// `iterator sent -> iterator yielded`, or `iterator sent -> result` and jumps when it has ended.
  case delegate(ended: Target)

  // MARK: Exceptions

  /// With 0: raises again what is being handled. With 1: `exception -> `. With 2: `exception cause -> `.
  case raise(count: Int32)
  /// `exception -> previous exception`: the exception is now the one being handled.
  case beginHandler
  /// `previous -> `: handles again what was handled before.
  case endHandler
  /// `exception type -> exception matches`
  case matchException
  /// `exception -> `: raises it again, its traceback as it is.
  case reraise
  /// ` -> AssertionError`, the builtin whatever the module calls by that name.
  case loadAssertionError
  /// `manager -> exit enter`: the two bound methods; TypeError where it is no context manager.
  case prepareWith
  /// `exit previous exception -> exit previous exception suppressed`: calls `exit` with the
  /// exception.
  case callExit

  // MARK: Imports

  /// ` -> module`
  case importModule(NameID)
  /// `module -> module value`; ImportError where the module has no such name.
  case importName(NameID)

  /// After a statement that may have dropped the last reference to an open file: closes those that
  /// nothing refers to any more, as CPython does at once.
  case closeUnreachable
}

package enum FormatConversion: UInt8, Hashable, Sendable { case none, str, repr, ascii }

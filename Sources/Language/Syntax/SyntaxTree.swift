// The tree that the parser makes of a file and the compiler reads. It has CPython 3.11's node kinds,
// less what tutor refuses; the parser reports those, so the compiler never meets them.

import BigInt
import Diagnostics

/// A whole file.
package struct SyntaxTree: Sendable {
  package var source: SourceText
  package var body: [Statement]

  package init(source: SourceText, body: [Statement]) {
    self.source = source
    self.body = body
  }
}

package struct Statement: Sendable {
  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable {
    case expression(Expression)
    /// `targets[0] = targets[1] = … = value`
    case assign(targets: [Expression], value: Expression)
    case augmentedAssign(target: Expression, BinaryOperator, value: Expression)
    /// `target: annotation = value`; the annotation is not evaluated, only its presence is kept.
    case annotatedAssign(target: Expression, annotation: Expression, value: Expression?)
    case delete([Expression])
    case pass, `break`, `continue`
    case `return`(Expression?)
    case raise(Expression?, cause: Expression?)
    case global([Identifier])
    case nonlocal([Identifier])
    case assert(Expression, message: Expression?)
    case `if`(Expression, then: [Statement], else: [Statement])
    case `while`(Expression, body: [Statement], else: [Statement])
    case `for`(target: Expression, in: Expression, body: [Statement], else: [Statement])
    case with([WithItem], body: [Statement])
    case `try`(
      body: [Statement], handlers: [ExceptHandler], else: [Statement], finally: [Statement])
    case function(FunctionDefinition)
    case `class`(ClassDefinition)
    case `import`([ImportAlias])
    /// `from module import names`; no names means `*`.
    case importFrom(module: Identifier, names: [ImportAlias])
  }
}

/// A name with its place.
package struct Identifier: Hashable, Sendable {
  package var name: String
  package var span: Span

  package init(_ name: String, _ span: Span) {
    self.name = name
    self.span = span
  }
}

package struct WithItem: Sendable {
  package var context: Expression
  package var target: Expression?

  package init(context: Expression, target: Expression?) {
    self.context = context
    self.target = target
  }
}

package struct ExceptHandler: Sendable {
  /// The exception type or tuple of types; `nil` for a bare `except:`.
  package var type: Expression?
  package var name: Identifier?
  package var body: [Statement]
  package var span: Span

  package init(type: Expression?, name: Identifier?, body: [Statement], span: Span) {
    self.type = type
    self.name = name
    self.body = body
    self.span = span
  }
}

/// `import name as alias`: `name` may have dots.
package struct ImportAlias: Sendable {
  package var name: Identifier
  package var alias: Identifier?

  package init(name: Identifier, alias: Identifier?) {
    self.name = name
    self.alias = alias
  }
}

package struct FunctionDefinition: Sendable {
  package var name: Identifier
  package var parameters: Parameters
  package var body: [Statement]
  package var decorators: [Expression]

  package init(
    name: Identifier, parameters: Parameters, body: [Statement], decorators: [Expression]
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.decorators = decorators
  }
}

package struct ClassDefinition: Sendable {
  package var name: Identifier
  package var bases: [Argument]
  package var body: [Statement]
  package var decorators: [Expression]

  package init(
    name: Identifier, bases: [Argument], body: [Statement], decorators: [Expression]
  ) {
    self.name = name
    self.bases = bases
    self.body = body
    self.decorators = decorators
  }
}

package struct Parameter: Sendable {
  package var name: Identifier
  package var defaultValue: Expression?

  package init(name: Identifier, defaultValue: Expression?) {
    self.name = name
    self.defaultValue = defaultValue
  }
}

/// A function's parameters, in the order in which they stand: positional-only, positional, `*rest`,
/// keyword-only, `**keywords`.
package struct Parameters: Sendable {
  package var positionalOnly: [Parameter] = []
  package var positional: [Parameter] = []
  package var rest: Identifier?
  package var keywordOnly: [Parameter] = []
  package var keywords: Identifier?

  package init() {}
}

/// One argument of a call or a base of a class.
package struct Argument: Sendable {
  package enum Kind: Sendable {
    case positional
    case keyword(Identifier)
    /// `*value`
    case spread
    /// `**value`
    case keywordSpread
  }

  package var kind: Kind
  package var value: Expression

  package init(_ kind: Kind, _ value: Expression) {
    self.kind = kind
    self.value = value
  }
}

package struct Expression: Sendable {
  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable {
    case name(String)
    case constant(Constant)
    /// An f-string: adjacent literals are already one.
    case formatted([FormattedPart])
    case list([Expression])
    case tuple([Expression])
    case set([Expression])
    /// A key of `nil` is a `**value`.
    case dict([(key: Expression?, value: Expression)])
    /// `*value`, only within a list, tuple, set, or an assignment's target.
    case starred(Expression)
    case unary(UnaryOperator, Expression)
    case binary(Expression, BinaryOperator, Expression)
    /// `first op0 rest0 op1 rest1 …`
    case comparison(Expression, [(op: ComparisonOperator, right: Expression)])
    case and([Expression])
    case or([Expression])
    case call(Expression, [Argument])
    case attribute(Expression, Identifier)
    case `subscript`(Expression, Expression)
    /// Only as the index of a subscript, alone or within its tuple.
    case slice(Expression?, Expression?, Expression?)
    case conditional(condition: Expression, then: Expression, else: Expression)
    case lambda(Parameters, body: Expression)
    case listComprehension(Expression, [ComprehensionClause])
    case setComprehension(Expression, [ComprehensionClause])
    case dictComprehension(key: Expression, value: Expression, [ComprehensionClause])
    case generator(Expression, [ComprehensionClause])
    /// `name := value`
    case named(Identifier, Expression)
    case yield(Expression?)
    case yieldFrom(Expression)
  }
}

/// A literal's value.
package enum Constant: Hashable, Sendable {
  case none, ellipsis
  case bool(Bool)
  case integer(BigInt)
  case float(Double)
  /// The code points, so that a lone surrogate (`"\ud800"`) has a place.
  case string([UInt32])
  case bytes([UInt8])

  /// A string constant of ordinary text.
  package static func text(_ text: String) -> Constant {
    .string(text.unicodeScalars.map(\.value))
  }
}

/// A stretch of an f-string.
package enum FormattedPart: Sendable {
  case text([UInt32])
  /// `{value!conversion:specification}`; `{value=}` is already split into its text and its value.
  case value(Expression, conversion: Conversion?, specification: [FormattedPart])

  package enum Conversion: Sendable { case str, repr, ascii }
}

/// `for target in source if condition if condition`
package struct ComprehensionClause: Sendable {
  package var target: Expression
  package var source: Expression
  package var conditions: [Expression]

  package init(target: Expression, source: Expression, conditions: [Expression]) {
    self.target = target
    self.source = source
    self.conditions = conditions
  }
}

package enum UnaryOperator: UInt8, Hashable, Sendable { case not, minus, plus, invert }

package enum BinaryOperator: UInt8, Hashable, Sendable {
  case add, subtract, multiply, divide, floorDivide, modulo, power
  case shiftLeft, shiftRight, bitAnd, bitOr, bitXor, matrixMultiply
}

package enum ComparisonOperator: UInt8, Hashable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case `in`, notIn, `is`, isNot
}

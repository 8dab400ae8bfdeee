// A function or method that the machine itself provides.

import Language

/// What a call brings when it is not bound to a signature.
package struct Arguments: Sendable {
  /// The receiver first, for a method.
  package var positional: [Value]
  package var keywords: [Keyword]

  package struct Keyword: Sendable {
    package var name: Text
    package var value: Value
  }

  /// All of them, those without a name first.
  package var values: [Value] { positional + keywords.map(\.value) }

  package init(positional: [Value], keywords: [Keyword] = []) {
    self.positional = positional
    self.keywords = keywords
  }
}

/// A builtin function or method. For a method the receiver is the first argument.
package struct BuiltinFunction: Sendable {
  package typealias Zero = @Sendable (inout Machine) throws(Interrupt) -> Value
  package typealias One = @Sendable (inout Machine, Value) throws(Interrupt) -> Value
  package typealias Two = @Sendable (inout Machine, Value, Value) throws(Interrupt) -> Value
  package typealias Bound = @Sendable (inout Machine, [Value]) throws(Interrupt) -> Value
  package typealias Free = @Sendable (inout Machine, Arguments) throws(Interrupt) -> Value

  /// How it takes its arguments. The first three are the fast ways, positional only.
  package enum Body: Sendable {
    case zero(Zero)
    case one(One)
    case two(Two)
    /// Its arguments in the signature's order, `.missing` where one was left out; then, where the
    /// signature has them, `*rest` as a tuple and `**keywords` as a dict.
    case bound(Signature, Bound)
    case free(Free)
  }

  /// What reading it as an attribute of its owner's instance gives.
  package enum Role: UInt8, Sendable {
    /// A plain function, or a method that is bound to the instance.
    case method
    /// The attribute's value: called at once with the instance.
    case getter
    /// Called with instance and value when the attribute is assigned; it shares the getter's name.
    case setter
    /// The function itself, unbound.
    case staticMethod
    /// Bound to the type.
    case classMethod
  }

  /// Its `__name__`: `append`.
  package var name: String
  /// The type that owns it, for a method.
  package var owner: TypeID?
  package var role: Role
  package var body: Body
  /// Whether it may itself need the world; the library knows those that never do.
  package var mayWait = true

  package init(_ name: String, of owner: TypeID? = nil, as role: Role = .method, _ body: Body) {
    self.name = name
    self.owner = owner
    self.role = role
    self.body = body
  }
}

/// A builtin's parameters, written as Python writes them: `"iterable, /, *, key=None, reverse=False"`.
/// A default says only that the argument may be left out; its value is the body's business.
package struct Signature: Sendable {
  package struct Parameter: Sendable {
    package var name: String
    package var isOptional: Bool
    package var isPositional: Bool
    package var isKeyword: Bool
  }

  package var parameters: [Parameter] = []
  package var rest: String?
  package var keywords: String?
  /// How many parameters can be given by position.
  let positionalCount: Int
  /// How many must be given, where all of those can be given by position; else too many to be met.
  let requiredCount: Int

  package init(_ text: String) {
    var positionalOnlyUpTo = 0
    var keywordOnly = false
    for part in text.split(separator: ",") {
      let word = part.drop { $0 == " " }
      if word == "/" {
        positionalOnlyUpTo = parameters.count
      } else if word == "*" {
        keywordOnly = true
      } else if word.hasPrefix("**") {
        keywords = String(word.dropFirst(2))
      } else if word.hasPrefix("*") {
        rest = String(word.dropFirst())
        keywordOnly = true
      } else {
        let pieces = word.split(separator: "=", maxSplits: 1)
        parameters.append(
          Parameter(
            name: String(pieces[0]), isOptional: pieces.count > 1, isPositional: !keywordOnly,
            isKeyword: true))
      }
    }
    for index in 0..<positionalOnlyUpTo { parameters[index].isKeyword = false }
    positionalCount = parameters.prefix { $0.isPositional }.count
    requiredCount =
      parameters.contains { !$0.isOptional && !$0.isPositional }
      ? .max : parameters.count { !$0.isOptional }
  }
}

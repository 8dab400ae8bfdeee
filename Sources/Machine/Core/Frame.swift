/// One call in progress.
struct Frame {
  enum Kind: UInt8 {
    /// Its result goes to its caller.
    case function
    /// An `__init__`: its caller gets the instance.
    case initializer
    /// A class body: its caller gets the class.
    case classBody
    /// A generator stepped by `for`: what it yields is the next item.
    case generatorInLoop
    /// A generator stepped by `yield from`: what it yields is handed on.
    case generatorInDelegation
    /// A generator stepped by `next`, `send` or a builtin.
    case generatorCalled
  }

  var code: UInt32
  /// The instruction in progress, while another frame is above this one.
  var pc: Int32 = 0
  /// Where its slots start on the stack.
  var base: Int32
  /// Where its caller expects the result.
  var returnTop: Int32
  var kind: Kind
  /// The instance of an initializer, the class of a class body, the generator.
  var owner: Value = .missing
  /// The exception that its caller was handling.
  var handledBefore: Value = .none
}

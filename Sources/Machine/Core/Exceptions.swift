// Raising, catching and chaining exceptions.

import Diagnostics
import Language

extension Machine {
  // MARK: Making

  /// An exception of a builtin type with one text argument, ready to be thrown.
  mutating func raise(_ type: TypeID, _ message: String) -> Interrupt {
    .raised(makeException(.type(type), [make(message)]))
  }

  mutating func raise(_ type: TypeID, arguments: [Value] = []) -> Interrupt {
    .raised(makeException(.type(type), arguments))
  }

  /// An exception object whose context is what is being handled.
  mutating func makeException(_ type: Value, _ arguments: [Value]) -> Value {
    var exception = ExceptionObject(type: type, arguments: arguments)
    if builtinBase(of: type).isSubtype(of: .osError), arguments.count >= 2 {
      if type == .type(.osError), case .int(let number) = arguments[0] {
        exception.type = .type(SystemErrors.type(Int32(truncatingIfNeeded: number)))
      }
      exception.attributes.set(.errno, arguments[0])
      exception.attributes.set(.strerror, arguments[1])
      exception.attributes.set(.filename, arguments.count > 2 ? arguments[2] : .none)
      exception.attributes.set(.filename2, arguments.count > 4 ? arguments[4] : .none)
      exception.arguments = Array(arguments.prefix(2))
    }
    return make(.exception(exception))
  }

  /// `TypeError` and its like, where an `OSError` with a number gets its own subtype.
  mutating func raise(_ failure: Failure) -> Interrupt {
    switch failure {
    case .overReleased:
      return raise(.valueError, "semaphore or lock released too many times")
    case .endOfFile: return raise(.eofError)
    case .outsideFolder(let path):
      let type = Value.type(.permissionError)
      return .raised(
        makeException(
          type, [.int(13), make("Permission denied: outside the program's folder"), make(path)]))
    case .system(let number, let path): return raise(system: number, path.map { [make($0)] } ?? [])
    }
  }

  /// What the operating system refused: an OSError of the kind that its number says.
  mutating func raise(system number: Int32, _ places: [Value]) -> Interrupt {
    let arguments: [Value] = [.int(Int(number)), make(SystemErrors.message(number))] + places
    return .raised(makeException(.type(SystemErrors.type(number)), arguments))
  }

  // MARK: Looking

  func exception(_ value: Value) -> ExceptionObject? {
    if case .exception(let exception)? = object(value) { exception } else { nil }
  }

  mutating func withException(_ value: Value, _ body: (inout ExceptionObject) -> Void) {
    guard let index = value.heapIndex, case .exception(var exception) = heap[index] else { return }
    body(&exception)
    heap[index] = .exception(exception)
  }

  func isExceptionType(_ value: Value) -> Bool {
    isType(value) && builtinBase(of: value).isException
  }

  /// Whether an `except` clause of this type, or tuple of types, catches the exception.
  mutating func matches(_ exception: Value, _ type: Value) throws(Interrupt) -> Bool {
    if let types = tuple(type) {
      for each in types where try matches(exception, each) { return true }
      return false
    }
    guard isExceptionType(type) else {
      throw raise(
        .typeError,
        "catching classes that do not inherit from BaseException is not allowed")
    }
    return isInstance(exception, ofType: type)
  }

  /// What observers and reports see of an exception.
  mutating func summary(of value: Value) -> ExceptionSummary {
    guard let exception = exception(value) else {
      return ExceptionSummary(type: "Exception", message: "", line: 0)
    }
    let line = exception.traceback.first.map { image.code($0.code).spans[Int($0.pc)].line } ?? 0
    return ExceptionSummary(
      type: qualifiedName(ofType: exception.type), message: quietText(of: value), line: line)
  }

  /// As the last line of a traceback calls it.
  func qualifiedName(ofType type: Value) -> String {
    if case .type(let id) = type { return id.qualifiedName }
    return userClass(type)?.qualifiedName.string ?? "object"
  }

  // MARK: The raise statement

  /// `raise exception from cause`: the value to throw.
  mutating func raiseStatement(_ raised: Value, cause: Value) throws(Interrupt) -> Interrupt {
    let exception = try instantiateException(
      raised, "exceptions must derive from BaseException")
    if cause != .missing {
      let causeValue =
        cause == .none
        ? Value.none
        : try instantiateException(cause, "exception causes must derive from BaseException")
      withException(exception) {
        $0.cause = causeValue
        $0.suppressesContext = true
      }
    }
    return .raised(exception)
  }

  private mutating func instantiateException(
    _ value: Value, _ complaint: String
  ) throws(Interrupt) -> Value {
    if exception(value) != nil { return value }
    guard isExceptionType(value) else { throw raise(.typeError, complaint) }
    let made = try call(value, [])
    guard exception(made) != nil else { throw raise(.typeError, complaint) }
    return made
  }

  /// Sets `__context__` to what is being handled, unless that would close a circle.
  private mutating func chain(_ raised: Value) {
    let context = currentlyHandled
    guard context != .none, context != raised else { return }
    guard let exception = exception(raised), exception.context == .none else { return }
    var walker = context
    while let next = self.exception(walker)?.context, next != .none {
      if next == raised {
        withException(walker) { $0.context = .none }
        break
      }
      walker = next
    }
    withException(raised) { $0.context = context }
  }

  /// The exception being handled. A generator that handles none of its own is within what its caller
  /// handles, who need not be the one that it had before.
  var currentlyHandled: Value {
    if handled != .missing { return handled }
    for frame in frames.reversed() where frame.handledBefore != .missing {
      return frame.handledBefore
    }
    return .none
  }

  // MARK: Unwinding

  /// Looks for a handler from the topmost frame down, and stands at its first instruction.
  /// - Throws: the exception, where no frame above `floor` handles it; those frames are gone then.
  mutating func unwind(_ raised: Value, above floor: Int) throws(Interrupt) {
    var exception = raised
    if !keepsTraceback { chain(exception) }
    while frames.count > floor {
      let frame = frames[frames.count - 1]
      if !keepsTraceback {
        let entry = TracebackEntry(code: frame.code, pc: Int32(pc))
        withException(exception) { $0.traceback.append(entry) }
      }
      keepsTraceback = false
      let code = image.code(frame.code)
      if let handler = code.handlers.first(where: { $0.start <= pc && pc < $0.end }) {
        top = Int(frame.base) + code.slotCount + Int(handler.depth)
        push(exception)
        pc = Int(handler.target)
        return
      }
      exception = leaveFrame(raising: exception)
    }
    throw .raised(exception)
  }

  /// Drops the topmost frame because of an exception, which a generator's frame may replace.
  private mutating func leaveFrame(raising exception: Value) -> Value {
    let frame = frames.removeLast()
    handled = frame.handledBefore
    top = Int(frame.returnTop)
    if let caller = frames.last { pc = Int(caller.pc) }
    guard let index = frame.owner.heapIndex, case .generator(var generator) = heap[index] else {
      return exception
    }
    generator.state = .ended
    generator.stack = []
    heap[index] = .generator(generator)
    guard isInstance(exception, of: .stopIteration) else { return exception }
    guard case .raised(let replacement) = raise(.runtimeError, "generator raised StopIteration")
    else { return exception }
    withException(replacement) {
      $0.cause = exception
      $0.context = exception
      $0.suppressesContext = true
    }
    return replacement
  }

  // MARK: What cannot be decided

  /// A fault of an exploration: the program's next step depends on a value without a small set of
  /// possibilities.
  mutating func undecidable(_ kind: OpaqueKind) -> Interrupt {
    let refusal: Wording =
      switch kind {
      case .clock: .says("a decision that depends on the clock")
      case .chance: .says("a decision that depends on a random number")
      case .processNumber: .says("a decision that depends on a process number")
      case .address: .says("a decision that depends on an object's address")
      }
    effect = .unsupported(diagnostic(refusal))
    return .suspended
  }

  func diagnostic(_ feature: Wording) -> Diagnostic {
    var span: Span?
    if let frame = frames.last { span = image.code(frame.code).spans[pc] }
    return Diagnostic(.unsupported, feature, at: span)
  }
}

/// The operating system's error numbers that programs meet.
enum SystemErrors {
  static func type(_ number: Int32) -> TypeID {
    switch number {
    case 1, 13: .permissionError
    case 2: .fileNotFoundError
    case 3: .processLookupError
    case 4: .interruptedError
    case 10: .childProcessError
    case 11: .blockingIOError
    case 17: .fileExistsError
    case 20: .notADirectoryError
    case 21: .isADirectoryError
    case 32: .brokenPipeError
    case 103: .connectionAbortedError
    case 104: .connectionResetError
    case 110: .timeoutError
    case 111: .connectionRefusedError
    default: .osError
    }
  }

  static func message(_ number: Int32) -> String {
    switch number {
    case 1: "Operation not permitted"
    case 2: "No such file or directory"
    case 3: "No such process"
    case 4: "Interrupted system call"
    case 5: "Input/output error"
    case 9: "Bad file descriptor"
    case 10: "No child processes"
    case 11: "Resource temporarily unavailable"
    case 12: "Cannot allocate memory"
    case 13: "Permission denied"
    case 17: "File exists"
    case 20: "Not a directory"
    case 21: "Is a directory"
    case 22: "Invalid argument"
    case 24: "Too many open files"
    case 27: "File too large"
    case 28: "No space left on device"
    case 30: "Read-only file system"
    case 32: "Broken pipe"
    case 36: "File name too long"
    case 39: "Directory not empty"
    case 40: "Too many levels of symbolic links"
    case 103: "Software caused connection abort"
    case 104: "Connection reset by peer"
    case 110: "Connection timed out"
    case 111: "Connection refused"
    default: "Unknown error \(number)"
    }
  }
}

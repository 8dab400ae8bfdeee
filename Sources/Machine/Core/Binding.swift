// From the arguments of a call to a function's slots, and what is said where they do not fit.

import Language

extension Machine {
  /// The slots with which a call of the function starts.
  mutating func bind(
    _ arguments: Arguments, to function: FunctionObject
  ) throws(Interrupt) -> [Value] {
    let code = image.code(function.code)
    var slots = [Value](repeating: .missing, count: code.slotCount)
    let named = code.positionalCount + code.keywordDefaults.count
    let given = arguments.positional.count
    for index in 0..<min(given, code.positionalCount) { slots[index] = arguments.positional[index] }
    var extra: [(Value, Value)] = []
    for keyword in arguments.keywords {
      let name = keyword.name.string
      if let slot = code.slotNames[..<named].firstIndex(of: name),
        slot >= code.positionalOnlyCount
      {
        guard slots[slot] == .missing else {
          throw raise(
            .typeError, "\(code.qualifiedName)() got multiple values for argument '\(name)'")
        }
        slots[slot] = keyword.value
      } else if code.hasKeywords {
        extra.append((make(text: keyword.name), keyword.value))
      } else {
        throw unexpectedKeyword(name, code)
      }
    }
    if code.hasRest {
      slots[named] = make(tuple: Array(arguments.positional.dropFirst(code.positionalCount)))
    } else if given > code.positionalCount {
      throw tooMany(given, slots, code)
    }
    if code.hasKeywords { slots[named + (code.hasRest ? 1 : 0)] = try makeDict(extra) }
    try fillDefaults(&slots, function, code)
    let firstFree = code.slotCount - code.freeNames.count
    for (index, cell) in function.closure.enumerated() { slots[firstFree + index] = cell }
    return slots
  }

  private mutating func fillDefaults(
    _ slots: inout [Value], _ function: FunctionObject, _ code: CodeObject
  ) throws(Interrupt) {
    let firstDefault = code.positionalCount - function.defaults.count
    var missing: [String] = []
    for index in 0..<code.positionalCount where slots[index] == .missing {
      if index >= firstDefault {
        slots[index] = function.defaults[index - firstDefault]
      } else {
        missing.append(code.slotNames[index])
      }
    }
    guard missing.isEmpty else { throw missingArguments(missing, "positional", code) }
    for index in code.keywordDefaults.indices {
      let slot = code.positionalCount + index
      if slots[slot] == .missing { slots[slot] = function.keywordDefaults[index] }
      if slots[slot] == .missing { missing.append(code.slotNames[slot]) }
    }
    guard missing.isEmpty else { throw missingArguments(missing, "keyword-only", code) }
  }

  private mutating func missingArguments(
    _ names: [String], _ kind: String, _ code: CodeObject
  ) -> Interrupt {
    let quoted = names.map { "'\($0)'" }
    let list =
      switch quoted.count {
      case 1: quoted[0]
      case 2: quoted.joined(separator: " and ")
      default: quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
      }
    return raise(
      .typeError,
      "\(code.qualifiedName)() missing \(names.count) required \(kind) "
        + "argument\(names.count == 1 ? "" : "s"): \(list)")
  }

  private mutating func unexpectedKeyword(_ name: String, _ code: CodeObject) -> Interrupt {
    if code.slotNames[..<code.positionalOnlyCount].contains(name) {
      return raise(
        .typeError,
        "\(code.qualifiedName)() got some positional-only arguments passed as keyword arguments: "
          + "'\(name)'")
    }
    return raise(
      .typeError, "\(code.qualifiedName)() got an unexpected keyword argument '\(name)'")
  }

  private mutating func tooMany(
    _ given: Int, _ slots: [Value], _ code: CodeObject
  ) -> Interrupt {
    let least = code.positionalCount - code.positionalDefaultCount
    let takes =
      least == code.positionalCount
      ? "\(least) positional argument\(least == 1 ? "" : "s")"
      : "from \(least) to \(code.positionalCount) positional arguments"
    let keywordOnly = code.keywordDefaults.indices.count {
      slots[code.positionalCount + $0] != .missing
    }
    let were =
      keywordOnly == 0
      ? "\(given) \(given == 1 ? "was" : "were") given"
      : "\(given) positional argument\(given == 1 ? "" : "s") (and \(keywordOnly) keyword-only "
        + "argument\(keywordOnly == 1 ? "" : "s")) were given"
    return raise(.typeError, "\(code.qualifiedName)() takes \(takes) but \(were)")
  }

  // MARK: Builtins

  @inline(__always)
  mutating func callBuiltin(_ id: BuiltinID, first: Int, count: Int) throws(Interrupt) -> Value {
    switch image.library.functions[Int(id.index)].body {
    case .one(let body) where count == 1: return try body(&self, stack.values[first])
    case .two(let body) where count == 2:
      return try body(&self, stack.values[first], stack.values[first + 1])
    case .zero(let body) where count == 0: return try body(&self)
    default: return try callBuiltin(id, Arguments(positional: topValues(count)))
    }
  }

  mutating func callBuiltin(_ id: BuiltinID, _ arguments: Arguments) throws(Interrupt) -> Value {
    let function = image.library.functions[Int(id.index)]
    let given = arguments.positional
    switch function.body {
    case .free(let body): return try body(&self, arguments)
    case .bound(let signature, let body):
      return try body(&self, bind(arguments, to: signature, of: function))
    case .zero(let body):
      try check(arguments, takes: 0, function)
      return try body(&self)
    case .one(let body):
      try check(arguments, takes: 1, function)
      return try body(&self, given[0])
    case .two(let body):
      try check(arguments, takes: 2, function)
      return try body(&self, given[0], given[1])
    }
  }

  /// As CPython counts: a method's receiver is not an argument.
  private mutating func check(
    _ arguments: Arguments, takes count: Int, _ function: BuiltinFunction
  ) throws(Interrupt) {
    let name = builtinName(function)
    let isPython = isWrittenInPython(function)
    guard arguments.keywords.isEmpty else {
      let word = arguments.keywords[0].name.string
      let fault =
        isPython ? "got an unexpected keyword argument '\(word)'" : "takes no keyword arguments"
      throw raise(.typeError, "\(name)() \(fault)")
    }
    guard arguments.positional.count != count else { return }
    if isPython, arguments.positional.count > count {
      throw tooManyForPython(name, takes: count, given: arguments.positional.count)
    }
    let receiver = function.owner == nil || function.role == .staticMethod ? 0 : 1
    let given = arguments.positional.count - receiver
    let wanted = count - receiver
    let takes =
      switch wanted {
      case 0: "takes no arguments"
      case 1: "takes exactly one argument"
      default: "expected \(wanted) arguments, got \(given)"
      }
    throw raise(
      .typeError, wanted > 1 ? "\(name) \(takes)" : "\(name)() \(takes) (\(given) given)")
  }

  /// As for a function that is written in Python, whose receiver counts.
  private mutating func tooManyForPython(
    _ name: String, takes least: Int, to most: Int? = nil, given: Int
  ) -> Interrupt {
    let most = most ?? least
    let takes = least == most ? "\(most)" : "from \(least) to \(most)"
    let plural = most == 1 ? "" : "s"
    return raise(
      .typeError,
      "\(name)() takes \(takes) positional argument\(plural) but \(given) were given")
  }

  /// Whether CPython has it in Python; of locks it has only that which makes them.
  private func isWrittenInPython(_ function: BuiltinFunction) -> Bool {
    switch function.owner {
    case .lock, .rlock, .semaphore, .boundedSemaphore: function.name == "__init__"
    case let owner: owner?.isWrittenInPython ?? false
    }
  }

  func builtinName(_ function: BuiltinFunction) -> String {
    guard let owner = function.owner else { return function.name }
    switch owner {
    case .process: return "BaseProcess.\(function.name)"
    case .connection: return "_ConnectionBase.\(function.name)"
    case .queue, .joinableQueue, .simpleQueue, .condition, .event, .barrier, .lock, .rlock,
      .semaphore, .boundedSemaphore:
      // What programs call there is a method of CPython's context.
      return function.name == "__init__"
        ? "BaseContext.\(owner.name)" : "\(owner.name).\(function.name)"
    default: return "\(owner.name).\(function.name)"
    }
  }

  private mutating func bind(
    _ arguments: Arguments, to signature: Signature, of function: BuiltinFunction
  ) throws(Interrupt) -> [Value] {
    if arguments.keywords.isEmpty, signature.rest == nil, signature.keywords == nil,
      arguments.positional.count <= signature.positionalCount,
      arguments.positional.count >= signature.requiredCount
    {
      var values = arguments.positional
      while values.count < signature.parameters.count { values.append(.missing) }
      return values
    }
    let isPython = isWrittenInPython(function)
    let isConstructor = function.name == "__new__"
    let name =
      isPython
      ? builtinName(function)
      : isConstructor ? function.owner?.name ?? function.name : function.name
    let parameters = signature.parameters
    let receiver =
      function.owner == nil || (function.role == .staticMethod && !isConstructor) ? 0 : 1
    var values = [Value](repeating: .missing, count: parameters.count)
    let positional = parameters.prefix { $0.isPositional }.count
    let given = arguments.positional
    for index in 0..<min(given.count, positional) { values[index] = given[index] }
    if given.count > positional, signature.rest == nil {
      let least = parameters.prefix(positional).count { !$0.isOptional }
      let wanted = positional - receiver
      if isPython {
        throw tooManyForPython(name, takes: least, to: positional, given: given.count)
      }
      // CPython words it by whether the function knows its parameters' names.
      if !parameters.prefix(positional).contains(where: \.isKeyword) {
        let bound = least == positional ? "" : "at most "
        throw raise(
          .typeError,
          "\(name) expected \(bound)\(wanted) argument\(wanted == 1 ? "" : "s"), "
            + "got \(given.count - receiver)")
      }
      let bound = least == positional ? "exactly" : "at most"
      throw raise(
        .typeError,
        "\(name)() takes \(bound) \(wanted) argument\(wanted == 1 ? "" : "s") "
          + "(\(given.count - receiver) given)")
    }
    var extra: [(Value, Value)] = []
    for keyword in arguments.keywords {
      let word = keyword.name.string
      if let index = parameters.firstIndex(where: { $0.name == word && $0.isKeyword }) {
        guard values[index] == .missing else {
          throw raise(.typeError, "\(name)() got multiple values for argument '\(word)'")
        }
        values[index] = keyword.value
      } else if signature.keywords != nil {
        extra.append((make(text: keyword.name), keyword.value))
      } else {
        throw raise(
          .typeError,
          isPython
            ? "\(name)() got an unexpected keyword argument '\(word)'"
            : "'\(word)' is an invalid keyword argument for \(name)()")
      }
    }
    if isPython { try checkNoneIsMissing(values, name, parameters) }
    for (index, parameter) in parameters.enumerated()
    where values[index] == .missing && !parameter.isOptional {
      throw raise(
        .typeError,
        parameter.isKeyword
          ? "\(name)() missing required argument '\(parameter.name)' (pos \(index + 1 - receiver))"
          : tooFew(name, parameters, given.count - receiver, receiver))
    }
    if signature.rest != nil { values.append(make(tuple: Array(given.dropFirst(positional)))) }
    if signature.keywords != nil { values.append(try makeDict(extra)) }
    return values
  }

  private mutating func checkNoneIsMissing(
    _ values: [Value], _ name: String, _ parameters: [Signature.Parameter]
  ) throws(Interrupt) {
    let missing = parameters.indices.filter { values[$0] == .missing && !parameters[$0].isOptional }
    guard !missing.isEmpty else { return }
    let names = missing.map { "'\(parameters[$0].name)'" }
    let list =
      names.count == 1
      ? names[0]
      : names.dropLast().joined(separator: ", ") + (names.count > 2 ? ", and " : " and ")
        + names[names.count - 1]
    throw raise(
      .typeError,
      "\(name)() missing \(names.count) required positional argument\(names.count == 1 ? "" : "s"): "
        + list)
  }

  private func tooFew(
    _ name: String, _ parameters: [Signature.Parameter], _ given: Int, _ receiver: Int
  ) -> String {
    let least = parameters.count { !$0.isOptional } - receiver
    let bound = least == parameters.count - receiver ? "" : "at least "
    return "\(name) expected \(bound)\(least) argument\(least == 1 ? "" : "s"), got \(given)"
  }
}

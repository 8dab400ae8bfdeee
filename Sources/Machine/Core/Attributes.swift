// Reading, setting and deleting attributes, and binding methods.

import Language

extension Machine {
  // MARK: Reading

  mutating func attribute(_ name: NameID, of value: Value) throws(Interrupt) -> Value {
    if let found = try attributeIfPresent(name, of: value) { return found }
    throw missingAttribute(name, of: value)
  }

  /// nil where there is no such attribute; other exceptions of a property or `__getattr__` pass.
  mutating func attributeIfPresent(
    _ name: NameID, of value: Value
  ) throws(Interrupt) -> Value? {
    guard case .object(let reference) = value else {
      return try attributeOfPlainValue(name, of: value)
    }
    switch object(at: reference) {
    case .instance(let instance):
      return try instanceAttribute(
        name, of: value, type: instance.type, attributes: instance.attributes)
    case .exception(let exception):
      if let special = exceptionAttribute(name, exception) { return special }
      return try instanceAttribute(
        name, of: value, type: exception.type, attributes: exception.attributes)
    case .userClass: return try attributeOfClass(name, value)
    case .function(let function): return try functionAttribute(name, value, function)
    case .method(let receiver, let function):
      if name == NameID(.dunderSelf) { return receiver }
      if name == NameID(.dunderFunc) { return function }
      return try attributeIfPresent(name, of: function)
    case .superObject(let start, let receiver):
      return try superAttribute(name, after: start, receiver)
    case .property
    where name == NameID(.setter) || name == NameID(.getter)
      || name == NameID(.deleter):
      return try typeAttribute(name, of: value)
    default: return try typeAttribute(name, of: value)
    }
  }

  private mutating func attributeOfPlainValue(
    _ name: NameID, of value: Value
  ) throws(Interrupt) -> Value? {
    switch value {
    case .type: return try attributeOfClass(name, value)
    case .module(let id):
      if name == NameID(.dunderName) { return make(id.name) }
      let found = image.library.contents(of: id)[name]
      if case .builtin(let getter)? = found,
        image.library.functions[Int(getter.index)].role == .getter
      {
        return try callBuiltin(getter, Arguments(positional: [value]))
      }
      return found
    case .builtin(let id):
      let function = image.library.functions[Int(id.index)]
      if name == NameID(.dunderName) { return make(function.name) }
      if name == NameID(.dunderQualname) { return make(builtinName(function)) }
      return try typeAttribute(name, of: value)
    default: return try typeAttribute(name, of: value)
    }
  }

  private mutating func instanceAttribute(
    _ name: NameID, of value: Value, type: Value, attributes: AttributeTable
  ) throws(Interrupt) -> Value? {
    let found = classAttribute(name, of: type)
    if let found, isDataDescriptor(found) { return try bind(found, to: value, type: type) }
    if let own = attributes[name], own != .missing { return own }
    if let found { return try bind(found, to: value, type: type) }
    if name == NameID(.dunderClass) { return type }
    if name == NameID(.dunderDict) { return try makeDict(of: attributes) }
    if name == NameID(.dunderDoc) { return Value.none }
    if let plain = image.library.plainMethods[name] {
      return try bind(plain, to: value, type: type)
    }
    if type.heapIndex != nil || type == .type(.namespaceProxy),
      let fallback = classAttribute(NameID(.dunderGetAttr), of: type)
    {
      let text = make(spelling(of: name))
      return try call(fallback, [value, text])
    }
    return nil
  }

  private mutating func typeAttribute(
    _ name: NameID, of value: Value
  ) throws(Interrupt) -> Value? {
    let type = type(of: value)
    if let found = classAttribute(name, of: type) {
      return try bind(found, to: value, type: type)
    }
    if name == NameID(.dunderClass) { return type }
    if let plain = image.library.plainMethods[name] {
      return try bind(plain, to: value, type: type)
    }
    return nil
  }

  /// An attribute of a class, as found along its resolution order, unbound.
  func classAttribute(_ name: NameID, of type: Value) -> Value? {
    if case .type(let id) = type { return image.library.attribute(name, of: id) }
    guard let found = userClass(type) else { return nil }
    for base in found.resolutionOrder {
      if case .type(let id) = base {
        if let found = image.library.attribute(name, of: id) { return found }
      } else if let own = userClass(base)?.attributes[name] {
        return own
      }
    }
    return nil
  }

  private mutating func attributeOfClass(
    _ name: NameID, _ type: Value
  ) throws(Interrupt) -> Value? {
    if let found = classAttribute(name, of: type) {
      switch object(found) {
      case .staticMethod(let function): return function
      case .classMethod(let function):
        return make(.method(receiver: type, function: function))
      default: break
      }
      if case .builtin(let id) = found {
        switch image.library.functions[Int(id.index)].role {
        case .classMethod: return make(.method(receiver: type, function: found))
        case .method, .getter, .setter, .staticMethod: return found
        }
      }
      return found
    }
    switch name {
    case NameID(.dunderName): return make(self.name(ofType: type))
    case NameID(.dunderQualname):
      return make(userClass(type)?.qualifiedName.string ?? self.name(ofType: type))
    case NameID(.dunderModule):
      if case .type(let id) = type { return make(id.module) }
      return make("__main__")
    case NameID(.dunderMro): return make(tuple: fullResolutionOrder(of: type))
    case NameID(.dunderBases): return make(tuple: bases(of: type))
    case NameID(.dunderClass): return .type(.type)
    case NameID(.dunderDoc): return Value.none
    case NameID(.dunderDict):
      return try makeDict(of: userClass(type)?.attributes ?? AttributeTable())
    default: return image.library.plainMethods[name]
    }
  }

  private mutating func functionAttribute(
    _ name: NameID, _ value: Value, _ function: FunctionObject
  ) throws(Interrupt) -> Value? {
    if let own = function.attributes[name] { return own }
    let code = image.code(function.code)
    switch name {
    case NameID(.dunderName): return make(code.name)
    case NameID(.dunderQualname): return make(code.qualifiedName)
    case NameID(.dunderModule): return make("__main__")
    case NameID(.dunderDoc):
      if case .string(let points)? = code.docstring { return make(text: Text(codePoints: points)) }
      return Value.none
    case NameID(.dunderDefaults):
      return function.defaults.isEmpty ? Value.none : make(tuple: function.defaults)
    case NameID(.dunderDict): return try makeDict(of: function.attributes)
    default: return try typeAttribute(name, of: value)
    }
  }

  private mutating func exceptionAttribute(
    _ name: NameID, _ exception: ExceptionObject
  ) -> Value? {
    switch name {
    case NameID(.args): return make(tuple: exception.arguments)
    case NameID(.dunderCause): return exception.cause
    case NameID(.dunderContext): return exception.context
    case NameID(.dunderSuppressContext): return .bool(exception.suppressesContext)
    case NameID(.dunderTraceback): return Value.none
    case NameID(.value) where builtinBase(of: exception.type) == .stopIteration,
      NameID(.code) where builtinBase(of: exception.type) == .systemExit:
      switch exception.arguments.count {
      case 0: return Value.none
      case 1: return exception.arguments[0]
      default: return make(tuple: exception.arguments)
      }
    case NameID(.errno), NameID(.strerror), NameID(.filename):
      guard builtinBase(of: exception.type).isSubtype(of: .osError) else { return nil }
      return exception.attributes[name] ?? Value.none
    default: return nil
    }
  }

  private mutating func superAttribute(
    _ name: NameID, after start: Value, _ receiver: Value
  ) throws(Interrupt) -> Value? {
    let type = isType(receiver) ? receiver : self.type(of: receiver)
    let order = resolutionOrder(of: type)
    guard let index = order.firstIndex(of: start) else { return nil }
    for base in order[(index + 1)...] {
      let found: Value?
      if case .type(let id) = base {
        found = image.library.attribute(name, of: id)
      } else {
        found = userClass(base)?.attributes[name]
      }
      guard let found else { continue }
      if isType(receiver) {
        if case .classMethod(let function)? = object(found) {
          return make(.method(receiver: receiver, function: function))
        }
        return found
      }
      return try bind(found, to: receiver, type: type)
    }
    guard let plain = image.library.plainMethods[name] else { return nil }
    return isType(receiver) ? plain : try bind(plain, to: receiver, type: type)
  }

  // MARK: Binding

  /// Properties and getters win over an instance's own attribute of that name.
  private func isDataDescriptor(_ value: Value) -> Bool {
    if case .builtin(let id) = value {
      return image.library.functions[Int(id.index)].role == .getter
    }
    if case .property? = object(value) { return true }
    return false
  }

  /// What an attribute found on the type gives when it is read from an instance.
  mutating func bind(
    _ found: Value, to receiver: Value, type: Value
  ) throws(Interrupt) -> Value {
    if case .builtin(let id) = found {
      let function = image.library.functions[Int(id.index)]
      switch function.role {
      case .method: return make(.method(receiver: receiver, function: found))
      case .classMethod: return make(.method(receiver: type, function: found))
      case .getter: return try callBuiltin(id, Arguments(positional: [receiver]))
      case .staticMethod, .setter: return found
      }
    }
    switch object(found) {
    case .function: return make(.method(receiver: receiver, function: found))
    case .property(let get, _, _):
      guard get != .none else { throw raise(.attributeError, "unreadable attribute") }
      return try call(get, [receiver])
    case .staticMethod(let function): return function
    case .classMethod(let function): return make(.method(receiver: type, function: function))
    case .instance(let instance) where instance.type == .type(.functionWrapper):
      return make(.method(receiver: receiver, function: found))
    default: return found
    }
  }

  /// `loadMethod`: a callable and its receiver, without making a bound method.
  mutating func method(
    _ name: NameID, of value: Value
  ) throws(Interrupt) -> (callable: Value, receiver: Value) {
    var type = Value.missing
    switch value {
    case .object(let reference):
      switch object(at: reference) {
      case .instance(let instance):
        if instance.attributes[name] == nil { type = instance.type }
      case .userClass, .exception, .function, .method, .superObject: break
      default: type = .type(builtinType(of: value))
      }
    case .int, .float, .bool, .none, .opaque: type = .type(builtinType(of: value))
    case .missing, .notImplemented, .ellipsis, .builtin, .type, .module: break
    }
    if type != .missing, let found = classAttribute(name, of: type) {
      if case .builtin(let id) = found,
        image.library.functions[Int(id.index)].role == .method
      {
        return (found, value)
      }
      if let index = found.heapIndex, case .function = heap[index] { return (found, value) }
    }
    return (try attribute(name, of: value), .missing)
  }

  // MARK: Setting

  mutating func setAttribute(
    _ name: NameID, of value: Value, to new: Value
  ) throws(Interrupt) {
    switch object(value) {
    case .instance(let instance):
      if try !setThroughClass(name, of: value, type: instance.type, to: new) {
        _ = withInstance(value) { $0.attributes.set(name, new) }
      }
    case .exception(let exception):
      if try !setThroughClass(name, of: value, type: exception.type, to: new) {
        withException(value) { $0.attributes.set(name, new) }
      }
    case .userClass(let userClass):
      var attributes = userClass.attributes
      attributes.set(name, new)
      if let index = value.heapIndex { heap[index] = .userClass(userClass.with(attributes)) }
    case .function(let function):
      var attributes = function.attributes
      attributes.set(name, new)
      if let index = value.heapIndex { heap[index] = .function(function.with(attributes)) }
    default: throw unsettable(name, of: value)
    }
  }

  /// A property's setter, a builtin setter, or the class's `__setattr__`.
  /// - Returns: whether one of them took the value.
  private mutating func setThroughClass(
    _ name: NameID, of value: Value, type: Value, to new: Value
  ) throws(Interrupt) -> Bool {
    if let hook = classAttribute(NameID(.dunderSetAttr), of: type),
      hook.heapIndex != nil || type == .type(.namespaceProxy)
    {
      let text = make(spelling(of: name))
      _ = try call(hook, [value, text, new])
      return true
    }
    guard let found = classAttribute(name, of: type) else {
      if case .type(let id) = type, !id.takesAttributes { throw unsettable(name, of: value) }
      return false
    }
    if case .property(let get, let set, _)? = object(found) {
      guard set != .none else {
        if isInstance(get, of: .functionWrapper) {
          throw raise(.attributeError, "can't set attribute")
        }
        throw raise(
          .attributeError,
          "property '\(spelling(of: name))' of '\(self.name(ofType: type))' object has no setter")
      }
      _ = try call(set, [value, new])
      return true
    }
    guard case .builtin(let id) = found,
      image.library.functions[Int(id.index)].role == .getter
    else { return false }
    guard let setter = image.library.setter(name, of: builtinBase(of: type)) else {
      throw raise(.attributeError, "can't set attribute '\(spelling(of: name))'")
    }
    _ = try callBuiltin(setter, Arguments(positional: [value, new]))
    return true
  }

  private mutating func unsettable(_ name: NameID, of value: Value) -> Interrupt {
    let attribute = spelling(of: name)
    if isType(value) {
      return raise(
        .typeError,
        "cannot set '\(attribute)' attribute of immutable type '\(self.name(ofType: value))'")
    }
    if classAttribute(name, of: type(of: value)) != nil {
      return raise(
        .attributeError, "'\(typeName(of: value))' object attribute '\(attribute)' is read-only")
    }
    return missingAttribute(name, of: value)
  }

  // MARK: Deleting

  mutating func deleteAttribute(_ name: NameID, of value: Value) throws(Interrupt) {
    var removed = false
    switch object(value) {
    case .instance(let instance):
      if instance.type == .type(.namespaceProxy) {
        let text = make(spelling(of: name))
        if try callSpecial(.dunderDelAttr, of: value, [text]) != nil { return }
      }
      if let found = classAttribute(name, of: instance.type),
        case .property(_, _, let delete)? = object(found), delete != .none
      {
        _ = try call(delete, [value])
        return
      }
      removed = withInstance(value) { $0.attributes.remove(name) } ?? false
    case .exception: withException(value) { removed = $0.attributes.remove(name) }
    case .userClass(let userClass):
      var attributes = userClass.attributes
      removed = attributes.remove(name)
      if let index = value.heapIndex { heap[index] = .userClass(userClass.with(attributes)) }
    case .function(let function):
      var attributes = function.attributes
      removed = attributes.remove(name)
      if let index = value.heapIndex { heap[index] = .function(function.with(attributes)) }
    default: break
    }
    if !removed { throw missingAttribute(name, of: value) }
  }

  // MARK: Errors

  mutating func missingAttribute(_ name: NameID, of value: Value) -> Interrupt {
    let attribute = spelling(of: name)
    let owner =
      switch value {
      case .module(let id): "module '\(id.name)' has no"
      case .type(let id): "type object '\(id.name)' has no"
      default:
        if let type = userClass(value) {
          "type object '\(type.name.string)' has no"
        } else if case .superObject? = object(value) {
          "'super' object has no"
        } else {
          "'\(shownType(of: value))' object has no"
        }
      }
    let raised = raise(.attributeError, "\(owner) attribute '\(attribute)'")
    if case .raised(let exception) = raised {
      let text = make(attribute)
      withException(exception) {
        $0.attributes.set(.name, text)
        $0.attributes.set(.privateOwner, value)
      }
    }
    return raised
  }

  /// What `dir` lists.
  func attributeNames(of value: Value) -> [String] {
    var names: Set<String> = []
    func add(_ attributes: AttributeTable) {
      for entry in attributes.entries { names.insert(spelling(of: entry.name)) }
    }
    switch object(value) {
    case .instance(let instance): add(instance.attributes)
    case .exception(let exception): add(exception.attributes)
    case .function(let function): add(function.attributes)
    default: break
    }
    if case .module(let id) = value {
      return image.library.contents(of: id).keys.map { spelling(of: $0) }.sorted()
    }
    for base in fullResolutionOrder(of: isType(value) ? value : type(of: value)) {
      if case .type(let id) = base {
        names.formUnion(image.library.attributeNames(of: id))
      } else if let made = userClass(base) {
        add(made.attributes)
      }
    }
    return names.sorted()
  }

  /// An object's `__dict__`, as a copy.
  mutating func makeDict(of attributes: AttributeTable) throws(Interrupt) -> Value {
    var pairs: [(Value, Value)] = []
    for entry in attributes.entries where entry.value != .missing {
      pairs.append((make(spelling(of: entry.name)), entry.value))
    }
    return try makeDict(pairs)
  }
}

extension TypeID {
  /// Whether instances of the builtin type itself take new attributes, as those of a Python class do.
  var takesAttributes: Bool {
    switch self {
    case .process, .lock, .rlock, .semaphore, .boundedSemaphore, .condition, .event, .barrier,
      .queue, .joinableQueue, .simpleQueue, .connection, .namespace:
      true
    default: isException
    }
  }
}

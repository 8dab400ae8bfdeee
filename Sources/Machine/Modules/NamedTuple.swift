// `collections.namedtuple`: makes a class that derives from tuple. Its fields are properties whose
// getters are `operator.itemgetter`s; its methods are builtins that look the field names up in
// `_fields` of the class.

import Language

extension ModuleDescription {
  /// The methods of the classes that `namedtuple` makes; private to the module.
  static var namedTupleFunctions: [BuiltinFunction] {
    [
      .free("_new") { (m, arguments) throws(Interrupt) in try m.newNamedTuple(arguments) },
      .one("_repr") { (m, a) throws(Interrupt) in
        let items = m.tuple(m.storage(of: a)) ?? []
        var text = Text(m.typeName(of: a) + "(")
        for (index, name) in try m.fieldNames(m.type(of: a)).enumerated() {
          if index > 0 { text = text + Text(", ") }
          text = text + name + Text("=") + (try m.repr(items[index]))
        }
        return m.make(text: text + Text(")"))
      },
      .one("_asdict") { (m, a) throws(Interrupt) in
        let items = m.tuple(m.storage(of: a)) ?? []
        var pairs: [(Value, Value)] = []
        for (index, name) in try m.fieldNames(m.type(of: a)).enumerated() {
          pairs.append((m.make(text: name), items[index]))
        }
        return try m.makeDict(pairs)
      },
      .free("_replace") { (m, arguments) throws(Interrupt) in
        let own = arguments.positional[0]
        var items = m.tuple(m.storage(of: own)) ?? []
        let names = try m.fieldNames(m.type(of: own))
        for keyword in arguments.keywords {
          guard let index = names.firstIndex(of: keyword.name) else {
            throw m.raise(
              .valueError, "Got unexpected field names: ['\(keyword.name.string)']")
          }
          items[index] = keyword.value
        }
        let tuple = m.make(tuple: items)
        return m.makeInstance(m.type(of: own), [(.privateStorage, tuple)])
      },
      .two("_make") { (m, type, iterable) throws(Interrupt) in
        let items = try m.collect(iterable)
        return try m.newNamedTuple(Arguments(positional: [type] + items))
      },
    ]
  }
}

extension Machine {
  /// `namedtuple(typename, field_names, defaults=…)`
  mutating func namedTuple(_ a: [Value]) throws(Interrupt) -> Value {
    let name = try textArgument(a[0], "type name").string
    var names: [String] = []
    if let text = text(storage(of: a[1])) {
      names = text.string.split { $0 == "," || $0.isWhitespace }.map(String.init)
    } else {
      for field in try collect(a[1]) { names.append(try textArgument(field, "field name").string) }
    }
    for (index, field) in names.enumerated() {
      if field.hasPrefix("_") {
        throw raise(
          .valueError, "Field names cannot start with an underscore: '\(field)'")
      }
      if names[..<index].contains(field) {
        throw raise(.valueError, "Encountered duplicate field name: '\(field)'")
      }
      if field.first?.isNumber ?? true
        || field.contains(where: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      {
        throw raise(
          .valueError, "Type names and field names must be valid identifiers: '\(field)'")
      }
    }
    let defaults = a[3] == .missing || a[3] == .none ? [] : try collect(a[3])
    if defaults.count > names.count {
      throw raise(.typeError, "Got more default values than field names")
    }
    return try makeNamedTuple(name, names, defaults: defaults)
  }

  /// The class itself.
  mutating func makeNamedTuple(
    _ name: String, _ fields: [String], defaults: [Value]
  ) throws(Interrupt) -> Value {
    var attributes = AttributeTable()
    var fieldValues: [Value] = []
    for (index, field) in fields.enumerated() {
      let keys = make(tuple: [.int(index)])
      let getter = makeCallable(.itemgetter, keys)
      attributes.set(
        nameID(for: Text(field)), make(.property(get: getter, set: .none, delete: .none)))
      fieldValues.append(make(field))
    }
    attributes.set(nameID(for: Text("_fields")), make(tuple: fieldValues))
    var pairs: [(Value, Value)] = []
    for (value, field) in zip(defaults, fieldValues.suffix(defaults.count)) {
      pairs.append((field, value))
    }
    attributes.set(nameID(for: Text("_field_defaults")), try makeDict(pairs))
    let functions = image.library.contents(of: .collections)
    for (name, function) in [
      ("__repr__", "_repr"), ("_asdict", "_asdict"), ("_replace", "_replace"),
    ] {
      attributes.set(nameID(for: Text(name)), functions[nameID(for: Text(function))] ?? .none)
    }
    attributes.set(
      nameID(for: Text("_make")),
      make(.classMethod(functions[nameID(for: Text("_make"))] ?? .none)))
    attributes.set(
      .dunderNew, make(.staticMethod(functions[nameID(for: Text("_new"))] ?? .none)))
    let type = make(.cell(.missing))
    if let index = type.heapIndex {
      heap[index] = .userClass(
        ClassObject(
          name: Text(name), qualifiedName: Text(name), resolutionOrder: [type, .type(.tuple)],
          bases: [.type(.tuple)], attributes: attributes))
    }
    return type
  }

  fileprivate mutating func fieldNames(_ type: Value) throws(Interrupt) -> [Text] {
    var names: [Text] = []
    guard let fields = classAttribute(nameID(for: Text("_fields")), of: type) else { return [] }
    for field in tuple(fields) ?? [] { names.append(text(field) ?? .empty) }
    return names
  }

  /// Binds arguments to fields: `Point.__new__() missing 1 required positional argument: 'y'`.
  fileprivate mutating func newNamedTuple(_ arguments: Arguments) throws(Interrupt) -> Value {
    let type = arguments.positional[0]
    let given = arguments.positional.dropFirst()
    let names = try fieldNames(type)
    let function = "\(name(ofType: type)).__new__()"
    if given.count > names.count {
      let takes = names.count + 1
      throw raise(
        .typeError,
        "\(function) takes \(takes) positional argument\(takes == 1 ? "" : "s") but "
          + "\(given.count + 1) were given")
    }
    var items = Array(given) + [Value](repeating: .missing, count: names.count - given.count)
    for keyword in arguments.keywords {
      guard let index = names.firstIndex(of: keyword.name) else {
        throw raise(
          .typeError, "\(function) got an unexpected keyword argument '\(keyword.name.string)'")
      }
      if items[index] != .missing {
        throw raise(
          .typeError, "\(function) got multiple values for argument '\(keyword.name.string)'")
      }
      items[index] = keyword.value
    }
    let defaults = classAttribute(nameID(for: Text("_field_defaults")), of: type) ?? .none
    var missing: [String] = []
    for index in items.indices where items[index] == .missing {
      let key = make(text: names[index])
      if let value = try dictValue(defaults, for: key) {
        items[index] = value
      } else {
        missing.append("'\(names[index].string)'")
      }
    }
    if !missing.isEmpty {
      let list =
        missing.count < 3
        ? missing.joined(separator: " and ")
        : missing.dropLast().joined(separator: ", ") + ", and " + (missing.last ?? "")
      throw raise(
        .typeError,
        "\(function) missing \(missing.count) required positional "
          + "argument\(missing.count == 1 ? "" : "s"): \(list)")
    }
    let tuple = make(tuple: items)
    return makeInstance(type, [(.privateStorage, tuple)])
  }
}

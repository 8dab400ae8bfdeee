// The table of contents: which functions, methods and modules there are. Each list is defined beside
// the code that it names.

/// What `Library.standard` is made of.
enum LibraryContents {
  /// Functions that programs reach by their bare names.
  static var functions: [BuiltinFunction] {
    introspectionFunctions + numberFunctions + textFunctions + iterationFunctions + fileFunctions
  }

  /// Methods of builtin types; each names its owner. `__new__` makes an instance when the type is
  /// called and gets the type first; a type with `__init__` alone keeps its state in attributes.
  static var methods: [BuiltinFunction] {
    objectMethods + generatorMethods + propertyMethods + valueMethods + processMethods + lockMethods
      + conditionMethods + eventMethods + barrierMethods + connectionMethods + queueMethods
      + sharedMethods + managerMethods + proxyMethods + managedObjectMethods
  }

  /// The methods of values: a class that derives from their types shares them.
  private static var valueMethods: [BuiltinFunction] {
    let own =
      Library.strMethods + Library.bytesMethods + Library.listMethods + Library.tupleMethods
      + Library.rangeMethods + Library.dictMethods + Library.setMethods + Library.numberMethods
    return own.map(\.unwrapping) + Library.operatorMethods + iteratorMethods + Library.fileMethods
      + Library.randomMethods + Library.itertoolsMethods + Library.functoolsMethods
      + Library.contextlibMethods + Library.collectionsMethods + Library.dequeMethods
  }

  static var modules: [ModuleDescription] {
    [
      multiprocessing, .multiprocessingConnection, .multiprocessingQueues,
      .multiprocessingManagers, .threading, .json, .time, .random, .math, .os, .osPath, .sys,
      .string, .signal, .queue,
      .copy, .itertools, .functools, .collections, .contextlib, .operator,
    ]
  }

  static var values: [(name: String, value: Value)] {
    [
      ("NotImplemented", .notImplemented), ("Ellipsis", .ellipsis), ("__name__", .missing),
      ("IOError", .type(.osError)), ("EnvironmentError", .type(.osError)),
    ]
  }
}

// Every builtin type, its name, the module that a repr shows, and its base: the one list from which
// the library, `isinstance`, tracebacks and the exception hierarchy are made.

/// A builtin type. User classes are heap objects.
package enum TypeID: UInt16, Hashable, Sendable, CaseIterable {
  case object, type, noneType, notImplementedType, ellipsisType
  case int, bool, float, str, bytes, list, tuple, dict, set, frozenset, range, slice
  case function, builtinFunction, method, generator, module, cell
  case property, staticmethod, classmethod, `super`
  case listIterator, tupleIterator, strIterator, bytesIterator, rangeIterator
  case dictKeyIterator, dictValueIterator, dictItemIterator, setIterator, reverseIterator
  case callableIterator, sequenceIterator, zip, map, filter, enumerate, reversed
  case dictKeys, dictValues, dictItems
  case textFile, binaryFile, standardStream
  // multiprocessing
  case process, mainProcess, parentProcess, lock, rlock, semaphore, boundedSemaphore
  case condition, event, barrier, connection, queue, joinableQueue, simpleQueue
  case synchronized, synchronizedArray, synchronizedString, sharedNumber, sharedNumbers,
    sharedCharacters
  case syncManager, proxy, dictProxy, listProxy, namespaceProxy, valueProxy, arrayProxy
  case acquirerProxy, conditionProxy, eventProxy, barrierProxy, queueProxy, joinableQueueProxy
  case namespace, managedValue, managedArray
  // collections, itertools, functools, contextlib, random
  case deque, defaultdict, counter, itertoolsIterator, partial, contextManager, randomGenerator
  case orderedDict, functionWrapper, comparisonKey, suppressor, unionType
  // exceptions
  case baseException, exception, systemExit, keyboardInterrupt, generatorExit
  case stopIteration, stopAsyncIteration, arithmeticError, zeroDivisionError, overflowError
  case floatingPointError, assertionError, attributeError, bufferError, eofError, importError
  case moduleNotFoundError, lookupError, indexError, keyError, memoryError, nameError
  case unboundLocalError, osError, blockingIOError, childProcessError, connectionError
  case brokenPipeError, connectionAbortedError, connectionRefusedError, connectionResetError
  case fileExistsError, fileNotFoundError, interruptedError, isADirectoryError
  case notADirectoryError, permissionError, processLookupError, timeoutError, referenceError
  case runtimeError, notImplementedError, recursionError, syntaxError, systemError, typeError
  case valueError, unicodeError, unicodeDecodeError, unicodeEncodeError, warning, userWarning
  case deprecationWarning, runtimeWarning, unsupportedOperation
  case pickleError, picklingError, unpicklingError, jsonDecodeError, queueEmpty, queueFull
  case processError, multiprocessingTimeout, brokenBarrierError, authenticationError,
    bufferTooShort, remoteError

  /// Whether CPython has it in Python, so that its methods complain of arguments as functions of a
  /// program do.
  var isWrittenInPython: Bool {
    switch self {
    case .process, .condition, .event, .barrier, .connection, .queue, .joinableQueue, .simpleQueue,
      .synchronized, .synchronizedArray, .synchronizedString, .syncManager:
      true
    default: isSubtype(of: .proxy)
    }
  }

  struct Description {
    var name: String
    var module = "builtins"
    var base: TypeID = .object
  }

  /// Its name, as `type(x).__name__` gives it.
  package var name: String { description.name }
  package var module: String { description.module }
  /// The type it derives from; nil for `object`.
  package var base: TypeID? { self == .object ? nil : description.base }
  /// The name by which a traceback or a repr calls it: `KeyError`, `json.decoder.JSONDecodeError`.
  package var qualifiedName: String {
    module == "builtins" ? name : "\(module).\(name)"
  }
  /// As most messages call it: with its module where CPython's library writes it in C.
  var nameInMessages: String {
    let writtenInC: [TypeID] = [
      .deque, .defaultdict, .orderedDict, .partial, .functionWrapper, .comparisonKey,
      .textFile, .binaryFile, .standardStream,
    ]
    return writtenInC.contains(self) ? qualifiedName : name
  }
  package var isException: Bool { rawValue >= TypeID.baseException.rawValue }

  package func isSubtype(of other: TypeID) -> Bool {
    var type: TypeID? = self
    while let current = type {
      if current == other { return true }
      type = current.base
    }
    // The only builtin type with two bases.
    return self == .unsupportedOperation && other == .valueError
  }

  var description: Description {
    switch self {
    case .object: Description(name: "object")
    case .type: Description(name: "type")
    case .noneType: Description(name: "NoneType")
    case .notImplementedType: Description(name: "NotImplementedType")
    case .ellipsisType: Description(name: "ellipsis")
    case .int: Description(name: "int")
    case .bool: Description(name: "bool", base: .int)
    case .float: Description(name: "float")
    case .str: Description(name: "str")
    case .bytes: Description(name: "bytes")
    case .list: Description(name: "list")
    case .tuple: Description(name: "tuple")
    case .dict: Description(name: "dict")
    case .set: Description(name: "set")
    case .frozenset: Description(name: "frozenset")
    case .range: Description(name: "range")
    case .slice: Description(name: "slice")
    case .function: Description(name: "function")
    case .builtinFunction: Description(name: "builtin_function_or_method")
    case .method: Description(name: "method")
    case .generator: Description(name: "generator")
    case .module: Description(name: "module")
    case .cell: Description(name: "cell")
    case .property: Description(name: "property")
    case .staticmethod: Description(name: "staticmethod")
    case .classmethod: Description(name: "classmethod")
    case .super: Description(name: "super")
    case .listIterator: Description(name: "list_iterator")
    case .tupleIterator: Description(name: "tuple_iterator")
    case .strIterator: Description(name: "str_iterator")
    case .bytesIterator: Description(name: "bytes_iterator")
    case .rangeIterator: Description(name: "range_iterator")
    case .dictKeyIterator: Description(name: "dict_keyiterator")
    case .dictValueIterator: Description(name: "dict_valueiterator")
    case .dictItemIterator: Description(name: "dict_itemiterator")
    case .setIterator: Description(name: "set_iterator")
    case .reverseIterator: Description(name: "list_reverseiterator")
    case .callableIterator: Description(name: "callable_iterator")
    case .sequenceIterator: Description(name: "iterator")
    case .zip: Description(name: "zip")
    case .map: Description(name: "map")
    case .filter: Description(name: "filter")
    case .enumerate: Description(name: "enumerate")
    case .reversed: Description(name: "reversed")
    case .dictKeys: Description(name: "dict_keys")
    case .dictValues: Description(name: "dict_values")
    case .dictItems: Description(name: "dict_items")
    case .textFile: Description(name: "TextIOWrapper", module: "_io")
    case .binaryFile: Description(name: "BufferedReader", module: "_io")
    case .standardStream: Description(name: "TextIOWrapper", module: "_io", base: .textFile)
    case .process: Description(name: "Process", module: "multiprocessing.context")
    case .mainProcess:
      Description(name: "_MainProcess", module: "multiprocessing.process", base: .process)
    case .parentProcess:
      Description(name: "_ParentProcess", module: "multiprocessing.process", base: .process)
    case .lock: Description(name: "Lock", module: "multiprocessing.synchronize")
    case .rlock: Description(name: "RLock", module: "multiprocessing.synchronize")
    case .semaphore: Description(name: "Semaphore", module: "multiprocessing.synchronize")
    case .boundedSemaphore:
      Description(name: "BoundedSemaphore", module: "multiprocessing.synchronize", base: .semaphore)
    case .condition: Description(name: "Condition", module: "multiprocessing.synchronize")
    case .event: Description(name: "Event", module: "multiprocessing.synchronize")
    case .barrier: Description(name: "Barrier", module: "multiprocessing.synchronize")
    case .connection: Description(name: "Connection", module: "multiprocessing.connection")
    case .queue: Description(name: "Queue", module: "multiprocessing.queues")
    case .joinableQueue:
      Description(name: "JoinableQueue", module: "multiprocessing.queues", base: .queue)
    case .simpleQueue: Description(name: "SimpleQueue", module: "multiprocessing.queues")
    case .synchronized: Description(name: "Synchronized", module: "multiprocessing.sharedctypes")
    case .synchronizedArray:
      Description(name: "SynchronizedArray", module: "multiprocessing.sharedctypes")
    case .synchronizedString:
      Description(
        name: "SynchronizedString", module: "multiprocessing.sharedctypes",
        base: .synchronizedArray)
    case .sharedNumber: Description(name: "_SimpleCData", module: "_ctypes")
    case .sharedNumbers: Description(name: "Array", module: "_ctypes")
    case .sharedCharacters: Description(name: "Array", module: "_ctypes", base: .sharedNumbers)
    case .syncManager: Description(name: "SyncManager", module: "multiprocessing.managers")
    case .proxy: Description(name: "BaseProxy", module: "multiprocessing.managers")
    case .dictProxy, .listProxy, .namespaceProxy, .valueProxy, .arrayProxy, .acquirerProxy,
      .conditionProxy, .eventProxy, .barrierProxy:
      Description(
        name: TypeID.capitalised("\(self)"), module: "multiprocessing.managers", base: .proxy)
    case .queueProxy:
      Description(name: "AutoProxy[Queue]", module: "multiprocessing.managers", base: .proxy)
    case .joinableQueueProxy:
      Description(
        name: "AutoProxy[JoinableQueue]", module: "multiprocessing.managers", base: .queueProxy)
    case .namespace: Description(name: "Namespace", module: "multiprocessing.managers")
    case .managedValue: Description(name: "Value", module: "multiprocessing.managers")
    case .managedArray: Description(name: "array", module: "array")
    case .deque: Description(name: "deque", module: "collections")
    case .defaultdict: Description(name: "defaultdict", module: "collections", base: .dict)
    case .counter: Description(name: "Counter", module: "collections", base: .dict)
    case .itertoolsIterator: Description(name: "iterator", module: "itertools")
    case .partial: Description(name: "partial", module: "functools")
    case .contextManager: Description(name: "_GeneratorContextManager", module: "contextlib")
    case .orderedDict: Description(name: "OrderedDict", module: "collections", base: .dict)
    case .functionWrapper: Description(name: "_lru_cache_wrapper", module: "functools")
    case .comparisonKey: Description(name: "KeyWrapper", module: "functools")
    case .unionType: Description(name: "UnionType", module: "types")
    case .suppressor: Description(name: "suppress", module: "contextlib")
    case .randomGenerator: Description(name: "Random", module: "random")
    default: exceptionDescription
    }
  }

  private var exceptionDescription: Description {
    switch self {
    case .baseException: Description(name: "BaseException")
    case .exception: Description(name: "Exception", base: .baseException)
    case .systemExit: Description(name: "SystemExit", base: .baseException)
    case .keyboardInterrupt: Description(name: "KeyboardInterrupt", base: .baseException)
    case .generatorExit: Description(name: "GeneratorExit", base: .baseException)
    case .zeroDivisionError: Description(name: "ZeroDivisionError", base: .arithmeticError)
    case .overflowError: Description(name: "OverflowError", base: .arithmeticError)
    case .floatingPointError: Description(name: "FloatingPointError", base: .arithmeticError)
    case .moduleNotFoundError: Description(name: "ModuleNotFoundError", base: .importError)
    case .indexError: Description(name: "IndexError", base: .lookupError)
    case .keyError: Description(name: "KeyError", base: .lookupError)
    case .unboundLocalError: Description(name: "UnboundLocalError", base: .nameError)
    case .osError: Description(name: "OSError", base: .exception)
    case .eofError: Description(name: "EOFError", base: .exception)
    case .blockingIOError: Description(name: "BlockingIOError", base: .osError)
    case .childProcessError: Description(name: "ChildProcessError", base: .osError)
    case .connectionError: Description(name: "ConnectionError", base: .osError)
    case .brokenPipeError: Description(name: "BrokenPipeError", base: .connectionError)
    case .connectionAbortedError:
      Description(name: "ConnectionAbortedError", base: .connectionError)
    case .connectionRefusedError:
      Description(name: "ConnectionRefusedError", base: .connectionError)
    case .connectionResetError: Description(name: "ConnectionResetError", base: .connectionError)
    case .fileExistsError: Description(name: "FileExistsError", base: .osError)
    case .fileNotFoundError: Description(name: "FileNotFoundError", base: .osError)
    case .interruptedError: Description(name: "InterruptedError", base: .osError)
    case .isADirectoryError: Description(name: "IsADirectoryError", base: .osError)
    case .notADirectoryError: Description(name: "NotADirectoryError", base: .osError)
    case .permissionError: Description(name: "PermissionError", base: .osError)
    case .processLookupError: Description(name: "ProcessLookupError", base: .osError)
    case .timeoutError: Description(name: "TimeoutError", base: .osError)
    case .notImplementedError: Description(name: "NotImplementedError", base: .runtimeError)
    case .recursionError: Description(name: "RecursionError", base: .runtimeError)
    case .unicodeError: Description(name: "UnicodeError", base: .valueError)
    case .unicodeDecodeError: Description(name: "UnicodeDecodeError", base: .unicodeError)
    case .unicodeEncodeError: Description(name: "UnicodeEncodeError", base: .unicodeError)
    case .userWarning: Description(name: "UserWarning", base: .warning)
    case .deprecationWarning: Description(name: "DeprecationWarning", base: .warning)
    case .runtimeWarning: Description(name: "RuntimeWarning", base: .warning)
    case .unsupportedOperation:
      Description(name: "UnsupportedOperation", module: "io", base: .osError)
    case .picklingError:
      Description(name: "PicklingError", module: "_pickle", base: .pickleError)
    case .unpicklingError:
      Description(name: "UnpicklingError", module: "_pickle", base: .pickleError)
    case .pickleError: Description(name: "PickleError", module: "_pickle", base: .exception)
    case .jsonDecodeError:
      Description(name: "JSONDecodeError", module: "json.decoder", base: .valueError)
    case .queueEmpty: Description(name: "Empty", module: "_queue", base: .exception)
    case .queueFull: Description(name: "Full", module: "queue", base: .exception)
    case .processError:
      Description(name: "ProcessError", module: "multiprocessing.context", base: .exception)
    case .multiprocessingTimeout:
      Description(
        name: "TimeoutError", module: "multiprocessing.context", base: .processError)
    case .bufferTooShort:
      Description(name: "BufferTooShort", module: "multiprocessing.context", base: .processError)
    case .authenticationError:
      Description(
        name: "AuthenticationError", module: "multiprocessing.context", base: .processError)
    case .remoteError:
      Description(name: "RemoteError", module: "multiprocessing.managers", base: .exception)
    case .brokenBarrierError:
      Description(name: "BrokenBarrierError", module: "threading", base: .runtimeError)
    default: Description(name: TypeID.capitalised("\(self)"), base: .exception)
    }
  }

  /// `valueError` → `ValueError`
  private static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
}

/// The contents of the module `multiprocessing`, and of its parts that programs import.
let multiprocessing = ModuleDescription(
  id: .multiprocessing,
  functions: processFunctions + connectionFunctions + sharedFunctions + managerFunctions,
  types: [
    ("Process", .process), ("Lock", .lock), ("RLock", .rlock), ("Semaphore", .semaphore),
    ("BoundedSemaphore", .boundedSemaphore), ("Condition", .condition), ("Event", .event),
    ("Barrier", .barrier), ("Queue", .queue), ("JoinableQueue", .joinableQueue),
    ("SimpleQueue", .simpleQueue), ("ProcessError", .processError),
    ("BufferTooShort", .bufferTooShort), ("AuthenticationError", .authenticationError),
    ("TimeoutError", .multiprocessingTimeout),
  ],
  values: [
    ("connection", .module(.multiprocessingConnection)),
    ("queues", .module(.multiprocessingQueues)),
    ("managers", .module(.multiprocessingManagers)),
  ],
  refused: [
    "shared_memory": "use multiprocessing.Array, or a Manager's list",
    "sharedctypes": "Value, Array, RawValue and RawArray are in multiprocessing itself",
    "Pool": "start a Process for each piece of work, and join them all",
    "pool": "start a Process for each piece of work, and join them all",
    "get_logger": "print what you want to see", "log_to_stderr": "print what you want to see",
  ])

extension ModuleDescription {
  static let multiprocessingQueues = ModuleDescription(
    id: .multiprocessingQueues,
    types: [
      ("Queue", .queue), ("JoinableQueue", .joinableQueue), ("SimpleQueue", .simpleQueue),
      ("Empty", .queueEmpty), ("Full", .queueFull),
    ])

  static let multiprocessingManagers = ModuleDescription(
    id: .multiprocessingManagers,
    types: [
      ("SyncManager", .syncManager), ("Namespace", .namespace), ("BaseProxy", .proxy),
      ("DictProxy", .dictProxy), ("ListProxy", .listProxy), ("NamespaceProxy", .namespaceProxy),
      ("ValueProxy", .valueProxy), ("ArrayProxy", .arrayProxy), ("RemoteError", .remoteError),
    ],
    refused: [
      "BaseManager": "use multiprocessing.Manager() and what it can make",
      "SharedMemoryManager": "use multiprocessing.Manager() and its list",
    ])

  /// Programs take one exception from it.
  static let threading = ModuleDescription(
    id: .threading,
    types: [("BrokenBarrierError", .brokenBarrierError)],
    refused: Dictionary(
      uniqueKeysWithValues: [
        ("Thread", "use multiprocessing.Process: tutor is about processes"),
        ("Lock", "use multiprocessing.Lock"), ("RLock", "use multiprocessing.RLock"),
        ("Semaphore", "use multiprocessing.Semaphore"),
        ("BoundedSemaphore", "use multiprocessing.BoundedSemaphore"),
        ("Condition", "use multiprocessing.Condition"), ("Event", "use multiprocessing.Event"),
        ("Barrier", "use multiprocessing.Barrier"),
        ("Timer", "use a multiprocessing.Process that sleeps first"),
        ("current_thread", "use multiprocessing.current_process"),
        ("active_count", "use multiprocessing.active_children"), ("local", "use a plain variable"),
      ]))
}

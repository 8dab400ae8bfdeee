/// The contents of the module `multiprocessing`.
let multiprocessing = ModuleDescription(
  id: .multiprocessing,
  functions: processFunctions,
  types: [
    ("Process", .process), ("Lock", .lock), ("RLock", .rlock), ("Semaphore", .semaphore),
    ("BoundedSemaphore", .boundedSemaphore), ("Condition", .condition), ("Event", .event),
    ("ProcessError", .processError), ("BufferTooShort", .bufferTooShort),
    ("AuthenticationError", .authenticationError),
  ],
  refused: [
    "Array": inFile, "Barrier": "use a Condition and a count in a file", "JoinableQueue": inFile,
    "Manager": inFile, "Pipe": inFile, "Queue": inFile, "RawArray": inFile, "RawValue": inFile,
    "SimpleQueue": inFile, "Value": inFile, "connection": inFile, "managers": inFile,
    "queues": inFile, "shared_memory": inFile, "sharedctypes": inFile,
    "Pool": "start a Process for each piece of work, and join them all",
    "pool": "start a Process for each piece of work, and join them all",
    "get_context": "use the functions of multiprocessing itself; processes are forked",
    "set_start_method": "leave it out; processes are forked",
    "get_logger": "print what you want to see", "log_to_stderr": "print what you want to see",
  ])

/// What serves processes here that want to exchange something.
private let inFile = "let the processes share a file, with a Lock around reading and writing it"

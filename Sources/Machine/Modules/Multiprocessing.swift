/// The contents of the module `multiprocessing`.
let multiprocessing = ModuleDescription(
  id: .multiprocessing,
  functions: processFunctions,
  types: [
    ("Process", .process), ("Lock", .lock), ("RLock", .rlock), ("Semaphore", .semaphore),
    ("BoundedSemaphore", .boundedSemaphore),
  ],
  values: [
    ("connection", .module(.multiprocessingConnection)),
    ("queues", .module(.multiprocessingQueues)),
    ("managers", .module(.multiprocessingManagers)),
  ])

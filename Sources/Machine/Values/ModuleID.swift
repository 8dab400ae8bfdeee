/// A module that programs can import.
package enum ModuleID: UInt16, Hashable, Sendable, CaseIterable {
  case main, builtins, multiprocessing, multiprocessingConnection, multiprocessingQueues
  case multiprocessingManagers, threading, queue, time, random, json, os, osPath, sys, math,
    itertools
  case functools, collections, string, signal, contextlib, copy, `operator`

  /// The name by which `import` finds it.
  package var name: String {
    switch self {
    case .main: "__main__"
    case .multiprocessingConnection: "multiprocessing.connection"
    case .multiprocessingQueues: "multiprocessing.queues"
    case .multiprocessingManagers: "multiprocessing.managers"
    case .osPath: "os.path"
    case .builtins, .multiprocessing, .threading, .queue, .time, .random, .json, .os, .sys, .math,
      .itertools,
      .functools, .collections, .string, .signal, .contextlib, .copy, .operator:
      "\(self)"
    }
  }
}

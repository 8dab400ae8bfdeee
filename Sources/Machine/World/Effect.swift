// What a machine asks of its world, and what the world answers. This is the whole border: a machine
// never makes a system call and never blocks. It stands still at an Effect until it gets its Reply.
// Live performs effects with the operating system, Model on a simulated kernel.

import Diagnostics

/// A process of this run: its number in the order of the world's process table, 0 for the main one.
package struct ProcessID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

package struct SemaphoreID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

/// A process's own number for a file that it has open.
package struct FileID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

package enum OutputStream: UInt8, Hashable, Sendable { case standardOutput, standardError }

/// How long an effect may wait.
package enum Patience: Hashable, Sendable {
  /// Not at all: `block=False`, or a timeout of 0.
  case none
  case forever
  case seconds(Double)
  /// A time that has no small set of values, such as a random float.
  case unknown
}

/// How a file is opened. `truncates` is `w`, `appends` is `a`, `creates` fails on a file that is there (`x`).
package struct OpenMode: Hashable, Sendable {
  package var reads = false
  package var writes = false
  package var truncates = false
  package var appends = false
  package var exclusive = false
  package init() {}
}

/// How a process ends. The machine has already written its traceback.
package struct ExitStatus: Hashable, Sendable {
  /// What `exitcode` says: 0, 1 after an exception, `sys.exit`'s number.
  package var code: Int32
  /// The exception that ended it, if one did.
  package var exception: ExceptionSummary?

  package init(code: Int32, exception: ExceptionSummary? = nil) {
    self.code = code
    self.exception = exception
  }
}

/// An exception as observers and reports see it.
package struct ExceptionSummary: Hashable, Sendable {
  /// Its type's name as a traceback ends with it: `KeyError`, `json.decoder.JSONDecodeError`.
  package var type: String
  package var message: String
  /// The line of the program where it was raised, from 1.
  package var line: Int

  package init(type: String, message: String, line: Int) {
    self.type = type
    self.message = message
    self.line = line
  }
}

/// A value without a small set of possibilities, which exploration keeps as a placeholder.
package enum OpaqueKind: UInt8, Hashable, Sendable {
  /// A clock's reading, or what was computed from one.
  case clock
  /// A random float, or what was computed from one.
  case chance
  /// A process number of the operating system; its identity is the `ProcessID`.
  case processNumber
  /// An object's address.
  case address
}

package enum Clock: UInt8, Hashable, Sendable { case wall, monotonic, processor }

package enum Effect: Hashable, Sendable {
  // MARK: Itself

  /// The step budget is spent. Answered with `.done`; a driver may look at the clock in between.
  case paused
  /// The process has ended: its children are joined, its output is written. Never answered.
  case exit(ExitStatus)
  /// `os._exit`: ended at once.
  case abort(code: Int32)
  /// An exploration met something that it cannot decide. Never answered.
  case unsupported(Diagnostic)

  // MARK: Output

  /// `.done`. One write, seen by others as a whole.
  case write(OutputStream, [UInt8])

  // MARK: Processes

  /// `.forked(id)` to the parent; `.child(id)` to the copy, whose id it is.
  case fork(name: String, daemon: Bool)
  /// `.exitCode(code)`, nil when the time ran out first: `join`.
  case wait(ProcessID, Patience)
  /// `.exitCode(code)`, nil while it is alive: `exitcode`, `is_alive`.
  case poll(ProcessID)
  /// `.done`: `terminate` is 15, `kill` is 9. To a process that has ended it does nothing.
  case signal(ProcessID, Int32)
  /// `.int` or `.opaque(.processNumber, …)`: the operating system's number, nil for one's own.
  case processNumber(ProcessID?)
  /// The same for the parent.
  case parentNumber
  case processorCount

  // MARK: Semaphores

  /// `.semaphore(id)`. No maximum: one that `release` never overfills.
  case makeSemaphore(value: Int32, maximum: Int32?)
  /// `.bool(acquired)`
  case acquire(SemaphoreID, Patience)
  /// `.done`, or `.failed(.overReleased)`.
  case release(SemaphoreID)
  /// `.int(value)`
  case semaphoreValue(SemaphoreID)

  // MARK: Files. Paths are as the program gives them; the world keeps them inside its folder.

  /// `.file(id)` or `.failed`.
  case open(path: String, OpenMode)
  /// `.bytes`: up to `limit` from the file's position, everything to its end where nil.
  case read(FileID, limit: Int?)
  /// `.done`: at the position, or at the end for one that appends.
  case writeFile(FileID, [UInt8])
  /// `.int(position)`. `origin` is 0 for the start, 1 for the position, 2 for the end.
  case seek(FileID, offset: Int, origin: Int)
  /// `.done`: cut or filled with zeros to `size`.
  case truncate(FileID, size: Int)
  /// `.done`
  case close(FileID)
  /// `.done` or `.failed`.
  case remove(path: String)
  /// `.done` or `.failed`.
  case rename(from: String, to: String)
  /// `.int`: 0 where there is nothing, 1 a file, 2 a folder.
  case fileKind(path: String)
  /// `.int(size)` or `.failed`.
  case fileSize(path: String)
  /// `.texts`, sorted, or `.failed`.
  case listFolder(path: String)

  // MARK: Time and chance

  /// `.float` or `.opaque(.clock)`.
  case now(Clock)
  /// `.done`, after that time; nil where the time is an opaque value.
  case sleep(seconds: Double?)
  /// `.int` from 0 to `count` - 1.
  case choose(count: Int)
  /// `.float` in [0, 1), or `.opaque(.chance)`.
  case randomFloat
}

/// Why the operating system refused.
package enum Failure: Hashable, Sendable {
  /// An `OSError` by its number, about this path where it has one.
  case system(errno: Int32, path: String?)
  /// A path leads out of the program's folder.
  case outsideFolder(path: String)
  case overReleased
}

package enum Reply: Hashable, Sendable {
  case done
  case bool(Bool)
  case int(Int)
  case float(Double)
  case bytes([UInt8])
  case texts([String])
  case opaque(OpaqueKind, id: UInt32)
  case forked(ProcessID)
  case child(ProcessID)
  case exitCode(Int32?)
  case semaphore(SemaphoreID)
  case file(FileID)
  case failed(Failure)
  /// Ctrl-C: the effect did not happen; the machine raises KeyboardInterrupt.
  case interrupted
}

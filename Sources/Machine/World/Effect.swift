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

/// A process's own number for an end of a pipe that it has open.
package struct EndID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

package struct QueueID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

/// Memory that processes share: `Value` and `Array`.
package struct SharedID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

/// A manager's server.
package struct ManagerID: Hashable, Sendable {
  package let index: UInt32
  package init(_ index: Int) { self.index = UInt32(index) }
}

/// What can become ready.
package enum Waitable: Hashable, Sendable {
  /// A message is there to be received, or the end of all messages.
  case end(EndID)
  /// The process has ended.
  case process(ProcessID)
}

package enum QueueKind: UInt8, Hashable, Sendable {
  /// `Queue`: a feeder carries items from the process that put them to the pipe.
  case fed
  /// `JoinableQueue`: the same, and it counts the tasks that are not done.
  case joinable
  /// `SimpleQueue`: no feeder; whoever puts writes to the pipe himself, and waits for room.
  case simple
}

/// What is put into a queue.
package enum QueueItem: Hashable, Sendable {
  case pickled([UInt8])
  /// It can still change: the feeder asks the process for it when it takes it from the buffer, by
  /// `Machine.takeItem`. Only machines that are explored put such items.
  case later(ticket: UInt32)
  /// It cannot be pickled. The feeder writes this to standard error, and the item is lost; when its
  /// process is ending already, the feeder stops without a word and loses what stands behind it too.
  case faulty(text: [UInt8])
}

/// A number in shared memory.
package enum SharedWord: Hashable, Sendable {
  /// An integer's two's complement or a float's bits.
  case bits(UInt64)
  case opaque(OpaqueKind, id: UInt32)
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

/// How long a sleep takes, in seconds.
package enum SleepTime: Hashable, Sendable {
  case exactly(Double)
  /// Any time in the range, independent of all other times.
  case within(FloatRange)
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
  /// A random float, or what was computed from one. Its identity is its place in the machine's
  /// `draws`, from 1, where its range is known; else 0.
  case chance
  /// A process number of the operating system; its identity is the `ProcessID`.
  case processNumber
  /// An object's address.
  case address

  /// The identity for whoever does not know the machine's draws.
  func identity(_ id: UInt32) -> UInt32 { self == .chance ? 0 : id }
}

package enum Clock: UInt8, Hashable, Sendable { case wall, monotonic, processor }

package enum Effect: Hashable, Sendable {
  // MARK: Itself

  /// The process begins to end: `multiprocessing.util._exit_function`. `.done`
  case beginExit

  /// The step budget is spent. Answered with `.done`; a driver may look at the clock in between.
  case paused
  /// The process has ended: its children are joined, its output is written. Never answered.
  case exit(ExitStatus)
  /// `os._exit`: ended at once.
  case abort(code: Int32)
  /// The process is a manager's server from now on: whoever drives it calls `Machine.serve` for each
  /// call that comes. Never answered.
  case serve
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

  // MARK: Pipes

  /// `.ends(first, second)`. With `duplex` each can send and receive; else the first receives and the
  /// second sends.
  case makePipe(duplex: Bool)
  /// `.done` or `.failed`. One message, which waits for room.
  case send(EndID, [UInt8])
  /// `.bytes(message)`, `.failed(.endOfFile)` or `.failed`. Waits for a message.
  case receive(EndID)
  /// `.indices` of those that are ready, as soon as one is; none when the time ran out first.
  case awaitReady([Waitable], Patience)
  /// `.done`: this process's copy of the end; the last one gone is the end of all messages.
  case closeEnd(EndID)

  // MARK: Queues

  /// `.queue(id)`. `capacity` is nil for one that is never full.
  case makeQueue(QueueKind, capacity: Int32?)
  /// `.bool(false)` where the queue stayed full. For a queue with a feeder the item is in this
  /// process's buffer then, and its feeder takes it to the pipe at any later moment, if there is room.
  case put(QueueID, QueueItem, Patience)
  /// `.bytes(item)`, or `.bool(false)` where none came.
  case get(QueueID, Patience)
  /// `.int`: how many were put and not got, whether or not they have left the buffers.
  case queueSize(QueueID)
  /// `.bool`: nothing is in the pipe.
  case queueIsEmpty(QueueID)
  /// `.bool`: as many as the capacity were put and not got.
  case queueIsFull(QueueID)
  /// `.done` once this process's own buffer is empty: `join_thread`, and a process's end.
  case awaitFeeder(QueueID)
  /// `.done`, or `.failed(.overReleased)` where every task is done.
  case taskDone(QueueID)
  /// `.done` once no task is left, or none was for a moment since it began to wait.
  case awaitTasks(QueueID)

  // MARK: Shared memory

  /// `.shared(id)`
  case makeShared([SharedWord])
  /// `.words`. With a semaphore, only while that is free: it is as if acquired and released.
  case load(SharedID, Range<Int>, under: SemaphoreID?)
  /// `.done`: puts the words in place from `at` on.
  case store(SharedID, at: Int, [SharedWord], under: SemaphoreID?)

  // MARK: Managers

  /// `.manager(id)` to the process that asked. The server is a copy of its machine, as after a fork:
  /// it is answered by `.child`, or told by `becomeServer`, and then stands at `.serve`.
  case startManager(name: String)
  /// `.bytes(answer)`: the server's, once it can give one; `.failed` where the server is gone. When
  /// patience ends the server is asked for its late answer.
  case call(ManagerID, [UInt8], Patience)
  /// `.done`: the server is gone; calls that wait fail. For one that is gone already it does nothing.
  case stopManager(ManagerID)

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
  /// `.done`, after that time.
  case sleep(SleepTime)
  /// `.int` from 0 to `count` - 1.
  case choose(count: Int)
  /// `.float` in [0, 1), `.anyFraction`, or `.opaque(.chance)` where its range is of no use.
  case randomFloat
}

/// Why the operating system refused.
package enum Failure: Hashable, Sendable {
  /// An `OSError` by its number, about this path where it has one.
  case system(errno: Int32, path: String?)
  /// A path leads out of the program's folder.
  case outsideFolder(path: String)
  case overReleased
  /// Nothing is left to receive, and nobody could send any more: EOFError.
  case endOfFile
}

package enum Reply: Hashable, Sendable {
  case done
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// Any float in [0, 1): of what is computed from it the range is kept.
  case anyFraction
  case bytes([UInt8])
  case texts([String])
  case opaque(OpaqueKind, id: UInt32)
  case forked(ProcessID)
  case child(ProcessID)
  case exitCode(Int32?)
  case semaphore(SemaphoreID)
  case file(FileID)
  case ends(EndID, EndID)
  case indices([Int])
  case queue(QueueID)
  case shared(SharedID)
  case words([SharedWord])
  case manager(ManagerID)
  case failed(Failure)
  /// Ctrl-C: the effect did not happen; the machine raises KeyboardInterrupt.
  case interrupted
}

// What is told of a live run while it goes on: one Step for each thing that somebody watching would
// point at. The program's processes and the supervisor write them, whoever shows the run reads them.

import Machine
import Observation

/// One thing that happened in a live run.
package struct Step: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// The process's first step. It comes once more before `killed`: a signal may have ended it before
    /// it could tell.
    case started(name: String, number: Int32, parent: ProcessID?, daemon: Bool)
    /// One write to standard output or standard error.
    case wrote(OutputStream, [UInt8])
    /// It cannot go on by itself.
    case waits(WaitTarget, limited: Bool)
    /// `waited` tells whether a `waits` stands before it.
    case acquired(SemaphoreID, waited: Bool)
    case released(SemaphoreID)
    /// The other process has ended, and this one knows.
    case joined(ProcessID, exitCode: Int32)
    /// The time that it was to wait at most has passed.
    case gaveUp
    /// It sent a signal: `terminate` is 15, `kill` is 9.
    case signalled(ProcessID, Int32)
    case opened(file: String, writing: Bool)
    case read(file: String, [UInt8])
    case wroteFile(file: String, [UInt8])
    /// It is about to put a message into a pipe; pipes are numbered in the order of their making.
    case sent(pipe: UInt32, [UInt8])
    case received(pipe: UInt32, [UInt8])
    /// It has closed its copy of an end.
    case closedEnd(pipe: UInt32)
    /// The item is in this process's buffer, or, for a `SimpleQueue`, on its way. Empty where it
    /// cannot be pickled.
    case put(QueueID, [UInt8])
    /// Its feeder has moved so many items to the queue's pipe.
    case fed(QueueID, items: Int)
    case got(QueueID, [UInt8])
    case taskDone(QueueID)
    /// Numbers of shared memory, as bits, from the place `at` on.
    case loaded(SharedID, at: Int, [UInt64])
    case stored(SharedID, at: Int, [UInt64])
    case called(ManagerID, [UInt8])
    /// The manager's answer has come.
    case answered(ManagerID, [UInt8])
    case entered(function: String)
    case left(function: String)
    /// It ended by itself. `code` is what its parent sees as `exitcode`.
    case ended(code: Int32, exception: ExceptionSummary?)
    /// A signal ended it.
    case killed(signal: Int32)
    /// The program does not start; the text says why, as it is to be shown.
    case refused(text: String)
    /// The supervisor found that nobody can go on, and ended the run.
    case stuck(StuckRun)
    /// The last step of a run.
    case finished(RunEnd)
  }

  /// The program's seconds since the start of the run.
  package var time: Double
  /// Who did it; the main process for the last three kinds.
  package var process: ProcessID
  /// The line of the program, from 1; 0 where there is none.
  package var line: Int
  package var what: What

  package init(time: Double, process: ProcessID, line: Int, what: What) {
    self.time = time
    self.process = process
    self.line = line
    self.what = what
  }
}

package enum WaitTarget: Hashable, Sendable {
  /// `holder` took it last and has not released it.
  case semaphore(SemaphoreID, holder: ProcessID?)
  case process(ProcessID)
  case time(seconds: Double)
  case message(pipe: UInt32)
  case pipeRoom(pipe: UInt32)
  /// One of several messages and processes' ends.
  case ready(count: Int)
  case item(QueueID)
  case queueRoom(QueueID)
  /// Its own feeder, which waits for room in the queue's pipe.
  case feeder(QueueID)
  case tasks(QueueID)
  case answer(ManagerID)
}

/// How a run ended.
package enum RunEnd: Hashable, Sendable {
  /// The main process's exit status.
  case exited(Int32)
  /// A signal ended the main process.
  case signalled(Int32)
  /// Everybody waited, and nobody could wake them.
  case stuck
  /// Ctrl-C, or whoever watched, ended it.
  case interrupted
  /// The program has a fault that was found before it started.
  case refused
  /// The supervisor could not do its work; the text is for people.
  case failed(String)

  /// What `tutor run` exits with.
  package var exitStatus: Int32 {
    switch self {
    case .exited(let code): code
    case .signalled(let signal): 128 + signal
    case .stuck: RunEnd.stuckStatus
    case .interrupted: 130
    case .refused: 1
    case .failed: 70
    }
  }

  /// The exit status of `tutor run` for a run that was found stuck.
  package static let stuckStatus: Int32 = 3
}

// The components of a state, each a value that is interned: what a process is and knows, whether it
// lives, what a semaphore counts. The same words name the same things in Live.

import Explorer
import Machine
import Observation

/// Whether a process is alive. Others may look at this; its context is its own.
enum Life: Hashable, Sendable {
  /// A signal that was sent takes effect at any later moment; 0 for none.
  case alive(signal: Int32, isDaemon: Bool)
  case ended(name: String, code: Int32, ExceptionSummary?)

  var exitCode: Int32? {
    switch self {
    case .alive: nil
    case .ended(_, let code, _): code
    }
  }
}

/// A counting semaphore. It keeps no queue of waiters: sem_post(3) promises them no order, so whoever
/// is scheduled while `value` is above zero gets in.
struct Semaphore: Hashable, Sendable {
  var value: Int32
  let maximum: Int32?

  enum Acquire: Hashable { case taken, wouldBlock }
  enum Release: Hashable { case raised, overReleased }

  mutating func acquire() -> Acquire {
    guard value > 0 else { return .wouldBlock }
    value -= 1
    return .taken
  }

  mutating func release() -> Release {
    if let maximum, value >= maximum { return .overReleased }
    guard value < Int32.max else { return .overReleased }
    value += 1
    return .raised
  }
}

/// A file as somebody has it open: open(2)'s "open file description".
struct OpenFile: Hashable, Sendable {
  /// The slot of its content.
  var content: Slot
  var path: String
  var position: Int
  var mode: OpenMode
}

/// What a process's file number stands for.
enum FileEntry: Hashable, Sendable {
  /// Nobody else has it: opened since the process's last fork.
  case own(OpenFile)
  /// In this slot; processes have it in common, the position too.
  case shared(Slot)
}

/// A process: its body, the visible operation at which it stands, and what the kernel keeps for it.
struct ProcessContext {
  var index: ProcessIndex
  var name: String
  var isDaemon: Bool
  var body: any ProcessBody
  /// Where it stands: the operation that it performs when it is scheduled.
  var pending: Effect = .paused
  /// By file number; nil for a free number.
  var files: [FileEntry?] = []
  var semaphoresMade = 0
  var childrenMade = 0
  var openFilesShared = 0
  /// Output after the last line end.
  var unfinishedLine: [UInt8] = []
  var watch = FunctionWatch()
  /// It is about to enter a watched function: it does so when it is scheduled, and nothing else.
  var isEntering = false
  /// It computes for ever, and nobody will ever see anything of it.
  var spins = false

  init(index: ProcessIndex, name: String, isDaemon: Bool, body: any ProcessBody) {
    self.index = index
    self.name = name
    self.isDaemon = isDaemon
    self.body = body
  }

  /// Equal for contexts that behave alike.
  struct Content: Hashable {
    var index: ProcessIndex
    var name: String
    var isDaemon: Bool
    var body: [UInt8]
    var pending: Effect
    var files: [FileEntry?]
    var made: [Int]
    var unfinishedLine: [UInt8]
    var watch: FunctionWatch
    var isEntering: Bool
    var spins: Bool
  }

  var content: Content {
    Content(
      index: index, name: name, isDaemon: isDaemon, body: body.canonicalBytes(), pending: pending,
      files: files, made: [semaphoresMade, childrenMade, openFilesShared],
      unfinishedLine: unfinishedLine, watch: watch, isEntering: isEntering,
      spins: spins)
  }

  mutating func add(_ entry: FileEntry) -> FileID {
    if let free = files.firstIndex(where: { $0 == nil }) {
      files[free] = entry
      return FileID(free)
    }
    files.append(entry)
    return FileID(files.count - 1)
  }

  mutating func remove(_ file: FileID) {
    guard Int(file.index) < files.count else { return }
    files[Int(file.index)] = nil
    while let last = files.last, last == nil { files.removeLast() }
  }

  func entry(_ file: FileID) -> FileEntry? {
    Int(file.index) < files.count ? files[Int(file.index)] : nil
  }
}

/// All that was interned in a search.
struct Components {
  var contexts = ComponentPool<ProcessContext.Content, ProcessContext>()
  var lives = ComponentPool<Life, Life>()
  var semaphores = ComponentPool<Semaphore, Semaphore>()
  var contents = ComponentPool<[UInt8], [UInt8]>()
  var openFiles = ComponentPool<OpenFile, OpenFile>()
  var folders = ComponentPool<[String], [String]>()
  var notebooks = ComponentPool<Notebook, Notebook>()
  /// What the observers note of one step.
  var notes = ComponentPool<[Notebook.Entry], [Notebook.Entry]>()
}

// The components of a state, each a value that is interned: what a process is and knows, whether it
// lives, what a semaphore counts. The same words name the same things in Live.

import Explorer
import Machine
import Observation

/// Whether a process is alive. Others may look at this; its context is its own.
enum Life: Hashable, Sendable {
  /// A signal that was sent takes effect at any later moment; 0 for none.
  case alive(signal: Int32, isDaemon: Bool)
  /// The name is empty where its place tells it: see AlikeProcesses.
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
  /// By end number; nil for a free number.
  var ends: [PipeEnd?] = []
  /// The queues into whose buffers it has put since it last waited for them to be empty, in order.
  var feeding: [Slot] = []
  /// The managers that it has called, in order; kept where they may go.
  var managersMet: [Slot] = []
  var made = Made()
  /// How far it is in what it stands at.
  var progress = Progress.none
  /// It has begun to end.
  var isEnding = false
  /// It is about to change what it has put into a queue and what has not been pickled yet.
  var isChanging = false
  /// Output after the last line end.
  var unfinishedLine: [UInt8] = []
  var watch = FunctionWatch()
  /// By a wrong rule: it was forked, and has done nothing yet.
  var isUnborn = false
  /// It is about to enter a watched function: it does so when it is scheduled, and nothing else.
  var isEntering = false
  /// It computes for ever, and nobody will ever see anything of it.
  var spins = false
  /// The function that it was made to run, where those who are alike are looked for.
  var role: String?
  /// What it can still name, and whom it waits for; both follow from its content.
  var reach = Reach.everything
  var joined: [ProcessID] = []
  /// Whom it is just sending signals.
  var signalled: [Effect] = []

  init(index: ProcessIndex, name: String, isDaemon: Bool, body: any ProcessBody) {
    self.index = index
    self.name = name
    self.isDaemon = isDaemon
    self.body = body
  }

  /// How many of each kind it has made, which names what it makes next.
  struct Made: Hashable {
    var semaphores = 0
    var children = 0
    var sharedFiles = 0
    var pipes = 0
    var queues = 0
    var shared = 0
    var managers = 0
  }

  /// Equal for contexts that behave alike.
  struct Content: Hashable {
    /// Nil and empty for one that may change its place.
    var index: ProcessIndex?
    var name: String
    var isDaemon: Bool
    var body: [UInt8]
    var pending: Effect
    var files: [FileEntry?]
    var ends: [PipeEnd?]
    var feeding: [Slot]
    var managersMet: [Slot]
    var made: Made
    var progress: Progress
    var isEnding: Bool
    var isChanging: Bool
    var isUnborn: Bool
    var unfinishedLine: [UInt8]
    var watch: FunctionWatch
    var isEntering: Bool
    var spins: Bool
    var role: String?
  }

  /// Whether its index is known to what it has made, or to what it stands at.
  var isPinned: Bool {
    index == .main || made != Made() || progress.namesProcess || reach.isOpen || watch.isInside
  }

  /// - Parameter bytes: the body's.
  func content(_ bytes: [UInt8], isPinned: Bool) -> Content {
    Content(
      index: isPinned ? index : nil, name: isPinned ? name : "", isDaemon: isDaemon, body: bytes,
      pending: pending, files: files, ends: ends, feeding: feeding, managersMet: managersMet,
      made: made, progress: progress, isEnding: isEnding, isChanging: isChanging,
      isUnborn: isUnborn, unfinishedLine: unfinishedLine, watch: watch, isEntering: isEntering,
      spins: spins, role: role)
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

extension ProcessContext {
  /// The numbers below are those of the standard streams.
  private static let firstEnd = 3

  mutating func add(_ end: PipeEnd) -> EndID {
    let place = ends.firstIndex { $0 == nil } ?? ends.count
    if place == ends.count { ends.append(nil) }
    ends[place] = end
    return EndID(Self.firstEnd + place)
  }

  mutating func remove(_ end: EndID) {
    guard let place = place(of: end) else { return }
    ends[place] = nil
    while let last = ends.last, last == nil { ends.removeLast() }
  }

  func end(_ end: EndID) -> PipeEnd? { place(of: end).flatMap { ends[$0] } }

  private func place(of end: EndID) -> Int? {
    let place = Int(end.index) - Self.firstEnd
    return ends.indices.contains(place) ? place : nil
  }

  mutating func feed(_ queue: Slot) { ProcessContext.insert(queue, into: &feeding) }

  mutating func meet(_ manager: Slot) { ProcessContext.insert(manager, into: &managersMet) }

  /// In order, so that contexts are equal however they came about.
  private static func insert(_ slot: Slot, into slots: inout [Slot]) {
    let place = slots.firstIndex { $0 >= slot } ?? slots.count
    if place < slots.count, slots[place] == slot { return }
    slots.insert(slot, at: place)
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
  var directions = ComponentPool<PipeDirection, PipeDirection>()
  var itemPipes = ComponentPool<ItemPipe, ItemPipe>()
  var tasks = ComponentPool<TaskCount, TaskCount>()
  var buffers = ComponentPool<FeederBuffer, FeederBuffer>()
  var memories = ComponentPool<SharedMemory, SharedMemory>()
  var managers = ComponentPool<[UInt8], Manager>()
  var globals = ComponentPool<GlobalData, GlobalData>()
  var orders = ComponentPool<[Slot], [Slot]>()
  var times = ComponentPool<TimeLeft, TimeLeft>()
  var clocks = ComponentPool<ClockState, ClockState>()
  var notebooks = ComponentPool<Notebook, Notebook>()
  /// What the observers note of one step.
  var notes = ComponentPool<[Notebook.Entry], [Notebook.Entry]>()
}

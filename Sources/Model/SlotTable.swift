// Which component stands in which slot of a state. A component is named by who made it and how many
// its maker had made before, so that it has the same slot in every schedule in which it is made.

import Explorer
import Machine

/// A process of any schedule: the number of its name "k-th child of that process".
struct ProcessIndex: Hashable, Sendable {
  let number: Int

  static let main = ProcessIndex(number: 0)
}

/// What stands in a slot.
enum SlotKind: Hashable {
  case observers
  /// The names of all files.
  case folder
  /// A process's code and memory; nothing once it has ended.
  case context(ProcessIndex)
  /// Whether a process is alive, and how it ended.
  case life(ProcessIndex)
  case semaphore(maker: ProcessIndex, number: Int)
  /// Which content a path leads to.
  case path(String)
  /// A file's bytes, by who created it; by nobody where it was there at the start.
  case content(maker: ProcessIndex?, number: Int)
  /// An open file that processes share since a fork.
  case openFile(maker: ProcessIndex, number: Int)
  /// What goes through a pipe to its first end, or to its second one.
  case pipe(PipeName, toFirst: Bool)
  case queue(QueueName, QueuePart)
  /// What a process has put into a queue and its feeder has not taken yet; the feeder acts.
  case buffer(ProcessIndex, queue: Slot)
  case shared(maker: ProcessIndex, number: Int)
  case manager(maker: ProcessIndex, number: Int)
  /// How long a process still sleeps, or waits at most, on an ideal machine.
  case timer(ProcessIndex)
  /// An ideal machine's clock; it acts when nobody else can.
  case clock
  /// By a wrong rule: the data that all processes have in common.
  case globals
  /// By a wrong rule: which of the process's children is at work.
  case turn(ProcessIndex)
}

struct PipeName: Hashable, Sendable {
  var maker: ProcessIndex
  var number: Int
  var isDuplex: Bool
}

/// A semaphore, a queue or a direction of a pipe, named alike in every search of a program: its maker
/// is known by whose child he is, up to the main process.
struct ObjectName: Hashable, Sendable {
  enum Kind: Hashable {
    case semaphore, queue
    case pipe(toFirst: Bool)
  }

  var maker: [Int]
  var kind: Kind
  var number: Int
}

/// The slots in use so far in a search. They are given in the order of discovery, which is the same
/// in every run of the search, and never given up.
struct SlotTable {
  private struct Birth: Hashable {
    var parent: ProcessIndex
    var number: Int
  }

  private var slots: [SlotKind: Slot] = [:]
  private(set) var kinds: [SlotKind] = []
  private var births: [Birth: ProcessIndex] = [:]
  /// The parent of each process; the main one's stands for nobody.
  private var parents: [ProcessIndex] = [.main]
  /// By process: the numbers of the children that lead to it.
  private var paths: [[Int]] = [[]]
  /// The slots of all that acts: processes and feeders.
  private(set) var actors: [Slot] = []

  /// How many processes there are in any schedule so far.
  var processCount: Int { parents.count }

  /// The numbers of the children that lead to the process from the main one.
  func path(of process: ProcessIndex) -> [Int] { paths[process.number] }

  /// All children of any schedule so far, in the order of their numbers among all processes.
  func children(of parent: ProcessIndex) -> [ProcessIndex] {
    (1..<max(processCount, 1)).filter { parents[$0] == parent }.map(ProcessIndex.init(number:))
  }

  func isKnown(_ kind: SlotKind) -> Bool { slots[kind] != nil }

  func parent(of process: ProcessIndex) -> ProcessIndex? {
    process == .main ? nil : parents[process.number]
  }

  mutating func slot(_ kind: SlotKind) -> Slot {
    if let slot = slots[kind] { return slot }
    let slot = Slot(kinds.count)
    slots[kind] = slot
    kinds.append(kind)
    switch kind {
    case .context, .buffer, .clock: actors.append(slot)
    case .observers, .folder, .life, .semaphore, .path, .content, .openFile, .pipe, .queue, .shared,
      .manager, .timer, .globals, .turn:
      break
    }
    return slot
  }

  func kind(of slot: Slot) -> SlotKind { kinds[Int(slot.index)] }

  /// The process that is the parent's child of this number, from 0.
  mutating func child(_ number: Int, of parent: ProcessIndex) -> ProcessIndex {
    let birth = Birth(parent: parent, number: number)
    if let child = births[birth] { return child }
    let child = ProcessIndex(number: processCount)
    parents.append(parent)
    paths.append(paths[parent.number] + [number])
    births[birth] = child
    return child
  }

  func objectName(_ name: QueueName) -> ObjectName {
    ObjectName(maker: paths[name.maker.number], kind: .queue, number: name.number)
  }

  /// The name of what is in the slot; nil where it is none of these.
  func objectName(_ slot: Slot) -> ObjectName? {
    switch kind(of: slot) {
    case .semaphore(let maker, let number):
      ObjectName(maker: paths[maker.number], kind: .semaphore, number: number)
    case .queue(let name, _): objectName(name)
    case .pipe(let name, let toFirst):
      ObjectName(
        maker: paths[name.maker.number], kind: .pipe(toFirst: toFirst), number: name.number)
    case .observers, .folder, .context, .life, .path, .content, .openFile, .buffer, .shared,
      .manager, .timer, .clock, .globals, .turn:
      nil
    }
  }
}

// The gate that holds the processes of a replayed run before each of their moves, in shared memory: a
// schedule, and which of its moves is next. Whoever has the turn keeps it until he stands at his next
// move, so one process at a time does anything. Once all moves are made, the gate is open to all.

import CPlatform
import Glibc
import Observation
import Synchronization

struct GateCell: ~Copyable {
  /// The move that is being made, as a number into the schedule; a futex word, so it stands first.
  let cursor: Atomic<UInt32>
  /// How many moves there are.
  let count: Atomic<UInt32>
  /// Where they lie among the arena's numbers.
  let start: Atomic<UInt32>
  /// The operating system's number of a process that made its last move, and may not be gone yet.
  let departing: Atomic<Int32>

  static let offset = 2048
}

struct Gate {
  let arena: SharedArena

  private var cell: UnsafeMutablePointer<GateCell> { arena.gate }

  init(arena: SharedArena) { self.arena = arena }

  /// Puts the schedule in place. The main process has the turn until it stands at its first move.
  ///
  /// - Returns: nil where it is too long for the arena.
  init?(_ schedule: Schedule, in arena: SharedArena) {
    self.arena = arena
    let moves = [Schedule.Move(process: 0)] + schedule.moves
    guard let start = arena.makeWords(count: moves.count) else { return nil }
    for (index, move) in moves.enumerated() {
      arena.word(start + index).pointee.bits.store(Gate.bits(of: move), ordering: .relaxed)
    }
    cell.pointee.start.store(UInt32(start), ordering: .relaxed)
    cell.pointee.count.store(UInt32(moves.count), ordering: .releasing)
  }

  // MARK: Moves as numbers

  private enum Kind: UInt64 { case proceed, choose, giveUp, die, feed, part }

  private static func bits(of move: Schedule.Move) -> UInt64 {
    let coded: (kind: Kind, value: Int) =
      switch move.decision {
      case .proceed: (.proceed, 0)
      case .choose(let value): (.choose, value)
      case .giveUp: (.giveUp, 0)
      case .die: (.die, 0)
      case .feed(let number): (.feed, number)
      case .part: (.part, 0)
      }
    return UInt64(UInt32(truncatingIfNeeded: move.process)) << 32 | coded.kind.rawValue << 24
      | UInt64(coded.value & 0xFF_FFFF)
  }

  private static func move(_ bits: UInt64) -> Schedule.Move {
    let value = Int(bits & 0xFF_FFFF)
    let decision: Schedule.Decision =
      switch Kind(rawValue: bits >> 24 & 0xFF) {
      case .proceed, nil: .proceed
      case .choose: .choose(value)
      case .giveUp: .giveUp
      case .die: .die
      case .feed: .feed(value)
      case .part: .part
      }
    return Schedule.Move(process: Int(bits >> 32), decision: decision)
  }

  // MARK: Turns

  /// The number of the move whose turn it is.
  var cursor: UInt32 { cell.pointee.cursor.load(ordering: .sequentiallyConsistent) }

  var isOpen: Bool { cursor >= cell.pointee.count.load(ordering: .acquiring) }

  /// nil where all moves are made.
  func move(at number: UInt32) -> Schedule.Move? {
    guard number < cell.pointee.count.load(ordering: .acquiring) else { return nil }
    let start = cell.pointee.start.load(ordering: .relaxed)
    return Gate.move(arena.word(Int(start + number)).pointee.bits.load(ordering: .relaxed))
  }

  /// Rings when another move's turn has come.
  func bell(_ number: UInt32) -> Bell { .word(word, not: number) }

  private var word: UnsafePointer<UInt32> {
    UnsafeRawPointer(cell).assumingMemoryBound(to: UInt32.self)
  }

  /// The move is made. For whoever has the turn.
  func advance() {
    cell.pointee.cursor.add(1, ordering: .sequentiallyConsistent)
    platform_futex_wake(word, .max)
  }

  /// Lets everybody through from now on.
  func open() {
    cell.pointee.cursor.store(
      cell.pointee.count.load(ordering: .acquiring), ordering: .sequentiallyConsistent)
    platform_futex_wake(word, .max)
  }

  /// The last of this process's moves: the next one's waits until it is gone.
  func depart() {
    cell.pointee.departing.store(getpid(), ordering: .sequentiallyConsistent)
    advance()
  }

  /// Waits until a process that made its last move is gone, with all that it held.
  func awaitDeparture() {
    let number = cell.pointee.departing.load(ordering: .sequentiallyConsistent)
    guard number != 0 else { return }
    let descriptor = platform_open_process(number)
    if descriptor >= 0 {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = platform_poll(&entry, 1, -1)
      close(descriptor)
    }
    cell.pointee.departing.store(0, ordering: .sequentiallyConsistent)
  }
}

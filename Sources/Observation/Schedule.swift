// A schedule as a value: who does the next visible operation, over and over. Its text travels between
// `explore`, which finds one, and whoever performs it again, in the model or in real processes.

import Diagnostics
import Machine

/// The order of visible operations of one run.
///
/// As text: process numbers with dots between, in the order of their start and 0 for the main one;
/// `*n` repeats. What else the world decides stands behind the number: `2=5` is process 2 whose
/// choice falls on the value numbered 5, `2~` process 2 that gives up a timed wait, `2x` process 2
/// that dies of a signal. `2f` is a move of process 2's feeder for the first queue that it put into,
/// `2f1` for the second one. `2-` is a part of an operation, in which process 2 then stands: a get that
/// has the reading lock, a message that is half written, a wait or a call that has begun. `2` is all
/// that is left of it. `0.1.2*5.1=3.2~.0f` is an example.
package struct Schedule: Hashable, Sendable {
  package enum Decision: Hashable, Sendable {
    case proceed
    /// `Effect.choose` gets this number.
    case choose(Int)
    /// A timed wait runs out.
    case giveUp
    /// A signal that was sent earlier takes effect.
    case die
    /// The process's feeder for the queue that it was the `n`-th to put into, from 0, takes an item a
    /// step further.
    case feed(Int)
    /// A part of the operation is done.
    case part
  }

  package struct Move: Hashable, Sendable {
    /// The process by its number in the order of the process table of the run.
    package var process: Int
    package var decision: Decision

    package init(process: Int, decision: Decision = .proceed) {
      self.process = process
      self.decision = decision
    }
  }

  package var moves: [Move]

  package init(_ moves: [Move] = []) { self.moves = moves }

  package var text: String {
    var parts: [String] = []
    var index = 0
    while index < moves.count {
      let move = moves[index]
      var count = 1
      while index + count < moves.count, moves[index + count] == move { count += 1 }
      parts.append(Self.text(of: move) + (count > 1 ? "*\(count)" : ""))
      index += count
    }
    return parts.joined(separator: ".")
  }

  private static func text(of move: Move) -> String {
    switch move.decision {
    case .proceed: "\(move.process)"
    case .choose(let value): "\(move.process)=\(value)"
    case .giveUp: "\(move.process)~"
    case .die: "\(move.process)x"
    case .feed(let queue): "\(move.process)f" + (queue > 0 ? "\(queue)" : "")
    case .part: "\(move.process)-"
    }
  }

  /// More moves than any run that a person replays.
  private static let longest = 1_000_000

  package static func parse(_ text: String) -> Result<Schedule, Diagnostic> {
    var moves: [Move] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) where text != "" {
      guard let (move, count) = parse(part: part), moves.count + count <= longest else {
        return .failure(
          Diagnostic(
            .input, .says("cannot read '\(part)' in the schedule"), at: nil,
            hint: .says("process numbers with dots between, *n to repeat: 0.1.2*5.1")))
      }
      moves.append(contentsOf: repeatElement(move, count: count))
    }
    return .success(Schedule(moves))
  }

  private static func parse(part: Substring) -> (Move, count: Int)? {
    var rest = part
    guard let process = takeNumber(&rest) else { return nil }
    var move = Move(process: process)
    switch rest.first {
    case "=":
      rest.removeFirst()
      guard let value = takeNumber(&rest) else { return nil }
      move.decision = .choose(value)
    case "~":
      rest.removeFirst()
      move.decision = .giveUp
    case "x":
      rest.removeFirst()
      move.decision = .die
    case "f":
      rest.removeFirst()
      let hasNumber = rest.first.map { ("0"..."9").contains($0) } ?? false
      guard let queue = hasNumber ? takeNumber(&rest) : 0 else { return nil }
      move.decision = .feed(queue)
    case "-":
      rest.removeFirst()
      move.decision = .part
    default: break
    }
    guard !rest.isEmpty else { return (move, 1) }
    guard rest.removeFirst() == "*", let count = takeNumber(&rest), rest.isEmpty else { return nil }
    return count <= longest ? (move, count) : nil
  }

  private static func takeNumber(_ text: inout Substring) -> Int? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    text.removeFirst(digits.count)
    return Int(digits)
  }
}

extension Effect {
  /// Whether a schedule may have it whole, or in its parts with others' moves between.
  package var hasParts: Bool {
    switch self {
    case .get, .call: true
    default: false
    }
  }

  /// Whether a schedule has a move for it: what one process does here another may notice, or it hangs
  /// on others, or the world decides. Between two of these a process is left alone.
  package var isMove: Bool {
    switch self {
    case .open, .read, .writeFile, .seek, .truncate, .remove, .rename, .fileKind, .fileSize,
      .listFolder, .acquire, .release, .semaphoreValue, .wait, .poll, .signal, .choose, .exit,
      .abort, .send, .receive, .awaitReady, .closeEnd, .put, .get, .queueSize, .queueIsEmpty,
      .queueIsFull, .awaitFeeder, .taskDone, .awaitTasks, .load, .store, .call, .stopManager:
      true
    case .write(let stream, _): stream == .standardOutput
    case .paused, .beginExit, .serve, .unsupported, .fork, .processNumber, .parentNumber,
      .processorCount, .makePipe, .makeQueue, .makeShared, .startManager, .makeSemaphore, .close,
      .now, .sleep, .randomFloat:
      false
    }
  }
}

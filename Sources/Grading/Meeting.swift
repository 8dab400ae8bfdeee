// Where two processes meet in a schedule. Flows in: the steps of a witness. Flows out: the operations
// whose order makes the outcome. It looks at what is touched, and when, and at nothing else.

import Machine
import Model

/// Operations of two processes on one thing.
package struct Meeting: Hashable, Sendable {
  /// The first process's operation.
  package var first: WitnessStep
  /// The other process's operation, which comes after `first`.
  package var other: WitnessStep
  /// The first process's next operation on the same thing, where `other` came in between.
  package var resumed: WitnessStep?

  /// The meeting that tells most: the first process that is interrupted between two operations on one
  /// thing, else the first change that another process finds. What is shared comes before the locks
  /// that guard it.
  package static func find(in steps: [WitnessStep]) -> Meeting? {
    let shared = steps.filter { !isLocking($0) }
    return find(in: shared, of: { $0.process != $1.process })
      ?? find(in: steps, of: { $0.process != $1.process })
      // A process and its own feeder.
      ?? find(in: shared, of: { !isSameActor($0, $1) })
  }

  private static func find(
    in steps: [WitnessStep], of meets: (WitnessStep, WitnessStep) -> Bool
  ) -> Meeting? {
    interruption(in: steps, of: meets) ?? handover(in: steps, of: meets)
  }

  private static func interruption(
    in steps: [WitnessStep], of meets: (WitnessStep, WitnessStep) -> Bool
  ) -> Meeting? {
    for (index, first) in steps.enumerated() where first.subject != nil {
      let rest = steps[(index + 1)...]
      guard
        let next = rest.firstIndex(where: {
          isSameActor($0, first) && $0.subject == first.subject
        }),
        let other = steps[(index + 1)..<next].first(where: {
          $0.subject == first.subject && meets($0, first)
        }),
        first.changes || other.changes || steps[next].changes
      else { continue }
      return Meeting(first: first, other: other, resumed: steps[next])
    }
    return nil
  }

  private static func handover(
    in steps: [WitnessStep], of meets: (WitnessStep, WitnessStep) -> Bool
  ) -> Meeting? {
    for (index, first) in steps.enumerated() where first.subject != nil && first.changes {
      let other = steps[(index + 1)...].first {
        $0.subject == first.subject && meets($0, first)
      }
      if let other { return Meeting(first: first, other: other) }
    }
    return nil
  }

  private static func isSameActor(_ one: WitnessStep, _ other: WitnessStep) -> Bool {
    one.process == other.process && one.isFeed == other.isFeed
  }

  private static func isLocking(_ step: WitnessStep) -> Bool {
    switch step.action {
    case .acquires, .releases: true
    case .reads, .empties, .writes, .prints, .other: false
    }
  }
}

extension ReplayStep {
  /// What it touches that another process can touch too. Ends of pipes go by numbers of each
  /// process's own, so all pipes count as one thing.
  var subject: String? {
    switch operation {
    case .open(let path, truncating: true): "file \(path)"
    case .read(let path, _), .write(let path, _), .changeFolder(let path),
      .remove(let path), .rename(_, to: let path), .look(let path):
      "file \(path)"
    case .acquire(let id, _), .release(let id), .count(let id, _): "semaphore \(id)"
    case .wait(let id, _), .poll(let id, _), .signal(let id, _): "process \(id)"
    case .send, .receive, .closeEnd, .part(.writing): "pipes"
    case .put(let id, _), .get(let id, _), .findEmpty(let id), .findFull(let id, _),
      .feed(let id, _), .lookAtQueue(let id, _, _), .taskDone(let id), .awaitTasks(let id),
      .part(.getting(let id, _)), .part(.awaitingTasks(let id)):
      "queue \(id)"
    case .load(let id, _), .store(let id, _, _): "memory \(id)"
    case .call(let id, let message, _):
      "manager \(id)" + (ManagedCall(message)?.key.map { " \($0)" } ?? "")
    case .stopManager(let id), .part(.calling(let id)): "manager \(id)"
    case .open(_, truncating: false), .awaitReady, .awaitFeeder, .part(.changing), .part(.ending),
      .choose,
      .print, .exit, .die:
      nil
    }
  }

  /// Whether it may leave what it touches different behind; what only looks does not.
  var changes: Bool {
    switch operation {
    case .read, .look, .count, .wait, .poll, .findEmpty, .findFull, .lookAtQueue, .awaitTasks,
      .load, .awaitReady, .awaitFeeder:
      false
    case .call(_, let message, _): ManagedCall(message)?.onlyLooks != true
    case .open, .write, .changeFolder, .remove, .rename, .acquire, .release, .signal, .choose,
      .print, .exit,
      .die,
      .send, .receive, .closeEnd, .put, .get, .feed, .taskDone, .store, .stopManager,
      .part:
      true
    }
  }
}

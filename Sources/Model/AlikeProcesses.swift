// Processes that are alike: which may exchange their places, and how a parent that waits for several
// of them in some order does not tell them apart.
//
// Rules: a process's place in the state is its index, and nothing but a wait for its end, a signal or
// a question about it uses that index. While nobody asks or signals, a process may change places with
// a sibling if the same processes wait for both, and nobody will wait for them one by one. A process
// that has made semaphores, children or shared files has given its index to them and stays. What it
// prints must not be read by its digits, nor by who printed it, for two that are alike may differ in
// a number that is only shown.
//
// Waits that follow each other without anything between are one: the parent goes on once all have
// ended. Nobody sees how far it has come before, and what it would have done so far commutes with all
// else.

import Explorer
import Machine
import Observation

extension Policy {
  /// Whether processes are sorted: while nobody can tell who is who.
  var isSymmetric: Bool {
    sortsProcesses && !observesExits && killable == .nobody && !stopsAtEveryMove
  }

  /// Whether waits that follow each other are one.
  var joinsTogether: Bool {
    isSymmetric
  }

  /// Whether notes of two processes may not be exchanged.
  var ordersNotes: Bool {
    projection.dependsOnOrder || !projection.markedFunctions.isEmpty
      || !projection.processes.isEmpty
  }
}

extension Projection {
  /// Whether it sees neither who did something nor any number in a line.
  var isIndifferent: Bool {
    guard !ordersLines, !collectsLines, processes.isEmpty, markedFunctions.isEmpty,
      !looksAtExitCodes
    else { return false }
    let texts = countedTexts + orderedPairs.flatMap { [$0.first, $0.second] }
    return !texts.contains { $0.isEmpty || $0.contains { $0.isNumber || $0 == "-" || $0 == "+" } }
  }
}

extension Kernel {
  /// One bundle for each process but the main one: its context and its life.
  var bundles: [Bundle] {
    guard policy.isSymmetric else { return [] }
    while knownBundles.count < slots.processCount - 1 {
      let index = ProcessIndex(number: knownBundles.count + 1)
      knownBundles.append(
        Bundle(
          group: slots.parent(of: index)?.number ?? 0,
          slots: [slots.slot(.context(index)), slots.slot(.life(index))]))
    }
    return knownBundles
  }

  func pins(_ slot: Slot, _ handle: Handle) -> AccessSet? {
    var set = AccessSet()
    func pin(_ index: ProcessIndex) {
      if index != .main { set.insert(index.number - 1) }
    }
    switch slots.kind(of: slot) {
    case .context(let index):
      let context = components.contexts[handle]
      if context.reach.isOpen { return nil }
      if context.isPinned { pin(index) }
      for process in context.reach.processes where !context.joined.contains(process) {
        let other = ProcessIndex(number: Int(process.index))
        if other != index { pin(other) }
      }
    case .life(let index):
      switch life(handle) {
      case .alive(let signal, _): if signal != 0 { pin(index) }
      case .ended(let name, _, _): if !name.isEmpty { pin(index) }
      }
    case .observers, .folder, .semaphore, .path, .content, .openFile, .pipe, .queue, .buffer,
      .shared, .manager, .timer, .clock, .globals, .turn:
      break
    }
    return set
  }

  /// The processes for which the process waits now and then at once, in this order.
  func joined(by context: ProcessContext) -> [ProcessID] {
    guard policy.joinsTogether else { return [] }
    var joined: [ProcessID] = []
    var body = context.body
    var effect = context.pending
    var pauses = 0
    while pauses < 20 {
      switch effect {
      case .wait(let id, .forever):
        joined.append(id)
        // With which number it has ended, a join does not look at.
        body.resume(with: .exitCode(0))
      case .paused:
        pauses += 1
        body.resume(with: .done)
      default: return joined
      }
      effect = body.run(budget: 1_000)
    }
    return joined
  }
}

// One process's interpreter as a value. Flows in: a program's image and replies. Flows out: effects.
// It never makes a system call and never blocks: it runs until it needs its world, stands still at
// the instruction that asked, and goes on when it gets its reply. A copy of it is a forked process.
//
// Rule: an instruction that asks the world is executed again once the reply is there, and gets its
// replies from a log. So builtins perform first and change state last. Where an instruction runs
// the program's own code from inside a builtin (a key function, a `__repr__`), it starts from a
// snapshot instead, and is rolled back to it whenever that code needs the world.

import Language

/// A process: frames, stack, heap, globals.
package struct Machine: @unchecked Sendable {
  package let image: Image
  var heap = Heap()
  var stack = ValueStack()
  /// The first unused place on the stack.
  var top = 0
  var frames: [Frame] = []
  /// The instruction in progress in the topmost frame.
  var pc = 0
  var globals: [Value]
  /// The exception being handled, for a bare `raise` and for `__context__`; missing in a generator
  /// that handles none of its own.
  var handled: Value = .none

  /// What this machine waits for, after `run` has returned.
  package internal(set) var effect: Effect = .paused
  /// Answers effects on the spot, for a driver that can: its `run` returns only pauses and ends, no
  /// instruction is executed twice, and none needs a snapshot.
  package var answer: ((Effect, (code: UInt32, pc: Int32)?) -> Reply)?
  /// The replies that the instruction in progress has got so far.
  var replies: [Reply] = []
  var replyCursor = 0
  /// Addresses stay placeholders, since they differ between schedules that mean the same.
  package var isExplored = false
  /// What is otherwise than in CPython.
  package var rules: WrongRules = []
  /// What is put into a queue and can still change is pickled when the world says so.
  package var delaysPickling = false
  /// How many nested runs are in progress.
  var nesting = 0
  /// How many frames there were when the outermost nested run began.
  var outermostFrames = 0
  private var snapshot: Snapshot?
  /// Calls and loop turns until the machine looks up, and those of its budget beyond that.
  var stepsLeft = 0
  var budgetLeft = 0
  var nestedStepsLeft = 0
  static let quantum = 4096

  /// Names that the program computed: `setattr(x, "na" + "me", 1)`.
  var computedNames: [Text] = []
  var ending = Ending.running
  /// A forked child that has yet to call its target.
  var startsTarget = false
  /// This process's own place in the run.
  var process = ProcessState()
  /// Standard output not yet handed to the world.
  var pendingOutput: [UInt8] = []
  /// Where locks and semaphores lie in the heap, so that a fork need not look through all of it; not
  /// part of the state.
  var semaphoreObjects: [UInt32] = []
  /// What this process's feeders have yet to pickle, in the order of `put`.
  var waitingItems: [WaitingItem] = []
  /// It has paused before the instruction that is next, because of these.
  var hasPaused = false
  /// What it holds for clients, where it is a manager's server.
  var server: ManagerServer?
  /// Files that are open: heap indices, and the depth of the frame that opened each.
  var openFiles: [OpenFile] = []
  /// Whether the generator that was stepped last stands at a `yield`, and has not ended.
  var generatorHasYielded = false
  /// Random floats of which the range is kept.
  var draws: [Draw] = []
  /// The generator of the random module, once the program has seeded it.
  var defaultRandom: Value = .none
  /// How deep comparing, hashing or showing has gone into nested containers.
  var valueDepth = 0
  /// The containers whose `repr` is being made, outermost first.
  var beingShown: [Value] = []
  /// Set by `reraise`: the traceback has this frame already.
  var keepsTraceback = false

  private final class Snapshot {
    let machine: Machine
    init(_ machine: Machine) { self.machine = machine }
  }

  struct OpenFile: Hashable {
    var index: UInt32
    var depth: Int32
  }

  /// How far this process is from its end.
  enum Ending {
    case running
    /// The program's code is done; nil, or the exception that nobody caught.
    case leaving(exception: Value)
    case ended(ExitStatus)
  }

  /// A process about to run the program from its first line.
  /// - Parameter arguments: `sys.argv[1:]`.
  package init(image: Image, arguments: [String] = []) {
    self.image = image
    globals = image.initialGlobals
    process.arguments = arguments
    startMain()
  }

  // MARK: Running

  /// Runs until the world is needed.
  /// - Parameter budget: after about so many calls and loop turns the machine stands still at
  ///   `.paused`.
  package mutating func run(budget: Int) -> Effect {
    budgetLeft = budget
    startQuantum()
    nestedStepsLeft = 200_000_000
    stack.makeUnique(used: top)
    while true {
      do throws(Interrupt) {
        replyCursor = 0
        if server != nil {
          effect = .serve
          return effect
        }
        if startsTarget { try enterTarget() }
        if !frames.isEmpty {
          try execute(above: 0)
          top = 0
        }
        if case .running = ending { ending = .leaving(exception: .none) }
        effect = .exit(try leave())
        return effect
      } catch {
        switch error {
        case .suspended:
          rollBack()
          return effect
        case .restarted:
          nesting = 0
          snapshot = nil
          replies.removeAll()
        case .raised(let exception):
          finishInstruction()
          frames.removeAll()
          top = 0
          ending = .leaving(exception: exception)
        }
      }
    }
  }

  mutating func startQuantum() {
    stepsLeft = min(budgetLeft, Machine.quantum)
    budgetLeft -= stepsLeft
  }

  /// Answers the effect at which the machine stands.
  package mutating func resume(with reply: Reply) {
    if effect != .paused || reply == .interrupted { replies.append(reply) }
  }

  /// Asks the world, from inside a builtin.
  /// - Throws: `.suspended` until the reply is there; KeyboardInterrupt where it is `.interrupted`.
  mutating func perform(_ effect: Effect) throws(Interrupt) -> Reply {
    if let answer {
      let reply = answer(effect, position)
      if case .interrupted = reply { throw raise(.keyboardInterrupt) }
      return reply
    }
    if replyCursor < replies.count {
      let reply = replies[replyCursor]
      replyCursor += 1
      if reply == .interrupted { throw raise(.keyboardInterrupt) }
      return reply
    }
    if nesting > 0, snapshot == nil, frames.count > outermostFrames { throw cannotSuspend() }
    self.effect = effect
    throw .suspended
  }

  /// Asks the world, from inside a builtin; a failure becomes its exception.
  mutating func request(_ effect: Effect) throws(Interrupt) -> Reply {
    let reply = try perform(effect)
    if case .failed(let failure) = reply { throw raise(failure) }
    return reply
  }

  /// An effect inside code that was taken to perform none: an honest refusal instead of a guess.
  private mutating func cannotSuspend() -> Interrupt {
    effect = .unsupported(
      diagnostic(.says("an operator that prints or waits, called from inside a builtin")))
    return .suspended
  }

  /// The instruction in progress is done: its replies are used up.
  @inline(__always) mutating func finishInstruction() {
    if nesting == 0 && !(replies.isEmpty && snapshot == nil) { forgetReplies() }
  }

  @inline(never) private mutating func forgetReplies() {
    replies.removeAll(keepingCapacity: true)
    replyCursor = 0
    snapshot = nil
  }

  // MARK: Nested runs

  /// Keeps the state from which the instruction in progress can be executed again.
  mutating func takeSnapshotIfNeeded() {
    guard answer == nil, snapshot == nil else { return }
    guard nesting == 0 || frames.count == outermostFrames else { return }
    var copy = self
    copy.stack = stack.duplicated(used: top)
    snapshot = Snapshot(copy)
  }

  private mutating func rollBack() {
    defer {
      valueDepth = 0
      beingShown = []
    }
    guard let snapshot else {
      nesting = 0
      return
    }
    let effect = self.effect
    let replies = self.replies
    self = snapshot.machine
    stack.makeUnique(used: top)
    self.effect = effect
    self.replies = replies
    nesting = 0
  }

  // MARK: Where it stands

  /// The line of the instruction in progress, from 1; 0 once the program's code is done.
  package var currentLine: Int { callStack.last?.line ?? 0 }

  /// The functions being called, outermost first, each with the line where it stands.
  package var callStack: [(function: String, line: Int)] {
    frames.indices.map { index in
      let code = image.code(frames[index].code)
      let place = index == frames.count - 1 ? pc : Int(frames[index].pc)
      return (code.name, code.spans[place].line)
    }
  }

  /// Whether the program's code has ended and the process is on its way out.
  package var isLeaving: Bool { frames.isEmpty && !startsTarget }
}

extension Value {
  /// The index of an object of the process's own heap.
  @inline(__always) var heapIndex: Int? {
    if case .object(let reference) = self, !reference.isConstant { reference.index } else { nil }
  }
}

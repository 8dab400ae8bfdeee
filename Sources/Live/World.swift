// One process's world: performs what its machine asks for with the operating system. Flows in:
// Effects, each with the site where the machine stands. Flows out: Replies. A fork copies it with
// everything else, and the copy then becomes the child's.

import CPlatform
import Diagnostics
import Glibc
import Machine
import Synchronization

/// What all processes of a run have in common.
struct RunContext {
  let arena: SharedArena
  let folder: Folder
  let clock: LiveClock
  /// Where steps go, if anybody watches.
  let trace: Trace?
  /// Whether output becomes steps instead of going to the inherited standard output.
  let tracesOutput: Bool
  let lines: LineTable
  /// The functions of which it is told when a process is inside.
  let markedFunctions: [String]
}

struct World {
  let context: RunContext
  /// Who this process is.
  private(set) var process: ProcessID
  private(set) var slotIndex: Int
  /// The children that it forked, in order; those that it has reaped keep their exit code.
  var children: [Child] = []
  var chance: Chance
  /// What it has put into queues and not moved to their pipes.
  var feeder = Feeder()
  /// The managers that it knows.
  var managers: [Manager] = []
  /// Its part in a replayed run.
  var replay: Replay?
  /// Where calls come in, in a manager's server.
  private(set) var listener: Int32?
  /// Those of the marked functions that it was last seen inside.
  private var inside: [String] = []
  /// The names of open files, where anybody watches.
  private var fileNames: [(file: FileID, name: String)] = []
  /// The pipes' numbers, where anybody watches.
  private var pipeNumbers: [(end: EndID, pipe: UInt32)] = []

  struct Child {
    let id: ProcessID
    let slot: Int
    let number: Int32
    var exitCode: Int32?
  }

  init(context: RunContext, process: ProcessID, slotIndex: Int) {
    self.context = context
    self.process = process
    self.slotIndex = slotIndex
    chance = Chance()
  }

  var arena: SharedArena { context.arena }
  var slot: UnsafeMutablePointer<ProcessSlot> { arena.slot(slotIndex) }

  /// Performs the effect, waiting as long as it takes. `.exit` and `.abort` do not return.
  mutating func perform(_ effect: Effect, at site: Site) -> Reply {
    if !effect.endsProcess, platform_interrupted(1) != 0 { return .interrupted }
    if !effect.endsProcess { feedIfDue(at: site) }
    switch effect {
    case .paused:
      feed(at: site)
      return .done
    case .beginExit: return beginExit(at: site)
    // `Driver` takes it before it comes here.
    case .serve: return .failed(.system(errno: ENOSYS, path: nil))
    case .exit(let status):
      feed(at: site)
      end(status, at: site)
    case .abort(let code): end(ExitStatus(code: code), at: site)
    case .unsupported(let diagnostic): abandon(diagnostic)
    case .write(let stream, let bytes): return write(bytes, to: stream, at: site)
    case .fork(let name, let daemon): return fork(name: name, daemon: daemon, at: site)
    case .wait(let child, let patience): return wait(for: child, patience, at: site)
    case .poll(let child): return poll(child, at: site)
    case .signal(let target, let signal): return send(signal, to: target, at: site)
    case .processNumber(let other): return processNumber(of: other)
    case .parentNumber: return .int(Int(getppid()))
    case .processorCount: return .int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    case .makeSemaphore(let value, let maximum): return makeSemaphore(value, maximum)
    case .acquire(let id, let patience): return acquire(id, patience, at: site)
    case .release(let id): return release(id, at: site)
    case .semaphoreValue(let id): return .int(Int(arena.semaphore(id).pointee.count))
    case .makePipe(let duplex): return makePipe(duplex: duplex)
    case .send(let end, let message): return send(message, to: end, at: site)
    case .receive(let end): return receive(end, at: site)
    case .awaitReady(let all, let patience): return awaitReady(all, patience, at: site)
    case .closeEnd(let end): return closeEnd(end, at: site)
    case .makeQueue(let kind, let capacity): return makeQueue(kind, capacity: capacity)
    case .put(let queue, let item, let patience): return put(item, into: queue, patience, at: site)
    case .get(let queue, let patience): return get(queue, patience, at: site)
    case .queueSize(let queue): return .int(arena.queue(queue).count)
    case .queueIsEmpty(let queue): return .bool(arena.queue(queue).isEmpty)
    case .queueIsFull(let queue): return .bool(arena.queue(queue).isFull)
    case .awaitFeeder(let queue): return awaitFeeder(queue, at: site)
    case .taskDone(let queue): return taskDone(queue, at: site)
    case .awaitTasks(let queue): return awaitTasks(queue, at: site)
    case .makeShared(let words): return makeShared(words)
    case .load(let id, let range, let lock): return load(id, range, under: lock, at: site)
    case .store(let id, let place, let words, let lock):
      return store(words, at: place, of: id, under: lock, at: site)
    case .startManager(let name): return startManager(name: name)
    case .call(let manager, let call, let patience):
      return self.call(manager, call, patience, at: site)
    case .stopManager(let manager): return stop(manager)
    case .open(let path, let mode): return open(path, mode, at: site)
    case .read(let file, let limit): return read(file, limit: limit, at: site)
    case .writeFile(let file, let bytes): return write(bytes, to: file, at: site)
    case .seek(let file, let offset, let origin): return seek(file, offset, from: origin)
    case .truncate(let file, let size): return truncate(file, size: size)
    case .close(let file): return close(file)
    case .remove(let path): return remove(path)
    case .rename(let old, let new): return rename(old, to: new)
    case .fileKind(let path): return fileKind(path)
    case .fileSize(let path): return fileSize(path)
    case .listFolder(let path): return list(path)
    case .now(let clock): return .float(now(clock))
    case .sleep(.exactly(let seconds)): return sleep(seconds, at: site)
    case .sleep(.within), .sleep(.unknown): return .done
    case .choose(let count): return .int(chance.number(below: count))
    case .randomFloat: return .float(chance.fraction())
    }
  }

  // MARK: Telling

  func tell(_ what: @autoclosure () -> Step.What, at site: Site?) {
    guard let trace = context.trace else { return }
    let line = site.map { context.lines.line(of: $0) } ?? 0
    trace.send(
      Step(time: context.clock.elapsed, process: process, line: line, what: what()))
  }

  /// Tells which marked functions were entered and left since the last time: what a process does
  /// between two effects nobody else can notice, so that is soon enough.
  mutating func tellMarks(in machine: Machine, at site: Site) {
    let stack = machine.callStack.map(\.function)
    let now = context.markedFunctions.filter(stack.contains)
    for function in inside where !now.contains(function) {
      tell(.left(function: function), at: site)
    }
    for function in now where !inside.contains(function) {
      tell(.entered(function: function), at: site)
    }
    inside = now
  }

  func write(_ bytes: [UInt8], to stream: OutputStream, at site: Site) -> Reply {
    guard context.tracesOutput else {
      return Descriptor(stream == .standardOutput ? 1 : 2).write(bytes).reply(.done, path: nil)
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Trace.largestPiece)
      tell(.wrote(stream, Array(piece)), at: site)
      rest = rest.dropFirst(piece.count)
    }
    return .done
  }

  // MARK: Time

  private func now(_ clock: Clock) -> Double {
    switch clock {
    case .wall: context.clock.wall
    case .monotonic: context.clock.monotonic
    case .processor: context.clock.processor
    }
  }

  private mutating func sleep(_ seconds: Double, at site: Site) -> Reply {
    tell(.waits(.time(seconds: seconds), limited: true), at: site)
    let deadline = context.clock.deadline(after: seconds)
    while true {
      switch sleep(for: WaitReason(.time), on: .nothing, until: deadline, at: site) {
      case .rung: continue
      case .timedOut: return .done
      case .interrupted: return .interrupted
      }
    }
  }

  // MARK: Ending

  /// Ends this process. Its children are its machine's business.
  private mutating func end(_ status: ExitStatus, at site: Site) -> Never {
    let code = status.code & 0xFF
    tell(.ended(code: code, exception: status.exception), at: site)
    arena.noteEnd(slot: slotIndex, exitCode: code)
    _exit(code)
  }

  /// Ends a process that has come to what tutor does not run and could not find before the start.
  private func abandon(_ diagnostic: Diagnostic) -> Never {
    _ = Descriptor(2).write(Array(context.lines.text(of: diagnostic).utf8))
    arena.noteEnd(slot: slotIndex, exitCode: 1)
    _exit(1)
  }

  /// What a fork leaves to the child: a world of its own.
  mutating func becomeChild(_ id: ProcessID, slot index: Int) {
    process = id
    slotIndex = index
    children = []
    inside = []
    chance = Chance()
    feeder = Feeder()
    replay = replay.map { Replay($0.gate, isMain: false) }
    for index in managers.indices { managers[index].becomeChilds() }
  }

  /// The same for a manager's server. Ctrl-C is none of its business.
  mutating func becomeServer(_ id: ProcessID, slot index: Int, listener: Int32) {
    platform_ignore_interrupts()
    becomeChild(id, slot: index)
    self.listener = listener
    replay = nil
    slot.pointee.number.store(getpid(), ordering: .releasing)
  }

  /// What each process of the program does first.
  ///
  /// A Ctrl-C that came while it was being forked is meant for it, too: it is not forgotten here.
  func startProcess() {
    slot.pointee.number.store(getpid(), ordering: .releasing)
    let word = UnsafeMutableRawPointer(slot).assumingMemoryBound(to: UInt32.self)
    platform_watch_interrupts(word)
  }

  // MARK: Open files by name, for those who watch

  func name(of file: FileID) -> String {
    fileNames.last { $0.file == file }?.name ?? ""
  }

  mutating func remember(_ file: FileID, name: String) {
    if context.trace != nil { fileNames.append((file, name)) }
  }

  mutating func forget(_ file: FileID) {
    fileNames.removeAll { $0.file == file }
  }

  // MARK: Pipes by number, for those who watch

  /// Which pipe it is an end of, in the order in which the run made them.
  func pipeNumber(of end: EndID) -> UInt32 {
    pipeNumbers.last { $0.end == end }?.pipe ?? 0
  }

  mutating func rememberPipe(_ ends: [Int32]) {
    guard context.trace != nil else { return }
    let number = arena.header.pointee.pipes.add(1, ordering: .relaxed).oldValue
    for end in ends { pipeNumbers.append((EndID(Int(end)), number)) }
  }

  mutating func forgetPipe(_ end: EndID) {
    pipeNumbers.removeAll { $0.end == end }
  }
}

extension Effect {
  /// Whether there is nothing after it that Ctrl-C could interrupt.
  fileprivate var endsProcess: Bool {
    if case .exit = self { return true }
    if case .abort = self { return true }
    return false
  }
}

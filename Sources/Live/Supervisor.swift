// The process that starts a program's main process, watches all of the program's processes, and is
// the last to go. Flows in: a program, signals, commands of whoever started the run. Flows out: how
// the run ended. It has one thread and runs no code of the program's.
//
// Who dies with whom: all processes of a program form a process group of their own, and share the
// read end of a pipe whose only writer is the supervisor. When the supervisor dies, however it dies,
// the kernel itself sends the group SIGKILL. Their memory is one anonymous mapping: it dies with them.

import CPlatform
import Diagnostics
import Glibc
import Language
import Machine

struct Supervisor {
  let program: Program
  let settings: RunSettings
  let outlets: RunOutlets
  let arena: SharedArena
  let folder: Folder
  let clock: LiveClock

  /// What holds the processes of a replayed run.
  private var gate: Gate?
  /// The program's process group, which is its main process's number.
  private var group: Int32 = 0
  private var signals: Int32 = -1
  private var lifelineEnds = (reading: Int32(-1), writing: Int32(-1))

  private var mainEnd: ProcessEnd?
  /// Why the run was ended by force, if it was.
  private var forcedEnd: RunEnd?
  private var interruptedAt: Int64?
  private var lastLook: StuckWatch.Look?
  private var unseenInterrupts: [Int32] = []
  private var hasDismissedDaemons = false
  private var hasToldOfLimit = false

  /// How long the program may take to end after Ctrl-C.
  private static let grace: Int64 = 2_000_000_000
  /// How often it looks whether everybody waits, in milliseconds.
  private static let interval: Int32 = 50

  init(
    program: Program, settings: RunSettings, outlets: RunOutlets, arena: SharedArena,
    folder: Folder
  ) {
    self.program = program
    self.settings = settings
    self.outlets = outlets
    self.arena = arena
    self.folder = folder
    clock = LiveClock(speed: settings.speed)
  }

  /// Runs the program until its last process has ended.
  mutating func run() -> RunEnd {
    guard hasOneThread() else {
      return failed(.says("a process with several threads cannot fork a program"))
    }
    if let schedule = settings.schedule {
      gate = Gate(schedule, in: arena)
      guard gate != nil else {
        return failed(.says("a schedule of that length cannot be replayed"))
      }
    }
    guard start() else {
      return failed(.says("cannot start a process: \(Wording.systemError(errno))"))
    }
    while reapAll() {
      awaitNews()
      for signal in nextSignals() { handle(signal: signal) }
      lookAround()
    }
    return end
  }

  private func hasOneThread() -> Bool {
    readSmallFile("/proc/self/status")?.split(separator: "\n").contains("Threads:\t1") ?? false
  }

  private var end: RunEnd {
    if let forcedEnd { return forcedEnd }
    switch mainEnd {
    case nil: return failed(.says("the main process was lost"))
    case .exited(let code):
      // 1 is what an exception gives that nobody caught, here KeyboardInterrupt.
      let wasInterrupted = interruptedAt != nil && (code == 1 || code == 130)
      return wasInterrupted ? .interrupted : .exited(code)
    case .killed(signal: SIGINT): return .interrupted
    case .killed(let signal): return .signalled(signal)
    }
  }

  private func failed(_ reason: Wording) -> RunEnd { .failed(reason.text(in: settings.language)) }

  // MARK: Starting

  /// Forks the main process. Only the parent returns; false with `errno` set when it could not.
  private mutating func start() -> Bool {
    guard openLifeline(), platform_adopt_orphans() == 0 else { return false }
    signals = platform_signal_descriptor(Supervisor.watchedSignals)
    let reserved = arena.reserveSlot(
      name: "MainProcess", parent: ProcessID(0), daemon: false)
    guard signals >= 0, let reserved else { return false }
    let number = platform_fork()
    if number == 0 { becomeMain(slot: reserved.slot) }
    guard number > 0 else {
      errno = -number
      return false
    }
    // The child does it too: whoever comes first.
    _ = setpgid(number, number)
    group = number
    close(lifelineEnds.reading)
    return true
  }

  private mutating func openLifeline() -> Bool {
    var ends: [Int32] = [-1, -1]
    guard platform_pipe(&ends) == 0 else { return false }
    lifelineEnds = (ends[0], ends[1])
    return true
  }

  private static let watchedSignals: UInt64 =
    [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCHLD].reduce(0) { $0 | 1 << UInt64($1 - 1) }

  /// In the forked child: becomes the program's main process.
  private func becomeMain(slot: Int) -> Never {
    _ = setpgid(0, 0)
    let tied = platform_tie_to_pipe(lifelineEnds.reading, -getpid(), SIGKILL)
    close(lifelineEnds.writing)
    for kept in [signals, outlets.control, outlets.lifeline] {
      if let kept { close(kept) }
    }
    // The supervisor may have died before the pipe was tied.
    if tied < 0 || platform_pipe_is_abandoned(lifelineEnds.reading) != 0 { _exit(70) }
    platform_reset_signals()
    platform_forbid_core_files()
    platform_allow_many_files()
    giveEmptyInput()
    let context = RunContext(
      arena: arena, folder: folder, clock: clock, trace: outlets.trace,
      tracesOutput: outlets.trace != nil, lines: LineTable(program, in: settings.language),
      markedFunctions: outlets.trace == nil ? [] : settings.markedFunctions)
    var world = World(context: context, process: ProcessID(0), slotIndex: slot)
    world.replay = gate.map { Replay($0, isMain: true) }
    world.startProcess()
    world.tell(
      .started(name: "MainProcess", number: getpid(), parent: nil, daemon: false), at: nil)
    Driver(world).run(
      Machine(
        image: Image(program: program, language: settings.language), arguments: settings.arguments))
  }

  private func giveEmptyInput() {
    let empty = open("/dev/null", O_RDONLY)
    guard empty > 0 else { return }
    dup2(empty, 0)
    close(empty)
  }

  // MARK: Watching

  /// Takes the status of every process that has ended and has no parent but this one. False when
  /// the last process of the program is gone.
  private mutating func reapAll() -> Bool {
    while true {
      var status: Int32 = 0
      let number = waitpid(-group, &status, WNOHANG)
      if number == 0 { return true }
      if number < 0 {
        guard errno == EINTR else { return false }
        continue
      }
      noteEnd(number, ProcessEnd(status: status))
    }
  }

  private mutating func noteEnd(_ number: Int32, _ end: ProcessEnd) {
    if number == group { mainEnd = end }
    guard let index = arena.slotIndex(ofNumber: number) else { return }
    let process = ProcessID(Int(arena.slot(index).pointee.process.load(ordering: .relaxed)))
    if arena.noteEnd(slot: index, exitCode: end.exitCode), case .killed(let signal) = end {
      if let birth = arena.firstStep(ofSlot: index) { tell(birth, of: process) }
      tell(.killed(signal: signal), of: process)
      if forcedEnd == nil, let text = crashText(arena.name(of: process), signal) {
        say(text)
      }
    }
    arena.freeSlot(index)
  }

  /// Sleeps until something has happened, or it is time to look around.
  private func awaitNews() {
    var entries = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
    if let control = outlets.control {
      entries.append(pollfd(fd: control, events: Int16(POLLIN), revents: 0))
    }
    _ = poll(&entries, nfds_t(entries.count), Supervisor.interval)
  }

  private func nextSignals() -> [Int32] {
    var numbers: [Int32] = []
    while true {
      let number = platform_next_signal(signals)
      if number == 0 { return numbers }
      numbers.append(number)
    }
  }

  private mutating func handle(signal: Int32) {
    switch signal {
    case SIGINT: interrupt()
    case SIGTERM, SIGHUP, SIGQUIT: endByForce(.signalled(signal))
    case SIGTSTP: suspendAll(andSelf: true)
    default: break  // SIGCHLD: reapAll comes next
    }
  }

  private mutating func lookAround() {
    obeyCommands()
    guard forcedEnd == nil else {
      // A process that was just being forked may have missed it.
      kill(-group, SIGKILL)
      return
    }
    if let interruptedAt, LiveClock.monotonicNanoseconds() - interruptedAt > Supervisor.grace {
      return endByForce(.interrupted)
    }
    if interruptedAt != nil { repeatUnseenInterrupts() }
    if mainEnd != nil { dismissDaemons() }
    tellOfLimit()
    forgetLostProcesses()
    lookForStuck()
  }

  private mutating func lookForStuck() {
    let lines = LineTable(program, in: settings.language)
    let look = StuckWatch(arena: arena, lines: lines).look()
    defer { lastLook = look }
    guard let look, let lastLook, StuckWatch.confirms(look, lastLook) else { return }
    if outlets.trace != nil {
      tell(.stuck(look.run), of: ProcessID(0))
    } else {
      _ = Descriptor(2).write(Array(look.run.text(in: settings.language).utf8))
    }
    endByForce(.stuck)
  }

  /// A slot whose process is gone although nobody gave it back: its parent was killed between.
  private func forgetLostProcesses() {
    for index in arena.usedSlots where arena.state(ofSlot: index) != .free {
      let number = arena.slot(index).pointee.number.load(ordering: .acquiring)
      guard number > 0, kill(number, 0) != 0, errno == ESRCH else { continue }
      // Read again: its parent may have given the slot back just now.
      guard arena.slot(index).pointee.number.load(ordering: .acquiring) == number else { continue }
      arena.noteEnd(slot: index, exitCode: -SIGKILL)
    }
  }

  /// The main process has ended: daemons that it had no time to end are ended now, as soon as no
  /// other process is left. Others go on to their own end, as under CPython.
  private mutating func dismissDaemons() {
    let living = arena.usedSlots.filter { arena.state(ofSlot: $0) == .alive }
    guard
      living.allSatisfy({ arena.slot($0).pointee.isDaemon.load(ordering: .relaxed) == 1 })
    else { return }
    kill(-group, hasDismissedDaemons ? SIGKILL : SIGTERM)
    hasDismissedDaemons = true
  }

  // MARK: Ending and pausing

  private mutating func interrupt() {
    guard interruptedAt == nil else { return endByForce(.interrupted) }
    interruptedAt = LiveClock.monotonicNanoseconds()
    kill(-group, SIGINT)
  }

  /// A SIGINT that comes after a process has looked for one and before it sleeps does not wake it:
  /// whoever has not seen it from one look to the next is sent another.
  private mutating func repeatUnseenInterrupts() {
    var unseen: [Int32] = []
    for index in arena.usedSlots where arena.state(ofSlot: index) == .alive {
      let slot = arena.slot(index)
      guard slot.pointee.interrupt.load(ordering: .acquiring) == 1 else { continue }
      let number = slot.pointee.number.load(ordering: .relaxed)
      if unseenInterrupts.contains(number) { kill(number, SIGINT) }
      unseen.append(number)
    }
    unseenInterrupts = unseen
  }

  private mutating func endByForce(_ end: RunEnd) {
    if forcedEnd == nil { forcedEnd = end }
    kill(-group, SIGKILL)
  }

  private func suspendAll(andSelf: Bool) {
    kill(-group, SIGSTOP)
    guard andSelf else { return }
    raise(SIGSTOP)
    kill(-group, SIGCONT)
  }

  private mutating func obeyCommands() {
    guard let control = outlets.control else { return }
    var byte: UInt8 = 0
    while true {
      let count = recv(control, &byte, 1, Int32(MSG_DONTWAIT))
      if count < 0 { return }
      guard count == 1, let command = RunCommandByte(rawValue: byte) else {
        return endByForce(.interrupted)
      }
      switch command {
      case .interrupt: interrupt()
      case .kill: endByForce(.interrupted)
      case .suspend: suspendAll(andSelf: false)
      case .resume: kill(-group, SIGCONT)
      }
    }
  }

  // MARK: Telling

  private func tell(_ what: Step.What, of process: ProcessID) {
    outlets.trace?.send(Step(time: clock.elapsed, process: process, line: 0, what: what))
  }

  private func say(_ wording: Wording) {
    let text = wording.text(in: settings.language) + "\n"
    if outlets.trace != nil {
      tell(.wrote(.standardError, Array(text.utf8)), of: ProcessID(0))
    } else {
      _ = Descriptor(2).write(Array(text.utf8))
    }
  }

  private mutating func tellOfLimit() {
    guard !hasToldOfLimit,
      arena.header.pointee.refusedFork.load(ordering: .relaxed) != 0
    else { return }
    hasToldOfLimit = true
    say(.says("tutor: no more than \(SharedArena.processLimit) processes can be alive in one run"))
  }
}

/// What is said of a process that a fault of tutor's own ended; nil for other signals.
func crashText(_ process: String, _ signal: Int32) -> Wording? {
  guard [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT].contains(signal) else { return nil }
  return .says("tutor: internal error: \(process) crashed with signal \(signal)")
}

import Machine
import Model
import Observation
import Testing

@Suite struct KernelTests {
  /// A buyer looks, and buys where a ticket is left; the file is emptied when it is opened.
  @Sendable static func buy(_ number: Int, _ replies: [Reply]) -> Effect {
    guard let first = replies.first else { return .open(path: "ticket", .reading) }
    guard case .file(let file) = first else { return .end }
    guard replies.count > 1 else { return .read(file, limit: nil) }
    guard case .bytes(let bytes) = replies[1] else { return .end }
    if bytes.isEmpty {
      let fault = ExceptionSummary(type: "JSONDecodeError", message: "Expecting value", line: 3)
      return .exit(ExitStatus(code: 1, exception: fault))
    }
    guard bytes == Array("1".utf8) else { return .end }
    switch replies.count {
    case 2: return .close(file)
    case 3: return .sleep(.exactly(1))
    case 4: return .open(path: "ticket", .writing)
    case 5, 6:
      guard case .file(let file) = replies[4] else { return .end }
      return replies.count == 5 ? .writeFile(file, Array("0".utf8)) : .close(file)
    case 7: return .print("bought")
    default: return .end
    }
  }

  @Test(arguments: 1...4)
  func race(buyers: Int) {
    let main = ScriptedProcess.family(children: buyers) { number, _, replies in
      Self.buy(number, replies)
    }
    let set = explored(main, folder: ["ticket": Array("1".utf8)])
    #expect(set.verdict == .exact)
    let sold = Set(set.outcomes.map { $0.value.split(separator: ",")[0] })
    let expected = (1...buyers).map { $0 == 1 ? "'bought'" : "'bought' ×\($0)" }
    #expect(sold == Set(expected.map { Substring($0) }))
    #expect(set.outcomes.contains { !$0.crashes.isEmpty } == (buyers > 1))
    for outcome in set.outcomes { #expect(outcome.stuckStates == 0) }
  }

  @Test func schedulesShowTheirOutcomes() throws {
    let main = ScriptedProcess.family(children: 3) { number, _, replies in
      Self.buy(number, replies)
    }
    let folder = ["ticket": Array("1".utf8)]
    for outcome in explored(main, folder: folder).outcomes {
      let steps = try Exploration.replay(outcome.schedule, main: main, folder: folder).get()
      let bought = steps.count { $0.operation == .print(Array("bought\n".utf8)) }
      let first = try #require(outcome.value.split(separator: ",").first)
      #expect(first == (bought == 1 ? "'bought'" : "'bought' ×\(bought)"))
      #expect(steps.count { if case .exit = $0.operation { true } else { false } } == 4)
      #expect(try Schedule.parse(outcome.schedule.text).get() == outcome.schedule)
    }
  }

  @Test func lockKeepsOthersOut() {
    let lock = Effect.makeSemaphore(value: 1, maximum: 1)
    let main = ScriptedProcess.family(children: 4, setUp: [lock]) { number, before, replies in
      guard case .semaphore(let lock) = before[0] else { return .end }
      guard !replies.isEmpty else { return .acquire(lock, .forever) }
      let bought = Self.buy(number, Array(replies.dropFirst()))
      guard case .exit = bought else { return bought }
      // The last reply was to the release, if the purchase had ended before it.
      if case .exit = Self.buy(number, Array(replies.dropFirst().dropLast())) { return .end }
      return .release(lock)
    }
    let set = explored(main, folder: ["ticket": Array("1".utf8)])
    #expect(set.verdict == .exact)
    #expect(set.outcomes.map(\.value) == ["'bought'"])
    #expect(set.outcomes.allSatisfy { $0.crashes.isEmpty && $0.stuckStates == 0 })
  }

  @Test func locksInOppositeOrders() throws {
    let lock = Effect.makeSemaphore(value: 1, maximum: 1)
    let main = ScriptedProcess.family(children: 2, setUp: [lock, lock]) { number, before, replies in
      guard case .semaphore(let first) = before[number - 1],
        case .semaphore(let second) = before[2 - number]
      else { return .end }
      let effects: [Effect] = [
        .acquire(first, .forever), .acquire(second, .forever), .release(second), .release(first),
      ]
      return replies.count < 4 ? effects[replies.count] : .end
    }
    let set = explored(main)
    #expect(set.outcomes.map(\.value) == ["nothing printed", "nothing printed, stuck"])
    let stuck = try #require(set.outcomes.last?.stuck)
    #expect(stuck.waiters.map(\.process) == ["MainProcess", "Process-1", "Process-2"])
    #expect(stuck.waiters[0].reason.wording().text(in: .english) == "Process-1 to end")
    #expect(stuck.waiters[1].holder?.process == "Process-2")
    #expect(stuck.waiters[2].holder?.process == "Process-1")
    #expect(stuck.schedule.text == "1.2" || stuck.schedule.text == "2.1")
  }

  @Test func timedWaitsMayRunOut() {
    let lock = Effect.makeSemaphore(value: 0, maximum: 1)
    let main = ScriptedProcess.family(children: 2, setUp: [lock]) { number, before, replies in
      guard case .semaphore(let lock) = before[0] else { return .end }
      if number == 2 { return replies.isEmpty ? .release(lock) : .end }
      switch replies.count {
      case 0: return .acquire(lock, .seconds(1))
      case 1: return .print(replies[0] == .bool(true) ? "got it" : "gave up")
      default: return .end
      }
    }
    let set = explored(main)
    #expect(set.outcomes.map(\.value) == ["'gave up'", "'got it'"])
    #expect(set.outcomes.first?.schedule.text.contains("1~") == true)
  }

  @Test func choicesBranchAndMeet() {
    let main = ScriptedProcess.family(children: 2) { number, _, replies in
      switch replies.count {
      case 0: return .choose(count: 3)
      case 1:
        guard case .int(let value) = replies[0] else { return .end }
        return .print("\(value)")
      default: return .end
      }
    }
    let set = explored(main)
    #expect(set.outcomes.count == 6)
    #expect(set.outcomes.first { $0.value == "'2' ×2" }?.schedule.text.contains("1=2") == true)
  }

  @Test func daemonsDieAtAnyMoment() {
    let main = ScriptedProcess { replies in
      let isChild = replies.contains { if case .child = $0 { true } else { false } }
      if isChild {
        switch replies.count {
        case 1: return .print("one")
        case 2: return .print("two")
        default: return .end
        }
      }
      guard case .forked(let child)? = replies.first else {
        return .fork(name: "Process-1", daemon: true)
      }
      switch replies.count {
      case 1: return .signal(child, 15)
      case 2: return .wait(child, .forever)
      default: return .end
      }
    }
    let set = explored(main)
    #expect(
      set.outcomes.map(\.value) == [
        "'one', 'two'", "'one', 'two', Process-1 ends with -15",
        "'one', Process-1 ends with -15", "nothing printed, Process-1 ends with -15",
      ])
  }

  @Test func pollingSeesProcessesAlive() {
    let main = ScriptedProcess { replies in
      let isChild = replies.contains { if case .child = $0 { true } else { false } }
      if isChild { return .end }
      guard case .forked(let child)? = replies.first else {
        return .fork(name: "Process-1", daemon: false)
      }
      switch replies.count {
      case 1: return .poll(child)
      case 2: return .print(replies[1] == .exitCode(nil) ? "alive" : "ended")
      case 3: return .wait(child, .forever)
      default: return .end
      }
    }
    #expect(explored(main).outcomes.map(\.value) == ["'alive'", "'ended'"])
  }

  @Test func endlessLoopsAreFound() {
    let sleeper = ScriptedBody(period: 3)
    let set = Exploration.explore(
      main: sleeper, source: .init(name: "script", text: ""), folder: [:], observe: nil)
    #expect(set.verdict == .exact)
    #expect(set.outcomes.map(\.value) == ["nothing printed, stuck"])
    #expect(
      set.outcomes.first?.stuck?.waiters[0].reason.wording().text(in: .english)
        == "nothing: it goes round for ever")
  }

  @Test func computingWithoutEndIsALimit() {
    let counter = ScriptedBody(period: .max)
    let set = Exploration.explore(
      main: counter, source: .init(name: "script", text: ""), folder: [:], observe: nil,
      bounds: Bounds(instructions: 1_000_000))
    #expect(set.verdict == .partial(.instructions(process: "MainProcess", line: 7)))
  }

  @Test func statesAreBounded() {
    let main = ScriptedProcess.family(children: 4) { number, _, replies in
      Self.buy(number, replies)
    }
    let set = explored(main, folder: ["ticket": Array("1".utf8)], bounds: Bounds(states: 50))
    #expect(set.verdict == .partial(.states(50)))
  }

  @Test(arguments: ["0.1*3.2=4.1~.0x", "0", "", "12*2"])
  func schedulesAreText(text: String) throws {
    #expect(try Schedule.parse(text).get().text == text)
  }

  @Test(arguments: ["0..1", "a", "0*", "1=", "0*99999999999999999999", "1*2*3", "-1"])
  func badSchedules(text: String) {
    #expect(throws: (any Error).self) { try Schedule.parse(text).get() }
  }
}

/// A process that computes without ever asking, and comes back to where it was after some rounds.
struct ScriptedBody: ProcessBody {
  let period: Int
  var round = 0

  init(period: Int) { self.period = period }

  mutating func run(budget: Int) -> Effect { .paused }
  mutating func resume(with reply: Reply) { round = (round + 1) % period }
  mutating func takeItem(ticket: UInt32) -> QueueItem { .pickled([]) }
  mutating func becomeServer() {}
  mutating func serve(_ call: [UInt8], for client: ProcessID, isLate: Bool) -> [UInt8]? { nil }
  func canonicalBytes() -> [UInt8] { Array("\(round)".utf8) }
  var currentLine: Int { 7 }
  var callStack: [(function: String, line: Int)] { [] }
}

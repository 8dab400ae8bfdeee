import Machine
import Model
import Observation
import Testing

/// What processes with pipes, shared memory and managers, and no Python, can do.
@Suite struct PipeTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func text(_ reply: Reply) -> String {
    switch reply {
    case .bytes(let bytes): String(decoding: bytes.prefix(8), as: UTF8.self)
    case .failed(.endOfFile): "end"
    case .failed(.system(let errno, _)): "errno \(errno)"
    case .indices(let ready): "\(ready)"
    case .words(let words): "[\(ReplayStep.text(of: words))]"
    default: "\(reply)"
    }
  }

  /// One process that asks these, and prints the replies.
  private func alone(
    _ first: Effect, _ effects: @escaping @Sendable (Reply) -> [Effect]
  ) -> [String] {
    let set = explored(
      ScriptedProcess { replies in
        guard let made = replies.first else { return first }
        let effects = effects(made)
        if replies.count <= effects.count { return effects[replies.count - 1] }
        if replies.count > effects.count + 1 { return .end }
        return .print(replies.dropFirst().map(Self.text).joined(separator: " "))
      })
    return set.isExact ? set.outcomes.map(\.value) : ["\(set.verdict)"]
  }

  /// Row by row what CPython shows of one process that has both ends.
  @Test func ends() {
    let (first, second) = (EndID(3), EndID(4))
    let x = Self.bytes("x")
    #expect(
      alone(.makePipe(duplex: false)) { _ in
        [.send(second, x), .closeEnd(second), .receive(first), .receive(first)]
      } == ["'done done x end'"])
    #expect(
      alone(.makePipe(duplex: false)) { _ in [.closeEnd(first), .send(second, x)] }
        == ["'done errno 32'"])
    #expect(
      alone(.makePipe(duplex: true)) { _ in
        [.send(first, x), .closeEnd(second), .receive(first), .receive(first), .send(first, x)]
      } == ["'done done errno 104 end errno 32'"])
    #expect(
      alone(.makePipe(duplex: true)) { _ in
        [.send(second, x), .closeEnd(second), .send(first, x), .receive(first), .receive(first)]
      } == ["'done done errno 32 x end'"])
    #expect(
      alone(.makePipe(duplex: true)) { _ in
        [
          .awaitReady([.end(first)], .none), .send(second, x),
          .awaitReady([.end(first)], .forever), .awaitReady([.end(first)], .seconds(1)),
        ]
      } == ["'[] done [0] [0]'"])
  }

  /// How many messages of a size CPython can send before a send waits, measured on Linux.
  @Test(arguments: [
    (false, 100, 624), (false, 1_000, 64), (false, 5_000, 10), (false, 10_000, 6),
    (false, 16_000, 4), (false, 20_000, 3), (false, 100_000, 0), (true, 100, 278),
    (true, 500, 167), (true, 1_000, 93), (true, 4_000, 44), (true, 5_000, 34), (true, 10_000, 17),
    (true, 16_000, 13), (true, 20_000, 10), (true, 50_000, 4), (true, 100_000, 2),
  ])
  func room(duplex: Bool, size: Int, count: Int) throws {
    let message = [UInt8](repeating: 65, count: size)
    let sender = EndID(duplex ? 3 : 4)
    let main = ScriptedProcess { replies in
      replies.isEmpty ? .makePipe(duplex: duplex) : .send(sender, message)
    }
    let set = explored(main)
    let stuck = try #require(set.outcomes.first?.stuck)
    #expect(stuck.waiters.first?.line == count + 2)
    #expect(stuck.waiters.first?.reason.wording().text(in: .english) == "room in the pipe")
  }

  private func family(
    duplex: Bool = false, _ children: [@Sendable ([Reply]) -> Effect]
  ) -> ScriptedProcess {
    .family(children: children.count, setUp: [.makePipe(duplex: duplex)]) { number, _, replies in
      children[number - 1](replies)
    }
  }

  @Test func sendersInAnyOrder() throws {
    let main = family([
      { $0.isEmpty ? .send(EndID(4), Self.bytes("a")) : .end },
      { $0.isEmpty ? .send(EndID(4), Self.bytes("b")) : .end },
      { replies in
        if replies.count < 2 { return .receive(EndID(3)) }
        return replies.count > 2 ? .end : .print(replies.map(Self.text).joined())
      },
    ])
    let set = explored(main)
    #expect(set.outcomes.map(\.value) == ["'ab'", "'ba'"])
    for outcome in set.outcomes {
      let steps = try Exploration.replay(outcome.schedule, main: main, folder: [:]).get()
      let line = Self.bytes(outcome.value.dropFirst().dropLast() + "\n")
      #expect(steps.contains { $0.operation == .print(line) })
    }
  }

  /// The parent's own copy of the sending end keeps a receiver waiting.
  @Test func aCopyKeepsThePipeOpen() throws {
    let set = explored(
      family([
        { $0.isEmpty ? .closeEnd(EndID(4)) : $0.count == 1 ? .receive(EndID(3)) : .end }
      ]))
    #expect(set.outcomes.map(\.value) == ["nothing printed, stuck"])
    #expect(
      set.outcomes.first?.stuck?.waiters.last?.reason.wording().text(in: .english)
        == "a message; the other end is open in MainProcess")
  }

  /// A message that is larger than the room can be received before it is sent.
  @Test func largeMessages() throws {
    let big = [UInt8](repeating: 65, count: 100_000)
    let main = family([
      { replies in
        switch replies.count {
        case 0: .send(EndID(4), big)
        case 1: .print("sent")
        default: .end
        }
      },
      { replies in
        switch replies.count {
        case 0: .receive(EndID(3))
        case 1: .print("received \(Self.text(replies[0]))")
        default: .end
        }
      },
    ])
    #expect(explored(main).outcomes.map(\.value) == ["'received AAAAAAAA', 'sent'"])
  }

  /// Whoever sends may find the receiver gone, or not.
  @Test func aReceiverThatEnds() {
    let main = ScriptedProcess { replies in
      guard let made = replies.first else { return .makePipe(duplex: false) }
      guard case .ends(let receiver, let sender) = made else { return .end }
      guard replies.count > 1 else { return .fork(name: "Process-1", daemon: false) }
      if case .child = replies[1] { return .end }
      switch replies.count {
      case 2: return .closeEnd(receiver)
      case 3: return .send(sender, Self.bytes("x"))
      case 4: return .print(Self.text(replies[3]))
      default: return .end
      }
    }
    #expect(explored(main).outcomes.map(\.value) == ["'done'", "'errno 32'"])
  }

  // MARK: Shared memory

  /// Two processes load a number and store it plus one.
  @Test(arguments: [false, true])
  func updates(locked: Bool) {
    let setUp: [Effect] = [
      .makeShared([.bits(0)]), .makeSemaphore(value: 1, maximum: 1),
    ]
    let main = ScriptedProcess.family(children: 2, setUp: setUp) { _, before, replies in
      guard case .shared(let memory) = before[0], case .semaphore(let lock) = before[1] else {
        return .end
      }
      let under = locked ? nil : lock
      var effects: [Effect] = [.load(memory, 0..<1, under: under)]
      let loaded = replies.compactMap { if case .words(let words) = $0 { words[0] } else { nil } }
      if case .bits(let value)? = loaded.first {
        effects.append(.store(memory, at: 0, [.bits(value + 1)], under: under))
      }
      if locked { effects = [.acquire(lock, .forever)] + effects }
      if replies.count < effects.count { return effects[replies.count] }
      if locked, replies.count == 3 { return .release(lock) }
      if replies.count == (locked ? 4 : 2) { return .load(memory, 0..<1, under: nil) }
      if replies.count == (locked ? 5 : 3) { return .print(Self.text(replies[replies.count - 1])) }
      return .end
    }
    let found = explored(main).outcomes.map(\.value)
    #expect(found.contains("'[1]' ×2") == !locked)
    #expect(found.contains("'[1]', '[2]'"))
  }

  // MARK: Managers

  /// A manager that answers what it is asked.
  @Test func managersAnswer() {
    let found = alone(.startManager(name: "SyncManager-1")) { made in
      guard case .manager(let id) = made else { return [] }
      return [.call(id, Self.bytes("x"), .forever), .stopManager(id), .stopManager(id)]
    }
    #expect(found == ["'x done done'"])
  }

  @Test func managersThatAreGone() {
    let found = alone(.startManager(name: "SyncManager-1")) { made in
      guard case .manager(let id) = made else { return [] }
      return [.stopManager(id), .call(id, Self.bytes("x"), .forever)]
    }
    #expect(found == ["'done errno 111'", "'done errno 2'"])
    let met = alone(.startManager(name: "SyncManager-1")) { made in
      guard case .manager(let id) = made else { return [] }
      let call = Effect.call(id, Self.bytes("x"), .forever)
      return [call, .stopManager(id), call]
    }
    #expect(met == ["'x done errno 32'"])
  }

  @Test func managersThatGoMeanwhile() throws {
    let start = Effect.startManager(name: "SyncManager-1")
    let main = ScriptedProcess { replies in
      guard case .manager(let id)? = replies.first else { return start }
      guard replies.count > 1 else { return .fork(name: "Process-1", daemon: false) }
      if case .child = replies[1] {
        switch replies.count {
        case 2: return .call(id, Self.bytes("x"), .forever)
        case 3: return .print(Self.text(replies[2]))
        default: return .end
        }
      }
      return replies.count == 2 ? .stopManager(id) : .end
    }
    let set = explored(main)
    #expect(
      set.outcomes.map(\.value) == ["'end'", "'errno 104'", "'errno 111'", "'errno 2'", "'x'"])
    for outcome in set.outcomes {
      let steps = try Exploration.replay(outcome.schedule, main: main, folder: [:]).get()
      let line = Self.bytes(outcome.value.dropFirst().dropLast() + "\n")
      #expect(steps.contains { $0.operation == .print(line) }, "\(outcome.schedule.text)")
    }
  }
}

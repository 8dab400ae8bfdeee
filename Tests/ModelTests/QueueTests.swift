import Machine
import Model
import Observation
import Testing

/// What processes with queues and no Python can do.
@Suite struct QueueTests {
  private static let queue = Effect.makeQueue(.fed, capacity: nil)

  private static func item(_ text: String) -> QueueItem { .pickled(Array(text.utf8)) }

  private static func text(_ reply: Reply) -> String {
    switch reply {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    default: "\(reply)"
    }
  }

  /// A process that asks these one after the other, prints the replies to those that it is told to,
  /// and ends.
  private static func script(
    _ effects: [Effect], printing shown: [Int], _ replies: [Reply]
  ) -> Effect {
    if replies.count < effects.count { return effects[replies.count] }
    if replies.count == effects.count, !shown.isEmpty {
      return .print(shown.map { text(replies[$0]) }.joined(separator: " "))
    }
    return .end
  }

  /// One process with one queue.
  private func alone(
    queue: Effect = queue, _ effects: @escaping @Sendable (QueueID) -> [Effect], printing: [Int]
  ) -> OutcomeSet {
    explored(
      ScriptedProcess { replies in
        guard case .queue(let id)? = replies.first else { return queue }
        return Self.script(effects(id), printing: printing, Array(replies.dropFirst()))
      })
  }

  /// Children with a queue that their parent made.
  private func family(
    _ children: [@Sendable (QueueID) -> (effects: [Effect], printing: [Int])],
    queue: Effect = queue
  ) -> ScriptedProcess {
    .family(children: children.count, setUp: [queue]) { number, before, replies in
      guard case .queue(let id) = before[0] else { return .end }
      let script = children[number - 1](id)
      return Self.script(script.effects, printing: script.printing, replies)
    }
  }

  private func values(_ set: OutcomeSet) -> [String] {
    set.isExact ? set.outcomes.map(\.value) : ["\(set.verdict)"]
  }

  /// Every witness replays to where it leads.
  private func replays(_ main: ScriptedProcess) throws {
    for outcome in explored(main).outcomes {
      let steps = try Exploration.replay(outcome.schedule, main: main, folder: [:]).get()
      let printed = steps.compactMap {
        if case .print(let bytes) = $0.operation {
          "'" + String(decoding: bytes.dropLast(), as: UTF8.self) + "'"
        } else {
          nil
        }
      }
      #expect(
        outcome.value.hasPrefix(printed.sorted().joined(separator: ", ")),
        "\(outcome.value) \(outcome.schedule.text)")
      #expect(try Schedule.parse(outcome.schedule.text).get() == outcome.schedule)
    }
  }

  @Test func aFeederMayBeLate() {
    let set = alone({ [.put($0, Self.item("1"), .none), .get($0, .none)] }, printing: [1])
    #expect(values(set) == ["'1'", "'false'"])
    let waiting = alone(
      { [.put($0, Self.item("1"), .forever), .get($0, .forever)] }, printing: [1])
    #expect(values(waiting) == ["'1'"])
  }

  @Test func sizeAndEmptinessDisagree() {
    let set = alone(
      { [.put($0, Self.item("1"), .forever), .queueIsEmpty($0), .queueSize($0)] },
      printing: [1, 2])
    #expect(values(set) == ["'false 1'", "'true 1'"])
  }

  @Test func aFullQueueRefuses() {
    let set = alone(
      queue: .makeQueue(.fed, capacity: 1),
      {
        [
          .put($0, Self.item("1"), .none), .put($0, Self.item("2"), .none), .queueIsFull($0),
          .get($0, .forever), .put($0, Self.item("3"), .seconds(1)),
        ]
      }, printing: [0, 1, 2, 4])
    #expect(values(set) == ["'true false true true'"])
  }

  @Test func producersMixAndKeepTheirOrder() throws {
    let main = family([
      { ([.put($0, Self.item("a"), .forever), .put($0, Self.item("b"), .forever)], []) },
      { ([.put($0, Self.item("1"), .forever)], []) },
      { ([.get($0, .forever), .get($0, .forever), .get($0, .forever)], [0, 1, 2]) },
    ])
    // Nobody waits for the feeders, so items may be lost, and then nobody brings them.
    let losing = values(explored(main))
    #expect(losing == ["'1 a b'", "'a 1 b'", "'a b 1'", "nothing printed, stuck"])
    try replays(main)
    let patient = family([
      {
        let put: [Effect] = [
          .put($0, Self.item("a"), .forever), .put($0, Self.item("b"), .forever),
        ]
        return (put + [.awaitFeeder($0)], [])
      },
      { ([.put($0, Self.item("1"), .forever), .awaitFeeder($0)], []) },
      { ([.get($0, .forever), .get($0, .forever), .get($0, .forever)], [0, 1, 2]) },
    ])
    #expect(values(explored(patient)) == ["'1 a b'", "'a 1 b'", "'a b 1'"])
    try replays(patient)
  }

  @Test func twoConsumersShareOneSentinel() throws {
    let main = family([
      { ([.put($0, Self.item("x"), .forever), .awaitFeeder($0)], []) },
      { ([.get($0, .forever)], [0]) },
      { ([.get($0, .forever)], [0]) },
    ])
    let set = explored(main)
    #expect(values(set) == ["'x', stuck"])
    let stuck = try #require(set.outcomes.first?.stuck)
    #expect(
      stuck.waiters.last?.reason.wording().text(in: .english)
        == "an item; Process-1 was the last that put one, and it has ended")
    try replays(main)
  }

  /// Whoever waits holds the reading lock, so another one that does not wait is refused although an
  /// item is there.
  @Test func theReadingLockIsSeen() throws {
    let main = family([
      { ([.put($0, Self.item("x"), .forever), .awaitFeeder($0)], []) },
      { ([.get($0, .forever)], [0]) },
      { ([.queueIsEmpty($0), .get($0, .none)], [0, 1]) },
    ])
    let set = values(explored(main))
    #expect(set.contains("'false false', 'x'"))
    #expect(set.contains("'false x', stuck"))
    try replays(main)
  }

  @Test func aKilledGetterKeepsTheLock() throws {
    let main = ScriptedProcess { replies in
      guard case .queue(let queue)? = replies.first else { return Self.queue }
      let number = replies.firstIndex { if case .child = $0 { true } else { false } }
      if number == 1 { return replies.count == 2 ? .get(queue, .forever) : .end }
      let forked = replies.compactMap { if case .forked(let id) = $0 { id } else { nil } }
      switch replies.count {
      case 1: return .fork(name: "Process-1", daemon: false)
      case 2: return .signal(forked[0], 15)
      case 3: return .wait(forked[0], .forever)
      case 4: return .put(queue, Self.item("x"), .forever)
      case 5: return .get(queue, .forever)
      case 6: return .print("got")
      default: return .end
      }
    }
    let set = values(explored(main))
    #expect(
      set == [
        "'got', Process-1 ends with -15", "nothing printed, Process-1 ends with -15, stuck",
      ])
    try replays(main)
  }

  @Test func joinedBeforeItIsTaken() throws {
    let big = QueueItem.pickled([UInt8](repeating: 1, count: 100_000))
    let main = family([{ ([.put($0, big, .forever), .awaitFeeder($0)], []) }])
    let set = explored(main)
    #expect(values(set) == ["nothing printed, stuck"])
    let stuck = try #require(set.outcomes.first?.stuck)
    #expect(
      stuck.waiters.last?.reason.wording().text(in: .english)
        == "room in the queue's pipe for what it has put")
    let small = family([
      { ([.put($0, Self.item("x"), .forever), .awaitFeeder($0)], []) }
    ])
    #expect(values(explored(small)) == ["nothing printed"])
  }

  @Test func whatCannotBePickledIsLost() {
    let faulty = QueueItem.faulty(text: Array("error".utf8))
    let alive = family([
      {
        (
          [
            .put($0, faulty, .forever), .put($0, Self.item("x"), .forever), .awaitFeeder($0),
            .beginExit,
          ], []
        )
      },
      { ([.get($0, .forever)], [0]) },
    ])
    #expect(values(explored(alive)) == ["'x'"])
    let ending = family([
      {
        (
          [
            .put($0, faulty, .forever), .put($0, Self.item("x"), .forever), .beginExit,
            .awaitFeeder($0),
          ], []
        )
      },
      { ([.get($0, .forever)], [0]) },
    ])
    #expect(values(explored(ending)) == ["'x'", "nothing printed, stuck"])
  }

  @Test func tasks() throws {
    let queue = Effect.makeQueue(.joinable, capacity: nil)
    let once = alone(queue: queue, { [.taskDone($0), .awaitTasks($0)] }, printing: [0])
    #expect(values(once) == ["'\(Reply.failed(.overReleased))'"])
    let main = family(
      [
        { ([.put($0, Self.item("x"), .forever), .awaitTasks($0)], [1]) },
        { ([.get($0, .forever), .taskDone($0)], []) },
      ], queue: queue)
    #expect(values(explored(main)) == ["'done'"])
    try replays(main)
    let forgotten = family(
      [
        { ([.put($0, Self.item("x"), .forever), .awaitTasks($0)], [1]) },
        { ([.get($0, .forever)], []) },
      ], queue: queue)
    let set = explored(forgotten)
    #expect(values(set) == ["nothing printed, stuck"])
    #expect(
      set.outcomes.first?.stuck?.waiters.last?.reason.wording().text(in: .english)
        == "the queue's last task to be done")
  }

  @Test func simpleQueues() throws {
    let set = alone(
      queue: .makeQueue(.simple, capacity: nil),
      { [.put($0, Self.item("x"), .forever), .queueIsEmpty($0), .get($0, .forever)] },
      printing: [1, 2])
    #expect(values(set) == ["'false x'"])
    let big = QueueItem.pickled([UInt8](repeating: 1, count: 100_000))
    let stuck = alone(
      queue: .makeQueue(.simple, capacity: nil), { [.put($0, big, .forever)] }, printing: [0])
    #expect(values(stuck) == ["nothing printed, stuck"])
  }

  /// Items that can still change: the feeder comes before or after the change.
  @Test func laterItems() {
    let set = alone(
      { [.put($0, .later(ticket: 7), .forever), .get($0, .forever)] }, printing: [1])
    #expect(values(set) == ["'7'"])
  }

  @Test(arguments: ["0.1f.2f1*3.0-*2.1~", "1f0"])
  func schedules(text: String) throws {
    let schedule = try Schedule.parse(text).get()
    #expect(try Schedule.parse(schedule.text).get() == schedule)
  }
}

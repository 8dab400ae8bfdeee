// A replayed schedule as the steps that a picture shows: short labels, noise left out. Flows in: the
// model's steps. Flows out: steps in order, with what they read and wrote kept for the mark below.

import Course
import Diagnostics
import Machine
import Model
import Observation

/// One visible operation of a schedule, as people follow it.
package struct WitnessStep: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case reads(path: String, [UInt8])
    /// Opened for writing, and so emptied.
    case empties(path: String)
    case writes(path: String, [UInt8])
    case prints(String)
    /// Locks are numbered from 1 in the order in which they were made.
    case acquires(Int)
    case releases(Int)
    case other
  }

  /// The process's number in the order of the process table.
  package var process: Int
  package var lane: String
  package var label: String
  package var action: Action
  /// The line of the program, from 1; 0 where there is none.
  package var line: Int
  /// What others can touch too, by a name that is nobody's business; nil where it touches nothing.
  package var subject: String?
  /// Whether it may leave that different behind.
  package var changes: Bool
  /// Whether the process's feeder does it, which goes its own way.
  package var isFeed: Bool
  /// Whether the question's value was settled before it.
  package var isLate: Bool
  /// When it is done; nil unless the machine is ideal.
  package var seconds: Double?

  package init(
    process: Int, lane: String, label: String, action: Action = .other, line: Int = 0,
    subject: String? = nil, changes: Bool = true, isFeed: Bool = false, isLate: Bool = false,
    seconds: Double? = nil
  ) {
    self.process = process
    self.lane = lane
    self.label = label
    self.action = action
    self.line = line
    self.subject = subject
    self.changes = changes
    self.isFeed = isFeed
    self.isLate = isLate
    self.seconds = seconds
  }
}

extension WitnessStep {
  /// The steps of a replayed schedule that tell its story: no joins that found their process ended,
  /// no plain ends, no lines that the question does not look at.
  ///
  /// - Parameters:
  ///   - source: the program's text.
  ///   - observed: what the question looks at; nil for everything.
  package static func steps(
    from run: ReplayedRun, source: String = "", observed: Projection? = nil,
    language: ReadingLanguage = .english
  ) -> [WitnessStep] {
    let replay = run.steps
    let labels = StepLabels(replay, source: source, language)
    let named = LaneNames(replay)
    let told = replay.indices.compactMap { index in
      labels.label(of: index).map { label in
        WitnessStep(
          process: replay[index].process, lane: labels.lane(of: replay[index]), label: label,
          action: labels.action(of: index), line: replay[index].line,
          subject: labels.subject(of: index), changes: replay[index].changes,
          isFeed: replay[index].isFeed, isLate: run.settled.map { index >= $0 } ?? false,
          seconds: index < run.seconds.count ? run.seconds[index] : nil)
      }
    }
    let renamed = named.renamed(told)
    let seen = renamed.filter { isSeen($0, by: observed) }
    return (seen.isEmpty ? renamed : seen) + labels.end(of: run)
  }

  /// The same of steps that nobody has watched.
  package static func steps(
    from replay: [ReplayStep], source: String = "", language: ReadingLanguage = .english
  ) -> [WitnessStep] {
    steps(from: ReplayedRun(steps: replay), source: source, language: language)
  }

  /// The steps of a replay in words, one each, the noise too.
  ///
  /// - Parameter choices: steps that can come next, which use locks too.
  package static func labels(
    of replay: [ReplayStep], before choices: [ReplayStep] = [], source: String = "",
    language: ReadingLanguage
  ) -> [String] {
    let locks = LockNames(replay + choices, source: source)
    let labels = StepLabels(replay, source: source, language, locks: locks)
    return replay.indices.map(labels.anyLabel)
  }

  /// Steps that can come next in words, one each: what the process is about to do, without the answer
  /// that it will get. What whoever schedules decides is no answer.
  package static func intentions(
    of choices: [(step: ReplayStep, decision: Schedule.Decision)], after replay: [ReplayStep],
    source: String = "", language: ReadingLanguage
  ) -> [String] {
    let locks = LockNames(replay + choices.map(\.step), source: source)
    return choices.map { step, decision in
      let labels = StepLabels(replay + [step], source: source, language, locks: locks)
      let open = decision == .proceed ? labels.openLabel(of: replay.count) : nil
      return open ?? labels.anyLabel(of: replay.count)
    }
  }

  /// Whether a line is one that the question counts or compares; all other steps are seen, and so is
  /// every line where the question asks who was where, or when.
  private static func isSeen(_ step: WitnessStep, by observed: Projection?) -> Bool {
    guard let observed, case .prints(let text) = step.action, !observed.ordersLines,
      !observed.collectsLines, observed.processes.isEmpty, observed.markedFunctions.isEmpty,
      !observed.looksAtClock
    else { return true }
    return observed.countedTexts.contains { text.contains($0) }
      || observed.orderedPairs.contains { text.contains($0.first) || text.contains($0.second) }
  }
}

/// Names the operations of one replay.
private struct StepLabels {
  private let replay: [ReplayStep]
  private let language: ReadingLanguage
  private let phrases: Phrases
  private let locks: LockNames
  private let managed: ManagedNames
  private let calls: SynchronizerCalls

  init(
    _ replay: [ReplayStep], source: String, _ language: ReadingLanguage, locks: LockNames? = nil
  ) {
    self.replay = replay
    self.language = language
    phrases = Phrases.table(language)
    calls = SynchronizerCalls(replay, source: source)
    self.locks = locks ?? LockNames(replay, source: source)
    managed = ManagedNames(replay)
  }

  /// The last moment of a run on an ideal machine.
  func end(of run: ReplayedRun) -> [WitnessStep] {
    guard let last = replay.last, let seconds = run.seconds.last else { return [] }
    return [
      WitnessStep(
        process: last.process, lane: lane(of: last), label: phrases.ends, seconds: seconds)
    ]
  }

  func lane(of step: ReplayStep) -> String {
    step.name == "MainProcess" ? phrases.mainLane : step.name
  }

  /// The label of a step; nil for one that a picture leaves out.
  func label(of index: Int) -> String? {
    switch calls[index] {
    case .begins(let call): return call
    case .inside: return nil
    case .outside: return ownLabel(of: index)
    }
  }

  /// The same of a step by itself, whether or not it is part of a call.
  private func ownLabel(of index: Int) -> String? {
    let step = replay[index]
    switch step.operation {
    case .read(_, let bytes):
      let content = Self.content(bytes)
      return content.isEmpty
        ? phrases.readNothing : Phrases.fill(phrases.read, [("value", content)])
    case .write(_, let bytes):
      return Phrases.fill(phrases.write, [("value", Self.content(bytes))])
    case .open(let path, truncating: true):
      return isUnnoticed(path, from: index) ? nil : phrases.empties
    case .acquire(_, acquired: true): return phrases.acquire + lockName(index)
    case .acquire(_, acquired: false): return phrases.givesUp + lockName(index)
    case .release: return phrases.release + lockName(index)
    case .print(let bytes): return Self.text(of: bytes)
    case .exit(_, let exception?):
      let name = exception.type.split(separator: ".").last.map(String.init) ?? exception.type
      return Phrases.fill(phrases.dies, [("reason", name)])
    case .die: return phrases.killed
    case .changeFolder(let path): return Phrases.fill(phrases.changes, [("value", path)])
    case .remove(let path): return Phrases.fill(phrases.removes, [("value", path)])
    case .rename(_, to: let path): return Phrases.fill(phrases.renames, [("value", path)])
    case .count(_, let value): return "get_value(): \(value)"
    case .wait(_, finished: false): return phrases.givesUpJoining
    case .poll(_, let finished): return finished ? phrases.seesEnded : phrases.seesAlive
    case .signal(let id, _):
      let target = replay.first { $0.process == Int(id.index) }
      return Phrases.fill(phrases.signals, [("value", target.map(lane) ?? "Process-\(id.index)")])
    case .send, .receive, .awaitReady, .closeEnd: return pipeLabel(step.operation)
    case .get where hasGot(before: index): return nil
    case .put, .get, .findEmpty, .findFull, .feed, .lookAtQueue, .awaitFeeder, .taskDone,
      .awaitTasks:
      return queueLabel(step.operation)
    case .load(_, let words): return filled(phrases.loads, ReplayStep.text(of: words))
    case .store(_, _, let words): return filled(phrases.stores, ReplayStep.text(of: words))
    case .call(_, let call, _?) where ManagedCall(call)?.makesObject == true: return nil
    case .call(let manager, let call, let answer?): return text(of: call, to: manager, answer)
    case .call(_, _, nil): return phrases.managerGone
    case .stopManager: return phrases.stopsManager
    case .part(let part): return label(of: part)
    case .open(_, truncating: false), .look, .wait(_, finished: true), .choose, .exit(_, nil):
      return nil
    }
  }

  private func filled(_ phrase: String, _ value: String) -> String {
    Phrases.fill(phrase, [("value", Self.shortened(value))])
  }

  private func filled(_ phrase: String, _ value: Wording) -> String {
    filled(phrase, value.text(in: language))
  }

  private func pipeLabel(_ operation: ReplayStep.Operation) -> String? {
    switch operation {
    case .send(_, let message, let sent):
      sent ? filled(phrases.sends, ReplayStep.value(message)) : phrases.cannotSend
    case .receive(_, let message?): filled(phrases.receives, ReplayStep.value(message))
    case .receive(_, nil): phrases.nothingComes
    case .awaitReady(let isReady): isReady ? nil : phrases.givesUpWaiting
    case .closeEnd: phrases.closes
    default: nil
    }
  }

  private func queueLabel(_ operation: ReplayStep.Operation) -> String? {
    switch operation {
    case .put(_, let item): filled(phrases.puts, ReplayStep.value(item))
    case .get(_, let item): filled(phrases.gets, ReplayStep.value(item))
    case .findEmpty: phrases.findsEmpty
    case .findFull: phrases.findsFull
    case .feed(_, .item(let item)): filled(phrases.feeds, ReplayStep.value(item))
    case .feed(_, .pickled): phrases.pickles
    case .feed(_, .lost): phrases.losesItem
    case .lookAtQueue(_, let look, let reply): Self.text(of: look, reply)
    case .taskDone: "task_done"
    case .awaitTasks: phrases.tasksDone
    default: nil
    }
  }

  private func label(of part: ReplayStep.Part) -> String? {
    switch part {
    case .getting(_, .hasLock): phrases.holdsQueue
    case .getting(_, .hasItem(let item)): filled(phrases.gets, ReplayStep.value(item))
    case .getting(_, .hasGivenLockBack), .getting(_, .hasFailed), .ending: nil
    case .writing, .awaitingTasks: phrases.beginsToWait
    case .calling: phrases.calls
    case .changing: phrases.changesItem
    }
  }

  private static func text(of look: ReplayStep.Look, _ reply: Reply) -> String {
    let call =
      switch look {
      case .size: "qsize()"
      case .isEmpty: "empty()"
      case .isFull: "full()"
      }
    return switch reply {
    case .bool(let value): call + (value ? ": True" : ": False")
    case .int(let value): call + ": \(value)"
    default: call
    }
  }

  /// Whether the process had its item already in the part before.
  private func hasGot(before index: Int) -> Bool {
    let earlier = replay[..<index].last { $0.process == replay[index].process && !$0.isFeed }
    switch earlier?.operation {
    case .part(.getting(_, .hasItem)), .part(.getting(_, .hasGivenLockBack)): return true
    default: return false
    }
  }

  /// The label of any step.
  func anyLabel(of index: Int) -> String {
    label(of: index) ?? ownLabel(of: index) ?? noise(replay[index])
  }

  /// The label of a step without what only doing it shows; nil where it shows nothing.
  func openLabel(of index: Int) -> String? {
    if case .begins = calls[index] { return nil }
    switch replay[index].operation {
    case .read: return filled(phrases.read, "…")
    case .acquire: return phrases.acquire + lockName(index)
    case .count: return "get_value()"
    case .wait: return phrases.joins
    case .poll: return phrases.looksWhetherEnded
    case .send(_, let message, _): return filled(phrases.sends, ReplayStep.value(message))
    case .receive: return filled(phrases.receives, "…")
    case .awaitReady: return phrases.looksWhetherReady
    case .put(_, let item), .findFull(_, let item):
      return filled(phrases.puts, ReplayStep.value(item))
    case .get, .findEmpty, .part(.getting): return filled(phrases.gets, "…")
    case .lookAtQueue(_, let look, _): return Self.text(of: look, .done)
    case .load: return filled(phrases.loads, "…")
    case .call(let manager, let call, _): return text(of: call, to: manager, nil)
    case .open, .write, .changeFolder, .remove, .rename, .look, .release, .signal, .choose, .print,
      .exit, .die, .closeEnd, .feed, .awaitFeeder, .taskDone, .awaitTasks, .store, .stopManager,
      .part:
      return nil
    }
  }

  /// The label of a step that pictures leave out.
  private func noise(_ step: ReplayStep) -> String {
    switch step.operation {
    case .open(let path, truncating: true): return filled(phrases.emptiesFile, path)
    case .open(let path, truncating: false): return filled(phrases.opens, path)
    case .look(let path): return filled(phrases.looksFor, path)
    case .wait(_, finished: true): return phrases.joins
    case .choose(let value): return filled(phrases.draws, "\(value)")
    case .exit: return phrases.ends
    case .call(let manager, let call, let answer?): return text(of: call, to: manager, answer)
    default: return step.wording.text(in: language)
    }
  }

  private func text(of call: [UInt8], to manager: ManagerID, _ answer: [UInt8]?) -> String {
    let text = managed.text(of: call, to: manager, answer: answer)
    return text.map { Self.shortened($0, to: 30) } ?? phrases.calls
  }

  /// Whether nobody else touches the file between its emptying and its writing.
  private func isUnnoticed(_ path: String, from index: Int) -> Bool {
    for step in replay[(index + 1)...] {
      switch step.operation {
      case .write(let other, _) where other == path:
        return step.process == replay[index].process
      case .read(let other, _) where other == path: return false
      case .open(let other, truncating: true) where other == path: return false
      default: break
      }
    }
    return false
  }

  private func lockName(_ index: Int) -> String {
    Self.shortened(locks.suffix(in: replay[index]), to: 20)
  }

  /// What the step touches; calls of conditions, events and barriers meet each other.
  func subject(of index: Int) -> String? {
    calls[index] == .outside ? replay[index].subject : "synchronizer"
  }

  func action(of index: Int) -> WitnessStep.Action {
    guard calls[index] == .outside else { return .other }
    let step = replay[index]
    switch step.operation {
    case .read(let path, let bytes): return .reads(path: path, bytes)
    case .write(let path, let bytes): return .writes(path: path, bytes)
    case .open(let path, truncating: true): return .empties(path: path)
    case .print(let bytes): return .prints(Self.text(of: bytes))
    case .acquire(let id, acquired: true): return .acquires(locks.number(of: id))
    case .release(let id): return .releases(locks.number(of: id))
    case .open, .changeFolder, .remove, .rename, .look, .acquire, .count, .wait, .poll, .signal,
      .choose,
      .exit, .die,
      .send, .receive, .awaitReady, .closeEnd, .put, .get, .findEmpty, .findFull, .feed,
      .lookAtQueue, .awaitFeeder, .taskDone, .awaitTasks, .load, .store, .call, .stopManager, .part:
      return .other
    }
  }

  /// A file's text in a few columns. A JSON record with one key goes by its value.
  static func content(_ bytes: [UInt8]) -> String {
    let text = text(of: bytes)
    if text.hasPrefix("{"), text.hasSuffix("}"), !text.contains(","),
      let colon = text.firstIndex(of: ":"),
      text[text.index(after: colon)...].firstIndex(of: ":") == nil
    {
      return shortened(AnswerText.trimmed(text[text.index(after: colon)...].dropLast()))
    }
    return shortened(text)
  }

  /// Bytes as one line of text.
  static func text(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    let words = text.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
    return String(words.filter { DisplayWidth.of($0) > 0 })
  }

  private static func shortened(_ text: String, to width: Int = 16) -> String {
    DisplayWidth.of(text) > width
      ? DisplayWidth.prefix(of: text, columns: width - 1) + "…" : text
  }
}

/// What the objects of a replay's managers are called: by what they are, with a number where there
/// are several of a kind.
private struct ManagedNames {
  private struct Object: Hashable {
    var manager: ManagerID
    var referent: Int
    var kind: String
  }

  /// In the order in which they were made.
  private var objects: [Object] = []

  init(_ replay: [ReplayStep]) {
    for case .call(let manager, let bytes, let answer?) in replay.map(\.operation) {
      guard let call = ManagedCall(bytes), let referent = call.referent ?? ManagedCall.made(answer)
      else { continue }
      let object = Object(manager: manager, referent: referent, kind: call.kind)
      if !objects.contains(object) { objects.append(object) }
    }
  }

  func text(of bytes: [UInt8], to manager: ManagerID, answer: [UInt8]?) -> String? {
    guard let call = ManagedCall(bytes) else { return nil }
    let alike = objects.filter { $0.kind == call.kind }
    let place = alike.firstIndex { $0.manager == manager && $0.referent == call.referent }
    let name = alike.count > 1 ? place.map { "\(call.kind)\($0 + 1)" } : nil
    return call.text(of: name ?? call.kind, answer: answer)
  }
}

/// Gives processes the names that they print themselves by: `buyer 1 bought` makes `Process-1` into
/// `buyer 1`, which then only says `bought`. Two of them must do so: one alone may be counting buns.
private struct LaneNames {
  /// By process: only names that all its lines begin with and that no other process has.
  private var names: [Int: String] = [:]

  init(_ replay: [ReplayStep]) {
    var candidates: [Int: String] = [:]
    for step in replay {
      guard case .print(let bytes) = step.operation else { continue }
      let name = Self.ownName(in: StepLabels.text(of: bytes)) ?? ""
      if let known = candidates[step.process], known != name {
        candidates[step.process] = ""
      } else {
        candidates[step.process] = name
      }
    }
    let taken = Set(replay.map(\.name))
    for (process, name) in candidates where !name.isEmpty && !taken.contains(name) {
      let others = candidates.filter { $0.key != process }.map(\.value)
      let word = name.prefix { $0 != " " }
      if !others.contains(name), others.contains(where: { $0.hasPrefix(word + " ") }) {
        names[process] = name
      }
    }
  }

  func renamed(_ steps: [WitnessStep]) -> [WitnessStep] {
    steps.map { step in
      var step = step
      if let name = names[step.process] { step.lane = name }
      // The lane says whose line it is.
      if case .prints(let text) = step.action, text.hasPrefix(step.lane + " ") {
        step.label = AnswerText.trimmed(text.dropFirst(step.lane.count))
      }
      return step
    }
  }

  /// `buyer 1` in `buyer 1 bought`: a word and a number, with more to come.
  private static func ownName(in text: String) -> String? {
    let words = text.split(separator: " ")
    guard words.count > 2, words[0].allSatisfy(\.isLetter), words[1].allSatisfy(\.isNumber) else {
      return nil
    }
    return "\(words[0]) \(words[1])"
  }
}

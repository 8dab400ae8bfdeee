// Truths kept in a folder from one process to the next. Flows in: all that a truth depends on.
// Flows out: the truth, if exactly this was computed before by exactly this tutor. Rule: what is
// kept is never trusted: an entry holds its whole question and a sum over its bytes, and one that
// differs in anything is as good as absent. A truth that time or memory cut short is not kept.

import Course
import Diagnostics
import Glibc
import Machine
import Model
import Observation

/// A folder of computed truths, for several processes at once.
package struct TruthCache: Sendable {
  /// All that a truth depends on.
  struct Question {
    var program: String
    var observe: String
    var time: TimeTruth
    var rules: WrongRules
    var files: [DataFile]
    var bounds: Bounds
  }

  private let folder: String
  /// What tells one build of tutor from another.
  private let version: String

  /// - Parameters:
  ///   - folder: made where it is missing; where that cannot be, nothing is kept.
  ///   - version: entries of another version do not count.
  package init(folder: String, version: String) {
    self.folder = folder
    self.version = version
    var made = ""
    for part in folder.split(separator: "/") {
      made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
      mkdir(made, 0o755)
    }
  }

  /// The truth that is kept for a question; nil where there is none that can be relied on.
  func truth(of question: Question) -> QuestionTruth? {
    let key = self.key(question)
    guard let bytes = SmallFile.bytes(of: path(of: key), limit: Self.largestEntry) else {
      return nil
    }
    var reader = FieldReader(bytes)
    guard reader.hasRightSum, reader.next() == key else { return nil }
    return OutcomeFields.read(&reader)
  }

  /// Keeps the outcomes of a question. That it cannot be kept is no fault: it will be computed again.
  func keep(_ outcomes: OutcomeSet, of question: Question) {
    let key = self.key(question)
    var fields = FieldWriter()
    fields.add(key)
    guard OutcomeFields.write(outcomes, to: &fields) else { return }
    let bytes = fields.bytesWithSum
    guard bytes.count <= Self.largestEntry else { return }
    SmallFile.replace(path(of: key), with: bytes)
  }

  /// Removes the entries that were not written for longest once there are very many, and drafts that
  /// somebody could not finish.
  package static func tidy(folder: String, most: Int = 50_000) {
    var entries: [(path: String, time: Int)] = []
    for name in FolderNames.of(folder) {
      let path = folder + "/" + name
      var about = stat()
      guard lstat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { continue }
      if name.hasSuffix(".truth") {
        entries.append((path, about.st_mtim.tv_sec))
      } else if name.contains(".truth."), about.st_mtim.tv_sec < time(nil) - 3600 {
        unlink(path)
      }
    }
    guard entries.count > most else { return }
    for entry in entries.sorted(by: { $0.time < $1.time }).prefix(entries.count - most / 2) {
      unlink(entry.path)
    }
  }

  private static let largestEntry = 8 << 20

  private func key(_ question: Question) -> [UInt8] {
    var fields = FieldWriter()
    fields.add(version)
    fields.add(question.program)
    fields.add(question.observe)
    fields.add(question.time.rawValue)
    fields.add(Int(question.rules.rawValue))
    for file in question.files {
      fields.add(file.name)
      fields.add(file.bytes)
    }
    let bounds = question.bounds
    fields.add("\(bounds.states) \(bounds.bytes) \(bounds.instructions)")
    fields.add("\(bounds.walks.walks) \(bounds.walks.steps)")
    return fields.bytes
  }

  private func path(of key: [UInt8]) -> String {
    folder + "/" + String(Fingerprint.of(key), radix: 16) + ".truth"
  }
}

/// A 64-bit sum (FNV-1a) for names of entries and for finding damage; equality is decided by bytes.
enum Fingerprint {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return sum
  }
}

// MARK: A truth in fields

private enum OutcomeFields {
  /// - Returns: false for a set that the same question need not give again.
  static func write(_ set: OutcomeSet, to fields: inout FieldWriter) -> Bool {
    switch set.verdict {
    case .exact: fields.add("exact")
    case .partial(.states(let states)):
      fields.add("states")
      fields.add(states)
    case .partial(.bytes(let bytes)):
      fields.add("bytes")
      fields.add(bytes)
    case .partial(.instructions(let process, let line)):
      fields.add("instructions")
      fields.add(process)
      fields.add(line)
    case .partial(.seconds), .partial(.cancelled), .unsupported: return false
    }
    fields.add(set.states)
    fields.add(set.walks)
    fields.add(set.outcomes.count)
    for outcome in set.outcomes {
      fields.add(outcome.value)
      fields.add(outcome.schedule.text)
      fields.add(outcome.stuckStates)
      write(outcome.stuck, to: &fields)
    }
    return true
  }

  private static func write(_ stuck: StuckReport?, to fields: inout FieldWriter) {
    fields.add(stuck == nil ? 0 : 1)
    guard let stuck else { return }
    fields.add(stuck.schedule.text)
    fields.add(stuck.waiters.count)
    for waiter in stuck.waiters {
      fields.add(waiter.process)
      fields.add(waiter.operation)
      fields.add(waiter.line)
      fields.add(waiter.reason.fields.count)
      for field in waiter.reason.fields { fields.add(field) }
      fields.add(waiter.holder?.process ?? "")
      fields.add(waiter.holder?.line ?? 0)
      fields.add(waiter.holder?.hasEnded == true ? 1 : 0)
    }
  }

  /// - Returns: nil for what is no such field; nothing in it where nobody is stuck.
  private static func stuck(_ fields: inout FieldReader) -> StuckReport?? {
    guard let isThere = fields.number() else { return nil }
    guard isThere == 1 else { return .some(nil) }
    guard let schedule = self.schedule(&fields), let count = fields.number() else { return nil }
    var waiters: [StuckReport.Waiter] = []
    for _ in 0..<max(0, count) {
      guard let process = fields.text(), let operation = fields.text(),
        let line = fields.number(), let reason = reason(&fields), let holder = fields.text(),
        let taken = fields.number(), let hasEnded = fields.number()
      else { return nil }
      waiters.append(
        StuckReport.Waiter(
          process: process, operation: operation, line: line, reason: reason,
          holder: holder.isEmpty
            ? nil : StuckReport.Holder(process: holder, line: taken, hasEnded: hasEnded == 1)))
    }
    return StuckReport(waiters: waiters, schedule: schedule)
  }

  private static func reason(_ fields: inout FieldReader) -> StuckReport.Reason? {
    guard let count = fields.number() else { return nil }
    var texts: [String] = []
    for _ in 0..<max(0, count) {
      guard let text = fields.text() else { return nil }
      texts.append(text)
    }
    return StuckReport.Reason(fields: texts)
  }

  private static func schedule(_ fields: inout FieldReader) -> Schedule? {
    fields.text().flatMap { try? Schedule.parse($0).get() }
  }

  static func read(_ fields: inout FieldReader) -> QuestionTruth? {
    guard let limit = limit(&fields), let states = fields.number(), let walks = fields.number(),
      let count = fields.number()
    else { return nil }
    var found: [QuestionTruth.Found] = []
    for _ in 0..<max(0, count) {
      guard let value = fields.text(), let schedule = schedule(&fields),
        let stuckStates = fields.number(), let stuck = stuck(&fields)
      else { return nil }
      found.append(
        QuestionTruth.Found(
          value: AnswerValue(repr: value), schedule: schedule, isStuck: stuckStates > 0,
          stuck: stuck))
    }
    let extent: QuestionTruth.Extent = limit == nil ? .complete : .atLeast
    return QuestionTruth(
      found: QuestionTruth.distinct(found), extent: extent, states: states, seconds: 0,
      limit: limit, walks: walks)
  }

  /// - Returns: nil for what is no such field; nothing in it for a complete search.
  private static func limit(_ fields: inout FieldReader) -> OutcomeSet.Limit?? {
    switch fields.text() {
    case "exact": return .some(nil)
    case "states": return fields.number().map { .states($0) }
    case "bytes": return fields.number().map { .bytes($0) }
    case "instructions":
      guard let process = fields.text(), let line = fields.number() else { return nil }
      return .instructions(process: process, line: line)
    default: return nil
    }
  }
}

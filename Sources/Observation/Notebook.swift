// What observers have noted of a run so far. Flows in: lines, function marks and deaths, as they
// happen. Flows out: whatever a Projection asks for, and no more, so that runs which differ only in
// what nobody looks at have equal notebooks. Live's finished runs and Model's states share it.

/// The observers' memory of one run.
package struct Notebook: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    case line(process: String, text: String)
    case entered(process: String, function: String)
    case left(process: String, function: String)
    /// It ended while inside marked functions.
    case gone(process: String)
  }

  /// A line, and how many there are of it.
  package struct Counted: Hashable, Sendable {
    package var text: String
    package var count: Int
  }

  package enum Order: UInt8, Hashable, Sendable { case neither, first, second }

  struct Presence: Hashable, Sendable {
    var process: String
    var depth: Int
  }

  struct Overlap: Hashable, Sendable {
    var inside: [Presence] = []
    var happened = false
  }

  /// Kept where the projection orders lines; without a name where it does not ask who printed them.
  package private(set) var lines: [RunRecord.Line] = []
  /// Sorted by text.
  package private(set) var collected: [Counted] = []
  /// In the order of the projection's texts.
  package private(set) var counts: [Int]
  package private(set) var linesOf: [[String]]
  package private(set) var orders: [Order]
  private var overlaps: [Overlap]

  package init(_ projection: Projection) {
    counts = projection.countedTexts.map { _ in 0 }
    linesOf = projection.processes.map { _ in [] }
    orders = projection.orderedPairs.map { _ in .neither }
    overlaps = projection.markedFunctions.map { _ in Overlap() }
  }

  /// Whether two processes were inside each of the projection's marked functions at once.
  package var overlapped: [Bool] { overlaps.map(\.happened) }

  /// Whether an entry changes any notebook of the projection.
  package static func wants(_ entry: Entry, for projection: Projection) -> Bool {
    switch entry {
    case .line(let process, let text):
      projection.ordersLines || projection.collectsLines
        || projection.countedTexts.contains { text.containsText($0) }
        || projection.processes.contains(process)
        || projection.orderedPairs.contains {
          text.containsText($0.first) || text.containsText($0.second)
        }
    case .entered(_, let function), .left(_, let function):
      projection.markedFunctions.contains(function)
    case .gone: !projection.markedFunctions.isEmpty
    }
  }

  package mutating func note(_ entry: Entry, for projection: Projection) {
    switch entry {
    case .line(let process, let text): note(line: text, by: process, for: projection)
    case .entered(let process, let function):
      for index in overlaps.indices where projection.markedFunctions[index] == function {
        overlaps[index].enter(process)
      }
    case .left(let process, let function):
      for index in overlaps.indices where projection.markedFunctions[index] == function {
        overlaps[index].leave(process)
      }
    case .gone(let process):
      for index in overlaps.indices { overlaps[index].forget(process) }
    }
  }

  private mutating func note(line: String, by process: String, for projection: Projection) {
    if projection.ordersLines {
      let printer = projection.namesPrinters ? process : ""
      lines.append(RunRecord.Line(process: printer, text: line))
    }
    if projection.collectsLines { collect(line) }
    for (index, text) in projection.countedTexts.enumerated() where line.containsText(text) {
      counts[index] += 1
    }
    for (index, name) in projection.processes.enumerated() where name == process {
      linesOf[index].append(line)
    }
    for (index, pair) in projection.orderedPairs.enumerated() where orders[index] == .neither {
      if line.containsText(pair.first) {
        orders[index] = .first
      } else if line.containsText(pair.second) {
        orders[index] = .second
      }
    }
  }

  private mutating func collect(_ line: String) {
    guard let index = collected.firstIndex(where: { $0.text >= line }) else {
      return collected.append(Counted(text: line, count: 1))
    }
    if collected[index].text == line {
      collected[index].count += 1
    } else {
      collected.insert(Counted(text: line, count: 1), at: index)
    }
  }
}

extension Notebook.Overlap {
  mutating func enter(_ process: String) {
    guard !happened else { return }
    if let index = inside.firstIndex(where: { $0.process == process }) {
      inside[index].depth += 1
    } else {
      inside.append(Notebook.Presence(process: process, depth: 1))
      inside.sort { $0.process < $1.process }
    }
    // Once it happened it stays so, and who is inside matters no more.
    if inside.count > 1 { self = Notebook.Overlap(inside: [], happened: true) }
  }

  mutating func leave(_ process: String) {
    guard let index = inside.firstIndex(where: { $0.process == process }) else { return }
    inside[index].depth -= 1
    if inside[index].depth == 0 { inside.remove(at: index) }
  }

  mutating func forget(_ process: String) {
    inside.removeAll { $0.process == process }
  }
}

extension String {
  /// Whether the text occurs in it, by code units, as Python's `in` has it.
  package func containsText(_ text: String) -> Bool {
    let hay = Array(utf8)
    let needle = Array(text.utf8)
    guard needle.count <= hay.count else { return false }
    guard !needle.isEmpty else { return true }
    return (0...hay.count - needle.count).contains { start in
      hay[start] == needle[0] && hay[start..<start + needle.count].elementsEqual(needle)
    }
  }
}

/// A run as far as a projection sees it.
package struct ProjectedRun: Hashable, Sendable {
  package var notebook: Notebook
  package var ends: [RunRecord.End]
  package var files: [RunRecord.File]
  package var isStuck: Bool
  package var virtualSeconds: Double?

  package init(
    notebook: Notebook, ends: [RunRecord.End], files: [RunRecord.File], isStuck: Bool,
    virtualSeconds: Double? = nil
  ) {
    self.notebook = notebook
    self.ends = ends
    self.files = files
    self.isStuck = isStuck
    self.virtualSeconds = virtualSeconds
  }
}

extension RunRecord {
  /// As much of the run as the projection asks for.
  package func projected(on projection: Projection) -> ProjectedRun {
    var notebook = Notebook(projection)
    for line in lines {
      notebook.note(.line(process: line.process, text: line.text), for: projection)
    }
    for mark in marks {
      notebook.note(
        mark.entered
          ? .entered(process: mark.process, function: mark.function)
          : .left(process: mark.process, function: mark.function),
        for: projection)
    }
    return ProjectedRun(
      notebook: notebook, ends: ends, files: files, isStuck: isStuck,
      virtualSeconds: virtualSeconds)
  }
}

// Whether a process is inside a function that somebody watches: seen from its call stack whenever it
// asks its world for something, so that Live and Model see the same.

/// The watched functions that a process is inside of.
package struct FunctionWatch: Hashable, Sendable {
  /// In the order of the projection's functions.
  private var inside: [Bool] = []

  package init() {}

  /// Whether it is inside any.
  package var isInside: Bool { inside.contains(true) }

  /// Compares with where the process stands now.
  ///
  /// - Parameter stack: the functions being called.
  /// - Returns: what observers note of it.
  package mutating func look(
    at stack: [String], of process: String, for projection: Projection
  ) -> [Notebook.Entry] {
    let functions = projection.markedFunctions
    if inside.count < functions.count {
      inside += [Bool](repeating: false, count: functions.count - inside.count)
    }
    var entries: [Notebook.Entry] = []
    for (index, function) in functions.enumerated() {
      let isInside = stack.contains(function)
      guard isInside != inside[index] else { continue }
      inside[index] = isInside
      entries.append(
        isInside
          ? .entered(process: process, function: function)
          : .left(process: process, function: function))
    }
    return entries
  }
}

// What an observer looks at, and so what a search must keep apart; all else it may forget or
// reorder. Found once from the text of an ObserveExpression.

/// The parts of a run that a question depends on.
package struct Projection: Hashable, Sendable {
  /// All lines in the order of the run.
  package var ordersLines = false
  /// Who printed each of them.
  package var namesPrinters = false
  /// All lines, in any order.
  package var collectsLines = false
  /// Texts whose lines are counted: `printed(text)`.
  package var countedTexts: [String] = []
  /// Processes whose own lines are kept in order: `lines_of(process)`.
  package var processes: [String] = []
  /// Pairs of texts of which it matters whose line comes first: `before(a, b)`.
  package var orderedPairs: [TextPair] = []
  /// Functions that are marked, for `overlap(function)`.
  package var markedFunctions: [String] = []
  /// Files whose final content counts: `file(name)`.
  package var files: [String] = []
  package var looksAtAllFiles = false
  /// How processes ended, each by its name: `exitcode(name)`.
  package var looksAtExitCodes = false
  /// The virtual clock: `seconds`.
  package var looksAtClock = false

  package struct TextPair: Hashable, Sendable {
    package var first: String
    package var second: String

    package init(_ first: String, _ second: String) {
      self.first = first
      self.second = second
    }
  }

  package init() {}

  /// For who asks nothing: which lines were printed, in any order.
  package static var linesInAnyOrder: Projection {
    var projection = Projection()
    projection.collectsLines = true
    return projection
  }

  /// Whether output has to be looked at at all.
  package var looksAtOutput: Bool {
    dependsOnOrder || collectsLines || !countedTexts.isEmpty || !processes.isEmpty
  }

  /// Whether two processes' lines may not be exchanged.
  package var dependsOnOrder: Bool { ordersLines || !orderedPairs.isEmpty }
}

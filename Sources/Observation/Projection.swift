// What an observer looks at, and so what a search must keep apart; all else it may forget or
// reorder. Found once from the text of an ObserveExpression.

/// The parts of a run that a question depends on.
package struct Projection: Hashable, Sendable {
  /// All lines in the order of the run.
  package var ordersLines = false
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
  /// The virtual clock: `seconds`.
  package var looksAtClock = false

  package struct TextPair: Hashable, Sendable {
    package var first: String
    package var second: String

    package init(first: String, second: String) {
      self.first = first
      self.second = second
    }
  }

  package init() {}

  /// Everything but marks and the clock: for an observer whose interest cannot be told in advance.
  package static var everything: Projection {
    var projection = Projection()
    projection.ordersLines = true
    return projection
  }

  /// Whether output has to be looked at at all.
  package var looksAtOutput: Bool { ordersLines || isIndifferentToOrder || dependsOnOrder }

  /// Whether two processes' lines may not be exchanged.
  package var dependsOnOrder: Bool { ordersLines || !orderedPairs.isEmpty }

  private var isIndifferentToOrder: Bool {
    collectsLines || !countedTexts.isEmpty || !processes.isEmpty
  }
}

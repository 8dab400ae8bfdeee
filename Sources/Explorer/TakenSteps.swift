// The steps that a search takes, kept while it runs: looking them up again afterwards would take as long
// as the search.

/// Steps from state to state.
struct TakenSteps: ~Copyable {
  /// The steps from one state that stand side by side; a state may have two such rows.
  struct Row: BitwiseCopyable {
    /// The state's place.
    var source: UInt32
    /// Where its steps start; they end where the next row's do.
    var start: UInt32
  }

  /// Whether these are all steps: somebody wants them, and there are not too many.
  private(set) var isComplete: Bool
  private(set) var rows = FlatBuffer<Row>()
  /// The number of the state that each step leads to, and who takes it.
  private(set) var targets = FlatBuffer<UInt32>()
  private(set) var actors = FlatBuffer<UInt16>()

  private static let most = 10_000_000

  init(areWanted: Bool) { isComplete = areWanted }

  var count: Int { targets.count }
  var bytes: Int { rows.bytes + targets.bytes + actors.bytes }

  @inline(__always)
  mutating func append(from source: UInt32, to target: UInt32, by actor: UInt16) {
    guard isComplete else { return }
    if rows.count == 0 || rows[rows.count - 1].source != source {
      rows.append(Row(source: source, start: UInt32(targets.count)))
    }
    targets.append(target)
    actors.append(actor)
    if count > TakenSteps.most { self = TakenSteps(areWanted: false) }
  }

  /// Where a row's steps are.
  func steps(of row: Int) -> Range<Int> {
    Int(rows[row].start)..<(row + 1 < rows.count ? Int(rows[row + 1].start) : count)
  }
}

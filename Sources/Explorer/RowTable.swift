// A map from pairs of words of which the first is small and the second dense, as slots and handles are:
// a row of words for each first one.

/// A map from pairs of words to a word below `UInt32.max`.
struct RowTable: ~Copyable {
  private static let vacant = UInt32.max

  struct Row: BitwiseCopyable {
    var start: Int
    var count: UInt32
  }

  private var rows = FlatBuffer<Row>()
  private var values = FlatBuffer<UInt32>(capacity: 1 << 10)

  var bytes: Int { rows.bytes + values.bytes }

  @inline(__always)
  func value(_ first: UInt32, _ second: UInt32) -> UInt32? {
    guard Int(first) < rows.count else { return nil }
    let row = rows[Int(first)]
    guard second < row.count else { return nil }
    let value = values[row.start + Int(second)]
    return value == RowTable.vacant ? nil : value
  }

  /// Adds a pair that is not there.
  mutating func insert(_ first: UInt32, _ second: UInt32, _ value: UInt32) {
    while rows.count <= Int(first) { rows.append(Row(start: 0, count: 0)) }
    if second >= rows[Int(first)].count { widen(Int(first), beyond: second) }
    values[rows[Int(first)].start + Int(second)] = value
  }

  /// Gives a row a new place at the end; rows double, so what they leave behind is less than they are.
  private mutating func widen(_ first: Int, beyond second: UInt32) {
    let row = rows[first]
    let wide = Row(start: values.count, count: max(row.count * 2, second + 1, 16))
    for index in 0..<Int(wide.count) {
      values.append(index < row.count ? values[row.start + index] : RowTable.vacant)
    }
    rows[first] = wide
  }
}

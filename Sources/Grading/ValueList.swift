// Values in a sentence: numbers in order with stretches drawn together, the rest as Python shows it.

package enum ValueList {
  /// `1, 3-5`; at least three neighbours make a stretch. Values other than whole numbers follow in
  /// their order.
  ///
  /// - Parameters:
  ///   - comma: what stands between two values.
  ///   - last: what stands before the last one, such as ` and `; nil for another comma.
  package static func text(
    _ values: [AnswerValue], comma: String = ", ", last: String? = nil
  ) -> String {
    let numbers = Set(values.compactMap(\.wholeNumber)).sorted()
    let rest = values.filter { $0.wholeNumber == nil }.map(\.shown)
    let shown = rest.prefix(8).map { shortened($0) } + (rest.count > 8 ? ["…"] : [])
    let parts = stretches(numbers) + shown
    guard let last, parts.count > 1 else { return parts.joined(separator: comma) }
    return parts.dropLast().joined(separator: comma) + last + parts[parts.count - 1]
  }

  /// Sorted distinct numbers, drawn together.
  static func stretches(_ numbers: [Int]) -> [String] {
    var parts: [String] = []
    var index = 0
    while index < numbers.count {
      var end = index
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - index >= 2 {
        // Between negative numbers a dash is hard to read.
        let dash = numbers[index] < 0 ? ".." : "-"
        parts.append("\(numbers[index])\(dash)\(numbers[end])")
        index = end + 1
      } else {
        parts.append("\(numbers[index])")
        index += 1
      }
    }
    return parts
  }

  private static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }
}

extension AnswerValue {
  /// The number where it is a whole one.
  package var wholeNumber: Int? {
    switch self {
    case .integer(let number): number
    case .real(let number): Int(exactly: number)
    case .nothing, .truth, .text, .list, .set, .other: nil
    }
  }
}

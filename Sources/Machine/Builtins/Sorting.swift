// Sorting: stable, through the program's own `__lt__` where there is one, without any call where all
// items are integers, floats or strings.

import Glibc
import Language

extension Machine {
  /// The items in order.
  /// - Parameter key: `.none` or a function.
  mutating func sorted(
    _ items: [Value], key: Value, reverse: Bool
  ) throws(Interrupt) -> [Value] {
    if items.count < 2, key == .none { return items }
    var keys = items
    if key != .none {
      for index in keys.indices { keys[index] = try call(key, [keys[index]]) }
    }
    if let fast = sortedFast(items, keys, reverse: reverse, hasKey: key != .none) { return fast }
    var order = Array(items.indices)
    if reverse { order.reverse() }
    try mergeSort(&order, keys)
    if reverse { order.reverse() }
    return order.map { items[$0] }
  }

  /// nil where the keys are not all of one plain kind.
  private func sortedFast(
    _ items: [Value], _ keys: [Value], reverse: Bool, hasKey: Bool
  ) -> [Value]? {
    guard let first = keys.first else { return items }
    switch first {
    case .int:
      var numbers: [Int] = []
      numbers.reserveCapacity(keys.count)
      for key in keys {
        guard case .int(let int) = key else { return nil }
        numbers.append(int)
      }
      if !hasKey {
        numbers.sort()
        if reverse { numbers.reverse() }
        return numbers.map { .int($0) }
      }
      return arranged(items, numbers, reverse: reverse) { $0 < $1 }
    case .float:
      var numbers: [Double] = []
      numbers.reserveCapacity(keys.count)
      for key in keys {
        guard case .float(let float) = key, !float.isNaN else { return nil }
        numbers.append(float)
      }
      return arranged(items, numbers, reverse: reverse) { $0 < $1 }
    case .object:
      var texts: [[UInt8]] = []
      texts.reserveCapacity(keys.count)
      for key in keys {
        guard let text = text(key) else { return nil }
        texts.append(text.utf8)
      }
      return arranged(items, texts, reverse: reverse) { Machine.precedes($0, $1) }
    default: return nil
    }
  }

  /// Stable both ways: items with equal keys keep their order.
  private func arranged<Key>(
    _ items: [Value], _ keys: [Key], reverse: Bool, _ precedes: (Key, Key) -> Bool
  ) -> [Value] {
    var order = keys.enumerated().map { (key: $1, index: $0) }
    order.sort { left, right in
      if precedes(left.key, right.key) { return !reverse }
      if precedes(right.key, left.key) { return reverse }
      return left.index < right.index
    }
    return order.map { items[$0.index] }
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let shared = min(left.count, right.count)
    let order = left.withUnsafeBytes { first in
      right.withUnsafeBytes { second in
        guard let x = first.baseAddress, let y = second.baseAddress else { return Int32(0) }
        return memcmp(x, y, shared)
      }
    }
    return order == 0 ? left.count < right.count : order < 0
  }

  private mutating func mergeSort(
    _ order: inout [Int], _ keys: [Value]
  ) throws(Interrupt) {
    let count = order.count
    // Short runs by insertion, then merged pairwise.
    let run = 8
    var start = 0
    while start < count {
      let end = min(start + run, count)
      var index = start + 1
      while index < end {
        let item = order[index]
        var place = index
        while place > start, try less(keys[item], keys[order[place - 1]]) {
          order[place] = order[place - 1]
          place -= 1
        }
        order[place] = item
        index += 1
      }
      start = end
    }
    var width = run
    var spare = order
    while width < count {
      var low = 0
      while low < count {
        let middle = min(low + width, count)
        let high = min(low + 2 * width, count)
        try merge(order, low, middle, high, into: &spare, keys)
        low = high
      }
      swap(&order, &spare)
      width *= 2
    }
  }

  private mutating func merge(
    _ order: [Int], _ low: Int, _ middle: Int, _ high: Int, into spare: inout [Int],
    _ keys: [Value]
  ) throws(Interrupt) {
    var left = low
    var right = middle
    var place = low
    while left < middle, right < high {
      if try less(keys[order[right]], keys[order[left]]) {
        spare[place] = order[right]
        right += 1
      } else {
        spare[place] = order[left]
        left += 1
      }
      place += 1
    }
    while left < middle {
      spare[place] = order[left]
      left += 1
      place += 1
    }
    while right < high {
      spare[place] = order[right]
      right += 1
      place += 1
    }
  }
}

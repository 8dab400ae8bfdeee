// Searches that do not depend on one another, side by side on as many cores as there are. The result
// is the same on one.

import Dispatch
import Synchronization

enum Concurrently {
  /// The results in the order of the items.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let result = body(items[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { found in items.indices.compactMap { found[$0] } }
  }
}

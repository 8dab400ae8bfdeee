// How far a batch has got, on a terminal's standard error; nothing anywhere else.

import Glibc

/// A line that is drawn over and over.
struct ProgressBar {
  private let total: Int
  private let isShown: Bool
  private static let width = 30

  /// Shown only where somebody looks: on a terminal that can move its cursor.
  init(total: Int) {
    self.total = total
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    isShown = total > 1 && isatty(2) == 1 && terminal != "dumb"
  }

  func show(_ done: Int) {
    guard isShown else { return }
    let filled = Self.width * done / max(1, total)
    let bar = String(repeating: "#", count: filled).padded(to: Self.width)
    put("\r[\(bar)] \(done)/\(total)")
  }

  /// Leaves the line as it was before.
  func clear() {
    if isShown { put("\r\u{1b}[K") }
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: "-", count: max(0, count - self.count))
  }
}

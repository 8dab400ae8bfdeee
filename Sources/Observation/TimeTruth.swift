// The two truths about time, always named: what an operating system may do, and what a perfect machine
// does.

/// Which runs count.
package enum TimeTruth: String, Hashable, Sendable {
  /// Every schedule; a sleep orders nothing. `any`
  case anySchedule = "any"
  /// Computing costs nothing, sleeps and timeouts are exact. `ideal`
  case idealMachine = "ideal"
}

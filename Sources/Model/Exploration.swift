// Every schedule of a program, searched to the end: from code, a folder's files and a question to the
// set of outcomes. This is the door of the model; nothing of the simulated kernel shows through it.

import Diagnostics
import Language
import Machine
import Observation

package enum Exploration {
  /// Explores every interleaving of a program's visible operations.
  ///
  /// The result depends on the arguments alone, but for `seconds` and where a bound on time is met.
  ///
  /// - Parameters:
  ///   - folder: the files that are there at the start.
  ///   - observe: the question; without one the outcome is which lines were printed (in any order),
  ///     how each process ended, and whether the run got stuck.
  ///   - shouldStop: asked now and then with the number of states so far; true ends the search.
  package static func explore(
    program: Program, folder: [String: [UInt8]] = [:], observe: ObserveExpression? = nil,
    bounds: Bounds = Bounds(), shouldStop: (Int) -> Bool = { _ in false }
  ) -> OutcomeSet {
    let diagnostic = Diagnostic(.unsupported, "exploring needs the machine", at: nil)
    return OutcomeSet(
      verdict: .unsupported(diagnostic), outcomes: [], states: 0, transitions: 0, seconds: 0)
  }

  /// Performs a schedule in the model, from the start as far as it goes.
  ///
  /// - Returns: one step a move, or what is wrong with the schedule.
  package static func replay(
    _ schedule: Schedule, program: Program, folder: [String: [UInt8]] = [:]
  ) -> Result<[ReplayStep], Diagnostic> {
    .failure(Diagnostic(.unsupported, "replaying needs the machine", at: nil))
  }
}

// Numbers of things in words: `1 state`, `48 102 states`.

import Diagnostics
import Grading

/// In English, for authors.
func counted(_ number: Int, _ thing: String) -> String {
  "\(VerdictText.grouped(number)) \(thing)" + (number == 1 ? "" : "s")
}

extension Wording {
  static func states(_ count: Int) -> Wording {
    count == 1 ? .says("1 state") : .says("\(VerdictText.grouped(count)) states")
  }

  static func outcomes(_ count: Int) -> Wording {
    count == 1 ? .says("1 outcome") : .says("\(VerdictText.grouped(count)) outcomes")
  }

  static func schedules(_ count: Int) -> Wording {
    count == 1 ? .says("1 schedule") : .says("\(VerdictText.grouped(count)) schedules")
  }

  static func walks(_ count: Int) -> Wording {
    count == 1 ? .says("1 random run") : .says("\(VerdictText.grouped(count)) random runs")
  }
}

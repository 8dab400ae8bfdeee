// What a live run did, as a lane a process over time. Flows in: the run's steps as they come. Flows
// out: rows that fit the screen. It knows who waits, sleeps and holds locks, nothing of Python.

import Course
import Diagnostics
import Live
import Machine

/// A live run as stretches of time.
package struct Timeline: Sendable {
  /// What a process does for a while.
  package enum Activity: Int, Hashable, Sendable, CaseIterable {
    case runs, sleeps, holds, waits

    var sign: String {
      switch self {
      case .runs: "─"
      case .sleeps: "╌"
      case .holds: "━"
      case .waits: "·"
      }
    }

    var style: TextStyle {
      switch self {
      case .runs: []
      case .sleeps: .dim
      case .holds: [.bold, .green]
      case .waits: .red
      }
    }
  }

  private struct Stretch {
    var start: Double
    var end: Double
    var activity: Activity
  }

  private struct Lane {
    let process: ProcessID
    var name: String
    var stretches: [Stretch] = []
    /// Since when it does what it does; nil once it has ended.
    var since: Double?
    var isWaiting = false
    var isSleeping = false
    var held = 0

    var activity: Activity {
      isWaiting ? .waits : held > 0 ? .holds : isSleeping ? .sleeps : .runs
    }

    /// Closes the stretch that is open.
    mutating func close(at time: Double) {
      guard let since else { return }
      if time > since { stretches.append(Stretch(start: since, end: time, activity: activity)) }
      self.since = time
    }

    /// Whatever a process does next ends its waiting, but for the last words of a run.
    mutating func turn(to what: Step.What) {
      switch what {
      case .stuck, .finished, .refused: return
      case .ended, .killed: since = nil
      case .waits(let target, _):
        if case .time = target { isSleeping = true } else { isWaiting = true }
        return
      case .acquired: held += 1
      case .released: held = max(0, held - 1)
      case .started, .wrote, .joined, .gaveUp, .signalled, .opened, .read, .wroteFile, .sent,
        .received, .closedEnd, .put, .fed, .got, .taskDone, .loaded, .stored, .called, .answered,
        .entered, .left:
        break
      }
      isWaiting = false
      isSleeping = false
    }
  }

  private var lanes: [Lane] = []
  private var numbers: [ProcessID: Int] = [:]
  private var end = 0.0

  package init() {}

  var isEmpty: Bool { lanes.isEmpty }

  /// Takes the next step of the run.
  package mutating func take(_ step: Step) {
    end = max(end, step.time)
    if case .started(let name, _, _, _) = step.what {
      guard numbers[step.process] == nil else { return }
      numbers[step.process] = lanes.count
      lanes.append(Lane(process: step.process, name: name, since: step.time))
      return
    }
    guard let number = numbers[step.process] else { return }
    lanes[number].close(at: step.time)
    lanes[number].turn(to: step.what)
  }

  /// Says that there will be no more steps.
  package mutating func finish() {
    for index in lanes.indices { lanes[index].close(at: end) }
    // Their first words may have come in another order.
    lanes.sort { $0.process.index < $1.process.index }
  }

  // MARK: Rows

  /// More lanes than this do not fit a screen.
  private static let mostLanes = 30

  package func rows(width: Int, language: ReadingLanguage) -> [StyledText] {
    let names = lanes.map { language(.processName($0.name)) }
    let nameWidth = min(width / 3, names.map { DisplayWidth.of($0) }.max() ?? 0)
    let columns = max(8, width - nameWidth - 4)
    var rows = [axis(nameWidth, columns, language)]
    for (lane, shown) in zip(lanes, names).prefix(Self.mostLanes) {
      let name = DisplayWidth.padded(
        DisplayWidth.prefix(of: shown, columns: nameWidth), to: nameWidth)
      rows.append(
        StyledText("  ") + StyledText(name, style: .cyan) + "  " + bar(of: lane, columns))
    }
    if lanes.count > Self.mostLanes { rows.append("  …") }
    return rows + legend(width: width, language)
  }

  private func axis(
    _ nameWidth: Int, _ columns: Int, _ language: ReadingLanguage
  ) -> StyledText {
    let first = language(.length(seconds: 0))
    let last = language(.length(seconds: end))
    let gap = columns - DisplayWidth.of(first) - DisplayWidth.of(last)
    let margin = String(repeating: " ", count: nameWidth + 4)
    return StyledText(
      margin + first + String(repeating: " ", count: max(1, gap)) + last, style: .dim)
  }

  private func bar(of lane: Lane, _ columns: Int) -> StyledText {
    var bar = StyledText()
    let slice = max(end, 1e-9) / Double(columns)
    for column in 0..<columns {
      let start = Double(column) * slice
      guard let activity = longest(in: lane, from: start, to: start + slice) else {
        bar.append(" ")
        continue
      }
      bar.append(activity.sign, style: activity.style)
    }
    return bar
  }

  /// What the lane does longest within a slice of time; nil while it is not there.
  private func longest(in lane: Lane, from start: Double, to end: Double) -> Activity? {
    var shares = [Double](repeating: 0, count: Activity.allCases.count)
    for stretch in lane.stretches {
      let share = min(stretch.end, end) - max(stretch.start, start)
      if share > 0 { shares[stretch.activity.rawValue] += share }
    }
    guard let most = shares.max(), most > 0 else { return nil }
    return shares.firstIndex(of: most).flatMap(Activity.init(rawValue:))
  }

  private func legend(width: Int, _ language: ReadingLanguage) -> [StyledText] {
    var text = StyledText()
    for activity in Activity.allCases {
      if !text.isEmpty { text.append("   ") }
      text.append(String(repeating: activity.sign, count: 2), style: activity.style)
      text.append(" " + language(.activity(activity)), style: .dim)
    }
    return text.wrapped(to: width, first: "  ", rest: "  ")
  }
}

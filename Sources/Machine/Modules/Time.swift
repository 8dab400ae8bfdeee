// The time module. Clocks are asked of the world; exploration answers with placeholders.

import Language

extension ModuleDescription {
  static var time: ModuleDescription {
    ModuleDescription(
      id: .time,
      functions: [
        reading("time", .wall), reading("perf_counter", .monotonic),
        reading("monotonic", .monotonic), reading("process_time", .processor),
        reading("thread_time", .processor), nanoseconds("time_ns", .wall),
        nanoseconds("perf_counter_ns", .monotonic), nanoseconds("monotonic_ns", .monotonic),
        nanoseconds("process_time_ns", .processor),
        .one("sleep") { (m, a) throws(Interrupt) in
          if case .opaque(let kind, let id) = a {
            let time = m.sleepTime(kind, id)
            _ = try m.perform(.sleep(time))
            m.spend(a)
            return .none
          }
          guard m.number(a) != nil else {
            throw m.raise(
              .typeError,
              "'\(m.shownType(of: a))' object cannot be interpreted as an integer")
          }
          let seconds = try m.realNumber(a)
          if seconds < 0 { throw m.raise(.valueError, "sleep length must be non-negative") }
          if seconds.isNaN {
            throw m.raise(.valueError, "Invalid value NaN (not a number)")
          }
          _ = try m.perform(.sleep(.exactly(seconds)))
          return .none
        },
        .bound("strftime", "format, t=None, /") { (m, a) throws(Interrupt) in
          let format = try m.textArgument(a[0], "strftime() argument 1")
          guard let moment = try m.moment(a[1]) else {
            return m.make(OpaqueKind.clock.placeholder(0))
          }
          return m.make(moment.formatted(format.string))
        },
        .bound("ctime", "seconds=None, /") { (m, a) throws(Interrupt) in
          guard let moment = try m.moment(a[0]) else {
            return m.make(OpaqueKind.clock.placeholder(0))
          }
          return m.make(moment.formatted("%c"))
        },
        .bound("asctime", "t=None, /") { (m, a) throws(Interrupt) in
          guard let moment = try m.moment(a[0]) else {
            return m.make(OpaqueKind.clock.placeholder(0))
          }
          return m.make(moment.formatted("%c"))
        },
        broken("localtime"), broken("gmtime"),
      ],
      refused: [
        "struct_time": "use time.time() and time.strftime", "mktime": "use time.time()",
        "strptime": "use time.time()", "tzset": "the machine's clock is in UTC",
      ])
  }

  private static func reading(_ name: String, _ clock: Clock) -> BuiltinFunction {
    .zero(name) { (m) throws(Interrupt) in
      switch try m.perform(.now(clock)) {
      case .float(let float): return .float(float)
      case .opaque(let kind, let id): return .opaque(kind, id: id)
      default: return .float(0)
      }
    }
  }

  private static func nanoseconds(_ name: String, _ clock: Clock) -> BuiltinFunction {
    .zero(name) { (m) throws(Interrupt) in
      switch try m.perform(.now(clock)) {
      case .float(let float): return .int(Int(float * 1e9))
      case .opaque(let kind, let id): return .opaque(kind, id: id)
      default: return .int(0)
      }
    }
  }

  /// A moment as a tuple of nine numbers: year, month, day, hour, minute, second, weekday, day of
  /// the year, daylight saving.
  private static func broken(_ name: String) -> BuiltinFunction {
    .bound(name, "seconds=None, /") { (m, a) throws(Interrupt) in
      guard let moment = try m.moment(a[0]) else { throw m.undecidable(.clock) }
      return m.make(tuple: moment.parts.map { .int($0) })
    }
  }
}

extension Machine {
  /// The moment that an argument names: seconds since 1970, a tuple of parts, or now where it is
  /// missing. Nil where it is a placeholder.
  fileprivate mutating func moment(_ value: Value) throws(Interrupt) -> Moment? {
    if value == .missing || value == .none {
      guard case .float(let now) = try perform(.now(.wall)) else { return nil }
      return Moment(seconds: Int(now.rounded(.down)))
    }
    if case .opaque = value { return nil }
    if let parts = tuple(storage(of: value)), parts.count == 9 {
      var numbers: [Int] = []
      for part in parts { numbers.append(try index(part)) }
      return Moment(parts: numbers)
    }
    return Moment(seconds: Int(try realNumber(value).rounded(.down)))
  }
}

/// A calendar date and a time of day, in UTC.
struct Moment {
  /// Year, month, day, hour, minute, second, weekday from Monday, day of the year, 0.
  var parts: [Int]

  init(parts: [Int]) { self.parts = parts }

  /// The proleptic Gregorian date of a count of seconds since 1970, by whole eras of 400 years.
  init(seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - days * 86_400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    let ordinal = before[month - 1] + day + (isLeap && month > 2 ? 1 : 0)
    let weekday = ((days + 3) % 7 + 7) % 7
    parts = [year, month, day, rest / 3600, rest / 60 % 60, rest % 60, weekday, ordinal, 0]
  }

  private static let days = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// As `strftime` writes it in the C locale.
  func formatted(_ format: String) -> String {
    var result = ""
    var isDirective = false
    for character in format {
      if isDirective {
        isDirective = false
        result += directive(character)
      } else if character == "%" {
        isDirective = true
      } else {
        result.append(character)
      }
    }
    return isDirective ? result + "%" : result
  }

  private func directive(_ character: Character) -> String {
    func padded(_ number: Int, _ width: Int = 2, _ fill: String = "0") -> String {
      let text = String(number)
      return String(repeating: fill, count: max(width - text.count, 0)) + text
    }
    let dayName = Moment.days[parts[6] % 7]
    let monthName = Moment.months[(parts[1] + 11) % 12]
    switch character {
    case "Y": return String(parts[0])
    case "y": return padded(parts[0] % 100)
    case "m": return padded(parts[1])
    case "d": return padded(parts[2])
    case "e": return padded(parts[2], 2, " ")
    case "H": return padded(parts[3])
    case "I": return padded((parts[3] + 11) % 12 + 1)
    case "M": return padded(parts[4])
    case "S": return padded(parts[5])
    case "p": return parts[3] < 12 ? "AM" : "PM"
    case "j": return padded(parts[7], 3)
    case "w": return String((parts[6] + 1) % 7)
    case "A": return dayName
    case "a": return String(dayName.prefix(3))
    case "B": return monthName
    case "b", "h": return String(monthName.prefix(3))
    case "D", "x": return formatted("%m/%d/%y")
    case "T", "X": return formatted("%H:%M:%S")
    case "R": return formatted("%H:%M")
    case "F": return formatted("%Y-%m-%d")
    case "c": return formatted("%a %b %e %H:%M:%S %Y")
    case "Z": return "UTC"
    case "z": return "+0000"
    case "%": return "%"
    default: return "%\(character)"
    }
  }
}

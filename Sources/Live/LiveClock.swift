// The real clock, run faster where the run asks for it. A program that sleeps two seconds at speed
// 10 sleeps a fifth of one, and its clocks still say two: all times a program sees are its own.

import Glibc

struct LiveClock {
  /// How many of the program's seconds pass in a real one.
  let speed: Double
  /// When the run began, in nanoseconds of the monotonic clock and of the wall clock.
  let start: Int64
  private let wallStart: Double

  init(speed: Double) {
    self.speed = speed
    start = LiveClock.monotonicNanoseconds()
    wallStart = LiveClock.seconds(of: CLOCK_REALTIME)
  }

  static func monotonicNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The program's seconds since the start of the run.
  var elapsed: Double { Double(LiveClock.monotonicNanoseconds() - start) / 1e9 * speed }

  var wall: Double {
    speed == 1 ? LiveClock.seconds(of: CLOCK_REALTIME) : wallStart + elapsed
  }

  var monotonic: Double { Double(start) / 1e9 + elapsed }

  var processor: Double { LiveClock.seconds(of: CLOCK_PROCESS_CPUTIME_ID) }

  /// The moment, in nanoseconds of the monotonic clock, at which so many of the program's seconds
  /// will have passed.
  func deadline(after seconds: Double) -> Int64 {
    let nanoseconds = max(0, seconds) / speed * 1e9
    // About a hundred years: what the kernel takes, and long enough.
    return LiveClock.monotonicNanoseconds() + Int64(min(nanoseconds, 3e18))
  }
}

// One worker as its batch sees it: a process that was started for one submission, the lines that it has
// told so far, and how it ended.

import CPlatform
import Glibc
import Live

/// A running worker. Its standard input stays open, for its end would end the worker.
struct GradingWorker {
  /// The submission's place in the batch.
  let index: Int
  let process: pid_t
  private let order: Int32
  let output: Int32
  let errors: Int32
  /// When it last told something.
  private(set) var heard: Double
  private var unfinished: [UInt8] = []
  private var said: [UInt8] = []
  private(set) var outputIsOpen = true
  private(set) var errorsAreOpen = true

  var isOpen: Bool { outputIsOpen || errorsAreOpen }

  /// Starts a worker; nil where the system cannot.
  init?(_ order: GradingOrder, index: Int, executable: String) {
    guard let bytes = try? JSONLine.bytes(of: order), let ends = Ends() else { return nil }
    guard let process = Self.spawn(executable, ends) else {
      ends.closeAll()
      return nil
    }
    ends.closeTheirs()
    self.index = index
    self.process = process
    self.order = ends.order.ours
    output = ends.output.ours
    errors = ends.errors.ours
    heard = Self.now()
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        write(self.order, $0.baseAddress, $0.count)
      }
      // A worker that has died already is found by its end.
      if count <= 0, errno != EINTR { break }
      written += max(0, count)
    }
  }

  // MARK: Reading

  /// Takes what it has written; answers the lines that are complete now.
  mutating func readOutput() -> [GradingLine] {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(output, &chunk, chunk.count)
    guard count > 0 else {
      if count == 0 || errno != EINTR { outputIsOpen = false }
      return []
    }
    heard = Self.now()
    unfinished += chunk[..<count]
    var lines: [GradingLine] = []
    while let end = unfinished.firstIndex(of: UInt8(ascii: "\n")) {
      if let line = JSONLine.value(GradingLine.self, from: unfinished[..<end]) {
        lines.append(line)
      }
      unfinished.removeFirst(end + 1)
    }
    return lines
  }

  /// Takes what it complains of; the first kilobytes are kept.
  mutating func readErrors() {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = read(errors, &chunk, chunk.count)
    guard count > 0 else {
      if count == 0 || errno != EINTR { errorsAreOpen = false }
      return
    }
    said += chunk[..<count].prefix(max(0, 4_096 - said.count))
  }

  var complaint: String { String(decoding: said, as: UTF8.self) }

  // MARK: Its end

  /// How a worker ended, and what it took.
  struct End {
    var status: Int32
    /// The largest memory that it had, in MiB.
    var memory: Int

    var isClean: Bool { status == 0 }
    var signal: Int32? { status & 0x7f == 0 ? nil : status & 0x7f }
  }

  /// Waits for its end; all its descriptors are closed then.
  func finish() -> End {
    close(order)
    close(output)
    close(errors)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    return End(status: status, memory: usage.ru_maxrss >> 10)
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  // MARK: Starting

  private struct Pair {
    let ours: Int32
    let theirs: Int32
  }

  private struct Ends {
    let order: Pair
    let output: Pair
    let errors: Pair

    init?() {
      var pipes: [[Int32]] = []
      for _ in 0..<3 {
        var ends: [Int32] = [-1, -1]
        guard platform_pipe(&ends) == 0 else {
          for end in pipes.joined() { close(end) }
          return nil
        }
        pipes.append(ends)
      }
      order = Pair(ours: pipes[0][1], theirs: pipes[0][0])
      output = Pair(ours: pipes[1][0], theirs: pipes[1][1])
      errors = Pair(ours: pipes[2][0], theirs: pipes[2][1])
    }

    func closeTheirs() { for end in [order, output, errors] { close(end.theirs) } }
    func closeAll() {
      closeTheirs()
      for end in [order, output, errors] { close(end.ours) }
    }
  }

  private static func spawn(_ executable: String, _ ends: Ends) -> pid_t? {
    // A crash is one line here, not a backtrace of seconds.
    let worker = ChildProcess.start(
      executable, ["tutor", "__grade"],
      environment: ["SWIFT_BACKTRACE=enable=no", "LC_ALL=C.UTF-8"],
      descriptors: [(ends.order.theirs, 0), (ends.output.theirs, 1), (ends.errors.theirs, 2)])
    return try? worker.get()
  }
}

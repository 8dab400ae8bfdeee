// One run of a program in an empty folder of its own, under tutor or python3, as data. A run is a
// process of its own, with a limit in seconds after which it and its children are ended.

import Foundation
import Glibc

/// What runs a program.
struct Runner: Sendable {
  var command: [String]
  var environment: [String: String]

  /// `tutor run`, as it was built beside these tests.
  static let tutor: Runner = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let executable = tests.deletingLastPathComponent().appendingPathComponent("tutor")
    return Runner(command: [executable.path, "run"], environment: [:])
  }()

  /// CPython 3.11, where it is there. It writes whole lines, as on a terminal.
  static let python: Runner? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    // A version manager's shim is a script that costs more than the program.
    let found = folders.filter { !$0.hasSuffix("/shims") }.map { "\($0)/python3.11" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    let site = ConformanceProgram.folder.deletingLastPathComponent()
      .appendingPathComponent("Referee/site")
    return Runner(
      command: [found],
      environment: [
        "PYTHONPATH": site.path, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "",
      ])
  }()

  /// Runs a program.
  func run(_ program: ConformanceProgram, limit: Int) async throws -> ProgramRun {
    await Turns.two.take()
    do {
      let run = try await start(program, limit: limit)
      await Turns.two.giveBack()
      return run
    } catch {
      await Turns.two.giveBack()
      throw error
    }
  }

  private func start(_ program: ConformanceProgram, limit: Int) async throws -> ProgramRun {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appendingPathComponent("tutor-\(UUID().uuidString)")
    let folder = scratch.appendingPathComponent("work")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: scratch) }
    try Data(program.text.utf8).write(to: folder.appendingPathComponent(program.name))
    let output = scratch.appendingPathComponent("output")
    let errors = scratch.appendingPathComponent("errors")

    // `env` lets the signals through that a process of tests holds back, `terminate` among them;
    // `timeout` puts the program into a process group of its own and ends all of it.
    let frame = ["env", "--default-signal", "timeout", "-s", "KILL", String(limit)]
    let status = Runner.spawn(
      [
        "/bin/sh", "-c", "cd \"$0\" && exec \"$@\" < /dev/null > ../output 2> ../errors",
        folder.path,
      ]
        + frame + command + [program.name],
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }
        .merging(["SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"]) { $1 })
    return ProgramRun(
      output: try Self.lines(of: output), errors: try Self.lines(of: errors), status: status,
      files: try Self.files(in: folder))
  }

  /// Runs a command to its end.
  /// - Returns: its exit status; nil where a signal ended it, or nothing could be started.
  static func spawn(_ words: [String], environment: [String: String]) -> Int32? {
    guard let process = start(words, environment: environment, ownGroup: false) else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }

  /// Starts a command.
  /// - Parameter ownGroup: whether it leads a new process group.
  static func start(
    _ words: [String], environment: [String: String], ownGroup: Bool
  ) -> pid_t? {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, ownGroup ? Int16(POSIX_SPAWN_SETPGROUP) : 0)
    var process: pid_t = 0
    let failure = posix_spawn(&process, words[0], nil, &attributes, &arguments, &settings)
    return failure == 0 ? process : nil
  }

  private static func lines(of file: URL) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }

  private static func files(in folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      guard let data = FileManager.default.contents(atPath: folder.path + "/" + name) else {
        continue
      }
      files[name] = [UInt8](data)
    }
    return files
  }
}

/// What a run has shown.
struct ProgramRun: Sendable {
  var output: [String]
  var errors: [String]
  /// The exit status; nil where the run had to be ended.
  var status: Int32?
  var files: [String: [UInt8]]

  /// Whether all waited for ever: tutor says so, python3 just goes on.
  var isStuck: Bool { status == nil || errors.contains { $0.hasPrefix("Stuck:") } }

  /// The exception or message that ended it: the last line that is not indented.
  var lastError: String { errors.last { !$0.isEmpty && !$0.hasPrefix(" ") } ?? "" }

  /// The line of the program that a message about its text names.
  var faultyLine: Int? {
    let refusal = errors.first { !$0.hasPrefix(" ") && $0.contains(".py, line ") }
    guard let place = refusal ?? errors.last(where: { $0.hasPrefix("  File ") }),
      let comma = place.range(of: ", line ")
    else { return nil }
    return Int(place[comma.upperBound...].prefix { $0.isNumber })
  }
}

/// Lets so many at a time go on: a run is real processes on real cores.
actor Turns {
  static let two = Turns(2)
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ free: Int) { self.free = free }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
